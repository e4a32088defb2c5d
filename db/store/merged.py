"""Enterprises found to be one: whose things are whose, and the names they once had.

The row that goes keeps everything that hangs on it; only ``merged_into`` says which row stands for
it. So a merge is one small operation, it can be taken back, and nothing issued is written again.
"""

from db.duty_rows import FormerName
from db.handle import Reader
from db.rows import Enterprise
from db.store import nouns

OWN = (
    "enterprise_id IN (WITH RECURSIVE same (id) AS (VALUES (?) UNION SELECT enterprise.id FROM same"
    " JOIN enterprise ON enterprise.merged_into = same.id AND enterprise.merged_into <> '')"
    " SELECT id FROM same)"
)
"""What belongs to an enterprise or to one merged into it; one value, the enterprise's id."""


def standing(reader: Reader, enterprise_id: str) -> str:
    """Return the id of the row that stands for an enterprise: its own unless it was merged.

    Two laptops may merge two rows into each other before they meet: of such a ring the row with
    the smallest id stands, on every machine the same.
    """
    seen = [enterprise_id]
    while True:
        found = reader.value("SELECT merged_into FROM enterprise WHERE id = ?", (seen[-1],))
        if not found:
            return seen[-1]
        if found in seen:
            return min(seen[seen.index(found) :])
        seen.append(str(found))


def whose(reader: Reader) -> dict[str, str]:
    """Return every row another one stands for with the id of that one; there are few."""
    found = reader.rows("SELECT id FROM enterprise WHERE merged_into <> ''")
    told = {str(one): standing(reader, one) for (one,) in found}
    return {one: into for one, into in told.items() if into != one}


def gone(reader: Reader) -> frozenset[str]:
    """Return the ids of all rows another one stands for."""
    return frozenset(whose(reader))


def into(reader: Reader, enterprise_id: str) -> tuple[Enterprise, ...]:
    """Return the enterprises merged into this one directly, by name."""
    where = "WHERE merged_into = ? AND merged_into <> '' ORDER BY name, id"
    return nouns.many(reader, Enterprise, where, (enterprise_id,))


def former_names(reader: Reader, enterprise_id: str) -> tuple[FormerName, ...]:
    """Return the names an enterprise had, the newest first."""
    return nouns.many(
        reader, FormerName, f"WHERE {OWN} ORDER BY until DESC, id DESC", (enterprise_id,)
    )


def all_former(reader: Reader) -> tuple[FormerName, ...]:
    """Return every name and code an enterprise once had, in the order they were given up."""
    return nouns.many(reader, FormerName, "WHERE 1 = ? ORDER BY until, id", (1,))
