"""The whole program with every paper there is to show, made once for the guards."""

import shutil

import pytest

from tests import seeded
from tests.gui import shots
from tests.gui.screens import conftest as kit

NARROWEST = (683, 384)


@pytest.fixture(scope="session")
def prepared(qapp, tmp_path_factory):
    """A home folder with papers in every state, and their ids."""
    home = tmp_path_factory.mktemp("prepared") / "home"
    seeded.copy(seeded.home(kit.NOON), home)
    with pytest.MonkeyPatch.context() as patch:
        shots.quiet_environment(patch)
        time = kit.Clock()
        patch.setattr(kit.clock, "now", time)
        run = kit.build(qapp, home, time)
        made = shots.prepare(run, home / "papers")
        run.close()
    return home, made


@pytest.fixture
def stage(qapp, prepared, tmp_path, monkeypatch):
    """Open the program on a copy of the prepared home in a language, theme and size."""
    home, made = prepared
    shots.quiet_environment(monkeypatch)
    time = kit.Clock()
    monkeypatch.setattr(kit.clock, "now", time)
    running = []

    def begin(size=(1366, 768), **choices):
        place = tmp_path / f"home{len(running)}"
        shutil.copytree(home, place)
        run = kit.build(qapp, place, time, **choices)
        run.window.resize(*size)
        run.window.show()
        running.append(run)
        return run, made

    yield begin
    for run in running:
        run.close()
