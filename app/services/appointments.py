"""The register of chief quality officers 首席质量官: appointed, reviewed each year, succeeded."""

import datetime as dt
from dataclasses import dataclass, replace

from app.services import follow_ups
from app.services.changes import Changes, touched
from app.services.context import Acting
from app.services.records import Opened, answered, answered_day
from db.connection import Reader, Store
from db.duty_rows import Appointment
from db.journal.ids import new_id
from db.store import appointments, enterprises

CQO = "cqo"
MOST = 500
"""Rows of the register shown; a bureau has some tens."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the register: who, and the enterprise's name."""

    officer: Appointment
    enterprise: str


def register(reader: Reader) -> tuple[Line, ...]:
    """Everyone who holds the office now: whose review is due first stands first."""
    found = appointments.of_role(reader, CQO, limit=MOST)
    named = enterprises.names(reader, {row.enterprise_id for row in found})
    last = dt.date.max
    ordered = sorted(found, key=lambda row: (row.review_due or last, row.name))
    return tuple(Line(row, named.get(row.enterprise_id, "")) for row in ordered)


def of_enterprise(reader: Reader, enterprise_id: str) -> tuple[Appointment, ...]:
    """The chief quality officers an enterprise has and had, the newest first."""
    return appointments.of_enterprise(reader, enterprise_id, CQO)


def appointed(store: Store, act: Acting, opened: Opened, owner: tuple[str, str]) -> Changes:
    """Enter who was appointed; whoever held the office before is succeeded that day."""
    record = opened.record
    day = answered_day(opened, "appointed_on")
    rows = [
        replace(one, ended=day)
        for one in of_enterprise(store, record.enterprise_id)
        if one.ended is None
    ]
    changes = Changes()
    for one in rows:
        changes |= follow_ups.settle_of(store, act, one.record_id, "review")
    rows.append(
        Appointment(
            id=new_id(),
            enterprise_id=record.enterprise_id,
            role=CQO,
            name=answered(opened, "cqo_name"),
            phone=answered(opened, "cqo_phone"),
            certificate=answered(opened, "training"),
            appointed=day,
            duties=answered(opened, "duties"),
            record_id=owner[1],
            review_due=answered_day(opened, "review_due"),
        )
    )
    appointments.save(store, *rows)
    return changes | touched("appointment", *(one.id for one in rows), record.enterprise_id)


def reviewed(store: Store, act: Acting, opened: Opened, owner: tuple[str, str]) -> Changes:
    """Enter a review: its day, its result, the next day; the one that was due is done."""
    held = [one for one in of_enterprise(store, opened.record.enterprise_id) if one.ended is None]
    if not held:
        return Changes()
    before = held[0]
    changes = follow_ups.settle_of(store, act, before.record_id, "review")
    row = replace(
        before,
        reviewed=answered_day(opened, "reviewed_on"),
        review_result=answered(opened, "result"),
        review_due=answered_day(opened, "review_due"),
        record_id=owner[1],
    )
    appointments.save(store, row)
    return changes | touched("appointment", row.id, row.enterprise_id)
