"""Issue and print: the page with its number, one deliberate act, and what follows."""

import shutil
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.screens.place import Place
from app.services import documents, records, settings, verify
from db import anchor
from db.store import numbers
from tests.faults.test_printing import Cups
from tests.gui.screens import papers_kit as papers

NUMBER = "临兰市监责改〔2026〕38号"


@pytest.fixture(autouse=True)
def no_printer(monkeypatch, tmp_path):
    """No printing system unless a test brings one."""
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "no-cups"))


@pytest.fixture(scope="module")
def cups():
    if shutil.which("cupsd", path="/usr/sbin:/usr/bin") is None or shutil.which("lp") is None:
        pytest.skip("cupsd and lp are not installed here (Debian: cups, cups-client)")
    made = Cups(Path(tempfile.mkdtemp(prefix="xj-cups-", dir="/tmp")))  # short: it holds a socket
    try:
        if not made.start():
            pytest.skip("cupsd is installed but does not start here")
        yield made
    finally:
        made.stop()


def shown(run, qtbot, record_id):
    """The screen with the page drawn and the printers known."""
    screen = run.go(Place("issue", record_id))
    qtbot.waitUntil(lambda: screen.panel.printer.known, timeout=30_000)
    qtbot.waitUntil(lambda: bool(screen.panel.checked.text()), timeout=30_000)
    run.settle()
    return screen


def ready(run, qtbot, record_id):
    screen = shown(run, qtbot, record_id)
    qtbot.waitUntil(screen.panel.issue.isEnabled, timeout=30_000)
    return screen


def press(run, qtbot, screen):
    """Press the one button, and wait for the document's card with its pages."""
    QTest.mouseClick(screen.panel.issue, Qt.MouseButton.LeftButton)
    run.settle()
    card = papers.drawn(run, qtbot)
    qtbot.waitUntil(lambda: card.side.printer.known, timeout=30_000)
    run.settle()
    return card


def document_of(run, record_id):
    return documents.of_record(run.reader, record_id)


def test_the_number_shown_is_the_number_taken(program, qtbot):
    """What the inspector looked at is what goes out, and its code proves it."""
    _check, record_id = papers.notice_ready(program)
    screen = ready(program, qtbot, record_id)
    assert screen.panel.number.text() == NUMBER
    assert numbers.peek(program.reader, "责改", 2026) == 38
    drawn = screen._ready.printed.pdf
    press(program, qtbot, screen)
    document = document_of(program, record_id)
    assert document.number_text == NUMBER
    assert drawn == documents.printed_bytes(program.reader, document.id)
    assert verify.verify(program.reader, document.qr).genuine
    assert numbers.peek(program.reader, "责改", 2026) == 39


def test_leaving_between_preview_and_issue_leaves_nothing(start, qtbot):
    """The program may end at any moment; looking takes no number."""
    run = start()
    _check, record_id = papers.notice_ready(run)
    ready(run, qtbot, record_id)
    run.close()
    again = start()
    assert numbers.peek(again.reader, "责改", 2026) == 38
    assert records.get(again.reader, record_id).state == "draft"
    assert document_of(again, record_id) is None


def test_the_service_named_beforehand_is_recorded_with_the_issue(program, qtbot):
    _check, record_id = papers.notice_ready(program)
    papers.sign(program, record_id, "party", "周堃")
    screen = ready(program, qtbot, record_id)
    assert screen.panel.service.receiver.text() == "周堃"
    press(program, qtbot, screen)
    document = document_of(program, record_id)
    assert document.state == "served"
    assert "周堃" in document.service


def test_a_way_that_is_not_proved_yet_leaves_the_document_issued(program, qtbot):
    """A tracking number exists only after the post office."""
    _check, record_id = papers.notice_ready(program)
    screen = ready(program, qtbot, record_id)
    screen.panel.service.method.choose("post")
    press(program, qtbot, screen)
    assert document_of(program, record_id).state == "issued"


def test_an_unsigned_document_is_not_issued(program, qtbot):
    _check, record_id = papers.notice_ready(program, signed=False)
    screen = shown(program, qtbot, record_id)
    assert not screen.panel.issue.isVisible()
    assert screen.panel.review.isVisible()
    QTest.mouseClick(screen.panel.review, Qt.MouseButton.LeftButton)
    assert Place("review", record_id) == program.window.place()


def test_without_numbers_it_says_what_to_do(program, qtbot):
    _check, record_id = papers.notice_ready(program)

    def give_back(store, _act):
        for block in settings.blocks(store, 2026):
            numbers.give_back(store, block.id)

    papers.made(program, give_back)
    screen = shown(program, qtbot, record_id)
    qtbot.waitUntil(lambda: screen._way is not None, timeout=30_000)
    assert not screen.panel.issue.isVisible()
    screen.paper.acted.emit()
    assert Place("settings", spot="numbers") == program.window.place()


def test_a_store_set_back_does_not_issue(program, qtbot):
    """Its numbers may be out already."""
    _check, record_id = papers.notice_ready(program)
    screen = ready(program, qtbot, record_id)
    papers.made(program, lambda store, act: anchor.write(store, program.paths.anchor))
    ahead = anchor.read(program.paths.anchor)
    behind = anchor.Anchor(ahead.stream, ahead.seq + 500, "00" * 32)
    program.paths.anchor.write_text(behind.to_text())
    qtbot.waitUntil(screen.panel.issue.isEnabled, timeout=30_000)
    QTest.mouseClick(screen.panel.issue, Qt.MouseButton.LeftButton)
    program.settle()
    assert document_of(program, record_id) is None
    assert numbers.peek(program.reader, "责改", 2026) == 38
    assert not screen.panel.issue.isVisible()


def test_each_issue_moves_the_anchor(program, qtbot):
    _check, record_id = papers.notice_ready(program)
    press(program, qtbot, ready(program, qtbot, record_id))
    program.settle()
    kept = anchor.read(program.paths.anchor)
    assert kept is not None
    assert anchor.problem(program.reader, kept) == ""


def test_pages_are_turned_and_zoomed_by_keyboard(program, qtbot):
    _check, record_id = papers.notice_ready(program)
    screen = ready(program, qtbot, record_id)
    pages = screen.paper.pages
    QTest.keyClick(pages.view, Qt.Key.Key_PageDown)
    assert pages.current == 1
    whole = pages.view.transform().m11()
    screen.zoom.choose("width")
    assert pages.view.transform().m11() > whole
    QTest.keyClick(pages.view, Qt.Key.Key_0)
    assert whole == pytest.approx(pages.view.transform().m11())


def test_a_clock_in_doubt_is_said_before_the_page_bears_its_date(program, qtbot):
    _check, record_id = papers.notice_ready(program)
    program.desk.duty.doubt_clock(True)
    screen = ready(program, qtbot, record_id)
    assert screen._bars.isVisible()
    assert screen.panel.issue.isEnabled()


def test_labels_stand_beside_the_sheet_and_are_printed_with_it(start, qtbot, cups, monkeypatch):
    """A sealed sample carries the number of the sheet it belongs to."""
    monkeypatch.setenv("CUPS_SERVER", cups.server)
    run = start(printer="Paper")
    record_id = papers.sheet_ready(run)
    screen = ready(run, qtbot, record_id)
    assert screen.paper.pages.count == screen._ready.printed.pages + 3
    run.picture("issue-sheet")
    before = set(cups.paper.iterdir())
    press(run, qtbot, screen)
    qtbot.waitUntil(lambda: len(set(cups.paper.iterdir()) - before) == 2, timeout=30_000)


def test_what_is_printed_is_what_is_kept_and_again_the_same(start, qtbot, cups, monkeypatch):
    """A reprint is the kept bytes, not a page drawn anew."""
    monkeypatch.setenv("CUPS_SERVER", cups.server)
    run = start(printer="Paper")
    _check, record_id = papers.notice_ready(run)
    before = set(cups.paper.iterdir())
    card = press(run, qtbot, ready(run, qtbot, record_id))
    document = document_of(run, record_id)
    qtbot.waitUntil(lambda: card.side.state.of(document.id) is not None, timeout=30_000)
    qtbot.waitUntil(lambda: not card.side.state.of(document.id).open, timeout=30_000)
    assert card.side.state.of(document.id).job.state == "done"
    QTest.mouseClick(card.side.print, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(set(cups.paper.iterdir()) - before) == 2, timeout=30_000)
    qtbot.waitUntil(lambda: not card.side.state.of(document.id).open, timeout=30_000)
    kept = documents.printed_bytes(run.reader, document.id)
    for sheet in set(cups.paper.iterdir()) - before:
        assert kept == sheet.read_bytes()
        assert "-copies3-" in sheet.name
    run.settle()


def test_a_failed_print_leaves_the_document_issued_and_offers_again(
    start, qtbot, cups, monkeypatch
):
    """The number is taken; only paper is missing."""
    monkeypatch.setenv("CUPS_SERVER", cups.server)
    run = start(printer="Broken")
    _check, record_id = papers.notice_ready(run)
    card = press(run, qtbot, ready(run, qtbot, record_id))
    document = document_of(run, record_id)
    qtbot.waitUntil(card.side.state.again.isVisible, timeout=30_000)
    run.picture("document-print-failed")
    assert document.number_text == NUMBER
    card.side.printer.choose("Paper")
    before = set(cups.paper.iterdir())
    QTest.mouseClick(card.side.state.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(set(cups.paper.iterdir()) - before) >= 1, timeout=30_000)


def test_pictures(start, qtbot, cups, monkeypatch):
    """Light, dark and English at 1366 by 768."""
    monkeypatch.setenv("CUPS_SERVER", cups.server)
    for name, choices in (
        ("light", {}),
        ("dark", {"theme": "dark"}),
        ("english", {"language": "en"}),
    ):
        run = start(printer="Paper", **choices)
        _check, record_id = papers.notice_ready(run)
        papers.sign(run, record_id, "party", "周堃")
        ready(run, qtbot, record_id)
        picture = run.picture(f"issue-{name}")
        assert (picture.width(), picture.height()) == (1366, 768)
        run.close()
