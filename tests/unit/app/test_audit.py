"""The audit on the command line: which folders it takes, what it says, and its exit codes."""

import shutil
from pathlib import Path

import pytest

import app.audit
from app.__main__ import main
from app.audit import audit
from app.shell.vault import Vault
from db import engine
from db.connection import create_store, open_store
from db.errors import BugError, MachineError
from db.rows import Enterprise
from db.store import nouns


@pytest.fixture(autouse=True)
def whole_application(qapp):
    """Other tests in this process need windows, and there is one application in each."""


@pytest.fixture
def home(tmp_path) -> Path:
    folder = tmp_path / "home"
    (folder / "keys").mkdir(parents=True)
    keys = Vault(folder / "keys", None).create()
    create_store(folder / "store", keys.store_key, ballast_bytes=0).close()
    return folder


def test_a_home_its_store_and_the_folder_of_a_story_are_all_understood(home, capsys):
    assert [audit(one) for one in (home, home / "store", home.parent)] == [0, 0, 0]
    assert capsys.readouterr().out.count("数据完整无误") == 3


def test_a_folder_without_a_store_is_called_so_and_named(tmp_path, capsys):
    assert audit(tmp_path) == 2
    said = capsys.readouterr().out
    assert "此文件夹中没有检查数据" in said
    assert str(tmp_path) in said


@pytest.mark.parametrize("left", [b"", b"not a database at all " * 400])
def test_a_ruined_database_is_a_break_and_not_a_crash(home, capsys, left):
    (home / "store" / "store.db").write_bytes(left)
    assert audit(home) == 1
    assert "已损坏" in capsys.readouterr().out


def test_lost_keys_are_told_in_words_and_not_by_a_code(home, capsys):
    shutil.rmtree(home / "keys")
    assert audit(home) == 2
    said = capsys.readouterr().out
    assert "密钥" in said
    assert "key-missing" not in said


def test_locked_keys_ask_for_a_terminal(home, capsys):
    Vault(home / "keys", None).set_passphrase("correct horse battery")
    assert audit(home) == 2
    assert "passphrase" not in capsys.readouterr().out


def change(home, statement):
    keys = Vault(home / "keys", None).open()
    db = engine.connect(home / "store" / "store.db", keys.store_key)
    db.execute(statement)
    db.close()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM stream", "属于数据库未登记的电脑"),
        ("DELETE FROM meta", "书写日志所用的名称"),
        ("DROP TABLE op", "数据库中的 op 与本程序所建不符（不见了）"),
    ],
)
def test_logical_damage_is_told_in_a_sentence(home, capsys, statement, words):
    if "stream" in statement:
        write(home)
    change(home, statement)
    assert audit(home) == 1
    assert words in capsys.readouterr().out


def write(home, key="a"):
    """One enterprise, so that the journal has an entry."""
    keys = Vault(home / "keys", None).open()
    store = open_store(home / "store", keys.store_key)
    nouns.save(store, Enterprise(key, "甲"))
    store.close()


def test_a_missing_entry_is_called_missing_and_nobody_is_blamed(home, capsys):
    write(home)
    write(home, "b")
    change(home, "DELETE FROM op WHERE seq = 1")
    assert audit(home) == 1
    said = capsys.readouterr().out
    assert "日志缺第 1 条" in said
    assert "事后被改动过" not in said
    assert "多出来）" in said


def test_tables_that_make_no_sense_are_damage_and_not_a_crash(home, capsys, monkeypatch):
    def senseless(*_given, **_options):
        raise BugError("no such column: n")

    monkeypatch.setattr(app.audit, "audit_store", senseless)
    assert audit(home) == 1
    said = capsys.readouterr().out
    assert "数据已损坏" in said
    assert "no such column: n" in said


def test_a_full_disk_is_told_without_a_screen(home, capsys, monkeypatch):
    """Nothing was typed here, so nothing typed can still be on the screen."""

    def full(*_given, **_options):
        raise MachineError("disk-full", folder=str(home))

    monkeypatch.setattr(app.audit, "audit_store", full)
    assert audit(home) == 2
    said = capsys.readouterr().out
    assert "磁盘已满" in said
    assert "屏幕" not in said


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ({"LANG": "en_GB.UTF-8"}, "Everything is whole"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "Everything is whole"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "数据完整无误"),
        ({"LANG": "C.UTF-8"}, "数据完整无误"),
        ({}, "数据完整无误"),
    ],
)
def test_a_command_speaks_the_language_of_its_terminal(home, capsys, monkeypatch, locale, words):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    assert main(["audit", str(home)]) == 0
    assert words in capsys.readouterr().out
