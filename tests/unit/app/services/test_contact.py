"""What is remembered of the last rounds: what was wrong with the hub's word is said for a day."""

import datetime as dt

from app.services import contact
from app.services.contact import Contact
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
        assert contact.last(store) == Contact(soon, 0, witness="restored", heard=START)
        assert done(store, soon, "rewritten").witness == "rewritten"
        assert done(store, late + dt.timedelta(minutes=2)).witness == ""
    finally:
        store.close()
