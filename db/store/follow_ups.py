"""Follow-ups: what must be done by a date, and the changes of the periods they run."""

import datetime as dt

from db.duty_rows import FollowUp, TermChange
from db.handle import Reader, Store
from db.journal.operation import Operation
from db.store import nouns
from db.store.merged import OWN


def get(reader: Reader, follow_up_id: str) -> FollowUp | None:
    """Return one follow-up or None."""
    return nouns.get(reader, FollowUp, follow_up_id)


def due(reader: Reader, until: dt.date, limit: int = 200) -> tuple[FollowUp, ...]:
    """Return what is open and due up to a day, the earliest first."""
    where = "WHERE state = 'open' AND due <= ? ORDER BY due, id LIMIT ?"
    return nouns.many(reader, FollowUp, where, (until.isoformat(), limit))


def of_case(reader: Reader, case_id: str) -> tuple[FollowUp, ...]:
    """Return the follow-ups of a case, void ones left out, by their day."""
    where = "WHERE case_id = ? AND state <> 'void' ORDER BY due IS NULL, due, id"
    return nouns.many(reader, FollowUp, where, (case_id,))


def of_owner(reader: Reader, owner_id: str) -> tuple[FollowUp, ...]:
    """Return the follow-ups that hang on one paper, finding or other noun, by their day."""
    where = "WHERE owner_id = ? AND state <> 'void' ORDER BY due IS NULL, due, id"
    return nouns.many(reader, FollowUp, where, (owner_id,))


def of_enterprise(reader: Reader, enterprise_id: str) -> tuple[FollowUp, ...]:
    """Return the open follow-ups of an enterprise, by their day."""
    where = f"WHERE {OWN} AND state = 'open' ORDER BY due IS NULL, due, id"
    return nouns.many(reader, FollowUp, where, (enterprise_id,))


def save(store: Store, *rows: FollowUp) -> tuple[Operation, ...]:
    """Make or edit follow-ups."""
    return nouns.save(store, *rows)


def changes_of(reader: Reader, owner_id: str) -> tuple[TermChange, ...]:
    """Return the suspensions and extensions of one period, in the order they were made."""
    return nouns.many(reader, TermChange, "WHERE owner_id = ? ORDER BY id", (owner_id,))


def keep_change(store: Store, *rows: TermChange) -> tuple[Operation, ...]:
    """Make or edit suspensions and extensions."""
    return nouns.save(store, *rows)
