"""Findings: what was wrong, living across visits until it is closed."""

from collections.abc import Sequence

from db.handle import Reader, Store
from db.journal.operation import Operation
from db.rows import Finding
from db.store import nouns
from db.store.merged import OWN

TOLD = (
    "EXISTS (SELECT 1 FROM record WHERE record.id = finding.record_id"
    " AND record.state NOT IN ('draft', 'withdrawn'))"
)
"""Its record is finished: what was found is no longer being written."""


def get(reader: Reader, finding_id: str) -> Finding | None:
    """Return one finding or None."""
    return nouns.get(reader, Finding, finding_id)


def of_record(reader: Reader, record_id: str) -> tuple[Finding, ...]:
    """Return the findings of a record, those withdrawn left out, in the order they were made."""
    where = "WHERE record_id = ? AND state <> 'withdrawn' ORDER BY id"
    return nouns.many(reader, Finding, where, (record_id,))


def at(reader: Reader, record_id: str, path: str) -> Finding | None:
    """Return the finding a record has at a question, also a withdrawn one."""
    where = "WHERE record_id = ? AND path = ? ORDER BY id DESC"
    return nouns.one(reader, Finding, where, (record_id, path))


def of_case(reader: Reader, case_id: str) -> tuple[Finding, ...]:
    """Return the findings of a case file, those withdrawn left out."""
    where = "WHERE case_id = ? AND state <> 'withdrawn' ORDER BY id"
    return nouns.many(reader, Finding, where, (case_id,))


def of_enterprise(reader: Reader, enterprise_id: str) -> tuple[Finding, ...]:
    """Return an enterprise's findings, the newest first, those withdrawn left out."""
    where = f"WHERE {OWN} AND state <> 'withdrawn' ORDER BY id DESC"
    return nouns.many(reader, Finding, where, (enterprise_id,))


def of_equipment(reader: Reader, equipment_id: str) -> tuple[Finding, ...]:
    """Return the findings at a piece of equipment, the newest first, those withdrawn left out."""
    where = (
        "WHERE equipment_id = ? AND equipment_id <> '' AND state <> 'withdrawn' ORDER BY id DESC"
    )
    return nouns.many(reader, Finding, where, (equipment_id,))


def count_live(reader: Reader, most: int) -> int:
    """Return how many findings are found for certain and not settled, at most ``most``."""
    live = "SELECT 1 FROM finding WHERE state IN ('ordered', 'reported', 'rechecked') LIMIT ?"
    found = f"SELECT 1 FROM finding WHERE state = 'open' AND {TOLD} LIMIT ?"
    both = sum(reader.value(f"SELECT COUNT(*) FROM ({one})", (most,)) for one in (live, found))
    return int(min(both, most))


def step(store: Store, after: Finding, **said: str) -> tuple[Operation, ...]:
    """Take a finding a step on: the fields that differ, and what is ``said`` in the journal alone."""
    change = nouns.change_of(store, after)
    fields = dict(change.fields) if change else {}
    return nouns.edit(store, Finding, after.id, **fields, **said)


def page(reader: Reader, keys: Sequence[str]) -> tuple[Finding, ...]:
    """Return the findings with these ids, in their order."""
    return nouns.page(reader, Finding, keys)


def save(store: Store, *rows: Finding) -> tuple[Operation, ...]:
    """Make or edit findings."""
    return nouns.save(store, *rows)
