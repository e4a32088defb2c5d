"""Settings: the forms in use; designing one, beginning a new one, exporting what was filled in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from app.screens.change_dialog import ChangeDialog
from app.screens.designer_files import Files
from app.screens.export_dialog import ExportDialog
from app.screens.fill_paper import language_of
from app.screens.layout import column, dotted
from app.screens.place import Place
from app.screens.settings_page import Page
from app.services import packages
from app.widgets.buttons import Button
from app.widgets.labels import Label
from app.widgets.work import WorkList
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from pathlib import Path

    from app.screens.desk import Desk
    from app.services.packages import FormLine


_TOO_NEW: Final = "newer:"


class FormsPage(Page):
    """One row a form, the newest version of each."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: dict[str, FormLine] = {}
        theme = desk.theme
        self.files = Files(desk, self)
        self.files.chosen.connect(self._design)
        self.design = Button(theme, self.tr("Open a workbook"), "primary", "folder-open")
        self.design.clicked.connect(self.files.choose)
        self.change = Button(theme, self.tr("Change a form…"), "secondary", "edit")
        self.change.clicked.connect(self._change)
        self.begin = Button(theme, self.tr("Begin a new form"), "secondary", "plus")
        self.begin.clicked.connect(self.files.begin_new)
        self.list = WorkList(theme, self.tr("Forms"))
        self.list.opened.connect(self._export)
        self.list.pressed_verb.connect(self._export)
        rows = column(self, spacing=12)
        rows.addWidget(
            Label(
                theme,
                self.tr(
                    "A form is a workbook: open it to see what is wrong with it, fill it in to "
                    "try it, and see the page it prints. Drafts stay on the version they were "
                    "begun with until somebody moves them."
                ),
                "label",
                "muted",
                wrap=True,
            )
        )
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for act in (self.design, self.change, self.begin):
            acts.addWidget(act)
        acts.addStretch(1)
        rows.addLayout(acts)
        rows.addWidget(self.list)
        rows.addStretch(1)

    @override
    def look(self) -> None:
        """Show the forms as they are now."""
        reader, language = self._desk.reader, language_of(self._desk)
        self._lines = {
            one.form_id: replace(one, title=packages.newest(reader, one.form_id).title_in(language))
            for one in packages.available(reader)
        }
        published = packages.published(reader)
        rows = [self._row(one, published.get(one.form_id, "")) for one in self._lines.values()]
        self.list.set_rows([*map(self._waiting_row, packages.too_new(reader)), *rows])
        self.list.set_whole(whole=True)

    def _row(self, line: FormLine, publisher: str) -> Work:
        kind = {
            "record": self.tr("Record"),
            "document": self.tr("Document with a number"),
        }.get(line.kind, line.kind)
        version = self.tr("version {version}").format(version=line.version)
        by = self.tr("published by the bureau ({name})").format(name=publisher) if publisher else ""
        second = dotted(kind, version, by)
        return Work(line.form_id, line.title, second, "list", "accent", None, self.tr("Export"))

    def _waiting_row(self, line: FormLine) -> Work:
        """A form that this program is too old to open; it is kept until the program is renewed."""
        version = self.tr("version {version}").format(version=line.version)
        second = dotted(
            version, self.tr("needs a newer program; until then the earlier one is used")
        )
        return Work(f"{_TOO_NEW}{line.form_id}", line.title, second, "lock", "warning")

    def _design(self, path: Path) -> None:
        self._desk.go(Place("designer", str(path)))

    def _change(self) -> None:
        dialog = ChangeDialog(self._desk.theme, self._lines.values(), self.window())
        dialog.chosen.connect(self._write_used)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write_used(self, form_id: str) -> None:
        self.files.begin_from(form_id, self._lines[form_id].title)

    def _export(self, form_id: str) -> None:
        if form_id.startswith(_TOO_NEW):
            return
        dialog = ExportDialog(self._desk, self._lines[form_id], self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
