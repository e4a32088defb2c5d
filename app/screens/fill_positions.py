"""Positions in a paper: measured or taken from a photo when asked, and in the background."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.screens.finding_photos import PATTERNS
from app.services import positions
from app.services.attachments import Photo
from app.widgets.questions.places import wanted_accuracy
from forms.model import Question
from forms.rules import traces

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.screens.fill import FillScreen
    from app.screens.fill_paper import Paper
    from app.shell.gps import Receiver

SECONDS: Final = 60  # how long the background waits for the receiver used before


class Positions(QObject):
    """Gives positions to questions that ask, and to the form where it wants them unseen.

    What the form wants unseen is measured only with the receiver that was used before; where it
    is not connected or finds nothing, the answer stays empty and nobody is disturbed.
    """

    def __init__(self, desk: Desk, screen: FillScreen) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen
        self._waiting: list[tuple[Paper, str]] = []
        self._receiver: Receiver | None = None

    # --- asked by a question ----------------------------------------------------------------------

    def measure(self, ref: str) -> None:
        """Ask the receiver, and show how far it is."""
        from app.screens.position_dialog import PositionDialog

        paper = self._screen.paper
        if paper is None or paper.readonly:
            return
        self._stop()  # one port, one reader
        question = paper.session.answer(ref).question
        good = wanted_accuracy(question) if isinstance(question, Question) else 0.0
        dialog = PositionDialog(self._desk, good, self._screen.window())
        dialog.taken.connect(partial(self._take, paper, ref))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._go_on)
        dialog.open()

    def choose_photo(self, ref: str) -> None:
        """Ask for a picture file, and read where it was taken."""
        patterns = self.tr("Pictures ({patterns})").format(patterns=PATTERNS)
        title = self.tr("Choose a photo taken at the place")
        dialog = QFileDialog(self._screen.window(), title, "", patterns)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(partial(self.read_photo, ref))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read_photo(self, ref: str, path: str) -> None:
        """Answer a question with the place of a photo."""
        paper = self._screen.paper
        if paper is not None and not paper.readonly:
            job = partial(positions.of_photo, Photo(Path(path)))
            self._desk.jobs.background(job, partial(self._take, paper, ref), self._desk.tell)

    def _take(self, paper: Paper, ref: str, text: str) -> None:
        """Answer with a position; a line gets one more point."""
        shown = self._screen.paper
        if shown is not None and shown.id == paper.id:
            paper = shown  # it was opened again meanwhile
        try:
            state = paper.session.node(ref)
        except KeyError:
            return  # its row was removed meanwhile
        kind = state.question.kind if isinstance(state.question, Question) else ""
        if kind in {"geotrace", "geoshape"}:
            text = traces.add(state.value, text, closed=kind == "geoshape")
        paper.answer(ref, text)
        paper.save()

    # --- wanted by the form -----------------------------------------------------------------------

    def begin(self, paper: Paper) -> None:
        """Look whether a paper that is shown wants the position of its beginning."""
        refs = positions.wanted_at_start(paper.opened, self._desk.duty.now())
        self._want(paper, refs)
        self.follow(paper)

    def follow(self, paper: Paper) -> None:
        """Look whether an answer made the form want a position."""
        self._want(paper, paper.session.take_positions())

    def _want(self, paper: Paper, refs: tuple[str, ...]) -> None:
        if not self._desk.config.settings.receiver or paper.readonly:
            return
        self._waiting += [(paper, ref) for ref in refs if (paper, ref) not in self._waiting]
        self._go_on()

    def _go_on(self, _result: int = 0) -> None:
        if not self._waiting or self._receiver is not None:
            return
        from app.shell.gps import Receiver

        self._receiver = Receiver(self)
        self._receiver.found.connect(self._give)
        self._receiver.changed.connect(self._end)
        port = self._desk.config.settings.receiver
        self._receiver.start(port, search=False, seconds=SECONDS)

    def _give(self, fix: object) -> None:
        waiting, self._waiting = self._waiting, []
        self._stop()
        for paper, ref in waiting:
            self._take(paper, ref, fix.text)  # type: ignore[attr-defined]  # a Fix

    def _end(self, state: object) -> None:
        """Give up quietly: no receiver, none allowed, or no sky."""
        if state in {"none", "denied", "silent", "lost", "late"}:
            self._waiting = []
            self._stop()

    def _stop(self) -> None:
        receiver, self._receiver = self._receiver, None
        if receiver is not None:
            receiver.blockSignals(True)
            receiver.stop()
            receiver.deleteLater()
