"""Finding anything by a word, a part of a word, a code or a number."""

import json
from collections.abc import Sequence

from db.handle import Reader, Store
from db.rows import Hit
from db.store import index
from db.store.index import KINDS, SHIFT
from db.store.words import Question, question

_TOP = "\U0010ffff"


def find(
    reader: Reader, text: str, limit_per_type: int = 5, kinds: Sequence[str] = KINDS
) -> tuple[Hit, ...]:
    """Return what fits, grouped by kind in the order of ``KINDS``, the newest first in each.

    Finds one Chinese character as well as seven; Latin words by their beginning; codes and
    numbers (统一社会信用代码, equipment, document, sample numbers) by their beginning.
    """
    asked = question(text)
    if not asked.match:
        return ()
    with reader.snapshot():
        entries = [
            entry
            for kind in KINDS
            if kind in kinds
            for entry in _ids(reader, kind, asked, limit_per_type)
        ]
        return _hits(reader, entries)


def keys(reader: Reader, rec_type: str, text: str, limit: int = 30) -> tuple[str, ...]:
    """Return the ids of what fits of one kind, the newest first.

    A list that shows rows of its own wants no hits: for two thousand they cost four times as much.
    """
    asked = question(text)
    if not asked.match:
        return ()
    with reader.snapshot():
        entries = _ids(reader, rec_type, asked, limit)
        found = dict(
            reader.rows(
                "SELECT id, rec_id FROM search_entry WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(entries),),
            )
        )
    return tuple(found[entry] for entry in entries if entry in found)


def refresh(store: Store) -> int:
    """Index the records answered since the last time; return how many there were."""
    return index.refresh_records(store)


def _ids(reader: Reader, kind: str, asked: Question, limit: int) -> list[int]:
    first, last = index.span(kind)
    found = [
        entry
        for (entry,) in reader.rows(
            "SELECT rowid FROM search_text WHERE search_text MATCH ?"
            " AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?",
            (asked.match, first, last, limit),
        )
    ]
    if not asked.code:
        return found
    coded = [
        entry
        for (entry,) in reader.rows(
            "SELECT DISTINCT entry FROM search_code WHERE kind = ? AND code >= ? AND code < ?"
            " LIMIT ?",
            (first >> SHIFT, asked.code, asked.code + _TOP, limit),
        )
    ]
    return list(dict.fromkeys(coded + found))[:limit]


def _hits(reader: Reader, entries: Sequence[int]) -> tuple[Hit, ...]:
    marks = ", ".join("?" * len(entries))
    found = {
        row[0]: Hit(*row[1:])
        for row in reader.rows(
            "SELECT id, rec_type, rec_id, title, subtitle, enterprise_id FROM search_entry"
            f" WHERE id IN ({marks})",
            entries,
        )
    }
    return tuple(found[entry] for entry in entries if entry in found)
