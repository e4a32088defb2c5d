"""What the demonstration bureau did besides its spot checks: matters with papers, results, steps.

As in ``resources.demonstration``, days count from the day of loading and rows name each other by
short keys; answers are put into the present by ``resources.story.fill``, at their paper's moment.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from resources.demonstration import FOLDER
from resources.story import StoryFinding, story_findings

Rows = Mapping[str, Sequence[Mapping[str, str]]]


@dataclass(frozen=True, slots=True)
class ToldPaper:
    """One paper of a matter, begun ``days`` from today at ``time`` in China.

    ``rows`` are those of its repeats, ``each`` what every row of a repeat says besides; ``complete``
    lets every verdict still empty be 合格. One that is a ``draft`` is left open.
    """

    form: str
    days: int
    time: str
    answers: Mapping[str, str]
    rows: Rows = field(default_factory=dict)
    each: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    findings: tuple[StoryFinding, ...] = ()
    complete: bool = False
    draft: bool = False
    served: bool = False


@dataclass(frozen=True, slots=True)
class ToldMatter:
    """One case with its papers; the first of them opens it.

    ``origin`` is the case it came from, ``visit`` the kind of inspection it is, made with its first
    paper unless it is ``planned`` for a day to come; ``closed`` the day it was closed on.
    """

    key: str
    kind: str
    enterprise: str
    inspectors: tuple[str, ...]
    papers: tuple[ToldPaper, ...]
    campaign: str = ""
    equipment: str = ""
    origin: str = ""
    visit: str = ""
    planned: int | None = None
    closed: int | None = None


@dataclass(frozen=True, slots=True)
class ToldItem:
    """One line of a laboratory report."""

    name: str
    measured: str
    standard: str
    unit: str = ""
    lower: str = ""
    upper: str = ""
    required: str = ""
    severity: str = ""


@dataclass(frozen=True, slots=True)
class ToldRetest:
    """The re-test on the spare: posted, arrived, reported, told and made final on these days."""

    number: str
    posted: int
    arrived: int
    issued: int
    received: int
    told: int
    final: int
    items: tuple[ToldItem, ...]


@dataclass(frozen=True, slots=True)
class ToldMove:
    """Where a part of a batch went."""

    kind: str
    days: int
    quantity: str
    party: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class ToldReport:
    """A laboratory's report and how far its result has come; what did not happen yet is None.

    ``made`` and ``moves`` trace the batch.
    """

    sample: str
    number: str
    issued: int
    received: int
    items: tuple[ToldItem, ...]
    told: int | None = None
    objected: int | None = None
    by: str = ""
    reason: str = ""
    decided: int | None = None
    answer: str = ""
    laboratory: str = ""
    retest: ToldRetest | None = None
    made: str = ""
    moves: tuple[ToldMove, ...] = ()


@dataclass(frozen=True, slots=True)
class ToldHand:
    """Somebody who works a device, with a certificate that expires so many days from today."""

    equipment: str
    name: str
    certificate: str
    project: str
    expires: int
    phone: str


@dataclass(frozen=True, slots=True)
class ToldPhoto:
    """A picture of a finding as found or, ``after``, as put right."""

    finding: str
    file: str
    caption: str
    after: bool


@dataclass(frozen=True, slots=True)
class ToldStep:
    """A step of a finding: extended, rechecked or escalated, with what it needs."""

    finding: str
    days: int
    amount: int = 0
    unit: str = ""
    article: str = ""
    approver: str = ""
    reason: str = ""
    reported: int = 0
    verdict: str = ""
    note: str = ""
    way: str = ""


@dataclass(frozen=True, slots=True)
class Duties:
    """Everything told; ``custody`` is by sample: kind, days, time of day."""

    matters: tuple[ToldMatter, ...]
    custody: Mapping[str, Sequence[tuple[str, int, str]]]
    reports: tuple[ToldReport, ...]
    operators: tuple[ToldHand, ...]
    photos: tuple[ToldPhoto, ...]
    extended: tuple[ToldStep, ...]
    rechecked: tuple[ToldStep, ...]
    escalated: tuple[ToldStep, ...]


@lru_cache
def demo_duties() -> Duties:
    """Read what the bureau did."""
    matters, results = _read("matters"), _read("results")
    return Duties(
        matters=tuple(_matter(each) for each in matters["matters"]),
        custody={key: [tuple(one) for one in each] for key, each in results["custody"].items()},
        reports=tuple(_report(each) for each in results["reports"]),
        operators=tuple(ToldHand(**each) for each in results["operators"]),
        photos=tuple(ToldPhoto(**each) for each in results["photos"]),
        extended=tuple(ToldStep(**each) for each in results["extended"]),
        rechecked=tuple(ToldStep(**each) for each in results["rechecked"]),
        escalated=tuple(ToldStep(**each) for each in results["escalated"]),
    )


def _read(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def _matter(told: Mapping[str, Any]) -> ToldMatter:
    papers = tuple(
        ToldPaper(**each | {"findings": story_findings(each.get("findings", ()))})
        for each in told["papers"]
    )
    return ToldMatter(**{**told, "papers": papers, "inspectors": tuple(told["inspectors"])})


def _report(told: Mapping[str, Any]) -> ToldReport:
    plain = {name: value for name, value in told.items() if name not in {"retest", "moves"}}
    retest = told.get("retest")
    return ToldReport(
        **plain | {"items": _items(told["items"])},
        retest=ToldRetest(**retest | {"items": _items(retest["items"])}) if retest else None,
        moves=tuple(ToldMove(**each) for each in told.get("moves", ())),
    )


def _items(told: Any) -> tuple[ToldItem, ...]:
    return tuple(ToldItem(**each) for each in told)
