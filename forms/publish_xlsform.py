"""Workbook → XForm by pyxform, its errors told with sheet, row and column in both languages."""

import re
from collections.abc import Mapping
from functools import lru_cache

from forms.publish_columns import is_remark
from forms.publish_problems import Problem, PublishError, problem
from forms.publish_settings import is_ours
from forms.publish_workbook import Book, Sheet

_STANDARD = ("survey", "choices", "external_choices", "settings", "entities")
_ROW = re.compile(r"\[row : (\d+)\]\s*")
_SHEET = re.compile(r"'(survey|choices|settings|entities)' sheet|sheet:? '(\w+)'")
_COLUMN = re.compile(r"the '([^']+)' value")

# pyxform's own error codes in Chinese; places in braces are filled from its message.
_CHINESE: Mapping[str, str] = {
    "ENTITY_001": "用了 save_to，但没有 entities 工作表；请补上要写回的登记簿",
    "ENTITY_002": "save_to 的属性“{saveto}”已经在第 {other_row} 行用过；请改掉其中一个",
    "ENTITY_003": "分组和重复不能用 save_to",
    "ENTITY_004": "entities 工作表里没有登记簿“{dataset}”",
    "ENTITY_005": "登记簿“{dataset}”要新建条目，缺少 label",
    "ENTITY_006": "同时写了 create_if 和 entity_id，缺少 update_if",
    "ENTITY_007": "登记簿“{dataset}”要更新条目，缺少 entity_id",
    "HEADER_001": "工作表“{sheet_name}”缺少标题行，或者标题行不对",
    "HEADER_002": "工作表“{sheet_name}”有两列意思相同：{other}、{header}；请删去一列",
    "HEADER_003": "工作表“{sheet_name}”缺少列：{missing}",
    "HEADER_004": "choices 工作表的列标题“{column}”不能为空，也不能有空格",
    "HEADER_005": "entities 工作表有不认识的列：{columns}",
    "LABEL_001": "选项缺少标签",
    "NAMES_001": "名称“{value}”在同一组里用了两次；请改成不同的名称",
    "NAMES_002": "名称“{value}”与另一个名称只差大小写；请改成明显不同的名称",
    "NAMES_003": "重复的名称“{value}”不能与表单同名",
    "NAMES_004": "重复的名称“{value}”用了两次",
    "NAMES_005": "名称 meta 是保留的，请改用其他名称",
    "NAMES_006": "选项缺少名称",
    "NAMES_007": "同一选项表里有两个选项名称相同",
    "NAMES_008": "“{column}”列的名称只能以文字或者下划线开头，只能含文字、数字、下划线、连字符和点",
    "NAMES_009": "名称“{name}”只能以文字或者下划线开头，只能含文字、数字、下划线、连字符和点",
    "NAMES_013": "没有工作表“{sheet}”，但有名称相近的：{candidates}",
    "PYREF_001": "${{…}} 没有写完整",
    "PYREF_002": "几个 ${{…}} 之间要用逗号分开",
    "PYREF_003": "${{{q}}} 不是本表单里的问题，请检查写法",
    "PYREF_004": "有几个问题都叫“{q}”，请改成不同的名称",
    "SURVEY_001": "end_{type} 没有对应的 begin_{type}",
    "SURVEY_002": "begin_{type} 没有对应的 end_{type}",
}
# Messages pyxform gives without a code.
_UNKNOWN_TYPE = r"Unknown question type '(?P<type>.+)'\."
_NO_LABEL = r"The survey element named '(?P<name>.+)' has no label or hint\."
_NO_FORMULA = "Missing calculation."
_UNCODED: Mapping[str, str] = {
    _UNKNOWN_TYPE: "不认识的问题类型“{type}”",
    r"List name not in choices sheet: (?P<name>.+?)(?: Please .*)?": "choices 工作表里没有选项表“{name}”",
    r"Question with no name\.": "问题缺少名称",
    r"Question or group with no name\.": "问题或者分组缺少名称",
    r"Missing calculation\.": "calculate 缺少计算式",
    r"A survey sheet must have .*": "survey 工作表没有问题",
    _NO_LABEL: "“{name}”没有标签，屏幕上会是空白",
    r".*Entity lists must have a name\.": "登记簿要写名称，例如 enterprises",
    r".*The accepted parameter keys for this question type are '(?P<known>[^']*)'.*": "这种类型没有这个参数；可以用：{known}",
    r".*Parameters must be in the form of .*": "参数要写成 名称=值，几个之间空一格，例如 max-pixels=1600",
    r"Audits must always be named 'audit\.'.*": "audit 这一行的名称要空着",
    r"For 'background-geopoint' questions, the 'trigger' column must not be empty\.": "background-geopoint 要写触发，例如 ${{enterprise}}",
    r"There should be an external_choices sheet .*": "缺少工作表 external_choices；请补上，或者改用 单选",
    r"File name for '(?P<type>.+?)' should end with .*": "“{type}”要写文件名，以 .csv、.xml 或者 .geojson 结尾",
    r".*For the 'range' question type, the parameter '(?P<name>\w+)' .*": "range 的参数 {name} 不对，请写成 start=1 end=5 step=1 这样",
}
_GENERAL = "这里不符合 XLSForm 的写法：{message}"


def convert(book: Book) -> bytes:
    """The XForm of a workbook.

    Raises:
        PublishError: pyxform refuses it; it stops at its first error.
    """
    from pyxform.errors import PyXFormError
    from pyxform.xls2xform import convert as pyxform_convert

    tables: dict[str, object] = {}
    for name in _STANDARD:
        if name in book.sheets:
            tables[name], tables[f"{name}_header"] = _table(book.sheets[name])
    try:
        xform: str = pyxform_convert(tables).xform
    except PyXFormError as error:
        raise PublishError((_told(error, book),)) from None
    except (KeyError, TypeError, AttributeError, ValueError, IndexError, RecursionError) as error:
        # what pyxform does not foresee; the writer still gets one sentence
        raise PublishError((_unforeseen(error),)) from None
    return xform.encode()


def _table(sheet: Sheet) -> tuple[list[dict[str, str]], list[dict[str, None]]]:
    """Rows with the gaps kept, so that pyxform counts rows as the spreadsheet does.

    Of the settings it takes the first row, so that no gap may stand above them.
    """
    kept = [
        head
        for head in sheet.headings
        if not is_remark(head) and (sheet.name != "settings" or not is_ours(head))
    ]
    rows: list[dict[str, str]] = []
    for row in sheet.rows:
        if sheet.name != "settings":
            rows.extend({} for _ in range(row.number - 2 - len(rows)))
        rows.append({head: text for head, text in row.cells.items() if head in kept})
    return rows, [dict.fromkeys(kept)]


def _told(error: Exception, book: Book) -> Problem:
    message = " ".join(str(error).split())
    row = _ROW.search(message)
    sheet = _SHEET.search(message)
    column = _COLUMN.search(message)
    plain = _ROW.sub("", message)
    unknown = re.fullmatch(_UNKNOWN_TYPE, plain)
    wordless = re.fullmatch(_NO_LABEL, plain)
    number = int(row.group(1)) if row else 0
    if unknown:
        number = _row_with(book, "type", unknown["type"])
    elif wordless:
        number = _row_with(book, "name", wordless["name"])
    guessed = "type" if unknown else "label" if wordless else ""
    guessed = guessed or ("calculation" if plain == _NO_FORMULA else "")
    name = (sheet and (sheet.group(1) or sheet.group(2))) or "survey"
    if name == "settings":  # its row was given without the gap above it
        number = book.sheets["settings"].rows[0].number
    return problem(
        "xlsform",
        name,
        number,
        guessed or (column.group(1) if column else ""),
        message=plain,
        message_zh=_chinese(message) or _GENERAL.format(message=plain),
    )


def _row_with(book: Book, column: str, text: str) -> int:
    """The first row with that cell; pyxform does not say where it stands."""
    rows = book.sheets["survey"].rows
    return next((row.number for row in rows if row.cells.get(column) == text), 0)


def _unforeseen(error: Exception) -> Problem:
    told = f"{type(error).__name__}: {error}"
    return problem("xlsform", "survey", message=told, message_zh=_GENERAL.format(message=told))


def _chinese(message: str) -> str:
    """The Chinese sentence for the error whose pattern fits the message."""
    for name, pattern in _patterns().items():
        match = pattern.fullmatch(message)
        if match and name in _CHINESE:
            return _CHINESE[name].format_map(match.groupdict())
    plain = _ROW.sub("", message)
    for pattern_text, sentence in _UNCODED.items():
        if match := re.fullmatch(pattern_text, plain):
            return sentence.format_map(match.groupdict())
    return ""


@lru_cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Message templates of pyxform as patterns that give their facts back."""
    from pyxform.errors import ErrorCode

    return {code.name: _pattern(code.value.msg) for code in ErrorCode}


def _pattern(template: str) -> re.Pattern[str]:
    text = " ".join(template.replace("{{", "\0").replace("}}", "\1").split())
    seen: set[str] = set()
    made = ""
    for literal, name in re.findall(r"([^{}]*)(?:\{(\w+)\})?", text):
        made += re.escape(literal.replace("\0", "{").replace("\1", "}"))
        if name:
            made += f"(?P={name})" if name in seen else f"(?P<{name}>.*?)"
            seen.add(name)
    return re.compile(made)
