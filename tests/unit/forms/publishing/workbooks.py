"""Workbooks for the tests: a small sound one, and ways to spoil it."""

import csv
import io
import zipfile

SURVEY_HEAD = (
    "type", "name", "label::中文 (zh)", "label::English (en)", "required", "relevant",
    "constraint", "calculation", "choice_filter", "bind::xj:law",
)  # fmt: skip
QUESTIONS = (
    ("begin_group", "basic", "基本", "Basic"),
    ("text", "party_name", "单位", "Unit", "yes"),
    ("integer", "lot", "批量", "Lot", "yes", "", ". >= 1"),
    ("integer", "taken", "抽样", "Taken", "yes", "", ". <= ${lot}"),
    ("calculate", "left", "", "", "", "", "", "${lot} - ${taken}"),
    ("select_one verdict", "mark", "标识齐全", "Label complete", "", "", "", "", "", "product-quality-law:27"),
    ("begin_repeat", "rows", "样品", "Samples"),
    ("text", "seal", "封条", "Seal"),
    ("end_repeat",),
    ("end_group",),
)  # fmt: skip
SHEETS = {
    "survey": (SURVEY_HEAD, *QUESTIONS),
    "choices": (
        ("list_name", "name", "label::中文 (zh)", "label::English (en)", "finding"),
        ("verdict", "ok", "合格", "Pass", ""),
        ("verdict", "no", "不合格", "Fail", "yes"),
    ),
    "settings": (
        ("form_title", "form_id", "version", "default_language", "namespaces", "kind", "layout",
         "signers", "effective_from"),
        ("小表", "small", "1", "中文 (zh)", 'xj="urn:xunjian:form"', "record", "table",
         "inspector-1 party", "2026-09-01"),
    ),
    "print": (
        ("block", "text", "when", "style"),
        ("title", "小表"),
        ("fields", "单位 = ${party_name} ;; 批量 = ${lot}"),
        ("checklist", "basic"),
        ("table", "rows: 序号 = ${#} ;; 封条 = ${seal}"),
        ("sign", "检查人员 = inspector-1 ;; 当事人 = party"),
    ),
    "tests": (
        ("test", "step", "name", "value"),
        ("相减", "answer", "lot", "10"),
        ("", "answer", "taken", "3"),
        ("", "value", "left", "7"),
    ),
}  # fmt: skip


def sheets(**changed):
    """The sound workbook with some sheets replaced; None leaves a sheet out."""
    merged = {**SHEETS, **changed}
    return {name: rows for name, rows in merged.items() if rows is not None}


def with_row(sheet, place, *cells):
    """The rows of a sheet with one replaced (``place`` as the spreadsheet counts, from 1)."""
    rows = list(SHEETS[sheet])
    rows[place - 1] = cells
    return tuple(rows)


def with_cell(sheet, place, heading, text):
    """The rows of a sheet with one cell changed."""
    rows = [list(row) for row in SHEETS[sheet]]
    column = rows[0].index(heading)
    row = rows[place - 1]
    row.extend([""] * (column + 1 - len(row)))
    row[column] = text
    return tuple(tuple(row) for row in rows)


def markdown(**changed):
    """The workbook as Markdown tables."""
    lines = []
    for name, rows in sheets(**changed).items():
        lines.append(f"| {name} |")
        for row in rows:
            cells = " | ".join(str(cell).replace("|", "\\|") for cell in row)
            lines.append(f"|  | {cells} |")
        lines.append("")
    return "\n".join(lines).encode()


def excel(**changed):
    """The workbook as .xlsx."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets(**changed).items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def comma(**changed):
    """The small workbook as pyxform's CSV: the first column names the sheet."""
    text = io.StringIO()
    writer = csv.writer(text)
    for name, rows in sheets(**changed).items():
        writer.writerow([name])
        writer.writerows(["", *row] for row in rows)
        writer.writerow([])
    return text.getvalue().encode()


def opened(data):
    """An .xlsx as openpyxl shows it."""
    import openpyxl

    return openpyxl.load_workbook(io.BytesIO(data))


def zip_bomb(megabytes):
    """An .xlsx whose sheet unpacks to this much."""
    packed = io.BytesIO(excel())
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/bomb.xml", b" " * (megabytes * 1024 * 1024))
    return packed.getvalue()
