"""The demonstration bureau is what people see first: it must be right, lawful and nobody's."""

import datetime as dt
import re
from collections import Counter
from pathlib import Path

import pytest

from forms.rules.calendar import deadline, load_calendar
from forms.rules.identifiers import (
    ccc_problem,
    equipment_code_problem,
    licence_no_problem,
    registration_no_problem,
    resident_id_problem,
    uscc_problem,
)
from resources.data import (
    demo_bureau,
    load_clocks,
    load_equipment_catalogue,
    load_laws,
    load_products,
    load_regions,
)
from resources.demonstration import FOLDER, campaign_name
from resources.duties import demo_duties
from resources.story import demo_story, fill

DEMO = demo_bureau()
STORY = demo_story()
DUTIES = demo_duties()
LIBRARY = Path(__file__).parents[3] / "forms" / "library"
NOW = dt.datetime(2026, 9, 16, 5, 52, 41, tzinfo=dt.UTC)


def keys(rows) -> set[str]:
    """Collect the keys of a table."""
    return {row.key for row in rows}


def test_every_unit_has_a_code_with_both_check_characters_and_marked_as_invented():
    for enterprise in DEMO.enterprises:
        assert uscc_problem(enterprise.uscc) is None
        assert "0DEM" in enterprise.uscc
        assert enterprise.phone.startswith("0539-555 01")
    assert len({enterprise.uscc for enterprise in DEMO.enterprises}) == len(DEMO.enterprises) >= 60


def test_the_only_resident_numbers_are_of_people_over_a_hundred():
    for enterprise in DEMO.enterprises:
        if enterprise.id_number:
            assert resident_id_problem(enterprise.id_number) is None
            assert int(enterprise.id_number[6:10]) < 1910


def test_equipment_carries_codes_and_numbers_as_they_are_issued():
    catalogue = {kind.code for kind in load_equipment_catalogue()}
    for each in DEMO.equipment:
        assert equipment_code_problem(each.code) is None
        assert registration_no_problem(each.registration_no) is None
        assert each.kind_code in catalogue
        assert each.code.startswith(each.kind_code)


def test_licences_of_products_have_the_form_of_their_kind():
    for product in DEMO.products:
        if product.licence:
            check = licence_no_problem if "XK" in product.licence else ccc_problem
            assert check(product.licence) is None


def test_every_row_names_rows_that_are_there():
    enterprises, cases, records = keys(DEMO.enterprises), keys(DEMO.cases), keys(DEMO.records)
    documents, people = keys(DEMO.documents), keys(DEMO.people)
    risks = {risk.id for risk in load_products()}
    regions = {region.code for region in load_regions()}
    clocks = {clock.id for clock in load_clocks()}
    citable = {law.key for law in load_laws() if law.citable}

    assert {enterprise.region for enterprise in DEMO.enterprises} <= regions
    assert {p.enterprise for p in DEMO.products} | {
        q.enterprise for q in DEMO.equipment
    } <= enterprises
    assert {product.risk_id for product in DEMO.products} <= risks
    assert {case.enterprise for case in DEMO.cases} <= enterprises
    for record in DEMO.records:
        assert record.case in cases
        assert set(record.inspectors) <= people
        assert len(set(record.inspectors)) == 2
    for finding in DEMO.findings:
        assert finding.record in records
        assert finding.document in documents
        assert finding.law_key in citable
        assert finding.clock_id in clocks
    for sample in DEMO.samples:
        assert sample.record in records
        assert sample.test + sample.spare <= sample.base
    assert set(STORY.drafts) <= records


def test_numbers_are_used_once_and_the_next_one_is_free():
    numbers = Counter((document.series, document.number) for document in DEMO.documents)
    assert set(numbers.values()) == {1}
    for block in DEMO.blocks:
        used = [n for series, n in numbers if series == block.series]
        assert all(block.lo <= number < block.next for number in used)
        assert block.lo <= block.next <= block.hi
        assert used or block.next == block.lo
        assert block.series in DEMO.bureau.series


@pytest.mark.parametrize("day", ["2026-01-01", "2026-09-16", "2026-09-26", "2026-12-31"])
def test_whatever_the_day_something_is_late_due_and_coming(day):
    today = dt.date.fromisoformat(day)
    calendar = load_calendar()
    clocks = {clock.id: clock for clock in load_clocks()}
    left = []
    for finding in DEMO.findings:
        if finding.state == "closed":
            continue
        days = finding.due_days
        if days is None:
            clock = clocks[finding.clock_id]
            assert clock.amount is not None
            start = today + dt.timedelta(days=finding.starts_days)
            days = (deadline(calendar, start, clock.amount, clock.unit).due - today).days
        left.append(days)

    assert any(days < 0 for days in left)
    assert any(days == 0 for days in left)
    assert any(0 < days < 7 for days in left)
    assert any(days >= 7 for days in left)
    expected = [sample.expected_days for sample in DEMO.samples]
    assert min(expected) < 0 <= max(expected)
    tests = [each.next_test_days for each in DEMO.equipment if each.next_test_days is not None]
    assert any(days < 0 for days in tests)
    assert any(0 <= days < 7 for days in tests)


def test_inspectors_include_one_whose_certificate_ran_out_and_one_whose_will():
    inspectors = [p for p in DEMO.people if p.role == "inspector" and p.active]
    days = [p.certificate_expires_days for p in inspectors]

    assert len(inspectors) >= 4
    assert all(p.certificate for p in inspectors)
    assert min(days) < 0
    assert any(0 < each < 30 for each in days)


def test_rare_names_stand_where_papers_show_them():
    shown = "".join(p.name for p in DEMO.people) + "".join(s.name for s in STORY.signatures)
    for character in "䶮㛃𬭚喆堃":
        assert character in shown


def test_the_campaign_is_named_by_the_year_it_began_in():
    assert campaign_name(DEMO.bureau, dt.date(2026, 9, 16)) == "2026年“质量月”专项行动"
    assert campaign_name(DEMO.bureau, dt.date(2027, 1, 5)).startswith("2026年")


def test_the_story_answers_questions_its_forms_ask():
    """A renamed question would silently leave a hole in the demonstration."""
    for form, answers in STORY.answers.items():
        text = (LIBRARY / form / "form.md").read_text(encoding="utf-8")
        asked = set(re.findall(r"^\|\s*\|[^|]*\|\s*([a-z]\w*)\s*\|", text, re.MULTILINE))
        assert set(answers) <= asked
    check = STORY.answers["spot-check"]
    adverse = {question for question, value in check.items() if value == "no"}
    assert adverse == {finding.question for finding in STORY.findings}


def test_the_other_matters_answer_questions_their_forms_ask():
    """As for the story: a renamed question must not leave a hole unseen."""
    for matter in DUTIES.matters:
        for paper in matter.papers:
            text = (LIBRARY / paper.form / "form.md").read_text(encoding="utf-8")
            asked = set(re.findall(r"^\|\s*\|[^|]*\|\s*([a-z]\w*)\s*\|", text, re.MULTILINE))
            told = set(paper.answers) | set(paper.rows) | set(paper.each)
            told |= {name for rows in paper.rows.values() for row in rows for name in row}
            told |= {name for each in paper.each.values() for name in each}
            assert told <= asked, matter.key
            adverse = {name for name, value in paper.answers.items() if value == "no"}
            assert {one.question for one in paper.findings} <= adverse


def test_what_the_duties_name_is_there():
    samples, found = keys(DEMO.samples), keys(DEMO.findings)
    assert set(DUTIES.custody) | {one.sample for one in DUTIES.reports} <= samples
    told = (*DUTIES.photos, *DUTIES.extended, *DUTIES.rechecked, *DUTIES.escalated)
    assert {one.finding for one in told} <= found
    assert {one.equipment for one in DUTIES.operators} <= keys(DEMO.equipment)
    for matter in DUTIES.matters:
        assert {matter.enterprise} - {""} <= keys(DEMO.enterprises)
        assert {matter.equipment} - {""} <= keys(DEMO.equipment)
        assert set(matter.inspectors) <= keys(DEMO.people)


def test_the_people_of_the_duties_are_nobody():
    text = "".join(
        (FOLDER / f"{name}.json").read_text(encoding="utf-8") for name in ("matters", "results")
    )
    phones = re.findall(r"0\d{3}-[\d ]{7,9}", text)
    assert phones
    assert all(phone.startswith("0539-555 01") for phone in phones)
    numbers = re.findall(r"\b\d{17}[\dX]\b", text)
    assert numbers
    for number in numbers:
        assert resident_id_problem(number) is None
        assert int(number[6:10]) < 1910


def test_the_pictures_of_findings_are_small():
    named = {one.file for one in DUTIES.photos}
    named |= {
        file for m in DUTIES.matters for p in m.papers for f in p.findings for file in f.photos
    }
    for file in named:
        data = (FOLDER / "photos" / file).read_bytes()
        assert data.startswith(b"\xff\xd8\xff")
        assert len(data) <= 60_000


def test_the_photos_of_the_story_are_small_pictures():
    files = {photo.file for photo in STORY.photos}
    for photo in STORY.photos:
        data = photo.path.read_bytes()
        assert data.startswith(b"\xff\xd8\xff")
        assert len(data) <= 60_000
    assert {name for finding in STORY.findings for name in finding.photos} <= files
    assert set(STORY.site_photos) <= files


def test_signatures_are_drawn_inside_their_box():
    assert {"inspector-1", "inspector-2", "party"} <= {each.slot for each in STORY.signatures}
    for each in STORY.signatures:
        points = [point for stroke in each.strokes for point in stroke]
        assert len(points) > 50
        assert all(0 <= x <= each.aspect and 0 <= y <= 1 and 0 < w < 0.1 for x, y, w in points)


def test_the_present_is_put_into_answers():
    names = {"product": "0198-p", "campaign": "质量月"}

    assert fill("@minutes:-95", names, NOW) == "2026-09-16T12:17:41.000+08:00"
    assert fill("@days:5", names, NOW) == "2026-09-21"
    assert fill("@product", names, NOW) == "0198-p"
    assert fill("@campaign儿童用品", names, NOW) == "质量月儿童用品"
    assert fill("抽通〔@year〕12号", names, NOW) == "抽通〔2026〕12号"
    assert fill("ok", names, NOW) == "ok"
    with pytest.raises(KeyError):
        fill("@nobody", names, NOW)
