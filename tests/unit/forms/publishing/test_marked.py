"""Errors written back: red cells with comments, and a sheet in front for all of them."""

import io
import zipfile

import pytest

from forms.__main__ import main
from forms.publish import publish
from forms.publish_change import open_for_change
from forms.publish_marked import marked
from forms.publish_marks import RED
from forms.publish_problems import PublishError, problem
from forms.publish_starter import new_workbook
from tests.unit.forms.publishing import old_excel, workbooks

WRONG = {
    "survey": workbooks.with_cell("survey", 4, "constraint", "if(1,2"),
    "settings": workbooks.with_cell("settings", 2, "version", "one"),
}


def problems_of(data, name):
    with pytest.raises(PublishError) as caught:
        publish(data, name)
    return caught.value.problems


def reopened(data, name="a.xlsx", language="zh"):
    """The marked copy of a workbook and the problems it was marked with."""
    found = problems_of(data, name)
    return workbooks.opened(marked(data, found, name, language=language)), found


def red(book):
    """Every red cell below the headings of the front sheet: where it is, and its comment."""
    return {
        (sheet.title, cell.coordinate): cell.comment.text
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment is not None and cell.fill.start_color.rgb == RED
    }


def changed(data, change):
    """The same .xlsx after something was done to it."""
    book = workbooks.opened(data)
    change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_each_wrong_cell_is_red_and_says_why_in_chinese():
    book, found = reopened(workbooks.excel(**WRONG))
    broken = next(one for one in found if one.code == "expression-broken")
    version = next(one for one in found if one.code == "setting-wrong")
    assert red(book) == {
        ("survey", "G4"): broken.message_zh,
        ("settings", "C2"): version.message_zh,
    }


def test_the_sentences_may_be_english():
    book, found = reopened(workbooks.excel(**WRONG), language="en")
    assert set(red(book).values()) == {one.message_en for one in found}
    assert book.sheetnames[0] == "Errors"
    assert [cell.value for cell in book["Errors"][1]] == ["Sheet", "Row", "Column", "What is wrong"]


def test_the_sheet_in_front_lists_every_problem_with_its_place():
    book, found = reopened(workbooks.excel(**WRONG))
    front = book.worksheets[0]
    assert (front.title, book.active.title) == ("错误", "错误")
    rows = [[cell.value for cell in row] for row in front.iter_rows(min_row=2)]
    assert ["survey", 4, "constraint"] in [row[:3] for row in rows]
    assert [row[3] for row in rows] == [one.message_zh for one in found]
    assert {cell.hyperlink.location for cell in front["A"][1:]} == {"'survey'!G4", "'settings'!C2"}


def test_a_problem_without_a_cell_stands_on_the_sheet_in_front_only():
    book, _ = reopened(workbooks.excel(print=None))
    assert red(book) == {}
    (row,) = book["错误"].iter_rows(min_row=2, values_only=True)
    assert row == (None, None, None, "缺少工作表 print（打印），请补上")


def test_two_problems_of_one_cell_are_told_together():
    data = workbooks.excel()
    found = [problem("clock-unknown", "survey", 3, "name", name=name) for name in ("a", "b")]
    book = workbooks.opened(marked(data, found))
    assert red(book)["survey", "B3"] == "期限表里没有 a\n期限表里没有 b"


def test_an_empty_cell_that_lacks_words_is_marked_too():
    survey = workbooks.with_cell("survey", 3, "label::English (en)", "")
    book, _ = reopened(workbooks.excel(survey=survey))
    assert list(red(book)) == [("survey", "D3")]


def test_a_cell_without_a_heading_and_a_heading_twice_are_marked():
    survey = (*workbooks.SHEETS["survey"], ("note", "n", *[""] * 9, "lost"))
    book, _ = reopened(workbooks.excel(survey=survey))
    assert list(red(book)) == [("survey", "L12")]
    settings = tuple((*row, row[1]) for row in workbooks.SHEETS["settings"])
    book, _ = reopened(workbooks.excel(settings=settings))
    assert list(red(book)) == [("settings", "B1"), ("settings", "J1")]


def test_chinese_sheets_and_headings_are_found():
    def rename(book):
        book["survey"].title = "问题"
        book["问题"]["G1"] = "约束"

    book, _ = reopened(changed(workbooks.excel(**WRONG), rename))
    assert ("问题", "G4") in red(book)
    assert "问题" in [cell.value for cell in book["错误"]["A"]]


def test_a_wrong_cell_inside_merged_ones_is_marked_at_the_first_of_them():
    def merge(book):
        book["survey"]["C3"] = None
        book["survey"].merge_cells("B3:D3")

    data = changed(workbooks.excel(), merge)
    found = [problem("clock-unknown", "survey", 3, "label::English (en)", name="a")]
    book = workbooks.opened(marked(data, found))
    assert list(red(book)) == [("survey", "B3")]


def test_the_looks_and_rules_of_the_workbook_and_its_own_comments_are_kept():
    from openpyxl.comments import Comment

    def dress(book):
        book["survey"].column_dimensions["B"].width = 33
        book["survey"]["G4"].comment = Comment("问过科长", "小李")

    book, found = reopened(changed(workbooks.excel(**WRONG), dress))
    assert book["survey"].column_dimensions["B"].width == 33
    broken = next(one for one in found if one.code == "expression-broken")
    assert red(book)["survey", "G4"] == f"{broken.message_zh}\n——\n问过科长"


def test_what_a_new_workbook_explains_and_offers_is_still_there_in_the_copy():
    data = changed(new_workbook(), lambda book: book["settings"].__setitem__("D2", "one"))
    book, _ = reopened(data)
    assert list(red(book)) == [("settings", "D2")]
    sound = workbooks.opened(new_workbook())
    for sheet in sound.worksheets:
        heads = [[cell.comment.text for cell in one[sheet.title][1]] for one in (sound, book)]
        assert heads[0] == heads[1]
        rules = [len(one[sheet.title].data_validations.dataValidation) for one in (sound, book)]
        assert rules[0] == rules[1]
        assert book[sheet.title].freeze_panes == "A2"


def test_comments_kept_in_the_copy_stay_large_enough_for_their_words():
    data = changed(new_workbook(), lambda book: book["settings"].__setitem__("D2", "one"))
    copy = marked(data, problems_of(data, "a.xlsx"), "a.xlsx")
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        drawn = [archive.read(name) for name in archive.namelist() if name.endswith(".vml")]
    assert drawn
    assert all(b"width:144px" not in one for one in drawn)


def test_marking_a_marked_copy_again_leaves_only_what_is_wrong_now():
    from openpyxl.comments import Comment

    data = changed(
        workbooks.excel(**WRONG),
        lambda book: setattr(book["survey"]["G4"], "comment", Comment("问过科长", "小李")),
    )
    first = marked(data, problems_of(data, "a.xlsx"))
    mended = changed(first, lambda book: book["survey"].__setitem__("G4", ". >= 1"))
    book, _ = reopened(mended)
    assert book.sheetnames.count("错误") == 1
    assert list(red(book)) == [("settings", "C2")]
    assert book["survey"]["G4"].comment.text == "问过科长"
    sound = changed(mended, lambda book: book["settings"].__setitem__("C2", "1"))
    assert publish(sound, "a.xlsx").id == "small"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (workbooks.markdown(**WRONG), "a.md"),
        (workbooks.comma(**WRONG), "a.csv"),
        (old_excel.excel(**WRONG), "a.xls"),
    ],
)
def test_every_other_kind_becomes_a_spreadsheet_with_headings_in_the_first_row(data, name):
    book, found = reopened(data, name)
    assert set(red(book)) == {("survey", "G4"), ("settings", "C2")}
    again = problems_of(marked(data, found, name), "a.xlsx")
    assert [one.code for one in again] == [one.code for one in found]


def test_a_text_that_looks_like_a_formula_stays_a_text():
    survey = workbooks.with_cell("survey", 4, "label::中文 (zh)", '=HYPERLINK("http://x")\x07')
    book, _ = reopened(workbooks.markdown(survey=survey, print=None), "a.md")
    cell = book["survey"]["C4"]
    assert (cell.data_type, cell.value) == ("s", '=HYPERLINK("http://x")')


def test_a_workbook_that_cannot_be_read_gives_the_sheet_in_front():
    book, found = reopened(b"PK\x03\x04 and nothing")
    assert book.sheetnames == ["错误"]
    assert book["错误"]["D2"].value == found[0].message_zh


def with_part(data, change):
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as sound,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as spoiled,
    ):
        for name in sound.namelist():
            text = sound.read(name)
            spoiled.writestr(name, change(text) if name.endswith("sheet1.xml") else text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "merge",
    [
        b'<mergeCell ref="A1:XFD1048576"/>',
        b'<mergeCell ref="&#65;1:XFD1048576"/>',
        b"<mergeCell ref='A1:XFD1048576'/>",
    ],
)
def test_a_file_that_claims_to_merge_all_cells_is_copied_without_its_looks(merge):
    end = b"</sheetData>"
    data = with_part(
        workbooks.excel(**WRONG),
        lambda text: text.replace(end, end + b'<mergeCells count="1">' + merge + b"</mergeCells>"),
    )
    assert open_for_change(data) is None
    book, _ = reopened(data)
    assert set(red(book)) == {("survey", "G4"), ("settings", "C2")}


def test_a_sheet_written_in_an_unusual_encoding_is_not_opened_whole():
    assert open_for_change(workbooks.excel()) is not None
    utf16 = with_part(workbooks.excel(), lambda text: text.decode().encode("utf-16"))
    declared = with_part(
        workbooks.excel(), lambda text: b'<?xml version="1.0" encoding="cp037"?>' + text
    )
    assert open_for_change(utf16) is None
    assert open_for_change(declared) is None


def test_the_command_writes_the_copy_and_leaves_the_workbook_alone(tmp_path, capsys):
    path, out = tmp_path / "small.xlsx", tmp_path / "marked.xlsx"
    data = workbooks.excel(**WRONG)
    path.write_bytes(data)
    assert main(["check", str(path), "--marked", str(out), "--language", "en"]) == 1
    assert path.read_bytes() == data
    assert red(workbooks.opened(out.read_bytes()))
    told = capsys.readouterr().err
    assert "标红的副本" in told
    assert "marked copy" in told


def test_the_copy_never_replaces_the_workbook(tmp_path, capsys):
    path = tmp_path / "small.xlsx"
    data = workbooks.excel(**WRONG)
    path.write_bytes(data)
    assert main(["check", str(path), "--marked", str(tmp_path / "." / "small.xlsx")]) == 1
    assert main(["check", str(path), "--marked", str(tmp_path / "small.pdf")]) == 1
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]
    told = capsys.readouterr().err
    assert "不能覆盖" in told
    assert ".xlsx" in told


def test_a_sound_workbook_gets_no_copy(tmp_path):
    path = tmp_path / "small.xlsx"
    path.write_bytes(workbooks.excel())
    assert main(["check", str(path), "--marked", str(tmp_path / "marked.xlsx")]) == 0
    assert list(tmp_path.iterdir()) == [path]
