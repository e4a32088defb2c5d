"""What several wrote on one item unseen, field beside field: told once, with one act to close it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.screens.layout import column, dotted
from app.screens.sync_fields import field_words, plain_words
from app.screens.sync_quarrels import state_words
from app.screens.sync_words import kind_words, when_words
from app.services import beside, disagreeing
from app.services.disagreeing import STATES
from app.widgets.buttons import Button
from app.widgets.card import Card
from app.widgets.labels import Icon, Label

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.beside import Beside, Part, Written

LONGEST: Final = 120  # signs of a value
PAIR: Final = 2


class BesideCard(Card):
    """One item with what each wrote; nothing is to be chosen.

    Signals:
        seen: Whoever looked says that it stays so.
    """

    seen = Signal()

    def __init__(self, desk: Desk, one: Beside) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._one = one
        theme = desk.theme
        inside = QWidget()
        rows = column(inside, spacing=4)
        rows.setContentsMargins(16, 12, 16, 12)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Icon(theme, "fork", 16, "muted"), 0, Qt.AlignmentFlag.AlignTop)
        what = dotted(one.title or kind_words(one.rec_type), one.party)
        title = self.tr("Written beside each other: {what}").format(what=what)
        head.addWidget(Label(theme, title, "strong", wrap=True), 1)
        rows.addLayout(head)
        rows.addWidget(Label(theme, self._note(), "small", "muted", wrap=True))
        for part in one.parts:
            rows.addSpacing(4)
            rows.addWidget(Label(theme, self._who(part), "label_lead", wrap=True))
            for written in part.values:
                rows.addWidget(Label(theme, self._value(written), "field", wrap=True))
            if part.more:
                more = self.tr("and %n more", None, part.more)
                rows.addWidget(Label(theme, more, "small", "muted"))
        foot = QHBoxLayout()
        said = self.tr("All of it stands; whoever writes on, having both, closes this too.")
        foot.addWidget(Label(theme, said, "small", "muted", wrap=True), 1)
        self.accept = Button(theme, self.tr("Seen, it stays so"), "secondary", "tick")
        self.accept.clicked.connect(self._say)
        foot.addWidget(self.accept)
        rows.addSpacing(4)
        rows.addLayout(foot)
        self.body.addWidget(inside)

    def _note(self) -> str:
        """Who may not have seen what whom wrote."""
        names = [self._name(part) for part in self._one.parts]
        if len(set(names)) != PAIR:
            return self.tr("Each may not have seen what the others wrote meanwhile.")
        return self.tr(
            "{one} may not have seen what {other} wrote meanwhile, nor {other} what {one} wrote."
        ).format(one=names[0], other=names[1])

    def _name(self, part: Part) -> str:
        return part.author or self.tr("Somebody not known here")

    def _who(self, part: Part) -> str:
        place = self.tr("this computer") if part.here else self.tr("another computer")
        time = when_words(part.at, self._desk.duty.now())
        return dotted(self._name(part), place, self.tr("Written {time}").format(time=time))

    def _value(self, written: Written) -> str:
        text = "" if written.value is None else str(written.value)
        text = disagreeing.veiled(written.field, text)
        if written.field in STATES:
            text = state_words(self._one.rec_type, text)
        text = plain_words(text)
        shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
        return self.tr("{what}: {value}").format(
            what=field_words(written.field, written.question), value=shown or self.tr("(empty)")
        )

    def _say(self) -> None:
        self.accept.setEnabled(False)
        self.seen.emit()


class BesideList(QWidget):
    """A card for each item on which several wrote unseen.

    Signals:
        decided: It was said that one stays so, or could not be: look again.
    """

    decided = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[Beside, ...] = ()
        self._rows = column(self, spacing=12)
        self.hide()

    def set_found(self, found: tuple[Beside, ...]) -> None:
        """Show these; the same ones stay as they are."""
        if found == self._shown:
            return
        self._shown = found
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in found:
            card = BesideCard(self._desk, one)
            card.seen.connect(partial(self._stays, one))
            self._rows.addWidget(card)
        self.setVisible(bool(found))

    def _stays(self, one: Beside) -> None:
        work = partial(beside.stays, act=self._desk.duty.act(), one=one)
        self._desk.jobs.write(work, done=self._done, failed=self._refused, initiator=self)

    def _done(self, _result: object) -> None:
        self.decided.emit()

    def _refused(self, error: Exception) -> None:
        for card in self.findChildren(BesideCard):
            card.accept.setEnabled(True)
        self._desk.tell(error)
        self.decided.emit()
