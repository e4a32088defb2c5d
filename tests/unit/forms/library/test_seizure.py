"""Sealing and seizure on paper: the list with its seals, the decision, its extension and release."""

import csv
from pathlib import Path

import pytest

from forms.compose import words
from forms.paper import blocks, draw
from resources import data
from tests.unit.forms.library.test_papers import of_kind, page, published

GOODS = {
    "goods": [
        {
            "goods_name": "1号载货电梯", "goods_spec": "312037124201800002", "goods_qty": "1",
            "goods_unit": "台", "goods_price": "120000", "goods_state": "完好", "seal_no": "F1-01",
        },
        {
            "goods_name": "配电箱", "goods_qty": "2", "goods_unit": "个", "goods_price": "800.5",
            "goods_state": "完好", "seal_no": "F1-02",
        },
    ]
}  # fmt: skip
DECISIONS = ("se-seizure", "se-seizure-extension", "se-seizure-release")


def test_the_list_counts_its_rows_and_is_signed_on_every_page():
    paper = page("seizure-list", {"list_for": "seal", "counted_ok": "yes"}, rows=GOODS)
    (table,) = of_kind(paper, blocks.Table)
    assert table.rows[0][:4] == ("1", "1号载货电梯", "312037124201800002", "1台")
    assert table.rows[1][5:7] == ("完好", "F1-02")
    text = words(paper)
    assert "共2项" in text
    assert "¥121,601.00" in text
    (sign,) = of_kind(paper, blocks.Sign)
    assert sign.every_page, "that makes the foot say page n of m"
    assert [one.slot for one in sign.signers] == ["party", "witness", "inspector-1", "inspector-2"]


def test_each_item_has_its_seal_with_number_warning_and_code():
    paper = page("seizure-list", {"list_for": "seal"}, rows=GOODS, sheet="label")
    assert paper.layout == "label"
    assert [one.text for one in of_kind(paper, blocks.Number)] == ["F1-01", "F1-02"]
    assert all(one.qr for one in of_kind(paper, blocks.Foot))
    assert words(paper).count("任何人不得启封、损毁或者转移") == 2
    assert draw(paper).pages == 2


@pytest.mark.parametrize("name", DECISIONS)
def test_a_decision_names_both_remedies_their_terms_and_the_government(name):
    """As the reconsideration law of 2024 has it: to the government of the same level."""
    text = words(page(name))
    for passage in (
        "六十日内",
        "《中华人民共和国行政复议法》第二十条、第二十四条",
        "人民政府申请行政复议",
        "六个月内",
        "《中华人民共和国行政诉讼法》第四十六条",
        "人民法院提起行政诉讼",
    ):
        assert passage in text


@pytest.mark.parametrize("name", DECISIONS)
def test_a_decision_is_numbered_sealed_and_refers_to_its_list(name):
    paper = page(name, {"list_number": "临罗市监清〔2026〕1号"})
    assert len(of_kind(paper, blocks.Seal)) == 1
    assert "临罗市监清〔2026〕1号" in words(paper)
    assert of_kind(paper, blocks.Number)[0].text


def test_the_decision_tells_of_extension_and_of_time_for_tests():
    """行政强制法 art. 24, 25: an extension and the days of a test are told in writing."""
    text = words(page("se-seizure"))
    assert "延长期限不超过三十日，本局另行书面告知" in text
    assert "不计入查封、扣押期限，本局另行书面告知起止时间" in text


def test_the_demonstration_bureau_has_numbers_for_every_numbered_paper():
    folder = Path(data.__file__).parent / "demo"
    with (folder / "number_blocks.csv").open(encoding="utf-8") as file:
        leased = {row["series"] for row in csv.DictReader(file)}
    wanted = {published(name).settings["series"] for name in (*DECISIONS, "seizure-list")}
    assert wanted | {published("se-report-up").settings["series"]} <= leased
