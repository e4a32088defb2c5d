"""Lists that travel with a form: three kinds of files, one kind of rows."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms import attached
from forms.attached import AttachedError, rows_of
from forms.lists import EmptyLists, Joined, TableLists
from forms.package import Package
from forms.publish import publish
from forms.publish_problems import PublishError
from forms.session import Session
from tests.unit.forms.publishing import workbooks


def test_a_csv_keeps_its_columns_and_its_line_breaks():
    data = '\ufeffname,label,county\r\nt1,"兰山\n区",u\r\nt2,河东,\r\n'.encode()
    assert rows_of("towns.csv", data) == (
        {"name": "t1", "label": "兰山\n区", "county": "u"},
        {"name": "t2", "label": "河东", "county": ""},
    )


def test_a_row_without_words_is_called_by_its_value():
    assert rows_of("a.csv", b"value\n7\n") == ({"value": "7", "name": "7", "label": "7"},)


def test_an_xml_list_has_one_row_an_item():
    data = b"<root><item><name>a</name><label> A <b>x</b></label></item><item/></root>"
    assert rows_of("l.xml", data) == (
        {"name": "a", "label": "A x"},
        {"name": "", "label": ""},
    )


def test_places_of_a_map_are_written_as_answers_write_them():
    """GeoJSON has longitude first, an answer has latitude first."""

    def feature(kind, places, **more):
        return {"type": "Feature", "geometry": {"type": kind, "coordinates": places}} | more

    features = [
        feature("Point", [118.35, 35.05], id="p", properties={"title": "厂", "n": 3}),
        feature("LineString", [[0, 1], [2, 3, 4]], properties={"id": "l"}),
        feature("Polygon", [[[0, 0], [0, 1], [1, 1], [0, 0]]], properties=None, id=7),
        {"type": "Feature", "geometry": None, "properties": {"id": "none", "x": [1]}},
    ]
    data = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    point, line, area, nowhere = rows_of("map.geojson", data)
    assert point["geometry"] == "35.05 118.35 0 0"
    assert (point["name"], point["label"], point["n"]) == ("p", "厂", "3")
    assert line["geometry"] == "1 0 0 0; 3 2 4 0"
    assert area["geometry"] == "0 0 0 0; 1 0 0 0; 1 1 0 0; 0 0 0 0"
    assert (area["name"], nowhere["geometry"], nowhere["x"]) == ("7", "", "[1]")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", "kind"),
        ("a.csv", b"\xff\xfe", "damaged"),
        ("a.csv", b"a\n" + b'"' + b"x" * 200_000, "damaged"),
        ("a.xml", b"<root>", "damaged"),
        ("a.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "damaged"),
        ("a.geojson", b"{}", "damaged"),
        ("a.geojson", b'{"type": "Feature"}', "damaged"),
        ("a.geojson", b"[" * 100_000, "damaged"),
        ("a.geojson", b'{"type": "FeatureCollection", "features": [3]}', "damaged"),
    ],
)
def test_what_is_no_list_is_refused_by_name(name, data, code):
    with pytest.raises(AttachedError) as caught:
        rows_of(name, data)
    assert (caught.value.code, caught.value.facts["file"]) == (code, name)


def test_too_many_rows_and_too_many_bytes_are_refused(monkeypatch):
    monkeypatch.setattr(attached, "MAX_ROWS", 2)
    with pytest.raises(AttachedError, match="too-large"):
        rows_of("a.csv", b"name\n1\n2\n3\n")
    monkeypatch.setattr(attached, "MAX_BYTES", 5)
    with pytest.raises(AttachedError, match="too-large"):
        rows_of("a.csv", b"name\n1\n")


@given(st.binary(max_size=60), st.sampled_from(attached.SUFFIXES))
def test_any_bytes_are_rows_or_a_named_error(data, suffix):
    try:
        rows = rows_of(f"a{suffix}", data)
    except AttachedError:
        return
    assert all({"name", "label"} <= row.keys() for row in rows)


def test_a_form_asks_what_it_brings_before_it_asks_a_register():
    """A list of its own name never reaches the register of that name."""
    brought = {"towns": ({"name": "t1", "label": "兰山", "county": "u"},)}
    register = TableLists({"towns": [{"name": "x", "label": "X"}], "firms": [{"name": "f"}]})
    lists = Joined(brought, register)
    assert [row["name"] for row in lists.rows("towns", {}, 9)] == ["t1"]
    assert lists.rows("towns", {"county": "v"}, 9) == []
    assert lists.row("towns", "x") is None
    assert [row["name"] for row in lists.search("towns", "兰", {}, 9)] == ["t1"]
    assert lists.row("firms", "f") == {"name": "f"}


def test_a_package_gives_the_rows_it_travels_with(tmp_path):
    """What a clerk lays beside the workbook is asked on the laptop, without any register."""
    survey = (
        *workbooks.SHEETS["survey"],
        ("select_one_from_file towns.csv", "town", "镇", "Town"),
    )
    source = tmp_path / "form.md"
    source.write_bytes(workbooks.markdown(survey=survey))
    (tmp_path / "towns.csv").write_text("name,label\nt1,兰山\nt2,河东\n", encoding="utf-8")
    package = Package.from_bytes(publish(source).to_bytes())
    assert package.registers == ()
    session = Session(package.form, Joined(package.tables, EmptyLists()))
    assert [one.label for one in session.node("/data/town").choices] == ["兰山", "河东"]
    assert session.search("/data/town", "河")[0].value == "t2"
    session.set("/data/town", "t9")
    assert session.node("/data/town").error.code == "choice"


def with_list(folder, name, content):
    survey = (
        *workbooks.SHEETS["survey"],
        (f"select_one_from_file {name}", "town", "镇", "Town"),
    )
    source = folder / "form.md"
    source.write_bytes(workbooks.markdown(survey=survey))
    (folder / name).write_text(content, encoding="utf-8")
    return source


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("towns.xml", "<root><item><name>t1</name><label>兰山</label></item></root>"),
        (
            "towns.geojson",
            (
                '{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "t1",'
                ' "geometry": {"type": "Point", "coordinates": [118, 35]},'
                ' "properties": {"title": "兰山"}}]}'
            ),
        ),
    ],
)
def test_a_list_of_another_kind_travels_as_a_table(tmp_path, name, content):
    package = publish(with_list(tmp_path, name, content))
    assert package.registers == ()
    (row,) = package.tables["towns"]
    assert (row["name"], row["label"]) == ("t1", "兰山")


def test_a_damaged_list_is_told_and_a_strange_file_beside_is_not(tmp_path):
    (tmp_path / "other.csv").write_bytes(b"\xff\xfe")
    with pytest.raises(PublishError) as caught:
        publish(with_list(tmp_path, "towns.xml", "<root>"))
    (problem,) = caught.value.problems
    assert (problem.code, problem.sheet) == ("list-damaged", "towns.xml")
    assert problem.message_zh
    publish(with_list(tmp_path, "towns.csv", "name,label\nt1,兰山\n"))


def test_choices_on_a_sheet_of_their_own_travel_too():
    survey = (
        *workbooks.SHEETS["survey"],
        ("select_one_external towns", "town", "镇", "Town", *[""] * 4, "county = 'u'"),
    )
    external = (
        ("list_name", "name", "label", "county"),
        ("towns", "t1", "兰山", "u"),
        ("towns", "t2", "河东", "v"),
    )
    data = workbooks.markdown(survey=survey, external_choices=external)
    package = publish(data, "a.md")
    session = Session(package.form, Joined(package.tables, EmptyLists()))
    assert [one.label for one in session.node("/data/town").choices] == ["兰山"]
