"""Follow-ups: what must be done by a date, and the changes of the periods they run."""

from collections.abc import Sequence

from db.duty_rows import FollowUp, TermChange
from db.handle import Reader, Store
from db.journal.operation import Operation
from db.store import nouns
from db.store.merged import OWN


def get(reader: Reader, follow_up_id: str) -> FollowUp | None:
    """Return one follow-up or None."""
    return nouns.get(reader, FollowUp, follow_up_id)


def of_case(reader: Reader, case_id: str) -> tuple[FollowUp, ...]:
    """Return the follow-ups of a case, void ones left out, by their day."""
    where = "WHERE case_id = ? AND state <> 'void' ORDER BY due IS NULL, due, id"
    return nouns.many(reader, FollowUp, where, (case_id,))


def provisional(reader: Reader) -> tuple[FollowUp, ...]:
    """Return what is open on a day that was counted without a published calendar."""
    return nouns.many(reader, FollowUp, "WHERE state = 'open' AND due_provisional ORDER BY due, id")


def all_of_case(reader: Reader, case_id: str) -> tuple[FollowUp, ...]:
    """Return every follow-up a case ever had, void ones too, in the order made."""
    return nouns.many(reader, FollowUp, "WHERE case_id = ? ORDER BY id", (case_id,))


def of_owner(reader: Reader, owner_id: str) -> tuple[FollowUp, ...]:
    """Return the follow-ups that hang on one paper, finding or other noun, by their day."""
    where = "WHERE owner_id = ? AND state <> 'void' ORDER BY due IS NULL, due, id"
    return nouns.many(reader, FollowUp, where, (owner_id,))


def of_kind(reader: Reader, kind: str, owners: Sequence[str]) -> tuple[FollowUp, ...]:
    """Return the open follow-ups of one kind that hang on any of these."""
    marks = ", ".join("?" * len(owners))
    where = f"WHERE owner_id IN ({marks}) AND kind = ? AND state = 'open' ORDER BY id"
    return nouns.many(reader, FollowUp, where, (*owners, kind)) if owners else ()


def all_of_owner(reader: Reader, owner_id: str) -> tuple[FollowUp, ...]:
    """Return every follow-up that ever hung on one noun, void ones too, in the order made."""
    return nouns.many(reader, FollowUp, "WHERE owner_id = ? ORDER BY id", (owner_id,))


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


def change(reader: Reader, change_id: str) -> TermChange | None:
    """Return one suspension or extension or None."""
    return nouns.get(reader, TermChange, change_id)


def drop_change(store: Store, change_id: str) -> tuple[Operation, ...]:
    """Take a suspension or extension away; its operations stay in the journal."""
    return nouns.delete(store, TermChange, [change_id])


def keep_change(store: Store, *rows: TermChange) -> tuple[Operation, ...]:
    """Make or edit suspensions and extensions."""
    return nouns.save(store, *rows)
