"""How a marked workbook looks: the red cells, their comments, and the sheet in front."""

from collections.abc import Iterable
from typing import Any

AUTHOR = "巡检 Xunjian"
RED = "FFFF7C80"
TITLES = {"zh": "错误", "en": "Errors"}
_HEADINGS = {
    "zh": ("工作表", "行", "列", "错在哪里"),
    "en": ("Sheet", "Row", "Column", "What is wrong"),
}
_WIDTHS = (14, 8, 24, 90)
_ABOVE = "\n——\n"  # between our sentence and the writer's own comment


def write_text(cell: Any, text: str) -> None:
    """Write a text as text, even if it looks like a formula or holds what Excel cannot."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    if cell.value:
        cell.data_type = "s"


def mark(sheet: Any, row: int, column: int, sentence: str) -> None:
    """Make a cell red and say why in a comment; the writer's own comment stays below it."""
    from openpyxl.styles import PatternFill

    cell = _first_of_merged(sheet, row, column)
    words = sentence + (f"{_ABOVE}{cell.comment.text}" if cell.comment else "")
    cell.fill = PatternFill("solid", start_color=RED, end_color=RED)
    cell.comment = comment(words)


def comment(words: str) -> Any:
    """A comment of ours, large enough for its words."""
    from openpyxl.comments import Comment

    made = Comment(words, AUTHOR)
    _fit(made)
    return made


def _fit(made: Any) -> None:
    lines = sum(1 + len(line) // 24 for line in made.text.splitlines())
    made.height, made.width = 30 + 18 * min(lines, 20), 340


def _first_of_merged(sheet: Any, row: int, column: int) -> Any:
    """The cell itself, or the first of the merged ones it belongs to."""
    for area in sheet.merged_cells.ranges:
        if area.min_row <= row <= area.max_row and area.min_col <= column <= area.max_col:
            return sheet.cell(area.min_row, area.min_col)
    return sheet.cell(row, column)


def clear(book: Any) -> None:
    """Take the marks of an earlier copy away.

    Comments that stay are given room for their words again, which openpyxl does not read.
    """
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    for sheet in list(book.worksheets):
        if sheet.title in TITLES.values() and sheet["A1"].value in {"工作表", "Sheet"}:
            book.remove(sheet)
            continue
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment is None:
                    continue
                _fit(cell.comment)
                if cell.fill.start_color.rgb != RED:
                    continue
                _, _, own = cell.comment.text.partition(_ABOVE)
                cell.comment = Comment(own, "") if own else None
                cell.fill = PatternFill()


def front_sheet(
    book: Any, rows: Iterable[tuple[tuple[str, int, str, int], str]], language: str
) -> None:
    """The list of everything wrong, in front of all sheets, each line a jump to its place."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.hyperlink import Hyperlink

    title = TITLES["zh" if language == "zh" else "en"]
    sheet = book.create_sheet(title, 0)
    for place, heading in enumerate(_HEADINGS["zh" if language == "zh" else "en"], start=1):
        cell = sheet.cell(1, place, heading)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", start_color=RED, end_color=RED)
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS[place - 1]
    for number, ((name, row, column, jump), sentence) in enumerate(rows, start=2):
        write_text(sheet.cell(number, 1), name)
        if row:
            sheet.cell(number, 2, row)
        write_text(sheet.cell(number, 3), column)
        write_text(sheet.cell(number, 4), sentence)
        sheet.cell(number, 4).alignment = Alignment(wrap_text=True, vertical="top")
        if jump:
            quoted = name.replace("'", "''")
            spot = f"'{quoted}'!{get_column_letter(jump)}{row or 1}"
            sheet.cell(number, 1).hyperlink = Hyperlink(ref=f"A{number}", location=spot)
            sheet.cell(number, 1).font = Font(underline="single", color="FF0563C1")
    sheet.freeze_panes = "A2"
    for other in book.worksheets:
        other.sheet_view.tabSelected = other is sheet
    book.active = 0
