"""Synchronisation through the real window, with a real hub on a real socket."""

import socket
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from PySide6.QtNetwork import QNetworkInformation

from app.screens.place import Place
from app.screens.sentences import sentence
from app.screens.sync import SyncScreen
from app.screens.sync_beside import BesideCard
from app.screens.sync_loop import CAP, backoff
from app.services import beside, contact, disagreeing, enrolling, settling, sites, sync_ledger
from app.services.changes import Result, touched
from app.widgets.conflict import ChoiceTile, ConflictCard
from app.widgets.labels import Label
from db.journal.clock import to_text
from db.rows import Enterprise
from db.store import arrivals, decisions, nouns, numbers, settings
from tests.gui.screens.hub_kit import join
from tests.hub.test_round import Laptop

PATIENCE = 30_000


@pytest.fixture
def joined(program, bureau):
    """The program, enrolled at the hub."""
    join(program, bureau)
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


def test_a_hub_that_is_not_there_loses_nothing_and_is_found_again(joined, bureau, qtbot):
    """Offline is the usual state in a factory hall."""
    once(joined, qtbot)
    bureau.down()
    joined.write(lambda store: sites.create(store, Enterprise("", "断网时新建的单位")))
    state = once(joined, qtbot)
    assert (state.contact.problem, state.contact.failures) == ("offline", 1)
    assert state.contact.at is not None
    assert sync_ledger.waiting(joined.reader) == 1
    wrong = {"stream": "before", "ahead_ms": 10 * 365 * 86_400_000}
    joined.write(lambda store: contact.keep(store, replace(contact.last(store), **wrong)))
    joined.write(turned)
    state = once(joined, qtbot)
    assert state.contact.failures == 2
    assert state.contact.since is not None
    joined.desk.go(Place("sync"))
    joined.settle()
    qtbot.waitUntil(lambda: joined.screen._board is not None, timeout=PATIENCE)
    joined.settle()
    said = {label.text() for label in joined.window.findChildren(Label) if label.isVisible()}
    assert {sentence("hub-offline", {})[0], sentence("hub-copied", {})[0]} <= said
    assert sentence("hub-decided-again", {"count": 2})[1] in said
    joined.picture("sync-decided-again")
    assert any(sentence("hub-clock", {})[1] in text for text in said), "ten years fast"
    qtbot.waitUntil(lambda: not joined.desk.sync.state.phase, timeout=PATIENCE)
    joined.desk.sync._next.stop()  # what would come by itself
    joined.desk.sync._network._tell(QNetworkInformation.Reachability.Online)
    assert joined.desk.sync.state.phase, "a network appeared: it is tried at once"
    qtbot.waitUntil(lambda: not joined.desk.sync.state.phase, timeout=PATIENCE)


def turned(store):
    """Two decisions of the bureau were turned, as a hub set back leaves it."""
    told = {"count": 2, "at": to_text(store.clock())}
    settings.put_local(store, decisions.TURNED, told)
    return Result(None, touched("sync"))


def test_a_round_that_stands_still_is_ended_by_itself(joined, qtbot, monkeypatch):
    """A server that takes the question and never answers holds up nobody for longer than that."""
    monkeypatch.setattr("app.screens.sync_loop.STALLED", 0.3)
    joined.desk.sync._watchdog.setInterval(50)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        elsewhere = replace(enrolling.standing(joined.reader), url=url, pin="")

        def lead(store):
            enrolling.keep(store, elsewhere)
            return Result(None, touched("sync"))

        joined.write(lead)
        state = once(joined, qtbot)
    assert state.contact.problem == "stalled"


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


def test_a_person_connects_by_the_scanned_code_and_a_wrong_one_says_what_to_do(
    program,
    bureau,
    qtbot,
):
    """A hand scanner types it into whatever has the focus."""
    page = program.go(Place("settings", spot="hub"))._pages["hub"]
    page.url.setText(invited(bureau.address, "3713-AAAA-AAAA-AAAA-AAAA-AAAA"))
    qtbot.waitUntil(lambda: page.code.text().startswith("3713-AAAA"), timeout=PATIENCE)
    page.join.click()
    qtbot.waitUntil(lambda: "注册码无效" in page.said.text(), timeout=PATIENCE)
    assert enrolling.standing(program.reader) is None
    page.take(invited(bureau.address, bureau.code()))
    page.join.click()
    qtbot.waitUntil(lambda: isinstance(program.screen, SyncScreen), timeout=PATIENCE)
    assert program.desk.sync.state.enrolment.url == bureau.address
    program.desk.sync.begin()
    program.desk.sync.cancel()
    qtbot.waitUntil(lambda: not program.desk.sync.state.phase, timeout=PATIENCE)
    assert program.desk.sync.state.contact.problem == "cancelled"
    assert sync_ledger.waiting(program.reader) > 0
    once(program, qtbot)
    assert sync_ledger.waiting(program.reader) == 0


def test_both_values_are_shown_and_the_chosen_one_stands_everywhere(
    joined,
    bureau,
    qtbot,
    tmp_path,
):
    """Two who had not seen each other: a person decides, and the decision travels.

    Of what they wrote beside each other there is nothing to choose: one says that it stays so.
    """
    party = sites.find(joined.reader, "小白羊")[0]
    once(joined, qtbot)
    other = Laptop(tmp_path, "two", bureau.address)
    other.enrol(bureau.code("zhou"))
    other.round()
    joined.write(lambda store: sites.edit(store, replace(party, phone="138 0000 2716")))
    nouns.edit(other.store, Enterprise, party.id, phone="138 0000 2761")
    beside_it = sites.find(joined.reader, "城北")[0]
    joined.write(lambda store: sites.edit(store, replace(beside_it, phone="138 0000 2716")))
    nouns.edit(other.store, Enterprise, beside_it.id, address="新华路 18 号")
    other.round()
    once(joined, qtbot)
    screen = joined.go(Place("sync"))
    qtbot.waitUntil(lambda: bool(screen.findChildren(ConflictCard)), timeout=PATIENCE)
    card = screen.findChildren(ConflictCard)[0]
    tiles = {tile.text(): tile for tile in card.findChildren(ChoiceTile)}
    assert set(tiles) == {"138 0000 2716", "138 0000 2761"}
    tiles["138 0000 2716"].click()
    card.why.setText("电话打过")
    card.accept.click()
    qtbot.waitUntil(lambda: disagreeing.count(joined.reader) == 0, timeout=PATIENCE)
    once(joined, qtbot)
    other.round()
    assert nouns.get(other.reader, Enterprise, party.id).phone == "138 0000 2716"
    assert disagreeing.count(other.reader) == 0
    (told,) = settling.settled(other.reader)
    assert (told.kept.chosen, told.kept.why) == ("138 0000 2716", "电话打过")
    qtbot.waitUntil(lambda: not screen.findChildren(ConflictCard), timeout=PATIENCE)
    assert any("电话打过" in label.text() for label in screen.findChildren(Label))
    (card,) = screen.findChildren(BesideCard)
    shown = " ".join(label.text() for label in card.findChildren(Label))
    assert all(one in shown for one in (beside_it.name, "138 0000 2716", "新华路 18 号"))
    card.accept.click()
    qtbot.waitUntil(lambda: not beside.found(joined.reader), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not screen.findChildren(BesideCard), timeout=PATIENCE)
    once(joined, qtbot)
    other.round()
    assert beside.found(other.reader) == ()
    assert settling.settled(other.reader)[0].kept.field == beside.ITEM
    other.close()


@pytest.mark.parametrize(("failures", "most"), [(1, 4.0), (3, 16.0), (10, CAP), (500, CAP)])
def test_the_wait_is_capped_before_chance_is_drawn(failures, most):
    """Capped after it, every laptop would come back at the same moment."""
    assert backoff(failures, lambda least, top: (least + top) / 2) == most / 2


def invited(address, code):
    """The text of the code to scan."""
    return f"xunjian-hub:1?{urlencode({'url': address, 'code': code, 'pin': ''})}"
