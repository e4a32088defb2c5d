"""Pages on the desk: thumbnails, one page that fits, zoom, a marked place, live ink."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGraphicsItem,
    QGraphicsPixmapItem,
    QGraphicsScene,
    QGraphicsView,
    QHBoxLayout,
    QScrollArea,
    QStyleOptionGraphicsItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import ink as hand
from app.widgets import paint
from app.widgets.ink import Ink

THUMB = 80
MARGIN = 12
STEPS = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0)
MM = 96 / 25.4  # logical px a millimetre at 100 %


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its picture at any resolution, its size in millimetres, its name."""

    picture: QPixmap
    width: float
    height: float
    name: str


class PageItem(QGraphicsPixmapItem):
    """The page's picture scaled to millimetres, with the shadow under it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.picture)
        self._page = page
        self.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        if not page.picture.isNull():
            self.setScale(page.width / page.picture.width())


class Shadow(QGraphicsItem):
    """Five steps of 2 % black, one pixel further down each."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page

    @override
    def boundingRect(self) -> QRectF:
        return QRectF(-3, -3, self._page.width + 6, self._page.height + 6)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        pixel = 1 / max(painter.worldTransform().m11(), 0.01)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(1, 6):
            grown = QRectF(0, 0, self._page.width, self._page.height).adjusted(
                -pixel * step / 2, 0, pixel * step / 2, pixel * step
            )
            painter.fillRect(grown, QColor(0, 0, 0, 5))


class Overlay(QGraphicsItem):
    """The marked place on the page and the strokes being written into it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._place = QRectF()
        self._ink = Ink(0, 0)
        self.setZValue(2)

    def set_mark(self, place: QRectF) -> None:
        """Mark a rectangle in millimetres; an empty one marks nothing."""
        self.prepareGeometryChange()
        self._place = place
        self.update()

    def set_ink(self, ink: Ink) -> None:
        """Show strokes inside the marked place."""
        self._ink = ink
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        return self._place.adjusted(-2, -2, 2, 2)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        if self._place.isEmpty():
            return
        paint.smooth(painter)
        soft = self._theme.colour("focus")
        soft.setAlphaF(0.10)
        pen = QPen(self._theme.colour("focus"), 2)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(soft)
        painter.drawRoundedRect(self._place, 0.8, 0.8)
        if self._ink.strokes:
            painter.setTransform(hand.fit(self._ink, self._place), combine=True)
            hand.paint_ink(painter, self._ink, self._theme.colour("ink"))


class PageView(QGraphicsView):
    """One page on the desk; plus, minus and 0 zoom, Page Up and Page Down turn.

    Signals:
        turned: -1 or 1.
        zoomed: The zoom in percent.
    """

    turned = Signal(int)
    zoomed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scene = QGraphicsScene(self)
        self._fit = True
        self._page: Page | None = None
        self.overlay = Overlay(theme)
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setAccessibleName(self.tr("Page as it will print"))
        theme.changed.connect(self._dress)
        self._dress()

    def show_page(self, page: Page) -> None:
        """Put a page on the desk."""
        if self.overlay.scene() is not None:
            self._scene.removeItem(self.overlay)
        self._scene.clear()
        self._page = page
        self._scene.addItem(Shadow(page))
        self._scene.addItem(PageItem(page))
        self._scene.addItem(self.overlay)
        self._scene.setSceneRect(QRectF(0, 0, page.width, page.height))
        if self._fit:
            self.fit()

    def fit(self) -> None:
        """Fit the page to the height, with margins of 12."""
        self._fit = True
        if self._page is None:
            return
        high = (self.viewport().height() - 2 * MARGIN) / self._page.height
        wide = (self.viewport().width() - 2 * MARGIN) / self._page.width
        self._scale_to(min(high, wide))

    def set_zoom(self, percent: int) -> None:
        """Show the page at so many percent of its real size."""
        self._fit = False
        self._scale_to(percent / 100 * MM)

    def zoom_by(self, step: int) -> None:
        """The next larger (1) or smaller (-1) step."""
        now = self.transform().m11() / MM
        larger = [each for each in STEPS if each > now + 0.01]
        smaller = [each for each in STEPS if each < now - 0.01]
        wanted = (larger[:1] if step > 0 else smaller[-1:]) or [now]
        self.set_zoom(round(wanted[0] * 100))

    def _scale_to(self, scale: float) -> None:
        self.resetTransform()
        self.scale(max(scale, 0.05), max(scale, 0.05))
        self.zoomed.emit(round(scale / MM * 100))

    def _dress(self) -> None:
        self.setBackgroundBrush(self._theme.colour("desk"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fit:
            self.fit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_by(1)
            case Qt.Key.Key_Minus:
                self.zoom_by(-1)
            case Qt.Key.Key_0:
                self.fit()
            case Qt.Key.Key_PageDown:
                self.turned.emit(1)
            case Qt.Key.Key_PageUp:
                self.turned.emit(-1)
            case _:
                super().keyPressEvent(event)


class Thumb(QAbstractButton):
    """A page's thumbnail, 80 wide, and its name below."""

    def __init__(self, theme: Theme, page: Page, index: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = page
        self.index = index
        self.setText(page.name)
        self.setAccessibleName(page.name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        high = round(THUMB * page.height / max(page.width, 1))
        self.setFixedSize(QSize(THUMB + 16, high + 34))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        high = self.height() - 34
        sheet = QRectF(8, 4, THUMB, high)
        painter.drawPixmap(sheet, self._page.picture, QRectF(self._page.picture.rect()))
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
