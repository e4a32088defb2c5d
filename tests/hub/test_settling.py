"""A person decides what two wrote at once: with two real stores and a real hub, and it travels."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import disagreeing, settling, weaving
from app.services.context import Acting, Office, Who
from app.services.disagreeing import DELETED, STATE
from app.services.errors import Refused
from app.services.settling import Decision
from db.rows import Enterprise, Finding, Person
from db.store import conflicts, enterprises, nouns
from hub.sql import records
from tests.hub import kit
from tests.hub.test_round import address, laptop, second

__all__ = ["address", "laptop", "second"]

ACT = Acting(Who("zhang", "张检查员", ""), Office(), dt.datetime(2026, 9, 16, 6, tzinfo=dt.UTC))


@pytest.fixture
def both(laptop, second):
    """Two laptops that hold the same enterprise and person."""
    nouns.save(laptop.store, Person("zhang", "张检查员"))
    enterprises.save(laptop.store, Enterprise("e", "金桥商业广场", phone="0539-555 0188"))
    nouns.save(laptop.store, Finding("f", "r", "c", "e", state="ordered"))
    laptop.round()
    second.round()
    return laptop, second


def met(one, two):
    """Let both see what the other wrote."""
    for each in (one, two, one):
        each.round()


def only(laptop):
    (found,) = disagreeing.quarrels(laptop.reader)
    return found


def open_at(db):
    return [(row[2], row[3]) for row in records.standing(db, kit.SCOPE, 10)]


def phoned(both):
    """Both wrote another telephone number."""
    one, two = both
    nouns.edit(one.store, Enterprise, "e", phone="138 0000 2716")
    nouns.edit(two.store, Enterprise, "e", phone="138 0000 2761")
    met(one, two)
    return only(one)


@pytest.mark.parametrize("way", ["the other", "a third"])
def test_what_was_decided_stands_everywhere_with_who_and_why(both, db, way):
    one, two = both
    quarrel = phoned(both)
    assert (quarrel.kind, quarrel.free, len(quarrel.sides)) == ("field", True, 2)
    assert quarrel.proposal is None, "a line is soon written anew"
    mine = next(side for side in quarrel.sides if side.here)
    theirs = next(side for side in quarrel.sides if not side.here)
    assert mine.at_hub is not None
    assert theirs.at_hub is not None
    place = quarrel.sides.index(theirs) if way == "the other" else -1
    written = "139 0000 0000"
    settling.settle(one.store, ACT, quarrel, Decision(place, written, "电话打过"))
    stands = theirs.value if way == "the other" else written
    met(one, two)
    for each in both:
        assert enterprises.get(each.reader, "e").phone == stands
        assert disagreeing.count(each.reader) == 0
        (told,) = settling.settled(each.reader)
        assert (told.person, told.kept.why, told.kept.chosen) == ("张检查员", "电话打过", stands)
        assert len(told.kept.others) == (1 if way == "the other" else 2)
        assert any("2716" in other for other in told.kept.others)
    assert open_at(db) == []


def test_what_was_kept_or_made_again_is_deleted_by_who_has_seen_that(both, db):
    one, two = both
    for again in range(2):
        nouns.delete(one.store, Enterprise, ["e"])
        if again:
            nouns.delete(two.store, Enterprise, ["e"])
        met(one, two)
        enterprises.save(two.store, Enterprise("e", "金桥商业广场", phone="0539-555 0188"))
        met(two, one)
        assert (open_at(db), disagreeing.count(one.reader)) == ([], 0)
    nouns.delete(one.store, Enterprise, ["e"])
    nouns.edit(two.store, Enterprise, "e", phone="2")
    met(one, two)
    conflicts.keep(two.store, "enterprise", "e")
    conflicts.bury(one.store, "enterprise", "e")
    met(one, two)
    for each in both:
        assert conflicts.disputed(each.reader) == (("enterprise", "e"),)
        assert enterprises.get(each.reader, "e").phone == "2"
    assert open_at(db) == [("*", "edit_vs_delete")]
    conflicts.bury(two.store, "enterprise", "e")
    met(two, one)
    assert [enterprises.get(each.reader, "e") for each in both] == [None, None]
    assert (open_at(db), disagreeing.count(one.reader)) == ([], 0)


def test_an_emptied_field_is_in_conflict_with_one_that_was_filled(both, db):
    one, two = both
    nouns.edit(one.store, Finding, "f", due="2026-10-01")
    met(one, two)
    nouns.edit(one.store, Finding, "f", due=None)
    nouns.edit(two.store, Finding, "f", due="2026-11-01")
    met(one, two)
    assert open_at(db) == [("due", "hard")]
    for each in both:
        assert {side.value for side in only(each).sides} == {None, "2026-11-01"}
        assert disagreeing.count(each.reader) == 1
    quarrel = only(one)
    emptied = next(n for n, side in enumerate(quarrel.sides) if side.value is None)
    settling.settle(one.store, ACT, quarrel, Decision(emptied))
    met(one, two)
    assert [nouns.get(each.reader, Finding, "f").due for each in both] == [None, None]
    assert (open_at(db), disagreeing.count(two.reader)) == ([], 0)


def test_a_decision_about_what_moved_on_and_an_empty_one_are_refused(both):
    one, two = both
    quarrel = phoned(both)
    with pytest.raises(Refused, match="conflict-empty"):
        settling.settle(one.store, ACT, quarrel, Decision(-1, "  "))
    with pytest.raises(Refused, match="conflict-empty"):
        settling.settle(one.store, ACT, replace(quarrel, free=False), Decision(-1, "1"))
    settling.settle(two.store, ACT, only(two), Decision(0))
    met(two, one)
    with pytest.raises(Refused, match="conflict-moved-on"):
        settling.settle(one.store, ACT, quarrel, Decision(1))
    assert len(settling.settled(one.reader)) == 1


@pytest.mark.parametrize("stays", [True, False])
def test_what_one_deleted_and_another_wrote_on_is_kept_or_deleted_by_a_person(both, db, stays):
    one, two = both
    nouns.delete(one.store, Enterprise, ["e"])
    nouns.edit(two.store, Enterprise, "e", phone="138 0000 2761")
    met(one, two)
    for each in both:
        assert enterprises.get(each.reader, "e").phone == "138 0000 2761"
    quarrel = only(two)
    assert (quarrel.kind, [side.value for side in quarrel.sides]) == (DELETED, [True, False])
    assert open_at(db) == [("*", "edit_vs_delete")]
    settling.settle(two.store, ACT, quarrel, Decision(0 if stays else 1, why="查过"))
    met(two, one)
    for each in both:
        assert (enterprises.get(each.reader, "e") is not None) is stays
        assert disagreeing.count(each.reader) == 0
        assert settling.settled(each.reader)[0].kept.why == "查过"
    assert open_at(db) == []
    assert conflicts.disputed(one.reader) == ()


def test_two_deletions_and_an_edit_can_be_kept(both):
    """Each deletion must be answered, not only the first that came."""
    one, two = both
    nouns.delete(one.store, Enterprise, ["e"])
    nouns.delete(two.store, Enterprise, ["e"])
    nouns.save(two.store, Enterprise("e", "金桥商业广场", phone="0539-555 0188"))
    met(one, two)
    assert only(two).kind == DELETED
    settling.settle(one.store, ACT, only(one), Decision(0))
    met(one, two)
    for each in both:
        assert enterprises.get(each.reader, "e") is not None
        assert disagreeing.count(each.reader) == 0


SEEN = "二层配电间灭火器2具压力不足。疏散通道堆放纸箱。负责人称系临时存放，当日搬离。"


def narrated(both):
    """Both went on with what was seen."""
    one, two = both
    nouns.edit(one.store, Finding, "f", seen=SEEN)
    met(one, two)
    nouns.edit(one.store, Finding, "f", seen=f"{SEEN}照片4张。")
    nouns.edit(two.store, Finding, "f", seen=SEEN.replace("2具", "3具"))
    met(one, two)
    return only(one)


def test_two_long_texts_are_put_together_and_what_a_person_makes_of_it_stands(both, db):
    one, two = both
    quarrel = narrated(both)
    assert quarrel.proposal.known
    proposed = weaving.text_of(quarrel.proposal.pieces)
    assert proposed == f"{SEEN.replace('2具', '3具')}照片4张。"
    (added,) = (piece for piece in quarrel.proposal.pieces if piece.text == "照片4张。")
    assert quarrel.sides[quarrel.proposal.sides[added.side]].here
    text = f"{proposed}\n复核无误。" + "续" * 5000
    settling.settle(one.store, ACT, quarrel, Decision(-1, text, "两人都在场"))
    met(one, two)
    for each in both:
        assert nouns.get(each.reader, Finding, "f").seen == text
        assert settling.settled(each.reader)[0].kept.why == "两人都在场"
        assert disagreeing.count(each.reader) == 0
    assert open_at(db) == []


def test_what_both_had_before_is_found_or_said_not_to_be(both):
    """The finding was made without a word on it: that both had. Of a stranger's nothing is known."""
    one, two = both
    nouns.edit(one.store, Finding, "f", seen=f"{SEEN}照片4张。")
    nouns.edit(two.store, Finding, "f", seen=f"{SEEN}已通知。")
    met(one, two)
    quarrel = only(one)
    proposed = weaving.text_of(quarrel.proposal.pieces)
    assert proposed in {f"{SEEN}照片4张。已通知。", f"{SEEN}已通知。照片4张。"}
    dots = [(side.stream, side.seq) for side in quarrel.sides]
    assert conflicts.ancestor(one.reader, "seen", dots) == ""
    assert conflicts.ancestor(one.reader, "seen", [dots[0], ("elsewhere", 1)]) is None


def test_two_steps_taken_at_once_are_told_as_such_and_nobody_writes_a_third(both):
    one, two = both
    nouns.edit(one.store, Finding, "f", state="closed")
    nouns.edit(two.store, Finding, "f", state="escalated")
    met(one, two)
    quarrel = only(one)
    assert (quarrel.kind, quarrel.free) == (STATE, False)
    assert {side.value for side in quarrel.sides} == {"closed", "escalated"}
