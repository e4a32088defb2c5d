"""A stick through the real window and a real hub: out, answered, in again, and all that goes wrong."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from app.screens.place import Place
from app.services import bundles, sites, sync_ledger
from app.shell import drives
from app.shell.drives import Drive
from db.rows import Enterprise
from db.store import arrivals, sticks
from hub import taking
from hub.app import standing
from hub.database import Database
from hub.seal import Seal
from tests.gui.screens.hub_kit import join

PATIENCE = 60_000


@pytest.fixture
def joined(program, bureau):
    """The program, enrolled at the hub and without a line since."""
    join(program, bureau)
    bureau.down()
    return program


@pytest.fixture
def plugged(monkeypatch, tmp_path):
    """A folder that the program takes for a stick."""
    folder = tmp_path / "XUNJIAN-02"
    folder.mkdir()

    def around():
        return (Drive(folder, folder.name, 21_400_000_000, 32_000_000_000),) * folder.is_dir()

    monkeypatch.setattr(drives, "removable", around)
    return folder


@pytest.fixture
def at_the_bureau(bureau):
    """Takes in a bundle at the hub's own machine; gives the answer's path."""
    database = Database(bureau.url)
    database.open()
    hub = standing(database, Seal(bytes(range(32))), bureau.clock)

    def take(path):
        assert taking.take(hub, path) == 0
        return taking.answer_of(path)

    yield take
    database.close()


def screen_of(run, qtbot):
    """The screen, once it shows the stick's card."""
    screen = run.go(Place("sync"))
    qtbot.waitUntil(screen.stick.isVisible, timeout=PATIENCE)
    return screen


def said(run, qtbot, words):
    """Wait until the window says something with these words."""
    qtbot.waitUntil(lambda: any(words in text for text in told(run)), timeout=PATIENCE)


def told(run):
    return [f"{note.bold} {note.sentence}" for note in run.window.notes._notes.values()]


def written(run, qtbot, screen, folder):
    """Write a bundle with the card's own button; gives its path."""
    before = set(folder.glob("*.xjb"))
    qtbot.waitUntil(screen.stick.write.isVisible, timeout=PATIENCE)
    screen.stick.write.click()
    said(run, qtbot, "数据包已写到U盘")
    run.settle()
    return (set(folder.glob("*.xjb")) - before).pop()


def test_on_the_stick_is_not_at_the_bureau_until_its_answer_comes_back(
    joined, plugged, at_the_bureau, qtbot
):
    screen = screen_of(joined, qtbot)
    bundle = written(joined, qtbot, screen, plugged)
    found = sync_ledger.look(joined.reader, sticks.reached(joined.reader))
    assert {line.state for line in found.lines} == {"stick"}
    assert found.waiting > 0
    joined.write(
        lambda store: sites.create(store, Enterprise("", "写出之后才建的（临沂）有限公司"))
    )
    found = sync_ledger.look(joined.reader, sticks.reached(joined.reader))
    assert found.lines[0].state == "here"
    at_the_bureau(bundle)
    screen.stick.drives.look()
    qtbot.waitUntil(screen.stick.answer.isVisible, timeout=PATIENCE)
    screen.stick.answer.click()
    said(joined, qtbot, "局端已回执")
    joined.settle()
    found = sync_ledger.look(joined.reader, sticks.reached(joined.reader))
    assert found.waiting == 1
    assert {(line.state, line.stick) for line in found.lines[1:]} == {("adopted", True)}
    screen.stick.take(str(taking.answer_of(bundle)))
    said(joined, qtbot, "没有新内容")


def test_a_file_that_is_no_answer_for_this_laptop_is_told_and_changes_nothing(
    joined, plugged, qtbot
):
    """The bundle itself taken for its answer, and a file cut on the way."""
    screen = screen_of(joined, qtbot)
    bundle = written(joined, qtbot, screen, plugged)
    cut = plugged / "cut.xjb"
    cut.write_bytes(bundle.read_bytes()[:5000])
    for path, words in ((bundle, "不是给本机的"), (cut, "无法导入")):
        screen.stick.take(str(path))
        said(joined, qtbot, words)
    assert sync_ledger.look(joined.reader).waiting > 0


TROUBLES = {
    "full": (OSError(errno.ENOSPC, "full"), "U盘已满"),
    "locked": (OSError(errno.EROFS, "locked"), "U盘写不进去"),
    "worn": (OSError(errno.EIO, "worn"), "U盘没有响应"),
}


@pytest.mark.parametrize("trouble", [*TROUBLES, "pulled out"])
def test_a_stick_that_fails_is_told_in_one_sentence_and_nothing_is_lost(
    joined, plugged, qtbot, monkeypatch, trouble
):
    """Whatever the stick does, no half bundle is left and the ledger says what it said."""
    screen = screen_of(joined, qtbot)
    waiting = arrivals.waiting(joined.reader)
    if trouble == "pulled out":
        words = "U盘不在了"
        add = bundles._Packing._asked

        def pulled(packing):
            shutil.rmtree(plugged, ignore_errors=True)
            return add(packing)

        monkeypatch.setattr(bundles._Packing, "_asked", pulled)
    else:
        error, words = TROUBLES[trouble]

        sync = os.fsync

        def fails(handle):
            if str(plugged) in str(Path(f"/proc/self/fd/{handle}").readlink()):
                raise error
            sync(handle)

        monkeypatch.setattr(os, "fsync", fails)
    qtbot.waitUntil(screen.stick.write.isVisible, timeout=PATIENCE)
    screen.stick.write.click()
    said(joined, qtbot, words)
    monkeypatch.undo()
    assert not plugged.exists() or not list(plugged.iterdir())
    assert sticks.sticks(joined.reader) == ()
    assert arrivals.waiting(joined.reader) >= waiting


def test_writing_can_be_stopped_and_a_stick_too_small_is_told_before(
    joined, tmp_path, qtbot, monkeypatch
):
    small = Drive(tmp_path, "小盘", 1000, 2000)
    monkeypatch.setattr(drives, "removable", lambda: (small,))
    screen = screen_of(joined, qtbot)
    qtbot.waitUntil(screen.stick._why.isVisible, timeout=PATIENCE)
    assert not screen.stick.write.isEnabled()
    folder = tmp_path / "folder"
    folder.mkdir()
    screen.stick.write_to(folder, "文件夹")
    screen.stick.cancel.click()
    said(joined, qtbot, "已停止")
    assert list(folder.iterdir()) == []
    assert sticks.sticks(joined.reader) == ()
