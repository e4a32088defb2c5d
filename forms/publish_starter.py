"""A workbook for a new form: every sheet with its headings explained, and a small sound example."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from forms.publish_marks import comment, write_text
from forms.publish_starter_columns import COLUMNS, Column

ROWS = 2000  # as far down as the drop-downs reach
_HEAD = "FFD9E2EC"
_WRONG = ("请从列表里选", "请从下拉列表里选一项。Choose one of the list.")

# The example, by caption; it asks two things, finds one, prints a page and tests itself.
EXAMPLE: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "survey": (
        {"类型": "开始组", "名称": "basic", "标签::中文": "基本情况", "标签::英文": "Basics"},
        {
            "类型": "文字",
            "名称": "party_name",
            "标签::中文": "被检查单位",
            "标签::英文": "Unit checked",
            "提示::中文": "照营业执照写全称",
            "提示::英文": "The full name on the business licence",
            "必填": "是",
        },
        {
            "类型": "日期",
            "名称": "check_date",
            "标签::中文": "检查日期",
            "标签::英文": "Date of the check",
            "必填": "是",
            "约束": ". <= today()",
            "约束提示::中文": "检查日期不能晚于今天",
            "约束提示::英文": "The date cannot be in the future",
        },
        {"类型": "结束组"},
        {"类型": "开始组", "名称": "items", "标签::中文": "检查项目", "标签::英文": "Items"},
        {
            "类型": "单选 verdict",
            "名称": "label_complete",
            "标签::中文": "产品标识齐全、真实",
            "标签::英文": "The labels are complete and true",
            "必填": "是",
            "外观": "horizontal",
            "法律": "product-quality-law:27",
            "严重程度": "一般",
            "措施": "correct-by",
            "期限": "rectify-deadline",
        },
        {
            "类型": "文字",
            "名称": "remark",
            "标签::中文": "情况说明",
            "标签::英文": "Remarks",
            "显示条件": "${label_complete} = 'no'",
            "外观": "multiline",
        },
        {"类型": "结束组"},
    ),
    "choices": (
        {"选项表": "verdict", "名称": "ok", "标签::中文": "合格", "标签::英文": "Pass"},
        {
            "选项表": "verdict",
            "名称": "no",
            "标签::中文": "不合格",
            "标签::英文": "Fail",
            "问题项": "是",
        },
        {"选项表": "verdict", "名称": "na", "标签::中文": "不适用", "标签::英文": "Not applicable"},
    ),
    "settings": (
        {
            "表单名称": "检查记录（示例）",
            "英文名称": "Check record (example)",
            "表单编号": "new-form",
            "版本": "2026090101",
            "默认语言": "中文 (zh)",
            "命名空间": 'xj="urn:xunjian:form"',
            "样式": "pages",
            "记录名称": "${party_name}",
            "种类": "记录",
            "份数": "归档=1",
            "份数::英文": "File=1",
            "签名": "inspector-1 inspector-2 party",
            "版式": "表格",
            "施行日期": "2026-09-01",
        },
    ),
    "print": (
        {"块": "标题", "文字": "检查记录"},
        {"块": "栏目", "文字": "被检查单位 = ${party_name} ;; 检查日期 = ${check_date}"},
        {"块": "检查表", "文字": "items"},
        {"块": "段落", "文字": "情况说明：${remark|无}", "条件": "${label_complete} = 'no'"},
        {"块": "签名", "文字": "检查人员 = inspector-1 ;; 检查人员 = inspector-2"},
        {"块": "签名", "文字": "当事人 = party"},
    ),
    "tests": (
        {"测试": "不合格要说明情况", "步骤": "现在", "值": "2026-09-16T10:00"},
        {"步骤": "填写", "名称": "label_complete", "值": "no"},
        {"步骤": "显示", "名称": "remark"},
        {"步骤": "问题", "值": "1"},
        {"测试": "日期不能在将来", "步骤": "现在", "值": "2026-09-16T10:00"},
        {"步骤": "填写", "名称": "check_date", "值": "2026-09-17"},
        {"步骤": "有错", "名称": "check_date", "值": "不能晚于今天"},
    ),
}


def new_workbook() -> bytes:
    """The workbook as .xlsx; it publishes as it is."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, columns in COLUMNS.items():
        sheet = book.create_sheet(name)
        for place, column in enumerate(columns, start=1):
            _column(sheet, place, column)
            for row, cells in enumerate(EXAMPLE.get(name, ()), start=2):
                if text := cells.get(column.caption):
                    write_text(sheet.cell(row, place), text)
                    sheet.cell(row, place).number_format = "@"
        sheet.freeze_panes = "A2"
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _column(sheet: Any, place: int, column: Column) -> None:
    """The heading with its comment, the width, and what drops down below it."""
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    letter = get_column_letter(place)
    head = sheet.cell(1, place, column.caption)
    head.font = Font(bold=True)
    head.fill = PatternFill("solid", start_color=_HEAD, end_color=_HEAD)
    head.comment = comment(f"{column.chinese}\n{column.english}")
    sheet.column_dimensions[letter].width = column.width
    sheet.column_dimensions[letter].number_format = "@"  # so that 1/2 stays 1/2
    if not column.choices:
        return
    rule = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
    rule.showErrorMessage = column.only
    rule.errorTitle, rule.error = _WRONG
    rule.add(f"{letter}2:{letter}{ROWS}")
    sheet.add_data_validation(rule)
