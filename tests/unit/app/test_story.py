"""The story on the command line: what the machine will not take ends in a sentence."""

from pathlib import Path

import pytest

from app import bootstrap, story
from app.shell.config import read_settings
from app.shell.paths import find_paths
from db import ballast
from db.errors import MachineError


@pytest.fixture(autouse=True)
def surroundings(qapp, monkeypatch):
    """The story sets these for its own process."""
    for name in ("XUNJIAN_HOME", "XUNJIAN_KEYS", "XUNJIAN_BALLAST"):
        monkeypatch.setenv(name, "")


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path, capsys):
    for out in (tmp_path / "file", tmp_path / "file" / "inside"):
        (tmp_path / "file").touch()
        assert story.play(out) == 2
        said = capsys.readouterr().out
        assert "无法建立此文件夹" in said
        assert str(out) in said


def test_a_folder_that_holds_something_else_is_refused_in_the_language_asked_for(tmp_path, capsys):
    (tmp_path / "kept.txt").touch()
    assert [story.play(tmp_path), story.play(tmp_path, "en")] == [2, 2]
    said = capsys.readouterr().out
    assert "不是空文件夹" in said
    assert "is not empty" in said
    assert [one.name for one in tmp_path.iterdir()] == ["kept.txt"]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (MachineError("disk-full"), "磁盘已满"),
        (MachineError("read-only"), "此文件夹不可写入"),
        (OSError(28, "No space left on device"), "磁盘已满"),
        (OSError(30, "Read-only file system"), "此文件夹不可写入"),
    ],
)
def test_a_machine_that_gives_out_is_told_in_a_sentence(
    tmp_path, capsys, monkeypatch, error, words
):
    def refuse(*_given):
        raise error

    monkeypatch.setattr(bootstrap, "build", refuse)
    assert story.play(tmp_path / "out") == 2
    said = capsys.readouterr().out
    assert words in said
    assert "屏幕" not in said


def test_the_window_of_the_story_speaks_the_language_asked_for(tmp_path, monkeypatch):
    def stop(*_given):
        raise MachineError("disk-full")

    monkeypatch.setattr(bootstrap, "build", stop)
    story.play(tmp_path / "out", "en")
    assert read_settings(find_paths().config).language == "en"
    assert find_paths().home == Path(tmp_path / "out" / "home")


def test_a_disk_that_fills_up_while_closing_asks_for_no_job_that_is_not_taken(
    tmp_path, monkeypatch
):
    class Closed:
        closed = True

    dropped = []
    monkeypatch.setattr(ballast, "drop", dropped.append)
    bootstrap._make_room(find_paths({"XUNJIAN_HOME": str(tmp_path)}), Closed())
    assert dropped == [tmp_path / "store"]
