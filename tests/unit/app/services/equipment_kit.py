"""Lists of special equipment as a bureau has them, with one thing after the other wrong."""

UNIT = "临沂市小白羊童车有限公司"
USCC = "91371302MA0DEM013G"
HEAD = ("设备代码", "使用登记证编号", "设备品种", "使用单位", "使用地点", "下次检验日期", "状态")
GOOD = {
    "设备代码": "311037001202300021",
    "使用登记证编号": "梯11鲁Q00921(24)",
    "设备品种": "曳引驱动乘客电梯",
    "使用单位": UNIT,
    "使用地点": "办公楼",
    "下次检验日期": "2027-05-01",
    "状态": "在用",
}


def row(**cells):
    """A good row with some cells otherwise."""
    return {**GOOD, **cells}


def book(folder, *rows, name="台账.xlsx", above=()):
    """An .xlsx of rows (heading → cell) with lines above the headings."""
    made = new_book()
    fill(made.active, *rows, above=above)
    path = folder / name
    made.save(path)
    return path


def new_book():
    """A workbook with one empty sheet."""
    from openpyxl import Workbook

    return Workbook()


def fill(sheet, *rows, above=()):
    """One sheet; the headings are those of all rows in their order."""
    heads = list(dict.fromkeys(head for one in rows for head in one))
    for line in above:
        sheet.append(line)
    sheet.append(heads)
    for one in rows:
        sheet.append([one.get(head) for head in heads])


def text_list(folder, *rows, encoding="utf-8", sign=","):
    """The same as a CSV file."""
    heads = list(dict.fromkeys(head for one in rows for head in one))
    lines = [heads, *([str(one.get(head, "")) for head in heads] for one in rows)]
    path = folder / "台账.csv"
    path.write_bytes("\r\n".join(sign.join(line) for line in lines).encode(encoding))
    return path
