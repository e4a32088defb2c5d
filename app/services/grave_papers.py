"""What papers over a serious hazard know from their case: its checks, findings and decisions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.services import gone, grave, measures, orders, rechecks, standing_papers
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
from app.services.measures import Measure
from app.services.prefill import as_datetime
from db.connection import Reader
from db.rows import CaseFile, Finding
from db.store import answers, findings


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
    """One row of the list for each piece of equipment stopped, with a number for its seal.

    What another list of the case has is not listed again, and no number of a seal comes twice.
    """
    seal = f"F{act.today:%Y%m%d}{case_id[-4:].upper()}"
    said_so = [said for said in grave.checks(reader, case_id) if said.get("device_name")]
    stopped = [said for said in said_so if said.get("stop_use") == "yes"]
    checks = {said["device_name"]: said for said in stopped or said_so}
    listed, used = _listed_already(reader, case_id)
    checks = {name: said for name, said in checks.items() if name not in listed} or checks
    goods = [
        {
            "goods_name": name,
            "goods_spec": said.get("device_code") or said.get("registration_no", ""),
            "goods_qty": "1",
            "goods_unit": "台",
            "seal_no": f"{seal}-{number:02d}",
        }
        for number, (name, said) in enumerate(checks.items(), start=used + 1)
    ]
    place = next((said["device_place"] for said in checks.values() if "device_place" in said), "")
    known = {"list_for": "seal", "place": place, "listed_at": as_datetime(act.now)}
    return Told(known, {"goods": goods} if goods else {})


def _listed_already(reader: Reader, case_id: str) -> tuple[set[str], int]:
    """The things the lists of a case have already, and how many rows all of them hold."""
    names: list[str] = []
    for one in measures.lists(reader, case_id):
        kept = answers.of_record(reader, one.record_id)
        names += [text for path, text in kept.items() if path.endswith("/goods_name")]
    return set(names), len(names)


def _seizure(reader: Reader, act: Acting, case_id: str) -> Told:
    listing = measures.waiting_list(reader, case_id)
    listed = orders.said_by(reader, listing.record_id) if listing else {}
    said, found = _of_device(reader, case_id, listed.get("goods_name", ""))
    facts = "；".join(orders.fact_of(one) for one in found)
    laws = dict.fromkeys(row["item_law"] for row in orders.items(reader, found) if row["item_law"])
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


def _extension(reader: Reader, act: Acting, case_id: str) -> Told:
    return _over(act, [one for one in measures.holding(reader, case_id) if not one.extended])


def _release(reader: Reader, act: Acting, case_id: str) -> Told:
    return _over(act, measures.holding(reader, case_id))


def _over(act: Acting, found: Sequence[Measure]) -> Told:
    """What a paper over a measure says of it: of several, that which ends first."""
    if not found:
        return Told()
    one = min(found, key=lambda measure: measure.until)
    return Told(
        {
            "decision_number": one.decision.number_text,
            "decided_on": one.decided_on,
            "list_number": one.list_number,
            "old_until": one.until,
            "released_on": act.today.isoformat(),
            "release_what": "all",
        }
    )


def _report(reader: Reader, _act: Acting, case_id: str) -> Told:
    owed = grave.owed_reports(reader, case_id)
    said, hazards = _of_check(reader, case_id, owed[0].owner_id if owed else "")
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
        paper = standing_papers.newest(reader, case_id, form_id)
        if paper is not None:
            done.append(f"{words}（{paper.number_text}）")
    lines = [f"{one.seen or one.item}" for one in hazards]
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


def _of_device(reader: Reader, case_id: str, name: str) -> tuple[Mapping[str, str], list[Finding]]:
    """What the check of a piece of equipment says and found; see ``_of_check`` for no such."""
    checks = grave.checked(reader, case_id)
    named = [key for key, said in checks.items() if name and said.get("device_name") == name]
    return _of_check(reader, case_id, named[-1] if named else "")


def _of_check(
    reader: Reader, case_id: str, record_id: str
) -> tuple[Mapping[str, str], list[Finding]]:
    """What a check says, and the findings that make it grave.

    Without one, the last that stops equipment, else the last, and the findings of them all.
    """
    checks = grave.checked(reader, case_id)
    if record_id in checks:
        return checks[record_id], _hazards(findings.of_record(reader, record_id))
    stopping = [said for said in checks.values() if said.get("stop_use") == "yes"]
    last = (stopping or [*checks.values()] or [{}])[-1]
    return last, _hazards(findings.of_case(reader, case_id))


def _hazards(found: Sequence[Finding]) -> list[Finding]:
    """The findings that make it grave; all that were not withdrawn where none is marked so."""
    live = [one for one in found if one.state not in {"withdrawn", gone.MOVED}]
    worst = [one for one in live if one.severity == grave.MAJOR or one.measure == orders.STOP_USE]
    return worst or live


_TOLD: Mapping[str, Callable[[Reader, Acting, str], Told]] = {
    SEIZURE_LIST: _listed,
    SEIZURE: _seizure,
    EXTENSION: _extension,
    RELEASE: _release,
    REPORT_UP: _report,
    RECHECK: _recheck,
}
