"""Re-checks 整改复查: what there is to look at again, and what its record is begun with.

总局令第57号 art. 29: within ten working days after the rectification report, on site or by papers.
"""

from collections.abc import Sequence

from db.connection import Reader
from db.rows import Finding
from db.store import documents
from db.store import findings as kept_findings

WAITING = frozenset({"ordered", "reported", "rechecked"})
"""The states in which a finding is re-checked."""


def waiting(reader: Reader, case_id: str) -> tuple[Finding, ...]:
    """The findings of a case that a re-check looks at: ordered, reported, or not settled by one."""
    found = kept_findings.of_case(reader, case_id)
    return tuple(one for one in found if one.state in WAITING)


def known(reader: Reader, case_id: str) -> dict[str, str]:
    """The instruction the findings were ordered by, and the day the last report came in."""
    found = waiting(reader, case_id)
    days = [one.reported for one in found if one.reported is not None]
    return {
        "instruction_no": ordered_by(reader, case_id, found),
        "report_date": max(days).isoformat() if days else "",
    }


def ordered_by(reader: Reader, case_id: str, found: Sequence[Finding]) -> str:
    """The numbers of the papers these findings were ordered by."""
    numbers = {one.id: one.number_text for one in documents.of_case(reader, case_id)}
    ordered = dict.fromkeys(numbers.get(one.document_id or "", "") for one in found)
    return "、".join(number for number in ordered if number)


def rows(reader: Reader, case_id: str) -> list[dict[str, str]]:
    """One row for each finding that is re-checked."""
    return rows_over(waiting(reader, case_id))


def rows_over(found: Sequence[Finding]) -> list[dict[str, str]]:
    """One row a finding: what was found, and what had been required."""
    return [
        {"finding": one.id, "item_fact": one.seen or one.item, "item_requirement": one.item}
        for one in found
    ]
