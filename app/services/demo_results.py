"""The demonstration bureau's samples on their way, and the laboratories' reports about them."""

from dataclasses import replace

from app.services import (
    batches,
    custody,
    final_results,
    objections,
    test_reports,
)
from app.services.context import Acting
from app.services.demo_history import COURIER
from app.services.demo_past import Past
from app.services.objections import Decision, Raised
from db.duty_rows import BatchMove, TestItem, TestReport
from db.journal.ids import new_id
from db.rows import Sample
from db.store import samples
from resources.duties import ToldItem, ToldReport, ToldRetest, demo_duties

HOUR = "10:10"
"""When reports came in and steps were taken."""


def put(past: Past) -> None:
    """Hand the samples on, then let the reports come in as far as they are told."""
    told = demo_duties()
    for key, lines in told.custody.items():
        for row in _of(past, key, "test"):
            for kind, days, time in lines:
                _hand_on(past, row.id, kind, (days, time))
    for report in told.reports:
        _report(past, report)


def _of(past: Past, key: str, role: str) -> list[Sample]:
    told = next(one for one in past.demo.samples if one.key == key)
    return [row for row in samples.of_record(past.store, past.ids[told.record]) if row.role == role]


def _hand_on(past: Past, sample_id: str, kind: str, at: tuple[int, str], taker: str = "") -> None:
    """Write the next line of a chain, its hands as the program proposes them, or ``taker``."""
    held = custody.chain(past.store, sample_id)
    line = custody.proposed(past.store, held, kind)
    line = replace(line, at=past.moment(*at), taker=taker or line.taker)
    custody.add(past.store, past.act, sample_id, line)


def _report(past: Past, told: ToldReport) -> None:
    store, sample = past.store, _of(past, told.sample, "test")[0]
    report = test_reports.begin(store, _act(past, told, told.received), sample.id).value
    report = _write(past, told, report, told)
    if told.told is None:
        return
    objections.tell(store, _act(past, told, told.told), report.id, past.day(told.told))
    if told.objected is None:
        return
    raised = Raised(past.day(told.objected), told.by, told.reason)
    act = _act(past, told, told.objected)
    objection = objections.raise_objection(store, act, report.id, raised).value
    if told.decided is None or told.retest is None:
        return
    decision = Decision(accept=True, answer=told.answer, laboratory=told.laboratory)
    objections.decide(store, _act(past, told, told.decided), objection.id, decision)
    final = _retest(past, told, told.retest, objection.id)
    if final.batch is not None:
        _trace(past, told, final.batch.id)


def _write(
    past: Past, told: ToldReport, report: TestReport, said: ToldReport | ToldRetest
) -> TestReport:
    row = replace(
        report,
        number=said.number,
        issued=past.day(said.issued),
        received=past.day(said.received),
    )
    items = [_item(report.id, one) for one in said.items]
    return test_reports.save(past.store, _act(past, told, said.received), row, items).value


def _item(report_id: str, told: ToldItem) -> TestItem:
    return replace(
        test_reports.blank(report_id),
        name=told.name,
        standard=told.standard,
        unit=told.unit,
        lower=told.lower,
        upper=told.upper,
        required=told.required,
        measured=told.measured,
        severity=told.severity,
    )


def _retest(
    past: Past, told: ToldReport, again: ToldRetest, objection_id: str
) -> final_results.Final:
    """The spare goes to the other laboratory, whose result is final."""
    spare = _of(past, told.sample, "spare")[0]
    _hand_on(past, spare.id, "posted", (again.posted, "15:20"), taker=COURIER)
    _hand_on(past, spare.id, "received", (again.arrived, "10:30"), taker=told.laboratory)
    act = _act(past, told, again.received)
    report = objections.begin_retest(past.store, act, objection_id).value
    report = _write(past, told, report, again)
    objections.tell(past.store, _act(past, told, again.told), report.id, past.day(again.told))
    return final_results.finalise(past.store, _act(past, told, again.final), report.id).value


def _trace(past: Past, told: ToldReport, batch_id: str) -> None:
    """What is known of where the batch went; some of it is still to be found."""
    batches.set_made(past.store, past.act, batch_id, told.made)
    for one in told.moves:
        day = past.day(one.days)
        move = BatchMove(new_id(), batch_id, one.kind, day, one.quantity, one.party, one.region)
        batches.add(past.store, past.act, move)


def _act(past: Past, told: ToldReport, days: int) -> Acting:
    """Whoever drew the samples, on a day."""
    sheet = next(one.record for one in past.demo.samples if one.key == told.sample)
    record = next(one for one in past.demo.records if one.key == sheet)
    return past.then(record.inspectors, days, HOUR)
