"""Papers of the site and after it: the notice of a spot check, evidence, the receipt of a report.

What each knows of its case, when it makes sense, and what the receipt does with the findings.
"""

import datetime as dt
from collections.abc import Callable, Mapping

from app.services import (
    commitment_letter,
    evidence_release,
    findings,
    grave,
    orders,
    questioning,
    recheck_application,
    rechecks,
    rectifying,
    standing_papers,
)
from app.services.changes import Changes
from app.services.context import Acting
from app.services.grave_papers import Told
from app.services.matters import (
    COMMITMENT_LETTER,
    EVIDENCE,
    EVIDENCE_RELEASE,
    EXTRACT,
    MATERIALS,
    NO_SAMPLE,
    QUESTIONING,
    QUESTIONING_RECORD,
    RECHECK_APPLY,
    REPORT_RECEIPT,
    SAMPLING_REFUSED,
    SPOT_NOTICE,
)
from app.services.prefill import as_datetime
from app.services.records import Opened, answered_day, rows_of
from db.connection import Reader, Store
from db.rows import CaseFile, Finding
from db.store import findings as kept_findings
from db.store import nouns, records

_SPECIAL_BASIS = "《特种设备安全监督检查办法》第二十二条"
_SPECIAL_THREAT = (
    "隐匿证据、提供虚假材料或者逾期未提供的，依照《特种设备安全监督检查办法》第三十五条第二款处理。"
)
"""总局令第57号 art. 22, 35(2)."""
REPORTED = frozenset({"fixed", "partly"})
"""What a report may say of a finding for its re-check to be due."""


def told(reader: Reader, act: Acting, case: CaseFile, form_id: str) -> Told:
    """What a case answers in one of these papers; nothing for another form."""
    teller = _TOLD.get(form_id)
    return teller(reader, act, case.id) if teller else Told()


def notice_no(reader: Reader, case_id: str) -> dict[str, str]:
    """The number of the spot-check notice a case issued, for whatever paper asks for it."""
    notice = standing_papers.newest(reader, case_id, SPOT_NOTICE)
    return {"notice_no": notice.number_text} if notice else {}


def _notice(_reader: Reader, act: Acting, _case_id: str) -> Told:
    return Told({"sampling_unit": act.office.bureau})


def _not_sampled(reader: Reader, _act: Acting, case_id: str) -> Told:
    """What was to be sampled, as the notice the unit was shown has it."""
    notice = standing_papers.newest(reader, case_id, SPOT_NOTICE)
    said = orders.said_by(reader, notice.record_id) if notice else {}
    return Told({name: said[name] for name in ("product_name", "task_name") if said.get(name)})


def _evidence(reader: Reader, act: Acting, case_id: str) -> Told:
    return Told({"matter": _facts(reader, case_id), "preserved_at": as_datetime(act.now)})


def _extract(_reader: Reader, act: Acting, _case_id: str) -> Told:
    return Told({"taken_at": as_datetime(act.now), "same_on": act.today.isoformat()})


def _materials(reader: Reader, act: Acting, case_id: str) -> Told:
    """Where they are handed in; of special equipment also its own article and what it threatens."""
    known = {"hand_place": act.office.address}
    if grave.checks(reader, case_id):
        known |= {"law_basis": _SPECIAL_BASIS, "consequence": _SPECIAL_THREAT}
    return Told(known)


def _receipt(reader: Reader, act: Acting, case_id: str) -> Told:
    owed = _owed(reader, case_id)
    days = [one.reported for one in owed if one.reported is not None]
    rows = [
        row | ({"said": "fixed", "said_text": one.report} if one.state == "reported" else {})
        for row, one in zip(rechecks.rows_over(owed), owed, strict=True)
    ]
    known = {
        "instruction_no": rechecks.ordered_by(reader, case_id, owed),
        "report_date": max(days, default=act.today).isoformat(),
    }
    return Told(known, {"results": rows} if rows else {})


_TOLD: Mapping[str, Callable[[Reader, Acting, str], Told]] = {
    SPOT_NOTICE: _notice,
    EVIDENCE: _evidence,
    EXTRACT: _extract,
    MATERIALS: _materials,
    QUESTIONING: questioning.notice,
    QUESTIONING_RECORD: questioning.record,
    EVIDENCE_RELEASE: evidence_release.told,
    RECHECK_APPLY: recheck_application.told,
    COMMITMENT_LETTER: commitment_letter.told,
    REPORT_RECEIPT: _receipt,
    **dict.fromkeys((NO_SAMPLE, SAMPLING_REFUSED), _not_sampled),
}


# ── when they make sense ────────────────────────────────────────────────────────────────────────


def may_announce(reader: Reader, case_id: str) -> bool:
    """Whether no spot-check notice of the case holds: one paper names one task."""
    return standing_papers.newest(reader, case_id, SPOT_NOTICE) is None


def has_found(reader: Reader, case_id: str) -> bool:
    """Whether something was found: its evidence may be lost, people may be questioned about it."""
    return bool(_live(reader, case_id))


def owes_report(reader: Reader, case_id: str) -> bool:
    """Whether something was ordered of which no report has come in, or none was receipted."""
    return bool(_owed(reader, case_id))


def _facts(reader: Reader, case_id: str) -> str:
    return "；".join(orders.fact_of(one) for one in _live(reader, case_id))


def _live(reader: Reader, case_id: str) -> list[Finding]:
    found = kept_findings.of_case(reader, case_id)
    return [one for one in found if one.state in findings.LIVE]


def _owed(reader: Reader, case_id: str) -> tuple[Finding, ...]:
    """What was ordered, and what was reported on the board with no receipt given for it."""
    given = any(
        record.form_id == REPORT_RECEIPT and record.state == "finished"
        for record in records.of_case(reader, case_id)
    )
    states = {"ordered"} if given else {"ordered", "reported"}
    return tuple(one for one in rechecks.waiting(reader, case_id) if one.state in states)


# ── what the receipt does ───────────────────────────────────────────────────────────────────────


def received(store: Store, act: Acting, opened: Opened, _owner: tuple[str, str]) -> Changes:
    """A report came in: each finding it speaks of is reported, and its re-check falls due.

    A row without a finding (written in by hand), or whose finding was settled meanwhile, moves nothing.
    """
    changes = Changes()
    day = answered_day(opened, "report_date") or act.today
    for row in rows_of(opened, "said"):
        finding = nouns.get(store, Finding, row.get("finding", ""))
        if finding is not None and _speaks_of(opened, finding, row):
            changes |= _reported(store, act, finding, row.get("said_text", ""), day)
    return changes


def _speaks_of(opened: Opened, finding: Finding, row: Mapping[str, str]) -> bool:
    mine = finding.case_id == opened.record.case_id and finding.state == "ordered"
    return mine and row.get("said", "") in REPORTED


def _reported(store: Store, act: Acting, finding: Finding, text: str, day: dt.date) -> Changes:
    report = rectifying.Report(text, day)
    return rectifying.take_report(store, act, finding.id, report).changes
