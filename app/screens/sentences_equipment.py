"""What special equipment, its operators and its yearly plan refuse, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.shell.noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

EQUIPMENT: Final[Mapping[str, tuple[str, str]]] = {
    "equipment-unnamed": (
        QT_TRANSLATE_NOOP("sentences", "The equipment has no number"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Write its equipment code or its registration number. It was not saved, what you "
            "typed is still here.",
        ),
    ),
    "equipment-code-wrong": (
        QT_TRANSLATE_NOOP("sentences", "The equipment code is not right"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{text}: {problem}. Compare it with the plate; it was not saved, what you typed is "
            "still here.",
        ),
    ),
    "equipment-taken": (
        QT_TRANSLATE_NOOP("sentences", "This equipment is already in the register"),
        QT_TRANSLATE_NOOP(
            "sentences", "{text} belongs to {name}. Open that card instead of making a second one."
        ),
    ),
    "registration-wrong": (
        QT_TRANSLATE_NOOP("sentences", "The registration number is not right"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{text}: {problem}. Compare it with the certificate; it was not saved, what you "
            "typed is still here.",
        ),
    ),
    "equipment-kind-unknown": (
        QT_TRANSLATE_NOOP("sentences", "This kind is not in the catalogue"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "“{text}” is no code of the equipment catalogue of 2014. Choose one from the list; it "
            "was not saved.",
        ),
    ),
    "equipment-status-unknown": (
        QT_TRANSLATE_NOOP("sentences", "This status is not known"),
        QT_TRANSLATE_NOOP(
            "sentences", "“{text}” is none. Choose in use, stopped or scrapped; it was not saved."
        ),
    ),
    "equipment-columns-unknown": (
        QT_TRANSLATE_NOOP("sentences", "This is no list of special equipment"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "No row of {file} has the headings. One of the first twenty rows must name the "
            "equipment code or the registration number and two more columns. Nothing was changed.",
        ),
    ),
    "operator-certificate-missing": (
        QT_TRANSLATE_NOOP("sentences", "The certificate is missing"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Write the number of {name}'s certificate and the day it expires. It was not saved, "
            "what you typed is still here.",
        ),
    ),
    "operator-there": (
        QT_TRANSLATE_NOOP("sentences", "This operator stands here already"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{name} works this equipment. Correct that line instead of adding a second.",
        ),
    ),
    "operator-columns-unknown": (
        QT_TRANSLATE_NOOP("sentences", "This is no list of operators"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "No row of {file} has the headings. One of the first twenty rows must name the number "
            "of the certificate and two more columns. Nothing was changed.",
        ),
    ),
    "plan-rule-share": (
        QT_TRANSLATE_NOOP("sentences", "This is no share"),
        QT_TRANSLATE_NOOP(
            "sentences", "“{value}” does not lie between 1 and 100. The plan is unchanged."
        ),
    ),
    "plan-rule-source": (
        QT_TRANSLATE_NOOP("sentences", "The share has no source"),
        QT_TRANSLATE_NOOP(
            "sentences", "Write the paper of your bureau it stands in. The plan is unchanged."
        ),
    ),
    "plan-rule-words": (
        QT_TRANSLATE_NOOP("sentences", "These are too many words"),
        QT_TRANSLATE_NOOP(
            "sentences", "Keep at most {count}, parted by spaces. The plan is unchanged."
        ),
    ),
    "plan-rule-day": (
        QT_TRANSLATE_NOOP("sentences", "The share holds from no day that can be"),
        QT_TRANSLATE_NOOP(
            "sentences", "Write a day after the year 2000, as 2026-09-30. The plan is unchanged."
        ),
    ),
}
