"""A question answered by putting choices in order."""

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets.buttons import Button
from app.widgets.labels import Label
from app.widgets.questions.base import Helpers, QuestionWidget
from forms.model import Question
from forms.state import Option, State

ROW = 40
MOST_SEEN = 8
_VALUE = Qt.ItemDataRole.UserRole


class RankList(QListWidget):
    """Rows moved by dragging, or by Alt and an arrow."""

    def __init__(self, owner: "RankQuestion") -> None:
        super().__init__()
        self._owner = owner
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setUniformItemSizes(True)
        self.setProperty("kind", "field")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._owner.shift(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._owner.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._owner.advanced.emit(self._owner.ref)
        else:
            super().keyPressEvent(event)


class RankQuestion(QuestionWidget):
    """All choices in one order; empty until one is moved or the order shown is confirmed."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self._options: tuple[Option, ...] = ()
        self._ranked = 0
        self.rows = RankList(self)
        self.up = Button(theme, self.tr("Up"), "secondary", "chevron-up")
        self.down = Button(theme, self.tr("Down"), "secondary", "chevron-down")
        self.keep = Button(theme, self.tr("Keep this order"), "secondary", "tick")
        self._told = Label(theme, "", "small", "faint", wrap=True)
        self._stand(self._laid_out())
        self.setFocusProxy(self.rows)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.keep.clicked.connect(self._tell)
        self.rows.model().rowsMoved.connect(self._tell_moved)

    def _laid_out(self) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.rows, 1)
        column = QVBoxLayout()
        column.setSpacing(8)
        for part in (self.up, self.down, self.keep, self._told):
            column.addWidget(part)
        column.addStretch(1)
        row.addLayout(column)
        return both

    def shift(self, by: int) -> None:
        """Move the current row up (-1) or down (1)."""
        place = self.rows.currentRow()
        if self._readonly() or not 0 <= place + by < self.rows.count() or place < 0:
            return
        item = self.rows.takeItem(place)
        self.rows.insertItem(place + by, item)
        self.rows.setCurrentRow(place + by)
        self._tell()

    def clear(self) -> None:
        """Take the order back; the rows stand as they are offered again."""
        if not self._readonly():
            self._fill(tuple(option.value for option in self._options), ranked=0)
            self._say("")

    def _move_up(self) -> None:
        self.shift(-1)

    def _move_down(self) -> None:
        self.shift(1)

    def _tell_moved(self, *_rows: QModelIndex | int) -> None:
        self._tell()

    def _tell(self, _checked: object = None) -> None:
        values = [str(self.rows.item(place).data(_VALUE)) for place in range(self.rows.count())]
        self._say(" ".join(values))
        self._leave()

    def _readonly(self) -> bool:
        return not self.keep.isEnabled()

    def _fill(self, order: tuple[str, ...], *, ranked: int) -> None:
        words = {option.value: option.label for option in self._options}
        chosen = self.rows.currentRow()
        kept = self.rows.item(chosen).data(_VALUE) if chosen >= 0 else None
        self.rows.clear()
        for place, value in enumerate(order, 1):
            before = f"{place}  " if place <= ranked else ""
            item = QListWidgetItem(before + words.get(value, value))
            item.setData(_VALUE, value)
            item.setSizeHint(QSize(0, ROW))
            self.rows.addItem(item)
            if value == kept:
                self.rows.setCurrentItem(item)
        self.rows.setFixedHeight(min(MOST_SEEN, max(1, len(order))) * ROW + 4)

    @override
    def show_state(self, state: State) -> None:
        ranked = [value for value in state.value.split() if value]
        offered = [option.value for option in state.choices]
        order = (*ranked, *(value for value in offered if value not in ranked))
        now = tuple(str(self.rows.item(n).data(_VALUE)) for n in range(self.rows.count()))
        if order != now or state.choices != self._options or len(ranked) != self._ranked:
            self._options = state.choices
            self._ranked = len(ranked)
            self._fill(order, ranked=len(ranked))
        self._told.setText("" if state.value else self.tr("Not put in order yet."))
        self.rows.setAccessibleName(state.label)
        for part in (self.up, self.down, self.keep):
            part.setEnabled(not state.readonly)
        modes = QAbstractItemView.DragDropMode
        self.rows.setDragDropMode(modes.NoDragDrop if state.readonly else modes.InternalMove)
