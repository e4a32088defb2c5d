"""The camera: which there are, live frames for code reading, a photo as JPEG bytes.

QtMultimedia is loaded when the camera is first asked for; a machine without it, or
without a camera, is an ordinary machine.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal, Slot
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtMultimedia import (
        QCamera,
        QCameraDevice,
        QImageCapture,
        QMediaCaptureSession,
        QVideoFrame,
        QVideoSink,
    )

log = logging.getLogger(__name__)
QUALITY = 92
READ_EVERY = 0.2  # seconds between two frames handed out for code reading


@dataclass(frozen=True, slots=True)
class CameraInfo:
    """One camera of the machine; `id` is what `Camera.start` takes."""

    id: str
    title: str
    default: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture as rows of red, green, blue bytes without padding."""

    width: int
    height: int
    rgb: bytes


def list_cameras() -> tuple[CameraInfo, ...]:
    """List the cameras; empty where there is none or Qt's multimedia is not installed."""
    usual = None
    found = []
    for device in _devices():
        usual = usual or _usual_id()
        name = bytes(device.id().data()).decode("utf-8", "replace")
        found.append(CameraInfo(name, device.description(), name == usual))
    return tuple(found)


def facing_camera() -> str:
    """The id of the camera that looks at the person, "" where none says so of itself."""
    devices = _devices()
    if not devices:
        return ""
    from PySide6.QtMultimedia import QCameraDevice

    front = (dev for dev in devices if dev.position() == QCameraDevice.Position.FrontFace)
    device = next(front, None)
    return "" if device is None else bytes(device.id().data()).decode("utf-8", "replace")


def frame_of(image: QImage) -> Frame:
    """Turn a picture into plain RGB bytes."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    width, height, line = plain.width(), plain.height(), plain.bytesPerLine()
    data = bytes(plain.constBits())
    if line != width * 3:
        data = b"".join(data[row * line : row * line + width * 3] for row in range(height))
    return Frame(width, height, data)


def jpeg_of(image: QImage) -> bytes:
    """Turn a picture into a JPEG file; raises ValueError for an empty one."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if image.isNull() or not image.save(buffer, "JPEG", QUALITY):  # type: ignore[call-overload]  # the stubs want bytes, Qt takes str
        raise ValueError("there is no picture to keep")
    return bytes(buffer.data().data())


class Camera(QObject):
    """One camera while it runs.

    `state` is 'none' (no camera), 'off', 'running' or 'failed'.

    Signals:
        changed: the new state, a str.
        seen: a `QImage` for the viewfinder, as often as the camera gives one.
        read: a `Frame` for code reading, a few a second.
        taken: the JPEG bytes of a photo.
    """

    changed = Signal(object)
    seen = Signal(object)
    read = Signal(object)
    taken = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = "off"
        self._camera: QCamera | None = None
        self._session: QMediaCaptureSession | None = None
        self._capture: QImageCapture | None = None
        self._sink: QVideoSink | None = None
        self._last_read = 0.0

    def start(self, wanted: str = "") -> None:
        """Switch on the camera with this id, or the system's own choice."""
        self.stop()
        device = _choose(wanted)
        if device is None:
            self._become("none")
            return
        from PySide6.QtMultimedia import QCamera, QImageCapture, QMediaCaptureSession, QVideoSink

        self._session = QMediaCaptureSession(self)
        self._camera = QCamera(device, self)
        self._capture = QImageCapture(self)
        self._sink = QVideoSink(self)
        self._session.setCamera(self._camera)
        self._session.setImageCapture(self._capture)
        self._session.setVideoSink(self._sink)
        self._camera.errorOccurred.connect(self._fail)
        self._capture.imageCaptured.connect(self._keep)
        self._capture.errorOccurred.connect(self._miss)
        self._sink.videoFrameChanged.connect(self._show)
        self._camera.start()
        if self.state != "failed":
            self._become("running")

    def stop(self) -> None:
        """Switch it off, so that its light goes out."""
        if self._camera is not None:
            self._camera.stop()
        for part in (self._session, self._camera, self._capture, self._sink):
            if part is not None:
                part.deleteLater()
        self._session = self._camera = self._capture = self._sink = None
        if self.state != "off":
            self._become("off")

    def take(self) -> None:
        """Take a photo; `taken` has it."""
        if self._capture is not None and self._capture.isReadyForCapture():
            self._capture.capture()

    def _become(self, state: str) -> None:
        self.state = state
        self.changed.emit(state)

    @Slot(object)
    def _show(self, frame: QVideoFrame) -> None:
        image = frame.toImage()
        if image.isNull():
            return
        self.seen.emit(image)
        now = time.monotonic()
        if now - self._last_read >= READ_EVERY:
            self._last_read = now
            self.read.emit(frame_of(image))

    @Slot(int, QImage)
    def _keep(self, number: int, image: QImage) -> None:
        if image.isNull():
            log.warning("photo %s is empty", number)
            return
        self.taken.emit(jpeg_of(image))

    @Slot(object, str)
    def _fail(self, error: object, said: str) -> None:
        log.warning("the camera failed: %s %s", error, said)
        self._become("failed")

    @Slot(int, object, str)
    def _miss(self, number: int, error: object, said: str) -> None:
        log.warning("photo %s was not taken: %s %s", number, error, said)


def _devices() -> tuple[QCameraDevice, ...]:
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError as error:  # a system library it needs is missing
        log.info("no camera can be used: %s", error)
        return ()
    return tuple(QMediaDevices.videoInputs())


def _usual_id() -> str:
    from PySide6.QtMultimedia import QMediaDevices

    return bytes(QMediaDevices.defaultVideoInput().id().data()).decode("utf-8", "replace")


def _choose(wanted: str) -> QCameraDevice | None:
    devices = _devices()
    if not devices:
        return None
    usual = wanted or _usual_id()
    named = [dev for dev in devices if bytes(dev.id().data()).decode("utf-8", "replace") == usual]
    return (named or list(devices))[0]
