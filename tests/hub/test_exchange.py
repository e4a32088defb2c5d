"""Real stores exchange what they hold through a real hub: all end with the same rows."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db.connection import create_store
from db.journal import feed, wire
from db.rows import Enterprise
from db.store import (
    answers,
    arrivals,
    conflicts,
    documents,
    enterprises,
    nouns,
    operations,
    rebuild,
)
from hub import pull, push
from tests.hub.kit import NOW, SCOPE, Laptop
from tests.store_kit import KEY, Clock, begin, document_of

TABLES = (
    "enterprise",
    "case_file",
    "record",
    "finding",
    "document",
    "answer",
    "field_value",
    "tombstone",
)


class Desk:
    """A store with a key, that pushes to and pulls from a hub's database."""

    def __init__(self, folder, name, db):
        self.store = create_store(folder / name, KEY, ballast_bytes=0, clock=Clock())
        self.db = db
        self.key = Ed25519PrivateKey.generate()
        self.name = name
        self.status = "active"

    @property
    def caller(self):
        public = self.key.public_key().public_bytes_raw()
        return push.Caller(SCOPE, self.name, "who", public, self.status)

    def push(self):
        stream = self.store.identity.stream
        rows = list(operations.run_of(self.store, stream))
        if not rows:
            return {}
        seq, _hash, chained, _data = rows[-1]
        signature = self.key.sign(wire.claim(stream, seq, chained))
        batch = wire.Batch(stream, 1, tuple(row[3] for row in rows), chained, signature)
        return push.push(self.db, self.caller, batch, NOW).held

    def pull(self):
        new = 0
        while True:
            at = arrivals.cursor(self.store, SCOPE) or arrivals.Cursor(
                SCOPE, "hub", 1, 0, wire.feed_root(SCOPE)
            )
            page = pull.pull(self.db, ("hub", 1), SCOPE, pull.Place(at.seq, at.feed))
            if not page.placed:
                return new
            new += len(arrivals.take(self.store, feed.follow(page, (at.seq, at.feed)), 1 << 41))

    def sync(self):
        self.push()
        return self.pull()


@pytest.fixture
def desks(tmp_path, db):
    """Two desks at the same hub."""
    made = [Desk(tmp_path, "one", db), Desk(tmp_path, "two", db)]
    yield made
    for desk in made:
        desk.store.close()


def rows(store, leave=("dots", "answered", "asked", "dirty", "n")):
    """Every row of the tables, without the columns that name this store's own numbers."""
    found = {}
    for table in TABLES:
        names = [
            name
            for (name,) in store.rows("SELECT name FROM pragma_table_info(?)", (table,))
            if name not in leave
        ]
        found[table] = sorted(store.rows(f"SELECT {', '.join(names)} FROM {table}"), key=repr)
    return found


def same(desks):
    for _round in range(2):
        for desk in desks:
            desk.sync()
    assert rows(desks[0].store) == rows(desks[1].store)
    for desk in desks:
        before = rows(desk.store)
        rebuild.rebuild(desk.store)
        assert rows(desk.store) == before
    return rows(desks[0].store)


def edit(desk, key, **fields):
    nouns.edit(desk.store, Enterprise, key, **fields)


def test_what_one_writes_the_other_has(desks):
    one, two = desks
    begun = begin(one.store)
    answers.write(one.store, begun.record.id, {"/data/a": "合格", "/data/b": "1"})
    documents.issue(one.store, document_of(one.store, begun))
    enterprises.save(two.store, Enterprise("e-two", "城北农资"))
    found = same(desks)
    assert len(found["document"]) == 1
    assert {row[1] for row in found["enterprise"]} >= {"城北农资"}
    assert found["field_value"] == []
    assert one.pull() == two.pull() == 0


def test_nothing_a_client_writes_of_a_document_is_unknown_to_the_hub(desks):
    one, two = desks
    begun = begin(one.store)
    document = documents.issue(one.store, document_of(one.store, begun)).id
    documents.set_state(one.store, document, "served", service="直接送达")
    documents.withdraw(one.store, document, "文书有误")
    assert one.push() == {}
    two.pull()
    assert documents.get(two.store, document).state == "withdrawn"


def test_two_edits_at_once_stand_both_and_are_settled_by_one_who_saw_them(desks):
    one, two = desks
    enterprises.save(one.store, Enterprise("e", "金桥商业广场", phone="0539-555 0188"))
    same(desks)
    edit(one, "e", phone="138 0000 2716", address="一路1号")
    edit(two, "e", phone="138 0000 2761", industry="商业")
    same(desks)
    for desk in desks:
        standing = conflicts.standing(desk.store, "e")
        assert {v.value for v in standing["phone"]} == {"138 0000 2716", "138 0000 2761"}
        assert conflicts.conflicted(desk.store) == (("enterprise", "e", "phone"),)
        kept = enterprises.get(desk.store, "e")
        assert (kept.address, kept.industry) == ("一路1号", "商业")
    conflicts.settle(two.store, "enterprise", "e", "phone", "138 0000 2716")
    found = same(desks)
    assert found["field_value"] == []
    assert conflicts.conflicted(one.store) == ()
    assert enterprises.get(one.store, "e").phone == "138 0000 2716"


def test_an_edit_that_did_not_settle_leaves_the_other_value_standing(desks):
    one, two = desks
    enterprises.save(one.store, Enterprise("e", "厂", phone="1"))
    same(desks)
    edit(one, "e", phone="2")
    edit(two, "e", phone="3")
    same(desks)
    edit(two, "e", phone="4")
    same(desks)
    assert len(conflicts.standing(one.store, "e")["phone"]) == 2


def test_who_writes_on_what_two_wrote_alike_has_seen_both(desks):
    one, two = desks
    enterprises.save(one.store, Enterprise("e", "厂", phone="1"))
    same(desks)
    for desk in desks:
        edit(desk, "e", phone="2")
    same(desks)
    edit(two, "e", phone="3")
    found = same(desks)
    assert [row[2] for row in found["field_value"] if row[2] != "*"] == []
    assert conflicts.conflicted(one.store) == ()


def test_answers_of_one_record_on_two_laptops_are_merged_question_by_question(desks):
    one, two = desks
    begun = begin(one.store)
    answers.write(one.store, begun.record.id, {"/data/a": "合格", "/data/b": "1"})
    same(desks)
    answers.write(one.store, begun.record.id, {"/data/a": "不合格"})
    answers.write(two.store, begun.record.id, {"/data/b": "2"})
    same(desks)
    kept = {path: value for _id, path, value, _at in rows(one.store)["answer"]}
    assert kept == {"/data/a": "不合格", "/data/b": "2"}
    answers.write(one.store, begun.record.id, {"/data/b": "3"})
    answers.write(two.store, begun.record.id, {"/data/b": "4"})
    same(desks)
    assert {v.value for v in conflicts.standing(one.store, begun.record.id)["/data/b"]} == {
        "3",
        "4",
    }


def test_a_deletion_by_one_who_had_seen_all_is_a_deletion(desks):
    one, two = desks
    enterprises.save(one.store, Enterprise("e", "厂"))
    same(desks)
    nouns.delete(two.store, Enterprise, ["e"])
    found = same(desks)
    assert found["enterprise"] == []


def test_what_was_edited_while_another_deleted_it_stays_and_says_so(desks):
    one, two = desks
    enterprises.save(one.store, Enterprise("e", "厂", phone="1"))
    same(desks)
    nouns.delete(two.store, Enterprise, ["e"])
    edit(one, "e", phone="2")
    found = same(desks)
    assert [row[0] for row in found["enterprise"]] == ["e"]
    assert enterprises.get(two.store, "e").phone == "2"
    assert conflicts.disputed(two.store) == (("enterprise", "e"),)


def test_a_kill_between_pages_or_a_page_twice_changes_nothing(desks, db):
    one, two = desks
    for n in range(30):
        enterprises.save(one.store, Enterprise(f"e{n}", f"第{n}厂"))
    one.push()
    at = arrivals.Cursor(SCOPE, "hub", 1, 0, wire.feed_root(SCOPE))
    page = pull.pull(db, ("hub", 1), SCOPE, pull.Place(0, at.feed))
    with pytest.raises(ZeroDivisionError):
        taken_and_cut(two.store, page, at)
    assert rows(two.store)["enterprise"] == []
    assert arrivals.cursor(two.store, SCOPE) is None
    assert len(arrivals.take(two.store, feed.follow(page, (at.seq, at.feed)), 1 << 41)) == 30
    assert arrivals.take(two.store, feed.follow(page, (at.seq, at.feed)), 1 << 41) == ()
    assert len(rows(two.store)["enterprise"]) == 30


def taken_and_cut(store, page, at):
    with store.atomic():
        arrivals.take(store, feed.follow(page, (at.seq, at.feed)), 1 << 41)
        raise ZeroDivisionError


def test_a_bent_page_is_not_taken(desks, db):
    from dataclasses import replace

    one, two = desks
    enterprises.save(one.store, Enterprise("e", "厂"))
    one.push()
    at = arrivals.Cursor(SCOPE, "hub", 1, 0, wire.feed_root(SCOPE))
    page = pull.pull(db, ("hub", 1), SCOPE, pull.Place(0, at.feed))
    placed = page.placed[0]
    bent = bytes([placed.batch.operations[0][0]]) + bytes(len(placed.batch.operations[0]) - 1)
    for bad in (
        replace(placed, at=2),
        replace(placed, batch=replace(placed.batch, operations=(bent,))),
        replace(placed, feed=bytes(32)),
    ):
        with pytest.raises((arrivals.Broken, wire.BadBody)):
            arrivals.take(
                two.store, feed.follow(replace(page, placed=(bad,)), (at.seq, at.feed)), 1 << 41
            )
    assert operations.count(two.store) == 0


def test_what_cannot_be_applied_is_kept_and_the_page_goes_in(desks, db):
    """A noun of a version to come: kept word for word, and what came with it goes in."""
    _one, two = desks
    newer = Laptop("newer")
    newer.write("gadget", "g", {"name": ("新", ())})
    newer.write("enterprise", "e", {"name": ("厂", ())})
    push.push(db, newer.caller, newer.batch(), NOW)
    two.pull()
    assert [held.reason for held in arrivals.held(two.store)] == ["BugError"]
    assert operations.count(two.store) == 2
    assert enterprises.get(two.store, "e").name == "厂"


def test_a_remote_clock_years_ahead_does_not_drag_ours(tmp_path, db):
    import datetime as dt

    far = Desk(tmp_path, "far", db)
    far.store.clock = Clock(dt.datetime(2066, 1, 1, tzinfo=dt.UTC))
    near = Desk(tmp_path, "near", db)
    try:
        enterprises.save(far.store, Enterprise("e", "厂", phone="1"))
        far.push()
        near.pull()
        enterprises.save(near.store, Enterprise("e", "厂", phone="2"))
        near.push()
        far.pull()
        assert enterprises.get(far.store, "e").phone == "2"
    finally:
        far.store.close()
        near.store.close()


def test_what_every_laptop_is_delivered_with_is_in_conflict_with_nothing(desks):
    from dataclasses import replace

    one, two = desks
    row = Enterprise("law", "第二十七条", address="旧")
    nouns.seed(one.store, row)
    nouns.seed(two.store, replace(row, phone="later"))
    found = same(desks)
    assert found["field_value"] == []
    edit(one, "law", address="本局更正")
    same(desks)
    nouns.seed(two.store, replace(row, address="新"))
    found = same(desks)
    assert found["field_value"] == []
    assert enterprises.get(two.store, "law").address == "本局更正"
