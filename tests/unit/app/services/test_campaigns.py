"""Campaigns: targets as data, counts from finished papers by SQL, who did how many."""

import datetime as dt
from dataclasses import fields, replace

import pytest

from app.services import campaigns, citation, escalating, finishing
from app.services.campaigns import Campaign, Target
from app.services.errors import Refused
from app.services.matters import MATTERS
from db.store import findings, tallies
from tests.unit.app.services import kit, results_kit
from tests.unit.app.services.test_citation import REST
from tests.unit.app.services.test_desk import COMPLAINT, taken
from tests.unit.app.services.withdraw_kit import make, ready, withdraw

DRIVE = Campaign("", "农资打假", "Farm supplies", dt.date(2026, 9, 1), dt.date(2026, 9, 30))
TOYS = Target("spot-check", 1, goods=("toys",))


def drive(store):
    return campaigns.running(store, dt.date(2026, 9, 16))


def done(store, form_id):
    found = campaigns.progress(store, drive(store)).lines
    return next(line.done for line in found if line.target.form_id == form_id)


def checked(store, act):
    """A finished spot check of the campaign."""
    check = kit.start(store, act)
    campaign = drive(store).key
    store_case(store, check.case_id, campaign)
    kit.fill_check(store, act, check.record.id)
    kit.sign_all(store, act, check.record.id)
    finishing.finish(store, act, check.record.id)


def store_case(store, case_id, campaign):
    from db.rows import CaseFile
    from db.store import nouns

    nouns.save(store, replace(nouns.get(store, CaseFile, case_id), campaign=campaign))


def test_the_quality_month_has_its_targets(store):
    """Eleven activities of Linyi's month; two counted by one paper say of which goods."""
    wanted = {(one.form_id, one.goods): one.wanted for one in drive(store).targets}
    assert wanted["key-enterprise-survey", ()] == 60
    assert wanted["spot-check", ("children",)] == 12
    assert wanted["spot-check", ("farm", "building", "parts")] == 20
    assert wanted["after-sales-check", ()] == 6
    assert len(wanted) == 11


def test_the_goods_a_paper_is_about_say_for_which_target_it_counts(store, act):
    """A check of a toy maker is known to be of children's goods, and raises that target alone."""
    children, others = (one for one in drive(store).targets if one.form_id == "spot-check")

    def counted():
        lines = {one.target: one.done for one in campaigns.progress(store, drive(store)).lines}
        return lines[children], lines[others]

    def own():
        campaigns.write(store, replace(drive(store), targets=(others,)))
        people = campaigns.progress(store, drive(store)).people
        campaigns.write(store, replace(drive(store), targets=(children, others)))
        return people

    before, people = counted(), own()
    assert all(before)
    checked(store, act)
    assert counted() == (before[0] + 1, before[1])
    assert own() == people, "a paper that does not count is nobody's share"


def test_a_target_counts_every_form_it_names(store, act):
    """Special equipment is checked by nine forms; an enterprise two of them are about is one."""
    found = next(one for one in drive(store).targets if one.form_id == "lift-check")
    assert set(found.forms) == {one.form_id for one in MATTERS.values() if one.equipment}
    checked(store, act)
    case_id, _record = taken(store, act, COMPLAINT)
    store_case(store, case_id, drive(store).key)
    own = Target("spot-check", 5), Target("desk-12365", 5)
    campaigns.write(store, replace(drive(store), targets=own))
    alone = done(store, "spot-check"), done(store, "desk-12365")
    both = Target("spot-check", 5, also=("desk-12365",))
    campaigns.write(store, replace(drive(store), targets=(both,)))
    assert drive(store).targets == (both,)
    assert done(store, "spot-check") == sum(alone)
    with pytest.raises(Refused, match="campaign-target-wrong"):
        campaigns.write(store, replace(drive(store), targets=(both, Target("desk-12365", 1))))


def test_what_a_campaign_came_to_is_counted(store, act):
    """One drive with a check of its own: its team, visit, hazards, order, citation and result."""
    key = campaigns.write(store, DRIVE).value.key

    def counted():
        return campaigns.progress(store, campaigns.get(store, key)).totals

    assert not any(vars_of(counted()))
    check, notice_id = kit.notice_ready(store, act)
    store_case(store, check.case_id, key)
    assert counted().hazards == 0, "a draft has found nothing yet"
    kit.sign_all(store, act, check.record.id)
    finishing.finish(store, act, check.record.id)
    make(store, act, notice_id)
    first, second = findings.of_record(store, check.record.id)
    cited = citation.prepare_citation(store, act, first.id).value
    paper_id = ready(store, act, cited.id, **REST, penalty="fine", amount="500")
    make(store, act, paper_id)
    escalating.escalate(store, act, second.id, "case", "逾期未改")
    told = counted()
    assert (told.sent, told.visits, told.hazards) == (2, 1, 2)
    assert (told.orders, told.instructions, told.leads) == (1, 0, 1)
    assert (told.citations, told.fined) == (1, 500)
    withdraw(store, act, paper_id)
    assert (counted().citations, counted().fined) == (0, 0)
    report = results_kit.judged(store, act, results_kit.item())
    store_case(store, report.case_id, key)
    assert counted().failed == 1


def vars_of(totals):
    return [getattr(totals, one.name) for one in fields(totals)]


def test_a_finished_paper_counts_and_a_draft_does_not(store, act):
    before = done(store, "spot-check")
    check = kit.start(store, act)
    store_case(store, check.case_id, drive(store).key)
    assert done(store, "spot-check") == before
    checked(store, act)
    assert done(store, "spot-check") == before + 1


def test_one_enterprise_counts_once_where_the_target_says_so(store, act):
    key, before = drive(store).key, done(store, "desk-12365")
    for _ in range(2):
        case_id, _record = taken(store, act, COMPLAINT)
        store_case(store, case_id, key)
    now = drive(store)
    per = replace(now, targets=(Target("desk-12365", 5, per="enterprise"),))
    campaigns.write(store, per)
    assert done(store, "desk-12365") == before + 1
    campaigns.write(store, replace(per, targets=(Target("desk-12365", 5),)))
    assert done(store, "desk-12365") == before + 2


def test_who_did_how_many_is_told_the_most_first(store, act):
    case_id, _record = taken(store, act, COMPLAINT)
    store_case(store, case_id, drive(store).key)
    campaigns.write(store, replace(drive(store), targets=(Target("desk-12365", 5),)))
    people = campaigns.progress(store, drive(store)).people
    assert campaigns.Share(act.who.name, 1) in people  # beside those the bureau had already
    checked(store, act)
    wider = (Target("desk-12365", 5), Target("spot-check", 5))
    campaigns.write(store, replace(drive(store), targets=wider))
    people = campaigns.progress(store, drive(store)).people
    assert [one.done for one in people] == sorted((one.done for one in people), reverse=True)
    assert next(one.done for one in people if one.name == act.who.name) >= 2


def test_the_counting_goes_through_the_index(store):
    """A year of a bureau's records must not be read for one campaign."""
    plan = store.rows(
        "EXPLAIN QUERY PLAN SELECT r.form_id, COUNT(*), COUNT(DISTINCT r.enterprise_id) "
        f"{tallies._OF_CAMPAIGN} GROUP BY r.form_id",
        ("QM",),
    )
    steps = " ".join(str(row[-1]) for row in plan)
    assert "case_file_by_campaign" in steps
    assert "record_by_case" in steps
    assert "SCAN" not in steps


def test_a_new_campaign_gets_a_key_and_is_changed_by_it(store):
    made = campaigns.write(store, DRIVE).value
    assert campaigns.get(store, made.key).name == "农资打假"
    campaigns.write(store, replace(made, targets=(Target("fibre-check", 15, "放心纤检"),)))
    assert campaigns.get(store, made.key).targets == (Target("fibre-check", 15, "放心纤检"),)
    assert sum(one.name == "农资打假" for one in campaigns.all_of(store)) == 1


def test_its_state_follows_the_day():
    assert DRIVE.state(dt.date(2026, 8, 31)) == "coming"
    assert DRIVE.state(dt.date(2026, 9, 1)) == DRIVE.state(dt.date(2026, 9, 30)) == "running"
    assert DRIVE.state(dt.date(2026, 10, 1)) == "past"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (replace(DRIVE, name=" "), "name-missing"),
        (replace(DRIVE, end=dt.date(2026, 8, 31)), "campaign-dates"),
        (replace(DRIVE, targets=(Target("fibre-check", 0),)), "campaign-target-wrong"),
        (replace(DRIVE, targets=(Target("fibre-check", 1),) * 2), "campaign-target-wrong"),
        (replace(DRIVE, targets=(TOYS, Target("spot-check", 1))), "campaign-target-wrong"),
        (replace(DRIVE, targets=(TOYS, replace(TOYS, goods=("toys", "parts")))), "target-wrong"),
    ],
)
def test_what_cannot_be_is_refused(store, wrong, code):
    with pytest.raises(Refused, match=code):
        campaigns.write(store, wrong)
    assert not [one for one in campaigns.all_of(store) if one.name.strip() == "农资打假"]
