"""On-the-spot citations: begun from a finding with its law, held below the ceiling, issued."""

from dataclasses import replace

import pytest

from app.services import citation, documents, findings, matters, preparing, records
from app.services.errors import Refused
from app.services.findings import FindingEdit
from db.rows import Enterprise, Finding
from db.store import findings as kept_findings
from db.store import nouns
from tests.unit.app.services import kit

REST = {
    "certificates_shown": "yes",
    "place": "成品库",
    "evidence": "现场笔录、照片2张。",
    "told": "yes",
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
