"""Which records have named which others as what they belong to, to find them from there.

What was named once stays written down here: who asks looks at the record itself whether it still
stands. So nothing here is ever changed, and no merge has to be done twice.
"""

from collections.abc import Container, Iterable, Sequence

from db.journal.record import Key
from hub.sql.base import Db, copy

Row = tuple[str, str, str]


def add(db: Db, scope: str, rows: Iterable[Row], made: Container[Key]) -> None:
    """Enter that records belong: (owner, type, record); what stands already stays.

    Of ``made``, the records that are new, nothing stands. The others are held by the caller.
    """
    wanted = set(rows)
    old = [row for row in wanted if row[1:] not in made]
    if old:
        standing = db.execute(
            "SELECT owner, rec_type, rec_id FROM belonging"
            " WHERE scope = %s AND owner = ANY(%s) AND rec_id = ANY(%s)",
            (scope, sorted({row[0] for row in old}), sorted({row[2] for row in old})),
            prepare=False,  # as ``lock_records``
        )
        wanted -= set(standing.fetchall())
    if wanted:
        into = "belonging (scope, owner, rec_type, rec_id)"
        copy(db, into, ((scope, *row) for row in sorted(wanted)))


def of(db: Db, scope: str, rec_type: str, owners: Sequence[str]) -> list[str]:
    """Return the ids of the records of a kind that have named one of the owners, in order."""
    found = db.execute(
        "SELECT DISTINCT rec_id FROM belonging"
        " WHERE scope = %s AND owner = ANY(%s) AND rec_type = %s ORDER BY rec_id",
        (scope, sorted(owners), rec_type),
        prepare=False,
    )
    return [rec_id for (rec_id,) in found]
