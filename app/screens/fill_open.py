"""Opening what answers a question: photos here, sound here, the rest in the desktop's program."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.screens.desk import Note
from app.screens.photo_dialog import PhotoDialog
from app.screens.play_dialog import PlayDialog
from app.screens.sentences import sentence
from app.services import attachments, kinds, pictures
from app.shell import outside

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from app.screens.desk import Desk
    from app.screens.fill import FillScreen
    from app.screens.fill_attach import Attaching


class Opening(QObject):
    """Shows photos and files, and records new sound."""

    def __init__(self, desk: Desk, screen: FillScreen, attaching: Attaching) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen
        self._attaching = attaching

    def open(self, ref: str) -> None:
        """Open the photo or file that answers a question."""
        paper = self._screen.paper
        if paper is None:
            return
        value = paper.session.answer(ref).value
        row = paper.media.row(value)
        if row is None:
            self._desk.say(Note("warning", *sentence("not-found", {}), id="not-found", here=True))
            return
        if pictures.is_drawn(row.mime):
            over = paper.media.over(value)
            rows = [over, row] if over is not None else [row]
            dialog = PhotoDialog(self._desk, rows, rows[0].id, paper.pictures, readonly=True)
            dialog.setParent(self._screen.window(), dialog.windowFlags())
            self._show(dialog)
            return
        self._desk.jobs.background(
            partial(attachments.original_apart, self._desk.own_reader, row),
            partial(self._open_bytes, row.name, row.mime),
            self._desk.tell,
        )

    def open_of_form(self, name: str) -> None:
        """Open a sound or film the form brings along."""
        paper = self._screen.paper
        data = paper.media.of_form(name) if paper is not None else None
        if data is not None:
            self._open_bytes(name, kinds.kind_of(data), data)

    def record(self, ref: str) -> None:
        """Record for a question, or say that there is no microphone."""
        from app.screens.record_dialog import RecordDialog, no_microphone
        from app.services.intake import MEDIA_LIMIT
        from app.shell.microphone import Microphone, there_is_one

        paper = self._screen.paper
        if paper is None or paper.readonly:
            return
        if not there_is_one():
            self._desk.say(no_microphone())
            return
        question = paper.session.answer(ref).question
        quality = question.attributes.get("odk:quality", "normal")
        dialog = RecordDialog(
            self._desk.theme, Microphone(quality, MEDIA_LIMIT), self._screen.window()
        )
        dialog.recorded.connect(partial(self.take_recording, ref))
        self._show(dialog)

    def take_recording(self, ref: str, data: bytes, length: str) -> None:
        """Keep a recording for a question."""
        from app.services.context import CHINA

        now = self._desk.duty.now().astimezone(CHINA)
        name = self.tr("recording {time}").format(time=f"{now:%Y%m%d-%H%M%S}") + ".wav"
        self._attaching.take(ref, attachments.Photo(data, name, "microphone", length))

    def _open_bytes(self, name: str, mime: str, data: bytes) -> None:
        if mime.startswith("audio/"):
            self._show(PlayDialog(self._desk.theme, name, data, self._screen.window()))
            return
        suffix, folder = kinds.SUFFIXES.get(mime, ""), self._desk.paths.opened
        try:
            if suffix and outside.show(folder, data, suffix):
                return
            bold, body = sentence("file-no-program", {"name": name})
        except OSError as error:
            facts = {"folder": str(folder), "reason": error.strerror or str(error)}
            bold, body = sentence("folder-not-written", facts)
        self._desk.say(Note("warning", bold, body, id="file-no-program", here=True))

    def _show(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
