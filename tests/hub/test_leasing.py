"""Numbers for series that run low: asked for once, whatever is lost, and never doubled."""

import pytest

from app.services import enrolling, leasing
from app.services.transport import Address, Link, LinkError
from db.store import numbers
from tests.hub.kit import NOW
from tests.hub.test_round import Laptop, a_code, address, laptop  # noqa: F401 - fixtures

HERE = ("责改", 2026)


class Deaf:
    """A line that loses the first answer."""

    def __init__(self, link):
        self._link = link
        self.asked = []

    def lease(self, asked):
        self.asked.append(asked.request)
        found = self._link.lease(asked)
        if len(self.asked) == 1:
            raise LinkError("offline")
        return found


@pytest.fixture
def line(laptop):  # noqa: F811 - the fixture
    """A line to the hub."""
    who = enrolling.credentials(laptop.reader, enrolling.standing(laptop.reader), laptop.seal)
    made = Link(Address(laptop.address), who)
    yield made
    made.close()


def lease(laptop, line):  # noqa: F811 - the fixture's value
    return leasing.run(line, laptop.reader, laptop._write, NOW)


def test_a_lost_answer_is_asked_for_again_and_is_the_same_block(laptop, line):  # noqa: F811
    """The hub has given the block away; a second one would leave a gap nobody can explain."""
    numbers.lease_local(laptop.store, *HERE, 1, 4)
    deaf = Deaf(line)
    with pytest.raises(LinkError, match="offline"):
        leasing.run(deaf, laptop.reader, laptop._write, NOW)
    assert len(numbers.blocks(laptop.reader)) == 1
    assert leasing.run(deaf, laptop.reader, laptop._write, NOW) == 1
    assert len(set(deaf.asked)) == 1
    assert lease(laptop, line) == 0


def test_what_is_held_here_already_is_not_entered_again(laptop, line):  # noqa: F811
    """Blocks given on paper before the laptop was enrolled are unknown to the hub."""
    numbers.lease_local(laptop.store, *HERE, 1, 4)
    assert lease(laptop, line) == 1
    runs = [(one.lo, one.hi) for one in numbers.blocks(laptop.reader, *HERE)]
    assert runs == [(1, 4), (5, 10)]
    assert numbers.left(laptop.reader, *HERE) == 10


def test_two_laptops_never_get_the_same_number(laptop, line, tmp_path, db):  # noqa: F811
    """That is what the blocks are for."""
    other = Laptop(tmp_path, "two", laptop.address)
    other.enrol(a_code(db, "zhou"))
    who = enrolling.credentials(other.reader, enrolling.standing(other.reader), other.seal)
    second = Link(Address(other.address), who)
    try:
        for store in (laptop.store, other.store):
            numbers.lease_local(store, "清", 2025, 1, 1)
        assert lease(laptop, line) == 1
        assert leasing.run(second, other.reader, other._write, NOW) == 1
        mine, theirs = (
            {
                n
                for one in numbers.blocks(each.reader, "清", 2026)
                for n in range(one.lo, one.hi + 1)
            }
            for each in (laptop, other)
        )
        assert mine
        assert theirs
        assert not mine & theirs
    finally:
        second.close()
        other.close()
