"""Blocks of numbers never overlap, a repeated request gets the same, every number has one state."""

import datetime as dt
import threading
from collections import Counter

import pytest

from hub import leases
from hub.database import Database
from hub.leases import Asking, Unfit, lease, ledger
from hub.push import push
from tests.hub.kit import NOW, SCOPE, Laptop
from tests.hub.test_push import issue

WORD = "责改"


def asking(n, count=10, series=WORD, year=2026):
    return Asking(f"request-{n}", series, year, count, f"stream-{n}")


def test_blocks_follow_each_other_and_a_repeated_request_gets_the_same(db):
    who = Laptop("t07").caller
    one, two = lease(db, who, asking(1), NOW), lease(db, who, asking(2), NOW)
    assert [(one.lo, one.hi), (two.lo, two.hi)] == [(1, 10), (11, 20)]
    assert lease(db, who, asking(1), NOW) == one
    assert lease(db, who, asking(3, series="特令"), NOW).lo == 1


def test_many_laptops_at_once_get_numbers_no_other_has(url):
    database = Database(url)
    database.open()
    found = []

    def work(n):
        who = Laptop(f"t{n}").caller
        for at in range(5):
            block = database.run(lambda db, at=at: lease(db, who, asking(f"{n}-{at}"), NOW))
            found.append((block.lo, block.hi))

    threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    database.close()
    numbers = Counter(n for lo, hi in found for n in range(lo, hi + 1))
    assert len(found) == 40
    assert set(numbers) == set(range(1, 401))
    assert set(numbers.values()) == {1}


def test_numbers_used_before_the_hub_was_there_are_not_leased_again(db):
    laptop = Laptop("t07")
    issue(laptop, "d", 37)
    push(db, laptop.caller, laptop.batch(), NOW)
    assert lease(db, laptop.caller, asking(1), NOW).lo == 38


def test_every_number_is_in_one_state(db):
    laptop = Laptop("t07")
    block = lease(db, laptop.caller, asking(1), NOW)
    issue(laptop, "d1", 1)
    issue(laptop, "d3", 3)
    push(db, laptop.caller, laptop.batch(), NOW)
    states = [one.state for one in ledger(db, SCOPE, WORD, 2026)]
    assert states == ["issued", "unaccounted", "issued"] + ["leased"] * 7
    assert [one.number for one in leases.gaps(db, SCOPE, WORD, 2026)] == [2]
    leases.stored.set_state(db, SCOPE, block.block, "annulled")
    states = [one.state for one in ledger(db, SCOPE, WORD, 2026)]
    assert states == ["issued", "unaccounted", "issued"] + ["annulled"] * 7


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"series": ""}, "series"),
        ({"series": "责改" * 9}, "series"),
        ({"series": "责\n改"}, "series"),
        ({"year": 2027}, "year"),
        ({"year": 2025}, "year"),
    ],
)
def test_what_makes_no_sense_is_not_leased(db, wrong, code):
    told = {"n": 1} | wrong
    with pytest.raises(Unfit) as caught:
        lease(db, Laptop("t").caller, asking(**told), NOW)
    assert caught.value.code == code
    assert db.execute("SELECT count(*) FROM num_block").fetchone() == (0,)


def test_numbers_of_the_next_year_are_leased_from_december_on_by_the_date_in_china(db):
    who = Laptop("t").caller
    before = dt.datetime(2026, 11, 30, 15, 59, tzinfo=dt.UTC)
    with pytest.raises(Unfit):
        lease(db, who, asking(1, year=2027), before)
    assert lease(db, who, asking(1, year=2027), before + dt.timedelta(minutes=2)).lo == 1


def test_a_request_of_another_person_is_not_answered(db):
    lease(db, Laptop("t07").caller, asking(1), NOW)
    with pytest.raises(Unfit, match="request"):
        lease(db, Laptop("t08").caller, asking(1), NOW)
