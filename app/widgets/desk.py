"""Pages on the desk: thumbnails at the left and one page in view."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.ink import Ink
from app.widgets.page_view import Page, PageView

THUMB = 80


class Thumb(QAbstractButton):
    """A page's thumbnail, 80 wide, and its name below."""

    def __init__(self, theme: Theme, page: Page, index: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = page
        self._small = QPixmap()
        self.index = index
        self.setText(page.name)
        self.setAccessibleName(page.name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        high = round(THUMB * page.height / max(page.width, 1))
        self.setFixedSize(QSize(THUMB + 16, high + 34))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _scaled(self, size: QSize) -> QPixmap:
        wanted = size * self.devicePixelRatioF()
        if self._small.size() != wanted:
            self._small = self._page.picture.scaled(
                wanted,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        return self._small

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        high = self.height() - 34
        sheet = QRectF(8, 4, THUMB, high)
        picture = self._scaled(QSize(THUMB, high))
        painter.drawPixmap(sheet, picture, QRectF(picture.rect()))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(sheet, self._theme.colour("paper"))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        if self.isChecked():
            frame = sheet.adjusted(-4, -4, 4, 4)
            paint.box(painter, self._theme, frame, "", "accent", 4, 2)
        else:
            paint.box(painter, self._theme, sheet, "", "border", 0)
        meaning = "accent" if self.isChecked() else "muted"
        room = QRectF(0, high + 12, self.width(), 18)
        role = "small_lead" if self.isChecked() else "small"
        paint.words(painter, self._theme, room, self._page.name, role, meaning, paint.CENTRE)


class PageDesk(QWidget):
    """Thumbnails at the left (unless ``thumbs`` is off) and one page on the desk.

    Signals:
        page_changed: The page number from 0.
        zoomed: The zoom in percent.
    """

    page_changed = Signal(int)
    zoomed = Signal(int)

    def __init__(self, theme: Theme, *, thumbs: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages: tuple[Page, ...] = ()
        self._current = 0
        self._mark: tuple[int, QRectF] = (0, QRectF())
        self._buttons: list[Thumb] = []
        self.view = PageView(theme)
        self._rail = QWidget()
        self._column = QVBoxLayout(self._rail)
        self._column.setContentsMargins(16, 16, 8, 16)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(self._rail)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFixedWidth(136)
        self._area.setVisible(thumbs)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        # QScrollArea.setWidget switched it on
        self._rail.setAutoFillBackground(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._area)
        row.addWidget(self.view, 1)
        self.view.turned.connect(self.turn)
        self.view.zoomed.connect(self.zoomed)
        theme.changed.connect(self.update)

    @property
    def current(self) -> int:
        """The page on the desk, from 0."""
        return self._current

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def set_thumbs(self, *, shown: bool) -> None:
        """Show the thumbnails, or leave their room to the page."""
        self._area.setVisible(shown)

    def set_pages(self, pages: Sequence[Page]) -> None:
        """Put these pages out; the page that was open stays open if there is one."""
        self._pages = tuple(pages)
        for button in self._buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for index, page in enumerate(self._pages):
            button = Thumb(self._theme, page, index, self._rail)
            button.clicked.connect(self._choose)
            self._column.insertWidget(index, button, 0, Qt.AlignmentFlag.AlignHCenter)
            self._buttons.append(button)
        if self._pages:
            self.set_page(min(self._current, len(self._pages) - 1))

    def set_page(self, index: int) -> None:
        """Open a page."""
        if not 0 <= index < len(self._pages):
            return
        moved = index != self._current
        self._current = index
        self.view.show_page(self._pages[index])
        if self._buttons:
            self._buttons[index].setChecked(True)
        marked, place = self._mark
        self.view.overlay.set_mark(place if marked == index else QRectF())
        if moved:
            self.page_changed.emit(index)

    def turn(self, step: int) -> None:
        """Open the page before (-1) or after (1)."""
        self.set_page(self._current + step)

    def set_mark(self, page: int, place: QRectF) -> None:
        """Mark a rectangle in millimetres on a page and open that page."""
        self._mark = (page, place)
        self.set_page(page)
        self.view.overlay.set_mark(place if page == self._current else QRectF())

    def clear_mark(self) -> None:
        """Mark nothing."""
        self._mark = (0, QRectF())
        self.view.overlay.set_mark(QRectF())
        self.view.overlay.set_ink(Ink(0, 0))

    def set_ink(self, ink: Ink) -> None:
        """Show strokes in the marked place, as they are written."""
        self.view.overlay.set_ink(ink)

    def place_of(self, point: QPoint) -> tuple[float, float]:
        """Millimetres on the page under a point of this widget."""
        inside = self.view.mapToScene(self.view.mapFrom(self, point))
        return inside.x(), inside.y()

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, Thumb):
            self.set_page(button.index)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("desk"))
