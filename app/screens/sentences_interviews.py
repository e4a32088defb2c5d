"""Why an interview, a citation or a service cannot go on, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.shell.noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

INTERVIEWS: Final[Mapping[str, tuple[str, str]]] = {
    "case-owed": (
        QT_TRANSLATE_NOOP("sentences", "This case cannot be closed yet"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Still to be done: {count}, listed in the case. Settle them, then close the case. "
            "Nothing was changed.",
        ),
    ),
    "citation-confiscates": (
        QT_TRANSLATE_NOOP("sentences", "This penalty cannot be decided on the spot"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The article confiscates goods as well, and on the spot there is only a warning or a "
            "fine (Administrative Penalty Law art. 51). Open a case and follow the ordinary "
            "procedure; the finding is kept.",
        ),
    ),
    "citation-order-first": (
        QT_TRANSLATE_NOOP("sentences", "This cannot be punished yet"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The article punishes only what is not corrected by the day ordered. Issue the order "
            "to correct first; the finding is kept.",
        ),
    ),
    "approval-unsaid": (
        QT_TRANSLATE_NOOP("sentences", "Nothing says that it was approved"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Write who approved it, when, and by which paper. It is still to be done.",
        ),
    ),
    "file-place-missing": (
        QT_TRANSLATE_NOOP("sentences", "Where the file lies is missing"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "Write the cabinet and the number of the file, so that it can be found again. Nothing "
            "was changed.",
        ),
    ),
    "address-not-confirmed": (
        QT_TRANSLATE_NOOP("sentences", "Nothing may be served electronically here"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{name} has not signed a confirmation of its address that agrees to electronic service "
            "(Procedure Rules art. 82). Have one signed, or choose another way. Nothing was "
            "changed.",
        ),
    ),
    "finding-cited": (
        QT_TRANSLATE_NOOP("sentences", "This was punished already"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{number} was issued over this finding, and the same act is not fined twice. If it is "
            "wrong, withdraw it first; what an order leaves undone may be cited after its day.",
        ),
    ),
    "service-day-wrong": (
        QT_TRANSLATE_NOOP("sentences", "It cannot have been served on that day"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{day} lies after today or before {issued}, when it was issued. Correct the day; "
            "nothing was recorded.",
        ),
    ),
}
