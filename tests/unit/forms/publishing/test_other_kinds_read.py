"""Workbooks of an older Excel (.xls) and those written as CSV."""

import contextlib
import datetime as dt
import random
import tracemalloc

import pytest

from forms.__main__ import main
from forms.publish import publish
from forms.publish_laid import laid_out
from forms.publish_problems import PublishError
from forms.publish_spreadsheet import OLD_SIGNATURE
from forms.publish_tables import COLUMN_LIMIT, ROW_LIMIT
from forms.publish_workbook import read
from tests.unit.forms.publishing import old_excel, workbooks


def refusal(data, name):
    """The single problem a reading ends with."""
    with pytest.raises(PublishError) as caught:
        read(data, name)
    (problem,) = caught.value.problems
    return problem


# ── .xls ────────────────────────────────────────────────────────────────────────────────────────


def test_an_old_excel_says_the_same_as_a_new_one():
    old, new = read(old_excel.excel(), "a.xls"), read(workbooks.excel(), "a.xlsx")
    assert old.sheets == new.sheets


def test_an_old_excel_is_published_and_travels_with_the_package():
    package = publish(old_excel.excel(), "small.xls")
    assert package.form_xml == publish(workbooks.markdown(), "small.md").form_xml
    assert package.source_name == "source.xls"


def test_the_bytes_tell_an_old_excel_whatever_the_name_says():
    data = old_excel.excel()
    assert read(data, "a.xlsx").sheets == read(data).sheets == read(data, "a.xls").sheets
    assert read(workbooks.excel(), "a.xls").sheets["survey"].rows


def test_numbers_dates_and_times_of_an_old_excel_become_the_text_a_writer_means():
    rows = (("a", "b", "c", "d", "e"), (2026090101, 1.5, dt.date(2026, 9, 1), dt.time(9, 30), True))
    (row,) = read(old_excel.excel(draft=rows), "a.xls").sheets["draft"].rows
    assert list(row.cells.values()) == ["2026090101", "1.5", "2026-09-01", "09:30:00", "TRUE"]


def test_blank_rows_and_merged_cells_of_an_old_excel_keep_the_count():
    rows = (("a", "b"), (), ("one", ""), ("", ""), ("two", ""))
    sheet = read(old_excel.excel(draft=rows, merged=[(2, 3, 0, 1)]), "a.xls").sheets["draft"]
    assert [(row.number, dict(row.cells)) for row in sheet.rows] == [
        (3, {"a": "one"}),
        (5, {"a": "two"}),
    ]


def test_an_old_excel_keeps_the_same_bounds():
    wide = (("type", *(f"c{n}" for n in range(COLUMN_LIMIT))),)
    tall = tuple(("n",) for _ in range(ROW_LIMIT + 1))
    assert refusal(old_excel.excel(survey=wide), "a.xls").code == "too-many-columns"
    assert refusal(old_excel.excel(survey=tall), "a.xls").code == "too-many-rows"
    many = {f"s{n}": (("a",),) for n in range(40)}
    assert refusal(old_excel.excel(**many), "a.xls").code == "too-many-sheets"
    long = (("type",), ("x" * 10_001,))
    assert refusal(old_excel.excel(survey=long), "a.xls").code == "cell-too-long"


def test_names_that_double_one_another_do_not_fill_the_memory():
    data = old_excel.excel(names=list(old_excel.doublings(20)))
    tracemalloc.start()
    assert read(data, "a.xls").sheets["survey"].rows
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20 * 1024 * 1024


def test_two_sheets_that_are_the_same_bytes_are_refused():
    data = bytearray(old_excel.stream({"a": (("x",),), "b": (("y",),)}))
    second = data.rindex(b"\x85\x00")
    first = data.index(b"\x85\x00")
    data[second + 4 : second + 8] = data[first + 4 : first + 8]
    assert refusal(old_excel.container(bytes(data)), "a.xls").code == "file-damaged"


def test_a_workbook_with_a_password_says_so():
    locked = OLD_SIGNATURE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    assert refusal(locked, "a.xlsx").code == "file-locked"
    data = old_excel.stream({"a": (("x",),)})
    head = 4 + 16  # after the first record
    asks = old_excel.record(0x002F, b"\x00\x00\x01\x00\x01\x00")
    assert refusal(old_excel.container(data[:head] + asks + data[head:]), "a.xls").code == (
        "file-locked"
    )


def test_every_truncation_and_many_changed_bytes_of_an_old_excel_end_in_a_sentence_or_a_book():
    whole = old_excel.excel(merged=[(1, 2, 0, 0)])
    dice = random.Random(7)
    for length in range(8, len(whole) - old_excel.SECTOR, 1_021):
        with pytest.raises(PublishError):
            read(whole[:length], "a.xls")
    for _ in range(150):
        spoiled = bytearray(whole)
        for _ in range(dice.randint(1, 6)):
            spoiled[dice.randrange(8, len(spoiled))] = dice.randrange(256)
        with contextlib.suppress(PublishError):
            assert read(bytes(spoiled), "a.xls").suffix == ".xls"
        with contextlib.suppress(PublishError):
            assert laid_out(bytes(spoiled), "a.xls")


# ── CSV ─────────────────────────────────────────────────────────────────────────────────────────


def cells(book):
    """What a book says, without where it stands."""
    return {name: [dict(row.cells) for row in sheet.rows] for name, sheet in book.sheets.items()}


def test_a_csv_says_the_same_as_a_spreadsheet():
    assert cells(read(workbooks.comma(), "a.csv")) == cells(read(workbooks.excel(), "a.xlsx"))


def test_a_csv_is_published_without_taking_itself_for_a_list(tmp_path):
    path = tmp_path / "form.csv"
    path.write_bytes(workbooks.comma().decode().encode("gb18030"))
    (tmp_path / "colours.csv").write_text("name,label\nred,红\n", encoding="utf-8")
    assert main(["publish", str(path), "-o", str(tmp_path / "out.xjform")]) == 0
    assert publish(path).form_xml == publish(workbooks.markdown(), "small.md").form_xml
    assert publish(path).lists == {}


def test_rows_of_a_csv_are_counted_over_the_whole_file():
    data = workbooks.comma(survey=workbooks.with_cell("survey", 4, "constraint", "if(1,2"))
    with pytest.raises(PublishError) as caught:
        publish(data, "a.csv")
    (problem,) = caught.value.problems
    assert (problem.sheet, problem.row, problem.column) == ("survey", 5, "constraint")
    settings = workbooks.with_cell("settings", 2, "version", "one")
    with pytest.raises(PublishError) as caught:
        publish(workbooks.comma(settings=settings), "a.csv")
    (problem,) = caught.value.problems
    assert data.decode().splitlines()[problem.row - 1].startswith(",小表,small")


def test_what_pyxform_says_about_a_csv_names_its_row_too():
    data = workbooks.comma(survey=workbooks.with_row("survey", 4, "integre", "lot", "批量", "Lot"))
    with pytest.raises(PublishError) as caught:
        publish(data, "a.csv")
    assert data.decode().splitlines()[caught.value.problems[0].row - 1].startswith(",integre")


def test_a_line_break_inside_a_cell_does_not_change_the_count():
    data = b'survey\n,type,name\n,text,"a\nb"\n,text,c\n'
    assert [row.number for row in read(data, "a.csv").sheets["survey"].rows] == [3, 4]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_may_be_written_in_each_of_the_usual_encodings(encoding):
    data = workbooks.comma().decode().encode(encoding)
    settings = read(data, "a.csv").sheets["settings"].rows[0].cells
    assert settings["form_title"] == "小表"


@pytest.mark.parametrize(
    "data", [b"survey\n,\xff\xff\xff", "survey\n,type".encode("utf-16-le"), b"\xff\xfea"]
)
def test_a_csv_in_another_encoding_says_so(data):
    assert refusal(data, "a.csv").code == "file-encoding-csv"


def test_a_quote_without_an_end_is_told_with_its_row():
    problem = refusal(b'survey\n,type,name\n,"text,a\n,text,b\n', "a.csv")
    assert (problem.code, problem.row) == ("file-csv", 3)


def test_a_csv_keeps_the_same_bounds():
    wide = (("type", *(f"c{n}" for n in range(COLUMN_LIMIT))),)
    tall = tuple(("n",) for _ in range(ROW_LIMIT + 1))
    assert refusal(workbooks.comma(survey=wide), "a.csv").code == "too-many-columns"
    assert refusal(workbooks.comma(survey=tall), "a.csv").code == "too-many-rows"
    many = {f"s{n}": (("a",),) for n in range(40)}
    assert refusal(workbooks.comma(**many), "a.csv").code == "too-many-sheets"
    assert refusal(workbooks.comma() + b"survey\n,type\n", "a.csv").code == "sheet-twice"
