"""Building the widgets of a section: check items as cards, other questions in cards of rows."""

from __future__ import annotations

from collections import deque
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.screens.fill_rows import FEW, RowList, row_around, unfinished
from app.screens.layout import column
from app.widgets.buttons import Button
from app.widgets.card import Card
from app.widgets.labelled import ErrorLine
from app.widgets.labels import Label
from app.widgets.questions import fits, make
from app.widgets.questions.base import problem_words
from app.widgets.questions.grid import Grid, grid_length, head_of, row_of
from forms.model import Question, Repeat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.screens.fill_answers import Answers
    from app.shell.theme import Theme
    from app.widgets.questions import Helpers, QuestionWidget

APART: Final = 16


class PlainCard(Card):
    """A card of questions one below the other; ``refs`` are theirs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.refs: list[str] = []
        self.inside = QVBoxLayout()
        self.inside.setContentsMargins(15, 14, 15, 16)
        self.inside.setSpacing(APART)
        self.body.addLayout(self.inside)


class Builder(QObject):
    """Makes the widgets of one section, and later shows or hides them as answers ask for it.

    Signals:
        added: A question widget was made.
        row_wanted: The ref of a repeat that gets another row.
        row_unwanted: The ref of a row to be removed.
        row_opened: The ref of a row of a long repeat whose questions are wanted.
    """

    added = Signal(object)
    row_wanted = Signal(str)
    row_unwanted = Signal(str)
    row_opened = Signal(str)

    def __init__(
        self,
        theme: Theme,
        paper: Answers,
        helpers: Helpers,
        number: int,
        open_rows: dict[str, str],
    ) -> None:
        super().__init__()
        self._open_rows = open_rows  # the open row of each long repeat; outlives this builder
        self.lists: dict[str, RowList] = {}
        self._theme = theme
        self._paper = paper
        self._helpers = helpers
        self._number = number
        self._items = 0
        self.widgets: dict[str, QuestionWidget] = {}
        self._parts: dict[str, QWidget] = {}
        self.lacking: dict[str, ErrorLine] = {}
        self.adders: dict[str, Button] = {}
        self._cards: list[PlainCard | Grid] = []
        self._repeats: set[str] = set()
        self._left_out: frozenset[str] = frozenset()
        self._work: Iterator[None] = iter(())

    @property
    def repeats(self) -> frozenset[str]:
        """The refs of the repeats that stand in the section."""
        return frozenset(self._repeats)

    def leave_out(self, names: frozenset[str]) -> None:
        """Do not show the questions and repeats with these names."""
        self._left_out = names

    def build(self, section: str) -> QWidget:
        """The column of a section, still empty; ``go_on`` fills it."""
        whole = QWidget()
        self.setParent(whole)
        rows = column(whole, spacing=8)
        node = self._paper.session.node(section)
        if isinstance(node.question, Repeat):
            self._work = self._add_repeat(section, rows)
        else:
            self._work = self._add_all(self._own_children(section), rows)
        return whole

    def go_on(self, count: int | None = None) -> bool:
        """Make up to so many more questions (None: all); False when there are no more."""
        before = set(self.widgets)
        made = sum(1 for _ in islice(self._work, count))
        self._show_relevant(set(self.widgets) - before)
        return count is not None and made == count

    def show(self, ref: str) -> bool:
        """Show a question as it is now; True when another widget had to take its place."""
        state, widget = self._paper.state(ref), self.widgets[ref]
        if fits(widget, state):
            widget.set_state(state)
            return False
        home = widget.parentWidget()
        layout = home.layout() if home is not None else None
        fresh = self._make(ref)
        if layout is not None:
            layout.replaceWidget(widget, fresh)
        fresh.setVisible(state.relevant)
        widget.hide()
        widget.deleteLater()
        return True

    def closed_row_of(self, ref: str) -> str:
        """The row of a long repeat that must be opened to show a question, "" for none."""
        for repeat in self.lists:
            row = row_around(ref, repeat)
            if row in self._paper.session.children(repeat) and row != self._open_rows[repeat]:
                return row
        return ""

    def follow_rows(self, touched: frozenset[str]) -> None:
        """Let the lists of rows say what was answered in them, and repeats that they lack a row."""
        for rows in self.lists.values():
            rows.show_touched(touched)
        for ref in touched & self.lacking.keys():
            self.lacking[ref].set_error(problem_words(self._paper.session.node(ref).error))

    def show_relevant(self) -> None:
        """Show what applies now and hide the rest."""
        self._show_relevant(set(self.widgets))

    def _show_relevant(self, refs: set[str]) -> None:
        session = self._paper.session
        for ref in refs:
            self.widgets[ref].setVisible(session.answer(ref).relevant)
        for card in self._cards:
            card.setVisible(any(session.answer(ref).relevant for ref in card.refs))
        for ref, part in self._parts.items():
            part.setVisible(session.answer(ref).relevant)

    # --- inside -------------------------------------------------------------------------------

    def _own_children(self, section: str) -> list[str]:
        """The children of a section; the root's groups are sections of their own."""
        session = self._paper.session
        others = set(session.sections()) - {section}
        return [ref for ref in session.children(section) if ref not in others]

    def _add_all(self, refs: list[str], rows: QVBoxLayout) -> Iterator[None]:
        card: PlainCard | None = None
        waiting = deque(ref for ref in refs if not self._is_left_out(ref))
        while waiting:
            length = grid_length(self._paper.state(ref) for ref in waiting)
            if length:
                card = None
                yield from self._add_grid([waiting.popleft() for _ in range(length)], rows)
                continue
            ref = waiting.popleft()
            item = self._paper.session.answer(ref).question
            if not isinstance(item, Question):
                card = None
                add = self._add_repeat if isinstance(item, Repeat) else self._add_group
                yield from add(ref, rows)
            elif item.has_control:
                widget = self._make(ref)
                if widget.is_card:
                    card = None
                    self._number_item(widget)
                    rows.addWidget(widget)
                else:
                    card = card or self._open_card(rows)
                    card.refs.append(ref)
                    card.inside.addWidget(widget)
                yield

    def _is_left_out(self, ref: str) -> bool:
        """What the screen shows elsewhere, and a note that only says its group's title again."""
        item = self._paper.session.answer(ref).question
        if item.name in self._left_out:
            return True
        if not isinstance(item, Question) or item.kind != "note":
            return False
        group = self._paper.session.answer(ref.rpartition("/")[0]).question
        return bool(item.label) and item.label == group.label

    def _add_grid(self, refs: list[str], rows: QVBoxLayout) -> Iterator[None]:
        """One card for questions with the same choices; the first may be only their head.

        A head over no row (check items have their own words) is not shown.
        """
        head = head_of(self._theme, self._paper.state(refs[0]), self._helpers)
        if head.question.is_head:
            head_ref = refs.pop(0)
            if not refs:
                return
            self._keep(head_ref, head)
        grid = Grid(self._theme, head)
        self._cards.append(grid)
        rows.addWidget(grid)
        for ref in refs:
            row = row_of(self._theme, self._paper.state(ref), self._helpers)
            self._keep(ref, row)
            grid.add(row)
            yield

    def _make(self, ref: str) -> QuestionWidget:
        widget = make(self._theme, self._paper.state(ref), self._helpers)
        self._keep(ref, widget)
        return widget

    def _keep(self, ref: str, widget: QuestionWidget) -> None:
        self.widgets[ref] = widget
        self.added.emit(widget)

    def _number_item(self, widget: QuestionWidget) -> None:
        self._items += 1
        widget.set_number(f"{self._number}.{self._items}")
        widget.set_state(self._paper.state(widget.ref))

    def _open_card(self, rows: QVBoxLayout) -> PlainCard:
        """A card for the questions that follow, until a check item or a group ends it."""
        card = PlainCard(self._theme)
        rows.addWidget(card)
        self._cards.append(card)
        return card

    def _add_group(self, ref: str, rows: QVBoxLayout) -> Iterator[None]:
        part = QWidget()
        inside = column(part, spacing=8)
        label = self._paper.session.node(ref).label
        if label:
            inside.addSpacing(4)
            inside.addWidget(Label(self._theme, label, "strong", wrap=True))
        self._parts[ref] = part
        rows.addWidget(part)
        yield from self._add_all(list(self._paper.session.children(ref)), inside)

    def _add_repeat(self, ref: str, rows: QVBoxLayout) -> Iterator[None]:
        self._repeats.add(ref)
        part = QWidget()
        inside = column(part, spacing=8)
        node = self._paper.session.node(ref)
        by_hand = self._paper.may_remove(ref)
        self._parts[ref] = part
        rows.addWidget(part)
        children = self._paper.session.children(ref)
        shown = {self._list_rows(ref, children, inside)} if len(children) > FEW else set(children)
        for place, row in enumerate(children, start=1):
            if row not in shown:
                continue
            title = self.tr("{label} {number}").format(label=node.label, number=place)
            inside.addLayout(self._row_head(row, title, by_hand=by_hand))
            yield from self._add_all(list(self._paper.session.children(row)), inside)
        if by_hand:
            add = Button(self._theme, self.tr("Add: {label}").format(label=node.label), icon="plus")
            add.clicked.connect(partial(self.row_wanted.emit, ref))
            lack = self.lacking[ref] = ErrorLine(self._theme)
            inside.addWidget(lack)
            lack.set_error(problem_words(node.error))
            self.adders[ref] = add
            line = QHBoxLayout()
            line.addWidget(add)
            line.addStretch(1)
            inside.addLayout(line)

    def _list_rows(self, ref: str, rows: tuple[str, ...], inside: QVBoxLayout) -> str:
        """List the rows of a long repeat; gives the one that stands open."""
        if self._open_rows.get(ref) not in rows:
            self._open_rows[ref] = next(unfinished(self._paper, rows), rows[0])
        listed = self.lists[ref] = RowList(self._theme, self._paper, ref)
        listed.show_rows(self._open_rows[ref])
        listed.opened.connect(self.row_opened)
        inside.addWidget(listed)
        return self._open_rows[ref]

    def _row_head(self, row: str, title: str, *, by_hand: bool) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self._theme, title, "strong"))
        head.addStretch(1)
        if by_hand:
            remove = Button(self._theme, self.tr("Remove"), "quiet", "trash")
            remove.setAccessibleName(self.tr("Remove {title}").format(title=title))
            remove.clicked.connect(partial(self.row_unwanted.emit, row))
            head.addWidget(remove)
        return head
