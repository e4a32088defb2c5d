"""Appointments: whom an enterprise has appointed to answer for quality or safety."""

from db.duty_rows import Appointment
from db.handle import Reader, Store
from db.journal.operation import Operation
from db.store import nouns
from db.store.merged import OWN


def of_enterprise(reader: Reader, enterprise_id: str, role: str) -> tuple[Appointment, ...]:
    """Return those appointed to a role by an enterprise, void ones left out, the newest first."""
    where = f"WHERE {OWN} AND role = ? AND void = '' ORDER BY id DESC"
    return nouns.many(reader, Appointment, where, (enterprise_id, role))


def of_role(reader: Reader, role: str, *, limit: int, before: str = "") -> tuple[Appointment, ...]:
    """Return a page of those who hold a role now, the newest first; ``before`` is an id."""
    where = (
        "WHERE role = ? AND ended IS NULL AND void = '' AND (? = '' OR id < ?)"
        " ORDER BY id DESC LIMIT ?"
    )
    return nouns.many(reader, Appointment, where, (role, before, before, limit))


def save(store: Store, *rows: Appointment) -> tuple[Operation, ...]:
    """Make or edit appointments."""
    return nouns.save(store, *rows)
