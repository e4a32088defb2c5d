"""Receipts of service: begun over what was issued, and what finishing one records."""

import datetime as dt

import pytest

from app.services import (
    addresses,
    documents,
    finishing,
    follow_ups,
    preparing,
    receipts,
    records,
    service,
)
from app.services.errors import Refused
from app.services.service import Service
from tests.unit.app.services import kit
from tests.unit.app.services.test_interviews import begun, filled, issued, lacks, said

DIRECT = {"method": "direct", "receiver": "head", "receiver_name": "周堃"}


def paper(store, act):
    """An issued notice of an interview; gives its case and the document."""
    started = begun(store, act)
    return started.case, issued(store, act, started.record.id)


def served(store, act, document, **known):
    """Begin the receipt, fill it in, finish it; gives the document as it is then."""
    record = receipts.prepare_receipt(store, act, document.id).value
    filled(store, act, record.id, **known)
    assert lacks(store, act, record.id) == []
    finishing.finish(store, act, record.id)
    return documents.get(store, document.id)


def confirm(store, act, case, **known):
    record = preparing.add_paper(store, act, case.id, addresses.ADDRESS).value
    rest = {
        "told_rules": "yes",
        "written_by": "self",
        "service_address": "示范园区2号路8号",
        "recipient": "周堃",
        "recipient_phone": "05395550101",
    }
    filled(store, act, record.id, **{**rest, **known})
    opened = records.open_record(store, act, record.id)
    kit.signing.sign(store, act, record.id, "party", kit.ink_of("周堃"))
    assert opened.record.form_id == addresses.ADDRESS
    assert lacks(store, act, record.id) == []
    finishing.finish(store, act, record.id)


def test_everything_known_is_there_and_the_draft_is_reused(store, act):
    case, document = paper(store, act)
    record = receipts.prepare_receipt(store, act, document.id).value
    known = said(store, act, record.id)
    assert known["document_number"] == document.number_text
    assert known["document_name"] == "约谈通知书"
    assert known["place"] == known["domicile"] != ""
    assert known["inspector_1"] != known["inspector_2"]
    assert receipts.prepare_receipt(store, act, document.id).value.id == record.id
    assert record.case_id == case.id


def test_finishing_a_receipt_serves_the_document_and_settles_its_clock(store, act):
    case, document = paper(store, act)
    row = served(store, act, document, **DIRECT)
    assert row.state == "served"
    how = service.service_of(row)
    assert (how.method, how.receiver) == ("at-once", "周堃")
    assert how.at == act.now
    assert "service" not in {one.kind for one in follow_ups.open_of_case(store, case.id)}


def test_one_receipt_serves_all_papers_of_the_case_that_stand_on_it(store, act):
    case, first = paper(store, act)
    second_paper = preparing.add_paper(store, act, case.id, "interview-notice").value
    second = issued(store, act, second_paper.id)
    record = receipts.prepare_receipt(store, act, first.id).value
    opened = records.open_record(store, act, record.id)
    rows = opened.session.children("/data/papers/documents")
    assert len(rows) == 2
    filled(store, act, record.id, **DIRECT)
    finishing.finish(store, act, record.id)
    assert {documents.get(store, one.id).state for one in (first, second)} == {"served"}


def test_a_paper_taken_off_the_receipt_is_not_served_by_it(store, act):
    case, first = paper(store, act)
    second = issued(
        store, act, preparing.add_paper(store, act, case.id, "interview-notice").value.id
    )
    record = receipts.prepare_receipt(store, act, first.id).value
    rows = {"documents": [{"document_name": "约谈通知书", "document_number": first.number_text}]}
    filled(store, act, record.id, rows, **DIRECT)
    finishing.finish(store, act, record.id)
    assert documents.get(store, second.id).state == "issued"


def test_left_behind_needs_a_witness_or_a_recording_and_carries_the_reason(store, act):
    _case, document = paper(store, act)
    left = {
        "method": "left",
        "refusal_reason": "说老板不在，拒收。",
        "refused_on": "2026-09-16",
        "left_how": "witness",
        "witness_name": "孙见证",
        "witness_unit": "社区居委会委员",
    }
    record = receipts.prepare_receipt(store, act, document.id).value
    bare = {name: value for name, value in left.items() if name != "witness_name"}
    filled(store, act, record.id, **bare)
    with pytest.raises(Refused, match="record-incomplete"):
        finishing.finish(store, act, record.id)
    assert documents.get(store, document.id).state == "issued"
    row = served(store, act, document, **left)
    assert service.service_of(row).witness == "孙见证，社区居委会委员"
    assert said(store, act, record.id)["refusal_reason"] == left["refusal_reason"]


def test_nothing_is_served_electronically_without_a_signed_confirmation(store, act):
    case, document = paper(store, act)
    how = Service("electronic", act.now, note="13800138000")
    with pytest.raises(Refused) as refused:
        service.serve(store, act, document.id, how)
    assert refused.value.code == "address-not-confirmed"
    confirm(store, act, case, accept_electronic="no")
    with pytest.raises(Refused, match="address-not-confirmed"):
        service.serve(store, act, document.id, how)
    later = kit.later(act, 5)
    confirm(store, later, case, accept_electronic="yes", e_phone="13800138000")
    assert addresses.electronic(store, case.enterprise_id) == "13800138000"
    service.serve(store, later, document.id, how)
    assert documents.get(store, document.id).state == "served"


def test_an_electronic_receipt_that_cannot_be_true_changes_nothing(store, act):
    """Whole or not at all: the record stays a draft when its service is refused."""
    _case, document = paper(store, act)
    record = receipts.prepare_receipt(store, act, document.id).value
    filled(store, act, record.id, method="electronic", consent="yes", proof="截屏1", place="微信")
    with pytest.raises(Refused, match="address-not-confirmed"):
        finishing.finish(store, act, record.id)
    assert records.get(store, record.id).state == "draft"
    assert documents.get(store, document.id).state == "issued"


def test_the_day_of_the_return_slip_is_the_day_of_service(store, act):
    _case, document = paper(store, act)
    post = {"method": "post", "proof": "EMS 1001", "received_on": "2026-09-18"}
    receipts.prepare_receipt(store, act, document.id)
    act = kit.later(act, 3 * 24 * 60)  # the slip has come back
    row = served(store, act, document, **post)
    how = service.service_of(row)
    assert how.at == dt.datetime(2026, 9, 17, 16, tzinfo=dt.UTC)
    assert how.note == "EMS 1001"
    again = receipts.prepare_receipt(store, act, document.id).value
    assert said(store, act, again.id)["method"] == "post"
    assert said(store, act, again.id)["received_on"] == "2026-09-18"


def test_a_withdrawn_document_has_no_receipt(store, act):
    _case, document = paper(store, act)
    service.withdraw(store, act, document.id, "写错单位")
    with pytest.raises(Refused, match="document-closed"):
        receipts.prepare_receipt(store, act, document.id)
