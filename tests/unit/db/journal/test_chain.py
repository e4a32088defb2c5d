"""The chain finds every flipped bit, every missing and every exchanged operation."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.journal import chain
from db.journal.operation import FORMAT, BadOperation, Operation, decode, encode

STREAM = "01a1f8e9-f33e-7000-9ed5-252ced63314d"


def operation(seq, prev, value="x"):
    return Operation(
        v=FORMAT,
        scope="371302",
        stream=STREAM,
        seq=seq,
        prev=prev,
        kind="put",
        rec_type="enterprise",
        rec_id="e1",
        txn="t1",
        group_end=True,
        hlc=seq,
        wall=1_790_000_000_000,
        tz=480,
        boot="b",
        mono=seq,
        user="",
        schema=1,
        client_ver="0.1.0",
        fields={"name": (value, ())},
    )


def run(count):
    """Build a good run of kept rows."""
    before = chain.root(STREAM)
    kept = []
    for seq in range(1, count + 1):
        data = encode(operation(seq, before, f"企业{seq}"))
        before = chain.link(before, chain.digest(data))
        kept.append((seq, chain.digest(data), before, data))
    return kept


def check(kept):
    return chain.check(STREAM, kept, (0, chain.root(STREAM)))


def test_an_operation_survives_its_bytes():
    one = operation(1, chain.root(STREAM))
    assert decode(encode(one)) == one


def test_bytes_that_are_no_operation_are_told():
    with pytest.raises(BadOperation):
        decode(b"\xff\x00 not msgpack")


def test_a_good_run_has_no_break():
    assert check(run(20)) == ()


@given(st.data())
def test_any_flipped_bit_is_found_at_its_number(data):
    kept = run(6)
    at = data.draw(st.integers(0, 5))
    column = data.draw(st.integers(1, 3))
    row = list(kept[at])
    bit = data.draw(st.integers(0, len(row[column]) * 8 - 1))
    flipped = bytearray(row[column])
    flipped[bit // 8] ^= 1 << bit % 8
    row[column] = bytes(flipped)
    kept[at] = tuple(row)
    assert at + 1 in {one.seq for one in check(kept)}


@given(st.integers(0, 8))
def test_a_missing_operation_is_a_gap(at):
    kept = run(10)
    del kept[at]
    assert chain.Break(at + 1, "gap") in check(kept)


def test_an_operation_written_anew_breaks_the_link_of_the_next():
    kept = run(5)
    before = kept[1][2]
    data = encode(operation(3, before, "别的企业"))
    kept[2] = (3, chain.digest(data), chain.link(before, chain.digest(data)), data)
    assert check(kept) == (chain.Break(4, "link"),)


def test_an_operation_of_another_stream_is_told_by_its_name():
    kept = run(2)
    data = encode(replace(operation(2, kept[0][2]), stream="other"))
    kept[1] = (2, chain.digest(data), chain.link(kept[0][2], chain.digest(data)), data)
    assert check(kept) == (chain.Break(2, "name"),)
