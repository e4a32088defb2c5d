"""Two values of one thing, each with who wrote it; one of them, or another, is to be chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.buttons import Button
from app.widgets.card import Card
from app.widgets.fields import Item, LineField, commit_input_method
from app.widgets.flow import Flow
from app.widgets.labels import Icon, Label
from app.widgets.option_rows import RadioRow, paint_mark
from app.widgets.woven import Woven, WovenChoice

TILE = 84
ANOTHER = 1000
"""The id, in the group, of the choice that is none of the values."""
WOVEN = 1001
"""The id of the text put together from two values."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value in words, who wrote it and when; ``used`` is shown until somebody decides.

    ``whole`` is all of a value that is too long for its tile.
    """

    value: str
    author: str
    when: str
    used: bool
    whole: str = ""


class ChoiceTile(QRadioButton):
    """One of the values, as a tile with its mark."""

    def __init__(self, theme: Theme, choice: Choice, words: tuple[str, str]) -> None:
        super().__init__(choice.value)
        self._theme = theme
        self._choice = choice
        self._words = words
        self.setFixedHeight(TILE)
        self.setMinimumWidth(220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{choice.value}, {choice.author}, {choice.when}")
        self.setToolTip(choice.whole or choice.value)
        theme.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, TILE)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        chosen = self.isChecked()
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = "accentsoft" if chosen else "hover" if self.underMouse() else "raised"
        paint.box(painter, self._theme, rect, ground, "accent" if chosen else "edge", 5.5)
        mark = QRectF(12, 14, 18, 18)
        paint_mark(painter, self._theme, mark, radio=True, chosen=chosen, able=self.isEnabled())
        note = self._words[0] if chosen else self._words[1]
        wide = paint.advance(self._theme.font("small_lead"), note)
        right = QRectF(rect.right() - 12 - wide, 12, wide + 1, 22)
        meaning = "accent" if chosen else "muted"
        paint.words(painter, self._theme, right, note, "small_lead", meaning)
        room = QRectF(38, 11, right.left() - 48, 24)
        paint.words(painter, self._theme, room, self._choice.value, "heading")
        line = QRectF(38, 36, rect.width() - 50, 20)
        paint.words(painter, self._theme, line, self._choice.author, "small", "muted")
        paint.words(
            painter, self._theme, line.translated(0, 20), self._choice.when, "small", "muted"
        )


class ConflictCard(Card):
    """What two wrote without having seen each other; nothing is lost whatever is chosen.

    ``note`` says what kind of dispute it is; where it is ``free`` another value may be written.
    ``woven`` is a text proposed in place of two: nothing takes it but a person.

    Signals:
        settled: The place of the value that is to stand, or -1 and what was written; and why.
    """

    settled = Signal(int, str, str)

    def __init__(  # noqa: PLR0913 - a dispute may have words of its own, a free line, a proposal
        self,
        theme: Theme,
        title: str,
        choices: Sequence[Choice],
        *,
        note: str = "",
        free: bool = False,
        woven: Woven | None = None,
    ) -> None:
        super().__init__(theme)
        self.set_edge("warnline")
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 12, 16, 4)
        row.setSpacing(8)
        row.addWidget(Icon(theme, "fork", 16, "warning"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(theme, title, "strong", wrap=True), 1)
        self.body.addWidget(head)
        if note:
            self.body.addWidget(_inset(Label(theme, note, "small", "muted", wrap=True)))
        tiles = QWidget()
        flow = Flow(2, below=8, parent=tiles)
        self._group = QButtonGroup(self)
        words = (self.tr("will be used"), self.tr("Use this one"))
        made = [ChoiceTile(theme, one, words) for one in choices]
        for place, (tile, choice) in enumerate(zip(made, choices, strict=True)):
            flow.addWidget(tile)
            self._group.addButton(tile, place)
            tile.setChecked(choice.used)
        self.body.addWidget(_inset(tiles))
        self.woven: WovenChoice | None = None
        if woven is not None:
            self.woven = WovenChoice(theme, woven)
            self._group.addButton(self.woven.chosen, WOVEN)
            self.body.addWidget(_inset(self.woven))
        self._add_another(theme, free=free)
        self.why = LineField(theme, self.tr("Why"), hint=self.tr("Why, in one sentence"))
        self.body.addWidget(_inset(self.why))
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(16, 4, 16, 12)
        said = self.tr(
            "Nothing is lost: what is not chosen, who decided and why stay in the history."
        )
        line.addWidget(Label(theme, said, "small", "muted", wrap=True), 1)
        self.accept = Button(theme, self.tr("Decide so"), "secondary")
        self.accept.clicked.connect(self._settle)
        line.addWidget(self.accept)
        self.body.addWidget(foot)

    def _add_another(self, theme: Theme, *, free: bool) -> None:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        self.another = RadioRow(theme, Item("", self.tr("Another value")), both)
        self._group.addButton(self.another, ANOTHER)
        self.written = LineField(theme, self.tr("Another value"))
        self.written.setEnabled(False)
        self.another.toggled.connect(self.written.setEnabled)
        self.another.picked.connect(self.written.setFocus)
        row.addWidget(self.another)
        row.addWidget(self.written, 1)
        holder = _inset(both)
        holder.setVisible(free)
        self.body.addWidget(holder)

    def _settle(self) -> None:
        commit_input_method()
        self.accept.setEnabled(False)
        place = self._group.checkedId()
        written = self.written.text()
        if place == WOVEN and self.woven is not None:
            written = self.woven.text.text()
        self.settled.emit(-1 if place in {ANOTHER, WOVEN} else place, written, self.why.text())


def _inset(widget: QWidget) -> QWidget:
    holder = QWidget()
    inside = QHBoxLayout(holder)
    inside.setContentsMargins(16, 4, 16, 4)
    inside.addWidget(widget)
    return holder
