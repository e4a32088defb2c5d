"""The notice of an inspection's result: what it knows of the visit and of the findings."""

from app.services import findings, standing_papers, visits
from app.services.context import CHINA, Acting
from app.services.matters import MATTERS, VISIT_RESULT, matter_of
from app.services.orders import fact_of, items, said_by
from db.connection import Reader
from db.rows import CaseFile, Document
from db.store import findings as kept_findings
from db.store import nouns, records

_CHECKS = frozenset(one.form_id for one in MATTERS.values() if one.visit)
"""The forms an inspection is made with."""


def owed(reader: Reader, case_id: str) -> bool:
    """Whether an inspection was made whose result was not told yet (国办发〔2024〕54号)."""
    visit = visits.current(reader, case_id)
    made = (visit is not None and visit.arrived is not None) or any(
        one.form_id in _CHECKS and one.state == "finished"
        for one in records.of_case(reader, case_id)
    )
    return made and standing_papers.newest(reader, case_id, VISIT_RESULT) is None


def known(reader: Reader, act: Acting, case: CaseFile) -> dict[str, str]:
    """What the visit, its notice, the findings and the order over them answer, by question."""
    visit = visits.current(reader, case.id)
    notice = nouns.get(reader, Document, visit.notice_id) if visit and visit.notice_id else None
    announced = said_by(reader, notice.record_id) if notice else {}
    day = visit.arrived.astimezone(CHINA).date() if visit and visit.arrived else act.today
    told = {
        "matter": announced.get("matter") or visits.matter_of_visit(case),
        "place": announced.get("place", ""),
        "inspected_on": day.isoformat(),
        "notice_number": notice.number_text if notice else "",
        **_result(reader, case),
    }
    return {name: value for name, value in told.items() if value}


def _result(reader: Reader, case: CaseFile) -> dict[str, str]:
    """Nothing found, put right on the spot, or ordered; what else it may be the inspector says."""
    found = kept_findings.of_case(reader, case.id)
    if not found:
        return {"outcome": "clean"}
    live = [row for row in found if row.state in findings.LIVE]
    order = _order(reader, case)
    wanted = [row["item_requirement"] for row in items(reader, found) if row["item_requirement"]]
    return {
        "outcome": "order" if order or live else "fixed",
        "problems": _lines([fact_of(row) for row in found]),
        "requirements": _lines(list(dict.fromkeys(wanted))),
        "order_number": order,
    }


def _order(reader: Reader, case: CaseFile) -> str:
    form_id = matter_of(case.kind).order
    found = standing_papers.of_form(reader, case.id, form_id)
    return found[0].number_text if found else ""


def _lines(told: list[str]) -> str:
    """One line each, numbered where there are several."""
    if len(told) < 2:
        return "".join(told)
    return "\n".join(f"{number}. {words}" for number, words in enumerate(told, start=1))
