"""Amounts of money in capital numerals 大写."""

import pytest

from tests.unit.forms.expressions.test_values import value_of


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("gbt8170(2.5, 1)", "2"),
        ("修约(3.5, 1)", "4"),
        ("gbt8170(10.25, 0.1)", "10.2"),
        ("uscc-ok('91371300MA3TEST000')", "false"),
        ("gtin-ok('6901234567892')", "true"),
        ("gtin-ok('6901234567890')", "false"),
        ("uscc-ok('')", "false"),
        ("code-letter(500, 'II')", "H"),
        ("plan-n(500, 'II', 2.5)", "50"),
        ("plan-ac(500, 'II', 2.5)", "3"),
        ("plan-re(500, 'II', 2.5)", "4"),
        ("plan-n('', 'II', 2.5)", "NaN"),
        ("working-days-after('2026-09-16', 7)", "2026-09-24"),
        ("working-days-after('', 7)", ""),
        ("rmb-upper(0)", "零元整"),
        ("rmb-upper(10)", "壹拾元整"),
        ("rmb-upper(100)", "壹佰元整"),
        ("rmb-upper(200)", "贰佰元整"),
        ("rmb-upper(1005)", "壹仟零伍元整"),
        ("rmb-upper(1050)", "壹仟零伍拾元整"),
        ("rmb-upper(3000)", "叁仟元整"),
        ("rmb-upper(10.50)", "壹拾元伍角整"),
        ("rmb-upper(10.05)", "壹拾元零伍分"),
        ("rmb-upper(0.35)", "叁角伍分"),
        ("rmb-upper(0.05)", "伍分"),
        ("rmb-upper(10000)", "壹万元整"),
        ("rmb-upper(10005)", "壹万零伍元整"),
        ("rmb-upper(100100)", "壹拾万零壹佰元整"),
        ("rmb-upper(1002000)", "壹佰万贰仟元整"),
        ("rmb-upper(100000000)", "壹亿元整"),
        ("rmb-upper(100000001)", "壹亿零壹元整"),
        ("rmb-upper(200010000)", "贰亿零壹万元整"),
        ("rmb-upper(999999999999)", "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元整"),
        ("rmb-upper(1000000000000)", ""),
        ("rmb-upper(-1)", ""),
        ("rmb-upper('')", ""),
        ("大写金额(3)", "叁元整"),
        ("law('product-quality-law:27')", "《产品质量法》第二十七条"),
        ("law('product-quality-law:999')", ""),
    ],
)
def test_our_own_functions_know_the_rules(expression, expected):
    assert value_of(expression) == expected
