"""A laptop that begins with a snapshot is like one that took in the whole history, then and later."""

import datetime as dt
import json
import random
from contextlib import ExitStack
from functools import partial

import pytest

from app.services import beside
from db import blobs, mending
from db.connection import open_store
from db.journal.ids import new_id
from db.store import answers, base, beginning, decisions, operations, rebuild, streams
from db.store.operations import Change
from hub import snapshots
from hub.database import Database
from hub.storage import Storage
from tests.hub import wild
from tests.hub.kit import SCOPE
from tests.hub.snapshot_kit import ground
from tests.hub.test_exchange import Desk, rows
from tests.store_kit import KEY, Clock, make_store

NOW_MS = 1 << 41
LEFT = ("dots", "answered", "asked", "dirty", "n", *wild.SHOWN_WHEN)


@pytest.fixture
def made(tmp_path, url):
    """Makes the hub's snapshot; returns it and the files of its parts."""
    storage, database = Storage((tmp_path / "stored").as_uri()), Database(url)
    database.open()
    on = ground(database, storage)

    def make():
        one = snapshots.make(on, SCOPE)
        keys = [(snapshots.key_of(SCOPE, part.sha256), part.size) for part in one.parts]
        return one, [storage.whole(*key) for key in keys]

    yield make
    database.close()


@pytest.fixture
def desks(tmp_path, db, closing):
    """Three laptops that write, and one that takes in everything from the first."""
    found = [Desk(tmp_path, name, db) for name in ("one", "two", "three", "whole")]
    for one in found:
        closing.callback(one.store.close)
    return found


@pytest.fixture
def closing():
    """What is to be closed at the end."""
    with ExitStack() as stack:
        yield stack


def begin(one, snapshot, files):
    """Begin as the program does: the parts kept, then read."""
    for data in files:
        blobs.put(one.store.folder, one.store.key, data)
    read = partial(base.unpacked, one.store)
    beginning.begin(one.store, snapshot, read, NOW_MS, lambda _count: None)


def settle(desks, order):
    """Let all meet until nothing moves."""
    for _ in range(3):
        for one in order.sample(desks, len(desks)):
            one.sync()


def written(store):
    """Table and key → field → the write its value is from, by its own name."""
    names = dict(store.rows("SELECT id, stream FROM stream"))
    found = {}
    for table in ("enterprise", "record"):
        for key, dots in store.rows(f"SELECT id, dots FROM {table}"):
            plain = json.loads(dots)
            told = {name: n for name, n in plain.items() if not name or n != plain[""]}
            found[table, key] = {
                name: (names[n >> 40], n & ((1 << 40) - 1)) for name, n in told.items()
            }
    for *key, n in store.rows("SELECT record_id, path, n FROM answer"):
        found[tuple(key)] = (names[n >> 40], n & ((1 << 40) - 1))
    return found


@pytest.mark.parametrize("seed", range(8))
def test_all_end_alike_whether_they_saw_everything_or_began_late(
    tmp_path, desks, made, closing, seed
):
    keys, order = [new_id() for _ in range(12)], random.Random(seed)
    whole = desks[3]
    wild.make(desks[0].store, keys)
    settle(desks, order)
    late = Desk(tmp_path, "late", whole.db)
    closing.callback(late.store.close)
    for turn in range(4):
        for n, one in enumerate(desks):
            if one is not whole:
                wild.edit(one.store, keys, 10, seed * 100 + turn * 10 + n)
        if turn == 1:  # one of them comes later, with what it wrote without having seen the others'
            settle(desks[1:], order)
            begin(late, *made())
            assert rows(late.store, LEFT) == rows(whole.store, LEFT)
            assert written(late.store) == written(whole.store)
            desks.append(late)
        settle(desks, order)
        for one in desks:
            assert rows(one.store, LEFT) == rows(whole.store, LEFT), (turn, one.name)
            assert one.store.rows("SELECT * FROM superseded") == []
    _made_anew(tmp_path, late.store)
    assert operations.count(late.store) < operations.count(whole.store)


def _made_anew(folder, store):
    """The journal, and what it began with, say what the tables say."""
    before, empty = rows(store), make_store(folder, "empty")
    try:
        for stream in streams.names(store):
            assert operations.verify(store, stream) == ()
        with empty.atomic():
            empty.run("DELETE FROM stream")
        rebuild.replay(store, empty)
        assert list(rebuild.differences(store, empty)) == []
        rebuild.rebuild(store)
        assert rows(store) == before
    finally:
        empty.close()


def test_what_is_held_after_all_leaves_what_this_store_began_with(tmp_path, desks, made, closing):
    """A hub that was set back may hold an edit once more: the row is made anew from the beginning."""
    one, late, key = desks[0], Desk(tmp_path, "late", desks[0].db), new_id()
    closing.callback(late.store.close)
    wild.make(one.store, [key])
    first = {"/a": "1", "/b": "2"}
    operations.append(one.store, [Change("answer", "record", key, first)])
    one.sync()
    begin(late, *made())
    before = rows(late.store)
    edits = [
        *operations.append(one.store, [Change("answer", "record", key, {"/a": "3"})]),
        *operations.append(one.store, [Change("put", "enterprise", f"e{key}", {"name": "改"})]),
    ]
    one.sync()
    late.pull()
    assert answers.of_record(late.store, key) == first | {"/a": "3"}
    row = streams.id_of(late.store, one.store.identity.stream)
    shut = {streams.number(row, each.seq): "quarantine" for each in edits}
    with late.store.atomic():
        decisions.hold_again(late.store, shut)
    assert answers.of_record(late.store, key) == first
    assert rows(late.store) == before


def test_what_a_mended_store_began_with_comes_before_what_was_sent_late(
    tmp_path, desks, made, closing
):
    """Who was offline when another began wrote before that, and sent it after."""
    one, two, lost, whole = desks
    key, late = new_id(), Desk(tmp_path, "late", whole.db)
    wild.make(one.store, [key])
    operations.append(one.store, [Change("answer", "record", key, {"/a": "1", "/b": "2"})])
    settle(desks[:3], random.Random(1))
    lost.status = "revoked"
    operations.append(lost.store, [Change("answer", "record", key, {"/b": "held"})])
    lost.push()
    late.store.clock = Clock(late.store.clock() + dt.timedelta(hours=1))
    operations.append(late.store, [Change("put", "enterprise", "own", {"name": "本机厂"})])
    begin(late, *made())
    operations.append(two.store, [Change("answer", "record", key, {"/a": "3"})])
    operations.append(two.store, [Change("put", "enterprise", f"e{key}", {"name": "改"})])
    two.push()
    operations.append(two.store, [Change("answer", "record", key, {"/a": "4"})])
    for each in (late, whole):
        each.sync()
    before = rows(whole.store, LEFT)
    for each in (late, whole):
        each.store.close()
        mending.restore(tmp_path / each.name, KEY)
        each.store = open_store(tmp_path / each.name, KEY)
        closing.callback(each.store.close)
        assert rows(each.store, LEFT) == before
        assert each.store.rows("SELECT reason FROM held") == [("quarantine",)]
    for each in (two, late, whole):
        each.sync()
    assert rows(late.store, LEFT) == rows(whole.store, LEFT)
    _made_anew(tmp_path, late.store)


def test_what_it_began_with_is_told_as_the_one_of_two_who_wrote_unseen(
    tmp_path, desks, made, closing
):
    one, two, late = desks[0], desks[1], Desk(tmp_path, "late", desks[0].db)
    closing.callback(late.store.close)
    operations.append(one.store, [Change("put", "equipment", "q", {"name": "锅炉"})])
    settle([one, two], random.Random(1))
    operations.append(one.store, [Change("put", "equipment", "q", {"name": "一号锅炉"})])
    one.push()
    begin(late, *made())
    assert operations.history(late.store, "q") == ()
    operations.append(two.store, [Change("put", "equipment", "q", {"maker": "东源"})])
    two.push()
    late.pull()
    (found,) = beside.found(late.store)
    values = {part.stream: [each.value for each in part.values] for part in found.parts}
    assert values == {
        one.store.identity.stream: ["一号锅炉"],
        two.store.identity.stream: ["东源"],
    }
