"""Which stream a mended store goes on writing: its own, however many others it has taken in."""

from db import replay
from db.handle import Identity
from db.journal.ids import new_id
from db.store import streams
from tests.store_kit import make_store


def test_a_mended_store_never_goes_on_in_the_stream_of_another_laptop(tmp_path):
    store = make_store(tmp_path)
    try:
        own = streams.own(store)
        with store.atomic():
            streams.enter_other(store.db, Identity(new_id(), "", "3713", 0))
            replay.enter_streams(store, [])
        assert streams.own(store) == own
    finally:
        store.close()
