"""特种设备: the register of special equipment, filtered, by the day of the next test."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.models.paged import PagedModel
from app.screens.device_dialog import DeviceDialog
from app.screens.equipment_filters import EquipmentFilters
from app.screens.equipment_list import equipment_list
from app.screens.equipment_plan import PlanCard, chosen_words
from app.screens.equipment_words import register_line, spoken
from app.screens.layout import column, scroll_over
from app.screens.list_dialog import ListDialog, ListKind
from app.screens.operator_list import operator_list
from app.screens.place import NEW, Place
from app.screens.site_tabs import site_tabs
from app.services import clocks, equipment, operators
from app.widgets.bars import EmptyState
from app.widgets.buttons import Button
from app.widgets.card import Card
from app.widgets.headers import ScreenHeader
from app.widgets.register import Line, RegisterList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.screens.desk import Desk
    from app.services.changes import Changes

FIRST: Final = 200
"""Rows asked for at first; the list grows when its end is reached."""
LEAST: Final = 260
"""Logical pixels of the list on a small screen: the page scrolls, the list is not squeezed."""
COUNTED: Final = 10_000
"""Up to here the number is told exactly: counting half a million would hold the screen."""


class EquipmentScreen(QWidget):
    """Every piece of special equipment this device knows, what lapses first on top."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self._header = ScreenHeader(theme)
        take = Button(theme, self.tr("Import equipment…"), "secondary", "upload")
        take.clicked.connect(self._choose_file)
        hands = Button(theme, self.tr("Import operators…"), "secondary", "user")
        hands.clicked.connect(self._choose_operators)
        add = Button(theme, self.tr("Add equipment"), "secondary", "plus")
        add.clicked.connect(self._add)
        self._header.add_act(hands)
        self._header.add_act(take)
        self._header.add_act(add)
        self._tabs = site_tabs(desk, "equipment")
        self._filters = EquipmentFilters(theme)
        self._filters.changed.connect(self._look)
        self._filters.entered.connect(self._open_first)
        self._plan = PlanCard(desk)
        self._plan.chosen.connect(self._show_planned)
        self._model: PagedModel[equipment.Line] = PagedModel(self._read, self._spoken, self)
        self._list = RegisterList(theme, self._model, self._line, self.tr("Special equipment"))
        self._list.opened.connect(self._open)
        self._card = Card(theme)
        self._card.add_row(self._list)
        self._empty = EmptyState(theme, "gauge", "")
        self._empty.acted.connect(self._help)
        self._card.setMinimumHeight(LEAST)
        page = QWidget()
        rows = column(page)
        rows.addWidget(self._plan)
        rows.addWidget(self._filters)
        rows.addWidget(self._card, 1)
        rows.addWidget(self._empty, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 16)
        whole.setSpacing(12)
        whole.addWidget(self._header)
        whole.addWidget(self._tabs)
        whole.addWidget(scroll_over(page), 1)

    # --- what the frame asks ------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, place: Place) -> None:
        """Show the register; ``spot`` is a test (``lapsed``, ``soon``), or a new one's code."""
        self._tabs.set_current("equipment")
        if place.spot.startswith(NEW):
            QTimer.singleShot(0, partial(self._add_coded, place.spot.removeprefix(NEW)))
        elif place.spot:
            self._filters.set_test(place.spot)
        self._look()
        self._plan.look()
        self._filters.take_focus()

    def leave(self) -> None:
        """Only a search is typed here."""

    def refresh(self, changes: Changes) -> None:
        """Look again when a device or the name of a unit changed."""
        if {"equipment", "enterprise"} & changes.kinds:
            self._look()
        if {"equipment", "enterprise", "record"} & changes.kinds:
            self._plan.look()

    # --- showing ------------------------------------------------------------------------------

    def _look(self) -> None:
        today = self._desk.duty.act().today
        reader = self._desk.reader
        self._filters.set_near(
            (clocks.near(reader, equipment.SOON, today) - today).days,
            (clocks.near(reader, operators.SOON, today) - today).days,
        )
        wanted = equipment.tested(reader, self._filters.wanted, self._filters.test, today)
        if which := self._filters.certificates:
            wanted = equipment.narrowed(wanted, operators.devices(reader, which, today))
        found = equipment.beginning(reader, wanted, FIRST, COUNTED + 1)
        ids = found.ids
        more = None if found.whole else partial(equipment.ids, reader, wanted)
        self._model.set_ids(ids, more)
        self._header.set_header(self.tr("Special equipment"), self._counted(found))
        self._card.setVisible(bool(ids))
        self._empty.setVisible(not ids)
        if ids:
            self._list.setCurrentIndex(self._model.index(0, 0))
        elif self._filters.narrowed:
            words = self.tr("No equipment fits what is chosen above")
            self._empty.set_empty(words, self.tr("Show everything"))
        else:
            words = self.tr("No equipment is registered yet. Import the bureau's list or add one.")
            self._empty.set_empty(words, self.tr("Import equipment…"))

    def _show_planned(self, words: str, ids: tuple[str, ...]) -> None:
        """Show the devices behind a number of the plan."""
        self._filters.clear()
        self._filters.set_among(chosen_words(words, len(ids)), ids)
        self._look()

    def _counted(self, found: equipment.Beginning) -> str:
        count = found.count
        if found.cut:
            words = self.tr("the newest {count} of those that fit: write more to narrow them")
            return words.format(count=f"{count:,}")
        if count > COUNTED:
            words = self.tr("more than {count} pieces, the next test first")
            return words.format(count=f"{COUNTED:,}")
        return self.tr("%n piece(s), the next test first", None, count)

    def _read(self, wanted: Sequence[str]) -> tuple[equipment.Line, ...]:
        return equipment.lines(self._desk.reader, wanted, self._desk.duty.act().today)

    def _line(self, line: equipment.Line) -> Line:
        return register_line(line, doubt=self._desk.duty.clock_doubt)

    def _spoken(self, line: equipment.Line) -> str:
        return spoken(line, doubt=self._desk.duty.clock_doubt)

    # --- acting -------------------------------------------------------------------------------

    def _open_first(self) -> None:
        self._look()
        if self._model.rowCount():
            self._open(0)

    def _open(self, row: int) -> None:
        self._desk.go(Place("device", self._model.id_at(row)))

    def _help(self) -> None:
        """What the empty list offers: everything again, or the import."""
        if self._filters.narrowed:
            self._filters.clear()
            self._look()
        else:
            self._choose_file()

    def _add(self) -> None:
        self._add_coded("")

    def _add_coded(self, code: str) -> None:
        dialog = DeviceDialog(self._desk, None, self.window(), code=code)
        dialog.kept.connect(self._open_new)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_new(self, equipment_id: str) -> None:
        self._desk.go(Place("device", equipment_id))

    def _choose_file(self) -> None:
        self._choose(self.compare)

    def _choose_operators(self) -> None:
        self._choose(self.compare_operators)

    def _choose(self, chosen: Callable[[str], None]) -> None:
        lists = self.tr("Lists ({patterns})").format(patterns="*.xlsx *.xls *.csv")
        dialog = QFileDialog(self.window(), self.tr("Choose a list"), "", lists)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def compare(self, path: str) -> None:
        """Show what a list of special equipment would change."""
        self._compare(path, equipment_list())

    def compare_operators(self, path: str) -> None:
        """Show what a list of operators would change."""
        self._compare(path, operator_list())

    def _compare(self, path: str, kind: ListKind) -> None:
        dialog = ListDialog(self._desk, Path(path), kind, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._look_soon)
        dialog.open()

    def _look_soon(self, _result: int) -> None:
        QTimer.singleShot(0, self._look)
