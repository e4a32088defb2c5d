"""Ways back: how a row of each kind is given back what a paper changed, and what rests on it."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.services.context import CHINA
from app.services.errors import Refused
from app.services.standing_on import (
    Row,
    Touched,
    day_of,
    is_past,
    named,
    require_last_line,
    require_no_paper_in,
    require_not_made,
    settled_since,
    was_objected_to,
)
from db.connection import Reader, Store
from db.duty_rows import Appointment, Custody, FollowUp, TermChange, TestReport, Visit
from db.journal.clock import to_text
from db.journal.ids import new_id
from db.rows import CaseFile, Document, Enterprise, Finding, Product, Record, Sample
from db.store import custody, nouns, operations, records
from db.store import follow_ups as kept_follow_ups
from db.store.operations import Event


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


def _mark(store: Store, now: Touched, **said: str | None) -> None:
    nouns.edit(store, type(now.row), now.row.id, **said, undid=now.mine[0].operation.txn)


def _void_follow_up(store: Store, now: Touched, reason: str, _at: dt.datetime) -> None:
    """With it goes what asks whether its suspension has ended."""
    _mark(store, now, state="void", note=reason)
    for row in kept_follow_ups.of_owner(store, now.row.id):
        if row.state == "open":
            nouns.edit(store, FollowUp, row.id, state="void", note=reason)


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
        raise Refused("paper-stands", paper=named(store, record), day=day_of(last))
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
        "follow_up": Way(FollowUp, stays=settled_since, void=_void_follow_up),
        "visit": Way(
            Visit, frozenset({"approval_id", "refused_id", "notice_id", "arrived"}), void=_call_off
        ),
        "appointment": Way(
            Appointment, frozenset({"reviewed", "ended", "record_id"}), void=_void_appointment
        ),
        "finding": Way(Finding, frozenset({"state", "step"})),
        "term_change": Way(TermChange, frozenset({"until", "amount"}), void=_drop_change),
        "case": Way(CaseFile, frozenset({"state"}), check=require_no_paper_in, void=_close_case),
        "record": Way(Record, check=require_not_made, void=_withdraw_draft),
        "sample": Way(Sample, frozenset({"state", "holder"})),
        "custody": Way(Custody, check=require_last_line, void=_void_line),
        "document": Way(Document, stays=is_past),
        "test_report": Way(TestReport, stays=was_objected_to),
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
        "handover": "only the bureau writes it",
        "law": "no paper changes the library",
        "number_block": "a number that was taken stays taken",
        "objection": "decided by hand, never by a paper",
        "operator": "written by hand, never by a paper",
        "party_report": "only the hub writes what a party handed in",
        "person": "no paper changes who there is",
        "setting": "no paper changes a setting",
        "settlement": "decided by hand, never by a paper",
        "test_item": "written by hand, never by a paper",
    }
)
"""The nouns that are not given back, each with the reason."""
