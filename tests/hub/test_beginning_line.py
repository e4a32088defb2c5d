"""Beginning with a snapshot over a real line: what may be wrong with one, the history stands in for."""

import datetime as dt
import hashlib
from dataclasses import replace

import pytest

from app.services import enrolling, syncing
from app.services.changes import Result
from app.services.transport import Address, Link, LinkError
from db import audit, backup, blobs, mending
from db.connection import open_reader, open_store
from db.journal import snapshot
from db.rows import Enterprise
from db.store import arrivals, base, enterprises, operations
from hub import snapshots
from hub.database import Database
from hub.storage import Storage
from tests.hub import kit, served
from tests.hub.kit import SCOPE
from tests.hub.snapshot_kit import SEAL, SMALL, Bureau, fill, ground
from tests.hub.test_healing import copy_of, set_back
from tests.hub.test_round import Laptop, a_code
from tests.hub.test_segments import Desk
from tests.store_kit import KEY

MEASURE = replace(SMALL, settled=dt.timedelta(0))
COUNT = 60
UNPACKED = b"no zstd"
UNITS, EVERY = COUNT + 3, COUNT + 4
"""The enterprises of the bureau, and its operations: there is a finding as well."""


@pytest.fixture
def on(tmp_path, url, db):
    """The ground of a bureau with some enterprises, and a snapshot of them."""
    database, storage = Database(url), Storage((tmp_path / "stored").as_uri())
    database.open()
    bureau = Bureau(db)
    bureau.write("finding", "f")
    fill(bureau, COUNT)
    hub_id = db.execute("SELECT hub_id, epoch FROM hub").fetchone()
    made = ground(database, storage, measure=MEASURE, hub=hub_id)
    snapshots.make(made, SCOPE)
    fill(bureau, 3, COUNT)
    yield made
    database.close()


@pytest.fixture
def address(url, on):
    """The address of a served hub on it."""
    with served.running(url, storage=on.storage, measure=MEASURE) as at:
        yield at


@pytest.fixture
def desk(tmp_path, address, db):
    """A new laptop; what parts it asks for is kept."""
    made = Desk(tmp_path, "new", address, a_code(db))
    made.parts, fetch = [], made.line.fetch_part

    def counted(sha256, into):
        made.parts.append(sha256)
        fetch(sha256, into)

    made.line.fetch_part = counted
    yield made
    made.line.close()
    made.laptop.close()


def began(desk):
    return base.standing(desk.laptop.reader) is not None


def test_a_new_laptop_takes_what_stands_and_then_what_came_since(desk, on, db):
    told, all_of = [], 2 * (COUNT + 1)
    kinds, write = set(), desk.laptop._write

    def heard(work):
        result = write(work)
        kinds.update(result.changes.kinds if isinstance(result, Result) else ())
        return result

    desk.laptop._write = heard
    done = desk.laptop.round(desk.line, lambda *what: told.append(what))
    assert (done.taken, began(desk)) == (EVERY, True)
    assert len(desk.names()) == UNITS
    assert operations.count(desk.laptop.store) == 4
    assert told[:2] == [("pull", COUNT, all_of), ("pull", COUNT + 1, all_of)]
    assert {"enterprise", "finding"} <= kinds, "the screens hear of what came without a page"
    row = enterprises.get(desk.laptop.reader, "e00001")
    enterprises.save(desk.laptop.store, replace(row, phone="1"), Enterprise("own", "本机厂"))
    assert desk.round().sent == 2
    assert (desk.round().taken, arrivals.held(desk.laptop.reader)) == (0, ())
    assert db.execute("SELECT count(*) FROM conflict").fetchone() == (0,)
    assert audit.audit(desk.laptop.store.folder, KEY).breaks == ()


def _forged(one):
    return replace(one, at=one.at - 1)


def _of_another_hub(one):
    made = replace(one, hub="other")
    return replace(made, signature=SEAL.key.sign(snapshot.claim(made)))


def _further_than_the_feed(one):
    made = replace(one, at=one.at + 1000)
    return replace(made, signature=SEAL.key.sign(snapshot.claim(made)))


def _out_of_order(one):
    parts = (*one.parts, replace(one.parts[0], first=("a", "a")))
    made = replace(one, parts=parts)
    return replace(made, signature=SEAL.key.sign(snapshot.claim(made)))


def _of_another_count(one):
    *records, moving = one.parts
    made = replace(one, parts=(*records, replace(moving, count=moving.count + 1)))
    return replace(made, signature=SEAL.key.sign(snapshot.claim(made)))


def _of_a_kind_not_known(one):
    made = replace(one, parts=(*one.parts, replace(one.parts[-1], kind="pictures")))
    return replace(made, signature=SEAL.key.sign(snapshot.claim(made)))


def _of_a_part_packed_wrongly(one):
    first, *others = one.parts
    part = replace(first, sha256=hashlib.sha256(UNPACKED).digest(), size=len(UNPACKED))
    made = replace(one, parts=(part, *others))
    return replace(made, signature=SEAL.key.sign(snapshot.claim(made)))


def _of_streams_there_are_not(one):
    made = replace(one, streams={})
    return replace(made, signature=SEAL.key.sign(snapshot.claim(made)))


@pytest.mark.parametrize(
    "wrong",
    [
        *(_forged, _of_another_hub, _further_than_the_feed, _out_of_order),
        *(_of_streams_there_are_not, _of_another_count),
        *(_of_a_kind_not_known, _of_a_part_packed_wrongly),
    ],
)
def test_a_snapshot_that_is_wrong_is_left_and_the_history_taken(desk, on, wrong):
    give, fetch = desk.line.snapshot, desk.line.fetch_part
    plain = hashlib.sha256(UNPACKED).digest()
    desk.line.snapshot = lambda: wrong(give())
    desk.line.fetch_part = lambda name, into: (
        into.extend(UNPACKED) if name == plain else fetch(name, into)
    )
    assert desk.round().taken == EVERY
    assert not began(desk)
    assert len(desk.names()) == UNITS
    assert operations.count(desk.laptop.store) == EVERY
    assert list(blobs.names(desk.laptop.store.folder)) == []


@pytest.mark.parametrize("how", ["damaged", "gone", "too-long"])
def test_a_part_that_is_wrong_is_left_and_the_history_taken(desk, on, how):
    part = snapshots.offered(on, SCOPE).parts[0]
    key = snapshots.key_of(SCOPE, part.sha256)
    on.storage.remove([key])
    if how != "gone":
        on.storage.create(key, b"x" * (part.size if how == "damaged" else part.size + 9))
    assert desk.round().taken == EVERY
    assert not began(desk)
    assert len(desk.names()) == UNITS


def test_what_came_before_a_cut_is_not_fetched_again(desk, on):
    """Of two parts, one with records and one with operations, the first came before the cut."""
    fetch, given = desk.line.fetch_part, []

    def cut_after_the_first(sha256, into):
        if given:
            raise LinkError("offline")
        given.append(sha256)
        fetch(sha256, into)

    desk.line.fetch_part = cut_after_the_first
    with pytest.raises(LinkError, match="offline"):
        desk.round()
    assert not began(desk)
    assert desk.names() == set()
    desk.line.fetch_part = fetch
    desk.round()
    assert began(desk)
    assert len(desk.parts) == len(set(desk.parts)) == 2


def test_what_a_laptop_wrote_before_it_ever_came_stands_beside(desk, on):
    enterprises.save(desk.laptop.store, Enterprise("own", "本机厂"))
    assert desk.round().sent == 1
    assert began(desk)
    assert "own" in desk.names()
    assert desk.round().taken == 0


def test_a_damaged_part_is_told_by_the_audit_and_the_tables_stay(desk, on):
    desk.round()
    part = base.standing(desk.laptop.reader).snapshot.parts[0]
    folder = desk.laptop.store.folder
    path = next(folder.glob(f"blobs/*/{part.sha256.hex()}"))
    path.write_bytes(path.read_bytes()[:-1] + b"\0")
    told = [one.code for one in audit.audit(folder, KEY).breaks]
    assert told == ["base"]
    assert len(desk.names()) == UNITS


def test_a_hub_set_back_before_the_snapshot_gets_back_what_it_lost(tmp_path, desk, on, db, address):
    """The place a laptop began at is gone: what it has beyond it stays, and nothing doubles."""
    author = Laptop(tmp_path, "author", address)
    try:
        author.enrol(a_code(db, "li"))
        author.round()
        evening = copy_of(db)
        enterprises.save(author.store, *(Enterprise(f"n{n}", "夜班厂") for n in range(5)))
        author.round()
        snapshots.make(on, SCOPE)
        desk.round()
        assert began(desk)
        every = desk.names()
        assert "n4" in every
        set_back(db, evening)
        enterprises.save(desk.laptop.store, Enterprise("late", "晚到厂"))
        for _ in range(2):
            desk.round()
            author.round()
        desk.round()
        assert desk.names() == every | {"late"}
        found = {name for (name,) in author.reader.rows("SELECT id FROM enterprise")}
        assert found == desk.names()
        assert len(kit.feed(db)) == len(every) + 2
    finally:
        author.close()


@pytest.mark.parametrize("lost", ["", "manifest", "all", "part", "part copy"])
def test_a_damaged_store_that_began_so_is_mended(tmp_path, desk, on, address, lost):
    """From what the damaged file still gives; or, where that is nothing, from the hub."""
    desk.round()
    enterprises.save(desk.laptop.store, Enterprise("own", "本机厂"))
    desk.round()
    folder, every = desk.laptop.store.folder, desk.names()
    standing, secret = enrolling.standing(desk.laptop.reader), desk.laptop.seal
    if lost == "manifest":
        desk.laptop.store.db.execute("UPDATE base SET manifest = x'00'")
    if "part" in lost:
        part = base.standing(desk.laptop.reader).snapshot.parts[0]
        next(folder.glob(f"blobs/*/{part.sha256.hex()}")).write_bytes(b"")
    if "copy" in lost:
        backup.take(desk.laptop.store.db, folder, KEY, "daily", desk.laptop.store.clock())
    desk.laptop.close()
    path = folder / "store.db"
    if lost == "all":
        path.write_bytes(bytes(path.stat().st_size))
    mending.restore(folder, KEY)
    store, reader = open_store(folder, KEY), open_reader(folder, KEY)
    try:
        assert (base.standing(reader) is None) == bool(lost)
        names = {name for (name,) in reader.rows("SELECT id FROM enterprise")}
        assert names == ({"own"} if lost else every)
        who = enrolling.credentials(reader, standing, secret)
        link = Link(Address(address), who)
        try:
            syncing.run(syncing.Round(link, reader, lambda work: work(store), who, 1 << 41))
        finally:
            link.close()
        assert {name for (name,) in reader.rows("SELECT id FROM enterprise")} == every
        assert [one.code for one in audit.audit(folder, KEY).breaks] == []
    finally:
        reader.close()
        store.close()
