"""The demonstration bureau's past: checks, findings and notices, made by the real services."""

import datetime as dt
from dataclasses import dataclass, replace

from app.services import documents, files, packages, papers
from app.services.context import CHINA, Acting, Who
from app.services.demo_registers import story
from app.services.links import link
from app.services.preparing import begin
from app.services.progress import count
from app.services.records import keep_whole, open_record, path_of
from db.connection import Store
from db.journal.ids import new_id
from db.rows import CaseFile, Finding, Person, Record, Sample
from db.store import cases, findings, laws, nouns, numbers, records
from db.store import documents as kept_documents
from forms.model import Question
from forms.session import Session
from resources.demonstration import DemoDocument, Demonstration, DemoRecord


@dataclass(slots=True)
class Past:
    """What is being built: the ids of everything by its short key."""

    store: Store
    act: Acting
    demo: Demonstration
    ids: dict[str, str]

    def moment(self, days: int, time: str = "09:30") -> dt.datetime:
        """A day from today at a time of day in China."""
        clock = dt.time.fromisoformat(time)
        day = self.act.today + dt.timedelta(days=days)
        return dt.datetime.combine(day, clock, CHINA).astimezone(dt.UTC)

    def acting(self, inspectors: tuple[str, ...], now: dt.datetime) -> Acting:
        """The first of the inspectors, then."""
        person = nouns.get(self.store, Person, self.ids[inspectors[0]])
        who = Who(person.id, person.name, person.certificate) if person else self.act.who
        return replace(self.act, who=who, now=now)


def put(store: Store, act: Acting, demo: Demonstration, ids: dict[str, str]) -> None:
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
            state=case.state,
            campaign=case.campaign,
        )
        cases.save(store, row)
    for record in sorted(demo.records, key=lambda one: (one.created_days, one.created_time)):
        _record(past, record)
    _lease(past)
    for document in sorted(demo.documents, key=lambda one: (one.issued_days, one.number)):
        _document(past, document)
    for number, sample in enumerate(demo.samples, start=1):
        nouns.save(store, *_samples(past, sample.key, number))


def _record(past: Past, told: DemoRecord) -> None:
    store = past.store
    act = past.acting(told.inspectors, past.moment(told.created_days, told.created_time))
    case = nouns.get(store, CaseFile, past.ids[told.case])
    if case is None:
        return
    team = [past.ids[key] for key in told.inspectors]
    record = begin(store, act, case, told.form_id, team, known=_known(past, told))
    past.ids[told.key] = record.id
    records.save(store, replace(record, title=told.title))
    _findings(past, told, record)
    if told.form_id != "spot-check":
        return
    opened = open_record(store, act, record.id)
    complete(opened.session, adverse={f.path for f in findings.of_record(store, record.id)})
    if told.state == "draft":
        _forget_the_end(opened.session)
    progress = count(opened.session)
    keep_whole(store, act, record.id, opened.session.answers(), progress=progress)
    if told.state != "draft":
        again = open_record(store, act, record.id)
        sha = files.keep(store, papers.printed(store, act, again).pdf)
        records.finish(store, record.id, act.now + dt.timedelta(hours=2), sha)


def _known(past: Past, told: DemoRecord) -> dict[str, str]:
    known = dict(story().get(told.form_id, {}))
    sample = next((one for one in past.demo.samples if one.record == told.key), None)
    if sample is not None:
        known |= {
            "product_name": sample.product_name,
            "batch": sample.lot,
            "base_qty": str(sample.base),
            "plan_test": str(sample.test),
            "spare_qty": str(sample.spare),
            "lab": sample.lab,
            "send_by": past.moment(sample.sent_days + 3).astimezone(CHINA).date().isoformat(),
            "unit": "件",
        }
    if any(one.record == told.key for one in past.demo.findings):
        known |= {"handling": "correct-by"}
    paper = next((one for one in past.demo.documents if one.record == told.key), None)
    if paper is not None and paper.due_days is not None:
        due = past.moment(paper.due_days).astimezone(CHINA).date()
        known |= {"mode": "by", "deadline": due.isoformat()}
    elif told.form_id == "rectification-notice":
        known |= {"mode": "now"}
    return known


def _findings(past: Past, told: DemoRecord, record: Record) -> None:
    form = packages.form_of(packages.by_hash(past.store, record.form_hash))
    for one in past.demo.findings:
        if one.record != told.key:
            continue
        past.ids[one.key] = new_id()
        article = laws.get(past.store, one.law_key)
        due = None if one.due_days is None else past.moment(one.due_days).astimezone(CHINA).date()
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
            law=f"《{article.law_name}》{article.article}" if article else "",
            measure=one.measure,
            clock_id=one.clock_id,
            due=due,
            state="open",
            created=record.created,
        )
        findings.save(past.store, row)


def complete(session: Session, adverse: set[str]) -> None:
    """Answer what is still empty: verdicts are 合格 unless adverse."""
    for question in session.form.questions():
        if not _takes(session, question):
            continue
        state = session.node(question.path)
        words = {choice.value for choice in state.choices}
        if question.path in adverse:
            session.set(question.path, "no")
        elif {"ok", "no", "na"} <= words and not state.value:
            session.set(question.path, "ok")
    start = path_of(session.form, "time_from")
    end = path_of(session.form, "time_to")
    if start and end and session.node(start).value and not session.node(end).value:
        began = dt.datetime.fromisoformat(session.node(start).value)
        session.set(end, (began + dt.timedelta(hours=2)).isoformat(timespec="milliseconds"))


def _takes(session: Session, question: Question) -> bool:
    try:
        return question.has_control and session.node(question.path).relevant
    except KeyError:
        return False


def _forget_the_end(session: Session) -> None:
    """A draft is one whose last sections are still empty."""
    for section in session.sections()[-3:]:
        for ref in session.children(section):
            session.set(ref, None)


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
    ready = documents.preview(store, act, record_id)
    document = documents.keep(store, act, ready)
    past.ids[told.key] = document.id
    _serve(past, told, document.id, act.now)
    for one in demo.findings:
        if one.document == told.key and one.state != "ordered":
            findings.set_state(store, [past.ids[one.key]], one.state)


def _itemise(past: Past, act: Acting, record_id: str, ordered: list[str]) -> None:
    from app.services import prefill

    opened = open_record(past.store, act, record_id)
    rows = nouns.page(past.store, Finding, ordered)
    prefill.fill_rows(
        opened.session,
        "items",
        [{"item_fact": r.seen, "item_law": r.law, "item_requirement": r.item} for r in rows],
    )
    progress = count(opened.session)
    keep_whole(past.store, act, record_id, opened.session.answers(), progress=progress)


def _serve(past: Past, told: DemoDocument, document_id: str, at: dt.datetime) -> None:
    from app.services.service import Service, as_text

    if told.state == "served":
        words = as_text(Service("at-once", at, receiver=story()["party"]["name"]))
        kept_documents.set_state(past.store, document_id, "served", service=words)


def _samples(past: Past, key: str, place: int) -> list[Sample]:
    told = next(one for one in past.demo.samples if one.key == key)
    day = past.moment(told.sent_days).astimezone(CHINA).date()
    head = f"CY{day:%Y%m%d}-{past.demo.bureau.device}-{place}"
    roles = ["test"] * told.test + ["spare"] * told.spare
    return [
        Sample(
            id=new_id(),
            record_id=past.ids[told.record],
            case_id=past.ids[told.case],
            product_name=told.product_name,
            lot=told.lot,
            seed=f"{day}|{told.lot}|{place:032x}",
            drawn=(number * 7 + 3,),
            role=role,
            number=f"{head}-{number:02d}",
            seal_no=f"F{head[2:]}-{number:02d}",
            state=told.state,
            expected=past.moment(told.expected_days).astimezone(CHINA).date(),
        )
        for number, role in enumerate(roles, start=1)
    ]
