"""Sticks: told apart from disks, with the name their owner gave them."""

from pathlib import Path

from app.shell import drives

MOUNTS = """\
/dev/sda2 / ext4 rw,relatime 0 0
/dev/sdb1 /media/zhang/KINGSTON vfat rw,nosuid 0 0
/dev/sdc1 /run/media/zhang/\\346\\243\\200\\346\\237\\245\\040\\347\\233\\230 exfat rw 0 0
tmpfs /run/media/zhang/none tmpfs rw 0 0
/dev/sdd1 /mnt/media/zhang ext4 rw 0 0
broken
"""


def test_sticks_are_what_the_desktop_mounted():
    found = [
        (Path("/media/zhang/KINGSTON"), "KINGSTON"),
        (Path("/run/media/zhang/检查 盘"), "检查 盘"),
    ]
    assert drives.mounted(MOUNTS) == found


def test_a_stick_that_was_pulled_out_is_none(tmp_path):
    assert drives._drive(tmp_path / "gone", "gone") is None
    found = drives._drive(tmp_path, "检查盘")
    assert (found.folder, found.name, found.total >= found.free > 0) == (tmp_path, "检查盘", True)


def test_looking_for_sticks_works_on_this_machine():
    assert all(one.folder.is_dir() for one in drives.removable())
