"""The files of the form designer: which workbook, a copy with its errors, and a new one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.screens.desk import Note
from app.screens.sentences import sentence
from app.services import designing
from app.shell.desktop import open_outside
from app.shell.paths import file_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.screens.desk import Desk
    from forms.publish_problems import Problem


class Files(QObject):
    """Asks where, writes in the background, and says where the file stands.

    Signals:
        chosen: The workbook to be opened (a ``Path``).
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk, screen: QWidget) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen

    def choose(self) -> None:
        """Ask for a workbook."""
        kinds = self.tr("Workbooks of forms ({patterns})").format(
            patterns="*.xlsx *.xls *.csv *.md"
        )
        dialog = self._dialog(self.tr("Open a workbook"), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._choose)
        dialog.open()

    def begin_new(self) -> None:
        """Ask where a new workbook goes, write it, and open it here and outside."""
        dialog = self._dialog_to_save(self.tr("A new form"), f"{self.tr('new form')}.xlsx")
        dialog.fileSelected.connect(self.write_new)
        dialog.open()

    def write_new(self, name: str) -> None:
        """Write a workbook to begin a form with."""
        target = Path(name)
        self._write(partial(designing.write_new, target), self._begun, target)

    def begin_from(self, form_id: str, title: str) -> None:
        """Ask where the workbook of a form in use goes, write it, and open it here and outside."""
        dialog = self._dialog_to_save(self.tr("Change a form"), f"{file_name(title)}.xlsx")
        dialog.fileSelected.connect(partial(self.write_used, form_id))
        dialog.open()

    def write_used(self, form_id: str, name: str) -> None:
        """Write the workbook of a form in use, to change it."""
        target = Path(name)
        job = partial(designing.write_used, self._desk.own_reader, form_id, target)
        self._write(job, self._begun, target)

    def write_marked(self, path: Path, problems: Sequence[Problem]) -> None:
        """Ask where the copy with every error in red goes, and write it."""
        words = self.tr("{name} with errors").format(name=path.stem) + ".xlsx"
        dialog = self._dialog_to_save(self.tr("Write them into a copy"), words, path.parent)
        dialog.fileSelected.connect(partial(self.mark_to, path, problems))
        dialog.open()

    def mark_to(self, path: Path, problems: Sequence[Problem], name: str) -> None:
        """Write the marked copy; never over the workbook itself."""
        target = Path(name)
        if target.exists() and path.exists() and target.samefile(path):
            note = Note(
                "warning",
                self.tr("The copy may not replace the workbook"),
                self.tr("Choose another name; nothing was written."),
                id="marked-copy",
            )
            self._desk.say(note)
            return
        language = self._desk.config.settings.language.partition("_")[0]
        job = partial(designing.write_marked, path, problems, target, language)
        self._write(job, self._marked, target)

    def open_outside(self, path: Path) -> None:
        """Open a file with the spreadsheet program of this computer."""
        if not open_outside(path):
            note = Note(
                "warning",
                self.tr("No program here opens {name}").format(name=path.name),
                self.tr("Open it yourself from {folder}; this page follows what you save.").format(
                    folder=path.parent
                ),
                id="open-outside",
            )
            self._desk.say(note)

    # --- inside -------------------------------------------------------------------------------

    def _write(self, job: Callable[[], Path], done: Callable[[Path], None], target: Path) -> None:
        def told(written: Path | str) -> None:
            if isinstance(written, Path):
                done(written)
            else:
                self._refuse(target, written)

        self._desk.jobs.background(partial(_tried, job), told, self._desk.tell)

    def _begun(self, path: Path) -> None:
        self.chosen.emit(path)
        self.open_outside(path)

    def _marked(self, path: Path) -> None:
        note = Note(
            "ok",
            self.tr("The copy is written"),
            self.tr("{path}: the first sheet lists every error.").format(path=path),
            (
                (self.tr("Open it"), partial(self.open_outside, path)),
                (self.tr("Got it"), _seen),
            ),
            id="marked-copy",
        )
        self._desk.say(note)

    def _refuse(self, target: Path, reason: str) -> None:
        facts = {"folder": str(target.parent), "reason": reason}
        bold, body = sentence("folder-not-written", facts)
        self._desk.say(Note("danger", bold, body, id="not-written"))

    def _choose(self, name: str) -> None:
        self.chosen.emit(Path(name))

    def _dialog(self, title: str, kinds: str) -> QFileDialog:
        dialog = QFileDialog(self._screen.window(), title, "", kinds)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _dialog_to_save(self, title: str, name: str, folder: Path | None = None) -> QFileDialog:
        dialog = self._dialog(title, self.tr("Workbook ({patterns})").format(patterns="*.xlsx"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        if folder is not None:
            dialog.setDirectory(str(folder))
        dialog.selectFile(name)
        return dialog


def _tried(job: Callable[[], Path]) -> Path | str:
    """What was written, or the system's words when it refuses (io thread)."""
    try:
        return job()
    except OSError as error:
        return error.strerror or str(error)


def _seen() -> None:
    """Put the message away."""
