"""Escalating: a finding that is not put right goes to a case, an interview or a citation."""

from dataclasses import dataclass, replace

from app.services import cases as matter
from app.services import citation, findings, follow_ups, interviews, orders
from app.services.changes import Changes, Result, touched
from app.services.clocks import calendar
from app.services.context import Acting
from app.services.errors import Refused
from app.services.findings import NEXT
from app.services.links import CITED, link
from app.services.matters import INTERVIEW, INTERVIEW_NOTICE
from app.services.preparing import team_of
from app.services.rectification import RECHECK
from app.services.writing import writing
from db.connection import Store
from db.journal.ids import new_id
from db.rows import CaseFile, Finding, Record
from db.store import findings as kept
from db.store import nouns
from forms.rules.calendar import deadline

LEAD = "lead"
"""The kind of case file, and of follow-up, that a hand-over opens: the lead 案源线索 is checked."""
LEAD_CLOCK = "case-lead-15wd"
"""程序规定 art. 18: fifteen working days to decide whether a case is filed."""
LEAD_TITLE = "案源线索核查"
WAYS = ("case", "interview", "citation")
_ISSUES = {INTERVIEW_NOTICE: interviews.NOTICE_DUE, citation.CITATION: citation.DECISION_DUE}
"""The kind of follow-up that the paper of a hand-over leaves until it is issued."""


@dataclass(frozen=True, slots=True)
class Escalated:
    """Where a finding was taken: its case file, and the paper begun there if there is one."""

    finding: Finding
    case_id: str
    record: Record | None


def escalate(
    store: Store, act: Acting, finding_id: str, way: str, reason: str
) -> Result[Escalated]:
    """Take a finding on to a word of ``WAYS``; its open re-check is settled by it.

    Raises:
        Refused: ``finding-closed``, ``reason-missing``, ``form-unknown``, ``case-closed``,
            ``setting-wrong``, ``citation-above-ceiling``.
    """
    row = findings.get(store, finding_id)
    if "escalated" not in NEXT[row.state]:
        raise Refused("finding-closed", finding_id=row.id, state=row.state)
    if not reason.strip():
        raise Refused("reason-missing")
    if way not in WAYS:
        raise Refused("setting-wrong", name="escalate", value=way)
    with writing(store, act):
        case_id, record, changes = row.case_id, None, Changes()
        if way == "case":
            case_id, changes = _lead(store, act, row)
        elif way == "interview":
            record = _interview(store, act, row)
            case_id = record.case_id
        else:
            record = citation.prepare_citation(store, act, row.id).value
        target = record.id if record is not None else case_id
        after = replace(row, state="escalated", escalated_to=target, settled=act.today)
        kept.step(store, after, step="escalate", way=way, note=reason.strip())
        changes |= follow_ups.settle_of(store, act, row.id, RECHECK)
        if record is not None:
            changes |= _to_issue(store, act, row, record)
    changes |= findings.changed(after) | touched("case", case_id)
    changes |= touched("record", record.id) if record else Changes()
    return Result(Escalated(after, case_id, record), changes)


def _lead(store: Store, act: Acting, row: Finding) -> tuple[str, Changes]:
    """A case file for the lead, and the clock in which it is decided whether a case is filed."""
    case = CaseFile(
        id=new_id(),
        enterprise_id=row.enterprise_id,
        kind=LEAD,
        title=f"{LEAD_TITLE}：{orders.fact_of(row)}",
        opened=act.now,
        origin=row.id,
    )
    nouns.save(store, case)
    check = follow_ups.make(
        store,
        case_id=case.id,
        enterprise_id=row.enterprise_id,
        kind=LEAD,
        start=act.now,
        owner=("case", case.id),
        title=orders.fact_of(row),
        clock_id=LEAD_CLOCK,
    )
    return case.id, follow_ups.keep(store, act, check).changes


def _to_issue(store: Store, act: Acting, row: Finding, record: Record) -> Changes:
    """The day by which the paper of a hand-over is issued: of the finding, not of its first draft.

    It is settled by the paper that is issued over the finding, and opens again with its withdrawal;
    a draft that is thrown away leaves it standing.
    """
    days = calendar(store)
    ends = deadline(days, act.today, act.office.issue_days, "working_day")
    issue = follow_ups.make(
        store,
        case_id=record.case_id,
        enterprise_id=row.enterprise_id,
        kind=_ISSUES[record.form_id],
        start=act.now,
        owner=("finding", row.id),
        title=orders.fact_of(row),
        due=ends.due,
    )
    return follow_ups.keep(store, act, replace(issue, due_provisional=ends.provisional)).changes


def _interview(store: Store, act: Acting, row: Finding) -> Record:
    """The notice of an interview over the finding, in a case of its own that it is the origin of."""
    team = team_of(store, act, row.case_id)
    partner = next((one for one in team if one != act.who.person_id), None)
    origin = nouns.get(store, CaseFile, row.case_id)
    begun = matter.start(
        store,
        act,
        row.enterprise_id,
        INTERVIEW,
        partner_id=partner,
        campaign=origin.campaign if origin else "",
        origin=row.id,
    ).value
    link(store, begun.record, [row.id], CITED)
    return begun.record
