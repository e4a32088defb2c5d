"""Where a case came from, and the cases that came from it: the same bond read from both ends."""

from dataclasses import dataclass

from db.connection import Reader
from db.duty_rows import TestReport
from db.rows import CaseFile, Finding
from db.store import cases, nouns
from db.store import findings as kept_findings
from db.store import test_reports as kept_reports

From = CaseFile | TestReport | Finding
"""What a case may come from: a complaint's case, a result, a finding that was taken on."""


@dataclass(frozen=True, slots=True)
class Bonds:
    """What a case came from (None: it was begun by itself), and what was begun from it."""

    origin: From | None
    begun: tuple[CaseFile, ...]


def bonds(reader: Reader, case: CaseFile) -> Bonds:
    """Both ends; a case begun from a finding or a result counts as begun from their case."""
    roots = [
        case.id,
        *(row.id for row in kept_reports.of_case(reader, case.id)),
        *(row.id for row in kept_findings.of_case(reader, case.id)),
    ]
    begun = [one for root in roots for one in cases.of_origin(reader, root)]
    return Bonds(_origin(reader, case.origin), tuple(begun))


def _origin(reader: Reader, origin: str) -> From | None:
    if not origin:
        return None
    return (
        nouns.get(reader, CaseFile, origin)
        or nouns.get(reader, TestReport, origin)
        or nouns.get(reader, Finding, origin)
    )
