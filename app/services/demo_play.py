"""The story without a window: from arrival in the factory to the notice its code proves.

It ends now and began an hour and a half ago, so that nothing in it lies in the future.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from app.services import (
    attachments,
    cases,
    documents,
    findings,
    finishing,
    matters,
    orders,
    papers,
    preparing,
    sampling,
    sampling_plan,
    service,
    signing,
    sites,
    verify,
)
from app.services.attachments import Photo
from app.services.context import Acting
from app.services.demo_answers import answer, keep, put_in, write_findings
from app.services.demo_ink import ink_of
from app.services.links import findings_of
from app.services.prefill import fill, fill_rows
from app.services.records import get, open_record, path_of
from app.services.verify import Verdict
from db.connection import Store
from db.errors import BugError
from db.rows import Document
from db.store import people, products
from resources.data import demo_bureau
from resources.story import StoryPhoto, demo_story

SINCE = {
    "begun": -95,
    "filled": -66,
    "drawn": -50,
    "sampled": -34,
    "narrated": -8,
    "finished": -6,
    "ordered": -4,
    "issued": 0,
}
"""Minutes from now at which each stage was reached."""


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

    ``name`` is begun, filled, drawn, sampled, narrated, finished, ordered or issued; ``finding_id``
    is one worth looking at.
    """

    name: str
    case_id: str
    record_id: str = ""
    document_id: str = ""
    finding_id: str = ""
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
    told, demo = demo_story(), demo_bureau()
    unit = next(one for one in demo.enterprises if one.key == told.enterprise)
    enterprise = sites.find(store, unit.name[3:7])[0]
    started = cases.start(
        store,
        _then(act, SINCE["begun"]),
        enterprise.id,
        matters.SPOT_CHECK,
        partner_id=_partner(store),
        campaign=demo.bureau.campaign_key,
    ).value
    case_id, check_id = started.case.id, started.record.id
    yield Stage("begun", case_id, check_id)
    _check(store, act, check_id)
    adverse = findings.of_record(store, check_id)[0]
    yield Stage("filled", case_id, check_id, finding_id=adverse.id)
    sheet_id = draw_samples(store, act, case_id)
    yield Stage("drawn", case_id, sheet_id)
    sheet = _issue(store, _then(act, SINCE["sampled"]), sheet_id)
    yield Stage("sampled", case_id, sheet_id, sheet.id)
    site_id = _narrate(store, act, case_id)
    yield Stage("narrated", case_id, site_id)
    then = _then(act, SINCE["finished"])
    answer(store, then, check_id, {"time_to": _known(store, act.now, "spot-check")["time_to"]})
    for record_id in (check_id, site_id):
        _sign_all(store, then, record_id, {"witness"} if record_id == site_id else ())
        finishing.finish(store, then, record_id)
    yield Stage("finished", case_id, check_id)
    notice_id = _notice(store, act, case_id)
    yield Stage("ordered", case_id, notice_id)
    notice = _issue(store, act, notice_id, {"party"})
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
    yield Stage("issued", case_id, notice_id, notice.id, played=played)


def _write_papers(out: Path, pages: Mapping[str, bytes]) -> tuple[Path, ...]:
    written = []
    for name, data in pages.items():
        path = out / f"{name}.pdf"
        path.write_bytes(data)
        written.append(path)
    return tuple(written)


def _then(act: Acting, minutes: int) -> Acting:
    return replace(act, now=act.now + dt.timedelta(minutes=minutes))


def _partner(store: Store) -> str:
    key = demo_story().inspectors[1]
    wanted = next(one for one in demo_bureau().people if one.key == key)
    return next(one.id for one in people.inspectors(store) if one.name == wanted.name)


def _known(store: Store, now: dt.datetime, form_id: str, **names: str) -> dict[str, str]:
    return put_in(store, demo_story().answers[form_id], now, **names)


def _check(store: Store, act: Acting, record_id: str) -> None:
    """The checklist with two items 不合格; the hour of the end is not known yet."""
    known = _known(store, act.now, "spot-check")
    known.pop("time_to")
    answer(store, _then(act, SINCE["filled"]), record_id, known)
    write_findings(store, _then(act, SINCE["filled"]), record_id, demo_story().findings)
    for one in demo_story().findings:
        path = path_of(open_record(store, act, record_id).form, one.question)
        row = next(each for each in findings.of_record(store, record_id) if each.path == path)
        for photo in demo_story().photos:
            if photo.file in one.photos:
                _take(store, act, ("finding", row.id), photo)


def _take(store: Store, act: Acting, owner: tuple[str, str], photo: StoryPhoto) -> None:
    taken = Photo(photo.path, photo.file, "camera", photo.caption)
    attachments.add_photo(store, _then(act, photo.minutes), owner, taken)


def draw_samples(store: Store, act: Acting, case_id: str) -> str:
    """Add the sampling sheet: product from the register, plan, seeded draw, seals; gives its id."""
    then = _then(act, SINCE["drawn"])
    record = preparing.add_paper(store, then, case_id, matters.SAMPLING).value
    wanted = next(one for one in demo_bureau().products if one.key == demo_story().product)
    made = products.of_enterprise(store, record.enterprise_id)
    product = next(one for one in made if one.name == wanted.name)
    known = _known(store, then.now, "sampling-sheet", product=product.id)
    answer(store, then, record.id, known)
    proposal = sampling_plan.from_sheet(open_record(store, then, record.id), then.today)
    sampling.draw(store, then, record.id, proposal, sampling.make_seed(proposal.lot))
    return record.id


def _narrate(store: Store, act: Acting, case_id: str) -> str:
    then = _then(act, SINCE["narrated"])
    record = preparing.add_paper(store, then, case_id, matters.SITE_RECORD).value
    answer(store, then, record.id, _known(store, act.now, "on-site-record"))
    for photo in demo_story().photos:
        if photo.file in demo_story().site_photos:
            _take(store, act, ("record", record.id), photo)
    return record.id


def _notice(store: Store, act: Acting, case_id: str) -> str:
    """The notice over both findings, with what is required of the unit."""
    then = _then(act, SINCE["ordered"])
    record = preparing.prepare_notice(store, then, case_id).value
    rows = orders.items(store, findings_of(store, get(store, record.id)))
    opened = open_record(store, then, record.id)
    required = [
        {**row, "item_requirement": one.requirement}
        for row, one in zip(rows, demo_story().findings, strict=True)
    ]
    fill_rows(opened.session, "items", required)
    fill(opened.session, _known(store, act.now, "rectification-notice"))
    keep(store, then, opened)
    return record.id


def _sign_all(store: Store, act: Acting, record_id: str, also: Collection[str] = ()) -> None:
    """Sign where one must, and at the places named besides."""
    names = {each.slot: each.name for each in demo_story().signatures}
    opened = open_record(store, act, record_id)
    for place in signing.slots(store, opened):
        if place.required or place.slot in also:
            name = place.name or names[place.slot]
            signing.sign(store, act, record_id, place.slot, ink_of(name))


def _issue(store: Store, act: Acting, record_id: str, also: Collection[str] = ()) -> Document:
    """Sign, look at the page, issue, hand over."""
    _sign_all(store, act, record_id, also)
    ready = documents.preview(store, act, record_id)
    document = documents.issue(store, act, ready).value
    party = next(one.name for one in demo_bureau().people if one.key == demo_story().party)
    handed = service.Service("at-once", act.now, receiver=party)
    return service.serve(store, act, document.id, handed).value
