"""What the hub says of itself: it replaces what it saw, and a laptop proves it and takes it in."""

import json
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from db.journal import chain, wire
from db.journal import record as records
from db.journal.operation import decode
from db.rows import Enterprise
from db.store import arrivals, claims, enterprises, nouns, settings
from hub import authoring
from hub.authoring import Author, Said
from hub.push import push
from hub.seal import Seal
from hub.sql import records as stored
from hub.sql import streams
from tests.hub.kit import NOW, SCOPE, Laptop, feed
from tests.hub.test_exchange import Desk

SEAL = Seal(bytes(32))
AUTHOR = Author("hub-id", SEAL, "who-chief", NOW)


def say(db, value, key="office"):
    return authoring.say(db, AUTHOR, SCOPE, [Said("setting", key, {"value": json.dumps(value)})])


def live(db, rec_type, rec_id, name):
    found = stored.lock_records(db, SCOPE, [(rec_type, rec_id)])
    return [one.value for one in records.read(found[rec_type, rec_id]).fields[name].live]


def test_a_second_say_replaces_the_first_and_what_a_laptop_wrote(db):
    laptop = Laptop("t07")
    laptop.write("setting", "office", {"value": ('"laptop"', ())})
    push(db, laptop.caller, laptop.batch(), NOW)
    assert say(db, "first") == 2
    assert live(db, "setting", "office", "value") == ['"first"']
    assert say(db, "second") == 3
    assert live(db, "setting", "office", "value") == ['"second"']
    assert db.execute("SELECT count(*) FROM conflict").fetchone() == (0,)


def test_what_was_written_without_having_seen_it_stands_beside_it_as_a_conflict(db):
    laptop = Laptop("t07")
    dot = laptop.write("setting", "office", {"value": ('"old"', ())})
    push(db, laptop.caller, laptop.batch(), NOW)
    say(db, "bureau")
    laptop.write("setting", "office", {"value": ('"laptop"', (dot,))})
    push(db, laptop.caller, laptop.batch(2), NOW)
    assert sorted(live(db, "setting", "office", "value")) == ['"bureau"', '"laptop"']


def test_two_that_begin_at_the_same_moment_share_one_stream(db, url):
    def begun():
        with psycopg.connect(url) as other:
            return authoring.own_head(other, SCOPE, "hub-id")[0]

    with ThreadPoolExecutor(1) as pool:
        with db.transaction():
            first, _head = authoring.own_head(db, SCOPE, "hub-id")
            second = pool.submit(begun)
            with pytest.raises(TimeoutError):
                second.result(0.3)
        assert second.result(30) == first
    assert list(streams.heads(db, SCOPE, "hub-id")) == [first]


def test_what_is_said_together_is_one_signed_transaction_of_the_hubs_own_stream(db):
    said = [Said("setting", name, {"value": "1"}) for name in ("a", "b")]
    authoring.say(db, AUTHOR, SCOPE, said)
    authoring.say(db, AUTHOR, SCOPE, said[:1])
    (stream,) = streams.heads(db, SCOPE, "hub-id")
    found = [decode(data) for data in feed(db)]
    assert [(one.stream, one.seq, one.group_end) for one in found] == [
        (stream, 1, False),
        (stream, 2, True),
        (stream, 3, True),
    ]
    assert {one.user for one in found} == {"who-chief"}
    first, _second = db.execute("SELECT chain, signature, sseq FROM batch ORDER BY last").fetchall()
    claimed = wire.claim(stream, 2, first[0])
    SEAL.key.public_key().verify(first[1], claimed)
    linked = chain.root(stream)
    for data in feed(db)[:2]:
        linked = chain.link(linked, chain.digest(data))
    assert linked == first[0]


def test_a_laptop_proves_it_takes_it_in_and_can_hand_it_on(tmp_path, db):
    desk = Desk(tmp_path, "one", db)
    try:
        settings.put(desk.store, "office", {"bureau": "laptop"})
        enterprises.save(desk.store, Enterprise("e", "一厂"))
        desk.sync()
        say(db, {"bureau": "hub"})
        authoring.say(
            db,
            AUTHOR,
            SCOPE,
            [Said("enterprise", "e", {"name": "二厂"}), Said("enterprise", "f", {"name": "三厂"})],
        )
        assert desk.pull() == 3
        assert settings.get(desk.store, "office") == {"bureau": "hub"}
        assert enterprises.get(desk.store, "e").name == "二厂"
        assert enterprises.get(desk.store, "f").name == "三厂"
        assert arrivals.held(desk.store) == ()
        (stream,) = streams.heads(db, SCOPE, "hub-id")
        assert claims.heads(desk.store)[stream] == 3
        nouns.edit(desk.store, Enterprise, "e", name="四厂")
        desk.sync()
        assert live(db, "enterprise", "e", "name") == ["四厂"]
    finally:
        desk.store.close()


def test_there_is_nothing_to_be_said_where_there_is_no_such_jurisdiction(db):
    with pytest.raises(LookupError):
        authoring.say(db, AUTHOR, "9999", [Said("setting", "a", {"value": "1"})])
