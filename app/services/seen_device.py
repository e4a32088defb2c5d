"""The device a check looked at: tied to record and findings, and what it saw beside the register."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from app.services import equipment, follow_ups
from app.services.changes import Changes, Result, touched
from app.services.context import Acting
from app.services.edits import Edited
from app.services.errors import Refused
from app.services.records import Opened, answered, path_of
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import FollowUp
from db.rows import Equipment, Finding, Record
from db.store import answers, findings, nouns
from db.store import equipment as kept
from db.store import follow_ups as kept_follow_ups
from forms.rules.signs import one_line

QUESTION = "device"
"""The question of a check that names the device in the register."""
OFFER = "register"
"""The kind of the follow-up that offers to correct the register by what a check saw."""

ASKED: Mapping[str, str] = MappingProxyType(
    {
        "device_code": "code",
        "registration_no": "registration_no",
        "device_place": "place",
        "maintenance_unit": "maintenance_unit",
        "next_test": "next_test",
    }
)
"""Which question of a check says which column of the register."""

_NOTHING = frozenset({"无", "未登记", "没有", "/", "—", "-"})


@dataclass(frozen=True, slots=True)
class Seen:
    """One column where a check says otherwise than the register, as text; empty: not known."""

    column: str
    register: str
    check: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What a finished check would correct in the register, and the follow-up that offers it."""

    follow_up: FollowUp
    record: Record
    seen: tuple[Seen, ...]


def attach(store: Store, act: Acting, opened: Opened) -> Changes:
    """Tie a check that is finished, and its findings, to the device its form names.

    What it saw otherwise than the register is offered by a follow-up, never written by itself.
    Asked for inside the transaction that finishes the record.
    """
    record = opened.record
    if path_of(opened.form, QUESTION) is None:
        return Changes()
    device_id = answered(opened, QUESTION)
    changes = Changes()
    if record.equipment_id != device_id:
        nouns.edit(store, Record, record.id, equipment_id=device_id)
    for finding in findings.of_record(store, record.id):
        if finding.equipment_id != device_id:
            nouns.edit(store, Finding, finding.id, equipment_id=device_id)
            changes |= touched("finding", finding.id)
    device = kept.get(store, device_id) if device_id else None
    if device is None:
        return changes
    said = {name: answered(opened, name) for name in ASKED}
    if differences(device, said):
        row = follow_ups.make(
            store,
            case_id=record.case_id,
            enterprise_id=record.enterprise_id,
            kind=OFFER,
            start=act.now,
            owner=("record", record.id),
            title=record.title,
        )
        kept_follow_ups.save(store, row)
        changes |= follow_ups.changed(row)
    return changes | touched("equipment", device.id)


def differences(device: Equipment, said: Mapping[str, str]) -> tuple[Seen, ...]:
    """Where a check says something the register has not, or another next test.

    Of a number, a place or a maintenance unit the register has already, the register stays right:
    the check took it from there, and a person who corrected it wrote it for this paper.
    """
    found = []
    for name, column in ASKED.items():
        value = one_line(said.get(name, ""))
        before = _text(getattr(device, column))
        if not value or value in _NOTHING or value == before:
            continue
        if column == "next_test" and _day(value) is None:
            continue
        if not before or column == "next_test":
            found.append(Seen(column, before, value))
    return tuple(found)


def offers(reader: Reader, device: Equipment, records: tuple[Record, ...]) -> tuple[Offer, ...]:
    """What the checks of a device still offer to correct, the newest check first."""
    found = []
    for record in records:
        for row in kept_follow_ups.of_owner(reader, record.id):
            if row.kind == OFFER and row.state == "open":
                said = {
                    path.rsplit("/", 1)[-1]: value
                    for path, value in answers.of_record(reader, record.id).items()
                }
                if seen := differences(device, said):
                    found.append(Offer(row, record, seen))
    return tuple(found)


def take(store: Store, act: Acting, offer: Offer) -> Result[Edited[Equipment]]:
    """Write into the register what a check saw; the same checks as for any edit.

    Raises:
        Refused: as ``equipment.save``.
    """
    before = equipment.get(store, offer.record.equipment_id)
    values = {
        one.column: _day(one.check) if one.column == "next_test" else one.check
        for one in offer.seen
    }
    with writing(store, act):
        done = equipment.save(store, act, replace(before, **values))  # type: ignore[arg-type]  # a column each
        settled = follow_ups.settle(store, act, offer.follow_up.id)
    return Result(Edited(before, done.value), done.changes | settled.changes)


def leave(store: Store, act: Acting, offer: Offer, reason: str) -> Result[FollowUp]:
    """Leave the register as it is; the reason is kept.

    Raises:
        Refused: ``reason-missing``.
    """
    if not reason.strip():
        raise Refused("reason-missing")
    done = follow_ups.settle(store, act, offer.follow_up.id, state="void", note=reason)
    return Result(done.value, done.changes | touched("equipment", offer.record.equipment_id))


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value or "")


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None
