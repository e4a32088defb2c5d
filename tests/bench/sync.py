"""Synchronising with our hub, beside Anki's sync server and PouchDB with pouchdb-server.

All durable on our side: the laptop's store and the hub's PostgreSQL wait for the disk. A record is
1 KB of text; ours is an operation, signed and kept on both sides, over TLS; theirs a note with its
card over plain HTTP, and a document (LevelDB that does not wait for the disk).
"""

import statistics
import sys
import threading
import time

from db.journal import chain, wire
from db.journal.ids import new_id
from tests.bench import floor, hubs, peers
from tests.bench.figures import Figure, percentile

SIZES = ((5_000, 3), (50_000, 1))
ANKI = "Anki's sync server"
POUCH = "PouchDB → pouchdb-server"
DEVICES = 32
TURNS = 6
TEN = 10


def figures():
    small = {}
    for count, rounds in SIZES:
        ours, anki, pouch = [], [], []
        for _ in range(rounds):  # in turn, so that a busy moment of the machine meets all
            ours.append(_walk(count))
            anki += _peer(peers.anki, count, ANKI)
            pouch += _peer(peers.pouch, count, POUCH)
        for name, others in ((ANKI, anki), (POUCH, pouch)):
            if others:
                yield from _beside(count, ours, (name, others))
        small[count] = statistics.median(each["small"] for each in ours) * 1000
        yield from _floor(count, ours)
    (few, _), (many, _) = SIZES
    told = f"the same ten operations after {few}"
    yield Figure(f"sync-pull-after-{many}", small[many], "ms", told, small[few])
    for count, rounds in SIZES[1:]:
        yield from _begun(count, [_beginning(count) for _ in range(rounds)])
    with hubs.running() as hub:
        yield from _at_once(hub)
        yield _bare(hub)


def _walk(count):
    """Seconds of each step of the same walk that the counterparts do."""
    with hubs.running() as hub:
        one, two = hub.laptop("one"), hub.laptop("two")
        try:
            one.sync(), two.sync()
            hubs.fill(one, count)
            told = {"push": _timed(one.sync), "pull": _timed(two.sync)}
            assert two.reader.value("SELECT COUNT(*) FROM objection") == count
            one.sync()
            told["noop"] = min(_timed(one.sync) for _ in range(7))
            edits = []
            for _ in range(5):
                hubs.fill(one, 1)
                edits.append(_timed(lambda: (one.sync(), two.sync())))
            told["edit"] = statistics.median(edits)
            told["small"] = min(_ten(one, two) for _ in range(9))
            count += TEN * 9
            three = hub.laptop("three")
            spent = time.process_time()
            told["new"] = _timed(three.sync)
            told["new-cpu"] = time.process_time() - spent
            assert three.reader.value("SELECT COUNT(*) FROM objection") == count + 5
            three.close()
        finally:
            one.close()
            two.close()
    return told


def _ten(one, two):
    """Seconds in which one laptop takes in ten operations of another that are at the hub."""
    hubs.fill(one, TEN)
    one.sync()
    return _timed(two.sync)


def _beginning(count):
    """Seconds in which a new laptop begins with the hub's snapshot, made while the records came."""
    with hubs.running() as hub:
        one = hub.laptop("one")
        try:
            one.sync()
            hubs.fill(one, count, hubs.REGISTER)
            one.sync()
            hub.settle_snapshots()
            two = hub.laptop("two")
            took = _timed(two.sync)
            assert two.reader.value("SELECT COUNT(*) FROM former_name") == count
            assert two.reader.value("SELECT COUNT(*) FROM op") < count / 2
            two.close()
        finally:
            one.close()
    return took


def _begun(count, ours):
    """Beginning beside Anki's whole file, which is how it starts a new device."""
    others = [each["new"] for each in _peer(peers.anki, count, ANKI)]
    if others:
        mine, theirs = (statistics.median(all_of) / count * 1e6 for all_of in (ours, others))
        yield Figure(f"sync-begin-{count}", mine, "µs a record", f"{ANKI}, the whole file", theirs)


def _floor(count, ours):
    """A new laptop beside the bare inserts of as many rows into SQLCipher, by the CPU's time."""
    bare = min(floor.spent(count) for _ in range(2))
    mine = statistics.median(each["new-cpu"] for each in ours)
    against = "nothing but the inserts of the same rows into SQLCipher"
    yield Figure(
        f"sync-new-cpu-{count}",
        mine / count * 1e6,
        "µs of CPU a record",
        against,
        bare / count * 1e6,
    )


def _beside(count, ours, against):
    name, others = against
    for step in ("push", "pull", "new"):
        if step in others[0]:
            mine, theirs = (
                statistics.median(each[step] for each in all_of) / count * 1e6
                for all_of in (ours, others)
            )
            yield Figure(f"sync-{step}-{count}", mine, "µs a record", name, theirs)
    for step in ("noop", "edit"):
        mine, theirs = (
            statistics.median(each[step] for each in all_of) * 1000 for all_of in (ours, others)
        )
        yield Figure(f"sync-{step}-{count}", mine, "ms", name, theirs)


def _peer(measure, count, name):
    try:
        return measure(count, 1)
    except peers.Missing as error:
        print(f"{name} is left out: {error}", file=sys.stderr)  # noqa: T201 - the terminal is where it was asked
        return []


def _at_once(hub):
    """Rounds of ten operations of 32 devices that all begin at the same moment."""
    alone = _rounds(*hub.writer(new_id()))
    devices = [hub.writer(new_id()) for _ in range(DEVICES)]
    took = []
    ready = threading.Barrier(DEVICES + 1)

    def work(writer, line):
        ready.wait()
        took.extend(_rounds(writer, line))

    threads = [threading.Thread(target=work, args=each) for each in devices]
    for thread in threads:
        thread.start()
    ready.wait()
    start = time.perf_counter()
    for thread in threads:
        thread.join()
    each = (time.perf_counter() - start) * 1000 / (DEVICES * TURNS)
    assert len(took) == DEVICES * TURNS
    many = "one device by itself"
    yield Figure("sync-32-p99", percentile(took, 0.99), "ms", many, percentile(alone, 0.99))
    yield Figure("sync-32-each", each, "ms", many, statistics.median(alone))


def _rounds(writer, line):
    """Milliseconds of each turn of a device: what is there, ten operations, what is new."""
    took = []
    for _ in range(TURNS):
        first = len(writer.operations) + 1
        for _ in range(10):
            writer.write("objection", new_id(), {"reason": (hubs.WORDS * 9, ())})
        start = time.perf_counter()
        heads = line.heads(1)
        line.push(writer.batch(first))
        line.pull(*heads.feed)
        took.append((time.perf_counter() - start) * 1000)
    line.close()
    return took


def _bare(hub):
    """What the hub needs for a record, all its checks done, and PostgreSQL alone for the rows."""
    count = 10_000
    writer, line = hub.writer(new_id())
    for _ in range(count):
        writer.write("objection", new_id(), {"reason": (hubs.WORDS * 9, ())})
    batches = [writer.batch(first, first + 999) for first in range(1, count, 1000)]
    line.heads(1)
    ours = _timed(lambda: [line.push(batch) for batch in batches])
    line.close()
    bare = _timed(lambda: [_copied(hub.db, batch) for batch in batches])
    against = "a bare COPY of the same rows in as many transactions"
    return Figure("sync-hub", ours / count * 1e6, "µs a record", against, bare / count * 1e6)


def _copied(db, batch: wire.Batch):
    db.execute("CREATE TABLE IF NOT EXISTS bare (seq bigint PRIMARY KEY, hash bytea, bytes bytea)")
    with (
        db.transaction(),
        db.cursor().copy("COPY bare (seq, hash, bytes) FROM STDIN (FORMAT BINARY)") as copy,
    ):
        copy.set_types(("int8", "bytea", "bytea"))
        for seq, data in enumerate(batch.operations, batch.first):
            copy.write_row((seq, chain.digest(data), data))


def _timed(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
