"""On-the-spot citations: begun from a finding with its law, held below the ceiling, issued."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import (
    cases,
    citation,
    corrections,
    desk,
    discretion,
    documents,
    findings,
    finishing,
    follow_ups,
    matters,
    preparing,
    records,
    service,
)
from app.services.errors import Refused
from app.services.findings import FindingEdit
from app.services.review import review
from db.rows import Enterprise, Finding
from db.store import findings as kept_findings
from db.store import nouns
from resources import schema
from tests.unit.app.services import kit

REST = {
    "certificates_shown": "yes",
    "place": "成品库",
    "evidence": "现场笔录、照片2张。",
    "told": "yes",
    "told_where": "2026年9月16日询问笔录第2页",
    "pay_where": "工商银行",
    "heard": "none",
    "handed": "given",
}


def _found(store, act, question="instruments", seen="两台台秤检定证书已过期。"):
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    return check, kit.mark_adverse(store, act, check.record.id, question, seen)


def _said(store, act, record):
    opened = records.open_record(store, act, record.id)
    return {path.rsplit("/", 1)[-1]: value for path, value in opened.session.answers().items()}


def test_facts_provision_penalty_article_and_range_are_there_in_one_step(store, act):
    _check, finding_id = _found(store, act)
    said = _said(store, act, citation.prepare_citation(store, act, finding_id, 500).value)
    assert said["facts"] == "两台台秤检定证书已过期。"
    assert said["law_violated"] == "《中华人民共和国计量法》第九条"
    assert said["penalty_basis"] == "《中华人民共和国计量法实施细则》第四十三条"
    assert said["penalty_range"] == "可并处一千元以下"
    assert (said["party_kind"], said["penalty"], said["amount"]) == ("unit", "fine", "500")
    assert said["review_body"].endswith("人民政府")
    assert said["inspector_1"] != said["inspector_2"]


def test_the_draft_of_a_finding_is_reused_and_another_finding_has_its_own(store, act):
    check, finding_id = _found(store, act)
    first = citation.prepare_citation(store, act, finding_id).value
    assert citation.prepare_citation(store, act, finding_id).value.id == first.id
    other = kit.mark_adverse(store, act, check.record.id, "segregation", "混放")
    assert citation.prepare_citation(store, act, other).value.id != first.id


@pytest.mark.parametrize(("uscc", "ceiling"), [("", 3000), ("92", 200)])
def test_an_amount_is_refused_above_the_ceiling_of_the_party_and_not_at_it(
    store, act, uscc, ceiling
):
    check, finding_id = _found(store, act)
    party = nouns.get(store, Enterprise, check.record.enterprise_id)
    nouns.save(store, replace(party, uscc=uscc + party.uscc[len(uscc) :]))
    with pytest.raises(Refused) as refused:
        citation.prepare_citation(store, act, finding_id, ceiling + 1)
    assert refused.value.code == "citation-above-ceiling"
    assert dict(refused.value.facts) == {"amount": ceiling + 1, "ceiling": ceiling}
    made = citation.prepare_citation(store, act, finding_id, ceiling).value
    assert _said(store, act, made)["amount"] == str(ceiling)


def test_an_article_whose_least_fine_is_above_the_ceiling_is_no_matter_for_a_citation(store, act):
    """No compulsory certificate: 50,000 yuan at the least (认证认可条例 art. 66)."""
    _check, finding_id = _found(store, act, "ccc", "未获认证")
    for amount in (None, 0, 1000):
        with pytest.raises(Refused) as refused:
            citation.prepare_citation(store, act, finding_id, amount)
        assert refused.value.facts["amount"] == 50000


def test_a_closed_finding_is_not_punished(store, act):
    _check, finding_id = _found(store, act)
    nouns.edit(store, Finding, finding_id, state="closed")
    with pytest.raises(Refused) as refused:
        citation.prepare_citation(store, act, finding_id)
    assert refused.value.code == "finding-closed"


def test_an_issued_citation_takes_its_number_and_leaves_the_finding_to_be_ordered(store, act):
    check, finding_id = _found(store, act)
    findings.update(store, act, finding_id, FindingEdit(measure="correct-by"))
    record = citation.prepare_citation(store, act, finding_id, 500).value
    kit.answer_by_name(store, act, record.id, **REST)
    kit.sign_all(store, act, record.id)
    ready = documents.preview(store, act, record.id)
    assert ready.number_text == "临兰市监当罚〔2026〕1号"
    issued = documents.issue(store, act, ready).value
    assert documents.printed_bytes(store, issued.id).startswith(b"%PDF")
    assert {one.state for one in kept_findings.of_case(store, check.case_id)} == {"open"}
    notice = preparing.prepare_notice(store, act, check.case_id).value
    assert notice.form_id == matters.NOTICE


def test_the_bureaus_account_and_the_evidence_are_prefilled(store, act):
    act = replace(act, office=replace(act.office, payment="工商银行临沂分行 1610 0001"))
    check, finding_id = _found(store, act)
    site = preparing.add_paper(store, act, check.case_id, matters.SITE_RECORD).value
    said = _said(store, act, citation.prepare_citation(store, act, finding_id).value)
    assert said["pay_where"] == "工商银行临沂分行 1610 0001"
    assert said.get("told_where", "") == ""  # nothing is told in a record that is still written
    assert said["evidence"].endswith(f"；{site.title}（2026年9月16日）；照片1张。")


def _steps(store, act, record, **known):
    kit.answer_by_name(store, act, record.id, penalty="fine", **known)
    opened = records.open_record(store, act, record.id)
    node = opened.session.node(records.path_of(opened.form, "discretion"))
    offered = opened.session.search(node.ref, "")
    return [option.value for option in offered], node.error


def test_the_steps_of_the_article_are_offered_and_hold_the_amount(store, act):
    _check, finding_id = _found(store, act)
    record = citation.prepare_citation(store, act, finding_id).value
    steps, _error = _steps(store, act, record)
    assert steps == [f"metrology-rules-43-{step}" for step in ("light", "usual", "heavy")]
    for amount, wrong in (("300", False), ("301", True)):
        chosen = {"amount": amount, "discretion": steps[0]}
        _steps_now, error = _steps(store, act, record, **chosen)
        assert bool(error) is wrong


def test_the_bureaus_own_steps_replace_those_that_came_along_from_their_day(store, act, tmp_path):
    head = ",".join(schema.DISCRETION.columns)
    table = tmp_path / "own.csv"
    rows = (
        "own-now,metrology-rules:43,轻微,Slight,首次,1,100,临兰裁量〔2026〕1号,2026-01-01,,本局,confirmed",
        "own-gone,metrology-rules:43,旧,Old,首次,1,50,旧文件,2020-01-01,2025-12-31,本局,confirmed",
    )
    table.write_text("\n".join((head, *rows)), encoding="utf-8")
    assert corrections.take(store, act, table).value.rows == 2
    _check, finding_id = _found(store, act)
    record = citation.prepare_citation(store, act, finding_id).value
    assert _steps(store, act, record)[0] == ["own-now"]
    keys = {row.penalty_key for row in discretion.steps(store)}
    assert "metrology-rules:46" in keys


def test_an_issued_citation_leaves_the_filing_which_names_its_place_and_holds_the_case(store, act):
    """Seven working days from Wednesday 16 September 2026 end on the 24th: the 20th is worked."""
    check, finding_id = _found(store, act)
    record = citation.prepare_citation(store, act, finding_id, 100).value
    assert citation.citable(store, check.case_id, [findings.get(store, finding_id)])
    cash = {"pay_mode": "cash", "cash_reason": "small", "receipt_no": "鲁财0001"}
    kit.answer_by_name(store, act, record.id, **REST, **cash)
    kit.sign_all(store, act, record.id)
    issued = documents.issue(store, act, documents.preview(store, act, record.id)).value
    left = {row.kind: row for row in follow_ups.open_of_case(store, check.case_id)}
    assert left["filing"].due == dt.date(2026, 9, 24)
    assert left["cash"].due == dt.date(2026, 9, 18)
    assert left["filing"].owner_id == issued.id
    with pytest.raises(Refused, match="file-place-missing"):
        follow_ups.file_away(store, act, left["filing"].id, " ")
    follow_ups.file_away(store, act, left["filing"].id, "3柜2盒")
    assert follow_ups.get(store, left["filing"].id).note == "3柜2盒"
    assert not citation.citable(store, check.case_id, [findings.get(store, finding_id)])
    nouns.edit(store, Finding, finding_id, state="closed")
    with pytest.raises(Refused, match="paper-stands"):
        records.withdraw(store, act, check.record.id, "演示")
    kit.answer_by_name(store, act, check.record.id, sampled="no")
    kit.sign_all(store, act, check.record.id)
    finishing.finish(store, act, check.record.id)
    with pytest.raises(Refused, match="case-owed"):
        cases.close(store, act, check.case_id)
    service.serve(store, act, issued.id, service.Service("at-once", act.now, receiver="赵"))
    assert cases.folder(store, act, check.case_id).step.code == "wait"
    desk.settle(store, act, left["cash"].id)
    (bank,) = (row for row in follow_ups.open_of_case(store, check.case_id) if row.kind == "bank")
    assert (bank.clock_id, bank.due) == ("bank-fine-2wd", dt.date(2026, 9, 18))
    desk.take_back(store, act, left["cash"].id)
    assert {"cash"} == {row.kind for row in follow_ups.open_of_case(store, check.case_id)}
    desk.settle(store, act, left["cash"].id)
    assert cases.folder(store, act, check.case_id).step.code == "close"
    assert cases.close(store, act, check.case_id).value.state == "closed"


def test_a_fine_above_what_its_article_allows_is_not_issued(store, act):
    """计量法实施细则 art. 43 allows 1,000 yuan, though a unit may be fined 3,000 on the spot."""
    _check, finding_id = _found(store, act)
    record = citation.prepare_citation(store, act, finding_id, 1000).value
    kit.answer_by_name(store, act, record.id, **REST, amount="1001")
    kit.sign_all(store, act, record.id)
    looked = review(store, act, records.open_record(store, act, record.id))
    assert [lack.code for lack in looked.lacks if lack.blocking] == ["fine-above-article"]
    with pytest.raises(Refused, match="review-open"):
        documents.issue(store, act, documents.preview(store, act, record.id))
    kit.answer_by_name(store, act, record.id, amount="1000")
    kit.sign_all(store, act, record.id)
    assert documents.issue(store, act, documents.preview(store, act, record.id)).value.number == 1


def _issued(store, act):
    _check, finding_id = _found(store, act)
    record = citation.prepare_citation(store, act, finding_id, 100).value
    kit.answer_by_name(store, act, record.id, **REST)
    kit.sign_all(store, act, record.id)
    ready = documents.preview(store, act, record.id)
    return finding_id, documents.issue(store, act, ready).value


def test_the_same_act_is_not_fined_twice_unless_its_order_ran_out(store, act):
    """行政处罚法 art. 29; what an order left undone after its day is another matter."""
    finding_id, issued = _issued(store, act)
    with pytest.raises(Refused) as refused:
        citation.prepare_citation(store, act, finding_id, 100)
    assert refused.value.code == "finding-cited"
    assert refused.value.facts["number"] == issued.number_text
    yesterday = act.today - dt.timedelta(days=1)
    nouns.edit(store, Finding, finding_id, state="ordered", due=act.today)
    with pytest.raises(Refused, match="finding-cited"):
        citation.prepare_citation(store, act, finding_id, 100)
    nouns.edit(store, Finding, finding_id, due=yesterday)
    assert citation.prepare_citation(store, act, finding_id, 100).value.state == "draft"


def test_a_withdrawn_citation_may_be_made_again(store, act):
    finding_id, issued = _issued(store, act)
    found = [findings.get(store, finding_id)]
    assert not citation.citable(store, issued.case_id, found)
    service.withdraw(store, act, issued.id, "写错")
    assert citation.citable(store, issued.case_id, found) == found
    assert citation.prepare_citation(store, act, finding_id, 100).value.state == "draft"


def test_the_days_to_pay_run_from_the_first_service(store, act):
    """Decided on 16 September (until 8 October), received on the 24th: until 9 October."""
    _finding_id, issued = _issued(store, act)
    came = replace(act, now=act.now + dt.timedelta(days=8))
    for _time in range(2):
        told = service.Service("post", came.now, note="EMS 1")
        service.serve(store, came, issued.id, told)
        left = {row.kind: row.due for row in follow_ups.open_of_case(store, issued.case_id)}
        assert (left["payment"], left["filing"]) == (dt.date(2026, 10, 9), dt.date(2026, 9, 24))
        came = replace(came, now=came.now + dt.timedelta(days=5))
