"""The order ``randomize`` gives: the same for the same seed on every ODK client.

The inside-out Fisher-Yates shuffle over the Park-Miller generator (multiplier 16807, modulus
2^31 - 1), as the ODK XForms specification prescribes. A text that is no number becomes a seed by its SHA-256.
"""

import hashlib
import secrets
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

_T = TypeVar("_T")
_MODULUS = 2**31 - 1
_MULTIPLIER = 16807


def shuffled(items: Sequence[_T], seed: Decimal | str | None) -> list[_T]:
    """The items in the order of a seed, or in a fresh random order without one."""
    order: list[_T] = []
    state = _first_state(seed)
    for place, item in enumerate(items):
        state = state * _MULTIPLIER % _MODULUS
        chosen = int((state - 1) / (_MODULUS - 1) * (place + 1))
        order.append(item)
        order[place], order[chosen] = order[chosen], item
    return order


def _first_state(seed: Decimal | str | None) -> int:
    if seed is None:
        number = secrets.randbelow(_MODULUS - 1) + 1
    elif isinstance(seed, str):
        digest = hashlib.sha256(seed.encode()).digest()
        # The others compute with binary numbers of 53 bits here, so we round as they do.
        number = int(float(int.from_bytes(digest[:8], "big", signed=True)))
    else:
        number = int(seed) if seed.is_finite() else 0
    state = abs(number) % _MODULUS * (-1 if number < 0 else 1)
    return state if state > 0 else state + _MODULUS - 1
