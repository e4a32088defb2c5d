"""Reading workbooks that may be large, broken or hostile."""

import os

import pytest

from forms.publish import publish
from forms.publish_headings import english
from forms.publish_problems import PublishError
from forms.publish_tables import COLUMN_LIMIT, FILE_LIMIT, ROW_LIMIT
from forms.publish_workbook import read
from tests.unit.forms.publishing import workbooks


def refusal(data, name):
    """The single problem a reading ends with."""
    with pytest.raises(PublishError) as caught:
        read(data, name)
    (problem,) = caught.value.problems
    return problem


def test_markdown_and_excel_say_the_same():
    from_text = read(workbooks.markdown(), "a.md")
    from_sheet = read(workbooks.excel(), "a.xlsx")
    assert from_text.sheets == from_sheet.sheets


def test_rows_are_counted_as_the_spreadsheet_shows_them():
    book = read(workbooks.excel(), "a.xlsx")
    assert [row.number for row in book.sheets["survey"].rows[:2]] == [2, 3]


def test_a_blank_row_keeps_the_count_of_those_below():
    import io

    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbooks.excel()))
    book["survey"].insert_rows(4)
    buffer = io.BytesIO()
    book.save(buffer)
    rows = read(buffer.getvalue(), "a.xlsx").sheets["survey"].rows
    assert [row.number for row in rows[:4]] == [2, 3, 5, 6]


def test_settings_below_a_blank_row_are_still_the_settings():
    import io

    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbooks.excel()))
    book["settings"].insert_rows(2)
    buffer = io.BytesIO()
    book.save(buffer)
    assert publish(buffer.getvalue(), "a.xlsx").form.id == "small"


def test_numbers_and_dates_of_excel_become_the_text_a_writer_means():
    import datetime as dt

    changed = workbooks.with_row(
        "settings", 2, "小表", "small", 2026090101, "中文 (zh)", "", "record", "table", "",
        dt.date(2026, 9, 1),
    )  # fmt: skip
    cells = read(workbooks.excel(settings=changed), "a.xlsx").sheets["settings"].rows[0].cells
    assert (cells["version"], cells["effective_from"]) == ("2026090101", "2026-09-01")


def test_ten_thousand_columns_are_one_sentence_in_markdown():
    wide = (("type", "name", *(f"c{n}" for n in range(10_000))),)
    problem = refusal(workbooks.markdown(survey=wide), "a.md")
    assert (problem.code, problem.sheet, problem.row) == ("too-many-columns", "survey", 1)
    assert str(COLUMN_LIMIT) in problem.message_zh


def test_ten_thousand_columns_are_one_sentence_in_excel():
    wide = (("type", "name", *(f"c{n}" for n in range(10_000))),)
    problem = refusal(workbooks.excel(survey=wide), "a.xlsx")
    assert (problem.code, problem.sheet) == ("too-many-columns", "survey")


def test_too_many_rows_are_one_sentence():
    tall = tuple(("note", "n") for _ in range(ROW_LIMIT + 2))
    assert refusal(workbooks.markdown(survey=tall), "a.md").code == "too-many-rows"


def test_a_cell_in_the_last_corner_is_noticed_and_not_left_out():
    import io

    import openpyxl

    for cell, code in (("B1048576", "too-many-rows"), ("XFD3", "too-many-columns")):
        book = openpyxl.load_workbook(io.BytesIO(workbooks.excel()))
        book["survey"][cell] = "lost"
        buffer = io.BytesIO()
        book.save(buffer)
        assert refusal(buffer.getvalue(), "a.xlsx").code == code


def test_a_row_that_claims_to_stand_beyond_every_sheet_is_refused():
    import io
    import zipfile

    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbooks.excel())) as sound,
        zipfile.ZipFile(buffer, "w") as spoiled,
    ):
        for name in sound.namelist():
            data = sound.read(name)
            if name.endswith("sheet1.xml"):
                data = data.replace(b'<row r="3"', b'<row r="99999999999"')
            spoiled.writestr(name, data)
    assert refusal(buffer.getvalue(), "a.xlsx").code == "too-many-rows"


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    assert refusal(workbooks.zip_bomb(200), "a.xlsx").code == "file-bomb"


def test_a_file_of_200_megabytes_is_refused_without_reading_it(tmp_path):
    path = tmp_path / "big.xlsx"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    problem = refusal(path, "")
    assert (problem.code, problem.facts["size"]) == ("file-too-large", "200")


def test_bytes_above_the_limit_are_refused_too():
    assert refusal(b"|" * (FILE_LIMIT + 1), "a.md").code == "file-too-large"


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 and then nothing", b"", b"hello", b"PK\x05\x06" + b"\0" * 18]
)
def test_a_damaged_spreadsheet_says_so(data):
    assert refusal(data, "a.xlsx").code == "file-damaged"


def test_every_truncation_of_a_spreadsheet_is_a_sentence():
    whole = workbooks.excel()
    for length in range(0, len(whole), 611):
        with pytest.raises(PublishError):
            read(whole[:length], "a.xlsx")


def test_text_that_is_not_utf8_says_so():
    assert refusal(b"| survey |\xff\xfe", "a.md").code == "file-encoding"


def test_an_unknown_kind_of_file_says_which_are_known():
    problem = refusal(b"x", "form.docx")
    assert ".xlsx" in problem.message_zh
    assert ".docx" in problem.message_en


def test_a_missing_file_says_its_name(tmp_path):
    assert "nowhere.md" in refusal(tmp_path / "nowhere.md", "").message_zh


def test_a_cell_without_a_heading_says_its_row():
    survey = (("type", "name"), ("text", "a", "lost"))
    book = read(workbooks.markdown(survey=survey), "a.md")
    assert [row.cells for row in book.sheets["survey"].rows] == [{"type": "text", "name": "a"}]
    with pytest.raises(PublishError) as refused:
        publish(workbooks.markdown(survey=survey), "a.md")
    (problem, *_) = refused.value.problems
    assert (problem.code, problem.sheet, problem.row) == ("cell-without-heading", "survey", 2)


def test_a_sheet_twice_is_refused():
    assert (
        refusal(workbooks.markdown() + b"\n| survey |\n|  | type |\n", "a.md").code == "sheet-twice"
    )


def test_chinese_headings_mean_the_same_as_english_ones():
    chinese = {
        "问题": (
            ("类型", "名称", "标签::中文", "标签::英文", "必填", "显示条件", "法律"),
            ("文字", "单位名称", "单位名称", "Name", "是", "", ""),
            ("单选 verdict", "标识", "标识齐全", "Label", "", "", "product-quality-law:27"),
        ),
        "打印": (("块", "文字"), ("标题", "小表"), ("栏目", "单位 = ${单位名称}")),
        "测试": (("测试", "步骤", "名称", "值"), ("一", "填写", "单位名称", "甲")),
    }
    lines = []
    for name, rows in chinese.items():
        lines.append(f"| {name} |")
        lines.extend("|  | " + " | ".join(row) + " |" for row in rows)
    book = english(read("\n".join(lines).encode(), "a.md"))
    assert book.sheets["survey"].headings == (
        "type", "name", "label::中文 (zh)", "label::English (en)", "required", "relevant",
        "bind::xj:law",
    )  # fmt: skip
    assert [row.cells["type"] for row in book.sheets["survey"].rows] == [
        "text",
        "select_one verdict",
    ]
    assert book.sheets["survey"].rows[0].cells["required"] == "yes"
    assert [row.cells["block"] for row in book.sheets["print"].rows] == ["title", "fields"]
    assert book.sheets["tests"].rows[0].cells["step"] == "answer"


def test_a_heading_in_both_languages_at_once_is_refused():
    survey = (("type", "类型", "name"), ("text", "文字", "a"))
    with pytest.raises(PublishError) as caught:
        english(read(workbooks.markdown(survey=survey), "a.md"))
    assert [problem.code for problem in caught.value.problems] == ["heading-twice"]


def test_sheets_of_the_writers_own_are_left_out():
    book = english(read(workbooks.markdown(草稿=(("想法",), ("明天再写",))), "a.md"))
    assert "草稿" not in book.sheets


@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path, kind):
    """A pipe would be waited for without end, a device read until the memory is full."""
    path = tmp_path / "form.xlsx"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        path.mkdir()
    with pytest.raises(PublishError) as caught:
        publish(path)
    assert [one.code for one in caught.value.problems] == ["file-unreadable"]
