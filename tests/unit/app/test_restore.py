"""Restoring on the command line: what it says, in which language, and its exit codes."""

import pytest

from app.__main__ import main
from app.restore import restore
from app.shell.vault import Vault
from db import anchor, backup, engine, spool
from db.connection import create_store, open_store
from db.handle import utc_now
from db.rows import Enterprise
from db.store import documents, nouns
from tests.store_kit import begin, document_of


@pytest.fixture(autouse=True)
def chinese(qapp, monkeypatch):
    """A terminal of a Chinese office, whatever the machine the tests run on."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")


@pytest.fixture
def home(tmp_path):
    """A home whose store has two enterprises and a backup that knows the first."""
    folder = tmp_path / "home"
    (folder / "keys").mkdir(parents=True)
    keys = Vault(folder / "keys", None).create()
    store = create_store(folder / "store", keys.store_key, ballast_bytes=0)
    nouns.save(store, Enterprise("a", "甲"))
    backup.take(store.db, store.folder, store.key, "asked", utc_now())
    nouns.save(store, Enterprise("b", "乙"))
    anchor.write(store, folder / "anchor.json")
    store.close()
    return folder


def ruin(home):
    (home / "store" / "store.db").write_bytes(b"not a database at all " * 400)


def names(home):
    keys = Vault(home / "keys", None).open()
    store = open_store(home / "store", keys.store_key)
    found = [name for (name,) in store.rows("SELECT id FROM enterprise ORDER BY id")]
    store.close()
    return found


def journal(home):
    (path,) = (home / "store" / "journal").glob(f"*{spool.SUFFIX}")
    return path


def test_a_ruined_store_is_whole_again_and_every_step_is_said(home, capsys):
    ruin(home)
    assert main(["restore", str(home)]) == 0
    said = capsys.readouterr().out
    assert "replaced-" in said
    assert "以备份 store-" in said
    assert "其后由第二日志恢复（第二日志所缺的取自受损的数据库本身）：日志 1 条" in said
    assert "数据完整无误" in said
    assert names(home) == ["a", "b"]


def test_it_speaks_english_too_and_takes_the_store_itself(home, capsys):
    ruin(home)
    assert restore(home / "store", language="en") == 0
    assert "nothing was deleted" in capsys.readouterr().out


def test_what_is_missing_is_said_and_the_exit_code_is_one(home, capsys):
    """Without the newest entry the store is behind its anchor."""
    ruin(home)
    journal(home).unlink()
    assert restore(home) == 1
    assert "锚点" in capsys.readouterr().out
    assert names(home) == ["a"]


def test_a_gap_is_named(home, capsys):
    ruin(home)
    (copy,) = (home / "store" / "backups").glob("store-*.db")
    copy.unlink()
    content = bytearray(journal(home).read_bytes())
    content[30] ^= 1
    journal(home).write_bytes(content)
    assert restore(home) == 1
    assert "缺失：日志第 1 至 1 条已丢失" in capsys.readouterr().out
    assert names(home) == ["b"]


def test_a_sound_store_stays_as_it_is(home, capsys):
    before = (home / "store" / "store.db").read_bytes()
    assert restore(home) == 0
    assert "未作替换" in capsys.readouterr().out
    assert (home / "store" / "store.db").read_bytes() == before


def test_a_backup_can_be_named(home, capsys):
    (copy,) = (home / "store" / "backups").glob("store-*.db")
    assert main(["restore", str(home), "--from", str(copy)]) == 0
    assert copy.name in capsys.readouterr().out


@pytest.mark.parametrize("content", [None, b"no backup at all " * 400])
def test_a_file_that_is_no_good_backup_is_called_so(home, capsys, content):
    """Told to run the command that was just run, nobody would know what to do."""
    named = home / "none.db"
    if content is not None:
        named.write_bytes(content)
    before = (home / "store" / "store.db").read_bytes()
    assert main(["restore", str(home), "--from", str(named)]) == 2
    said = capsys.readouterr().out
    assert "此文件不是这份数据的完好备份" in said
    assert "xunjian restore" not in said
    assert str(named) in said
    assert (home / "store" / "store.db").read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM stream", "DELETE FROM meta", "DROP TABLE search_entry", "DROP TABLE op"],
)
def test_logical_damage_is_mended_and_ends_in_no_traceback(home, capsys, statement):
    keys = Vault(home / "keys", None).open()
    db = engine.connect(home / "store" / "store.db", keys.store_key)
    db.execute(statement)
    db.close()
    assert main(["restore", str(home)]) == 0
    assert "数据完整无误" in capsys.readouterr().out
    assert names(home) == ["a", "b"]


def test_nothing_to_build_from_is_impossible_and_changes_nothing(home, capsys):
    ruin(home)
    journal(home).unlink()
    for copy in (home / "store" / "backups").glob("store-*.db"):
        copy.write_bytes(b"")
    before = (home / "store" / "store.db").read_bytes()
    assert restore(home) == 2
    assert "没有可用于恢复的数据" in capsys.readouterr().out
    assert (home / "store" / "store.db").read_bytes() == before


def test_lost_keys_and_an_empty_folder_are_impossible(home, tmp_path, capsys):
    assert restore(tmp_path / "elsewhere") == 2
    for key in (home / "keys").iterdir():
        key.unlink()
    assert restore(home) == 2
    assert "密钥" in capsys.readouterr().out


def set_back(home):
    """The database as it was before the second enterprise; its newest entries are gone."""
    keys = Vault(home / "keys", None).open()
    db = engine.connect(home / "store" / "store.db", keys.store_key)
    for table, column in (("op", "seq"), ("enterprise", "rowid")):
        db.execute(f"DELETE FROM {table} WHERE {column} = 2")
    db.execute("DELETE FROM search_entry WHERE rec_id = 'b'")
    db.close()


def test_a_store_whose_newest_entries_are_gone_is_not_called_sound(home, capsys):
    set_back(home)
    assert restore(home) == 0
    said = capsys.readouterr().out
    assert "从第二日志恢复：日志 1 条" in said
    assert names(home) == ["a", "b"]


def test_entries_after_a_hole_in_the_journal_are_looked_for_too(home):
    """The journal's next entry is lost; opening alone cannot step over it."""
    keys = Vault(home / "keys", None).open()
    store = open_store(home / "store", keys.store_key)
    nouns.save(store, Enterprise("c", "丙"))
    store.close()
    set_back(home)
    db = engine.connect(home / "store" / "store.db", keys.store_key)
    db.execute("DELETE FROM op WHERE seq = 3")
    db.execute("DELETE FROM enterprise WHERE id = 'c'")
    db.close()
    content = bytearray(journal(home).read_bytes())
    stream = journal(home).name.split(".")[0]
    (_one, two, _three) = [
        frame.start for _path, frame in spool.read(home / "store", keys.store_key, stream)
    ]
    content[two + 30] ^= 1
    journal(home).write_bytes(content)
    assert restore(home) == 1
    assert names(home) == ["a", "c"]


def test_a_store_behind_its_anchor_is_looked_for_in_what_was_replaced(home):
    aside = home / "store" / "backups" / "replaced-20260916T000000Z-x"
    aside.mkdir()
    (aside / "store.db").write_bytes((home / "store" / "store.db").read_bytes())
    journal(home).unlink()
    set_back(home)
    assert restore(home) == 0
    assert names(home) == ["a", "b"]


def test_a_number_used_by_a_lost_entry_is_voided_and_told(home, capsys):
    keys = Vault(home / "keys", None).open()
    store = open_store(home / "store", keys.store_key)
    documents.issue(store, document_of(store, begin(store)))
    store.close()
    db = engine.connect(home / "store" / "store.db", keys.store_key)
    db.execute("DELETE FROM op WHERE seq = (SELECT MAX(seq) FROM op)")
    db.close()
    journal(home).unlink()
    assert restore(home) == 1
    said = capsys.readouterr().out
    assert "责改〔2026〕第 1 号曾被使用" in said
    assert "条已丢失" in said
