"""Batches traced and recalled 追溯召回: where every part went, and whether it adds up."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.services import gone
from app.services.changes import Changes, Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.records import answered, open_record
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import Batch, BatchMove, TestReport
from db.journal.ids import new_id
from db.store import batches, test_reports

KINDS = ("stock", "tested", "sold", "recalled", "lost", "repaired", "destroyed")
"""Where parts were found (in stock, taken for tests, sold), and what became of them.

What was sold is recalled or, used up or beyond reach, ``lost``; what lay in stock or came back is
repaired or destroyed.
"""
BY_PARTY = frozenset({"sold", "recalled", "lost"})
_QUANTITY = re.compile(r"\d{1,12}(\.\d{1,6})?")


@dataclass(frozen=True, slots=True)
class Line:
    """One sum that must come out: ``left`` on one side and ``right`` on the other.

    ``code``: made (= stock + tested + sold), sold (= recalled + lost), held (stock + recalled =
    repaired + destroyed).
    """

    code: str
    left: Decimal
    right: Decimal

    @property
    def difference(self) -> Decimal:
        """What is not accounted for; below zero where more is told of than there was."""
        return self.left - self.right


@dataclass(frozen=True, slots=True)
class PartyGap:
    """One buyer whose goods do not add up: ``open`` parts are neither back nor accounted for."""

    party: str
    open: Decimal


@dataclass(frozen=True, slots=True)
class Balance:
    """The sums of a batch by kind, the three lines, and the buyers that leave something open."""

    sums: Mapping[str, Decimal]
    lines: tuple[Line, ...]
    parties: tuple[PartyGap, ...]
    known: bool

    @property
    def even(self) -> bool:
        """Whether everything made is accounted for."""
        sums = all(line.difference == 0 for line in self.lines)
        return self.known and sums and not self.parties


@dataclass(frozen=True, slots=True)
class Traced:
    """A batch with its lines and its balance."""

    batch: Batch
    moves: tuple[BatchMove, ...]
    balance: Balance


def get(reader: Reader, batch_id: str) -> Batch:
    """One batch.

    Raises:
        Refused: ``not-found``.
    """
    row = batches.get(reader, batch_id)
    if row is None:
        raise Refused("not-found", kind="batch", id=batch_id)
    return row


def traced(reader: Reader, batch_id: str) -> Traced:
    """A batch with all that is known of it.

    Raises:
        Refused: ``not-found``.
    """
    batch = get(reader, batch_id)
    moves = batches.moves_of(reader, batch_id)
    return Traced(batch, moves, balance(batch.made, moves))


def balance(made: str, moves: Sequence[BatchMove]) -> Balance:
    """Add up a batch, in decimals: nothing is rounded and nothing gets lost."""
    sums = {
        kind: sum((quantity(m.quantity) for m in moves if m.kind == kind), Decimal(0))
        for kind in KINDS
    }
    known = bool(_QUANTITY.fullmatch(made))
    whole = quantity(made) if known else Decimal(0)
    lines = (
        Line("made", whole, sums["stock"] + sums["tested"] + sums["sold"]),
        Line("sold", sums["sold"], sums["recalled"] + sums["lost"]),
        Line("held", sums["stock"] + sums["recalled"], sums["repaired"] + sums["destroyed"]),
    )
    return Balance(sums, lines, _parties(moves), known)


def quantity(text: str) -> Decimal:
    """A quantity as a decimal number.

    Raises:
        Refused: ``quantity-wrong``.
    """
    plain = text.strip().replace(",", "").replace("，", "")
    if not _QUANTITY.fullmatch(plain):
        raise Refused("quantity-wrong", text=text.strip()[:40])
    return Decimal(plain)


def open_for(store: Store, act: Acting, report: TestReport) -> Result[Batch]:
    """The batch a nonconforming report is about; one that is traced already is gone on with."""
    for kept in batches.of_case(store, report.case_id):
        if kept.report_id == report.id:
            return Result(kept, Changes())
    sheet = open_record(store, act, report.record_id)
    row = Batch(
        id=new_id(),
        case_id=report.case_id,
        enterprise_id=report.enterprise_id,
        report_id=report.id,
        product_name=answered(sheet, "product_name"),
        lot=answered(sheet, "batch"),
        unit=answered(sheet, "unit"),
        opened=act.today,
    )
    taken = answered(sheet, "sample_qty")
    rows: list[Batch | BatchMove] = [row]
    if _QUANTITY.fullmatch(taken):
        rows.append(BatchMove(new_id(), row.id, "tested", act.today, taken, answered(sheet, "lab")))
    with writing(store, act):
        batches.save(store, *rows)
    return Result(row, changed(row))


def set_made(store: Store, act: Acting, batch_id: str, made: str) -> Result[Batch]:
    """Say how many were made, as the maker's own books have it.

    Raises:
        Refused: ``quantity-wrong``, ``batch-closed``, ``not-found``.
    """
    row = _open(store, batch_id)
    if not quantity(made):  # of nothing everything would be accounted for
        raise Refused("quantity-wrong", text=made)
    row = replace(row, made=f"{quantity(made):f}")
    with writing(store, act):
        batches.save(store, row)
    return Result(row, changed(row))


def add(store: Store, act: Acting, move: BatchMove) -> Result[BatchMove]:
    """Write down where a part went, or write a line anew under its id.

    Raises:
        Refused: ``quantity-wrong``, ``party-missing`` (sold to whom, back from whom),
            ``batch-kind``, ``report-dates``, ``batch-closed``, ``not-found``.
    """
    batch = _open(store, move.batch_id)
    if move.kind not in KINDS:
        raise Refused("batch-kind", value=move.kind)
    if not quantity(move.quantity):
        raise Refused("quantity-wrong", text=move.quantity)
    if move.kind in BY_PARTY and not move.party.strip():
        raise Refused("party-missing")
    if move.day is not None and move.day > act.today:
        raise Refused("report-dates", day=move.day)
    row = replace(
        move,
        id=move.id or new_id(),
        quantity=f"{quantity(move.quantity):f}",
        party=move.party.strip(),
        region=move.region.strip(),
        note=move.note.strip(),
    )
    with writing(store, act):
        batches.save(store, row)
    return Result(row, changed(batch))


def remove(store: Store, act: Acting, move_id: str) -> Result[BatchMove]:
    """Delete a line entered by mistake.

    Raises:
        Refused: ``batch-closed``, ``not-found``.
    """
    row = batches.move(store, move_id)
    if row is None:
        raise Refused("not-found", kind="batch_move", id=move_id)
    batch = _open(store, row.batch_id)
    with writing(store, act):
        batches.delete_moves(store, [move_id])
    return Result(row, changed(batch))


def put_back(store: Store, act: Acting, move: BatchMove) -> Result[BatchMove]:
    """Undo ``remove``: the same line under a new id.

    Raises:
        Refused: as ``add``.
    """
    return add(store, act, replace(move, id=""))


def close(store: Store, act: Acting, batch_id: str) -> Result[Batch]:
    """Close a batch whose quantities add up.

    Raises:
        Refused: ``batch-uneven``, ``batch-closed``, ``not-found``.
    """
    row = _open(store, batch_id)
    if not traced(store, batch_id).balance.even:
        raise Refused("batch-uneven", product=row.product_name)
    row = replace(row, state="closed", closed=act.today)
    with writing(store, act):
        batches.save(store, row)
    return Result(row, changed(row))


def rows_for_paper(moves: Sequence[BatchMove]) -> list[dict[str, str]]:
    """The rows of a recall record, by question name."""
    return [
        {
            "move_kind": move.kind,
            "move_day": move.day.isoformat() if move.day else "",
            "move_quantity": move.quantity,
            "move_party": move.party,
            "move_region": move.region,
            "move_note": move.note,
        }
        for move in moves
    ]


def changed(row: Batch) -> Changes:
    """What a change of a batch touches."""
    return touched("batch", row.id, row.case_id, row.enterprise_id)


def _open(store: Store, batch_id: str) -> Batch:
    row = get(store, batch_id)
    report = test_reports.get(store, row.report_id)
    if report is not None:
        gone.require_record(store, report.record_id)
    if row.state != "open":
        raise Refused("batch-closed", product=row.product_name)
    return row


def _parties(moves: Sequence[BatchMove]) -> tuple[PartyGap, ...]:
    """The buyers whose goods are not all back or accounted for, or of whom too many are."""
    gaps: dict[str, Decimal] = {}
    for move in moves:
        if move.kind in BY_PARTY:
            sign = 1 if move.kind == "sold" else -1
            found = gaps.get(move.party, Decimal(0))
            gaps[move.party] = found + sign * quantity(move.quantity)
    return tuple(PartyGap(party, left) for party, left in gaps.items() if left)
