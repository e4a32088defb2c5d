"""What questions and the header ask of the form: pictures, files, withdrawing the paper."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog

from app.screens.desk import Note
from app.screens.fill_positions import Positions
from app.screens.fill_withdraw import ReasonDialog
from app.screens.finding_photos import PATTERNS
from app.screens.photo_dialog import PhotoDialog
from app.screens.place import Place
from app.services import attachments, records
from app.shell.desktop import open_page
from app.widgets.questions.texts import address_of

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.screens.fill import FillScreen
    from app.services.changes import Result
    from app.services.records import Withdrawn
    from db.rows import Attachment, Record


class Requests(QObject):
    """Answers what the form asks for beyond typing; each act goes back to the paper."""

    def __init__(self, desk: Desk, screen: FillScreen) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen
        self.positions = Positions(desk, screen)

    def ask(self, ref: str, wanted: str) -> None:
        """Do what a question asks: ``file camera open remove scan position place``."""
        acts = {
            "file": self._choose,
            "camera": self._use_camera,
            "open": self._open,
            "remove": self._remove,
            "position": self.positions.measure,
            "place": self.positions.choose_photo,
        }
        if wanted in acts:
            acts[wanted](ref)
        elif wanted == "scan":
            self._desk.act("scan")
        elif wanted == "address" and self._screen.paper is not None:
            address = address_of(self._screen.paper.session.node(ref).value)
            if address is not None:
                open_page(address)

    def drop(self, ref: str, paths: object) -> None:
        """Take the first of the files dropped on a question."""
        if isinstance(paths, tuple) and paths:
            self._keep(ref, attachments.Photo(Path(paths[0])))

    def withdraw(self) -> None:
        """Ask for the reason and withdraw the paper."""
        theme = self._desk.theme
        dialog = ReasonDialog(
            theme,
            self.tr("Withdraw this paper"),
            self.tr(
                "It is taken out of the work and kept with its reason; nothing in it is deleted."
            ),
            self.tr("Withdraw"),
            self._screen.window(),
        )
        dialog.given.connect(self._withdraw)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # --- pictures and files of questions ------------------------------------------------------

    def _choose(self, ref: str) -> None:
        pictures = self.tr("Pictures ({patterns})").format(patterns=PATTERNS)
        dialog = QFileDialog(self._screen.window(), self.tr("Choose a picture"), "", pictures)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(partial(self._take_file, ref))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_file(self, ref: str, path: str) -> None:
        self._keep(ref, attachments.Photo(Path(path)))

    def _use_camera(self, ref: str) -> None:
        from app.screens.camera_dialog import CameraDialog, no_camera
        from app.shell.camera import list_cameras

        if not list_cameras():
            self._desk.say(no_camera())
            return
        dialog = CameraDialog(self._desk, self._screen.window())
        dialog.taken.connect(partial(self._take_bytes, ref))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_bytes(self, ref: str, data: object) -> None:
        if isinstance(data, bytes):
            self._keep(ref, attachments.Photo(data, "photo.jpg", "camera"))

    def _keep(self, ref: str, photo: attachments.Photo) -> None:
        paper = self._screen.paper
        if paper is None or paper.readonly:
            return
        owner = ("record", paper.id)
        job = partial(attachments.add_photo, act=self._desk.duty.act(), owner=owner, photo=photo)
        self._desk.jobs.write(
            job,
            done=partial(self._answer, ref),
            failed=self._desk.tell,
            initiator=self._screen,
        )

    def _answer(self, ref: str, result: Result[Attachment]) -> None:
        paper = self._screen.paper
        if paper is not None and paper.id == result.value.owner_id:
            self._desk.jobs.background(
                partial(
                    attachments.copy_apart,
                    self._desk.own_reader,
                    result.value,
                    attachments.THUMBNAIL_WIDTH,
                ),
                partial(self._show, ref, result.value.id),
                self._desk.tell,
            )

    def _show(self, ref: str, photo_id: str, data: bytes) -> None:
        paper = self._screen.paper
        if paper is not None:
            picture = QPixmap()
            picture.loadFromData(data)
            paper.pictures[photo_id] = picture
            paper.answer(ref, photo_id)

    def _open(self, ref: str) -> None:
        paper = self._screen.paper
        if paper is None:
            return
        wanted = paper.session.node(ref).value
        rows = attachments.of_owner(self._desk.reader, "record", paper.id)
        found = [row for row in rows if row.id == wanted]
        if found:
            dialog = PhotoDialog(self._desk, found, wanted, paper.pictures, readonly=True)
            dialog.setParent(self._screen.window(), dialog.windowFlags())
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _remove(self, ref: str) -> None:
        paper = self._screen.paper
        if paper is not None:
            before = paper.session.node(ref).value
            paper.answer(ref, "")
            back = partial(paper.answer, ref, before)
            self._screen.show_undo(self.tr("A picture was taken off."), back)

    # --- withdrawing --------------------------------------------------------------------------

    def _withdraw(self, reason: str) -> None:
        paper = self._screen.paper
        if paper is None:
            return
        paper.save()
        job = partial(
            records.withdraw, act=self._desk.duty.act(), record_id=paper.id, reason=reason
        )
        self._desk.jobs.write(
            job,
            done=self._tell_withdrawn,
            failed=self._desk.tell,
            initiator=self._screen,
        )

    def _tell_withdrawn(self, result: Result[Withdrawn]) -> None:
        note = Note(
            "ok",
            self.tr("The paper was withdrawn"),
            self.tr("It is kept with its reason: {reason}").format(reason=result.value.reason),
            ((self.tr("Undo"), partial(self._restore, result.value)),),
            id="withdrawn",
            icon="undo",
        )
        self._desk.back()
        self._desk.say(note)

    def _restore(self, withdrawn: Withdrawn) -> None:
        job = partial(records.restore, act=self._desk.duty.act(), withdrawn=withdrawn)
        self._desk.jobs.write(job, done=self._go_on, failed=self._desk.tell)

    def _go_on(self, result: Result[Record]) -> None:
        self._desk.go(Place("fill", result.value.id))
