"""Choices one below the other: radio rows for one, check rows for several."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QGridLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.fields import Item

ROW = 40
MARK = 18
SHORT = 14  # characters: choices this short stand in two columns


class RadioRow(QRadioButton):
    """One of several, of which one holds."""

    def __init__(self, theme: Theme, item: Item, parent: QWidget) -> None:
        super().__init__(item.words, parent)
        self._theme = theme
        self.item = item
        prepare(self, item)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def sizeHint(self) -> QSize:
        return row_size(self._theme, self.item)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_row(self, self._theme, self.item, radio=True)


class CheckRow(QCheckBox):
    """One of several, of which any number hold; Space and Enter switch it."""

    def __init__(self, theme: Theme, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(item.words, parent)
        self._theme = theme
        self.item = item
        prepare(self, item)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def sizeHint(self) -> QSize:
        return row_size(self._theme, self.item)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_row(self, self._theme, self.item, radio=False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


def prepare(row: QAbstractButton, item: Item) -> None:
    """Give a row its name, height and pointer."""
    row.setAccessibleName(f"{item.words} {item.second}".strip())
    row.setMinimumHeight(ROW)
    row.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    row.setCursor(Qt.CursorShape.PointingHandCursor)


def row_size(theme: Theme, item: Item) -> QSize:
    """How large a row is with its words."""
    wide = 12 + MARK + 8 + paint.advance(theme.font("lead"), item.words) + 12
    if item.second:
        wide += 8 + paint.advance(theme.font("small"), item.second)
    return QSize(round(wide), ROW)


def paint_row(row: QAbstractButton, theme: Theme, item: Item, *, radio: bool) -> None:
    """Paint mark and words; a chosen row is soft with its word in accent."""
    painter = QPainter(row)
    paint.smooth(painter)
    chosen, able = row.isChecked(), row.isEnabled()
    rect = QRectF(row.rect())
    if chosen:
        paint.box(painter, theme, rect.adjusted(0, 1, 0, -1), "accentsoft")
    elif row.underMouse() and able:
        paint.box(painter, theme, rect.adjusted(0, 1, 0, -1), "hover")
    mark = QRectF(12, rect.center().y() - MARK / 2, MARK, MARK).adjusted(1, 1, -1, -1)
    edge = "accent" if chosen else "strong" if able else "edge"
    painter.setPen(QPen(theme.colour(edge), 1.5))
    painter.setBrush(theme.colour("accent" if chosen and not radio else "raised"))
    if radio:
        painter.drawEllipse(mark)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(mark.adjusted(4, 4, -4, -4))
    else:
        painter.drawRoundedRect(mark, 3, 3)
        if chosen:
            theme.paint_icon(painter, mark.adjusted(1, 1, -1, -1), "tick", "onaccent")
    room = QRectF(12 + MARK + 8, 0, rect.width() - 50, rect.height())
    role, meaning = ("lead", "accent") if chosen else ("field", "text" if able else "muted")
    used = paint.words(painter, theme, room, item.words, role, meaning)
    if item.second:
        room.setLeft(room.left() + used + 8)
        paint.words(painter, theme, room, item.second, "small", "muted")


class OptionList(QWidget):
    """The rows; short ones in two columns.

    Signals:
        chosen: The value, or the values parted by spaces in the order offered.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str = "", *, several: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._several = several
        self._readonly = False
        self._items: tuple[Item, ...] = ()
        self._rows: list[RadioRow | CheckRow] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setHorizontalSpacing(8)
        self.setAccessibleName(name)
        theme.changed.connect(self.update)

    @property
    def value(self) -> str:
        """What is chosen."""
        return " ".join(row.item.value for row in self._rows if row.isChecked())

    def set_items(self, items: Sequence[Item]) -> None:
        """Offer these; rows are only rebuilt when they differ."""
        if tuple(items) == self._items:
            return
        value = self.value
        self._items = tuple(items)
        for row in self._rows:
            self._grid.removeWidget(row)
            row.hide()
            row.deleteLater()
        make = CheckRow if self._several else RadioRow
        self._rows = [make(self._theme, item, self) for item in items]
        columns = (
            2 if items and max(len(item.words + item.second) for item in items) <= SHORT else 1
        )
        for place, row in enumerate(self._rows):
            row.setEnabled(not self._readonly)
            row.clicked.connect(self._take)
            self._grid.addWidget(row, place // columns, place % columns)
        if self._rows:
            self.setFocusProxy(self._rows[0])
        self.set_value(value)

    def set_value(self, value: str) -> None:
        """Show what is chosen without saying that a person chose it."""
        wanted = set(value.split(" ")) - {""}
        for row in self._rows:
            row.setAutoExclusive(False)
            row.setChecked(row.item.value in wanted)
            row.setAutoExclusive(not self._several)

    def set_readonly(self, readonly: bool) -> None:  # noqa: FBT001 - a setter
        """Show the choice without letting anyone change it."""
        self._readonly = readonly
        for row in self._rows:
            row.setEnabled(not readonly)

    def _take(self) -> None:
        self.chosen.emit(self.value)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ours = event.key() == Qt.Key.Key_Backspace and not self._several and not self._readonly
        if ours and self.value:
            self.set_value("")
            self.chosen.emit("")
        else:
            super().keyPressEvent(event)
