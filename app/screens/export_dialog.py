"""Exporting the records of a form: which ones, and to what kind of file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt

from app.screens.export_run import ExportRun, Far, What
from app.screens.export_words import kinds, titles
from app.screens.fill_paper import language_of
from app.screens.layout import label_column
from app.services.export import Exported, Wanted, export
from app.widgets.labelled import Labelled
from app.widgets.labels import Label
from app.widgets.segmented import Part, Segmented

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk
    from app.services.packages import FormLine
    from db.connection import Reader

FINISHED: Final = ("finished", "issued")


class ExportDialog(ExportRun):
    """Asks for kind and records of a form."""

    def __init__(self, desk: Desk, form: FormLine, parent: QWidget | None = None) -> None:
        words = QCoreApplication.translate("ExportDialog", "Export: {form}")
        super().__init__(desk, words.format(form=form.title), parent)
        self._form = form
        self._kinds = kinds()
        theme = desk.theme
        self.suffix = Segmented(theme, [Part(one, self._kinds[one][0]) for one in self._kinds])
        self.suffix.set_name(self.tr("Kind of file"))
        self.suffix.set_value(".xlsx")
        self.suffix.chosen.connect(self._show_kind)
        self.which = Segmented(
            theme,
            (
                Part("done", self.tr("Finished and issued")),
                Part("all", self.tr("All, drafts too")),
            ),
        )
        self.which.set_name(self.tr("Records"))
        self.which.set_value("done")
        self._about = Label(theme, "", "label", "muted", wrap=True)
        wide = label_column()
        for label, control in (
            (self.tr("Kind of file"), self.suffix),
            (self.tr("Records"), self.which),
        ):
            line = Labelled(theme, label, control, column=wide)
            self.body.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._about)
        what = What(self._kind, form.title, self._job, self._counted, self._told)
        self.end_with(what, self.suffix, self.which)
        self._show_kind(".xlsx")

    def _kind(self) -> tuple[str, str]:
        """The kind chosen."""
        return self.suffix.value, self._kinds[self.suffix.value][0]

    def _job(self, target: Path, far: Far) -> Callable[[Reader], Exported]:
        """The records chosen."""
        states = FINISHED if self.which.value == "done" else ()
        return partial(
            export,
            wanted=Wanted(self._form.form_id, states),
            target=target,
            now=self.desk.duty.now(),
            language=language_of(self.desk),
            titles=titles(),
            go_on=far.go_on,
        )

    def _counted(self, done: int) -> str:
        """Records so far."""
        return self.tr("%n record(s) written", None, done)

    def _told(self, done: Exported) -> str:
        """Records, and of how many versions of the form."""
        words = self.tr("%n record(s), of {versions} version(s) of the form", None, done.records)
        return words.format(versions=done.versions)

    def _show_kind(self, kind: str) -> None:
        self._about.setText(self._kinds[kind][1])
