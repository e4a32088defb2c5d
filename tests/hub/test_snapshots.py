"""What a snapshot holds: what rests as it stands, all else verbatim, and all of one moment."""

import psycopg
import pytest

from db.journal import record as records
from db.journal import snapshot
from db.journal.operation import decode
from db.journal.snapshot import part_with, signed_by
from hub import resting, snapshots
from hub.sql import feeds
from hub.sql import records as docs
from hub.sql import snapshots as stored
from tests.hub.kit import NOW, SCOPE, feed
from tests.hub.snapshot_kit import SEAL, Bureau, fill, ground, opened

RESTING = {
    ("equipment", "edited"), ("enterprise", "plain"), ("law", "seeded"), ("record", "r"),
    ("enterprise", "young"),
}  # fmt: skip


def left_out(data):
    """Whether an operation is in a record at rest."""
    one = decode(data)
    answered = one.rec_type != "record" or one.kind == "answer"
    return (one.rec_type, one.rec_id) in RESTING and answered


def test_what_rests_comes_as_it_stands_and_all_else_verbatim(db, database, storage):
    bureau = Bureau(db).all()
    made = snapshots.make(ground(database, storage), SCOPE)
    found = opened(made, storage)
    every = feed(db)
    assert set(found.rest) == RESTING
    assert found.operations == [one for one in every if not left_out(one)]
    assert found.held == {"waits": "quarantine", "stays-out": "rejected", "never": "rejected"}
    for key, (dot, doc) in found.rest.items():
        kept = records.read(docs.some(db, SCOPE, key[0], [key[1]])[key[1]]).fields
        paths = key[0] != "record"
        assert doc.fields == {name: one for name, one in kept.items() if paths or name[0] == "/"}
        assert dot == next(one.dot for one in map(decode, every) if one.rec_id == key[1])
    assert set(found.rest["record", "r"][1].fields) == {"/a", "/b"}
    assert (made.at, made.feed) == feeds.feed(db, SCOPE)
    heads = db.execute("SELECT stream, head_seq, head_hash FROM stream").fetchall()
    assert made.streams == {stream: (seq, chained) for stream, seq, chained in heads}
    assert made.streams[bureau.two.stream] == (len(bureau.two.operations), bureau.two.chained[-1])
    assert signed_by(SEAL.public, made)
    assert (made.hub, made.epoch, made.scope) == ("hub", 1, SCOPE)
    assert made.made == NOW.timestamp() * 1000


def test_parts_are_closed_at_their_measure_and_told_of_in_order(db, database, storage, monkeypatch):
    monkeypatch.setattr(resting, "MOST_RECORDS", 7)
    monkeypatch.setattr(stored, "PAGE", 5)
    bureau = Bureau(db)
    fill(bureau, 30)
    bureau.write("finding", "f")
    bureau.all()
    bureau.write("finding", "large", "字" * 2000)
    bureau.write("finding", "last")
    bureau.push(at=NOW)
    made = snapshots.make(ground(database, storage), SCOPE)
    counts = [part.count for part in made.parts if part.kind == snapshot.RECORDS]
    assert counts == [7, 7, 7, 7, 7]  # thirty and those of the bureau
    found = opened(made, storage)
    assert list(found.rest) == sorted(found.rest)
    assert found.operations == [
        one for one in feed(db) if not left_out(one) and decode(one).rec_id[:2] != "e0"
    ]
    for key in found.rest:
        part = part_with(made, key)
        assert key in opened(_alone(made, part), storage).rest
    assert part_with(made, ("a", "a")) is None
    monkeypatch.setattr(resting, "MOST_RECORDS", 4000)
    monkeypatch.setattr(resting, "MOST_BYTES", 1000)
    again = snapshots.make(ground(database, storage), SCOPE)
    assert opened(again, storage) == found
    alone = [opened(_alone(again, part), storage).operations for part in again.parts]
    assert len([one for one in alone if one]) > 2
    assert all(sum(map(len, one[:-1])) < 1000 for one in alone)
    assert len([part for part in again.parts if part.kind == snapshot.RECORDS]) > 1


def _alone(made, part):
    return type(made)(made.hub, made.epoch, made.scope, made.at, made.feed, {}, (part,), made.made)


def test_records_stand_in_the_order_a_laptop_looks_for_them_whatever_the_databases_own(db):
    found = db.execute(
        "SELECT column_name, collation_name FROM information_schema.columns"
        " WHERE table_name = 'record' AND column_name IN ('rec_type', 'rec_id')"
    )
    assert dict(found.fetchall()) == {"rec_type": "C", "rec_id": "C"}


def test_a_push_between_two_pages_is_not_half_in_it(db, database, storage, monkeypatch):
    monkeypatch.setattr(stored, "PAGE", 4)
    bureau = Bureau(db)
    fill(bureau, 12)
    bureau.write("finding", "f")
    bureau.push()
    before, end = feed(db), feeds.feed(db, SCOPE)
    heads = {bureau.one.stream: (len(bureau.one.operations), bureau.one.chained[-1])}
    read, pushed = stored.standing, []

    def then_push(page_of, scope, after):
        rows = read(page_of, scope, after)
        if not pushed:
            pushed.append(rows[-1].key)
            bureau.write("enterprise", "e00011", "新厂", ((bureau.one.stream, 12),))
            bureau.write("enterprise", "e99999")
            bureau.write("finding", "g")
            bureau.push()
        return rows

    monkeypatch.setattr(stored, "standing", then_push)
    made = snapshots.make(ground(database, storage), SCOPE)
    found = opened(made, storage)
    assert pushed == [("enterprise", "e00003")]
    assert ((made.at, made.feed), made.streams) == (end, heads)
    assert found.operations == before[12:]
    assert [key[1] for key in found.rest] == [f"e{n:05}" for n in range(12)]
    assert found.rest["enterprise", "e00011"][1].shown("name") == "厂"
    assert len(feed(db)) == len(before) + 3


def test_a_line_to_the_database_lost_on_the_way_begins_it_anew(db, database, storage, monkeypatch):
    monkeypatch.setattr(stored, "PAGE", 4)
    bureau = Bureau(db)
    monkeypatch.setattr(resting, "MOST_RECORDS", 3)
    fill(bureau, 12)
    read, lost = stored.standing, []

    def then_lost(page_of, scope, after):
        if after[1] > "e00005" and not lost:
            lost.append(after)
            raise psycopg.OperationalError
        return read(page_of, scope, after)

    monkeypatch.setattr(stored, "standing", then_lost)
    made = snapshots.make(ground(database, storage), SCOPE)
    assert lost
    assert [part.count for part in made.parts] == [3, 3, 3, 3]


def test_what_reads_one_moment_changes_nothing(database):
    with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
        database.still(lambda one: stored.drop(one, SCOPE, [1]))
