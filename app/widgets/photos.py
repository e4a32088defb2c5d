"""The strip of photos: thumbnails with their caption, and the dashed places to add more."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.flow import Flow
from app.widgets.outline import NOWHERE, Index, plain
from app.widgets.work import paint_thumb

THUMB = QSize(104, 72)
TARGET = QSize(80, 72)
GAP = 8
BAND = 22


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo: its picture (any size) and the caption with time and place."""

    id: str
    picture: QPixmap
    caption: str = ""


class PhotoModel(QAbstractListModel):
    """Photos in order; roles: display the caption, user the ``Photo``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Photo, ...] = ()

    def set_rows(self, rows: Sequence[Photo]) -> None:
        """Show these photos."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.caption
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.tr("Photo {number}: {caption}").format(
                    number=index.row() + 1, caption=row.caption
                )
            case Qt.ItemDataRole.UserRole:
                return row
            case _:
                return None


class PhotoDelegate(QStyledItemDelegate):
    """Paints a thumbnail with its caption band."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(THUMB.width() + GAP, THUMB.height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        photo = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(photo, Photo):
            return
        selected, _, focused = paint.row_state(option)
        rect = QRectF(option.rect).adjusted(0, 0, -GAP, 0)
        painter.save()
        paint.smooth(painter)
        paint_photo(painter, self._theme, rect.adjusted(0.5, 0.5, -0.5, -0.5), photo)
        if focused:
            paint.focus_edge(painter, self._theme, rect, 4)
        elif selected:
            paint.box(painter, self._theme, rect, "", "accent", 4, 2)
        painter.restore()


def paint_photo(painter: QPainter, theme: Theme, rect: QRectF, photo: Photo) -> None:
    """Paint a photo filling a rectangle, its caption on a dark band at the bottom."""
    paint_thumb(painter, theme, rect, photo.picture, "")
    if not photo.caption:
        return
    painter.save()
    painter.setClipPath(paint.corners(rect, 4, 4, 4, 4), Qt.ClipOperation.IntersectClip)
    band = QRectF(rect.left(), rect.bottom() - BAND, rect.width(), BAND)
    ink = theme.colour("ink")
    painter.fillRect(band, QColor(ink.red(), ink.green(), ink.blue(), 190))
    painter.setFont(theme.font("small_lead"))
    painter.setPen(QColor(Qt.GlobalColor.white))
    room = band.adjusted(8, 0, -6, 0)
    metrics = QFontMetricsF(painter.font())
    caption = metrics.elidedText(photo.caption, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, paint.LEFT, caption)
    painter.restore()


class DashedTarget(QAbstractButton):
    """A dashed place with an icon and a word that asks for something to be put there."""

    def __init__(
        self, theme: Theme, icon: str, words: str, meaning: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._meaning = meaning
        self.setText(words)
        self.setAccessibleName(words)
        self.setFixedSize(TARGET)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        ground = "sunken" if self.isDown() else "hover" if self.underMouse() else ""
        paint.box(painter, self._theme, rect, ground, "strong", 6, dashed=True)
        meaning = self._meaning if self.isEnabled() else "faint"
        mark = QRectF(rect.center().x() - 10, 16, 20, 20)
        self._theme.paint_icon(painter, mark, self._icon, meaning)
        room = QRectF(0, 38, rect.width(), 22)
        paint.words(painter, self._theme, room, self.text(), "label_lead", meaning, paint.CENTRE)


class PhotoList(QListView):
    """The thumbnails; arrows move, Enter opens, Delete asks to remove.

    Signals:
        opened, removed: The photo's id.
    """

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = PhotoModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(PhotoDelegate(theme, self))
        self.setAccessibleName(self.tr("Photos"))
        plain(self)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(THUMB.height())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._open)
        self.clicked.connect(self._open)
        self.readonly = False

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.rows.rowCount() * (THUMB.width() + GAP), THUMB.height())

    @override
    def minimumSizeHint(self) -> QSize:
        few = min(self.rows.rowCount(), 2)
        return QSize(few * (THUMB.width() + GAP), THUMB.height())

    def _open(self, index: QModelIndex) -> None:
        photo = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(photo, Photo):
            self.opened.emit(photo.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        photo = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        ours = event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
        if ours and isinstance(photo, Photo) and not self.readonly:
            self.removed.emit(photo.id)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)


class PhotoStrip(QWidget):
    """Photos and the places to add more; files may be dropped on it.

    Signals:
        opened, removed: The photo's id.
        camera_wanted, files_wanted: A dashed place was pressed.
        dropped: A tuple of local paths was dropped.
    """

    opened = Signal(str)
    removed = Signal(str)
    camera_wanted = Signal()
    files_wanted = Signal()
    dropped = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._offered = (True, True)
        self._list = PhotoList(theme, self)
        self.camera = DashedTarget(theme, "camera", self.tr("Camera"), "accent")
        self.file = DashedTarget(theme, "picture", self.tr("Choose file"), "muted")
        more = QWidget()
        places = QHBoxLayout(more)
        places.setContentsMargins(0, 0, 0, 0)
        places.setSpacing(GAP)
        places.addWidget(self.camera)
        places.addWidget(self.file)
        row = Flow(apart=0, below=GAP, parent=self)  # each photo keeps its gap after it
        row.addWidget(self._list)
        row.addWidget(more)
        self._list.opened.connect(self.opened)
        self._list.removed.connect(self.removed)
        self.camera.clicked.connect(self.camera_wanted)
        self.file.clicked.connect(self.files_wanted)
        self.set_photos(())

    def set_photos(self, photos: Sequence[Photo]) -> None:
        """Show these photos."""
        self._list.rows.set_rows(photos)
        self._list.setVisible(bool(photos))
        self._list.updateGeometry()

    def set_readonly(self, readonly: bool) -> None:  # noqa: FBT001 - a setter
        """Show the photos without letting anyone add or remove."""
        self._list.readonly = readonly
        camera, files = self._offered
        self.camera.setVisible(camera and not readonly)
        self.file.setVisible(files and not readonly)
        self.setAcceptDrops(files and not readonly)

    def set_offered(self, *, camera: bool, files: bool) -> None:
        """Say which ways there are to add a photo; ``set_readonly`` shows them."""
        self._offered = (camera, files)
        self.set_readonly(self._list.readonly)

    def set_camera(self, *, there: bool, why: str = "") -> None:
        """Say whether there is a camera, and why not."""
        self.camera.setEnabled(there)
        self.camera.setToolTip(why)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = tuple(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        if paths:
            self.dropped.emit(paths)
            event.acceptProposedAction()
