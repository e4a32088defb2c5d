"""The cards of one device: what it is, when it is tested, who works it, what was found."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.screens.dates import shown_day
from app.screens.due_chip import doubted, doubted_day
from app.screens.enterprise_rows import STATES
from app.screens.equipment_words import kind_words, status_words
from app.screens.layout import dotted
from app.screens.matter_words import icon_of
from app.screens.sentences_identifiers import problem_words
from app.services.context import CHINA
from app.widgets.chips import Chip, clock_chip, state_chip
from app.widgets.facts import Fact
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from app.services.device import Card
    from app.services.operators import Hand
    from db.rows import Record

CONTEXT = "DeviceScreen"


def identity_facts(found: Card) -> list[Fact]:
    """The device itself: its numbers with what is wrong, its names in the catalogue, its maker."""
    row, named = found.equipment, found.named
    under, tone = _code_words(found)
    return [
        Fact(
            QCoreApplication.translate(CONTEXT, "Equipment code"),
            row.code,
            under=under,
            under_tone=tone,
        ),
        Fact(QCoreApplication.translate(CONTEXT, "Registration"), row.registration_no),
        Fact(QCoreApplication.translate(CONTEXT, "Kind"), named.kind),
        Fact(QCoreApplication.translate(CONTEXT, "Category"), named.category),
        Fact(
            QCoreApplication.translate(CONTEXT, "Variety"),
            dotted(named.variety or kind_words(named), named.code),
        ),
        Fact(QCoreApplication.translate(CONTEXT, "Model"), row.model),
        Fact(QCoreApplication.translate(CONTEXT, "Maker"), row.maker),
        *_code_facts(found),
    ]


def _code_facts(found: Card) -> list[Fact]:
    """What the maker wrote into the code."""
    parts = found.parts
    if parts is None:
        return []
    return [
        Fact(QCoreApplication.translate(CONTEXT, "Maker's number"), parts.maker),
        Fact(QCoreApplication.translate(CONTEXT, "Made in"), str(parts.year)),
        Fact(QCoreApplication.translate(CONTEXT, "Serial number"), parts.serial),
    ]


def _code_words(found: Card) -> tuple[str, str]:
    """What the check of the code says, and its tone."""
    row = found.equipment
    if found.twins:
        words = QCoreApplication.translate(
            CONTEXT,
            "Entered twice: “{name}” has the same number. Set one to out of use, with the reason",
        )
        return words.format(name=found.twins[0].name), "warning"
    if not row.code:
        return "", "ok"
    if found.problem == "old-number":
        words = QCoreApplication.translate(
            CONTEXT, "Old registration code of 20 digits; it has no parts to read"
        )
        return words, "ok"
    if found.problem:
        return problem_words(found.problem), "danger"
    if found.parts is not None and found.parts.variety != row.kind_code:
        words = QCoreApplication.translate(
            CONTEXT, "The code says variety {code}, the register another one"
        )
        return words.format(code=found.parts.variety), "warning"
    return QCoreApplication.translate(CONTEXT, "The code is built as it must be"), "ok"


def use_facts(found: Card, *, doubt: bool = False) -> list[Fact]:
    """Where it stands, who looks after it, and the days of its tests."""
    row = found.equipment
    return [
        Fact(
            QCoreApplication.translate(CONTEXT, "Status"),
            status_words(row.status),
            meaning="text" if row.status == "in-use" else "warning",
        ),
        Fact(QCoreApplication.translate(CONTEXT, "Place"), row.place),
        Fact(QCoreApplication.translate(CONTEXT, "Maintained by"), row.maintenance_unit),
        Fact(QCoreApplication.translate(CONTEXT, "Registered"), shown_day(row.registered)),
        Fact(QCoreApplication.translate(CONTEXT, "Last test"), shown_day(row.last_test)),
        Fact(
            QCoreApplication.translate(CONTEXT, "Next test"),
            doubted_day(shown_day(row.next_test), doubt=doubt) or "—",
            meaning="danger" if (found.days_left or 0) < 0 and row.status == "in-use" else "text",
        ),
        *_applied_facts(found, doubt=doubt),
    ]


def _applied_facts(found: Card, *, doubt: bool) -> list[Fact]:
    """Until when the next test is applied for: red once that day has passed, with its article."""
    applied = found.applied
    if applied is None or found.equipment.next_test is None or found.days_left is None:
        return []
    today = found.equipment.next_test - dt.timedelta(days=found.days_left)
    return [
        Fact(
            QCoreApplication.translate(CONTEXT, "Apply by"),
            doubted_day(shown_day(applied.day), doubt=doubt),
            meaning="warning" if applied.day < today else "text",
            note=applied.article,
        )
    ]


def operator_row(hand: Hand, *, doubt: bool = False) -> Work:
    """Somebody who works the device; an expired certificate is told in red, with its day."""
    person = hand.person
    expires = person.certificate_expires
    if expires is None or hand.days_left is None:
        chip = Chip(QCoreApplication.translate(CONTEXT, "No expiry known"), "warning", "question")
    elif hand.days_left < 0:
        words = QCoreApplication.translate(CONTEXT, "Expired {day}")
        chip = Chip(words.format(day=shown_day(expires)), "danger", "triangle", None)
    else:
        chip = clock_chip(hand.days_left, working=False, equipment=True, tip=shown_day(expires))
    if expires is not None:
        chip = doubted(chip, doubt=doubt)
    tone = chip.tone if chip.tone in {"warning", "danger"} else "mute"
    second = dotted(person.certificate, hand.row.project, person.phone)
    return Work(hand.row.id, person.name, second, "user", tone, chip)


def record_row(row: Record) -> Work:
    """A check of the device with its day and state."""
    at = row.finished or row.updated
    chip = state_chip(row.state) if row.state in STATES else None
    icon = icon_of(row.form_id)
    return Work(row.id, row.title, shown_day(at.astimezone(CHINA).date()), icon, "accent", chip)
