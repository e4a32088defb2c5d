"""What is shown of an error nobody foresaw: that nothing is lost, and a report to hand on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from app.screens.desk import Note
from app.widgets.dialog import DialogFrame
from app.widgets.fields import TextField
from app.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk
    from app.shell.crash import Report
    from app.shell.theme import Theme

LINES = (8, 14)


class CrashDialog(DialogFrame):
    """The report as text that can be copied; it holds no personal data and no keys."""

    def __init__(self, theme: Theme, report: Report, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("CrashDialog", "Something unexpected went wrong")
        super().__init__(theme, title, width=720, parent=parent)
        self._report = report
        self.body.addWidget(
            Label(
                theme,
                self.tr(
                    "Nothing that was saved is lost; you can go on working. Please copy this "
                    "report and hand it to support: names, numbers and keys are left out of it."
                ),
                "field",
                "muted",
                wrap=True,
            )
        )
        text = TextField(theme, self.tr("The report"), lines=LINES)
        text.set_text(report.text)
        text.set_readonly(True)
        self.body.addWidget(text)
        copy = self.add_act(self.tr("Copy the report"), "secondary", "document")
        copy.clicked.connect(self._copy)
        go = self.add_act(self.tr("Go on"), "primary", accepts=True)
        go.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.text)


def show_report(theme: Theme, parent: QWidget | None, report: Report) -> None:
    """Show a report until it is put away; the work goes on behind it."""
    dialog = CrashDialog(theme, report, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def offer_previous(desk: Desk, window: QWidget, report: Report) -> None:
    """Say that the last run ended badly, and offer its report."""
    translate = QCoreApplication.translate
    desk.say(
        Note(
            "warning",
            translate("CrashDialog", "The program ended unexpectedly last time"),
            translate("CrashDialog", "Nothing that was saved is lost. A report was kept."),
            (
                (
                    translate("CrashDialog", "Show the report"),
                    partial(show_report, desk.theme, window, report),
                ),
                (translate("CrashDialog", "Got it"), _nothing),
            ),
            id="crash",
            icon="info",
        )
    )


def _nothing() -> None:
    """An act that only puts the message away."""
