"""A file being written for others: where to, how far it is, and stopping half-way."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget
from typing_extensions import override

from app.screens.desk import Note
from app.services.export import Cancelled, Exported
from app.shell.desktop import open_outside
from app.shell.paths import file_name
from app.widgets.dialog import DialogFrame
from app.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.screens.desk import Desk
    from db.connection import Reader

BEAT: Final = 150  # milliseconds between two looks at how far it is


class Far:
    """How far an export is, told across threads: the writer counts, the window looks and stops."""

    def __init__(self) -> None:
        self.done = 0
        self.stopped = False

    def go_on(self, done: int) -> bool:
        """Count; False once somebody stopped it (io thread)."""
        self.done = done
        return not self.stopped


@dataclass(frozen=True, slots=True)
class What:
    """What is written, and its words.

    ``kind`` is the suffix of the file and what such a file is called, ``stem`` the name offered for
    it, ``job`` makes what writes it (io thread), ``counted`` says how much is written so far and
    ``told`` what was written in the end.
    """

    kind: Callable[[], tuple[str, str]]
    stem: str
    job: Callable[[Path, Far], Callable[[Reader], Exported]]
    counted: Callable[[int], str]
    told: Callable[[Exported], str]


class ExportRun(DialogFrame):
    """The lower half of every export: asks for the place, then shows how far it is.

    Whoever makes one adds the lines above to ``body`` and then calls ``end_with``.
    """

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, title, width=600, parent=parent)
        self.desk = desk
        self._far: Far | None = None
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT)
        self._beat.timeout.connect(self._show_far)
        self._controls: tuple[QWidget, ...] = ()
        self._what: What | None = None

    def end_with(self, what: What, *controls: QWidget) -> None:
        """Put the warning, the progress and the acts below; ``controls`` rest while it writes."""
        self._what = what
        theme = self.desk.theme
        words = self.tr("What is written is not encrypted: keep it as you keep the papers.")
        self.body.addWidget(Label(theme, words, "label", "warning", wrap=True))
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
        self.act.setDefault(True)
        self.act.clicked.connect(self._ask)
        self._controls = (*controls, self.act)

    def write_to(self, name: str) -> None:
        """Write the export there, in the background."""
        if self._what is None:
            return
        far = self._far = Far()
        job = partial(_write, self.desk.own_reader, self._what.job(Path(name), far))
        self._busy(busy=True)
        self.desk.jobs.background(job, self._tell, self._refuse)

    @override
    def reject(self) -> None:
        """Stop what is being written, else close."""
        if self._far is not None:
            self._far.stopped = True
            self.far.setText(self.tr("Being stopped…"))
            return
        super().reject()

    # --- inside -------------------------------------------------------------------------------

    def _ask(self) -> None:
        if self._what is None:
            return
        suffix, name = self._what.kind()
        dialog = QFileDialog(self, self.tr("Export"), "", f"{name} (*{suffix})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.selectFile(f"{file_name(self._what.stem)}{suffix}")
        dialog.fileSelected.connect(self.write_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _busy(self, *, busy: bool) -> None:
        self.progress.setVisible(busy)
        for control in self._controls:
            control.setEnabled(not busy)
        if busy:
            self._beat.start()
            self._show_far()
        else:
            self._beat.stop()
            self._far = None

    def _show_far(self) -> None:
        if self._what is not None and self._far is not None and not self._far.stopped:
            self.far.setText(self._what.counted(self._far.done))

    def _tell(self, done: Exported | None) -> None:
        self._busy(busy=False)
        if done is None or self._what is None:
            self.far.setText(self.tr("Stopped; no file was left behind."))
            return
        first = done.files[0]
        acts = (
            (self.tr("Open the folder"), partial(open_outside, first.parent)),
            (self.tr("Got it"), _seen),
        )
        words = f"{first} · {self._what.told(done)}"
        self.desk.say(Note("ok", self.tr("The export is written"), words, acts, id="export"))
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self._busy(busy=False)
        self.far.setText("")
        self.desk.tell(error)


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
