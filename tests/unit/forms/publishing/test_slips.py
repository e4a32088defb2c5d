"""The slips of a hurried clerk in a Chinese workbook: each one told at its cell, in words to act on."""

import io

import pytest

from forms.publish import PublishError, publish
from tests.unit.forms.publishing import workbooks

SOUND = {
    "问题": [
        ["类型", "名称", "标签::中文", "标签::英文", "必填", "约束", "显示条件", "默认值"],
        ["文字", "party", "单位名称", "Party", "是"],
        ["单选 verdict", "door", "消防通道畅通", "Doors clear"],
        ["整数", "people", "人数", "People", "", ". > 0"],
    ],
    "选项": [
        ["选项表", "名称", "标签::中文", "标签::英文", "问题项"],
        ["verdict", "ok", "合格", "Pass"],
        ["verdict", "no", "不合格", "Fail", "是"],
    ],
    "设置": [
        ["表单名称", "表单编号", "版本", "种类", "版式", "施行日期", "默认语言"],
        ["消防检查", "fire-check", "2026090101", "记录", "表格", "2026-09-01", "中文"],
    ],
    "打印": [
        ["块", "文字", "条件", "样式"],
        ["标题", "消防检查"],
        ["栏目", "单位 = ${party} ;; 人数 = ${people}"],
    ],
    "测试": [["测试", "步骤", "名称", "值"], ["人数", "填写", "people", "3"]],
}  # fmt: skip


def book(cells, more=None):
    """The sound workbook as .xlsx with some cells replaced: ``{"问题!F4": "x"}``."""
    import openpyxl

    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in {**SOUND, **(more or {})}.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    for place, text in cells.items():
        sheet, _, cell = place.partition("!")
        made[sheet][cell] = text
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def told(cells, more=None):
    """What publishing says: the writer's own sheet and cell, and the code."""
    with pytest.raises(PublishError) as caught:
        publish(book(cells, more), "a.xlsx")
    return caught.value.problems


def test_the_workbook_is_sound_before_it_is_spoiled():
    assert publish(book({}), "a.xlsx").id == "fire-check"


@pytest.mark.parametrize(
    ("place", "text", "code"),
    [
        ("问题!F1", "约束条件", "heading-unknown"),
        ("问题!C1", "lable::中文", "heading-unknown"),
        ("选项!E1", "问题项目", "heading-unknown"),
        ("打印!C1", "出现条件", "heading-unknown"),
        ("测试!A1", "测试名", "heading-unknown"),
        ("问题!A2", "文本", "type-unknown"),
        ("问题!A2", None, "type-missing"),
        ("问题!A3", "单选", "list-unnamed"),
        ("问题!A3", "单选 jielun", "list-unknown"),
        ("问题!B4", None, "name-missing"),
        ("问题!B4", "ren shu", "name-wrong"),
        ("问题!B3", "party", "name-twice"),
        ("问题!B3", "Party", "name-case"),
        ("问题!E2", "必须", "yes-no-wrong"),
        ("问题!E2", "√", "yes-no-wrong"),
        ("选项!E3", "√", "yes-no-wrong"),
        ("问题!H4", "三个", "default-wrong"),
        ("问题!H3", "合格", "default-choice"),
        ("问题!F4", "（. > 0）", "expression-wide"),
        ("问题!G4", "${door} = ‘no’", "expression-wide"),
        ("问题!G4", "${door} == 'no'", "expression-equals"),
        ("问题!F4", "regex(., '(a+)+$')", "expression-pattern"),
        ("问题!C2", "#REF!", "cell-failed"),
        ("问题!A5", "开始组", "begin-alone"),
        ("问题!A5", "结束组", "end-alone"),
        ("选项!A2", None, "choice-listless"),
        ("选项!B2", None, "choice-nameless"),
        ("选项!B3", "ok", "choice-twice"),
        ("设置!C2", "１２３", "setting-wrong"),
        ("设置!C2", "9" * 19, "setting-wrong"),
        ("打印!B3", "单位 ${party}", "cells-broken"),
        ("测试!C2", "renshu", "step-name"),
        ("问题!N3", "要复核", "cell-without-heading"),
    ],
)
def test_a_slip_is_told_at_its_cell(place, text, code):
    cells = {place: text}
    if place == "问题!A5":
        cells |= {"问题!B5": "basic", "问题!C5": "基本", "问题!D5": "Basic"}
    assert (place, code) in [(f"{one.own_sheet}!{one.cell}", one.code) for one in told(cells)]


def test_the_sentence_speaks_with_the_headings_of_the_workbook():
    (problem,) = told({"问题!F4": "（. > 0）"})
    assert problem.line("zh") == (
        "工作表 问题，第 4 行，约束 列，F4 格，"
        "第 1 个字“（”是全角符号，公式里要用半角（英文）的“(”：（. > 0）"
    )
    assert problem.line("en").startswith("sheet 问题, row 4, column 约束, cell F4: Character 1")


def test_a_heading_nobody_knows_is_never_passed_over_and_the_likely_one_is_named():
    (problem,) = told({"问题!F1": "约束条件"})
    assert "（是不是“约束”？）" in problem.message_zh


def test_a_column_of_remarks_and_case_and_full_width_colons_do_no_harm():
    assert publish(book({"问题!J1": "备注（内部）", "问题!J3": "问过科长"}), "a.xlsx").id
    assert publish(book({"问题!C1": "标签：：中文", "问题!D1": "标签:英文"}), "a.xlsx").id
    package = publish(book({"选项!E3": "Yes", "问题!A3": "单选　verdict"}), "a.xlsx")
    choices = package.form.lists["verdict"]
    assert [one.extra.get("finding", "") for one in choices] == ["", "yes"]


def test_a_title_above_the_headings_is_one_sentence_and_not_one_a_row():
    (problem,) = told({}, {"问题": [["消防检查表"], *SOUND["问题"]]})
    assert (problem.code, problem.cell) == ("heading-row", "A1")
    assert "类型、名称" in problem.message_zh


def test_a_missing_column_is_named_as_the_other_headings_are():
    codes = {one.code: one.message_zh for one in told({"问题!B1": "变量名"})}
    assert codes["column-missing"] == "缺少“名称”列，请补上这个列标题"


def test_a_second_row_of_settings_is_not_passed_over():
    (problem,) = told({"设置!A3": "另一张表"})
    assert (problem.code, problem.row) == ("settings-rows", 3)


def test_a_group_that_ends_as_another_kind_names_the_row_it_began_in():
    rows = [["开始组", "g", "组", "G"], ["文字", "q", "问", "Q"], ["结束重复"]]
    (problem,) = told({}, {"问题": [*SOUND["问题"], *rows]})
    assert (problem.code, problem.cell) == ("end-other", "A7")
    assert problem.message_zh == "第 5 行开始的一组要用“结束组”来结束"


def test_a_choice_with_a_space_is_refused_where_several_may_be_chosen():
    codes = {one.code for one in told({"问题!A3": "多选 verdict", "选项!B2": "o k"})}
    assert codes == {"choice-space"}
    assert publish(book({"选项!B2": "o k"}), "a.xlsx").id


def test_a_choice_without_words_is_refused():
    (problem,) = told({"选项!C3": None, "选项!D3": None})
    assert (problem.code, problem.cell) == ("choice-wordless", "C3")


def test_two_sheets_of_one_meaning_are_both_named():
    (problem,) = told({}, {"调查": [["类型"]]})
    assert problem.message_zh == "工作表“问题”和“调查”是同一种，只能有一张，请合并"


def test_full_width_signs_on_the_page_mean_what_they_look_like():
    page = [*SOUND["打印"], ["栏目", "单位＝${party} ；； 人数 ＝ ${people}"]]
    package = publish(book({}, {"打印": page}), "a.xlsx")
    assert package.print_rows[-1].text.startswith("单位＝")


@pytest.mark.parametrize(
    ("step", "name", "value", "code", "column"),
    [
        ("现在", "", "今天", "step-value", "D2"),
        ("现在", "", "0001-01-01T00:00:00", "step-value", "D2"),
        ("页数", "", "一", "step-value", "D2"),
        ("加一行", "people", "", "step-repeat", "C2"),
        ("填写", "", "3", "step-name", "C2"),
        ("填写", "people[0]/x", "3", "step-name", "C2"),
    ],
)
def test_a_step_that_cannot_be_done_says_which_cell_is_wrong(step, name, value, code, column):
    steps = [["测试", "步骤", "名称", "值"], ["t", step, name, value]]
    (problem,) = told({}, {"测试": steps})
    assert (problem.code, problem.cell) == (code, column)


def test_a_failed_test_is_told_with_the_words_of_the_sheet():
    steps = [
        ["测试", "步骤", "名称", "值"],
        ["t", "填写", "people", "3"],
        ["", "值", "people", "4"],
    ]
    (problem,) = told({}, {"测试": steps})
    assert "people 应为“4”，实为“3”" in problem.message_zh
    assert "people should be “4” and is “3”" in problem.message_en


def test_a_csv_counts_the_column_that_names_the_sheet_and_markdown_has_no_cells():
    rows = "survey\n,type,name,label\n,文本,a,甲\n"
    rest = "settings\n,form_title\n,x\nprint\n,block,text\n,title,x\n"
    for text, name, cell in (
        (rows + rest, "a.csv", "B3"),
        ((rows + rest).replace(",", "\t"), "a.csv", "B3"),
        ((rows + rest).replace(",", ";"), "a.csv", "B3"),
        ("|survey|\n||type|name|\n||文本|a|\n|settings|\n||form_title|\n|print|\n||block|text|\n", "a.md", ""),
    ):  # fmt: skip
        with pytest.raises(PublishError) as caught:
            publish(text.encode(), name)
        assert [one.cell for one in caught.value.problems if one.code == "type-unknown"] == [cell]


def test_a_control_character_is_told_with_its_place():
    text = "|survey|\n||type|name|label|\n||text|a|x\x07y|\n"
    with pytest.raises(PublishError) as caught:
        publish(text.encode(), "a.md")
    (problem,) = caught.value.problems
    assert (problem.code, problem.row, problem.facts["code"]) == ("cell-characters", 2, "U+0007")


def test_a_spreadsheet_under_a_wrong_name_is_read_for_what_it_is():
    for name in ("a.csv", "a.md", "a.xls"):
        assert publish(book({}), name).id == "fire-check"


def test_a_filter_that_asks_a_column_nobody_has_is_told():
    rows = [[*row, ""] for row in SOUND["问题"]]
    rows[0][8] = "选项筛选"
    rows[2] += [""] * (9 - len(rows[2]))
    for text, codes in (("县 = ${party}", ["filter-column"]), ("name != ${party}", [])):
        rows[2][8] = text
        data = book({}, {"问题": [[cell or None for cell in row] for row in rows]})
        try:
            publish(data, "a.xlsx")
            found = []
        except PublishError as error:
            found = [one.code for one in error.problems]
        assert found == codes


def test_one_sheet_saved_as_csv_says_how_a_csv_names_its_sheets():
    with pytest.raises(PublishError) as caught:
        publish("类型,名称\n文字,a\n".encode("gb18030"), "a.csv")
    assert [one.code for one in caught.value.problems] == ["csv-without-sheets"]


def test_an_empty_sheet_of_questions_is_told_as_empty():
    codes = [one.code for one in told({}, {"问题": []})]
    assert codes == ["sheet-empty"]


def test_what_is_wrong_in_single_rows_does_not_hide_what_is_wrong_in_the_rules():
    found = {(one.own_sheet, one.cell) for one in told({"问题!F4": "（1", "选项!E3": "√"})}
    assert found == {("问题", "F4"), ("选项", "E3")}


def test_a_wrong_name_hides_what_only_follows_from_it():
    assert [one.cell for one in told({"问题!B4": "ren shu"})] == ["B4"]


def test_the_list_in_the_marked_copy_names_columns_as_the_workbook_does():
    from forms.publish_marked import marked

    data = book({"选项!E3": "√"})
    copy = workbooks.opened(marked(data, told({"选项!E3": "√"}), "a.xlsx"))
    assert [cell.value for cell in copy["错误"][2]][:3] == ["选项", 3, "问题项"]


def test_the_name_of_a_record_is_told_where_it_is_written():
    (problem,) = told({"设置!H1": "记录名称", "设置!H2": "${party} <"})
    assert (problem.own_sheet, problem.cell) == ("设置", "H2")


def test_columns_of_the_law_need_their_namespace():
    cells = {"问题!I1": "严重程度", "问题!I3": "严重"}
    assert [one.code for one in told(cells)] == ["setting-missing"]
    wrong = cells | {"设置!H1": "命名空间", "设置!H2": "否"}
    assert [(one.code, one.cell) for one in told(wrong)] == [("setting-wrong", "H2")]
    right = cells | {"设置!H1": "命名空间", "设置!H2": 'xj="urn:xunjian:form"'}
    assert publish(book(right), "a.xlsx").id


def test_a_column_of_choices_no_filter_could_name_is_refused():
    (problem,) = told({"选项!F1": "<县>", "选项!F2": "罗庄"})
    assert (problem.code, problem.cell) == ("heading-name", "F1")


def test_what_pyxform_says_of_the_settings_has_their_row_also_below_others():
    rows = "settings\n,form_title,form_id,version,kind,layout,effective_from,name\n"
    rows += ",x,ab,1,record,table,2026-09-01,1 a\n"
    text = "survey\n,type,name,label\n,text,a,甲\nprint\n,block,text\n,title,x\n" + rows
    with pytest.raises(PublishError) as caught:
        publish(text.encode(), "a.csv")
    assert [(one.own_sheet, one.row) for one in caught.value.problems] == [("settings", 9)]


@pytest.mark.parametrize("kind", ["xml-external", "csv-external"])
def test_a_file_beside_the_form_is_no_question_a_page_could_print(kind):
    (problem,) = told({"问题!A2": kind})
    assert (problem.code, problem.own_sheet, problem.cell) == ("unknown-name", "打印", "B3")


@pytest.mark.parametrize(
    ("begin", "end", "block", "text"),
    [("开始组", "结束组", "检查表", "twice"), ("开始重复", "结束重复", "表格", "twice: 号 = ${#}")],
)
def test_a_group_on_the_page_whose_name_stands_twice_is_refused(begin, end, block, text):
    again = [["开始组", "other", "另", "Other"], ["文字", "twice", "问", "Q"], ["结束组"]]
    rows = [[begin, "twice", "组", "G"], ["文字", "q", "问", "Q"], [end], *again]
    sheets = {
        "问题": [*SOUND["问题"], *rows],
        "打印": [*SOUND["打印"], [block, text]],
    }
    (problem,) = told({}, sheets)
    assert (problem.code, problem.cell) == ("ambiguous-name", "B4")
