"""The demonstration bureau's other matters: interviews, equipment, desk, surveys, visits.

Each paper is begun, answered, signed, finished or issued and served by the real services.
"""

import datetime as dt
from dataclasses import replace

from app.services import (
    cases,
    documents,
    finishing,
    orders,
    preparing,
    service,
    visits,
)
from app.services.context import Acting
from app.services.demo_answers import answer_rows, hang, keep, put_in, write_findings
from app.services.demo_history import complete
from app.services.demo_past import Past, sign
from app.services.prefill import fill, fill_rows
from app.services.records import open_record, path_of
from db.rows import Document, Enterprise, Record
from db.store import findings, nouns
from resources.duties import ToldMatter, ToldPaper, demo_duties
from resources.story import demo_story


def put(past: Past) -> None:
    """Add every matter told to a store that has the spot checks of the past."""
    for told in demo_duties().matters:
        _matter(past, told)


def _matter(past: Past, told: ToldMatter) -> None:
    store, first = past.store, told.papers[0]
    act = past.then(told.inspectors, first.days, first.time)
    started = cases.start(
        store,
        act,
        past.ids.get(told.enterprise, ""),
        told.kind,
        partner_id=past.ids[told.inspectors[1]] if len(told.inspectors) > 1 else None,
        campaign=told.campaign,
        equipment_id=past.ids.get(told.equipment, ""),
        origin=past.ids.get(told.origin, ""),
        visit=_wish(past, told),
    ).value
    past.ids[told.key] = started.case.id
    visit = visits.current(store, started.case.id)
    if visit is not None and told.planned is None:
        visits.arrive(store, act, visit.id)
    write(past, started.record, first, act)
    if visit is not None and told.planned is None and not first.draft:
        visits.leave(store, _end(past, act), visit.id)
    for paper in told.papers[1:]:
        then = past.then(told.inspectors, paper.days, paper.time)
        write(past, begin(past, then, started.case.id, paper.form), paper, then)
    if told.closed is not None:
        cases.close(store, past.then(told.inspectors, told.closed, "17:40"), started.case.id)


def _wish(past: Past, told: ToldMatter) -> visits.Wish | None:
    if not told.visit:
        return None
    days = told.papers[0].days if told.planned is None else told.planned
    return visits.Wish(told.visit, past.day(days))


def begin(past: Past, act: Acting, case_id: str, form_id: str) -> Record:
    """Begin a later paper of a case: the order over its findings, or one that was added."""
    if orders.is_order(form_id):
        return preparing.prepare_notice(past.store, act, case_id).value
    return preparing.add_paper(past.store, act, case_id, form_id).value


def write(past: Past, record: Record, paper: ToldPaper, act: Acting) -> None:
    """Answer a paper as it is told and bring it to its end."""
    store = past.store
    opened = open_record(store, act, record.id)
    fill(opened.session, put_in(store, paper.answers, act.now))
    for name, rows in paper.rows.items():
        fill_rows(opened.session, name, [put_in(store, row, act.now) for row in rows])
    for name, each in paper.each.items():
        answer_rows(opened.session, name, each)
    if paper.complete:
        complete(opened.session, set())
    keep(store, act, opened)
    write_findings(store, act, record.id, paper.findings)
    _pictures(past, act, record, paper)
    if not paper.draft:
        end(past, act, record, served=paper.served)


def _pictures(past: Past, act: Acting, record: Record, paper: ToldPaper) -> None:
    form = open_record(past.store, act, record.id).form
    of_path = {row.path: row for row in findings.of_record(past.store, record.id)}
    for told in paper.findings:
        row = of_path[path_of(form, told.question) or ""]
        for file in told.photos:
            hang(past.store, act, ("finding", row.id), file, row.item)


def end(past: Past, act: Acting, record: Record, *, served: bool) -> Document | None:
    """Have a paper signed, then finish the record, or issue the document and hand it over."""
    store, then = past.store, _end(past, act)
    sign(store, then, record.id)
    if record.kind == "record":
        finishing.finish(store, then, record.id)
        return None
    document = documents.issue(store, then, documents.preview(store, then, record.id)).value
    if not served:
        return document
    unit = nouns.get(store, Enterprise, record.enterprise_id)
    receiver = unit.legal_rep if unit else demo_story().party
    handed = service.Service("at-once", then.now, receiver=receiver)
    return service.serve(store, then, document.id, handed).value


def _end(past: Past, act: Acting) -> Acting:
    """When what began then was over: two hours later, and never after now."""
    return replace(act, now=min(act.now + dt.timedelta(hours=2), past.latest))
