"""Who wrote on a record without having seen whom: the same whatever order operations arrive in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.journal import heads, record, reissue
from db.journal.heads import HEADS, HUB, SEED
from db.journal.operation import Operation, encode
from db.journal.record import Doc

DEVICES = ("a", "b", "c", "d")
FIELDS = ("f", "g", "h")


def operation(stream, seq, fields, kind="put", *, rec_type="case", client="1.0"):
    """An operation; ``fields`` are name → (value, superseded dots)."""
    return Operation(
        1, "s", stream, seq, b"", kind, rec_type, "r", "", True, seq << 16, 0, 480, "", 0, "who",
        3, client, fields,
    )  # fmt: skip


class Laptop:
    """A record on one machine, and how its person writes on it."""

    def __init__(self, name):
        self.name, self.doc, self.arrived, self.count = name, Doc(), set(), 0

    def take(self, *found):
        for one in found:
            record.merge(self.doc, one, self.arrived.__contains__)
            self.arrived.add(one.dot)
        return self

    def write(self, *names, value="", **more):
        """Write on some fields, replacing what stands of them here."""
        fields = {}
        for name in names:
            live = self.doc.fields[name].live if name in self.doc.fields else ()
            fields[name] = (value or f"{self.name}{name}", tuple(one.dot for one in live))
        seen = [dot for _value, dots in fields.values() for dot in dots]
        others = heads.to_name(heads.standing(self.doc.fields), self.name, seen)
        return self._said(fields | ({HEADS: (None, others)} if others else {}), **more)

    def look(self):
        """See all that stands and leave it so."""
        dots = tuple(one.dot for one in heads.tops(heads.standing(self.doc.fields)))
        return self._said({HEADS: (True, dots)})

    def _said(self, fields, **more):
        self.count += 1
        one = operation(self.name, self.count, fields, **more)
        self.take(one)
        return one

    @property
    def heads(self):
        """The heads and looks that stand, and what is waited for."""
        found = heads.standing(self.doc.fields)
        return {(one.dot, one.value) for one in found.live}, found.gone

    @property
    def told(self):
        """Whether it is told that people had not seen each other."""
        return record.unseen(self.doc)


@st.composite
def histories(draw):
    """Writes and looks by devices that saw some of the others', each in its author's order."""
    laptops = {name: Laptop(name) for name in DEVICES}
    written = []
    for _step in range(draw(st.integers(1, 14))):
        one = laptops[draw(st.sampled_from(DEVICES))]
        for other in draw(st.lists(st.sampled_from(DEVICES), max_size=3)):
            seen = [each for each in written if each.stream == other]
            one.take(*seen[: draw(st.integers(0, len(seen)))])
        if heads.tops(heads.standing(one.doc.fields)) and draw(st.integers(0, 4)) == 0:
            written.append(one.look())
        else:
            names = draw(st.lists(st.sampled_from(FIELDS), min_size=1, max_size=2, unique=True))
            written.append(one.write(*names))
    return written


def shuffled(written, draw):
    """The same in another order, in which each stream keeps its own."""
    left = {name: [one for one in written if one.stream == name] for name in DEVICES}
    while any(left.values()):
        yield left[draw.choice([name for name in DEVICES if left[name]])].pop(0)


@given(histories(), st.randoms(use_true_random=False))
def test_neither_the_order_of_arrival_nor_repetition_matters(written, draw):
    one = Laptop("hub").take(*written)
    two = Laptop("hub").take(*shuffled(written, draw))
    twice = Laptop("hub").take(*(each for each in shuffled(written, draw) for _times in range(2)))
    assert one.heads == two.heads == twice.heads
    assert one.told == two.told == twice.told
    again = record.read(record.write(one.doc))
    assert heads.standing(again.fields) == heads.standing(one.doc.fields)
    assert record.unseen(again) == one.told


@given(histories())
def test_heads_are_what_nobody_after_them_saw(written):
    writes = [one for one in written if one.fields.get(HEADS, (None,))[0] is None]
    seen = {one.dot: {*heads.named(one), (one.stream, one.seq - 1)} for one in writes}

    def covered(dot):
        return any(dot[0] == s and dot[1] <= q for dots in seen.values() for s, q in dots)

    hub = Laptop("hub").take(*written)
    tops = {dot for dot, value in hub.heads[0] if value is None}
    assert tops == {one.dot for one in writes if not covered(one.dot)}


@given(histories())
def test_who_has_seen_all_and_writes_or_looks_closes_it(written):
    for act in (Laptop.look, lambda one: one.write("f", "g", "h")):
        last = Laptop("z").take(*written)
        act(last)
        assert not last.told


@given(histories())
def test_it_is_told_only_where_two_have_something_of_their_own_standing(written):
    hub = Laptop("hub").take(*written)
    if hub.told:
        tops = {dot[0] for dot, value in hub.heads[0] if value is None}
        own = {one.dot[0] for name in FIELDS if name in hub.doc.fields
               for one in hub.doc.fields[name].live}  # fmt: skip
        assert len(tops & own) > 1
        assert not any(hub.doc.fields[name].conflict for name in FIELDS if name in hub.doc.fields)


def two_apart(first=("f",), second=("g",), **more):
    """Two who have the same record write on it without having seen each other."""
    maker = Laptop("a")
    made = maker.write("f", "g", "h", value="made")
    one, two = Laptop("b").take(made), Laptop("c").take(made)
    return maker, one, two, [made, one.write(*first, **more), two.write(*second, **more)]


def test_different_fields_beside_each_other_are_told_once_and_closed_by_the_next_who_saw_both():
    maker, one, _two, written = two_apart()
    hub = Laptop("hub").take(*written)
    assert hub.told
    more = one.write("f")  # goes on, still without having seen the other
    assert hub.take(more).told
    maker.take(*written, more)
    assert not hub.take(maker.write("h")).told


@pytest.mark.parametrize(
    ("case", "told"),
    [
        (two_apart(), True),
        (two_apart(second=("f",)), False),  # that is a hard conflict
        (two_apart(second=("f",), value="same"), False),
        (two_apart(("f", "g"), ("g",), value="same"), False),  # one wrote all the other did
        (two_apart(client=HUB), False),
        (two_apart(kind=SEED), False),
        (two_apart(rec_type="setting"), False),
    ],
)
def test_what_is_told_and_what_is_not(case, told):
    assert Laptop("hub").take(*case[3]).told is told


def test_one_author_in_a_row_names_and_keeps_nothing():
    one = Laptop("a")
    written = [one.write("f"), one.write("g"), one.write("f")]
    assert all(HEADS not in each.fields for each in written)
    assert HEADS not in one.doc.fields
    made = record.write(Laptop("hub").take(operation("a", 1, {"f": (1, ())})).doc)
    assert b"\xa1*" not in made


def test_a_look_stands_until_somebody_writes_who_saw_it_not():
    _maker, one, two, written = two_apart()
    looker, hub = Laptop("d").take(*written), Laptop("hub").take(*written)
    look = looker.look()
    assert not hub.take(look).told
    both = Laptop("e").take(*written)  # two look at once, one of them an author
    assert not hub.take(both.look()).told
    other = two.write("h")  # without having seen what the first wrote
    assert hub.take(other).told
    one.take(*written, other)
    assert not hub.take(one.write("g")).told
    assert {dot for dot, _value in hub.heads[0]} == {("b", 2)}


def test_what_writes_a_field_is_no_look_whatever_it_says_and_a_look_at_nothing_is_none():
    """A laptop may write anything; what it wrote is told all the same."""
    _maker, _one, _two, written = two_apart()
    dots = tuple(one.dot for one in written[1:])
    posed = operation("d", 1, {"h": ("x", ()), HEADS: (True, (*dots, ("a b:3", -1)))})
    hub = Laptop("hub").take(*written, posed)
    assert {dot for dot, value in hub.heads[0] if value is None} == {posed.dot}
    empty = operation("e", 1, {HEADS: (True, ())})
    hub = Laptop("hub").take(*written, empty)
    assert hub.told
    assert {dot for dot, _value in hub.heads[0]} == set(dots)


def test_a_laptop_from_before_there_were_heads_is_understood():
    """It names none: it saw its own stream, and what its fields replace."""
    maker = Laptop("a")
    made = maker.write("f", "g")
    old = operation("b", 1, {"f": ("x", (made.dot,))})
    assert not Laptop("hub").take(made, old).told
    assert Laptop("hub").take(made, old).heads[0] == {(old.dot, None)}


def test_what_is_issued_again_has_seen_the_stream_it_parted_from():
    one = Laptop("a")
    shared = one.write("f")
    parted = encode(one.write("g"))
    ((new, _data),) = reissue.anew([parted], "a2")
    hub = Laptop("hub").take(shared, new)
    assert hub.heads[0] == {(("a2", 1), None)}
    assert not hub.told
