"""The lists of items: every one whose article we hold is asked, and nothing is finished empty."""

import pytest

from forms.paper import blocks
from resources import data
from tests.unit.forms.library.test_papers import of_kind, page, published, session_of


def _asked(form_id):
    return {
        (one.name, one.attributes["xj:law"], one.attributes["xj:severity"])
        for one in published(form_id).form.questions()
        if "xj:severity" in one.attributes
    }


@pytest.mark.parametrize(
    ("form_id", "table"),
    [
        ("cqo-review", "cqo_review"),
        ("key-enterprise-survey", "key_enterprise_survey"),
        ("fibre-check", "fibre_shop"),
    ],
)
def test_every_item_of_a_duty_s_table_is_asked_and_rests_on_its_article(form_id, table):
    """An item left out, or asked under another article than the table's, turns this red."""
    citable = {law.key for law in data.load_laws() if law.citable}
    listed = {item.code: item for item in data.load_check_items(table)}
    asked: dict[str, list] = {}
    for question in published(form_id).form.questions():
        for code in question.attributes.get("xj:item", "").split():
            asked.setdefault(code, []).append(question.attributes)
    assert sorted(asked) == sorted(listed), "what the table lists and what is asked differ"
    for code, item in listed.items():
        for told in asked[code]:
            if item.law_key in citable:
                assert told.get("xj:law") == item.law_key, code
            assert told.get("xj:severity", item.severity) == item.severity, code


def test_free_metrology_service_looks_at_its_whole_list():
    asked = sorted((law, severity) for _name, law, severity in _asked("metrology-service"))
    listed = data.load_check_items("metrology_service")
    assert asked == sorted((item.law_key, item.severity) for item in listed)
    assert len(asked) == 16


@pytest.mark.parametrize(
    ("form_id", "rows"), [("metrology-service", 16), ("cqo-review", 15), ("fibre-check", 16)]
)
def test_the_page_lists_every_item_with_its_verdict(form_id, rows):
    """Where an adverse answer makes no finding, the items stand on the page all the same."""
    (listed,) = of_kind(page(form_id), blocks.Checklist)
    assert len(listed.rows) == rows
    assert all(row.verdict for row in listed.rows)


@pytest.mark.parametrize(("rows", "wrong"), [([], True), ([{"instrument": "秤"}], False)])
def test_a_service_without_an_instrument_is_not_finished(rows, wrong):
    _package, session = session_of("metrology-service", rows={"instruments": rows})
    told = [one.ref for one in session.problems() if one.ref.endswith("/summary")]
    assert bool(told) is wrong


def test_a_fibre_shop_is_asked_what_was_left_out_with_its_gravity():
    asked = {(law, severity) for _name, law, severity in _asked("fibre-check")}
    grave = {name for name, _law, severity in _asked("fibre-check") if severity == "major"}
    assert {("standardization-law:27", "general"), ("product-quality-law:17", "serious")} <= asked
    assert {"old_wadding", "fibre_clean", "wadding"} == grave
