"""A note of the key that is spoiled: the data themselves decide whether a key is theirs."""

import json

import pytest

from db import backup, mending
from db.audit import audit
from db.errors import MachineError
from db.rows import Enterprise
from db.store import nouns
from tests.store_kit import KEY, open_store


def ruin(store):
    """Damage the first page, so that nothing in the file can be read any more."""
    path = store.folder / "store.db"
    content = bytearray(path.read_bytes())
    content[100] ^= 4
    path.write_bytes(content)


def forget(store):
    """Take the database away altogether."""
    (store.folder / "store.db").write_bytes(b"")


def deny(store):
    """One character of the note is another: it names the check of no key."""
    path = store.folder / "store.id"
    kept = json.loads(path.read_bytes())
    path.write_text(json.dumps({**kept, "check": "Z" + kept["check"][1:]}))


@pytest.mark.parametrize("also", [lambda store: None, ruin, forget])
def test_a_note_that_denies_the_right_key_is_spoiled_and_mended(lived, also):
    deny(lived)
    also(lived)
    with pytest.raises(MachineError, match="corrupt"):
        open_store(lived.folder, KEY)
    assert mending.restore(lived.folder, KEY).gaps == ()
    assert audit(lived.folder, KEY).whole


def test_a_note_that_denies_the_right_key_and_one_copy_left_are_enough(store, clock):
    nouns.save(store, Enterprise("a", "甲"))
    backup.take(store.db, store.folder, KEY, "asked", clock())
    store.close()
    deny(store)
    forget(store)
    for path in (store.folder / "journal").iterdir():
        path.unlink()
    assert mending.restore(store.folder, KEY).copied == 1


def test_a_wrong_key_is_a_wrong_key_whatever_the_note_says(lived):
    deny(lived)
    for wrong in (open_store, mending.restore):
        with pytest.raises(MachineError, match="wrong-key"):
            wrong(lived.folder, bytes(32))
