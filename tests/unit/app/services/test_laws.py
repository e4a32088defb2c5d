"""The law library: articles as a paper cites them, those of technical rules with their code."""

import datetime as dt

import pytest

from app.services import laws

TODAY = dt.date(2026, 11, 28)


@pytest.mark.parametrize(
    ("key", "cited"),
    [
        ("product-quality-law:27", "《中华人民共和国产品质量法》第二十七条"),
        ("tsg-t5002-2017:5", "《电梯维护保养规则》（TSG T5002-2017）第五条"),
        (
            "tsg-81-2022:4.2.1.2",
            "《场（厂）内专用机动车辆安全技术规程》（TSG 81-2022）第4.2.1.2条",
        ),
        (
            "se-use-order74:76",
            "《特种设备使用单位落实使用安全主体责任监督管理规定》第七十六条",
        ),
    ],
)
def test_an_article_is_cited_by_its_title_and_number(store, key, cited):
    article = laws.require(store, key)
    assert laws.cite_in_full(article) == cited
    assert laws.in_force(article, TODAY)


@pytest.mark.parametrize(
    ("words", "key"),
    [("电梯日管控", "se-use-order74:76"), ("叉车", "tsg-81-2022:4.2.1.2")],
)
def test_order_74_and_technical_rules_are_found_to_be_cited(store, words, key):
    found = laws.find(store, words, TODAY)
    assert key in {one.key for one in found if one.citable}
