"""What the steps of an inspection are called: planned, approved, announced, arrived, left."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.shell.noop import QT_TRANSLATE_NOOP
from app.widgets.chips import Chip

CONTEXT: Final = "visits"

_KINDS: Final[Mapping[str, str]] = {
    "routine": QT_TRANSLATE_NOOP("visits", "Planned inspection"),
    "complaint": QT_TRANSLATE_NOOP("visits", "After a complaint or report"),
    "recheck": QT_TRANSLATE_NOOP("visits", "Re-check"),
    "urgent": QT_TRANSLATE_NOOP("visits", "Urgent, approved afterwards"),
}
_STAGES: Final[Mapping[str, tuple[str, str, str]]] = {
    "planned": (QT_TRANSLATE_NOOP("visits", "Not approved yet"), "warning", "clock"),
    "approved": (QT_TRANSLATE_NOOP("visits", "Approved"), "accent", "tick"),
    "announced": (QT_TRANSLATE_NOOP("visits", "Notice issued"), "accent", "send"),
    "arrived": (QT_TRANSLATE_NOOP("visits", "On the spot"), "ok", "place"),
    "done": (QT_TRANSLATE_NOOP("visits", "Finished"), "ok", "tick"),
    "refused": (QT_TRANSLATE_NOOP("visits", "Made, not approved"), "danger", "cross"),
    "cancelled": (QT_TRANSLATE_NOOP("visits", "Called off"), "mute", "cross"),
}
_LACKING: Final[Mapping[str, str]] = {
    "approval": QT_TRANSLATE_NOOP(
        "visits",
        "Not approved yet. An inspection is approved and announced before it is made "
        "(State Council Office [2024] No. 54).",
    ),
    "approval-after": QT_TRANSLATE_NOOP(
        "visits", "Urgent: the approval is made up afterwards, within the hours the bureau has set."
    ),
    "refused": QT_TRANSLATE_NOOP(
        "visits",
        "The approval was refused afterwards. The inspection counts towards the cap of the year and "
        "is not taken for an approved one.",
    ),
    "refused-on-the-spot": QT_TRANSLATE_NOOP(
        "visits",
        "The approval was refused afterwards: end the inspection and press Left. It counts towards "
        "the cap of the year and is not taken for an approved one.",
    ),
    "notice": QT_TRANSLATE_NOOP(
        "visits", "Approved, but not announced: issue the notice and hand it over."
    ),
}


def kind_words(kind: str) -> str:
    """Why one goes there."""
    return _told(_KINDS.get(kind, kind))


def stage_chip(stage: str) -> Chip:
    """The chip of how far a visit is."""
    words, tone, icon = _STAGES[stage]
    return Chip(_told(words), tone, icon)


def lacking_words(lacking: str) -> str:
    """What a visit lacks, as a sentence; empty when nothing."""
    return _told(_LACKING.get(lacking, ""))


def tally_words(made: int, planned: int, cap: int, year: int = 0) -> str:
    """How often a unit was visited this year (or in a named one), of how many times it may be."""
    words = (
        QCoreApplication.translate(CONTEXT, "{made} of {cap} inspections this year")
        if cap
        else QCoreApplication.translate(CONTEXT, "{made} inspections this year, no cap published")
    ).format(made=made, cap=cap)
    if year:
        words = (
            QCoreApplication.translate(CONTEXT, "{made} of {cap} inspections in {year}")
            if cap
            else QCoreApplication.translate(
                CONTEXT, "{made} inspections in {year}, no cap published"
            )
        ).format(made=made, cap=cap, year=year)
    if planned:
        more = QCoreApplication.translate(CONTEXT, "{planned} more planned").format(planned=planned)
        return f"{words}·{more}"
    return words


def _told(source: str) -> str:
    return QCoreApplication.translate(CONTEXT, source) if source else ""
