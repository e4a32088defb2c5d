"""Signatures and photos for the demonstration, made by arithmetic from a name."""

import hashlib
import io
import math

from app.services.ink import Ink

_ASPECT = 3.2


def ink_of(name: str) -> Ink:
    """A drawn name: one loop of strokes a character, always the same for the same name."""
    strokes = []
    for place, character in enumerate(name):
        seed = hashlib.sha256(character.encode()).digest()
        left = 0.25 + place * (_ASPECT - 0.6) / max(1, len(name))
        for number in range(4):
            first, second, bend = seed[number * 3 : number * 3 + 3]
            points = []
            for step in range(14):
                at = step / 13
                x = left + 0.55 * at * (0.5 + first / 512) + 0.08 * math.sin(at * 5 + bend)
                y = 0.2 + second / 512 + 0.22 * number * at + 0.12 * math.sin(at * 6 + first)
                points.append(
                    (round(x, 4), round(min(0.95, y), 4), 0.02 + 0.012 * math.sin(at * 3))
                )
            strokes.append(tuple(points))
    return Ink(name, tuple(strokes), _ASPECT, _png(tuple(strokes)))


def _png(strokes: tuple[tuple[tuple[float, float, float], ...], ...]) -> bytes:
    from PIL import Image, ImageDraw

    size = 160
    image = Image.new("L", (int(size * _ASPECT), size), 255)
    pen = ImageDraw.Draw(image)
    for stroke in strokes:
        pen.line([(x * size, y * size) for x, y, _width in stroke], fill=20, width=4)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def photo_of(words: str) -> bytes:
    """A picture of shelves and boxes as a JPEG, its colours from the words."""
    from PIL import Image, ImageDraw

    seed = hashlib.sha256(words.encode()).digest()
    width, height = 1280, 960
    image = Image.new("RGB", (width, height), (196 + seed[0] % 30, 200, 204))
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, height * 3 // 4, width, height), fill=(150, 146, 140))
    for row in range(3):
        top = 90 + row * 230
        pen.rectangle((60, top + 170, width - 60, top + 186), fill=(92, 100, 112))
        for column in range(7):
            tone = seed[(row * 7 + column) % 32]
            left = 90 + column * 160
            box = (left, top + 40 - tone % 40, left + 128, top + 170)
            pen.rectangle(box, fill=(150 + tone % 80, 120 + tone % 60, 80 + tone % 50))
            pen.line((left, top + 100, left + 128, top + 100), fill=(210, 200, 170), width=8)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()
