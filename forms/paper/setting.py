"""How a page is set up: where the type area lies, which kinds of type it uses."""

from dataclasses import dataclass
from functools import lru_cache, partial

from forms.paper.blocks import Block, Para, Run, Tick
from forms.paper.breaking import Line, set_lines
from forms.paper.faces import FontSet
from forms.paper.flow import Piece, paragraph
from forms.paper.sheet import GREY, Sheet, Type

POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Setting:
    """The measures of a layout, in millimetres, and its kinds of type.

    ``body`` sets paragraphs, ``cell`` ruled rows, ``small`` notes and captions, ``title`` the head.
    ``row`` is the lowest ruled row, ``pad`` the white beside a cell's words, ``photo`` the tallest
    picture, ``labels`` the label columns all rows of a paper share.
    """

    fonts: FontSet
    language: str
    size: tuple[float, float]
    left: float
    width: float
    top: float
    bottom: float
    title: Type
    body: Type
    cell: Type
    small: Type
    row: float
    pad: float = 2.0
    photo: float = 52.0
    labels: tuple[float, ...] = ()

    @property
    def right(self) -> float:
        """Give the right edge of the type area."""
        return self.left + self.width

    @property
    def chinese(self) -> bool:
        """Say whether the page speaks Chinese."""
        return self.language.lower().startswith("zh")

    def page_words(self, number: int, count: int, *, counted: bool = False) -> str:
        """Say which page it is, and of how many where there are several or leaves are signed."""
        if count == 1 and not counted:
            return f"— {number} —"
        return f"第 {number} 页 共 {count} 页" if self.chinese else f"Page {number} of {count}"

    def lines(self, text: str, width: float, kind: Type, align: str = "left") -> tuple[Line, ...]:
        """Set plain words in one kind of type, ``width`` millimetres wide."""
        return _set(self.fonts, text, width / kind.size * 1000, kind.bold, align)


@lru_cache(maxsize=4096)
def _set(fonts: FontSet, text: str, measure: float, bold: bool, align: str) -> tuple[Line, ...]:  # noqa: FBT001 - a key of the cache
    """Set words once: a page is tried with several measures, and labels stand on every paper."""
    return set_lines([Run(text, bold=bold)], fonts, measure, align=align)


def small_type(points: float, *, bold: bool = False) -> Type:
    """Give a grey kind of type for notes."""
    return Type(points * POINT, points * POINT * 1.45, bold=bold, colour=GREY)


def leads(block: Block, following: Block) -> bool:
    """Say whether a block stays with what follows: a question, a colon, boxes to choose among."""
    if isinstance(block, Tick) and isinstance(following, Tick):
        return True
    words = "".join(run.text for run in block.runs) if isinstance(block, Para | Tick) else ""
    return words.rstrip().endswith(("：", "？", ":", "?"))


def text_pieces(lines: tuple[Line, ...], x: float, kind: Type) -> list[Piece]:
    """Make one piece a line, with no line left alone by a page's end."""
    return paragraph([Piece(kind.pitch, partial(_paint, line, x, kind)) for line in lines])


def _paint(line: Line, x: float, kind: Type, sheet: Sheet, y: float) -> None:
    sheet.text(line, x, y, kind)
