"""Export on the command line: what it says, where it writes, and its exit codes."""

import json

import pytest

from app.__main__ import main
from app.export import export
from app.shell.vault import Vault
from db.connection import create_store, open_store
from tests.unit.app.services import versions


@pytest.fixture
def home(tmp_path):
    """A home with one record of a small form."""
    folder = tmp_path / "home"
    (folder / "keys").mkdir(parents=True)
    keys = Vault(folder / "keys", None).create()
    store = create_store(folder / "store", keys.store_key, ballast_bytes=0)
    versions.keep(store, versions.old())
    versions.begun_with(store, versions.old(), {"/data/basic/mark": "ok"})
    store.close()
    return folder


def test_the_records_of_a_form_are_written_and_it_is_said_that_nothing_protects_them(
    home, tmp_path, capsys
):
    target = tmp_path / "out.json"
    assert main(["export", str(home), "--form", "small", "--to", str(target)]) == 0
    said = capsys.readouterr().out
    assert "记录 1 条" in said
    assert "未加密" in said
    assert str(target) in said
    told = json.loads(target.read_text(encoding="utf-8"))
    assert told["records"][0]["mark"]["label"] == "合格"
    assert told["columns"]["records"][1]["title"] == "状态"


def test_the_language_of_the_command_is_that_of_the_words(home, tmp_path):
    assert export(home / "store", "small", tmp_path / "out.json", language="en") == 0
    told = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert told["records"][0]["mark"]["label"] == "Pass"
    assert told["columns"]["records"][1]["title"] == "State"


@pytest.mark.parametrize(
    ("form", "name", "sentence"),
    [
        ("small", "out.pdf", "无法写成这种文件"),
        ("none", "out.csv", "本机没有此表单"),
        ("small", "none/out.csv", "文件夹"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_leaves_nothing(home, capsys, form, name, sentence):
    folder = home.parent / "out"
    folder.mkdir()
    assert main(["export", str(home), "--form", form, "--to", str(folder / name)]) == 2
    assert sentence in capsys.readouterr().out
    assert list(folder.iterdir()) == []


def test_a_folder_without_a_store_and_lost_keys_are_told_as_the_audit_tells_them(
    home, tmp_path, capsys
):
    assert export(tmp_path / "elsewhere", "small", tmp_path / "out.csv") == 2
    assert "此文件夹中没有检查数据" in capsys.readouterr().out
    for key in (home / "keys").iterdir():
        key.unlink()
    assert export(home, "small", tmp_path / "out.csv") == 2
    assert "密钥" in capsys.readouterr().out


def test_a_long_export_says_how_far_it_is_beside_its_answer(home, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("app.export.STEP", 1)
    keys = Vault(home / "keys", None).open()
    store = open_store(home / "store", keys.store_key)
    versions.begun_with(store, versions.old(), {})
    store.close()
    assert export(home, "small", tmp_path / "out.csv") == 0
    told = capsys.readouterr()
    assert "1 条" in told.err
    assert "记录 2 条" in told.out


def test_whoever_stops_it_is_told_that_no_file_is_left(home, tmp_path, capsys, monkeypatch):
    def stop(_done):
        raise KeyboardInterrupt

    monkeypatch.setattr("app.export._progress", stop)
    assert export(home, "small", tmp_path / "out.csv") == 2
    assert "没有写出文件" in capsys.readouterr().out
    assert list(tmp_path.glob("*out*")) == []
