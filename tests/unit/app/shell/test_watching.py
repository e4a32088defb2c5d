"""Watching a workbook: told once after each save, however the spreadsheet program saves."""

import pytest

from app.shell.watching import PATIENCE, WatchedFile


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "form.xlsx"
    made.write_bytes(b"one")
    return made


@pytest.fixture
def watched(qapp, path):
    one = WatchedFile()
    one.watch(path)
    yield one
    one.watch(None)


def test_a_file_written_over_is_told(qtbot, watched, path):
    with qtbot.waitSignal(watched.changed, timeout=5000):
        path.write_bytes(b"another")


def test_a_file_replaced_is_told_each_time(qtbot, watched, path):
    """Spreadsheet programs write beside and rename; the second save must be noticed too."""
    for content in (b"another", b"a third"):
        with qtbot.waitSignal(watched.changed, timeout=5000):
            beside = path.with_suffix(".tmp")
            beside.write_bytes(content)
            beside.replace(path)


def test_a_file_taken_away_and_put_back_is_told_when_it_is_back(qtbot, watched, path):
    with qtbot.assertNotEmitted(watched.changed, wait=1000):
        path.unlink()
    with qtbot.waitSignal(watched.changed, timeout=5000):
        path.write_bytes(b"back again")


def test_a_save_in_many_steps_is_told_once(qtbot, watched, path):
    told = []
    watched.changed.connect(lambda: told.append(path.read_bytes()))
    for step in range(8):
        path.write_bytes(b"x" * (step + 1))
        qtbot.wait(40)
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    qtbot.wait(PATIENCE)
    assert told == [b"x" * 8]


def test_other_files_of_the_folder_are_none_of_ours(qtbot, watched, path):
    with qtbot.assertNotEmitted(watched.changed, wait=1000):
        path.with_name("other.xlsx").write_bytes(b"other")


def test_a_file_taken_away_for_good_is_told_once(qtbot, watched, path):
    """Else the screen would go on showing what is there no more."""
    told = []
    watched.changed.connect(lambda: told.append(path.exists()))
    path.unlink()
    qtbot.wait(4 * PATIENCE)
    assert told == [False]
    with qtbot.waitSignal(watched.changed, timeout=5000):
        path.write_bytes(b"back again")
