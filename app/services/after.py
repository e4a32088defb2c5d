"""What a paper leaves to be done once it is finished or issued, by a table.

A row says which clock of law begins, or which date of the paper itself holds; each becomes a
follow-up in the same transaction, so that nothing due is only in someone's memory.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.services import appointments, desk, follow_ups, visits
from app.services.changes import Changes
from app.services.context import CHINA, Acting
from app.services.records import Opened
from db.connection import Store
from db.store import follow_ups as kept

if TYPE_CHECKING:
    from db.duty_rows import FollowUp

_ROW = re.compile(r"/(?P<group>\w+)\[(?P<row>\d+)\]/(?:.*/)?(?P<name>\w+)$")


@dataclass(frozen=True, slots=True)
class Leaves:
    """One thing a paper leaves to be done.

    ``kind`` is the follow-up's. It is counted by ``clock_id`` from the question ``since`` (from the
    moment of finishing where that is empty), or falls on the date of the question ``due``.
    ``title`` is a question whose answer names it. With ``rows`` both are asked of each row of that
    repeat. ``when`` holds the answers that must stand for it to be left.
    """

    kind: str
    clock_id: str = ""
    since: str = ""
    due: str = ""
    title: str = ""
    rows: str = ""
    when: Mapping[str, str] = field(default_factory=dict)


LEAVES: Mapping[str, Sequence[Leaves]] = {
    "spot-citation": (
        Leaves("filing", "simple-file-7wd", since="decided_at"),
        Leaves("cash", "cash-fine-2wd", since="decided_at", when={"pay_mode": "cash"}),
    ),
    "interview-record": (
        Leaves(
            "commitment",
            rows="commitments",
            due="commitment_due",
            title="commitment",
            when={"came": "came"},
        ),
        Leaves("report", due="report_due", when={"came": "came"}),
    ),
    "desk-12365": (
        Leaves(
            "accept",
            "complaint-accept-7wd",
            since="received_at",
            when={"kind": "complaint", "decision": "later"},
        ),
        Leaves(
            "complaint",
            "complaint-consumer-law-7wd",
            since="received_at",
            when={"kind": "complaint", "decision": "later"},
        ),
        Leaves(
            "mediation",
            "mediation-60d",
            since="accepted_on",
            when={"kind": "complaint", "decision": "accepted"},
        ),
        Leaves("lead", "case-lead-15wd", since="received_at", when={"kind": "report"}),
    ),
    "cqo-appointment": (Leaves("review", due="review_due", title="cqo_name"),),
    "cqo-review": (Leaves("review", due="review_due", title="cqo_name"),),
}
"""What each form leaves, by form id."""

Then = Callable[[Store, Acting, Opened, tuple[str, str]], Changes]
THEN: Mapping[str, Then] = {
    "inspection-approval": visits.decided,
    "inspection-notice": visits.announced,
    "desk-12365": desk.registered,
    "cqo-appointment": appointments.appointed,
    "cqo-review": appointments.reviewed,
}
"""What else changes with a form, by form id: a visit, a register, whom a case is about."""


def leave(store: Store, act: Acting, opened: Opened, owner: tuple[str, str]) -> Changes:
    """Open what a paper leaves to be done; asked for inside the transaction that finishes it."""
    record = opened.record
    rows: list[FollowUp] = []
    for one in LEAVES.get(record.form_id, ()):
        for told in _told(opened, one):
            day = _day(told.get(one.due, ""))
            if one.due and day is None:
                continue
            rows.append(
                follow_ups.make(
                    store,
                    case_id=record.case_id,
                    enterprise_id=record.enterprise_id,
                    kind=one.kind,
                    start=_moment(told.get(one.since, "")) or act.now,
                    owner=owner,
                    title=told.get(one.title, "").strip() or record.title,
                    clock_id=one.clock_id,
                    due=day,
                )
            )
    if rows:
        kept.save(store, *rows)
    changes = follow_ups.changed(*rows)
    then = THEN.get(record.form_id)
    return changes | then(store, act, opened, owner) if then else changes


def _told(opened: Opened, one: Leaves) -> Iterator[Mapping[str, str]]:
    """The answers by name that a row of the table is asked of: the paper's, or those of each row."""
    final = opened.session.final()
    plain = {ref.rsplit("/", 1)[-1]: value for ref, value in final.items() if "[" not in ref}
    if any(plain.get(name) != value for name, value in one.when.items()):
        return
    if not one.rows:
        yield plain
        return
    found: dict[int, dict[str, str]] = {}
    for ref, value in final.items():
        match = _ROW.search(ref)
        if match is not None and match["group"] == one.rows:
            found.setdefault(int(match["row"]), {})[match["name"]] = value
    for number in sorted(found):
        yield {**plain, **found[number]}


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _moment(text: str) -> dt.datetime | None:
    """A date or a moment of the paper; a plain date is its midnight in China."""
    try:
        found = dt.datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    if found is None:
        return None
    return (found if found.tzinfo else found.replace(tzinfo=CHINA)).astimezone(dt.UTC)
