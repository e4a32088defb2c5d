"""Moving a draft over renames: what the form says by itself, and what a person chooses."""

from dataclasses import replace

import pytest

from app.services import moving
from app.services.context import Acting, Office, Who
from db.rows import Finding
from db.store import answers, findings
from forms.moving_names import chained, usable
from tests.store_kit import START, make_store
from tests.unit.app.services import versions

MIDDLE_SURVEY = versions.OLD.replace("| gone | 旧题", "| later | 旧题")
LAST_SURVEY = versions.OLD.replace("| gone | 旧题", "| last | 旧题").replace("| seal |", "| code |")
OLD = versions.old()
MIDDLE = replace(versions.package_of("5", MIDDLE_SURVEY), renamed={"gone": "later"})
LAST = replace(versions.package_of("6", LAST_SURVEY), renamed={"later": "last"})
SAID = {
    "/data/basic/gone": "旧答",
    "/data/rows{0000000a}": "1",
    "/data/rows{0000000a}/seal": "A",
}


@pytest.fixture
def act():
    return Acting(Who("p", "李喆", ""), Office(), START)


@pytest.fixture
def store(tmp_path):
    store = make_store(tmp_path)
    for day, package in enumerate((OLD, MIDDLE, LAST)):
        versions.keep(store, package, day=day)
    yield store
    store.close()


def dropped(seen):
    return [line.ref.rpartition("/")[2] for line in seen.preview.dropped]


def test_what_the_form_says_it_renamed_is_followed_by_itself(store, act):
    record = versions.begun_with(store, OLD, SAID)
    seen = moving.look(store, act, record.id, MIDDLE.hash)
    assert (dropped(seen), seen.renamed) == ([], {"gone": "later"})
    moving.move(store, act, record.id, MIDDLE.hash)
    assert answers.of_record(store, record.id)["/data/basic/later"] == "旧答"


def test_renames_of_several_versions_are_followed_one_after_another(store, act):
    record = versions.begun_with(store, OLD, SAID)
    seen = moving.look(store, act, record.id, LAST.hash)
    assert seen.renamed == {"gone": "last"}
    assert dropped(seen) == ["seal"]


def test_a_draft_on_the_middle_version_follows_only_what_came_after_it(store, act):
    record = versions.begun_with(store, MIDDLE, {"/data/basic/later": "答"})
    assert moving.look(store, act, record.id, LAST.hash).renamed == {"later": "last"}


def test_for_each_emptied_question_the_new_ones_that_fit_are_offered(store, act):
    record = versions.begun_with(store, OLD, SAID)
    seen = moving.look(store, act, record.id, LAST.hash)
    assert {old: [one.name for one in found] for old, found in seen.candidates.items()} == {
        "seal": ["code"]
    }
    assert seen.candidates["seal"][0].label == "封条"


def test_what_is_chosen_by_hand_is_carried_and_undone_like_the_rest(store, act):
    record = versions.begun_with(store, OLD, SAID)
    before = answers.of_record(store, record.id)
    by_hand = {"seal": "code"}
    seen = moving.look(store, act, record.id, LAST.hash, renamed=by_hand)
    assert (dropped(seen), dict(seen.candidates)) == ([], {})
    moved = moving.move(store, act, record.id, LAST.hash, renamed=by_hand)
    kept = answers.of_record(store, record.id)
    assert kept["/data/rows{0000000a}/code"] == "A"
    assert kept["/data/basic/last"] == "旧答"
    moving.undo(store, act, moved.value)
    assert answers.of_record(store, record.id) == before


def test_a_person_may_say_that_a_rename_shall_not_be_followed(store, act):
    record = versions.begun_with(store, OLD, SAID)
    seen = moving.look(store, act, record.id, MIDDLE.hash, renamed={"gone": ""})
    assert (dropped(seen), seen.renamed) == (["gone"], {})
    assert [one.name for one in seen.candidates["gone"]] == ["later"]


def test_what_a_person_chose_goes_before_what_the_form_says(store, act):
    record = versions.begun_with(store, OLD, {**SAID, "/data/basic/why": "因为"})
    seen = moving.look(store, act, record.id, MIDDLE.hash, renamed={"why": "later"})
    assert seen.renamed == {"why": "later"}


def test_a_question_in_a_repeat_is_never_offered_for_one_outside(store, act):
    survey = versions.OLD.replace("|  | text | gone | 旧题 | Gone | | | | | |\n", "").replace(
        "| seal | 封条", "| code | 封条"
    )
    newest = versions.package_of("7", survey)
    versions.keep(store, newest, day=9)
    record = versions.begun_with(store, OLD, SAID)
    seen = moving.look(store, act, record.id, newest.hash)
    assert {old: [one.name for one in found] for old, found in seen.candidates.items()} == {
        "gone": [],
        "seal": ["code"],
    }


def test_a_finding_follows_the_rename_of_its_question(store, act):
    survey = versions.OLD.replace("| mark |", "| verdict_of_mark |").replace(
        "${mark}", "${verdict_of_mark}"
    )
    newest = replace(versions.package_of("8", survey), renamed={"mark": "verdict_of_mark"})
    versions.keep(store, newest, day=9)
    record = versions.begun_with(store, OLD, {"/data/basic/mark": "no"})
    row = Finding("f1", record.id, record.case_id, record.enterprise_id, path="/data/basic/mark")
    findings.save(store, row)
    moving.move(store, act, record.id, newest.hash)
    moved = findings.get(store, "f1")
    assert (moved.path, moved.state) == ("/data/basic/verdict_of_mark", "open")


def test_renames_are_chained_and_what_is_meant_to_be_gone_stays_gone():
    assert chained([{"a": "b"}, {"b": "c"}, {"c": ""}]) == {"a": "", "b": "", "c": ""}
    assert chained([{"a": "b"}, {"a": "c", "b": "c"}]) == {"a": "c", "b": "c"}


def test_a_rename_that_says_nothing_of_two_forms_is_left_out():
    assert usable(OLD.form, MIDDLE.form, {"gone": "later", "lot": "", "x": "why"}) == {
        "gone": "later"
    }
    assert usable(OLD.form, MIDDLE.form, {"gone": "later", "why": "later"}) == {}
