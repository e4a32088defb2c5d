"""Why a period cannot be counted, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.shell.noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

CLOCKS: Final[Mapping[str, tuple[str, str]]] = {
    "clock-unknown": (
        QT_TRANSLATE_NOOP("sentences", "This period is not known"),
        QT_TRANSLATE_NOOP("sentences", "Set the day of the deadline by hand."),
    ),
    "clock-cannot-change": (
        QT_TRANSLATE_NOOP("sentences", "This period cannot be suspended or extended"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "It runs in hours or is counted back from a fixed day. Its deadline is unchanged.",
        ),
    ),
    "clock-needs-moment": (
        QT_TRANSLATE_NOOP("sentences", "This period runs in hours"),
        QT_TRANSLATE_NOOP(
            "sentences", "Enter the time at which it began, not only the day, to count it."
        ),
    ),
    "term-no-more": (
        QT_TRANSLATE_NOOP("sentences", "This period may not be lengthened again"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The law lets it be lengthened once only. Decide before its last day; nothing was "
            "changed.",
        ),
    ),
}
