"""A laptop far behind fetches sealed segments; whatever is wrong with one, pages stand in for it."""

import hashlib
import threading
from dataclasses import replace

import pytest
from backports import zstd

from app.services import enrolling
from app.services.transport import Address, Link, LinkError
from db.journal import chain, feed, wire
from db.store import arrivals
from hub import push, segments
from hub.segments import Measure
from hub.sql import quarantines
from hub.sql import segments as stored
from hub.storage import Gone, Storage
from tests.hub import kit, served
from tests.hub.kit import SCOPE
from tests.hub.test_round import Laptop, a_code

SMALL = Measure(far=40, operations=60, size=24_000)
COUNT = 330


@pytest.fixture
def author(db):
    """A device whose operations fill the feed, a few at a time."""
    made = kit.Laptop("author")
    for n in range(COUNT):
        made.write("enterprise", f"e{n}", {"name": (f"第{n}厂", ())})
    for first in range(1, COUNT, 10):
        push.push(db, made.caller, made.batch(first, first + 9), kit.NOW)
    return made


class Desk:
    """A new laptop at a served hub that seals early; what its line asked is kept."""

    def __init__(self, folder, name, address, code):
        self.laptop = Laptop(folder, name, address)
        enrolment = self.laptop.enrol(code)
        self.asked = []
        who = enrolling.credentials(self.laptop.reader, enrolment, self.laptop.seal)
        self.line = Link(Address(address), who)
        self._pull, self._fetch = self.line.pull, self.line.fetch_segment
        self.line.pull, self.line.fetch_segment = self.pull, self.fetch

    def pull(self, after, at, **more):
        self.asked.append(("pull", after))
        return self._pull(after, at, **more)

    def fetch(self, sha256, into):
        self.asked.append(("segment", sha256))
        self._fetch(sha256, into)

    def round(self):
        return self.laptop.round(self.line)

    @property
    def fetched(self):
        return [one[1] for one in self.asked if one[0] == "segment"]

    def names(self):
        found = self.laptop.reader.rows("SELECT id FROM enterprise")
        return {name for (name,) in found}


@pytest.fixture
def address(url, storage):
    """The address of a hub that seals early, into the storage."""
    with served.running(url, storage=storage, measure=SMALL) as at:
        yield at


@pytest.fixture
def desk(tmp_path, address, db):
    """A new laptop."""
    made = Desk(tmp_path, "new", address, a_code(db))
    yield made
    made.line.close()
    made.laptop.close()


ALL = {f"e{n}" for n in range(COUNT)}


def sealed(database, storage):
    segments.seal(database, storage, SCOPE, SMALL)
    return database.run(lambda db: stored.following(db, SCOPE, 0, 99))


def test_segments_cover_the_feed_without_gap_and_the_young_end_stays_in_pages(
    author, database, storage
):
    rows = sealed(database, storage)
    assert len(rows) > 3
    assert [row[0] for row in rows] == [1, *(row[1] + 1 for row in rows[:-1])]
    assert 0 < COUNT - rows[-1][1] < SMALL.operations
    place, found = (0, wire.feed_root(SCOPE)), []
    for first, last, sha256, size in rows:
        data = storage.read(segments.key_of(SCOPE, sha256), 0, size)
        placed = wire.unpack(zstd.decompress(data), tuple[wire.Placed, ...])
        stretch = feed.follow(wire.Page("hub", 1, SCOPE, placed, COUNT), place)
        assert (placed[0].at, stretch.after[0]) == (first, last)
        place = stretch.after
        found += [one for batch in stretch.batches for one in batch.batch.operations]
    assert found == author.operations[: len(found)]
    assert segments.seal(database, storage, SCOPE, SMALL) == 0


def test_two_instances_at_once_seal_the_same_and_harm_nothing(author, database, storage, tmp_path):
    other = Storage((tmp_path / "stored").as_uri())
    ready, done = threading.Barrier(2), []

    def work(where):
        ready.wait()
        done.append(segments.seal(database, where, SCOPE, SMALL))

    threads = [threading.Thread(target=work, args=(where,)) for where in (storage, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rows = database.run(lambda db: stored.following(db, SCOPE, 0, 99))
    assert len(done) == 2
    assert [row[0] for row in rows] == [1, *(row[1] + 1 for row in rows[:-1])]
    for _first, _last, sha256, size in rows:
        assert len(segments.read(database, storage, SCOPE, sha256)) == size
    kept = list((tmp_path / "stored" / "segment" / SCOPE).iterdir())
    assert len(kept) == len(rows)


def test_a_new_laptop_takes_segments_then_pages(author, database, storage, desk):
    rows = sealed(database, storage)
    assert desk.round().taken == COUNT
    assert desk.names() == ALL
    assert desk.fetched == [row[2] for row in rows]
    at = arrivals.cursor(desk.laptop.reader, SCOPE)
    assert (at.seq, desk.asked[-1][0]) == (COUNT, "pull")
    assert desk.round().taken == 0


def test_a_laptop_within_a_segment_takes_the_rest_of_it(author, database, storage, desk):
    def short(after, at, **_wish):
        page = desk.pull(after, at)
        return replace(page, placed=page.placed[:3])

    def told(_phase, done, _all):
        if done >= 30:
            raise ZeroDivisionError

    desk.line.pull = short
    with pytest.raises(ZeroDivisionError):
        desk.laptop.round(desk.line, told)
    assert arrivals.cursor(desk.laptop.reader, SCOPE).seq == 30
    desk.line.pull = desk.pull
    rows = sealed(database, storage)
    assert rows[0][1] > 30
    assert desk.round().taken == COUNT - 30
    assert desk.names() == ALL
    assert desk.fetched == [row[2] for row in rows]


def test_the_hub_seals_after_a_push_and_after_who_came_far_behind(author, database, storage, desk):
    assert desk.round().taken == COUNT  # nothing was sealed: by page, and the hub takes the hint
    assert not desk.fetched
    for _ in range(200):
        if database.run(lambda db: stored.spans(db, SCOPE)):
            break
        threading.Event().wait(0.02)
    assert database.run(lambda db: stored.spans(db, SCOPE))[0][0] == 1


def test_what_is_in_quarantine_is_held_as_of_now(author, database, storage, desk, db):
    rows = sealed(database, storage)
    quarantines.add_quarantine(db, SCOPE, [(author.stream, 7, 7, "schema")], kit.NOW)
    told = database.run(lambda db: segments.told(db, SCOPE, 0))
    assert [one.held for one in told] == [(7,), *((),) * (len(rows) - 1)]
    desk.round()
    assert desk.names() == ALL - {"e6"}


def forged(data):
    placed = wire.unpack(zstd.decompress(data), tuple[wire.Placed, ...])
    first = placed[0]
    bent = replace(first.batch, operations=(b"\x00", *first.batch.operations[1:]))
    return zstd.compress(wire.pack((replace(first, batch=bent), *placed[1:])))


def other_history(data):
    """Segment bytes that are sound in themselves and of another feed."""
    made = kit.Laptop("other")
    for n in range(20):
        made.write("enterprise", f"x{n}", {"name": ("别处", ())})
    end = wire.feed_after(wire.feed_root("9999"), map(chain.digest, made.operations))
    return zstd.compress(wire.pack((wire.Placed(1, made.batch(), end),)))


WRONG = {
    "cut": lambda data: data[: len(data) // 2],
    "flipped": lambda data: bytes([*data[:100], data[100] ^ 1, *data[101:]]),
    "empty": lambda _data: b"",
}


@pytest.mark.usefixtures("author")
@pytest.mark.parametrize("how", ["missing", *WRONG])
def test_a_file_that_is_missing_or_damaged_is_stood_in_for_by_pages_and_sealed_again(
    how, database, desk, tmp_path
):
    storage = Storage((tmp_path / "stored").as_uri())
    rows = sealed(database, storage)
    path = tmp_path / "stored" / "segment" / SCOPE / rows[1][2].hex()
    whole = path.read_bytes()
    path.unlink()
    if how != "missing":
        path.write_bytes(WRONG[how](whole))
    assert desk.round().taken == COUNT
    assert desk.names() == ALL
    assert desk.fetched[:2] == [row[2] for row in rows[:2]]
    for _ in range(200):  # the hub may have sealed it again by itself already
        if segments.seal(database, storage, SCOPE, SMALL) or path.exists():
            break
    assert path.read_bytes() == whole
    assert database.run(lambda db: stored.following(db, SCOPE, 0, 99)) == rows


@pytest.mark.usefixtures("author")
@pytest.mark.parametrize("make", [forged, other_history, lambda _data: zstd.compress(b"\xc1")])
def test_a_forged_segment_or_one_of_another_history_is_not_taken(make, database, storage, desk, db):
    """Even where the hub's own row vouches for it."""
    rows = sealed(database, storage)
    first, _last, sha256, size = rows[0]
    data = make(storage.read(segments.key_of(SCOPE, sha256), 0, size))
    bad = hashlib.sha256(data).digest()
    storage.create(segments.key_of(SCOPE, bad), data)
    db.execute(
        "UPDATE segment SET sha256 = %s, size = %s WHERE scope = %s AND lo = %s",
        (bad, len(data), SCOPE, first),
    )
    assert desk.round().taken == COUNT
    assert desk.names() == ALL
    assert desk.fetched == [bad]


def test_a_line_cut_within_a_segment_asks_for_the_rest_only(author, database, storage, desk):
    rows = sealed(database, storage)
    whole, sizes = desk.fetch, []

    def cut_once(sha256, into):
        before = bytes(into)
        whole(sha256, into)
        sizes.append(len(into) - len(before))
        if not before:
            del into[len(into) // 2 :]
            raise LinkError("offline")

    desk.line.fetch_segment = cut_once
    assert desk.round().taken == COUNT
    assert sum(sizes) < sum(row[3] for row in rows) * 1.6
    desk.laptop.round(desk.line)


def test_a_line_cut_for_good_keeps_what_was_taken_and_goes_on_there(
    author, database, storage, desk
):
    rows = sealed(database, storage)

    def away(sha256, into):
        if sha256 != rows[0][2]:
            raise LinkError("offline")
        desk.fetch(sha256, into)

    desk.line.fetch_segment = away
    with pytest.raises(LinkError, match="offline"):
        desk.round()
    assert arrivals.cursor(desk.laptop.reader, SCOPE).seq == rows[0][1]
    desk.line.fetch_segment = desk.fetch
    assert desk.round().taken == COUNT - rows[0][1]
    assert desk.names() == ALL


def test_nobody_gets_a_segment_of_another_scope_or_one_there_is_not(
    author, database, storage, desk
):
    rows = sealed(database, storage)
    with pytest.raises(Gone):
        segments.read(database, storage, "9999", rows[0][2])
    for name in (bytes(32), rows[0][2][:31] + b"\0"):
        with pytest.raises(LinkError, match="blob-unknown"):
            desk._fetch(name, bytearray())
