"""Many at once on a real PostgreSQL: the reader never sees a gap, one stream is taken in by one."""

import random
import threading
import time

import psycopg
import pytest

from db.journal import chain, feed, wire
from hub import pull, push
from hub.sql import feeds, streams
from hub.sql.base import first
from tests.hub.kit import NOW, SCOPE, Laptop

WRITERS, EACH = 8, 15


@pytest.fixture
def thoughtful(monkeypatch):
    """Every push thinks between the place it was given in the feed and its commit."""
    write = feeds.add_batch

    def thinking(*values):
        write(*values)
        time.sleep(random.uniform(0, 0.005))

    monkeypatch.setattr(feeds, "add_batch", thinking)


def at_once(url, works):
    """Do works on a connection each, all at the same time; returns what went wrong."""
    wrong = []
    begin = threading.Barrier(len(works))

    def run(work):
        try:
            with psycopg.connect(url, autocommit=True) as db:
                begin.wait()
                work(db)
        except (psycopg.Error, push.Diverged, pull.Parted, feed.Broken) as error:
            wrong.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    return wrong


def writer(laptop):
    for n in range(EACH):
        laptop.write("enterprise", f"{laptop.name}-{n}", {"name": (f"第{n}厂", ())})

    def work(db):
        for n in range(EACH):
            push.push(db, laptop.caller, laptop.batch(n + 1, n + 1), NOW)

    return work


class Reader:
    """Pulls page after page, as a laptop does, until it has all there is to come."""

    def __init__(self, expected):
        self.expected = expected
        self.found = []
        self.pages = 0

    def __call__(self, db):
        place = (0, wire.feed_root(SCOPE))
        until = time.monotonic() + 60
        while len(self.found) < self.expected and time.monotonic() < until:
            page = pull.pull(db, ("hub", 1), SCOPE, pull.Place(*place))
            stretch = feed.follow(page, place)
            place = stretch.after
            self.found += [data for one in stretch.batches for data in one.batch.operations]
            self.pages += bool(stretch.batches)


def raced(url):
    laptops = [Laptop(f"t{n}") for n in range(WRITERS)]
    reader = Reader(WRITERS * EACH)
    wrong = at_once(url, [*map(writer, laptops), reader])
    written = {data for one in laptops for data in one.operations}
    return wrong, set(reader.found) == written and len(reader.found) == len(written), reader.pages


def test_eight_write_and_a_reader_sees_every_operation_once_and_no_gap(url, thoughtful):
    wrong, whole, pages = raced(url)
    assert (wrong, whole) == ([], True)
    assert pages > 10


def test_places_from_a_sequence_are_found_out(url, thoughtful, monkeypatch):
    """A sequence gives places before the commit: who commits later is passed by the reader."""
    with psycopg.connect(url, autocommit=True) as db:
        db.execute("CREATE SEQUENCE places")

    def drawn(db, scope):
        return first(db, "SELECT nextval('places')")[0] - 1, feeds.feed(db, scope)[1]

    def move(db, scope, seq, feed_hash):
        db.execute(
            "UPDATE feed SET seq = greatest(seq, %s), head_hash = %s WHERE scope = %s",
            (seq, feed_hash, scope),
        )

    monkeypatch.setattr(feeds, "lock_feed", drawn)
    monkeypatch.setattr(feeds, "move_feed", move)
    wrong, whole, _pages = raced(url)
    assert any(isinstance(one, feed.Broken | pull.Parted) for one in wrong) or not whole


def sent_at_once(url):
    """One batch sent eight times at the same moment, as a network that repeats would."""
    laptop = Laptop("t07")
    for n in range(12):
        laptop.write("enterprise", f"e{n}", {"name": (f"第{n}厂", ())})
    with psycopg.connect(url, autocommit=True) as db:
        push.push(db, laptop.caller, laptop.batch(1, 2), NOW)
    told = []

    def again(db):
        told.append(push.push(db, laptop.caller, laptop.batch(3), NOW))

    wrong = at_once(url, [again] * WRITERS)
    return wrong, {(one.seq, one.hash) for one in told}, laptop


def test_one_batch_sent_many_times_at_once_is_taken_once(url, thoughtful, db):
    wrong, told, laptop = sent_at_once(url)
    assert (wrong, told) == ([], {(12, laptop.chained[12])})
    rows = db.execute("SELECT op_hash FROM op ORDER BY seq").fetchall()
    assert [row[0] for row in rows] == [chain.digest(data) for data in laptop.operations]


def test_a_push_that_does_not_hold_its_stream_is_found_out(url, thoughtful, monkeypatch):
    def unlocked(db, scope, stream):
        found = first(
            db,
            "SELECT device, head_seq, head_hash, cut_seq FROM stream"
            " WHERE scope = %s AND stream = %s",
            (scope, stream),
        )
        return streams.Head(*found) if found else None

    monkeypatch.setattr(streams, "lock_stream", unlocked)
    wrong, _told, _laptop = sent_at_once(url)
    assert wrong
