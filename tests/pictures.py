"""Draw the pictures of the README: ``python -m tests.pictures [FOLDER]``.

The real program is shown offscreen over the demonstration bureau at a fixed time; papers are
painted from the PDFs the story leaves.
"""

import os
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.screens.place import Place
from app.services import pages, sites
from app.widgets.conflict import ConflictCard
from db.rows import Enterprise
from db.store import nouns
from tests import seeded
from tests.gui import pictures, shots
from tests.gui.screens import conftest as kit
from tests.gui.screens import hub_kit
from tests.hub.test_round import Laptop

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "pictures"
MODES = (
    ("", {"theme": "light", "language": "zh_CN"}, None),
    ("-dark", {"theme": "dark", "language": "zh_CN"}, {"today", "fill", "issue"}),
    ("-en", {"theme": "light", "language": "en"}, {"today", "enterprise", "fill"}),
)
PAPERS = {
    "paper-notice": "rectification-notice",
    "paper-sheet": "sampling-sheet",
    "paper-check": "spot-check",
    "paper-label": "seal-labels",
}
PAPER_WIDTH = 620  # pixels


def main(folder):
    """Draw every picture into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    time = kit.Clock()
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as temporary:
        shots.quiet_environment(patch)
        patch.setattr(kit.clock, "now", time)
        home = Path(temporary) / "home"
        made = prepared(app, home, time)
        for ending, choices, wanted in MODES:
            place = Path(temporary) / f"home{ending}"
            if place != home:
                shutil.copytree(home, place)
            draw(app, place, time, made, (folder, ending, choices, wanted))
        shutil.copytree(home, Path(temporary) / "joined")
        draw_joined(app, Path(temporary) / "joined", time, folder)
        for name, paper in PAPERS.items():
            draw_paper(home / "papers" / f"{paper}.pdf", folder / f"{name}.png")
    return 0


def prepared(app, home, time):
    """A home with the demonstration bureau and a paper in every state."""
    shutil.copytree(seeded.home(kit.NOON), home)
    run = kit.build(app, home, time)
    made = shots.prepare(run, home / "papers")
    run.close()
    return made


def draw(app, home, time, made, what):
    """Draw the wanted screens in one theme and language."""
    folder, ending, choices, wanted = what
    run = kit.build(app, home, time, **choices)
    run.window.resize(1366, 768)
    run.window.show()
    for shot in shots.SHOTS:
        if wanted is None or shot.name in wanted:
            picture = pictures.whole(shots.take(run, made, shot))
            picture.save(folder / f"{shot.name}{ending}.png", optimize=True)
    run.close()


def draw_joined(app, home, time, folder):
    """Draw 同步 as it is beside a bureau: most has arrived, two disagree, one change waits."""
    run = kit.build(app, home, time, theme="light", language="zh_CN")
    run.window.resize(1366, 768)
    run.window.show()
    with hub_kit.served_hub() as bureau, tempfile.TemporaryDirectory() as place:
        hub_kit.join(run, bureau)
        a_round(run)
        party = sites.find(run.reader, "小白羊")[0]
        other = Laptop(Path(place), "two", bureau.address)
        other.enrol(bureau.code("zhou"))
        other.round()
        run.write(lambda store: sites.edit(store, replace(party, phone="138 0000 2716")))
        nouns.edit(other.store, Enterprise, party.id, phone="138 0000 2761")
        other.round()
        other.close()
        a_round(run)
        run.write(lambda store: sites.create(store, Enterprise("", "新来的（临沂）有限公司")))
        screen = run.go(Place("sync"))
        while not screen.findChildren(ConflictCard):
            run.settle()
        run.settle()
        pictures.whole(run.window.grab()).save(folder / "sync.png", optimize=True)
        run.close()


def a_round(run):
    """A whole round with the hub, its files included."""
    sync = run.desk.sync
    sync.begin()
    while sync.state.phase:
        run.settle()
    run.settle()


def draw_paper(source, target):
    """Paint the first page of a paper."""
    width, height, data = pages.page_image(source.read_bytes(), 0, PAPER_WIDTH)
    image = QImage(data, width, height, width * 3, QImage.Format.Format_RGB888)
    image.save(str(target))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
