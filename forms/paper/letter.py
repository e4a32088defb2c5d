"""The official letter, after GB/T 9704-2012: type area, title, addressee, body, seal, foot.

A4; margins 37 mm above, 28 mm at the left, a type area of 156 by 225 mm; 22 lines of 28 characters
(3号, set at 156/28 mm); title 2号; page numbers 4号 7 mm below the type area, odd pages right, even
pages left, between dashes on a single page, else with how many there are. When a tighter pitch (down to 25 lines) saves a page, it is used: the
standard lets spacing be adjusted so that no page holds the seal alone.
"""

from dataclasses import replace
from functools import singledispatch

from forms.paper import ruled, signs
from forms.paper.blocks import (
    Block,
    Checklist,
    Fields,
    Foot,
    Number,
    PageBreak,
    Paper,
    Para,
    Photos,
    Run,
    Seal,
    Sign,
    Table,
    Tick,
    Title,
    To,
)  # fmt: skip
from forms.paper.breaking import Line, set_lines
from forms.paper.faces import FontSet
from forms.paper.flow import Page, Piece, kept, nothing, paginate, space
from forms.paper.foot import foot_piece
from forms.paper.seal import seal_piece
from forms.paper.setting import POINT, Setting, leads, small_type, text_pieces
from forms.paper.sheet import BLACK, FIRM, Sheet, Type

TOP, LEFT, WIDTH, HEIGHT = 37.0, 28.0, 156.0, 225.0
LINES = (22, 23, 24, 25)
EM = WIDTH / 28
_NUMBER = Type(14 * POINT, 14 * POINT)
_NUMBER_BELOW = 7.0


def setting_for(fonts: FontSet, language: str, lines: int) -> Setting:
    """Give the letter's measures with ``lines`` to a page."""
    pitch = HEIGHT / lines
    return Setting(
        fonts, language, (210.0, 297.0), LEFT, WIDTH, TOP, TOP + HEIGHT,
        title=Type(22 * POINT, 12.4, bold=True), body=Type(EM, pitch),
        cell=Type(12 * POINT, 6.6), small=small_type(9), row=9.4,
    )  # fmt: skip


def compose_pages(paper: Paper, fonts: FontSet) -> tuple[Setting, list[Page]]:
    """Choose the widest pitch that gives the fewest pages."""
    tries = []
    for lines in LINES:
        setting = setting_for(fonts, paper.language, lines)
        pages = paginate(_pieces(paper, setting), lambda _page: TOP, TOP + HEIGHT)
        tries.append((len(pages), -setting.body.pitch, setting, pages))
        if len(pages) == 1:
            break
    _, _, setting, pages = min(tries, key=lambda one: one[:2])
    return setting, pages


def draw_page(sheet: Sheet, setting: Setting, pages: list[Page], number: int) -> None:
    """Draw page ``number`` (from 0): its pieces, its frames, its number."""
    for put in pages[number]:
        put.piece.paint(sheet, put.y)
    ruled.draw_frame(sheet, setting, pages[number])
    odd = number % 2 == 0
    inner = setting.width - 2 * _NUMBER.size
    words = setting.page_words(number + 1, len(pages))
    (line,) = setting.lines(words, inner, _NUMBER, "right" if odd else "left")
    sheet.text(
        line,
        setting.left + _NUMBER.size,
        setting.bottom + _NUMBER_BELOW - _NUMBER.pitch / 2,
        _NUMBER,
    )


def _pieces(paper: Paper, setting: Setting) -> list[Piece]:
    """Lay out every block; the last two lines before a seal, a foot or a place to sign stay by it."""
    pieces: list[Piece] = []
    before: Block | None = None
    for block in ruled.merged(paper.blocks):
        if isinstance(block, Seal | Foot | Sign):
            pieces[-2:] = [replace(piece, keep=True) for piece in pieces[-2:]]
        elif before is not None and leads(before, block):
            pieces[-1:] = [replace(piece, keep=True) for piece in pieces[-1:]]
        pieces += lay(block, setting)
        before = block
    return pieces


@singledispatch
def lay(block: object, setting: Setting) -> list[Piece]:
    """Lay out one block of a letter."""
    raise TypeError(f"a letter has no {type(block).__name__} ({setting.language})")


@lay.register
def _(block: Title, setting: Setting) -> list[Piece]:
    kind = setting.title
    pieces = []
    for text in (block.agency, block.text):
        if text:
            pieces += text_pieces(setting.lines(text, WIDTH, kind, "center"), LEFT, kind)
    return kept([*pieces, space(1.5)])


@lay.register
def _(block: Number, setting: Setting) -> list[Piece]:
    lines = setting.lines(block.text, WIDTH, setting.body, "center")
    return kept([*text_pieces(lines, LEFT, setting.body), Piece(4.0, _rule)])


@lay.register
def _(block: To, setting: Setting) -> list[Piece]:
    return kept(text_pieces(_set(block.runs, setting), LEFT, setting.body))


@lay.register
def _(block: Para, setting: Setting) -> list[Piece]:
    if block.style == "small":
        # in a letter these lines name the party: small, but as black as the rest
        kind = replace(setting.small, size=10.5 * POINT, pitch=10.5 * POINT * 1.5, colour=BLACK)
        return text_pieces(
            set_lines(block.runs, setting.fonts, WIDTH / kind.size * 1000), LEFT, kind
        )
    if block.style == "heading":
        runs = tuple(replace(run, bold=True) for run in block.runs)
        pieces = text_pieces(_set(runs, setting, indent=2000), LEFT, setting.body)
        return [replace(piece, keep=True) for piece in pieces]
    indent = 0 if block.style == "flush" else 2000
    return text_pieces(_set(block.runs, setting, indent=indent), LEFT, setting.body)


@lay.register
def _(block: Tick, setting: Setting) -> list[Piece]:
    runs = (Run("☑ " if block.ticked else "☐ "), *block.runs)
    return text_pieces(_set(runs, setting, indent=2000), LEFT, setting.body)


@lay.register
def _(block: Seal, setting: Setting) -> list[Piece]:
    return [seal_piece(block, setting)]


@lay.register
def _(block: Foot, setting: Setting) -> list[Piece]:
    return [replace(foot_piece(block, setting), pinned=True)]


@lay.register
def _(block: Fields, setting: Setting) -> list[Piece]:
    return _spaced(ruled.fields(setting, block))


@lay.register
def _(block: Checklist, setting: Setting) -> list[Piece]:
    return _spaced(ruled.checklist(setting, block))


@lay.register
def _(block: Table, setting: Setting) -> list[Piece]:
    return _spaced(ruled.table(setting, block))


@lay.register
def _(block: Photos, setting: Setting) -> list[Piece]:
    return _spaced(ruled.photos(setting, block))


@lay.register
def _(block: Sign, setting: Setting) -> list[Piece]:
    return _spaced(signs.signatures(setting, block))


@lay.register
def _(block: PageBreak, setting: Setting) -> list[Piece]:  # noqa: ARG001 - one shape for all
    return [Piece(0.0, nothing, fresh=True)]


def _set(runs: tuple[Run, ...], setting: Setting, indent: float = 0.0) -> tuple[Line, ...]:
    return set_lines(runs, setting.fonts, WIDTH / setting.body.size * 1000, indent=indent)


def _rule(sheet: Sheet, y: float) -> None:
    sheet.line(LEFT, y + 1.2, LEFT + WIDTH, y + 1.2, width=FIRM)


def _spaced(pieces: list[Piece]) -> list[Piece]:
    return [replace(space(2.0), keep=True), *pieces, space(2.0)]
