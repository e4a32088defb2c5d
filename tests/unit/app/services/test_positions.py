"""Where a photo was taken: read from what the camera noted, and never made up."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.services import pictures, positions
from app.services.attachments import PHOTO_LIMIT, Photo
from app.services.errors import Refused

NORTH, EAST = (35.0, 3.0, 0.0), (118.0, 21.0, 0.0)


def photo(told=None, kind="JPEG"):
    """A small picture with what a camera noted about its place."""
    exif = Image.Exif()
    exif[0x010F] = "a telephone"
    if told is not None:
        exif.get_ifd(0x8825).update(told)
    out = io.BytesIO()
    Image.new("RGB", (32, 24)).save(out, kind, exif=exif)
    return out.getvalue()


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ({1: "N", 2: NORTH, 3: "E", 4: EAST}, "35.05 118.35"),
        ({1: "N", 2: NORTH, 3: "E", 4: EAST, 5: b"\0", 6: 61.04}, "35.05 118.35 61"),
        ({1: "N", 2: NORTH, 3: "E", 4: EAST, 5: b"\1", 6: 3.5}, "35.05 118.35 -3.5"),
        ({1: "N", 2: NORTH, 3: "E", 4: EAST, 31: 8.0}, "35.05 118.35 0 8"),
        ({1: "S", 2: NORTH, 3: "W", 4: EAST}, "-35.05 -118.35"),
    ],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_cameras_position_is_read(told, text, kind):
    assert positions.of_photo(Photo(photo(told, kind))) == text


@pytest.mark.parametrize(
    "told",
    [
        None,
        {},
        {2: NORTH, 4: EAST},
        {1: "N", 2: NORTH},
        {1: "N", 2: (95.0, 0.0, 0.0), 3: "E", 4: EAST},
        {1: "N", 2: (35.0, 3.0), 3: "E", 4: EAST},
    ],
)
def test_a_photo_without_a_whole_position_is_refused(told):
    """Half a position, or one that is not on the earth, is none."""
    with pytest.raises(Refused) as caught:
        positions.of_photo(Photo(photo(told), "gate.jpg"))
    assert (caught.value.code, caught.value.facts["name"]) == ("photo-without-place", "gate.jpg")


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    file = tmp_path / "huge.jpg"
    with file.open("wb") as sparse:
        sparse.truncate(PHOTO_LIMIT + 1)
    with pytest.raises(Refused) as caught:
        positions.of_photo(Photo(file))
    assert caught.value.code == "photo-too-large"


WHOLE = photo({1: "N", 2: NORTH, 3: "E", 4: EAST, 5: b"\0", 6: 61.0})
HEAD = WHOLE.index(b"Exif")


@pytest.mark.filterwarnings("ignore::UserWarning")  # the library says what it skips
@given(st.lists(st.tuples(st.integers(HEAD, HEAD + 260), st.integers(0, 255)), max_size=12))
def test_damaged_notes_of_a_camera_are_refused_or_a_place_on_the_earth(changes):
    """Each byte may be anything: a stick from anywhere is put into this computer."""
    data = bytearray(WHOLE)
    for place, byte in changes:
        data[min(place, len(data) - 1)] = byte
    told = outcome(bytes(data))
    if told not in {"photo-without-place", "photo-unreadable"}:
        latitude, longitude, *_ = told.split()
        assert abs(float(latitude)) <= 90
        assert abs(float(longitude)) <= 180


def outcome(data):
    """The place of a picture, or the code of its refusal."""
    try:
        return positions.of_photo(Photo(data))
    except Refused as refused:
        return refused.code


@given(st.one_of(st.none(), st.text(), st.binary(), st.floats(), st.tuples(st.floats(), st.none())))
def test_no_part_of_a_note_breaks_the_reader(part):
    assert pictures._degrees(part, "N", "S") is None
    assert pictures._degrees((part, part, part), part, "S") is None or isinstance(part, str)
