"""What is remembered of the last rounds: what was wrong with the hub's word is said for a day."""

import datetime as dt

from app.services import contact
from tests.store_kit import START, make_store


def test_what_was_wrong_with_the_hubs_word_is_said_for_a_day(tmp_path):
    store = make_store(tmp_path)
    try:
        assert contact.note_done(store, START, 0).value.word == ""
        contact.note_done(store, START, 0, "restored")
        soon, late = START + dt.timedelta(minutes=1), START + dt.timedelta(days=1)
        contact.note_stopped(store, soon, "offline")
        assert contact.note_done(store, soon, 0).value.word == "restored"
        assert contact.last(store) == contact.Contact(soon, 0, word="restored", heard=START)
        assert contact.note_done(store, soon, 0, "rewritten").value.word == "rewritten"
        assert contact.note_done(store, late + dt.timedelta(minutes=2), 0).value.word == ""
    finally:
        store.close()
