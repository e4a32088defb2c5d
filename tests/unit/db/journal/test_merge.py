"""Merging loses nothing, whatever order writes arrive in and however often."""

from hypothesis import given
from hypothesis import strategies as st

from db.journal.merge import Field, Value, apply

DEVICES = ("a", "b", "c", "d")


class Replica:
    """A field in one place, and which writes have arrived there."""

    def __init__(self):
        self.field = Field()
        self.arrived = set()

    def take(self, value, replaced):
        self.field = apply(self.field, value, replaced, self.arrived.__contains__)
        self.arrived.add(value.dot)


@st.composite
def histories(draw):
    """Writes by devices that saw some of the others: (value, superseded dots)."""
    seen = {device: Replica() for device in DEVICES}
    written = []
    count = dict.fromkeys(DEVICES, 0)
    for step in range(draw(st.integers(1, 14))):
        device = draw(st.sampled_from(DEVICES))
        for value, replaced in (
            draw(st.lists(st.sampled_from(written), max_size=4)) if written else ()
        ):
            seen[device].take(value, replaced)
        count[device] += 1
        value = Value((device, count[device]), f"v{step}", draw(st.integers(0, 50)))
        replaced = tuple(one.dot for one in seen[device].field.live)
        seen[device].take(value, replaced)
        written.append((value, replaced))
    return written


def merged(writes):
    replica = Replica()
    for value, replaced in writes:
        replica.take(value, replaced)
    return replica.field


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(written, shuffler):
    other = list(written)
    shuffler.shuffle(other)
    assert merged(written) == merged(other)


@given(histories(), st.randoms(use_true_random=False))
def test_arriving_twice_changes_nothing(written, shuffler):
    doubled = written + written
    shuffler.shuffle(doubled)
    assert merged(written) == merged(doubled)


@given(histories())
def test_every_value_is_live_or_was_replaced_by_someone_who_saw_it(written):
    live = {one.dot for one in merged(written).live}
    replaced = {dot for _value, dots in written for dot in dots}
    assert {value.dot for value, _dots in written} == live | replaced
    assert not live & replaced


def test_two_who_did_not_see_each_other_are_a_conflict_and_both_stand():
    field = merged([(Value(("b", 1), "合格", 5), ()), (Value(("a", 1), "不合格", 9), ())])
    assert field.conflict
    assert {"合格", "不合格"} == {one.value for one in field.live}
    assert field.shown is not None
    assert field.shown.value == "不合格"


def test_the_same_value_written_twice_is_no_conflict():
    field = merged([(Value(("a", 1), "合格", 5), ()), (Value(("b", 1), "合格", 9), ())])
    assert not field.conflict


def test_a_write_that_saw_both_settles_it():
    both = [(Value(("a", 1), "1", 5), ()), (Value(("b", 1), "2", 9), ())]
    field = merged([*both, (Value(("c", 1), "3", 1), (("a", 1), ("b", 1)))])
    assert not field.conflict
    assert [one.value for one in field.live] == ["3"]


def test_a_field_nobody_wrote_shows_nothing():
    assert Field().shown is None
    assert not Field().conflict
