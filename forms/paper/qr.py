"""The square code as one vector path: few big boxes, no bitmap, no seams."""

from typing import Final

from qrcode.constants import ERROR_CORRECT_M
from qrcode.exceptions import DataOverflowError
from qrcode.main import QRCode
from qrcode.util import QRData

from forms.paper.errors import BadCode
from forms.paper.sheet import BLACK, MM, Sheet

_ALPHANUMERIC_MODE: Final = 2  # ISO/IEC 18004 mode indicators
_BYTE_MODE: Final = 4
_FILL_NON_ZERO = 1  # reportlab.pdfgen.canvas.FILL_NON_ZERO, absent from its stub
_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_WORTH = 16  # so many letters at the end are shorter in a mode of their own
Box = tuple[int, int, int, int]


def matrix(text: str) -> list[list[bool]]:
    """Make the modules of ``text`` at level M: 41 a side (version 6) for a signed payload.

    Text of digits, capitals and ``$%*+-./:`` is written in the alphanumeric mode, which alone
    lets 154 characters fit version 6; so is a long end of such text after another beginning, as the
    proof is in an address. Raises ``BadCode`` when no version holds the text.
    """
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    short = text.rstrip(_LETTERS)
    if short and len(text) - len(short) < _WORTH:
        short = text
    if short:
        code.add_data(QRData(short.encode(), mode=_BYTE_MODE))
    if short != text:
        code.add_data(QRData(text[len(short) :].encode(), mode=_ALPHANUMERIC_MODE))
    try:
        code.make(fit=True)
    except (DataOverflowError, ValueError) as error:
        raise BadCode(len(text)) from error
    return [[bool(module) for module in row] for row in code.get_matrix()]


def boxes(modules: list[list[bool]]) -> list[Box]:
    """Merge dark modules into boxes (column, row, width, height): runs, then equal runs below."""
    open_runs: dict[tuple[int, int], int] = {}
    done: list[Box] = []
    for row, cells in enumerate([*modules, []]):
        runs = _runs(cells)
        for (start, width), top in [*open_runs.items()]:
            if (start, width) not in runs:
                done.append((start, top, width, row - top))
                del open_runs[start, width]
        for run in runs:
            open_runs.setdefault(run, row)
    return done


def draw_code(sheet: Sheet, text: str, corner: tuple[float, float], side: float) -> None:
    """Draw the code of ``text`` in a square of ``side`` millimetres and remember it as ``qr``."""
    x, y = corner
    modules = matrix(text)
    step = side / len(modules)
    path = sheet.canvas.beginPath()
    for column, row, width, height in boxes(modules):
        left = (x + column * step) * MM
        bottom = (sheet.height - y - (row + height) * step) * MM
        path.rect(left, bottom, width * step * MM, height * step * MM)
    sheet.canvas.setFillColor(BLACK)
    sheet.canvas.drawPath(path, stroke=0, fill=1, fillMode=_FILL_NON_ZERO)
    sheet.mark("qr", x, y, side, side)


def _runs(cells: list[bool]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start = None
    for column, dark in enumerate([*cells, False]):
        if dark and start is None:
            start = column
        elif not dark and start is not None:
            runs.append((start, column - start))
            start = None
    return runs
