"""Photos that prove something said about a paper: a refusal, an absence, how it was served."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.services import attachments
from app.services.context import CHINA
from app.widgets.photos import Photo, PhotoStrip

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from db.rows import Attachment

PATTERNS = "*.jpg *.jpeg *.png *.webp"


class Evidence(QWidget):
    """A strip of photos kept for one owner, such as ("evidence", record id).

    Signals:
        changed: A photo came or went.
    """

    changed = Signal()

    def __init__(self, desk: Desk, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._owner = (kind, "")
        self._small: dict[str, QPixmap] = {}
        self.strip = PhotoStrip(desk.theme)
        self.strip.files_wanted.connect(self._choose)
        self.strip.camera_wanted.connect(self._shoot)
        self.strip.dropped.connect(self.add_files)
        self.strip.removed.connect(self._remove)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.strip)

    def set_owner(self, owner_id: str) -> None:
        """Show the photos of an owner."""
        self._owner = (self._owner[0], owner_id)
        self._look()

    def ids(self) -> tuple[str, ...]:
        """The ids of the photos kept."""
        return tuple(row.id for row in self._rows())

    def add_files(self, paths: object) -> None:
        """Keep picture files by their paths."""
        if isinstance(paths, list | tuple):
            for path in paths:
                self._add(attachments.Photo(Path(path)))

    def _rows(self) -> tuple[Attachment, ...]:
        return attachments.of_owner(self._desk.reader, *self._owner)

    def _look(self, *_: object) -> None:
        shown = []
        for row in self._rows():
            picture = self._small.get(row.sha256)
            if picture is None:
                picture = self._small[row.sha256] = QPixmap()
                job = partial(
                    attachments.copy_apart,
                    self._desk.own_reader,
                    row,
                    attachments.THUMBNAIL_WIDTH,
                )
                done = partial(self._take, row.sha256)
                self._desk.jobs.background(job, done, self._desk.tell)
            taken = row.taken.astimezone(CHINA).strftime("%H:%M") if row.taken else ""
            shown.append(Photo(row.id, picture, row.caption or taken or row.name))
        self.strip.set_photos(tuple(shown))
        self.changed.emit()

    def _take(self, sha: str, data: bytes) -> None:
        self._small[sha].loadFromData(data)
        self._look()

    def _add(self, photo: attachments.Photo) -> None:
        job = partial(
            attachments.add_photo, act=self._desk.duty.act(), owner=self._owner, photo=photo
        )
        self._desk.jobs.write(job, done=self._look, failed=self._desk.tell)

    def _remove(self, photo_id: str) -> None:
        job = partial(attachments.remove, act=self._desk.duty.act(), attachment_id=photo_id)
        self._desk.jobs.write(job, done=self._look, failed=self._desk.tell)

    def _choose(self) -> None:
        pictures = self.tr("Pictures ({patterns})").format(patterns=PATTERNS)
        dialog = QFileDialog(self.window(), self.tr("Choose photos"), "", pictures)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.add_files)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _shoot(self) -> None:
        from app.screens.camera_dialog import CameraDialog, no_camera
        from app.shell.camera import list_cameras

        if not list_cameras():
            self._desk.say(no_camera())
            return
        dialog = CameraDialog(self._desk, self.window())
        dialog.taken.connect(self._add_taken)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add_taken(self, data: object) -> None:
        if isinstance(data, bytes):
            now = self._desk.duty.now().astimezone(CHINA)
            self._add(attachments.Photo(data, f"{now:%Y%m%d-%H%M%S}.jpg", "camera"))
