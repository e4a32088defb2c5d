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
    "boiler-check": "boiler",
    "vessel-check": "vessel",
    "pipe-check": "pipe",
    "cylinder-check": "cylinder",
    "crane-check": "crane",
    "vehicle-check": "vehicle",
    "ropeway-check": "ropeway",
    "ride-check": "ride",
    "se-instruction": "rectify",
    "extension-notice": "calendar",
    "se-recheck": "tick-ring",
    "se-report-up": "upload",
    "seizure-list": "list",
    "se-seizure": "lock",
    "se-seizure-extension": "clock",
    "se-seizure-release": "unlock",
    "interview-notice": "speech",
    "interview-record": "pen",
    "interview-follow-up": "tick-ring",
    "spot-citation": "yen",
    "service-receipt": "tick-ring",
    "service-address": "mail",
    "inspection-approval": "stamp",
    "inspection-notice": "send",
    "desk-12365": "headset",
    "fibre-check": "shield",
    "after-sales-check": "settings",
    "key-enterprise-survey": "factory",
    "cqo-appointment": "people",
    "cqo-review": "people",
    "metrology-service": "scales",
    "publicity-activity": "speech",
    "test-result-notice": "mail",
    "objection-form": "speech",
    "objection-decision": "scales",
    "retest-sample-confirmation": "flask",
    "no-sample": "dash",
    "sampling-refused": "stop",
    "spot-check-notice": "send",
    "evidence-preservation-notice": "lock",
    "materials-notice": "folder-open",
    "evidence-extract": "picture",
    "questioning-notice": "speech",
    "questioning-record": "pen",
    "evidence-release-notice": "unlock",
    "recheck-apply": "flask",
    "commitment-letter": "pen",
    "se-rectify-report-receipt": "download",
    "recall-record": "box",
    "inspection-result-notice": "mail",
    "identity-notice": "people",
    "complaint-accept-decision": "tick-ring",
    "complaint-reject-decision": "stop",
    "mediation-notice": "speech",
    "mediation-agreement": "pen",
    "mediation-end-decision": "scales",
    "complaint-forward-notice": "send",
    "report-result-notice": "mail",
}
"""The icon of a paper; the first paper's is also that of its matter."""

_MATTERS: Final[Mapping[str, str]] = {
    "spot-check": QT_TRANSLATE_NOOP("matters", "Product quality, spot check"),
    "lift-check": QT_TRANSLATE_NOOP("matters", "Special equipment, a lift"),
    "boiler-check": QT_TRANSLATE_NOOP("matters", "Special equipment, a boiler"),
    "vessel-check": QT_TRANSLATE_NOOP("matters", "Special equipment, a pressure vessel"),
    "pipe-check": QT_TRANSLATE_NOOP("matters", "Special equipment, a pressure pipe"),
    "cylinder-check": QT_TRANSLATE_NOOP("matters", "Special equipment, cylinders and filling"),
    "crane-check": QT_TRANSLATE_NOOP("matters", "Special equipment, a crane"),
    "vehicle-check": QT_TRANSLATE_NOOP("matters", "Special equipment, a works vehicle"),
    "ropeway-check": QT_TRANSLATE_NOOP("matters", "Special equipment, a ropeway"),
    "ride-check": QT_TRANSLATE_NOOP("matters", "Special equipment, an amusement ride"),
    "interview": QT_TRANSLATE_NOOP("matters", "Supervisory interview"),
    "desk-12365": QT_TRANSLATE_NOOP("matters", "12315 desk: complaint, report, inquiry"),
    "fibre-check": QT_TRANSLATE_NOOP("matters", "Fibre products round a school"),
    "after-sales-check": QT_TRANSLATE_NOOP("matters", "Car after-sales service"),
    "key-enterprise-survey": QT_TRANSLATE_NOOP("matters", "Survey of a key enterprise"),
    "cqo": QT_TRANSLATE_NOOP("matters", "Chief quality officer"),
    "metrology-service": QT_TRANSLATE_NOOP("matters", "Free metrology service"),
    "publicity-activity": QT_TRANSLATE_NOOP("matters", "Publicity activity"),
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
    "se-recheck": (
        QT_TRANSLATE_NOOP("matters", "Re-check"),
        QT_TRANSLATE_NOOP("matters", "What was ordered, item by item: put right or not"),
    ),
    "se-report-up": (
        QT_TRANSLATE_NOOP("matters", "Report to the bureau above"),
        QT_TRANSLATE_NOOP("matters", "A serious hazard or a major violation is reported at once"),
    ),
    "seizure-list": (
        QT_TRANSLATE_NOOP("matters", "List for sealing or seizure"),
        QT_TRANSLATE_NOOP("matters", "Counted on the spot, with a seal for each item"),
    ),
    "se-seizure": (
        QT_TRANSLATE_NOOP("matters", "Decision to seal or seize"),
        QT_TRANSLATE_NOOP("matters", "Up to thirty days, over the list"),
    ),
    "se-seizure-extension": (
        QT_TRANSLATE_NOOP("matters", "Extend the sealing or seizure"),
        QT_TRANSLATE_NOOP("matters", "Once, up to thirty days more, before the term ends"),
    ),
    "se-seizure-release": (
        QT_TRANSLATE_NOOP("matters", "Release what was sealed or seized"),
        QT_TRANSLATE_NOOP(
            "matters", "As soon as it is not needed, at the latest when the term ends"
        ),
    ),
    "cqo-review": (
        QT_TRANSLATE_NOOP("matters", "Yearly review"),
        QT_TRANSLATE_NOOP("matters", "Grades of the five duties, the result, and the next date"),
    ),
    "lift-check": (
        QT_TRANSLATE_NOOP("matters", "Check another lift"),
        QT_TRANSLATE_NOOP("matters", "One record for each lift that is looked at"),
    ),
    "boiler-check": (
        QT_TRANSLATE_NOOP("matters", "Check another boiler"),
        QT_TRANSLATE_NOOP("matters", "One record for each piece of equipment that is looked at"),
    ),
    "vessel-check": (
        QT_TRANSLATE_NOOP("matters", "Check another pressure vessel"),
        QT_TRANSLATE_NOOP("matters", "One record for each piece of equipment that is looked at"),
    ),
    "pipe-check": (
        QT_TRANSLATE_NOOP("matters", "Check another pressure pipe"),
        QT_TRANSLATE_NOOP("matters", "One record for each piece of equipment that is looked at"),
    ),
    "crane-check": (
        QT_TRANSLATE_NOOP("matters", "Check another crane"),
        QT_TRANSLATE_NOOP("matters", "One record for each piece of equipment that is looked at"),
    ),
    "vehicle-check": (
        QT_TRANSLATE_NOOP("matters", "Check another works vehicle"),
        QT_TRANSLATE_NOOP("matters", "One record for each piece of equipment that is looked at"),
    ),
    "ropeway-check": (
        QT_TRANSLATE_NOOP("matters", "Check another ropeway"),
        QT_TRANSLATE_NOOP("matters", "One record for each piece of equipment that is looked at"),
    ),
    "ride-check": (
        QT_TRANSLATE_NOOP("matters", "Check another ride"),
        QT_TRANSLATE_NOOP("matters", "One record for each piece of equipment that is looked at"),
    ),
    "cylinder-check": (
        QT_TRANSLATE_NOOP("matters", "Check another kind of cylinders"),
        QT_TRANSLATE_NOOP("matters", "One record for each kind of cylinders that is looked at"),
    ),
    "service-address": (
        QT_TRANSLATE_NOOP("matters", "Confirmation of the address"),
        QT_TRANSLATE_NOOP("matters", "Where papers reach the party; needed to serve online"),
    ),
    "interview-notice": (
        QT_TRANSLATE_NOOP("matters", "Interview notice"),
        QT_TRANSLATE_NOOP("matters", "Why, about what, when and where, and who shall come"),
    ),
    "interview-record": (
        QT_TRANSLATE_NOOP("matters", "Interview minutes"),
        QT_TRANSLATE_NOOP(
            "matters", "Questions, answers and commitments; or that nobody came or it was refused"
        ),
    ),
    "interview-follow-up": (
        QT_TRANSLATE_NOOP("matters", "Check the commitments"),
        QT_TRANSLATE_NOOP("matters", "Each kept, partly kept or not kept, with its evidence"),
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
    "spot-check-notice": (
        QT_TRANSLATE_NOOP("matters", "Notice of the spot check"),
        QT_TRANSLATE_NOOP("matters", "Shown on arrival, before a sample is taken; its day is kept"),
    ),
    "evidence-extract": (
        QT_TRANSLATE_NOOP("matters", "Take evidence"),
        QT_TRANSLATE_NOOP("matters", "Copies and photos, compared and signed by who gave them"),
    ),
    "materials-notice": (
        QT_TRANSLATE_NOOP("matters", "Ask for materials"),
        QT_TRANSLATE_NOOP("matters", "Each by its name and form, by a day that is kept"),
    ),
    "evidence-preservation-notice": (
        QT_TRANSLATE_NOOP("matters", "Preserve evidence"),
        QT_TRANSLATE_NOOP("matters", "With its list; decided on within seven working days"),
    ),
    "questioning-notice": (
        QT_TRANSLATE_NOOP("matters", "Call someone to be questioned"),
        QT_TRANSLATE_NOOP("matters", "When, where and what to bring; the day is kept"),
    ),
    "questioning-record": (
        QT_TRANSLATE_NOOP("matters", "Record of questioning"),
        QT_TRANSLATE_NOOP("matters", "Question by question, read back and signed on every page"),
    ),
    "evidence-release-notice": (
        QT_TRANSLATE_NOOP("matters", "Release preserved evidence"),
        QT_TRANSLATE_NOOP("matters", "All or in part, from its list; settles the seven days"),
    ),
    "recheck-apply": (
        QT_TRANSLATE_NOOP("matters", "Application for the re-check"),
        QT_TRANSLATE_NOOP("matters", "The unit says what it put right; the days that run go on"),
    ),
    "commitment-letter": (
        QT_TRANSLATE_NOOP("matters", "Letter of commitment"),
        QT_TRANSLATE_NOOP("matters", "What the minutes say, under the seal of the unit"),
    ),
    "se-rectify-report-receipt": (
        QT_TRANSLATE_NOOP("matters", "Receipt of the rectification report"),
        QT_TRANSLATE_NOOP("matters", "The ten working days of the re-check run from its day"),
    ),
    "no-sample": (
        QT_TRANSLATE_NOOP("matters", "No sample could be taken"),
        QT_TRANSLATE_NOOP("matters", "No stock, too little, export only, closed: with its proof"),
    ),
    "sampling-refused": (
        QT_TRANSLATE_NOOP("matters", "Sampling was refused"),
        QT_TRANSLATE_NOOP("matters", "What happened, and that the consequences were told"),
    ),
    "inspection-result-notice": (
        QT_TRANSLATE_NOOP("matters", "Notice of the inspection's result"),
        QT_TRANSLATE_NOOP("matters", "The unit is told what the inspection found"),
    ),
    "identity-notice": (
        QT_TRANSLATE_NOOP("matters", "Ask for proof of identity"),
        QT_TRANSLATE_NOOP("matters", "A complaint needs a real identity; the bureau sets the day"),
    ),
    "complaint-accept-decision": (
        QT_TRANSLATE_NOOP("matters", "Decision to accept the complaint"),
        QT_TRANSLATE_NOOP("matters", "Within seven working days; sixty days of mediation follow"),
    ),
    "complaint-reject-decision": (
        QT_TRANSLATE_NOOP("matters", "Decision not to accept the complaint"),
        QT_TRANSLATE_NOOP("matters", "Within seven working days, on one of seven grounds"),
    ),
    "mediation-notice": (
        QT_TRANSLATE_NOOP("matters", "Notice of the mediation"),
        QT_TRANSLATE_NOOP("matters", "When, where and by whom, for both sides"),
    ),
    "mediation-agreement": (
        QT_TRANSLATE_NOOP("matters", "Mediation agreement"),
        QT_TRANSLATE_NOOP("matters", "What both sides agreed on, signed by them"),
    ),
    "mediation-end-decision": (
        QT_TRANSLATE_NOOP("matters", "Decision to end the mediation"),
        QT_TRANSLATE_NOOP("matters", "On one of eight grounds; both sides are told of it"),
    ),
    "complaint-forward-notice": (
        QT_TRANSLATE_NOOP("matters", "Forward it to the bureau below"),
        QT_TRANSLATE_NOOP("matters", "With the day by which the outcome is reported"),
    ),
    "report-result-notice": (
        QT_TRANSLATE_NOOP("matters", "Tell the outcome of the report"),
        QT_TRANSLATE_NOOP("matters", "The name of the reporter is not printed"),
    ),
}
_AGAIN: Final[Mapping[str, str]] = {
    "interview-notice": QT_TRANSLATE_NOOP("matters", "Another interview notice"),
    "sampling-sheet": QT_TRANSLATE_NOOP("matters", "Draw another sample"),
}
_STEPS: Final[Mapping[str, str]] = {
    "interview-notice": QT_TRANSLATE_NOOP("matters", "Prepare the second notice"),
    "interview-record": QT_TRANSLATE_NOOP("matters", "Hold the interview"),
    "interview-follow-up": QT_TRANSLATE_NOOP("matters", "Check the commitments"),
    "sampling-sheet": QT_TRANSLATE_NOOP("matters", "Draw a sample"),
    "on-site-record": QT_TRANSLATE_NOOP("matters", "Write the on-site record"),
    "rectification-notice": QT_TRANSLATE_NOOP("matters", "Prepare the notice"),
    "se-instruction": QT_TRANSLATE_NOOP("matters", "Prepare the instruction"),
    "se-recheck": QT_TRANSLATE_NOOP("matters", "Prepare the re-check"),
}
QUICK: Final = ("spot-check", "lift-check", "interview", "desk-12365")
"""What Today offers to begin at once, in this order."""
_QUICK: Final[Mapping[str, str]] = {
    "spot-check": QT_TRANSLATE_NOOP("matters", "Spot check"),
    "lift-check": QT_TRANSLATE_NOOP("matters", "Special-equipment check"),
    "interview": QT_TRANSLATE_NOOP("matters", "Interview"),
    "desk-12365": QT_TRANSLATE_NOOP("matters", "Take down at the desk"),
}
ONCE: Final = frozenset(
    {
        *("on-site-record", "service-address", "no-sample", "sampling-refused"),
        *("complaint-accept-decision", "complaint-reject-decision", "inspection-result-notice"),
        *("complaint-forward-notice", "report-result-notice", "commitment-letter"),
    }
)
"""Papers of which a case has one."""

WITHOUT_SAMPLES: Final = frozenset({"no-sample", "sampling-refused"})
"""Papers that say why nothing was drawn: not offered once something was."""


def icon_of(form_id: str) -> str:
    """The icon of a paper or matter."""
    return ICONS.get(form_id, "document")


def matter_words(kind: str) -> str:
    """What one chooses when a case is begun."""
    return _told(_MATTERS.get(kind, kind))


def quick_words(kind: str) -> str:
    """The short name under which Today offers a matter."""
    return _told(_QUICK.get(kind, kind))


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
