"""What is wrong or doubtful in an imported list, and the ways out of it, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.screens.layout import in_english
from app.screens.sentences_identifiers import problem_words
from app.shell.noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.services.list_preview import Choice, Doubt, Wrong
    from app.services.list_reading import Note, Place

CONTEXT: Final = "equipment"
_MOST_STRETCHES: Final = 12

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
    "certificate-wrong": QT_TRANSLATE_NOOP(
        "equipment", "“{value}” is no number of a certificate: {problem}."
    ),
    "certificate-missing": QT_TRANSLATE_NOOP("equipment", "The row has no certificate."),
    "name-missing": QT_TRANSLATE_NOOP("equipment", "The row does not say whose certificate it is."),
    "expiry-missing": QT_TRANSLATE_NOOP(
        "equipment", "The row does not say until when the certificate holds."
    ),
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
    "date-far": QT_TRANSLATE_NOOP("equipment", "“{value}” lies too far away to be such a day."),
    "status": QT_TRANSLATE_NOOP(
        "equipment", "“{value}” is no status. Write in use, stopped or scrapped."
    ),
    "key-unit": QT_TRANSLATE_NOOP(
        "equipment", "“{value}” does not say whether it is a key unit. Write yes or no."
    ),
    "formula": QT_TRANSLATE_NOOP(
        "equipment",
        "“{value}” is a formula without its result. Open the list, save it, import it again.",
    ),
    "failed": QT_TRANSLATE_NOOP(
        "equipment", "“{value}” is what a formula shows that failed. Put the cell right."
    ),
    "too-long": QT_TRANSLATE_NOOP("equipment", "“{value}…” is far too long for this column."),
}

DOUBTS: Final[Mapping[str, str]] = {
    "unit-unknown": QT_TRANSLATE_NOOP("equipment", "The unit {text} is not in the register."),
    "unit-former": QT_TRANSLATE_NOOP(
        "equipment", "{text} is what {known} was called before, or the code it had."
    ),
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
    "device-unknown": QT_TRANSLATE_NOOP(
        "equipment", "The equipment {text} is not in the register."
    ),
    "device-elsewhere": QT_TRANSLATE_NOOP(
        "equipment", "The equipment {text} belongs to another unit: {known}."
    ),
    "several-people": QT_TRANSLATE_NOOP(
        "equipment", "Several people of the register have the certificate: {text}."
    ),
    "same-name": QT_TRANSLATE_NOOP(
        "equipment", "The list says {text}; the unit has somebody of this name: {known}."
    ),
    "name-differs": QT_TRANSLATE_NOOP(
        "equipment", "The list says {text}; in the register the certificate belongs to {known}."
    ),
    "moved": QT_TRANSLATE_NOOP("equipment", "{text} belongs to another unit so far: {known}."),
    "key-differs": QT_TRANSLATE_NOOP(
        "equipment", "Whether {text} is a key unit is told in two ways, or was decided otherwise."
    ),
}

NOTES: Final[Mapping[str, str]] = {
    "merged": QT_TRANSLATE_NOOP(
        "equipment",
        "{sheet}: the value of merged cells was given to every row they cover "
        "({count} cells, row {rows}).",
    ),
    "hidden-sheet": QT_TRANSLATE_NOOP(
        "equipment", "{sheet} is a hidden sheet; its rows are read too ({count})."
    ),
    "hidden-rows": QT_TRANSLATE_NOOP(
        "equipment", "{sheet} has hidden rows, which are read too ({count}): row {rows}."
    ),
    "hidden-columns": QT_TRANSLATE_NOOP(
        "equipment", "{sheet} has hidden columns, which are read too: {headings}."
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
    "no-device": QT_TRANSLATE_NOOP("equipment", "Take {text} over without equipment"),
    "person": QT_TRANSLATE_NOOP("equipment", "It is {text}"),
    "new-person": QT_TRANSLATE_NOOP("equipment", "It is somebody else of this name: {text}"),
    "moved": QT_TRANSLATE_NOOP("equipment", "Now of the unit {text}; its posts elsewhere end"),
    "key-yes": QT_TRANSLATE_NOOP("equipment", "It is a key unit"),
    "key-no": QT_TRANSLATE_NOOP("equipment", "It is not a key unit"),
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


def note_sentence(note: Note) -> str:
    """What was done with a sheet that nobody sees at a glance, as a sentence."""
    known = NOTES[note.code]
    words = QCoreApplication.translate(CONTEXT, known)
    between = ", " if in_english() else "、"
    return words.format(
        sheet=note.sheet,
        count=note.count,
        rows=_rows_words(note.rows, between),
        headings=between.join(note.headings),
    )


def _rows_words(rows: Sequence[int], between: str) -> str:
    """Row numbers in their order, neighbours as one stretch; of very many only the first."""
    stretches: list[list[int]] = []
    for row in rows:
        if stretches and row == stretches[-1][-1] + 1:
            stretches[-1][1:] = [row]
        else:
            stretches.append([row])
    told = ["–".join(map(str, one)) for one in stretches[:_MOST_STRETCHES]]
    return between.join([*told, *(["…"] if len(stretches) > _MOST_STRETCHES else [])])


def places_words(places: Sequence[Place]) -> str:
    """Where several rows stand, each sheet named once."""
    rows: dict[str, list[str]] = {}
    between = ", " if in_english() else "、"
    for one in places:
        rows.setdefault(one.sheet, []).append(str(one.row))
    found = []
    for sheet, numbers in rows.items():
        if sheet:
            words = QCoreApplication.translate(CONTEXT, "{sheet}, row {row}")
        else:
            words = QCoreApplication.translate(CONTEXT, "row {row}")
        found.append(words.format(sheet=sheet, row=between.join(numbers)))
    return "; ".join(found) if in_english() else "；".join(found)


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
