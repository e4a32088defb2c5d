"""The yearly plan of special-equipment checks 年度监督检查计划: how many are due, how many were done.

The shares are data (``resources/catalogue/se_plan.csv``); what was done is counted from finished
checks and nothing else, so nobody has to keep a second book.
"""

import datetime as dt
import math
from dataclasses import dataclass

from app.services.context import CHINA
from app.services.equipment import named
from app.services.matters import MATTERS
from db.connection import Reader
from db.store import equipment_checks
from resources.data import load_plan_rules
from resources.rows import PlanRule

SHOWN = 2000
"""Devices of one list the plan leads to; nobody works through more."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Progress:
    """One rule of a year: of ``all`` there are, ``wanted`` are due and ``done`` were checked."""

    rule: PlanRule
    all: int
    wanted: int
    done: int

    @property
    def share(self) -> float:
        """How much of what is due was done, from 0 to 1."""
        return min(1.0, self.done / self.wanted) if self.wanted else 1.0


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a year; a rule that did not hold yet in that year is left out."""

    year: int
    lines: tuple[Progress, ...]


@dataclass(frozen=True, slots=True)
class _Year:
    """What is counted from: kinds in use by unit, and what was checked."""

    kinds: frozenset[Pair]
    names: dict[str, str]
    units: frozenset[str]
    seen: frozenset[Pair]
    devices: frozenset[str]


def plan(reader: Reader, year: int) -> Plan:
    """The plan of a year and how far it is (background: a large register takes its time)."""
    with reader.snapshot():
        known = _year(reader, year)
    rules = [one for one in load_plan_rules() if one.effective_from.year <= year]
    return Plan(year, tuple(_progress(rule, known) for rule in rules))


def devices(reader: Reader, year: int, rule_id: str, *, done: bool) -> tuple[str, ...]:
    """The devices behind a number of the plan: checked ones, or those that may still be chosen.

    Of a unit not checked yet every device in use may be; of one kind of a checked unit that was
    left out, those of this kind.
    """
    rule = next((one for one in load_plan_rules() if one.id == rule_id), None)
    if rule is None:
        return ()
    with reader.snapshot():
        known = _year(reader, year)
        if rule.subject == "kind-of-unit":
            pairs = _due_pairs(known)
            wanted = pairs & known.seen if done else pairs - known.seen
            units = sorted({unit for unit, _kind in wanted})
        else:
            subjects = _subjects(rule, known)
            units = sorted(subjects & known.units if done else subjects - known.units)
            wanted = frozenset(pair for pair in known.kinds if pair[0] in set(units))
        rows = equipment_checks.of_units(reader, tuple(units), SHOWN if not done else 50 * SHOWN)
    found = [key for key, unit, code in rows if (unit, named(code).kind) in wanted]
    if done:
        found = [key for key in found if key in known.devices]
    return tuple(found[:SHOWN])


def _year(reader: Reader, year: int) -> _Year:
    forms = [one.form_id for one in MATTERS.values() if one.equipment]
    since = dt.datetime(year, 1, 1, tzinfo=CHINA)
    done = equipment_checks.checked(reader, forms, since, since.replace(year=year + 1))
    return _Year(
        kinds=frozenset((unit, named(code).kind) for unit, code in equipment_checks.users(reader)),
        names=equipment_checks.units(reader),
        units=frozenset(unit for unit, _device, _code in done),
        seen=frozenset((unit, named(code).kind) for unit, _device, code in done if code),
        devices=frozenset(device for _unit, device, _code in done if device),
    )


def _progress(rule: PlanRule, known: _Year) -> Progress:
    if rule.subject == "kind-of-unit":
        pairs = _due_pairs(known)
        wanted = math.ceil(len(pairs) * rule.share_percent / 100)
        return Progress(rule, len(pairs), wanted, len(pairs & known.seen))
    subjects = _subjects(rule, known)
    wanted = math.ceil(len(subjects) * rule.share_percent / 100)
    return Progress(rule, len(subjects), wanted, len(subjects & known.units))


def _subjects(rule: PlanRule, known: _Year) -> frozenset[str]:
    """The units a rule counts."""
    using = frozenset(unit for unit, _kind in known.kinds)
    if rule.subject == "unit":
        return using
    return frozenset(
        unit for unit in using if any(word in known.names.get(unit, "") for word in rule.words)
    )


def _due_pairs(known: _Year) -> frozenset[Pair]:
    """Each kind of each unit that was checked: of all of them one device is to be seen."""
    return frozenset(pair for pair in known.kinds if pair[0] in known.units)
