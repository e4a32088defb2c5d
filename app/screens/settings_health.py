"""The health of the data: room on the disk, backups, numbers accounted for, and the audit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from app.screens.breaks import explain
from app.screens.layout import column
from app.screens.settings_page import Page
from app.services import health
from app.services.context import CHINA
from app.widgets.buttons import Button
from app.widgets.card import Card, CardHead
from app.widgets.facts import Fact, FactList
from app.widgets.labels import Label

if TYPE_CHECKING:
    import datetime as dt

    from app.screens.desk import Desk
    from app.services.health import Health
    from db.audit import Report


class HealthPage(Page):
    """The quick figures at once, the long checks when asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._facts = FactList(desk.theme, 160)
        self._said = Label(desk.theme, "", "label", "muted", wrap=True)
        self._back_up = Button(desk.theme, self.tr("Back up now"), "secondary", "download")
        self._back_up.clicked.connect(self._start_backup)
        self._audit = Button(desk.theme, self.tr("Check everything"), "secondary", "shield")
        self._audit.clicked.connect(self._start_audit)
        card = Card(desk.theme)
        card.add_row(CardHead(desk.theme, self.tr("This computer's data")))
        inside = self.holder()
        lines = column(inside, spacing=8, margin=16)
        lines.addWidget(self._facts)
        card.add_row(inside)
        rows = column(self, spacing=12)
        rows.addWidget(card)
        acts = QHBoxLayout()
        acts.addWidget(self._back_up)
        acts.addWidget(self._audit)
        acts.addStretch(1)
        rows.addLayout(acts)
        rows.addWidget(self._said)
        rows.addStretch(1)

    @override
    def look(self) -> None:
        """Read the quick figures."""
        now = self._desk.duty.now()
        self._show(health.look(self._desk.reader, self._desk.paths.store, now))

    def _show(self, found: Health) -> None:
        free = self.tr("{count} GB").format(count=round(found.disk_free / 1e9, 1))
        gaps = len(found.gaps)
        self._facts.set_facts(
            (
                Fact(self.tr("Journal entries"), str(found.operations)),
                Fact(
                    self.tr("Free on the disk"),
                    free,
                    meaning="warning" if found.disk_low else "text",
                ),
                Fact(
                    self.tr("Last backup"),
                    _when(found.backup) or self.tr("none yet"),
                    meaning="warning" if found.backup_old else "text",
                ),
                Fact(
                    self.tr("Document numbers"),
                    self.tr("%n unaccounted for", None, gaps)
                    if gaps
                    else self.tr("all accounted for"),
                    meaning="warning" if gaps else "text",
                ),
                Fact(self.tr("Folder"), str(self._desk.paths.store)),
            )
        )

    def _start_backup(self) -> None:
        self._busy(self.tr("A copy is being made and verified…"))
        self._desk.jobs.write(health.back_up, done=self._backed_up, failed=self._failed)

    def _backed_up(self, _result: object) -> None:
        self._idle(self.tr("The copy is made and verified."))
        self.look()

    def _start_audit(self) -> None:
        self._busy(self.tr("Everything is being checked; you can go on working meanwhile…"))
        self._desk.jobs.background(self._desk.audit, self._audited, self._failed)

    def _audited(self, report: Report) -> None:
        notes = [explain(found) for found in report.notes[:20]]
        if report.whole:
            words = self.tr(
                "Everything is whole: {operations} journal entries, {blobs} files and {documents} "
                "issued documents were checked."
            )
            told = words.format(
                operations=report.operations, blobs=report.blobs, documents=report.documents
            )
            self._idle("\n".join([told, *notes]))
            return
        lines = [explain(found) for found in report.breaks[:20]]
        first = QCoreApplication.translate("audit", "%n break(s) found.", None, len(report.breaks))
        self._idle("\n".join([first, *lines, *notes]))

    def _failed(self, error: Exception) -> None:
        self._idle("")
        self._desk.tell(error)

    def _busy(self, words: str) -> None:
        self._said.setText(words)
        self._back_up.setEnabled(False)
        self._audit.setEnabled(False)

    def _idle(self, words: str) -> None:
        self._said.setText(words)
        self._back_up.setEnabled(True)
        self._audit.setEnabled(True)


def _when(moment: dt.datetime | None) -> str:
    return moment.astimezone(CHINA).strftime("%Y-%m-%d %H:%M") if moment else ""
