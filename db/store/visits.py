"""Visits: inspections as planned, approved, announced and made, and how many a year has seen."""

from collections.abc import Sequence

from db.duty_rows import Visit
from db.handle import Reader, Store
from db.journal.operation import Operation
from db.store import nouns
from db.store.merged import OWN


def get(reader: Reader, visit_id: str) -> Visit | None:
    """Return one visit or None."""
    return nouns.get(reader, Visit, visit_id)


def of_case(reader: Reader, case_id: str) -> tuple[Visit, ...]:
    """Return the visits of a case, cancelled ones left out, the newest first."""
    where = "WHERE case_id = ? AND state <> 'cancelled' ORDER BY id DESC"
    return nouns.many(reader, Visit, where, (case_id,))


def of_notice(reader: Reader, enterprise_id: str, document_id: str) -> Visit | None:
    """Return the visit an issued notice announces, or None."""
    where = f"WHERE {OWN} AND notice_id = ? AND state <> 'cancelled' LIMIT 1"
    return next(iter(nouns.many(reader, Visit, where, (enterprise_id, document_id))), None)


def count(
    reader: Reader, enterprise_id: str, since: str, until: str, exempt: Sequence[str]
) -> tuple[int, int]:
    """Return how many visits were made, and how many more are planned, between two moments.

    The moments are kept text; ``until`` itself is left out, and so are the exempt kinds: of these
    one that was made and not approved counts all the same. A planned visit is of the year of its
    day, which as text lies between the moments of its year.
    """
    marks = ", ".join("?" * len(exempt))
    found = reader.row(
        "SELECT COALESCE(SUM(arrived IS NOT NULL), 0), COALESCE(SUM(arrived IS NULL), 0)"
        f" FROM visit WHERE {OWN} AND state <> 'cancelled'"
        f" AND (refused_id <> '' OR kind NOT IN ({marks}))"
        " AND ((arrived >= ? AND arrived < ?)"
        " OR (arrived IS NULL AND state = 'planned'"
        " AND COALESCE(planned, created) >= ? AND COALESCE(planned, created) < ?))",
        (enterprise_id, *exempt, since, until, since, until),
    )
    return (int(found[0]), int(found[1])) if found else (0, 0)


def place_of(reader: Reader, row: Visit, since: str, until: str, exempt: Sequence[str]) -> int:
    """Return which visit of its enterprise this is between two moments; 0 for one that is exempt."""
    if row.kind in exempt and not row.refused_id:
        return 0
    marks = ", ".join("?" * len(exempt))
    return int(
        reader.value(
            f"SELECT COUNT(*) FROM visit WHERE {OWN} AND state <> 'cancelled'"
            f" AND (refused_id <> '' OR kind NOT IN ({marks})) AND id <= ?"
            " AND COALESCE(arrived, planned, created) >= ?"
            " AND COALESCE(arrived, planned, created) < ?",
            (row.enterprise_id, *exempt, row.id, since, until),
        )
    )


def save(store: Store, *rows: Visit) -> tuple[Operation, ...]:
    """Make or edit visits."""
    return nouns.save(store, *rows)
