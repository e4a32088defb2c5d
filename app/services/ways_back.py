"""Ways back: how a row of each kind is given back what a paper changed, and what rests on it."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from app.services.context import CHINA
from app.services.errors import Refused
from db.connection import Reader, Store
from db.duty_rows import Appointment, Custody, FollowUp, TermChange, TestReport, Visit
from db.journal.clock import to_text
from db.journal.ids import new_id
from db.rows import CaseFile, Document, Enterprise, Finding, Product, Record, Sample
from db.store import custody, documents, nouns, operations, records, test_reports
from db.store import follow_ups as kept_follow_ups
from db.store.moments import wall_of
from db.store.operations import Event

Row = Any
"""A row of any noun."""
PAPER = frozenset({"finished", "issued"})
"""The states in which a paper is made."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A row as it is now, with the operations that are given back and those that came since.

    ``made`` says that the row began with them, ``own`` that it is the paper itself. Operations are
    the newest first; what was undone is left out.
    """

    row: Row
    mine: Sequence[Event]
    later: Sequence[Event]
    made: bool
    own: bool


def _never(_reader: Reader, _now: Touched) -> bool:
    return False


def _free(_reader: Reader, _now: Touched) -> None:
    """Nothing but the row itself can stand on it."""


def _left(_store: Store, _now: Touched, _reason: str, _at: dt.datetime) -> None:
    """What was learnt of the world stays in its register."""


@dataclass(frozen=True, slots=True)
class Way:
    """The way back of one kind of noun.

    A later change of the fields ``leans`` stands on what the paper did; ``check`` looks for what
    stands on it elsewhere. ``stays`` says that the row is past giving back. ``void`` says of a row
    the paper made that it does not hold.
    """

    row: type[Row]
    leans: frozenset[str] = frozenset()
    stays: Callable[[Reader, Touched], bool] = _never
    check: Callable[[Reader, Touched], None] = _free
    void: Callable[[Store, Touched, str, dt.datetime], None] = _left


# ── what stands on it ───────────────────────────────────────────────────────────────────────────


def paper_of(reader: Reader, events: Sequence[Event]) -> str | None:
    """The title and number of the paper that a transaction finished or issued."""
    for event in events:
        operation = event.operation
        if operation.rec_type == "record" and _value(event, "state") in PAPER:
            record = nouns.get(reader, Record, operation.rec_id)
            if record is not None:
                return named(reader, record)
    return None


def named(reader: Reader, record: Record) -> str:
    """A paper as people call it: its title, and its number once it has one."""
    paper = next(iter(documents.of_record(reader, record.id)), None)
    return f"《{record.title}》{paper.number_text if paper else ''}"


def stands(reader: Reader, row: Row, event: Event) -> Refused:
    """The refusal that names what a later operation on a row was."""
    paper = paper_of(reader, operations.together(reader, event.n))
    day = wall_of(event.operation).astimezone(CHINA).date()
    if paper is not None:
        return Refused("paper-stands", paper=paper, day=day)
    if isinstance(row, Visit) and row.arrived is not None:
        return Refused("visit-made", at=row.arrived.astimezone(CHINA).strftime("%Y-%m-%d %H:%M"))
    if isinstance(row, CaseFile) and row.state != "open":
        return Refused("case-closed-since", title=row.title, day=day)
    return Refused("step-moved-on", name=_name(row), day=day)


def _name(row: Row) -> str:
    """What a person knows a row by."""
    for column in ("seen", "item", "title", "number", "name"):
        if found := str(getattr(row, column, "") or ""):
            return found
    return "—"


def _value(event: Event, name: str) -> str:
    return str(event.operation.fields.get(name, ("", ()))[0] or "")


def _settled_since(reader: Reader, now: Touched) -> bool:
    """Whether someone dealt with a follow-up by hand, which stays a fact.

    Raises:
        Refused: ``paper-stands``: a paper dealt with it; ``step-moved-on``: a step hangs on it.
    """
    row: FollowUp = now.row
    since = next((one for one in now.later if "state" in one.operation.fields), None)
    if row.state == "void" and now.made:
        return True
    if since is None or (now.made and row.state == "open"):
        return False
    told = stands(reader, row, since)
    if told.code == "paper-stands" and row.kind != "service":  # a receipt only tells of the service
        raise told
    if row.owner_type in {"finding", "case"}:
        raise told
    return True


def _no_paper_in(reader: Reader, now: Touched) -> None:
    """See that no other paper was made in a case since what is given back named its party."""
    case: CaseFile = now.row
    if now.made or not any("enterprise_id" in one.operation.fields for one in now.mine):
        return
    named_at = now.mine[0].n
    for record in records.of_case(reader, case.id):
        made = operations.history(reader, record.id)[-1]
        if made.n > named_at and record.state != "withdrawn":
            raise Refused("paper-stands", paper=named(reader, record), day=_day_of(made))


def _no_paper_made(reader: Reader, now: Touched) -> None:
    """See that another record whose party is given back was not made a paper since."""
    record: Record = now.row
    since = [one for one in now.later if _value(one, "state") in PAPER]
    if since and not now.made and not now.own:
        raise Refused("paper-stands", paper=named(reader, record), day=_day_of(since[0]))


def _objected(reader: Reader, now: Touched) -> bool:
    """Whether a result was objected to or decided upon: it was told then, whatever is withdrawn."""
    row: TestReport = now.row
    return row.state != "open" or bool(test_reports.objections_of(reader, row.id))


def _closed(_reader: Reader, now: Touched) -> bool:
    """Whether a document that was served is withdrawn or replaced by now."""
    row: Document = now.row
    return now.made or row.state not in {"issued", "served"}


def _last_line(reader: Reader, now: Touched) -> None:
    """See that a hand-over is the last of its sample."""
    line: Custody = now.row
    last = custody.of_sample(reader, line.sample_id)[-1]
    if last.id != line.id:
        sample = nouns.get(reader, Sample, line.sample_id)
        name = sample.number if sample else "—"
        raise Refused("step-moved-on", name=name, day=last.at.astimezone(CHINA).date())


def _day_of(event: Event) -> dt.date:
    return wall_of(event.operation).astimezone(CHINA).date()


# ── what no longer holds ────────────────────────────────────────────────────────────────────────


def _mark(store: Store, now: Touched, **said: str | None) -> None:
    nouns.edit(store, type(now.row), now.row.id, **said, undid=now.mine[0].operation.txn)


def _void_follow_up(store: Store, now: Touched, reason: str, _at: dt.datetime) -> None:
    _mark(store, now, state="void", note=reason)


def _call_off(store: Store, now: Touched, reason: str, _at: dt.datetime) -> None:
    _mark(store, now, state="cancelled", reason=reason)


def _void_appointment(store: Store, now: Touched, reason: str, _at: dt.datetime) -> None:
    _mark(store, now, void=reason)


def _drop_change(store: Store, now: Touched, _reason: str, _at: dt.datetime) -> None:
    kept_follow_ups.drop_change(store, now.row.id)


def _void_line(store: Store, now: Touched, reason: str, at: dt.datetime) -> None:
    """No line of custody is ever rewritten: another one says that it does not hold."""
    line: Custody = now.row
    void = Custody(new_id(), line.sample_id, "void", at, note=reason, corrects=line.id)
    custody.save(store, void)


def _withdraw_draft(store: Store, now: Touched, reason: str, _at: dt.datetime) -> None:
    record: Record = now.row
    if record.state == "withdrawn":
        return
    if record.state != "draft":
        last = operations.history(store, record.id)[0]
        raise Refused("paper-stands", paper=named(store, record), day=_day_of(last))
    records.set_state(store, record.id, "withdrawn", reason=reason)


def _close_case(store: Store, now: Touched, _reason: str, at: dt.datetime) -> None:
    """A case that was begun by it ends with it, as long as nothing was done there."""
    case: CaseFile = now.row
    for record in records.of_case(store, case.id):
        begun = any(one.operation.rec_id == record.id for one in _of(store, now))
        if record.state != "withdrawn" and not (begun and record.state == "draft"):
            raise Refused(
                "paper-stands",
                paper=named(store, record),
                day=record.created.astimezone(CHINA).date(),
            )
    if case.state == "open":
        _mark(store, now, state="closed", closed=to_text(at))


def _of(reader: Reader, now: Touched) -> tuple[Event, ...]:
    return operations.together(reader, now.mine[0].n)


WAYS: Mapping[str, Way] = MappingProxyType(
    {
        "follow_up": Way(FollowUp, stays=_settled_since, void=_void_follow_up),
        "visit": Way(
            Visit, frozenset({"approval_id", "refused_id", "notice_id", "arrived"}), void=_call_off
        ),
        "appointment": Way(
            Appointment, frozenset({"reviewed", "ended", "record_id"}), void=_void_appointment
        ),
        "finding": Way(Finding, frozenset({"state", "step"})),
        "term_change": Way(TermChange, frozenset({"until", "amount"}), void=_drop_change),
        "case": Way(CaseFile, frozenset({"state"}), check=_no_paper_in, void=_close_case),
        "record": Way(Record, check=_no_paper_made, void=_withdraw_draft),
        "sample": Way(Sample, frozenset({"state", "holder"})),
        "custody": Way(Custody, check=_last_line, void=_void_line),
        "document": Way(Document, stays=_closed),
        "test_report": Way(TestReport, stays=_objected),
        "enterprise": Way(Enterprise),
        "product": Way(Product),
    }
)
"""The way back of each kind of noun a paper may change."""
LEFT: Mapping[str, str] = MappingProxyType(
    {
        "attachment": "what belongs to the paper stays with it",
        "signature": "what belongs to the paper stays with it",
        "batch": "moved by hand, never by a paper",
        "batch_move": "moved by hand, never by a paper",
        "equipment": "corrected by hand from what a check offers",
        "form_package": "no paper makes one",
        "former_name": "written by hand, never by a paper",
        "law": "no paper changes the library",
        "number_block": "a number that was taken stays taken",
        "objection": "decided by hand, never by a paper",
        "operator": "written by hand, never by a paper",
        "person": "no paper changes who there is",
        "setting": "no paper changes a setting",
        "test_item": "written by hand, never by a paper",
    }
)
"""The nouns that are not given back, each with the reason."""
