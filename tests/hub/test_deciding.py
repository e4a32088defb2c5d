"""What was held is merged and goes down the feed, or stays out with the reason."""

import pytest

from db.journal import record as records
from db.journal.operation import decode
from db.journal.secret import HIDDEN
from db.rows import Enterprise
from db.store import arrivals, enterprises, nouns, rebuild, streams
from hub import deciding
from hub.deciding import Decision, Undecidable
from hub.push import push
from hub.rules import BUREAU
from hub.seal import Seal
from hub.sql import people, quarantines
from hub.sql import records as stored
from hub.web import deciding as pages
from tests.hub.kit import NOW, SCOPE, Laptop, feed
from tests.hub.test_exchange import Desk, rows
from tests.hub.test_push import issue

HUB = ("hub-id", Seal(bytes(32)))


def accepted(note="查实"):
    return Decision(True, note, "who-chief", NOW)


def rejected(note="另案处理"):
    return Decision(False, note, "who-chief", NOW)


def told(db):
    """The decisions in the feed: (stream, seq, decision, note)."""
    found = map(decode, feed(db))
    return [
        tuple(one.fields[name][0] for name in ("stream", "seq", "decision", "note"))
        for one in found
        if one.rec_type == "decision"
    ]


def shown(db, rec_type, rec_id, name):
    found = stored.lock_records(db, SCOPE, [(rec_type, rec_id)])
    return records.read(found[rec_type, rec_id]).shown(name) if found else None


def revoked_laptop(db):
    """A laptop that wrote a name, was revoked, and then handed over a transaction of two."""
    laptop = Laptop("t07")
    row = people.Device(SCOPE, "t07", "x", "终端", laptop.caller.public_key, "active")
    people.add_device(db, row, NOW)
    first = laptop.write("enterprise", "e", {"name": ("一厂", ())})
    push(db, laptop.caller, laptop.batch(), NOW)
    people.revoke(db, SCOPE, "t07", NOW)
    laptop.write("enterprise", "e", {"name": ("二厂", (first,))}, end=False)
    laptop.write("enterprise", "f", {"name": ("三厂", ())})
    who = laptop.caller
    gone = type(who)(who.scope, who.device, who.account, who.public_key, "revoked")
    push(db, gone, laptop.batch(2), NOW)
    return laptop


def test_what_is_accepted_is_merged_whole_and_told_in_the_feed(db):
    laptop = revoked_laptop(db)
    assert shown(db, "enterprise", "e", "name") == "一厂"
    deciding.decide(db, HUB, SCOPE, (laptop.stream, 2), accepted())
    assert shown(db, "enterprise", "e", "name") == "二厂"
    assert shown(db, "enterprise", "f", "name") == "三厂"
    assert told(db) == [(laptop.stream, seq, "accepted", "查实") for seq in (2, 3)]
    assert quarantines.held(db, SCOPE, 1, 9) == []


def test_what_is_rejected_stays_out_and_keeps_the_reason(db):
    laptop = revoked_laptop(db)
    deciding.decide(db, HUB, SCOPE, (laptop.stream, 3), rejected())
    assert shown(db, "enterprise", "e", "name") == "一厂"
    assert shown(db, "enterprise", "f", "name") is None
    assert told(db) == [(laptop.stream, seq, "rejected", "另案处理") for seq in (2, 3)]
    assert quarantines.held(db, SCOPE, 1, 9) == [2, 3]
    (kept, _other) = quarantines.decided(db, SCOPE, 5)
    assert (kept.note, kept.decided_by) == ("另案处理", "who-chief")


def test_a_decision_is_made_once(db):
    laptop = revoked_laptop(db)
    deciding.decide(db, HUB, SCOPE, (laptop.stream, 2), rejected())
    with pytest.raises(Undecidable, match="gone"):
        deciding.decide(db, HUB, SCOPE, (laptop.stream, 3), accepted())
    assert len(told(db)) == 2


def test_what_came_after_by_one_who_saw_it_stands_though_it_was_accepted_late(db):
    laptop, other = revoked_laptop(db), Laptop("t08")
    other.write("enterprise", "e", {"name": ("四厂", ((laptop.stream, 2),))})
    push(db, other.caller, other.batch(), NOW)
    deciding.decide(db, HUB, SCOPE, (laptop.stream, 2), accepted())
    assert shown(db, "enterprise", "e", "name") == "四厂"


def test_two_papers_of_one_number_both_stay_and_a_frozen_one_does_not_change(db):
    one, two = Laptop("t07"), Laptop("t08")
    issue(one, "d", 37)
    push(db, one.caller, one.batch(), NOW)
    issue(two, "e", 37)
    push(db, two.caller, two.batch(), NOW)
    deciding.decide(db, HUB, SCOPE, (two.stream, 1), accepted())
    assert shown(db, "document", "e", "number") == 37
    one.write("document", "d", {"content": ("改", ())})
    push(db, one.caller, one.batch(2), NOW)
    with pytest.raises(Undecidable, match="frozen"):
        deciding.decide(db, HUB, SCOPE, (one.stream, 2), accepted())
    assert shown(db, "document", "d", "content") != "改"


def test_no_laptop_can_decide(db):
    laptop = Laptop("t07")
    laptop.write("decision", "x", {"decision": ("accepted", ())})
    assert push(db, laptop.caller, laptop.batch(), NOW).held == {1: "authority"}
    assert records.DECISION in BUREAU


def test_every_laptop_applies_what_was_accepted_and_knows_what_was_rejected(tmp_path, db):
    gone, here = Desk(tmp_path, "gone", db), Desk(tmp_path, "here", db)
    hub = ("hub-id", Seal(bytes(32)))
    try:
        enterprises.save(gone.store, Enterprise("e", "一厂", phone="1"))
        enterprises.save(gone.store, Enterprise("f", "二厂"))
        gone.sync()
        here.sync()
        gone.status = "revoked"
        nouns.edit(gone.store, Enterprise, "e", phone="2")
        nouns.edit(gone.store, Enterprise, "f", phone="9")
        gone.push()
        here.sync()
        one, two = (streams.dot_of(here.store, held.n) for held in arrivals.held(here.store))
        nouns.edit(here.store, Enterprise, "e", address="路")
        here.sync()
        deciding.decide(db, hub, SCOPE, one, accepted())
        deciding.decide(db, hub, SCOPE, two, rejected())
        for desk in (gone, here):
            desk.pull()
        found = enterprises.get(here.store, "e")
        assert (found.phone, found.address) == ("2", "路")
        assert enterprises.get(here.store, "f").phone == ""
        assert [held.reason for held in arrivals.held(here.store)] == ["rejected"]
        before = rows(here.store)
        rebuild.rebuild(here.store)
        assert rows(here.store) == before
        late = Desk(tmp_path, "late", db)
        late.pull()
        assert rows(late.store) == before
        late.store.close()
    finally:
        gone.store.close()
        here.store.close()


def test_who_reported_is_on_no_page_of_what_waits_for_a_decision(db):
    """投诉举报 order 121: a reporter's identity is kept from ordinary view, at the bureau too."""
    name, other = "/data/confidential/reporter", "/data/matter_group/facts"
    one, two = Laptop("t01"), Laptop("t02")
    for laptop, text in ((one, "欧阳保密"), (two, "欧阳宝密")):
        row = people.Device(
            SCOPE, laptop.caller.device, "x", "终端", laptop.caller.public_key, "active"
        )
        people.add_device(db, row, NOW)
        laptop.write("record", "r", {name: (text, ()), other: (f"事实{text[-2:]}", ())})
        beside = name if laptop is one else other
        laptop.write("record", "r2", {beside: (text, ())})
        push(db, laptop.caller, laptop.batch(), NOW)
    seen = pages.Seen(db, SCOPE)
    rows = stored.standing(db, SCOPE, 9)
    told = {row[2]: pages._standing(db, seen, SCOPE, row).values for row in rows}
    assert {(value.field, value.text) for value in told["*"]} == {
        (name, HIDDEN),
        (other, "欧阳宝密"),
    }
    assert {value.text for value in told[name]} == {HIDDEN}
    assert {value.text for value in told[other]} == {"事实保密", "事实宝密"}
    laptop = revoked_laptop(db)
    who = laptop.caller
    gone = type(who)(who.scope, who.device, who.account, who.public_key, "revoked")
    laptop.write("record", "s", {name: ("欧阳保密", ()), other: ("三天后车轮脱落", ())})
    push(db, gone, laptop.batch(4), NOW)
    kept = next(one for one in quarantines.waiting(db, SCOPE, 9) if one.sseq == 4)
    assert pages.shown(db, seen, kept).values == {name: HIDDEN, other: "三天后车轮脱落"}
