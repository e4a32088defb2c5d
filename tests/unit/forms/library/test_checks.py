"""The checks of special equipment, with their serious hazards, and the instruction."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from app.services import matters
from app.services.context import Office, number_text
from forms.compose import compose, words
from forms.paper import blocks
from forms.publish_plausible import facts_for
from resources import data
from tests.unit.forms.library.test_papers import LIBRARY, of_kind, page, published, session_of

MAJOR = ("test_mark", "door_closing", "brake")
CHECKS = tuple(one.form_id for one in matters.MATTERS.values() if one.equipment)
SHARED = ("unit", "contact_on_site", "visit", "people", "control", "archive", "gravity", "outcome")
"""The sections every check has, word for word."""
OWN = {"grave", "illegal"}
"""What is computed from the items of the equipment, and so differs."""


def problems(session, name):
    return [one.message for one in session.problems() if one.ref.endswith(f"/{name}")]


def verdicts(name):
    asked = published(name).form.questions()
    return [one for one in asked if "xj:severity" in one.attributes]


@pytest.mark.parametrize("item", MAJOR)
def test_a_serious_hazard_cannot_be_passed_over(item):
    """A failed major item: it must be said which hazard it is, and use must stop."""
    found = {
        item: "no",
        "hazards": "none",
        "violations": "none",
        "stop_use": "no",
        "handling": "instruct",
    }
    _, session = session_of("lift-check", found)
    assert "属于严重事故隐患" in problems(session, "hazards")[0]
    _, session = session_of("lift-check", {**found, "hazards": "guard"})
    assert problems(session, "hazards") == []
    assert "应当责令立即停止" in problems(session, "stop_use")[0]
    _, session = session_of("lift-check", {**found, "hazards": "guard", "stop_use": "yes"})
    assert problems(session, "stop_use") == problems(session, "handling") == []


@pytest.mark.parametrize("name", CHECKS)
def test_every_major_item_proposes_to_stop_and_cannot_be_passed_over(name):
    """Each of them by itself: failed, it is a serious hazard or a major violation."""
    for item in verdicts(name):
        if item.attributes["xj:severity"] != "major":
            continue
        assert item.attributes["xj:measure"] == "stop-use"
        answers = {"hazards": "none", "violations": "none", "stop_use": "no"}
        if name == "vehicle-check":
            answers["vehicle_type"] = "cart" if item.name == "cart_cycle" else "forklift"
        if name == "lift-check":
            section = item.path.split("/")[-2]
            answers["lift_type"] = "escalator" if section.startswith("escalator") else "lift"
        _, session = session_of(name, {**answers, item.name: "no"})
        told = problems(session, "hazards") + problems(session, "violations")
        assert len(told) == 1, item.name
        assert "属于" in told[0]


@pytest.mark.parametrize("name", CHECKS)
def test_every_verdict_names_an_article_that_may_be_cited(name):
    citable = {one.key for one in data.load_laws() if one.citable}
    found = verdicts(name)
    assert len(found) >= 32
    assert {one.attributes["xj:law"] for one in found} <= citable
    assert {one.attributes["xj:clock"] for one in found} == {"se-instruction-deadline"}


@pytest.mark.parametrize("name", CHECKS)
def test_head_and_management_items_are_the_same_in_every_check(name):
    """One wording wherever a unit is checked; only what is computed of its own items differs."""
    assert sections(name) == sections("lift-check")


CHAPTERS = {
    "boiler-check": range(4, 19),
    "lift-check": range(68, 87),
    "crane-check": range(87, 102),
    "vehicle-check": range(135, 150),
}
"""The articles of 总局令第74号 by the equipment they are about, as far as its numbers are known."""
ORDER_74 = "se-use-order74:"


def law_of(name, item):
    """The law of a shared item; an article of order 74 must be of the equipment's own chapter."""
    law = item.attributes.get("xj:law", "")
    if not law.startswith(ORDER_74):
        return law if item.path.split("/")[2] not in {"people", "control"} else ""
    assert int(law.removeprefix(ORDER_74)) in CHAPTERS[name], (name, law)
    return ""


@pytest.mark.parametrize(
    ("name", "daily", "weekly", "officers"),
    [("lift-check", 76, 77, 69), ("vehicle-check", 142, 143, 135), ("crane-check", 0, 95, 0)],
)
def test_the_duties_of_order_74_are_cited_where_their_articles_are_known(
    name, daily, weekly, officers
):
    cited = {one.name: one.attributes["xj:law"] for one in verdicts(name)}
    found = [cited[one] for one in ("daily_control", "weekly_check", "safety_officers")]
    act = ("special-equipment-law:34", "special-equipment-law:34", "special-equipment-law:13")
    wanted = zip((daily, weekly, officers), act, strict=True)
    assert found == [f"{ORDER_74}{number}" if number else law for number, law in wanted]


def sections(name):
    """The shared sections, each question as everything that is said of it."""
    said = {}
    form = published(name).form
    for item in form.questions():
        section = item.path.split("/")[2]
        if section in SHARED and item.name not in OWN:
            told = {**item.attributes, "xj:law": law_of(name, item)}
            said[item.path] = repr(replace(item, section=0, attributes=told))
    said |= {one.path: repr(one.label) for one in form.items() if one.name in SHARED}
    assert {path.split("/")[2] for path in said} == set(SHARED)
    return said


@pytest.mark.parametrize("name", CHECKS)
def test_equipment_is_chosen_from_the_register_by_its_code(name):
    """Only what the unit has of the kind this check is for is offered."""
    package = published(name)
    (device,) = [one for one in package.form.questions() if one.name == "device"]
    starts = matters.MATTERS[name].equipment
    source = (LIBRARY / name / "form.md").read_text(encoding="utf-8")
    (row,) = [line for line in source.splitlines() if "| device |" in line]
    assert device.attributes is not None
    for code in ("1100", "2150", "2310", "2410", "3310", "4110", "5110", "6900", "8310", "9110"):
        offered = any(f"starts-with(kind_code, '{code[:n]}')" in row for n in (1, 2))
        assert offered == code.startswith(starts), code


@pytest.mark.parametrize("name", CHECKS)
def test_a_violation_alone_stops_and_is_reported_upwards(name):
    found = {"hazards": "none", "violations": "refused", "stop_use": "no"}
    _, session = session_of(name, found)
    assert "应当责令立即停止" in problems(session, "stop_use")[0]
    (report,) = [path for path in session.answers() if path.endswith("/report_up")]
    assert session.node(report).value == "yes"


def test_a_lift_is_chosen_from_those_of_the_unit_and_fills_its_head():
    found = {"enterprise": "enterprise-1", "device": "equipment-1"}
    _, session = session_of("lift-check", found)
    answers = {path.rsplit("/", 1)[-1]: value for path, value in session.answers().items()}
    assert answers["device_name"] == "3号乘客电梯"
    assert answers["registration_no"] == "梯11鲁Q03126(18)"
    assert answers["lift_type"] == "lift"
    assert answers["next_test"] == "2027-03-31"


@pytest.mark.parametrize("name", CHECKS)
def test_who_keeps_the_record_has_a_line_to_sign(name):
    """总局令第57号, attachment 4: two inspectors, the recorder, the unit's person in charge."""
    (sign,) = of_kind(page(name), blocks.Sign)
    assert [one.slot for one in sign.signers][:4] == [
        *("inspector-1", "inspector-2", "recorder", "party"),
    ]
    assert sign.labels[2] == "记录员（签名）"


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
    ticks = of_kind(page("se-instruction", {"stop_use": "no", "stop_act": "yes"}), blocks.Tick)
    assert [one.ticked for one in ticks][:2] == [False, True], "the violation stops"


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
