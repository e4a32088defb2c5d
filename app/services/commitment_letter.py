"""整改承诺书: what a unit committed to in an interview, written down by itself under its own seal."""

from collections.abc import Mapping, Sequence

from app.services import follow_ups, interviews
from app.services.context import Acting
from app.services.grave_papers import Told
from app.services.matters import INTERVIEW_RECORD
from app.services.records import answered, open_record, rows_of
from db.connection import Reader
from db.rows import CaseFile, Record
from db.store import nouns, records

REPORT_DUE = "report"
"""The kind of follow-up the report on what was committed to becomes."""
_MAY_COMMIT = frozenset({"legal", "head", "agent"})
"""In what capacity someone may commit the unit."""


def told(reader: Reader, act: Acting, case_id: str) -> Told:
    """What was committed to in the minutes, each with the day it has now, and who spoke for the unit.

    The follow-up of each stands beside it: it is left once, whoever writes it down again.
    """
    case = nouns.get(reader, CaseFile, case_id)
    minutes = _newest_minutes(reader, case_id)
    if case is None or minutes is None:
        return Told()
    opened = open_record(reader, act, minutes.id)
    promised = rows_of(opened, "commitment")
    by = {row.get("commitment", "").strip(): row.get("commitment_by", "") for row in promised}
    rows = []
    for one in interviews.committed(reader, case):
        row = interviews.row_of(reader, one)
        agreed = {"agreed_due": row["commitment_due"], "commitment_by": by.get(one.title, "")}
        rows.append(row | agreed)
    waiting = follow_ups.open_of_case(reader, case_id)
    due = [one.due for one in waiting if one.kind == REPORT_DUE and one.due]
    same = {name: answered(opened, name) for name in ("notice_number", "reason", "problems")}
    days = {
        "met_on": answered(opened, "time_from")[:10],
        "report_due": max(due).isoformat() if due else "",
        "signed_on": act.today.isoformat(),
    }
    return Told(same | days | _spoke(rows_of(opened, "person_name")), {"commitments": rows})


def _spoke(present: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """Who was there for the unit and may commit it: the first who is no mere member of staff."""
    for one in present:
        if one.get("person_authority") in _MAY_COMMIT:
            return {
                "signer_name": one.get("person_name", ""),
                "signer_post": one.get("person_post", ""),
                "authority": one["person_authority"],
                "letter": one.get("person_letter", ""),
            }
    return {}


def _newest_minutes(reader: Reader, case_id: str) -> Record | None:
    """The minutes finished last in the case and not withdrawn."""
    made = [
        row
        for row in records.of_case(reader, case_id)
        if row.form_id == INTERVIEW_RECORD and row.state == "finished"
    ]
    return made[-1] if made else None
