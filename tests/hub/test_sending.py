"""Batches on their way at once: none is lost, doubled or out of order, whichever comes first."""

import asyncio
import threading

import pytest

from app.services import enrolling, sending
from app.services.transport import Address, Link, LinkError
from db.journal import wire
from db.rows import Enterprise
from db.store import arrivals, enterprises
from hub.database import Busy
from hub.turns import Turns
from tests.hub import kit

SIZE, BATCHES = 5, 6


class Disorderly(Link):
    """A line on which the second batch is overtaken by the third; ``out`` counts what is under way."""

    def __init__(self, laptop, busy=0):
        enrolment = enrolling.standing(laptop.reader)
        who = enrolling.credentials(laptop.reader, enrolment, laptop.seal)
        super().__init__(Address(laptop.address), who)
        self.out, self.most, self.given, self.refused = 0, 0, [], []
        self.busy = busy
        self.overtaken, self.counting = threading.Event(), threading.Lock()

    def push(self, batch):
        """Send a batch, the second one after the third has its answer."""
        with self.counting:
            self.out += 1
            self.most = max(self.most, self.out)
        self.given.append(batch.first)
        if batch.first == self.busy:
            self._left()
            raise LinkError("busy", retry_after=300)
        if batch.first == SIZE + 1 and not self.overtaken.is_set():
            assert self.overtaken.wait(20)
        try:
            return super().push(batch)
        except LinkError as error:
            self.refused.append((error.code, batch.first))
            raise
        finally:
            self._left()
            if batch.first > SIZE + 1:
                self.overtaken.set()

    def _left(self):
        with self.counting:
            self.out -= 1


@pytest.fixture
def laden(laptop, monkeypatch):
    """A laptop with so many batches to send; no answer is slow, however busy this machine is."""
    monkeypatch.setattr(wire, "MOST_OPERATIONS", SIZE)
    monkeypatch.setattr(sending, "QUICK", 60.0)
    for n in range(SIZE * BATCHES):
        enterprises.save(laptop.store, Enterprise(f"e{n}", f"第{n}厂"))
    return laptop


def test_a_batch_that_overtook_another_is_given_again(laden, db):
    laptop = laden
    line = Disorderly(laptop)
    done = laptop.round(line)
    line.close()
    assert line.refused[0] == ("gap", 2 * SIZE + 1)
    assert {code for code, _first in line.refused} == {"gap"}
    assert line.given.count(SIZE + 1) == 1, "what the hub has taken in is not given again"
    assert line.most == 2, "two are on their way, and not more"
    assert done.held == 0
    assert arrivals.waiting(laptop.reader) == 0
    stood = [data for _n, data in laptop.reader.rows("SELECT n, bytes FROM op ORDER BY n")]
    assert kit.feed(db) == [bytes(data) for data in stood]
    assert laptop.round().taken == 0, "what was sent stands here as the feed has it"


def test_a_hub_that_asks_to_wait_is_heard_behind_a_batch_that_comes_again(laden, db):
    laptop = laden
    line = Disorderly(laptop, busy=3 * SIZE + 1)
    with pytest.raises(LinkError) as told:
        laptop.round(line)
    line.close()
    assert (told.value.code, told.value.facts) == ("busy", {"retry_after": 300})
    assert line.given.count(3 * SIZE + 1) == 1
    assert laptop.round().sent == SIZE * (BATCHES - 2)
    assert len(kit.feed(db)) == SIZE * BATCHES


def test_on_a_slow_line_each_batch_waits_for_the_answer_to_the_last(laden, db, monkeypatch):
    monkeypatch.setattr(sending, "QUICK", 0.0)
    line = Disorderly(laden)
    line.overtaken.set()
    assert laden.round(line).sent == SIZE * BATCHES
    line.close()
    assert (line.most, line.refused) == (1, [])
    assert line.given == list(range(1, SIZE * BATCHES, SIZE))


def test_whoever_came_first_has_the_first_turn_and_who_gives_up_holds_nobody():
    turns, order = Turns(), []

    async def one(name, *, away=False):
        async with turns.one(("scope", "device", "stream")) as turn:
            await asyncio.sleep({"a": 0.01, "b": 0, "c": 0.005}[name])  # reading it takes so long
            if away:
                return
            await turn.wait()
            order.append(name)
            await asyncio.sleep(0)
            order.append(name)

    async def all_of(*, away):
        await asyncio.gather(one("a"), one("b", away=away), one("c"))

    asyncio.run(all_of(away=False))
    assert order == ["a", "a", "b", "b", "c", "c"]
    order.clear()
    asyncio.run(all_of(away=True))
    assert sorted(order) == ["a", "a", "c", "c"]
    assert not turns.last
    assert not turns.count


def test_no_more_stand_in_line_than_a_laptop_can_have_under_way():
    turns, told = Turns(), []

    async def one(device):
        try:
            async with turns.one(("scope", device, "stream")) as turn:
                await turn.wait()
                await asyncio.sleep(0.01)
                told.append(device)
        except Busy:
            told.append("busy")

    async def all_of():
        await asyncio.gather(*(one("a") for _ in range(9)), one("b"))

    asyncio.run(all_of())
    assert told[:5] == ["busy"] * 5
    assert sorted(told[5:]) == ["a"] * 4 + ["b"]
    assert told.index("b") <= 6, "another's line is its own"
