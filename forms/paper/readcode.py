"""Codes in a picture: read first as it is under a red seal, then enlarged and sharpened."""

from collections.abc import Iterator

from PIL import Image, ImageFilter

_ENLARGED = 2
_MOST_PIXELS = 24_000_000  # a picture above this is not enlarged


def read(image: bytes, width: int, height: int) -> tuple[str, ...]:
    """Give the texts of the codes and bar codes in RGB bytes, in reading order, each once.

    The red channel comes first: in it the ink of a seal is white and the code stands clear.
    Raises ``ValueError`` when the bytes are not ``width`` by ``height`` RGB.
    """
    if len(image) != width * height * 3:
        raise ValueError("not an RGB picture of this size")
    import zxingcpp

    for view in _views(Image.frombytes("RGB", (width, height), image)):
        found = [code for code in zxingcpp.read_barcodes(view) if code.valid]
        if found:
            found.sort(key=lambda code: (code.position.top_left.y, code.position.top_left.x))
            return tuple(dict.fromkeys(_text(code.bytes, code.text) for code in found))
    return ()


def _views(picture: Image.Image) -> Iterator[Image.Image]:
    red, grey = picture.getchannel(0), picture.convert("L")
    yield red
    yield grey
    if picture.width * picture.height * _ENLARGED**2 <= _MOST_PIXELS:
        for view in (red, grey):
            large = view.resize(
                (view.width * _ENLARGED, view.height * _ENLARGED), Image.Resampling.BICUBIC
            )
            yield large.filter(ImageFilter.UnsharpMask(radius=3, percent=220, threshold=0))


def _text(raw: bytes, text: str) -> str:
    """Read bytes as UTF-8, or as GB 18030 where an old Chinese printer wrote them unmarked."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return text
