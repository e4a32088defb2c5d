"""The navigation column: the product, its screens, settings, and whose desk this is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.labels import Label

WIDE = 168
NARROW = 72
HEIGHT = 40
NARROW_HEIGHT = 52
LOW = 36  # an entry in a window too low for all of them
APART = 2
BRAND = 56
BELOW = 14


@dataclass(frozen=True, slots=True)
class Entry:
    """One screen in the column."""

    id: str
    words: str
    icon: str


@dataclass(frozen=True, slots=True)
class Count:
    """A count beside an entry; only an overdue one is red."""

    number: int
    overdue: bool = False


class NavButton(QAbstractButton):
    """One entry; a page tab that is chosen or not."""

    def __init__(self, theme: Theme, entry: Entry, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.entry = entry
        self._count = Count(0)
        self._narrow = False
        self.setText(entry.words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count(self._count)

    def set_count(self, count: Count) -> None:
        """Show another count; 0 shows none."""
        self._count = count
        name = f"{self.entry.words} {count.number}" if count.number else self.entry.words
        self.setAccessibleName(name)
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the word under the icon, or beside it."""
        self._narrow = narrow
        self.setToolTip(self.entry.words if narrow else "")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(NARROW - 4 if self._narrow else WIDE - 20, self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        chosen = self.isChecked()
        rect = QRectF(self.rect())
        if chosen or self.underMouse():
            paint.box(painter, self._theme, rect, "accentsoft" if chosen else "hover")
        meaning = "accent" if chosen else "muted"
        words = "accent" if chosen else "text"
        role = "strong" if chosen else "lead"
        if self._narrow:
            side = 20 if rect.height() >= NARROW_HEIGHT else 18
            top = max(1.0, (rect.height() - side - 18) / 2)
            mark = QRectF(rect.center().x() - side / 2, top, side, side)
            room = QRectF(0, mark.bottom() - 1, rect.width(), 20)
            name = "small_strong" if chosen else "small_lead"
            paint.words(painter, self._theme, room, self.entry.words, name, words, paint.CENTRE)
        else:
            mark = QRectF(10, rect.center().y() - 10, 20, 20)
            taken = 8 + 8 * len(self._shown_count())
            room = QRectF(40, 0, rect.width() - 44 - taken, rect.height())
            paint.words(painter, self._theme, room, self.entry.words, role, words)
        self._theme.paint_icon(painter, mark, self.entry.icon, meaning)
        self._paint_count(painter, rect)

    def _shown_count(self) -> str:
        number = self._count.number
        return "" if not number else str(number) if number < 100 else "99+"

    def _paint_count(self, painter: QPainter, rect: QRectF) -> None:
        text = self._shown_count()
        if not text:
            return
        meaning = "danger" if self._count.overdue else "muted"
        role = "label_lead" if not self._count.overdue else "label_strong"
        high = rect.height() if not self._narrow else 24
        room = QRectF(0, 0, rect.width() - (4 if self._narrow else 10), high)
        paint.words(painter, self._theme, room, text, role, meaning, paint.RIGHT)


class Brand(QWidget):
    """The sign 巡 and the product's name."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = False
        self.setFixedHeight(BRAND)
        self.setAccessibleName(self.tr("Xunjian"))
        theme.changed.connect(self.update)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the sign alone, or with the name."""
        self._narrow = narrow
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = (self.width() - 28) / 2 if self._narrow else 8
        sign = QRectF(left, 14, 28, 28)
        paint.box(painter, self._theme, sign, "accent")
        font = self._theme.font("heading")
        font.setPixelSize(17)
        painter.setFont(font)
        painter.setPen(self._theme.colour("onaccent"))
        painter.drawText(sign, paint.CENTRE, "巡")
        if not self._narrow:
            room = QRectF(46, 14, self.width() - 46, 28)
            font = self._theme.font("heading")
            font.setPixelSize(17)
            painter.setFont(font)
            painter.setPen(self._theme.colour("text"))
            painter.drawText(room, paint.LEFT, self.tr("Xunjian"))


class NavColumn(QWidget):
    """The column at the left; Up and Down move between entries.

    Signals:
        chosen: The id of the screen wanted.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        entries: Sequence[Entry],
        below: Sequence[Entry] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = False
        self.setAccessibleName(self.tr("Screens"))
        self._brand = Brand(theme, self)
        self._buttons: dict[str, NavButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setSpacing(APART)
        self._head = QSpacerItem(0, 4)
        self._gap = QSpacerItem(0, 18)
        self._column.addWidget(self._brand)
        self._column.addItem(self._head)
        for entry in entries:
            self._add(entry)
        self._column.addStretch(1)
        for entry in below:
            self._add(entry)
        self._office = Label(theme, "", "small_lead", "muted", wrap=True)
        self._desk = Label(theme, "", "small", "faint", wrap=True)
        for label in (self._office, self._desk):
            label.setContentsMargins(10, 0, 10, 0)
        self._column.addItem(self._gap)
        self._column.addWidget(self._office)
        self._column.addWidget(self._desk)
        theme.changed.connect(self.update)
        self.set_narrow(narrow=False)

    def set_current(self, screen: str) -> None:
        """Show which screen is open; one without an entry leaves none chosen."""
        for known, button in self._buttons.items():
            button.setChecked(known == screen)

    def set_counts(self, counts: Mapping[str, Count]) -> None:
        """Show the counts by screen id; screens left out show none."""
        for known, button in self._buttons.items():
            button.set_count(counts.get(known, Count(0)))

    def set_office(self, office: str, desk: str) -> None:
        """Show the bureau, and the section and device under it."""
        self._office.setText(office)
        self._desk.setText(desk)
        self._fit()

    def set_narrow(self, *, narrow: bool) -> None:
        """Shrink to 72 with the words under the icons, or take the usual 168."""
        self._narrow = narrow
        self.setFixedWidth(NARROW if narrow else WIDE)
        self._brand.set_narrow(narrow=narrow)
        for button in self._buttons.values():
            button.set_narrow(narrow=narrow)
        self._fit()

    def _fit(self) -> None:
        """Give way in a low window: first the bureau's words, then the brand, then the entries."""
        many, side = len(self._buttons), 2 if self._narrow else 10
        usual = NARROW_HEIGHT if self._narrow else HEIGHT
        told = 18 + sum(
            one.heightForWidth(WIDE - 2 * side) + APART for one in (self._office, self._desk)
        )
        entries = many * (usual + APART) + BELOW
        brand = self.height() >= entries + BRAND + 2 * APART + 4
        words = not self._narrow and self.height() >= entries + BRAND + 3 * APART + 4 + told
        tight = self.height() < entries
        each = max(LOW, min(usual, self.height() // max(many, 1))) if tight else usual
        self._column.setSpacing(0 if tight else APART)
        self._column.setContentsMargins(side, 0, side, 0 if tight else BELOW)
        self._head.changeSize(0, 4 if brand else 0)
        self._gap.changeSize(0, 18 if words else 0)
        for button in self._buttons.values():
            button.setFixedHeight(each)
        self._brand.setVisible(brand)
        self._office.setVisible(words)
        self._desk.setVisible(words)
        self._column.invalidate()

    def _add(self, entry: Entry) -> None:
        button = NavButton(self._theme, entry, self)
        button.clicked.connect(self._choose)
        self._theme.changed.connect(button.update)
        self._buttons[entry.id] = button
        self._column.addWidget(button)

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, NavButton):
            button.setChecked(not button.isChecked())
            self.chosen.emit(button.entry.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.focusNextPrevChild(step)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("side"))
        edge = QRectF(self.width() - 1, 0, 1, self.height())
        paint.line(painter, self._theme, edge, "border")
