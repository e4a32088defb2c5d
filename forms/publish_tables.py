"""Rows of text cells as every kind of workbook gives them, and the bounds they must keep."""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from decimal import Decimal

from forms.publish_problems import Problem, PublishError, problem

MEGABYTE = 1024 * 1024
FILE_LIMIT = 16 * MEGABYTE
UNPACKED_LIMIT = 128 * MEGABYTE
SHEET_LIMIT = 40
COLUMN_LIMIT = 200
ROW_LIMIT = 20_000
CELL_LIMIT = 10_000
_EXACT = 10**15  # spreadsheets keep fifteen digits of a number
LAST_ROW = 1_048_576  # of any spreadsheet; a row may claim to stand further down

# Each row with its number as the spreadsheet shows it; the first one holds the headings.
Table = list[tuple[int, Sequence[str]]]


def table_of(sheet: str, rows: Iterable[tuple[int, Sequence[object]]]) -> Table:
    """The rows that hold anything as text, without the empty cells at their ends.

    Raises:
        PublishError: more rows or columns than a form can need.
    """
    table: Table = []
    for number, values in rows:
        if values.count(None) == len(values) and number <= LAST_ROW:
            continue
        texts = [cell_text(value) for value in values]
        while texts and not texts[-1]:
            texts.pop()
        if len(texts) > COLUMN_LIMIT:
            raise PublishError((too_wide(sheet, len(texts), number),))
        if number > ROW_LIMIT and (texts or number > LAST_ROW):
            raise PublishError((problem("too-many-rows", sheet, number, limit=ROW_LIMIT),))
        if texts:
            table.append((number, texts))
    return table


def too_wide(sheet: str, count: int, row: int = 1) -> Problem:
    """The problem of a row with too many columns."""
    return problem("too-many-columns", sheet, row, count=count, limit=COLUMN_LIMIT)


def check_sheet_count(count: int) -> None:
    """Refuse a workbook with more sheets than a form can need.

    Raises:
        PublishError: there are too many.
    """
    if count > SHEET_LIMIT:
        raise PublishError((problem("too-many-sheets", count=count, limit=SHEET_LIMIT),))


def cell_text(value: object) -> str:
    """A cell as a form writer reads it: whole numbers without a point, dates as ISO."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number_text(value)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value).replace("\xa0", " ").strip()


def _number_text(value: float) -> str:
    """A number without a needless point; of a longer one than Excel keeps only what it shows."""
    if abs(value) >= _EXACT and abs(value) != math.inf:
        return f"{Decimal(value):.5E}"
    return str(int(value)) if float(value).is_integer() else str(value)
