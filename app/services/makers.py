"""The stated maker of a product that failed at a shop: its bureau, or the maker itself, is told."""

from dataclasses import replace

from app.services import custody, follow_ups, laws, test_reports
from app.services.changes import Changes
from app.services.clocks import calendar
from app.services.context import Acting
from db.connection import Store
from db.duty_rows import TestReport
from db.store import follow_ups as kept
from forms.rules.calendar import deadline

TELL = "tell-maker"
"""The kind of follow-up a nonconforming result leaves where the sheet names another maker."""
LAW = "spot-check-order18:44.2"
"""总局令第18号 art. 44(2): the bureau at the maker's place is told of what failed elsewhere."""


def leave(store: Store, act: Acting, report: TestReport) -> Changes:
    """Leave to tell the stated maker's bureau of a nonconforming result, once a sheet.

    The rule counts no days, so the day is the bureau's own, as for a paper that is to be issued.
    """
    sheet = custody.answers_of(store, test_reports.sample_of(store, report))
    maker = sheet.get("maker_name", "").strip()
    if sheet.get("maker_same") != "no" or not maker:
        return Changes()
    law = laws.get(store, LAW)
    ends = deadline(calendar(store), act.today, act.office.issue_days, "working_day")
    row = follow_ups.make(
        store,
        case_id=report.case_id,
        enterprise_id=report.enterprise_id,
        kind=TELL,
        start=act.now,
        owner=("test_report", report.id),
        title=maker,
        due=ends.due,
    )
    told = replace(row, due_provisional=ends.provisional, note=laws.cite(law) if law else "")
    kept.save(store, told)
    return follow_ups.changed(told)
