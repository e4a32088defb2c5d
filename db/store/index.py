"""The search index: which words and codes of each noun are kept, written as the noun changes.

Entry ids are ``kind << 40 | serial``, so one kind is one range of rowids and the newest come
first without sorting.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from db.handle import Reader, Store
from db.journal.ids import is_id
from db.rows import (
    Document,
    Enterprise,
    Equipment,
    Finding,
    LawArticle,
    Person,
    Product,
    Record,
    Sample,
)
from db.store.tables import TABLES, select, to_row
from db.store.words import code, indexed, latin_words

KINDS = (
    "enterprise",
    "equipment",
    "product",
    "person",
    "record",
    "finding",
    "document",
    "sample",
    "law",
)
"""The kinds that can be found, in the order they are shown; the position makes the entry's id."""

SHIFT = 40
_TITLE = 200
_JSON_SIGNS = re.compile(r'[\[\]{}",:\\]+')


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of one noun for search: shown words, searchable text, codes."""

    title: str
    subtitle: str
    enterprise_id: str
    body: str
    codes: frozenset[str]


def span(rec_type: str) -> tuple[int, int]:
    """Return the first and last entry id a kind can have."""
    kind = KINDS.index(rec_type) + 1
    return kind << SHIFT, ((kind + 1) << SHIFT) - 1


def write(store: Store, rec_type: str, rec_id: str) -> None:
    """Bring the entry of one noun up to date; a noun that is gone loses its entry."""
    if rec_type not in KINDS:
        return
    table = TABLES[rec_type]
    found = store.row(f"{select(table.row)} WHERE {table.key} = ?", (rec_id,))
    old = store.value(
        "SELECT id FROM search_entry WHERE rec_id = ? AND rec_type = ?", (rec_id, rec_type)
    )
    if old is not None:
        store.run("DELETE FROM search_text WHERE rowid = ?", (old,))
        store.run("DELETE FROM search_entry WHERE id = ?", (old,))
    if found is not None:
        entry = entry_of(store, to_row(table.row, found))
        insert(store, old or next_id(store, rec_type), rec_type, rec_id, entry)


def next_id(reader: Reader, rec_type: str) -> int:
    """Return the next free entry id of a kind."""
    first, last = span(rec_type)
    top = reader.value("SELECT MAX(id) FROM search_entry WHERE id BETWEEN ? AND ?", (first, last))
    return int(top or first) + 1


def insert(store: Store, at: int, rec_type: str, rec_id: str, entry: Entry) -> None:
    """Write a new entry under a free id."""
    store.run(
        "INSERT INTO search_entry (id, rec_type, rec_id, title, subtitle, enterprise_id)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (at, rec_type, rec_id, entry.title, entry.subtitle, entry.enterprise_id),
    )
    store.run("INSERT INTO search_text (rowid, body) VALUES (?, ?)", (at, entry.body))
    for one in entry.codes:
        store.run(
            "INSERT INTO search_code (kind, code, entry) VALUES (?, ?, ?)", (at >> SHIFT, one, at)
        )


def insert_many(store: Store, entries: Iterable[tuple[str, str, Entry]]) -> None:
    """Write the new entries of many nouns, each (rec_type, rec_id, entry), by a few statements."""
    free: dict[str, int] = {}
    numbered: list[tuple[int, str, str, Entry]] = []
    for rec_type, rec_id, entry in entries:
        at = free.get(rec_type) or next_id(store, rec_type)
        free[rec_type] = at + 1
        numbered.append((at, rec_type, rec_id, entry))
    store.insert_many(
        "search_entry (id, rec_type, rec_id, title, subtitle, enterprise_id)",
        (
            (at, kind, key, entry.title, entry.subtitle, entry.enterprise_id)
            for at, kind, key, entry in numbered
        ),
    )
    store.insert_many(
        "search_text (rowid, body)",
        ((at, entry.body) for at, _kind, _key, entry in numbered),
    )
    store.insert_many(
        "search_code (kind, code, entry)",
        sorted(
            (at >> SHIFT, one, at) for at, _kind, _key, entry in numbered for one in entry.codes
        ),
    )


def entry_of(reader: Reader, row: Any) -> Entry:
    """Return the entry of a noun's row."""
    words: tuple[str, ...]
    codes: tuple[str, ...]
    match row:
        case Enterprise():
            former = _had_names(reader, row.id)
            words = (row.name, row.name_en, row.legal_rep, row.address, row.industry)
            words += (row.quality_officer, row.licence_name, *(name for name, _uscc in former))
            codes = (
                row.uscc,
                row.phone,
                *latin_words(row.name_en),
                *(uscc for _name, uscc in former),
            )
            entry = _entry(row.name, row.address, row.id, words, codes)
        case Equipment():
            words = (row.name, row.place, row.maker, row.maintenance_unit)
            codes = (row.code, row.registration_no)
            entry = _entry(row.name or row.code, row.place, row.enterprise_id, words, codes)
        case Product():
            words = (row.name, row.brand, row.spec, row.category)
            subtitle = " ".join(filter(None, (row.brand, row.spec)))
            codes = (row.licence, row.standard)
            entry = _entry(row.name, subtitle, row.enterprise_id, words, codes)
        case Person():
            codes = (row.certificate, row.phone)
            entry = _entry(row.name, row.role, row.enterprise_id or "", (row.name, row.role), codes)
        case LawArticle():
            title = f"{row.law_name} {row.article}".strip()
            words = (row.law_name, row.article, row.summary, row.text, row.document_number)
            entry = _entry(title, row.summary, "", words, (row.key,))
        case Record():
            entry = _of_record(reader, row)
        case Finding():
            words = (row.item, row.seen, row.law, row.measure)
            entry = _entry(row.item, row.seen, row.enterprise_id, words, ())
        case Document():
            subtitle = _enterprise_name(reader, row.enterprise_id)
            words = (row.number_text, subtitle, _JSON_SIGNS.sub(" ", row.content))
            codes = (row.number_text, str(row.number))
            entry = _entry(row.number_text, subtitle, row.enterprise_id, words, codes)
        case Sample():
            codes = (row.number, row.seal_no, row.lot)
            words = (row.product_name, row.lot)
            entry = _entry(row.product_name or row.number, row.number, "", words, codes)
        case _:
            raise TypeError(type(row))
    return entry


def refresh_records(store: Store) -> int:
    """Index the records changed since the last time; return how many there were."""
    with store.atomic():
        dirty = [one for (one,) in store.rows("SELECT id FROM record WHERE dirty = 1")]
        for rec_id in dirty:
            write(store, "record", rec_id)
            store.run("UPDATE record SET dirty = 0 WHERE id = ?", (rec_id,))
    return len(dirty)


def record_entry(row: Record, enterprise: str, values: Iterable[str]) -> Entry:
    """Return the entry of a record from its answers' texts."""
    kept = [one for one in values if len(one) > 1 and not is_id(one)]
    coded = [one for one in kept if len(one) >= 4 and any(sign.isdigit() for sign in one)]
    words = (row.title, enterprise, *kept)
    return _entry(row.title or row.form_id, enterprise, row.enterprise_id, words, coded)


def _of_record(reader: Reader, row: Record) -> Entry:
    values = reader.rows(
        "SELECT value FROM answer WHERE record_id = ? AND value IS NOT NULL"
        " AND path NOT LIKE '%/confidential/%'",  # whom a reporter is, nobody finds by searching
        (row.id,),
    )
    name = _enterprise_name(reader, row.enterprise_id)
    return record_entry(row, name, (value for (value,) in values))


def _had_names(reader: Reader, enterprise_id: str) -> list[tuple[str, str]]:
    """Names and codes an enterprise had: by these it is found for ever."""
    found = reader.rows(
        "SELECT name, uscc FROM former_name WHERE enterprise_id = ?", (enterprise_id,)
    )
    return [(str(name), str(uscc)) for name, uscc in found]


def _enterprise_name(reader: Reader, enterprise_id: str) -> str:
    name = reader.value("SELECT name FROM enterprise WHERE id = ?", (enterprise_id,))
    return str(name or "")


def _entry(
    title: str, subtitle: str, enterprise_id: str, words: Iterable[str], codes: Iterable[str]
) -> Entry:
    searchable = {code(one) for one in codes if one}
    searchable |= latin_words(title)
    body = indexed("\n".join(filter(None, words)))
    return Entry(
        title[:_TITLE], subtitle[:_TITLE], enterprise_id, body, frozenset(searchable - {""})
    )
