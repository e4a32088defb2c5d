"""The table form: a ruled frame of fields, sections, checklists and places to sign.

A4; frame of 166 mm from 22 mm at the left; 5号 (10.5 pt) in cells, 小四 (12 pt) in sections. Later
pages carry the paper's name and number above the frame. A ``Sign`` with ``every_page`` stands at
the foot of each page (现场笔录).
"""

from collections.abc import Iterator, Sequence
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
from forms.paper.breaking import set_lines
from forms.paper.faces import FontSet
from forms.paper.flow import Page, Piece, Placed, kept, nothing, paginate, space
from forms.paper.foot import foot_piece, plain_foot
from forms.paper.seal import seal_piece
from forms.paper.setting import POINT, Setting, leads, small_type, text_pieces
from forms.paper.sheet import Sheet, Type

LEFT, WIDTH, TOP, BOTTOM = 22.0, 166.0, 27.0, 272.0
LATER_TOP = 25.0
_HEAD, _NUMBER = 18.5, 281.0  # mm from the top: running head, page number
_PAGE = Type(10.5 * POINT, 6.0)
_SHORT = 14  # characters: ticks no longer than this share a line
_INSET = 1.0  # mm a section's text stands further in than a cell's


def setting_for(fonts: FontSet, language: str) -> Setting:
    """Give the measures of a table form."""
    return Setting(
        fonts, language, (210.0, 297.0), LEFT, WIDTH, TOP, BOTTOM,
        title=Type(20 * POINT, 11.0, bold=True), body=Type(12 * POINT, 7.2),
        cell=Type(10.5 * POINT, 5.8), small=small_type(8.5), row=9.0,
    )  # fmt: skip


def compose_pages(paper: Paper, fonts: FontSet) -> tuple[Setting, list[Page]]:
    """Lay the blocks out, as generously as the least number of pages allows."""
    wide = setting_for(fonts, paper.language)
    close = replace(wide, photo=40.0, row=8.2, body=replace(wide.body, pitch=6.8))
    low = [replace(wide, photo=40.0)] if any(isinstance(b, Photos) for b in paper.blocks) else []
    tries = []
    for setting in (wide, *low, close):
        tries.append(_pages(paper, setting))
        if len(tries[-1][1]) == 1:
            break
    return min(tries, key=lambda one: len(one[1]))


def _pages(paper: Paper, setting: Setting) -> tuple[Setting, list[Page]]:
    """Put the blocks on pages, each with its places to sign at the foot where there are such."""
    foot = next((b for b in paper.blocks if isinstance(b, Sign) and b.every_page), None)
    reserved = signs.foot_height(foot) + (2.0 if foot else 0.0)
    every = tuple(row for b in paper.blocks if isinstance(b, Fields) for row in b.rows)
    setting = replace(setting, labels=ruled.label_columns(setting, Fields(every)))
    groups = list(_groups(ruled.merged(paper.blocks)))
    ends = max((n for n, group in enumerate(groups) if _is_framed(group[0])), default=-1)
    pieces: list[Piece] = []
    for n, group in enumerate(groups):
        if isinstance(group[0], Seal | Foot | Sign):
            pieces[-1:] = [replace(piece, keep=True) for piece in pieces[-1:]]
        if _is_text(group[0]):
            pieces += _section(group, setting, after=n > ends)
        else:
            pieces += lay(group[0], setting)
    pages = paginate(pieces, lambda page: LATER_TOP if page else TOP, BOTTOM - reserved)
    if foot is None:
        return setting, pages
    rows = signs.signatures(setting, foot, signs.LOW)
    starts = [BOTTOM - signs.foot_height(foot) + n * signs.LOW for n in range(len(rows))]
    below = tuple(Placed(piece, y) for piece, y in zip(rows, starts, strict=True))
    return replace(setting, bottom=BOTTOM - reserved), [(*page, *below) for page in pages]


def draw_page(sheet: Sheet, setting: Setting, pages: list[Page], number: int, paper: Paper) -> None:
    """Draw page ``number`` (from 0) with its frames, running head and page number."""
    for put in pages[number]:
        put.piece.paint(sheet, put.y)
    ruled.draw_frame(sheet, setting, pages[number])
    if number:
        for text, align in ((_title_of(paper), "left"), (_number_of(paper), "right")):
            for line in setting.lines(text, WIDTH * 0.6, setting.small, align)[:1]:
                x = LEFT if align == "left" else LEFT + WIDTH * 0.4
                sheet.text(line, x, _HEAD, setting.small)
    words = setting.page_words(number + 1, len(pages), counted=setting.bottom < BOTTOM)
    for line in setting.lines(words, WIDTH, _PAGE, "center"):
        sheet.text(line, LEFT, _NUMBER - _PAGE.pitch / 2, _PAGE)


def _number_of(paper: Paper) -> str:
    return next((block.text for block in paper.blocks if isinstance(block, Number)), "")


def _title_of(paper: Paper) -> str:
    return next((block.text for block in paper.blocks if isinstance(block, Title)), paper.title)


def _is_framed(block: Block) -> bool:
    if isinstance(block, Sign):
        return not block.every_page
    return isinstance(block, Fields | Checklist | Table | Photos)


def _is_text(block: Block) -> bool:
    return isinstance(block, Para | Tick | To)


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Join neighbouring paragraphs and ticks into sections; everything else stands alone."""
    group: list[Block] = []
    for block in blocks:
        if group and not (_is_text(block) and not _heads(block)):
            yield group
            group = []
        group.append(block)
        if not _is_text(block):
            yield group
            group = []
    if group:
        yield group


def _heads(block: Block) -> bool:
    return isinstance(block, Para) and block.style == "heading"


def _section(group: Sequence[Block], setting: Setting, *, after: bool) -> list[Piece]:
    """Lay out one ruled section of text; notes ``after`` the frame stand outside it."""
    if len(group) == 1 and isinstance(group[0], Para) and _heads(group[0]):
        return ruled.heading(setting, "".join(run.text for run in group[0].runs))
    notes = after and all(isinstance(block, Para) and block.style == "small" for block in group)
    pieces: list[Piece] = []
    before: Block | None = None
    for block in _joined(group):
        if before is not None and leads(before, block):
            pieces[-1:] = [replace(piece, keep=True) for piece in pieces[-1:]]
        pieces += _text(block, setting, 0.0 if notes else setting.pad + _INSET)
        before = block
    if notes:
        return [space(1.5), *pieces]
    pieces = [replace(piece, framed=True) for piece in pieces]
    opening = replace(ruled.framed_space(1.6, ruled=True), keep=True)
    pieces[-1] = replace(pieces[-1], keep=True)
    return [opening, *pieces, ruled.framed_space(1.8)]


def _joined(group: Sequence[Block]) -> Iterator[Block]:
    """Put short ticks that follow each other on one line."""
    run: list[Tick] = []
    for block in [*group, None]:
        if isinstance(block, Tick):
            run.append(block)
            continue
        if run and all(sum(len(r.text) for r in tick.runs) <= _SHORT for tick in run):
            runs = [piece for tick in run for piece in (*_tick_runs(tick), Run("　"))]
            yield Para(tuple(runs[:-1]), "flush")
        else:
            yield from run
        run = []
        if block is not None:
            yield block


def _tick_runs(tick: Tick) -> tuple[Run, ...]:
    return (Run("☑ " if tick.ticked else "☐ "), *tick.runs)


def _text(block: Block, setting: Setting, inset: float) -> list[Piece]:
    runs: tuple[Run, ...]
    indent, kind = 0.0, setting.body
    if isinstance(block, Tick):
        runs = _tick_runs(block)
    elif isinstance(block, Para):
        runs = block.runs
        indent = 2000.0 if block.style == "body" else 0.0
        if block.style == "small":
            kind = setting.small
        elif block.style == "heading":
            runs = tuple(replace(run, bold=True) for run in runs)
    elif isinstance(block, To):
        runs = block.runs
    else:
        raise TypeError(type(block).__name__)
    measure = (setting.width - 2 * inset) / kind.size * 1000
    lines = set_lines(runs, setting.fonts, measure, indent=indent)
    pieces = text_pieces(lines, setting.left + inset, kind)
    return [replace(piece, keep=True) for piece in pieces] if _heads(block) else pieces


@singledispatch
def lay(block: object, setting: Setting) -> list[Piece]:
    """Lay out one block of a table form that is no text."""
    raise TypeError(f"a table form has no {type(block).__name__} ({setting.language})")


@lay.register
def _(block: Title, setting: Setting) -> list[Piece]:
    agency = replace(setting.title, size=14 * POINT, pitch=8.0)
    pieces = []
    for text, kind in ((block.agency, agency), (block.text, setting.title)):
        if text:
            pieces += text_pieces(setting.lines(text, WIDTH, kind, "center"), LEFT, kind)
    return kept([*pieces, space(1.0)])


@lay.register
def _(block: Number, setting: Setting) -> list[Piece]:
    kind = replace(setting.cell, pitch=5.2)
    pieces = text_pieces(setting.lines(block.text, WIDTH, kind, "right"), LEFT, kind)
    return kept([*pieces, space(1.0)])


@lay.register
def _(block: Seal, setting: Setting) -> list[Piece]:
    return [seal_piece(block, setting)]


@lay.register
def _(block: Foot, setting: Setting) -> list[Piece]:
    if not block.qr:
        return [plain_foot(block, setting)]
    return [replace(space(3.0), keep=True), foot_piece(block, setting)]


@lay.register
def _(block: Sign, setting: Setting) -> list[Piece]:
    return [] if block.every_page else signs.signatures(setting, block)


@lay.register
def _(block: Fields, setting: Setting) -> list[Piece]:
    return ruled.fields(setting, block)


@lay.register
def _(block: Checklist, setting: Setting) -> list[Piece]:
    return ruled.checklist(setting, block)


@lay.register
def _(block: Table, setting: Setting) -> list[Piece]:
    return ruled.table(setting, block)


@lay.register
def _(block: Photos, setting: Setting) -> list[Piece]:
    return ruled.photos(setting, block)


@lay.register
def _(block: PageBreak, setting: Setting) -> list[Piece]:  # noqa: ARG001 - one shape for all
    return [Piece(0.0, nothing, fresh=True)]
