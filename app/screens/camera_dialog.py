"""Taking photos with the machine's camera."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QPixmap

from app.screens.desk import Note
from app.screens.sentences import sentence
from app.shell.camera import Camera, facing_camera
from app.widgets.dialog import DialogFrame
from app.widgets.labels import Label
from app.widgets.photos import Photo
from app.widgets.viewer import Picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk


def no_camera(words: str = "", instead: Callable[[], object] | None = None) -> Note:
    """The message that there is no camera, and what to do ``instead``, in ``words``."""
    bold, body = sentence("no-camera", {})
    acts = ((words, instead),) if instead is not None else ()
    return Note("warning", bold, body, acts, id="no-camera")


class CameraDialog(DialogFrame):
    """The viewfinder; Space or Enter takes a photo, and another, until it is closed.

    ``facing`` takes the camera that looks at the person, where the machine has such a one.

    Signals:
        taken: The JPEG bytes of a photo.
    """

    taken = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, facing: bool = False) -> None:
        super().__init__(desk.theme, "", width=760, parent=parent)
        title = self.tr("Take photos")
        self.title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._count = 0
        self._camera = Camera(self)
        self._finder = Picture(desk.theme)
        self._finder.setMinimumHeight(420)
        self._said = Label(desk.theme, self.tr("Starting the camera"), "label", "muted", wrap=True)
        self.body.addWidget(self._finder, 1)
        self.body.addWidget(self._said)
        self.add_leave(self.tr("Done"))
        self.shoot = self.add_act(self.tr("Take the photo"), "primary", "camera")
        self.shoot.setDefault(True)
        self.shoot.setEnabled(False)
        self.shoot.clicked.connect(self._camera.take)
        self._camera.seen.connect(self._see)
        self._camera.taken.connect(self._take)
        self._camera.changed.connect(self._tell)
        self.finished.connect(self._camera.stop)
        front = facing_camera() if facing else ""
        self._camera.start(front or desk.config.settings.camera)

    def _see(self, image: object) -> None:
        if isinstance(image, QImage):
            self._finder.set_photo(Photo("", QPixmap.fromImage(image)))

    def _take(self, data: object) -> None:
        self._count += 1
        self._said.setText(self.tr("%n photo(s) taken", None, self._count))
        self.taken.emit(data)

    def _tell(self, state: object) -> None:
        self.shoot.setEnabled(state == "running")
        if state == "running":
            self._said.setText(self.tr("Ready: Enter takes the photo"))
        elif state in {"none", "failed"}:
            self._said.setText(" ".join(sentence("no-camera", {})))
