"""Case files: what ties the records and documents of one matter."""

import datetime as dt
from collections.abc import Collection, Sequence

from db.handle import Reader, Store
from db.journal.clock import to_text
from db.journal.operation import Operation
from db.rows import CaseFile
from db.store import nouns
from db.store.merged import OWN


def get(reader: Reader, case_id: str) -> CaseFile | None:
    """Return one case file or None."""
    return nouns.get(reader, CaseFile, case_id)


def of_enterprise(reader: Reader, enterprise_id: str) -> tuple[CaseFile, ...]:
    """Return an enterprise's case files, the newest first."""
    where = f"WHERE {OWN} ORDER BY id DESC"
    return nouns.many(reader, CaseFile, where, (enterprise_id,))


def of_origin(reader: Reader, origin: str) -> tuple[CaseFile, ...]:
    """Return the case files that came from another case, finding or report, the newest first."""
    where = "WHERE origin = ? AND origin <> '' ORDER BY id DESC"
    return nouns.many(reader, CaseFile, where, (origin,))


_LISTED = {
    "open": "WHERE state = 'open' ORDER BY opened DESC, id DESC LIMIT ?",
    "closed": "WHERE state = 'closed' ORDER BY closed DESC, id DESC LIMIT ?",
}


def listed(reader: Reader, state: str, limit: int) -> tuple[CaseFile, ...]:
    """Return the first case files of a state: open or closed, each the newest first."""
    return nouns.many(reader, CaseFile, _LISTED[state], (limit,))


def count(reader: Reader, state: str, most: int) -> int:
    """Return how many case files are open or closed, at most ``most``."""
    found = f"SELECT 1 FROM case_file {_LISTED[state]}"
    return int(reader.value(f"SELECT COUNT(*) FROM ({found})", (most,)))


def tallies(
    reader: Reader, keys: Sequence[str], live: Collection[str]
) -> dict[str, tuple[int, int]]:
    """Return how many papers, and findings in a ``live`` state, each of these case files has."""
    found = dict.fromkeys(keys, (0, 0))
    marks, states = ", ".join("?" * len(keys)), ", ".join("?" * len(live))
    papers = f"SELECT case_id, COUNT(*) FROM record WHERE case_id IN ({marks}) GROUP BY case_id"
    findings = (
        f"SELECT case_id, COUNT(*) FROM finding WHERE case_id IN ({marks}) AND state IN ({states})"
        " GROUP BY case_id"
    )
    for key, amount in reader.rows(papers, tuple(keys)):
        found[key] = (amount, 0)
    for key, amount in reader.rows(findings, (*keys, *live)):
        found[key] = (found[key][0], amount)
    return found


def page(reader: Reader, keys: Sequence[str]) -> tuple[CaseFile, ...]:
    """Return the case files with these ids, in their order."""
    return nouns.page(reader, CaseFile, keys)


def close(store: Store, case_id: str, at: dt.datetime) -> tuple[Operation, ...]:
    """Close a case file at a moment."""
    return nouns.edit(store, CaseFile, case_id, state="closed", closed=to_text(at))


def reopen(store: Store, case_id: str, reason: str) -> tuple[Operation, ...]:
    """Open a closed case file again; ``reason`` is kept in the operation."""
    return nouns.edit(store, CaseFile, case_id, state="open", closed=None, reason=reason)


def save(store: Store, *rows: CaseFile) -> tuple[Operation, ...]:
    """Make or edit case files."""
    return nouns.save(store, *rows)
