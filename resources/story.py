"""The story the demonstration plays: answers, findings, photos and signatures of one spot check.

In the answers ``@campaign`` and ``@year`` stand for text, and a value that is wholly
``@minutes:-95``, ``@days:5`` or ``@product`` for a time, a date and a row; ``fill`` puts them in.
In the answers of the past ``@party`` is who stood there for the unit, ``@products`` what it makes.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from resources.demonstration import FOLDER

Stroke = tuple[tuple[float, float, float], ...]
_CHINA = dt.timezone(dt.timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class StoryFinding:
    """What is written under an adverse answer; ``requirement`` is for the notice.

    The day to correct it by is not told: it is counted from the clock, as for any other.
    """

    question: str
    seen: str
    severity: str
    law_key: str
    measure: str
    clock_id: str
    photos: tuple[str, ...]
    requirement: str


@dataclass(frozen=True, slots=True)
class StoryPhoto:
    """A picture to take, ``minutes`` from now (negative)."""

    file: str
    caption: str
    minutes: int

    @property
    def path(self) -> Path:
        """Where the JPEG lies."""
        return FOLDER / "photos" / self.file


@dataclass(frozen=True, slots=True)
class StorySignature:
    """A drawn name: strokes of (x, y, width) in a box one unit high and ``aspect`` wide."""

    slot: str
    name: str
    aspect: float
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One spot check from arrival to the notice; rows of the demonstration are named by key.

    ``answers`` is by form and question, ``drafts`` and ``draft_findings`` by record key; ``past``,
    by form, is what the papers of the past say.
    """

    enterprise: str
    product: str
    inspectors: tuple[str, ...]
    party: str
    witness: str
    answers: Mapping[str, Mapping[str, str]]
    findings: tuple[StoryFinding, ...]
    photos: tuple[StoryPhoto, ...]
    site_photos: tuple[str, ...]
    signatures: tuple[StorySignature, ...]
    drafts: Mapping[str, Mapping[str, str]]
    draft_findings: Mapping[str, tuple[StoryFinding, ...]]
    past: Mapping[str, Mapping[str, str]]


@lru_cache
def demo_story() -> Story:
    """Read the story."""
    told = json.loads((FOLDER / "story.json").read_text(encoding="utf-8"))
    return Story(
        enterprise=told["enterprise"],
        product=told["product"],
        inspectors=tuple(told["inspectors"]),
        party=told["party"],
        witness=told["witness"],
        answers=_answers(told["answers"]),
        findings=story_findings(told["findings"]),
        photos=tuple(StoryPhoto(**each) for each in told["photos"]),
        site_photos=tuple(told["site_photos"]),
        signatures=tuple(
            StorySignature(each["slot"], each["name"], each["aspect"], _strokes(each["strokes"]))
            for each in told["signatures"]
        ),
        drafts=_answers(told["drafts"]),
        draft_findings=MappingProxyType(
            {key: story_findings(each) for key, each in told["draft_findings"].items()}
        ),
        past=_answers(told["past"]),
    )


def fill(value: str, names: Mapping[str, str], now: dt.datetime) -> str:
    """Put the present into an answer.

    ``names`` gives what ``@product`` and the like stand for, without the sign; ``now`` is aware.
    Times come out in China's zone as XForm text, dates as dates there.

    Raises:
        KeyError: the value names something nobody gave.
    """
    local = now.astimezone(_CHINA)
    if value.startswith("@minutes:"):
        then = local + dt.timedelta(minutes=int(value.removeprefix("@minutes:")))
        return then.isoformat(timespec="milliseconds")
    if value.startswith("@days:"):
        return (local.date() + dt.timedelta(days=int(value.removeprefix("@days:")))).isoformat()
    value = value.replace("@year", str(local.year))
    if "@campaign" in value:
        value = value.replace("@campaign", names["campaign"])
    return names[value.removeprefix("@")] if value.startswith("@") else value


def _answers(told: Mapping[str, Mapping[str, str]]) -> Mapping[str, Mapping[str, str]]:
    return MappingProxyType({key: MappingProxyType(dict(each)) for key, each in told.items()})


def story_findings(told: Any) -> tuple[StoryFinding, ...]:
    """Findings as they are told in a file of the demonstration."""
    return tuple(StoryFinding(**each | {"photos": tuple(each["photos"])}) for each in told)


def _strokes(told: Any) -> tuple[Stroke, ...]:
    return tuple(tuple((x, y, width) for x, y, width in stroke) for stroke in told)
