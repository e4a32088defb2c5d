"""What rests on a paper is named and goes first; nothing is given back from under it."""

import pytest

from app.services import (
    cases,
    finding_life,
    findings,
    matters,
    preparing,
    records,
    service,
    sites,
    taking_back,
    visits,
)
from app.services.errors import Refused
from app.services.visits import Wish
from db.rows import CaseFile
from db.store import findings as kept_findings
from db.store import nouns
from tests.unit.app.services import kit, se_kit
from tests.unit.app.services.papers_ready import READY
from tests.unit.app.services.test_appointments import REVIEWED, appoint, finished
from tests.unit.app.services.test_desk import COMPLAINT, taken
from tests.unit.app.services.test_rechecks import SAID as LOOKED
from tests.unit.app.services.test_visits import announce, approve, begun
from tests.unit.app.services.withdraw_kit import WHY, make, ready, standing, withdraw


def refused(store, act, record_id):
    """Withdraw a paper that something rests on; gives the code and what is named."""
    before = standing(store, "")
    with pytest.raises(Refused) as told:
        withdraw(store, act, record_id)
    assert standing(store, "") == before, "nothing is half given back"
    return told.value


def test_an_approval_is_withdrawn_after_its_notice_and_not_once_one_has_arrived(store, act):
    case_id = begun(store, act)
    approval = approve(store, act, case_id)
    notice = announce(store, act, case_id)
    told = refused(store, act, approval.id)
    assert told.code == "paper-stands"
    assert notice.number_text in told.facts["paper"]
    service.withdraw(store, act, notice.id, WHY)
    assert visits.stage(visits.current(store, case_id)) == "approved"
    visits.arrive(store, act, visits.current(store, case_id).id)
    assert refused(store, act, approval.id).code == "visit-made"


def test_an_appointment_is_withdrawn_after_its_review(store, act):
    case_id = appoint(store, act)
    (first,) = cases.folder(store, act, case_id).papers
    record = preparing.add_paper(store, act, case_id, "cqo-review").value
    finished(store, act, record.id, {**REVIEWED, "inspector_2": kit.partner_of(store, act)})
    assert "首席质量官" in refused(store, act, first.record.id).facts["paper"]
    withdraw(store, act, record.id)
    withdraw(store, act, first.record.id)


def test_a_desk_card_stays_while_an_inspection_was_begun_from_it(store, act):
    case_id, record_id = taken(store, act, COMPLAINT)
    unit = sites.find(store, "小白羊")[0].id
    begun_from = cases.start(
        store, act, unit, matters.SPOT_CHECK, origin=case_id, visit=Wish("complaint")
    ).value
    assert refused(store, act, record_id).facts["paper"] == f"《{begun_from.record.title}》"
    records.withdraw(store, act, begun_from.record.id, WHY)
    withdraw(store, act, record_id)


def test_a_check_goes_with_its_findings_and_stays_under_its_order(store, act):
    check, order = kit.notice_ready(store, act)
    found = kept_findings.of_record(store, check.record.id)
    gone = withdraw(store, act, check.record.id)
    assert {findings.get(store, one.id).state for one in found} == {"withdrawn"}
    records.restore(store, act, gone)
    assert kept_findings.of_record(store, check.record.id) == found
    make(store, act, order)
    told = refused(store, act, check.record.id)
    assert "责令改正通知书" in told.facts["paper"]


@pytest.fixture
def looked(store, act):
    """A re-check that saw nothing put right; gives its record and its finding."""
    record_id = READY[matters.RECHECK][1](store, act)
    make(store, act, record_id)
    case_id = records.get(store, record_id).case_id
    return record_id, kept_findings.of_case(store, case_id)[0].id


def test_a_re_check_is_taken_back_by_withdrawing_its_paper_only(store, act, looked):
    record_id, finding_id = looked
    before = findings.get(store, finding_id)
    with pytest.raises(Refused, match="paper-holds") as told:
        taking_back.take_back(store, act, finding_id)
    assert told.value.facts["paper"].startswith("《")
    assert findings.get(store, finding_id) == before
    withdraw(store, act, record_id)
    assert findings.get(store, finding_id).state == "reported"
    life = finding_life.life(store, findings.get(store, finding_id))
    assert (life.moments[-1].what, life.moments[-1].detail, life.last) == (
        "undone",
        "recheck",
        "report",
    )


def test_the_first_of_two_re_checks_goes_after_the_second(store, act, looked):
    record_id, finding_id = looked
    case = nouns.get(store, CaseFile, records.get(store, record_id).case_id)
    second = preparing.add_paper(store, act, case.id, matters.RECHECK).value
    said = {name: value for name, value in LOOKED.items() if name != "result_seen"}
    seen = {"result": "fixed", "result_seen": "已改正"}
    make(store, act, ready(store, act, second.id, each=seen, **said))
    assert refused(store, act, record_id).code == "paper-stands"
    withdraw(store, act, second.id)
    withdraw(store, act, record_id)
    assert findings.get(store, finding_id).state == "reported"


def test_an_order_that_was_re_checked_by_a_paper_goes_after_it(store, act, looked):
    record_id, finding_id = looked
    order = findings.get(store, finding_id).document_id
    with pytest.raises(Refused, match="paper-stands"):
        service.withdraw(store, act, order, WHY)
    withdraw(store, act, record_id)
    service.withdraw(store, act, order, WHY)
    assert findings.get(store, finding_id).state == "open"


def test_nothing_is_withdrawn_in_a_closed_case_until_it_is_reopened(store, act):
    begun_check = se_kit.check(store, act, matters.LIFT_CHECK)
    se_kit.finish(store, act, begun_check.record.id)
    cases.close(store, act, begun_check.case.id)
    assert refused(store, act, begun_check.record.id).code == "case-closed-since"
    with pytest.raises(Refused, match="reason-missing"):
        cases.reopen(store, act, begun_check.case.id, " ")
    opened = cases.reopen(store, act, begun_check.case.id, "记录有误").value
    assert nouns.get(store, CaseFile, opened.id) == opened
    with pytest.raises(Refused, match="case-open"):
        cases.reopen(store, act, opened.id, "记录有误")
    withdraw(store, act, begun_check.record.id)
