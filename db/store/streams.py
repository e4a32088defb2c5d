"""Streams in this store, and the numbers of their operations.

An operation's number ``n`` is ``stream row << 40 | seq``: unique, in stream order, and its dot can
be told without looking it up. So the journal needs one index and one page less a commit.
"""

from db.errors import BugError
from db.handle import Identity, Reader
from db.journal.operation import Dot
from db.plain import Connection

SHIFT = 40
LAST = (1 << SHIFT) - 1
# A stream's row and name never change, so a reader remembers them.
BESIDE = 0
"""The incarnation of a stream of this device that holds what another one wrote."""


def enter(db: Connection, who: Identity) -> None:
    """Make a stream, and the one this device writes from now on."""
    db.execute(
        "INSERT INTO stream (stream, scope, device, incarnation) VALUES (?, ?, ?, ?)",
        (who.stream, who.scope, who.device, who.incarnation),
    )
    db.execute(
        "INSERT INTO meta (key, value) VALUES ('stream', ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (who.stream,),
    )


def enter_other(db: Connection, who: Identity) -> None:
    """Make a stream of another device, as far as it is known."""
    db.execute(
        "INSERT INTO stream (stream, scope, device, incarnation) VALUES (?, ?, ?, ?)",
        (who.stream, who.scope, who.device, who.incarnation),
    )


def writing_here(db: Connection) -> Identity:
    """Return the stream this device writes, its device, scope and incarnation; nobody signed in."""
    found = db.execute(
        "SELECT stream.stream, device, scope, incarnation FROM stream"
        " JOIN meta ON meta.key = 'stream' AND meta.value = stream.stream"
    ).fetchone()
    return Identity(*found)


def may_be_anothers(reader: Reader, name: str) -> bool:
    """Whether another device can have sent a stream: also one that was taken over here as well."""
    found = reader.row("SELECT device, incarnation FROM stream WHERE stream = ?", (name,))
    return found is None or found[0] != device(reader) or found[1] == BESIDE


def is_own(reader: Reader, name: str) -> bool:
    """Whether this device writes or wrote a stream, or took it over."""
    found = reader.value("SELECT device FROM stream WHERE stream = ?", (name,))
    return found is not None and found == device(reader)


def number(stream: int, seq: int) -> int:
    """Return the number of an operation from its stream's row and its place in it."""
    return stream << SHIFT | seq


def dot_of(reader: Reader, n: int) -> Dot:
    """Return the (stream, seq) of an operation number."""
    return (_name(reader, n >> SHIFT), n & LAST)


def id_of(reader: Reader, name: str) -> int:
    """Return the row of a stream.

    Raises:
        BugError: there is no such stream.
    """
    known = reader.stream_rows.get(name)
    if known is None:
        found = reader.value("SELECT id FROM stream WHERE stream = ?", (name,))
        if found is None:
            raise BugError(f"no stream {name}")
        known = reader.stream_rows[name] = int(found)
    return known


def begun(reader: Reader, stream: int) -> tuple[int, bytes] | None:
    """Return where what came by a snapshot ends in a stream's row: (number, chain value), or None.

    Up to there only some of its operations are here.
    """
    found = reader.row("SELECT base_seq, base_chain FROM stream WHERE id = ?", (stream,))
    return (int(found[0]), bytes(found[1])) if found and found[0] else None


def names(reader: Reader) -> tuple[str, ...]:
    """Return the names of all streams in this store."""
    return tuple(name for (name,) in reader.rows("SELECT stream FROM stream ORDER BY id"))


def device(reader: Reader) -> str:
    """Return the id of this device."""
    return str(
        reader.value(
            "SELECT device FROM stream JOIN meta ON meta.key = 'stream'"
            " AND meta.value = stream.stream"
        )
    )


def own(reader: Reader) -> str:
    """Return the name of the stream this device writes."""
    return str(reader.value("SELECT value FROM meta WHERE key = 'stream'"))


def _name(reader: Reader, stream: int) -> str:
    known = reader.stream_names.get(stream)
    if known is None:
        found = reader.value("SELECT stream FROM stream WHERE id = ?", (stream,))
        if found is None:
            raise BugError(f"no stream {stream}")
        known = reader.stream_names[stream] = str(found)
    return known
