"""What is said when the program begins: what was recovered, and what is doubtful about the place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.screens.desk import Note
from app.screens.layout import dotted
from app.screens.place import Place
from app.services.context import CHINA

if TYPE_CHECKING:
    import datetime as dt

    from app.screens.desk import Desk
    from app.services.records import Recovered
    from app.shell.clock import Doubt
    from app.shell.disk import DiskState

translate = QCoreApplication.translate


def tell_recovered(desk: Desk, found: tuple[Recovered, ...]) -> None:
    """Say by name and time what was recovered after a crash; nothing after a clean end."""
    if not found:
        return
    first = found[0]
    until = first.until.astimezone(CHINA).strftime("%H:%M:%S")
    bold = translate("recovery", "%n draft(s) recovered", None, len(found))
    sentence = translate(
        "recovery", "{what}: everything up to {time} is here. Nothing that was saved is missing."
    ).format(what=dotted(first.enterprise, first.title), time=until)
    acts = (
        (
            translate("recovery", "Go on filling in"),
            partial(desk.go, Place("fill", first.record_id)),
        ),
        (translate("recovery", "Got it"), _nothing),
    )
    desk.say(Note("warning", bold, sentence, acts, id="recovered", icon="undo"))


def tell_disk(desk: Desk, state: DiskState) -> None:
    """Warn of little room, and of a folder that something else copies or that may go away."""
    if state.low:
        free = f"{state.free / 1e9:.1f}"
        sentence = translate(
            "place",
            "{free} GB are free. Photos may soon not be kept: make room before the next visit.",
        ).format(free=free)
        bold = translate("place", "The disk is nearly full")
        desk.say(Note("warning", bold, sentence, _health(desk), id="disk"))
    if state.kind == "cloud":
        bold = translate("place", "The data lie in a synchronised folder")
        sentence = translate(
            "place",
            "{name} may copy the database while it is being written and spoil it. Move the folder "
            "to a place of this computer only.",
        ).format(name=state.name)
        desk.say(Note("warning", bold, sentence, _health(desk), id="folder"))
    elif state.kind == "network":
        bold = translate("place", "The data lie on a network drive")
        sentence = translate(
            "place",
            "If {name} goes away while something is saved, the last words may be lost. Move the "
            "folder to this computer.",
        ).format(name=state.name)
        desk.say(Note("warning", bold, sentence, _health(desk), id="folder"))


def offer_hub(desk: Desk) -> None:
    """Offer, at the first start, to connect with the bureau; it can be done at any time."""
    bold = translate("place", "Has the bureau given you a code?")
    sentence = translate(
        "place",
        "With it this computer sends what you record by itself. Without it everything stays here.",
    )
    acts = (
        (translate("place", "Connect"), partial(desk.go, Place("settings", spot="hub"))),
        (translate("place", "Later"), _nothing),
    )
    desk.say(Note("accent", bold, sentence, acts, id="hub", icon="link"))


def tell_doubt(desk: Desk, found: Doubt) -> None:
    """Say that the clock contradicts itself or what was recorded; papers will say so too."""
    desk.duty.doubt_clock(True)
    bold = translate("place", "This computer's clock is in doubt")
    if found.code == "behind":
        sentence = translate(
            "place",
            "It is {by} behind the last entry recorded here. Put it right before anything is "
            "dated; until then deadlines count from a doubtful day.",
        )
    else:
        sentence = translate(
            "place",
            "It jumped by {by}. Check date and time before anything is dated; the order of the "
            "entries does not depend on it.",
        )
    words = sentence.format(by=_length(found.by))
    acts = ((translate("place", "I have checked it"), partial(desk.duty.doubt_clock, False)),)
    desk.say(Note("warning", bold, words, acts, id="clock", icon="clock"))


def _length(by: dt.timedelta) -> str:
    minutes = round(abs(by.total_seconds()) / 60)
    if minutes >= 2 * 24 * 60:
        return translate("place", "%n day(s)", None, round(minutes / 24 / 60))
    if minutes >= 2 * 60:
        return translate("place", "%n hour(s)", None, round(minutes / 60))
    return translate("place", "%n minute(s)", None, max(minutes, 1))


def _health(desk: Desk) -> tuple[tuple[str, partial[None]], ...]:
    return (
        (translate("place", "Show"), partial(desk.go, Place("settings", spot="health"))),
        (translate("place", "Got it"), partial(_nothing)),
    )


def _nothing() -> None:
    """An act that only puts the message away."""
