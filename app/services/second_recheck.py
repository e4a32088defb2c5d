"""The second re-check 公告后再复查 of a product whose first re-check failed.

总局令第18号: a failed re-check is reported up until the province announces it (art. 47(2)); after
the sixtieth and before the ninetieth day from the announcement the product is re-checked once more,
and one that fails again is ordered to stop business (art. 48 and 产品质量法 art. 17).
"""

import datetime as dt
from dataclasses import dataclass

from app.services import follow_ups, test_reports
from app.services.changes import Changes, Result
from app.services.context import CHINA, Acting
from app.services.errors import Refused
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import FollowUp, TestReport
from db.store import follow_ups as kept

ANNOUNCE, AGAIN, STOP = "announcement", "second-recheck", "stop-business"
"""Kinds of follow-up: have it announced, re-check again, order the business to stop."""
CLOCK = "product-recheck2-90d"
AFTER = 60
"""Days from the announcement that must be over before the product is re-checked again."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days between which the second re-check is made, both included."""

    first: dt.date
    last: dt.date | None


def failed(store: Store, act: Acting, report: TestReport) -> Changes:
    """What a failed re-check leaves to be done at once; a product's second one ends otherwise."""
    product = test_reports.sample_of(store, report).product_name
    of_case = kept.of_case(store, report.case_id)
    again = any(row.kind == AGAIN and row.title == product for row in of_case)
    row = follow_ups.make(
        store,
        case_id=report.case_id,
        enterprise_id=report.enterprise_id,
        kind=STOP if again else ANNOUNCE,
        start=act.now,
        owner=("test_report", report.id),
        title=product,
        due=act.today,
    )
    return follow_ups.keep(store, act, row).changes


def announced(store: Store, act: Acting, report_id: str, day: dt.date) -> Result[FollowUp]:
    """The province announced a failed re-check on a day: the second one is counted from there.

    Raises:
        Refused: ``not-found``, ``announcement-none``, ``report-dates``.
    """
    report = test_reports.own(store, report_id)
    waiting = waits(store, report)
    if waiting is None or waiting.kind != ANNOUNCE:
        raise Refused("announcement-none", number=report.number)
    if day > act.today or (report.told is not None and day < report.told):
        raise Refused("report-dates", day=day)
    with writing(store, act):
        changes = follow_ups.settle_of(store, act, report_id, ANNOUNCE)
        changes |= test_reports.follow(store, act, report, (AGAIN, CLOCK), day)
        changes |= test_reports.changed(report)
    row = next(one for one in kept.of_owner(store, report_id) if one.kind == AGAIN)
    return Result(row, changes)


def waits(reader: Reader, report: TestReport) -> FollowUp | None:
    """What is still to be done after a failed re-check: announce, re-check again, or stop."""
    rows = (row for row in kept.of_owner(reader, report.id) if row.state == "open")
    return next((row for row in rows if row.kind in {ANNOUNCE, AGAIN, STOP}), None)


def window(row: FollowUp) -> Window:
    """Between which days the second re-check is made."""
    day = row.start.astimezone(CHINA).date()
    return Window(day + dt.timedelta(days=AFTER + 1), row.due)


def require_time(reader: Reader, act: Acting, report: TestReport) -> None:
    """See that no sample of a product's second re-check is drawn before its time.

    Raises:
        Refused: ``recheck-unannounced``; ``recheck-too-early`` (``first``, ``last``).
    """
    product = test_reports.sample_of(reader, report).product_name
    for row in kept.of_case(reader, report.case_id):
        waited = row.state == "open" and row.kind in {ANNOUNCE, AGAIN}
        if not waited or row.title != product:
            continue
        if row.kind == ANNOUNCE:
            raise Refused("recheck-unannounced")
        days = window(row)
        if act.today < days.first:
            raise Refused("recheck-too-early", first=days.first, last=days.last or "—")
