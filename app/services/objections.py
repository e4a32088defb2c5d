"""Objections 异议: told results, their 15 days, the decision, and the re-test on the spare."""

import datetime as dt
from dataclasses import dataclass, replace

from app.services import custody, follow_ups, judging, test_reports
from app.services.changes import Changes, Result
from app.services.clocks import reckon
from app.services.context import Acting
from app.services.errors import Refused
from app.services.list_cells import folded
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import Objection, TestReport
from db.journal.ids import new_id
from db.rows import Sample
from db.store import samples
from db.store import test_reports as kept
from forms.rules.clocks import Term

PERIOD = "retest-15d"
ACCEPT = "objection-accept-3wd"
ASSIGN = "assign-lab-10d"
"""山东省实施《产品质量法》办法 art. 13: ten days from the objection another laboratory tests."""


@dataclass(frozen=True, slots=True)
class Raised:
    """A party's objection as it came in."""

    received: dt.date
    raised_by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What the bureau says to it; ``laboratory`` makes the re-test of an accepted one."""

    accept: bool
    answer: str
    laboratory: str = ""


def tell(store: Store, act: Acting, report_id: str, day: dt.date) -> Result[TestReport]:
    """The party received the result on a day: its 15 days run from there.

    Raises:
        Refused: ``report-told``, ``report-dates``, ``not-found``; as
            ``test_reports.require_ready``.
    """
    report = test_reports.own(store, report_id)
    if report.told is not None or report.state != "open":
        raise Refused("report-told", number=report.number)
    test_reports.require_ready(store, act, report)
    if day > act.today or (report.received is not None and day < report.received):
        raise Refused("report-dates", day=day)
    report = replace(report, told=day)
    with writing(store, act):
        kept.save(store, report)
        changes = test_reports.changed(report)
        if report.kind != "retest":
            changes |= test_reports.follow(store, act, report, ("objection", PERIOD), day)
    return Result(report, changes)


def period_end(reader: Reader, report: TestReport) -> dt.date | None:
    """The last day on which the party may object; None before it was told."""
    return end_of(reader, report.told) if report.told is not None else None


def end_of(reader: Reader, told: dt.date) -> dt.date | None:
    """The last day on which a result told on a day may be objected to."""
    counted = reckon(reader, PERIOD, told).counted
    return counted.ends.due if isinstance(counted, Term) and counted.ends else None


def of_report(reader: Reader, report_id: str) -> Objection | None:
    """The newest objection to a report."""
    return next(reversed(kept.objections_of(reader, report_id)), None)


def is_late(reader: Reader, report: TestReport, received: dt.date) -> bool:
    """Whether an objection came after its 15 days: the result then counts as accepted."""
    end = period_end(reader, report)
    return end is not None and received > end


def raise_objection(store: Store, act: Acting, report_id: str, told: Raised) -> Result[Objection]:
    """Write down a party's objection; whether to accept it is decided in three working days.

    Raises:
        Refused: ``report-not-told``, ``report-final``, ``objection-there``, ``reason-missing``,
            ``report-dates``, ``retest-no-more`` (a re-test is final).
    """
    report = test_reports.own(store, report_id)
    if report.kind == "retest":
        raise Refused("retest-no-more", number=report.number)
    if judging.is_final(report):
        raise Refused("report-final", number=report.number)
    if report.told is None:
        raise Refused("report-not-told", number=report.number)
    if report.state == "objected":
        raise Refused("objection-there", number=report.number)
    if not report.told <= told.received <= act.today:
        raise Refused("report-dates", day=told.received)
    if not told.reason.strip() or not told.raised_by.strip():
        raise Refused("reason-missing")
    row = Objection(
        id=new_id(),
        report_id=report_id,
        case_id=report.case_id,
        enterprise_id=report.enterprise_id,
        received=told.received,
        raised_by=told.raised_by.strip(),
        reason=told.reason.strip(),
    )
    report = replace(report, state="objected")
    with writing(store, act):
        kept.save(store, row, report)
        changes = test_reports.changed(report)
        changes |= follow_ups.settle_of(store, act, report_id, "objection")
        changes |= test_reports.follow(
            store, act, report, ("objection-accept", ACCEPT), told.received
        )
    return Result(row, changes)


def decide(store: Store, act: Acting, objection_id: str, decision: Decision) -> Result[Objection]:
    """Accept an objection, naming the laboratory of the re-test, or refuse it with the reason.

    An accepted one may be decided anew until its re-test begins: the spare may have come to harm.

    Raises:
        Refused: ``objection-decided``, ``reason-missing``, ``objection-late``,
            ``retest-same-laboratory``, ``retest-no-spare``, ``not-found``.
    """
    row = _objection(store, objection_id)
    report = test_reports.own(store, row.report_id)
    if row.state != "received" and (row.state != "accepted" or row.retest_id):
        raise Refused("objection-decided")
    if not decision.answer.strip():
        raise Refused("reason-missing")
    if not decision.accept:
        row = replace(
            row,
            state="refused",
            decided=act.today,
            answer=decision.answer.strip(),
            laboratory="",
            sample_id="",
        )
        return _decided(store, act, row, replace(report, state="open"))
    if row.received is not None and is_late(store, report, row.received):
        raise Refused("objection-late", day=row.received, end=period_end(store, report))
    _other_laboratory(report, decision.laboratory)
    row = replace(
        row,
        state="accepted",
        decided=act.today,
        answer=decision.answer.strip(),
        laboratory=decision.laboratory.strip(),
        sample_id=_spare(store, report).id,
    )
    return _decided(store, act, row, report)


def _decided(store: Store, act: Acting, row: Objection, report: TestReport) -> Result[Objection]:
    with writing(store, act):
        kept.save(store, row, report)
        changes = follow_ups.settle_of(store, act, report.id, "objection-accept")
        changes |= follow_ups.settle_of(store, act, report.id, "retest")
        if row.state == "accepted" and row.received is not None:
            changes |= test_reports.follow(store, act, report, ("retest", ASSIGN), row.received)
    return Result(row, changes | test_reports.changed(report))


def begin_retest(store: Store, act: Acting, objection_id: str) -> Result[TestReport]:
    """The report of the re-test; the spare must have come whole into the other laboratory's hands.

    Raises:
        Refused: ``objection-undecided``, ``retest-custody``, ``not-found``.
    """
    row = _objection(store, objection_id)
    test_reports.own(store, row.report_id)
    if row.state != "accepted":
        raise Refused("objection-undecided")
    if row.retest_id:
        return Result(test_reports.get(store, row.retest_id), Changes())
    held = custody.chain(store, row.sample_id)
    arrived = held.last is not None and held.last.kind in {"received", "opened"}
    if not arrived or not held.whole:
        raise Refused("retest-custody", number=held.sample.number)
    with writing(store, act):
        made = test_reports.open_report(store, act, held.sample, "retest", row.laboratory)
        kept.save(store, replace(row, retest_id=made.value.id))
        settled = follow_ups.settle_of(store, act, row.report_id, "retest")
    return Result(made.value, made.changes | settled | test_reports.changed(made.value))


def _spare(reader: Reader, report: TestReport) -> Sample:
    used = {one.sample_id for one in kept.of_record(reader, report.record_id)}
    for sample in samples.of_record(reader, report.record_id):
        free = sample.role == "spare" and sample.state not in custody.ENDED
        if free and sample.id not in used and custody.chain(reader, sample.id).whole:
            return sample
    raise Refused("retest-no-spare", number=report.number)


def _other_laboratory(report: TestReport, laboratory: str) -> None:
    wanted = folded(laboratory)
    if not wanted or wanted == folded(report.laboratory):
        raise Refused("retest-same-laboratory", laboratory=report.laboratory)


def _objection(reader: Reader, objection_id: str) -> Objection:
    row = kept.objection(reader, objection_id)
    if row is None:
        raise Refused("not-found", kind="objection", id=objection_id)
    return row
