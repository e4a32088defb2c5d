"""Choosing another article of law for a finding: one box, the articles in force, their text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QListView, QWidget
from typing_extensions import override

from app.screens.finding_words import quotation
from app.services import laws
from app.widgets.dialog import DialogFrame
from app.widgets.fields import ChoiceDelegate, Item, LineField
from app.widgets.labels import Label
from app.widgets.law import LawText
from app.widgets.outline import plain

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from db.rows import LawArticle

LIST_WIDTH = 330
HIGH = 360
MOST = 120  # articles shown at once


class LawLine(LineField):
    """The search box; Down and Up move in the list without leaving it.

    Signals:
        moved: One down (1) or up (-1).
    """

    moved = Signal(int)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class LawChooser(DialogFrame):
    """Search the law library and take an article.

    Signals:
        picked: The key of the article taken.
    """

    picked = Signal(str)

    def __init__(
        self, desk: Desk, current: LawArticle | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk.theme, "", width=760, parent=parent)
        title = self.tr("Choose the legal basis")
        self.title.setText(title)
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        self._desk = desk
        self._found: tuple[LawArticle, ...] = ()
        self.line = LawLine(
            desk.theme,
            self.tr("Search the law library"),
            hint=self.tr("Name of the law, number of the article, or words in it"),
        )
        self.body.addWidget(self.line)
        self.rows = QListView()
        self._model = QStandardItemModel(self)
        self.rows.setModel(self._model)
        self.rows.setItemDelegate(ChoiceDelegate(desk.theme, self.rows))
        self.rows.setAccessibleName(self.tr("Articles found"))
        self.rows.setFixedWidth(LIST_WIDTH)
        self.rows.setMinimumHeight(HIGH)
        plain(self.rows)
        self._text = LawText(desk.theme)
        self._none = Label(
            desk.theme,
            self.tr("No article in force has these words. Try fewer or others."),
            "label",
            "muted",
            wrap=True,
        )
        side = QWidget()
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.rows)
        row.addWidget(self._text, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._none, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(side, 1)
        self.add_leave()
        self.take = self.add_act(self.tr("Take this article"), "primary", "tick")
        self.take.clicked.connect(self._take)
        self.line.answered.connect(self.search)
        self.line.moved.connect(self._move)
        self.line.returnPressed.connect(self._take)
        self.rows.doubleClicked.connect(self._take)
        self.rows.selectionModel().currentChanged.connect(self._show)
        self._begin(current)
        self.line.setFocus()

    def search(self, text: str) -> None:
        """Show the articles in force that mention the text, those of the law so named first."""
        today = self._desk.duty.act().today
        newest_first = laws.find(self._desk.reader, text, today, MOST)
        named = text.strip()
        in_order = list(reversed(newest_first))
        in_order.sort(key=lambda one: not one.law_name.startswith(named))
        self._found = tuple(in_order)
        self._model.clear()
        for article in self._found:
            item = QStandardItem(laws.cite(article))
            item.setEditable(False)
            item.setToolTip(laws.cite(article))
            item.setData(Item(article.key, laws.cite(article)), Qt.ItemDataRole.UserRole)
            self._model.appendRow(item)
        found = bool(self._found)
        self.take.setEnabled(found)
        self._text.setVisible(found)
        self._none.setVisible(not found and bool(text))
        if found:
            self.rows.setCurrentIndex(self._model.index(0, 0))

    def _begin(self, current: LawArticle | None) -> None:
        """Show the articles beside the one the finding rests on, that one selected."""
        self.search(current.law_name if current is not None else "")
        for row, article in enumerate(self._found):
            if current is not None and article.key == current.key:
                self.rows.setCurrentIndex(self._model.index(row, 0))

    def _move(self, step: int) -> None:
        row = min(max(self.rows.currentIndex().row() + step, 0), self._model.rowCount() - 1)
        self.rows.setCurrentIndex(self._model.index(row, 0))

    def _show(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._found):
            shown = quotation(self._found[index.row()], None, self._desk.duty.act().today)
            if shown is not None:
                self._text.set_law(shown)

    def _take(self) -> None:
        row = self.rows.currentIndex().row()
        if 0 <= row < len(self._found):
            self.picked.emit(self._found[row].key)
            self.accept()
