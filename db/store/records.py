"""Records: filled forms and their answers."""

import datetime as dt
from collections.abc import Sequence

from db.errors import BugError
from db.handle import Reader, Store
from db.journal.clock import to_text
from db.journal.operation import Operation
from db.rows import Record
from db.store import nouns
from db.store.merged import OWN

_NEXT = {
    "draft": frozenset({"finished", "issued", "withdrawn"}),
    "finished": frozenset({"draft", "issued", "withdrawn"}),
    "issued": frozenset({"withdrawn"}),
    "withdrawn": frozenset({"draft", "finished"}),
}
"""Which state a record may go to: a finished one may be reopened until its paper is issued."""


def get(reader: Reader, record_id: str) -> Record | None:
    """Return one record or None."""
    return nouns.get(reader, Record, record_id)


def ids(
    reader: Reader, *, state: str = "", enterprise_id: str = "", form_id: str = "", limit: int = -1
) -> tuple[str, ...]:
    """Return the ids of the records that fit, the newest first; an empty filter fits all."""
    found = reader.rows(
        "SELECT id FROM record WHERE (?1 = '' OR state = ?1) AND (?2 = '' OR enterprise_id = ?2)"
        " AND (?3 = '' OR form_id = ?3) ORDER BY id DESC LIMIT ?4",
        (state, enterprise_id, form_id, limit),
    )
    return tuple(one for (one,) in found)


def page(reader: Reader, keys: Sequence[str]) -> tuple[Record, ...]:
    """Return the records with these ids, in their order."""
    return nouns.page(reader, Record, keys)


def of_form(
    reader: Reader, form_id: str, after: str = "", states: Sequence[str] = (), limit: int = 200
) -> tuple[Record, ...]:
    """Return the next page of a form's records behind an id, the oldest first; no state is all."""
    marks = ", ".join("?" * len(states))
    wanted = f" AND state IN ({marks})" if states else ""
    where = f"WHERE id > ? AND form_id = ?{wanted} ORDER BY id LIMIT ?"
    return nouns.many(reader, Record, where, (after, form_id, *states, limit))


def of_case(reader: Reader, case_id: str) -> tuple[Record, ...]:
    """Return the records of a case file, the oldest first."""
    return nouns.many(reader, Record, "WHERE case_id = ? ORDER BY id", (case_id,))


def of_enterprise(reader: Reader, enterprise_id: str, limit: int = 200) -> tuple[Record, ...]:
    """Return an enterprise's records, the newest first."""
    where = f"WHERE {OWN} ORDER BY id DESC LIMIT ?"
    return nouns.many(reader, Record, where, (enterprise_id, limit))


def of_equipment(reader: Reader, equipment_id: str, limit: int = 200) -> tuple[Record, ...]:
    """Return the records of checks of a piece of equipment, the newest first."""
    where = "WHERE equipment_id = ? AND equipment_id <> '' ORDER BY id DESC LIMIT ?"
    return nouns.many(reader, Record, where, (equipment_id, limit))


def drafts(reader: Reader, limit: int = 200) -> tuple[Record, ...]:
    """Return the drafts, the one touched last first."""
    where = "WHERE state = 'draft' ORDER BY updated DESC, id DESC LIMIT ?"
    return nouns.many(reader, Record, where, (limit,))


def save(store: Store, *rows: Record) -> tuple[Operation, ...]:
    """Make or edit records; the state of one that exists is changed by ``set_state`` only.

    Raises:
        BugError: the row would change the state.
    """
    for row in rows:
        kept = get(store, row.id)
        if kept is not None and kept.state != row.state:
            raise BugError("a record's state changes by set_state")
    return nouns.save(store, *rows)


def set_progress(store: Store, record_id: str, answered: int, asked: int) -> None:
    """Keep how far a record is, as its form counts it; the figure stays on this machine."""
    with store.atomic():
        store.run(
            "UPDATE record SET answered = ?, asked = ? WHERE id = ?", (answered, asked, record_id)
        )


def set_state(  # noqa: PLR0913 - each is one fact of the step
    store: Store,
    record_id: str,
    state: str,
    *,
    finished: dt.datetime | None = None,
    pdf_sha: str | None = None,
    reason: str = "",
) -> tuple[Operation, ...]:
    """Lead a record to its next state; see ``_NEXT`` for the ways there are.

    ``reason`` is kept in the operation.

    Raises:
        BugError: there is no such way.
    """
    with store.atomic():
        kept = get(store, record_id)
        if kept is None or state not in _NEXT[kept.state]:
            raise BugError(f"a record does not go from {kept and kept.state} to {state}")
        fields: dict[str, str | None] = {"state": state}
        if finished is not None or state == "draft":
            fields["finished"] = to_text(finished) if finished else None
        if pdf_sha is not None or state == "draft":
            fields["pdf_sha"] = pdf_sha
        if reason:
            fields["reason"] = reason
        return nouns.edit(store, Record, record_id, **fields)


def finish(
    store: Store, record_id: str, finished: dt.datetime, pdf_sha: str | None = None
) -> tuple[Operation, ...]:
    """Finish a draft: from now on it is read-only."""
    return set_state(store, record_id, "finished", finished=finished, pdf_sha=pdf_sha)
