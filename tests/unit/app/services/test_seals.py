"""The seal of a sample: printed, read by a real reader, and opened by what was read."""

import pytest

from app.services import documents, pages, search, verify
from app.services.scancodes import shape
from db.store import samples
from forms.paper import raster, readcode
from tests.unit.app.services import kit
from tests.unit.app.services.test_plates import NotClosed

THERMAL, OFFICE = 639, 945
"""Pixels across 80 mm: 203 and 300 dots an inch."""


@pytest.fixture
def sheet(store, act):
    """A sampling sheet of three samples, issued."""
    check = kit.start(store, act)
    record_id = kit.drawn_sheet(store, act, check.case_id)
    kit.sign_all(store, act, record_id)
    return documents.issue(store, act, documents.preview(store, act, record_id)).value


def seals(store, act, sheet, wide=OFFICE):
    """What a reader sees on each label."""
    labels = pages.of_document(lambda: NotClosed(store), act, sheet.id).labels
    for page in range(len(labels.pictures)):
        across, down, rgb = raster.page_image(labels.pdf, page, wide)
        yield readcode.read(rgb, across, down)


@pytest.mark.parametrize("wide", [THERMAL, OFFICE])
def test_each_seal_opens_the_sample_it_seals_and_proves_its_sheet(store, act, sheet, wide):
    drawn = samples.of_record(store, sheet.record_id)
    read = list(seals(store, act, sheet, wide))
    assert len(read) == len(drawn) == 3
    for (text,), sample in zip(read, drawn, strict=True):
        assert text == f"XJS:{sample.seal_no} {sheet.qr}"
        found = search.understand(store, text)
        assert (found.rec_type, found.rec_id, found.key) == ("sample", sample.id, sample.seal_no)
        told = verify.seal(store, found.proof, found.rec_id)
        assert (told.code, told.document.id) == ("genuine", sheet.id)


def test_a_seal_with_the_proof_of_another_sheet_is_not_taken_for_genuine(store, act, sheet):
    """A number copied beside a proof that was at hand."""
    other = kit.drawn_sheet(store, act, sheet.case_id)
    sample = samples.of_record(store, other)[0]
    found = search.understand(store, f"XJS:{sample.seal_no} {sheet.qr}")
    assert found.rec_id == sample.id
    assert verify.seal(store, found.proof, sample.id).code == "other-sheet"
    bad = found.proof[:-1] + ("0" if found.proof[-1] != "0" else "1")
    assert verify.seal(store, bad, sample.id).code == "forged"


def test_a_seal_of_nobody_here_still_says_its_proof(store, sheet):
    found = search.understand(store, f"XJS:F20260101-99-1-01 {sheet.qr}")
    assert (found.kind, found.rec_id, found.proof) == ("sample", "", sheet.qr)
    assert search.understand(store, found.proof).rec_id == sheet.id


@pytest.mark.parametrize("text", ["XJS:F1", "XJS:F1 ", "XJS:F1 XJ2:x"])
def test_what_is_no_proof_is_none(text):
    assert shape(text).proof == ""
