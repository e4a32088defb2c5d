"""Forms from elsewhere: what no workbook of ours writes and every XForm may say."""

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from forms.graph import FormError, check
from forms.lists import EmptyLists, TableLists
from forms.session import Session
from forms.xform import load


def xform(instance, binds="", body="", more=""):
    """An XForm around these pieces."""
    return load(
        f'<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
        f' xmlns:jr="http://openrosa.org/javarosa"><h:head><model><instance>'
        f'<data id="f">{instance}</data></instance>{more}{binds}</model></h:head>'
        f"<h:body>{body}</h:body></h:html>".encode()
    )


def begun(*pieces, **named):
    return Session(xform(*pieces, **named), EmptyLists())


ROWS = "<row><name/><word/></row><pick/>"
ROW_BODY = (
    '<repeat nodeset="/data/row"><input ref="/data/row/name"/><input ref="/data/row/word"/>'
    '</repeat><select1 ref="/data/pick"><itemset nodeset="../row">'
    '<value ref="name"/><label ref="word"/></itemset></select1>'
)


def test_rows_of_a_repeat_are_choices_as_soon_as_they_are_named():
    """The label is written after the value; the choice must follow both."""
    session = begun(ROWS, body=ROW_BODY)
    (row,) = session.children("/data/row")
    session.set(f"{row}/name", "a")
    changed = session.set(f"{row}/word", "甲")
    assert "/data/pick" in changed.choices
    assert [(one.value, one.label) for one in session.node("/data/pick").choices] == [("a", "甲")]


def test_a_value_is_set_in_the_row_a_condition_names():
    action = (
        '<input ref="/data/from"><setvalue ref="/data/row[position()=2]/to"'
        ' event="xforms-value-changed" value="/data/from"/></input>'
        '<repeat nodeset="/data/row"><input ref="/data/row/to"/></repeat>'
    )
    session = begun("<from/><row><to/></row><row><to/></row><row><to/></row>", body=action)
    session.set("/data/from", "x")
    values = [session.node(f"{row}/to").value for row in session.children("/data/row")]
    assert values == ["", "x", ""]


def test_rows_that_nobody_can_add_are_there_from_the_start():
    body = '<repeat nodeset="/data/row" jr:noAddRemove="true()"><input ref="/data/row/a"/></repeat>'
    session = begun('<row jr:template=""><a>1</a></row>', body=body)
    (row,) = session.children("/data/row")
    assert session.node(f"{row}/a").value == "1"


NESTED = (
    '<repeat nodeset="/data/out"><repeat nodeset="/data/out/in"><input ref="/data/out/in/q"/>'
    "</repeat></repeat>"
)


@pytest.mark.parametrize(("mark", "inner"), [("", 0), (' jr:template=""', 1)])
def test_inner_rows_belong_to_new_rows_only_where_a_template_says_so(mark, inner):
    """Without a template the first row is the pattern, and the rows in it are its answers."""
    session = begun(f"<out{mark}><in><q/></in></out>", body=NESTED)
    row, _ = session.add_repeat("/data/out")
    assert len(session.children(f"{row}/in")) == inner


def test_a_date_keeps_its_day_and_loses_its_time():
    session = begun(
        "<day>2026-09-30T23:30:05</day>",
        '<bind nodeset="/data/day" type="date"/>',
        '<input ref="/data/day"/>',
    )
    assert session.node("/data/day").value == "2026-09-30"
    session.set("/data/day", "2026-10-01T08:00:00.000+08:00")
    assert session.node("/data/day").value == "2026-10-01"
    session.set("/data/day", "2026-10-01Tea")
    assert session.node("/data/day").error.code == "type"


def test_an_attribute_gets_no_answer_from_the_device():
    session = begun(
        '<e id=""/>', '<bind nodeset="/data/e/@id" jr:preload="uid"/>', '<input ref="/data/e"/>'
    )
    assert session.node("/data/e/@id").value == ""


def test_a_value_that_is_no_choice_has_no_name():
    """A code nobody offers is not passed off as its own label."""
    binds = '<bind nodeset="/data/said" calculate="jr:choice-name(/data/a, \'/data/a\')"/>'
    body = (
        '<select1 ref="/data/a"><item><label>One</label><value>1</value></item></select1>'
        '<input ref="/data/said"/>'
    )
    session = begun("<a/><said/>", binds, body)
    said = []
    for value in ("1", "9", ""):
        session.set("/data/a", value)
        said.append(session.node("/data/said").value)
    assert said == ["One", "", ""]


def test_choices_outside_the_form_may_be_asked_by_a_query():
    """What pyxform writes for select_one_external."""
    body = '<input ref="/data/town" query="instance(\'towns\')/root/item[county = /data/c]"/>'
    towns = [
        {"name": "t1", "label": "兰山", "county": "u"},
        {"name": "t2", "label": "河东", "county": "v"},
    ]
    session = Session(xform("<c>v</c><town/>", body=body), TableLists({"towns": towns}))
    assert session.form.item("/data/town").kind == "select_one"
    assert [one.label for one in session.node("/data/town").choices] == ["河东"]
    session.set("/data/town", "t2")
    assert session.node("/data/town").shown == "河东"


def test_broken_words_leave_a_gap_and_a_broken_rule_stops_the_form():
    """Publishing refuses both; a form from elsewhere runs with a hole in a sentence."""
    label = '<label>Sum: <output value="1 +"/>.</label>'
    form = xform("<a/>", body=f'<input ref="/data/a">{label}</input>')
    assert Session(form, EmptyLists()).node("/data/a").label == "Sum: ."
    assert [one.attribute for one in check(form)] == ["label"]
    with pytest.raises(FormError):
        begun("<a/>", '<bind nodeset="/data/a" relevant="1 +"/>', '<input ref="/data/a"/>')


def test_a_signed_code_is_read_only_while_its_signature_is_right():
    key = Ed25519PrivateKey.generate()
    public = base64.b64encode(key.public_key().public_bytes_raw()).decode()
    message = "批号 XBY0816".encode()
    code = base64.b64encode(key.sign(message) + message).decode()
    session = begun("<a/>", body='<input ref="/data/a"/>')
    ask = "extract-signed('{}', '{}')".format
    assert session.evaluate(ask(code, public)) == "批号 XBY0816"
    spoiled = base64.b64encode(key.sign(message) + b"x" + message).decode()
    for wrong in (ask(spoiled, public), ask(code, "short"), ask("no base64", public)):
        assert session.evaluate(wrong) == ""


def test_a_new_row_starts_the_actions_of_every_question_in_it():
    """XForms lets an action stand in a question; the row it belongs to is what comes anew."""
    body = (
        '<repeat nodeset="/data/row"><input ref="/data/row/a"><setvalue ref="/data/row/a"'
        ' event="odk-new-repeat">new</setvalue></input></repeat>'
    )
    session = begun('<row jr:template=""><a/></row><row><a/></row>', body=body)
    session.add_repeat("/data/row")
    values = [session.node(f"{row}/a").value for row in session.children("/data/row")]
    assert values == ["", "new"]


def test_a_place_lies_on_the_earth():
    session = begun(
        "<at/>", '<bind nodeset="/data/at" type="geopoint"/>', '<input ref="/data/at"/>'
    )
    for place, fits in (("90 -180", True), ("90.1 0", False), ("0 180.1 5 1", False)):
        session.set("/data/at", place)
        assert (session.node("/data/at").error is None) is fits


def test_a_list_may_keep_a_column_in_an_attribute():
    states = (
        '<instance id="s"><root><item place="north"><name>A</name></item>'
        '<item place="south"><name>B</name></item><item><name>C</name></item></root></instance>'
    )
    session = begun("<a/>", more=states)
    assert session.evaluate("pulldata('s', 'name', '@place', 'south')") == "B"
    assert session.evaluate("pulldata('s', '@place', 'name', 'A')") == "north"
    assert session.evaluate("pulldata('s', '@place', 'name', 'C')") == ""
    assert session.evaluate("pulldata('s', 'name', '@gone', 'south')") == ""


def test_a_distance_to_no_place_is_not_known():
    session = begun("<a/>")
    assert session.evaluate("distance('0 0;0 1')") == "111318.85"
    assert session.evaluate("distance('0 0;nowhere')") == ""
    assert session.evaluate("distance('0 0;0 181')") == ""


@pytest.mark.parametrize("count", ["2", "/data/n", "../k"])
def test_a_new_row_has_the_rows_its_own_counts_ask_for(count):
    body = (
        '<repeat nodeset="/data/o"><input ref="/data/o/k"/><group ref="/data/o/g">'
        f'<group ref="/data/o/g/p"><repeat nodeset="/data/o/g/p" jr:count="{count}">'
        '<input ref="/data/o/g/p/q"/></repeat></group></group></repeat>'
    )
    instance = '<n>2</n><o jr:template=""><k>2</k><g><p jr:template=""><q/></p></g></o>'
    session = begun(instance, body=body.replace("../k", "../../k"))
    row, _ = session.add_repeat("/data/o")
    assert len(session.children(f"{row}/g/p")) == 2


@pytest.mark.parametrize("order", ["{all}{rows}", "{rows}{all}"])
def test_the_same_words_mean_the_own_row_inside_and_every_row_outside(order):
    """Expressions are compiled once where they mean the same, and only there."""
    rows = "<row><a>x</a><own/></row><row><a>y</a><own/></row>"
    binds = "".join(
        f'<bind nodeset="{path}" calculate="concat(/data/row/a, 1)"/>'
        for path in ("/data/all", "/data/row/own")
    )
    body = '<repeat nodeset="/data/row"><input ref="/data/row/a"/></repeat>'
    session = begun(order.format(all="<all/>", rows=rows), binds, body)
    own = [session.node(f"{row}/own").value for row in session.children("/data/row")]
    assert (own, session.node("/data/all").value) == (["x1", "y1"], "xy1")


def test_the_same_near_path_waits_for_its_own_neighbour():
    binds = "".join(f'<bind nodeset="/data/{g}/b" calculate="../a"/>' for g in ("g", "h"))
    session = begun("<g><a/><b/></g><h><a/><b/></h>", binds)
    session.set("/data/h/a", "1")
    assert (session.node("/data/g/b").value, session.node("/data/h/b").value) == ("", "1")


def test_what_stands_in_a_read_only_group_is_read_only():
    binds = '<bind nodeset="/data/g" readonly="/data/done = 1"/>'
    session = begun("<done/><g><a/></g>", binds, '<input ref="/data/g/a"/>')
    assert session.set("/data/done", "1").choices == {"/data/g", "/data/g/a"}
    assert session.node("/data/g/a").readonly
