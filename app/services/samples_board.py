"""Samples under way, grouped by what is waited for: sending, the result, telling, objections."""

import datetime as dt
from dataclasses import dataclass

from app.services import objections
from db.connection import Reader
from db.duty_rows import TestReport
from db.rows import Record, Sample
from db.store import enterprises, nouns, samples, test_reports
from forms.rules.judgement import FAIL, PASS

GROUPS = ("late", "send", "lab", "tell", "running", "objected", "over", "spare", "rest")
"""late: to be sent or result due and past; tell: judged, not told; running, objected, over: of the
fifteen days; rest: tested and final, to be given back."""


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


def board(reader: Reader, today: dt.date, limit: int = 1000) -> tuple[SampleLine, ...]:
    """All samples that are not given back, in the order of the groups and of their days."""
    with reader.snapshot():
        rows = samples.under_way(reader, limit)
        sheets = {r.id: r for r in nouns.page(reader, Record, sorted({s.record_id for s in rows}))}
        named = enterprises.names(reader, {sheet.enterprise_id for sheet in sheets.values()})
        reports = {record_id: _report(reader, record_id) for record_id in sheets}
        lines = []
        for sample in rows:
            sheet = sheets.get(sample.record_id)
            if sheet is None:
                continue
            report = reports.get(sample.record_id)
            group, due = _group(reader, sample, report, today)
            known = report is not None and sample.role == "test"
            lines.append(
                SampleLine(
                    sample,
                    named.get(sheet.enterprise_id, ""),
                    group,
                    due,
                    report.id if report and known else "",
                    report.verdict if report and known else "",
                )
            )
    far = dt.date.max
    return tuple(sorted(lines, key=lambda line: (GROUPS.index(line.group), line.due or far)))


def _report(reader: Reader, record_id: str) -> TestReport | None:
    """The report a sheet is at: its newest that nothing has taken the place of."""
    found = [one for one in test_reports.of_record(reader, record_id) if one.state != "replaced"]
    return found[-1] if found else None


def _group(
    reader: Reader, sample: Sample, report: TestReport | None, today: dt.date
) -> tuple[str, dt.date | None]:
    if sample.role == "spare" and sample.state == "drawn":
        return "spare", None
    if report is not None and report.verdict in {PASS, FAIL}:
        return _of_report(reader, report, today)
    late = sample.expected is not None and sample.expected < today
    waiting = "send" if sample.state == "drawn" else "lab"
    return ("late" if late else waiting), sample.expected


def _of_report(reader: Reader, report: TestReport, today: dt.date) -> tuple[str, dt.date | None]:
    if report.state == "objected":
        return "objected", None
    if report.state == "final":
        return "rest", None
    if report.told is None:
        return "tell", report.received
    end = objections.period_end(reader, report)
    over = end is not None and end < today
    return ("over" if over else "running"), end
