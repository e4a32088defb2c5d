"""Lists as other programs lay them out: headings over two rows, merged cells, formulas, hidden."""

import datetime as dt
from zipfile import ZipFile

import pytest

from app.services.equipment_import import preview
from app.services.list_reading import Note
from forms.publish_problems import PublishError
from tests.unit.app.services.equipment_kit import GOOD, UNIT, fill, new_book, row, text_list
from tests.unit.forms.publishing.old_excel import container, stream

TODAY = dt.date(2026, 9, 16)
CODE = GOOD["设备代码"]


def other(number):
    return row(设备代码=f"3110370012023{number:05d}", 使用登记证编号="")


def saved(made, folder):
    path = folder / "台账.xlsx"
    made.save(path)
    return path


def seen(store, made, folder):
    return preview(store, saved(made, folder), TODAY)


def wrongs(found):
    return [(one.place.row, one.column, one.code) for one in found.wrong]


def two_rows(*merged, unit=("单位名称", "使用地点")):
    """Headings over two rows: the unit and its place below 使用单位."""
    made = new_book()
    sheet = made.active
    sheet.append(
        ["设备代码", "使用登记证编号", "设备品种", "使用单位", None, "下次检验日期", "状态"]
    )
    sheet.append([None, None, None, *unit, None, None])
    sheet.append(list(GOOD.values()))
    for area in merged:
        sheet.merge_cells(area)
    return made


@pytest.mark.parametrize("merged", [("D1:E1",), (), ("A1:A2", "B1:B2", "D1:E1", "F1:F2")])
def test_headings_over_two_rows_lose_no_column(store, tmp_path, merged):
    found = seen(store, two_rows(*merged), tmp_path)
    assert found.wrong == ()
    (entry,) = found.entries
    assert (entry.said.unit, entry.after.place) == (UNIT, "办公楼")
    assert entry.said.place.row == 3


def test_a_heading_below_another_reads_as_both_together(store, tmp_path):
    found = seen(store, two_rows("D1:E1", unit=("名称", "联系人")), tmp_path)
    (entry,) = found.entries
    assert entry.said.unit == UNIT
    assert found.ignored == ("使用单位联系人",)


def test_headings_over_two_rows_of_a_csv_are_read_too(store, tmp_path):
    lines = two_rows()
    rows = [[cell or "" for cell in line] for line in lines.active.iter_rows(values_only=True)]
    path = text_list(tmp_path, row())
    path.write_text("\n".join(",".join(line) for line in rows), encoding="utf-8")
    (entry,) = preview(store, path, TODAY).entries
    assert (entry.said.unit, entry.after.place) == (UNIT, "办公楼")


def test_a_merged_cell_says_its_value_in_every_row_it_covers(store, tmp_path):
    made = new_book()
    fill(made.active, *(other(number) for number in (21, 22, 23)))
    for area in ("C2:C4", "D2:D4"):
        made.active.merge_cells(area)
    found = seen(store, made, tmp_path)
    assert wrongs(found) == []
    assert [one.after.place for one in found.entries] == ["办公楼"] * 3
    assert len({one.after.enterprise_id for one in found.entries}) == 1
    assert (Note("merged", "Sheet", 4, (3, 4)),) == found.notes


def test_a_line_merged_over_the_whole_list_says_nothing_of_its_columns(store, tmp_path):
    made = new_book()
    fill(made.active, other(21), row(设备代码="合计：1台"))
    made.active.merge_cells("A3:G3")
    found = seen(store, made, tmp_path)
    assert [one.said.place.row for one in found.entries] == [2]
    assert wrongs(found) == []


def test_more_merged_cells_than_cells_are_no_spreadsheet(store, tmp_path, monkeypatch):
    monkeypatch.setattr("forms.publish_laid.ROW_LIMIT", 0)
    made = new_book()
    fill(made.active, row())
    made.active.merge_cells("A2:A3")
    made.active.merge_cells("B2:B3")
    with pytest.raises(PublishError) as refused:
        seen(store, made, tmp_path)
    assert [one.code for one in refused.value.problems] == ["file-damaged"]


def test_a_formula_saved_without_its_result_is_wrong_and_never_empty(store, tmp_path):
    made = new_book()
    formulas = {
        "设备代码": '=CONCATENATE("3110370","01202300021")',
        "状态": "=VLOOKUP(A1,B:C,2,0)",
        "使用单位": "=Z9",
    }
    fill(made.active, *(row(**{name: text}) for name, text in formulas.items()))
    found = seen(store, made, tmp_path)
    assert found.entries == ()
    assert wrongs(found) == [
        (2, "code", "formula"),
        (3, "status", "formula"),
        (4, "unit", "formula"),
    ]
    assert formulas["设备代码"] == found.wrong[0].value


def test_a_formula_whose_result_is_an_empty_text_is_empty(store, tmp_path):
    made = new_book()
    fill(made.active, row(使用地点='=IF(1,"","")'))
    source, path = saved(made, tmp_path), tmp_path / "空.xlsx"
    with ZipFile(source) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("sheet1.xml"):
                assert b'<c r="E2"><f>' in data
                data = data.replace(b'<c r="E2"><f>', b'<c r="E2" t="str"><f>')
            new.writestr(name, data)
    found = preview(store, path, TODAY)
    assert wrongs(found) == []
    assert [one.after.place for one in found.entries] == [""]


@pytest.mark.parametrize("text", ["#REF!", "#N/A", "#DIV/0!", "#name?"])
def test_what_a_failed_formula_shows_is_no_place(store, tmp_path, text):
    made = new_book()
    fill(made.active, row(使用地点=text))
    assert wrongs(seen(store, made, tmp_path)) == [(2, "place", "failed")]


def test_rows_of_empty_texts_are_passed_over_and_the_count_goes_on(store, tmp_path):
    from openpyxl import Workbook

    made = Workbook(write_only=True)
    sheet = made.create_sheet("台账")
    sheet.append(list(GOOD))
    for _ in range(30):
        sheet.append(["", " "])
    sheet.append(list(row(使用地点="#REF!").values()))
    found = seen(store, made, tmp_path)
    assert wrongs(found) == [(32, "place", "failed")]


def test_hidden_sheets_rows_and_columns_are_read_and_said(store, tmp_path):
    made = new_book()
    fill(made.active, other(21), other(22))
    made.active.row_dimensions[3].hidden = True
    made.active.column_dimensions["E"].hidden = True
    old = made.create_sheet("旧")
    fill(old, other(23))
    old.sheet_state = "hidden"
    found = seen(store, made, tmp_path)
    assert [one.after.place for one in found.entries] == ["办公楼"] * 3
    assert found.notes == (
        Note("hidden-rows", "Sheet", 1, (3,)),
        Note("hidden-columns", "Sheet", 1, headings=("使用地点",)),
        Note("hidden-sheet", "旧", 1),
    )


def old_kind(folder, *rows, **layout):
    """An .xls of rows below the headings; ``layout`` as the maker of such files takes it."""
    path = folder / "台账.xls"
    path.write_bytes(container(stream({"台账": [[*GOOD], *rows]}, **layout)))
    return path


def test_an_old_excel_says_what_is_merged_and_hidden_as_a_new_one_does(store, tmp_path):
    rows = [[*other(number).values()] for number in (21, 22, 23)]
    for covered in rows[1:]:
        covered[3] = ""
    path = old_kind(tmp_path, *rows, merged=[(1, 3, 3, 3)], rows=(2,), columns=(4, 200))
    found = preview(store, path, TODAY)
    assert wrongs(found) == []
    assert [one.said.unit for one in found.entries] == [UNIT] * 3
    assert found.notes == (
        Note("merged", "台账", 2, (3, 4)),
        Note("hidden-rows", "台账", 1, (3,)),
        Note("hidden-columns", "台账", 1, headings=("使用地点",)),
    )


def test_a_hidden_sheet_of_an_old_excel_is_read_and_said(store, tmp_path):
    path = old_kind(tmp_path, [*row().values()], hidden=("台账",), rows=(1,))
    assert preview(store, path, TODAY).notes == (Note("hidden-sheet", "台账", 1),)


def test_an_old_excel_whose_areas_lie_beyond_its_rows_is_read(store, tmp_path):
    path = old_kind(
        tmp_path, [*row().values()], merged=[(5, 65_535, 0, 255), (9, 3, 0, 0), (1, 9, 6, 6)]
    )
    assert [one.said.place.row for one in preview(store, path, TODAY).entries] == [2]


def test_more_merged_cells_than_cells_are_no_old_spreadsheet(store, tmp_path, monkeypatch):
    monkeypatch.setattr("forms.publish_laid.ROW_LIMIT", 0)
    path = old_kind(tmp_path, [*row().values()], merged=[(0, 1, 0, 0)])
    with pytest.raises(PublishError) as refused:
        preview(store, path, TODAY)
    assert [one.code for one in refused.value.problems] == ["file-damaged"]
