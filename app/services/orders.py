"""Orders over findings: which paper orders what in a case, and what the findings write into it."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from app.services import clocks, findings, laws
from app.services.context import CHINA
from app.services.matters import INSTRUCTION, NOTICE, matter_of
from db.connection import Reader
from db.rows import CaseFile, Finding, LawArticle
from db.store import answers

STOP_USE = "stop-use"
"""The measure under which equipment may not be used until its hazard is gone."""

NOTICE_BASIS = ("penalty-law:28.1",)
"""行政处罚法 art. 28(1): a penalty goes with an order to correct the violation."""
INSTRUCTION_BASIS = ("special-equipment-law:62", "se-inspection-order57:23.1")
"""特种设备安全法 art. 62 and 总局令第57号 art. 23(1): a written instruction with a deadline."""
STOP_BASIS = "se-inspection-order57:23.2"
"""总局令第57号 art. 23(2): a major violation or a serious hazard is stopped at once."""

DEVICE = ("device_name", "registration_no", "device_code", "device_place")
"""What an instruction says of the equipment, under the names the check asks it by."""
_STOPS = "。．.；;，, "


def form_of(case: CaseFile) -> str:
    """The paper by which the findings of a case are ordered to be rectified."""
    return matter_of(case.kind).order


def is_order(form_id: str) -> bool:
    """Whether a paper is begun over findings."""
    return form_id in _KNOWN


def known(reader: Reader, form_id: str, chosen: Sequence[Finding], on: dt.date) -> dict[str, str]:
    """What these findings answer in an order beside its rows, by question name."""
    return _KNOWN[form_id](reader, chosen, on)


def items(reader: Reader, chosen: Sequence[Finding]) -> list[dict[str, str]]:
    """The rows of an order over these findings: fact, law by its full title, what to do.

    A fact stands in the middle of the order's sentence, so its own full stop goes.
    """
    return [
        {
            "item_fact": fact_of(f),
            "item_law": _law(reader, f),
            "item_requirement": f.item,
        }
        for f in chosen
    ]


def fact_of(finding: Finding) -> str:
    """What was seen, without its own full stop: it stands in the middle of a paper's sentence."""
    return (finding.seen or finding.item).strip().rstrip(_STOPS)


def penalty_to_cite(reader: Reader, law_key: str, on: dt.date) -> LawArticle | None:
    """The penalty article of a provision; None when it is not citable, emptied or not in force."""
    penalty = findings.penalty_of(reader, law_key)
    usable = penalty and penalty.citable and not laws.is_empty(penalty)
    return penalty if penalty and usable and laws.in_force(penalty, on) else None


def basis(reader: Reader, chosen: Sequence[Finding], on: dt.date) -> dict[str, str]:
    """What a notice rests on: 行政处罚法 art. 28(1), and the article each provision carries.

    The articles come from the check items of the same provision; one that is not citable, emptied
    or not in force is left out. Nothing when the library lacks art. 28(1): the form's words stand.
    """
    keys = list(NOTICE_BASIS)
    for finding in chosen:
        penalty = penalty_to_cite(reader, finding.law_key, on)
        if penalty is not None:
            keys.append(penalty.key)
    return _cited(reader, keys)


def _notice(reader: Reader, chosen: Sequence[Finding], on: dt.date) -> dict[str, str]:
    dates = [day for finding in chosen if (day := day_of(reader, finding, on))]
    at_once = not dates or all(finding.measure == "correct-now" for finding in chosen)
    mode = {"mode": "now"} if at_once else {"mode": "by", "deadline": max(dates).isoformat()}
    return mode | basis(reader, chosen, on)


def day_of(reader: Reader, finding: Finding, on: dt.date) -> dt.date | None:
    """By when a finding is to be put right if it is ordered on a day.

    A period runs from the order: a day its clock counted when it was found is counted anew, a day
    the inspector chose stays.
    """
    known = clocks.clock(reader, finding.clock_id) if finding.clock_id else None
    if known is None or known.unit == "hour":
        return finding.due
    found = finding.created.astimezone(CHINA).date()
    untouched = clocks.explain(reader, finding.clock_id, found).due == finding.due
    return clocks.explain(reader, finding.clock_id, on).due if untouched else finding.due


def _instruction(reader: Reader, chosen: Sequence[Finding], on: dt.date) -> dict[str, str]:
    """The equipment as its checks name it, the deadline, and what stops at once.

    Equipment stops when a finding is a serious hazard or its check said so; where the check said so
    of a major violation alone, it is the violation that stops.
    """
    said = [said_by(reader, one) for one in dict.fromkeys(f.record_id for f in chosen)]
    stop = any(f.measure == STOP_USE or f.severity == "major" for f in chosen)
    acts = [one for one in said if one.get("violations", "none") != "none"]
    stop = stop or any(
        one.get("stop_use") == "yes" and (one not in acts or one.get("hazards") != "none")
        for one in said
    )
    told = {
        name: "、".join(dict.fromkeys(one[name] for one in said if one.get(name)))
        for name in DEVICE
    }
    told["stop_use"] = "yes" if stop else "no"
    told["stop_act"] = "yes" if acts else "no"
    told["checked_on"] = max((one.get("time_from", "")[:10] for one in said), default="")
    told["deadline"] = max(
        (day.isoformat() for f in chosen if (day := day_of(reader, f, on))), default=""
    )
    keys = (*INSTRUCTION_BASIS, STOP_BASIS) if stop or acts else INSTRUCTION_BASIS
    return told | _cited(reader, keys)


def said_by(reader: Reader, record_id: str) -> dict[str, str]:
    """The answers of a paper by question name."""
    kept = answers.of_record(reader, record_id)
    return {path.rsplit("/", 1)[-1]: value for path, value in kept.items()}


def _cited(reader: Reader, keys: Sequence[str]) -> dict[str, str]:
    """Articles by their full titles; nothing when the library lacks the first of them."""
    found = [laws.get(reader, key) for key in dict.fromkeys(keys)]
    if found[0] is None:
        return {}
    return {"law_basis": "、".join(laws.cite_in_full(one) for one in found if one is not None)}


def _law(reader: Reader, finding: Finding) -> str:
    article = laws.get(reader, finding.law_key) if finding.law_key else None
    return laws.cite_in_full(article) if article else finding.law


_KNOWN: Mapping[str, Callable[[Reader, Sequence[Finding], dt.date], dict[str, str]]] = {
    NOTICE: _notice,
    INSTRUCTION: _instruction,
}
