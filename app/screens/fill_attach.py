"""Fetching what a question asks for: a photo from the camera, a file, in its kind and bound."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from app.screens.waiting_dialog import Waiting
from app.services import attachments, intake
from app.services.attachments import Photo
from app.services.context import CHINA
from app.services.intake import Arrival, Meter
from app.services.kinds import wanted_of
from app.widgets.questions.media import FACING
from forms.model import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.screens.desk import Desk
    from app.screens.fill import FillScreen
    from app.screens.fill_paper import Paper
    from app.services.attachments import Kept
    from app.services.changes import Result
    from db.rows import Attachment


class Attaching(QObject):
    """Brings photos and files into the paper in front; what is answered before can be put back."""

    def __init__(self, desk: Desk, screen: FillScreen) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen

    def choose(self, ref: str) -> None:
        """Ask for a file of the kinds the question takes."""
        question = self._question(ref)
        if question is None:
            return
        patterns = wanted_of(question.kind, question.parameters).patterns()
        words, title = self._words(question.kind)
        listed = " ".join(f"*{suffix}" for suffix in patterns) or "*"
        names = f"{words} ({listed})"
        dialog = QFileDialog(self._screen.window(), title, "", names)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(partial(self.take_file, ref))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def use_camera(self, ref: str) -> None:
        """Open the camera, or say that there is none and offer a file."""
        from app.screens.camera_dialog import CameraDialog, no_camera
        from app.shell.camera import list_cameras

        question = self._question(ref)
        if question is None:
            return
        if not list_cameras():
            self._desk.say(no_camera(self.tr("Choose file"), partial(self.choose, ref)))
            return
        facing = bool(FACING & set(question.appearance.split()))
        dialog = CameraDialog(self._desk, self._screen.window(), facing=facing)
        dialog.taken.connect(partial(self.take_shot, ref))
        dialog.taken.connect(dialog.accept)  # the question takes one
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_file(self, ref: str, path: str) -> None:
        """Keep a file for a question."""
        self.take(ref, Photo(Path(path)))

    def take_shot(self, ref: str, data: object) -> None:
        """Keep a photo just taken, no larger than the form asks for."""
        question = self._question(ref)
        if question is not None and isinstance(data, bytes):
            now = self._desk.duty.now().astimezone(CHINA)
            shot = no_larger(data, question.parameters.get("max-pixels", ""))
            self.take(ref, Photo(shot, f"{now:%Y%m%d-%H%M%S}.jpg", "camera"))

    def take(self, ref: str, photo: Photo) -> None:
        """Read, look at and keep something for a question, then answer with it."""
        paper, question = self._screen.paper, self._question(ref)
        if paper is None or paper.readonly or question is None:
            return
        meter = Meter()
        name = photo.name or (photo.source.name if isinstance(photo.source, Path) else "")
        waiting = Waiting(self._desk.theme, meter, name, self._screen.window())
        arrival = Arrival(photo, wanted_of(question.kind, question.parameters))
        self._desk.jobs.background(
            partial(intake.take_in, self._desk.own_reader, arrival, meter),
            partial(self._write, ref, paper.id, waiting),
            partial(self._fail, waiting),
        )

    def answer(self, ref: str, result: Result[Attachment]) -> None:
        """Answer a question with what was just kept; what it was before can be put back."""
        paper = self._screen.paper
        if paper is None or paper.id != result.value.owner_id:
            return
        try:
            before = paper.session.answer(ref).value
        except KeyError:
            return  # its row was removed meanwhile
        paper.media.look_again()
        paper.answer(ref, result.value.id)
        paper.save()
        if before:
            self._screen.show_undo(
                self.tr("What was there was replaced."), _put_back(paper, ref, before)
            )

    def remove(self, ref: str) -> None:
        """Take the photo or file off; its bytes stay, and it can be put back."""
        paper = self._screen.paper
        if paper is not None and not paper.readonly:
            before = paper.session.answer(ref).value
            known = paper.media.attached(before)
            paper.answer(ref, "")
            words = self.tr("“{name}” was taken off.").format(name=known.name)
            self._screen.show_undo(words, _put_back(paper, ref, before))

    def _write(self, ref: str, record_id: str, waiting: Waiting, kept: Kept | None) -> None:
        waiting.end()
        if kept is None:
            return
        job = partial(
            attachments.add, act=self._desk.duty.act(), owner=("record", record_id), kept=kept
        )
        self._desk.jobs.write(
            job,
            done=partial(self.answer, ref),
            failed=self._desk.tell,
            initiator=self._screen,
        )

    def _fail(self, waiting: Waiting, error: Exception) -> None:
        waiting.end()
        self._desk.tell(error)

    def _question(self, ref: str) -> Question | None:
        paper = self._screen.paper
        item = paper.session.answer(ref).question if paper is not None else None
        return item if isinstance(item, Question) else None

    def _words(self, kind: str) -> tuple[str, str]:
        """What the file dialogue calls the files of a kind, and its title."""
        known = {
            "image": (self.tr("Pictures"), self.tr("Choose a picture")),
            "audio": (self.tr("Recordings"), self.tr("Choose a recording")),
            "video": (self.tr("Films"), self.tr("Choose a film")),
        }
        return known.get(kind, (self.tr("Files"), self.tr("Choose a file")))


def _put_back(paper: Paper, ref: str, value: str) -> Callable[[], None]:
    """Answer with what stood there before, unless its row is gone."""
    return partial(paper.mend, ref, lambda _now: value)


def no_larger(data: bytes, most: str) -> bytes:
    """A photo taken here, its longer side no more than a form's ``max-pixels``.

    It is made smaller before it is kept, so that what is kept is what the camera gave for this
    answer; a file that was chosen is never touched.
    """
    if not re.fullmatch(r"0*[1-9][0-9]{0,5}", most):  # no picture is wider than six digits
        return data
    from app.shell.camera import jpeg_of

    image = QImage.fromData(data)
    if max(image.width(), image.height()) <= int(most):
        return data
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return jpeg_of(image.scaled(int(most), int(most), keep, smooth))
