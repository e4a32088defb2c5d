"""The papers of the 12315 desk: what each knows of the register, when it makes sense, what it does.

After the ten models of 总局令第121号; the register itself is the first two. Nobody who reported is
named in any of them: what the register keeps from ordinary view is not asked for here.
"""

from collections.abc import Callable, Mapping

from app.services import follow_ups, standing_papers
from app.services.changes import Changes
from app.services.context import CHINA, Acting
from app.services.matters import (
    ACCEPTED,
    DESK,
    DESK_PAPERS,
    FORWARDED,
    IDENTITY_NOTICE,
    MEDIATION_AGREEMENT,
    MEDIATION_END,
    MEDIATION_NOTICE,
    REJECTED,
    REPORT_RESULT,
)
from app.services.orders import said_by
from app.services.records import Opened, answered, answered_day
from db.connection import Reader, Store
from db.rows import CaseFile
from db.store import follow_ups as kept
from db.store import records

MEDIATION = "mediation"
"""The kind of the follow-up that runs while a complaint is mediated."""
_TAKEN_OVER = ("complainant", "complainant_phone", "complainant_address", "kind", "grounds")
"""Answers of the register that its papers ask for under the same name."""


def register(reader: Reader, case_id: str) -> dict[str, str]:
    """What the finished register of a case says, by question name; nothing while there is none."""
    for record in records.of_case(reader, case_id):
        if record.form_id == DESK and record.state == "finished":
            return said_by(reader, record.id)
    return {}


def known(reader: Reader, act: Acting, case: CaseFile, form_id: str) -> dict[str, str]:
    """What the register and the terms of a case answer in a paper of the desk."""
    said = register(reader, case.id)
    if form_id not in DESK_PAPERS or not said:
        return {}
    told = {name: said[name] for name in _TAKEN_OVER if said.get(name)}
    what = "".join(said.get(name, "") for name in ("party_name", "product"))
    told |= {
        "received_on": said.get("received_at", "")[:10],
        "party_name": said.get("party_name", ""),
        "subject": what,
        "claim": said.get("facts", ""),
        "accepted_on": _accepted_on(reader, case.id, said),
        "meet_place": act.office.address,
        "mediator": act.who.name,
    }
    return {name: value for name, value in told.items() if value}


def _accepted_on(reader: Reader, case_id: str, said: Mapping[str, str]) -> str:
    """The day a complaint was accepted: as its term of mediation began, else as the register says."""
    found = (row for row in kept.of_case(reader, case_id) if row.kind == MEDIATION)
    began = next(found, None)
    if began is None or began.start is None:
        return said.get("accepted_on", "")
    return began.start.astimezone(CHINA).date().isoformat()


def fits(reader: Reader, case_id: str, form_id: str) -> bool:
    """Whether a paper of the desk makes sense as things stand."""
    said = register(reader, case_id)
    wanted = _WHEN.get(form_id)
    if wanted is None or not said or standing_papers.newest(reader, case_id, form_id) is not None:
        return False
    return wanted(reader, case_id, said)


def _undecided(reader: Reader, case_id: str, said: Mapping[str, str]) -> bool:
    """Whether no paper has decided on a complaint or on its mediation."""
    papers = (ACCEPTED, REJECTED, MEDIATION_AGREEMENT, MEDIATION_END)
    decided = any(standing_papers.newest(reader, case_id, one) is not None for one in papers)
    return said.get("kind") == "complaint" and not decided


def _waits(reader: Reader, case_id: str) -> bool:
    return any(row.kind == "accept" for row in follow_ups.open_of_case(reader, case_id))


def _may_accept(reader: Reader, case_id: str, said: Mapping[str, str]) -> bool:
    wanted = _waits(reader, case_id) or _mediated(reader, case_id, said)
    return wanted and _undecided(reader, case_id, said)


def _may_reject(reader: Reader, case_id: str, said: Mapping[str, str]) -> bool:
    taken_up = any(row.kind == MEDIATION for row in kept.of_case(reader, case_id))
    return not taken_up and _undecided(reader, case_id, said)


def _may_ask(reader: Reader, case_id: str, said: Mapping[str, str]) -> bool:
    return _waits(reader, case_id) and _undecided(reader, case_id, said)


def _mediated(reader: Reader, case_id: str, _said: Mapping[str, str]) -> bool:
    open_ones = follow_ups.open_of_case(reader, case_id)
    return any(row.kind == MEDIATION for row in open_ones)


def _may_forward(_reader: Reader, _case_id: str, said: Mapping[str, str]) -> bool:
    return said.get("kind") in {"complaint", "report"}


def _may_tell(_reader: Reader, _case_id: str, said: Mapping[str, str]) -> bool:
    """Only one who reported under a name can be told."""
    return said.get("kind") == "report" and said.get("named") == "real"


_WHEN: Mapping[str, Callable[[Reader, str, Mapping[str, str]], bool]] = {
    IDENTITY_NOTICE: _may_ask,
    ACCEPTED: _may_accept,
    REJECTED: _may_reject,
    MEDIATION_NOTICE: _mediated,
    MEDIATION_AGREEMENT: _mediated,
    MEDIATION_END: _mediated,
    FORWARDED: _may_forward,
    REPORT_RESULT: _may_tell,
}


def accepted(store: Store, act: Acting, opened: Opened, owner: tuple[str, str]) -> Changes:
    """The acceptance was issued: sixty days of mediation run from it, unless they run already."""
    record = opened.record
    if any(row.kind == MEDIATION for row in kept.of_case(store, record.case_id)):
        return Changes()
    day = answered_day(opened, "decided_on") or act.today
    row = follow_ups.make(
        store,
        case_id=record.case_id,
        enterprise_id=record.enterprise_id,
        kind=MEDIATION,
        start=act.now.astimezone(CHINA).replace(year=day.year, month=day.month, day=day.day),
        owner=owner,
        title=answered(opened, "subject") or record.title,
        clock_id="mediation-60d",
    )
    kept.save(store, row)
    return follow_ups.changed(row)
