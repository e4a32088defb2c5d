"""The lists of items: every one whose article we hold is asked, and nothing is finished empty."""

import pytest

from resources import data
from tests.unit.forms.library.test_papers import published, session_of


def _asked(form_id):
    return {
        (one.name, one.attributes["xj:law"], one.attributes["xj:severity"])
        for one in published(form_id).form.questions()
        if "xj:severity" in one.attributes
    }


def test_free_metrology_service_looks_at_its_whole_list():
    asked = sorted((law, severity) for _name, law, severity in _asked("metrology-service"))
    listed = data.load_check_items("metrology_service")
    assert asked == sorted((item.law_key, item.severity) for item in listed)
    assert len(asked) == 16


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
