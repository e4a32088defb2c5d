"""People: inspectors, and those met at enterprises."""

from db.handle import Reader, Store
from db.journal.operation import Operation
from db.rows import Person
from db.store import nouns
from db.store.merged import OWN


def get(reader: Reader, person_id: str) -> Person | None:
    """Return one person or None."""
    return nouns.get(reader, Person, person_id)


def inspectors(reader: Reader, *, active_only: bool = True) -> tuple[Person, ...]:
    """Return the bureau's own people, by name."""
    where = "WHERE enterprise_id IS NULL AND (active = 1 OR ?) ORDER BY name, id"
    return nouns.many(reader, Person, where, (int(not active_only),))


def of_enterprise(reader: Reader, enterprise_id: str) -> tuple[Person, ...]:
    """Return the known people of an enterprise, by name."""
    where = f"WHERE {OWN} AND active = 1 ORDER BY name, id"
    return nouns.many(reader, Person, where, (enterprise_id,))


def identities(reader: Reader) -> tuple[tuple[str, str, str, str], ...]:
    """Return id, name, certificate and unit of everybody met at an enterprise who is active."""
    found = reader.rows(
        "SELECT id, name, certificate, enterprise_id FROM person"
        " WHERE enterprise_id IS NOT NULL AND active = 1 ORDER BY id"
    )
    return tuple((key, name, certificate, unit) for key, name, certificate, unit in found)


def save(store: Store, *rows: Person) -> tuple[Operation, ...]:
    """Make or edit people."""
    return nouns.save(store, *rows)
