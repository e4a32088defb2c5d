"""Files that operations name, and the frames their bytes cross in."""

import hashlib
import random

import pytest

from db.journal import files
from db.journal.files import BadFrame, Named, Unframing
from db.journal.operation import Operation

NAME = hashlib.sha256(b"photo").hexdigest()


def operation(rec_type, **fields):
    written = {name: (value, ()) for name, value in fields.items()}
    return Operation(
        1, "s", "st", 1, b"", "put", rec_type, "r", "", True, 1, 1, 0, "b", 1, "u", 3, "1", written
    )


@pytest.mark.parametrize(
    ("rec_type", "fields", "rank"),
    [
        ("signature", {"png_sha": NAME}, 0),
        ("document", {"pdf_sha": NAME}, 1),
        ("record", {"pdf_sha": NAME}, 1),
        ("attachment", {"sha256": NAME, "mime": "image/jpeg"}, 2),
        ("attachment", {"sha256": NAME, "mime": None}, 3),
        ("attachment", {"sha256": NAME, "mime": "video/mp4"}, 4),
        ("noise_of_a_newer_client", {"sound_sha": NAME}, 3),
    ],
)
def test_what_is_needed_first_crosses_first(rec_type, fields, rank):
    assert files.named(operation(rec_type, **fields)) == (Named(NAME, rank),)


@pytest.mark.parametrize(
    "value", ["", None, 7, NAME.upper(), NAME[:-1], NAME + "0", "../" * 21 + "a"]
)
def test_what_is_no_hash_names_no_file(value):
    assert files.named(operation("attachment", sha256=value)) == ()
    assert files.named(operation("document", content_hash=NAME)) == ()


@pytest.mark.parametrize("size", [0, 1, files.FRAME - 1, files.FRAME, files.FRAME * 3 + 17])
def test_a_piece_is_the_same_however_it_is_cut_up_on_the_way(size):
    data = random.Random(size).randbytes(size)
    sent = b"".join(files.framed(data))
    for step in (1000, files.FRAME + 32, len(sent) or 1):
        reading = Unframing(size)
        for at in range(0, len(sent), step):
            reading.feed(sent[at : at + step])
        reading.end()
        assert reading.found == data


def test_of_a_piece_cut_on_the_way_every_whole_frame_counts():
    data = random.Random(1).randbytes(files.FRAME * 4)
    reading = Unframing(len(data))
    reading.feed(b"".join(files.framed(data))[: (files.FRAME + 32) * 3 + 500])
    assert reading.found == data[: files.FRAME * 3]
    with pytest.raises(BadFrame):
        reading.end()
    assert len(reading.found) == files.FRAME * 3


def test_more_than_was_to_come_is_refused():
    reading = Unframing(10)
    reading.feed(b"".join(files.framed(bytes(11))))
    with pytest.raises(BadFrame):
        reading.end()
