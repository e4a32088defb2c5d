"""Ruled rows: label and value cells, checklists, tables, photos; heads come again on each page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from forms.facts import Photo
from forms.paper.blocks import Block, Cell, Checklist, Fields, Photos, Table
from forms.paper.breaking import Line
from forms.paper.faces import cleaned
from forms.paper.flow import Page, Piece, kept, nothing
from forms.paper.ink import draw_photo, photo_size
from forms.paper.setting import Setting
from forms.paper.sheet import FINE, FIRM, Sheet, Type

_WHOLE = 70.0  # mm: a row up to this height is never cut
_PICTURE = 14.0  # mm: the height of a row in which a picture stands, such as a signature
_CHECK_WIDTHS = (0.075, 0.515, 0.13, 0.28)
_LABEL = (18.0, 36.0, 46.0)  # mm: label column at least, shared up to, own row up to


@dataclass(frozen=True, slots=True)
class Box:
    """One cell of a ruled row: its place, its set lines or its picture, and whether it is a label."""

    x: float
    width: float
    lines: tuple[Line, ...]
    kind: Type
    shaded: bool = False
    picture: Photo | None = None


def box(  # noqa: PLR0913 - a cell is all of these
    setting: Setting, x: float, width: float, text: str, *, label: bool = False, align: str = "left",
    bold: bool = False,
) -> Box:  # fmt: skip
    """Set ``text`` into a cell; a label is bold on a shade."""
    kind = replace(setting.cell, bold=True) if label or bold else setting.cell
    lines = setting.lines(text, width - 2 * setting.pad, kind, align)
    return Box(x, width, lines, kind, shaded=label)


def row(setting: Setting, boxes: Sequence[Box], repeat: Piece | None = None) -> list[Piece]:
    """Make a ruled row: one piece, or one a line when it is taller than 70 mm."""
    pitch = setting.cell.pitch
    count = max(len(cell.lines) for cell in boxes)
    height = max(setting.row, count * pitch + (setting.row - pitch))
    if any(cell.picture for cell in boxes):
        height = max(height, _PICTURE)
    if height <= _WHOLE:
        paint = partial(_paint_row, tuple(boxes), setting, height)
        return [Piece(height, paint, framed=True, ruled=True, repeat=repeat)]
    margin = (setting.row - pitch) / 2
    pieces = []
    for n in range(count):
        above, below = margin * (n == 0), margin * (n == count - 1)
        sliced = tuple(replace(cell, lines=cell.lines[n : n + 1]) for cell in boxes)
        paint = partial(_paint_slice, sliced, setting, (above, pitch + above + below))
        keep = n in {0, count - 2}
        pieces.append(
            Piece(pitch + above + below, paint, keep=keep, framed=True, ruled=n == 0, repeat=repeat)
        )
    if any(cell.picture for cell in boxes):
        pieces += row(setting, [replace(cell, lines=()) for cell in boxes], repeat)
    return pieces


def merged(blocks: Sequence[Block]) -> list[Block]:
    """Join neighbouring ``Fields``, so that their labels share a column."""
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, Fields) and done and isinstance(done[-1], Fields):
            done[-1] = Fields(done[-1].rows + block.rows)
        else:
            done.append(block)
    return done


def fields(setting: Setting, block: Fields) -> list[Piece]:
    """Lay out rows of label/value cells; ``span`` shares a row's width among its cells.

    First labels share a column unless one is too long for it; a row gives a cell more than its
    share when that keeps every value on one line.
    """
    columns = setting.labels or label_columns(setting, block)
    pieces = []
    for cells in block.rows:
        x, boxes = setting.left, []
        words = [_label(setting, cell) for cell in cells]
        labels = [
            max(columns[n], min(_natural(setting, label, bold=True), _LABEL[2]))
            for n, label in enumerate(words)
        ]
        shares = _shares(setting, cells, labels)
        for cell, said, label, whole in zip(cells, words, labels, shares, strict=True):
            boxes.append(box(setting, x, label, said, label=True))
            boxes.append(box(setting, x + label, whole - label, cell.value))
            x += whole
        pieces += row(setting, boxes) if boxes else []
    return pieces


def heading(setting: Setting, text: str) -> list[Piece]:
    """Make a shaded row over the whole width that names the rows below it and stays with them."""
    cell = box(setting, setting.left, setting.width, text, label=True)
    return [replace(piece, keep=True) for piece in row(setting, [cell])]


def checklist(setting: Setting, block: Checklist) -> list[Piece]:
    """Lay out number, item, verdict and note; an adverse verdict is bold."""
    widths = [share * setting.width for share in _CHECK_WIDTHS]
    head = _head(setting, block.heads, widths)
    pieces = [head]
    for check in block.rows:
        cells = (check.number, check.item, check.verdict, check.note)
        aligns = ("center", "left", "center", "left")
        boxes = _boxes(setting, cells, widths, aligns)
        if check.adverse:
            boxes[2] = box(setting, boxes[2].x, widths[2], check.verdict, align="center", bold=True)
        pieces += row(setting, boxes, head)
    return _with_first_row(pieces)


def table(setting: Setting, block: Table) -> list[Piece]:
    """Lay out a repeat: its caption, its heads (again on each page), its rows."""
    shares = block.widths or (1.0,) * len(block.heads)
    widths = [share / sum(shares) * setting.width for share in shares]
    head = _head(setting, block.heads, widths)
    pieces = []
    if block.caption:
        pieces += row(
            setting, [box(setting, setting.left, setting.width, block.caption, bold=True)]
        )
    pieces.append(head)
    aligns = [_column_align(block, n) for n in range(len(block.heads))]
    for cells in block.rows:
        pieces += row(setting, _boxes(setting, cells, widths, aligns), head)
    return _with_first_row(pieces)


def photos(setting: Setting, block: Photos) -> list[Piece]:
    """Lay out photos two to a row (three when more than four are no pairs), captions below."""
    across = 3 if len(block.items) > 4 and not block.paired else 2
    width = setting.width / across - 2 * setting.pad
    height = min(width * 0.75, setting.photo)
    pieces = []
    for start in range(0, len(block.items), across):
        items = block.items[start : start + across]
        captions = [setting.lines(photo.caption, width, setting.small, "center") for photo in items]
        deep = max(len(lines) for lines in captions) * setting.small.pitch
        paint = partial(_paint_photos, tuple(zip(items, captions, strict=True)), setting,
                        (width, height))  # fmt: skip
        pieces.append(Piece(height + deep + 3 * setting.pad, paint, framed=True, ruled=start == 0))
    return pieces


def draw_frame(sheet: Sheet, setting: Setting, page: Page) -> None:
    """Draw the horizontal rules of a page's framed pieces, and close each frame firmly."""
    ends = {round(put.y + put.piece.height, 3) for put in page if put.piece.framed}
    starts = {round(put.y, 3) for put in page if put.piece.framed}
    for put in page:
        if not put.piece.framed:
            continue
        top, end = put.y, put.y + put.piece.height
        if round(top, 3) not in ends:
            sheet.line(setting.left, top, setting.right, top, width=FIRM)
        elif put.piece.ruled:
            sheet.line(setting.left, top, setting.right, top)
        if round(end, 3) not in starts:
            sheet.line(setting.left, end, setting.right, end, width=FIRM)
        sheet.line(setting.left, top, setting.left, end, width=FIRM)
        sheet.line(setting.right, top, setting.right, end, width=FIRM)


def framed_space(height: float, *, ruled: bool = False) -> Piece:
    """Give white space inside the frame."""
    return Piece(height, nothing, framed=True, ruled=ruled)


def _column_align(block: Table, column: int) -> str:
    texts = (cells[column] for cells in block.rows)
    longest = max((len(text) for text in texts if isinstance(text, str)), default=0)
    return "center" if longest <= 16 else "left"


def _with_first_row(pieces: list[Piece]) -> list[Piece]:
    heads = next((n for n, piece in enumerate(pieces) if piece.repeat is not None), len(pieces))
    return kept(pieces[: heads + 1]) + pieces[heads + 1 :]


def label_columns(setting: Setting, block: Fields) -> tuple[float, ...]:
    """Give the width labels of the first, second … cell share, leaving out those too long for it."""
    columns = []
    for n in range(max((len(cells) for cells in block.rows), default=0)):
        labels = [_label(setting, cells[n]) for cells in block.rows if len(cells) > n]
        widths = [_natural(setting, label, bold=True) for label in labels]
        columns.append(max([_LABEL[0], *(width for width in widths if width <= _LABEL[1])]))
    return tuple(columns)


def _label(setting: Setting, cell: Cell) -> str:
    """Give a cell's label; one too long for a line breaks before its bracket."""
    if _natural(setting, cell.label, bold=True) <= _LABEL[2]:
        return cell.label
    return re.sub("(?<=.)（", "\n（", cell.label, count=1)


def _natural(setting: Setting, text: str, *, bold: bool = False) -> float:
    """Give the width a cell needs to hold ``text`` on one line."""
    longest = max(setting.fonts.width(line, bold=bold) for line in cleaned(text).split("\n"))
    return longest * setting.cell.size / 1000 + 2 * setting.pad + 0.3


def _shares(setting: Setting, cells: Sequence[Cell], labels: Sequence[float]) -> list[float]:
    unit = setting.width / (sum(cell.span for cell in cells) or 1)
    shares = [unit * cell.span for cell in cells]
    needs = [
        label + _natural(setting, cell.value) for cell, label in zip(cells, labels, strict=True)
    ]
    tight = [need > share for need, share in zip(needs, shares, strict=True)]
    spare = setting.width - sum(needs)
    if not any(tight):
        return shares
    if spare >= 0:
        return [need + spare / len(needs) for need in needs]
    if all(tight):
        return shares
    each = spare / sum(tight)
    return [need + each * short for need, short in zip(needs, tight, strict=True)]


def _head(setting: Setting, heads: Sequence[str], widths: Sequence[float]) -> Piece:
    boxes = _boxes(setting, heads, widths, ["center"] * len(heads), label=True)
    return row(setting, boxes)[0]


def _boxes(
    setting: Setting, cells: Sequence[str | Photo], widths: Sequence[float], aligns: Sequence[str],
    *, label: bool = False,
) -> list[Box]:  # fmt: skip
    x, boxes = setting.left, []
    for text, width, align in zip(cells, widths, aligns, strict=True):
        if isinstance(text, Photo):
            boxes.append(Box(x, width, (), setting.cell, picture=text))
        else:
            boxes.append(box(setting, x, width, text, label=label, align=align))
        x += width
    return boxes


def _paint_row(
    boxes: tuple[Box, ...], setting: Setting, height: float, sheet: Sheet, y: float
) -> None:
    for cell in boxes:
        if cell.shaded:
            sheet.fill(cell.x, y, cell.width, height)
    for cell in boxes:
        top = y + (height - len(cell.lines) * cell.kind.pitch) / 2
        for n, line in enumerate(cell.lines):
            sheet.text(line, cell.x + setting.pad, top + n * cell.kind.pitch, cell.kind)
        if cell.picture is not None:
            _paint_picture(sheet, cell.picture, cell.x, y, (cell.width, height))
        if cell.x > setting.left + 0.01:
            sheet.line(cell.x, y, cell.x, y + height, width=FINE)


def _paint_picture(
    sheet: Sheet, photo: Photo, x: float, y: float, cell: tuple[float, float]
) -> None:
    width, height = photo_size(photo, cell[0] - 2, cell[1] - 2)
    corner = (x + (cell[0] - width) / 2, y + (cell[1] - height) / 2)
    draw_photo(sheet, photo, *corner, (width, height))


def _paint_slice(
    boxes: tuple[Box, ...], setting: Setting, measures: tuple[float, float], sheet: Sheet, y: float
) -> None:
    above, height = measures
    for cell in boxes:
        if cell.shaded:
            sheet.fill(cell.x, y, cell.width, height)
    for cell in boxes:
        for line in cell.lines:
            sheet.text(line, cell.x + setting.pad, y + above, cell.kind)
        if cell.x > setting.left + 0.01:
            sheet.line(cell.x, y, cell.x, y + height, width=FINE)


def _paint_photos(
    items: tuple[tuple[Photo, tuple[Line, ...]], ...], setting: Setting,
    measures: tuple[float, float], sheet: Sheet, y: float,
) -> None:  # fmt: skip
    width, height = measures
    for n, (photo, caption) in enumerate(items):
        x = setting.left + n * (width + 2 * setting.pad) + setting.pad
        below = y + height + 2 * setting.pad
        for i, line in enumerate(caption):
            sheet.text(line, x, below + i * setting.small.pitch, setting.small)
        if not photo.data:
            _paint_gap(sheet, x, y + setting.pad, (width, height))
            continue
        size = photo_size(photo, width, height)
        corner = (x + (width - size[0]) / 2, y + setting.pad + (height - size[1]) / 2)
        draw_photo(sheet, photo, *corner, size)


def _paint_gap(sheet: Sheet, x: float, y: float, size: tuple[float, float]) -> None:
    """The place of a photo that is not kept, so that its fellow still stands on its side."""
    width, height = size
    for start, end in (((0, 0), (1, 0)), ((1, 0), (1, 1)), ((1, 1), (0, 1)), ((0, 1), (0, 0))):
        sheet.line(
            x + start[0] * width, y + start[1] * height, x + end[0] * width, y + end[1] * height
        )
