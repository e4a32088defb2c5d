"""The notice of an inspection's result: offered once one was there, told by visit and findings."""

from app.services import cases, documents, finishing, offers, papers, preparing, visits
from app.services.matters import VISIT_RESULT
from app.services.records import open_record
from forms.compose import words
from tests.unit.app.services import kit
from tests.unit.app.services.test_visits import announce, approve, begun


def is_offered(store, act, case_id):
    return VISIT_RESULT in offers.now(store, cases.folder(store, act, case_id).case)


def page_of(store, act, record_id):
    return words(papers.paper(store, act, open_record(store, act, record_id)))


def test_the_result_is_offered_from_the_arrival_until_it_was_told(store, act):
    case_id = begun(store, act)
    approve(store, act, case_id)
    notice = announce(store, act, case_id)
    assert not is_offered(store, act, case_id)
    visits.arrive(store, act, visits.current(store, case_id).id)
    assert is_offered(store, act, case_id)
    record = preparing.add_paper(store, act, case_id, VISIT_RESULT).value
    page = page_of(store, act, record.id)
    assert "检查结果：未发现问题。" in page
    assert f"检查通知书文号：{notice.number_text}" in page
    assert "2026年9月16日在成品库" in page
    kit.sign_all(store, act, record.id)
    told = documents.issue(store, act, documents.preview(store, act, record.id)).value
    assert told.number_text.endswith("市监检果〔2026〕1号")
    assert not is_offered(store, act, case_id)


def test_a_check_that_was_finished_without_an_arrival_is_told_too(store, act):
    case_id = begun(store, act)
    record = cases.folder(store, act, case_id).papers[0].record
    assert not is_offered(store, act, case_id)
    kit.fill_check(store, act, record.id)
    kit.sign_all(store, act, record.id)
    finishing.finish(store, act, record.id)
    assert is_offered(store, act, case_id)


def test_what_was_found_and_ordered_stands_in_the_result(store, act):
    check, notice_id = kit.notice_ready(store, act)
    order = documents.issue(store, act, documents.preview(store, act, notice_id)).value
    record = preparing.add_paper(store, act, check.case_id, VISIT_RESULT).value
    page = page_of(store, act, record.id)
    assert "检查结果：发现问题，责令改正。" in page
    assert "1. " in page
    assert f"责令改正文书文号：{order.number_text}" in page
