"""The party's code: enough chance, whatever way it is typed, and nothing to read from what is kept."""

import hashlib

import pytest

from db.journal import passcode


def test_a_code_has_forty_bits_and_no_signs_that_look_alike():
    assert (len(passcode.SIGNS), len(set(passcode.SIGNS))) == (32, 32)
    assert not {*"01OI"} & {*passcode.SIGNS}
    assert len({passcode.new() for _ in range(200)}) == 200


def test_it_is_right_however_it_is_typed_and_wrong_by_one_sign():
    kept = passcode.kept("7KQM-W4RX")
    for typed in ("7KQM-W4RX", "7kqmw4rx", " 7KQM w4rx ", "７ＫＱＭ－Ｗ４ＲＸ", "7KQM—W4RX"):
        assert passcode.right(kept, typed)
    for typed in ("", "7KQM-W4R", "7KQM-W4RXX", "7KQM-W4RZ", "X" * 100_000):
        assert not passcode.right(kept, typed)


def test_two_papers_with_one_code_keep_something_else():
    assert passcode.kept("7KQM-W4RX") != passcode.kept("7KQM-W4RX")
    assert "7KQMW4RX" not in passcode.kept("7KQM-W4RX")


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "1",
        "1::",
        "1:zz:zz",
        "1:00:00",
        "2:" + "00" * 16 + ":" + "00" * 32,
        "$argon2id$m=9999999",
    ],
)
def test_every_try_costs_the_same_whatever_is_kept(kept, monkeypatch):
    """A paper without a code, an unknown one, a laptop that kept nonsense: one hash, of our cost."""
    costs = []
    real = hashlib.scrypt

    def seen(data, **cost):
        costs.append((cost["n"], cost["r"], cost["p"]))
        return real(data, **cost)

    monkeypatch.setattr(hashlib, "scrypt", seen)
    assert not passcode.right(kept, "7KQM-W4RX")
    assert costs == [(1 << 15, 8, 1)]
