"""The remembered choices: kept, harmless when damaged, whole after a kill."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.shell.config import Config, Settings, read_settings
from app.shell.files import write_whole
from app.shell.paths import find_paths, make_folders


def test_choices_are_there_after_a_restart(tmp_path):
    """The window opens where it was."""
    config = Config(tmp_path / "config.json")
    config.change(language="en", theme="dark", printer="值班室")
    config.remember_window("main", b"\x01\x02")
    again = Config(tmp_path / "config.json")
    assert (
        again.settings.language,
        again.settings.theme,
        again.settings.printer,
        again.window("main"),
    ) == ("en", "dark", "值班室", b"\x01\x02")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"null"])
def test_a_damaged_file_starts_afresh(tmp_path, content):
    """A window size is not worth a program that will not start."""
    path = tmp_path / "config.json"
    path.write_bytes(content)
    assert Settings() == read_settings(path)


def test_values_that_cannot_be_take_their_default_and_the_others_stay(tmp_path):
    """A file written by hand or by another version still serves."""
    path = tmp_path / "config.json"
    facts = {
        "language": "xx",
        "theme": "dark",
        "copies": True,
        "scale": 99,
        "windows": [],
        "new": 1,
    }
    path.write_text(json.dumps(facts))
    assert Settings(theme="dark") == read_settings(path)


def test_an_unknown_choice_is_our_mistake(tmp_path):
    """A typing error in the code must not pass silently."""
    with pytest.raises(TypeError):
        Config(tmp_path / "config.json").change(langauge="en")


def test_a_folder_that_cannot_be_written_does_not_stop_the_program(tmp_path):
    """The choice holds until the program ends."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    config = Config(blocked / "config.json")
    assert config.change(theme="dark").theme == "dark"


WRITER = """
import sys
from pathlib import Path
from app.shell.config import Config
config = Config(Path(sys.argv[1]))
print("ready", flush=True)
n = 0
while True:
    n += 1
    config.change(printer="P" * (n % 4000), copies=n % 98 + 1)
"""


def test_a_kill_in_the_middle_of_saving_leaves_a_whole_file(tmp_path):
    """Either the old choices or the new ones, never half."""
    path = tmp_path / "config.json"
    for _ in range(5):
        child = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, cwd=Path.cwd()
        )
        assert child.stdout is not None
        child.stdout.readline()
        while not path.exists():
            pass
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        child.stdout.close()
        facts = json.loads(path.read_bytes())
        assert set("P") >= set(facts["printer"])
        path.unlink()


def test_a_file_of_ours_is_for_our_user_only(tmp_path):
    """Other accounts of the laptop have no business with it."""
    write_whole(tmp_path / "a" / "key", b"secret")
    assert (tmp_path / "a" / "key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["key"]


def test_one_variable_moves_everything(tmp_path):
    """Tests and a stick use a folder of their own."""
    paths = find_paths({"XUNJIAN_HOME": str(tmp_path / "x")})
    make_folders(paths)
    places = (paths.home, paths.store, paths.config, paths.crash, paths.keys, paths.anchor)
    assert all(place.is_relative_to(tmp_path / "x") for place in places)
    assert paths.logs.is_dir()


def test_without_it_the_system_chooses():
    """The data stand where the system's own backup looks."""
    paths = find_paths({})
    assert paths.home.is_absolute()
    assert "xunjian" in str(paths.home)
