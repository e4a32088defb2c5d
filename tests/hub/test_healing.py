"""A hub set back gets everything again, though an author is gone: whoever holds it hands it over."""

from dataclasses import replace
from functools import partial

import pytest

from app.services import enrolling
from app.services.transport import Address, Link, LinkError
from db.rows import Enterprise
from db.store import arrivals, claims, enterprises, forks, operations, streams
from hub.sql import people
from tests.hub import kit
from tests.hub.test_restored import Image, same, tokens
from tests.hub.test_round import Laptop, a_code, address, laptop, second

__all__ = ["address", "laptop", "second"]
TABLES = ("stream", "feed", "batch", "op", "record", "belonging", "conflict", "num_use")


def set_back(db, kept):
    """Put the hub's tables back to what they were."""
    for name, rows in kept.items():
        db.execute(f"DELETE FROM {name}")
        for row in rows:
            marks = ", ".join(["%s"] * len(row))
            db.execute(f"INSERT INTO {name} VALUES ({marks})", row)


def copy_of(db):
    return {name: db.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES}


def test_what_an_author_who_is_gone_wrote_comes_back(laptop, second, db):
    empty = copy_of(db)
    enterprises.save(second.store, Enterprise("f0", "厂"))
    second.round()
    kept = copy_of(db)
    for n in range(1, 4):
        enterprises.save(second.store, Enterprise(f"f{n}", "厂"))
        second.round()
    enterprises.save(laptop.store, Enterprise("e", "厂"))
    laptop.round()
    for before in (kept, empty):
        set_back(db, before)
        for _each in range(2):
            laptop.round()
        assert len(kit.feed(db)) == 5
        assert claims.heads(laptop.reader) == {second.store.identity.stream: 4}
    enterprises.save(second.store, Enterprise("f4", "厂"))
    assert second.round().sent == 1


def test_only_what_its_author_signed_is_taken_from_another(laptop, second, db):
    enterprises.save(second.store, Enterprise("f", "厂"))
    second.round()
    laptop.round()
    before = {name: [] for name in TABLES}
    before["feed"] = [(kit.SCOPE, 0, kit.wire.feed_root(kit.SCOPE))]
    set_back(db, before)
    batch = claims.next_batch(laptop.reader, second.store.identity.stream, 0)
    stranger = kit.Laptop("x")
    stranger.write("enterprise", "e", {"name": ("x", ())})
    who = enrolling.credentials(laptop.reader, enrolling.standing(laptop.reader), laptop.seal)
    link = Link(Address(laptop.address), who)
    try:
        for lie in (stranger.batch(), replace(batch, signature=bytes(64))):
            with pytest.raises(LinkError, match="body-author"):
                link.give(lie)
        with pytest.raises(LinkError, match="body-"):
            link.give(replace(batch, operations=(stranger.operations[0],)))
        assert kit.feed(db) == []
        assert link.offer({batch.stream: 1, "unheard of": 0}) == {batch.stream: 0}
        assert link.give(batch).seq == 1
        assert link.offer({batch.stream: 1}) == {}
    finally:
        link.close()
    assert len(kit.feed(db)) == 1


def test_hub_and_laptop_set_back_to_one_evening_lose_nothing_that_anyone_saw(
    laptop, second, db, tmp_path, address
):
    """After a fire one number stands for two things: who saw the first of them issues it again."""
    third = Laptop(tmp_path, "three", address)
    third.enrol(a_code(db, "wu"))
    enterprises.save(second.store, Enterprise("f0", "厂"))
    second.round()
    image, evening = Image(second, tmp_path / "images" / "two"), copy_of(db)
    for n in (1, 2):
        enterprises.save(second.store, Enterprise(f"f{n}", "看到过的厂"))
        second.round()
        laptop.round()
    third.round()
    second.close()
    set_back(db, evening)
    image.wake()
    enterprises.save(image.store, Enterprise("g", "新写的厂"))
    image.round()
    for _each in range(2):
        laptop.round()
        third.round()
    assert any(forks.is_beside(laptop.reader, name) for name in streams.names(laptop.reader))
    assert not any(forks.is_beside(third.reader, name) for name in streams.names(third.reader))
    same(laptop, image, third)
    assert {key for (key,) in third.reader.rows("SELECT id FROM enterprise")} == {
        *("f0", "f1", "f2", "g")
    }
    written = tokens(db)
    assert len(written) == 4
    assert all(written.count(one) == 1 for one in written)
    for one in (image, third):
        one.close()


@pytest.mark.parametrize("first", ["author", "witness"])
def test_what_its_author_issued_again_comes_back_once(laptop, second, db, tmp_path, first):
    """A copy took the numbers at a hub set back to nothing; set back again, it lacks both names."""
    empty, copy = copy_of(db), Image(second, tmp_path / "images" / "copy")
    for n in (1, 2, 3):
        early = Image(second, tmp_path / "images" / str(n))
        enterprises.save(second.store, Enterprise(f"f{n}", "厂"))
        second.round()
    laptop.round()
    second.close()
    set_back(db, empty)
    copy.wake()
    enterprises.save(copy.store, Enterprise("g", "厂"))
    copy.round()
    early.wake()
    early.round()
    assert len(streams.names(early.reader)) > 1, "it issued again what it had"
    set_back(db, empty)
    for one in (early, laptop, copy) if first == "author" else (laptop, early, copy):
        one.round()
    same(laptop, copy, early)
    assert sorted(key for key, _fields in tokens(db)) == ["f1", "f2", "f3", "g"]
    for one in (copy, early):
        one.close()


class Meanwhile:
    """A line on which something happens before the first batch goes out."""

    def __init__(self, link, work):
        self._link, self._work = link, work

    def __getattr__(self, name):
        return getattr(self._link, name)

    def push(self, batch):
        work, self._work = self._work, None
        if work is not None:
            work()
        return self._link.push(batch)


def woken(image):
    """One round of a laptop that is woken for it, on whatever thread this is."""
    image.wake()
    image.round()
    image.close()


def test_of_two_that_issue_the_same_again_at_once_the_first_has_it(laptop, second, db, tmp_path):
    """A witness is about to send it when the author, in another image, is quicker."""
    empty, copy = copy_of(db), Image(second, tmp_path / "images" / "copy")
    for n in (1, 2):
        enterprises.save(second.store, Enterprise(f"f{n}", "厂"))
        second.round()
    early = Image(second, tmp_path / "images" / "early")
    laptop.round()
    second.close()
    set_back(db, empty)
    copy.wake()
    enterprises.save(copy.store, Enterprise("g", "厂"))
    copy.round()
    who = enrolling.credentials(laptop.reader, enrolling.standing(laptop.reader), laptop.seal)
    link = Link(Address(laptop.address), who)
    laptop.round()  # it takes over what it saw, and sends it
    set_back(db, empty)
    copy.round()
    laptop.round(Meanwhile(link, partial(woken, early)))
    link.close()
    early.wake()
    same(laptop, copy, early)
    assert sorted(key for key, _fields in tokens(db)) == ["f1", "f2", "g"]
    for one in (copy, early):
        one.close()


def test_what_a_witness_issued_again_is_not_sent_by_its_author_under_its_first_name(
    laptop, second, db, tmp_path
):
    """The hub was set back twice, and the author came back from an image that had it all."""
    empty, copy = copy_of(db), Image(second, tmp_path / "images" / "copy")
    enterprises.save(second.store, Enterprise("f1", "厂"))
    second.round()
    early = Image(second, tmp_path / "images" / "early")
    laptop.round()
    second.close()
    set_back(db, empty)
    copy.wake()
    enterprises.save(copy.store, Enterprise("g", "厂"))
    copy.round()
    laptop.round()
    assert any(forks.is_beside(laptop.reader, name) for name in streams.names(laptop.reader))
    set_back(db, empty)
    laptop.store.run("DELETE FROM claim")  # it is cut before it hands over what the copy wrote
    laptop.round()
    early.wake()
    enterprises.save(early.store, Enterprise("f2", "厂"))
    early.round()
    same(laptop, early, copy)
    assert sorted(key for key, _fields in tokens(db)) == ["f1", "f2", "g"]
    for one in (copy, early):
        one.close()


def test_what_was_held_back_is_kept_and_handed_to_nobody(laptop, second, db, tmp_path):
    """The right of a revoked laptop does not come back by another's hand."""
    enterprises.save(second.store, Enterprise("f0", "厂"))
    second.round()
    image, evening = Image(second, tmp_path / "images" / "two"), copy_of(db)
    people.revoke(db, kit.SCOPE, streams.device(second.reader), kit.NOW)
    enterprises.save(second.store, Enterprise("f1", "厂"))
    with pytest.raises(LinkError, match="revoked"):
        second.round()
    laptop.round()
    second.close()
    db.execute("DELETE FROM quarantine")
    set_back(db, evening)
    image.wake()
    enterprises.save(image.store, Enterprise("g", "厂"))
    with pytest.raises(LinkError, match="revoked"):
        image.round()
    image.close()
    for _each in range(3):
        laptop.round()
    assert [key for key, _fields in tokens(db)] == ["f0", "g"]
    assert arrivals.waiting(laptop.reader) == 0
    assert [key for (key,) in laptop.reader.rows("SELECT id FROM enterprise")] == ["f0"]
    kept = [found.rec_id for found in everything(laptop)]
    assert sorted(kept) == ["f0", "f1", "g"]
    assert [one.reason for one in arrivals.held(laptop.reader)] == ["quarantine"] * 2


def everything(laptop):
    """Every enterprise's operation the laptop keeps."""
    rows = laptop.reader.rows("SELECT bytes FROM op WHERE rec_type = 'enterprise'")
    return [operations.decode(data) for (data,) in rows]
