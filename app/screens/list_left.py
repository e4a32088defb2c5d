"""What of an imported list stayed out, as a workbook: put right there, it is imported again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from app.screens.sentences_lists import doubt_sentence, wrong_sentence
from app.services.export_tables import Field, Sheet
from app.services.export_workbook import Xlsx
from app.services.list_doubts import SKIP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from app.services.list_preview import Preview
    from app.services.list_reading import Place

CONTEXT = "ListLeft"


def save_left(path: Path, found: Preview[Any, Any], chosen: Mapping[str, str]) -> str:
    """Write every wrong cell and every row whose doubt was left; why it could not be, else ""."""
    title = QCoreApplication.translate(CONTEXT, "Not taken over")
    fields = (
        Field("sheet", QCoreApplication.translate(CONTEXT, "Sheet")),
        Field("row", QCoreApplication.translate(CONTEXT, "Row"), "integer"),
        Field("column", QCoreApplication.translate(CONTEXT, "Column")),
        Field("value", QCoreApplication.translate(CONTEXT, "In the cell")),
        Field("why", QCoreApplication.translate(CONTEXT, "Why it stayed out")),
    )
    sheet = Sheet("left", title, "", fields)
    book = Xlsx(path, (sheet,))
    try:
        for place, *texts in sorted(_lines(found, chosen), key=lambda one: _order(one[0])):
            book.add(sheet, (place.sheet, str(place.row), *texts))
        book.finish()
    except OSError as error:
        book.abandon()
        return error.strerror or type(error).__name__
    return ""


def _lines(
    found: Preview[Any, Any], chosen: Mapping[str, str]
) -> Iterator[tuple[Place, str, str, str]]:
    for one in found.wrong:
        heading = found.headings.get(one.column, "")
        yield one.place, heading, one.value, wrong_sentence(one)
    for doubt in found.doubts:
        if chosen.get(doubt.key, SKIP) == SKIP:
            for place in doubt.places:
                yield place, "", doubt.text, doubt_sentence(doubt)


def _order(place: Place) -> tuple[str, int]:
    return place.sheet, place.row
