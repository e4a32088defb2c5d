"""Synchronisation through the real window, with a real hub on a real socket."""

import pytest

from app.services import enrolling, rounds, sites, sync_ledger
from app.services.changes import Result, touched
from app.services.transport import Address
from db.rows import Enterprise
from db.store import arrivals, numbers
from tests.gui.screens.hub_kit import bureau  # noqa: F401 - a fixture

PATIENCE = 30_000


@pytest.fixture
def joined(program, bureau):  # noqa: F811 - the fixture
    """The program, enrolled at the hub."""
    asking = rounds.Asking(Address(bureau.address), bureau.code(), "终端 07")
    told = []
    desk = program.desk
    desk.jobs.background(
        lambda: rounds.enrol(desk.own_reader, desk.jobs.write_and_wait, desk.duty.seal, asking),
        told.append,
    )
    program.settle()
    assert desk.jobs.flush(60)
    while not told:
        program.settle()
    assert told[0].problem == ""
    desk.sync.look()
    return program


def once(run, qtbot):
    """One whole round."""
    sync = run.desk.sync
    sync.begin()
    qtbot.waitUntil(lambda: not sync.state.phase, timeout=PATIENCE)
    run.settle()
    return sync.state


def test_everything_arrives_and_the_window_is_never_held(joined, qtbot):
    """The person goes on working; the ledger says what the bureau has."""
    assert enrolling.standing(joined.reader).scope == "3713"
    assert sync_ledger.look(joined.reader).lines[0].state == "here"
    state = once(joined, qtbot)
    assert (state.contact.problem, state.contact.failures) == ("", 0)
    assert arrivals.waiting(joined.reader) == 0
    found = sync_ledger.look(joined.reader)
    assert found.waiting == 0
    assert not [(one.kind, one.title, one.reason) for one in found.lines if one.state != "adopted"]


def test_a_change_is_sent_by_itself_once_it_is_quiet(joined, qtbot, monkeypatch):
    """Nobody has to think of it."""
    monkeypatch.setattr("app.screens.sync_loop.QUIET", 0.2)
    once(joined, qtbot)
    joined.write(lambda store: sites.create(store, Enterprise("", "新来的（临沂）有限公司")))
    assert sync_ledger.waiting(joined.reader) == 1
    qtbot.waitUntil(lambda: sync_ledger.waiting(joined.reader) == 0, timeout=PATIENCE)


def test_a_hub_that_is_not_there_loses_nothing_and_is_found_again(joined, bureau, qtbot):  # noqa: F811
    """Offline is the usual state in a factory hall."""
    once(joined, qtbot)
    bureau.down()
    joined.write(lambda store: sites.create(store, Enterprise("", "断网时新建的单位")))
    state = once(joined, qtbot)
    assert (state.contact.problem, state.contact.failures) == ("offline", 1)
    assert state.contact.at is not None
    assert sync_ledger.waiting(joined.reader) == 1
    state = once(joined, qtbot)
    assert state.contact.failures == 2
    assert state.contact.since is not None


def test_numbers_that_run_low_are_leased_and_those_held_here_are_not_doubled(joined, qtbot):
    """No inspector stands in a hall without a number, and none is used twice."""
    spent = joined.write(_all_but_one).series
    before = {one.id: one for one in numbers.blocks(joined.reader)}
    once(joined, qtbot)
    new = [one for one in numbers.blocks(joined.reader) if one.id not in before]
    assert {one.series for one in new} == {spent}
    runs = [(one.series, one.year, one.lo, one.hi) for one in numbers.blocks(joined.reader)]
    numbered = [(s, y, n) for s, y, lo, hi in runs for n in range(lo, hi + 1)]
    assert len(numbered) == len(set(numbered))
    count = len(numbers.blocks(joined.reader))
    once(joined, qtbot)
    assert len(numbers.blocks(joined.reader)) == count


def _all_but_one(store):
    """Void the numbers of a block down to one, as a box of spoiled sheets does."""
    block = numbers.blocks(store, "清")[0]
    for number in range(block.next, block.hi):
        numbers.void(store, "清", block.year, number, "受潮")
    return Result(block, touched("number"))
