"""What the code of an issued paper says: the hub's public address with the proof, or the proof."""

import pytest

from app.services import documents, enrolling, pages, search, verify
from app.services.enrolling import Enrolment
from forms.paper import link
from forms.paper.readcode import read
from tests.unit.app.services import kit

PUBLIC = "https://zhijian.dongyuan.gov.cn"


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
