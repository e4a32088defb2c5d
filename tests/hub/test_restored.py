"""A laptop set back to an old image, and a copy of one: nothing lost, nothing under two numbers."""

import shutil

import msgspec
import pytest

from db import anchor
from db.connection import open_reader, open_store
from db.journal import chain
from db.rows import Enterprise
from db.store import arrivals, conflicts, enterprises, nouns, numbers, operations, rebuild, streams
from tests.hub import kit
from tests.hub.test_exchange import rows
from tests.hub.test_round import Laptop, address, laptop, second
from tests.store_kit import KEY, Clock

__all__ = ["address", "laptop", "second"]


class Image(Laptop):
    """A laptop whose folder is a copy of another's, taken before it wrote on."""

    def __init__(self, of, folder):
        folder.parent.mkdir(exist_ok=True)
        shutil.copytree(of.store.folder, folder)
        self.folder = folder
        self.seal = of.seal
        self.address = of.address

    def wake(self):
        self.store = open_store(self.folder, KEY, clock=Clock())
        self.reader = open_reader(self.folder, KEY)
        return self


@pytest.fixture
def image(laptop, tmp_path):
    """The image of a laptop in step with the hub, that has numbers and went on after it was taken."""
    numbers.lease_local(laptop.store, "东市监责改", 2026, 1, 10)
    enterprises.save(laptop.store, Enterprise("e", "金桥商业广场", phone="1"))
    laptop.round()
    made = Image(laptop, tmp_path / "images" / "one")
    nouns.edit(laptop.store, Enterprise, "e", phone="2")
    enterprises.save(laptop.store, Enterprise("after", "城北农资"))
    laptop.round()
    made.wake()
    yield made
    made.close()


def same(*laptops):
    for one in laptops * 2:
        one.round()
    first = rows(laptops[0].store)
    for one in laptops:
        assert rows(one.store) == first
        before = rows(one.store)
        rebuild.rebuild(one.store)
        assert rows(one.store) == before
        assert arrivals.waiting(one.reader) == 0
        for stream in streams.names(one.store):
            assert operations.verify(one.store, stream) == ()
    return first


def tokens(db):
    """What the hub has, operation by operation, whoever's stream it came in."""
    return [
        (found.rec_id, sorted((name, value) for name, (value, _seen) in found.fields.items()))
        for found in map(operations.decode, kit.feed(db))
    ]


def test_a_restored_laptop_takes_its_own_operations_in_before_it_sends(image, laptop, second, db):
    device = streams.own(image.reader)
    done = image.round()
    assert (done.sent, streams.own(image.reader)) == (0, device)
    nouns.edit(image.store, Enterprise, "e", phone="3")
    laptop.close()
    assert image.round().sent == 1
    same(image, second)
    assert enterprises.get(second.reader, "e").phone == "3"
    assert numbers.left(image.reader, "东市监责改", 2026) == 10


def test_what_a_restored_laptop_wrote_is_issued_again_and_its_numbers_go_back(
    image, laptop, second, db
):
    old = streams.own(image.reader)
    laptop.close()
    nouns.edit(image.store, Enterprise, "e", phone="3")
    enterprises.save(image.store, Enterprise("later", "新厂"))
    nouns.edit(image.store, Enterprise, "later", phone="4")
    parted = [row[3] for row in operations.run_of(image.store, old)][-3:]
    image.round()
    new = streams.own(image.reader)
    assert new != old
    assert image.store.identity.incarnation == 2
    again = [row[3] for row in operations.run_of(image.store, new)][:3]
    stands_for = [msgspec.msgpack.decode(data)["reissue_of"] for data in again]
    assert [one[0] for one in stands_for] == [old] * 3
    assert [one[2] for one in stands_for] == [chain.digest(data) for data in parted]
    assert numbers.left(image.reader, "东市监责改", 2026) == 0
    same(image, second)
    assert enterprises.get(second.reader, "later").phone == "4"
    assert {v.value for v in standing(second, "e")["phone"]} == {"2", "3"}
    written = tokens(db)
    assert all(written.count(one) == 1 for one in written)


def test_a_laptop_and_its_copy_both_go_on_and_nothing_is_doubled(image, laptop, second, db):
    enterprises.save(image.store, Enterprise("copy", "甲"))
    enterprises.save(laptop.store, Enterprise("first", "乙"))
    laptop.round()
    image.round()
    enterprises.save(image.store, Enterprise("copy-2", "丙"))
    enterprises.save(laptop.store, Enterprise("first-2", "丁"))
    same(laptop, image, second)
    names = {name for (name,) in second.reader.rows("SELECT name FROM enterprise")}
    assert names == {"金桥商业广场", "城北农资", "甲", "乙", "丙", "丁"}
    written = tokens(db)
    assert all(written.count(one) == 1 for one in written)


def test_after_parting_the_store_opens_clean_with_both_journals_alike(image, second):
    nouns.edit(image.store, Enterprise, "e", phone="3")
    image.round()
    enterprises.save(image.store, Enterprise("x", "厂"))
    before = rows(image.store)
    image.close()
    image.wake()
    told = image.store.recovered
    assert (told.forked, told.breaks, told.operations_restored) == (False, (), 0)
    assert rows(image.store) == before


def test_a_restored_laptop_may_not_issue_until_it_is_in_step(image, laptop, tmp_path):
    anchored = tmp_path / "anchor"
    told = anchor.write(laptop.store, anchored)
    assert anchor.problem(image.reader, told) == "behind"
    image.round()
    assert anchor.problem(image.reader, told) == ""


def test_a_parting_that_cannot_be_written_changes_nothing(image, monkeypatch):
    old = streams.own(image.reader)
    nouns.edit(image.store, Enterprise, "e", phone="3")
    before = rows(image.store)
    with monkeypatch.context() as patch:
        patch.setattr(rebuild, "rebuild", lambda *_a, **_k: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            image.round()
    assert (streams.own(image.reader), image.store.identity.stream) == (old, old)
    assert rows(image.store) == before
    image.round()
    assert streams.own(image.reader) != old


def test_set_back_once_more_to_where_it_parted_nothing_is_issued_twice(image, second, db, tmp_path):
    enterprises.save(image.store, Enterprise("later", "新厂"))
    again = Image(image, tmp_path / "images" / "again")
    image.round()
    again.wake()
    enterprises.save(again.store, Enterprise("last", "末厂"))
    same(again, second)
    again.close()
    written = [one for one in tokens(db) if one[0] in {"later", "last", "after"}]
    assert sorted(key for key, _fields in written) == ["after", "last", "later"]


def standing(one, key):
    return conflicts.standing(one.store, key)
