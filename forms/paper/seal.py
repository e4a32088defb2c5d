"""The place of the wet seal: agency over date, a dashed ring of 42 mm around both."""

from functools import partial

from forms.paper.blocks import Seal
from forms.paper.flow import Piece
from forms.paper.setting import POINT, Setting
from forms.paper.sheet import SEAL_RED, Sheet, Type

DIAMETER = 42.0  # mm: the round seal of a county or city bureau
_ABOVE, _BELOW = 1.5, 3.0
_HINT = Type(7.5 * POINT, 4.0, colour=SEAL_RED)


def seal_piece(block: Seal, setting: Setting) -> Piece:
    """Set agency and date centred on each other, the date four characters from the right edge."""
    return Piece(_ABOVE + DIAMETER + _BELOW, partial(_paint, block, setting))


def _paint(block: Seal, setting: Setting, sheet: Sheet, y: float) -> None:
    kind, fonts = setting.body, setting.fonts
    em = kind.size
    date = fonts.width(block.date) * em / 1000
    agency = fonts.width(block.agency) * em / 1000
    centre = setting.right - 4 * em - date / 2
    centre = min(centre, setting.right - agency / 2)
    middle = y + _ABOVE + DIAMETER / 2
    sheet.circle(centre, middle, DIAMETER / 2)
    sheet.mark("seal", centre - DIAMETER / 2, y + _ABOVE, DIAMETER, DIAMETER)
    hint = setting.lines(block.hint, DIAMETER, _HINT, "center")
    for line in hint:
        sheet.text(line, centre - DIAMETER / 2, y + _ABOVE + 5.0, _HINT)
    for n, (text, width) in enumerate(((block.agency, agency), (block.date, date))):
        for line in setting.lines(text, width + em, kind):
            sheet.text(line, centre - width / 2, middle + (n - 1) * kind.pitch, kind)
