"""Seal labels: one small page each, 80 by 50 mm, to be stuck across what must not be opened."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from forms.paper.blocks import (
    Block,
    Fields,
    Foot,
    Number,
    PageBreak,
    Paper,
    Para,
    Seal,
    Sign,
    Tick,
    Title,
)  # fmt: skip
from forms.paper.breaking import Line
from forms.paper.errors import PageOverflow
from forms.paper.faces import FontSet
from forms.paper.qr import draw_code
from forms.paper.setting import POINT, Setting, small_type
from forms.paper.sheet import FINE, FIRM, Sheet, Type

WIDTH, HEIGHT, EDGE = 80.0, 50.0, 3.5
CODE = 21.0
_QUIET = 2.0
_SIZES = (8.5, 8.0, 7.5, 7.0, 6.5, 6.0)  # points: the largest at which everything fits is taken
_SIGN = 6.4


@dataclass(frozen=True, slots=True)
class _Words:
    """One line of a label: a grey word and what is filled in."""

    label: str
    value: str
    bold: bool = False


def setting_for(fonts: FontSet, language: str) -> Setting:
    """Give the measures of a label."""
    cell = Type(_SIZES[0] * POINT, _SIZES[0] * POINT * 1.35)
    return Setting(
        fonts, language, (WIDTH, HEIGHT), EDGE, WIDTH - 2 * EDGE, EDGE, HEIGHT - EDGE,
        title=Type(13 * POINT, 6.0, bold=True), body=cell, cell=cell, small=small_type(6), row=4.0,
    )  # fmt: skip


def labels(paper: Paper) -> list[list[Block]]:
    """Give the blocks of each label: a ``PageBreak`` stands between two."""
    groups: list[list[Block]] = [[]]
    for block in paper.blocks:
        if isinstance(block, PageBreak):
            groups.append([])
        else:
            groups[-1].append(block)
    return [group for group in groups if group]


def draw_label(sheet: Sheet, setting: Setting, blocks: Sequence[Block]) -> None:
    """Draw one label: head, code at the right, lines at the left, places to sign below.

    Raises ``PageOverflow`` when the words do not fit at 6 points.
    """
    sheet.canvas.setLineJoin(0)
    y = _draw_head(sheet, setting, blocks)
    foot = next((block for block in blocks if isinstance(block, Foot)), None)
    sign = next((block for block in blocks if isinstance(block, Sign)), None)
    bottom = HEIGHT - EDGE
    if sign is not None:
        bottom -= _SIGN
        _draw_signs(sheet, setting, sign, bottom)
    if foot is not None and foot.copies:
        for line in setting.lines(foot.copies, setting.width, setting.small)[:1]:
            sheet.text(line, EDGE, bottom - setting.small.pitch, setting.small)
        bottom -= setting.small.pitch
    width = setting.width
    if foot is not None and foot.qr:
        width -= CODE + _QUIET
        _draw_code(sheet, setting, foot, y + _QUIET)
    _draw_words(sheet, setting, _words(blocks), (y + 0.8, bottom, width))
    sheet.line(1.5, 1.5, WIDTH - 1.5, 1.5, width=FIRM)
    sheet.line(1.5, HEIGHT - 1.5, WIDTH - 1.5, HEIGHT - 1.5, width=FIRM)
    sheet.line(1.5, 1.5, 1.5, HEIGHT - 1.5, width=FIRM)
    sheet.line(WIDTH - 1.5, 1.5, WIDTH - 1.5, HEIGHT - 1.5, width=FIRM)


def _draw_head(sheet: Sheet, setting: Setting, blocks: Sequence[Block]) -> float:
    y = EDGE - 1.0
    for block in blocks:
        if isinstance(block, Title):
            agency = replace(setting.title, size=8 * POINT, pitch=4.0, bold=False)
            for text, kind in ((block.agency, agency), (block.text, setting.title)):
                for line in setting.lines(text, setting.width, kind, "center") if text else ():
                    sheet.text(line, EDGE, y, kind)
                    y += kind.pitch
            y += 0.4
            sheet.line(EDGE, y, WIDTH - EDGE, y, width=FINE)
    return y


def _draw_code(sheet: Sheet, setting: Setting, foot: Foot, y: float) -> None:
    x = WIDTH - EDGE - CODE
    draw_code(sheet, foot.qr, (x, y), CODE)
    for line in setting.lines(foot.check_words, CODE, setting.small, "center"):
        sheet.text(line, x, y + CODE + 0.6, setting.small)


def _words(blocks: Sequence[Block]) -> list[_Words]:
    words: list[_Words] = []
    for block in blocks:
        if isinstance(block, Number):
            words.append(_Words("", block.text, bold=True))
        elif isinstance(block, Fields):
            words += [_Words(cell.label, cell.value) for cells in block.rows for cell in cells]
        elif isinstance(block, Para):
            words.append(_Words("", "".join(run.text for run in block.runs)))
        elif isinstance(block, Tick):
            box = "☑ " if block.ticked else "☐ "
            words.append(_Words("", box + "".join(run.text for run in block.runs)))
        elif isinstance(block, Seal):
            words += [_Words("", block.agency), _Words("", block.date)]
    return words


def _draw_words(
    sheet: Sheet, setting: Setting, words: Sequence[_Words], area: tuple[float, float, float]
) -> None:
    top, bottom, width = area
    needed = 0.0
    for size in _SIZES:
        kind = Type(size * POINT, size * POINT * 1.35)
        column = max((setting.fonts.width(w.label) for w in words), default=0) * kind.size / 1000
        column += 1.5 if column else 0.0
        set_words = [
            (word, setting.lines(word.value, width - (column if word.label else 0),
                                 replace(kind, bold=word.bold)))
            for word in words
        ]  # fmt: skip
        needed = sum(len(lines) for _, lines in set_words) * kind.pitch
        if needed <= bottom - top:
            _paint_words(sheet, setting, set_words, (top, column, kind))
            return
    raise PageOverflow(needed, bottom - top)


def _paint_words(
    sheet: Sheet, setting: Setting, set_words: Sequence[tuple[_Words, Sequence[Line]]],
    place: tuple[float, float, Type],
) -> None:  # fmt: skip
    y, column, kind = place
    grey = replace(kind, colour=setting.small.colour)
    for word, lines in set_words:
        for line in setting.lines(word.label, column, grey)[:1] if word.label else ():
            sheet.text(line, EDGE, y, grey)
        for line in lines:
            sheet.text(line, EDGE + (column if word.label else 0), y, kind)
            y += kind.pitch


def _draw_signs(sheet: Sheet, setting: Setting, sign: Sign, y: float) -> None:
    width = setting.width / len(sign.labels)
    for n, (label, signer) in enumerate(zip(sign.labels, sign.signers, strict=True)):
        x = EDGE + n * width
        line = setting.lines(label, width, setting.small)[0]
        sheet.text(line, x, y + _SIGN - setting.small.pitch, setting.small)
        start = x + line.width * setting.small.size / 1000 + 0.8
        sheet.line(start, y + _SIGN - 0.2, x + width - 2, y + _SIGN - 0.2, width=FINE)
        sheet.mark(signer.slot, x, y, width - 1, _SIGN)
