"""A bundle on real file systems: too small, write-protected, and pulled out while it is written."""

import os
import subprocess

import pytest

from app.services import stick
from app.services.stick import Bench, Slot
from db import blobs
from db.errors import MachineError
from db.rows import Attachment
from db.store import arrivals, nouns, sticks
from tests.hub import kit
from tests.hub.conftest import db, url
from tests.hub.test_round import address, laptop
from tests.store_kit import KEY

__all__ = ["address", "db", "laptop", "url"]


def mounted(*command):
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


@pytest.fixture
def volume(tmp_path):
    """A file system of two megabytes of its own, as a stick is one."""
    folder = tmp_path / "XUNJIAN-02"
    folder.mkdir()
    if not mounted("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)):
        pytest.skip("only who may mount can try a real file system")
    yield folder
    mounted("umount", "-l", str(folder))


def bench(laptop):
    """What the screen hands over; the reader is the laptop's own."""

    class Opened:
        def __getattr__(self, name):
            return getattr(laptop.reader, name)

        def close(self):
            """The laptop closes its reader itself."""

    return Bench(Opened, laptop._write, laptop.seal, lambda: kit.NOW)


def photo(laptop, size):
    name = blobs.put(laptop.store.folder, KEY, os.urandom(size))
    nouns.save(laptop.store, Attachment(f"a{name[:8]}", "record", "r", sha256=name))


def failed(laptop, slot, told=lambda _done, _all: None):
    """The code of what the stick did; nothing of it is left, on it or in what the laptop believes."""
    before = arrivals.waiting(laptop.reader)
    with pytest.raises(MachineError) as error:
        stick.write(bench(laptop), slot, told, lambda: True)
    assert error.value.facts["on_stick"]
    assert sticks.sticks(laptop.reader) == ()
    assert arrivals.waiting(laptop.reader) == before
    return error.value.code


def test_a_stick_that_is_too_small_is_left_as_it_was(laptop, volume):
    photo(laptop, 3_000_000)
    (volume / "other").write_bytes(b"somebody's")
    assert failed(laptop, Slot(volume, "盘")) == "disk-full"
    assert [one.name for one in volume.iterdir()] == ["other"]


def test_a_write_protected_stick_is_told_as_such(laptop, volume):
    photo(laptop, 1000)
    assert mounted("mount", "-o", "remount,ro", str(volume))
    assert failed(laptop, Slot(volume, "盘")) == "read-only"


def test_a_stick_that_is_pulled_out_half_way_and_put_in_again_takes_it_all(laptop, volume):
    photo(laptop, 1_000_000)

    def pulled(done, _whole):
        if done > 1000:
            mounted("umount", "-l", str(volume))

    assert failed(laptop, Slot(volume, "盘"), pulled) == "missing-folder"
    assert list(volume.iterdir()) == []
    assert mounted("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(volume))
    done = stick.write(bench(laptop), Slot(volume, "盘"), lambda _done, _all: None, lambda: True)
    assert (done.files, done.left) == (1, 0)
    assert sticks.sticks(laptop.reader)[0].volume == "盘"
