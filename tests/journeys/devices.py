"""A bureau's Excel of 5,000 devices as it comes: forty kinds of dirt among the good rows."""

import datetime as dt

from tests.unit.app.services.equipment_kit import UNIT, USCC, new_book

ROWS = 5000
EVERY = 20
"""Each so manieth row is dirty."""
HEADS = (
    *("序号", "设备代码", "使用登记证编号", "设备种类", "设备品种", "使用单位"),
    *("统一社会信用代码", "使用地点", "下次检验日期", "状态", "领导批示"),
)
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def code_of(number):
    """The 设备代码 of a row: a passenger lift made in 2023."""
    return f"3110370012023{number:05d}"


def number_of(number):
    return f"梯11鲁Q{number:05d}(24)"


def good(number):
    """A row with nothing wrong."""
    return {
        "序号": number + 1,
        "设备代码": code_of(number),
        "使用登记证编号": number_of(number),
        "设备品种": "曳引驱动乘客电梯",
        "使用单位": UNIT,
        "使用地点": f"{number % 90 + 1}号楼",
        "下次检验日期": "2027-05-01",
        "状态": "在用",
    }


def _code(make):
    return lambda row: {**row, "设备代码": make(row["设备代码"])}


def _cells(**cells):
    return lambda row: {**row, **cells}


TAKEN = (
    _code(lambda code: code.translate(WIDE)),
    _code(lambda code: f"{code[:4]} {code[4:9]} {code[9:]}"),
    _code(lambda code: f"'{code}"),
    _code(lambda code: f"{code}\n"),
    lambda row: {
        **row,
        "使用登记证编号": row["使用登记证编号"].replace("(", "（").replace(")", "）"),
    },
    lambda row: {**row, "使用登记证编号": row["使用登记证编号"].lower()},
    lambda row: {
        **row,
        "使用登记证编号": row["使用登记证编号"].replace("(", "〔").replace(")", "〕"),
    },
    _cells(使用登记证编号="/"),
    _cells(设备品种=3110),
    _cells(设备品种="3110 曳引驱动乘客电梯"),
    _cells(设备品种=""),
    _cells(设备品种="电梯"),
    _cells(下次检验日期=dt.date(2027, 5, 1)),
    _cells(下次检验日期=46508),
    _cells(下次检验日期="2027年5月1日"),
    _cells(下次检验日期="20270501"),
    _cells(下次检验日期="2027-05-01 00:00:00"),
    _cells(下次检验日期="暂无"),
    _cells(使用单位=f" {UNIT[:6]} {UNIT[6:]}\n"),
    _cells(统一社会信用代码=USCC),
    _cells(状态="正常"),
    _cells(状态="已注销"),
    _cells(状态=""),
)
"""Dirt with one meaning: the row is taken in."""

WRONG = (
    _code(int),
    lambda row: {**row, "设备代码": "3.11037E+17"},
    _code(lambda code: code[:-1]),
    _code(lambda code: f"3190{code[4:]}"),
    _code(lambda code: f"{code[:9]}2099{code[13:]}"),
    _cells(使用登记证编号="电11鲁Q00921(24)"),
    _cells(使用登记证编号="梯11X Q00921(24)"),
    _cells(设备代码="", 使用登记证编号="无"),
    _cells(设备品种="飞机"),
    _cells(设备种类="锅炉"),
    _cells(设备品种="叉车"),
    _cells(使用单位="无"),
    _cells(统一社会信用代码="91371302MA0DEM013X"),
    _cells(下次检验日期="2027-02-30"),
    _cells(下次检验日期="2027年5月"),
    _cells(下次检验日期="3027-05-01"),
    _cells(状态="借出"),
    _cells(使用地点="楼" * 300),
)
"""Dirt without a meaning: the row is named and left out."""

DOUBTFUL = (
    _cells(使用单位="临沂市新来（演示）有限公司"),
    _cells(使用单位="临沂市又一家（演示）有限公司"),
)
"""What only a person can tell: a unit the register has not."""

DIRT = (*TAKEN, *WRONG, *DOUBTFUL)


def dirt_of(number):
    """The kind of dirt of a row, None for a good one."""
    return DIRT[number // EVERY % len(DIRT)] if number % EVERY == 0 else None


def rows():
    """Every row as it stands in the sheet."""
    for number in range(ROWS):
        make = dirt_of(number)
        yield make(good(number)) if make else good(number)


def book(path):
    """Write the list with two lines of title, and sums and signatures at its end."""
    made = new_book()
    sheet = made.active
    sheet.append(["临沂市特种设备台账"])
    sheet.append(["填报单位：演示所", None, "填报时间：2026年9月"])
    sheet.append(list(HEADS))
    for row in rows():
        sheet.append([row.get(head) for head in HEADS])
    sheet.append(["合计", f"{ROWS}台"])
    sheet.append(["制表人：", "审核："])
    made.save(path)
    return path


def counted(kinds):
    """How many rows have dirt of these kinds."""
    return sum(dirt_of(number) in kinds for number in range(ROWS) if number % EVERY == 0)
