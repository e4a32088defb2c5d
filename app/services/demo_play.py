"""The story without a window: from arrival in the factory to the notice its code proves."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.services import (
    attachments,
    cases,
    documents,
    findings,
    finishing,
    papers,
    preparing,
    sampling,
    service,
    signing,
    sites,
    verify,
)
from app.services.attachments import Photo
from app.services.context import Acting
from app.services.demo_history import complete
from app.services.demo_ink import ink_of, photo_of
from app.services.demo_registers import story
from app.services.findings import FindingEdit
from app.services.prefill import fill
from app.services.progress import count
from app.services.records import keep_whole, open_record, path_of
from app.services.verify import Verdict
from db.connection import Store
from db.errors import BugError
from db.rows import Document
from resources.data import demo_bureau


@dataclass(frozen=True, slots=True)
class Played:
    """What the story left behind: ids of its records, the notice, its verdict, the PDFs."""

    case_id: str
    enterprise_id: str
    check_id: str
    sampling_id: str
    site_record_id: str
    sampling_document: Document
    notice: Document
    verdict: Verdict
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the story has come to, and what a window would show there.

    ``name`` is begun, filled, drawn, sampled, narrated, finished, ordered or issued.
    """

    name: str
    case_id: str
    record_id: str = ""
    document_id: str = ""
    played: Played | None = None


def play(store: Store, act: Acting, out: Path) -> Played:
    """Play the story to its end in a seeded store; ``act`` is the inspector, on the spot, now.

    PDFs are left in ``out`` under the names of the papers.
    """
    for stage in stages(store, act, out):
        if stage.played is not None:
            return stage.played
    raise BugError("the story has no end")


def stages(store: Store, act: Acting, out: Path) -> Iterator[Stage]:
    """Play the story and stop at every stage; the last one carries what it left behind."""
    out.mkdir(parents=True, exist_ok=True)
    told = story()
    unit = next(one for one in demo_bureau().enterprises if one.key == told["enterprise"])
    enterprise = sites.find(store, unit.name[3:7])[0]
    partner = _partner(store, told)
    started = cases.start_spot_check(store, act, enterprise.id, partner_id=partner).value
    case_id, check_id = started.case.id, started.record.id
    yield Stage("begun", case_id, check_id)
    _check(store, act, check_id, told)
    yield Stage("filled", case_id, check_id)
    sheet_id = _sample(store, act, case_id, told)
    yield Stage("drawn", case_id, sheet_id)
    sheet = _issue(store, _later(act, 1), sheet_id, told)
    yield Stage("sampled", case_id, sheet_id, sheet.id)
    site_id = _narrate(store, _later(act, 2), case_id, told)
    yield Stage("narrated", case_id, site_id)
    for record_id in (check_id, site_id):
        _sign_all(store, _later(act, 3), record_id, told)
        finishing.finish(store, _later(act, 3), record_id)
    yield Stage("finished", case_id, check_id)
    notice_id = _notice(store, _later(act, 4), case_id, told)
    yield Stage("ordered", case_id, notice_id)
    notice = _issue(store, _later(act, 5), notice_id, told)
    files = _write_papers(
        out,
        {
            "spot-check": finishing.kept_pages(store, check_id),
            "sampling-sheet": documents.printed_bytes(store, sheet.id),
            "seal-labels": papers.labels(store, act, open_record(store, act, sheet_id)).pdf,
            "on-site-record": finishing.kept_pages(store, site_id),
            "rectification-notice": documents.printed_bytes(store, notice.id),
        },
    )
    verdict = verify.verify(store, notice.qr)
    played = Played(
        case_id, enterprise.id, check_id, sheet_id, site_id, sheet, notice, verdict, files
    )
    yield Stage("issued", case_id, notice_id, notice.id, played)


def _write_papers(out: Path, pages: Mapping[str, bytes]) -> tuple[Path, ...]:
    written = []
    for name, data in pages.items():
        path = out / f"{name}.pdf"
        path.write_bytes(data)
        written.append(path)
    return tuple(written)


def _later(act: Acting, steps: int) -> Acting:
    return replace(act, now=act.now + dt.timedelta(minutes=12 * steps))


def _partner(store: Store, told: Mapping[str, Any]) -> str:
    from db.store import people

    wanted = next(one for one in demo_bureau().people if one.key == told["partner"])
    return next(one.id for one in people.inspectors(store) if one.name == wanted.name)


def _fill(store: Store, act: Acting, record_id: str, known: Mapping[str, str]) -> None:
    """Answer by name as a screen does, in one batch."""
    opened = open_record(store, act, record_id)
    fill(opened.session, known)
    complete(opened.session, set())
    progress = count(opened.session)
    keep_whole(store, act, record_id, opened.session.answers(), progress=progress)


def _check(store: Store, act: Acting, record_id: str, told: Mapping[str, Any]) -> None:
    """The checklist with two items 不合格, each with facts, photo, law and deadline."""
    start = replace(act, now=act.now)
    _fill(store, start, record_id, {**told["spot-check"], **told["story-check"]})
    opened = open_record(store, act, record_id)
    for one in told["adverse"]:
        path = path_of(opened.form, one["question"])
        opened.session.set(path or "", "no")
    progress = count(opened.session)
    keep_whole(store, act, record_id, opened.session.answers(), progress=progress)
    for one, seed in zip(told["adverse"], opened.session.findings(), strict=True):
        finding = findings.choose(store, act, record_id, seed).value
        findings.update(store, act, finding.id, FindingEdit(seen=one["seen"]))
        photo = Photo(photo_of(one["photo"]), f"{one['question']}.jpg", "camera", one["photo"])
        attachments.add_photo(store, act, ("finding", finding.id), photo)


def _sample(store: Store, act: Acting, case_id: str, told: Mapping[str, Any]) -> str:
    """The sampling sheet: product from the register, plan, seeded draw, seals."""
    from db.store import products

    record = preparing.add_paper(store, act, case_id, preparing.SAMPLING).value
    wanted = next(one for one in demo_bureau().products if one.key == told["product"])
    made = products.of_enterprise(store, record.enterprise_id)
    product = next(one for one in made if one.name == wanted.name)
    due = (act.today + dt.timedelta(days=3)).isoformat()
    known = {"product": product.id, "send_by": due, "sample_date": act.today.isoformat()}
    _fill(store, act, record.id, {**told["sampling-sheet"], **known})
    proposal = sampling.from_sheet(open_record(store, act, record.id), act.today)
    sampling.draw(store, act, record.id, proposal, sampling.make_seed(proposal.lot))
    return record.id


def _narrate(store: Store, act: Acting, case_id: str, told: Mapping[str, Any]) -> str:
    record = preparing.add_paper(store, act, case_id, preparing.SITE_RECORD).value
    _fill(store, act, record.id, told["on-site-record"])
    return record.id


def _notice(store: Store, act: Acting, case_id: str, told: Mapping[str, Any]) -> str:
    record = preparing.prepare_notice(store, act, case_id).value
    _fill(store, act, record.id, told["rectification-notice"])
    return record.id


def _sign_all(store: Store, act: Acting, record_id: str, told: Mapping[str, Any]) -> None:
    opened = open_record(store, act, record_id)
    for place in signing.slots(store, opened):
        if place.required:
            name = place.name or told["party"]["name"]
            signing.sign(store, act, record_id, place.slot, ink_of(name))


def _issue(store: Store, act: Acting, record_id: str, told: Mapping[str, Any]) -> Document:
    """Sign, look at the page, issue, hand over."""
    _sign_all(store, act, record_id, told)
    ready = documents.preview(store, act, record_id)
    document = documents.issue(store, act, ready).value
    handed = service.Service("at-once", act.now, receiver=told["party"]["name"])
    return service.serve(store, act, document.id, handed).value
