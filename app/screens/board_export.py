"""Exporting the rectification list as it is shown: one workbook, one row a finding."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.screens.export_run import ExportRun, Far, What
from app.screens.export_words import board_titles, kinds
from app.screens.finding_words import severities
from app.screens.layout import dotted
from app.screens.rectify_words import group_words, measure_words, state_words
from app.services import board_export
from app.services.board_export import Shown, Words
from app.services.rectification import GROUPS
from app.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk
    from app.services.export import Exported
    from app.services.rectification import Only
    from db.connection import Reader


class BoardExport(ExportRun):
    """Says what will stand in the file; ``shown`` is what the board is narrowed to, in words."""

    def __init__(
        self,
        desk: Desk,
        only: Only,
        folded: Collection[str],
        shown: str,
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("BoardExport", "Export the rectification list")
        super().__init__(desk, title, parent)
        self._wanted = Shown(only, frozenset(folded))
        theme = desk.theme
        self.body.addWidget(Label(theme, shown, "strong", wrap=True))
        words = self.tr(
            "One row a finding, also those further down than the page. Groups folded on the "
            "screen are left out."
        )
        self.body.addWidget(Label(theme, words, "label", "muted", wrap=True))
        left = [group_words(one)[0] for one in GROUPS if one in folded]
        if left:
            names = self.tr("Left out: {groups}").format(groups=dotted(*left))
            self.body.addWidget(Label(theme, names, "label", "muted", wrap=True))
        day = desk.duty.act().today.isoformat()
        stem = self.tr("Rectification list {day}").format(day=day)
        self.end_with(What(self._kind, stem, self._job, self._counted, self._told))

    def _kind(self) -> tuple[str, str]:
        """A workbook."""
        return ".xlsx", kinds()[".xlsx"][0]

    def _job(self, target: Path, far: Far) -> Callable[[Reader], Exported]:
        """The findings shown."""
        words = Words(
            title=self.tr("Rectification list"),
            titles=board_titles(),
            groups={one: group_words(one)[0] for one in GROUPS},
            severities={part.value: part.words for part in severities()},
            measure=measure_words,
            state=state_words,
        )
        act = self.desk.duty.act()
        return partial(
            board_export.export,
            act=act,
            wanted=self._wanted,
            target=target,
            words=words,
            go_on=far.go_on,
        )

    def _counted(self, done: int) -> str:
        """Findings so far."""
        return self.tr("%n finding(s) written", None, done)

    def _told(self, done: Exported) -> str:
        """Findings in all."""
        return self.tr("%n finding(s)", None, done.records)
