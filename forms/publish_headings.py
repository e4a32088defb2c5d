"""Chinese and English words for sheets, columns, types, blocks and steps: one spelling inside."""

import re
from collections.abc import Iterable, Mapping

from forms.publish_problems import PublishError, problem
from forms.publish_workbook import Book, Row, Sheet

SHEETS: Mapping[str, str] = {
    "问题": "survey",
    "调查": "survey",
    "表单": "survey",
    "选项": "choices",
    "设置": "settings",
    "实体": "entities",
    "打印": "print",
    "纸面": "print",
    "标签": "label",
    "测试": "tests",
    "改名": "renamed",
}
COLUMNS: Mapping[str, str] = {
    "类型": "type",
    "名称": "name",
    "标签": "label",
    "提示": "hint",
    "必填": "required",
    "必填提示": "required_message",
    "约束": "constraint",
    "约束提示": "constraint_message",
    "显示条件": "relevant",
    "外观": "appearance",
    "默认值": "default",
    "只读": "read_only",
    "计算": "calculation",
    "触发": "trigger",
    "重复次数": "repeat_count",
    "选项筛选": "choice_filter",
    "参数": "parameters",
    "写回": "save_to",
    "法律": "bind::xj:law",
    "严重程度": "bind::xj:severity",
    "措施": "bind::xj:measure",
    "期限": "bind::xj:clock",
    "保密": "bind::xj:sensitive",
    "检查项": "bind::xj:item",
    "选项表": "list_name",
    "问题项": "finding",
    "表单名称": "form_title",
    "英文名称": "title::English (en)",
    "命名空间": "namespaces",
    "记录名称": "instance_name",
    "表单编号": "form_id",
    "版本": "version",
    "默认语言": "default_language",
    "种类": "kind",
    "文号字": "series",
    "文号样式": "number_pattern",
    "份数": "copies",
    "签名": "signers",
    "版式": "layout",
    "依据": "legal_basis",
    "施行日期": "effective_from",
    "块": "block",
    "文字": "text",
    "条件": "when",
    "样式": "style",
    "测试": "test",
    "步骤": "step",
    "值": "value",
    "旧名称": "old",
    "新名称": "new",
}
# Where one Chinese word means different columns in different sheets.
COLUMNS_OF_SHEET: Mapping[str, Mapping[str, str]] = {
    "print": {"标签": "label"},
    "entities": {
        "登记簿": "list_name",
        "条目编号": "entity_id",
        "新建条件": "create_if",
        "更新条件": "update_if",
    },
}
_SPELLED = frozenset(meant for meant in COLUMNS.values() if meant.islower() and "::" not in meant)
TYPES: Mapping[str, str] = {
    "文字": "text",
    "整数": "integer",
    "小数": "decimal",
    "日期": "date",
    "时间": "time",
    "日期时间": "dateTime",
    "单选": "select_one",
    "多选": "select_multiple",
    "外部单选": "select_one_from_file",
    "外部多选": "select_multiple_from_file",
    "计算": "calculate",
    "说明": "note",
    "照片": "image",
    "条码": "barcode",
    "开始组": "begin_group",
    "结束组": "end_group",
    "开始重复": "begin_repeat",
    "结束重复": "end_repeat",
}
BLOCKS: Mapping[str, str] = {
    "标题": "title",
    "文号": "number",
    "抬头": "to",
    "小标题": "heading",
    "段落": "para",
    "勾选": "tick",
    "栏目": "fields",
    "检查表": "checklist",
    "表格": "table",
    "照片": "photos",
    "问题": "findings",
    "法条": "law",
    "救济": "remedy",
    "签名": "sign",
    "印章": "seal",
    "份数": "copies",
    "二维码": "qr",
    "换页": "page-break",
    "逐条": "each",
}
STEPS: Mapping[str, str] = {
    "现在": "now",
    "填满": "plausible",
    "填写": "answer",
    "加一行": "add",
    "值": "value",
    "显示": "visible",
    "隐藏": "hidden",
    "有错": "wrong",
    "无错": "right",
    "问题": "findings",
    "纸面有": "text",
    "纸面没有": "no-text",
    "页数": "pages",
}
KNOWN_SHEETS = (
    *("survey", "choices", "external_choices", "settings", "entities", "print", "label", "tests"),
    "renamed",
)
YES: Mapping[str, str] = {"是": "yes", "否": "no", "yes": "yes", "no": "no"}
# Fixed values of single columns.
VALUES: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("settings", "default_language"): {"中文": "中文 (zh)", "英文": "English (en)"},
    ("settings", "kind"): {"记录": "record", "文书": "document"},
    ("settings", "layout"): {"公文": "letter", "表格": "table", "标签": "label"},
    ("survey", "bind::xj:severity"): {"一般": "general", "较重": "serious", "严重": "major"},
}


def english(book: Book) -> Book:
    """The same workbook with one spelling of everything that has a fixed meaning.

    Sheets nobody knows (notes, drafts of the writer) are left out.

    Raises:
        PublishError: two sheets or two columns turn out to mean the same.
    """
    sheets: dict[str, Sheet] = {}
    for sheet in book.sheets.values():
        name = sheet_meant(sheet.name)
        if name not in KNOWN_SHEETS:
            continue
        if name in sheets:
            first = next(one.name for one in book.sheets.values() if sheet_meant(one.name) == name)
            raise PublishError((problem("sheet-twice", sheet.name, name=sheet.name, first=first),))
        sheets[name] = _sheet(name, sheet)
    return Book(sheets, book.source, book.suffix)


def sheet_meant(name: str) -> str:
    """The one spelling of a sheet's name."""
    return SHEETS.get(name.strip(), name.strip().lower())


def _sheet(name: str, sheet: Sheet) -> Sheet:
    meant = {heading: column_meant(name, heading) for heading in sheet.headings}
    headings = tuple(meant.values())
    for heading, place in zip(headings, sheet.columns, strict=True):
        if headings.count(heading) > 1:
            twice = problem("heading-twice", name, sheet.top, heading, at=place, name=heading)
            raise PublishError((twice,))
    rows = tuple(
        Row(
            row.number,
            {meant[head]: _cell(name, meant[head], text) for head, text in row.cells.items()},
        )
        for row in sheet.rows
    )
    return Sheet(name, headings, rows, sheet.strays, sheet.top, sheet.columns)


def column_meant(sheet: str, heading: str) -> str:
    """The one spelling of a heading in a sheet."""
    base, parts, language = heading.replace("：", ":").strip().partition("::")
    chinese, colon, words = base.partition(":")
    if not parts and colon and chinese.strip() in COLUMNS:
        base, parts, language = chinese, "::", words
    base = base.strip()
    plain = base.lower().replace(" ", "_")
    known = COLUMNS_OF_SHEET.get(sheet, {}).get(base) or COLUMNS.get(base)
    known = known or (plain if plain in _SPELLED else base)
    language = {"中文": "中文 (zh)", "英文": "English (en)"}.get(language.strip(), language.strip())
    return f"{known}{parts}{language}"


def own_word(sheet: str, column: str, headings: Iterable[str]) -> str:
    """A column no heading stands for, in the language the other headings are in."""
    if all(heading.isascii() for heading in headings):
        return column
    return chinese_word(sheet, column)


def chinese_word(sheet: str, column: str) -> str:
    """The Chinese heading of a column, or the column itself where there is none."""
    known = {**COLUMNS, **COLUMNS_OF_SHEET.get(sheet, {})}
    return next((word for word, meant in known.items() if meant == column), column)


def _cell(sheet: str, column: str, text: str) -> str:
    if sheet == "survey" and column == "type":
        head, *rest = text.split()
        return " ".join((TYPES.get(head, head), *rest))
    if column in {"required", "read_only", "finding"}:
        return YES.get(text.lower(), text)
    if (sheet, column) in VALUES:
        return VALUES[sheet, column].get(text, text)
    if sheet in {"print", "label"} and column == "block":
        return BLOCKS.get(text, text.lower())
    if sheet == "tests" and column == "step":
        return STEPS.get(text, re.sub(r"[\s_]+", "-", text.lower()))
    return text
