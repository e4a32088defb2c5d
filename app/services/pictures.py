"""Pictures as bytes: what kind they are, when and where they were taken, and smaller copies."""

import datetime as dt
import io
import math
import struct
from typing import TYPE_CHECKING

from app.services.context import CHINA
from app.services.errors import Refused
from forms.rules.earth import point_text, read_point

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

HEAD = 32
"""How many bytes ``sniff`` needs."""

LARGEST_PIXELS = 210_000_000
"""A JPEG with more is refused; the largest telephones take 200 million. It is read scaled down."""

LARGEST_WHOLE = 60_000_000
"""The same for other kinds, which can only be opened whole: four bytes a pixel, and twice."""

_TAKEN = 36867
_TAKEN_OFFSET = 36881
_EXIF = 0x8769
_GPS = 0x8825


_BEGINNINGS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
)


_WEBP = "image/webp"
_DRAWN = frozenset({kind for _begin, kind in _BEGINNINGS} | {_WEBP})


def sniff(head: bytes) -> str | None:
    """The MIME type of an image by its first bytes, whatever its name says, or None."""
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return _WEBP
    return next((kind for begin, kind in _BEGINNINGS if head.startswith(begin)), None)


def is_drawn(mime: str) -> bool:
    """Whether screen and page can show a picture of this kind; HEIC and the like are only kept."""
    return mime in _DRAWN


def opened(data: bytes) -> "Picture":
    """A picture of which only the head has been read; it is closed by ``with``.

    Raises:
        OSError, ValueError, SyntaxError: it is no picture, or damaged.
        PIL.Image.DecompressionBombError: it has more pixels than are ever read.
    """
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # the library's own bound would refuse a telephone's picture
    image = Image.open(io.BytesIO(data))
    most = LARGEST_PIXELS if image.format in {"JPEG", "MPO"} else LARGEST_WHOLE
    if image.width * image.height > most:
        image.close()
        raise Image.DecompressionBombError(f"{image.width} x {image.height} pixels")
    return image


def check(data: bytes, name: str) -> None:
    """Open the picture far enough to know that it is one.

    Raises:
        Refused: ``photo-unreadable``.
    """
    from PIL import Image

    try:
        with opened(data) as image:
            image.draft("RGB", (64, 64))
            image.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refused("photo-unreadable", name=name) from error


def taken_at(data: bytes) -> dt.datetime | None:
    """When the camera says the picture was taken (EXIF 36867), read as China time without a zone."""
    try:
        with opened(data) as image:
            details = image.getexif().get_ifd(_EXIF)
        text = str(details[_TAKEN]).strip("\0 ")
        zone = str(details.get(_TAKEN_OFFSET, "")).strip("\0 ")
        moment = dt.datetime.strptime(text, "%Y:%m:%d %H:%M:%S").replace(tzinfo=CHINA)
        if zone:
            moment = dt.datetime.strptime(f"{text} {zone}", "%Y:%m:%d %H:%M:%S %z")
    except (OSError, KeyError, ValueError, SyntaxError):
        return None
    return moment.astimezone(dt.UTC)


def place_of(data: bytes, name: str) -> str:
    """Where the camera says the picture was taken, as ``latitude longitude altitude``; "" for nowhere.

    Raises:
        Refused: ``photo-unreadable``.
    """
    from PIL import Image

    try:
        with opened(data) as image:
            told = image.getexif().get_ifd(_GPS)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refused("photo-unreadable", name=name) from error
    except (TypeError, KeyError, IndexError, ArithmeticError, struct.error, EOFError):
        return ""
    latitude = _degrees(told.get(2), told.get(1), "S")
    longitude = _degrees(told.get(4), told.get(3), "W")
    if latitude is None or longitude is None:
        return ""
    altitude, accuracy = _number(told.get(6)), _number(told.get(31))
    if altitude is not None and told.get(5) in {b"\x01", 1}:
        altitude = -altitude
    text = point_text(latitude, longitude, altitude, accuracy)
    return text if read_point(text) else ""


def _degrees(parts: object, side: object, negative: str) -> float | None:
    """Degrees, minutes and seconds on a side of the earth as one number; the camera's order is GPS 1-4."""
    if not isinstance(parts, tuple) or len(parts) != 3 or not isinstance(side, str):
        return None
    numbers = [_number(part) for part in parts]
    if any(number is None for number in numbers):
        return None
    degrees, minutes, seconds = (number or 0.0 for number in numbers)
    whole = degrees + minutes / 60 + seconds / 3600
    return -whole if side.strip("\0 ").upper() == negative else whole


def _number(part: object) -> float | None:
    try:
        number = float(part)  # type: ignore[arg-type]  # a rational of the library, or anything
    except (TypeError, ValueError, ArithmeticError):
        return None
    return number if math.isfinite(number) else None


def _on_white(image: "Picture") -> "Picture":
    """A picture without clear places: ink drawn on nothing stands on white paper."""
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image.convert("RGB")
    from PIL import Image

    clear = image.convert("RGBA")
    white = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(white, clear).convert("RGB")


def shrunk(data: bytes, width: int) -> bytes:
    """An upright JPEG at most ``width`` pixels wide, without the camera's details (place, owner).

    Raises:
        Refused: ``photo-unreadable``.
    """
    from PIL import Image, ImageOps

    try:
        with opened(data) as image:
            image.draft("RGB", (width * 2, width * 2))
            upright = _on_white(ImageOps.exif_transpose(image))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refused("photo-unreadable", name="") from error
    if upright.width > width:
        height = max(1, round(upright.height * width / upright.width))
        upright = upright.resize((width, height), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    upright.save(out, "JPEG", quality=82, optimize=False)
    return out.getvalue()
