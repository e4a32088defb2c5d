"""Links of a paper to the findings it is written over, kept beside its answers."""

from collections.abc import Sequence

from db.connection import Reader, Store
from db.rows import Finding, Record
from db.store import answers, findings, nouns

PATH = "/links/findings"
"""Where the link is kept; no question of a form can have this path, its root differs."""


def findings_of(reader: Reader, record: Record) -> tuple[Finding, ...]:
    """The findings a paper is written over, in the order chosen."""
    value = answers.of_record(reader, record.id).get(PATH, "")
    return nouns.page(reader, Finding, value.split())


def findings_shown(reader: Reader, record: Record) -> tuple[Finding, ...]:
    """The findings a paper shows: its own, or those it is written over."""
    return findings.of_record(reader, record.id) or findings_of(reader, record)


def link(store: Store, record: Record, finding_ids: Sequence[str]) -> None:
    """Say which findings a paper is written over."""
    answers.write(store, record.id, {PATH: " ".join(finding_ids)})
