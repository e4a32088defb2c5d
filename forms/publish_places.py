"""Where the writer of a workbook finds a problem: the sheet and column as written there, the cell."""

from collections.abc import Iterable
from dataclasses import replace

from forms.publish_headings import column_meant, own_word, sheet_meant
from forms.publish_problems import Problem
from forms.publish_workbook import Book, Sheet, cell_name


def placed(problems: Iterable[Problem], book: Book) -> tuple[Problem, ...]:
    """The problems with the places the writer sees; ``book`` as it was read."""
    sheets: dict[str, Sheet] = {}
    for sheet in book.sheets.values():
        sheets.setdefault(sheet_meant(sheet.name), sheet)
    return tuple(_placed(one, sheets.get(sheet_meant(one.sheet)), book.suffix) for one in problems)


def _placed(one: Problem, sheet: Sheet | None, suffix: str) -> Problem:
    if sheet is None:
        return one
    at, heading = _column(one, sheet)
    cell = cell_name(at, one.row, suffix)
    return replace(one, own_sheet=sheet.name, own_column=heading, at=at, cell=cell)


def _column(one: Problem, sheet: Sheet) -> tuple[int, str]:
    """Where the column stands and how its heading is written; 0 when it has none."""
    name = sheet_meant(sheet.name)
    written = dict(zip(sheet.columns, sheet.headings, strict=True))
    if not one.column:
        return one.at, written.get(one.at, "")
    meant = {place: column_meant(name, heading) for place, heading in written.items()}
    wanted = column_meant(name, one.column)
    fits = [place for place, column in meant.items() if column == wanted]
    # A label without its language is that of the first.
    fits += [place for place, column in meant.items() if column.startswith(f"{wanted}::")]
    if not fits:
        return one.at, own_word(name, one.column, sheet.headings)
    return one.at or fits[0], written[fits[0]]
