"""Places to sign: a ruled cell each, with the drawn signature or the words that stand for it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from forms.facts import Signer
from forms.paper.blocks import Sign
from forms.paper.errors import PageOverflow
from forms.paper.flow import Piece, kept
from forms.paper.ink import draw_strokes
from forms.paper.setting import Setting
from forms.paper.sheet import FINE, Sheet

HIGH, LOW = 22.0, 15.0  # mm: a place at the end of a paper, and at the foot of each page
_BEIJING = dt.timezone(dt.timedelta(hours=8))
_STANDS_FOR = {
    "refused": ("拒绝签名", "Refused to sign"),
    "absent": ("未到场", "Not present"),
}

Place = tuple[str, Signer]


def signatures(setting: Setting, block: Sign, height: float = HIGH) -> list[Piece]:
    """Lay out the places two to a row; an odd one has a row of its own. Rows stay together."""
    places = list(zip(block.labels, block.signers, strict=True))
    pieces = []
    for cells in _rows(places):
        paint = partial(paint_places, tuple(cells), setting, height)
        pieces.append(Piece(height, paint, framed=True, ruled=True))
    return kept(pieces)


def foot_height(block: Sign | None) -> float:
    """Give the height of the places repeated at the foot of each page."""
    return LOW * -(-len(block.signers) // 2) if block is not None else 0.0


def paint_places(
    cells: Sequence[Place], setting: Setting, height: float, sheet: Sheet, y: float
) -> None:
    """Draw one row of places and remember each by its signer's slot."""
    width = setting.width / len(cells)
    for n, (label, signer) in enumerate(cells):
        x = setting.left + n * width
        if n:
            sheet.line(x, y, x, y + height, width=FINE)
        sheet.mark(signer.slot, x, y, width, height)
        _paint_place(sheet, setting, (label, signer), (x, y, width, height))


def day(signer: Signer, *, chinese: bool) -> str:
    """Write the day of a signature as it was in China."""
    if signer.at is None:
        return ""
    local = signer.at.astimezone(_BEIJING).date()
    return f"{local.year}年{local.month}月{local.day}日" if chinese else local.isoformat()


def _rows(places: list[Place]) -> list[list[Place]]:
    if len(places) % 2 == 0:
        return [places[n : n + 2] for n in range(0, len(places), 2)]
    pair_first = len(places) > 1 and _stem(places[0]) == _stem(places[1])
    if pair_first:
        return [places[n : n + 2] for n in range(0, len(places), 2)]
    return [places[:1], *(places[n : n + 2] for n in range(1, len(places), 2))]


def _stem(place: Place) -> str:
    return place[1].slot.rstrip("0123456789").rstrip("-")


def _paint_place(
    sheet: Sheet, setting: Setting, place: Place, box: tuple[float, float, float, float]
) -> None:
    (label, signer), (x, y, width, height) = place, box
    pad, bold = setting.pad, replace(setting.cell, bold=True)
    gap = (setting.row - setting.cell.pitch) / 2 if height >= HIGH else 0.8
    head = setting.lines(label, width - 2 * pad, bold)
    for n, line in enumerate(head):
        sheet.text(line, x + pad, y + gap + n * bold.pitch, bold)
    below = y + height - setting.small.pitch - 0.8
    who = " ".join(part for part in (signer.name, signer.certificate) if part)
    for line in setting.lines(who, width * 0.62, setting.small)[:1]:
        sheet.text(line, x + pad, below, setting.small)
    when = day(signer, chinese=setting.chinese)
    for line in setting.lines(when, width - 2 * pad, setting.small, "right"):
        sheet.text(line, x + pad, below, setting.small)
    used = pad + head[-1].width * bold.size / 1000 + 2
    if width - used - pad >= 24:
        room = (x + used, y + 1.2, width - used - pad, below - y - 1.4)
    else:
        under = y + gap + len(head) * bold.pitch
        room = (x + pad, under, width - 2 * pad, below - under)
    _paint_signature(sheet, setting, signer, room)


def _paint_signature(
    sheet: Sheet, setting: Setting, signer: Signer, room: tuple[float, float, float, float]
) -> None:
    if signer.strokes:
        draw_strokes(sheet, signer.strokes, signer.aspect, room)
        return
    x, y, width, height = room
    kind = setting.cell
    words = signer.wording or _words(signer.state, chinese=setting.chinese)
    lines = setting.lines(words, width, kind) if words else ()
    if len(lines) * kind.pitch > height:
        kind = replace(setting.small, colour=kind.colour)
        lines = setting.lines(words, width, kind)
    needed = len(lines) * kind.pitch
    if needed > height + kind.pitch / 2:
        raise PageOverflow(needed, height)
    for n, line in enumerate(lines):
        sheet.text(line, x, y + max(0, height - needed) / 2 + n * kind.pitch, kind)


def _words(state: str, *, chinese: bool) -> str:
    words = _STANDS_FOR.get(state)
    return words[0 if chinese else 1] if words else ""
