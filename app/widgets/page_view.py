"""One page on the desk: its picture in millimetres, zoom, a marked place, live ink."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsItem,
    QGraphicsPixmapItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import ink as hand
from app.widgets import paint
from app.widgets.ink import Ink

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

    def __init__(self, page: Page, paper: QColor) -> None:
        super().__init__(page.picture)
        self._page = page
        self.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._paper = paper
        self._small = QPixmap()
        if not page.picture.isNull():
            self.setScale(page.width / page.picture.width())

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        across = painter.worldTransform().m11() * self.pixmap().width()
        wanted = round(across * painter.device().devicePixelRatioF())
        if 0 < wanted < self.pixmap().width():
            painter.drawPixmap(
                self.boundingRect(), self._shrunk(wanted), QRectF(self._small.rect())
            )
        else:
            super().paint(painter, option, widget)  # type: ignore[arg-type]  # the stub forgets None
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(self.boundingRect(), self._paper)

    def _shrunk(self, width: int) -> QPixmap:
        """The picture at the size it is seen at; small type stays readable when it is averaged."""
        if self._small.width() != width:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._small = self.pixmap().scaledToWidth(width, smooth)
        return self._small


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
            painter.setTransform(hand.fit(self._ink, self._room()), combine=True)
            hand.paint_ink(painter, self._ink, self._theme.colour("ink"))

    def _room(self) -> QRectF:
        """Where in the place the print engine puts the ink: beside and below the printed label."""
        wide, high = self._place.width(), self._place.height()
        return self._place.adjusted(wide * 0.12, high * 0.26, 0, -high * 0.14)


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
        self._fit = "page"
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
        self._scene.addItem(PageItem(page, self._theme.colour("paper")))
        self._scene.addItem(self.overlay)
        self._scene.setSceneRect(QRectF(0, 0, page.width, page.height))
        self._fit_again()

    def fit(self) -> None:
        """Fit the page to the height, with margins of 12."""
        self._fit = "page"
        self._fit_again()

    def fit_width(self) -> None:
        """Fit the page to the width; what does not fit below is scrolled to."""
        self._fit = "width"
        self._fit_again()

    def set_zoom(self, percent: int) -> None:
        """Show the page at so many percent of its real size."""
        self._fit = ""
        self._scale_to(percent / 100 * MM)

    def zoom_by(self, step: int) -> None:
        """The next larger (1) or smaller (-1) step."""
        now = self.transform().m11() / MM
        larger = [each for each in STEPS if each > now + 0.01]
        smaller = [each for each in STEPS if each < now - 0.01]
        wanted = (larger[:1] if step > 0 else smaller[-1:]) or [now]
        self.set_zoom(round(wanted[0] * 100))

    def _fit_again(self) -> None:
        if self._page is None or not self._fit:
            return
        high = (self.viewport().height() - 2 * MARGIN) / self._page.height
        wide = (self.viewport().width() - 2 * MARGIN) / self._page.width
        self._scale_to(min(high, wide) if self._fit == "page" else wide)

    def _scale_to(self, scale: float) -> None:
        self.resetTransform()
        self.scale(max(scale, 0.05), max(scale, 0.05))
        self.zoomed.emit(round(scale / MM * 100))

    def _dress(self) -> None:
        self.setBackgroundBrush(self._theme.colour("desk"))
        if self._page is not None:
            self.show_page(self._page)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_again()

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
