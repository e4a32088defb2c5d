"""Two wrote different fields of one item unseen: it is told once everywhere, and closed everywhere."""

import pytest

from app.services import beside, disagreeing, settling, sync_board
from app.services.errors import Refused
from db import audit
from db.connection import open_reader
from db.journal import heads as causal
from db.journal import record
from db.rows import Enterprise, Finding
from db.store import answers, conflicts, enterprises, heads, nouns, operations, rebuild
from hub import authoring
from hub.authoring import Said
from hub.sql import records as stored
from tests.hub import kit
from tests.hub.test_authoring import AUTHOR
from tests.hub.test_round import address, laptop, second
from tests.hub.test_settling import ACT, both, met, open_at
from tests.store_kit import KEY, begin

__all__ = ["address", "both", "laptop", "second"]


def apart(both):
    """One wrote another telephone number, the other another address."""
    one, two = both
    nouns.edit(one.store, Enterprise, "e", phone="138 0000 2716")
    nouns.edit(two.store, Enterprise, "e", address="新华路 18 号")
    met(one, two)
    (found,) = beside.found(one.reader)
    return found


def told(both):
    return [len(beside.found(each.reader)) for each in both]


def same_everywhere(both, db, key):
    """Heads are the same at the hub, on each laptop, and in tables made anew from the journal."""
    data = stored.lock_records(db, kit.SCOPE, [key])[key]
    hub = {(one.dot, one.value) for one in causal.standing(record.read(data).fields).live}
    for each in both:
        breaks = audit.audit(each.store.folder, KEY).breaks
        assert [one for one in breaks if one.code in {"projection", "rebuild"}] == []
        for _time in range(2):
            here = {(one.dot, one.value) for one in heads.standing(each.store, key).live}
            assert here == hub
            rebuild.rebuild(each.store)
    return hub


def test_it_is_told_everywhere_with_who_wrote_what_and_one_word_closes_it(both, db):
    one, two = both
    found = apart(both)
    assert told(both) == [1, 1]
    assert open_at(db) == [("*", "soft")]
    assert (found.title, disagreeing.count(one.reader)) == ("金桥商业广场", 0)
    assert sync_board.standing(lambda: open_reader(one.store.folder, KEY)).to_see == 1
    values = {part.here: [(each.field, each.value) for each in part.values] for part in found.parts}
    assert values == {True: [("phone", "138 0000 2716")], False: [("address", "新华路 18 号")]}
    assert len(same_everywhere(both, db, ("enterprise", "e"))) == 2
    before = operations.length(one.store)
    beside.stays(one.store, ACT, found)
    assert operations.length(one.store) == before + 2
    newest = operations.history(one.store, "e")[0].operation
    assert not causal.is_look(newest), "what was changed last is still what was changed last"
    with pytest.raises(Refused, match="conflict-moved-on"):
        beside.stays(one.store, ACT, found)
    met(one, two)
    assert (told(both), open_at(db)) == ([0, 0], [])
    assert len(same_everywhere(both, db, ("enterprise", "e"))) == 3
    for each in both:
        row = enterprises.get(each.reader, "e")
        assert (row.phone, row.address) == ("138 0000 2716", "新华路 18 号")
        (kept,) = settling.settled(each.reader)
        assert (kept.person, kept.kept.field) == ("张检查员", "*")
        assert any("2716" in other for other in kept.kept.others)
    nouns.edit(two.store, Enterprise, "e", phone="1")
    met(two, one)
    assert told(both) == [0, 0]
    assert len(same_everywhere(both, db, ("enterprise", "e"))) == 1


def test_what_was_looked_at_hides_nothing_that_was_not(both):
    one, two = both
    beside.stays(one.store, ACT, apart(both))
    nouns.edit(one.store, Finding, "f", item="灭火器失效")
    nouns.edit(two.store, Finding, "f", seen="东门")
    met(one, two)
    assert [found.rec_id for found in beside.found(one.reader, 1)] == ["f"]


def test_whoever_has_both_and_writes_on_closes_it_and_who_has_not_keeps_it_open(both, db):
    one, two = both
    nouns.edit(one.store, Enterprise, "e", phone="138 0000 2716")
    one.round()
    nouns.edit(two.store, Enterprise, "e", address="新华路 18 号")
    nouns.edit(two.store, Enterprise, "e", industry="零售")
    met(two, one)
    assert (told(both), open_at(db)) == ([1, 1], [("*", "soft")])
    shown = beside.found(two.reader)[0]
    nouns.edit(one.store, Enterprise, "e", industry="批发")
    met(one, two)
    assert (told(both), open_at(db)) == ([0, 0], [])
    with pytest.raises(Refused, match="conflict-moved-on"):
        beside.stays(two.store, ACT, shown)
    same_everywhere(both, db, ("enterprise", "e"))


def test_a_hard_conflict_is_told_instead_and_settling_it_closes_both(both, db):
    one, two = both
    nouns.edit(one.store, Enterprise, "e", phone="1", industry="零售")
    nouns.edit(two.store, Enterprise, "e", phone="2", address="新华路 18 号")
    met(one, two)
    assert (told(both), open_at(db)) == ([0, 0], [("phone", "hard")])
    shown = enterprises.get(one.reader, "e").phone
    conflicts.settle(one.store, "enterprise", "e", "phone", shown)
    met(one, two)
    assert (told(both), open_at(db)) == ([0, 0], [])
    same_everywhere(both, db, ("enterprise", "e"))


def test_two_who_fill_one_form_are_told_once_and_one_who_fills_it_alone_never(both, db):
    one, two = both
    key = ("record", begin(one.store).record.id)
    answers.write(one.store, key[1], {"/data/a": "合格"})
    met(one, two)
    assert told(both) == [0, 0]
    for turn in range(3):
        answers.write(one.store, key[1], {f"/data/b{turn}": "甲"})
        answers.write(two.store, key[1], {f"/data/c{turn}": "乙"})
    met(one, two)
    assert (told(both), open_at(db)) == ([1, 1], [("*", "soft")])
    (found,) = beside.found(one.reader)
    assert [len(part.values) for part in found.parts] == [3, 3]
    same_everywhere(both, db, key)
    answers.write(two.store, key[1], {"/data/a": "不合格"})
    met(two, one)
    assert (told(both), open_at(db)) == ([0, 0], [])


def test_what_the_bureau_writes_is_nobodys_work_to_be_seen(both, db):
    """It begins a record and changes another: heads are the people's, and the same everywhere."""
    one, two = both
    began = {"name": "沂河水产市场", "phone": "2", "address": "滨河大道 88 号"}
    authoring.say(db, AUTHOR, kit.SCOPE, [Said("enterprise", "h", began)])
    nouns.edit(one.store, Enterprise, "e", phone="138 0000 2716")
    one.round()
    authoring.say(db, AUTHOR, kit.SCOPE, [Said("enterprise", "e", {"industry": "零售"})])
    met(one, two)
    assert told(both) == [0, 0]
    nouns.edit(one.store, Enterprise, "h", phone="138 0000 2716")
    authoring.say(db, AUTHOR, kit.SCOPE, [Said("enterprise", "h", {"industry": "水产"})])
    met(two, one)
    assert len(same_everywhere(both, db, ("enterprise", "h"))) == 1
    nouns.edit(one.store, Enterprise, "h", phone="138 0000 2761")
    nouns.edit(two.store, Enterprise, "h", address="新华路 18 号")
    met(one, two)
    assert (told(both), open_at(db)) == ([1, 1], [("*", "soft")])
    for key, heads_of in (("e", 1), ("h", 2)):
        assert len(same_everywhere(both, db, ("enterprise", key))) == heads_of


def test_the_same_step_taken_twice_is_nothing_to_tell(both, db):
    one, two = both
    for each in both:
        nouns.edit(each.store, Finding, "f", state="closed")
    met(one, two)
    assert (told(both), open_at(db)) == ([0, 0], [])
    same_everywhere(both, db, ("finding", "f"))
    enterprises.save(one.store, Enterprise("z", "甲"))
    met(one, two)
    nouns.edit(two.store, Enterprise, "z", name="乙")
    for each in both:
        nouns.edit(each.store, Enterprise, "z", phone="1")
    met(one, two)
    assert (told(both), open_at(db)) == ([0, 0], []), "nothing that its maker wrote stands"
    nouns.edit(one.store, Enterprise, "z", address="新华路 18 号")
    nouns.edit(two.store, Enterprise, "z", industry="零售")
    met(one, two)
    (found,) = beside.found(one.reader, 1)
    assert found.rec_id == "z", "what is not told takes no place in the list"


def test_heads_cost_one_author_nothing(laptop):
    """Neither a byte of an operation nor one of a row, whatever is written in a row."""
    key = ("record", begin(laptop.store).record.id)
    before = laptop.store.value("SELECT dots FROM record WHERE id = ?", (key[1],))
    for value in ("合格", "不合格"):
        answers.write(laptop.store, key[1], {"/data/a": value})
    assert laptop.store.value("SELECT dots FROM record WHERE id = ?", (key[1],)) == before
    events = operations.history(laptop.store, key[1])
    assert all("*" not in event.operation.fields for event in events)
