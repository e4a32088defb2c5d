"""A hub set back gets everything again, though an author is gone: whoever holds it hands it over."""

from dataclasses import replace

import pytest

from app.services import enrolling
from app.services.transport import Address, Link, LinkError
from db.rows import Enterprise
from db.store import claims, enterprises
from tests.hub import kit
from tests.hub.test_round import address, laptop, second

__all__ = ["address", "laptop", "second"]
TABLES = ("stream", "feed", "batch", "op", "record", "conflict", "num_use")


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
