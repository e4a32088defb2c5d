"""Drafts to go on with, and the rows that start something new."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.card import Card

DRAFT = 71
QUICK = 40


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft: what, for whom and when, how far (``18 / 32``), and the share done."""

    id: str
    title: str
    second: str
    count: str
    share: float


@dataclass(frozen=True, slots=True)
class Quick:
    """Something to start: words, icon, and the digit pressed with Alt."""

    id: str
    words: str
    icon: str
    digit: str = ""


class Row(QAbstractButton):
    """A whole row that is pressed; Up and Down move between rows."""

    def __init__(self, theme: Theme, words: str, high: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(words)
        self.setAccessibleName(words)
        self.setFixedHeight(high)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class DraftRow(Row):
    """One draft with its progress line."""

    def __init__(self, theme: Theme, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(theme, draft.title, DRAFT, parent)
        self.draft = draft
        self.setAccessibleName(f"{draft.title}, {draft.second}, {draft.count}")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        rect = QRectF(self.rect())
        if self.underMouse():
            paint.box(painter, self._theme, rect.adjusted(1, 1, -1, -1), "hover")
        left, right = 12.0, rect.right() - 12
        title = QRectF(left, 10, right - left - 24, 21)
        paint.words(painter, self._theme, title, self.draft.title, "lead")
        mark = QRectF(right - 16, 12, 16, 16)
        self._theme.paint_icon(painter, mark, "chevron-right", "muted")
        role = "small_lead"
        wide = paint.advance(self._theme.font(role), self.draft.count)
        count = QRectF(right - wide - 1, 33, wide + 1, 18)
        paint.words(painter, self._theme, count, self.draft.count, role, "muted", paint.RIGHT)
        second = QRectF(left, 33, count.left() - left - 8, 18)
        middle = Qt.TextElideMode.ElideMiddle
        paint.words(painter, self._theme, second, self.draft.second, "small", "muted", elide=middle)
        track = QRectF(left, 58, right - left, 4)
        paint.progress(painter, self._theme, track, self.draft.share)


class DraftList(Card):
    """The drafts in one card.

    Signals:
        opened: The draft's id.
    """

    opened = Signal(str)

    def set_drafts(self, drafts: Sequence[Draft]) -> None:
        """Show these drafts."""
        self.clear()
        for draft in drafts:
            row = DraftRow(self._theme, draft)
            row.clicked.connect(self._open)
            self.add_row(row)

    def _open(self) -> None:
        row = self.sender()
        if isinstance(row, DraftRow):
            self.opened.emit(row.draft.id)


class QuickRow(Row):
    """One thing to start, 40 high, a card of its own."""

    def __init__(self, theme: Theme, quick: Quick, parent: QWidget | None = None) -> None:
        super().__init__(theme, quick.words, QUICK, parent)
        self.quick = quick

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        rect = QRectF(self.rect())
        ground = "sunken" if self.isDown() else "hover" if self.underMouse() else "raised"
        paint.box(painter, self._theme, rect, ground, "border", 7.5)
        self._theme.paint_icon(painter, QRectF(11, 10, 20, 20), self.quick.icon, "accent")
        room = QRectF(42, 0, rect.width() - 70, QUICK)
        paint.words(painter, self._theme, room, self.quick.words, "lead")
        digit = rect.adjusted(0, 0, -12, 0)
        paint.words(painter, self._theme, digit, self.quick.digit, "small", "muted", paint.RIGHT)


class QuickStart(QWidget):
    """What may be started, one below the other; Alt and a digit press a row.

    Signals:
        started: The id of what is to be started.
    """

    started = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def set_quick(self, quick: Sequence[Quick]) -> None:
        """Offer these."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for each in quick:
            row = QuickRow(self._theme, each)
            if each.digit:
                row.setShortcut(f"Alt+{each.digit}")
            row.clicked.connect(self._start)
            self._column.addWidget(row)

    def _start(self) -> None:
        row = self.sender()
        if isinstance(row, QuickRow):
            self.started.emit(row.quick.id)
