"""Photos a stranger hands in, drawn anew: what is kept is a JPEG of ours with their pixels alone.

The kind is told by content. The head is read first, so that a picture of too many pixels is never
unpacked; where the camera stood, who owns it and whatever else hides in the file stays out.
"""

import io
import threading
import warnings

MOST_BYTES = 12 << 20
MOST_PIXELS = 60_000_000
"""More than a telephone takes; a JPEG of it is read scaled down."""
MOST_WHOLE = 25_000_000
"""The same of a PNG, which can only be unpacked whole."""
LONGEST_SIDE = 2560
_QUALITY = 85
_ONE_AT_A_TIME = threading.BoundedSemaphore(1)


class NoPhoto(Exception):  # noqa: N818 - it tells what happened
    """What was sent is not kept; ``code``: ``kind``, ``large`` (bytes or pixels) or ``broken``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def remade(data: bytes) -> bytes:
    """Return the picture in some bytes as a JPEG, upright, on white, without anything beside it.

    Raises:
        NoPhoto: it is neither JPEG nor PNG, too large, or damaged.
    """
    if not data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        raise NoPhoto("kind")
    if len(data) > MOST_BYTES:
        raise NoPhoto("large")
    from PIL import Image

    broken = (OSError, ValueError, SyntaxError, TypeError, EOFError, MemoryError, ArithmeticError)
    with _ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _drawn(data)
        except Image.DecompressionBombError as error:
            raise NoPhoto("large") from error
        except broken as error:
            raise NoPhoto("broken") from error


def _drawn(data: bytes) -> bytes:
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as image:
        pixels = image.width * image.height
        if pixels > (MOST_PIXELS if image.format == "JPEG" else MOST_WHOLE):
            raise NoPhoto("large")
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        clear = ImageOps.exif_transpose(image).convert("RGBA")
    flat = Image.new("RGB", clear.size, "white")
    flat.paste(clear, mask=clear.getchannel("A"))
    out = io.BytesIO()
    flat.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
