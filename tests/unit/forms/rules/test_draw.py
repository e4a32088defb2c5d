"""A draw convinces only if anyone can redo it from what is printed."""

import datetime as dt
import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.rules.draw import LARGEST_LOT, draw, draw_units, new_seed
from forms.rules.errors import RuleError

id_lists = st.lists(st.text("ABCDEF0123456789厂", min_size=1, max_size=9), unique=True, max_size=40)


def redone_by_hand(seed: str, ids: list[str], count: int, purpose: str) -> list[str]:
    """Follow the printed recipe literally, without looking at the module."""
    names = sorted(i.encode() for i in ids)
    list_hash = hashlib.sha256(b"\n".join(names)).digest()
    tickets = {}
    for name in names:
        message = purpose.encode() + bytes(1) + list_hash + name
        tickets[hmac.new(seed.encode(), message, hashlib.sha256).hexdigest()] = name
    return [tickets[ticket].decode() for ticket in sorted(tickets)[:count]]


@given(st.text(min_size=1), id_lists, st.data())
def test_the_recipe_followed_by_hand_chooses_the_same(seed, ids, data):
    count = data.draw(st.integers(0, len(ids)))

    found = draw(seed, ids, count)

    assert list(found.selected) == redone_by_hand(seed, ids, count, "objects")


@given(st.permutations(["甲厂", "乙厂", "丙厂", "丁厂", "戊厂"]))
def test_the_order_of_the_list_does_not_matter(ids):
    assert draw("2026-09-16|市抽|ab", ids, 2) == draw("2026-09-16|市抽|ab", sorted(ids), 2)


def test_a_list_changed_afterwards_shows_in_its_hash():
    before = draw("seed", ["a", "b", "c"], 1)
    after = draw("seed", ["a", "b", "d"], 1)

    assert before.list_sha256 != after.list_sha256


@given(st.integers(1, 400), st.data())
def test_test_and_spare_pieces_are_different_pieces_of_the_lot(lot, data):
    test = data.draw(st.integers(1, lot))
    spare = data.draw(st.integers(0, lot - test))

    drawn = draw_units("seed", lot, test, spare)

    assert (len(drawn.test), len(drawn.spare)) == (test, spare)
    assert len({*drawn.test, *drawn.spare}) == test + spare
    assert {*drawn.test, *drawn.spare} <= set(range(1, lot + 1))


def test_every_piece_has_its_chance():
    """Over many seeds each of ten pieces is drawn about equally often."""
    counts = dict.fromkeys(range(1, 11), 0)
    for number in range(2000):
        for piece in draw_units(f"seed {number}", 10, 2, 1).test:
            counts[piece] += 1

    assert all(300 < count < 500 for count in counts.values())


@pytest.mark.parametrize(
    ("seed", "lot", "test", "spare", "code"),
    [
        ("s", 2, 2, 1, "sample-exceeds-lot"),
        ("s", 10, 0, 1, "sample-empty"),
        ("s", 10, 1, -1, "sample-empty"),
        ("", 10, 1, 1, "seed-empty"),
        ("s", LARGEST_LOT + 1, 1, 1, "lot-too-large"),
    ],
)
def test_a_draw_that_cannot_be_made_is_refused(seed, lot, test, spare, code):
    with pytest.raises(RuleError) as refused:
        draw_units(seed, lot, test, spare)

    assert refused.value.code == code


def test_a_list_with_an_object_twice_would_give_it_two_chances_and_is_refused():
    with pytest.raises(RuleError) as refused:
        draw("seed", ["甲厂", "乙厂", "甲厂"], 1)

    assert (refused.value.code, refused.value.facts) == ("list-duplicate", {"id": "甲厂"})


def test_more_than_the_list_holds_cannot_be_drawn():
    with pytest.raises(RuleError, match="draw-count"):
        draw("seed", ["甲厂"], 2)


def test_a_new_seed_names_its_day_and_lot_and_cannot_be_foreseen():
    one = new_seed(dt.date(2026, 9, 16), "XBY\n260816")
    other = new_seed(dt.date(2026, 9, 16), "XBY\n260816")

    assert one.startswith("2026-09-16|XBY 260816|")
    assert one != other
    assert len(new_seed()) == 32
