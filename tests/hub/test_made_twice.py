"""Two laptops make one row under one id, or leave a field empty that another fills: all see the same."""

import pytest

from app.services import sync_board
from db.connection import open_reader
from db.journal import record as records
from db.rows import Enterprise, LawArticle
from db.store import conflicts, enterprises, heads, nouns
from hub.sql import records as stored
from tests.hub.kit import SCOPE
from tests.hub.test_exchange import Desk, desks, rows, same
from tests.store_kit import KEY

__all__ = ["desks"]


@pytest.fixture
def third(tmp_path, db):
    """A laptop that only takes in."""
    made = Desk(tmp_path, "three", db)
    yield made
    made.store.close()


def at_the_hub(db, key):
    """The values of a record as the hub keeps it."""
    return records.values(records.read(stored.lock_records(db, SCOPE, [key])[key]))


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("noun", [Enterprise, LawArticle])
def test_what_a_row_was_made_with_by_default_gives_way_to_what_another_made_it_with(
    desks, third, db, noun, first
):
    """A step under an id made from what it is about, an article of law in two versions of the program."""
    if noun is LawArticle:
        made = [LawArticle("k", law_name="法", summary="摘"), LawArticle("k", law_name="法")]
        write, key, field = nouns.seed, ("law", "k"), "summary"
    else:
        made = [Enterprise("k", "厂", phone="1"), Enterprise("k", "厂")]
        write, key, field = nouns.save, ("enterprise", "k"), "phone"
    for desk, row in zip(desks, made, strict=True):
        write(desk.store, row)
    for desk in (desks[first], desks[1 - first]):
        desk.push()
    third.pull()
    found = same(desks)
    assert rows(third.store) == found
    wanted = at_the_hub(db, key)[field]
    assert wanted == getattr(made[0], field)
    for desk in (*desks, third):
        assert getattr(nouns.get(desk.store, noun, "k"), field) == wanted
        assert conflicts.conflicted(desk.store) == ()
        board = sync_board.standing(lambda desk=desk: open_reader(desk.store.folder, KEY))
        assert (heads.apart(desk.store), board.to_see) == ((), 0)


def test_who_writes_on_what_was_deleted_waits_for_nothing_that_is_held(desks, third, db):
    """One that begins late knows of the held edit before it comes to what makes the row again."""
    one, two = desks
    enterprises.save(one.store, Enterprise("e", "厂"))
    nouns.delete(one.store, Enterprise, ["e"])
    same(desks)
    one.status = "revoked"
    enterprises.save(one.store, Enterprise("e", "又一厂"))
    one.push()
    two.pull()
    enterprises.save(two.store, Enterprise("e", "厂", phone="2"))
    two.sync()
    third.pull()
    for desk in (two, third):
        assert enterprises.get(desk.store, "e").phone == "2"
