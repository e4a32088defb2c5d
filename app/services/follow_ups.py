"""Follow-ups 待办: opened with the clock that counts them, done or void, never forgotten."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.services.changes import Changes, Result, touched
from app.services.clocks import clock, left, reckon
from app.services.context import CHINA, Acting
from app.services.errors import Refused
from app.services.gone import MOVED
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import FollowUp
from db.journal.ids import new_id
from db.journal.published import ASSIGNED
from db.store import follow_ups
from forms.rules.clocks import Hours, Term

if TYPE_CHECKING:
    from forms.rules.calendar import Deadline

VISIT = "visit"
"""The kind a visit leaves until somebody arrives."""
VISIT_APPROVAL = "visit-approval"
"""The kind an urgent visit leaves: its approval is a paper."""
APPROVALS = frozenset({"approval", VISIT_APPROVAL})
"""The kinds that only an approval settles: of a measure by its paper's words, of a visit here."""
STANDING = "standing-still"
"""The kind that asks whether a suspension without an end has ended."""
GIVEN = ASSIGNED
"""The kind of a task the bureau gave an inspector: its day is the bureau's to change."""
AT_ONCE = "not_fixed"
"""What the table of clocks says of a period its rule gives no number for."""


@dataclass(frozen=True, slots=True)
class DueLine:
    """A follow-up with the days and working days to its day, negative when it has passed."""

    row: FollowUp
    days: int | None
    working_days: int | None


HOLDS = frozenset(
    {
        *("commitment", "report", "interview", "second-notice", "filing", "cash"),
        *("accept", "complaint", "mediation", "lead", "tell", "report-up", "order"),
        *("issue-notice", "issue-citation", "tell-maker", "preservation", "seizure"),
    }
)
"""The kinds that keep a case open until they are done."""


def make(  # noqa: PLR0913 - what a follow-up is, each named at the call
    reader: Reader,
    *,
    case_id: str,
    enterprise_id: str,
    kind: str,
    start: dt.datetime,
    owner: tuple[str, str] = ("", ""),
    title: str = "",
    clock_id: str = "",
    amount: int | None = None,
    due: dt.date | None = None,
) -> FollowUp:
    """A follow-up, not kept yet: its day is ``due``, or counted by a clock of law from ``start``.

    A clock whose rule names no number of days ("at once") falls on the day it began, provisionally.

    Raises:
        Refused: as ``clocks.reckon``.
    """
    row = FollowUp(
        id=new_id(),
        case_id=case_id,
        enterprise_id=enterprise_id,
        owner_type=owner[0],
        owner_id=owner[1],
        kind=kind,
        title=title,
        clock_id=clock_id,
        start=start,
        due=due,
    )
    if due is not None or not clock_id:
        return row
    known = clock(reader, clock_id)
    if known is not None and known.set_by == AT_ONCE:
        return replace(row, due=start.astimezone(CHINA).date(), due_provisional=True)
    counted = reckon(reader, clock_id, start, amount).counted
    if isinstance(counted, Hours):
        return replace(row, due_at=counted.due, due=counted.due.astimezone(CHINA).date())
    end: Deadline | None = counted.ends if isinstance(counted, Term) else counted
    if end is None:
        return row
    return replace(row, due=end.due, due_provisional=end.provisional)


def get(reader: Reader, follow_up_id: str) -> FollowUp:
    """One follow-up.

    Raises:
        Refused: ``not-found``.
    """
    row = follow_ups.get(reader, follow_up_id)
    if row is None:
        raise Refused("not-found", kind="follow_up", id=follow_up_id)
    return row


def of_case(reader: Reader, case_id: str, today: dt.date) -> tuple[DueLine, ...]:
    """The follow-ups of a case, open ones first, by their day."""
    found = sorted(follow_ups.of_case(reader, case_id), key=lambda row: row.state != "open")
    return tuple(_line(reader, row, today) for row in found)


def of_enterprise(reader: Reader, enterprise_id: str, today: dt.date) -> tuple[DueLine, ...]:
    """The open follow-ups of an enterprise, by their day."""
    found = follow_ups.of_enterprise(reader, enterprise_id)
    return tuple(_line(reader, row, today) for row in found)


def _line(reader: Reader, row: FollowUp, today: dt.date) -> DueLine:
    if row.due is None:
        return DueLine(row, None, None)
    return DueLine(row, *left(reader, today, row.due))


def keep(store: Store, act: Acting, *rows: FollowUp) -> Result[tuple[FollowUp, ...]]:
    """Keep follow-ups; whether one stands still is asked no more once it is settled or void."""
    with writing(store, act):
        asked = [
            replace(one, state="done", done=act.now)
            for row in rows
            if row.state in {"done", "void"} and row.kind != STANDING
            for one in follow_ups.of_owner(store, row.id)
            if one.state == "open" and one.kind == STANDING
        ]
        follow_ups.save(store, *rows, *asked)
    return Result(rows, changed(*rows, *asked))


def settle(
    store: Store, act: Acting, follow_up_id: str, *, state: str = "done", note: str = ""
) -> Result[FollowUp]:
    """Say that it was done, or that it is void (``note`` says why), or open it again.

    Raises:
        Refused: ``not-found``; ``reason-missing``: void without a reason; ``approval-unsaid``:
            an approval that nothing is said of; ``task-moved``: it is done at another bureau.
    """
    row = get(store, follow_up_id)
    if row.state == MOVED:
        raise Refused("task-moved", title=row.title)
    if state == "void" and not note.strip():
        raise Refused("reason-missing")
    if state == "done" and row.kind in APPROVALS and not note.strip():
        raise Refused("approval-unsaid")
    done = act.now if state == "done" else None
    row = replace(row, state=state, done=done, note=note or row.note)
    with writing(store, act):
        changes = keep(store, act, row).changes
        if state == "open" and row.due is None:  # it stands still again: only this asks after it
            changes |= _ask_again(store, act, row)
    return Result(row, changes)


def _ask_again(store: Store, act: Acting, row: FollowUp) -> Changes:
    """Ask again whether a suspension has ended: what is opened again stands still as before."""
    asked = [one for one in follow_ups.of_owner(store, row.id) if one.kind == STANDING]
    return (
        keep(store, act, replace(asked[-1], state="open", done=None)).changes
        if asked
        else Changes()
    )


def file_away(store: Store, act: Acting, follow_up_id: str, place: str) -> Result[FollowUp]:
    """Say that the papers were handed in to be filed, and where they lie now.

    Raises:
        Refused: ``not-found``; ``file-place-missing``: nobody could find them again.
    """
    if not place.strip():
        raise Refused("file-place-missing")
    return settle(store, act, follow_up_id, note=place.strip())


def open_of_case(reader: Reader, case_id: str) -> tuple[FollowUp, ...]:
    """What is still to be done in a case, the earliest first."""
    return tuple(row for row in follow_ups.of_case(reader, case_id) if row.state == "open")


def settle_of(store: Store, act: Acting, owner_id: str, kind: str) -> Changes:
    """Settle the open follow-ups of one kind that hang on something that was just done."""
    rows = [
        replace(row, state="done", done=act.now)
        for row in follow_ups.of_owner(store, owner_id)
        if row.state == "open" and row.kind == kind
    ]
    return keep(store, act, *rows).changes if rows else Changes()


def void_of(store: Store, act: Acting, owner_id: str, reason: str) -> Changes:
    """Void the open follow-ups of a paper that is withdrawn."""
    rows = [
        replace(row, state="void", note=reason)
        for row in follow_ups.of_owner(store, owner_id)
        if row.state == "open"
    ]
    return keep(store, act, *rows).changes if rows else Changes()


def changed(*rows: FollowUp) -> Changes:
    """What a change of follow-ups touches."""
    changes = Changes()
    for row in rows:
        ids = (row.id, row.owner_id, row.case_id, row.enterprise_id)
        changes |= touched("follow_up", *(one for one in ids if one))
    return changes
