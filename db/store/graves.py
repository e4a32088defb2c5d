"""Deletions of a record, and what was written to keep it or to make it again after one.

Who deletes has seen the writes by which it was kept before, and says so, as who makes it again says
of every deletion: else the one would stand beside the other for ever.
"""

from db.handle import Reader
from db.journal.heads import DELETED
from db.journal.operation import Dot, decode
from db.store import streams


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
    found = reader.rows(
        "SELECT bytes FROM op WHERE rec_id = ? AND kind <> 'delete'"
        " AND n NOT IN (SELECT n FROM held) ORDER BY arrived, n",
        (rec_id,),
    )
    written = (decode(data) for (data,) in found)
    return tuple(one.dot for one in written if DELETED in one.fields)
