"""A seeded store to work on, an inspector to act, and the story's steps as single moves."""

import datetime as dt
import hashlib
import io
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image, ImageDraw

from app.services import (
    attachments,
    cases,
    findings,
    matters,
    preparing,
    sampling,
    sampling_plan,
    settings,
    signing,
    sites,
)
from app.services.attachments import Photo
from app.services.context import Acting, DeviceSeal
from app.services.demo_history import complete
from app.services.demo_ink import ink_of
from app.services.findings import FindingEdit
from app.services.prefill import fill
from app.services.progress import count
from app.services.records import keep_whole, open_record, path_of
from db.connection import open_store
from db.handle import Store
from db.rows import Record
from tests import seeded
from tests.unit.app.services.told import ADVERSE, CHECK, SHEET

KEY = seeded.KEY
NOW = seeded.START


def template() -> Path:
    """The store of the demonstration bureau, to copy; seeding takes seconds."""
    return seeded.paths_in(seeded.home()).store


def copy_of(template: Path, folder: Path) -> Store:
    """A store of one's own with the demonstration bureau in it."""
    seeded.copy(template, folder)
    return open_store(folder, KEY)


def acting(store: Store, now: dt.datetime = NOW) -> Acting:
    """The signed-in inspector with the bureau and the seal."""
    who = settings.current(store)
    assert who is not None
    return Acting(who, settings.read_office(store), now, DeviceSeal(KEY))


def later(act: Acting, minutes: int) -> Acting:
    return replace(act, now=act.now + dt.timedelta(minutes=minutes))


def partner_of(store: Store, act: Acting) -> str:
    return next(
        person.id
        for person in settings.inspectors(store)
        if person.id != act.who.person_id and person.name == "李喆"
    )


@dataclass(frozen=True)
class Check:
    """A spot check that was started."""

    case_id: str
    record: Record


def start(store: Store, act: Acting) -> Check:
    unit = sites.find(store, "小白羊")[0]
    begun = cases.start(
        store, act, unit.id, matters.SPOT_CHECK, partner_id=partner_of(store, act)
    ).value
    return Check(begun.case.id, begun.record)


def answer_by_name(store: Store, act: Acting, record_id: str, **known: str) -> None:
    opened = open_record(store, act, record_id)
    fill(opened.session, known)
    progress = count(opened.session)
    keep_whole(store, act, record_id, opened.session.answers(), progress=progress)


def fill_check(store: Store, act: Acting, record_id: str) -> None:
    """Everything 合格, all texts written."""
    opened = open_record(store, act, record_id)
    fill(opened.session, CHECK)
    complete(opened.session, set())
    progress = count(opened.session)
    keep_whole(store, act, record_id, opened.session.answers(), progress=progress)


def mark_adverse(store: Store, act: Acting, record_id: str, question: str, seen: str) -> str:
    """不合格 with what was seen and a photo; gives the finding's id."""
    answer_by_name(store, act, record_id, **{question: "no"})
    opened = open_record(store, act, record_id)
    path = path_of(opened.form, question)
    seed = next(one for one in opened.session.findings() if one.ref == path)
    finding = findings.choose(store, act, record_id, seed).value
    findings.update(store, act, finding.id, FindingEdit(seen=seen))
    photo = Photo(photo_of(seen), f"{question}.jpg", "camera", seen[:10])
    attachments.add_photo(store, act, ("finding", finding.id), photo)
    return finding.id


def drawn_sheet(store: Store, act: Acting, case_id: str) -> str:
    """A sampling sheet filled in and its samples drawn; gives its record id."""
    record = preparing.add_paper(store, act, case_id, matters.SAMPLING).value
    known = {**SHEET, "product_name": "儿童三轮车", "spec": "XBY-203", "standard": "GB 14747"}
    due = (act.today + dt.timedelta(days=3)).isoformat()
    answer_by_name(store, act, record.id, **known, send_by=due)
    proposal = sampling_plan.from_sheet(open_record(store, act, record.id), act.today)
    sampling.draw(store, act, record.id, proposal, sampling.make_seed(proposal.lot))
    return record.id


def photo_of(words: str) -> bytes:
    """A picture of shelves and boxes as a JPEG, its colours from the words."""
    seed = hashlib.sha256(words.encode()).digest()
    width, height = 1280, 960
    image = Image.new("RGB", (width, height), (196 + seed[0] % 30, 200, 204))
    pen = ImageDraw.Draw(image)
    for place in range(21):
        tone, left, top = seed[place], 90 + place % 7 * 160, 90 + place // 7 * 230
        box = (left, top + 40 - tone % 40, left + 128, top + 170)
        pen.rectangle(box, fill=(150 + tone % 80, 120 + tone % 60, 80 + tone % 50))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()


def sign_all(store: Store, act: Acting, record_id: str) -> None:
    for place in signing.slots(store, open_record(store, act, record_id)):
        if place.required:
            signing.sign(store, act, record_id, place.slot, ink_of(place.name or "周堃"))


def notice_ready(store: Store, act: Acting, *, signed: bool = True) -> tuple[Check, str]:
    """A checked unit with two findings and its notice, signed and so ready to be issued."""
    check = start(store, act)
    fill_check(store, act, check.record.id)
    for question, seen in ADVERSE:
        mark_adverse(store, act, check.record.id, question, seen)
    record = preparing.prepare_notice(store, act, check.case_id).value
    if signed:
        sign_all(store, act, record.id)
    return check, record.id
