"""The schema is made by migrations alone, and a verified copy is kept before each."""

from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from db import backup
from db.connection import create_store, open_reader, open_store
from db.errors import MachineError
from db.journal.clock import to_text
from db.migrations import register
from db.migrations.__main__ import PATH, generated
from db.store import enterprises, numbers, streams
from tests.store_kit import KEY, START, begin, make_folder, make_store


def add_table(db):
    db.execute("CREATE TABLE later (a TEXT NOT NULL) STRICT")


def fail_half_way(db):
    db.execute("DELETE FROM enterprise")
    raise KeyError("a mistake in the migration")


LATER = SimpleNamespace(__name__="db.migrations.m0004_later", apply=add_table)
BROKEN = SimpleNamespace(__name__="db.migrations.m0004_broken", apply=fail_half_way)


@pytest.fixture
def with_step(monkeypatch):
    """Let the program know one more migration for a while."""

    @contextmanager
    def add(step):
        with monkeypatch.context() as patch:
            patch.setattr(register, "STEPS", (*register.STEPS, step))
            register.register.cache_clear()
            yield
        register.register.cache_clear()

    return add


def test_the_written_schema_is_what_the_migrations_make():
    """Run ``python -m db.migrations`` after a new migration."""
    assert PATH.read_text(encoding="utf-8") == generated()


def test_a_store_is_upgraded_after_a_verified_copy(tmp_path, with_step):
    store = make_store(tmp_path)
    begin(store)
    store.close()
    with with_step(LATER):
        again = open_store(store.folder, KEY, clock=lambda: START)
        assert again.schema == 4
        assert again.value("SELECT COUNT(*) FROM later") == 0
        (copy,) = backup.listing(store.folder)
        assert (copy.reason, copy.taken) == ("m0004", START.replace(microsecond=0))
        again.close()


def test_a_reader_leaves_an_older_store_to_the_writer_who_upgrades_it(tmp_path, with_step):
    """The window's first board must not be read from tables of an earlier version."""
    folder = make_folder(tmp_path)
    with with_step(LATER):
        with pytest.raises(MachineError) as caught:
            open_reader(folder, KEY)
        assert caught.value.code == "older-store"
        assert caught.value.facts["names"] == ("m0004_later",)
        open_store(folder, KEY).close()
        open_reader(folder, KEY).close()


def test_a_store_that_is_up_to_date_is_not_copied(tmp_path):
    folder = make_folder(tmp_path)
    open_store(folder, KEY).close()
    assert backup.listing(folder) == ()


def test_a_failed_migration_changes_nothing(tmp_path, with_step):
    store = make_store(tmp_path)
    begin(store)
    store.close()
    with with_step(BROKEN), pytest.raises(KeyError):
        open_store(store.folder, KEY)
    again = open_store(store.folder, KEY)
    assert enterprises.count(again) == 1
    again.close()


def test_a_copy_that_is_not_equal_is_thrown_away(tmp_path, monkeypatch):
    store = make_store(tmp_path)
    begin(store)
    answers = iter([(1,), (2,)])
    monkeypatch.setattr(backup, "_summary", lambda _db: next(answers))
    with pytest.raises(MachineError, match="corrupt"):
        backup.take(store.db, store.folder, KEY, "asked", START)
    assert list((store.folder / "backups").iterdir()) == []
    store.close()


def test_the_ledger_of_an_older_store_is_kept_by_paper(tmp_path, monkeypatch):
    """What became of its numbers is what it was; a spoiled one has no paper."""
    with monkeypatch.context() as older:
        older.setattr(register, "STEPS", register.STEPS[:2])
        older.setattr(streams, "begun", lambda _reader, _stream: None)  # it knew of no snapshots
        register.register.cache_clear()
        store = create_store(tmp_path / "store", KEY, ballast_bytes=0, clock=lambda: START)
        store.db.execute(
            "INSERT INTO number_use (series, year, number, block_id, state, document_id, reason, at)"
            " VALUES ('责改', 2026, 1, 'b', 'issued', 'd', '', ?1),"
            " ('责改', 2026, 2, 'b', 'voided', NULL, '卡纸', ?1)",
            (to_text(START),),
        )
        store.close()
    register.register.cache_clear()
    again = open_store(tmp_path / "store", KEY, clock=lambda: START)
    told = [(one.number, one.state, one.document_id, one.reason, one.at) for one in uses(again)]
    again.close()
    assert told == [(1, "issued", "d", "", START), (2, "voided", None, "卡纸", START)]


def uses(store):
    return numbers.uses(store, "责改", 2026)
