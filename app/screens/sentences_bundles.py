"""Why a bundle cannot be written to a stick or taken in from one, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.shell.noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

BUNDLES: Final[Mapping[str, tuple[str, str]]] = {
    "bundle-no-hub": (
        QT_TRANSLATE_NOOP("sentences", "The bureau's key is not known here"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Enrol this laptop at the bureau with a new code; then a bundle can be sealed for it. "
            "Everything you wrote stays on this computer.",
        ),
    ),
    "bundle-damaged": (
        QT_TRANSLATE_NOOP("sentences", "This file cannot be taken in"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{name} is damaged or is no answer of the bureau. Copy it from the bureau again; "
            "nothing was changed here.",
        ),
    ),
    "bundle-newer": (
        QT_TRANSLATE_NOOP("sentences", "This answer is of a newer version"),
        QT_TRANSLATE_NOOP(
            "sentences", "Update this program and take {name} in again; nothing was changed here."
        ),
    ),
    "bundle-not-ours": (
        QT_TRANSLATE_NOOP("sentences", "This answer is for another laptop"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{name} was written for another laptop or by another bureau. Choose the answer that "
            "lies beside your own bundle; nothing was changed here.",
        ),
    ),
    "bundle-forged": (
        QT_TRANSLATE_NOOP("sentences", "This answer is not the bureau's"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{name} does not carry your bureau's signature: it was changed on the way or comes "
            "from someone else. Tell the bureau; nothing of it was taken in.",
        ),
    ),
    "bundle-history": (
        QT_TRANSLATE_NOOP("sentences", "The answer does not fit what is here"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{name} continues another history than this computer has. Write a new bundle and have "
            "it answered; if it happens again, tell the bureau. Nothing is lost.",
        ),
    ),
}
