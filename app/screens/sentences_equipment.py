"""Special equipment: refusals, and what is wrong or doubtful in an imported list, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.screens.sentences_identifiers import problem_words
from app.shell.noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.services.equipment_doubts import Choice, Doubt
    from app.services.equipment_reading import Place
    from app.services.equipment_rows import Wrong

CONTEXT: Final = "equipment"

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

WRONG: Final[Mapping[str, str]] = {
    "digits-lost": QT_TRANSLATE_NOOP(
        "equipment",
        "“{value}”: the spreadsheet took the number for an amount and lost its last digits. "
        "Format the column as text and type it again.",
    ),
    "code-wrong": QT_TRANSLATE_NOOP("equipment", "“{value}” is no equipment code: {problem}."),
    "registration-wrong": QT_TRANSLATE_NOOP(
        "equipment", "“{value}” is no registration number: {problem}."
    ),
    "uscc-wrong": QT_TRANSLATE_NOOP("equipment", "“{value}” is no credit code: {problem}."),
    "unnamed": QT_TRANSLATE_NOOP(
        "equipment", "The row has neither equipment code nor registration number."
    ),
    "kind-unknown": QT_TRANSLATE_NOOP(
        "equipment",
        "“{value}” is not in the catalogue of 2014, or not below what stands before it.",
    ),
    "kind-differs": QT_TRANSLATE_NOOP(
        "equipment", "The equipment code {value} is of another kind than the row says."
    ),
    "kind-missing": QT_TRANSLATE_NOOP("equipment", "The row does not say what kind it is."),
    "unit-missing": QT_TRANSLATE_NOOP("equipment", "The row does not say who uses it."),
    "date": QT_TRANSLATE_NOOP("equipment", "“{value}” is not a day. Write it like 2026-05-01."),
    "date-month": QT_TRANSLATE_NOOP(
        "equipment", "“{value}” names only a month. Write the day as well."
    ),
    "date-far": QT_TRANSLATE_NOOP(
        "equipment", "“{value}” lies too far away to be a day of this equipment."
    ),
    "status": QT_TRANSLATE_NOOP(
        "equipment", "“{value}” is no status. Write in use, stopped or scrapped."
    ),
    "too-long": QT_TRANSLATE_NOOP("equipment", "“{value}…” is far too long for this column."),
}

DOUBTS: Final[Mapping[str, str]] = {
    "unit-unknown": QT_TRANSLATE_NOOP("equipment", "The unit {text} is not in the register."),
    "unit-twice": QT_TRANSLATE_NOOP("equipment", "Several units of the register fit {text}."),
    "unit-name-differs": QT_TRANSLATE_NOOP(
        "equipment", "The list says {text}; in the register the code belongs to {known}."
    ),
    "unit-code-differs": QT_TRANSLATE_NOOP(
        "equipment", "The list says {text}; the register has another code: {known}."
    ),
    "twice": QT_TRANSLATE_NOOP("equipment", "{text} stands in several rows that differ."),
    "numbers-differ": QT_TRANSLATE_NOOP(
        "equipment", "The list says {text}; the register has {known} for the same equipment."
    ),
    "several-devices": QT_TRANSLATE_NOOP(
        "equipment", "The numbers {text} belong to different equipment in the register."
    ),
}

CHOICES: Final[Mapping[str, str]] = {
    "skip": QT_TRANSLATE_NOOP("equipment", "Leave it out"),
    "unit": QT_TRANSLATE_NOOP("equipment", "It is {text}"),
    "new-unit": QT_TRANSLATE_NOOP("equipment", "Add {text} as a new unit"),
    "row": QT_TRANSLATE_NOOP("equipment", "Take row {text}"),
    "take": QT_TRANSLATE_NOOP("equipment", "Take {text} from the list"),
    "keep": QT_TRANSLATE_NOOP("equipment", "Keep {text}"),
    "device": QT_TRANSLATE_NOOP("equipment", "It is {text}"),
}


def wrong_sentence(wrong: Wrong) -> str:
    """What is wrong with one cell, as a sentence."""
    known = WRONG[wrong.code]
    words = QCoreApplication.translate(CONTEXT, known)
    return words.format(value=wrong.value, problem=problem_words(wrong.problem))


def doubt_sentence(doubt: Doubt) -> str:
    """What only a person can tell, as a sentence."""
    known = DOUBTS[doubt.reason]
    words = QCoreApplication.translate(CONTEXT, known)
    return words.format(text=doubt.text, known=doubt.known)


def choice_words(choice: Choice) -> str:
    """One way out of a doubt, for a list to choose from."""
    known = CHOICES[choice.kind]
    words = QCoreApplication.translate(CONTEXT, known)
    return words.format(text=choice.text)


def place_words(place: Place, heading: str = "") -> str:
    """Where it stands: sheet, row and column as the spreadsheet shows and the file calls them."""
    if place.sheet and heading:
        words = QCoreApplication.translate(CONTEXT, "{sheet}, row {row}, column {column}")
    elif heading:
        words = QCoreApplication.translate(CONTEXT, "row {row}, column {column}")
    elif place.sheet:
        words = QCoreApplication.translate(CONTEXT, "{sheet}, row {row}")
    else:
        words = QCoreApplication.translate(CONTEXT, "row {row}")
    return words.format(sheet=place.sheet, row=place.row, column=heading)
