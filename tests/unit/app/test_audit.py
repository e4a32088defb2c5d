"""The audit on the command line: which folders it takes, what it says, and its exit codes."""

import shutil
from pathlib import Path

import pytest

from app.audit import audit
from app.shell.vault import Vault
from db.connection import create_store


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
