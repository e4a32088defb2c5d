"""What stands in a bureau's list of special equipment: its headings and cells, however spelt."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from functools import lru_cache
from types import MappingProxyType

from app.services.equipment import STATUSES, below, catalogue
from app.services.list_cells import CellError, Heads, by_heading, folded, plain, without_signs
from resources.data import catalogue_edition

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
        "key_unit": ("重点单位", "是否重点单位", "重点监督检查单位", "是否重点监督检查单位"),
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

HEADS = Heads(
    known=by_heading(HEADINGS),
    anchors=frozenset({"code", "registration_no"}),
    proof=frozenset({"registration_no"}),
    refused="equipment-columns-unknown",
)
KEY_WORDS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("是", "有", "重点", "重点单位", "√", "1", "y", "yes"), "yes"),
        **dict.fromkeys(("否", "不是", "非重点", "一般", "一般单位", "×", "0", "n", "no"), "no"),
    }
)
"""What stands in the column 重点单位 for a key unit and for none."""

_KIND_CODE = re.compile(r"([0-9A-Z]{2}[0-9A-Z]0|F000)(?![0-9A-Z])[\s:-]*(.*)")


def status_of(text: str) -> str:
    """The status a word means.

    Raises:
        CellError: ``status``.
    """
    found = STATUS_WORDS.get(folded(plain(text)))
    if found is None:
        raise CellError("status")
    return found


def key_unit_of(text: str) -> str:
    """Whether a word says that the unit is a key unit: yes or no.

    Raises:
        CellError: ``key-unit``.
    """
    found = KEY_WORDS.get(folded(plain(text)))
    if found is None:
        raise CellError("key-unit")
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


def _by_name() -> dict[str, tuple[str, ...]]:
    return _names_in(catalogue_edition())


@lru_cache(maxsize=1)
def _names_in(_edition: int) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, one in catalogue().items():
        name = _kind_name(one.name)
        found[name] = (*found.get(name, ()), code)
    return found


def _kind_name(text: str) -> str:
    return without_signs(text).replace("其他", "其它")
