"""The demonstration's signatures, as the pad would hand them over."""

import io
from functools import lru_cache

from app.services.demo_hand import written
from app.services.ink import Ink
from forms.facts import Stroke
from resources.story import demo_story

_ASPECT = 3.2
_HEIGHT = 160
"""Pixels of the picture that is kept beside the strokes."""


@lru_cache(maxsize=256)
def ink_of(name: str) -> Ink:
    """A drawn name: as the story has it, else written by ``demo_hand``; always the same."""
    known = next((each for each in demo_story().signatures if each.name == name), None)
    if known is not None:
        return Ink(name, known.strokes, known.aspect, _png(known.strokes, known.aspect))
    strokes = written(name, _ASPECT)
    return Ink(name, strokes, _ASPECT, _png(strokes, _ASPECT))


def _png(strokes: tuple[Stroke, ...], aspect: float) -> bytes:
    from PIL import Image, ImageDraw

    image = Image.new("L", (round(_HEIGHT * aspect), _HEIGHT), 255)
    pen = ImageDraw.Draw(image)
    for stroke in strokes:
        width = round(max(point[2] for point in stroke) * _HEIGHT)
        line = [(x * _HEIGHT, y * _HEIGHT) for x, y, _width in stroke]
        pen.line(line, fill=20, width=width, joint="curve")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
