"""What a form asks for and this program does not do, said where the paper is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.widgets.bars import Message

if TYPE_CHECKING:
    from app.screens.fill_paper import Paper


def limits(paper: Paper) -> tuple[Message, ...]:
    """The messages of a paper; none for one that is only shown."""
    asked = any(action.kind == "odk:recordaudio" for action in paper.session.form.actions)
    if paper.readonly or not asked:
        return ()
    fact = QCoreApplication.translate("FillLimits", "No background recording")
    sentence = QCoreApplication.translate(
        "FillLimits",
        "This form asks for it; nothing is being recorded. Tell those present, then record with a "
        "sound question or add a file.",
    )
    seen = QCoreApplication.translate("FillLimits", "Got it")
    return (Message("record-audio", fact, sentence, "warning", "microphone", (("seen", seen),)),)
