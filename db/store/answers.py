"""Answers: the fast path. One answer is one operation, one upsert, one touch of its record."""

from collections.abc import Mapping

from db.errors import BugError
from db.handle import Reader, Store
from db.journal.clock import from_text
from db.journal.operation import Operation
from db.rows import Answer, Record
from db.store import nouns, operations
from db.store.operations import Change


def of_record(reader: Reader, record_id: str) -> dict[str, str]:
    """Return the answers of a record, path to value; those taken back are left out."""
    found = reader.rows(
        "SELECT path, value FROM answer WHERE record_id = ? AND value IS NOT NULL", (record_id,)
    )
    return dict(found)


def rows_of(reader: Reader, record_id: str) -> tuple[Answer, ...]:
    """Return the answers of a record with when and by which operation they were given."""
    found = reader.rows(
        "SELECT record_id, path, value, n, at FROM answer"
        " WHERE record_id = ? AND value IS NOT NULL ORDER BY path",
        (record_id,),
    )
    return tuple(Answer(rec, path, value, n, from_text(at)) for rec, path, value, n, at in found)


def write_one(
    store: Store,
    record_id: str,
    path: str,
    value: str | None,
    progress: tuple[int, int] | None = None,
) -> tuple[Operation, ...]:
    """Give, change or take back (None) one answer; see ``write``."""
    return write(store, record_id, {path: value}, progress)


def write(
    store: Store,
    record_id: str,
    values: Mapping[str, str | None],
    progress: tuple[int, int] | None = None,
) -> tuple[Operation, ...]:
    """Give answers to a draft: one operation, one commit.

    ``progress`` is (answered, asked) as the form counts them; it stays on this machine.

    Raises:
        BugError: the record is no draft, or a path does not begin with a stroke.
        MachineError: it could not be written; nothing has changed.
    """
    if not values:
        return ()
    if not all(path.startswith("/") for path in values):
        raise BugError("an answer's path begins with /")
    with store.atomic():
        state = store.value("SELECT state FROM record WHERE id = ?", (record_id,))
        if state != "draft":
            raise BugError(f"answers belong to drafts; this record is {state}")
        local = {} if progress is None else dict(zip(("answered", "asked"), progress, strict=True))
        return operations.append(store, (Change("answer", "record", record_id, values, local),))


def move_form(
    store: Store, record_id: str, form_hash: str, values: Mapping[str, str | None]
) -> tuple[Operation, ...]:
    """Move a draft to another version of its form, with the answers that change by it."""
    with store.atomic():
        done = nouns.edit(store, Record, record_id, form_hash=form_hash)
        return done + write(store, record_id, values)
