"""The number ledger: leased blocks, the next number, what became of each.

Every number is in exactly one state: ``unleased``, ``leased``, ``issued``, ``voided``,
``returned``, ``unaccounted`` (passed over without a trace, which must never be). One that two
laptops printed stands on two papers: it is issued as long as one of them stands.
"""

from dataclasses import dataclass, replace
from typing import Any

from db.errors import BugError
from db.handle import Reader, Store
from db.journal.clock import from_text
from db.journal.ids import new_id
from db.journal.operation import Operation
from db.rows import NumberBlock, NumberUse
from db.store import nouns, operations, streams
from db.store.operations import Change

_OURS = (
    f"(json_extract(dots, '$.\"\"') >> {streams.SHIFT}) IN (SELECT one.id FROM stream one"
    " JOIN stream two ON two.device = one.device"
    " JOIN meta ON meta.key = 'stream' AND meta.value = two.stream)"
)
"""Only blocks this device entered are its own: another's arrive too, and are not for it to use."""
_USE = "SELECT series, year, number, block_id, state, document_id, reason, at FROM number_use"


@dataclass(frozen=True, slots=True)
class Gap:
    """A run of numbers that is not accounted for: ``unaccounted``, or ``leased`` in an old year."""

    series: str
    year: int
    lo: int
    hi: int
    state: str
    block_id: str


class NumberMoved(Exception):  # noqa: N818 - it tells what happened; the caller draws the page anew
    """The number drawn on the page is not the next one any more; ``now`` is None when none is."""

    def __init__(self, series: str, year: int, expected: int, now: int | None) -> None:
        super().__init__(f"{series} {year}: drew {expected}, next is {now}")
        self.expected = expected
        self.now = now


def lease_local(  # noqa: PLR0913 - a block is these; its id comes from the hub where one is
    store: Store, series: str, year: int, lo: int, hi: int, *, block_id: str = ""
) -> tuple[NumberBlock, tuple[Operation, ...]]:
    """Enter a block of numbers given to this device by the bureau.

    Raises:
        BugError: the block is empty or overlaps another.
    """
    with store.atomic():
        clash = store.value(
            "SELECT COUNT(*) FROM number_block WHERE series = ? AND year = ? AND lo <= ? AND hi >= ?",
            (series, year, hi, lo),
        )
        if clash or not 1 <= lo <= hi:
            raise BugError(f"numbers {lo}-{hi} of {series} {year} are empty or leased already")
        block = NumberBlock(block_id or new_id(), series, year, lo, hi, lo)
        return block, nouns.save(store, block)


def is_block(reader: Reader, block_id: str) -> bool:
    """Tell whether a block was entered already."""
    return nouns.get(reader, NumberBlock, block_id) is not None


def covered(reader: Reader, series: str, year: int, lo: int, hi: int) -> int:
    """Return the last number of the blocks, anyone's, that overlap a run; 0 where none does."""
    found = reader.value(
        "SELECT MAX(hi) FROM number_block WHERE series = ? AND year = ? AND lo <= ? AND hi >= ?",
        (series, year, hi, lo),
    )
    return int(found or 0)


def blocks(reader: Reader, series: str = "", year: int = 0) -> tuple[NumberBlock, ...]:
    """Return the blocks, of one series and year when they are given, in order.

    A number that came on another's paper is passed over: one block was given by hand to two.
    """
    where = (
        "WHERE (?1 = '' OR series = ?1) AND (?2 = 0 OR year = ?2)"
        f" AND {_OURS} ORDER BY series, year, lo"
    )
    return tuple(
        _ahead(reader, one) for one in nouns.many(reader, NumberBlock, where, (series, year))
    )


def peek(reader: Reader, series: str, year: int) -> int | None:
    """Return the number that would be taken next, or None when no block has one left."""
    found = _next(reader, series, year)
    return None if found is None else found[0]


def left(reader: Reader, series: str, year: int) -> int:
    """Return how many numbers of a series and year can still be used here."""
    return int(
        reader.value(
            "SELECT COALESCE(SUM(hi - next + 1 - (SELECT COUNT(DISTINCT number) FROM number_use"
            " WHERE number_use.series = number_block.series AND number_use.year = number_block.year"
            " AND number BETWEEN next AND hi)), 0) FROM number_block"
            f" WHERE series = ? AND year = ? AND state = 'open' AND {_OURS}",
            (series, year),
        )
    )


def take(store: Store, series: str, year: int, expected: int) -> str:
    """Return the block of the next number, which must be the expected one, to be issued now.

    Raises:
        BugError: called outside a transaction.
        NumberMoved: another number is next now, or none is left.
    """
    if not store.in_transaction:
        raise BugError("a number is taken only inside the transaction that issues it")
    found = _next(store, series, year)
    if found is None or found[0] != expected:
        raise NumberMoved(series, year, expected, found[0] if found else None)
    return found[1]


def void(  # noqa: PLR0913 - a number is three of these
    store: Store, series: str, year: int, number: int, reason: str, *, document_id: str = ""
) -> tuple[Operation, ...]:
    """Void the next number (spoiled, used by hand) or one already issued, with the reason.

    The document of an issued number is to be withdrawn by ``documents.withdraw``, which names it.

    Raises:
        BugError: no reason, the number is voided already, or it is neither issued nor next.
    """
    if not reason.strip():
        raise BugError("a number is voided with a reason")
    with store.atomic():
        found = papers(store, series, year, number)
        kept = next((one for one in found if document_id in {"", one.document_id}), None)
        following = _next(store, series, year)
        if kept is not None and kept.state == "issued":
            block_id, document_id = kept.block_id, kept.document_id or ""
        elif kept is None and following is not None and following[0] == number:
            block_id = following[1]
        else:
            raise BugError(f"number {number} of {series} {year} cannot be voided")
        fields = {
            "series": series,
            "year": year,
            "number": number,
            "block_id": block_id,
            "reason": reason,
            "document_id": document_id,
        }
        return operations.append(store, (Change("void", "number", new_id(), fields),))


def give_back(store: Store, block_id: str) -> tuple[Operation, ...]:
    """Return the unused tail of a block to the bureau; it is never leased again."""
    return nouns.edit(store, NumberBlock, block_id, state="returned")


def use(reader: Reader, series: str, year: int, number: int) -> NumberUse | None:
    """Return what became of a number, or None when it was not used.

    Of one that stands on two papers that is what became of the one that stands.
    """
    return next(iter(papers(reader, series, year, number)), None)


def papers(reader: Reader, series: str, year: int, number: int) -> tuple[NumberUse, ...]:
    """Return every use of a number, by paper, those that stand first; more than one is a doubling."""
    found = reader.rows(
        f"{_USE} WHERE series = ? AND year = ? AND number = ? ORDER BY state, at, document_id",
        (series, year, number),
    )
    return tuple(_use(one) for one in found)


def doubled(reader: Reader) -> tuple[NumberUse, ...]:
    """Return every use of the numbers that are on more than one paper, in order."""
    found = reader.rows(
        f"{_USE} WHERE (series, year, number) IN (SELECT series, year, number FROM number_use"
        " WHERE document_id <> '' GROUP BY series, year, number HAVING COUNT(*) > 1)"
        " AND document_id <> '' ORDER BY series, year, number, at, document_id"
    )
    return tuple(_use(one) for one in found)


def state_of(reader: Reader, series: str, year: int, number: int) -> str:
    """Return the one state a number is in."""
    kept = use(reader, series, year, number)
    if kept is not None:
        return kept.state
    block = nouns.one(
        reader,
        NumberBlock,
        "WHERE series = ? AND year = ? AND ? BETWEEN lo AND hi",
        (series, year, number),
    )
    if block is None:
        return "unleased"
    if number < block.next:
        return "unaccounted"
    return "returned" if block.state == "returned" else "leased"


def uses(reader: Reader, series: str, year: int) -> tuple[NumberUse, ...]:
    """Return every use of a number of a series and year, in order, one a paper."""
    found = reader.rows(
        f"{_USE} WHERE series = ? AND year = ? ORDER BY number, at, document_id", (series, year)
    )
    return tuple(_use(one) for one in found)


def gaps(reader: Reader, current_year: int) -> tuple[Gap, ...]:
    """Return the numbers nobody can account for, and the unused ones of past years."""
    found: list[Gap] = []
    for block in blocks(reader):
        known = _known(reader, block.series, block.year, block.lo, block.hi)
        missing = [one for one in range(block.lo, block.next) if one not in known]
        found += _runs(block, missing, "unaccounted")
        if block.year < current_year and block.state == "open":
            rest = [one for one in range(block.next, block.hi + 1) if one not in known]
            found += _runs(block, rest, "leased")
    return tuple(found)


def without_document(reader: Reader) -> tuple[NumberUse, ...]:
    """Return the numbers said to be issued whose document is not in the store."""
    found = reader.rows(
        f"{_USE} WHERE state = 'issued' AND NOT EXISTS"
        " (SELECT 1 FROM document WHERE document.id = number_use.document_id)"
    )
    return tuple(_use(one) for one in found)


def _next(reader: Reader, series: str, year: int) -> tuple[int, str] | None:
    found = (one for one in blocks(reader, series, year) if one.state == "open")
    return next(((one.next, one.id) for one in found if one.next <= one.hi), None)


def _ahead(reader: Reader, block: NumberBlock) -> NumberBlock:
    known = _known(reader, block.series, block.year, block.next, block.hi)
    if not known:
        return block
    free = (one for one in range(block.next, block.hi + 1) if one not in known)
    return replace(block, next=next(free, block.hi + 1))


def _known(reader: Reader, series: str, year: int, lo: int, hi: int) -> set[int]:
    found = reader.rows(
        "SELECT number FROM number_use WHERE series = ? AND year = ? AND number BETWEEN ? AND ?",
        (series, year, lo, hi),
    )
    return {number for (number,) in found}


def _use(found: tuple[Any, ...]) -> NumberUse:
    series, year, number, block_id, state, document_id, reason, at = found
    paper = document_id or None
    return NumberUse(series, year, number, block_id, state, paper, reason, from_text(at))


def _runs(block: NumberBlock, numbers: list[int], state: str) -> list[Gap]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [Gap(block.series, block.year, run[0], run[-1], state, block.id) for run in runs]
