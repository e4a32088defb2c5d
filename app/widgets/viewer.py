"""A photo in full: the ones before and after, its caption, and taking it away."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.buttons import Button, IconButton
from app.widgets.focus import FocusRing
from app.widgets.frame import Strip
from app.widgets.labels import Elided, Label
from app.widgets.photos import Photo


class Picture(QWidget):
    """A picture fitted into its place on the desk."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._photo: Photo | None = None
        self.setMinimumSize(320, 240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_photo(self, photo: Photo) -> None:
        """Show a photo."""
        self._photo = photo
        self.setAccessibleName(photo.caption)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        painter.fillRect(self.rect(), self._theme.colour("desk"))
        if self._photo is None or self._photo.picture.isNull():
            return
        size = self._photo.picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(QRectF(self.rect()).center())
        painter.drawPixmap(target, self._photo.picture, QRectF(self._photo.picture.rect()))


class PhotoViewer(QDialog):
    """Photos one at a time; Left and Right turn, Delete asks to remove, Escape closes.

    Signals:
        removed: The photo's id.
    """

    removed = Signal(str)

    def __init__(
        self, theme: Theme, *, readonly: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._photos: tuple[Photo, ...] = ()
        self._current = 0
        self._readonly = readonly
        self.setWindowTitle(self.tr("Photos"))
        self.setModal(True)
        self.resize(960, 680)
        self._picture = Picture(theme)
        self._caption = Elided(theme, "", "lead")
        self._count = Label(theme, "", "label", "muted")
        self._before = IconButton(theme, "chevron-left", self.tr("Photo before"))
        self._after = IconButton(theme, "chevron-right", self.tr("Photo after"))
        remove = Button(theme, self.tr("Remove"), "quiet", "trash")
        close = Button(theme, self.tr("Close"), "secondary")
        foot = Strip(theme, "raised", "top")
        foot.setFixedHeight(56)
        foot.row.addWidget(self._caption, 1)
        pages = QHBoxLayout()
        for widget in (self._before, self._count, self._after):
            pages.addWidget(widget)
        foot.row.addLayout(pages)
        foot.row.addWidget(remove)
        foot.row.addWidget(close)
        remove.setVisible(not readonly)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._picture, 1)
        column.addWidget(foot)
        self._before.clicked.connect(self._back)
        self._after.clicked.connect(self._forth)
        remove.clicked.connect(self._remove)
        close.clicked.connect(self.accept)
        self._ring = FocusRing(theme, self)

    def set_photos(self, photos: Sequence[Photo], current: str = "") -> None:
        """Show these photos, beginning with the one called ``current``."""
        self._photos = tuple(photos)
        ids = [photo.id for photo in self._photos]
        self._current = ids.index(current) if current in ids else 0
        self._show()

    def _show(self) -> None:
        if not self._photos:
            self.accept()
            return
        self._current = min(max(self._current, 0), len(self._photos) - 1)
        photo = self._photos[self._current]
        self._picture.set_photo(photo)
        self._caption.set_text(photo.caption)
        self._count.setText(f"{self._current + 1} / {len(self._photos)}")
        self._before.setEnabled(self._current > 0)
        self._after.setEnabled(self._current + 1 < len(self._photos))

    def _back(self) -> None:
        self._current -= 1
        self._show()

    def _forth(self) -> None:
        self._current += 1
        self._show()

    def _remove(self) -> None:
        self.removed.emit(self._photos[self._current].id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Left:
            self._back()
        elif event.key() == Qt.Key.Key_Right:
            self._forth()
        elif event.key() == Qt.Key.Key_Delete and not self._readonly:
            self._remove()
        else:
            super().keyPressEvent(event)
