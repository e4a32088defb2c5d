"""Re-checks 整改复查: begun over what was ordered, and what each verdict does to its finding.

总局令第57号 art. 29: within ten working days after the rectification report, on site or by papers.
"""

import datetime as dt
from collections.abc import Mapping

from app.services import findings, follow_ups
from app.services.changes import Changes
from app.services.context import Acting
from app.services.records import Opened, answered, inspectors_of, path_of
from db.connection import Reader, Store
from db.rows import Finding
from db.store import documents, nouns
from db.store import findings as kept_findings

WAITING = frozenset({"ordered", "reported", "rechecked"})
"""The states in which a finding is re-checked."""


def waiting(reader: Reader, case_id: str) -> tuple[Finding, ...]:
    """The findings of a case that a re-check looks at: ordered, reported, or not settled by one."""
    found = kept_findings.of_case(reader, case_id)
    return tuple(one for one in found if one.state in WAITING)


def known(reader: Reader, case_id: str) -> dict[str, str]:
    """The instruction the findings were ordered by, and the day the last report came in."""
    found = waiting(reader, case_id)
    numbers = {one.id: one.number_text for one in documents.of_case(reader, case_id)}
    ordered = dict.fromkeys(numbers.get(one.document_id or "", "") for one in found)
    days = [one.reported for one in found if one.reported is not None]
    return {
        "instruction_no": "、".join(number for number in ordered if number),
        "report_date": max(days).isoformat() if days else "",
    }


def rows(reader: Reader, case_id: str) -> list[dict[str, str]]:
    """One row a finding: what was found, and what had been required."""
    return [
        {"finding": one.id, "item_fact": one.seen or one.item, "item_requirement": one.item}
        for one in waiting(reader, case_id)
    ]


def judge(store: Store, act: Acting, opened: Opened, _owner: tuple[str, str]) -> Changes:
    """A re-check is finished: each finding goes where its verdict says.

    What was put right is closed; what was not goes on under a new day, or to a penalty case. A row
    without a finding (written in by hand), or whose finding was settled meanwhile, moves nothing.
    """
    changes = Changes()
    for told in _rows(opened):
        row = nouns.get(store, Finding, told.get("finding", ""))
        if row is None or row.case_id != opened.record.case_id or row.state not in WAITING:
            continue
        changes |= _move(store, act, opened, row, told)
    return changes


def _move(
    store: Store, act: Acting, opened: Opened, row: Finding, told: Mapping[str, str]
) -> Changes:
    """One step of the finding's life, with what was seen and by whom beside it in the journal."""
    fixed = told.get("result") == "fixed"
    state = "closed" if fixed else "escalated" if told.get("then") == "escalate" else "ordered"
    new = told.get("new_due", "") if state == "ordered" else ""
    changed: dict[str, object] = {
        "state": state,
        "rechecked": act.today,
        "recheck_record_id": opened.record.id,
    }
    if new:
        changed |= {"due": dt.date.fromisoformat(new[:10]), "due_provisional": False}
    if state == "escalated":
        changed["escalated_to"] = row.case_id
    said = {
        "step": "recheck",
        "verdict": told.get("result", ""),
        "way": "papers" if answered(opened, "recheck_mode") == "papers" else "site",
        "by": "、".join(one.name for one in inspectors_of(store, opened)),
        "note": told.get("result_seen", ""),
    }
    nouns.edit(store, Finding, row.id, **changed, **said)
    settled = follow_ups.settle_of(store, act, row.id, "recheck")
    return settled | findings.changed(row)


def _rows(opened: Opened) -> list[dict[str, str]]:
    """The answers of each row by name; what does not apply is left out."""
    session = opened.session
    path = path_of(opened.form, "result")
    if path is None:
        return []
    repeat = path.rsplit("/", 1)[0]
    found = []
    for ref in session.children(repeat):
        nodes = [session.node(child) for child in session.children(ref)]
        found.append({one.question.name: one.value for one in nodes if one.relevant})
    return found
