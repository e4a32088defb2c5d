"""Paper as it is in life: rendered, sealed in red, askew and soft, then read again."""

import math

from PIL import Image, ImageDraw, ImageFilter

from forms.paper.raster import page_image
from forms.paper.readcode import read

WIDTH = 1654
"""Pixels of an A4 page at 200 dots an inch."""
RED = (214, 30, 36)
INK = 0.62


def pages(pdf, count):
    """The pages as pictures."""
    found = []
    for number in range(count):
        wide, high, data = page_image(pdf, number, WIDTH)
        found.append(Image.frombytes("RGB", (wide, high), data))
    return found


def codes(picture):
    return read(picture.tobytes(), picture.width, picture.height)


def box_of(picture):
    """Where the code stands on a page."""
    import zxingcpp

    place = zxingcpp.read_barcodes(picture)[0].position
    xs = [corner.x for corner in (place.top_left, place.top_right, place.bottom_left)]
    ys = [corner.y for corner in (place.top_left, place.top_right, place.bottom_left)]
    return min(xs), min(ys), max(xs), max(ys)


def sealed(picture):
    """A round red seal with a star, pressed across the code."""
    left, top, right, bottom = box_of(picture)
    middle = ((left + right) / 2, (top + bottom) / 2)
    radius = 330 / 2  # 42 mm
    ink = Image.new("RGB", picture.size, "white")
    pen = ImageDraw.Draw(ink)
    box = (middle[0] - radius, middle[1] - radius, middle[0] + radius, middle[1] + radius)
    pen.ellipse(box, outline=RED, width=12)
    star = [
        (
            middle[0] + radius * size * math.sin(math.pi * turn / 5),
            middle[1] - radius * size * math.cos(math.pi * turn / 5),
        )
        for turn, size in ((n, 0.34 if n % 2 == 0 else 0.14) for n in range(10))
    ]
    pen.polygon(star, fill=RED)
    mask = ink.convert("L").point(lambda light: 0 if light > 250 else int(255 * INK))
    done = picture.copy()
    done.paste(Image.new("RGB", picture.size, RED), (0, 0), mask)
    return done


def worn(picture):
    """Sealed, a little askew, and out of focus."""
    turned = sealed(picture).rotate(2.5, Image.Resampling.BICUBIC, fillcolor="white")
    return turned.filter(ImageFilter.GaussianBlur(1.6))
