"""Words of synchronisation: steps, items, fields, and why something is held back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.screens.layout import dotted
from app.screens.matter_words import icon_of
from app.services.context import CHINA
from app.services.sync_ledger import REST
from app.shell.noop import QT_TRANSLATE_NOOP
from app.widgets.chips import Chip
from app.widgets.ledger import DONE, OPEN, REFUSED, SKIPPED, LedgerRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from app.services.handed import Handed
    from app.services.sync_ledger import Line

CONTEXT: Final = "sync"

_CHIPS: Final[Mapping[str, tuple[str, str, str]]] = {
    "here": (QT_TRANSLATE_NOOP("sync", "Only here"), "warning", "server"),
    "stick": (QT_TRANSLATE_NOOP("sync", "On the stick"), "mute", "usb"),
    "received": (QT_TRANSLATE_NOOP("sync", "Received"), "accent", "tick-ring"),
    "adopted": (QT_TRANSLATE_NOOP("sync", "Adopted"), "ok", "tick-ring"),
    "held": (QT_TRANSLATE_NOOP("sync", "Held, to decide"), "danger", "lock"),
}
_STEPS: Final[Mapping[str, tuple[str, ...]]] = {
    "here": (DONE, OPEN, OPEN, OPEN, OPEN),
    "stick": (DONE, DONE, OPEN, OPEN, OPEN),
    "received": (DONE, SKIPPED, DONE, DONE, OPEN),
    "adopted": (DONE, SKIPPED, DONE, DONE, DONE),
    "held": (DONE, SKIPPED, DONE, REFUSED, OPEN),
}
_KINDS: Final[Mapping[str, str]] = {
    "record": QT_TRANSLATE_NOOP("sync", "Record"),
    "case": QT_TRANSLATE_NOOP("sync", "Case"),
    "enterprise": QT_TRANSLATE_NOOP("sync", "Enterprise"),
    "equipment": QT_TRANSLATE_NOOP("sync", "Special equipment"),
    "decision": QT_TRANSLATE_NOOP("sync", "A decision of the bureau"),
    REST: QT_TRANSLATE_NOOP("sync", "Settings, law, forms and numbers"),
}
_ICONS: Final[Mapping[str, str]] = {
    "case": "case",
    "enterprise": "site",
    "equipment": "lift",
    REST: "settings",
}
_REASONS: Final[Mapping[str, str]] = {
    "scope": QT_TRANSLATE_NOOP("sync", "It belongs to another jurisdiction."),
    "kind": QT_TRANSLATE_NOOP("sync", "The bureau's server is older than this program."),
    "type": QT_TRANSLATE_NOOP("sync", "The bureau's server is older than this program."),
    "authority": QT_TRANSLATE_NOOP("sync", "Only the bureau may write this."),
    "frozen": QT_TRANSLATE_NOOP("sync", "The paper was issued already and may not change."),
    "number": QT_TRANSLATE_NOOP("sync", "Its number stands on another paper as well."),
    "revoked": QT_TRANSLATE_NOOP("sync", "This computer's right had been withdrawn."),
    "with": QT_TRANSLATE_NOOP("sync", "It was written together with something that is held."),
    "quarantine": QT_TRANSLATE_NOOP("sync", "The bureau holds it back until it is decided on."),
    "rejected": QT_TRANSLATE_NOOP("sync", "The bureau decided that it stays out."),
    "lost": QT_TRANSLATE_NOOP("sync", "The bureau's server lost this when it was set back."),
}
_NEXT: Final[Mapping[str, str]] = {
    "scope": QT_TRANSLATE_NOOP("sync", "The section head hands it to where it belongs."),
    "kind": QT_TRANSLATE_NOOP("sync", "It is decided on once the server was brought up to date."),
    "type": QT_TRANSLATE_NOOP("sync", "It is decided on once the server was brought up to date."),
    "authority": QT_TRANSLATE_NOOP(
        "sync", "The bureau's own version stands; nothing is to be done."
    ),
    "frozen": QT_TRANSLATE_NOOP(
        "sync", "The issued paper stands. Begin a paper that corrects it if it must change."
    ),
    "number": QT_TRANSLATE_NOOP(
        "sync",
        "Both papers stay on file. Do not hand this one over until the section head has decided "
        "which of them keeps the number.",
    ),
    "revoked": QT_TRANSLATE_NOOP(
        "sync", "The section head looks at it; what is accepted counts as if it had come in time."
    ),
    "rejected": QT_TRANSLATE_NOOP("sync", "It stays readable here; ask the section head why."),
    "lost": QT_TRANSLATE_NOOP("sync", "What it was about is decided on once more."),
}
_PHASES: Final[Mapping[str, str]] = {
    "heads": QT_TRANSLATE_NOOP("sync", "Asking the bureau…"),
    "push": QT_TRANSLATE_NOOP("sync", "Sending: {done} of {whole} entries"),
    "files": QT_TRANSLATE_NOOP("sync", "Sending photos: {done} of {whole} KB"),
    "pull": QT_TRANSLATE_NOOP("sync", "Receiving: {done} of {whole} entries"),
    "numbers": QT_TRANSLATE_NOOP("sync", "Fetching document numbers…"),
}


def _told(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


def kind_words(kind: str) -> str:
    """What an item is called that has no words of its own."""
    return _told(_KINDS.get(kind, _KINDS[REST]))


def reason_words(reason: str) -> str:
    """Why something is held back."""
    other = QT_TRANSLATE_NOOP("sync", "This program does not understand it yet.")
    return _told(_REASONS.get(reason, other))


def next_words(reason: str) -> str:
    """What happens next with something that is held back."""
    other = QT_TRANSLATE_NOOP("sync", "The section head decides; the answer comes by itself.")
    return _told(_NEXT.get(reason, other))


def phase_words(phase: str, done: int, whole: int) -> str:
    """What the round under way is doing."""
    whole = max(done, whole)
    if phase == "files":
        done, whole = done // 1000, max(1, whole // 1000)
    return _told(_PHASES.get(phase, _PHASES["heads"])).format(done=done, whole=whole)


def when_words(at: dt.datetime, now: dt.datetime) -> str:
    """A moment as one says it: today by the clock, otherwise the day as well."""
    here, today = at.astimezone(CHINA), now.astimezone(CHINA).date()
    days = (today - here.date()).days
    clock = here.strftime("%H:%M")
    if days == 0:
        return clock
    if days == 1:
        return QCoreApplication.translate("sync", "yesterday {time}").format(time=clock)
    return here.strftime("%Y-%m-%d %H:%M")


def row_of(line: Line, now: dt.datetime) -> LedgerRow:
    """A line of the ledger as it is shown."""
    words, tone, icon = _CHIPS[line.state]
    chip = Chip(_told(words), tone, icon, tip=reason_words(line.reason) if line.reason else "")
    title = line.title or kind_words(line.kind)
    party = line.party
    if line.kind == REST:
        party = QCoreApplication.translate("sync", "%n item(s)", None, line.parts)
    mark = icon_of(line.form_id) if line.kind == "record" else _ICONS.get(line.kind, "document")
    second = dotted(party, when_words(line.at, now), files_words(*line.files))
    here, stick, *rest = _STEPS[line.state]
    steps = (here, DONE if line.stick else stick, *rest)
    return LedgerRow(f"{line.kind}:{line.id}", title, second, mark, steps, chip)


def files_words(there: int, whole: int) -> str:
    """How many of an item's photos and files the bureau has; nothing where there are none."""
    if not whole:
        return ""
    if there == whole:
        return QCoreApplication.translate("sync", "%n photo(s) and file(s)", None, whole)
    words = QCoreApplication.translate("sync", "{there} of {whole} photos and files at the bureau")
    return words.format(there=there, whole=whole)


def handed_words(one: Handed) -> str:
    """Where a record went or is from."""
    if one.here and one.recognised:
        words = QCoreApplication.translate("sync", "A result of {other}, recognised here")
    elif one.here:
        words = QCoreApplication.translate("sync", "Handed over by {other}")
    elif one.recognised:
        words = QCoreApplication.translate("sync", "Recognised by {other}; it stays here as it is")
    else:
        words = QCoreApplication.translate(
            "sync", "Handed over to {other}: it can be read here, and is changed there"
        )
    return words.format(other=one.other)


def step_names() -> tuple[str, ...]:
    """What the five steps are called over the rows."""
    return (
        QCoreApplication.translate("sync", "Here"),
        QCoreApplication.translate("sync", "Stick"),
        QCoreApplication.translate("sync", "Sent"),
        QCoreApplication.translate("sync", "Received"),
        QCoreApplication.translate("sync", "Adopted"),
    )
