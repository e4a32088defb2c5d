"""The shares of the yearly plan of equipment checks, as the bureau has set them.

What the program came with (``resources/catalogue/se_plan.csv``) is in part general knowledge. A
bureau writes its own value over it, with its source and the day it holds from; taken away again,
the bundled one holds. Each is a setting that travels, so every change stands in the journal.
"""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from app.services.changes import Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.writing import writing
from db.connection import Reader, Store
from db.store import settings
from forms.rules.signs import one_line
from resources.data import load_plan_rules
from resources.rows import PlanRule

_KEY = "plan-rule:"
OWN = "confirmed"
"""How far the bureau's own value may be trusted: it has written down where it stands."""
MOST_WORDS = 200
EARLIEST = dt.date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Held:
    """A rule as it is held here; ``own`` tells that the bureau has written it over ``bundled``."""

    rule: PlanRule
    bundled: PlanRule
    own: bool


def held(reader: Reader) -> tuple[Held, ...]:
    """Every rule with what the program came with, the bureau's own value in front of it."""
    kept = settings.beginning(reader, _KEY)
    return tuple(_held(rule, kept.get(_KEY + rule.id)) for rule in load_plan_rules())


def of_year(reader: Reader, year: int) -> tuple[PlanRule, ...]:
    """The rules of a year; before the bureau's own value holds, the bundled one does."""
    found = []
    for one in held(reader):
        early = one.own and one.rule.effective_from.year > year
        rule = one.bundled if early else one.rule
        if rule.effective_from.year <= year:
            found.append(rule)
    return tuple(found)


def write(store: Store, act: Acting, wanted: PlanRule) -> Result[PlanRule]:
    """Keep the bureau's own value of a rule.

    Raises:
        Refused: ``not-found``; ``plan-rule-share``: no share from 1 to 100; ``plan-rule-source``:
            it does not say where it stands; ``plan-rule-words``: far too many words;
            ``plan-rule-day``: it holds from no day that can be.
    """
    _bundled(wanted.id)
    source = one_line(wanted.source)
    if not 1 <= wanted.share_percent <= 100:
        raise Refused("plan-rule-share", value=wanted.share_percent)
    if not source:
        raise Refused("plan-rule-source")
    if len(wanted.words) > MOST_WORDS:
        raise Refused("plan-rule-words", count=MOST_WORDS)
    if wanted.effective_from < EARLIEST:
        raise Refused("plan-rule-day")
    own = {
        "share_percent": wanted.share_percent,
        "words": list(wanted.words),
        "source": source,
        "effective_from": wanted.effective_from.isoformat(),
    }
    with writing(store, act):
        settings.put(store, _KEY + wanted.id, own)
    return Result(_own(wanted, own), touched("setting", "plan-rules"))


def reset(store: Store, act: Acting, rule_id: str) -> Result[PlanRule]:
    """Let what the program came with hold again.

    Raises:
        Refused: ``not-found``.
    """
    bundled = _bundled(rule_id)
    with writing(store, act):
        settings.put(store, _KEY + rule_id, None)
    return Result(bundled, touched("setting", "plan-rules"))


def _held(bundled: PlanRule, kept: dict[str, Any] | None) -> Held:
    return Held(_own(bundled, kept) if kept else bundled, bundled, own=bool(kept))


def _own(bundled: PlanRule, kept: dict[str, Any]) -> PlanRule:
    return replace(
        bundled,
        share_percent=int(kept["share_percent"]),
        words=tuple(kept["words"]),
        source=str(kept["source"]),
        effective_from=dt.date.fromisoformat(kept["effective_from"]),
        confidence=OWN,
    )


def _bundled(rule_id: str) -> PlanRule:
    found = next((one for one in load_plan_rules() if one.id == rule_id), None)
    if found is None:
        raise Refused("not-found", kind="plan-rule", id=rule_id)
    return found
