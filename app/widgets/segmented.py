"""The segmented choice, and the verdict 合格 / 不合格 / 不适用 made of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint

HEIGHT = 40
PART = 84
ROOM = 520  # parts that are together wider than the narrowest form are as narrow as their words
RADIUS = 6
ICON = 16


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a segmented choice: its value, words, icon ("" for none) and tone."""

    value: str
    words: str
    icon: str = ""
    tone: str = "accent"


class PartButton(QRadioButton):
    """One part; a radio button to a screen reader, painted as a piece of the frame."""

    def __init__(self, theme: Theme, part: Part, index: int, parent: QWidget) -> None:
        super().__init__(part.words, parent)
        self._theme = theme
        self.part = part
        self.index = index
        self.first = index == 0
        self.last = False
        self.after_chosen = False
        self.setAutoExclusive(False)
        self.setAccessibleName(part.words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def sizeHint(self) -> QSize:
        return QSize(max(self.minimumWidth(), self.minimumSizeHint().width()), HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        font = self._theme.font("strong")
        wide = paint.advance(font, self.part.words) + 20
        if self.part.icon:
            wide += ICON + 6
        return QSize(round(wide + 0.5), HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        self._paint_ground(painter)
        self._paint_words(painter)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        owner = self.parentWidget()
        if isinstance(owner, Segmented) and owner.take_key(event):
            event.accept()
        else:
            event.ignore()

    def _paint_ground(self, painter: QPainter) -> None:
        theme, chosen = self._theme, self.isChecked()
        thick = 1.5 if chosen else 1.0
        half = thick / 2
        rect = QRectF(self.rect()).adjusted(
            half if self.first or chosen else -1, half, -half if self.last or chosen else 1, -half
        )
        left = RADIUS if self.first else 0.0
        right = RADIUS if self.last else 0.0
        path = paint.corners(rect, left, right, right, left)
        if chosen:
            ground = theme.tone(self.part.tone).ground
        elif self.isDown() or not self.isEnabled():
            ground = "sunken"
        else:
            ground = "hover" if self.underMouse() else "raised"
        painter.fillPath(path, theme.colour(ground))
        edge = theme.tone(self.part.tone).word if chosen else "strong"
        if not self.isEnabled() and not chosen:
            edge = "edge"
        painter.strokePath(path, QPen(theme.colour(edge), thick))
        if not chosen and not self.first and not self.after_chosen:
            inner = QRectF(0, 1, 1, self.height() - 2)
            painter.fillRect(inner, theme.colour("edge"))

    def _paint_words(self, painter: QPainter) -> None:
        theme, part = self._theme, self.part
        chosen = self.isChecked()
        role = "strong" if chosen else "field"
        colour = theme.tone(part.tone).word if chosen else "muted"
        if not self.isEnabled() and not chosen:
            colour = "faint"
        wide = paint.advance(theme.font(role), part.words)
        mark = ICON + 6 if part.icon else 0
        left = (self.width() - wide - mark) / 2
        if part.icon:
            place = QRectF(left, (HEIGHT - ICON) / 2, ICON, ICON)
            theme.paint_icon(painter, place, part.icon, colour if chosen else "faint")
        room = QRectF(left + mark, 0, wide + 1, HEIGHT)
        paint.words(painter, theme, room, part.words, role, colour)


class Segmented(QFrame):
    """A choice of one among a few, side by side.

    One Tab stop; arrows move and choose; the digits 1 to 9 choose; Backspace clears when it may
    be cleared; Enter asks for the next question.

    Signals:
        chosen: The value chosen by the person, "" when cleared.
        picked: It was chosen by a click, a digit or Space, not passed with an arrow.
        advanced: Enter was pressed: go to the next unanswered item.
    """

    chosen = Signal(str)
    picked = Signal()
    advanced = Signal()

    def __init__(  # noqa: PLR0913 - a choice has parts, a name and three manners
        self,
        theme: Theme,
        parts: Sequence[Part],
        name: str = "",
        *,
        clearable: bool = False,
        stretched: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clearable = clearable
        self._stretched = stretched
        self._value = ""
        self._readonly = False
        self._buttons: list[PartButton] = []
        self.setProperty("ring", 9)
        wide = QSizePolicy.Policy.Expanding if stretched else QSizePolicy.Policy.Fixed
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        theme.changed.connect(self.update)
        self.set_name(name)
        self.set_parts(parts)

    @property
    def value(self) -> str:
        """The chosen value, "" for none."""
        return self._value

    def set_name(self, name: str) -> None:
        """Say what is being chosen, for screen readers."""
        self.setAccessibleName(name)

    def set_parts(self, parts: Sequence[Part]) -> None:
        """Offer these parts."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [
            PartButton(self._theme, part, index, self) for index, part in enumerate(parts)
        ]
        fits = len(parts) * PART <= ROOM
        least = 0 if self._stretched else PART if fits else HEIGHT
        widest = max((button.minimumSizeHint().width() for button in self._buttons), default=0)
        for button in self._buttons:
            button.last = button.index == len(parts) - 1
            button.setMinimumWidth(max(least, widest))
            button.clicked.connect(self._take_click)
            self._row.addWidget(button)
        self.set_value(self._value)

    def set_value(self, value: str) -> None:
        """Show a value without saying that a person chose it."""
        self._value = value
        before = False
        for button in self._buttons:
            button.setChecked(button.part.value == value and bool(value))
            button.after_chosen = before
            before = button.isChecked()
            button.update()
        chosen = next((button for button in self._buttons if button.isChecked()), None)
        stop = chosen or (self._buttons[0] if self._buttons else None)
        for button in self._buttons:
            policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        if stop is not None:
            self.setFocusProxy(stop)

    def set_readonly(self, readonly: bool) -> None:  # noqa: FBT001 - a setter
        """Show the choice without letting anyone change it."""
        self._readonly = readonly
        for button in self._buttons:
            button.setEnabled(not readonly)

    def choose(self, value: str) -> None:
        """Choose a value as a person would."""
        if self._readonly or value == self._value:
            return
        had_focus = any(button.hasFocus() for button in self._buttons)
        self.set_value(value)
        if had_focus:
            self.setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(value)

    def take_key(self, event: QKeyEvent) -> bool:
        """Act on a key pressed in any part; returns whether it was one of ours."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.advanced.emit()
            return True
        if self._readonly or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        return self._take_choice(Qt.Key(key))

    def _take_choice(self, key: Qt.Key) -> bool:
        values = [button.part.value for button in self._buttons]
        if Qt.Key.Key_1 <= key < Qt.Key(Qt.Key.Key_1 + len(values)):
            self.choose(values[key - Qt.Key.Key_1])
            self.picked.emit()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down}:
            back = key in {Qt.Key.Key_Left, Qt.Key.Key_Up}
            self.choose(values[self._beside(values, back=back)])
        elif key == Qt.Key.Key_Space and not self._value:
            self.choose(values[0])
            self.picked.emit()
        elif key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete} and self._clearable:
            self.choose("")
        else:
            return False
        return True

    def _beside(self, values: list[str], *, back: bool) -> int:
        if self._value not in values:
            return len(values) - 1 if back else 0
        index = values.index(self._value) + (-1 if back else 1)
        return min(max(index, 0), len(values) - 1)

    def _take_click(self) -> None:
        button = self.sender()
        if isinstance(button, PartButton):
            button.setChecked(button.part.value == self._value)
            self.choose(button.part.value)
            self.picked.emit()


class Verdict(Segmented):
    """合格 / 不合格 / 不适用: three parts that can be cleared with Backspace.

    The values are ``pass``, ``fail`` and ``na`` unless parts of a form are given.
    """

    def __init__(
        self,
        theme: Theme,
        name: str = "",
        *,
        parts: Sequence[Part] = (),
        stretched: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parts, name, clearable=True, stretched=stretched, parent=parent)
        if not parts:
            self.set_parts(
                (
                    Part("pass", self.tr("Pass"), "tick", "ok"),
                    Part("fail", self.tr("Fail"), "cross", "danger"),
                    Part("na", self.tr("N/A"), "dash", "mute"),
                )
            )
