"""The rows of a register: tile, name, one muted line, and a chip; painted for any model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.widgets import paint
from app.widgets.chips import Chip, chip_width, paint_chip
from app.widgets.labels import paint_tile
from app.widgets.outline import Index, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QAbstractItemModel, QModelIndex
    from PySide6.QtGui import QKeyEvent, QPainter

    from app.shell.theme import Theme

HEIGHT = 60


@dataclass(frozen=True, slots=True)
class Line:
    """How one row is shown."""

    title: str
    second: str = ""
    icon: str = "site"
    chip: Chip | None = None
    at_right: str = ""


class RegisterDelegate(QStyledItemDelegate):
    """Paints a row of a model through a function that says how it is shown."""

    def __init__(self, theme: Theme, show: Callable[[Any], Line], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._show = show

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(320, HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if row is None:
            return
        line = self._show(row)
        theme = self._theme
        painter.save()
        paint.smooth(painter)
        rect = QRectF(option.rect)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accentsoft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        tile = QRectF(rect.left() + 12, rect.top() + 12, 36, 36)
        paint_tile(painter, theme, tile, line.icon, "accent")
        right = rect.right() - 16
        if line.chip is not None:
            wide = chip_width(theme, line.chip)
            place = QRectF(right - wide, rect.center().y() - 12, wide, 24)
            paint_chip(painter, theme, place, line.chip)
            right = place.left() - 12
        if line.at_right:
            wide = paint.advance(theme.font("label"), line.at_right) + 2
            place = QRectF(right - wide, rect.top(), wide, rect.height())
            paint.words(painter, theme, place, line.at_right, "label", "muted", paint.RIGHT)
            right = place.left() - 12
        left = tile.right() + 12
        title = QRectF(left, rect.top() + 9, right - left, 21)
        paint.words(painter, theme, title, line.title, "lead")
        second = QRectF(left, rect.top() + 31, right - left, 18)
        middle = Qt.TextElideMode.ElideMiddle
        paint.words(painter, theme, second, line.second, "small", "muted", elide=middle)
        hair = QRectF(left, rect.bottom() - 1, rect.right() - left, 1)
        paint.line(painter, theme, hair, "line")
        painter.restore()


class RegisterList(QListView):
    """A long list of one kind of thing; Enter or a click opens it.

    Signals:
        opened: The row's number.
    """

    opened = Signal(int)

    def __init__(
        self,
        theme: Theme,
        model: QAbstractItemModel,
        show: Callable[[Any], Line],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(RegisterDelegate(theme, show, self))
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        plain(self)
        self.clicked.connect(self._open)
        theme.changed.connect(self.viewport().update)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
