"""What belongs to something is found from there, and is what reading every record would find."""

import random
from dataclasses import replace

from db.journal import record as records
from hub import authoring, belonging, deciding
from hub.authoring import Author, Said
from hub.belongs import FILES, NUMBERED, OF_MATTER, PAPER, PARTS, WORK
from hub.push import push
from hub.seal import Seal
from hub.sql import hubs, people
from hub.sql import records as stored
from tests.hub.kit import NOW, SCOPE, Laptop
from tests.hub.test_deciding import accepted

OWNERS = tuple(f"o{n}" for n in range(4))
LONG = "".join(map(chr, random.Random(1).choices(range(0x4E00, 0x9FA0), k=9000)))
STRANGE = ("x\0y", LONG, 7, None, "")
"""What no laptop of ours writes there; nothing is found by it, and nothing stops at it."""
PLACES = [
    one
    for one in (*PARTS, *WORK, *OF_MATTER, FILES, PAPER, NUMBERED)
    if one[0] not in {"document", "party_report"}  # written once and by the bureau alone
]


def found(db):
    """What is found by each owner: (type, field, owner) → records."""
    return {
        (*place, owner): {key[1] for key, _values in belonging.of(db, SCOPE, place, {owner})}
        for place in PLACES
        for owner in OWNERS
    }


def read(db):
    """The same by reading every record."""
    told = {(*place, owner): set() for place in PLACES for owner in OWNERS}
    for place in PLACES:
        for rec_id, data in stored.docs(db, SCOPE, place[0], "", 9999):
            doc = records.read(data)
            owner = records.values(doc).get(place[1])
            if not doc.deleted and owner in OWNERS:
                told[*place, owner].add(rec_id)
    return told


def test_what_is_found_is_what_reading_everything_finds(db):
    """Two laptops and the bureau write as they please, having seen what they please."""
    chance = random.Random(7)
    hub_id, _epoch = hubs.hub(db)
    author = Author(hub_id, Seal(bytes(range(32))), "who-chief", NOW)
    laptops, dots = [Laptop("one"), Laptop("two")], {}
    for _round in range(60):
        laptop = chance.choice(laptops)
        before = len(laptop.operations)
        for _ in range(chance.randrange(1, 6)):
            rec_type, column = chance.choice(PLACES)
            key = (rec_type, f"{rec_type}-{chance.randrange(3)}", column)
            seen = [dot for dot in dots.get(key, ()) if chance.random() < 0.6]
            value = chance.choice((*OWNERS, *STRANGE))
            fields = {column: (value, seen)} if chance.random() < 0.8 else {"note": ("改", ())}
            kind = "put" if chance.random() < 0.9 else "delete"
            dot = laptop.write(*key[:2], fields if kind == "put" else {}, kind=kind)
            if column in fields and kind == "put":
                dots.setdefault(key, []).append(dot)
        push(db, laptop.caller, laptop.batch(before + 1), NOW)
        if chance.random() < 0.3:
            rec_type, column = chance.choice(PLACES)
            value = {column: chance.choice(OWNERS)}
            authoring.say(db, author, SCOPE, [Said(rec_type, f"{rec_type}-0", value)])
    told = found(db)
    assert told == read(db)
    assert sum(map(len, told.values())) > 20


def test_what_was_held_back_is_found_once_it_is_accepted(db):
    laptop = Laptop("one")
    row = people.Device(SCOPE, "one", "x", "终端", laptop.caller.public_key, "active")
    people.add_device(db, row, NOW)
    first = laptop.write("finding", "f", {"record_id": ("o2", ())})
    push(db, laptop.caller, laptop.batch(), NOW)
    people.revoke(db, SCOPE, "one", NOW)
    laptop.write("finding", "f", {"record_id": ("o1", (first,))})
    push(db, replace(laptop.caller, status="revoked"), laptop.batch(2), NOW)
    assert not found(db)["finding", "record_id", "o1"]
    hub = (hubs.hub(db)[0], Seal(bytes(range(32))))
    deciding.decide(db, hub, SCOPE, (laptop.stream, 2), accepted())
    assert found(db)["finding", "record_id", "o1"] == {"f"}


def test_only_what_belongs_to_it_is_read(db, monkeypatch):
    """A bureau with a hundred thousand records hands one over as quickly as one with a hundred."""
    laptop = Laptop("one")
    for n in range(300):
        laptop.write("finding", f"f{n}", {"record_id": (f"o{n % 100}", ())})
    push(db, laptop.caller, laptop.batch(), NOW)
    asked = []
    some = stored.some
    monkeypatch.setattr(stored, "some", lambda *told: asked.append(sorted(told[3])) or some(*told))
    keys = [key for key, _values in belonging.of(db, SCOPE, ("finding", "record_id"), {"o7"})]
    assert keys == [("finding", one) for one in ("f107", "f207", "f7")]
    assert asked == [["f107", "f207", "f7"]]
