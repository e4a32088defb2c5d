"""What an issued paper says of the hub: where its code leads, and the party's code for its report."""

import re

import pytest

from app.services import documents, enrolling, matters, pages, preparing, search, verify
from app.services.enrolling import Enrolment
from db.journal import passcode
from db.journal.operation import decode
from db.store import rebuild
from forms.paper import link
from forms.paper.readcode import read
from tests.unit.app.services import kit, se_kit

PUBLIC = "https://zhijian.dongyuan.gov.cn"


def words_of(pdf):
    """The words of all pages, unbroken."""
    import pypdfium2

    pages_of = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in pages_of)
    return re.sub(r"\s", "", text)


def issued(store, act):
    """A notice issued on a laptop: its row and its first page's code as a scanner reads it."""
    _check, record_id = kit.notice_ready(store, act)
    row = documents.issue(store, act, documents.preview(store, act, record_id)).value
    pdf = documents.printed_bytes(store, row.id)
    found = []
    for page, _size in enumerate(pages.page_sizes(pdf)):
        wide, high, rgb = pages.page_image(pdf, page, 1240)
        found += read(rgb, wide, high)
    return row, found


def enrol(store, public):
    enrolling.keep(
        store, Enrolment("https://10.1.2.3", "ab" * 32, "h", "3713", "a", "张", public=public)
    )


@pytest.mark.parametrize("public", [None, ""])
def test_without_a_public_address_the_code_is_the_bare_proof(store, act, public):
    """Before enrolment, and where the hub has no name a phone could open."""
    if public is not None:
        enrol(store, public)
    row, codes = issued(store, act)
    assert codes == [row.qr]
    assert row.qr.startswith(link.PREFIX)


def test_an_enrolled_laptops_paper_opens_at_the_hub_and_both_forms_are_genuine(store, act):
    enrol(store, PUBLIC)
    row, codes = issued(store, act)
    assert codes == [link.address(PUBLIC, row.qr)]
    assert row.qr.startswith(link.PREFIX)
    for text in (row.qr, codes[0]):
        assert verify.verify(store, text).code == "genuine"
        scan = search.understand(store, text)
        assert (scan.kind, scan.rec_id) == ("document", row.id)
    swapped = codes[0][:-1] + ("0" if codes[0][-1] != "0" else "1")
    assert verify.verify(store, swapped).code in {"forged", "not-ours"}


def issue_of(store, document_id):
    """The operation that issued a document."""
    query = "SELECT bytes FROM op WHERE rec_id = ? AND kind = 'issue'"
    return decode(store.value(query, (document_id,)))


def test_a_notice_carries_the_partys_code_and_the_store_only_a_slow_hash_of_it(store, act):
    enrol(store, PUBLIC)
    _check, record_id = kit.notice_ready(store, act)
    ready = documents.preview(store, act, record_id)
    row = documents.issue(store, act, ready).value
    assert re.fullmatch("[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}", ready.report_code)
    assert f"整改报告提交码：{ready.report_code}" in words_of(
        documents.printed_bytes(store, row.id)
    )
    said, _seen = issue_of(store, row.id).fields["report_code"]
    assert passcode.right(said, ready.report_code)
    bare = ready.report_code.replace("-", "")
    for (data,) in store.rows("SELECT bytes FROM op"):
        assert bare.encode() not in data
        assert ready.report_code.encode() not in data
    assert ready.report_code not in repr(ready)


def test_an_instruction_over_equipment_carries_a_code_too(store, act):
    """Both orders name findings and a day; its user hands its report in the same way."""
    enrol(store, PUBLIC)
    checked = se_kit.check(store, act, matters.LIFT_CHECK)
    kit.mark_adverse(store, act, checked.record.id, "brake", "运行时制动器有金属摩擦声")
    record = preparing.prepare_notice(store, act, checked.case.id).value
    kit.answer_by_name(store, act, record.id, registration_no="梯11鲁Q00012(19)")
    kit.sign_all(store, act, record.id)
    row = documents.issue(store, act, documents.preview(store, act, record.id)).value
    assert row.form_id == matters.INSTRUCTION
    said, _seen = issue_of(store, row.id).fields["report_code"]
    (shown,) = re.findall(
        "整改报告提交码：([A-Z0-9-]{9})", words_of(documents.printed_bytes(store, row.id))
    )
    assert passcode.right(said, shown)


def test_the_page_that_is_kept_shows_the_code_whose_hash_is_kept_also_when_drawn_anew(store, act):
    enrol(store, PUBLIC)
    _one, first_id = kit.notice_ready(store, act)
    _two, second_id = kit.notice_ready(store, act)
    old = documents.preview(store, act, second_id)
    documents.issue(store, act, documents.preview(store, act, first_id))
    row = documents.issue(store, act, old).value
    said, _seen = issue_of(store, row.id).fields["report_code"]
    words = words_of(documents.printed_bytes(store, row.id))
    (shown,) = re.findall("整改报告提交码：([A-Z0-9-]{9})", words)
    assert passcode.right(said, shown)


def test_without_a_hub_to_hand_it_in_at_no_code_is_promised(store, act):
    row, _codes = issued(store, act)
    assert "提交码" not in words_of(documents.printed_bytes(store, row.id))
    assert "report_code" not in issue_of(store, row.id).fields


def test_a_store_with_a_code_is_rebuilt_to_the_same(store, act):
    enrol(store, PUBLIC)
    row, _codes = issued(store, act)
    rebuild.rebuild(store)
    assert documents.get(store, row.id) == row
