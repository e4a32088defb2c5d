"""What to know of a paper before anything else, said above it: where it is from, what it cannot do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.screens.sync_words import handed_words
from app.services import handed
from app.services.context import CHINA
from app.widgets.bars import Message

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.screens.fill_paper import Paper


def origin(desk: Desk, paper: Paper) -> tuple[Message, ...]:
    """Where a paper came from, or went; none for one that was always here."""
    found = handed.of_record(desk.reader, paper.opened.record.id)
    if found is None:
        return ()
    seen = QCoreApplication.translate("FillLimits", "Got it")
    return (Message("handed", handed_words(found), found.why, "accent", "send", (("seen", seen),)),)


def doubted(desk: Desk, paper: Paper) -> tuple[Message, ...]:
    """That every day a paper counts may be wrong while this computer's clock is in doubt."""
    if paper.readonly or not desk.duty.clock_doubt:
        return ()
    time = desk.duty.now().astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
    fact = QCoreApplication.translate("FillLimits", "Is it {time} now?").format(time=time)
    sentence = QCoreApplication.translate(
        "FillLimits",
        "This computer's clock contradicts itself. Every day this paper counts, and the day it "
        "bears, may be wrong: check date and time first.",
    )
    seen = QCoreApplication.translate("FillLimits", "Got it")
    return (Message("clock", fact, sentence, "warning", "clock", (("seen", seen),)),)


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
