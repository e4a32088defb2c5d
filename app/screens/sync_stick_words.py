"""Words of the stick: what lies on it, what was written, what its answer brought, what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.screens.desk import Note
from app.screens.layout import dotted
from app.screens.sentences import sentence
from app.screens.sentences_sync import link_code, witness_code
from app.screens.sync_words import when_words
from db.errors import MachineError

if TYPE_CHECKING:
    import datetime as dt

    from app.services.bundle_answers import Taken
    from app.services.bundles import Written
    from app.services.stick import Carried
    from app.services.sync_board import Offer

CONTEXT: Final = "stick"
FROM: Final = "stick-"


def bytes_words(count: int) -> str:
    """A size as one says it."""
    if count >= 10**9:
        words, unit = QCoreApplication.translate(CONTEXT, "{count} GB"), 10**9
    elif count >= 10**6:
        words, unit = QCoreApplication.translate(CONTEXT, "{count} MB"), 10**6
    else:
        words, unit = QCoreApplication.translate(CONTEXT, "{count} KB"), 10**3
    return words.format(count=round(count / unit, 1))


def holding_words(offer: Offer) -> str:
    """What a bundle written now would hold."""
    told = offer.waiting
    if not told.operations and not told.files:
        return QCoreApplication.translate(
            CONTEXT,
            "All you wrote is at the bureau. A bundle still fetches what others wrote there.",
        )
    items = QCoreApplication.translate(CONTEXT, "%n item(s)", None, offer.items)
    entries = QCoreApplication.translate(CONTEXT, "%n entry(s)", None, told.operations)
    files = QCoreApplication.translate(CONTEXT, "%n photo(s) and file(s)", None, told.files)
    size = QCoreApplication.translate(CONTEXT, "about {size}, encrypted")
    parts = [
        items if offer.items else "",
        entries if told.operations else "",
        files if told.files else "",
        size.format(size=bytes_words(told.size)),
    ]
    return dotted(*parts)


def written_words(last: Carried, now: dt.datetime) -> str:
    """When the last bundle was written, and whether its answer came back."""
    if last.answered:
        words = QCoreApplication.translate(
            CONTEXT, "Last written {time} on {volume}; answered {answered}."
        )
    else:
        words = QCoreApplication.translate(
            CONTEXT,
            "Last written {time} on {volume}. On the stick is not at the bureau yet: take it "
            "there, and bring its answer back.",
        )
    answered = when_words(last.answered, now) if last.answered else ""
    return words.format(time=when_words(last.at, now), volume=last.volume or "—", answered=answered)


def written_note(done: Written) -> Note:
    """What to say of a bundle that was written and read back."""
    bold = QCoreApplication.translate(CONTEXT, "The bundle is on the stick, read back and compared")
    if done.left:
        words = QCoreApplication.translate(
            CONTEXT,
            "%n photo(s) or file(s) are not on it: they are not on this computer or there was no "
            "room in one bundle. They follow in the next.",
            None,
            done.left,
        )
        return Note("warning", bold, words, id="stick", icon="usb", here=True)
    words = QCoreApplication.translate(
        CONTEXT, "{name}: hand it in at the bureau and bring the answer back on the same stick."
    )
    return Note("ok", bold, words.format(name=done.path.name), id="stick", icon="usb", here=True)


def taken_note(told: Taken) -> Note:
    """What the bureau's answer brought; the gravest first."""
    if told.status == "revoked":
        return _note("warning", *sentence(link_code("revoked"), {}))
    if told.witness:
        return _note("danger", *sentence(witness_code(told.witness), {}))
    if told.refused:
        code = link_code(min(told.refused.values()))
        return _note("warning", *sentence(code, {"code": code}))
    if not (told.sent or told.taken):
        bold = QCoreApplication.translate(CONTEXT, "This answer brings nothing new")
        words = QCoreApplication.translate(
            CONTEXT, "It was taken in before, or the line was quicker. Nothing was doubled."
        )
        return _note("ok", bold, words)
    bold = QCoreApplication.translate(CONTEXT, "The bureau has answered")
    sent = QCoreApplication.translate(CONTEXT, "%n entry(ies) received there", None, told.sent)
    files = QCoreApplication.translate(CONTEXT, "%n photo(s) and file(s) kept", None, told.files)
    held = QCoreApplication.translate(CONTEXT, "%n held for a decision", None, told.held)
    taken = QCoreApplication.translate(CONTEXT, "%n of others taken in here", None, told.taken)
    words = dotted(
        sent if told.sent else "",
        files if told.files else "",
        held if told.held else "",
        taken if told.taken else "",
    )
    return _note("warning" if told.held else "ok", bold, words)


def stick_note(error: Exception) -> Note | None:
    """What to say where the stick itself failed; None for another error."""
    if not isinstance(error, MachineError) or not error.facts.get("on_stick"):
        return None
    return _note("warning", *sentence(FROM + error.code, error.facts))


def _note(tone: str, bold: str, words: str) -> Note:
    return Note(tone, bold, words, id="stick", icon="usb", here=True)
