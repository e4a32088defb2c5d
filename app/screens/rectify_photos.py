"""The photos of a finding beside each other: as found, and as put right, which may be added."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.screens.dates import short_day
from app.screens.finding_photos import PATTERNS
from app.screens.layout import column, dotted
from app.screens.photo_dialog import PhotoDialog
from app.screens.small_pictures import SmallPictures
from app.services import attachments, handed_in
from app.services.attachments import AFTER, REPORTABLE
from app.services.context import CHINA
from app.widgets.buttons import Button, IconButton
from app.widgets.compare import PhotoPair
from app.widgets.labels import Label
from app.widgets.photos import Photo

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from app.screens.desk import Desk
    from db.rows import Attachment, Finding

WIDTH = attachments.THUMBNAIL_WIDTH * 2  # pixels across: before and after are looked at closely


class FindingPair(QWidget):
    """Before and after, laid side by side or over each other, with paging where there are more.

    Signals:
        added: A photo of how it was put right was kept.
    """

    added = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._finding: Finding | None = None
        self._before: tuple[Attachment, ...] = ()
        self._own: tuple[Attachment, ...] = ()
        self._theirs: tuple[Attachment, ...] = ()
        self._after: tuple[Attachment, ...] = ()
        self._place = 0
        theme = desk.theme
        self._pictures = SmallPictures(desk, WIDTH, self)
        self._pictures.ready.connect(self._show)
        self.pair = PhotoPair(theme, (self.tr("no photo"), self.tr("to be taken")))
        self.pair.opened.connect(self._open)
        self.pair.laid.connect(self._say_laid)
        self.camera = Button(theme, self.tr("Take one as put right"), "secondary", "camera")
        self.camera.clicked.connect(self._use_camera)
        self.files = Button(theme, self.tr("Choose file"), "link", "picture")
        self.files.clicked.connect(self._choose)
        self.lay = Button(theme, self.tr("Lay over"), "link", "zoom")
        self.lay.clicked.connect(self._lay)
        self._back = IconButton(theme, "chevron-left", self.tr("Photo before"))
        self._on = IconButton(theme, "chevron-right", self.tr("Next photo"))
        self._count = Label(theme, "", "small", "muted")
        self._back.clicked.connect(partial(self._turn, -1))
        self._on.clicked.connect(partial(self._turn, 1))
        rows = column(self, spacing=8)
        rows.addWidget(self.pair)
        acts = QHBoxLayout()
        acts.setSpacing(4)
        for button in (self.camera, self.files, self.lay):
            acts.addWidget(button)
        acts.addStretch(1)
        for part in (self._back, self._count, self._on):
            acts.addWidget(part)
        rows.addLayout(acts)

    def set_finding(self, row: Finding) -> None:
        """Show the photos of a finding."""
        if self._finding is None or row.id != self._finding.id:
            self._place = 0
            self.pair.lay_over(over=False)
        self._finding = row
        self._before = attachments.of_owner(self._desk.reader, "finding", row.id)
        self._own = attachments.of_owner(self._desk.reader, AFTER, row.id)
        self._theirs = handed_in.photos_of(self._desk.reader, row)
        self._after = self._own + self._theirs
        self._show()

    def _show(self) -> None:
        if self._finding is None:
            return
        most = max(len(self._before), len(self._after))
        self._place = min(self._place, max(most - 1, 0))
        self.pair.set_pair(
            self._photo(self._before, self.tr("As found")),
            self._photo(self._after, self.tr("As put right")),
        )
        taking = self._finding.state in REPORTABLE
        self.setVisible(bool(most) or taking)
        self.pair.setVisible(bool(most))
        self.camera.setVisible(taking)
        self.files.setVisible(taking)
        self.lay.setVisible(self.pair.can_lay())
        for part in (self._back, self._count, self._on):
            part.setVisible(most > 1)
        self._count.setText(f"{self._place + 1} / {most}")

    def _photo(self, rows: tuple[Attachment, ...], words: str) -> Photo | None:
        """The photo of this page; the last one where the other side has more."""
        if not rows:
            return None
        row = rows[min(self._place, len(rows) - 1)]
        taken = row.taken.astimezone(CHINA) if row.taken else None
        when = f"{short_day(taken.date())} {taken:%H:%M}" if taken else ""
        if row in self._theirs:
            words = self.tr("Handed in by the enterprise")
        return Photo(row.id, self._pictures.of(row), dotted(f"{words} {when}".strip(), row.caption))

    def _turn(self, step: int) -> None:
        most = max(len(self._before), len(self._after))
        self._place = (self._place + step) % max(most, 1)
        self._show()

    def _lay(self) -> None:
        self.pair.lay_over(over=self.lay.text() == self.tr("Lay over"))

    def _say_laid(self, over: bool) -> None:  # noqa: FBT001 - a slot
        self.lay.set_words(self.tr("Side by side") if over else self.tr("Lay over"))

    # --- opening and adding -------------------------------------------------------------------

    def _open(self, photo_id: str) -> None:
        if self._finding is None:
            return
        after = any(row.id == photo_id for row in self._own)
        before = any(row.id == photo_id for row in self._before)
        rows = self._own if after else self._before if before else self._theirs
        readonly = not after or self._finding.state not in REPORTABLE
        small: dict[str, QPixmap] = self._pictures.known()
        dialog = PhotoDialog(self._desk, rows, photo_id, small, readonly=readonly)
        dialog.setParent(self.window(), dialog.windowFlags())
        dialog.captioned.connect(self._caption)
        dialog.removed.connect(self._remove)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _caption(self, photo_id: str, words: str) -> None:
        job = partial(
            attachments.set_caption,
            act=self._desk.duty.act(),
            attachment_id=photo_id,
            caption=words,
        )
        self._desk.jobs.write(job, done=self._kept, failed=self._desk.tell, initiator=self)

    def _remove(self, photo_id: str) -> None:
        job = partial(attachments.remove, act=self._desk.duty.act(), attachment_id=photo_id)
        self._desk.jobs.write(job, done=self._kept, failed=self._desk.tell, initiator=self)

    def _choose(self) -> None:
        pictures = self.tr("Pictures ({patterns})").format(patterns=PATTERNS)
        dialog = QFileDialog(self.window(), self.tr("Choose photos"), "", pictures)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.add_files)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add_files(self, paths: list[str]) -> None:
        """Add files as photos of how it was put right."""
        for path in paths:
            self._add(attachments.Photo(Path(path)))

    def _use_camera(self) -> None:
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

    def _add(self, photo: attachments.Photo) -> None:
        if self._finding is None:
            return
        job = partial(
            attachments.add_photo,
            act=self._desk.duty.act(),
            owner=(AFTER, self._finding.id),
            photo=photo,
        )
        self._desk.jobs.write(job, done=self._kept, failed=self._desk.tell, initiator=self)

    def _kept(self, _result: object) -> None:
        self.added.emit()
