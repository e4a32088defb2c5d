"""The whole program over the demonstration bureau, made once and copied for each test."""

import datetime as dt
import os
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest

from app import bootstrap
from app.services import cases, matters
from app.shell import clock
from app.shell.config import Config
from app.shell.paths import make_folders
from app.shell.scanner import Scanner
from tests import seeded

NOON = dt.datetime(2026, 9, 16, 5, 52, 41, tzinfo=dt.UTC)


class Clock:
    """The time the program is told; a test may set ``now``."""

    def __init__(self):
        self.now = NOON

    def __call__(self):
        return self.now


class Run:
    """One running program with short ways to what a test wants of it."""

    def __init__(self, program, paths, time):
        self.program = program
        self.paths = paths
        self.time = time
        self.desk = program.desk
        self.window = program.window
        self.jobs = program.jobs
        self.reader = program.desk.reader

    @property
    def screen(self):
        """The screen in front."""
        return self.window.front()

    def go(self, place):
        """Go somewhere and wait until it stands there."""
        self.window.go(place)
        self.settle()
        return self.screen

    def settle(self):
        """Wait until everything asked for is on the disk and told."""
        for _ in range(3):
            assert self.jobs.flush(120)
            QTest.qWait(1)

    def close(self):
        """End the program as closing the window does, and let go of the window."""
        self.window.close()
        self.program.close()
        for translator in self.desk.languages._installed:
            self.program.app.removeTranslator(translator)
        for scanner in self.program.app.findChildren(Scanner):
            shiboken6.delete(scanner)
        shiboken6.delete(self.window)

    def write(self, work):
        """Do a write as a screen would and give back its value."""
        told, wrong = [], []
        self.jobs.write(work, done=told.append, failed=wrong.append)
        assert self.jobs.flush(300)  # seeding publishes every form first
        if wrong:
            raise wrong[0]
        return told[0].value

    def check(self, name="临沂"):
        """Begin a spot check at the first enterprise of a name with a colleague; gives its start."""
        from app.services import lists, sites

        party = sites.find(self.reader, name)[0]
        act = self.desk.duty.act()
        team = lists.StoreLists(self.reader).rows("inspectors", {}, 10)
        partner = next(one["name"] for one in team if one["name"] != act.who.person_id)
        return self.write(
            lambda store: cases.start(store, act, party.id, matters.SPOT_CHECK, partner_id=partner)
        )

    def picture(self, name, of=None):
        """Keep a picture of the window or a dialogue where ``XUNJIAN_PICTURES`` says, if it does."""
        folder = os.environ.get("XUNJIAN_PICTURES")
        QTest.qWait(30)
        shown = (of or self.window).grab()
        if folder:
            shown.save(str(Path(folder) / f"{name}.png"))
        return shown


def build(app, home, time, **choices):
    """Build the program in a home folder; ``choices`` are kept in its configuration first."""
    paths = seeded.paths_in(home)
    make_folders(paths)
    config = Config(paths.config)
    config.change(**{"theme": "light", "language": "zh_CN", **choices})
    program = bootstrap.build(app, paths, bootstrap.open_keys(paths, None))
    return Run(program, paths, time)


@pytest.fixture
def home(tmp_path):
    """A copy of the seeded home folder, for one test."""
    seeded.copy(seeded.home(NOON), tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def start(qapp, qtbot, home, monkeypatch):
    """Start the program on the copied home; may be called again after ``close()``."""
    monkeypatch.setenv("XUNJIAN_BALLAST", "0")
    time = Clock()
    monkeypatch.setattr(clock, "now", time)
    running = []

    def begin(size=(1366, 768), **choices):
        run = build(qapp, home, time, **choices)
        run.window.resize(*size)
        run.window.show()
        running.append(run)
        return run

    yield begin
    for run in running:
        if shiboken6.isValid(run.window):
            run.close()


@pytest.fixture
def program(start):
    """The running program at 1366 by 768, in Chinese, light, with the first inspector on duty."""
    return start()


@pytest.fixture
def bureau():
    """A real hub, served on a socket until the test ends."""
    from tests.gui.screens.hub_kit import served_hub

    with served_hub() as made:
        yield made


@pytest.fixture
def english(start):
    return start(language="en")


def dialog_of(kind):
    """The open dialogue of a kind; the last one opened is on top."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
    shown = [one for one in found if one.isVisible()]
    assert shown, f"no {kind.__name__} is open"
    return shown[-1]
