"""Frames can be read from both ends, and a torn or altered one is noticed."""

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from db.journal import frames

CIPHER = AESGCM(bytes(32))
OTHER = AESGCM(bytes([1] * 32))


def content(*parts):
    return b"".join(frames.seal(CIPHER, "s", part) for part in parts)


@given(st.lists(st.binary(max_size=200), max_size=6))
def test_what_was_sealed_is_walked_through_in_order(parts):
    assert [frame.data for frame in frames.walk(CIPHER, "s", content(*parts))] == parts


@given(st.lists(st.binary(max_size=50), min_size=1, max_size=4), st.data())
def test_a_torn_tail_ends_the_walk_at_the_last_whole_frame(parts, data):
    whole = content(*parts)
    last = frames.seal(CIPHER, "s", b"the one that was being written")
    torn = whole + last[: data.draw(st.integers(0, len(last) - 1))]
    found = list(frames.walk(CIPHER, "s", torn))
    assert [frame.data for frame in found] == parts
    assert found[-1].end == len(whole)


@given(st.binary(max_size=50), st.data())
def test_a_flipped_bit_never_gives_other_data(part, data):
    sealed = bytearray(content(part))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    assert [frame.data for frame in frames.walk(CIPHER, "s", bytes(sealed))] in ([], [None])


def test_the_last_frame_is_found_from_the_end():
    found = frames.last(CIPHER, "s", content(b"one", b"two"))
    assert found is not None
    assert found.data == b"two"


def test_there_is_no_last_frame_after_a_torn_one():
    assert frames.last(CIPHER, "s", content(b"one") + b"torn") is None
    assert frames.last(CIPHER, "s", b"") is None


def test_another_key_or_stream_opens_nothing():
    assert [frame.data for frame in frames.walk(OTHER, "s", content(b"one"))] == [None]
    assert [frame.data for frame in frames.walk(CIPHER, "t", content(b"one"))] == [None]


@given(st.data())
def test_a_flipped_bit_hides_no_frame_but_its_own(data):
    parts = [b"one", b"two" * 20, b"three" * 9, b"four"]
    sealed = [frames.seal(CIPHER, "s", part) for part in parts]
    spoiled = data.draw(st.integers(0, 2))
    damaged = bytearray(sealed[spoiled])
    bit = data.draw(st.integers(0, len(damaged) * 8 - 1))
    damaged[bit // 8] ^= 1 << bit % 8
    sealed[spoiled] = bytes(damaged)
    whole = b"".join(sealed)
    found = list(frames.walk(CIPHER, "s", whole))
    assert [frame.data for frame in found if frame.data is not None] == [
        part for place, part in enumerate(parts) if place != spoiled
    ]
    (hole,) = [frame for frame in found if frame.data is None]
    assert whole[hole.start : hole.end] == sealed[spoiled]
    assert frames.holed(whole)


def test_a_torn_tail_is_no_hole():
    whole = content(b"one", b"two")
    assert not frames.holed(whole)
    assert not frames.holed(whole[:-3])
    assert not frames.holed(b"")
