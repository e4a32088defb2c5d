"""The pieces of the frame: bar grounds, search box, network, user, and the status line."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.buttons import Button
from app.widgets.labels import Icon, Label, Line, paint_initial

TOP = 56
STATUS = 32
SEARCH = 460
ROOM = 760  # logical pixels under which the status line has narrow margins
PARTED = 25  # between two pieces of the status line, its hairline included


class Strip(QWidget):
    """A ground with a hairline at its top or bottom, for bars, headers and footers."""

    def __init__(
        self,
        theme: Theme,
        ground: str = "surface",
        line_at: str = "bottom",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = ground
        self._line_at = line_at
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(24, 0, 24, 0)
        self.row.setSpacing(8)
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour(self._ground))
        rect = QRectF(self.rect())
        top = 0 if self._line_at == "top" else rect.height() - 1
        paint.line(painter, self._theme, QRectF(0, top, rect.width(), 1), "border")


class SearchBox(QWidget):
    """One box over everything, 460 wide.

    Signals:
        searched: The text after each change.
        entered: Enter was pressed.
        moved: Down (1) or Up (-1) was pressed: the list of hits moves.
        escaped: Escape was pressed.
    """

    searched = Signal(str)
    entered = Signal()
    moved = Signal(int)
    escaped = Signal()

    def __init__(self, theme: Theme, hint: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = keys
        self.setFixedHeight(40)
        self.setMaximumWidth(SEARCH)
        self.setMinimumWidth(160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ring", 8)
        self.line = SearchLine(self)
        self.line.setProperty("kind", "bare")
        self.line.setFont(theme.font("field"))
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(hint)
        self.line.textChanged.connect(self.searched)
        self.line.returnPressed.connect(self.entered)
        self.line.moved.connect(self.moved)
        self.line.escaped.connect(self.escaped)
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(34, 0, 62, 0)
        row.addWidget(self.line)
        theme.changed.connect(self.update)

    def text(self) -> str:
        """The text now."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Put a text in, for example a scanned code."""
        self.line.setText(text)

    @override
    def sizeHint(self) -> QSize:
        return QSize(SEARCH, 40)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint.box(painter, self._theme, rect, "raised", "border")
        mark = QRectF(10, 11, 18, 18)
        self._theme.paint_icon(painter, mark, "search", "muted")
        wide = paint.advance(self._theme.font("small_lead"), self._keys) + 10
        keys = QRectF(rect.right() - 10 - wide, 9.5, wide, 21)
        paint.box(painter, self._theme, keys, "", "border", 4)
        paint.words(painter, self._theme, keys, self._keys, "small_lead", "muted", paint.CENTRE)


class SearchLine(QLineEdit):
    """The line inside the search box; passes Up, Down and Escape on.

    Signals:
        moved, escaped: See ``SearchBox``.
    """

    moved = Signal(int)
    escaped = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class NetworkState(QWidget):
    """The state of the network in words; never a bare light."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._icon = Icon(theme, "offline", 16, "muted")
        self._words = Label(theme, "", "label", "muted")
        row.addWidget(self._icon)
        row.addWidget(self._words)

    def set_state(self, words: str, *, online: bool) -> None:
        """Say how the network is and since when."""
        self._icon.set_icon("online" if online else "offline", "muted")
        self._words.setText(words)
        self.setAccessibleName(words)


class UserButton(QAbstractButton):
    """Who is at the desk: initial in a circle of 28, name, and a chevron; opens a menu."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(40)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def set_user(self, name: str) -> None:
        """Show who it is."""
        self.setText(name)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        wide = paint.advance(self._theme.font("lead"), self.text())
        return QSize(round(28 + 8 + wide + 8 + 16), 40)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        if self.underMouse():
            paint.box(painter, self._theme, QRectF(self.rect()), "hover")
        paint_initial(painter, self._theme, QRectF(0, 6, 28, 28), self.text())
        room = QRectF(36, 0, self.width() - 60, 40)
        paint.words(painter, self._theme, room, self.text(), "lead")
        mark = QRectF(self.width() - 16, 12, 16, 16)
        self._theme.paint_icon(painter, mark, "chevron-down", "muted")


class TopBar(Strip):
    """Search, scan, state of the network, and the user.

    Signals:
        scanned: The scan button was pressed.
        user_opened: The user button was pressed.
    The signals of ``search`` (a ``SearchBox``) are used directly.
    """

    scanned = Signal()
    user_opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setFixedHeight(TOP)
        self.search = SearchBox(theme, "", "Ctrl K")
        self.scan = Button(theme, "", "secondary", "scan")
        self.network = NetworkState(theme)
        self.user = UserButton(theme)
        self.row.addWidget(self.search, 10)
        self.row.addWidget(self.scan)
        self.row.addStretch(1)
        self.row.addWidget(self.network)
        self.row.addSpacing(8)
        self.row.addWidget(self.user)
        self.scan.clicked.connect(self.scanned)
        self.user.clicked.connect(self.user_opened)
        self.reword()

    def reword(self) -> None:
        """Say everything in the language shown now."""
        hint = self.tr("Site, equipment, document no., barcode…")
        self.search.line.setPlaceholderText(hint)
        self.search.line.setAccessibleName(hint)
        self.scan.set_words(self.tr("Scan"))


@dataclass(frozen=True, slots=True)
class StatusItem:
    """One piece of the status line; pressing it opens ``id``."""

    id: str
    words: str
    icon: str
    meaning: str = "muted"


class StatusButton(QAbstractButton):
    """One piece of the status line, 32 high, that opens what it speaks of."""

    def __init__(self, theme: Theme, item: StatusItem, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.item = item
        self.setFixedHeight(STATUS - 1)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_item(item)

    def set_item(self, item: StatusItem) -> None:
        """Say something else."""
        self.item = item
        self.setText(item.words)
        self.setAccessibleName(item.words)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        wide = paint.advance(self._theme.font("small"), self.item.words)
        return QSize(round(14 + 6 + wide + 1), STATUS - 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        mark = QRectF(0, (self.height() - 14) / 2, 14, 14)
        self._theme.paint_icon(painter, mark, self.item.icon, self.item.meaning)
        room = QRectF(20, 0, self.width() - 20, self.height())
        meaning = "text" if self.underMouse() else self.item.meaning
        paint.words(painter, self._theme, room, self.item.words, "small", meaning)


class StatusLine(Strip):
    """What is saved, waiting, left and ready; 32 high.

    Signals:
        opened: The id of the piece that was pressed.
    """

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, line_at="top", parent=parent)
        self.setFixedHeight(STATUS)
        self.row.setContentsMargins(24, 0, 24, 0)
        self.row.setSpacing(12)
        self._buttons: dict[str, StatusButton] = {}
        self._partings: list[Line] = []
        self._note = Label(theme, "", "small", "muted")
        self._pieces = QHBoxLayout()
        self._pieces.setSpacing(12)
        self.row.addLayout(self._pieces)
        self.row.addStretch(1)
        self.row.addWidget(self._note)

    def set_items(self, items: Sequence[StatusItem]) -> None:
        """Show these pieces; the same ids in the same order are only reworded."""
        if [item.id for item in items] == list(self._buttons):
            for item in items:
                self._buttons[item.id].set_item(item)
            self._fit()
            return
        while (old := self._pieces.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons, self._partings = {}, []
        for item in items:
            if self._buttons:
                parting = Line(self._theme, "border", standing=True)
                parting.setFixedHeight(12)
                self._pieces.addWidget(parting)
                self._partings.append(parting)
            button = StatusButton(self._theme, item, self)
            button.clicked.connect(self._open)
            self._theme.changed.connect(button.update)
            self._buttons[item.id] = button
            self._pieces.addWidget(button)
        self._fit()

    def set_note(self, words: str) -> None:
        """Show the words at the right: versions."""
        self._note.setText(words)
        self._fit()

    def _fit(self) -> None:
        """Leave out what does not fit, the quietest and last first: all of it is told elsewhere too."""
        side = 24 if self.width() >= ROOM else 12
        self.row.setContentsMargins(side, 0, side, 0)
        room = self.width() - 2 * side
        pieces = list(self._buttons.values())
        needed = sum(one.sizeHint().width() for one in pieces) + PARTED * (len(pieces) - 1)
        self._note.setVisible(needed + PARTED + self._note.sizeHint().width() <= room)
        last_first = pieces[::-1]
        quietest = sorted(last_first, key=lambda one: one.item.meaning != "muted")
        left_out: set[StatusButton] = set()
        for one in quietest:
            if needed > room:
                left_out.add(one)
                needed -= one.sizeHint().width() + PARTED
        for place, one in enumerate(pieces):
            one.setVisible(one not in left_out)
            if place:
                self._partings[place - 1].setVisible(one not in left_out)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _open(self) -> None:
        button = self.sender()
        if isinstance(button, StatusButton):
            self.opened.emit(button.item.id)
