"""A bureau's list of special equipment: every kind of dirt is taken in, asked about or named."""

import datetime as dt

import pytest

from app.screens.equipment_list import entry_words
from app.screens.list_rows import rows_of
from app.services import list_import
from app.services.equipment_cells import HEADS
from app.services.equipment_import import apply, preview
from app.services.errors import Refused
from app.services.list_cells import CellError, day_of
from db.rows import Enterprise, Equipment
from db.store import enterprises, equipment, operations
from forms.publish_problems import PublishError
from tests.unit.app.services.equipment_kit import (
    GOOD,
    UNIT,
    USCC,
    book,
    fill,
    new_book,
    row,
    text_list,
)
from tests.unit.forms.publishing.old_excel import container, stream

CODE, NUMBER = GOOD["设备代码"], GOOD["使用登记证编号"]
TODAY = dt.date(2026, 9, 16)


def seen(store, path):
    return preview(store, path, TODAY)


def taken(store, act, path, **resolutions):
    return apply(store, act, seen(store, path), resolutions).value


def wrongs(found):
    return [(one.place.row, one.column, one.code) for one in found.wrong]


def test_a_clean_row_is_new_and_taking_it_over_writes_one_operation(store, act, tmp_path):
    found = seen(store, book(tmp_path, row()))
    assert [one.state for one in found.entries] == ["new"]
    assert found.wrong == found.doubts == ()
    before = operations.length(store)
    done = apply(store, act, found, {}).value
    assert (done.new, done.changed, done.same, done.left) == (1, 0, 0, 0)
    assert before + 1 == operations.length(store)
    kept = equipment.by_code(store, CODE)
    assert (kept.registration_no, kept.kind_code, kept.place) == (NUMBER, "3110", "办公楼")
    assert (kept.next_test, kept.status) == (dt.date(2027, 5, 1), "in-use")
    assert enterprises.get(store, kept.enterprise_id).name == UNIT


def test_the_same_file_twice_changes_nothing(store, act, tmp_path):
    path = book(tmp_path, row(), row(设备代码="311037001202300022", 使用登记证编号=""))
    first = seen(store, path)
    apply(store, act, first, {})
    length = operations.length(store)
    assert apply(store, act, first, {}).value.same == 2
    assert [one.state for one in seen(store, path).entries] == ["same", "same"]
    assert taken(store, act, path).same == 2
    assert length == operations.length(store)


def test_a_change_is_shown_field_by_field_and_an_empty_cell_takes_nothing_away(
    store, act, tmp_path
):
    taken(store, act, book(tmp_path, row(制造单位="演示电梯制造有限公司")))
    found = seen(store, book(tmp_path, row(使用地点="", 下次检验日期="2028/5/1", 制造单位="/")))
    (entry,) = found.of("changed")
    pairs = [(one.field, one.before, one.after) for one in entry.differences]
    assert pairs == [("next_test", dt.date(2027, 5, 1), dt.date(2028, 5, 1))]
    assert apply(store, act, found, {}).value.changed == 1
    kept = equipment.by_code(store, CODE)
    assert (kept.place, kept.maker) == ("办公楼", "演示电梯制造有限公司")


@pytest.mark.parametrize(
    ("cells", "field", "value"),
    [
        ({"设备代码": "３１１０37001202300021"}, "code", CODE),
        ({"设备代码": "3110 37001 2023 00021"}, "code", CODE),
        ({"设备代码": "'311037001202300021"}, "code", CODE),
        ({"设备代码": "21603101012006010101", "设备品种": "2150"}, "code", "21603101012006010101"),
        ({"设备代码": "/"}, "code", ""),
        ({"使用登记证编号": "梯11鲁Q00921（24）"}, "registration_no", NUMBER),
        ({"使用登记证编号": "梯11鲁q00921〔24〕"}, "registration_no", NUMBER),
        ({"使用登记证编号": "无"}, "registration_no", ""),
        ({"设备品种": "3110"}, "kind_code", "3110"),
        ({"设备品种": 3110}, "kind_code", "3110"),
        ({"设备品种": "3110 曳引驱动乘客电梯"}, "kind_code", "3110"),
        ({"设备品种": ""}, "kind_code", "3110"),
        ({"设备品种": "电梯"}, "kind_code", "3110"),
        ({"下次检验日期": dt.date(2027, 5, 1)}, "next_test", dt.date(2027, 5, 1)),
        ({"下次检验日期": 46508}, "next_test", dt.date(2027, 5, 1)),
        ({"下次检验日期": "2027年5月1日"}, "next_test", dt.date(2027, 5, 1)),
        ({"下次检验日期": "暂无"}, "next_test", None),
        ({"使用单位": " 临沂市小白羊 童车有限公司\n"}, "place", "办公楼"),
        ({"使用地点": "办公楼\n一层"}, "place", "办公楼 一层"),
        ({"状态": "停用"}, "status", "stopped"),
        ({"状态": "已注销"}, "status", "scrapped"),
        ({"状态": ""}, "status", "in-use"),
    ],
)
def test_dirt_with_one_meaning_is_put_right(store, tmp_path, cells, field, value):
    found = seen(store, book(tmp_path, row(**cells)))
    assert found.wrong == ()
    assert [value] == [getattr(one.after, field) for one in found.of("new")]


@pytest.mark.parametrize(
    (("cells", "named")),
    [
        ({"设备代码": 311037001202300021}, ("code", "digits-lost")),
        ({"设备代码": 3.11037001202300e17}, ("code", "digits-lost")),
        ({"设备代码": "3.11037E+17"}, ("code", "digits-lost")),
        ({"设备代码": "31103700120230002"}, ("code", "code-wrong")),
        ({"设备代码": "319037001202300021"}, ("code", "code-wrong")),
        ({"使用登记证编号": "电11鲁Q00921(24)"}, ("registration_no", "registration-wrong")),
        ({"设备代码": "", "使用登记证编号": "无"}, ("code", "unnamed")),
        ({"设备品种": "飞机"}, ("variety", "kind-unknown")),
        ({"设备种类": "锅炉"}, ("variety", "kind-unknown")),
        ({"设备品种": "叉车"}, ("code", "kind-differs")),
        ({"设备代码": "", "设备品种": ""}, ("variety", "kind-missing")),
        ({"使用单位": "无"}, ("unit", "unit-missing")),
        ({"统一社会信用代码": "91371302MA0DEM013X"}, ("uscc", "uscc-wrong")),
        ({"下次检验日期": "2027-02-30"}, ("next_test", "date")),
        ({"下次检验日期": "5/1/2027"}, ("next_test", "date")),
        ({"下次检验日期": "2027年5月"}, ("next_test", "date-month")),
        ({"下次检验日期": "3027-05-01"}, ("next_test", "date-far")),
        ({"状态": "借出"}, ("status", "status")),
        ({"是否重点单位": "待定"}, ("key_unit", "key-unit")),
        ({"使用地点": "楼" * 300}, ("place", "too-long")),
    ],
)
def test_what_cannot_be_meant_is_named_with_row_and_column(store, act, tmp_path, cells, named):
    """The other rows are taken over all the same."""
    other = row(设备代码="311037001202300099", 使用登记证编号="梯11鲁Q00999(24)")
    if "设备种类" in cells:
        other["设备种类"] = "电梯"
    found = seen(store, book(tmp_path, other, row(**cells)))
    assert wrongs(found) == [(3, *named)]
    assert apply(store, act, found, {}).value.new == 1


def test_model_registration_and_last_test_are_taken_in_and_shown_when_they_change(
    store, act, tmp_path
):
    cells = {"设备型号": "TKJ 1000", "使用登记日期": "2024年6月1日", "上次检验日期": "20260501"}
    taken(store, act, book(tmp_path, row(**cells)))
    kept = equipment.by_code(store, CODE)
    assert (kept.model, kept.registered) == ("TKJ 1000", dt.date(2024, 6, 1))
    assert kept.last_test == dt.date(2026, 5, 1)
    found = seen(store, book(tmp_path, row(上次检验日期="2026-06-01")))
    (entry,) = found.of("changed")
    assert [one.field for one in entry.differences] == ["last_test"]
    assert "2026-05-01 → 2026-06-01" in rows_of(found, entry_words, {}, {})[1].second
    wrong = seen(store, book(tmp_path, row(登记日期="去年")))
    assert wrongs(wrong) == [(2, "registered", "date")]


def test_headings_stand_in_any_order_below_titles_and_may_be_spelt_otherwise(store, tmp_path):
    cells = {
        "序号": 1,
        "单位名称": UNIT,
        "检验有效期至": "2027.5.1",
        "登记证号": NUMBER,
        "*设备编号\n(18位)": CODE,
        "领导批示": "同意",
    }
    path = book(tmp_path, cells, above=[("临沂市特种设备台账",), (None, "填报时间：2026年9月")])
    found = seen(store, path)
    (entry,) = found.of("new")
    assert (entry.after.code, entry.after.registration_no) == (CODE, NUMBER)
    assert entry.said.place.row == 4
    assert found.ignored == ("序号", "领导批示")
    assert found.headings["code"] == "*设备编号\n(18位)"


def test_sums_signatures_and_headings_printed_again_are_no_rows(store, tmp_path):
    again = {head: head for head in GOOD}
    path = book(
        tmp_path, row(), again, {"设备代码": "合计", "使用单位": "1台"}, {"设备代码": "制表人："}
    )
    found = seen(store, path)
    assert [one.state for one in found.entries] == ["new"]
    assert found.wrong == ()


def test_every_sheet_with_the_headings_counts(store, tmp_path):
    made = new_book()
    fill(made.active, row())
    fill(
        made.create_sheet("叉车"),
        row(设备代码="511037001202300021", 使用登记证编号="", 设备品种="叉车"),
    )
    made.create_sheet("说明").append(["本表由各所填报"])
    made.save(tmp_path / "台账.xlsx")
    found = seen(store, tmp_path / "台账.xlsx")
    assert [one.said.place.sheet for one in found.entries] == ["Sheet", "叉车"]


@pytest.mark.parametrize(
    ("encoding", "sign"), [("utf-8-sig", ","), ("gb18030", ","), ("utf-16", "\t"), ("utf-8", ";")]
)
def test_csv_is_read_as_chinese_programs_write_it(store, tmp_path, encoding, sign):
    found = seen(store, text_list(tmp_path, row(), encoding=encoding, sign=sign))
    assert [one.after.code for one in found.of("new")] == [CODE]


def test_an_old_xls_is_read_with_its_days(store, tmp_path):
    cells = row(下次检验日期=dt.date(2027, 5, 1))
    (tmp_path / "台账.xls").write_bytes(container(stream({"台账": [[*cells], [*cells.values()]]})))
    (entry,) = seen(store, tmp_path / "台账.xls").of("new")
    assert (entry.after.code, entry.after.next_test) == (CODE, dt.date(2027, 5, 1))


def test_what_is_no_list_is_refused_and_what_is_no_table_too(store, tmp_path):
    with pytest.raises(Refused) as refused:
        seen(store, book(tmp_path, {"姓名": "甲", "电话": "1", "备注": "2"}))
    assert refused.value.code == "equipment-columns-unknown"
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(PublishError):
        seen(store, tmp_path / "坏.xlsx")


def test_a_row_that_stands_twice_alike_is_taken_once(store, tmp_path):
    found = seen(store, book(tmp_path, row(), row()))
    assert len(found.of("new")) == 1
    assert [one.row for one in found.repeats] == [3]


def test_a_code_in_two_differing_rows_waits_until_one_is_chosen(store, act, tmp_path):
    found = seen(
        store, book(tmp_path, row(使用登记证编号=""), row(使用登记证编号="", 使用地点="仓库"))
    )
    (doubt,) = found.doubts
    assert (doubt.reason, [one.row for one in doubt.places]) == ("twice", [2, 3])
    assert apply(store, act, found, {}).value.left == 2
    assert equipment.by_code(store, CODE) is None
    second = doubt.choices[1]
    done = apply(store, act, found, {doubt.key: second.key}).value
    assert (done.new, done.left) == (1, 1)
    assert equipment.by_code(store, CODE).place == "仓库"


@pytest.mark.parametrize(("choice", "number"), [("take", "梯11鲁Q00922(25)"), ("keep", NUMBER)])
def test_another_registration_number_of_a_known_code_is_asked_about(
    store, act, tmp_path, choice, number
):
    taken(store, act, book(tmp_path, row()))
    path = book(tmp_path, row(使用登记证编号="梯11鲁Q00922(25)", 使用地点="仓库"))
    found = seen(store, path)
    (doubt,) = found.doubts
    assert (doubt.reason, doubt.text, doubt.known) == ("numbers-differ", "梯11鲁Q00922(25)", NUMBER)
    assert apply(store, act, found, {doubt.key: choice}).value.changed == 1
    kept = equipment.by_code(store, CODE)
    assert (kept.registration_no, kept.place) == (number, "仓库")


def test_numbers_of_two_devices_in_one_row_are_asked_about(store, act, tmp_path):
    other = row(设备代码="311037001202300022", 使用登记证编号="梯11鲁Q00922(25)")
    taken(store, act, book(tmp_path, row(), other))
    found = seen(store, book(tmp_path, row(使用登记证编号="梯11鲁Q00922(25)", 使用地点="仓库")))
    (doubt,) = found.doubts
    assert doubt.reason == "several-devices"
    second = equipment.by_code(store, "311037001202300022")
    assert apply(store, act, found, {doubt.key: f"device:{second.id}"}).value.changed == 1
    assert equipment.by_code(store, "311037001202300022").place == "仓库"
    assert equipment.by_code(store, CODE).place == "办公楼"


def test_an_unknown_unit_is_asked_about_once_and_made_once(store, act, tmp_path):
    path = book(
        tmp_path,
        row(使用单位="临沂市新来（演示）有限公司"),
        row(
            设备代码="311037001202300022", 使用登记证编号="", 使用单位="临沂市新来（演示）有限公司"
        ),
    )
    found = seen(store, path)
    (doubt,) = found.doubts
    assert (doubt.reason, [one.row for one in doubt.places]) == ("unit-unknown", [2, 3])
    before = enterprises.count(store)
    for _time in range(2):
        done = apply(store, act, found, {doubt.key: "new-unit"}).value
    assert (done.same, done.units) == (2, 0)
    assert before + 1 == enterprises.count(store)
    assert {one.state for one in seen(store, path).entries} == {"same"}


def test_brackets_and_spaces_of_a_name_do_not_make_another_unit(store, act, tmp_path):
    enterprises.save(store, Enterprise("u-1", "鲁南（演示）电梯厂"))
    (entry,) = seen(store, book(tmp_path, row(使用单位="鲁南(演示) 电梯厂"))).of("new")
    assert entry.after.enterprise_id == "u-1"


def test_a_name_two_units_have_is_asked_about_unless_the_code_tells(store, act, tmp_path):
    enterprises.save(store, Enterprise("u-2", UNIT))
    found = seen(store, book(tmp_path, row()))
    (doubt,) = found.doubts
    assert doubt.reason == "unit-twice"
    assert "unit:u-2" in {one.key for one in doubt.choices}
    apply(store, act, found, {doubt.key: "unit:u-2"})
    assert equipment.by_code(store, CODE).enterprise_id == "u-2"
    coded = row(设备代码="311037001202300022", 使用登记证编号="", 统一社会信用代码=USCC)
    assert len(seen(store, book(tmp_path, coded)).of("new")) == 1


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"统一社会信用代码": USCC, "使用单位": "别的单位"}, "unit-name-differs"),
        ({"统一社会信用代码": "914403001922038216"}, "unit-code-differs"),
    ],
)
def test_name_and_code_of_different_units_are_asked_about(store, tmp_path, cells, reason):
    assert [one.reason for one in seen(store, book(tmp_path, row(**cells))).doubts] == [reason]


def test_a_device_changed_since_the_preview_is_left_alone(store, act, tmp_path):
    taken(store, act, book(tmp_path, row()))
    found = seen(store, book(tmp_path, row(使用地点="仓库")))
    known = equipment.by_code(store, CODE)
    equipment.save(store, Equipment(**{**_fields(known), "place": "车间"}))
    assert apply(store, act, found, {}).value.overtaken == 1
    assert equipment.by_code(store, CODE).place == "车间"


def test_a_choice_nobody_offered_is_refused_and_nothing_written(store, act, tmp_path):
    found = seen(store, book(tmp_path, row(使用单位="没有的单位")))
    length = operations.length(store)
    with pytest.raises(Refused):
        apply(store, act, found, {found.doubts[0].key: "unit:nobody"})
    assert length == operations.length(store)


def test_batches_are_told_and_one_that_fails_keeps_those_before(store, act, tmp_path, monkeypatch):
    monkeypatch.setattr(list_import, "BATCH", 2)
    rows = [row(设备代码=f"3110370012023001{n:02}", 使用登记证编号="") for n in range(5)]
    found = seen(store, book(tmp_path, *rows))
    heard = []

    def stop(done, total):
        heard.append((done, total))
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        apply(store, act, found, {}, stop)
    assert heard == [(2, 5), (4, 5)]
    done = apply(store, act, found, {}).value
    assert (done.new, done.same) == (1, 4)


@pytest.mark.parametrize(
    "text", ["2026-5-1", "2026.05.01", "20260501", "2026-05-01 00:00:00", "46143"]
)
def test_a_day_is_read_however_it_is_written(text):
    assert day_of(text, TODAY) == dt.date(2026, 5, 1)


@pytest.mark.parametrize("text", ["26-5-1", "长期", "2026-13-01", "99999999"])
def test_no_day_is_guessed(text):
    with pytest.raises(CellError):
        day_of(text, TODAY)


def test_a_heading_of_something_else_means_nothing():
    assert HEADS.column_of("使用单位联系人") == ""


def _fields(one):
    return {name: getattr(one, name) for name in one.__dataclass_fields__}
