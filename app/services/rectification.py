"""The rectification board: one row a finding, grouped by its clock, with before and after."""

import datetime as dt
from dataclasses import dataclass

from app.services.clocks import calendar
from db.connection import Reader
from db.rows import Document, Finding
from db.store import documents, enterprises, findings
from forms.rules.calendar import working_days_between

FAR = 400
"""Days ahead a deadline can lie and still be listed."""


@dataclass(frozen=True, slots=True)
class FollowLine:
    """One finding: its party, its notice, days left (negative = late) and its group.

    ``group`` is overdue, today, recheck (report received), waiting or closed.
    """

    finding: Finding
    enterprise: str
    document: Document | None
    days_left: int | None
    working_days: int | None
    group: str


def board(reader: Reader, today: dt.date, limit: int = 500) -> tuple[FollowLine, ...]:
    """Everything that was ordered and is not closed, the earliest deadline first."""
    with reader.snapshot():
        found = findings.due(reader, today + dt.timedelta(days=FAR), limit)
        named = enterprises.names(reader, {row.enterprise_id for row in found})
        wanted = {row.document_id for row in found if row.document_id}
        papers = {paper.id: paper for paper in documents.rows(reader, tuple(wanted))}
        days = calendar(reader)
        lines = []
        for row in found:
            left = (row.due - today).days if row.due else None
            lines.append(
                FollowLine(
                    finding=row,
                    enterprise=named.get(row.enterprise_id, ""),
                    document=papers.get(row.document_id or ""),
                    days_left=left,
                    working_days=working_days_between(days, today, row.due) if row.due else None,
                    group=group_of(row, left),
                )
            )
    return tuple(lines)


def count(reader: Reader, today: dt.date) -> int:
    """How many findings the board lists, without reading them."""
    return findings.count_due(reader, today + dt.timedelta(days=FAR))


def group_of(row: Finding, days_left: int | None) -> str:
    """Which heading of the board a finding stands under."""
    if row.state in {"closed", "escalated", "withdrawn"}:
        return "closed"
    if row.state in {"reported", "rechecked"}:
        return "recheck"
    if days_left is not None and days_left < 0:
        return "overdue"
    return "today" if days_left == 0 else "waiting"
