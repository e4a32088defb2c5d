"""Work rows: what is due, with its clock and one verb; group heads between them.

The list paints its own cards, so that thousands of rows cost nothing; inside a card it is bare.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.card import BAR
from app.widgets.chips import Chip, chip_width, paint_chip
from app.widgets.labels import paint_tile
from app.widgets.outline import Index, plain
from app.widgets.work_room import ARROW, TITLE_HIGH, Places, places, shape_of
from app.widgets.work_rows import Group, Work, WorkModel

HEAD = 32
AFTER = 12
VERB = 88
MOST = 16_777_215  # Qt's greatest height
PRESSES = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class WorkDelegate(QStyledItemDelegate):
    """Paints heads and rows, and knows where a row's verb is."""

    def __init__(self, theme: Theme, rows: WorkModel, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = rows
        self._list = parent
        self._chips: dict[Chip, float] = {}
        self.pointer = QPoint(-1, -1)
        self.bare = False
        self.verb_wide = float(VERB)

    def fit_verbs(self, rows: Sequence[Group | Work]) -> None:
        """Make every verb as wide as the widest, so that they stand in one column."""
        font = self._theme.font("lead")
        words = {row.verb for row in rows if isinstance(row, Work) and row.verb}
        self._chips.clear()
        self.verb_wide = max([VERB, *(paint.advance(font, word) + 32 for word in words)])

    def _chip_wide(self, work: Work) -> float:
        """How wide the chip of a row is, 0 without one; the same few stand on thousands of rows."""
        chip = work.chip
        if chip is None or not chip.words:
            return 0.0
        if chip not in self._chips:
            self._chips[chip] = chip_width(self._theme, chip)
        return self._chips[chip]

    def _places(self, rect: QRectF, work: Work) -> Places:
        return places(self._theme, rect, work, self.verb_wide, self._chip_wide(work))

    def verb_area(self, rect: QRectF, work: Work) -> QRectF:
        """The rectangle of a row's verb, empty when it has none."""
        return self._places(rect, work).verb

    def row_rect(self, rect: QRectF, row: int) -> QRectF:
        """The inside of a row in its item's rectangle: without the card's edge and the gap."""
        if self.bare:
            return rect
        first, last = self._rows.ends(row)
        return rect.adjusted(1, 1 if first else 0, -1, -AFTER - 1 if last else 0)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, Group):
            return QSize(200, HEAD)
        first, last = self._rows.ends(index.row())
        wide = self._list.viewport().width() - (0 if self.bare else 2)
        high = shape_of(self._theme, wide, row, self.verb_wide, self._chip_wide(row)).high
        if self.bare:
            return QSize(200, high)
        return QSize(200, high + first + (AFTER + 1 if last else 0))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        paint.smooth(painter)
        if isinstance(row, Group):
            self._paint_group(painter, QRectF(option.rect), row)
        elif isinstance(row, Work):
            self._paint_work(painter, option, index.row(), row)
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRectF, group: Group) -> None:
        theme = self._theme
        rect = rect.adjusted(0, 0, 0, -4)
        room = rect.adjusted(4, 0, -4, 0)
        if group.folded is not None:
            mark = QRectF(rect.left(), rect.center().y() - 8, 16, 16)
            icon = "chevron-right" if group.folded else "chevron-down"
            theme.paint_icon(painter, mark, icon, "muted")
            room.setLeft(mark.right() + 6)
        meaning = "danger" if group.overdue else "text"
        used = paint.words(painter, theme, room, group.title, "strong", meaning)
        count = room.adjusted(used + 8, 0, 0, 0)
        tint = "danger" if group.overdue else "muted"
        paint.words(painter, theme, count, group.count, "lead", tint)
        paint.words(painter, theme, room, group.note, "small", "muted", paint.RIGHT)

    def _paint_work(
        self, painter: QPainter, option: QStyleOptionViewItem, number: int, work: Work
    ) -> None:
        theme = self._theme
        selected, over, focused = paint.row_state(option)
        rect = self.row_rect(QRectF(option.rect), number)
        self._paint_ground(painter, rect, number, selected=selected, over=over)
        at = self._places(rect, work)
        self._paint_mark(painter, at.mark, work)
        if work.verb:
            ground = "hover" if at.verb.contains(self.pointer.toPointF()) else "raised"
            paint.box(painter, theme, at.verb, ground, "edge", 5.5)
            paint.words(painter, theme, at.verb, work.verb, "lead", "text", paint.CENTRE)
        elif work.chevron:
            theme.paint_icon(painter, at.chevron, "chevron-right", "muted")
        if work.chip is not None and work.chip.words:
            paint_chip(painter, theme, at.chip, work.chip)
        most = round(at.title.height() / TITLE_HIGH)
        paint.lines(painter, theme, at.title, work.title, "lead", most=most)
        middle = Qt.TextElideMode.ElideMiddle
        paint.words(painter, theme, at.second, work.second, "small", "muted", elide=middle)
        if focused:
            paint.focus_edge(painter, theme, rect)

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, number: int, *, selected: bool, over: bool
    ) -> None:
        theme = self._theme
        if self.bare:
            self._paint_bare(painter, rect, number, selected=selected, over=over)
            return
        first, last = self._rows.ends(number)
        rect = rect.adjusted(-1, -1 if first else 0, 1, 1 if last else 0)
        half = rect.adjusted(0.5, 0.5 if first else -1, -0.5, -0.5 if last else 1)
        top, bottom = (8.0 if first else 0.0), (8.0 if last else 0.0)
        path = paint.corners(half, top, top, bottom, bottom)
        painter.save()
        painter.setClipRect(rect)
        ground = "accentsoft" if selected else "hover" if over else "raised"
        painter.fillPath(path, theme.colour(ground))
        if selected:
            painter.save()
            painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            bar = QRectF(rect.left(), rect.top(), BAR, rect.height())
            painter.fillRect(bar, theme.colour("accent"))
            painter.restore()
        painter.strokePath(path, theme.colour("border"))
        if not first:
            hair = QRectF(rect.left() + 1, rect.top(), rect.width() - 2, 1)
            paint.line(painter, theme, hair, "line")
        painter.restore()

    def _paint_bare(
        self, painter: QPainter, rect: QRectF, number: int, *, selected: bool, over: bool
    ) -> None:
        if selected or over:
            painter.fillRect(rect, self._theme.colour("accentsoft" if selected else "hover"))
        if selected:
            bar = QRectF(rect.left(), rect.top(), BAR, rect.height())
            painter.fillRect(bar, self._theme.colour("accent"))
        if not self._rows.ends(number)[0]:
            hair = QRectF(rect.left(), rect.top(), rect.width(), 1)
            paint.line(painter, self._theme, hair, "line")

    def _paint_mark(self, painter: QPainter, mark: QRectF, work: Work) -> None:
        if work.photos is None:
            if work.icon:
                paint_tile(painter, self._theme, mark, work.icon, work.tone)
            return
        for place, photo in enumerate(work.photos):
            thumb = mark.translated(place * (mark.width() + ARROW), 0)
            paint_thumb(painter, self._theme, thumb, photo, work.to_take)
        arrow = QRectF(mark.right() + 2, mark.center().y() - 7, 14, 14)
        self._theme.paint_icon(painter, arrow, "chevron-right", "muted")


def paint_thumb(
    painter: QPainter, theme: Theme, rect: QRectF, photo: QPixmap | None, to_take: str
) -> None:
    """Paint a thumbnail filling its rectangle, or a dashed place for one not taken yet."""
    if photo is None or photo.isNull():
        paint.box(painter, theme, rect, "", "strong", 4, dashed=True)
        paint.words(painter, theme, rect, to_take, "small", "muted", paint.CENTRE)
        return
    painter.save()
    path = paint.corners(rect, 4, 4, 4, 4)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    size = photo.deviceIndependentSize()
    scale = max(rect.width() / size.width(), rect.height() / size.height())
    target = QRectF(0, 0, size.width() * scale, size.height() * scale)
    target.moveCenter(rect.center())
    painter.drawPixmap(target, photo, QRectF(photo.rect()))
    painter.restore()
    painter.strokePath(path, theme.colour("edge"))


class WorkList(QListView):
    """The list of work; Enter opens, Space presses the verb, the menu key shows the rest.

    Signals:
        opened: The id of the row's thing.
        pressed_verb: The id of the row whose verb was pressed.
        menu_wanted: The id of the row and the global point for its menu.
        toggled: The id of a group head that was pressed.
    """

    opened = Signal(str)
    pressed_verb = Signal(str)
    menu_wanted = Signal(str, QPoint)
    toggled = Signal(str)

    def __init__(self, theme: Theme, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = WorkModel(self)
        self._painter = WorkDelegate(theme, self._rows, self)
        self._whole = False
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        plain(self)
        theme.changed.connect(self.viewport().update)

    def set_rows(self, rows: Sequence[Group | Work], selected: str = "") -> None:
        """Show these groups and rows; the row that was current stays so if it is still there."""
        before = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        wanted = selected or (before.id if isinstance(before, Work) else "")
        self._painter.fit_verbs(rows)
        self._rows.set_rows(rows)
        if wanted:
            self.setCurrentIndex(self._rows.place(wanted))
        if self._whole:
            self.set_whole(whole=True)

    def set_bare(self) -> None:
        """Paint no card of its own: the list is a row of one."""
        self._painter.bare = True

    def set_whole(self, *, whole: bool) -> None:
        """Take the height of all rows, for a list inside a page that scrolls as one."""
        if self._whole and not whole:
            self.setMinimumHeight(0)
            self.setMaximumHeight(MOST)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._whole = whole
        if whole:
            self._take_height()
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _take_height(self) -> None:
        """Be as high as all rows are in this width."""
        option = QStyleOptionViewItem()
        high = sum(
            self._painter.sizeHint(option, self._rows.index(row)).height()
            for row in range(self._rows.rowCount())
        )
        self.setFixedHeight(high + 2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.doItemsLayout()  # what stood beside a title may have to go below it
            if self._whole:
                self._take_height()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        work = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        if isinstance(work, Group) and event.key() in PRESSES:
            self.toggled.emit(work.id)
        elif not isinstance(work, Work):
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(work.id)
        elif event.key() == Qt.Key.Key_Space:
            (self.pressed_verb if work.verb else self.opened).emit(work.id)
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._painter.pointer = event.position().toPoint()
        index = self.indexAt(self._painter.pointer)
        row = index.data(Qt.ItemDataRole.UserRole)
        hand = isinstance(row, Work) or (isinstance(row, Group) and row.folded is not None)
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()
        super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        index = self.indexAt(event.position().toPoint())
        row = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, Group):
            self.toggled.emit(row.id)
        elif isinstance(row, Work):
            rect = self._painter.row_rect(QRectF(self.visualRect(index)), index.row())
            verb = self._painter.verb_area(rect, row).contains(event.position())
            (self.pressed_verb if verb else self.opened).emit(row.id)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index, place = self.indexAt(event.pos()), event.globalPos()
        else:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        row = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, Work):
            self.menu_wanted.emit(row.id, place)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._painter.pointer = QPoint(-1, -1)
        return super().viewportEvent(event)
