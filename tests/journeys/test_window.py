"""The whole story through the real window: keys, mouse, a pad to sign on, and a page to prove."""

import datetime as dt
import json
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from app.services import documents as papers
from app.services import settings, signing, sites, verify
from app.services.records import open_record
from app.shell.vault import Vault
from db.audit import audit
from db.store import documents, findings, records, samples
from forms.paper.raster import page_text
from tests.faults.test_printing import Cups
from tests.journeys import inspector, pages, paper, words

USCC = "91371302MA0DEM013G"


@pytest.fixture(scope="module")
def cups():
    """A real CUPS server, where it is installed; else None and papers are saved as PDF."""
    if shutil.which("cupsd", path="/usr/sbin:/usr/bin") is None or shutil.which("lp") is None:
        yield None
        return
    made = Cups(Path(tempfile.mkdtemp(prefix="xj-cups-", dir="/tmp")))  # short: it holds a socket
    try:
        yield made if made.start() else None
    finally:
        made.stop()


@pytest.fixture
def printing(cups, home, monkeypatch):
    if cups is not None:
        monkeypatch.setenv("CUPS_SERVER", cups.server)
    return cups


@pytest.mark.parametrize("text", ["小白羊", "白羊", USCC, USCC.lower()])
def test_the_enterprise_is_found_by_what_is_at_hand(window, text):
    """Part of the name or the credit code, in the one box over everything."""
    pages.search_for(window, text)
    assert words.ENTERPRISE in sites.get(window.reader, window.place.id).name


def test_the_enterprise_is_found_by_its_licence_under_a_hand_scanner(window):
    """The code on a licence is a link with the credit code in it."""
    window.come_to_front()
    pages.scan(window, f"http://www.gsxt.gov.cn/?uniscid={USCC}")
    assert sites.get(window.reader, window.place.id).uscc == USCC


def test_the_story_from_arrival_to_the_notice(printing, qapp, qtbot, home, tmp_path):
    """Arrival, checklist, findings, samples, signatures, records, the notice, and its proof."""
    window = pages.Window(qapp, home)
    before = settings.numbers_left(window.reader, "责改", 2026)
    steps = []
    case_id = inspector.go_on(window, tmp_path, steps.append)
    assert [(step.code, step.form_id) for step in steps] == [
        ("fill", "spot-check"),
        ("add", "sampling-sheet"),
        ("issue", "sampling-sheet"),
        ("add", "on-site-record"),
        ("add", "rectification-notice"),
        ("issue", "rectification-notice"),
        ("serve", "rectification-notice"),
        ("follow", ""),
    ]
    sheet, notice = documents.of_case(window.reader, case_id)
    _see_the_findings(window, case_id, notice)
    _see_the_samples(window, sheet)
    _see_the_signatures(window, case_id)
    _see_the_notice(window, notice, before)
    if printing is None:
        saved = tmp_path / "notice.pdf"
        pages.save_pdf(window, saved)
        printed = saved.read_bytes()
    else:
        pages.wait_until(lambda: len(list(printing.paper.iterdir())) >= 3, "the printer")
        printed = papers.printed_bytes(window.reader, notice.id)
    assert printed == papers.printed_bytes(window.reader, notice.id)
    _see_the_code(window, printed, notice)
    window.close()
    keys = Vault(home / "keys", None).open()
    assert audit(home / "store", keys.store_key).breaks == ()


def _see_the_findings(window, case_id, notice):
    """Two, with what was seen, a captioned photo, an article, and the notice's own date."""
    found = findings.of_case(window.reader, case_id)
    assert {one.seen for one in found} == {seen for _question, seen in words.ADVERSE}
    for one in found:
        (photo,) = inspector.photos_of(window, one.id)
        assert photo.caption
        assert photo.size > 10_000
        assert "《" in one.law
        assert (one.state, one.document_id, one.due) == ("ordered", notice.id, notice.due)


def _see_the_samples(window, sheet):
    drawn = samples.of_record(window.reader, sheet.record_id)
    assert [one.role for one in drawn] == ["test", "test", "spare"]
    assert len({one.seal_no for one in drawn}) == 3
    assert "〔2026〕" in sheet.number_text


def _see_the_signatures(window, case_id):
    """Both inspectors and the plant manager, with strokes, on every record and document."""
    act = window.desk.duty.act()
    for record in records.of_case(window.reader, case_id):
        assert record.state in {"finished", "issued"}
        places = signing.slots(window.reader, open_record(window.reader, act, record.id))
        made = {one.slot: one.signature for one in places if one.required}
        assert made
        for signature in made.values():
            assert signature.state == "signed"
            assert json.loads(signature.strokes)
            assert signature.png_sha


def _see_the_notice(window, notice, before):
    assert notice.state == "served"
    assert notice.number == before.next
    assert settings.numbers_left(window.reader, "责改", 2026).left == before.left - 1
    assert notice.due == dt.date(2026, 10, 8)
    pdf = papers.printed_bytes(window.reader, notice.id)
    flat = page_text(pdf).replace("\n", "").replace("\r", "")
    for part in (
        notice.number_text,
        "2026年10月8日",
        "人民政府申请行政复议",
        "人民法院提起行政诉讼",
        "六十日",
        "六个月",
    ):
        assert part in flat, part


def _see_the_code(window, pdf, notice):
    """Read back from the page: plain, sealed in red, and sealed, askew and blurred."""
    shown = next(page for page in paper.pages(pdf, 2) if paper.codes(page))
    for picture in (shown, paper.sealed(shown), paper.worn(shown)):
        (text,) = paper.codes(picture)
        assert text == notice.qr
        verdict = verify.verify(window.reader, text)
        assert verdict.code == "genuine"
        assert verdict.number_text == notice.number_text


def test_the_story_in_english_and_dark(qapp, qtbot, home, tmp_path, monkeypatch):
    """The same hands, the other language."""
    if not os.environ.get("XUNJIAN_SOAK"):
        pytest.skip("XUNJIAN_SOAK=1 plays the story in English as well")
    window = pages.Window(qapp, home, language="en", theme="dark")
    case_id = inspector.go_on(window, tmp_path)
    assert len(documents.of_case(window.reader, case_id)) == 2
    window.close()
