"""Samples under way, grouped by what is waited for: sending, the result, telling, objections."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from app.services import objections
from db.connection import Reader
from db.duty_rows import TestReport
from db.rows import Record, Sample
from db.store import enterprises, nouns, sample_boards, test_reports
from db.store.boards import MOST
from db.store.sample_boards import GROUPS as GROUPS  # noqa: PLC0414 - the screen groups by it

PAGE = 20
"""Samples of a group shown at first, and with each further page."""
USUAL, LONGEST = 16, 60
"""Days after which a period of objection usually is over, and within which each is, holidays too."""
BY_REPORT = frozenset({"tell", "running", "objected", "over", "rest"})
"""late: to be sent or result due and past; tell: judged, not told; running, objected, over: of the
fifteen days; rest: tested and final, to be given back. The groups named here go by the report."""


@dataclass(frozen=True, slots=True)
class SampleLine:
    """One sample, or the report on it where there is one; ``due`` is the day waited for.

    ``report_id`` names the report that is gone on with.
    """

    sample: Sample
    enterprise: str
    group: str
    due: dt.date | None
    report_id: str = ""
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class SampleGroup:
    """One heading: how many there are (``more``: at least that many) and those shown."""

    key: str
    count: int
    more: bool
    lines: tuple[SampleLine, ...]


def board(
    reader: Reader, today: dt.date, pages: Mapping[str, int] | None = None
) -> tuple[SampleGroup, ...]:
    """Every group that has something, in working order; ``pages`` says how many of each to show."""
    shown = pages or {}
    with reader.snapshot():
        past = over(reader, today)
        groups = []
        for key in GROUPS:
            count = sample_boards.count(reader, key, today, past)
            if count:
                limit = PAGE * shown.get(key, 1)
                rows = sample_boards.page(reader, key, today, past, limit)
                groups.append((key, count, rows))
        lines = _lines(reader, [(key, row) for key, _count, rows in groups for row in rows])
    return tuple(
        SampleGroup(
            key,
            min(count, MOST - 1),
            count >= MOST,
            tuple(line for line in lines if line.group == key),
        )
        for key, count, _rows in groups
    )


def over(reader: Reader, today: dt.date) -> dt.date:
    """The last day on which a result was told whose fifteen days are over."""

    def is_over(days: int) -> bool:
        end = objections.end_of(reader, today - dt.timedelta(days=days))
        return end is not None and end < today

    days = USUAL  # looked for from there: a bureau may have another period, or holidays lie between
    if is_over(days):
        while days > 0 and is_over(days - 1):
            days -= 1
        return today - dt.timedelta(days=days)
    while days < LONGEST:
        days += 1
        if is_over(days):
            return today - dt.timedelta(days=days)
    return dt.date.min


def _lines(reader: Reader, rows: list[tuple[str, Sample]]) -> list[SampleLine]:
    sheets = {
        sheet.id: sheet
        for sheet in nouns.page(reader, Record, sorted({row.record_id for _key, row in rows}))
    }
    named = enterprises.names(reader, {sheet.enterprise_id for sheet in sheets.values()})
    reports = test_reports.newest_of(reader, tuple(sheets))
    ends: dict[dt.date, dt.date | None] = {}
    found = []
    for key, row in rows:
        sheet, report = sheets.get(row.record_id), reports.get(row.record_id)
        shown = report if row.role == "test" else None
        due = row.expected
        if key in BY_REPORT or key == "spare":
            due = _due(reader, key, report, ends)
        found.append(
            SampleLine(
                row,
                named.get(sheet.enterprise_id, "") if sheet else "",
                key,
                due,
                shown.id if shown else "",
                shown.verdict if shown else "",
            )
        )
    return found


def _due(
    reader: Reader,
    group: str,
    report: TestReport | None,
    ends: dict[dt.date, dt.date | None],
) -> dt.date | None:
    """The day a judged result waits for; the end of one day's period is counted once."""
    if report is None or group not in {"tell", "running", "over"}:
        return None
    if report.told is None:
        return report.received
    if report.told not in ends:
        ends[report.told] = objections.end_of(reader, report.told)
    return ends[report.told]
