"""Guard: on a small window and a laptop at twice the size nothing that is read is cut or covered."""

from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from app.widgets import paint
from app.widgets.chips import ChipLabel
from app.widgets.labels import Elided
from tests.guards.conftest import NARROWEST
from tests.guards.test_screens import cut, name_of
from tests.gui import dialogues, shots

SMALL = (1024, 700)
LOWEST = (683, 304)  # what the bars of a window and of the desk leave of a laptop at 200 %
NAMES = {"lead", "strong", "title", "heading"}  # roles of what names a thing
OVER = {"search", "equipment-import", "operators-import"}  # something stands over the screen


class Elisions:
    """What is painted with dots in place of its end while it is listened."""

    def __init__(self, patch):
        self.heard = []
        self._words = paint.words
        patch.setattr(paint, "words", self._hear)

    def _hear(self, painter, theme, rect, text, role="field", *more, **named):
        used = self._words(painter, theme, rect, text, role, *more, **named)
        if role in NAMES and paint.advance(theme.font(role), text) > rect.width() + 0.5:
            self.heard.append(f"{role} “{text}” in {rect.width():.0f}")
        return used

    def take(self):
        """What was elided since the last time."""
        heard, self.heard = list(dict.fromkeys(self.heard)), []
        return heard


def shown(widget, root):
    """The part of a widget that is not cut away by what it stands in."""
    rect = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
    above = widget.parentWidget()
    while above is not None and above is not root:
        rect &= QRect(above.mapTo(root, QPoint(0, 0)), above.size())
        above = above.parentWidget()
    return rect & root.rect()


def covered(root):
    """Pairs of words or buttons that stand on each other."""
    kinds = (QLabel, QAbstractButton, ChipLabel, Elided)
    said = [
        (one, shown(one, root))
        for one in root.findChildren(QWidget)
        if isinstance(one, kinds) and one.isVisible() and not one.visibleRegion().isEmpty()
    ]
    return [
        f"{name_of(one)} and {name_of(other)}"
        for (one, here), (other, there) in combinations(said, 2)
        if here.adjusted(1, 1, -1, -1).intersects(there.adjusted(1, 1, -1, -1))
        and not one.isAncestorOf(other)
        and not other.isAncestorOf(one)
    ]


def looked_at(run, elisions, *, over):
    """What is cut or covered in the window as it stands when everything has found its place."""
    run.settle()
    elisions.take()
    run.window.grab()
    found = elisions.take()
    return found if over else found + cut(run.window) + covered(run.window)


def test_no_screen_cuts_or_covers_a_word(stage, monkeypatch):
    run, made = stage(size=SMALL)
    elisions = Elisions(monkeypatch)
    wrong = []
    for shot in shots.SHOTS:
        shots.take(run, made, shot)
        for size in (SMALL, NARROWEST, LOWEST):
            run.window.resize(*size)
            found = looked_at(run, elisions, over=shot.name in OVER)
            wrong += [f"{shot.name} at {size}: {what}" for what in found]
        run.window.resize(*SMALL)
    assert not wrong, "\n".join(dict.fromkeys(wrong))


def test_every_dialogue_fits_a_laptop_at_twice_the_size(stage):
    run, made = stage(size=LOWEST)
    wrong = []
    for talk in dialogues.TALKS:
        dialog = dialogues.opened(run, made, talk)
        wide, high = dialog.width(), dialog.height()
        if wide > LOWEST[0] or high > LOWEST[1]:
            wrong.append(f"{talk.name} is {wide}×{high}")
        wrong += [f"{talk.name}: {what}" for what in covered(dialog)]
        dialogues.closed(dialog)
    assert not wrong, "\n".join(wrong)
