"""The papers of a lift: from the check, with its serious hazards, to the instruction."""

import csv
from pathlib import Path

import pytest

from app.services.context import Office, number_text
from forms.compose import compose, words
from forms.paper import blocks
from forms.publish_plausible import facts_for
from resources import data
from tests.unit.forms.library.test_papers import of_kind, page, published, session_of

MAJOR = ("test_mark", "door_closing", "brake")


def problems(session, name):
    return [one.message for one in session.problems() if one.ref.endswith(f"/{name}")]


@pytest.mark.parametrize("item", MAJOR)
def test_a_serious_hazard_cannot_be_passed_over(item):
    """A failed major item: it must be said which hazard it is, and use must stop."""
    found = {item: "no", "hazards": "none", "stop_use": "no", "handling": "instruct"}
    _, session = session_of("lift-check", found)
    assert "属于严重事故隐患" in problems(session, "hazards")[0]
    _, session = session_of("lift-check", {**found, "hazards": "guard"})
    assert problems(session, "hazards") == []
    assert "应当责令立即停止使用" in problems(session, "stop_use")[0]
    _, session = session_of("lift-check", {**found, "hazards": "guard", "stop_use": "yes"})
    assert problems(session, "stop_use") == problems(session, "handling") == []


def test_every_major_item_is_one_of_those_and_proposes_to_stop():
    form = published("lift-check").form
    major = [one for one in form.questions() if one.attributes.get("xj:severity") == "major"]
    assert sorted(one.name for one in major) == sorted(MAJOR)
    assert {one.attributes["xj:measure"] for one in major} == {"stop-use"}


def test_every_verdict_names_an_article_that_may_be_cited():
    citable = {one.key for one in data.load_laws() if one.citable}
    asked = published("lift-check").form.questions()
    verdicts = [one for one in asked if "xj:severity" in one.attributes]
    assert len(verdicts) >= 35
    assert {one.attributes["xj:law"] for one in verdicts} <= citable


def test_a_lift_is_chosen_from_those_of_the_unit_and_fills_its_head():
    found = {"enterprise": "enterprise-1", "device": "equipment-1"}
    _, session = session_of("lift-check", found)
    answers = {path.rsplit("/", 1)[-1]: value for path, value in session.answers().items()}
    assert answers["device_name"] == "3号乘客电梯"
    assert answers["registration_no"] == "梯11鲁Q03126(18)"
    assert answers["lift_type"] == "lift"
    assert answers["next_test"] == "2027-03-31"


def test_the_record_shows_the_four_statutory_ticks():
    text = words(
        page("lift-check", {"stop_use": "yes", "hazards": "guard", "handling": "instruct"})
    )
    for passage in ("☑下达监察指令书", "☐实施查封", "☐实施扣押", "☐其他"):
        assert passage in text.replace(" ", "").replace("　", "")


def test_the_number_of_an_instruction_is_written_with_ordinal_and_brackets():
    settings = published("se-instruction").settings
    assert number_text(Office(short="临兰"), settings, 2026, 9) == "（临兰）市监特令〔2026〕第9号"


def test_the_instruction_stops_the_lift_and_keeps_it_stopped_through_a_review():
    text = words(page("se-instruction", {"stop_use": "yes", "deadline": "2026-09-30"}))
    assert "复议或者诉讼期间，不得停止改正或者停止消除事故隐患。" in text
    assert "六十日内" in text
    assert "六个月内" in text
    ticks = of_kind(page("se-instruction", {"stop_use": "yes"}), blocks.Tick)
    assert ticks[0].ticked
    ticks = of_kind(page("se-instruction", {"stop_use": "no"}), blocks.Tick)
    assert not ticks[0].ticked


def test_the_instruction_is_sealed_and_made_out_twice():
    package, session = session_of("se-instruction")
    paper = compose(package, session, facts_for(package, session))
    (seal,) = of_kind(paper, blocks.Seal)
    assert seal == blocks.Seal(
        "临沂市罗庄区市场监督管理局", "2026年9月16日", "特种设备安全监察专用章"
    )
    assert [(copy.keeper, copy.count) for copy in package.copies()] == [
        ("发出部门", 1),
        ("被检查单位", 1),
    ]


def test_the_demonstration_bureau_has_numbers_for_instructions():
    folder = Path(data.__file__).parent / "demo"
    with (folder / "number_blocks.csv").open(encoding="utf-8") as file:
        assert "特令" in {row["series"] for row in csv.DictReader(file)}
