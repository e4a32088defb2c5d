"""A second copy of the program: heard, refused, and never in the way of a dead one's heir."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest
from PySide6.QtCore import QSysInfo
from PySide6.QtNetwork import QLocalSocket

from app.shell.single import Claim, Single, hand_over_arguments, read_message, socket_name

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.shell.single import Single
app = QCoreApplication([])
single = Single(Path(sys.argv[1]))
claim = single.claim(tuple(sys.argv[2:]))
print(claim.outcome, claim.pid, flush=True)
if claim.outcome == "first":
    sys.stdin.readline()
"""


def second_copy(folder, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", SECOND, str(folder), *arguments],
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def first(qapp, tmp_path):
    single = Single(tmp_path)
    yield single
    single.release()


def test_a_second_copy_hands_over_its_arguments_and_ends(first, tmp_path, qtbot):
    """The inspector double-clicks again because the window is behind another."""
    assert first.claim() == Claim("first")
    with qtbot.waitSignal(first.called, timeout=20_000) as called:
        child = second_copy(tmp_path, "--open", "责改〔2026〕0017")
    said, _ = child.communicate(timeout=20)
    assert called.args == [("--open", "责改〔2026〕0017")]
    assert said.split()[0] == "handed-over"


def test_another_folder_is_another_program(first, tmp_path):
    """The demonstration may run beside the real thing."""
    first.claim()
    (tmp_path / "other").mkdir()
    child = second_copy(tmp_path / "other")
    said, _ = child.communicate("\n", timeout=20)
    assert said.split()[0] == "first"


def test_the_lock_of_a_killed_copy_is_taken_over(first, tmp_path):
    """A crash must not lock the inspector out."""
    child = second_copy(tmp_path)
    assert child.stdout is not None
    assert child.stdout.readline().split()[0] == "first"
    child.send_signal(signal.SIGKILL)
    child.communicate()
    assert (tmp_path / "xunjian.lock").exists()
    assert first.claim() == Claim("first")


def test_a_copy_that_does_not_answer_is_said(first, tmp_path):
    """It may be hanging; starting beside it would be worse."""
    child = second_copy(tmp_path)
    assert child.stdout is not None
    child.stdout.readline()
    child.send_signal(signal.SIGSTOP)
    try:
        assert first.claim() == Claim("unresponsive", QSysInfo.machineHostName(), child.pid)
    finally:
        child.send_signal(signal.SIGCONT)
        child.communicate("\n", timeout=20)


def test_a_folder_in_use_on_another_machine_is_refused_until_a_person_says_otherwise(
    first, tmp_path
):
    """Two writers over a network drive ruin a database; a dead laptop's lock must not stay."""
    (tmp_path / "xunjian.lock").write_text("4711\npython\nanother-laptop\n\n\n")
    assert first.claim() == Claim("other-machine", "another-laptop", 4711)
    assert first.take_over() == Claim("first")


def test_a_folder_that_is_not_there_is_said(qapp, tmp_path):
    """A stick was pulled out."""
    assert Single(tmp_path / "gone").claim() == Claim("not-writable")


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"hello\n",
        b"[]\n",
        b'{"protocol": 2, "arguments": []}\n',
        b'{"protocol": 1, "arguments": [1]}\n',
        b'{"protocol": 1}\n',
        b"\xff\n",
    ],
)
def test_what_is_not_a_message_of_ours_is_not_obeyed(line):
    """Any program of the same user can knock."""
    assert read_message(line) is None


def test_a_stranger_on_the_socket_gets_a_no_and_does_no_harm(first, tmp_path, qtbot):
    """And the next second copy is heard all the same."""
    first.claim()
    called = []
    first.called.connect(called.append)
    stranger = QLocalSocket()
    stranger.connectToServer(socket_name(tmp_path))
    assert stranger.waitForConnected(2000)
    stranger.write(b"GET / HTTP/1.1\r\n")
    stranger.flush()
    qtbot.waitUntil(lambda: stranger.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert called == []


def test_nobody_there_is_no_hand_over(qapp, tmp_path):
    """The caller then asks the lock again."""
    assert not hand_over_arguments(socket_name(tmp_path), ())
