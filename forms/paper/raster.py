"""Pictures and words of a drawn page, through pdfium; for preview, printing and checks."""

import threading
from typing import Any

_MM = 25.4 / 72  # millimetres in a point
_ONE_AT_A_TIME = threading.Lock()  # pdfium is not safe from several threads


def page_count(pdf: bytes) -> int:
    """Give the number of pages."""
    with _ONE_AT_A_TIME, _opened(pdf) as document:
        return len(document)


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Give the width and height of every page in millimetres."""
    with _ONE_AT_A_TIME, _opened(pdf) as document:
        return tuple(
            (across * _MM, down * _MM)
            for across, down in (document.get_page_size(page) for page in range(len(document)))
        )


def page_image(pdf: bytes, page: int, width_px: int) -> tuple[int, int, bytes]:
    """Paint ``page`` (from 0) ``width_px`` pixels wide: width, height, RGB bytes without padding.

    Raises ``IndexError`` when there is no such page.
    """
    with _ONE_AT_A_TIME, _opened(pdf) as document:
        sheet = _page(document, page)
        bitmap = sheet.render(scale=width_px / sheet.get_width(), rev_byteorder=True)
        picture = bitmap.to_pil().convert("RGB")
        sheet.close()
    if picture.width != width_px:  # pdfium rounds up
        picture = picture.crop((0, 0, width_px, picture.height))
    return picture.width, picture.height, picture.tobytes()


def page_text(pdf: bytes, page: int | None = None) -> str:
    """Give the words of ``page``, or of all pages with a form feed between two."""
    with _ONE_AT_A_TIME, _opened(pdf) as document:
        numbers = range(len(document)) if page is None else [page]
        return "\f".join(_words(_page(document, number)) for number in numbers)


def _opened(pdf: bytes) -> Any:
    import pypdfium2

    return pypdfium2.PdfDocument(pdf)


def _page(document: Any, page: int) -> Any:
    if not 0 <= page < len(document):
        raise IndexError(page)
    return document[page]


def _words(sheet: Any) -> str:
    text = sheet.get_textpage()
    try:
        return str(text.get_text_range()).replace("\r\n", "\n")
    finally:
        text.close()
        sheet.close()
