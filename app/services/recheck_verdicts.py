"""Verdicts of a re-check: a finished 整改复查记录 takes each finding where its row says."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from app.services import escalating, findings, rectifying
from app.services.changes import Changes
from app.services.context import Acting
from app.services.rechecks import WAITING
from app.services.records import Opened, answered, inspectors_of, rows_of
from app.services.rectifying import Recheck
from db.connection import Store
from db.rows import Finding
from db.store import nouns


def judge(store: Store, act: Acting, opened: Opened, _owner: tuple[str, str]) -> Changes:
    """A re-check is finished: each finding goes where its verdict says.

    What was put right is closed; what was not goes on under a new day, or to a penalty case. A row
    without a finding (written in by hand), or whose finding was settled meanwhile, moves nothing.
    """
    changes = Changes()
    for told in rows_of(opened, "result"):
        row = nouns.get(store, Finding, told.get("finding", ""))
        if row is None or row.case_id != opened.record.case_id or row.state not in WAITING:
            continue
        changes |= _move(store, act, opened, row, told)
    return changes


def _move(
    store: Store, act: Acting, opened: Opened, row: Finding, told: Mapping[str, str]
) -> Changes:
    """One step of the finding's life, with what was seen and by whom beside it in the journal."""
    seen = Recheck(
        verdict=told.get("result", ""),
        way="papers" if answered(opened, "recheck_mode") == "papers" else "site",
        by=tuple(one.name for one in inspectors_of(store, opened)),
        day=act.today,
        note=told.get("result_seen", ""),
        record_id=opened.record.id,
    )
    changes = rectifying.recheck(store, act, row.id, seen, closing=True).changes
    if seen.verdict == "fixed":
        return changes
    if told.get("then") == "escalate":
        return changes | escalating.escalate(store, act, row.id, "case", seen.note).changes
    new = told.get("new_due", "")
    if new:
        due = dt.date.fromisoformat(new[:10])
        now = findings.get(store, row.id)
        nouns.save(store, replace(now, due=due, due_provisional=False))
    return changes | findings.changed(row)
