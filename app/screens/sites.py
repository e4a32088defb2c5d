"""检查对象: the register of enterprises, searched as one types, and where a check begins."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.paged import PagedModel
from app.screens.enterprise_dialog import EnterpriseDialog
from app.screens.enterprise_rows import risk_chip
from app.screens.layout import dotted
from app.screens.place import Place
from app.screens.site_tabs import site_tabs
from app.screens.start_dialog import StartDialog
from app.services import sites
from app.widgets.bars import EmptyState
from app.widgets.buttons import Button
from app.widgets.card import Card
from app.widgets.fields import LineField
from app.widgets.headers import ScreenHeader
from app.widgets.register import Line, RegisterList

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.changes import Changes
    from db.rows import Enterprise

QUIET = 120  # milliseconds after the last key before the register is asked
FIRST = 200  # so many are known at first; the rest is asked for as one goes down


class SitesScreen(QWidget):
    """Every enterprise this device knows; the newest on top until something is typed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kind = ""
        theme = desk.theme
        self._header = ScreenHeader(theme)
        add = Button(theme, self.tr("Add an enterprise"), "secondary", "plus")
        add.clicked.connect(partial(self._add, ""))
        officers = Button(theme, self.tr("Quality officers"), "secondary", "people")
        officers.clicked.connect(partial(desk.go, Place("officers")))
        self._header.add_act(officers)
        self._header.add_act(add)
        self._filter = LineField(
            theme,
            self.tr("Find an enterprise"),
            hint=self.tr("Part of the name, or the credit code"),
        )
        self._filter.setClearButtonEnabled(True)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(QUIET)
        self._soon.timeout.connect(self._look)
        self._filter.textChanged.connect(self._soon.start)
        self._filter.returnPressed.connect(self._open_first)
        self._model: PagedModel[Enterprise] = PagedModel(self._read, self._words, self)
        self._list = RegisterList(theme, self._model, self._line, self.tr("Enterprises"))
        self._list.opened.connect(self._open)
        self._empty = EmptyState(theme, "site", "", self.tr("Add an enterprise"))
        self._empty.acted.connect(partial(self._add, ""))
        card = Card(theme)
        card.add_row(self._list)
        self._card = card
        top = QHBoxLayout()
        top.addWidget(self._filter, 1)
        top.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 16)
        whole.setSpacing(12)
        self._tabs = site_tabs(desk, "sites")
        whole.addWidget(self._header)
        whole.addWidget(self._tabs)
        whole.addLayout(top)
        whole.addWidget(card, 1)
        whole.addWidget(self._empty, 1)

    # --- what the frame asks ------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, place: Place) -> None:
        """Show the register; ``spot`` ``begin:kind`` chooses whose matter, a code is a new one's."""
        begun, _, kind = place.spot.partition(":")
        self._kind = kind if begun == "begin" else ""
        self._tabs.set_current("sites")
        self._tabs.setVisible(not self._kind)
        if place.spot and not self._kind:
            QTimer.singleShot(0, partial(self._add, place.spot))
        self._look()
        self._filter.setFocus()

    def leave(self) -> None:
        """Only a search is typed here."""

    def refresh(self, changes: Changes) -> None:
        """Look again when an enterprise changed."""
        if "enterprise" in changes.kinds:
            self._look()

    # --- showing ------------------------------------------------------------------------------

    def _look(self) -> None:
        text = self._filter.text()
        reader = self._desk.reader
        ids = sites.ids(reader, text, FIRST)
        whole = bool(text.strip()) or len(ids) < FIRST
        self._model.set_ids(ids, None if whole else partial(sites.ids, reader, ""))
        count = len(ids) if whole else sites.count(reader)
        title = self.tr("Of whom is it?") if self._kind else self.tr("Sites")
        self._header.set_header(title, self.tr("%n enterprise(s)", None, count))
        self._card.setVisible(bool(ids))
        self._empty.setVisible(not ids)
        if text.strip():
            words = self.tr("No enterprise has “{text}” in its name or code")
            self._empty.set_empty(words.format(text=text.strip()), self.tr("Add an enterprise"))
        else:
            self._empty.set_empty(self.tr("The register is empty"), self.tr("Add an enterprise"))
        if ids:
            self._list.setCurrentIndex(self._model.index(0, 0))

    def _read(self, wanted: object) -> tuple[Enterprise, ...]:
        return sites.rows(self._desk.reader, tuple(wanted))  # type: ignore[arg-type]  # ids of a page

    def _words(self, row: Enterprise) -> str:
        return f"{row.name}, {row.uscc}"

    def _line(self, row: Enterprise) -> Line:
        return Line(
            row.name,
            dotted(row.uscc, row.address),
            "site",
            risk_chip(row.risk_class),
            row.legal_rep,
        )

    # --- acting -------------------------------------------------------------------------------

    def _open_first(self) -> None:
        self._soon.stop()
        self._look()
        if self._model.rowCount():
            self._open(0)

    def _open(self, row: int) -> None:
        enterprise_id = self._model.id_at(row)
        if self._kind:
            StartDialog(self._desk, enterprise_id, self.window(), self._kind).open()
            self._kind = ""
        else:
            self._desk.go(Place("enterprise", enterprise_id))

    def _add(self, uscc: str) -> None:
        dialog = EnterpriseDialog(self._desk, None, self.window(), uscc)
        dialog.kept.connect(self._open_new)
        dialog.open()

    def _open_new(self, enterprise_id: str) -> None:
        self._desk.go(Place("enterprise", enterprise_id))
