"""Deletions of a record, and what was written to keep it or to make it again after one.

Who deletes has seen the writes by which it was kept before, and says so, as who makes it again says
of every deletion: else the one would stand beside the other for ever.
"""

from db.handle import Reader
from db.journal.heads import DELETED
from db.journal.operation import Dot
from db.store import operations, streams

_ALL = 1 << 30


def deletions(reader: Reader, rec_id: str) -> tuple[Dot, ...]:
    """Return the deletions of a record, by whomever, the first to come first."""
    found = reader.rows(
        "SELECT n FROM op WHERE rec_id = ? AND kind = 'delete' AND n NOT IN (SELECT n FROM held)"
        " ORDER BY arrived, n",
        (rec_id,),
    )
    return tuple(streams.dot_of(reader, n) for (n,) in found)


def named(reader: Reader, rec_id: str) -> tuple[Dot, ...]:
    """Return the deletions that who makes a record again names; none where nobody deleted it."""
    buried = reader.value("SELECT 1 FROM tombstone WHERE rec_id = ?", (rec_id,))
    return deletions(reader, rec_id) if buried else ()


def raised(reader: Reader, rec_id: str) -> tuple[Dot, ...]:
    """Return the writes by which a record was kept, or made again, after a deletion."""
    if not deletions(reader, rec_id):
        return ()
    held = {n for (n,) in reader.rows("SELECT n FROM held")}
    return tuple(
        one.operation.dot
        for one in operations.history(reader, rec_id, _ALL)
        if one.n not in held and one.operation.kind != "delete" and DELETED in one.operation.fields
    )
