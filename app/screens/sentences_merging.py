"""Refusals about enterprises that are one, as sentences."""

from collections.abc import Mapping
from typing import Final

from app.shell.noop import QT_TRANSLATE_NOOP

MERGING: Final[Mapping[str, tuple[str, str]]] = {
    "merge-same": (
        QT_TRANSLATE_NOOP("sentences", "This is the same row"),
        QT_TRANSLATE_NOOP("sentences", "Choose the other row of {name}. Nothing was changed."),
    ),
    "merge-gone": (
        QT_TRANSLATE_NOOP("sentences", "One of the two was merged already"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Another row stands for {name} now; open it by its name and merge that one. "
            "Nothing was changed.",
        ),
    ),
}
