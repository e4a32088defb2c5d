"""Reading QR and bar codes out of pictures."""

from pathlib import Path

from app.services.errors import Refused
from app.services.pictures import opened

LARGEST = 40_000_000
"""Bytes of a picture file that are read for a code."""


def read_rgb(data: bytes, width: int, height: int) -> tuple[str, ...]:
    """The texts of all codes in a picture of ``width`` × ``height`` RGB bytes."""
    from forms.paper.readcode import read

    return read(data, width, height)


def read_file(name: str) -> tuple[str, ...]:
    """The texts of all codes in a picture file.

    Raises:
        Refused: ``photo-missing``, ``photo-too-large``, ``photo-unreadable``.
    """
    from PIL import Image

    path = Path(name)
    if not path.is_file():
        raise Refused("photo-missing", name=path.name)
    size = path.stat().st_size
    if size > LARGEST:
        raise Refused("photo-too-large", size=size, limit=LARGEST, name=path.name)
    try:
        with opened(path.read_bytes()) as found:
            found.thumbnail((3000, 3000))
            picture = found.convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refused("photo-unreadable", name=path.name) from error
    return read_rgb(picture.tobytes(), picture.width, picture.height)
