"""Pages as pictures: what a screen shows of a drawn paper, and what a printer without CUPS gets."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace

from app.services import documents, finishing, papers
from app.services.context import CHINA, Acting
from app.services.documents import Ready
from app.services.papers import Stamp
from app.services.records import Opened, open_record
from db.connection import Reader

WIDE = 1400
"""Pixels across a page of A4: 170 dots an inch."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One page: RGB bytes without padding, its size in pixels and in millimetres."""

    rgb: bytes
    width: int
    height: int
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a named thing stands: page from 0, box in millimetres from the top left."""

    name: str
    page: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn paper with its pages as pictures and the places on them.

    ``ready`` is that of a document not issued yet, ``labels`` a second paper that goes with it.
    """

    pdf: bytes
    pictures: tuple[Picture, ...]
    spots: tuple[Spot, ...] = ()
    ready: Ready | None = None
    labels: "Drawn | None" = None


def page_image(pdf: bytes, page: int, width: int) -> tuple[int, int, bytes]:
    """Paint a page (from 0) ``width`` pixels wide: width, height, RGB bytes.

    Raises:
        IndexError: there is no such page.
    """
    from forms.paper import raster

    return raster.page_image(pdf, page, width)


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """The width and height of every page in millimetres."""
    from forms.paper import raster

    return raster.page_sizes(pdf)


def pictures(pdf: bytes, width: int = WIDE) -> tuple[Picture, ...]:
    """Every page as a picture; ``width`` pixels stand for the 210 mm of A4 (io thread)."""
    made = []
    for page, (across, down) in enumerate(page_sizes(pdf)):
        wide, high, rgb = page_image(pdf, page, max(1, round(width * across / 210)))
        made.append(Picture(rgb, wide, high, across, down))
    return tuple(made)


def of_record(open_reader: Callable[[], Reader], act: Acting, record_id: str) -> Drawn:
    """A record as it will print now, or its kept pages once it is finished (io thread).

    Raises:
        Refused: ``not-found``, ``glyph-missing``, ``page-overflow``, ``photo-unreadable``.
    """
    with closing(open_reader()) as reader:
        opened = open_record(reader, act, record_id)
        if opened.record.pdf_sha is not None:
            return kept(finishing.kept_pages(reader, record_id))
        printed = papers.printed(reader, act, opened)
    spots = tuple(Spot(p.name, p.page, p.x, p.y, p.width, p.height) for p in printed.places)
    return Drawn(printed.pdf, pictures(printed.pdf), spots)


def of_preview(open_reader: Callable[[], Reader], act: Acting, record_id: str) -> Drawn:
    """A document with the number it will take, and its labels; nothing is taken (io thread).

    Raises:
        Refused: as ``documents.preview``.
    """
    with closing(open_reader()) as reader:
        ready = documents.preview(reader, act, record_id)
        opened = open_record(reader, act, record_id)
        stamp = papers.stamp_of(ready.number_text, act.today, ready.qr, ready.content_hash)
        labels = _labels(reader, act, opened, stamp)
    return replace(kept(ready.printed.pdf), ready=ready, labels=labels)


def of_document(open_reader: Callable[[], Reader], act: Acting, document_id: str) -> Drawn:
    """The kept pages of an issued document, their hash checked, and its labels (io thread).

    Raises:
        Refused: ``not-found``.
        MachineError: ``corrupt``, ``unreadable-file``.
    """
    with closing(open_reader()) as reader:
        row = documents.get(reader, document_id)
        pdf = documents.printed_bytes(reader, document_id)
        day = row.issued.astimezone(CHINA).date()
        stamp = papers.stamp_of(row.number_text, day, row.qr, row.content_hash)
        labels = _labels(reader, act, open_record(reader, act, row.record_id), stamp)
    return replace(kept(pdf), labels=labels)


def kept(pdf: bytes) -> Drawn:
    """Bytes that were kept, as pages."""
    return Drawn(pdf, pictures(pdf))


def _labels(reader: Reader, act: Acting, opened: Opened, stamp: Stamp) -> Drawn | None:
    """The seal labels, one page a sample, of a paper whose form has them."""
    if not opened.package.label_rows:
        return None
    return kept(papers.printed(reader, act, opened, stamp, "label").pdf)
