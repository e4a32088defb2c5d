"""How special equipment reads: its status, its kind, the clock of its next test, its row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.screens.dates import shown_day, shown_month
from app.screens.due_chip import doubted
from app.screens.layout import dotted, in_english
from app.services import plan_rules
from app.services.equipment import STATUSES
from app.widgets.chips import Chip, clock_chip
from app.widgets.register import Line

if TYPE_CHECKING:
    import datetime as dt

    from app.services import equipment
    from app.services.equipment import Named
    from resources.rows import PlanRule

CONTEXT: Final = "equipment"
FAR: Final = 91  # days after which an equipment test is only named by its month
LIFT: Final = "3"


def status_words(status: str) -> str:
    """A status as a word; a dash for none."""
    words = {
        "in-use": QCoreApplication.translate(CONTEXT, "in use"),
        "stopped": QCoreApplication.translate(CONTEXT, "stopped"),
        "scrapped": QCoreApplication.translate(CONTEXT, "scrapped"),
    }
    return words.get(status, "—")


def kind_words(named: Named) -> str:
    """The most exact name the catalogue has for a code; the code itself where it has none."""
    return named.variety or named.category or named.kind or named.code or "—"


def device_icon(kind_code: str) -> str:
    """The icon of a kind of equipment."""
    return "lift" if kind_code.startswith(LIFT) else "gauge" if kind_code[:1] in "128" else "box"


def next_test_chip(
    next_test: dt.date | None, days_left: int | None, status: str, *, doubt: bool = False
) -> Chip:
    """The clock of the next test; of what is not in use its status instead."""
    if status in STATUSES[1:]:
        return Chip(status_words(status), "mute", "pause" if status == "stopped" else "cross-ring")
    if next_test is None or days_left is None:
        words = QCoreApplication.translate(CONTEXT, "No test date")
        return Chip(words, "warning", "question")
    tip = shown_day(next_test)
    if days_left > FAR:
        until = QCoreApplication.translate(CONTEXT, "Until {month}")
        return doubted(
            Chip(until.format(month=shown_month(next_test)), "ok", "", 0.2, tip), doubt=doubt
        )
    return doubted(clock_chip(days_left, working=False, equipment=True, tip=tip), doubt=doubt)


def register_line(line: equipment.Line, *, doubt: bool = False) -> Line:
    """A device as a row of the register."""
    row = line.equipment
    kind = kind_words(line.named)
    return Line(
        dotted(row.name or kind, row.registration_no or row.code),
        dotted(line.enterprise_name, row.place),
        device_icon(row.kind_code),
        next_test_chip(row.next_test, line.days_left, row.status, doubt=doubt),
        kind,
    )


def spoken(line: equipment.Line, *, doubt: bool = False) -> str:
    """A row of the register as it is said: name, number, unit, and its test or status."""
    row = line.equipment
    chip = next_test_chip(row.next_test, line.days_left, row.status, doubt=doubt)
    number = row.registration_no or row.code
    return ", ".join(filter(None, (row.name, number, line.enterprise_name, chip.words)))


def rule_words(rule: PlanRule) -> str:
    """A rule of the plan in the language shown now: the table has both."""
    return rule.name_en if in_english() else rule.name_zh


def rule_basis(rule: PlanRule) -> str:
    """Where a rule stands: the bureau's own paper, else the rules of the state."""
    return rule.source if rule.confidence == plan_rules.OWN else rule.law
