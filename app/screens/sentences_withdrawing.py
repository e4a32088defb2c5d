"""Why a paper or a step cannot be taken back and what a closed case refuses, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.shell.noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

WITHDRAWING: Final[Mapping[str, tuple[str, str]]] = {
    "paper-holds": (
        QT_TRANSLATE_NOOP("sentences", "This step was taken by a paper"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{paper} says so in writing. Withdraw that paper with its reason, and the step goes "
            "back with it. Nothing changed.",
        ),
    ),
    "paper-stands": (
        QT_TRANSLATE_NOOP("sentences", "Another paper rests on this one"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{paper} of {day} rests on it. Withdraw that paper with its reason first, then this "
            "one. Nothing was changed.",
        ),
    ),
    "visit-made": (
        QT_TRANSLATE_NOOP("sentences", "The inspection was made on this paper"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The arrival on the spot is kept, at {at}; the paper it rested on can no longer be "
            "withdrawn. Nothing was changed.",
        ),
    ),
    "case-closed": (
        QT_TRANSLATE_NOOP("sentences", "This case is closed"),
        QT_TRANSLATE_NOOP("sentences", "Open a new case for what is found now."),
    ),
    "case-closed-since": (
        QT_TRANSLATE_NOOP("sentences", "The case was closed on this paper"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "“{title}” was closed on {day}. Reopen the case with a reason first, then withdraw the "
            "paper. Nothing was changed.",
        ),
    ),
    "case-open": (
        QT_TRANSLATE_NOOP("sentences", "This case is open already"),
        QT_TRANSLATE_NOOP("sentences", "“{title}” can be worked on. Nothing was changed."),
    ),
    "step-moved-on": (
        QT_TRANSLATE_NOOP("sentences", "This cannot be taken back any more"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Something was done on top of it on {day}: {name}. Take that back first. Nothing "
            "changed.",
        ),
    ),
}
