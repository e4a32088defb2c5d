"""What has to be done, in words, by the kind of a follow-up."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.shell.noop import QT_TRANSLATE_NOOP

CONTEXT: Final = "follow_ups"
_WORDS: Final[Mapping[str, str]] = {
    "filing": QT_TRANSLATE_NOOP("follow_ups", "hand in the file of the citation"),
    "cash": QT_TRANSLATE_NOOP("follow_ups", "hand in the fine collected in cash"),
    "bank": QT_TRANSLATE_NOOP("follow_ups", "see that the department pays the cash in"),
    "payment": QT_TRANSLATE_NOOP("follow_ups", "see whether the fine was paid in"),
    "service": QT_TRANSLATE_NOOP("follow_ups", "serve the paper by this day"),
    "interview": QT_TRANSLATE_NOOP("follow_ups", "hold the interview"),
    "second-notice": QT_TRANSLATE_NOOP("follow_ups", "send a second notice of the interview"),
    "credit-note": QT_TRANSLATE_NOOP("follow_ups", "note the refusal in the credit file"),
    "case-opening": QT_TRANSLATE_NOOP("follow_ups", "hand the violation over to open a case"),
    "hand-over": QT_TRANSLATE_NOOP("follow_ups", "hand what was seen over for an inspection"),
    "take-samples": QT_TRANSLATE_NOOP("follow_ups", "take the samples while the notice holds"),
    "materials": QT_TRANSLATE_NOOP("follow_ups", "take in the materials asked for"),
    "questioning": QT_TRANSLATE_NOOP("follow_ups", "hold the questioning"),
    "preservation": QT_TRANSLATE_NOOP(
        "follow_ups", "decide on the evidence preserved, or it is free"
    ),
    "order": QT_TRANSLATE_NOOP("follow_ups", "order what was not kept to be put right"),
    "focus": QT_TRANSLATE_NOOP("follow_ups", "put the unit on the list of more frequent checks"),
    "standing-still": QT_TRANSLATE_NOOP("follow_ups", "see whether the suspension has ended"),
    "commitment": QT_TRANSLATE_NOOP("follow_ups", "see whether the commitment was kept"),
    "recheck": QT_TRANSLATE_NOOP("follow_ups", "re-check what was reported put right"),
    "lead": QT_TRANSLATE_NOOP("follow_ups", "decide whether a case is filed"),
    "issue-notice": QT_TRANSLATE_NOOP("follow_ups", "issue the notice of the interview"),
    "issue-citation": QT_TRANSLATE_NOOP("follow_ups", "issue the on-the-spot decision"),
    "tell-maker": QT_TRANSLATE_NOOP("follow_ups", "tell the stated maker or its bureau"),
    "report-up": QT_TRANSLATE_NOOP("follow_ups", "report to the bureau above"),
    "approval": QT_TRANSLATE_NOOP("follow_ups", "have the measure approved"),
    "seizure": QT_TRANSLATE_NOOP("follow_ups", "the sealing or seizure ends: decide or release"),
    "register": QT_TRANSLATE_NOOP("follow_ups", "what the check saw is not in the register"),
    "objection": QT_TRANSLATE_NOOP("follow_ups", "the party may object until then"),
    "objection-accept": QT_TRANSLATE_NOOP("follow_ups", "decide whether the objection is accepted"),
    "retest": QT_TRANSLATE_NOOP("follow_ups", "have the spare tested by the other laboratory"),
    "sample-return": QT_TRANSLATE_NOOP("follow_ups", "give back the rest of the samples"),
    "report": QT_TRANSLATE_NOOP("follow_ups", "the rectification report is due"),
    "visit": QT_TRANSLATE_NOOP("follow_ups", "the inspection is planned for this day"),
    "accept": QT_TRANSLATE_NOOP("follow_ups", "tell whether the complaint is accepted"),
    "complaint": QT_TRANSLATE_NOOP("follow_ups", "handle the complaint and tell the consumer"),
    "mediation": QT_TRANSLATE_NOOP("follow_ups", "bring the mediation to its end"),
    "identity": QT_TRANSLATE_NOOP("follow_ups", "see whether the proof of identity came in"),
    "mediation-meeting": QT_TRANSLATE_NOOP("follow_ups", "hold the mediation"),
    "mediation-told": QT_TRANSLATE_NOOP("follow_ups", "tell both sides that the mediation ended"),
    "tell": QT_TRANSLATE_NOOP("follow_ups", "tell the reporter the result"),
    "review": QT_TRANSLATE_NOOP("follow_ups", "the chief quality officer's yearly review"),
    "announcement": QT_TRANSLATE_NOOP("follow_ups", "have the failed re-check announced"),
    "second-recheck": QT_TRANSLATE_NOOP("follow_ups", "second re-check"),
    "stop-business": QT_TRANSLATE_NOOP("follow_ups", "order the business to stop"),
    "assignment": QT_TRANSLATE_NOOP("follow_ups", "a task the bureau gave you"),
    "visit-approval": QT_TRANSLATE_NOOP("follow_ups", "have the urgent inspection approved"),
}


def follow_up_words(kind: str) -> str:
    """What a follow-up of this kind asks one to do; empty for a kind that is not known."""
    source = _WORDS.get(kind)
    return QCoreApplication.translate(CONTEXT, source) if source else ""
