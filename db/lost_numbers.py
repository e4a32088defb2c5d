"""Document numbers whose entry is lost, when a damaged store still knows that they were used.

They may be on paper already, so none of them is given again: each is voided with a reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from db.handle import Store
from db.store import numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.wreck import Wreck

_USED = (
    "SELECT series, year, MAX(number) FROM number_use GROUP BY series, year",
    "SELECT series, year, MAX(number) FROM document GROUP BY series, year",
    "SELECT series, year, MAX(next - 1) FROM number_block WHERE next > lo GROUP BY series, year",
)


@dataclass(frozen=True, slots=True)
class Known:
    """The highest number used by series and year, and the blocks given back."""

    used: Mapping[tuple[str, int], int] = field(default_factory=dict)
    returned: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lost:
    """A number that was used, its entry being lost."""

    series: str
    year: int
    number: int


def known(old: "Sequence[Wreck]") -> Known:
    """Return what the wrecks know of used numbers, each table asked by itself."""
    used: dict[tuple[str, int], int] = {}
    returned: set[str] = set()
    for one in old:
        for sql in _USED:
            for series, year, number in one.ask(sql) or ():
                used[series, year] = max(number, used.get((series, year), 0))
        back = one.ask("SELECT id FROM number_block WHERE state = 'returned'")
        returned.update(block for (block,) in back or ())
    return Known(used, frozenset(returned))


def void(store: Store, told: Known, reason: str) -> tuple[Lost, ...]:
    """Void the next numbers up to the highest one known to be used, give returned blocks back.

    Raises:
        MachineError: it could not be written.
    """
    lost: list[Lost] = []
    with store.atomic():
        for (series, year), highest in sorted(told.used.items()):
            while (number := numbers.peek(store, series, year)) is not None and number <= highest:
                numbers.void(store, series, year, number, reason)
                lost.append(Lost(series, year, number))
        for block in numbers.blocks(store):
            if block.id in told.returned and block.state == "open":
                numbers.give_back(store, block.id)
    return tuple(lost)
