"""Operators 作业人员: who works which piece of special equipment."""

import datetime as dt

from db.duty_rows import Operator
from db.handle import Reader, Store
from db.journal.operation import Operation
from db.store import nouns


def get(reader: Reader, operator_id: str) -> Operator | None:
    """Return one operator of one device or None."""
    return nouns.get(reader, Operator, operator_id)


def of_equipment(reader: Reader, equipment_id: str) -> tuple[Operator, ...]:
    """Return the operators a device has or had, those who still work it first."""
    where = "WHERE equipment_id = ? ORDER BY until IS NOT NULL, id"
    return nouns.many(reader, Operator, where, (equipment_id,))


def of_person(reader: Reader, person_id: str) -> tuple[Operator, ...]:
    """Return the devices somebody works or worked."""
    return nouns.many(reader, Operator, "WHERE person_id = ? ORDER BY id", (person_id,))


def devices(reader: Reader, since: dt.date, before: dt.date) -> tuple[str, ...]:
    """Return the devices an operator of which has a certificate that expires in these days."""
    found = reader.rows(
        "SELECT DISTINCT operator.equipment_id FROM person"
        " JOIN operator ON operator.person_id = person.id"
        " WHERE person.certificate_expires >= ? AND person.certificate_expires < ?"
        " AND person.active = 1 AND operator.until IS NULL AND operator.equipment_id <> ''",
        (since.isoformat(), before.isoformat()),
    )
    return tuple(key for (key,) in found)


def save(store: Store, *rows: Operator) -> tuple[Operation, ...]:
    """Make or edit operators."""
    return nouns.save(store, *rows)
