"""What stands in a bureau's list of special equipment: its headings and cells, however spelt."""

import datetime as dt
import re
import unicodedata
from collections.abc import Collection, Mapping
from functools import lru_cache
from types import MappingProxyType

from app.services.equipment import STATUSES, below, catalogue

HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "code": ("设备代码", "设备编号", "特种设备代码", "设备代号", "注册代码", "设备注册代码"),
        "registration_no": (
            *("使用登记证编号", "登记证号", "登记证编号", "使用登记证号", "使用登记编号"),
            *("使用证编号", "使用证号", "注册登记编号", "登记编号"),
        ),
        "kind": ("设备种类", "种类", "设备种类代码", "种类代码"),
        "category": ("设备类别", "类别", "设备类别代码", "类别代码"),
        "variety": ("设备品种", "品种", "设备品种代码", "品种代码", "设备类型", "设备种类品种"),
        "name": ("设备名称", "产品名称", "名称"),
        "unit": ("使用单位", "单位名称", "使用单位名称", "企业名称", "产权单位"),
        "uscc": (
            *("统一社会信用代码", "社会信用代码", "信用代码", "使用单位统一社会信用代码"),
            *("使用单位代码", "单位代码"),
        ),
        "place": (
            *("使用地点", "设备地址", "设备使用地点", "设备所在地", "安装地点", "使用地址"),
            *("设备使用地址", "设备地点"),
        ),
        "maker": ("制造单位", "制造单位名称", "制造厂家", "生产厂家", "生产单位", "制造商"),
        "maintenance_unit": (
            *("维保单位", "维护保养单位", "维保单位名称", "维护保养单位名称", "维修保养单位"),
        ),
        "model": ("型号", "设备型号", "规格型号", "型号规格"),
        "registered": ("登记日期", "使用登记日期", "注册日期", "登记时间"),
        "last_test": (
            *("上次检验日期", "上次定期检验日期", "最近检验日期", "最近一次检验日期"),
            *("上次检验时间", "上次检验"),
        ),
        "next_test": (
            *("下次检验日期", "下次检验时间", "下次定期检验日期", "检验有效期", "检验有效期至"),
            *("下检日期", "有效期至", "下次检验"),
        ),
        "status": ("状态", "设备状态", "使用状态", "设备使用状态", "使用状况"),
    }
)
"""Each column of the register and how bureaus head it."""

STATUS_WORDS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("在用", "使用", "使用中", "在使用", "正常", "正常使用"), "in-use"),
        **dict.fromkeys(("停用", "停用中", "暂停使用", "封停", "报停", "停止使用"), "stopped"),
        **dict.fromkeys(("报废", "已报废", "注销", "已注销", "拆除", "已拆除"), "scrapped"),
        **{status: status for status in STATUSES},
    }
)

_NOTHING = frozenset({"", "/", "\\", "-", "--", "---", "无", "暂无", "不详", "未知", "空", "n/a"})
_ASIDE = re.compile(r"\(.*?\)")
_SIGNS = re.compile(r"[\s*:#'\"“”‘’、,.。_-]+")
_LOST = re.compile(r"\d(?:\.\d+)?E\+?\d+", re.IGNORECASE)
_CLOCK = re.compile(r"[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_RUN_DAY = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_MONTH = re.compile(r"\d{4}[-/.年]\d{1,2}月?")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_FIRST_SERIAL_DAY = dt.date(1899, 12, 30)
_FIRST_YEAR, _YEARS_AHEAD = 1990, 30
_KIND_CODE = re.compile(r"([0-9A-Z]{2}[0-9A-Z]0|F000)(?![0-9A-Z])[\s:-]*(.*)")


class CellError(ValueError):
    """A cell that cannot be taken over; ``code`` says what is wrong with it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def plain(text: str) -> str:
    """A cell without what stands there for nothing: strokes, 无, the ' of a spreadsheet's text."""
    bare = unicodedata.normalize("NFKC", text).strip().removeprefix("'").strip()
    return "" if bare.casefold() in _NOTHING else text.strip().removeprefix("'").strip()


def column_of(heading: str) -> str:
    """The column a heading means; empty where it means none."""
    folded = _folded_heading(heading)
    return _columns().get(folded) or _columns().get(_ASIDE.sub("", folded), "")


def folded(name: str) -> str:
    """A name of a unit as it is compared: brackets, width, case and spaces do not matter."""
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


def lost_digits(text: str) -> bool:
    """Whether a spreadsheet took a long code for a number and lost its end (3.11023E+17)."""
    return _LOST.fullmatch(plain(text)) is not None


def day_of(text: str, today: dt.date) -> dt.date:
    """A day as lists have it: 2026-05-01, 2026/5/1, 2026年5月1日, 20260501, a serial number.

    Raises:
        CellError: ``date date-month date-far``; no day is guessed from a month.
    """
    bare = _CLOCK.sub("", unicodedata.normalize("NFKC", plain(text)))
    bare = "".join(bare.split())
    if _SERIAL.fullmatch(bare):
        day = _FIRST_SERIAL_DAY + dt.timedelta(days=int(float(bare)))
    elif found := _DAY.fullmatch(bare) or _RUN_DAY.fullmatch(bare):
        try:
            day = dt.date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            raise CellError("date") from None
    else:
        raise CellError("date-month" if _MONTH.fullmatch(bare) else "date")
    if not _FIRST_YEAR <= day.year <= today.year + _YEARS_AHEAD:
        raise CellError("date-far")
    return day


def status_of(text: str) -> str:
    """The status a word means.

    Raises:
        CellError: ``status``.
    """
    found = STATUS_WORDS.get(folded(plain(text)))
    if found is None:
        raise CellError("status")
    return found


def kind_of(texts: Mapping[str, str], device_code: str) -> tuple[str, str]:
    """The catalogue code that kind, category and variety (names or codes) and the device code tell.

    The second one is the column that does not fit, empty where all fits. A variety that only the
    device code tells is taken from there.
    """
    possible: Collection[str] = tuple(catalogue())
    best = ""
    for column in ("kind", "category", "variety"):
        text = plain(texts.get(column, ""))
        if not text:
            continue
        meant = _codes_of(text)
        fitting = [code for code in meant if code in possible]
        if not fitting:
            return "", column
        best = fitting[0]
        possible = frozenset(one for code in fitting for one in below(code))
    told = device_code[:4] if device_code[:4] in catalogue() and len(device_code) == 18 else ""
    if told and told not in possible:
        return "", "code"
    return (told or best), ""


def _codes_of(text: str) -> tuple[str, ...]:
    """The catalogue codes a cell may mean: 3110, 电梯, 3110 曳引驱动乘客电梯."""
    bare = unicodedata.normalize("NFKC", text).strip().upper()
    found = _KIND_CODE.fullmatch(bare)
    if found and found[1] in catalogue():
        named = _by_name().get(_kind_name(found[2]), ()) if found[2] else (found[1],)
        return (found[1],) if found[1] in named else ()
    return _by_name().get(_kind_name(bare), ())


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, one in catalogue().items():
        name = _kind_name(one.name)
        found[name] = (*found.get(name, ()), code)
    return found


def _kind_name(text: str) -> str:
    return _SIGNS.sub("", folded(text)).replace("其他", "其它")


@lru_cache(maxsize=1)
def _columns() -> dict[str, str]:
    return {
        _folded_heading(heading): column
        for column, headings in HEADINGS.items()
        for heading in headings
    }


def _folded_heading(heading: str) -> str:
    return _SIGNS.sub("", folded(heading))
