"""The register of chief quality officers 首席质量官: who holds the office where, reviewed by when."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.screens.dates import shown_day
from app.screens.due_chip import due_chip
from app.screens.layout import dotted
from app.screens.place import Place
from app.services import appointments, clocks
from app.widgets.bars import EmptyState
from app.widgets.buttons import Button
from app.widgets.headers import ScreenHeader
from app.widgets.work import WorkList
from app.widgets.work_rows import Group, Work

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.appointments import Line
    from app.services.changes import Changes
    from app.widgets.chips import Chip
    from db.duty_rows import Appointment

translate = QCoreApplication.translate


class OfficersScreen(QWidget):
    """One row an officer; the one to be reviewed next stands first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._units: dict[str, str] = {}
        theme = desk.theme
        self._header = ScreenHeader(theme)
        self._header.set_tile("people")
        sites = Button(theme, self.tr("Choose an enterprise"), "secondary", "site")
        sites.clicked.connect(partial(desk.go, Place("sites")))
        self._header.add_act(sites)
        self.list = WorkList(theme, self.tr("Chief quality officers"))
        self.list.opened.connect(self._open)
        self._empty = EmptyState(
            theme,
            "people",
            self.tr("No chief quality officer is registered"),
            self.tr("Choose an enterprise"),
        )
        self._empty.acted.connect(partial(desk.go, Place("sites")))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 0)
        whole.setSpacing(12)
        whole.addWidget(self._header)
        whole.addWidget(self.list, 1)
        whole.addWidget(self._empty, 1)

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, _place: Place) -> None:
        """Show the register as it is now."""
        found = appointments.register(self._desk.reader)
        self._units = {line.officer.id: line.officer.enterprise_id for line in found}
        title = self.tr("Chief quality officers")
        self._header.set_header(title, self.tr("%n in office", None, len(found)))
        head = Group("office", self.tr("In office"), str(len(found)))
        self.list.set_rows([head, *(self._row(line) for line in found)] if found else [])
        self.list.setVisible(bool(found))
        self._empty.setVisible(not found)

    def leave(self) -> None:
        """Nothing is typed here."""

    def refresh(self, changes: Changes) -> None:
        """Look again when someone was appointed or reviewed."""
        if {"appointment", "enterprise", "record"} & changes.kinds:
            self.enter(Place("officers"))

    def _row(self, line: Line) -> Work:
        row = line.officer
        chip: Chip | None = None
        if row.review_due is not None:
            duty = self._desk.duty
            left = clocks.left(self._desk.reader, duty.act().today, row.review_due)
            chip = due_chip(row.review_due, *left, doubt=duty.clock_doubt)
        tone = chip.tone if chip else "mute"
        title = dotted(row.name, line.enterprise)
        return Work(row.id, title, officer_words(row), "user", tone, chip, chevron=True)

    def _open(self, appointment_id: str) -> None:
        self._desk.go(Place("enterprise", self._units[appointment_id]))


def officer_words(row: Appointment) -> str:
    """When someone was appointed and how the last review ended, on one line."""
    parts = []
    if row.appointed is not None:
        words = translate("officers", "appointed {day}")
        parts.append(words.format(day=shown_day(row.appointed)))
    if row.reviewed is not None:
        words = translate("officers", "reviewed {day}: {result}")
        parts.append(words.format(day=shown_day(row.reviewed), result=_result(row.review_result)))
    elif row.review_due is not None:
        parts.append(translate("officers", "not reviewed yet"))
    return dotted(*parts, row.certificate)


def _result(result: str) -> str:
    return {
        "excellent": translate("officers", "excellent"),
        "fit": translate("officers", "fit"),
        "unfit": translate("officers", "unfit"),
    }.get(result, result)
