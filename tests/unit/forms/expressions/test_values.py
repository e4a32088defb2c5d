"""What expressions come to: the semantics we promise, one table a subject."""

import datetime as dt

import pytest

from forms.expressions import Context, ExpressionError, Scope, World, compile  # noqa: A004 - the word everyone uses
from forms.expressions.nodes import Node, NodeKind, document, element
from forms.expressions.values import to_text
from forms.lists import TableLists

NOON = dt.datetime(2026, 9, 16, 4, 0, tzinfo=dt.UTC)
LIFTS = [
    {"name": "e1", "label": "1号电梯", "kind": "lift", "floor": "3"},
    {"name": "e2", "label": "2号电梯", "kind": "lift", "floor": "12"},
    {"name": "b1", "label": "锅炉", "kind": "boiler", "floor": "-1"},
]
LAWS = [{"name": "product-quality-law:27", "label": "《产品质量法》第二十七条"}]


def workshop() -> Node:
    """A small document: a name, three rows of quantities, a date, an empty answer."""
    top = document()
    data = top.add(element("data"))
    data.add(element("name", "沂蒙机械"))
    for quantity in ("0.1", "0.2", "3"):
        row = data.add(element("row"))
        row.add(element("qty", quantity)).numeric = True
    data.add(element("day", "2026-09-30"))
    data.add(element("empty"))
    data.add(element("chosen", "oil dust noise"))
    data.set_attribute(Node(NodeKind.ATTRIBUTE, "version", "7"))
    return top


def value_of(expression: str, at: str = "data") -> str:
    top = workshop()
    world = World(root=top, lists=TableLists({"equipment": LIFTS, "laws": LAWS}), now=lambda: NOON)
    node = top.named("data")[0]
    if at != "data":
        node = node.named(at)[0]
    return to_text(compile(expression).run(Scope(world, node)))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("0.1 + 0.2 = 0.3", "true"),
        ("1 div 3", "0.3333333333333333"),
        ("1 div 3 * 3 = 1", "true"),
        ("371302199001011234 = 371302199001011235", "false"),
        ("7 mod -3", "1"),
        ("-7 mod 3", "-1"),
        ("1 div 0", "Infinity"),
        ("-1 div 0", "-Infinity"),
        ("0 div 0", "NaN"),
        ("2 + 3 * 4 - 6 div 2", "11"),
        ("- - 5", "5"),
        ("round(2.5)", "3"),
        ("round(-2.5)", "-3"),
        ("round(0.125, 2)", "0.13"),
        ("round(1250, -2)", "1300"),
        ("int(-3.7)", "-3"),
        ("floor(-3.2)", "-4"),
        ("ceiling(-3.7)", "-3"),
        ("1000000 * 1000000", "1000000000000"),
        ("pow(1.1, 2)", "1.21"),
        ("sqrt(2.25)", "1.5"),
        ("number('12.50')", "12.5"),
        ("number('twelve')", "NaN"),
        ("max(3, '10', 7)", "10"),
        ("min(row/qty)", "0.1"),
        ("sum(row/qty)", "3.3"),
    ],
)
def test_numbers_are_decimals_and_halves_round_away_from_zero(expression, expected):
    assert value_of(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("today()", "2026-09-16"),
        ("now()", "2026-09-16T12:00:00.000+08:00"),
        ("date('2026-03-01') - date('2026-02-28')", "1"),
        ("date(today() + 15)", "2026-10-01"),
        ("day > today()", "true"),
        ("day = '2026-09-30'", "true"),
        ("day + 1 = date('2026-10-01')", "true"),
        ("now() > today()", "true"),
        ("now() < today() + 1", "true"),
        ("number('1970-01-02')", "1"),
        ("date('2026-02-30')", ""),
        ("date('yesterday')", ""),
        ("days-between(today(), day)", "14"),
        ("format-date(day, '%Y年%n月%e日')", "2026年9月30日"),
        ("format-date-time('2026-09-30T08:05:09.070+08:00', '%H:%M:%S.%3 %a')", "08:05:09.070 Wed"),
        ("decimal-time('18:00:00.000+08:00')", "0.75"),
        ("decimal-date-time('1970-01-02T00:00:00.000Z')", "1"),
    ],
)
def test_dates_are_whole_days_on_the_wall_clock_of_china(expression, expected):
    assert value_of(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("concat(name, '厂', 3)", "沂蒙机械厂3"),
        ("substring('沂蒙机械', 2, 2)", "蒙机"),
        ("substr('沂蒙机械', -2)", "机械"),
        ("string-length(name)", "4"),
        ("string-length('王𬭚')", "2"),
        ("normalize-space('  沂\u3000蒙  机械 ')", "沂 蒙 机械"),
        ("substring-before('鲁A·12345', '·')", "鲁A"),
        ("substring-after('鲁A·12345', '·')", "12345"),
        ("translate('2026/09/30', '/', '-')", "2026-09-30"),
        ("contains(name, '机')", "true"),
        ("starts-with(name, '蒙')", "false"),
        ("ends-with(name, '械')", "true"),
        ("upper-case('91371300ma3')", "91371300MA3"),
        ("regex('371302', '^3713\\d{2}$')", "true"),
        ("replace('a-b-c', '-', '')", "abc"),
        ("join('、', row/qty)", "0.1、0.2、3"),
        ("coalesce(empty, name)", "沂蒙机械"),
        ("string(@version)", "7"),
        (
            "digest('', 'SHA-256', 'hex')",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        ),
    ],
)
def test_texts_may_be_in_any_script(expression, expected):
    assert value_of(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("selected(chosen, 'dust')", "true"),
        ("selected(chosen, 'du')", "false"),
        ("selected-at(chosen, 0)", "oil"),
        ("selected-at(chosen, 9)", ""),
        ("count-selected(chosen)", "3"),
        ("count-selected(empty)", "0"),
        ("if(count(row) > 2, '多', '少')", "多"),
        ("checklist(1, 2, true(), false(), true())", "true"),
        ("weighted-checklist(5, 9, true(), 4, true(), 2)", "true"),
        ("checklist(3, 3, row/qty, empty)", "true"),
        ("checklist(1, 1, '0', '')", "true"),
        ("true() and not(false()) or nonsense", "true"),
        ("boolean-from-string('1')", "true"),
    ],
)
def test_conditions_and_choices(expression, expected):
    assert value_of(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("count(row)", "3"),
        ("row[2]/qty", "0.2"),
        ("row[last()]/qty", "3"),
        ("row[qty > 0.15]/qty", "0.2"),
        ("count(//qty)", "3"),
        ("count(row/qty | name)", "4"),
        ("count-non-empty(* )", "6"),
        ("/data/row[qty = '3.0']/qty", "3"),
        ("name(row[1]/..)", "data"),
        ("count(row[1]/following-sibling::row)", "2"),
        ("row[3]/preceding-sibling::row[1]/qty", "0.2"),
        ("position(row[2])", "2"),
        ("indexed-repeat(row/qty, row, 3)", "3"),
        ("count(row[qty = current()/row[1]/qty])", "1"),
        ("count(self::data)", "1"),
        ("count(attribute::*)", "1"),
    ],
)
def test_paths_find_nodes_as_xpath_says(expression, expected):
    assert value_of(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("instance('equipment')/root/item[name = 'e2']/label", "2号电梯"),
        ("count(instance('equipment')/root/item[kind = 'lift'])", "2"),
        ("count(instance('equipment')/root/item[kind = 'lift' and floor > 5])", "1"),
        ("count(instance('equipment')/root/item)", "3"),
        ("pulldata('equipment', 'label', 'name', 'b1')", "锅炉"),
        ("pulldata('equipment', 'label', 'name', 'gone')", ""),
        ("pulldata('equipment', 'label', 'name', '')", ""),
    ],
)
def test_registers_are_asked_through_lists(expression, expected):
    assert value_of(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("empty = ''", "true"),
        ("boolean(absent)", "false"),
        ("absent = ''", "false"),
        ("absent != ''", "false"),
        ("row/qty = 3", "true"),
        ("row/qty != 3", "true"),
        ("row/qty = '3.00'", "true"),
        ("name = '沂蒙机械' and day >= '2026-09-30'", "true"),
        ("'10' > '9'", "true"),
        ("true() > 0.5", "true"),
        ("3 > 2 > 1", "false"),
    ],
)
def test_comparisons_follow_xpath_and_numbers_by_declaration_compare_as_numbers(
    expression, expected
):
    assert value_of(expression) == expected


def test_a_day_without_a_time_stays_a_whole_day():
    assert value_of("date-time('2026-09-30')") == "2026-09-30"
    assert value_of("date-time(date-time('2026-09-30') + 1)") == "2026-10-01"
    assert value_of("date-time('2026-09-30T08:00:00+08:00')") == "2026-09-30T08:00:00.000+08:00"


def test_a_number_says_no_when_it_is_nothing_and_a_text_only_when_it_is_empty():
    """As the standard turns answers into yes and no; an empty number is no number."""
    data = workshop().named("data")[0]
    data.named("row")[0].named("qty")[0].value = "0"
    data.named("name")[0].value = "0"
    scope = Scope(World(root=data), data)
    assert compile("checklist(2, 2, row/qty)").run(scope) is True
    assert compile("checklist(1, 1, name)").run(scope) is True


def test_a_name_without_a_prefix_is_of_no_other_namespace():
    """XPath 1.0, 2.3; the names of XForms itself are written without one."""
    xhtml, xforms = "http://www.w3.org/1999/xhtml", "http://www.w3.org/2002/xforms"
    top = document()
    data = top.add(Node(NodeKind.ELEMENT, "data", "", xforms))
    for space in (xhtml, xforms, ""):
        data.add(Node(NodeKind.ELEMENT, "p", space, space))
    context = Context(namespaces={"h": xhtml})
    scope = Scope(World(root=top), data)
    counts = {"p": "2", "p[true()]": "2", "//p": "2", "h:p": "1", "*": "3", "/data/p": "2"}
    for path, count in counts.items():
        assert to_text(compile(f"count({path})", context).run(scope)) == count


def test_the_same_seed_gives_the_same_order_on_every_client():
    once = value_of("join(' ', randomize(row/qty, 42))")
    again = value_of("join(' ', randomize(row/qty, 42))")
    assert once == again
    assert sorted(once.split()) == ["0.1", "0.2", "3"]


def test_a_node_that_does_not_count_is_empty_to_compare_and_absent_to_add():
    """Hidden answers stay in the draft but must not leak into sums or conditions."""
    top = workshop()
    data = top.named("data")[0]
    data.named("name")[0].relevant = False
    data.named("row")[0].named("qty")[0].relevant = False
    scope = Scope(World(root=top), data)
    table = {
        "name = ''": "true",
        "name != '沂蒙机械'": "true",
        "string(name)": "",
        "count(name)": "0",
        "sum(row/qty)": "3.2",
        "count(row/qty)": "2",
    }
    assert {text: to_text(compile(text).run(scope)) for text in table} == table


def test_an_expression_inside_a_row_means_its_own_row():
    """ODK clients read ``/data/rows/qty`` inside a row as the quantity of that row."""
    from forms.expressions import Shape

    top = workshop()
    data = top.named("data")[0]
    shape = Shape.of(["/data", "/data/row", "/data/row/qty"], ["/data/row"])
    second = data.named("row")[1].named("qty")[0]
    scope = Scope(World(root=top), second)
    context = Context(shape, "/data/row/qty")
    assert compile("/data/row/qty", context).as_text(scope) == "0.2"
    assert compile("${qty} * 10", context).as_text(scope) == "2"
    assert compile("count(/data/row)", context).as_text(scope) == "3"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("1.5e3 + 1", "1501"),
        ("2e-3", "0.002"),
        ("number('1e3')", "NaN"),
        ("3e", "error"),
        ("decimal-time('23:59:00.000-07:60')", "NaN"),
        ("area('1 1;1 2')", "0"),
        ("area('nowhere')", "0"),
        ("area('1 1;1 2;x y;2 2')", "NaN"),
    ],
)
def test_numbers_and_places_as_others_write_them(expression, expected):
    """An exponent may stand in an expression; in an answer it is no number (XPath 1.0, 4.4)."""
    if expected == "error":
        with pytest.raises(ExpressionError):
            value_of(expression)
    else:
        assert value_of(expression) == expected


def test_once_keeps_what_is_there_and_never_writes_nonsense():
    assert value_of("once('later')", "name") == "沂蒙机械"
    assert value_of("once(1 + 1)", "empty") == "2"
    assert value_of("once(. * 10)", "empty") == ""


def test_children_are_found_by_name_wherever_one_was_added():
    """The index by name is kept while rows are added and must never show another order."""
    top = element("data")
    first, other, last = (top.add(element(name)) for name in ("row", "x", "row"))
    assert top.named("row") == [first, last]
    after = top.add(element("row"), 3)
    before = top.add(element("row"), 0)
    between = top.add(element("row"), 2)
    assert top.named("row") == [before, first, between, last, after]
    top.remove(first)
    assert top.named("row") == [before, between, last, after]
    assert top.named("x") == [other]
    another = top.add(element("x"))
    assert top.named("x") == [other, another]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("/data/name", "沂蒙机械"),
        (" / data / name ", "沂蒙机械"),
        ("/data /name", "沂蒙机械"),
        ("/data/row [2]/qty", "0.2"),
        ("count(/data/row)*2", "6"),
        ("count(/data//qty)", "3"),
        ("/data/@version", "7"),
        ("/data/row/qty div /data/row/qty", "1"),
        ("sum(/data/row/qty)-/data/row/qty", "3.2"),
        ("/data/row/../name", "沂蒙机械"),
        ("count(/data/*)", "7"),
        ("count(/)", "1"),
    ],
)
def test_a_path_is_the_same_however_it_is_spaced_or_followed(expression, expected):
    """Most paths have nothing but names and are taken at once; no other may be mistaken for one."""
    assert value_of(expression) == expected


def test_a_wrong_name_in_a_path_is_told_where_it_stands():
    from forms.expressions import Shape

    shape = Shape.of(["/data", "/data/name"])
    with pytest.raises(ExpressionError) as wrong:
        compile("1 + /data/nmae", Context(shape, "/data", strict=True))
    assert (wrong.value.offset, wrong.value.facts["nearest"]) == (10, "name")
