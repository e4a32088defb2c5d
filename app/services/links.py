"""Links of a paper to the findings it is written over, kept beside its answers."""

from collections.abc import Sequence

from db.connection import Reader, Store
from db.rows import Finding, Record
from db.store import answers, findings, nouns

PATH = "/links/findings"
"""Where the findings a paper orders are kept; no question has this path, for its root differs."""
CITED = "/links/cited"
"""Where the findings a citation punishes are kept: issuing it orders nothing."""

SERVED = "/links/served"
"""Where the documents a receipt of service is about are kept."""


def linked(reader: Reader, record: Record, path: str = PATH) -> tuple[str, ...]:
    """The ids of the findings a paper is written over, in the order chosen."""
    return tuple(answers.of_record(reader, record.id).get(path, "").split())


def findings_of(reader: Reader, record: Record) -> tuple[Finding, ...]:
    """The findings a paper is written over, in the order chosen."""
    return nouns.page(reader, Finding, linked(reader, record))


def findings_shown(reader: Reader, record: Record) -> tuple[Finding, ...]:
    """The findings a paper shows: its own, or those it is written over."""
    return findings.of_record(reader, record.id) or findings_of(reader, record)


def link(store: Store, record: Record, finding_ids: Sequence[str], path: str = PATH) -> None:
    """Say which findings a paper is written over."""
    answers.write(store, record.id, {path: " ".join(finding_ids)})
