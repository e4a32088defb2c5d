"""What two wrote at once, each to be decided, and what was decided lately."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.screens import rectify_words, sample_words
from app.screens.layout import column, dotted
from app.screens.sync_fields import field_words, plain_words
from app.screens.sync_words import kind_words, when_words
from app.screens.sync_woven import woven_of
from app.services import disagreeing, settling
from app.services.beside import ITEM
from app.services.disagreeing import DELETED, STATE, STATES
from app.services.settling import Decision
from app.widgets import chips
from app.widgets.card import Card, CardHead
from app.widgets.conflict import Choice, ConflictCard
from app.widgets.labels import Icon, Label

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.disagreeing import Quarrel, Side
    from app.services.settling import Settled

LONGEST: Final = 60  # signs of a value in dispute


class QuarrelList(QWidget):
    """A card for each dispute, and one for the last decisions.

    Signals:
        decided: a decision was written, or could not be: look again.
    """

    decided = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[tuple[Quarrel, ...], tuple[Settled, ...]] = ((), ())
        self._rows = column(self, spacing=12)
        self.hide()

    def set_quarrels(self, quarrels: tuple[Quarrel, ...], settled: tuple[Settled, ...]) -> None:
        """Show these; the same ones stay as they are, with what was typed."""
        if (quarrels, settled) == self._shown:
            return
        self._shown = (quarrels, settled)
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in quarrels:
            self._rows.addWidget(self._card(one))
        if settled:
            self._rows.addWidget(self._decisions(settled))
        self.setVisible(bool(quarrels or settled))

    def _card(self, one: Quarrel) -> ConflictCard:
        what = dotted(
            one.title or kind_words(one.rec_type),
            one.party,
            field_words(one.field, one.question) if one.field else "",
        )
        title, note = self._told(one)
        choices = [self._choice(one, side) for side in one.sides]
        card = ConflictCard(
            self._desk.theme,
            title.format(what=what),
            choices,
            note=note,
            free=one.free,
            woven=woven_of(one.proposal, choices) if one.proposal else None,
        )
        card.settled.connect(partial(self._settle, one))
        return card

    def _told(self, one: Quarrel) -> tuple[str, str]:
        """What kind of dispute it is: its title, and what it means."""
        if one.kind == DELETED:
            return (
                self.tr("Deleted by one, written on by another: {what}"),
                self.tr("It stays until somebody decides whether it is kept or deleted."),
            )
        if one.kind == STATE:
            return (
                self.tr("Two steps taken at once: {what}"),
                self.tr("Each was right when it was taken; only one of them can hold."),
            )
        return self.tr("Written in two places: {what}"), ""

    def _choice(self, one: Quarrel, side: Side) -> Choice:
        now = self._desk.duty.now()
        place = self.tr("this computer") if side.here else self.tr("another computer")
        author = side.author or self.tr("Somebody not known here")
        written = self.tr("Written {time}").format(time=when_words(side.at, now))
        if side.at_hub is None:
            known = self.tr("not at the bureau yet")
        else:
            known = self.tr("at the bureau by {time}").format(time=when_words(side.at_hub, now))
        value = value_words(one, side)
        return Choice(
            _short(value), dotted(author, place), dotted(written, known), side.shown, value
        )

    def _decisions(self, settled: tuple[Settled, ...]) -> Card:
        theme = self._desk.theme
        card = Card(theme)
        icon = Icon(theme, "scales", 16, "muted")
        card.body.addWidget(CardHead(theme, self.tr("Decided"), icon=icon))
        for one in settled:
            card.body.addWidget(self._decision(one))
        return card

    def _decision(self, one: Settled) -> QWidget:
        theme, kept = self._desk.theme, one.kept
        what = dotted(
            one.title or kind_words(kept.rec_type),
            one.party,
            field_words(kept.field, one.question) if kept.field not in {"", ITEM} else "",
        )
        chosen = disagreeing.veiled(kept.field, kept.chosen) or self.tr("(empty)")
        others = tuple(disagreeing.veiled_told(kept.field, one) for one in kept.others)
        if kept.field in STATES:
            chosen = state_words(kept.rec_type, kept.chosen)
            parts = (other.partition("·") for other in others)
            others = tuple(
                f"{state_words(kept.rec_type, state)}{dot}{rest}" for state, dot, rest in parts
            )
        if not kept.field:
            chosen = self.tr("kept") if kept.chosen else self.tr("deleted")
        if kept.field == ITEM:
            chosen = self.tr("seen, it stays so")
        time = when_words(kept.at, self._desk.duty.now()) if kept.at else ""
        inside = QWidget()
        lines = column(inside, spacing=2)
        lines.setContentsMargins(16, 0, 16, 10)
        bold = self.tr("{what}: {chosen}").format(what=what, chosen=_short(chosen))
        lines.addWidget(Label(theme, bold, "label_lead", wrap=True))
        said = dotted(one.person, time, kept.why)
        lines.addWidget(Label(theme, said, "small", "muted", wrap=True))
        if others:
            values = "; ".join(others)[:400]
            gone = self.tr("Not chosen: {values}").format(values=values)
            if kept.field == ITEM:
                gone = self.tr("Beside each other: {values}").format(values=values)
            lines.addWidget(Label(theme, gone, "small", "muted", wrap=True))
        return inside

    def _settle(self, quarrel: Quarrel, place: int, written: str, why: str) -> None:
        work = partial(
            settling.settle,
            act=self._desk.duty.act(),
            quarrel=quarrel,
            decision=Decision(place, written, why),
        )
        self._desk.jobs.write(work, done=self._done, failed=self._refused, initiator=self)

    def _done(self, _result: object) -> None:
        self.decided.emit()

    def _refused(self, error: Exception) -> None:
        for card in self.findChildren(ConflictCard):
            card.accept.setEnabled(True)
        self._desk.tell(error)
        self.decided.emit()


def _short(value: str) -> str:
    """A value as far as there is room for it."""
    return value if len(value) <= LONGEST else f"{value[:LONGEST]}…"


def value_words(one: Quarrel, side: Side) -> str:
    """A value as a person reads it."""
    if one.kind == DELETED:
        if side.value:
            return QCoreApplication.translate("sync", "Keep it, with what was written")
        return QCoreApplication.translate("sync", "Delete it")
    text = "" if side.value is None else str(side.value)
    if one.kind == STATE:
        return state_words(one.rec_type, text)
    text = plain_words(disagreeing.veiled(one.field, text))
    return text or QCoreApplication.translate("sync", "(empty)")


def state_words(rec_type: str, state: str) -> str:
    """A step of an item as a person reads it."""
    if rec_type == "finding":
        return rectify_words.state_words(state) or state
    if rec_type == "sample":
        return sample_words.state_words(state)
    return chips.state_words(state) if state in chips.STATES else state
