"""A home folder with the demonstration bureau, made once, and the program over a copy of it."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests import seeded
from tests.journeys import pages


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A copy of the seeded home, no printing system, and the story's own time."""
    monkeypatch.setenv("XUNJIAN_BALLAST", "0")
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "no-cups"))
    seeded.copy(seeded.home(), tmp_path / "home")
    with pages.told_time():
        yield tmp_path / "home"


@pytest.fixture
def window(qapp, qtbot, home):
    """The program, shown; closed at the end."""
    made = pages.Window(qapp, home)
    yield made
    made.close()
