"""What is remembered of the last rounds; what was wrong with a word or a stream is said for a day."""

import datetime as dt

from app.services import contact
from app.services.contact import Contact
from db.rows import Enterprise
from db.store import enterprises, forks, streams
from tests.store_kit import START, make_store


def done(store, at, witness=""):
    return contact.note_done(store, Contact(at, witness=witness)).value


def test_what_was_wrong_with_the_hubs_word_is_said_for_a_day(tmp_path):
    store = make_store(tmp_path)
    try:
        assert done(store, START).witness == ""
        done(store, START, "restored")
        soon, late = START + dt.timedelta(minutes=1), START + dt.timedelta(days=1)
        contact.note_stopped(store, soon, "offline")
        assert done(store, soon).witness == "restored"
        told = Contact(soon, 0, witness="restored", heard=START, stream=streams.own(store))
        assert contact.last(store) == told
        assert done(store, soon, "rewritten").witness == "rewritten"
        assert done(store, late + dt.timedelta(minutes=2)).witness == ""
    finally:
        store.close()


def test_that_it_had_to_write_under_another_name_is_said_for_a_day_though_a_round_was_cut(tmp_path):
    store = make_store(tmp_path)
    try:
        enterprises.save(store, Enterprise("e", "厂"))
        assert done(store, START).parted is None
        forks.part(store, streams.own(store), 0)
        soon = START + dt.timedelta(minutes=1)
        assert contact.note_stopped(store, soon, "offline").value.parted == soon
        assert done(store, soon + dt.timedelta(hours=23)).parted == soon
        assert done(store, soon + dt.timedelta(days=1)).parted is None
    finally:
        store.close()
