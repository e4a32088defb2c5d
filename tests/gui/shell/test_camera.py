"""The camera on a machine that has none, and pictures on their way to a code reader."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage

from app.shell.camera import Camera, CameraInfo, frame_of, jpeg_of, list_cameras

pytestmark = pytest.mark.qt_log_ignore(
    "^Couldn.t (load|resolve) (pipewire|va)",  # optional libraries of Qt's multimedia
    "No RHI backend",  # no graphics card here
)


def picture(width, height):
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(200, 10, 20))
    return image


def test_a_machine_without_a_camera_says_so_and_nothing_breaks(qapp, qtbot):
    """Most offices' desktops."""
    cameras = list_cameras()
    if cameras:
        assert all(isinstance(camera, CameraInfo) for camera in cameras)
        pytest.skip("this machine has a camera")
    camera = Camera()
    with qtbot.waitSignal(camera.changed) as changed:
        camera.start()
    camera.take()
    assert (changed.args, camera.state) == (["none"], "none")
    camera.stop()
    assert camera.state == "off"


@pytest.mark.parametrize("width", [4, 5, 6, 7])
def test_a_frame_is_plain_rgb_without_padding(width):
    """Qt fills every line up to four bytes; a code reader would see a slanted picture."""
    frame = frame_of(picture(width, 3))
    assert (frame.width, frame.height) == (width, 3)
    assert frame.rgb == bytes([200, 10, 20]) * width * 3


def test_a_photo_is_a_jpeg_of_the_same_size():
    """Every program reads it."""
    with Image.open(io.BytesIO(jpeg_of(picture(64, 48)))) as photo:
        assert (photo.format, photo.size) == ("JPEG", (64, 48))
        red, green, blue = photo.convert("RGB").getpixel((32, 24))
    assert abs(red - 200) + abs(green - 10) + abs(blue - 20) < 12


def test_no_picture_is_no_photo():
    """An empty file must not become evidence."""
    with pytest.raises(ValueError, match="no picture"):
        jpeg_of(QImage())


def test_frames_of_a_running_camera_go_to_the_viewfinder_and_some_to_the_reader(qapp, qtbot):
    """The reader needs a few a second, the eye all of them."""
    from PySide6.QtMultimedia import QVideoFrame, QVideoSink

    camera, sink, seen, read = Camera(), QVideoSink(), [], []
    sink.videoFrameChanged.connect(camera._show)
    camera.seen.connect(seen.append)
    camera.read.connect(read.append)
    for _ in range(3):
        sink.setVideoFrame(QVideoFrame(picture(32, 16)))
    assert (len(seen), len(read)) == (3, 1)
    assert (read[0].width, read[0].height) == (32, 16)
    assert abs(read[0].rgb[0] - 200) < 4
