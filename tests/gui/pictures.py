"""Comparing a picture of the window with the one that was looked at and kept, with tolerance."""

import os
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter
from PySide6.QtCore import QBuffer, QIODevice

KEPT = Path(__file__).resolve().parent.parent / "data" / "pictures"
REDRAW = "XUNJIAN_REDRAW"  # set to 1 to keep the pictures as they are drawn now
COLOURS = 64
SEEN = 56  # how far two points may be apart before an eye sees it, of 255
STRICT, LOOSE = 0.004, 0.03  # the share of points that may differ


@dataclass(frozen=True)
class Difference:
    """The share of points that differ, and where both pictures can be looked at."""

    share: float
    shown: Path | None = None


def whole(pixmap):
    """A window's picture as it is, in its true colours."""
    return _picture(pixmap)


def small(pixmap):
    """A window's picture at half its size, as kept: few colours, few bytes."""
    picture = _picture(pixmap)
    half = picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.LANCZOS)
    return half.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def keep(name, picture):
    """Make a picture the one to compare with from now on."""
    KEPT.mkdir(parents=True, exist_ok=True)
    picture.save(KEPT / f"{name}.png", optimize=True)


def compare(name, pixmap, out):
    """How far the window is from the kept picture; a new one is left in ``out`` when it is."""
    now = small(pixmap)
    path = KEPT / f"{name}.png"
    if os.environ.get(REDRAW) == "1":
        keep(name, now)
        return Difference(0.0)
    if not path.exists():
        return Difference(1.0, _leave(name, now, out))
    with Image.open(path) as kept:
        before = kept.convert("RGB").filter(ImageFilter.BoxBlur(1))
    after = now.convert("RGB").filter(ImageFilter.BoxBlur(1))
    if before.size != after.size:
        return Difference(1.0, _leave(name, now, out))
    apart = (
        ImageChops.difference(before, after).convert("L").point(lambda value: value > SEEN and 255)
    )
    share = apart.histogram()[255] / (apart.width * apart.height)
    return Difference(share, _leave(name, now, out) if share > STRICT else None)


def _leave(name, picture, out):
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"{name}.png"
    picture.save(path)
    return path


def _picture(pixmap):
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, "PNG")
    return Image.open(BytesIO(bytes(buffer.data().data()))).convert("RGB")
