"""The answers of a form as tables: names stay one column whatever the groups around them."""

from forms.columns import Spot, spots, tables
from forms.xform import load

FIRST = """
| settings |
|  | form_id | form_title |
|  | small | 小表 |
| survey |
|  | type | name | label |
|  | begin_group | a | 甲 |
|  | text | seen | 所见 |
|  | integer | lot | 批量 |
|  | text | Lot | 批号 |
|  | end_group | | |
|  | begin_group | b | 乙 |
|  | text | seen | 所见 |
|  | note | told | 说明 |
|  | end_group | | |
|  | begin_repeat | shop | 车间 |
|  | text | name | 名称 |
|  | begin_repeat | machine | 机器 |
|  | text | name | 名称 |
|  | end_repeat | | |
|  | end_repeat | | |
"""
SECOND = """
| settings |
|  | form_id | form_title |
|  | small | 新表 |
| survey |
|  | type | name | label |
|  | decimal | lot | 数量 |
|  | begin_repeat | shop | 工段 |
|  | text | hall | 厂房 |
|  | text | name | 名称 |
|  | end_repeat | | |
"""
TWINS = """
| settings |
|  | form_id |
|  | small |
| survey |
|  | type | name | label |
|  | begin_group | a | 甲 |
|  | begin_repeat | rows | 行 |
|  | text | q | 问 |
|  | end_repeat | | |
|  | end_group | | |
|  | begin_group | b | 乙 |
|  | begin_repeat | others | 行 |
|  | text | q | 问 |
|  | end_repeat | | |
|  | end_group | | |
"""


def names(table):
    return [column.name for column in table.columns]


def test_a_question_stands_by_its_name_and_the_repeats_around_it(form):
    places = spots(form(FIRST))
    assert places["/data/a/lot"] == Spot((), "lot")
    assert places["/data/shop/machine/name"] == Spot(("shop", "machine"), "name")
    assert places["/data/shop/machine"] == Spot(("shop", "machine"), "")


def test_names_used_twice_are_told_apart_by_their_groups(form):
    places = spots(form(FIRST))
    assert places["/data/a/seen"] == Spot((), "a/seen")
    assert places["/data/b/seen"] == Spot((), "b/seen")


def test_two_repeats_of_one_name_are_two_tables():
    """Our own workbooks cannot have them, forms from elsewhere can."""
    from pyxform.xls2xform import convert

    xml = convert(xlsform=TWINS, file_type=".md").xform.replace("others", "rows")
    paper, one, two = tables([load(xml.encode())])
    assert names(paper) == []
    assert (one.name, two.name) == ("a_rows", "b_rows")
    assert (one.parent, two.parent) == ("records", "records")


def test_a_repeat_is_a_table_below_the_one_around_it(form):
    found = tables([form(FIRST)])
    assert [(t.name, t.title, t.parent) for t in found] == [
        ("records", "小表", ""),
        ("shop", "车间", "records"),
        ("machine", "机器", "shop"),
    ]


def test_names_that_differ_by_letter_case_only_stay_apart(form):
    """SQLite and Excel would take them for one."""
    assert names(tables([form(FIRST)])[0]) == ["a_seen", "lot", "Lot_2", "b_seen"]


def test_names_others_use_are_left_to_them(form):
    assert names(tables([form(SECOND)], taken=("LOT",))[0]) == ["lot_2"]


def test_the_newest_version_gives_order_titles_and_names_and_what_is_gone_follows(form):
    paper, shop, machine = tables([form(SECOND), form(FIRST)])
    assert paper.title == "新表"
    assert names(paper) == ["lot", "a_seen", "Lot_2", "b_seen"]
    assert paper.columns[0].title == "数量"
    assert (shop.title, names(shop)) == ("工段", ["hall", "name"])
    assert names(machine) == ["name"]


def test_a_column_is_a_number_only_where_all_versions_say_so(form):
    assert tables([form(FIRST)])[0].columns[1].datatype == "integer"
    assert tables([form(SECOND), form(FIRST)])[0].columns[0].datatype == "decimal"
    words = SECOND.replace("decimal", "text")
    assert tables([form(words), form(FIRST)])[0].columns[0].datatype == "text"
