"""What has to be done, in words, by the kind of a follow-up."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.shell.noop import QT_TRANSLATE_NOOP

CONTEXT: Final = "follow_ups"
_WORDS: Final[Mapping[str, str]] = {
    "filing": QT_TRANSLATE_NOOP("follow_ups", "hand in the file of the citation"),
    "cash": QT_TRANSLATE_NOOP("follow_ups", "hand in the fine collected in cash"),
    "commitment": QT_TRANSLATE_NOOP("follow_ups", "see whether the commitment was kept"),
    "objection": QT_TRANSLATE_NOOP("follow_ups", "the party may object until then"),
    "objection-accept": QT_TRANSLATE_NOOP("follow_ups", "decide whether the objection is accepted"),
    "sample-return": QT_TRANSLATE_NOOP("follow_ups", "give back the rest of the samples"),
    "product-recheck": QT_TRANSLATE_NOOP("follow_ups", "re-check the product, with free samples"),
    "report": QT_TRANSLATE_NOOP("follow_ups", "the rectification report is due"),
}


def follow_up_words(kind: str) -> str:
    """What a follow-up of this kind asks one to do; empty for a kind that is not known."""
    source = _WORDS.get(kind)
    return QCoreApplication.translate(CONTEXT, source) if source else ""
