"""The demonstration bureau's past: checks, findings and notices, made by the real services."""

import datetime as dt
import hashlib
from dataclasses import replace

from app.services import (
    clocks,
    custody,
    demo_registers,
    documents,
    files,
    laws,
    matters,
    orders,
    packages,
    papers,
    preparing,
    rectifying,
    sampling,
    sampling_plan,
    service,
    visits,
)
from app.services.context import CHINA, Acting
from app.services.demo_answers import keep, put_in, write_findings
from app.services.demo_past import LATEST, Past, photograph, sign
from app.services.links import link
from app.services.prefill import fill_rows
from app.services.records import open_record, path_of
from db.connection import Store
from db.journal.ids import new_id
from db.rows import CaseFile, Enterprise, Finding, Person, Record
from db.store import cases, findings, nouns, numbers, products, records, samples
from forms.model import Question
from forms.session import Session
from resources.demonstration import (
    DemoDocument,
    DemoFinding,
    Demonstration,
    DemoRecord,
    DemoSample,
)
from resources.story import demo_story

COURIER = "邮政特快专递"

RECHECKED = 10
"""Days after its report on which a finding of the past was re-checked."""
REPORTED = "已按责令改正通知书逐项改正，改正后的照片附后，请予复查。"
"""What the parties of the past wrote in their reports."""


def put(store: Store, act: Acting, demo: Demonstration, ids: dict[str, str]) -> Past:
    """Add cases, records, findings, documents and samples of the past to filled registers."""
    past = Past(store, act, demo, ids)
    for case in demo.cases:
        past.ids[case.key] = new_id()
        row = CaseFile(
            id=past.ids[case.key],
            enterprise_id=ids[case.enterprise],
            kind=case.kind,
            title=case.title,
            opened=past.moment(case.opened_days),
            campaign=case.campaign,
        )
        cases.save(store, row)
    for record in sorted(demo.records, key=lambda one: (one.created_days, one.created_time)):
        _record(past, record)
    _lease(past)
    for document in sorted(demo.documents, key=lambda one: (one.issued_days, one.number)):
        _document(past, document)
    for sample in demo.samples:
        _send(past, sample)
    for case in demo.cases:
        if case.state == "closed":
            cases.close(store, past.ids[case.key], past.moment(_closed(demo, case.key), "16:20"))
    return past


def _closed(demo: Demonstration, case: str) -> int:
    """When a case of the past was closed: with the last thing that happened in it."""
    days = [one.created_days for one in demo.records if one.case == case]
    due = [one.due_days for one in demo.findings if one.case == case and one.due_days is not None]
    return max(days + [min(one + RECHECKED, -1) for one in due])


def _record(past: Past, told: DemoRecord) -> None:
    store = past.store
    began = min(past.moment(told.created_days, told.created_time), past.act.now - LATEST)
    act = past.acting(told.inspectors, began)
    case = nouns.get(store, CaseFile, past.ids[told.case])
    if case is None:
        return
    team = [past.ids[key] for key in told.inspectors]
    known = _known(past, told, case, act)
    record = preparing.begin(store, act, case, told.form_id, team, known=known)
    past.ids[told.key] = record.id
    records.save(store, replace(record, title=told.title))
    if told.state == "draft":
        write_findings(store, act, record.id, demo_story().draft_findings.get(told.key, ()))
    elif told.form_id == matters.SAMPLING:
        proposal = sampling_plan.from_sheet(open_record(store, act, record.id), act.today)
        sampling.draw(store, act, record.id, proposal, _seed(proposal.lot))
    elif told.form_id == "spot-check":
        _finish(past, told, record, act)


def _seed(lot: sampling_plan.Lot) -> str:
    """A seed in the form of ``make_seed`` that is the same whenever the lot is."""
    told = f"{lot.date}|{lot.batch or lot.product}"
    return f"{told}|{hashlib.sha256(told.encode()).hexdigest()[:32]}"


def _finish(past: Past, told: DemoRecord, record: Record, act: Acting) -> None:
    """A check of the past: answered in whole, signed, its page kept."""
    store = past.store
    _findings(past, act, told, record)
    case = nouns.get(store, CaseFile, record.case_id)
    if case is not None and told.created_days >= -demo_registers.VISITS_KEPT:
        visit = visits.plan(store, act, case, visits.Wish(planned=act.today)).value
        visits.arrive(store, act, visit.id)
        visits.leave(store, replace(act, now=act.now + dt.timedelta(hours=2)), visit.id)
    opened = open_record(store, act, record.id)
    complete(opened.session, adverse={f.path for f in findings.of_record(store, record.id)})
    keep(store, act, opened)
    end = replace(act, now=act.now + dt.timedelta(hours=2))
    sign(store, end, record.id)
    sha = files.keep(store, papers.printed(store, end, open_record(store, end, record.id)).pdf)
    records.finish(store, record.id, end.now, sha)


def _known(past: Past, told: DemoRecord, case: CaseFile, act: Acting) -> dict[str, str]:
    if told.state == "draft":
        return put_in(past.store, demo_story().drafts[told.key], act.now)
    unit = nouns.get(past.store, Enterprise, case.enterprise_id)
    made = products.of_enterprise(past.store, case.enterprise_id)
    known = put_in(
        past.store,
        demo_story().past[told.form_id],
        act.now,
        party=unit.legal_rep if unit else "",
        products="；".join(f"{one.name}，{one.spec}" for one in made) or case.title,
    )
    if case.campaign:  # the case itself says what the task was
        known = {name: text for name, text in known.items() if not name.startswith("task_")}
        known |= {"task_level": "county"}
    sample = next((one for one in past.demo.samples if one.case == told.case), None)
    if any(one.record == told.key for one in past.demo.findings):
        known |= {"handling": "correct-by" if sample is None else "correct-by send-test"}
    elif sample is not None:
        known |= {"handling": "send-test"}
    if sample is not None:
        known |= {"sampled": "yes", **_lot(past, sample)}
    if told.form_id == matters.NOTICE:
        known |= {"mode": "by", "deadline": _deadline(past, told).isoformat()}
    return known


def _lot(past: Past, sample: DemoSample) -> dict[str, str]:
    """What the sheet says of the lot and of the way to the laboratory."""
    made = products.of_enterprise(past.store, past.ids[sample.enterprise])
    product = next((one.id for one in made if one.name == sample.product_name), "")
    return {
        "product": product,
        "product_name": sample.product_name,
        "batch": sample.lot,
        "base_qty": str(sample.base),
        "plan_test": str(sample.test),
        "spare_qty": str(sample.spare),
        "lab": sample.lab,
        "send_by": past.day(
            sample.sent_days + 3 if sample.state == "sent" else sample.expected_days
        ).isoformat(),
        "unit": "件",
    }


def _deadline(past: Past, told: DemoRecord) -> dt.date:
    """What the notice orders: its own day, or the latest its findings' clocks give."""
    paper = next(one for one in past.demo.documents if one.record == told.key)
    if paper.due_days is not None:
        return past.due(paper.due_days)
    return max(
        clocks.explain(past.store, one.clock_id, past.day(one.starts_days)).due
        for one in past.demo.findings
        if one.document == paper.key
    )


def _findings(past: Past, act: Acting, told: DemoRecord, record: Record) -> None:
    form = packages.form_of(packages.by_hash(past.store, record.form_hash))
    for one in past.demo.findings:
        if one.record != told.key:
            continue
        past.ids[one.key] = new_id()
        article = laws.get(past.store, one.law_key)
        counted = clocks.explain(past.store, one.clock_id, past.day(one.starts_days))
        by_law = one.due_days is None
        row = Finding(
            id=past.ids[one.key],
            record_id=record.id,
            case_id=record.case_id,
            enterprise_id=record.enterprise_id,
            path=path_of(form, one.question) or "",
            item=one.item,
            seen=one.seen,
            severity=one.severity,
            law_key=one.law_key,
            law=laws.cite(article) if article else "",
            measure=one.measure,
            clock_id=one.clock_id,
            due=counted.due if one.due_days is None else past.due(one.due_days),
            due_provisional=by_law and counted.provisional,
            state="open",
            created=record.created,
        )
        findings.save(past.store, row)
        photograph(past, act, one.key)


def complete(session: Session, adverse: set[str]) -> None:
    """Answer what is still empty: verdicts are 合格 unless adverse."""
    for question in session.form.questions():
        if not _takes(session, question):
            continue
        if question.path in adverse:
            session.set(question.path, "no")
        elif not session.answer(question.path).value and _is_verdict(session, question):
            session.set(question.path, "ok")
    start = path_of(session.form, "time_from")
    end = path_of(session.form, "time_to")
    if start and end and session.answer(start).value and not session.answer(end).value:
        began = dt.datetime.fromisoformat(session.answer(start).value)
        session.set(end, (began + dt.timedelta(hours=2)).isoformat(timespec="milliseconds"))


def _is_verdict(session: Session, question: Question) -> bool:
    offered = {choice.value for choice in session.node(question.path).choices}
    return offered >= {"ok", "no", "na"}


def _takes(session: Session, question: Question) -> bool:
    try:
        return question.has_control and session.answer(question.path).relevant
    except KeyError:
        return False


def _lease(past: Past) -> None:
    """Blocks as the bureau gave them; past years get one of their own."""
    for block in past.demo.blocks:
        numbers.lease_local(past.store, block.series, past.act.today.year, block.lo, block.hi)
        older = {
            past.moment(one.issued_days).astimezone(CHINA).year
            for one in past.demo.documents
            if one.series == block.series
        } - {past.act.today.year}
        for year in older:
            numbers.lease_local(past.store, block.series, year, block.lo, block.hi)


def _document(past: Past, told: DemoDocument) -> None:
    """Issue a notice of the past through the real door, then serve it."""
    store, demo = past.store, past.demo
    row = next(one for one in demo.records if one.key == told.record)
    act = past.acting(row.inspectors, past.moment(told.issued_days, told.issued_time))
    record_id = past.ids[told.record]
    ordered = [past.ids[one.key] for one in demo.findings if one.document == told.key]
    record = records.get(store, record_id)
    if record is None:
        return
    if ordered:
        link(store, record, ordered)
        _itemise(past, act, record_id, ordered)
    sign(store, act, record_id)
    ready = documents.preview(store, act, record_id)
    document = documents.keep(store, act, ready)
    past.ids[told.key] = document.id
    _serve(past, told, document.id, act)
    for one in demo.findings:
        if one.document == told.key and one.state != "ordered":
            _go_on(past, row, one)


def _go_on(past: Past, record: DemoRecord, told: DemoFinding) -> None:
    """A finding that came further than its order, by the steps that take it there.

    Its report came on its last day, today where that is still to come.
    """
    finding_id = past.ids[told.key]
    came = min(told.due_days or 0, 0)
    act = past.acting(record.inspectors, min(past.moment(came, "08:20"), past.act.now - LATEST))
    report = rectifying.Report(REPORTED, act.today)
    rectifying.take_report(past.store, act, finding_id, report)
    photograph(past, act, told.key, after=True)
    if told.state == "reported":
        return
    act = replace(act, now=past.moment(min(came + RECHECKED, -1)))
    people = nouns.page(past.store, Person, [past.ids[one] for one in record.inspectors])
    seen = rectifying.Recheck("fixed", "site", act.today, tuple(one.name for one in people))
    rectifying.recheck(past.store, act, finding_id, seen, closing=told.state == "closed")


def _itemise(past: Past, act: Acting, record_id: str, ordered: list[str]) -> None:
    opened = open_record(past.store, act, record_id)
    rows = orders.items(past.store, nouns.page(past.store, Finding, ordered))
    fill_rows(opened.session, "items", rows)
    keep(past.store, act, opened)


def _serve(past: Past, told: DemoDocument, document_id: str, act: Acting) -> None:
    if told.state == "served":
        unit = nouns.get(past.store, Enterprise, past.ids[told.enterprise])
        handed = service.Service("at-once", act.now, receiver=unit.legal_rep if unit else "")
        service.serve(past.store, act, document_id, handed)


def _send(past: Past, told: DemoSample) -> None:
    """The test samples of a sheet of the past go their way; those not ``sent`` stay sealed."""
    expected = past.day(told.expected_days)
    for row in samples.of_record(past.store, past.ids[told.record]):
        if row.role == "test" and told.state == "sent":
            at, by = past.moment(told.sent_days, "15:10"), row.holder
            posted = custody.HandOver("posted", at, by, COURIER, told.lab, expected=expected)
            custody.add(past.store, past.act, row.id, posted)
