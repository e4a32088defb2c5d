"""Several questions with the same choices as one grid: the words above, a line a question.

XLSForm writes it as ``table-list``, or by hand as a question ``label`` (or ``list``) over
questions ``list-nolabel``.
"""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import takewhile

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.card import Card
from app.widgets.cells import CellLine
from app.widgets.option_rows import least_width
from app.widgets.questions.base import Helpers, QuestionWidget
from app.widgets.questions.choices import is_check_item
from app.widgets.questions.choosing import ChoosingQuestion, Nothing, items, looks
from forms.model import Question
from forms.state import Option, State

SIDE = 15
ASIDE = 200  # the least room for the labels at the left
WIDEST = 132  # of a column
MOST_COLUMNS = 12  # with more choices each question has a control of its own
UNBOUNDED = 2**24 - 1  # what Qt takes for no limit
CHOOSES = frozenset({"select_one", "select_multiple"})


def stands_in_grid(state: State) -> bool:
    """Whether a question leaves its choices to a head, and has few enough of them."""
    question = state.question
    if not isinstance(question, Question) or question.kind not in CHOOSES:
        return False
    few = len(state.choices) <= MOST_COLUMNS and not is_check_item(state)
    return few and "list-nolabel" in looks(question)


def grid_length(states: Iterable[State]) -> int:
    """How many questions from the first on make one grid; 0 when none begins there."""
    coming = iter(states)
    first = next(coming, None)
    if first is None or not isinstance(first.question, Question):
        return 0
    head = first.question
    begins = head.is_head or (head.kind in CHOOSES and "list" in looks(head))
    few = len(first.choices) <= MOST_COLUMNS and not is_check_item(first)
    if not few or not (begins or stands_in_grid(first)):
        return 0
    rows = sum(1 for _ in takewhile(partial(_goes_on, head.kind), coming))
    return 0 if "list" in looks(head) and not rows else 1 + rows


def _goes_on(kind: str, state: State) -> bool:
    item = state.question
    return stands_in_grid(state) and isinstance(item, Question) and item.kind == kind


class GridHead(QuestionWidget):
    """The words of the choices, each over its column; a head has no answer and no focus.

    Signals:
        offered: The choices named here, after they have changed.
    """

    offered = Signal(object)

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self.options: tuple[Option, ...] = ()
        self._each = 0
        self._label.set_role("label")
        self._label.set_meaning("muted")
        self._label.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SIDE, 8, SIDE, 8)
        self._row.addWidget(self._label, 1)
        theme.changed.connect(self.update)

    def set_options(self, options: Sequence[Option]) -> None:
        """Name these choices."""
        self.options = tuple(options)
        self.setAccessibleName(self.tr(", ").join(option.label for option in options))
        self.offered.emit(self.options)

    def set_each(self, each: int) -> None:
        """Give each column this width; 0 folds the head away."""
        self._each = each
        font = self._theme.font("label")
        words = [paint.high(font, option.label, each - 8) for option in self.options]
        self._row.setContentsMargins(SIDE, 8, SIDE + each * len(self.options), 8)
        self._label.setVisible(bool(each and self._label.text()))
        high = round(max(words, default=0) + 18)
        self.setMinimumHeight(high if each else 0)
        self.setMaximumHeight(UNBOUNDED if each else 0)
        self.update()

    @override
    def show_state(self, state: State) -> None:
        self._error.hide()
        self._hint.hide()
        if self.question.is_head:
            self.set_options(state.choices)
        else:
            self._label.setText("")

    @override
    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        self.offered.emit(self.options)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._each:
            return
        painter = QPainter(self)
        left = self.width() - SIDE - self._each * len(self.options)
        align = paint.Align.AlignHCenter | paint.Align.AlignBottom
        for place, option in enumerate(self.options):
            room = QRectF(left + place * self._each + 4, 8, self._each - 8, self.height() - 17)
            paint.paragraph(painter, self._theme, room, option.label, "label", "muted", align)


class GridRow(ChoosingQuestion):
    """One question of a grid: its label at the left, a cell under each choice.

    Signals:
        offered: The choices it offers, after each state.
        passed: Itself, -1 or 1 and the place: the row above or below is wanted.
    """

    offered = Signal(object)
    passed = Signal(object, int, int)

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self.options: tuple[Option, ...] = ()
        self.parted = True
        self._each = -1  # not arranged yet
        self.cells = CellLine(theme, several=question.kind == "select_multiple")
        self._control = self.cells
        self.setFocusProxy(self.cells)
        self._label.setBuddy(self.cells)
        self._words = QVBoxLayout()
        self._words.setSpacing(2)
        self._words.addWidget(self._label)
        self._words.addWidget(self._hint)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(8)
        self._both.addLayout(self._words, 1)
        self._both.addWidget(self.cells)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 6, SIDE, 6)
        column.setSpacing(4)
        column.addLayout(self._both)
        column.addWidget(self._error)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.cells.chosen.connect(self._say)
        self.cells.advanced.connect(self._advance)
        self.cells.passed.connect(self._pass)
        theme.changed.connect(self.update)

    def set_each(self, each: int) -> None:
        """Stand under columns of this width; 0: the choices in words below the label."""
        if each == self._each:
            return
        self._each = each
        beside = QBoxLayout.Direction.LeftToRight
        self._both.setDirection(beside if each else QBoxLayout.Direction.TopToBottom)
        self._both.setSpacing(8 if each else 4)
        self.cells.set_each(each)

    def _pass(self, by: int, place: int) -> None:
        self.passed.emit(self, by, place)

    @override
    def _place(self, nothing: Nothing) -> None:
        self._both.addWidget(nothing)

    @override
    def show_state(self, state: State) -> None:
        self._offer(state.choices, state)
        self.options = state.choices
        self.cells.set_items(items(state.choices))
        self.cells.set_name(state.label or self.question.name)
        self.cells.set_value(state.value)
        self.cells.set_readonly(state.readonly)
        self.offered.emit(state.choices)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse():
            painter.fillRect(rect, self._theme.colour("surface"))
        if self.parted:
            paint.line(painter, self._theme, QRectF(0, 0, rect.width(), 1))


def head_of(theme: Theme, state: State, helpers: Helpers) -> GridHead:
    """The head of a grid that begins with a question: that question where it is one."""
    head = GridHead(theme, _asked(state), state.ref, helpers)
    head.set_state(state)
    return head


def row_of(theme: Theme, state: State, helpers: Helpers) -> GridRow:
    """A question as a row of a grid, whatever its own appearance."""
    row = GridRow(theme, _asked(state), state.ref, helpers)
    row.set_state(state)
    return row


def _asked(state: State) -> Question:
    if not isinstance(state.question, Question):
        message = f"{state.ref} is no question"
        raise TypeError(message)
    return state.question


class Grid(Card):
    """The head and its rows in one card; gives all of them the same columns.

    Where the columns do not fit, or a row offers something else than the head names, the choices
    stand in words below the label.
    """

    def __init__(self, theme: Theme, head: GridHead) -> None:
        super().__init__(theme)
        self.head = head
        self.rows: list[GridRow] = []
        self.refs: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.body.addWidget(head)
        head.offered.connect(self._arrange)

    def add(self, row: GridRow) -> None:
        """Put a row below the others; the first one names the choices where nothing else does."""
        if not self.rows and not self.head.question.is_head:
            self.head.set_options(row.options)
            row.offered.connect(self.head.set_options)
        self.rows.append(row)
        self.refs.append(row.ref)
        self.body.addWidget(row)
        row.offered.connect(self._arrange)
        row.passed.connect(self._pass)
        if self.isVisible():
            self._arrange()

    def each(self) -> int:
        """How wide a column is now, 0 when the columns do not fit."""
        words = [option.label for option in self.head.options]
        wide = max((least_width(self._theme, text) for text in words), default=0)
        room = self.width() - 2 * SIDE - 2 - ASIDE
        if not words or self.head.isHidden() or wide * len(words) > room:
            return 0
        font = self._theme.font("label")
        in_one_line = round(max(paint.advance(font, text) for text in words)) + 20
        return min(WIDEST, max(wide, min(in_one_line, room // len(words))))

    def _arrange(self, _options: object = None) -> None:
        each = self.each()
        named = [option.value for option in self.head.options]
        self.head.set_each(each)
        first = not each
        for row in self.rows:
            same = [option.value for option in row.options] == named
            row.set_each(each if same else 0)
            row.parted = not first
            first = False

    def _pass(self, row: QWidget, by: int, place: int) -> None:
        """Go to the row above or below that is shown and may be answered."""
        shown = [one for one in self.rows if not one.isHidden() and one.options]
        beside = shown.index(row) + by if isinstance(row, GridRow) and row in shown else -1
        if 0 <= beside < len(shown):
            shown[beside].cells.come(place)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
