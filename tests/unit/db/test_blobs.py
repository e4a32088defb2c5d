"""Photos keep their original bytes, are there whole or not at all, and are refused when huge."""

import hashlib

import pytest

from db import ballast, blobs
from db.errors import MachineError
from tests.store_kit import KEY

PHOTO = b"\xff\xd8\xff not really a photo"
NAME = hashlib.sha256(PHOTO).hexdigest()


def code_of(act):
    with pytest.raises(MachineError) as caught:
        act()
    return caught.value


def test_a_photo_comes_back_as_it_went_in(tmp_path):
    assert blobs.put(tmp_path, KEY, PHOTO) == NAME
    assert blobs.get(tmp_path, KEY, NAME) == PHOTO
    assert blobs.exists(tmp_path, NAME)
    assert list(blobs.names(tmp_path)) == [NAME]


def test_a_file_is_kept_by_the_hash_of_its_own_bytes(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(PHOTO)
    assert blobs.put(tmp_path, KEY, tmp_path / "photo.jpg") == NAME


def test_the_disk_shows_nothing_of_the_photo(tmp_path):
    blobs.put(tmp_path, KEY, PHOTO)
    assert PHOTO not in (tmp_path / "blobs" / NAME[:2] / NAME).read_bytes()


def test_keeping_twice_keeps_once(tmp_path):
    blobs.put(tmp_path, KEY, PHOTO)
    path = tmp_path / "blobs" / NAME[:2] / NAME
    before = path.read_bytes()
    blobs.put(tmp_path, KEY, PHOTO)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_damaged_copy_is_replaced_when_the_photo_is_kept_again(tmp_path):
    blobs.put(tmp_path, KEY, PHOTO)
    (tmp_path / "blobs" / NAME[:2] / NAME).write_bytes(b"damaged")
    blobs.put(tmp_path, KEY, PHOTO)
    assert blobs.get(tmp_path, KEY, NAME) == PHOTO


def test_a_three_gigabyte_photo_is_refused_before_it_is_read(tmp_path, monkeypatch):
    huge = tmp_path / "huge.jpg"
    with huge.open("wb") as file:
        file.truncate(3 * 2**30)
    error = code_of(lambda: blobs.put(tmp_path, KEY, huge))
    assert error.code == "too-large"
    assert error.facts == {"size": 3 * 2**30, "limit": blobs.LIMIT}
    assert not (tmp_path / "blobs").exists()


def test_too_many_bytes_in_hand_are_refused_too(tmp_path):
    assert code_of(lambda: blobs.put(tmp_path, KEY, PHOTO, limit=3)).code == "too-large"


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    assert code_of(lambda: blobs.put(tmp_path, KEY, tmp_path)).code == "unreadable-file"
    assert code_of(lambda: blobs.put(tmp_path, KEY, tmp_path / "x")).code == "unreadable-file"
    assert code_of(lambda: blobs.get(tmp_path, KEY, NAME)).code == "unreadable-file"


@pytest.mark.parametrize("at", [0, 4, 20, -1])
def test_a_flipped_bit_is_damage(tmp_path, at):
    blobs.put(tmp_path, KEY, PHOTO)
    path = tmp_path / "blobs" / NAME[:2] / NAME
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)
    error = code_of(lambda: blobs.get(tmp_path, KEY, NAME))
    assert (error.code, error.facts["sha256"]) == ("corrupt", NAME)


def test_a_cut_off_photo_is_damage(tmp_path):
    blobs.put(tmp_path, KEY, PHOTO)
    (tmp_path / "blobs" / NAME[:2] / NAME).write_bytes(b"XJ")
    assert code_of(lambda: blobs.get(tmp_path, KEY, NAME)).code == "corrupt"


def test_another_key_opens_nothing(tmp_path):
    blobs.put(tmp_path, KEY, PHOTO)
    assert code_of(lambda: blobs.get(tmp_path, bytes(32), NAME)).code == "corrupt"


def test_a_failed_write_leaves_no_half_file(tmp_path, monkeypatch):
    monkeypatch.setattr(blobs.os, "fsync", _no_space)
    assert code_of(lambda: blobs.put(tmp_path, KEY, PHOTO)).code == "disk-full"
    assert list((tmp_path / "blobs" / NAME[:2]).iterdir()) == []


def test_the_ballast_gives_its_space_back_once(tmp_path):
    assert ballast.lay(tmp_path, 8192)
    assert (tmp_path / ballast.NAME).stat().st_blocks * 512 >= 8192
    assert ballast.drop(tmp_path) == 8192
    assert ballast.drop(tmp_path) == 0


def test_no_room_for_ballast_is_no_failure(tmp_path):
    assert not ballast.lay(tmp_path, 2**60)
    assert not (tmp_path / ballast.NAME).exists()
    assert not ballast.lay(tmp_path, 0)


def _no_space(_handle):
    raise OSError(28, "No space left on device")
