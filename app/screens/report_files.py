"""Files of a report: the laboratory's PDF beside it, its lines taken in, the template for them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.screens.desk import Note
from app.screens.layout import column
from app.screens.report_lines_dialog import LinesDialog
from app.services import attachments, intake, report_import
from app.services.attachments import Photo
from app.services.intake import Arrival, Meter
from app.services.kinds import Wanted
from app.widgets.buttons import Button
from app.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.screens.desk import Desk
    from app.screens.report import ReportScreen
    from app.services.attachments import Kept
    from app.services.changes import Result
    from db.duty_rows import TestReport
    from db.rows import Attachment

OWNER = "test_report"


class ReportFiles(QObject):
    """The buttons for files, and what they do."""

    def __init__(self, desk: Desk, screen: ReportScreen) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen
        self._report_id = ""
        theme = desk.theme
        self.attach = Button(theme, self.tr("Attach the PDF…"), "secondary", "upload")
        self.attach.clicked.connect(self.choose_pdf)
        self._names = Label(theme, "", "small", "muted", wrap=True)
        self.attached = QWidget()
        lines = column(self.attached, spacing=4)
        lines.addWidget(Label(theme, self.tr("The report itself"), "label", "muted"))
        lines.addWidget(self.attach)
        lines.addWidget(self._names)
        self.template = Button(theme, self.tr("Template…"), "secondary", "download")
        self.template.clicked.connect(self.choose_place)
        self.take_in = Button(theme, self.tr("Take in a file…"), "secondary", "upload")
        self.take_in.clicked.connect(self.choose_lines)

    def show_owner(self, report: TestReport, *, readonly: bool, ours: bool) -> None:
        """Show the files of a report; more may be added while it is ``ours`` to go on with."""
        self._report_id = report.id
        kept = attachments.of_owner(self._desk.reader, OWNER, report.id)
        self._names.setText("、".join(row.name for row in kept))
        self._names.setVisible(bool(kept))
        self.attach.setVisible(ours)
        self.attached.setVisible(bool(kept) or ours)
        self.take_in.setVisible(not readonly)
        self.template.setVisible(not readonly)

    def choose_pdf(self) -> None:
        """Ask for the laboratory's PDF."""
        self._ask(self.tr("PDF (*.pdf)"), self.take_pdf)

    def take_pdf(self, path: str) -> None:
        """Keep the PDF beside the report; its bytes are sealed apart from the window."""
        arrival = Arrival(Photo(Path(path)), Wanted("file", ("application/pdf",)))
        job = partial(intake.take_in, self._desk.own_reader, arrival, Meter())
        self._desk.jobs.background(job, self._take_kept, self._desk.tell)

    def choose_lines(self) -> None:
        """Ask for a file with the lines."""
        self._ask(self.tr("Workbook or CSV (*.xlsx *.xls *.csv)"), self.show_lines)

    def show_lines(self, path: str) -> None:
        """Show what a file has, with every fault by its place, before anything is taken over."""
        dialog = LinesDialog(self._desk, Path(path), self._report_id, self._screen.window())
        dialog.taken.connect(self._screen.take_lines)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def choose_place(self) -> None:
        """Ask where the template is to go."""
        dialog = QFileDialog(
            self._screen.window(), self.tr("Template"), "", self.tr("Workbook (*.xlsx)")
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(self.tr("test items.xlsx"))
        dialog.fileSelected.connect(self.write_template)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_template(self, path: str) -> None:
        """Write the template."""
        job = partial(report_import.write_template, Path(path))
        self._desk.jobs.background(job, partial(self._written, path), self._desk.tell)

    # --- inside -------------------------------------------------------------------------------

    def _ask(self, pattern: str, take: Callable[[str], None]) -> None:
        dialog = QFileDialog(self._screen.window(), self.tr("Choose a file"), "", pattern)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_kept(self, kept: Kept | None) -> None:
        if kept is None:
            return
        owner = (OWNER, self._report_id)
        job = partial(attachments.add, act=self._desk.duty.act(), owner=owner, kept=kept)
        self._desk.jobs.write(job, done=self._attached, failed=self._desk.tell, initiator=self)

    def _attached(self, _result: Result[Attachment]) -> None:
        self._screen.keep()
        self._screen.look()

    def _written(self, path: str, _result: object) -> None:
        words = self.tr("Fill it in and take it in here: {name}.").format(name=Path(path).name)
        self._desk.say(Note("ok", self.tr("The template is written"), words, id="template"))
