"""Laboratory reports 检验报告: typed or taken in, judged line by line, kept with the PDF beside."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.services import custody, follow_ups, gone, judging
from app.services.changes import Changes, Result, touched
from app.services.context import CHINA, Acting
from app.services.errors import Refused
from app.services.records import answered, open_record
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import TestItem, TestReport
from db.journal.ids import new_id
from db.rows import Sample
from db.store import samples, test_reports
from forms.rules.judgement import FAIL, METHODS, PASS, UNJUDGED, problem

MOST_ITEMS = 300
LONGEST = 400
"""Characters of one cell."""


@dataclass(frozen=True, slots=True)
class Held:
    """A report as a screen shows it; ``sheet`` is what the reports on its lot say together."""

    report: TestReport
    sample: Sample
    lines: tuple[judging.Judged, ...]
    sheet: judging.Sheet

    @property
    def verdict(self) -> str:
        """The verdict over all lines as they stand."""
        return judging.overall(self.lines)


def blank(report_id: str) -> TestItem:
    """A line of a report in which nothing is written yet."""
    return TestItem(id=new_id(), report_id=report_id)


def get(reader: Reader, report_id: str) -> TestReport:
    """One report.

    Raises:
        Refused: ``not-found``.
    """
    row = test_reports.get(reader, report_id)
    if row is None:
        raise Refused("not-found", kind="test_report", id=report_id)
    return row


def own(reader: Reader, report_id: str) -> TestReport:
    """One report of this bureau: what is recognised or handed over is gone on with elsewhere.

    Raises:
        Refused: ``not-found``, ``report-recognised``; ``paper-moved``: with its sampling sheet.
    """
    report = get(reader, report_id)
    if report.origin:
        raise Refused("report-recognised", number=report.number, origin=report.origin)
    gone.require_record(reader, report.record_id)
    return report


def sample_of(reader: Reader, report: TestReport) -> Sample:
    """The sample a report is on.

    Raises:
        Refused: ``not-found``.
    """
    row = samples.get(reader, report.sample_id)
    if row is None:
        raise Refused("not-found", kind="sample", id=report.sample_id)
    return row


def of_sheet(reader: Reader, sample: Sample) -> tuple[TestReport, ...]:
    """The reports that tell of a sample: its own and, for a test sample, those of its sheet."""
    found = test_reports.of_record(reader, sample.record_id)
    if sample.role != "test":
        return tuple(one for one in found if one.sample_id == sample.id)
    return found


def held(reader: Reader, act: Acting, report_id: str) -> Held:
    """A report with its sample and judged lines.

    Raises:
        Refused: ``not-found``.
    """
    report = get(reader, report_id)
    lines = judging.judged(test_reports.items_of(reader, report_id))
    sheet = judging.of_sheet(reader, act, report.record_id)
    return Held(report, sample_of(reader, report), lines, sheet)


def begin(store: Store, act: Acting, sample_id: str) -> Result[TestReport]:
    """The report on a test sample, begun with what the sheet says; one that is there is shown.

    Where the rules fix the number of samples, one report tells of all of them; under a plan that
    judges the lot each sample has its own.

    Raises:
        Refused: ``not-found``; ``sample-spare``: a spare is tested only after an objection;
            ``sample-moved``: another bureau has it now; ``sample-void``: its sheet was withdrawn.
    """
    sample = custody.chain(store, sample_id).sample
    if sample.role != "test":
        raise Refused("sample-spare", number=sample.number)
    by_plan = judging.plan_of(store, act, sample.record_id) != judging.FIXED
    for kept in reversed(test_reports.of_record(store, sample.record_id)):
        if kept.kind != "retest" and (kept.sample_id == sample_id or not by_plan):
            return Result(kept, Changes())
    custody.require_here(sample)
    custody.require_drawn(sample)
    return open_report(store, act, sample, "first")


def open_report(
    store: Store, act: Acting, sample: Sample, kind: str, laboratory: str = ""
) -> Result[TestReport]:
    """A new report on a sample, its laboratory and standard taken from the sheet."""
    sheet = open_record(store, act, sample.record_id)
    recheck = answered(sheet, "task_kind") == "recheck"
    report = TestReport(
        id=new_id(),
        case_id=sample.case_id,
        enterprise_id=sheet.record.enterprise_id,
        record_id=sample.record_id,
        sample_id=sample.id,
        kind="recheck" if recheck and kind == "first" else kind,
        laboratory=laboratory or answered(sheet, "lab"),
        basis=answered(sheet, "standard"),
        received=act.today,
        created=act.now,
    )
    with writing(store, act):
        test_reports.save(store, report)
    return Result(report, changed(report))


def save(
    store: Store, act: Acting, report: TestReport, items: Sequence[TestItem]
) -> Result[TestReport]:
    """Keep a report with all its lines; the verdict follows from them.

    A line's ``verdict`` is empty where the figures decide; one that differs from them needs its
    reason in ``note``. What was entered before and is not among ``items`` any more is deleted.

    Raises:
        Refused: as ``own``; ``report-closed``, ``report-too-long``, ``item-too-long``,
            ``item-reason``.
    """
    kept = own(store, report.id)
    require_open(kept)
    _check(items)
    rows = []
    for position, item in enumerate(items):
        line = judging.judged([item])[0]
        verdict = item.verdict if line.overridden else line.computed.verdict
        rows.append(
            replace(
                item,
                id=item.id or new_id(),
                report_id=report.id,
                position=position,
                rounded=line.computed.rounded,
                verdict=verdict,
                note=item.note.strip() if line.overridden else "",
            )
        )
    report = replace(report, verdict=judging.overall(judging.judged(rows)))
    tested = _tested(store, act, report) if report.verdict in {PASS, FAIL} else []
    standing = {row.id for row in rows}
    gone = [one.id for one in test_reports.items_of(store, report.id) if one.id not in standing]
    with writing(store, act):
        test_reports.save(store, report, *rows)
        if gone:
            test_reports.delete_items(store, gone)
        samples.save(store, *tested)
    return Result(report, changed(report))


def _tested(reader: Reader, act: Acting, report: TestReport) -> list[Sample]:
    """The samples a judged report tells of: nothing is waited for from them any more."""
    by_plan = judging.plan_of(reader, act, report.record_id) != judging.FIXED
    own = report.kind == "retest" or by_plan
    return [
        replace(row, state="tested", expected=None)
        for row in samples.of_record(reader, report.record_id)
        if row.state not in custody.ENDED
        and (row.id == report.sample_id if own else row.role == "test")
    ]


def _check(items: Sequence[TestItem]) -> None:
    """What cannot even be kept; everything else is kept as it is being written."""
    if len(items) > MOST_ITEMS:
        raise Refused("report-too-long", count=len(items), most=MOST_ITEMS)
    for number, item in enumerate(items, start=1):
        cells = (item.name, item.standard, item.unit, item.required, item.measured, item.note)
        if any(len(cell) > LONGEST for cell in (*cells, item.lower, item.upper)):
            raise Refused("item-too-long", row=number, most=LONGEST)
        if judging.judged([item])[0].overridden and not item.note.strip():
            raise Refused("item-reason", row=number, name=item.name)


def require_ready(reader: Reader, act: Acting, report: TestReport) -> None:
    """A report whose result may be told: numbered, dated, every line named and judged.

    Raises:
        Refused: ``report-unnumbered``, ``report-dates``, ``item-unnamed``, ``item-limit``,
            ``report-unjudged``.
    """
    if not report.number.strip() or not report.laboratory.strip():
        raise Refused("report-unnumbered")
    if report.issued is None or report.issued > act.today:
        raise Refused("report-dates", day=report.issued or "—")
    if report.received is None or not report.issued <= report.received <= act.today:
        raise Refused("report-dates", day=report.received or "—")
    lines = judging.judged(test_reports.items_of(reader, report.id))
    for number, line in enumerate(lines, start=1):
        item = line.item
        if not item.name.strip():
            raise Refused("item-unnamed", row=number)
        if item.method not in METHODS or problem(judging.requirement_of(item)):
            raise Refused("item-limit", row=number, name=item.name)
    if report.verdict not in {PASS, FAIL} or any(one.verdict == UNJUDGED for one in lines):
        raise Refused("report-unjudged", number=report.number)


def require_open(report: TestReport) -> None:
    """A report may be changed until the party was told its result.

    Raises:
        Refused: ``report-closed``.
    """
    if report.state != "open" or report.told is not None:
        raise Refused("report-closed", number=report.number)


def follow(
    store: Store, act: Acting, report: TestReport, what: tuple[str, str], day: dt.date
) -> Changes:
    """Keep what must be done next about a report: its kind, and the clock that counts from a day."""
    row = follow_ups.make(
        store,
        case_id=report.case_id,
        enterprise_id=report.enterprise_id,
        kind=what[0],
        start=dt.datetime.combine(day, dt.time(), CHINA).astimezone(dt.UTC),
        owner=("test_report", report.id),
        title=sample_of(store, report).product_name,
        clock_id=what[1],
    )
    return follow_ups.keep(store, act, row).changes


def changed(report: TestReport) -> Changes:
    """What a change of a report touches."""
    ids = (report.id, report.sample_id, report.record_id, report.case_id, report.enterprise_id)
    return touched("test_report", *ids) | touched("sample", report.sample_id)
