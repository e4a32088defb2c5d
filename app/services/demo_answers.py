"""What the demonstration writes into papers: answers put into the present, and findings."""

import datetime as dt
from collections.abc import Mapping

from app.services import attachments, campaigns, findings
from app.services.attachments import Photo
from app.services.context import Acting
from app.services.findings import FindingEdit
from app.services.prefill import fill
from app.services.progress import count
from app.services.records import Opened, keep_whole, open_record, path_of
from db.connection import Reader, Store
from forms.session import Session
from resources import story
from resources.data import demo_bureau
from resources.demonstration import FOLDER
from resources.story import StoryFinding


def put_in(
    reader: Reader, told: Mapping[str, str], now: dt.datetime, **names: str
) -> dict[str, str]:
    """Answers with times counted from ``now``; ``names`` is what @product and the like stand for.

    Raises:
        KeyError: an answer names something nobody gave.
    """
    drive = campaigns.name_of(reader, demo_bureau().bureau.campaign_key)
    known = {"campaign": drive, **names}
    return {name: story.fill(text, known, now) for name, text in told.items()}


def answer(store: Store, act: Acting, record_id: str, known: Mapping[str, str]) -> None:
    """Answer by name as a screen does, in one batch."""
    opened = open_record(store, act, record_id)
    fill(opened.session, known)
    keep(store, act, opened)


def keep(store: Store, act: Acting, opened: Opened) -> None:
    """Keep what the session holds."""
    progress = count(opened.session)
    keep_whole(store, act, opened.record.id, opened.session.answers(), progress=progress)


def write_findings(
    store: Store, act: Acting, record_id: str, told: tuple[StoryFinding, ...]
) -> None:
    """Write under each adverse answer what was seen, with law, measure and counted deadline."""
    opened = open_record(store, act, record_id)
    for one in told:
        path = path_of(opened.form, one.question)
        seed = next(each for each in opened.session.findings() if each.ref == path)
        row = findings.choose(store, act, record_id, seed).value
        change = FindingEdit(
            one.seen, one.severity, one.law_key or None, one.measure, one.clock_id or None
        )
        findings.update(store, act, row.id, change)


def answer_rows(session: Session, name: str, known: Mapping[str, str]) -> None:
    """Answer in every row a repeat has."""
    path = next((item.path for item in session.form.items() if item.name == name), None)
    for row in session.children(path) if path else ():
        for child in session.children(row):
            question = session.answer(child).question.name
            if question in known:
                session.set(child, known[question])


def hang(store: Store, act: Acting, owner: tuple[str, str], file: str, caption: str) -> None:
    """Hang up a picture of ``resources/demo/photos`` as if it had been taken then."""
    photo = Photo(FOLDER / "photos" / file, file, "camera", caption)
    attachments.add_photo(store, act, owner, photo)
