"""文书: every issued document, newest on top."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.screens.dates import shown_day
from app.screens.layout import dotted
from app.screens.place import Place
from app.services import documents, same_number
from app.services.context import CHINA
from app.widgets.bars import EmptyState
from app.widgets.card import Card
from app.widgets.chips import state_chip
from app.widgets.headers import ScreenHeader
from app.widgets.work import WorkList
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.changes import Changes
    from app.services.documents import DocumentLine

PAGE = 200


class DocumentsScreen(QWidget):
    """One row a document: its number, whom it names, its state."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown = PAGE
        self._header = ScreenHeader(desk.theme)
        self._list = WorkList(desk.theme, self.tr("Documents"))
        self._list.opened.connect(self._open)
        self._list.verticalScrollBar().valueChanged.connect(self._reach)
        self._list.set_bare()
        self._card = Card(desk.theme)
        self._card.add_row(self._list)
        self._empty = EmptyState(
            desk.theme,
            "document",
            self.tr("No document has been issued on this computer"),
            self.tr("Open the cases"),
        )
        self._empty.acted.connect(partial(desk.go, Place("cases")))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 16)
        whole.setSpacing(12)
        whole.addWidget(self._header)
        whole.addWidget(self._card, 1)
        whole.addWidget(self._empty, 1)

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, _place: Place) -> None:
        """Show the newest documents."""
        self._shown = PAGE
        self._look()

    def leave(self) -> None:
        """Nothing is typed here."""

    def refresh(self, changes: Changes) -> None:
        """Look again when a document changed."""
        if changes.kinds & {"document", "sync"}:
            self._look()

    def _look(self) -> None:
        lines = documents.page(self._desk.reader, limit=self._shown)
        self._header.set_header(
            self.tr("Documents"), self.tr("issued, numbered and frozen; newest first")
        )
        twice = same_number.marked(self._desk.reader)
        rows = [self._row(line, twice=line.document.id in twice) for line in lines]
        self._list.set_rows(rows)
        self._card.setVisible(bool(lines))
        self._empty.setVisible(not lines)

    def _reach(self, value: int) -> None:
        """More rows when the end is reached."""
        if value and value == self._list.verticalScrollBar().maximum():
            before = self._shown
            self._shown += PAGE
            if len(documents.page(self._desk.reader, limit=self._shown)) > before:
                self._look()

    def _row(self, line: DocumentLine, *, twice: bool) -> Work:
        row = line.document
        day = shown_day(row.issued.astimezone(CHINA).date())
        mark = self.tr("this number stands on two papers") if twice else ""
        second = dotted(line.enterprise, day, mark)
        state = row.state if row.state in {"issued", "served", "superseded"} else "withdrawn"
        title = dotted(row.number_text, line.title)
        tone = "warning" if twice else "accent"
        return Work(row.id, title, second, "document", tone, state_chip(state), chevron=True)

    def _open(self, document_id: str) -> None:
        self._desk.go(Place("document", document_id))
