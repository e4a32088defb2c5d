"""Before and after: two photos side by side, or one over the other with a bar that is moved."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.chips import HEIGHT as CHIP
from app.widgets.chips import Chip, chip_width, paint_chip
from app.widgets.photos import Photo, paint_photo

GAP = 8
SIDE_HIGH = 154
OVER_HIGH = 236
STEP = 0.05
GRIP = 28


class PhotoPair(QWidget):
    """A photo as found and one as put right; a dashed place says that one is not there.

    ``missing`` is what stands in the place of each while there is none. Laid over each other, the bar between them goes with Left and Right or the pointer. Enter and a
    click open a photo in full; Space changes between the two ways.

    Signals:
        opened: The id of the photo to show in full.
        laid: True when the photos are laid over each other now.
    """

    opened = Signal(str)
    laid = Signal(bool)

    def __init__(
        self, theme: Theme, missing: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._missing = missing
        self._before: Photo | None = None
        self._after: Photo | None = None
        self._over = False
        self._share = 0.5
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self._fit()

    @property
    def share(self) -> float:
        """How much of the width shows the photo as found while they are laid over each other."""
        return self._share

    def set_pair(self, before: Photo | None, after: Photo | None) -> None:
        """Show these two; None for one that was not taken."""
        self._before, self._after = before, after
        if not self.can_lay():
            self._over = False
        self._fit()

    def can_lay(self) -> bool:
        """Whether both are there, so that one may be laid over the other."""
        return self._before is not None and self._after is not None

    def lay_over(self, *, over: bool) -> None:
        """Lay the photos over each other, or side by side."""
        over = over and self.can_lay()
        if over != self._over:
            self._over = over
            self._fit()
            self.laid.emit(over)

    def _fit(self) -> None:
        self.setFixedHeight(OVER_HIGH if self._over else SIDE_HIGH)
        said = [photo.caption for photo in (self._before, self._after) if photo is not None]
        self.setAccessibleName(", ".join(said) or ", ".join(self._missing))
        self.setCursor(
            Qt.CursorShape.SplitHCursor if self._over else Qt.CursorShape.PointingHandCursor
        )
        self.update()

    def _halves(self) -> tuple[QRectF, QRectF]:
        wide = (self.width() - GAP) / 2
        return QRectF(0, 0, wide, self.height()), QRectF(wide + GAP, 0, wide, self.height())

    def _open(self, photo: Photo | None) -> None:
        if photo is not None and photo.id:
            self.opened.emit(photo.id)

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        if self._over and self._before is not None and self._after is not None:
            self._paint_over(painter, self._before, self._after)
        else:
            photos = (self._before, self._after)
            for rect, photo, missing in zip(self._halves(), photos, self._missing, strict=True):
                self._paint_one(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), photo, missing)
        if self.hasFocus():
            paint.focus_edge(painter, self._theme, QRectF(self.rect()), 4)

    def _paint_one(
        self, painter: QPainter, rect: QRectF, photo: Photo | None, missing: str = ""
    ) -> None:
        if photo is None:
            paint.box(painter, self._theme, rect, "", "strong", 4, dashed=True)
            paint.words(painter, self._theme, rect, missing, "label", "muted", paint.CENTRE)
        elif photo.picture.isNull():  # it is being read
            paint.box(painter, self._theme, rect, "sunken", "line", 4)
        else:
            paint_photo(painter, self._theme, rect, photo)

    def _paint_over(self, painter: QPainter, before: Photo, after: Photo) -> None:
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = rect.left() + rect.width() * self._share
        self._paint_one(painter, rect, replace(after, caption=""))
        painter.save()
        painter.setClipRect(QRectF(rect.left(), rect.top(), edge - rect.left(), rect.height()))
        self._paint_one(painter, rect, replace(before, caption=""))
        painter.restore()
        self._paint_names(painter, rect, before, after)
        paint.line(painter, self._theme, QRectF(edge - 1, rect.top(), 2, rect.height()), "raised")
        grip = QRectF(edge - GRIP / 2, rect.center().y() - GRIP / 2, GRIP, GRIP)
        paint.box(painter, self._theme, grip, "raised", "strong", GRIP / 2)
        left = QRectF(grip.left() + 1, grip.center().y() - 7, 14, 14)
        self._theme.paint_icon(painter, left, "chevron-left", "text")
        self._theme.paint_icon(painter, left.translated(12, 0), "chevron-right", "text")

    def _paint_names(self, painter: QPainter, rect: QRectF, before: Photo, after: Photo) -> None:
        """Say which is which: each at its own side, as much of it as there is room for."""
        most = rect.width() / 2 - 3 * GAP
        for photo, right in ((before, False), (after, True)):
            chip = Chip(photo.caption)
            wide = min(chip_width(self._theme, chip), most)
            left = rect.right() - GAP - wide if right else rect.left() + GAP
            place = QRectF(left, rect.bottom() - GAP - CHIP, wide, CHIP)
            if photo.caption:
                paint_chip(painter, self._theme, place, chip)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}
        key = Qt.Key(event.key())
        if key in moves and self._over:
            self._share = min(1.0, max(0.0, self._share + moves[key]))
            self.update()
        elif key == Qt.Key.Key_Space and self.can_lay():
            self.lay_over(over=not self._over)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self._after or self._before)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragged = False

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._over and self.width():
            self._dragged = True
            self._share = min(1.0, max(0.0, event.position().x() / self.width()))
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged or event.button() != Qt.MouseButton.LeftButton:
            return
        first, _second = self._halves()
        left = event.position().x() < (self.width() * self._share if self._over else first.right())
        self._open(self._before if left else self._after)
