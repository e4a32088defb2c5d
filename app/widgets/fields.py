"""Fields: a line, several lines that grow, a number with its unit, and a choice from a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from app.shell.theme import Theme, polish
from app.widgets import paint
from forms.rules.signs import flat, lines

HEIGHT = 40
SIDE = 12
ROW = 40
LINES = (2, 6)
WIDE_DIGITS = str.maketrans("０１２３４５６７８９．－＋，", "0123456789.-+,")

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a choice: its value, words, a muted second part, an icon name or ""."""

    value: str
    words: str
    second: str = ""
    icon: str = ""


def commit_input_method() -> None:
    """Take over what an input method still holds; call before saving, paging and closing."""
    QGuiApplication.inputMethod().commit()


def set_wrong(widget: QWidget, *, wrong: bool) -> None:
    """Give a field the danger edge, or take it away."""
    if bool(widget.property("wrong")) != wrong:
        widget.setProperty("wrong", wrong)
        polish(widget)


def _units(text: str) -> int:
    """The length as Qt counts it: 𬭚 is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class LineField(QLineEdit):
    """One line of text.

    Signals:
        answered: The text after each change made by a person (not by ``set_text``).
        left: The focus left the field or Enter was pressed.
    """

    answered = Signal(str)
    left = Signal()

    def __init__(
        self, theme: Theme, name: str = "", *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "field")
        self.setFont(theme.font("field"))
        self.setMinimumWidth(96)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.textEdited.connect(self._take_text)
        self.editingFinished.connect(self.left)

    def set_text(self, text: str) -> None:
        """Show a text unless it is already there (the cursor stays)."""
        if text != self.text():
            self.setText(text)

    def set_readonly(self, readonly: bool) -> None:  # noqa: FBT001 - a setter
        """Let nobody type, or everybody again."""
        self.setReadOnly(readonly)
        polish(self)

    def _take_text(self, text: str) -> None:
        """Answer with what a page can show; a pasted cell brings its line break along."""
        self._answer(text, flat(text))

    def _answer(self, text: str, plain: str) -> None:
        if plain != text:
            behind = _units(text) - self.cursorPosition()
            self.setText(plain)
            self.setCursorPosition(max(0, _units(plain) - behind))
        self.answered.emit(plain)


class NumberField(LineField):
    """A number as typed, with its unit at the right; full-width digits become plain ones.

    Whether the number is a good one is the form's business; this only offers the keys for it.
    """

    def __init__(
        self, theme: Theme, name: str = "", *, unit: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, parent=parent)
        self._unit = unit
        self.setFont(theme.figures("field"))
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        theme.changed.connect(self.update)
        self.set_unit(unit)

    def set_unit(self, unit: str) -> None:
        """Show another unit behind the number."""
        self._unit = unit
        wide = paint.advance(self._theme.font("small"), unit)
        self.setTextMargins(0, 0, round(wide + 8) if unit else 0, 0)
        self.update()

    @override
    def _take_text(self, text: str) -> None:
        self._answer(text, flat(text).translate(WIDE_DIGITS).replace(" ", ""))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._unit:
            room = QRectF(self.rect()).adjusted(0, 0, -SIDE, 0)
            painter = QPainter(self)
            paint.words(painter, self._theme, room, self._unit, "small", "faint", paint.RIGHT)


class TextField(QPlainTextEdit):
    """Several lines of text; grows from two to six lines, Tab leaves it.

    Signals:
        answered: The text after each change made by a person.
        left: The focus left the field.
    """

    answered = Signal(str)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str = "",
        *,
        lines: tuple[int, int] = LINES,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._quiet = False
        self.setProperty("kind", "field")
        self.setFont(theme.font("field"))
        self.setTabChangesFocus(True)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._take_text)
        self._fit()

    def text(self) -> str:
        """The text now."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text unless it is already there (the cursor stays)."""
        if text != self.toPlainText():
            self._quiet = True
            self.setPlainText(text)
            self._quiet = False
            self._fit()

    def set_readonly(self, readonly: bool) -> None:  # noqa: FBT001 - a setter
        """Let nobody type, or everybody again."""
        self.setReadOnly(readonly)
        polish(self)

    def _take_text(self) -> None:
        self._fit()
        if not self._quiet:
            self.answered.emit(self.toPlainText())

    def _fit(self) -> None:
        least, most = self._lines
        shown = round(self.document().size().height())
        full = shown > most
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bar.ScrollBarAsNeeded if full else bar.ScrollBarAlwaysOff)
        high = min(max(shown, least), most) * 21 + 20
        if high != self.height() or self.minimumHeight() != high:
            self.setFixedHeight(high)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste what a page can show: lines stay, unseen signs do not."""
        self.insertPlainText(lines(source.text()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class ChoiceDelegate(QStyledItemDelegate):
    """Rows of 40 in the list of a choice."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_choice(painter, self._theme, option, index)


def paint_choice(
    painter: QPainter, theme: Theme, option: QStyleOptionViewItem, index: Index, before: int = 0
) -> None:
    """Paint a row of a list that drops down, leaving some room before its words."""
    selected, over, _ = paint.row_state(option)
    rect = QRectF(option.rect)
    if selected or over:
        ground = "accentsoft" if selected else "hover"
        paint.box(painter, theme, rect.adjusted(4, 1, -4, -1), ground)
    item = index.data(Qt.ItemDataRole.UserRole)
    if isinstance(item, Item):
        paint_item(painter, theme, rect.adjusted(SIDE + before, 0, -SIDE, 0), item)


class ChoiceField(QComboBox):
    """One from a list, with an icon, words and a muted second part.

    Signals:
        chosen: The value a person chose.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str = "",
        items: Sequence[Item] = (),
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hint = hint
        self._readonly = False
        self._wrong = False
        self.setAccessibleName(name)
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(120)
        self.setFont(theme.font("field"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setItemDelegate(ChoiceDelegate(theme, self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._take_index)
        theme.changed.connect(self.update)
        self.set_items(items)

    @property
    def value(self) -> str:
        """The chosen value, "" for none."""
        item = self.currentData()
        return item.value if isinstance(item, Item) else ""

    def set_items(self, items: Sequence[Item]) -> None:
        """Offer these rows; the chosen one stays chosen when it is among them."""
        value = self.value
        self.clear()
        for item in items:
            self.addItem(item.words, item)
        self.set_value(value)

    def set_value(self, value: str) -> None:
        """Show a value without saying that a person chose it; one not offered shows nothing."""
        for index in range(self.count()):
            if self.itemData(index).value == value:
                self.setCurrentIndex(index)
                return
        self.setCurrentIndex(-1)

    def set_wrong(self, *, wrong: bool) -> None:
        """Take the danger edge, or the usual one."""
        self._wrong = wrong
        self.update()

    def set_readonly(self, readonly: bool) -> None:  # noqa: FBT001 - a setter
        """Show the choice without letting anyone change it."""
        self._readonly = readonly
        self.update()

    def _take_index(self, index: int) -> None:
        item = self.itemData(index)
        if isinstance(item, Item):
            self.chosen.emit(item.value)

    @override
    def showPopup(self) -> None:
        if not self._readonly:
            super().showPopup()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._readonly and event.key() not in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that scrolls the form must not change an answer."""
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        rect = QRectF(self.rect())
        quiet = self._readonly or not self.isEnabled()
        edge = "" if quiet else "danger" if self._wrong else "strong"
        ground = "hover" if self.underMouse() and not quiet else "raised"
        paint.box(painter, self._theme, rect, "sunken" if quiet else ground, edge, 5.5)
        room = rect.adjusted(SIDE, 0, -SIDE, 0)
        if not quiet:
            mark = QRectF(room.right() - 16, rect.center().y() - 8, 16, 16)
            self._theme.paint_icon(painter, mark, "chevron-down", "muted")
            room.setRight(mark.left() - 8)
        item = self.currentData()
        if isinstance(item, Item):
            paint_item(painter, self._theme, room, item)
        else:
            paint.words(painter, self._theme, room, self._hint, "field", "faint")


def paint_item(painter: QPainter, theme: Theme, room: QRectF, item: Item) -> None:
    """Paint icon, words and second part into a line."""
    left = room.left()
    if item.icon:
        theme.paint_icon(painter, QRectF(left, room.center().y() - 8, 16, 16), item.icon, "muted")
        left += 24
    place = QRectF(left, room.top(), room.right() - left, room.height())
    used = paint.words(painter, theme, place, item.words)
    if item.second:
        place.setLeft(left + used + 8)
        paint.words(painter, theme, place, item.second, "small", "muted")
