"""The photos of one finding: from file, camera, drop or clipboard; shown, captioned, removed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from app.screens.photo_dialog import PhotoDialog
from app.services import attachments, findings
from app.services.attachments import THUMBNAIL_WIDTH
from app.services.changes import Result
from app.services.context import CHINA
from app.widgets.photos import Photo

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.screens.desk import Desk
    from app.screens.fill_paper import Paper
    from app.services.context import Acting
    from app.widgets.finding import FindingForm
    from db.connection import Store
    from db.rows import Attachment
    from forms.session import FindingSeed

    Told = Callable[[Result[Attachment]], object]

PATTERNS: Final = "*.jpg *.jpeg *.png *.webp"


def add(
    store: Store, act: Acting, record_id: str, seed: FindingSeed, photo: attachments.Photo
) -> Result[Attachment]:
    """Keep a photo of a finding, opening the finding first if it is new."""
    row = findings.choose(store, act, record_id, seed)
    kept = attachments.add_photo(store, act, ("finding", row.value.id), photo)
    return Result(kept.value, row.changes | kept.changes)


class FindingPhotos(QObject):
    """What happens in the strip of photos of one finding.

    Signals:
        changed: Photos came, went, or their pictures are ready: show the finding again.
        removed: The ``Attachment`` just taken off, so that it can be put back.
    """

    changed = Signal()
    removed = Signal(object)

    def __init__(self, desk: Desk, paper: Paper, ref: str, form: FindingForm) -> None:
        super().__init__(form)
        self._desk = desk
        self._paper = paper
        self._ref = ref
        self._form = form
        self._dialog: PhotoDialog | None = None
        self._asked: set[str] = set()
        form.files_wanted.connect(self.choose_files)
        form.camera_wanted.connect(self.use_camera)
        form.photos_dropped.connect(self.add_files)
        form.photo_opened.connect(self.open_photo)
        form.photo_removed.connect(self.remove)
        for part in (form.seen, form.photos, form.photos.camera, form.photos.file):
            part.installEventFilter(self)

    # --- showing ------------------------------------------------------------------------------

    def rows(self) -> tuple[Attachment, ...]:
        """The photos kept with the finding, oldest first."""
        row = self._paper.findings.row(self._ref)
        return () if row is None else attachments.of_owner(self._desk.reader, "finding", row.id)

    def shown(self) -> tuple[Photo, ...]:
        """The photos with their small pictures; those not drawn yet come a moment later."""
        found = []
        for row in self.rows():
            picture = self._paper.pictures.get(row.sha256)
            if picture is None:
                picture = QPixmap()
                self._draw(row)
            found.append(Photo(row.id, picture, caption(row) or self.tr("Add a caption")))
        return tuple(found)

    def open_photo(self, photo_id: str) -> None:
        """Show a photo in full, to look at, to caption, to take off."""
        dialog = PhotoDialog(
            self._desk,
            self.rows(),
            photo_id,
            self._paper.pictures,
            readonly=self._paper.readonly,
        )
        dialog.setParent(self._form.window(), dialog.windowFlags())
        dialog.captioned.connect(self._caption)
        dialog.removed.connect(self.remove)
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    # --- adding -------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Ask for picture files."""
        pictures = self.tr("Pictures ({patterns})").format(patterns=PATTERNS)
        dialog = QFileDialog(self._form.window(), self.tr("Choose photos"), "", pictures)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.add_files)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def use_camera(self) -> None:
        """Open the camera, or say that there is none."""
        from app.screens.camera_dialog import CameraDialog, no_camera
        from app.shell.camera import list_cameras

        if not list_cameras():
            self._desk.say(no_camera())
            return
        dialog = CameraDialog(self._desk, self._form.window())
        dialog.taken.connect(self._add_taken)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add_files(self, paths: object) -> None:
        """Add files by their paths (a list or tuple of str)."""
        if isinstance(paths, list | tuple):
            for path in paths:
                self._add(attachments.Photo(Path(path)))

    def paste(self) -> bool:
        """Add the picture or picture files in the clipboard; False when there are none."""
        data = QGuiApplication.clipboard().mimeData()
        paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if paths:
            self.add_files(paths)
            return True
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            return False
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes
        name = self.tr("pasted.png")
        self._add(attachments.Photo(bytes(buffer.data().data()), name))
        return True

    def remove(self, photo_id: str) -> None:
        """Take a photo off; it can be put back."""
        job = partial(attachments.remove, act=self._desk.duty.act(), attachment_id=photo_id)
        self._write(job, self._tell_removed)

    def put_back(self, row: Attachment) -> None:
        """Undo ``remove``."""
        job = partial(attachments.put_back, act=self._desk.duty.act(), row=row)
        self._write(job, self._look_again)

    # --- inside -------------------------------------------------------------------------------

    def _add_taken(self, data: object) -> None:
        if isinstance(data, bytes):
            now = self._desk.duty.now().astimezone(CHINA)
            self._add(attachments.Photo(data, f"{now:%Y%m%d-%H%M%S}.jpg", "camera"))

    def _add(self, photo: attachments.Photo) -> None:
        seed = self._paper.findings.seed(self._ref)
        if seed is None or self._paper.readonly:
            return
        self._paper.save()  # the answer first: what is found stands on it
        job = partial(
            add, act=self._desk.duty.act(), record_id=self._paper.id, seed=seed, photo=photo
        )
        self._write(job, self._look_again)

    def _caption(self, photo_id: str, words: str) -> None:
        job = partial(
            attachments.set_caption,
            act=self._desk.duty.act(),
            attachment_id=photo_id,
            caption=words,
        )
        self._write(job, self._look_again)

    def _write(self, job: Callable[[Store], Result[Attachment]], done: Told) -> None:
        self._desk.jobs.write(
            job, done=done, failed=self._desk.tell, initiator=self._paper.initiator
        )

    def _look_again(self, _result: object) -> None:
        self.changed.emit()

    def _tell_removed(self, result: Result[Attachment]) -> None:
        self.changed.emit()
        self.removed.emit(result.value)

    def _draw(self, row: Attachment) -> None:
        if row.sha256 in self._asked:
            return
        self._asked.add(row.sha256)
        job = partial(attachments.copy_apart, self._desk.own_reader, row, THUMBNAIL_WIDTH)
        self._desk.jobs.background(job, partial(self._take_drawn, row.sha256), self._desk.tell)

    def _take_drawn(self, sha: str, data: bytes) -> None:
        picture = QPixmap()
        picture.loadFromData(data)
        self._paper.pictures[sha] = picture
        self.changed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            data = QGuiApplication.clipboard().mimeData()
            pasting = event.matches(QKeySequence.StandardKey.Paste)
            if pasting and not self._paper.readonly and not data.hasText():
                return self.paste()
        return False


def caption(row: Attachment) -> str:
    """The time a photo was taken and what it shows, as its caption band says."""
    time = row.taken.astimezone(CHINA).strftime("%H:%M") if row.taken else ""
    return " ".join(part for part in (time, row.caption) if part)
