"""Enterprises merged and renamed: nothing of their history is lost, and it can be taken back."""

import pytest

from app.services import appointments, cases, matters, merging, sites, visits
from app.services.errors import Refused
from app.services.lists import StoreLists
from db.duty_rows import Appointment, Visit
from db.journal.ids import new_id
from db.rows import Enterprise, Equipment
from db.store import documents, enterprises, nouns, records


def twin(store, **facts):
    """A second row of the same factory, as two laptops make it."""
    row = Enterprise(id=new_id(), name="小白羊童车(旧登记)", phone="0539-555 0199", status="active")
    enterprises.save(store, row)
    machine = Equipment(id=new_id(), enterprise_id=row.id, code="x", name="叉车")
    nouns.save(store, machine)
    return row, machine


@pytest.fixture
def pair(store, act):
    return sites.find(store, "小白羊")[0], *twin(store)


def test_everything_of_both_is_found_under_the_one_that_stands(store, act, pair):
    kept, gone, machine = pair
    begun = cases.start(store, act, gone.id, matters.SPOT_CHECK).value
    before = sites.card(store, kept.id, act.today).counts
    merging.merge(store, act, kept.id, gone.id, "同一企业重复登记")
    card = sites.card(store, gone.id, act.today)
    assert card.enterprise.id == kept.id, "the row that went leads to the one that stands"
    assert card.counts.equipment == before.equipment + 1
    assert card.counts.records == before.records + 1
    assert begun.record.id in {one.id for one in card.records}
    assert records.get(store, begun.record.id).enterprise_id == gone.id, "nothing is written again"
    assert machine.id in {one.equipment.id for one in card.equipment}
    assert gone.id not in sites.ids(store)
    assert [one.id for one in sites.find(store, "旧登记")] == [kept.id]
    assert sites.past(store, kept.id).merged == (enterprises.get(store, gone.id),)


def test_the_year_s_inspections_of_both_rows_count_together(store, act, pair):
    """A cap could else be passed by writing a unit down twice."""
    kept, gone, _machine = pair
    for unit in (kept, gone):
        visit = Visit(new_id(), "", unit.id, arrived=act.now, state="done", created=act.now)
        officer = Appointment(new_id(), unit.id, "cqo", name=f"质量官{unit.name[:2]}")
        nouns.save(store, visit, officer)
    year = act.today.year
    before = sum(visits.tally(store, one.id, year).made for one in (kept, gone))
    merging.merge(store, act, kept.id, gone.id, "重复")
    assert visits.tally(store, kept.id, year).made == before >= 2
    assert len(appointments.of_enterprise(store, kept.id)) == 2


def test_a_merge_can_be_taken_back(store, act, pair):
    kept, gone, _machine = pair
    nouns.edit(store, Enterprise, kept.id, phone="")
    before = sites.card(store, kept.id, act.today).counts
    done = merging.merge(store, act, kept.id, gone.id, "重复").value
    assert sites.get(store, kept.id).phone == gone.phone, "what was lacking is filled in"
    merging.separate(store, act, done)
    assert sites.card(store, kept.id, act.today).counts == before
    assert sites.get(store, kept.id).phone == ""
    assert sites.card(store, gone.id, act.today).enterprise.id == gone.id
    assert gone.id in sites.ids(store)


def test_merges_one_after_another_and_a_ring_of_them_end(store, act, pair):
    """Two laptops may each merge the other way round before they meet."""
    kept, gone, _machine = pair
    other, _ = twin(store)
    merging.merge(store, act, gone.id, other.id, "重复")
    merging.merge(store, act, kept.id, gone.id, "重复")
    card = sites.card(store, other.id, act.today)
    assert card.enterprise.id == kept.id
    assert sum(one.equipment.code == "x" for one in card.equipment) == 2
    nouns.edit(store, Enterprise, kept.id, merged_into=other.id)
    first = min(kept.id, gone.id, other.id)
    for one in (kept, gone, other):
        assert sites.card(store, one.id, act.today).enterprise.id == first, "the same everywhere"
    assert {kept.id, gone.id, other.id} & set(sites.ids(store)) == {first}


def test_what_cannot_be_merged_is_refused(store, act, pair):
    kept, gone, _machine = pair
    other, _ = twin(store)
    for arguments, code in (
        ((kept.id, kept.id, "x"), "merge-same"),
        ((kept.id, gone.id, " "), "reason-missing"),
        ((kept.id, "nobody", "x"), "not-found"),
    ):
        with pytest.raises(Refused, match=code):
            merging.merge(store, act, *arguments)
    merging.merge(store, act, kept.id, gone.id, "重复")
    with pytest.raises(Refused, match="merge-gone"):
        merging.merge(store, act, other.id, gone.id, "重复")


def test_a_new_case_is_that_of_the_row_that_stands(store, act, pair):
    kept, gone, _machine = pair
    merging.merge(store, act, kept.id, gone.id, "重复")
    assert cases.start(store, act, gone.id, matters.SPOT_CHECK).value.case.enterprise_id == kept.id


def test_a_form_offers_the_equipment_of_both(store, act, pair):
    kept, gone, machine = pair
    merging.merge(store, act, kept.id, gone.id, "重复")
    rows = StoreLists(store).rows("equipment", {"enterprise_id": kept.id}, 100)
    assert machine.id in {row["name"] for row in rows}


def test_a_renamed_enterprise_is_found_by_both_names_and_its_papers_keep_theirs(store, act):
    from dataclasses import replace

    unit = sites.find(store, "小白羊")[0]
    papers = [one.content for one in documents.of_enterprise(store, unit.id)]
    merging.rename(store, act, replace(unit, name="临沂大灰狼童车有限公司"))
    assert [one.id for one in sites.find(store, "大灰狼")] == [unit.id]
    assert [one.id for one in sites.find(store, "小白羊")] == [unit.id]
    (name,) = sites.past(store, unit.id).names
    assert (name.name, name.uscc, name.until) == (unit.name, "", act.today)
    assert [one.content for one in documents.of_enterprise(store, unit.id)] == papers
    merging.rename(store, act, replace(unit, name="临沂大灰狼童车有限公司", phone="0539-555 0100"))
    assert len(sites.past(store, unit.id).names) == 1, "a telephone is no name"
