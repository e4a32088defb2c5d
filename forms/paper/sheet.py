"""The sheet being drawn on: millimetres from the top left, text by line, named places."""

import datetime as dt
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from forms.paper.blocks import Place
from forms.paper.breaking import Line
from forms.paper.faces import FontSet

rl_config.useA85 = 0  # streams as bytes: a fifth smaller than as letters, and no time to encode

MM = 72 / 25.4  # points in a millimetre
BLACK, GREY, SHADE = HexColor(0x1A1A1A), HexColor(0x666666), HexColor(0xF4F4F2)
SEAL_RED, SEAL_PALE = HexColor(0xC0392B), HexColor(0xFDF7F5)
HAIR, FINE, FIRM = 0.12, 0.18, 0.35  # rules, in millimetres
_ASCENT = 0.88  # of the Noto faces: the part of the em box above the base line
_EPOCH = dt.date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Type:
    """How words are set: ``size`` of the em and ``pitch`` from line to line, in millimetres."""

    size: float
    pitch: float
    bold: bool = False
    colour: Color = BLACK


class _Stamp:
    """The time written into the file's properties: the paper's own day, never the clock."""

    tzname, dhh, dmm = "UTC", 0, 0

    def __init__(self, day: dt.date) -> None:
        self.t = dt.datetime.combine(day, dt.time(), dt.UTC).timestamp()
        self.lt = (day.year, day.month, day.day, 0, 0, 0, 0, 0, 0)
        self.YMDhms = self.lt[:6]


class Sheet:
    """A PDF in the making, one page after another.

    ``places`` collects where named things were drawn. Equal calls give equal bytes.
    """

    def __init__(
        self, fonts: FontSet, size: tuple[float, float], *, title: str, language: str, created: str
    ) -> None:
        self.fonts = fonts
        self.width, self.height = size
        self.page = 0
        self.places: list[Place] = []
        self._stream = BytesIO()
        self.canvas: Any = Canvas(
            self._stream,
            pagesize=(self.width * MM, self.height * MM),
            invariant=1,
            pageCompression=1,
            initialFontName=fonts.first(),  # type: ignore[arg-type]  # the stub is wrong
            lang=language,
        )
        self.canvas.setTitle(title)
        self.canvas.setAuthor("")
        self.canvas.setSubject("")
        self.canvas.setCreator("巡检 Xunjian")
        self.canvas.setProducer("reportlab")
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        day = dt.date.fromisoformat(created[:10]) if created else _EPOCH
        vars(self.canvas)["_doc"]._timeStamp = _Stamp(day)  # noqa: SLF001 - reportlab has no other door

    def mark(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """Remember where ``name`` stands on this page."""
        box = (round(value, 2) for value in (x, y, width, height))
        self.places.append(Place(name, self.page, *box))

    def line(self, x1: float, y1: float, x2: float, y2: float, *, width: float = FINE) -> None:
        """Draw a straight rule."""
        self.canvas.setStrokeColor(BLACK)
        self.canvas.setLineWidth(width * MM)
        self.canvas.line(x1 * MM, self._up(y1), x2 * MM, self._up(y2))

    def fill(self, x: float, y: float, width: float, height: float, colour: Color = SHADE) -> None:
        """Fill a box."""
        self.canvas.setFillColor(colour)
        self.canvas.rect(x * MM, self._up(y + height), width * MM, height * MM, stroke=0, fill=1)

    def text(self, line: Line, x: float, top: float, kind: Type) -> None:
        """Set one line, its em box centred in a strip one pitch high."""
        size = kind.size
        base = top + (kind.pitch - size) / 2 + size * _ASCENT
        text = self.canvas.beginText()
        text.setFillColor(kind.colour)
        for span in line.spans:
            text.setTextOrigin((x + span.x * size / 1000) * MM, self._up(base))
            text.setFont(span.font, size * MM)
            text.setCharSpace(span.space * size / 1000 * MM)
            text.textOut(span.text)
        text.setCharSpace(0)
        self.canvas.drawText(text)
        for left, right in line.underlines:
            under = base + size * 0.2
            self.line(x + left * size / 1000, under, x + right * size / 1000, under, width=HAIR)

    def circle(self, x: float, y: float, radius: float) -> None:
        """Draw the dashed ring that shows where the wet seal goes."""
        self.canvas.saveState()
        self.canvas.setStrokeColor(SEAL_RED)
        self.canvas.setFillColor(SEAL_PALE)
        self.canvas.setLineWidth(0.3 * MM)
        self.canvas.setDash(1.4 * MM, 0.9 * MM)
        self.canvas.circle(x * MM, self._up(y), radius * MM, stroke=1, fill=1)
        self.canvas.restoreState()

    def next_page(self) -> None:
        """Finish this page and begin another."""
        self.canvas.showPage()
        self.page += 1

    def finish(self) -> bytes:
        """Finish the last page and give the file."""
        self.canvas.showPage()
        self.canvas.save()
        return self._stream.getvalue()

    def _up(self, y: float) -> float:
        return (self.height - y) * MM
