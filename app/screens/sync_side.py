"""The side column of synchronisation: the clock beside the bureau's, what is held, the health."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.screens.layout import column, dotted
from app.screens.place import Place
from app.screens.sentences import sentence
from app.screens.sync_words import handed_words, kind_words, next_words, reason_words, when_words
from app.widgets.card import Card, CardHead
from app.widgets.facts import Fact, FactList
from app.widgets.labels import Icon, Label

if TYPE_CHECKING:
    import datetime as dt

    from app.screens.desk import Desk
    from app.services.contact import Contact
    from app.services.disagreeing import Kept
    from app.services.handed import Handed
    from app.services.health import Health

LITTLE: Final = 2_000  # milliseconds two clocks may differ without a word
MUCH: Final = 120_000  # from here on it is a warning
SHOWN: Final = 4


class ClockCard(Card):
    """How far this computer's clock is from the bureau's."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        theme = desk.theme
        self._head = CardHead(
            theme, self.tr("Clock difference"), icon=Icon(theme, "clock", 16, "muted")
        )
        self._words = Label(theme, "", "small", "muted", wrap=True)
        self.body.addWidget(self._head)
        self.body.addWidget(_inside(self._words))

    def set_ahead(self, contact: Contact | None, now: dt.datetime) -> None:
        """Show it as of the last contact; without one the card is not there."""
        met = contact.at if contact is not None else None
        self.setVisible(met is not None)
        if contact is None or met is None:
            return
        ahead = contact.ahead_ms
        length = _length(abs(ahead))
        if abs(ahead) < LITTLE:
            note = self.tr("the same")
        elif ahead > 0:
            note = self.tr("{length} fast").format(length=length)
        else:
            note = self.tr("{length} slow").format(length=length)
        self._head.note.setText(note)
        self._head.note.set_meaning("warning" if abs(ahead) >= MUCH else "muted")
        words = self.tr(
            "As of {time}, by the bureau's clock. Records stay valid: their order follows who had "
            "seen what, not the clock."
        )
        much = sentence("hub-clock", {})[1] if abs(ahead) >= MUCH else ""
        self._words.setText(f"{words.format(time=when_words(met, now))} {much}".rstrip())


class HeldCard(Card):
    """What is held back, here or at the bureau, and why; nothing is thrown away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self.hide()

    def set_held(self, held: tuple[Kept, ...]) -> None:
        """Show these; without any the card is not there."""
        self.clear()
        self.setVisible(bool(held))
        theme = self._desk.theme
        title = self.tr("%n item(s) held back", None, len(held))
        self.body.addWidget(CardHead(theme, title, icon=Icon(theme, "lock", 16, "danger")))
        now = self._desk.duty.now()
        seen: set[tuple[str, str, str]] = set()
        for one in held:
            key = (one.title, one.party, one.reason)
            if one.reason == "with" or key in seen or len(seen) == SHOWN:
                continue
            seen.add(key)
            name = dotted(one.title or kind_words(one.kind), one.party)
            inside = QWidget()
            lines = column(inside, spacing=2, margin=0)
            lines.setContentsMargins(16, 0, 16, 10)
            lines.addWidget(Label(theme, name, "label_lead", wrap=True))
            said = f"{reason_words(one.reason)} {next_words(one.reason)}"
            lines.addWidget(Label(theme, said, "small", "muted", wrap=True))
            by = dotted(one.author, when_words(one.at, now))
            lines.addWidget(Label(theme, by, "small", "muted", wrap=True))
            self.body.addWidget(inside)
        words = self.tr("The content is kept in full.")
        self.body.addWidget(_inside(Label(theme, words, "small", "muted", wrap=True)))


class HandedCard(Card):
    """What left for another jurisdiction or came from one, and why; nothing ever just vanishes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self.hide()

    def set_handed(self, handed: tuple[Handed, ...]) -> None:
        """Show these; without any the card is not there."""
        self.clear()
        self.setVisible(bool(handed))
        theme, now = self._desk.theme, self._desk.duty.now()
        icon = Icon(theme, "send", 16, "muted")
        self.body.addWidget(CardHead(theme, self.tr("Handed over"), icon=icon))
        for one in handed[:SHOWN]:
            inside = QWidget()
            lines = column(inside, spacing=2)
            lines.setContentsMargins(16, 0, 16, 10)
            name = dotted(one.title or kind_words(one.rec_type), one.party)
            lines.addWidget(Label(theme, name, "label_lead", wrap=True))
            lines.addWidget(Label(theme, handed_words(one), "small", "muted", wrap=True))
            said = dotted(one.why, when_words(one.at, now))
            lines.addWidget(Label(theme, said, "small", "muted", wrap=True))
            self.body.addWidget(inside)


class HealthCard(Card):
    """The quick figures of the data on this computer, as in the settings."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        theme = desk.theme
        head = CardHead(
            theme,
            self.tr("This computer's data"),
            link=self.tr("Check"),
            icon=Icon(theme, "pulse", 16, "muted"),
        )
        head.opened.connect(partial(desk.go, Place("settings", spot="health")))
        self._facts = FactList(theme, 124)
        self.body.addWidget(head)
        self.body.addWidget(_inside(self._facts))

    def set_health(self, found: Health, now: dt.datetime) -> None:
        """Show the figures."""
        free = self.tr("{count} GB").format(count=round(found.disk_free / 1e9, 1))
        backup = self.tr("none yet") if found.backup is None else when_words(found.backup, now)
        gaps = len(found.gaps)
        told = self.tr("%n unaccounted for", None, gaps) if gaps else self.tr("all accounted for")
        self._facts.set_facts(
            (
                Fact(self.tr("Journal entries"), f"{found.operations:,}"),
                Fact(self.tr("Free on the disk"), free, meaning=_meaning(bad=found.disk_low)),
                Fact(self.tr("Last backup"), backup, meaning=_meaning(bad=found.backup_old)),
                Fact(self.tr("Document numbers"), told, meaning=_meaning(bad=gaps > 0)),
            )
        )


def _meaning(*, bad: bool) -> str:
    return "warning" if bad else "text"


def _inside(widget: QWidget) -> QWidget:
    holder = QWidget()
    lines = column(holder, spacing=0)
    lines.setContentsMargins(16, 0, 16, 12)
    lines.addWidget(widget)
    return holder


def _length(milliseconds: int) -> str:
    minutes, seconds = divmod(round(milliseconds / 1000), 60)
    if minutes >= 2 * 60:
        return QCoreApplication.translate("sync", "%n hour(s)", None, round(minutes / 60))
    if minutes:
        words = QCoreApplication.translate("sync", "{minutes} min {seconds} s")
        return words.format(minutes=minutes, seconds=seconds)
    return QCoreApplication.translate("sync", "%n second(s)", None, seconds)
