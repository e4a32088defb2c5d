"""A store opens the one right way or says exactly why not, and then nothing has changed."""

import hashlib
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlcipher3.dbapi2 as driver

from db import engine
from db.connection import create_store, exists, new_key, open_reader, open_store
from db.errors import BugError, MachineError
from db.rows import Enterprise
from db.store import enterprises, nouns
from tests.store_kit import KEY, begin, make_folder, make_store, reader_of


def code_of(opening):
    with pytest.raises(MachineError) as caught:
        opening()
    return caught.value.code


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "store.lock"
    }


def test_a_new_store_is_empty_and_keeps_what_it_is_given(tmp_path):
    store = create_store(tmp_path / "s", key := new_key(), scope="371302", ballast_bytes=4096)
    assert store.identity.scope == "371302"
    assert (tmp_path / "s" / "ballast.bin").stat().st_size == 4096
    nouns.save(store, Enterprise("a", "甲"))
    store.close()
    reader = open_reader(tmp_path / "s", key)
    assert enterprises.get(reader, "a").name == "甲"
    reader.close()


def test_a_store_is_made_only_where_there_is_none(tmp_path):
    folder = make_folder(tmp_path)
    assert exists(folder)
    with pytest.raises(BugError):
        create_store(folder, KEY)
    with pytest.raises(BugError):
        create_store(tmp_path / "other", b"short")


def test_an_unfinished_making_is_moved_aside_and_made_anew(tmp_path):
    (tmp_path / "store.db").write_bytes(b"half a store")
    create_store(tmp_path, KEY, ballast_bytes=0).close()
    (aside,) = tmp_path.glob("store.db.unfinished-*")
    assert aside.read_bytes() == b"half a store"


def test_a_file_where_the_folder_should_be_is_told(tmp_path):
    (tmp_path / "s").write_text("a file")
    assert code_of(lambda: create_store(tmp_path / "s", KEY)) == "missing-folder"
    assert code_of(lambda: open_store(tmp_path / "s", KEY)) == "missing-folder"


def test_no_folder_and_no_store_are_told_apart(tmp_path):
    assert code_of(lambda: open_store(tmp_path / "gone", KEY)) == "missing-folder"
    assert code_of(lambda: open_store(tmp_path, KEY)) == "not-a-store"
    assert not exists(tmp_path)


@pytest.mark.parametrize("opened", [open_store, open_reader])
@pytest.mark.parametrize("left", [None, b"", b"something else", b"[]", b'{"check": 7}'])
def test_a_store_whose_note_is_gone_or_spoiled_is_damaged(tmp_path, opened, left):
    folder = make_folder(tmp_path)
    (folder / "store.id").unlink()
    if left is not None:
        (folder / "store.id").write_bytes(left)
    assert code_of(lambda: opened(folder, KEY)) == "corrupt"


def test_a_store_whose_database_is_gone_is_damaged(tmp_path):
    folder = make_folder(tmp_path)
    (folder / "store.db").unlink()
    assert code_of(lambda: open_store(folder, KEY)) == "corrupt"


def test_a_store_that_lived_is_never_begun_anew_because_its_note_is_gone(tmp_path):
    store = make_store(tmp_path)
    nouns.save(store, Enterprise("a", "甲"))
    store.close()
    (store.folder / "store.id").unlink()
    assert exists(store.folder)
    with pytest.raises(BugError):
        create_store(store.folder, KEY, ballast_bytes=0)
    (store.folder / "store.db").unlink()
    assert code_of(lambda: open_store(store.folder, KEY)) == "corrupt"


def test_an_unencrypted_database_is_no_store_of_ours(tmp_path):
    folder = make_folder(tmp_path)
    (folder / "store.db").unlink()
    plain = driver.connect(str(folder / "store.db"))
    plain.execute("CREATE TABLE a (b)")
    plain.close()
    assert code_of(lambda: open_store(folder, KEY)) == "not-a-store"


def test_a_wrong_key_is_told_and_changes_nothing(tmp_path):
    folder = make_folder(tmp_path)
    before = contents(folder)
    assert code_of(lambda: open_store(folder, bytes(32))) == "wrong-key"
    assert contents(folder) == before


def test_a_damaged_first_page_is_damage_and_not_a_wrong_key(tmp_path):
    folder = make_folder(tmp_path)
    with (folder / "store.db").open("r+b") as file:
        file.seek(100)
        file.write(bytes(64))
    assert code_of(lambda: open_store(folder, KEY)) == "corrupt"


@pytest.mark.parametrize("opened", [open_store, open_reader])
def test_an_emptied_database_is_damage_and_never_a_new_store(tmp_path, opened):
    folder = make_folder(tmp_path)
    (folder / "store.db").write_bytes(b"")
    assert code_of(lambda: opened(folder, KEY)) == "corrupt"
    assert (folder / "store.db").read_bytes() == b""


def test_a_newer_store_is_refused_and_nothing_changes(tmp_path):
    folder = make_folder(tmp_path)
    db = engine.connect(folder / "store.db", KEY)
    db.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('xunjian', 'm9999_future', '2030-01-01')"
    )
    db.close()
    before = contents(folder)
    with pytest.raises(MachineError) as caught:
        open_store(folder, KEY)
    assert caught.value.code == "newer-store"
    assert caught.value.facts["names"] == ("m9999_future",)
    assert code_of(lambda: open_reader(folder, KEY)) == "newer-store"
    assert contents(folder) == before


def test_a_second_writer_is_refused_and_the_first_goes_on(tmp_path):
    store = make_store(tmp_path)
    assert code_of(lambda: open_store(store.folder, KEY)) == "locked"
    nouns.save(store, Enterprise("a", "甲"))
    store.close()
    again = open_store(store.folder, KEY)
    assert enterprises.count(again) == 1
    again.close()


def test_an_old_sqlite_is_refused():
    with pytest.raises(MachineError) as caught:
        engine.refuse_old("3.51.2")
    assert caught.value.facts == {"found": "3.51.2", "needed": "3.51.3"}
    engine.refuse_old("3.51.3")
    engine.refuse_old("3.100.0")
    with pytest.raises(MachineError):
        engine.refuse_old("3.9.9")


def test_a_reader_cannot_write_and_sees_each_commit(store):
    reader = reader_of(store)
    with pytest.raises(MachineError, match="read-only"):
        reader.rows("DELETE FROM enterprise RETURNING id")
    begin(store)
    assert enterprises.count(reader) == 1
    reader.close()


def test_a_reader_belongs_to_the_thread_that_opened_it(store):
    """The window's reader in a background job is a mistake of ours, told at once."""
    reader = open_reader(store.folder, KEY)
    with ThreadPoolExecutor(1) as pool, pytest.raises(BugError):
        pool.submit(reader.value, "SELECT 1").result()
    assert reader.value("SELECT 1") == 1
    reader.close()


def test_a_snapshot_stays_as_it_was(store):
    reader = reader_of(store)
    with reader.snapshot():
        assert enterprises.count(reader) == 0
        begin(store)
        assert enterprises.count(reader) == 0
    assert enterprises.count(reader) == 1
    reader.close()


def test_every_connection_is_set_the_same_way(store):
    reader = reader_of(store)
    for one in (store, reader):
        assert one.value("PRAGMA journal_mode") == "wal"
        assert one.value("PRAGMA synchronous") == 2
        assert one.value("PRAGMA foreign_keys") == 1
        assert not one.value("PRAGMA mmap_size")
    reader.close()


def test_every_table_of_ours_is_strict(store):
    loose = store.rows(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND schema = 'main'"
        " AND name NOT LIKE 'sqlite_%' AND name <> '_sqlite_migrations'"
    )
    assert loose == []


def test_the_file_shows_nothing_of_what_is_kept(store):
    begin(store, "不可见的名字")
    store.close()
    for path in store.folder.rglob("*"):
        if path.is_file():
            assert "不可见的名字".encode() not in path.read_bytes(), path.name


def test_closing_twice_is_harmless(store):
    store.close()
    store.close()
