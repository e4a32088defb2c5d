"""Scanning a code: the camera's picture, a picture file, or typing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from typing_extensions import override

from app.services import codes
from app.widgets.dialog import DialogFrame
from app.widgets.fields import LineField
from app.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from app.screens.desk import Desk
    from app.shell.camera import Camera, Frame

VIEW = (520, 320)


class ScanDialog(DialogFrame):
    """Looks for a code in what the camera sees.

    Signals:
        read: The text of the code.
    """

    read = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            desk.theme,
            QCoreApplication.translate("ScanDialog", "Scan a code"),
            width=568,
            parent=parent,
        )
        self._desk = desk
        self._busy = False
        self._view = QLabel()
        self._view.setFixedSize(*VIEW)
        self._view.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._view.setAccessibleName(self.tr("What the camera sees"))
        self._said = Label(desk.theme, "", "label", "muted", wrap=True)
        self._typed = LineField(
            desk.theme, self.tr("The code"), hint=self.tr("Type the code, or use the hand scanner")
        )
        self._typed.returnPressed.connect(self._take_typed)
        self.body.addWidget(self._view)
        self.body.addWidget(self._said)
        self.body.addWidget(self._typed)
        file = self.add_act(self.tr("From a picture file"), "secondary", "picture")
        file.clicked.connect(self._choose_file)
        self.add_leave()
        self._camera: Camera | None = None
        self._start_camera()

    def _start_camera(self) -> None:
        from app.shell.camera import Camera

        self._camera = Camera(self)
        self._camera.seen.connect(self._show)
        self._camera.read.connect(self._look)
        self._camera.changed.connect(self._say_state)
        self._camera.start(self._desk.config.settings.camera)
        self._say_state()

    def _say_state(self, _state: object = None) -> None:
        running = self._camera is not None and self._camera.state == "running"
        self._view.setVisible(running)
        self._said.setText(
            self.tr("Hold the code into the picture.")
            if running
            else self.tr(
                "No camera was found. Use a hand scanner, a picture file, or type the code."
            )
        )

    def _show(self, image: QImage) -> None:
        fitted = image.scaled(
            *VIEW, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation
        )
        self._view.setPixmap(QPixmap.fromImage(fitted))

    def _look(self, frame: Frame) -> None:
        if self._busy:
            return
        self._busy = True

        def read() -> tuple[str, ...]:
            return codes.read_rgb(frame.rgb, frame.width, frame.height)

        self._desk.jobs.background(read, self._looked, self._not_looked)

    def _looked(self, found: tuple[str, ...]) -> None:
        self._busy = False
        if found:
            self._finish(found[0])

    def _not_looked(self, error: Exception) -> None:
        self._busy = False
        self._desk.tell(error)

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Picture of a code"), "", self.tr("Pictures (*.jpg *.jpeg *.png *.webp)")
        )
        if name:
            self._desk.jobs.background(
                lambda: codes.read_file(name), self._read_file, self._desk.tell
            )

    def _read_file(self, found: tuple[str, ...]) -> None:
        if found:
            self._finish(found[0])
        else:
            self._said.setText(
                self.tr("No code was found in that picture. Take it closer and sharper.")
            )

    def _take_typed(self) -> None:
        if self._typed.text().strip():
            self._finish(self._typed.text().strip())

    def _finish(self, text: str) -> None:
        self.accept()
        self.read.emit(text)

    @override
    def done(self, result: int) -> None:
        if self._camera is not None:
            self._camera.stop()
        super().done(result)
