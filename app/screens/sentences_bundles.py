"""Why a bundle cannot be written or taken in, and a hub that did not keep its word, as sentences."""

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
    "stick-disk-full": (
        QT_TRANSLATE_NOOP("sentences", "The stick is full"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Make room on it or take another one, then write again. No half bundle was left on "
            "it, and everything is still on this computer.",
        ),
    ),
    "stick-read-only": (
        QT_TRANSLATE_NOOP("sentences", "The stick may not be written to"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Move its lock to open, or take another one, then write again. Everything is still on "
            "this computer.",
        ),
    ),
    "stick-missing-folder": (
        QT_TRANSLATE_NOOP("sentences", "The stick is not there any more"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "It was pulled out, or its folder was removed. Plug it in and begin again; everything "
            "is still on this computer.",
        ),
    ),
    "stick-unreadable-file": (
        QT_TRANSLATE_NOOP("sentences", "The stick stopped answering"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "It was pulled out half-way, or it is worn. Plug it in again or take another one; "
            "everything is still on this computer.",
        ),
    ),
    "stick-corrupt": (
        QT_TRANSLATE_NOOP("sentences", "The stick does not give back what was written"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "It is failing: take another one and write again. The bundle was removed from it, and "
            "everything is still on this computer.",
        ),
    ),
    "witness-unsigned": (
        QT_TRANSLATE_NOOP("sentences", "The bureau's server did not sign what it sent"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "What arrived was checked and is kept, but nobody vouches for its order. Tell the "
            "administrator; your own work is not touched.",
        ),
    ),
    "witness-restored": (
        QT_TRANSLATE_NOOP("sentences", "The bureau's server was set back to an earlier copy"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "What it lost is given back by the laptops by themselves. Go on working, and keep "
            "connected for a while; proof of both states is kept here.",
        ),
    ),
    "witness-rewritten": (
        QT_TRANSLATE_NOOP("sentences", "The bureau's server tells another history than before"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "What it signed earlier and what it signs now contradict each other; proof of both is "
            "kept here. Tell the section head and the administrator; your own work is not touched.",
        ),
    ),
}
