"""What papers over a serious hazard know from their case: its checks, findings and decisions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.services import grave, orders, rechecks
from app.services.context import Acting
from app.services.matters import (
    EXTENSION,
    INSTRUCTION,
    RECHECK,
    RELEASE,
    REPORT_UP,
    SEIZURE,
    SEIZURE_LIST,
)
from app.services.prefill import as_datetime
from db.connection import Reader
from db.rows import CaseFile, Finding
from db.store import findings


@dataclass(frozen=True, slots=True)
class Told:
    """What a new paper knows beforehand: answers by name, and the rows of its repeats."""

    known: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)


def told(reader: Reader, act: Acting, case: CaseFile, form_id: str) -> Told:
    """What the checks and papers of a case answer in one that follows them."""
    teller = _TOLD.get(form_id)
    if teller is None:
        return Told()
    found = teller(reader, act, case.id)
    return replace(found, known={name: value for name, value in found.known.items() if value})


def _listed(reader: Reader, act: Acting, case_id: str) -> Told:
    """One row of the list for each piece of equipment looked at, with a number for its seal."""
    seal = f"F{act.today:%Y%m%d}{case_id[-4:].upper()}"
    checks = {
        said["device_name"]: said for said in grave.checks(reader, case_id) if "device_name" in said
    }
    goods = [
        {
            "goods_name": name,
            "goods_spec": said.get("device_code") or said.get("registration_no", ""),
            "goods_qty": "1",
            "goods_unit": "台",
            "seal_no": f"{seal}-{number:02d}",
        }
        for number, (name, said) in enumerate(checks.items(), start=1)
    ]
    place = _worst(reader, case_id).get("device_place", "")
    known = {"list_for": "seal", "place": place, "listed_at": as_datetime(act.now)}
    return Told(known, {"goods": goods} if goods else {})


def _seizure(reader: Reader, act: Acting, case_id: str) -> Told:
    said, found = _worst(reader, case_id), _hazards(reader, case_id)
    facts = "；".join(orders.fact_of(one) for one in found)
    laws = dict.fromkeys(row["item_law"] for row in orders.items(reader, found) if row["item_law"])
    listing = grave.standing(reader, case_id, SEIZURE_LIST)
    listed = orders.said_by(reader, listing.record_id) if listing else {}
    kind = {"both": "seal seize", "seize": "seize"}.get(listed.get("list_for", ""), "seal")
    number = f"（使用登记证编号：{said['registration_no']}）" if said.get("registration_no") else ""
    name = said.get("device_name", "")
    return Told(
        {
            "facts": f"使用的{name}{number}{facts}" if name else facts,
            "law_violated": "、".join(laws),
            "measure_kind": kind,
            "list_number": listing.number_text if listing else "",
            "place": listed.get("place") or said.get("device_place", ""),
            "decided_at": as_datetime(act.now),
        }
    )


def _decision(reader: Reader, act: Acting, case_id: str) -> Told:
    """What a paper over a standing measure says of it."""
    decision = grave.standing(reader, case_id, SEIZURE)
    if decision is None:
        return Told()
    said = orders.said_by(reader, decision.record_id)
    longer = grave.standing(reader, case_id, EXTENSION)
    until = orders.said_by(reader, longer.record_id).get("until", "") if longer else ""
    return Told(
        {
            "decision_number": decision.number_text,
            "decided_on": said.get("decided_at", "")[:10],
            "list_number": said.get("list_number", ""),
            "old_until": until or said.get("until", ""),
            "released_on": act.today.isoformat(),
            "release_what": "all",
        }
    )


def _report(reader: Reader, _act: Acting, case_id: str) -> Told:
    said = _worst(reader, case_id)
    stops = [
        words
        for name, words in (("hazards", "停止使用"), ("violations", "停止违法行为"))
        if said.get(name, "none") != "none"
    ]
    done = [f"当场责令立即{'、'.join(stops) or '停止使用'}"]
    for form_id, words in (
        (INSTRUCTION, "下达特种设备安全监察指令书"),
        (SEIZURE, "实施查封、扣押"),
    ):
        paper = grave.standing(reader, case_id, form_id)
        if paper is not None:
            done.append(f"{words}（{paper.number_text}）")
    lines = [f"{one.seen or one.item}" for one in _hazards(reader, case_id)]
    return Told(
        {
            **{name: said.get(name, "") for name in orders.DEVICE},
            "found_at": said.get("time_from", ""),
            "hazards": said.get("hazards", ""),
            "violations": said.get("violations", ""),
            "facts": "；".join(line.rstrip("。；") for line in lines),
            "measures_taken": "，".join(done) + "。",
        }
    )


def _recheck(reader: Reader, _act: Acting, case_id: str) -> Told:
    results = rechecks.rows(reader, case_id)
    return Told(rechecks.known(reader, case_id), {"results": results} if results else {})


def _worst(reader: Reader, case_id: str) -> dict[str, str]:
    """What the last check says that stops equipment; what the last says where none does."""
    checks = grave.checks(reader, case_id)
    stopping = [said for said in checks if said.get("stop_use") == "yes"]
    return (stopping or checks or [{}])[-1]


def _hazards(reader: Reader, case_id: str) -> list[Finding]:
    """The findings that make it grave; all that were not withdrawn where none is marked so."""
    live = [one for one in findings.of_case(reader, case_id) if one.state != "withdrawn"]
    worst = [one for one in live if one.severity == grave.MAJOR or one.measure == orders.STOP_USE]
    return worst or live


_TOLD: Mapping[str, Callable[[Reader, Acting, str], Told]] = {
    SEIZURE_LIST: _listed,
    SEIZURE: _seizure,
    EXTENSION: _decision,
    RELEASE: _decision,
    REPORT_UP: _report,
    RECHECK: _recheck,
}
