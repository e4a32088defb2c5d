"""Copies shown in other programs: private, named by content, taken away."""

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from app.shell import outside


@pytest.fixture
def desktop(monkeypatch):
    """The desktop, of which a machine without a screen has none; it answers ``says``."""

    class Desktop:
        says = True
        opened = ()

        def open(self, url):
            self.opened = (*self.opened, url.toLocalFile())
            return self.says

    made = Desktop()
    monkeypatch.setattr(QDesktopServices, "openUrl", made.open)
    return made


def copies(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_copy_is_for_this_user_only(qapp, tmp_path, desktop):
    assert outside.show(tmp_path / "opened", b"film", ".mp4")
    (copy,) = copies(tmp_path)
    assert desktop.opened == (str(copy),)
    assert (copy.read_bytes(), copy.suffix) == (b"film", ".mp4")
    assert copy.stat().st_mode & 0o777 == 0o400
    assert copy.parent.stat().st_mode & 0o777 == 0o700


def test_a_copy_goes_by_itself(qapp, tmp_path, desktop, monkeypatch):
    monkeypatch.setattr(outside, "STANDS", 20)
    outside.show(tmp_path / "opened", b"film", ".mp4")
    assert copies(tmp_path)
    QTest.qWait(60)
    assert not copies(tmp_path)


def test_a_copy_no_program_takes_goes_at_once(qapp, tmp_path, desktop):
    desktop.says = False
    assert not outside.show(tmp_path / "opened", b"film", ".mp4")
    QTest.qWait(10)
    assert not copies(tmp_path)


def test_what_a_crash_left_goes_at_the_next_start(qapp, tmp_path, desktop):
    outside.show(tmp_path / "opened", b"film", ".mp4")
    outside.show(tmp_path / "opened", b"paper", ".pdf")
    assert len(copies(tmp_path)) == 2
    outside.sweep(tmp_path / "opened")
    assert not list((tmp_path / "opened").iterdir())
    outside.sweep(tmp_path / "never")


def test_what_the_other_program_put_beside_it_goes_too(qapp, tmp_path, desktop):
    outside.show(tmp_path / "opened", b"paper", ".pdf")
    (copy,) = copies(tmp_path)
    (copy.parent / "cache").mkdir()
    (copy.parent / "cache" / "thumbnail").write_bytes(b"a picture of the paper")
    outside.sweep(tmp_path / "opened")
    assert not copies(tmp_path)


def test_a_copy_that_cannot_be_written_leaves_nothing(qapp, tmp_path, desktop, monkeypatch):
    def full(path, data):
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(outside.Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        outside.show(tmp_path / "opened", b"film", ".mp4")
    assert not desktop.opened
    assert not copies(tmp_path)
