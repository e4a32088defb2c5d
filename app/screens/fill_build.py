"""Building the widgets of a section: check items as cards, other questions in cards of rows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.screens.layout import column
from app.widgets.buttons import Button
from app.widgets.card import Card
from app.widgets.labels import Label
from app.widgets.questions import QuestionWidget, make
from forms.model import Question, Repeat

if TYPE_CHECKING:
    from app.screens.fill_paper import Paper
    from app.shell.theme import Theme
    from app.widgets.questions import Helpers

APART: Final = 16
HIDDEN_LOOK: Final = "hidden"  # an appearance of ours: answered by the program, not shown


class Builder(QObject):
    """Makes the widgets of one section, and later shows or hides them as answers ask for it.

    Signals:
        added: A question widget was made.
        row_wanted: The ref of a repeat that gets another row.
        row_unwanted: The ref of a row to be removed.
    """

    added = Signal(object)
    row_wanted = Signal(str)
    row_unwanted = Signal(str)

    def __init__(self, theme: Theme, paper: Paper, helpers: Helpers, number: int) -> None:
        super().__init__()
        self._theme = theme
        self._paper = paper
        self._helpers = helpers
        self._number = number
        self._items = 0
        self.widgets: dict[str, QuestionWidget] = {}
        self._parts: dict[str, QWidget] = {}
        self._cards: list[tuple[QWidget, list[str]]] = []
        self._repeats: set[str] = set()
        self._left_out: frozenset[str] = frozenset()

    @property
    def repeats(self) -> frozenset[str]:
        """The refs of the repeats that stand in the section."""
        return frozenset(self._repeats)

    def leave_out(self, names: frozenset[str]) -> None:
        """Do not show the questions and repeats with these names."""
        self._left_out = names

    def build(self, section: str) -> QWidget:
        """The widgets of a section in one column."""
        whole = QWidget()
        self.setParent(whole)
        rows = column(whole, spacing=8)
        node = self._paper.session.node(section)
        if isinstance(node.question, Repeat):
            self._add_repeat(section, rows)
        else:
            self._add_all(self._own_children(section), rows)
        self.show_relevant()
        return whole

    def show_relevant(self) -> None:
        """Show what applies now and hide the rest."""
        session = self._paper.session
        applies = {ref: session.node(ref).relevant for ref in self.widgets}
        for ref, widget in self.widgets.items():
            widget.setVisible(applies[ref])
        for card, refs in self._cards:
            card.setVisible(any(applies[ref] for ref in refs))
        for ref, part in self._parts.items():
            part.setVisible(session.node(ref).relevant)

    # --- inside -------------------------------------------------------------------------------

    def _own_children(self, section: str) -> list[str]:
        """The children of a section; the root's groups are sections of their own."""
        session = self._paper.session
        others = set(session.sections()) - {section}
        return [ref for ref in session.children(section) if ref not in others]

    def _add_all(self, refs: list[str], rows: QVBoxLayout) -> None:
        plain: list[str] = []
        for ref in refs:
            item = self._paper.session.node(ref).question
            if item.name in self._left_out:
                continue
            if isinstance(item, Question):
                self._add_question(ref, item, plain, rows)
                continue
            self._add_plain(plain, rows)
            if isinstance(item, Repeat):
                self._add_repeat(ref, rows)
            else:
                self._add_group(ref, rows)
        self._add_plain(plain, rows)

    def _add_question(self, ref: str, item: Question, plain: list[str], rows: QVBoxLayout) -> None:
        if not item.has_control or HIDDEN_LOOK in item.appearance.split():
            return
        widget = make(self._theme, self._paper.state(ref), self._helpers)
        self.widgets[ref] = widget
        self.added.emit(widget)
        if not widget.is_card:
            plain.append(ref)
            return
        self._add_plain(plain, rows)
        self._items += 1
        widget.set_number(f"{self._number}.{self._items}")
        widget.set_state(self._paper.state(ref))
        rows.addWidget(widget)

    def _add_plain(self, refs: list[str], rows: QVBoxLayout) -> None:
        """Put the questions gathered so far into one card."""
        if not refs:
            return
        card = Card(self._theme)
        inside = QVBoxLayout()
        inside.setContentsMargins(15, 14, 15, 16)
        inside.setSpacing(APART)
        for ref in refs:
            inside.addWidget(self.widgets[ref])
        card.body.addLayout(inside)
        rows.addWidget(card)
        self._cards.append((card, list(refs)))
        refs.clear()

    def _add_group(self, ref: str, rows: QVBoxLayout) -> None:
        part = QWidget()
        inside = column(part, spacing=8)
        label = self._paper.session.node(ref).label
        if label:
            inside.addSpacing(4)
            inside.addWidget(Label(self._theme, label, "strong", wrap=True))
        self._add_all(list(self._paper.session.children(ref)), inside)
        self._parts[ref] = part
        rows.addWidget(part)

    def _add_repeat(self, ref: str, rows: QVBoxLayout) -> None:
        self._repeats.add(ref)
        part = QWidget()
        inside = column(part, spacing=8)
        node = self._paper.session.node(ref)
        by_hand = self._paper.may_remove(ref)
        for place, row in enumerate(self._paper.session.children(ref), start=1):
            title = self.tr("{label} {number}").format(label=node.label, number=place)
            inside.addLayout(self._row_head(row, title, by_hand=by_hand))
            self._add_all(list(self._paper.session.children(row)), inside)
        if by_hand:
            add = Button(self._theme, self.tr("Add: {label}").format(label=node.label), icon="plus")
            add.clicked.connect(partial(self.row_wanted.emit, ref))
            line = QHBoxLayout()
            line.addWidget(add)
            line.addStretch(1)
            inside.addLayout(line)
        self._parts[ref] = part
        rows.addWidget(part)

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
