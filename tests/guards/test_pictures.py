"""Guard: every screen looks as it did when it was last looked at, light, dark and in English.

After a change that is meant: ``XUNJIAN_REDRAW=1 make test ARGS=tests/guards/test_pictures.py``, look
at the pictures in tests/data/pictures, and commit them with the change.
"""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.gui import pictures, shots

TOP = Path(__file__).parents[2]
MODES = {
    "light": {"theme": "light", "language": "zh_CN"},
    "dark": {"theme": "dark", "language": "zh_CN"},
    "english": {"theme": "light", "language": "en"},
}


@pytest.mark.parametrize("mode", MODES)
def test_every_screen_looks_as_it_was_agreed(stage, tmp_path, mode):
    """One picture a screen; what differs is left as a file to look at."""
    run, made = stage(**MODES[mode])
    wrong = []
    for shot in shots.SHOTS:
        name = f"{shot.name}-{mode}"
        found = pictures.compare(name, shots.take(run, made, shot), tmp_path / "pictures")
        if found.share > (pictures.LOOSE if shot.loose else pictures.STRICT):
            wrong.append(f"{name}: {found.share:.2%} of the points differ, see {found.shown}")
    assert not wrong, "\n".join(wrong)


def test_a_moved_card_would_be_noticed(stage, tmp_path, monkeypatch):
    """A tolerance that lets everything pass would guard nothing."""
    monkeypatch.delenv(pictures.REDRAW, raising=False)
    run, made = stage()
    shot = next(one for one in shots.SHOTS if one.name == "today")
    shots.take(run, made, shot)
    run.screen._header.hide()
    run.settle()
    assert pictures.compare("today-light", run.window.grab(), tmp_path).share > pictures.STRICT


def test_every_picture_the_readme_shows_can_be_seen():
    """One had been left empty by a disk that was full."""
    text = (TOP / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text)
    assert named
    assert [one for one in named if QImage(str(TOP / one)).isNull()] == []
