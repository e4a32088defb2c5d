"""Export: every format opened again and compared with what was answered."""

import csv
import datetime as dt
import io
import json
import resource
import sqlite3
import zipfile

import pytest

from app.services.errors import Refused
from app.services.export import Cancelled, Wanted, export
from db.errors import MachineError
from db.store import records
from tests.store_kit import make_store
from tests.unit.app.services import versions

NOW = dt.datetime(2026, 9, 17, 2, 0, tzinfo=dt.UTC)
UNIT = "山东鲁南机械有限公司"
FORMULA = "=HYPERLINK(1)"


@pytest.fixture
def store(tmp_path):
    """Two records, one of each version of a form: the first with rows, the second finished."""
    store = make_store(tmp_path)
    versions.keep(store, versions.old())
    versions.keep(store, versions.new(), day=1)
    who = tuple(versions.inspector(store, name) for name in ("李喆", "周堃"))
    one = {
        "/data/basic/mark": "ok",
        "/data/basic/gone": FORMULA,
        "/data/basic/why": "does not apply",
        "/data/basic/lot": "-5",
        "/data/basic/double": "-10",
        "/data/rows{00000001}": "1",
        "/data/rows{00000001}/seal": "A",
        "/data/rows{00000002}": "2",
        "/data/rows{00000002}/seal": "B",
        "/data/rows{00000002}/seen": "ok na",
    }
    versions.begun_with(store, versions.old(), one, who=who)
    two = {"/data/other/mark": "ok", "/data/fresh": "新", "/data/other/double": "stored"}
    second = versions.begun_with(store, versions.new(), two | {"/data/other/lot": "7"})
    records.finish(store, second.id, dt.datetime(2026, 9, 16, 18, 30, tzinfo=dt.UTC))
    yield store
    store.close()


def run(store, target, **more):
    return export(store, Wanted("small"), target, now=NOW, **more)


def read_csv(path):
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))


def read_book(path):
    from openpyxl import load_workbook

    return load_workbook(path)


def pick(row, *names):
    return tuple(row[name] for name in names)


def test_columns_are_those_of_the_newest_version_and_what_is_gone_stands_behind(store, tmp_path):
    run(store, tmp_path / "out.csv")
    head = list(read_csv(tmp_path / "out.csv")[0])
    asked = ["fresh", "lot", "double", "mark", "mark_label", "why", "gone"]
    assert head[8:] == asked
    assert head[:3] == ["record_id", "state", "form_version"]


def test_every_record_speaks_with_the_words_of_its_own_version(store, tmp_path):
    run(store, tmp_path / "out.csv")
    first, second = read_csv(tmp_path / "out.csv")
    assert pick(first, "form_version", "mark", "mark_label") == ("1", "ok", "合格")
    assert pick(second, "form_version", "mark", "mark_label") == ("2", "ok", "通过")
    run(store, tmp_path / "out.csv", language="en")
    assert [row["mark_label"] for row in read_csv(tmp_path / "out.csv")] == ["Pass", "Passed"]


def test_unit_inspectors_and_times_in_china_stand_with_each_record(store, tmp_path):
    run(store, tmp_path / "out.csv")
    first, second = read_csv(tmp_path / "out.csv")
    told = pick(first, "unit", "uscc", "inspectors", "begun", "finished", "state")
    assert told == (
        *(UNIT, "91371302MA3C0000XX", "李喆、周堃", "2026-09-16 13:52:41", "", "draft"),
    )
    assert pick(second, "finished", "state") == ("2026-09-17 02:30:00", "finished")


def test_what_does_not_apply_is_left_out_and_what_was_stored_is_not_computed_anew(store, tmp_path):
    run(store, tmp_path / "out.csv")
    first, second = read_csv(tmp_path / "out.csv")
    assert first["why"] == ""
    assert second["double"] == "stored"


def test_a_repeat_is_a_table_that_names_its_record(store, tmp_path):
    done = run(store, tmp_path / "out.csv")
    assert (done.records, done.rows, done.versions) == (2, 2, 2)
    assert [path.name for path in done.files] == ["out.csv", "out-rows.csv", "out-columns.csv"]
    record = read_csv(tmp_path / "out.csv")[0]["record_id"]
    one, two = read_csv(tmp_path / "out-rows.csv")
    assert pick(one, "row_id", "parent_id", "row_number", "seal") == (
        *(f"{record}/00000001", record, "1", "A"),
    )
    assert pick(two, "record_id", "seal", "seen", "seen_label") == (
        *(record, "B", "ok na", "合格、不适用"),
    )


def test_csv_has_a_mark_for_excel_and_runs_nothing(store, tmp_path):
    run(store, tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    first = read_csv(tmp_path / "out.csv")[0]
    assert first["gone"] == f"'{FORMULA}"
    assert first["lot"] == "-5"


@pytest.mark.parametrize(
    "text", [" =1+1", "\n=1+1", "\u3000@SUM(1)", "\x0b\x01=cmd|'/c calc'!A0", "\ufeff-1+1", "＝1"]
)
def test_nothing_hides_a_formula_from_the_apostrophe(store, tmp_path, text):
    versions.begun_with(store, versions.old(), {"/data/basic/gone": text})
    run(store, tmp_path / "out.csv")
    assert read_csv(tmp_path / "out.csv")[-1]["gone"] == f"'{text}"
    run(store, tmp_path / "out.xlsx")
    page = read_book(tmp_path / "out.xlsx")["小表"]
    cell = page.cell(page.max_row, page.max_column)
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_a_zip_holds_the_same_files(store, tmp_path):
    run(store, tmp_path / "out.csv")
    run(store, tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert archive.namelist() == ["records.csv", "rows.csv", "columns.csv"]
        assert archive.read("records.csv") == (tmp_path / "out.csv").read_bytes()


def test_a_workbook_has_frozen_heads_text_as_text_and_numbers_as_numbers(store, tmp_path):
    run(store, tmp_path / "out.xlsx", titles={"state": "状态"})
    book = read_book(tmp_path / "out.xlsx")
    assert book.sheetnames == ["小表", "样品", "columns"]
    page = book["小表"]
    assert page.freeze_panes == "A2"
    head = [cell.value for cell in page[1]]
    assert head[1] == "状态"
    assert head[8:] == ["新题", "批量", "double", "标识 (mark)", "标识", "原因", "旧题"]
    cell = page.cell(2, head.index("旧题") + 1)
    assert (cell.value, cell.data_type) == (FORMULA, "s")
    assert page.cell(2, head.index("批量") + 1).value == -5
    assert [row[head.index("标识")].value for row in page.iter_rows(2)] == ["合格", "通过"]
    assert book["样品"].max_row == 3


def test_a_text_that_no_workbook_can_hold_is_cut_and_not_refused(store, tmp_path):
    said = {"/data/basic/gone": "\x0b@" + "长" * 40_000}
    versions.begun_with(store, versions.old(), said)
    run(store, tmp_path / "out.xlsx")
    page = read_book(tmp_path / "out.xlsx")["小表"]
    value = page.cell(4, page.max_column).value
    assert len(value) == 32_767
    assert value.startswith("@长")
    assert value.endswith("…")


def test_a_disk_that_fills_while_the_workbook_is_saved_is_told_as_such(store, tmp_path):
    """Whoever exports to a full stick is told so, and not that the program stumbled."""
    target = tmp_path / "out" / "out.xlsx"
    target.parent.mkdir()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (6_000, before[1]))
    try:
        with pytest.raises(MachineError):
            export(store, Wanted("small"), target, now=NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not list(target.parent.iterdir())


def test_csv_takes_no_place_of_a_file_nobody_was_asked_about(store, tmp_path):
    """The window asks about the one name it shows; the files beside it are not known to anybody."""
    mine = tmp_path / "out-columns.csv"
    mine.write_text("mine", encoding="utf-8")
    with pytest.raises(Refused) as caught:
        run(store, tmp_path / "out.csv")
    assert (caught.value.code, caught.value.facts["names"]) == ("export-beside", mine.name)
    assert [mine] == list(tmp_path.glob("out*"))
    (tmp_path / "out.csv").write_text("replaced on purpose", encoding="utf-8")
    run(store, tmp_path / "out.csv")
    assert mine.read_text(encoding="utf-8-sig").startswith("id")


def test_json_holds_values_and_words_and_the_rows_inside_their_record(store, tmp_path):
    run(store, tmp_path / "out.json")
    told = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert told["about"]["encrypted"] == "no"
    assert told["about"]["versions"] == "2, 1"
    first, second = told["records"]
    assert first["mark"] == {"value": "ok", "label": "合格"}
    assert first["gone"] == FORMULA
    assert [row["seal"] for row in first["rows"]["rows"]] == ["A", "B"]
    assert second["fresh"] == "新"
    assert "gone" not in second
    assert [one["name"] for one in told["columns"]["rows"]][-3:] == ["seal", "seen", "place"]


def test_an_empty_form_is_a_whole_document_too(store, tmp_path):
    export(store, Wanted("small", ("issued",)), tmp_path / "out.json", now=NOW)
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["records"] == []


def test_a_plain_sqlite_file_has_keys_and_says_that_it_is_plain(store, tmp_path):
    run(store, tmp_path / "out.sqlite")
    db = sqlite3.connect(tmp_path / "out.sqlite")
    try:
        assert db.execute("SELECT value FROM about WHERE name = 'encrypted'").fetchall() == [
            ("no",)
        ]
        assert db.execute(
            "SELECT lot, mark_label, fresh FROM records ORDER BY record_id"
        ).fetchall() == [
            (-5, "合格", None),
            (7, "通过", "新"),
        ]
        keys = {row[3]: row[2] for row in db.execute("PRAGMA foreign_key_list('rows')")}
        assert keys == {"parent_id": "records", "record_id": "records"}
        key = [row[1] for row in db.execute("PRAGMA table_info('rows')") if row[5]]
        assert key == ["row_id"]
        joined = "SELECT r.seal FROM rows r JOIN records ON records.record_id = r.parent_id"
        assert sorted(db.execute(joined).fetchall()) == [("A",), ("B",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        db.close()


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".zip", ".json", ".sqlite"])
def test_stopped_half_way_nothing_is_left_and_what_stood_there_stands(store, tmp_path, suffix):
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / f"out{suffix}"
    target.write_text("before", encoding="utf-8")
    with pytest.raises(Cancelled):
        run(store, target, go_on=lambda done: done < 1)
    assert [path.name for path in folder.iterdir()] == [target.name]
    assert target.read_text(encoding="utf-8") == "before"


def test_an_unknown_kind_and_an_unknown_form_are_refused(store, tmp_path):
    with pytest.raises(Refused, match="export-kind-unknown"):
        run(store, tmp_path / "out.pdf")
    with pytest.raises(Refused, match="form-unknown"):
        export(store, Wanted("none"), tmp_path / "out.csv", now=NOW)


def test_a_folder_that_is_not_there_is_told_as_such(store, tmp_path):
    with pytest.raises(MachineError) as caught:
        run(store, tmp_path / "none" / "out.csv")
    assert caught.value.code == "missing-folder"
    assert caught.value.facts["path"] == str(tmp_path / "none" / "out.csv")


def test_a_record_nothing_was_answered_in_gets_no_defaults(store, tmp_path):
    versions.begun_with(store, versions.old(), {})
    run(store, tmp_path / "out.json")
    last = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["records"][-1]
    assert "rows" not in last
