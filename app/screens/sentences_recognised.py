"""Refusals about what another bureau tested or goes on with, as sentences."""

from collections.abc import Mapping
from typing import Final

from app.shell.noop import QT_TRANSLATE_NOOP

RECOGNISED: Final[Mapping[str, tuple[str, str]]] = {
    "case-moved": (
        QT_TRANSLATE_NOOP("sentences", "Another bureau goes on with this case"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{bureau} has its papers. Here they can be read and printed; what is still to be done "
            "is done there. Nothing was changed.",
        ),
    ),
    "paper-moved": (
        QT_TRANSLATE_NOOP("sentences", "Another bureau has this paper now"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "“{paper}” was handed over to {bureau} with all that belongs to it. What becomes of it "
            "is written down there; here it can only be read. Nothing was changed.",
        ),
    ),
    "task-moved": (
        QT_TRANSLATE_NOOP("sentences", "This is done at another bureau"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "“{title}” was handed over with its paper. Nothing was changed.",
        ),
    ),
    "report-recognised": (
        QT_TRANSLATE_NOOP("sentences", "This result is of another bureau"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Report {number} is of {origin} and only recognised here: telling, objecting and "
            "correcting are done there. Use it in a case of your own. Nothing was changed.",
        ),
    ),
    "recognised-open": (
        QT_TRANSLATE_NOOP("sentences", "The result is not final yet"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Report {number} is still open at {origin}. Ask for it to be recognised again when it "
            "is final. Nothing was changed.",
        ),
    ),
    "recognised-not": (
        QT_TRANSLATE_NOOP("sentences", "This result is our own"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Report {number} was not recognised from another bureau; go on with it in its own "
            "case. Nothing was changed.",
        ),
    ),
    "recognised-used": (
        QT_TRANSLATE_NOOP("sentences", "The case uses this result already"),
        QT_TRANSLATE_NOOP(
            "sentences", "Report {number} is among the recognised results of the case."
        ),
    ),
    "recognised-rests": (
        QT_TRANSLATE_NOOP("sentences", "A finding rests on this result"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "A finding was begun from report {number}, so the case goes on using it. Nothing was "
            "changed.",
        ),
    ),
    "recognised-passed": (
        QT_TRANSLATE_NOOP("sentences", "The result found nothing wrong"),
        QT_TRANSLATE_NOOP(
            "sentences", "Report {number} conforms; no finding can be begun from it."
        ),
    ),
}
