"""The foot of a paper's last page: copies line at the left, proof code of 30 mm at the right."""

from dataclasses import replace
from functools import partial

from forms.paper.blocks import Foot
from forms.paper.breaking import Line
from forms.paper.flow import Piece
from forms.paper.qr import draw_code
from forms.paper.setting import POINT, Setting
from forms.paper.sheet import FINE, Sheet, Type

CODE = 30.0  # mm: at this size version 6 level M reads best from paper
_QUIET = 3.2  # mm: four modules of white around the code
_PITCH = 6.2


def foot_piece(block: Foot, setting: Setting) -> Piece:
    """Set the foot: a rule, the words, the code with its check words."""
    height = _QUIET + CODE if block.qr else 1.6 + 2 * _PITCH
    return Piece(height, partial(_paint, block, setting))


def plain_foot(block: Foot, setting: Setting) -> Piece:
    """Set a foot without a code: the copies line alone, small, with no rule."""
    kind = Type(9 * POINT, 5.0)
    lines = setting.lines(block.copies, setting.width, kind)
    return Piece(1.0 + len(lines) * kind.pitch, partial(_paint_plain, lines, setting.left, kind))


def _paint_plain(lines: tuple[Line, ...], left: float, kind: Type, sheet: Sheet, y: float) -> None:
    for n, line in enumerate(lines):
        sheet.text(line, left, y + 1.0 + n * kind.pitch, kind)


def _paint(block: Foot, setting: Setting, sheet: Sheet, y: float) -> None:
    sheet.line(setting.left, y, setting.right, y, width=FINE)
    room = setting.width - (CODE + 2 * _QUIET if block.qr else 0)
    top = y + 1.6
    kind = replace(setting.cell, pitch=_PITCH)
    for line in setting.lines(block.copies, room, kind) if block.copies else ():
        sheet.text(line, setting.left, top, kind)
        top += kind.pitch
    words = " ".join(part for part in (block.check_label, block.check_words) if part)
    if block.check_words:
        kind = replace(setting.small, pitch=5.0)
        for line in setting.lines(words, room, kind):
            sheet.text(line, setting.left, top, kind)
    if block.qr:
        draw_code(sheet, block.qr, (setting.right - CODE, y + _QUIET), CODE)
