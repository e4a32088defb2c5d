"""Where the parts of a work row stand: side by side, or one below the other when there is no room.

A title is never cut for the sake of a chip: first it breaks into two lines, then the chip and at
last the verb go below it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from app.widgets import paint
from app.widgets.chips import HEIGHT as CHIP

if TYPE_CHECKING:
    from app.shell.theme import Theme
    from app.widgets.work_rows import Work

WORK: Final = 54
PHOTO: Final = 64
SIDE: Final = 12
EDGE: Final = 16  # where the words of a card's head begin
APART: Final = 12
VERB_HIGH: Final = 40
TITLE_HIGH: Final = 21
LEAD: Final = 14  # pixels of a title's signs
SMALL: Final = 12  # and of the line below it
SECOND_HIGH: Final = 18
LEAST: Final = 14 * paint.NAME_HEAD  # a title beside something else keeps so much of its line
MOST_LINES: Final = 2
SPARE: Final = 42  # what a first line may leave unused, where a word is not cut
THUMB: Final = (64, 48)
ICON: Final = 36
ARROW: Final = 18
CHEVRON: Final = 16


@dataclass(frozen=True, slots=True)
class Shape:
    """How a row is laid out in a width: lines of its title, and what stands below the words."""

    lines: int = 1
    chip_below: bool = False
    verb_below: bool = False
    photos: bool = False

    @property
    def words(self) -> int:
        """The height of title and second line."""
        return TITLE_HIGH * self.lines + SECOND_HIGH

    @property
    def high(self) -> int:
        """The height of the whole row."""
        below = 4 + (VERB_HIGH if self.verb_below else CHIP if self.chip_below else 0)
        inside = self.words + (below if self.chip_below or self.verb_below else 0)
        return max(PHOTO if self.photos else WORK, inside + WORK - TITLE_HIGH - SECOND_HIGH)


@dataclass(frozen=True, slots=True)
class Places:
    """The rectangle of each part of a row; empty for one it does not have."""

    mark: QRectF
    title: QRectF
    second: QRectF
    chip: QRectF
    verb: QRectF
    chevron: QRectF


def shape_of(theme: Theme, wide: float, work: Work, verb_wide: float, chip_wide: float) -> Shape:
    """How a row fits into a width: the first way in which its title is read whole."""
    photos = work.photos is not None
    if wide <= 0:
        return Shape(photos=photos)
    chip = chip_wide + APART if chip_wide else 0.0
    verb = verb_wide + APART if work.verb else CHEVRON + 8 if work.chevron else 0.0
    whole = wide - _left(work) - SIDE
    beside = whole - chip - verb
    # No sign is wider than it is high: most rows need not be measured to know that they fit.
    if len(work.title) * LEAD <= beside and (not chip or len(work.second) * SMALL <= beside):
        return Shape(photos=photos)
    title = paint.advance(theme.font("lead"), work.title)
    if title <= beside:
        second = paint.advance(theme.font("small"), work.second)
        below = bool(chip) and beside < second <= whole - verb
        return Shape(chip_below=below, photos=photos)
    ways = [(beside, False, False)]
    if chip:
        ways.append((whole - verb, True, False))
    if work.verb:
        ways.append((whole, bool(chip), True))
    fitting = [way for way in ways if way[0] >= LEAST and title <= MOST_LINES * way[0] - SPARE]
    room, chip_below, verb_below = next(iter(fitting), ways[0 if beside >= 2 * LEAST else -1])
    lines = 1 if title <= room else MOST_LINES if fitting else MOST_LINES + 1
    return Shape(lines, chip_below=chip_below, verb_below=verb_below, photos=photos)


def places(theme: Theme, rect: QRectF, work: Work, verb_wide: float, chip_wide: float) -> Places:
    """Where everything of a row stands in its rectangle."""
    shape = shape_of(theme, rect.width(), work, verb_wide, chip_wide)
    plain = not (shape.chip_below or shape.verb_below)
    left, right = rect.left() + _left(work), rect.right() - SIDE
    usual = PHOTO if shape.photos else WORK
    top = rect.top() + (usual - TITLE_HIGH - SECOND_HIGH) / 2
    if plain:
        top = rect.center().y() - shape.words / 2
    under = top + shape.words + 4
    verb, chip, chevron = QRectF(), QRectF(), QRectF()
    if work.verb:
        at = under if shape.verb_below else rect.center().y() - VERB_HIGH / 2
        if shape.chip_below and not shape.verb_below:
            at = rect.top() + (usual - VERB_HIGH) / 2
        verb = QRectF(right - verb_wide, at, verb_wide, VERB_HIGH)
        right = right if shape.verb_below else verb.left() - APART
    elif work.chevron:
        chevron = QRectF(right - CHEVRON, rect.center().y() - CHEVRON / 2, CHEVRON, CHEVRON)
        right = chevron.left() - 8
    if shape.chip_below:
        at = under + (VERB_HIGH - CHIP) / 2 if shape.verb_below else under
        chip = QRectF(left, at, chip_wide, CHIP)
    elif chip_wide:
        chip = QRectF(right - chip_wide, rect.center().y() - CHIP / 2, chip_wide, CHIP)
        right = chip.left() - APART
    title = QRectF(left, top, right - left, TITLE_HIGH * shape.lines)
    second = QRectF(left, title.bottom(), right - left, SECOND_HIGH)
    return Places(_mark(rect, work, usual), title, second, chip, verb, chevron)


def _left(work: Work) -> float:
    """How far from the edge of a row its words begin."""
    if work.photos is not None:
        return SIDE + 2 * THUMB[0] + ARROW + APART
    return SIDE + ICON + APART if work.icon else EDGE


def _mark(rect: QRectF, work: Work, usual: int) -> QRectF:
    """Where the icon or the first photo stands: beside the title."""
    if work.photos is None and not work.icon:
        return QRectF()
    wide, high = THUMB if work.photos is not None else (ICON, ICON)
    return QRectF(rect.left() + SIDE, rect.top() + (usual - high) / 2, wide, high)
