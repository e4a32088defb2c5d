"""Sentences for files, recordings and drawings that cannot be taken or shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.shell.noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

FILES: Final[Mapping[str, tuple[str, str]]] = {
    "file-too-large": (
        QT_TRANSLATE_NOOP("sentences", "The file is too large"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{name} has {size}, at most {limit} can be kept. Shorten it or save it at a lower "
            "quality and choose it again. The record is unchanged.",
        ),
    ),
    "file-missing": (
        QT_TRANSLATE_NOOP("sentences", "The file is gone"),
        QT_TRANSLATE_NOOP(
            "sentences", "{name} is no longer where it was. Connect the stick or choose another."
        ),
    ),
    "file-empty": (
        QT_TRANSLATE_NOOP("sentences", "The file is empty"),
        QT_TRANSLATE_NOOP("sentences", "{name} holds nothing. Copy it again or choose another."),
    ),
    "file-wrong-kind": (
        QT_TRANSLATE_NOOP("sentences", "This file is of another kind than the form asks for"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "What {name} holds was looked at, not its ending. Choose another. Nothing was changed.",
        ),
    ),
    "file-program": (
        QT_TRANSLATE_NOOP("sentences", "Programs are not taken into a record"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{name} is a program, whatever its name says. Choose another file. Nothing was changed.",
        ),
    ),
    "file-no-program": (
        QT_TRANSLATE_NOOP("sentences", "This file cannot be shown here"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "This computer has no program for {name}. It is kept unchanged in the record.",
        ),
    ),
    "drawing-unreadable": (
        QT_TRANSLATE_NOOP("sentences", "The drawing cannot be read"),
        QT_TRANSLATE_NOOP(
            "sentences", "The photo itself is kept unchanged. Take the drawing off and draw again."
        ),
    ),
}
