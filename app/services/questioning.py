"""Questioning 询问: what its notice and its record know of the case, and the day that is kept.

程序规定 art. 29: one person at a time.
"""

from app.services import findings, follow_ups, orders, standing_papers
from app.services.changes import Changes
from app.services.context import Acting
from app.services.grave_papers import Told
from app.services.matters import QUESTIONING, QUESTIONING_RECORD
from app.services.records import Opened, answered
from db.connection import Reader, Store
from db.rows import CaseFile, Document, Enterprise, Finding
from db.store import findings as kept_findings
from db.store import nouns, records

CALLED = "questioning"
"""The kind of follow-up a notice leaves: someone is to be heard on its day."""
_HEAD = "法定代表人或者负责人"
"""What a register knows of the head of a unit."""


def notice(reader: Reader, act: Acting, case_id: str) -> Told:
    """What it is about, where, and the head of the unit; the hour is agreed by whoever asks."""
    unit = _unit(reader, case_id)
    head = unit.legal_rep if unit else ""
    known = {"matter": _matter(reader, case_id), "meet_place": act.office.address}
    return Told(known | ({"asked_name": head, "asked_post": _HEAD} if head else {}))


def record(reader: Reader, act: Acting, case_id: str) -> Told:
    """Whom the notice called and where, which time it is, and a question for each finding."""
    called = _called(reader, case_id)
    said = orders.said_by(reader, called.record_id) if called else {}
    unit = _unit(reader, case_id)
    known = {
        "matter": said.get("matter") or _matter(reader, case_id),
        "notice_number": called.number_text if called else "",
        "talk_place": said.get("meet_place", "") or act.office.address,
        "subject_name": said.get("asked_name", ""),
        "subject_post": said.get("asked_post", ""),
        "employer": unit.name if unit else "",
        "seq_no": str(_times(reader, case_id) + 1),
    }
    asked = [{"question": f"{orders.fact_of(one)}，是怎么回事？"} for one in _live(reader, case_id)]
    return Told(known, {"talks": asked} if asked else {})


def heard(store: Store, act: Acting, opened: Opened, _owner: tuple[str, str]) -> Changes:
    """Someone was questioned: the day of the notice it names is kept, that of another one is not."""
    number = answered(opened, "notice_number").strip()
    changes = Changes()
    for one in standing_papers.of_form(store, opened.record.case_id, QUESTIONING):
        if one.number_text == number:
            changes |= follow_ups.settle_of(store, act, one.id, CALLED)
    return changes


def _called(reader: Reader, case_id: str) -> Document | None:
    """The notice whose day comes first and is not kept yet."""
    waiting = [row for row in follow_ups.open_of_case(reader, case_id) if row.kind == CALLED]
    notices = {one.id: one for one in standing_papers.of_form(reader, case_id, QUESTIONING)}
    return next((notices[row.owner_id] for row in waiting if row.owner_id in notices), None)


def _times(reader: Reader, case_id: str) -> int:
    """How often someone was questioned in a case."""
    made = records.of_case(reader, case_id)
    return sum(1 for one in made if one.form_id == QUESTIONING_RECORD and one.state == "finished")


def _matter(reader: Reader, case_id: str) -> str:
    return "；".join(orders.fact_of(one) for one in _live(reader, case_id))


def _live(reader: Reader, case_id: str) -> list[Finding]:
    found = kept_findings.of_case(reader, case_id)
    return [one for one in found if one.state in findings.LIVE]


def _unit(reader: Reader, case_id: str) -> Enterprise | None:
    case = nouns.get(reader, CaseFile, case_id)
    return nouns.get(reader, Enterprise, case.enterprise_id) if case else None
