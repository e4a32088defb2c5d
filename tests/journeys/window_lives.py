"""One life of the window: plays the story until it is killed or ends. A program of its own.

``python -m tests.journeys.window_lives ROOM [every|kinds]``. What it meets and is told it appends
to files in ROOM, which outlive it: ``steps`` (commits begun), ``told`` (ids confirmed), ``killed``.
``kinds`` dies at the first commit of a kind nobody died at before; ``every`` at its first commit.
``typing`` types into one question and notes when each sign was typed, until it is killed.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["XUNJIAN_BALLAST"] = "0"

from PySide6.QtWidgets import QApplication

from db.handle import Store
from db.spool import Spool
from tests.journeys import inspector, pages, words
from tests.journeys.lives import _step

BOTH = frozenset({"issuing.issue", "finishing.finish", "sampling.draw"})
"""Kinds of commits that are met on either side even in the short run."""


class Room:
    """Files that outlive a life."""

    def __init__(self, folder):
        self.folder = folder
        self.home = folder / "home"

    def append(self, name, line):
        handle = os.open(self.folder / name, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.write(handle, f"{line}\n".encode())
        os.close(handle)

    def lines(self, name):
        path = self.folder / name
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def points_of(step, number):
    """On which sides of a commit of this kind a life ends in the short run."""
    if step in BOTH:
        return ("before", "after")
    return ("before",) if number % 2 else ("after",)


class Reaper:
    """Kills this process at the commit its mode names."""

    def __init__(self, room, mode):
        self._room = room
        self._mode = mode
        self._killed = room.lines("killed")
        self._kinds = list(dict.fromkeys(line.split()[0] for line in self._killed))
        self._due = ""
        self._commit, self._write = Store._commit, Spool.write

    def hook(self):
        reaper = self
        Store._commit = lambda store: reaper.committing(store)  # noqa: PLW0108 - a method needs a function
        Spool.write = lambda spool, held: reaper.writing(spool, held)  # noqa: PLW0108 - as above

    def committing(self, store):
        step = _step() if store.held else ""
        point = self._point(step) if step else ""
        if step:
            self._room.append("steps", step)
        if point == "before":
            self._die(step, point)
        self._commit(store)
        if point == "after":
            self._due = step
            # Half of these die before the second journal has the operations, half after.
            if len(self._killed) % 2:
                self._die(step, point)

    def writing(self, spool, held):
        self._write(spool, held)
        if self._due:
            self._die(self._due, "after")

    def _point(self, step):
        if self._mode == "every":
            # In turn before it (nothing is left, so it is met again) and after it.
            return "after" if self._killed and self._killed[-1].endswith("before") else "before"
        number = self._kinds.index(step) if step in self._kinds else len(self._kinds)
        left = [p for p in points_of(step, number) if f"{step} {p}" not in self._killed]
        return left[0] if left else ""

    def _die(self, step, point):
        self._room.append("killed", f"{step} {point}")
        os.kill(os.getpid(), signal.SIGKILL)


def typing(room, window):
    """Type one sign after the other without a pause, noting the moment each stands on the screen."""
    case_id = inspector.begun(window) or inspector.begin(window)
    assert case_id
    filling = pages.Filling(window)
    ref = "/data/unit/contact"
    filling.screen.go_to(ref)
    field = filling.screen.page.widgets[ref].field
    room.append("typing", json.dumps({"record": filling.screen.paper.id, "ref": ref}))
    text = ""
    field.setFocus()
    while True:
        text += chr(0x4E00 + len(text) % 3000)
        pages.type_in(field, text)
        room.append("typed", f"{time.monotonic()} {len(text)}")
        pages.QTest.qWait(15)


def main(folder, mode):
    room = Room(folder)
    app = QApplication([])
    if mode != "typing":
        Reaper(room, mode).hook()
    with pages.told_time():
        window = pages.Window(app, room.home)
        window.jobs.changed.connect(
            lambda told: [room.append("told", one) for one in told.changes.ids]
        )
        room.append("lives", json.dumps({"notes": window.notes()}, ensure_ascii=False))
        if mode == "typing":
            typing(room, window)
        case_id = inspector.go_on(window, folder)
        room.append("lives", json.dumps({"end": case_id, "words": words.ENTERPRISE}))
        window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
