"""Why a visit cannot be planned, begun or ended, what desk and campaigns refuse, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.shell.noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

VISITS: Final[Mapping[str, tuple[str, str]]] = {
    "visit-past": (
        QT_TRANSLATE_NOOP("sentences", "This day is over"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "No inspection can be planned for {day}; today is {today}. Choose a day from today on.",
        ),
    ),
    "visit-reason-missing": (
        QT_TRANSLATE_NOOP("sentences", "The cap of the year would be exceeded"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The bureau has published {cap} inspections for {year}. Write down the reason for one "
            "more; nothing was begun.",
        ),
    ),
    "visit-arrived": (
        QT_TRANSLATE_NOOP("sentences", "The arrival is kept already"),
        QT_TRANSLATE_NOOP("sentences", "It was at {at}, and stays so."),
    ),
    "visit-not-arrived": (
        QT_TRANSLATE_NOOP("sentences", "The arrival is not kept yet"),
        QT_TRANSLATE_NOOP("sentences", "Scan the notice or press Arrived first."),
    ),
    "visit-left": (
        QT_TRANSLATE_NOOP("sentences", "The end of the visit is kept already"),
        QT_TRANSLATE_NOOP("sentences", "Nothing was changed."),
    ),
    "visit-cancelled": (
        QT_TRANSLATE_NOOP("sentences", "This visit was called off"),
        QT_TRANSLATE_NOOP(
            "sentences", "Its approval was refused. Plan another one where it is needed after all."
        ),
    ),
    "complaint-decided": (
        QT_TRANSLATE_NOOP("sentences", "This complaint waits for no decision"),
        QT_TRANSLATE_NOOP("sentences", "It was decided already. Nothing was changed."),
    ),
    "campaign-dates": (
        QT_TRANSLATE_NOOP("sentences", "The campaign ends before it begins"),
        QT_TRANSLATE_NOOP("sentences", "It begins on {start} and ends on {end}. Correct one day."),
    ),
    "campaign-target-wrong": (
        QT_TRANSLATE_NOOP("sentences", "This target cannot be counted"),
        QT_TRANSLATE_NOOP(
            "sentences", "{name}: write a number of at least 1, and name each kind of paper once."
        ),
    ),
    "visit-rules-wrong": (
        QT_TRANSLATE_NOOP("sentences", "These rules cannot be kept"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "A cap lies between 1 and 365 and names the paper it was published in; the hours for "
            "the approval lie between 1 and 365. The old rules stay.",
        ),
    ),
}
