"""Ids are UUIDv7 in the order they were made."""

import uuid

from db.journal.ids import is_id, new_id


def test_an_id_is_a_version_7_uuid():
    made = uuid.UUID(new_id())
    assert (made.version, made.variant) == (7, uuid.RFC_4122)


def test_ids_of_one_millisecond_keep_their_order():
    made = [new_id() for _ in range(5000)]
    assert made == sorted(made)
    assert len(set(made)) == 5000


def test_only_canonical_text_is_an_id():
    assert is_id(new_id())
    assert not is_id(new_id().upper())
    assert not is_id("临沂")
