"""A random choice that anyone can redo from the printed seed.

How to redo it by hand, with any tool that has SHA-256 and HMAC:

1. Write the identifiers of the whole list as UTF-8, sort them by their bytes, join them with one
   line feed (0x0A), none at the end. The SHA-256 of that text is the *list hash*; it is printed on
   the sheet, so a list that was changed afterwards shows.
2. For each identifier the *ticket* is HMAC-SHA256 with the seed (UTF-8) as key over: the purpose
   (``objects`` for enterprises and equipment, ``units`` for the pieces of a lot), one zero byte,
   the 32 bytes of the list hash, the identifier.
3. Sort by ticket, smallest first. The first k identifiers are chosen, in that order; of the pieces
   of a lot the first ones are the test sample, the next ones the spare sample.

The pieces of a lot of n are named ``1`` to ``n`` in decimal without leading zeros.
The seed must be fixed before anybody can see what it chooses, and is never chosen by the inspector.
"""

import datetime as dt
import hashlib
import hmac
import itertools
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from forms.rules.errors import RuleError

OBJECTS = "objects"
UNITS = "units"
# Drawing from a lot this large takes about half a second; a larger one is counted in packages.
LARGEST_LOT = 500_000
_RANDOM_BYTES = 16


@dataclass(frozen=True, slots=True)
class Draw:
    """A finished choice: ``selected`` in the order of the tickets, ``list_sha256`` in hex."""

    seed: str
    list_sha256: str
    selected: tuple[str, ...]
    purpose: str = OBJECTS


@dataclass(frozen=True, slots=True)
class UnitDraw:
    """Which pieces of a lot (1 to ``lot``) were drawn, each tuple in the order of the tickets."""

    seed: str
    list_sha256: str
    lot: int
    test: tuple[int, ...]
    spare: tuple[int, ...]


def new_seed(day: dt.date | None = None, lot: str = "") -> str:
    """Make a seed nobody could foresee: ``date|lot|32 random hex digits``.

    ``lot`` is the batch or the task the draw is for, so that one seed cannot serve two draws
    unnoticed. Line breaks in it become spaces, for the seed is printed on one line.
    """
    parts = [day.isoformat()] if day else []
    named = " ".join(lot.split())
    parts += [named] if named else []
    return "|".join([*parts, secrets.token_hex(_RANDOM_BYTES)])


def draw(seed: str, ids: Sequence[str], count: int, *, purpose: str = OBJECTS) -> Draw:
    """Choose ``count`` of ``ids``; the order they are given in does not matter.

    Raises:
        RuleError: ``seed-empty``, ``list-duplicate`` (``id``), ``draw-count`` (``count``, ``of``).
    """
    if not seed:
        raise RuleError("seed-empty")
    encoded = sorted(text.encode() for text in ids)
    for before, after in itertools.pairwise(encoded):
        if before == after:
            raise RuleError("list-duplicate", id=after.decode())
    if not 0 <= count <= len(encoded):
        raise RuleError("draw-count", count=count, of=len(encoded))
    list_hash = hashlib.sha256(b"\n".join(encoded)).digest()
    prefix = purpose.encode() + b"\0" + list_hash
    key = seed.encode()
    tickets = sorted((hmac.digest(key, prefix + each, "sha256"), each) for each in encoded)
    selected = tuple(each.decode() for _, each in tickets[:count])
    return Draw(seed, list_hash.hex(), selected, purpose)


def draw_units(seed: str, lot: int, test: int, spare: int) -> UnitDraw:
    """Choose the test pieces and then the spare pieces from the pieces 1 to ``lot``.

    Raises:
        RuleError: ``sample-exceeds-lot`` (``sample``, ``lot``), ``sample-empty``,
            ``lot-too-large`` (``lot``, ``limit``), ``seed-empty``.
    """
    if test < 1 or spare < 0:
        raise RuleError("sample-empty", test=test, spare=spare)
    if test + spare > lot:
        raise RuleError("sample-exceeds-lot", sample=test + spare, lot=lot)
    if lot > LARGEST_LOT:
        raise RuleError("lot-too-large", lot=lot, limit=LARGEST_LOT)
    pieces = tuple(str(number) for number in range(1, lot + 1))
    drawn = draw(seed, pieces, test + spare, purpose=UNITS)
    numbers = tuple(int(text) for text in drawn.selected)
    return UnitDraw(seed, drawn.list_sha256, lot, numbers[:test], numbers[test:])
