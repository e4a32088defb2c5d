"""The place the program finds itself in: disk, display, libraries, language, font."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from app.shell.disk import cloud_of, look_at, network_mount
from app.shell.early import (
    choose_input_method,
    display_problem,
    libraries_sentence,
    missing_packages,
)


def test_an_ordinary_folder_is_local_even_before_it_is_made(tmp_path):
    """The first start asks before it makes anything."""
    state = look_at(tmp_path / "not" / "yet")
    assert (state.kind, state.writable) == ("local", True)
    assert 0 < state.free <= state.total
    assert state.low == (state.free < 1_000_000_000)


@pytest.mark.parametrize(
    "name",
    ["OneDrive - 市场监管局", "Dropbox", "坚果云", "BaiduSyncdisk", "Nextcloud", "Google Drive"],
)
def test_a_synchronised_folder_is_known_by_its_name(tmp_path, name):
    """Most ruined databases lay in one."""
    assert cloud_of(tmp_path / name / "xunjian") == name


def test_a_synchronised_folder_is_known_by_its_mark(tmp_path):
    """Syncthing puts one into any folder."""
    (tmp_path / "data" / ".stfolder").mkdir(parents=True)
    assert cloud_of(tmp_path / "data" / "xunjian") == "data"
    assert look_at(tmp_path / "data" / "xunjian").kind == "cloud"


MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//server/share /mnt/\\345\\261\\200\\040x cifs rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "name"),
    [("/", None), ("/home/li", "server:/home"), ("/home/local/li", None), ("/homes", None)],
)
def test_a_network_drive_is_known_by_the_mount_that_holds_the_folder(place, name):
    """File locks on network drives are not to be trusted."""
    assert network_mount(Path(place), MOUNTS) == name


def test_no_display_is_said_in_a_sentence():
    """Qt would abort with a line for programmers."""
    assert "DISPLAY" in (display_problem({}) or "")
    assert display_problem({"QT_QPA_PLATFORM": "offscreen"}) is None
    assert display_problem({"WAYLAND_DISPLAY": "wayland-0"}) is None


def test_a_display_that_is_gone_is_said_too():
    """A remote session that was closed leaves the variable behind."""
    assert ":8731" in (display_problem({"DISPLAY": ":8731"}) or "")


def test_a_display_that_answers_is_taken():
    """Knocking is enough."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind("\0/tmp/.X11-unix/X8732")
        server.listen()
        assert display_problem({"DISPLAY": ":8732.0"}) is None


def test_chinese_can_be_typed_on_x11_without_the_fcitx_plugin(tmp_path):
    """The wheel brings ibus only, and fcitx 5 answers ibus."""
    environment = {"DISPLAY": ":0", "QT_IM_MODULE": "fcitx"}
    choose_input_method(environment, tmp_path)
    assert environment["QT_IM_MODULE"] == "ibus"


def test_a_chosen_input_method_or_an_fcitx_plugin_is_left_alone(tmp_path):
    """Who has set it up knows better."""
    chosen, wayland, own = {"DISPLAY": ":0", "QT_IM_MODULE": "xim"}, {"WAYLAND_DISPLAY": "w"}, {}
    choose_input_method(chosen, tmp_path)
    choose_input_method(wayland, tmp_path)
    (tmp_path / "libfcitx5platforminputcontextplugin.so").touch()
    own = {"DISPLAY": ":0", "QT_IM_MODULE": "fcitx"}
    choose_input_method(own, tmp_path)
    assert chosen["QT_IM_MODULE"] == "xim"
    assert "QT_IM_MODULE" not in wayland
    assert own["QT_IM_MODULE"] == "fcitx"


def test_missing_libraries_are_named_as_the_packages_that_bring_them():
    """One line to copy into a terminal."""
    assert missing_packages({**os.environ, "QT_QPA_PLATFORM": "offscreen"}) == ()
    assert "apt-get install -y libgl1 libegl1" in libraries_sentence(("libgl1", "libegl1"))
