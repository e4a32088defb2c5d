"""Rectifying: a finding's steps once it was ordered, each one transaction with its way back.

What a step says beside the finding's own fields (the verdict, who looked, the reason) stays in the
journal alone, where ``finding_life`` reads it and ``taking_back`` finds what to undo.
"""

import datetime as dt
from dataclasses import dataclass, replace

from app.services import findings, follow_ups, orders
from app.services.changes import Changes, Result
from app.services.clocks import calendar
from app.services.context import CHINA, Acting
from app.services.errors import Refused
from app.services.findings import NEXT
from app.services.matters import matter_of
from app.services.rectification import RECHECK
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import FollowUp
from db.rows import CaseFile, Document, Finding
from db.store import findings as kept
from db.store import follow_ups as kept_follow_ups
from db.store import nouns
from forms.rules.calendar import deadline

SPECIAL_RECHECK = "se-recheck-10wd"
"""总局令第57号 art. 29(2): ten working days from the report on special equipment."""
PRODUCT_CORRECT = "product-correct-60d"
PRODUCT_RECHECK = "product-recheck-75d"
"""The period in which a product found nonconforming is put right, and that of its re-check."""
OUR_RECHECK = 10
"""Working days where no law sets a period for the re-check: as many as for special equipment."""

VERDICTS = ("fixed", "partly", "not")
WAYS = ("site", "papers")
ON_SITE = 2
"""Inspectors a re-check on the spot needs (程序规定 art. 22)."""


@dataclass(frozen=True, slots=True)
class Report:
    """What the party says it has put right, and the day that came in."""

    text: str
    received: dt.date


@dataclass(frozen=True, slots=True)
class Recheck:
    """What a re-check saw: a word of ``VERDICTS``, a word of ``WAYS``, the day, who looked (names).

    ``note`` says what is still wrong; ``record_id`` is the paper it was written in, if any.
    """

    verdict: str
    way: str
    day: dt.date
    by: tuple[str, ...]
    note: str = ""
    record_id: str = ""


def on_service(store: Store, finding: Finding, day: dt.date) -> Changes:
    """What the service of its order leaves to be done about a finding; inside its transaction.

    The re-check of a nonconforming product has a period of its own, which a second service does
    not begin again.
    """
    known = any(row.kind == RECHECK for row in kept_follow_ups.of_owner(store, finding.id))
    if finding.clock_id != PRODUCT_CORRECT or finding.state not in findings.LIVE or known:
        return Changes()
    row = _follow_up(store, finding, PRODUCT_RECHECK, midnight(day))
    kept_follow_ups.save(store, row)
    return follow_ups.changed(row)


def take_report(store: Store, act: Acting, finding_id: str, report: Report) -> Result[Finding]:
    """The party's report has come in: its words, its day, and the clock of the re-check.

    Raises:
        Refused: ``finding-closed``, ``report-empty``, ``day-in-future``, ``day-before-finding``.
    """
    row = findings.get(store, finding_id)
    _may(row, "reported")
    if not report.text.strip():
        raise Refused("report-empty")
    _day(row, report.received, act.today)
    after = replace(row, state="reported", report=report.text.strip(), reported=report.received)
    with writing(store, act):
        kept.step(store, after, step="report")
        changes = findings.changed(after)
        if not kept_follow_ups.of_kind(store, RECHECK, [row.id]):
            due = recheck_of(store, after, report.received)
            kept_follow_ups.save(store, due)
            changes |= follow_ups.changed(due)
    return Result(after, changes)


def recheck(
    store: Store, act: Acting, finding_id: str, seen: Recheck, *, closing: bool = False
) -> Result[Finding]:
    """Keep what a re-check saw; ``closing`` also closes what was found put right.

    What is not put right, or only partly, is ordered again with the deadline it had.

    Raises:
        Refused: ``finding-closed``, ``recheck-too-few``, ``reason-missing`` (not put right, and
            nothing said), ``day-in-future``, ``day-before-finding``, ``day-before-report``,
            ``setting-wrong``.
    """
    row = findings.get(store, finding_id)
    if seen.verdict not in VERDICTS or seen.way not in WAYS:
        raise Refused("setting-wrong", name="verdict", value=f"{seen.verdict} {seen.way}")
    _may(row, "rechecked")
    people = tuple(dict.fromkeys(name.strip() for name in seen.by if name.strip()))
    if len(people) < (ON_SITE if seen.way == "site" else 1):
        raise Refused("recheck-too-few", count=len(people), needed=ON_SITE)
    if seen.verdict != "fixed" and not seen.note.strip():
        raise Refused("reason-missing")
    _day(row, seen.day, act.today)
    if row.reported is not None and seen.day < row.reported:
        raise Refused("day-before-report", day=seen.day, reported=row.reported)
    state = "rechecked" if seen.verdict == "fixed" else "ordered"
    after = replace(row, state=state, rechecked=seen.day, recheck_record_id=seen.record_id)
    if closing and seen.verdict == "fixed":
        after = replace(after, state="closed", settled=act.today)
    with writing(store, act):
        kept.step(
            store,
            after,
            step="recheck",
            verdict=seen.verdict,
            way=seen.way,
            by="、".join(people),
            note=seen.note.strip(),
        )
        changes = follow_ups.settle_of(store, act, row.id, RECHECK)
    return Result(after, changes | findings.changed(after))


def close(store: Store, act: Acting, finding_id: str) -> Result[Finding]:
    """Close a finding that a re-check saw put right.

    Raises:
        Refused: ``finding-closed``, ``recheck-missing``.
    """
    row = findings.get(store, finding_id)
    _may(row, "closed")
    if row.state != "rechecked":
        raise Refused("recheck-missing")
    return _keep(store, act, replace(row, state="closed", settled=act.today), "close")


def reopen(store: Store, act: Acting, finding_id: str, note: str) -> Result[Finding]:
    """Order a closed finding again: it has come back; its reason is kept.

    Raises:
        Refused: ``finding-closed``, ``reason-missing``.
    """
    row = findings.get(store, finding_id)
    if row.state != "closed":
        raise Refused("finding-closed", finding_id=row.id, state=row.state)
    if not note.strip():
        raise Refused("reason-missing")
    return _keep(store, act, replace(row, state="ordered", settled=None), "reopen", note.strip())


def midnight(day: dt.date) -> dt.datetime:
    """The moment a day of the papers begins."""
    return dt.datetime.combine(day, dt.time(), CHINA).astimezone(dt.UTC)


def _keep(store: Store, act: Acting, after: Finding, step: str, note: str = "") -> Result[Finding]:
    with writing(store, act):
        kept.step(store, after, step=step, note=note)
    return Result(after, findings.changed(after))


def _may(row: Finding, state: str) -> None:
    if state not in NEXT[row.state]:
        raise Refused("finding-closed", finding_id=row.id, state=row.state)


def _day(row: Finding, day: dt.date, today: dt.date) -> None:
    found = row.created.astimezone(CHINA).date()
    if day > today:
        raise Refused("day-in-future", day=day, today=today)
    if day < found:
        raise Refused("day-before-finding", day=day, found=found)


def recheck_of(reader: Reader, row: Finding, day: dt.date) -> FollowUp:
    """The re-check of a report, by the clock of law there is, else by our own ten working days."""
    case = nouns.get(reader, CaseFile, row.case_id)
    if row.equipment_id or (case is not None and matter_of(case.kind).equipment):
        return _follow_up(reader, row, SPECIAL_RECHECK, midnight(day))
    if row.clock_id == PRODUCT_CORRECT:
        paper = nouns.get(reader, Document, row.document_id or "")
        return _follow_up(reader, row, PRODUCT_RECHECK, paper.issued if paper else midnight(day))
    counted = deadline(calendar(reader), day, OUR_RECHECK, "working_day")
    made = _follow_up(reader, row, "", midnight(day), counted.due)
    return replace(made, due_provisional=counted.provisional)


def _follow_up(
    reader: Reader, row: Finding, clock_id: str, start: dt.datetime, due: dt.date | None = None
) -> FollowUp:
    return follow_ups.make(
        reader,
        case_id=row.case_id,
        enterprise_id=row.enterprise_id,
        kind=RECHECK,
        start=start,
        owner=("finding", row.id),
        title=orders.fact_of(row),
        clock_id=clock_id,
        due=due,
    )
