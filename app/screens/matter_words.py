"""What matters and papers are called on the screens, and which icon stands for each."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.shell.noop import QT_TRANSLATE_NOOP

CONTEXT: Final = "matters"

ICONS: Final[Mapping[str, str]] = {
    "spot-check": "flask",
    "sampling-sheet": "tag",
    "on-site-record": "pen",
    "rectification-notice": "rectify",
    "lift-check": "lift",
    "se-instruction": "rectify",
    "test-result-notice": "mail",
    "objection-form": "speech",
    "objection-decision": "scales",
    "retest-sample-confirmation": "flask",
    "no-sample": "dash",
    "sampling-refused": "stop",
    "recall-record": "box",
}
"""The icon of a paper; the first paper's is also that of its matter."""

_MATTERS: Final[Mapping[str, str]] = {
    "spot-check": QT_TRANSLATE_NOOP("matters", "Product quality, spot check"),
    "lift-check": QT_TRANSLATE_NOOP("matters", "Special equipment, a lift"),
}
_OFFERS: Final[Mapping[str, tuple[str, str]]] = {
    "sampling-sheet": (
        QT_TRANSLATE_NOOP("matters", "Draw a sample"),
        QT_TRANSLATE_NOOP("matters", "Lot, plan, seeded draw, seals and the sampling sheet"),
    ),
    "on-site-record": (
        QT_TRANSLATE_NOOP("matters", "On-site record"),
        QT_TRANSLATE_NOOP(
            "matters", "What was seen, said and done on the spot, signed by everyone"
        ),
    ),
    "rectification-notice": (QT_TRANSLATE_NOOP("matters", "Rectification notice"), ""),
    "se-instruction": (QT_TRANSLATE_NOOP("matters", "Special-equipment instruction"), ""),
    "lift-check": (
        QT_TRANSLATE_NOOP("matters", "Check another lift"),
        QT_TRANSLATE_NOOP("matters", "One record for each lift that is looked at"),
    ),
    "test-result-notice": (
        QT_TRANSLATE_NOOP("matters", "Notice of the test result"),
        QT_TRANSLATE_NOOP("matters", "The fifteen days for an objection run from its receipt"),
    ),
    "objection-form": (QT_TRANSLATE_NOOP("matters", "Objection on paper"), ""),
    "objection-decision": (QT_TRANSLATE_NOOP("matters", "Notice on the objection"), ""),
    "retest-sample-confirmation": (
        QT_TRANSLATE_NOOP("matters", "Confirmation of the re-test sample"),
        "",
    ),
    "recall-record": (QT_TRANSLATE_NOOP("matters", "Record of tracing and recall"), ""),
    "no-sample": (
        QT_TRANSLATE_NOOP("matters", "No sample could be taken"),
        QT_TRANSLATE_NOOP("matters", "No stock, too little, export only, closed: with its proof"),
    ),
    "sampling-refused": (
        QT_TRANSLATE_NOOP("matters", "Sampling was refused"),
        QT_TRANSLATE_NOOP("matters", "What happened, and that the consequences were told"),
    ),
}
_AGAIN: Final[Mapping[str, str]] = {
    "sampling-sheet": QT_TRANSLATE_NOOP("matters", "Draw another sample"),
}
_STEPS: Final[Mapping[str, str]] = {
    "sampling-sheet": QT_TRANSLATE_NOOP("matters", "Draw a sample"),
    "on-site-record": QT_TRANSLATE_NOOP("matters", "Write the on-site record"),
    "rectification-notice": QT_TRANSLATE_NOOP("matters", "Prepare the notice"),
    "se-instruction": QT_TRANSLATE_NOOP("matters", "Prepare the instruction"),
}
ONCE: Final = frozenset({"on-site-record", "no-sample", "sampling-refused"})
"""Papers of which a case has one."""

WITHOUT_SAMPLES: Final = frozenset({"no-sample", "sampling-refused"})
"""Papers that say why nothing was drawn: not offered once something was."""


def icon_of(form_id: str) -> str:
    """The icon of a paper or matter."""
    return ICONS.get(form_id, "document")


def matter_words(kind: str) -> str:
    """What one chooses when a case is begun."""
    return _told(_MATTERS.get(kind, kind))


def offer_words(form_id: str, *, again: bool = False) -> tuple[str, str]:
    """The name under which a case offers a paper, and the reason why."""
    name, why = _OFFERS.get(form_id, (form_id, ""))
    if again and form_id in _AGAIN:
        name = _AGAIN[form_id]
    return _told(name), _told(why)


def step_words(form_id: str) -> str:
    """The words of the button that prepares a paper as the next step."""
    known = _STEPS.get(form_id)
    return _told(known) if known else QCoreApplication.translate(CONTEXT, "Prepare the next paper")


def _told(source: str) -> str:
    return QCoreApplication.translate(CONTEXT, source) if source else ""
