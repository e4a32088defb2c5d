"""When a snapshot is made, kept, offered and given; what is wrong with one costs only time."""

import datetime as dt
import os
import threading
from contextlib import contextmanager
from dataclasses import replace

import httpx2
import pytest

from db.journal import wire
from db.journal.snapshot import Snapshot
from hub import packed, sessions, snapshots
from hub.segments import Measure
from hub.snapshots import Maker, key_of
from hub.sql import hubs, people
from hub.sql import snapshots as stored
from hub.storage import Away, Full, Gone, Storage
from tests.hub import kit, served
from tests.hub.kit import NOW, SCOPE
from tests.hub.snapshot_kit import SEAL, Bureau, fill, ground, opened

DAY = dt.timedelta(days=1)


@pytest.fixture
def bureau(db):
    """A bureau with fifty records at rest."""
    made = Bureau(db)
    fill(made, 50)
    return made


def places(db, scope=SCOPE):
    return [row.at for row in stored.every(db, scope)]


def on_disk(tmp_path):
    return {one.name for one in (tmp_path / "stored").glob("snapshot/*/*")}


def named(*made):
    return {part.sha256.hex() for one in made for part in one.parts}


def test_one_is_made_when_much_came_and_it_is_a_quarter_of_the_feed(bureau, database, storage):
    maker = Maker()
    here = ground(database, storage, measure=Measure(far=20))
    assert maker.work(replace(here, measure=Measure(far=51)), SCOPE) is None
    assert maker.work(here, SCOPE).at == 50
    fill(bureau, 16, 50)
    assert maker.work(replace(here, measure=Measure(far=10)), SCOPE) is None  # not a quarter
    fill(bureau, 1, 66)
    assert maker.work(here, SCOPE) is None  # a quarter, not far
    assert maker.work(replace(here, measure=Measure(far=10)), SCOPE).at == 67
    maker.busy.acquire()
    fill(bureau, 60, 67)
    assert maker.work(here, SCOPE) is None
    maker.busy.release()
    assert maker.work(here, SCOPE).at == 127


def test_the_newest_three_are_kept_with_their_files_alone(bureau, db, database, storage, tmp_path):
    made = []
    for n in range(5):
        bureau.write("finding", f"f{n}")
        fill(bureau, 1, 50 + n)
        made.append(snapshots.make(ground(database, storage), SCOPE))
    assert places(db) == [one.at for one in reversed(made[2:])]
    assert on_disk(tmp_path) == named(*made[2:])
    assert named(made[0]) - on_disk(tmp_path)
    for one in made[2:]:
        assert len(opened(one, storage).rest) == 51 + made.index(one)


def test_what_is_offered_stays_on_a_day_on_which_many_are_made(bureau, db, database, storage):
    made = []
    for n, days in enumerate((9, 2, 0, 0, 0, 0)):
        fill(bureau, 1, 50 + n)
        here = ground(database, storage, now=NOW - dt.timedelta(days=days))
        made.append(snapshots.make(here, SCOPE))
    assert snapshots.offered(here, SCOPE) == made[1]
    assert opened(made[1], storage).rest
    assert places(db) == [one.at for one in (*made[:2:-1], made[1])]


def test_what_a_kill_left_goes_when_it_is_old(bureau, database, storage, tmp_path):
    names = [bytes([n]) * 32 for n in range(2)]
    for name in names:
        storage.create(key_of(SCOPE, name), b"left")
    paths = [tmp_path / "stored" / key_of(SCOPE, name) for name in names]
    for path, hours in zip(paths, (23, 25), strict=True):
        at = (NOW - dt.timedelta(hours=hours)).timestamp()
        os.utime(path, (at, at))
    made = snapshots.make(ground(database, storage), SCOPE)
    assert on_disk(tmp_path) == named(made) | {names[0].hex()}


@pytest.mark.parametrize("error", [Full, Away, KeyError])
def test_a_failure_leaves_the_earlier_one_whole_and_nothing_of_its_own(
    error, bureau, database, storage, monkeypatch
):
    first = snapshots.make(ground(database, storage), SCOPE)
    bureau.write("finding", "f")
    fill(bureau, 60, 50)
    create, wrote = storage.create, []

    def fail(key, data):
        if wrote:
            raise error
        wrote.append(key)
        create(key, data)

    monkeypatch.setattr(storage, "create", fail)
    with pytest.raises(error):
        snapshots.make(ground(database, storage), SCOPE)
    assert wrote
    assert places(bureau.db) == [first.at]
    kept = {key.rpartition("/")[2] for key in storage.under("snapshot/")}
    assert kept == named(first)
    monkeypatch.undo()
    assert len(opened(snapshots.make(ground(database, storage), SCOPE), storage).rest) == 110


def test_two_instances_at_once_harm_nothing(bureau, database, storage, tmp_path):
    bureau.write("finding", "f")
    bureau.push()
    other = Storage((tmp_path / "stored").as_uri())
    ready, made = threading.Barrier(2), []

    def work(where, later):
        ready.wait()
        made.append(snapshots.make(ground(database, where, now=NOW + later), SCOPE))

    threads = [
        threading.Thread(target=work, args=(where, dt.timedelta(seconds=n)))
        for n, where in enumerate((storage, other))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 2
    (row,) = stored.every(bureau.db, SCOPE)
    assert row.at == 51
    kept = wire.unpack(row.manifest, Snapshot)
    assert kept in made
    assert len(opened(kept, storage).rest) == 50


@pytest.mark.usefixtures("bureau")
@pytest.mark.parametrize("how", ["missing", "flipped", "cut", "long"])
def test_a_part_that_is_missing_or_damaged_costs_the_snapshot(how, database, storage, tmp_path):
    here = ground(database, storage, now=NOW + DAY)
    made = snapshots.make(ground(database, storage), SCOPE)
    name = made.parts[0].sha256
    path = tmp_path / "stored" / key_of(SCOPE, name)
    data = path.read_bytes()
    assert snapshots.read(here, SCOPE, name) == data
    with pytest.raises(Gone):
        snapshots.read(here, SCOPE, next(iter(made.streams.values()))[1])  # no part's name
    assert snapshots.offered(here, SCOPE) == made
    path.unlink()
    if how != "missing":
        wrong = {"flipped": data[:-1] + bytes([data[-1] ^ 1]), "cut": data[:9], "long": data * 2}
        path.write_bytes(wrong[how])
    with pytest.raises(Gone):
        snapshots.read(here, SCOPE, name)
    assert snapshots.offered(here, SCOPE) is None
    assert Maker().work(here, SCOPE) is not None
    assert snapshots.read(here, SCOPE, name) == data


def test_a_snapshot_whose_file_went_is_forgotten_when_the_next_is_made(
    bureau, db, database, storage, tmp_path
):
    bureau.write("finding", "f")
    bureau.push()
    first = snapshots.make(ground(database, storage), SCOPE)
    (tmp_path / "stored" / key_of(SCOPE, first.parts[1].sha256)).unlink()
    bureau.write("finding", "g")
    bureau.push()
    second = snapshots.make(ground(database, storage), SCOPE)
    assert places(db) == [second.at]
    assert on_disk(tmp_path) == named(second)


def test_the_newest_that_is_settled_and_of_this_feed_is_offered(bureau, db, database, storage):
    first = snapshots.make(ground(database, storage, now=NOW - 2 * DAY), SCOPE)
    fill(bureau, 60, 50)
    second = snapshots.make(ground(database, storage, hub=("hub", 2)), SCOPE)

    def offered(after, epoch=2, **other):
        here = ground(database, storage, now=NOW + after, hub=("hub", epoch), **other)
        return snapshots.offered(here, SCOPE)

    assert offered(DAY - dt.timedelta(seconds=1)) == first
    assert offered(DAY) == offered(DAY, epoch=9) == second
    assert offered(DAY, epoch=1) == first  # what a later epoch made is not this hub's
    assert offered(dt.timedelta(0), measure=Measure(settled=dt.timedelta(0))) == second
    db.execute("UPDATE batch SET feed_hash = %s WHERE last = %s", (bytes(32), second.at))
    assert offered(DAY) == first
    db.execute("DELETE FROM batch WHERE last = %s", (first.at,))
    assert offered(DAY) is None
    assert snapshots.offered(ground(database, storage, now=NOW + 9 * DAY), "9999") is None


@contextmanager
def spoken(db, url, storage, clock, *scopes, measure=None):
    """A served hub, and a device with its headers in each of the scopes."""
    db.execute("UPDATE hub SET hub_id = 'hub'")
    speakers = []
    for scope in scopes:
        laptop = kit.Laptop(f"reader-{scope}", scope)
        key = laptop.caller.public_key
        people.add_device(db, people.Device(scope, laptop.name, "x", "", key, "active"), NOW)
        stamp = sessions.challenge(SEAL, clock.now)
        signed = laptop.key.sign(sessions.session_claim("hub", laptop.name, stamp))
        answer = sessions.Answer(scope, laptop.name, stamp, signed)
        token = sessions.begin(db, SEAL, ("hub", 1), answer, clock.now)
        speakers.append((laptop, {"authorization": f"Bearer {token}"}))
    with (
        served.running(url, clock, storage=storage, measure=measure) as address,
        httpx2.Client(base_url=address, timeout=30) as line,
    ):
        yield line, speakers


def test_a_laptop_is_given_its_own_scopes_snapshot_and_no_other(bureau, db, url, database, storage):
    hubs.add_scope(db, "371302", SCOPE, "兰陵县市场监督管理局", NOW)
    made = snapshots.make(ground(database, storage), SCOPE)
    clock = served.Clock()
    clock.now = NOW + DAY
    data = snapshots.read(ground(database, storage), SCOPE, made.parts[0].sha256)
    name = f"/v1/snapshot/{made.parts[0].sha256.hex()}"
    with spoken(db, url, storage, clock, SCOPE, "371302") as (line, speakers):
        here, beside = (headers for _laptop, headers in speakers)
        told = line.get("/v1/snapshot", headers=here)
        assert (told.status_code, told.headers["content-type"]) == (200, packed.MEDIA)
        assert packed.read(told.content, Snapshot) == made
        whole = line.get(name, headers=here)
        assert (whole.status_code, whole.content) == (200, data)
        rest = line.get(name, headers=here | {"range": "bytes=10-"})
        assert (rest.status_code, rest.content) == (206, data[10:])
        assert rest.headers["content-range"] == f"bytes 10-{len(data) - 1}/{len(data)}"
        for path, who in (
            ("/v1/snapshot", beside), (name, beside), ("/v1/snapshot/xyz", here),
            (f"/v1/snapshot/{'0' * 64}", here),
        ):  # fmt: skip
            refused = line.get(path, headers=who)
            assert refused.status_code == 404
            assert packed.read(refused.content, dict)["code"] == "blob-unknown"
        storage.remove([key_of(SCOPE, made.parts[0].sha256)])
        assert line.get(name, headers=here).status_code == 404
        assert line.get("/v1/snapshot", headers=here).status_code == 404
    assert places(db) == []


def test_a_snapshot_is_made_beside_a_push(db, url, storage):
    clock = served.Clock()
    measure = Measure(far=40, operations=60, settled=dt.timedelta(0), calm=0.02)
    with spoken(db, url, storage, clock, SCOPE, measure=measure) as (line, [(laptop, here)]):
        for n in range(45):
            laptop.write("enterprise", f"e{n}", {"name": ("厂", ())})
        sent = packed.answer(laptop.batch()).body
        assert line.post("/v1/push", content=sent, headers=here).status_code == 200
        told = until(lambda: line.get("/v1/snapshot", headers=here), lambda one: one.is_success)
        made = packed.read(told.content, Snapshot)
        assert (made.at, len(opened(made, storage).rest)) == (45, 45)
        size = sum(part.size for part in made.parts)
        tells = f"hub_snapshot_bytes {float(size)}"
        measures = until(lambda: line.get("/metrics").text, lambda text: tells in text)
    assert tells in measures
    assert 'hub_snapshots_total{outcome="made"} ' in measures


def until(ask, is_there):
    """What is asked for, as soon as it is there; what was answered last when it never is."""
    for _ in range(500):
        found = ask()
        if is_there(found):
            break
        threading.Event().wait(0.01)
    return found
