"""One choice to click: a radio button or a tick, as a row, a tile, a bare mark or a mark on words."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.fields import Item

ROW: Final = 40
MARK: Final = 18
SIDE: Final = 12
LINE: Final = 9  # above and below words of more than one line
BESIDE: Final = SIDE + MARK + 8
INSIDE: Final = 25  # at both sides of the words of a tile; (BESIDE + SIDE) / 2
ABOVE: Final = 8  # above and below a mark that stands on its words
LEAST: Final = 56  # how wide words under a mark are at least
MOST: Final = 140
UNBROKEN: Final = "\u2e80"  # from here on a line may break after each character

PLAIN: Final = "row"
TILE: Final = "tile"
BARE: Final = "mark"
OVER: Final = "over"


class RadioRow(QRadioButton):
    """One of several, of which one holds.

    Signals:
        picked: It was chosen by a click or with Space, not passed with an arrow key.
    """

    picked = Signal()

    def __init__(self, theme: Theme, item: Item, parent: QWidget, look: str = PLAIN) -> None:
        super().__init__(item.words, parent)
        self._theme = theme
        self.item = item
        self.look = look
        prepare(self, item)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def sizeHint(self) -> QSize:
        return row_size(self._theme, self.item)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 3 * ROW), ROW)

    @override
    def heightForWidth(self, arg__1: int) -> int:
        return row_height(self._theme, self.item, arg__1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_option(self, self._theme, self.item, self.look, radio=True)

    @override
    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        meant = self.isDown() and self.hitButton(e.position().toPoint())
        super().mouseReleaseEvent(e)
        if meant:
            self.picked.emit()

    @override
    def keyReleaseEvent(self, e: QKeyEvent) -> None:
        meant = self.isDown() and e.key() == Qt.Key.Key_Space and not e.isAutoRepeat()
        super().keyReleaseEvent(e)
        if meant:
            self.picked.emit()


class CheckRow(QCheckBox):
    """One of several, of which any number hold; Space and Enter switch it."""

    def __init__(
        self, theme: Theme, item: Item, parent: QWidget | None = None, look: str = PLAIN
    ) -> None:
        super().__init__(item.words, parent)
        self._theme = theme
        self.item = item
        self.look = look
        prepare(self, item)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def sizeHint(self) -> QSize:
        return row_size(self._theme, self.item)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 3 * ROW), ROW)

    @override
    def heightForWidth(self, arg__1: int) -> int:
        return row_height(self._theme, self.item, arg__1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_option(self, self._theme, self.item, self.look, radio=False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


Choosable = RadioRow | CheckRow


def prepare(row: QAbstractButton, item: Item) -> None:
    """Give a row its name, height and pointer."""
    row.setAccessibleName(f"{item.words} {item.second}".strip())
    row.setMinimumHeight(ROW)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    row.setSizePolicy(policy)
    row.setCursor(Qt.CursorShape.PointingHandCursor)


def row_size(theme: Theme, item: Item) -> QSize:
    """How large a row is with its words in one line."""
    wide = BESIDE + paint.advance(theme.font("lead"), item.words) + SIDE
    if item.second:
        wide += 8 + paint.advance(theme.font("small"), item.second)
    return QSize(round(wide + 1), ROW)


def row_height(theme: Theme, item: Item, wide: int) -> int:
    """How high a row is whose words break into lines of a width."""
    if row_size(theme, item).width() <= wide:
        return ROW
    room = wide - BESIDE - SIDE
    words = paint.high(theme.font("lead"), item.words, room)
    if item.second:
        words += paint.high(theme.font("small"), item.second, room)
    return max(ROW, round(words + 2 * LINE + 0.5))


def least_width(theme: Theme, words: str) -> int:
    """How narrow words may stand in a column: no word is cut, and three lines are enough."""
    font = theme.font("label_lead")
    whole = [paint.advance(font, word) for word in words.split() if max(word) < UNBROKEN]
    least = max([*whole, paint.advance(font, words) / 3 + font.pixelSize()])
    return round(min(max(least + 12, LEAST), MOST))


def over_height(theme: Theme, item: Item, wide: int) -> int:
    """How high a mark is with its words under it."""
    words = paint.high(theme.font("label_lead"), item.words, wide - 8)
    return max(ROW, round(ABOVE + MARK + 4 + words + ABOVE))


def paint_option(row: QAbstractButton, theme: Theme, item: Item, look: str, *, radio: bool) -> None:
    """Paint mark and words; a chosen one is soft with its word in accent.

    A tile has an edge instead of a mark, and a tick when it is chosen.
    """
    painter = QPainter(row)
    paint.smooth(painter)
    chosen, able = row.isChecked(), row.isEnabled()
    rect = QRectF(row.rect())
    ground = "accentsoft" if chosen else "hover" if row.underMouse() and able else ""
    if look == TILE:
        edge = "accent" if chosen else "edge" if able else "border"
        plain = ground or ("raised" if able else "sunken")
        paint.box(painter, theme, rect.adjusted(0, 2, 0, -2), plain, edge, 5.5)
    elif ground:
        paint.box(painter, theme, rect.adjusted(2, 1, -2, -1), ground)
    mark = QRectF(SIDE, rect.center().y() - MARK / 2, MARK, MARK)
    if look in {BARE, OVER}:
        mark.moveCenter(rect.center())
    if look == OVER:
        mark.moveTop(ABOVE)
    if look != TILE:
        paint_mark(painter, theme, mark, radio=radio, chosen=chosen, able=able)
    elif chosen:
        theme.paint_icon(painter, mark.adjusted(-3, 1, -5, -1), "tick", "accent")
    meaning = "accent" if chosen else "text" if able else "muted"
    if look == OVER:
        place = rect.adjusted(4, ABOVE + MARK + 4, -4, 0)
        top = paint.Align.AlignHCenter | paint.Align.AlignTop
        role = "label_lead" if chosen else "label"
        paint.paragraph(painter, theme, place, item.words, role, meaning, top)
    elif look == TILE:
        role = "lead" if chosen else "field"
        place = rect.adjusted(INSIDE, 0, -INSIDE, 0)
        paint.paragraph(painter, theme, place, item.words, role, meaning, paint.CENTRE)
    elif look == PLAIN:
        _paint_beside(painter, theme, rect.adjusted(BESIDE, 0, -SIDE, 0), item, meaning)


def _paint_beside(painter: QPainter, theme: Theme, room: QRectF, item: Item, meaning: str) -> None:
    role = "lead" if meaning == "accent" else "field"
    if room.height() <= ROW:
        used = paint.words(painter, theme, room, item.words, role, meaning)
        if item.second:
            room.setLeft(room.left() + used + 8)
            paint.words(painter, theme, room, item.second, "small", "muted")
        return
    under = paint.high(theme.font("small"), item.second, room.width()) if item.second else 0
    whole = room.adjusted(0, LINE, 0, -LINE)
    paint.paragraph(painter, theme, whole.adjusted(0, 0, 0, -under), item.words, role, meaning)
    if item.second:
        place = whole.adjusted(0, whole.height() - under, 0, 0)
        paint.paragraph(painter, theme, place, item.second, "small", "muted")


def paint_mark(  # noqa: PLR0913 - a mark has a place, a kind and two states
    painter: QPainter, theme: Theme, place: QRectF, *, radio: bool, chosen: bool, able: bool
) -> None:
    """Paint the ring of a radio button or the box of a tick."""
    mark = place.adjusted(1, 1, -1, -1)
    edge = "accent" if chosen else "strong" if able else "edge"
    painter.setPen(QPen(theme.colour(edge), 1.5))
    painter.setBrush(theme.colour("accent" if chosen and not radio else "raised"))
    if not radio:
        painter.drawRoundedRect(mark, 3, 3)
        if chosen:
            theme.paint_icon(painter, mark.adjusted(1, 1, -1, -1), "tick", "onaccent")
        return
    painter.drawEllipse(mark)
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(mark.adjusted(4, 4, -4, -4))
