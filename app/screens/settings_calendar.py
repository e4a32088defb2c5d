"""Settings: the published years of the working-day calendar, and importing the bureau's tables."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHBoxLayout
from typing_extensions import override

from app.screens.equipment_list import equipment_list
from app.screens.layout import column, dotted
from app.screens.list_dialog import ListDialog
from app.screens.sentences_tables import problem_place, problem_sentence, table_words
from app.screens.settings_page import Page
from app.screens.settings_tables import OwnTables
from app.services import bureau_words, corrections
from app.services.errors import Refused
from app.widgets.buttons import Button
from app.widgets.card import SectionHead
from app.widgets.chips import Chip
from app.widgets.labels import Label
from app.widgets.work import WorkList
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.bureau_words import Published
    from app.services.changes import Result
    from app.services.corrections import Imported, Year
    from resources.tables import RowProblem

SHOWN = 4
"""Years shown; older ones are of no use to a deadline."""
MOST = 200
"""Problems shown; who has more has the wrong file."""


class CalendarPage(Page):
    """Which years are published, and a button that takes a table in and says what came of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self.years = WorkList(theme, self.tr("Published years"))
        self.published_head = SectionHead(theme, self.tr("Published by the bureau"))
        self.published = WorkList(theme, self.tr("Published by the bureau"))
        self.years_head = SectionHead(theme, self.tr("Published years"))
        self.own = OwnTables(desk)
        self.own.changed.connect(self.look)
        self.problems = WorkList(theme, self.tr("What is wrong in the table"))
        self.problems.hide()
        self.said = Label(theme, "", "label", "muted", wrap=True)
        self.take = Button(theme, self.tr("Import a table…"), "secondary", "upload")
        self.take.clicked.connect(self._choose)
        self.machines = Button(theme, self.tr("Import special equipment…"), "secondary", "upload")
        self.machines.clicked.connect(self._choose_machines)
        rows = column(self, spacing=12)
        rows.addWidget(
            Label(
                theme,
                self.tr(
                    "The State Council publishes the days off of a year in the November before. A "
                    "deadline that touches a year not listed here is provisional; importing the "
                    "year counts it again."
                ),
                "label",
                "muted",
                wrap=True,
            )
        )
        acts = QHBoxLayout()
        acts.addWidget(self.take)
        acts.addWidget(self.machines)
        acts.addStretch(1)
        rows.addLayout(acts)
        rows.addWidget(
            Label(
                theme,
                self.tr(
                    "One of the tables below or articles of law, as CSV with the columns of the "
                    "tables the program came with."
                ),
                "small",
                "muted",
                wrap=True,
            )
        )
        rows.addWidget(
            Label(
                theme,
                self.tr(
                    "A list of special equipment may be an Excel workbook or CSV with the bureau's "
                    "own headings. What it would change is shown first."
                ),
                "small",
                "muted",
                wrap=True,
            )
        )
        rows.addWidget(self.said)
        self.said.hide()
        rows.addWidget(self.problems)
        rows.addWidget(self.published_head)
        rows.addWidget(self.published)
        rows.addWidget(self.own)
        rows.addWidget(self.years_head)
        rows.addWidget(self.years)
        rows.addStretch(1)

    @override
    def look(self) -> None:
        """Show what the bureau published, its own tables, and the years, the latest first."""
        reader = self._desk.reader
        ours = (*bureau_words.published(reader), *bureau_words.coming(reader))
        self.published.set_rows([self._published_row(one) for one in ours])
        self.published.set_whole(whole=True)
        for part in (self.published_head, self.published):
            part.setVisible(bool(ours))
        self.own.look()
        found = corrections.years(self._desk.reader)[:SHOWN]
        self.years.set_rows([self._row(year) for year in found])
        self.years.set_whole(whole=True)

    def _row(self, year: Year) -> Work:
        second = dotted(
            self.tr("%n day(s) off", None, year.days_off),
            self.tr("%n weekend day(s) worked", None, year.worked),
        )
        source = Chip(self.tr("Imported"), "ok", "tick") if year.own else None
        if year.bureau:
            source = Chip(self.tr("By the bureau"), "ok", "stamp")
        return Work(str(year.year), str(year.year), second, "calendar", "accent", source)

    def _published_row(self, table: Published) -> Work:
        later = table.effective > self._desk.duty.act().today.isoformat()
        said = self.tr("holds from {day}") if later else self.tr("holds since {day}")
        second = dotted(
            said.format(day=table.effective),
            self.tr("%n row(s)", None, table.rows),
            table.by,
            table.reason,
        )
        title = table_words(table.file)
        return Work(f"{table.file} {table.effective}", title, second, "stamp", "accent")

    def _choose(self) -> None:
        tables = self.tr("Tables ({patterns})").format(patterns="*.csv")
        dialog = QFileDialog(self.window(), self.tr("Choose a table"), "", tables)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_in)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_machines(self) -> None:
        lists = self.tr("Lists ({patterns})").format(patterns="*.xlsx *.xls *.csv")
        dialog = QFileDialog(self.window(), self.tr("Choose a list"), "", lists)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.compare)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def compare(self, path: str) -> None:
        """Show what a list of special equipment would change."""
        dialog = ListDialog(self._desk, Path(path), equipment_list(), self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_in(self, path: str) -> None:
        """Import a file and show what came of it."""
        self.take.setEnabled(False)
        self.problems.hide()
        self._say(self.tr("The table is being checked…"))
        self._desk.jobs.write(
            partial(corrections.take, act=self._desk.duty.act(), source=Path(path)),
            done=self._taken,
            failed=self._failed,
            initiator=self,
        )

    def _taken(self, result: Result[Imported]) -> None:
        self.take.setEnabled(True)
        done = result.value
        words = [self.tr("%n row(s) were taken over.", None, done.rows)]
        if done.years:
            years = "、".join(str(year) for year in done.years)
            words.append(self.tr("Published now: {years}.").format(years=years))
        if done.table == corrections.CALENDAR:
            words.append(
                self.tr("%n provisional deadline(s) were counted again.", None, done.recounted)
            )
        if done.moved:
            words.append(self.tr("%n of them got another day.", None, done.moved))
        self._say(" ".join(words))
        self.own.say_taken(
            done.table, self.tr("{table} was imported").format(table=table_words(done.table))
        )
        self.look()

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _failed(self, error: Exception) -> None:
        self.take.setEnabled(True)
        self._say("")
        self._desk.tell(error)
        if isinstance(error, Refused) and error.code == "table-wrong":
            found = error.facts["problems"]
            self._show_problems(found if isinstance(found, tuple) else ())

    def _show_problems(self, found: tuple[RowProblem, ...]) -> None:
        self.problems.set_rows(
            [
                Work(str(place), problem_sentence(one), problem_place(one), "triangle", "warning")
                for place, one in enumerate(found[:MOST])
            ]
        )
        self.problems.set_whole(whole=True)
        self.problems.show()
