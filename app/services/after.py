"""What a paper leaves to be done once it is finished or issued, and what it settles, by tables.

A row says which clock of law begins, or which date of the paper itself holds; each becomes a
follow-up in the same transaction, so that nothing due is only in someone's memory.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.services import (
    appointments,
    citation,
    desk,
    desk_papers,
    evidence_release,
    extension_notice,
    follow_ups,
    grave,
    interviews,
    questioning,
    recheck_application,
    recheck_verdicts,
    reissuing,
    site_papers,
    visits,
)
from app.services.changes import Changes
from app.services.context import CHINA, Acting
from app.services.matters import (
    ACCEPTED,
    COMMITMENT_LETTER,
    EVIDENCE,
    EVIDENCE_RELEASE,
    EXTENSION,
    IDENTITY_NOTICE,
    INSTRUCTION,
    INTERVIEW_CHECK,
    INTERVIEW_NOTICE,
    INTERVIEW_RECORD,
    MATERIALS,
    MEDIATION_AGREEMENT,
    MEDIATION_END,
    MEDIATION_NOTICE,
    NO_SAMPLE,
    NOTICE,
    OBJECTION_DECISION,
    QUESTIONING,
    QUESTIONING_RECORD,
    RECHECK,
    RECHECK_APPLY,
    REJECTED,
    RELEASE,
    REPORT_RECEIPT,
    REPORT_RESULT,
    REPORT_UP,
    RESULT_NOTICE,
    SAMPLING,
    SAMPLING_REFUSED,
    SEIZURE,
    SPOT_NOTICE,
    VISIT_RESULT,
)
from app.services.records import Opened
from db.connection import Store
from db.duty_rows import FollowUp
from db.store import follow_ups as kept

_ROW = re.compile(r"/(?P<group>\w+)(?P<row>\{\w+\})/(?:.*/)?(?P<name>\w+)$")
"""How a session names an answer inside a row: the row by its key, ``/data/g/rows{00000001}/x``."""


@dataclass(frozen=True, slots=True)
class Leaves:
    """One thing a paper leaves to be done.

    ``kind`` is the follow-up's. It is counted by ``clock_id`` from the question ``since`` (from the
    moment of finishing where that is empty), or falls on the date of the question ``due``.
    ``amount`` is a question that sets the length of the clock. ``title`` is a question whose answer
    names it. ``before`` is a question on whose day it is late: it is due on that day at the latest.
    With ``rows`` all are asked of each row of that repeat. ``when`` holds the choices
    that must have been made for it to be left, in the row or in the paper. ``unless`` is a question
    whose answer names what is left of it already.
    """

    kind: str
    clock_id: str = ""
    since: str = ""
    amount: str = ""
    due: str = ""
    title: str = ""
    before: str = ""
    rows: str = ""
    when: Mapping[str, str] = field(default_factory=dict)
    unless: str = ""


_UNSERVED = Leaves("service", "serve-7wd")
"""程序规定 art. 81: a decision its party did not take on the spot is served within seven working days.

Whatever else a unit is told by a numbered paper is served in the same time: periods begin with it.
"""
_TO_MEET, _TO_ANSWER = replace(_UNSERVED, before="meet_at"), replace(_UNSERVED, before="deadline")
"""Who is called, or asked for something, is told before the day that the paper itself names."""

LEAVES: Mapping[str, Sequence[Leaves]] = {
    **dict.fromkeys(
        (
            *(NOTICE, INSTRUCTION, extension_notice.FORM, RESULT_NOTICE, OBJECTION_DECISION),
            *(SEIZURE, EXTENSION, RELEASE, EVIDENCE_RELEASE, VISIT_RESULT),
        ),
        (_UNSERVED,),
    ),
    citation.CITATION: (
        _UNSERVED,
        Leaves("filing", "simple-file-7wd", since="decided_at"),
        Leaves("cash", "cash-fine-2wd", since="decided_at", when={"pay_mode": "cash"}),
        Leaves("payment", "fine-payment-15d", since="decided_at", when={"pay_mode": "bank"}),
    ),
    INTERVIEW_NOTICE: (
        Leaves(
            "service",
            "interview-notice-lead",
            since="meet_at",
            amount="lead_days",
            title="reason",
            when={"short": "no"},
        ),
        Leaves("service", due="served_on", title="reason", when={"short": "yes"}),
        Leaves("interview", due="meet_at", title="reason"),
    ),
    INTERVIEW_RECORD: (
        Leaves(
            "interview",
            due="new_date",
            title="reason",
            when={"came": "absent", "absence_excused": "yes"},
        ),
        Leaves(
            "second-notice",
            due="absence_next_due",
            title="reason",
            when={"absence_next": "second"},
        ),
        Leaves(
            "credit-note",
            due="absence_next_due",
            title="reason",
            when={"absence_next": "credit"},
        ),
        Leaves(
            "case-opening",
            due="absence_next_due",
            title="reason",
            when={"absence_next": "case"},
        ),
        Leaves(
            "focus",
            due="absence_next_due",
            title="reason",
            when={"absence_next": "focus"},
        ),
        Leaves(
            "commitment",
            rows="commitments",
            due="commitment_due",
            title="commitment",
            when={"came": "came"},
        ),
        Leaves("report", due="report_due", when={"came": "came"}),
    ),
    COMMITMENT_LETTER: (
        Leaves(
            "commitment",
            rows="commitments",
            due="commitment_due",
            title="commitment",
            unless="follow_up",
        ),
    ),
    INTERVIEW_CHECK: (
        Leaves("second-notice", due="result_due", when={"result": "again"}),
        Leaves("case-opening", due="result_due", when={"result": "case"}),
        Leaves("lead", "case-lead-15wd", when={"result": "case"}),
        Leaves("order", due="result_due", when={"result": "order"}),
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
    IDENTITY_NOTICE: (_TO_ANSWER, Leaves("identity", due="deadline", title="subject")),
    ACCEPTED: (Leaves("service", due="decide_by", title="subject"),),
    REJECTED: (Leaves("service", due="decide_by", title="subject"),),
    REPORT_RESULT: (Leaves("service", due="tell_by", title="subject"),),
    MEDIATION_NOTICE: (_TO_MEET, Leaves("mediation-meeting", due="meet_at", title="subject")),
    MEDIATION_END: (
        Leaves("mediation-told", "mediation-end-7wd", since="ended_on", title="subject"),
    ),
    MATERIALS: (_TO_ANSWER, Leaves("materials", due="deadline", title="matter")),
    QUESTIONING: (_TO_MEET, Leaves(questioning.CALLED, due="meet_at", title="asked_name")),
    SPOT_NOTICE: (Leaves("take-samples", due="valid_to", title="product_name"),),
    EVIDENCE: (
        _UNSERVED,
        Leaves("preservation", "preservation-7wd", since="preserved_at", title="matter"),
        Leaves(
            "approval",
            "preservation-24h",
            since="preserved_at",
            title="matter",
            when={"urgent": "yes"},
        ),
    ),
    "cqo-appointment": (Leaves("review", due="review_due", title="cqo_name"),),
    "cqo-review": (
        Leaves("review", due="review_due", title="cqo_name"),
        Leaves("hand-over", due="hand_by", title="hand_what"),
    ),
    "key-enterprise-survey": (Leaves("hand-over", due="hand_by", title="hand_what"),),
}
"""What each form leaves, by form id."""

Then = Callable[[Store, Acting, Opened, tuple[str, str]], Changes]
THEN: Mapping[str, Then] = {
    **dict.fromkeys(grave.CHECKS, grave.found),
    REPORT_UP: grave.reported,
    SEIZURE: grave.seized,
    EXTENSION: grave.extended,
    RELEASE: grave.released,
    EVIDENCE_RELEASE: evidence_release.released,
    QUESTIONING_RECORD: questioning.heard,
    RECHECK: recheck_verdicts.judge,
    RECHECK_APPLY: recheck_application.applied,
    REPORT_RECEIPT: site_papers.received,
    RESULT_NOTICE: reissuing.noticed,
    "inspection-approval": visits.decided,
    "inspection-notice": visits.announced,
    citation.CITATION: citation.decided,
    "desk-12365": desk.registered,
    ACCEPTED: desk_papers.accepted,
    "cqo-appointment": appointments.appointed,
    "cqo-review": appointments.reviewed,
}
"""What else a form sets going, by form id: what no line of a table can say."""


@dataclass(frozen=True, slots=True)
class Settles:
    """What a paper settles of its case: follow-ups of a kind, where ``when`` was answered.

    With ``rows`` it settles those its rows name in ``follow_up``; the answer ``note`` of the row
    stays beside each.
    """

    kind: str = ""
    rows: str = ""
    note: str = ""
    when: Mapping[str, str] = field(default_factory=dict)


SETTLES: Mapping[str, Sequence[Settles]] = {
    INTERVIEW_NOTICE: (
        *(Settles(interviews.SECOND), Settles(interviews.NOTICE_DUE)),
        Settles("interview"),  # it is held on the day of the newest notice
    ),
    INTERVIEW_RECORD: (Settles("interview"),),
    INTERVIEW_CHECK: (
        Settles(rows="checks", note="evidence", when={"kept": "kept"}),
        Settles("report", when={"report_in": "yes"}),
    ),
    ACCEPTED: (Settles("accept"), Settles("complaint"), Settles("identity")),
    REJECTED: (Settles("accept"), Settles("complaint"), Settles("identity")),
    MEDIATION_AGREEMENT: (Settles("mediation"), Settles("mediation-meeting")),
    MEDIATION_END: (Settles("mediation"), Settles("mediation-meeting")),
    REPORT_RESULT: (Settles("tell"),),
    NOTICE: (Settles("order"),),
    **dict.fromkeys((SAMPLING, NO_SAMPLE, SAMPLING_REFUSED), (Settles("take-samples"),)),
}
"""What each form settles, by form id."""


def leave(store: Store, act: Acting, opened: Opened, owner: tuple[str, str]) -> Changes:
    """Settle what a paper settles, then open what it leaves to be done.

    It is asked for inside the transaction that finishes the paper.
    """
    record = opened.record
    rows = _settled(store, act, opened)
    for one in LEAVES.get(record.form_id, ()):
        for told in _told(opened, one.rows, one.when):
            day = _day(told.get(one.due, ""))
            if (one.due and day is None) or told.get(one.unless):
                continue
            row = follow_ups.make(
                store,
                case_id=record.case_id,
                enterprise_id=record.enterprise_id,
                kind=one.kind,
                start=_moment(told.get(one.since, "")) or act.now,
                owner=owner,
                title=told.get(one.title, "").strip() or record.title,
                clock_id=one.clock_id,
                amount=_whole(told.get(one.amount, "")),
                due=day,
            )
            last = _day(told.get(one.before, ""))
            if last is not None and row.due is not None and last < row.due:
                row = replace(row, clock_id="", due=last, due_provisional=False)
            rows.append(row)
    changes = follow_ups.keep(store, act, *rows).changes if rows else Changes()
    then = THEN.get(record.form_id)
    return changes | then(store, act, opened, owner) if then else changes


def _settled(store: Store, act: Acting, opened: Opened) -> list[FollowUp]:
    """The open follow-ups of the case that this paper settles, as they are then."""
    record = opened.record
    of_case = kept.of_case(store, record.case_id)
    open_ones = {row.id: row for row in of_case if row.state == "open"}
    settled: dict[str, FollowUp] = {}
    for one in SETTLES.get(record.form_id, ()):
        for told in _told(opened, one.rows, one.when):
            for row in open_ones.values():
                if row.id == told.get("follow_up") if one.rows else row.kind == one.kind:
                    note = told.get(one.note, "") or row.note
                    settled[row.id] = replace(row, state="done", done=act.now, note=note)
    return list(settled.values())


def _told(opened: Opened, rows: str, when: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    """The answers by name that a line of the tables asks for: the paper's, or those of each row."""
    final = opened.session.final()
    plain = {ref.rsplit("/", 1)[-1]: value for ref, value in final.items() if "{" not in ref}
    if not rows:
        if _holds(plain, when):
            yield plain
        return
    found: dict[str, dict[str, str]] = {}
    for ref, value in final.items():
        match = _ROW.search(ref)
        if match is not None and match["group"] == rows:
            found.setdefault(match["row"], {})[match["name"]] = value
    for told in ({**plain, **row} for row in found.values()):
        if _holds(told, when):
            yield told


def _holds(told: Mapping[str, str], when: Mapping[str, str]) -> bool:
    return all(value in told.get(name, "").split() for name, value in when.items())


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None


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
