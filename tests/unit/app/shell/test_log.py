"""The log and the crash file: secrets hidden, Qt heard, a real crash found again."""

from __future__ import annotations

import logging
import signal
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import qWarning

from app.shell.crash import CrashLog
from app.shell.log import hide_secrets, start_log, stop_log

KEY = "9f" * 32


@pytest.mark.parametrize(
    "secret", [KEY, "371302199001011234", "37130219900101123X", "13805391234", "key=hunter2!"]
)
def test_a_secret_does_not_reach_the_log(tmp_path, secret):
    """The log is sent to people who may not know the key or the persons."""
    handler = start_log(tmp_path)
    try:
        logging.getLogger("test").info("opened %s", secret)
        try:
            raise ValueError(secret)  # noqa: TRY301  # the traceback is what is tested
        except ValueError:
            logging.getLogger("test").exception("failed")
    finally:
        stop_log(handler)
    text = (tmp_path / "xunjian.log").read_text(encoding="utf-8")
    assert secret.removeprefix("key=") not in text
    assert "ValueError" in text


def test_ordinary_numbers_stay_readable():
    """A log that hides everything helps nobody."""
    said = "issued 责改〔2026〕0017 at 2026-09-16T05:52:41.123Z, 1366x768, n=100000000000"
    assert hide_secrets(said) == said


@pytest.mark.qt_no_exception_capture
def test_what_qt_says_is_in_the_log(tmp_path, qtlog):
    """Qt's warnings are often the only trace of a fault."""
    with qtlog.disabled():
        handler = start_log(tmp_path)
        try:
            qWarning("something is odd")
            qWarning("This plugin does not support raise()")
        finally:
            stop_log(handler)
    text = (tmp_path / "xunjian.log").read_text(encoding="utf-8")
    assert "WARNING" in text
    assert "something is odd" in text
    assert "does not support raise" not in text


def test_a_log_folder_that_cannot_be_made_is_no_reason_not_to_start(tmp_path):
    """The inspector needs the program, not its log."""
    (tmp_path / "file").write_text("not a folder")
    handler = start_log(tmp_path / "file" / "logs")
    logging.getLogger("test").info("nowhere")
    stop_log(handler)


CHILD = """
import sys, os, signal
from pathlib import Path
from app.shell.crash import CrashLog
crash = CrashLog(Path(sys.argv[1]))
crash.start()
how = sys.argv[2]
def the_guilty_function():
    if how == "segfault":
        import ctypes
        ctypes.string_at(0)
    if how == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if how == "error":
        crash.catch(lambda report: None)
        raise ValueError("the reason")
the_guilty_function()
crash.finish()
"""


def run_child(path, how):
    return subprocess.run(
        [sys.executable, "-c", CHILD, str(path), how], capture_output=True, check=False
    ).returncode


def test_a_real_segmentation_fault_is_offered_as_a_report_at_the_next_start(tmp_path):
    """Native code dies without a Python traceback; the file is all that is left."""
    assert run_child(tmp_path / "crash.log", "segfault") == -signal.SIGSEGV
    crash = CrashLog(tmp_path / "crash.log")
    crash.start()
    crash.finish()
    assert crash.ended_badly
    assert crash.previous is not None
    assert "the_guilty_function" in crash.previous.text
    assert "PySide6" in crash.previous.text


def test_a_report_is_offered_once(tmp_path):
    """Who has seen it does not want to see it every morning."""
    run_child(tmp_path / "crash.log", "segfault")
    run_child(tmp_path / "crash.log", "nothing")
    crash = CrashLog(tmp_path / "crash.log")
    crash.start()
    crash.finish()
    assert (crash.previous, crash.ended_badly) == (None, False)


def test_a_kill_leaves_no_report_but_is_known(tmp_path):
    """The next start looks for what was being typed."""
    run_child(tmp_path / "crash.log", "kill")
    crash = CrashLog(tmp_path / "crash.log")
    crash.start()
    crash.finish()
    assert (crash.previous, crash.ended_badly) == (None, True)


def test_an_error_nobody_caught_is_shown_and_nothing_is_left_after_a_good_end(tmp_path):
    """The person was told already; telling again would only frighten."""
    run_child(tmp_path / "crash.log", "error")
    crash = CrashLog(tmp_path / "crash.log")
    crash.start()
    text = crash.previous.text if crash.previous else ""
    crash.finish()
    assert "ValueError: the reason" in text
    assert not crash.path.exists()


def test_a_second_copy_does_not_take_the_first_for_crashed(tmp_path):
    """It starts, hands over its arguments and ends, while the first goes on."""
    first, second = CrashLog(tmp_path / "crash.log"), CrashLog(tmp_path / "crash.log")
    first.start()
    script = CHILD.replace("how = ", "print(crash.ended_badly, crash.previous); how = ")
    said = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "crash.log"), "nothing"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    first.record(ValueError("of the first"))
    assert said == "False None\n"
    assert "of the first" in first.path.read_text(encoding="utf-8")
    first.finish()
    second.start()
    second.finish()
    assert (second.ended_badly, second.previous) == (False, None)


def test_one_dialog_at_a_time(tmp_path):
    """An error while the dialog stands is written down and opens no second one."""
    crash, shown = CrashLog(tmp_path / "crash.log"), []

    def show(report):
        shown.append(report)
        crash.tell(KeyError("again"))

    crash.start()
    crash.catch(show)
    crash.tell(ValueError("first"))
    text = crash.path.read_text(encoding="utf-8")
    crash.finish()
    assert len(shown) == 1
    assert "ValueError: first" in text
    assert "again" in text


def test_an_error_in_a_thread_is_written_down(tmp_path):
    """A thread has no window to say it in."""
    crash = CrashLog(tmp_path / "crash.log")
    crash.start()
    crash.catch(lambda report: None)
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    text = crash.path.read_text(encoding="utf-8")
    crash.finish()
    assert "ZeroDivisionError" in text
