"""Exporting the records of a form: which ones, to what kind of file, how far it is, and cancel."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget
from typing_extensions import override

from app.screens.desk import Note
from app.screens.export_words import kinds, titles
from app.screens.fill_paper import language_of
from app.screens.layout import label_column
from app.services.export import Cancelled, Exported, Wanted, export
from app.shell.desktop import open_outside
from app.shell.paths import file_name
from app.widgets.dialog import DialogFrame
from app.widgets.labelled import Labelled
from app.widgets.labels import Label
from app.widgets.segmented import Part, Segmented

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.screens.desk import Desk
    from app.services.packages import FormLine
    from db.connection import Reader

BEAT: Final = 150  # milliseconds between two looks at how far it is
FINISHED: Final = ("finished", "issued")


class Far:
    """How far an export is, told across threads: the writer counts, the window looks and stops."""

    def __init__(self) -> None:
        self.done = 0
        self.stopped = False

    def go_on(self, done: int) -> bool:
        """Count; False once somebody stopped it (io thread)."""
        self.done = done
        return not self.stopped


class ExportDialog(DialogFrame):
    """Asks for kind and records, then for the place, then shows how far it is."""

    def __init__(self, desk: Desk, form: FormLine, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "", width=600, parent=parent)
        self._desk = desk
        self._form = form
        self._far: Far | None = None
        title = self.tr("Export: {form}").format(form=form.title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.title.setText(title)
        self._kinds = kinds()
        theme = desk.theme
        self.kind = Segmented(theme, [Part(one, self._kinds[one][0]) for one in self._kinds])
        self.kind.set_name(self.tr("Kind of file"))
        self.kind.set_value(".xlsx")
        self.kind.chosen.connect(self._show_kind)
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
        self._open = Label(
            theme,
            self.tr("What is written is not encrypted: keep it as you keep the papers."),
            "label",
            "warning",
            wrap=True,
        )
        wide = label_column()
        for label, control in (
            (self.tr("Kind of file"), self.kind),
            (self.tr("Records"), self.which),
        ):
            line = Labelled(theme, label, control, column=wide)
            self.body.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._about)
        self.body.addWidget(self._open)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.hide()
        self.far = Label(theme, "", "label", "muted")
        self.body.addWidget(self.progress)
        self.body.addWidget(self.far)
        self._leave = self.add_leave()
        self.act = self.add_act(self.tr("Choose the place…"), "primary", "download")
        self.act.clicked.connect(self._ask)
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT)
        self._beat.timeout.connect(self._show_far)
        self._show_kind(".xlsx")

    def write_to(self, name: str) -> None:
        """Write the export there, in the background."""
        target = Path(name)
        states = FINISHED if self.which.value == "done" else ()
        far = self._far = Far()
        wanted = Wanted(self._form.form_id, states)
        write = partial(
            export,
            wanted=wanted,
            target=target,
            now=self._desk.duty.now(),
            language=language_of(self._desk),
            titles=titles(),
            go_on=far.go_on,
        )
        job = partial(_write, self._desk.own_reader, write)
        self._busy(busy=True)
        self._desk.jobs.background(job, self._tell, self._refuse)

    @override
    def reject(self) -> None:
        """Stop what is being written, else close."""
        if self._far is not None:
            self._far.stopped = True
            self.far.setText(self.tr("Being stopped…"))
            return
        super().reject()

    # --- inside -------------------------------------------------------------------------------

    def _show_kind(self, kind: str) -> None:
        self._about.setText(self._kinds[kind][1])

    def _ask(self) -> None:
        kind = self.kind.value
        pattern = f"{self._kinds[kind][0]} (*{kind})"
        name = f"{file_name(self._form.title)}{kind}"
        dialog = QFileDialog(self, self.tr("Export"), "", pattern)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind.removeprefix("."))
        dialog.selectFile(name)
        dialog.fileSelected.connect(self.write_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _busy(self, *, busy: bool) -> None:
        self.progress.setVisible(busy)
        for control in (self.kind, self.which, self.act):
            control.setEnabled(not busy)
        if busy:
            self._beat.start()
            self._show_far()
        else:
            self._beat.stop()
            self._far = None

    def _show_far(self) -> None:
        if self._far is not None and not self._far.stopped:
            self.far.setText(self.tr("%n record(s) written", None, self._far.done))

    def _tell(self, done: Exported | None) -> None:
        self._busy(busy=False)
        if done is None:
            self.far.setText(self.tr("Stopped; no file was left behind."))
            return
        words = self.tr("%n record(s), of {versions} version(s) of the form", None, done.records)
        first = done.files[0]
        self._desk.say(
            Note(
                "ok",
                self.tr("The export is written"),
                f"{first} · {words.format(versions=done.versions)}",
                (
                    (self.tr("Open the folder"), partial(open_outside, first.parent)),
                    (self.tr("Got it"), _seen),
                ),
                id="export",
            )
        )
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self._busy(busy=False)
        self.far.setText("")
        self._desk.tell(error)


def _write(
    open_reader: Callable[[], Reader], write: Callable[[Reader], Exported]
) -> Exported | None:
    """Write with a reader of its own; None when it was stopped (io thread)."""
    with closing(open_reader()) as reader:
        try:
            return write(reader)
        except Cancelled:
            return None


def _seen() -> None:
    """Put the message away."""
