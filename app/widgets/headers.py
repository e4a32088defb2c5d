"""Headers: a screen's title and facts, or inside a task its raised header with steps."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.buttons import Button
from app.widgets.chips import Chip, ChipLabel
from app.widgets.flow import Flow
from app.widgets.frame import Strip
from app.widgets.labels import Elided, Label, Line, Tile

TASK = 56


class ScreenHeader(QWidget):
    """Title in 20 / 600, one line of facts under it, acts at the right (``add_act``)."""

    def __init__(self, theme: Theme, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(12)
        self._tile = Tile(theme, "site", "accent", 48)
        self._tile.hide()
        row.addWidget(self._tile)
        words = QVBoxLayout()
        words.setSpacing(3)
        top = QHBoxLayout()
        top.setSpacing(12)
        self._title = Elided(theme, title, "title")
        self._chip = ChipLabel(theme)
        self._facts = Elided(theme, "", "label", "muted")
        top.addWidget(self._title)
        top.addWidget(self._chip)
        top.addStretch(1)
        words.addLayout(top)
        under = QHBoxLayout()
        under.setSpacing(12)
        under.addWidget(self._facts)
        under.addStretch(1)
        words.addLayout(under)
        self._top, self._under = top, under
        row.addLayout(words, 1)
        self._whole.addLayout(row, 1)
        self._acts = Flow(apart=8, below=8, middle=True)
        self._whole.addLayout(self._acts)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_header(self, title: str, facts: str = "", chip: Chip | None = None) -> None:
        """Show a title, the line of facts, and a state."""
        self._title.set_text(title)
        self._facts.set_text(facts)
        self._facts.setVisible(bool(facts))
        self._chip.set_chip(chip or Chip(""))
        self._fit()

    def set_tile(self, icon: str) -> None:
        """Show an icon tile of 48 before the title, "" for none."""
        self._tile.set_tile(icon, "accent")
        self._tile.setVisible(bool(icon))

    def add_act(self, widget: QWidget) -> None:
        """Put a button, a note or filters at the right."""
        self._acts.addWidget(widget)

    def _fit(self) -> None:
        """Put the acts below where they would cut the title or its facts, and the state as well."""
        tile = 60 if not self._tile.isHidden() else 0
        chip = 12 + self._chip.sizeHint().width() if not self._chip.isHidden() else 0
        crowded = tile + self._title.sizeHint().width() + chip > self.width()
        if crowded != (self._under.indexOf(self._chip) >= 0):
            (self._under if crowded else self._top).insertWidget(1, self._chip)
        words = max(self._title.sizeHint().width() + chip, self._facts.sizeHint().width())
        acts = self._acts.sizeHint().width()
        below = bool(acts) and tile + words + 24 + acts > self.width()
        way = QBoxLayout.Direction
        self._whole.setDirection(way.TopToBottom if below else way.LeftToRight)
        self._whole.setSpacing(8 if below else 12)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._fit()
        return super().event(event)


class ProgressLine(QWidget):
    """A line of 6 that fills with accent; the numbers stand beside it in words."""

    def __init__(self, theme: Theme, width: int = 120, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self.setFixedSize(width, 6)
        theme.changed.connect(self.update)

    def set_share(self, share: float) -> None:
        """Fill this share, 0 to 1."""
        self._share = share
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint.progress(QPainter(self), self._theme, QRectF(self.rect()), self._share)


class Steps(QWidget):
    """The steps of a task: done ones ticked, the current one filled, the rest pale."""

    def __init__(self, theme: Theme, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names = tuple(names)
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.set_current(0)

    def set_current(self, index: int) -> None:
        """Say which step we are at, from 0; the ones before are done."""
        self._current = index
        spoken = self.tr("Step {number} of {all}: {name}")
        name = self._names[index] if index < len(self._names) else ""
        self.setAccessibleName(spoken.format(number=index + 1, all=len(self._names), name=name))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        wide = 0.0
        for index, name in enumerate(self._names):
            wide += 26 + paint.advance(self._font(index), name) + (30 if index else 0)
        return QSize(round(wide + 1), 24)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        left = 0.0
        for index, name in enumerate(self._names):
            if index:
                mark = QRectF(left + 7, 5, 14, 14)
                self._theme.paint_icon(painter, mark, "chevron-right", "muted")
                left += 30
            left = self._paint_step(painter, left, index, name)

    def _paint_step(self, painter: QPainter, left: float, index: int, name: str) -> float:
        circle = QRectF(left, 2, 20, 20)
        here = index == self._current
        if index < self._current:
            self._theme.paint_icon(painter, circle.adjusted(1, 1, -1, -1), "tick-ring", "ok")
        else:
            paint.box(painter, self._theme, circle, "accent" if here else "border", radius=10)
            number = "onaccent" if here else "muted"
            paint.words(
                painter, self._theme, circle, str(index + 1), "small_strong", number, paint.CENTRE
            )
        wide = paint.advance(self._font(index), name)
        room = QRectF(left + 26, 0, wide + 1, 24)
        role = "label_strong" if here else "label"
        paint.words(painter, self._theme, room, name, role, "text" if here else "muted")
        return left + 26 + wide

    def _font(self, index: int) -> QFont:
        return self._theme.font("label_strong" if index == self._current else "label")


class TaskHeader(Strip):
    """Back, what and for whom, state, progress or steps, and acts at the right.

    Signals:
        left: Back was pressed.
    """

    left = Signal()

    def __init__(self, theme: Theme, back: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "raised", parent=parent)
        self.setFixedHeight(TASK)
        self.row.setContentsMargins(8, 0, 24, 0)
        self.row.setSpacing(12)
        self._back = Button(theme, back, "quiet", "chevron-left")
        self._back.clicked.connect(self.left)
        parting = Line(theme, "border", standing=True)
        parting.setFixedHeight(20)
        self._words = words = QVBoxLayout()
        words.setSpacing(0)
        self._title = Elided(theme, "", "heading")
        self._facts = Elided(theme, "", "small", "muted")
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        words.addStretch(1)
        self._chip = ChipLabel(theme)
        self._count = Label(theme, "", "label", "muted")
        self._progress = ProgressLine(theme)
        back_side = QHBoxLayout()
        back_side.setSpacing(8)
        back_side.addWidget(self._back)
        back_side.addWidget(parting)
        self.row.addLayout(back_side)
        self.row.addLayout(words)
        self.row.addWidget(self._chip)
        self.row.addStretch(1)
        self.row.addWidget(self._count)
        self.row.addWidget(self._progress)
        self.set_progress("", None)

    def set_header(self, title: str, facts: str = "", chip: Chip | None = None) -> None:
        """Say what is being done and for whom, and its state."""
        self._title.set_text(title)
        self._facts.set_text(facts)
        self._chip.set_chip(chip or Chip(""))

    def set_progress(self, words: str, share: float | None) -> None:
        """Say how far it is; None hides the line."""
        self._count.setText(words)
        self._count.setVisible(bool(words))
        self._progress.setVisible(share is not None)
        self._progress.set_share(share or 0.0)
        self._progress.setAccessibleName(words)

    def set_back(self, words: str) -> None:
        """Say where back leads."""
        self._back.set_words(words)

    def add_act(self, widget: QWidget) -> None:
        """Put steps, paging or buttons at the right."""
        self.row.addWidget(widget)

    def _fit(self) -> None:
        """Let the parts stand closer where they would cut the title; the facts give way first."""
        words = max(one.sizeHint().width() for one in (self._title, self._facts))
        needed = self._back.sizeHint().width() + words + 24
        parts = [item.widget() for at in range(self.row.count()) if (item := self.row.itemAt(at))]
        shown = [one for one in parts if one is not None and not one.isHidden()]
        needed += sum(one.sizeHint().width() for one in shown)
        tight = needed + (len(shown) + 3) * 12 > self.width()
        self.row.setSpacing(4 if tight else 12)
        self.row.setContentsMargins(0 if tight else 8, 0, 8 if tight else 24, 0)
        policy = QSizePolicy.Policy
        self._facts.setSizePolicy(policy.Ignored if tight else policy.Preferred, policy.Fixed)
        self.row.setStretchFactor(self._words, 100 if tight else 0)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._fit()
        return super().event(event)


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab of a card: its id, words and a faint count ("" for none)."""

    id: str
    words: str
    count: str = ""


class TabButton(QAbstractButton):
    """One tab, 40 high, with a line of 2 under the chosen one."""

    def __init__(self, theme: Theme, tab: Tab, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.tab = tab
        self.setText(tab.words)
        self.setAccessibleName(f"{tab.words} {tab.count}".strip())
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(40)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        wide = paint.advance(self._theme.font("strong"), self.tab.words)
        if self.tab.count:
            wide += 8 + paint.advance(self._theme.font("label"), self.tab.count)
        return QSize(round(wide + 1), 40)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        role = "strong" if chosen else "field"
        meaning = "text" if chosen or self.underMouse() else "muted"
        room = QRectF(0, 0, self.width(), 40)
        used = paint.words(painter, self._theme, room, self.tab.words, role, meaning)
        if self.tab.count:
            room.setLeft(used + 8)
            paint.words(painter, self._theme, room, self.tab.count, "label", "faint")
        if chosen:
            under = QRectF(0, 38, self.width(), 2)
            paint.line(painter, self._theme, under, "accent")


class Tabs(QWidget):
    """Tabs over a hairline; arrows move between them.

    Signals:
        chosen: The id of the tab.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: list[TabButton] = []
        self.setFixedHeight(40)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(24)
        self._row.addStretch(1)
        theme.changed.connect(self.update)

    def set_tabs(self, tabs: Sequence[Tab], current: str = "") -> None:
        """Offer these tabs."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [TabButton(self._theme, tab, self) for tab in tabs]
        for place, button in enumerate(self._buttons):
            button.clicked.connect(self._choose)
            self._row.insertWidget(place, button)
        self.set_current(current or (tabs[0].id if tabs else ""))

    def set_current(self, tab: str) -> None:
        """Show which tab is open."""
        for button in self._buttons:
            button.setChecked(button.tab.id == tab)

    def current(self) -> QWidget | None:
        """The button of the open tab, to be brought into sight."""
        return next((button for button in self._buttons if button.isChecked()), None)

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, TabButton):
            self.chosen.emit(button.tab.id)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        rect = QRectF(0, self.height() - 1, self.width(), 1)
        paint.line(QPainter(self), self._theme, rect, "border")
