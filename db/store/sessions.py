"""Sessions: was the last end a clean one, and which drafts were open."""

import datetime as dt

from db.handle import Reader, Store
from db.journal.clock import from_text, to_text
from db.journal.operation import BadOperation, decode
from db.rows import Draft, Recovered
from db.store import streams
from db.store.moments import wall_of


def last(reader: Reader) -> Recovered:
    """Return what is known about the last session; a first one counts as clean."""
    found = reader.row("SELECT started, ended FROM session ORDER BY id DESC LIMIT 1")
    if found is None:
        return Recovered()
    upto = streams.number(streams.id_of(reader, streams.own(reader)), streams.LAST)
    newest = reader.value("SELECT bytes FROM op WHERE n <= ? ORDER BY n DESC LIMIT 1", (upto,))
    return Recovered(
        clean=found[1] is not None,
        last_start=from_text(found[0]),
        last_operation=_made(newest),
    )


def start(store: Store) -> None:
    """Note that a session has begun; it counts as unclean until ``end``."""
    with store.atomic():
        store.run(
            "INSERT INTO session (started, client) VALUES (?, ?)",
            (to_text(store.clock()), store.client),
        )


def end(store: Store) -> None:
    """Note the clean end of the running session."""
    with store.atomic():
        store.run(
            "UPDATE session SET ended = ? WHERE id = (SELECT MAX(id) FROM session)",
            (to_text(store.clock()),),
        )


def drafts(reader: Reader) -> tuple[Draft, ...]:
    """Return the open drafts, the one answered last first."""
    found = reader.rows(
        "SELECT record.id, record.title, record.enterprise_id, COUNT(answer.path), MAX(answer.at)"
        " FROM record LEFT JOIN answer ON answer.record_id = record.id"
        " AND answer.value IS NOT NULL"
        " WHERE record.state = 'draft' GROUP BY record.id ORDER BY MAX(answer.at) DESC, record.id"
    )
    return tuple(
        Draft(rec_id, title, enterprise, answers, from_text(at) if at else None)
        for rec_id, title, enterprise, answers, at in found
    )


def _made(data: bytes | None) -> dt.datetime | None:
    if data is None:
        return None
    try:
        return wall_of(decode(data))
    except BadOperation:
        return None
