"""What is wrong in an imported table, as sentences that name the row and the column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.shell.noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from resources.tables import RowProblem

CONTEXT: Final = "tables"

TABLES: Final[Mapping[str, tuple[str, str]]] = {
    "table-unknown": (
        QT_TRANSLATE_NOOP("sentences", "This table is not known"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{file} has the columns of no table that can be imported here. Choose a table as it is "
            "saved below in these settings, or articles of law, as CSV with the first row. "
            "Nothing was changed.",
        ),
    ),
    "campaign-of-bureau": (
        QT_TRANSLATE_NOOP("sentences", "The bureau planned this campaign for everybody"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{name} is changed in the bureau's plan and comes here with the next synchronisation. "
            "Nothing was changed.",
        ),
    ),
    "table-wrong": (
        QT_TRANSLATE_NOOP("sentences", "The table cannot be taken over"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Something in {file} is wrong; the list shows each row. Put it right and import it "
            "again. Nothing was changed.",
        ),
    ),
}

PROBLEMS: Final[Mapping[str, str]] = {
    "missing-column": QT_TRANSLATE_NOOP("tables", "The column {column} is missing."),
    "unknown-column": QT_TRANSLATE_NOOP("tables", "The column {column} does not belong here."),
    "too-many-cells": QT_TRANSLATE_NOOP(
        "tables", "The row has more cells than columns; perhaps a quotation mark is missing."
    ),
    "empty": QT_TRANSLATE_NOOP("tables", "Something must stand here."),
    "duplicate-key": QT_TRANSLATE_NOOP("tables", "{value} stands in the table twice."),
    "date": QT_TRANSLATE_NOOP(
        "tables", "“{value}” is not a day. Write days like 2027-01-01, with no other signs."
    ),
    "number": QT_TRANSLATE_NOOP("tables", "“{value}” is not a number."),
    "choice": QT_TRANSLATE_NOOP("tables", "“{value}” is none of the words this column may have."),
    "workday-not-weekend": QT_TRANSLATE_NOOP(
        "tables", "{value} is no Saturday or Sunday, so it cannot be worked in exchange."
    ),
    "incomplete-year": QT_TRANSLATE_NOOP(
        "tables", "The year {value} is not whole: New Year or National Day is missing."
    ),
    "no-parent": QT_TRANSLATE_NOOP(
        "tables", "“{value}” is no code of a kind that stands above this one."
    ),
    "not-utf8": QT_TRANSLATE_NOOP(
        "tables", "The text cannot be read. Save the table as CSV in UTF-8."
    ),
    "unreadable": QT_TRANSLATE_NOOP(
        "tables", "The file cannot be opened. Is the stick still plugged in?"
    ),
    "too-large": QT_TRANSLATE_NOOP("tables", "The file is far too large to be such a table."),
}


NAMES: Final[Mapping[str, str]] = {
    "holidays.csv": QT_TRANSLATE_NOOP("tables", "Working-day calendar"),
    "clocks.csv": QT_TRANSLATE_NOOP("tables", "Periods and reminders"),
    "law_articles.csv": QT_TRANSLATE_NOOP("tables", "Articles of law"),
    "discretion.csv": QT_TRANSLATE_NOOP("tables", "Steps of discretion"),
    "campaigns.csv": QT_TRANSLATE_NOOP("tables", "Campaign plans"),
    "equipment_catalogue.csv": QT_TRANSLATE_NOOP("tables", "Catalogue of special equipment"),
    "check_items.csv": QT_TRANSLATE_NOOP("tables", "Penalties of what is checked"),
    "product_risks.csv": QT_TRANSLATE_NOOP("tables", "Risks and samples of goods"),
}


def table_words(file: str) -> str:
    """What a table is called."""
    known = NAMES.get(file)
    return file if known is None else QCoreApplication.translate(CONTEXT, known)


def problem_sentence(problem: RowProblem) -> str:
    """One thing wrong, as a sentence."""
    if problem.code == "empty" and problem.row == 0:
        return QCoreApplication.translate(CONTEXT, "The table has no rows.")
    known = PROBLEMS.get(problem.code)
    if known is None:
        return problem.code
    words = QCoreApplication.translate(CONTEXT, known)
    return words.format(column=problem.column, value=problem.value)


def problem_place(problem: RowProblem) -> str:
    """Where it stands: row and column as a spreadsheet counts and names them."""
    if problem.row == 0:
        return QCoreApplication.translate(CONTEXT, "the whole file")
    if not problem.column:
        return QCoreApplication.translate(CONTEXT, "row {row}").format(row=problem.row)
    place = QCoreApplication.translate(CONTEXT, "row {row}, column {column}")
    return place.format(row=problem.row, column=problem.column)
