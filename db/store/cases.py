"""Case files: what ties the records and documents of one matter."""

import datetime as dt
from collections.abc import Sequence

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


def open_ones(reader: Reader, limit: int = 200) -> tuple[CaseFile, ...]:
    """Return the open case files, the newest first."""
    where = "WHERE state = 'open' ORDER BY opened DESC, id DESC LIMIT ?"
    return nouns.many(reader, CaseFile, where, (limit,))


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
