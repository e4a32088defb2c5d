"""Sentences of printing and of issued papers, beside those of the machine and the refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.shell.noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

PRINTING: Final[Mapping[str, tuple[str, str]]] = {
    "glyph-missing": (
        QT_TRANSLATE_NOOP("sentences", "A character cannot be printed"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "No installed font has {characters} ({where}). Install a font that has it, or write "
            "it another way; no number was used.",
        ),
    ),
    "page-overflow": (
        QT_TRANSLATE_NOOP("sentences", "The text does not fit on the page"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "A table or a wording is too long for one page. Shorten it; no number was used.",
        ),
    ),
    "no-spooler": (
        QT_TRANSLATE_NOOP("sentences", "No printing system answers"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Connect the printer or start the printing service, then print again, or save the PDF. "
            "The paper itself is kept.",
        ),
    ),
    "no-printer": (
        QT_TRANSLATE_NOOP("sentences", "The printer is not there any more"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{printer} was not found. Connect it or choose another one. The paper itself is kept.",
        ),
    ),
    "rejected": (
        QT_TRANSLATE_NOOP("sentences", "The printer takes no papers now"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{printer} refuses new jobs. Switch it on or choose another one. The paper itself is "
            "kept.",
        ),
    ),
    "unreadable": (
        QT_TRANSLATE_NOOP("sentences", "The printer could not read the pages"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Save the PDF and print it from another computer. The paper itself is kept.",
        ),
    ),
    "broken": (
        QT_TRANSLATE_NOOP("sentences", "Printing did not work"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The printing system says: {said}. Print again or save the PDF. The paper itself is "
            "kept.",
        ),
    ),
    "folder-not-written": (
        QT_TRANSLATE_NOOP("sentences", "The PDF could not be saved there"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{folder} cannot be written: {reason}. Choose another folder. The paper itself is kept.",
        ),
    ),
    "signer-missing": (
        QT_TRANSLATE_NOOP("sentences", "The signer has no name yet"),
        QT_TRANSLATE_NOOP("sentences", "Write the name of the one who signs, then confirm."),
    ),
    "receiver-missing": (
        QT_TRANSLATE_NOOP("sentences", "Nobody is named as receiver"),
        QT_TRANSLATE_NOOP(
            "sentences", "Write who took the paper on the spot, then record the service."
        ),
    ),
    "service-proof-missing": (
        QT_TRANSLATE_NOOP("sentences", "This way of service needs its proof"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Post: the tracking number. Left there: a witness or a photo. Electronic: the address "
            "the party confirmed. The document itself is issued and kept.",
        ),
    ),
    "not-a-document": (
        QT_TRANSLATE_NOOP("sentences", "This paper is finished, not issued"),
        QT_TRANSLATE_NOOP("sentences", "Open it in review to finish it; it takes no number."),
    ),
    "not-a-record": (
        QT_TRANSLATE_NOOP("sentences", "This paper is issued with a number"),
        QT_TRANSLATE_NOOP("sentences", "Go on to the step of issuing; nothing was changed."),
    ),
}
