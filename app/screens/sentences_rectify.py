"""Why a finding's step cannot be taken, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.shell.noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

RECTIFY: Final[Mapping[str, tuple[str, str]]] = {
    "report-empty": (
        QT_TRANSLATE_NOOP("sentences", "The report says nothing yet"),
        QT_TRANSLATE_NOOP("sentences", "Write what the party says it has put right."),
    ),
    "day-in-future": (
        QT_TRANSLATE_NOOP("sentences", "This day is still to come"),
        QT_TRANSLATE_NOOP("sentences", "{day} lies after today, {today}. Correct the day."),
    ),
    "day-before-report": (
        QT_TRANSLATE_NOOP("sentences", "This day lies before the report"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The report came in on {reported}; what it tells of was not re-checked on {day}. "
            "Correct the day.",
        ),
    ),
    "day-before-finding": (
        QT_TRANSLATE_NOOP("sentences", "This day lies before the check"),
        QT_TRANSLATE_NOOP(
            "sentences", "It was found on {found}; {day} cannot be right. Correct the day."
        ),
    ),
    "recheck-too-few": (
        QT_TRANSLATE_NOOP("sentences", "A re-check on the spot takes two inspectors"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Choose the second inspector, or say that the papers were looked at. Nothing is lost.",
        ),
    ),
    "recheck-missing": (
        QT_TRANSLATE_NOOP("sentences", "Nobody has re-checked this finding"),
        QT_TRANSLATE_NOOP("sentences", "Enter the re-check first; then it can be closed."),
    ),
    "nothing-to-take-back": (
        QT_TRANSLATE_NOOP("sentences", "There is no step to take back"),
        QT_TRANSLATE_NOOP("sentences", "The finding is as its order left it."),
    ),
    "term-not-running": (
        QT_TRANSLATE_NOOP("sentences", "This deadline does not run"),
        QT_TRANSLATE_NOOP(
            "sentences", "It is done, has no day, or runs in hours. Nothing was changed."
        ),
    ),
    "term-standing": (
        QT_TRANSLATE_NOOP("sentences", "This deadline stands still"),
        QT_TRANSLATE_NOOP("sentences", "End the suspension first; then it can be changed."),
    ),
    "term-incomplete": (
        QT_TRANSLATE_NOOP("sentences", "Something is missing for the new deadline"),
        QT_TRANSLATE_NOOP(
            "sentences", "It needs its days, the article, who approved it, and the reason."
        ),
    ),
    "extension-differs": (
        QT_TRANSLATE_NOOP("sentences", "The new deadline in the paper is not the one counted"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The paper says {told}, counted it is {counted}. Correct the day or the number of "
            "days; no number was taken.",
        ),
    ),
    "term-outside": (
        QT_TRANSLATE_NOOP("sentences", "This stop lies outside the period"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The period runs from {start} to {due}; a stop from {since} on would change nothing. "
            "Correct the days.",
        ),
    ),
    "term-beyond-law": (
        QT_TRANSLATE_NOOP("sentences", "That is more than any extension gives"),
        QT_TRANSLATE_NOOP("sentences", "At most {most} can be added at once. Correct the number."),
    ),
}
