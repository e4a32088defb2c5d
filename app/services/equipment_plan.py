"""The yearly plan of special-equipment checks 年度监督检查计划: how many are due, how many were done.

The shares are data (``plan_rules``); what was done is counted from finished checks and nothing
else, so nobody has to keep a second book. A key unit is one that somebody decided to be one.
"""

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.services import key_units, plan_rules
from app.services.context import CHINA
from app.services.equipment import named
from app.services.matters import MATTERS
from db.connection import Reader
from db.store import enterprises, equipment_checks, merged
from resources.rows import PlanRule

SHOWN = 2000
"""Devices of one list the plan leads to; nobody works through more."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Progress:
    """One rule of a year: of ``all`` there are, ``wanted`` are due and ``done`` were checked.

    ``suggested`` are units whose words suggest a key unit and which nobody has decided about.
    """

    rule: PlanRule
    all: int
    wanted: int
    done: int
    suggested: int = 0

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
    """What is counted from: kinds in use by unit, and what was checked.

    ``whose`` names the unit that stands for each that was merged into another: both count as one.
    """

    whose: Mapping[str, str]
    kinds: frozenset[Pair]
    key_units: frozenset[str]
    units: frozenset[str]
    seen: frozenset[Pair]
    devices: frozenset[str]


def plan(reader: Reader, year: int) -> Plan:
    """The plan of a year and how far it is (background: a large register takes its time)."""
    with reader.snapshot():
        rules = plan_rules.of_year(reader, year)
        known = _year(reader, year)
        open_units = equipment_checks.undecided(reader)
    lines = [_progress(rule, known, open_units) for rule in rules]
    return Plan(year, tuple(lines))


def devices(reader: Reader, year: int, rule_id: str, *, done: bool) -> tuple[str, ...]:
    """The devices behind a number of the plan: checked ones, or those that may still be chosen.

    Of a unit not checked yet every device in use may be; of one kind of a checked unit that was
    left out, those of this kind.
    """
    rule = next((one for one in plan_rules.of_year(reader, year) if one.id == rule_id), None)
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
        whose = known.whose
        owners = [*units, *(one for one, into in whose.items() if into in set(units))]
        rows = equipment_checks.of_units(reader, owners, SHOWN if not done else 50 * SHOWN)
    found = [key for key, unit, code in rows if (whose.get(unit, unit), named(code).kind) in wanted]
    if done:
        found = [key for key in found if key in known.devices]
    return tuple(found[:SHOWN])


def _year(reader: Reader, year: int) -> _Year:
    forms = [one.form_id for one in MATTERS.values() if one.equipment]
    since = dt.datetime(year, 1, 1, tzinfo=CHINA)
    done = equipment_checks.checked(reader, forms, since, since.replace(year=year + 1))
    whose = merged.whose(reader)
    decided = enterprises.decided(reader)
    for one, into in whose.items():  # what was decided of the unit that stands goes before
        if one in decided:
            decided.setdefault(into, decided[one])
    return _Year(
        whose=whose,
        kinds=frozenset(
            (whose.get(unit, unit), named(code).kind)
            for unit, code in equipment_checks.users(reader)
        ),
        key_units=frozenset(key for key, said in decided.items() if said == key_units.YES),
        units=frozenset(whose.get(unit, unit) for unit, _device, _code in done),
        seen=frozenset(
            (whose.get(unit, unit), named(code).kind) for unit, _device, code in done if code
        ),
        devices=frozenset(device for _unit, device, _code in done if device),
    )


def _progress(rule: PlanRule, known: _Year, open_units: Sequence[tuple[str, str]]) -> Progress:
    if rule.subject == "kind-of-unit":
        pairs = _due_pairs(known)
        wanted = math.ceil(len(pairs) * rule.share_percent / 100)
        return Progress(rule, len(pairs), wanted, len(pairs & known.seen))
    subjects = _subjects(rule, known)
    wanted = math.ceil(len(subjects) * rule.share_percent / 100)
    suggested = 0
    if rule.subject == key_units.SUBJECT:
        suggested = sum(bool(key_units.suggests(text, rule.words)) for _key, text in open_units)
    return Progress(rule, len(subjects), wanted, len(subjects & known.units), suggested)


def _subjects(rule: PlanRule, known: _Year) -> frozenset[str]:
    """The units a rule counts: all that use equipment, or those of them that are key units."""
    using = frozenset(unit for unit, _kind in known.kinds)
    return using & known.key_units if rule.subject == key_units.SUBJECT else using


def _due_pairs(known: _Year) -> frozenset[Pair]:
    """Each kind of each unit that was checked: of all of them one device is to be seen."""
    return frozenset(pair for pair in known.kinds if pair[0] in known.units)
