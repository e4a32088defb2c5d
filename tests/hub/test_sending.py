"""Batches on their way at once: none is lost, doubled or out of order, whichever comes first."""

import asyncio
import threading

import pytest

from app.services import enrolling
from app.services.transport import Address, Link, LinkError
from db.journal import wire
from db.rows import Enterprise
from db.store import arrivals, enterprises
from hub.turns import Turns
from tests.hub import kit, served
from tests.hub.test_round import Laptop, a_code

SIZE, BATCHES = 5, 6


class Disorderly(Link):
    """A line on which the second batch is overtaken by the third; ``out`` counts what is under way."""

    def __init__(self, laptop):
        enrolment = enrolling.standing(laptop.reader)
        who = enrolling.credentials(laptop.reader, enrolment, laptop.seal)
        super().__init__(Address(laptop.address), who)
        self.out, self.most, self.given, self.refused = 0, 0, [], []
        self.overtaken = threading.Event()

    def push(self, batch):
        """Send a batch, the second one after the third has its answer."""
        self.out += 1
        self.most = max(self.most, self.out)
        self.given.append(batch.first)
        if batch.first == SIZE + 1 and not self.overtaken.is_set():
            assert self.overtaken.wait(20)
        try:
            return super().push(batch)
        except LinkError as error:
            self.refused.append((error.code, batch.first))
            raise
        finally:
            self.out -= 1
            if batch.first > SIZE + 1:
                self.overtaken.set()


@pytest.fixture
def laptop(tmp_path, url, db):
    """An enrolled laptop of a served hub."""
    with served.running(url) as address:
        made = Laptop(tmp_path, "one", address)
        made.enrol(a_code(db))
        yield made
        made.close()


def test_a_batch_that_overtook_another_is_given_again(laptop, db, monkeypatch):
    monkeypatch.setattr(wire, "MOST_OPERATIONS", SIZE)
    for n in range(SIZE * BATCHES):
        enterprises.save(laptop.store, Enterprise(f"e{n}", f"第{n}厂"))
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


def test_whoever_came_first_has_the_first_turn_and_who_gives_up_holds_nobody():
    turns, order = Turns(), []

    async def one(name, *, away=False):
        async with turns.one(("s", "stream")) as turn:
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
