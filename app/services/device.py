"""The card of one piece of special equipment: its code read, its operators, checks and findings."""

import datetime as dt
from dataclasses import dataclass, replace

from app.services import equipment, operators, seen_device
from app.services import findings as life
from app.services.changes import Result, touched
from app.services.context import Acting
from app.services.edits import Edited, taken_back
from app.services.equipment import Applied, Named
from app.services.errors import Refused
from app.services.matters import Matter, for_equipment
from app.services.operators import Hand
from app.services.seen_device import Offer
from app.services.sites import FindingLine, finding_line
from app.services.writing import writing
from db.connection import Reader, Store
from db.rows import Enterprise, Equipment, Record
from db.store import documents, enterprises, findings, records
from db.store import equipment as kept
from forms.rules.identifiers import EquipmentCode, equipment_code_parts, equipment_code_problem
from forms.rules.signs import one_line


@dataclass(frozen=True, slots=True)
class Card:
    """One device as its card shows it.

    ``parts`` are those of its code, None where the code is not one of eighteen characters;
    ``problem`` says what is wrong with it. ``offers`` are what checks saw otherwise than the
    register, ``matters`` the checks there are for its kind. ``applied`` says until when the next test of a
    device in use is applied for. ``twins`` have the same number: two laptops entered it both.
    """

    equipment: Equipment
    enterprise: Enterprise | None
    named: Named
    parts: EquipmentCode | None
    problem: str | None
    days_left: int | None
    applied: Applied | None
    operators: tuple[Hand, ...]
    open_findings: tuple[FindingLine, ...]
    findings: int
    records: tuple[Record, ...]
    offers: tuple[Offer, ...]
    matters: tuple[Matter, ...]
    twins: tuple[Equipment, ...] = ()


def card(reader: Reader, equipment_id: str, today: dt.date) -> Card:
    """The card of one device, from one state of the store.

    Raises:
        Refused: ``not-found``.
    """
    with reader.snapshot():
        row = equipment.get(reader, equipment_id)
        unit = enterprises.get(reader, row.enterprise_id)
        hands = operators.of_equipment(reader, row.id, today)
        visits = records.of_equipment(reader, row.id)
        offered = seen_device.offers(reader, row, visits)
        twins = kept.alike(reader, row)
        found = findings.of_equipment(reader, row.id)
        used = row.status not in {"stopped", "scrapped"}
        applied = equipment.apply_by(reader, row.next_test, today) if used else None
        live = [one for one in found if one.state in life.LIVE]
        numbered = documents.numbers_of(reader, {one.document_id or "" for one in live})
    live.sort(key=lambda one: one.due or dt.date.max)
    return Card(
        equipment=row,
        enterprise=unit,
        named=equipment.named(row.kind_code),
        parts=equipment_code_parts(row.code),
        problem=equipment_code_problem(row.code, today=today) if row.code else None,
        days_left=equipment.days_left(row.next_test, today),
        applied=applied,
        operators=hands,
        open_findings=tuple(
            finding_line(reader, one, today, numbered.get(one.document_id or "", ""))
            for one in live
        ),
        findings=len(found),
        records=visits,
        offers=offered,
        matters=for_equipment(row.kind_code),
        twins=twins,
    )


def edit(store: Store, act: Acting, row: Equipment) -> Result[Edited[Equipment]]:
    """Change a device; the same checks as for a new one.

    Raises:
        Refused: as ``equipment.save``.
    """
    before = equipment.get(store, row.id)
    done = equipment.save(store, act, row)
    return Result(Edited(before, done.value), done.changes)


def set_status(
    store: Store, act: Acting, equipment_id: str, status: str, reason: str
) -> Result[Edited[Equipment]]:
    """Stop a device, scrap it or take it into use again; the reason stays in the journal.

    Raises:
        Refused: ``not-found``, ``reason-missing``, ``equipment-status-unknown``.
    """
    before = equipment.get(store, equipment_id)
    why = one_line(reason)
    if not why:
        raise Refused("reason-missing")
    if status not in equipment.STATUSES:
        raise Refused("equipment-status-unknown", text=status)
    with writing(store, act):
        kept.set_status(store, equipment_id, status, why)
    after = replace(before, status=status)
    return Result(Edited(before, after), touched("equipment", equipment_id, before.enterprise_id))


def undo(store: Store, act: Acting, edited: Edited[Equipment]) -> Result[Equipment]:
    """Take back what an edit changed, by a counter-change; what was written since stays.

    Raises:
        Refused: as ``equipment.save``: a number may be another device's by now.
    """
    now = equipment.get(store, edited.after.id)
    return equipment.save(store, act, taken_back(now, edited))
