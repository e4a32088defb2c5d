"""Records: opening a draft, keeping answers, withdrawing, recovering after a crash."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.services import clocks, gone, packages, unsettling, withdrawing
from app.services.changes import Result, touched
from app.services.context import CHINA, Acting
from app.services.errors import Refused
from app.services.lists import StoreLists
from app.services.writing import writing
from db import rows as db_rows
from db.connection import Reader, Store
from db.rows import CaseFile, Enterprise, Person, Record
from db.store import answers, enterprises, nouns, people
from db.store import records as kept
from forms.lists import Joined
from forms.model import Form, Question
from forms.package import Package
from forms.session import Session


@dataclass(frozen=True, slots=True)
class Opened:
    """A record with its package and a session holding its answers."""

    record: Record
    enterprise: Enterprise | None
    package: Package
    session: Session

    @property
    def form(self) -> Form:
        """The form the record was begun with."""
        return self.session.form

    def told(self) -> dict[str, str]:
        """The final answers without those that are kept from ordinary view."""
        return {
            ref: value for ref, value in self.session.final().items() if not self.is_hidden(ref)
        }

    def is_hidden(self, ref: str) -> bool:
        """Whether the answer of a question is kept from ordinary view."""
        question = self.session.answer(ref).question
        return isinstance(question, Question) and question.is_sensitive


@dataclass(frozen=True, slots=True)
class Recovered:
    """A draft that was open when the program ended without closing, and up to when it is kept."""

    record_id: str
    case_id: str
    title: str
    enterprise: str
    form_version: str
    until: dt.datetime
    answered: int
    asked: int


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A withdrawal that can be taken back by ``restore``."""

    record_id: str
    reason: str
    before: str


def get(reader: Reader, record_id: str) -> Record:
    """One record.

    Raises:
        Refused: ``not-found``.
    """
    record = kept.get(reader, record_id)
    if record is None:
        raise Refused("not-found", kind="record", id=record_id)
    return record


def require_draft(record: Record) -> None:
    """Let only a draft be changed.

    Raises:
        Refused: ``record-closed``.
    """
    if record.state != "draft":
        raise Refused("record-closed", record_id=record.id, state=record.state)


def open_record(
    reader: Reader,
    act: Acting,
    record_id: str,
    *,
    language: str = "zh",
    now: Callable[[], dt.datetime] | None = None,
) -> Opened:
    """The record's own package (by hash) and a session over its answers and our registers.

    ``now`` is the session's clock; without one it stands still at ``act.now``.
    """
    with reader.snapshot():
        record = get(reader, record_id)
        package = packages.by_hash(reader, record.form_hash)
        stored = answers.of_record(reader, record_id)
        enterprise = enterprises.get(reader, record.enterprise_id)
    session = new_session(reader, act, package, language=language, stored=stored, now=now)
    return Opened(record, enterprise, package, session)


def new_session(  # noqa: PLR0913 - the circumstances of a session, each named at the call
    reader: Reader,
    act: Acting,
    package: Package,
    *,
    language: str = "zh",
    stored: Mapping[str, str] | None = None,
    now: Callable[[], dt.datetime] | None = None,
) -> Session:
    """A session over our registers, in China time, with what is stored or fresh."""

    def local() -> dt.datetime:
        return (now() if now else act.now).astimezone(CHINA)

    meta = {"username": act.who.name, "deviceid": act.office.device}
    form = packages.form_of(package)
    root = form.body.path + "/"
    own = {path: value for path, value in (stored or {}).items() if path.startswith(root)}
    return Session(
        form,
        Joined(package.tables, StoreLists(reader)),
        answers=own,
        language=language,
        now=local,
        meta=meta,
        calendar=clocks.calendar(reader),
    )


@lru_cache(maxsize=64)
def _paths(form: Form) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for item in form.items():
        if isinstance(item, Question):
            found.setdefault(item.name, item.path)
    return found


def path_of(form: Form, name: str) -> str | None:
    """The path of the first question of a name: names are identity across papers."""
    return _paths(form).get(name)


def answered(opened: Opened, name: str) -> str:
    """The value of the question of that name, empty if there is none or it is not relevant."""
    path = path_of(opened.form, name)
    if path is None:
        return ""
    try:
        state = opened.session.answer(path)
    except KeyError:
        return ""
    return state.value if state.relevant else ""


def answered_day(opened: Opened, name: str) -> dt.date | None:
    """The day a question of that name was answered with, None where it was not."""
    text = answered(opened, name)
    return dt.date.fromisoformat(text[:10]) if text else None


def rows_of(opened: Opened, name: str) -> list[dict[str, str]]:
    """The answers by name of each row of the repeat that asks ``name``; what does not apply is out."""
    session = opened.session
    path = path_of(opened.form, name)
    if path is None:
        return []
    found = []
    for ref in session.children(path.rpartition("/")[0]):
        nodes = [session.node(child) for child in session.children(ref)]
        found.append({one.question.name: one.value for one in nodes if one.relevant})
    return found


def inspectors_of(reader: Reader, opened: Opened) -> tuple[Person, ...]:
    """The inspectors of a record: as answered in the paper, else as assigned to it."""
    named = [answered(opened, f"inspector_{number}") for number in (1, 2, 3, 4)]
    ids = [one for one in named if one] or list(opened.record.inspectors)
    found = (people.get(reader, one) for one in ids)
    return tuple(person for person in found if person is not None)


def answer(
    store: Store,
    act: Acting,
    record_id: str,
    values: Mapping[str, str | None],
    *,
    progress: tuple[int, int] | None = None,
) -> Result[Record]:
    """Keep a batch of answers in one transaction; None forgets one.

    ``progress`` are answered and asked, for the lists of drafts.

    Raises:
        Refused: ``record-closed``.
    """
    record = get(store, record_id)
    require_draft(record)
    with writing(store, act):
        answers.write(store, record_id, values, progress)
    return Result(
        get(store, record_id), touched("answer", record_id) | touched("record", record_id)
    )


def keep_whole(
    store: Store,
    act: Acting,
    record_id: str,
    wanted: Mapping[str, str],
    *,
    progress: tuple[int, int] | None = None,
) -> Result[Record]:
    """Make the kept answers equal to those of a session, rows that were removed included.

    Only what differs is written; ``wanted`` is ``Session.answers()``.

    Raises:
        Refused: ``record-closed``.
    """
    standing = answers.of_record(store, record_id)
    root = "/" + next(iter(wanted), "/").split("/")[1] + "/"
    values: dict[str, str | None] = {
        path: None for path in standing if path.startswith(root) and path not in wanted
    }
    values |= {path: value for path, value in wanted.items() if standing.get(path) != value}
    return answer(store, act, record_id, values, progress=progress)


def withdraw(store: Store, act: Acting, record_id: str, reason: str) -> Result[Withdrawn]:
    """Withdraw a wrongly begun record with its reason; nothing is deleted.

    What a finished one changed is given back, its own findings are withdrawn with it.

    Raises:
        Refused: ``reason-missing``, ``record-closed`` (only an issued paper: withdraw that),
            ``case-closed-since``, ``paper-moved``; as ``unsettling.undo``.
    """
    if not reason.strip():
        raise Refused("reason-missing")
    record = get(store, record_id)
    if record.state in {"issued", "withdrawn"}:
        raise Refused("record-closed", record_id=record_id, state=record.state)
    gone.require_record(store, record_id)
    withdrawing.require_open(store, record)
    with writing(store, act):
        kept.set_state(store, record_id, "withdrawn", reason=reason.strip())
        changes = withdrawing.give_back(store, act, record, reason.strip())
        changes |= withdrawing.void_samples(store, record)
    changes |= touched("record", record_id) | touched("case", record.case_id)
    return Result(Withdrawn(record_id, reason.strip(), record.state), changes)


def restore(store: Store, act: Acting, withdrawn: Withdrawn) -> Result[Record]:
    """Take a withdrawal back: the record returns to the state it was withdrawn from.

    Raises:
        Refused: ``record-closed``: it is not withdrawn any more; ``case-closed``: its case was
            closed since; ``not-found``.
    """
    record = get(store, withdrawn.record_id)
    if record.state != "withdrawn":
        raise Refused("record-closed", record_id=record.id, state=record.state)
    case = nouns.get(store, CaseFile, record.case_id)
    if case is not None and case.state != "open":
        raise Refused("case-closed", case_id=case.id, state=case.state)
    with writing(store, act):
        gone = unsettling.deed(store, record.id, "withdrawn")
        kept.set_state(store, record.id, withdrawn.before)
        changes = unsettling.undo(store, gone, withdrawn.reason, act.now)
    record = get(store, record.id)
    changes |= touched("record", record.id) | touched("case", record.case_id)
    return Result(record, changes)


def recovered(reader: Reader, found: db_rows.Recovered) -> tuple[Recovered, ...]:
    """The drafts open when the last run ended without closing; none after a clean end.

    ``found`` is ``Store.recovered`` as opening left it.
    """
    if found.clean:
        return ()
    lines = []
    for draft in found.drafts:
        record = kept.get(reader, draft.record_id)
        if record is None or record.state != "draft" or draft.last_answer is None:
            continue
        if found.last_start is not None and draft.last_answer < found.last_start:
            continue
        enterprise = enterprises.get(reader, record.enterprise_id)
        lines.append(
            Recovered(
                record_id=record.id,
                case_id=record.case_id,
                title=record.title,
                enterprise=enterprise.name if enterprise else "",
                form_version=packages.by_hash(reader, record.form_hash).version,
                until=draft.last_answer,
                answered=record.answered,
                asked=record.asked,
            )
        )
    return tuple(lines)


def drafts(reader: Reader, limit: int = 50) -> tuple[Record, ...]:
    """Drafts to go on with, last touched first."""
    return kept.drafts(reader, limit)
