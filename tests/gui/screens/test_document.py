"""The card of an issued document: kept pages, code, service, saving, withdrawal."""

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.screens.place import Place
from app.services import documents, service
from db.store import findings
from tests.gui.screens import papers_kit as papers
from tests.unit.app.services.kit import photo_of


@pytest.fixture(autouse=True)
def no_printer(monkeypatch, tmp_path):
    """No printing system: papers are saved."""
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "no-cups"))


def issued(run):
    """An issued notice, not served yet; gives its case and row."""

    def work(store, act):
        check, record_id = papers.kit.notice_ready(store, act)
        row = documents.issue(store, act, documents.preview(store, act, record_id)).value
        return check, row

    return papers.made(run, work)


def opened(run, qtbot, document_id):
    run.go(Place("document", document_id))
    screen = papers.drawn(run, qtbot)
    qtbot.waitUntil(lambda: screen.side.printer.known, timeout=30_000)
    run.settle()
    return screen


def test_the_card_proves_its_own_code(program, qtbot):
    _check, row = issued(program)
    screen = opened(program, qtbot, row.id)
    assert screen.side.number.text() == row.number_text
    assert "07" in screen.side.proof.text()
    assert screen.side._proof.note.text().count("-") == 2


def test_without_a_printer_the_kept_bytes_are_saved(program, qtbot, tmp_path):
    _check, row = issued(program)
    screen = opened(program, qtbot, row.id)
    assert not screen.side.print.isVisible()
    screen.side.saver.save_to(str(tmp_path / "notice.pdf"))
    qtbot.waitUntil((tmp_path / "notice.pdf").exists, timeout=30_000)
    program.settle()
    kept = documents.printed_bytes(program.reader, row.id)
    assert (tmp_path / "notice.pdf").read_bytes() == kept


@pytest.mark.skipif(os.name != "posix", reason="makes a path that cannot be written")
def test_a_folder_that_cannot_be_written_is_said(program, qtbot, tmp_path):
    _check, row = issued(program)
    screen = opened(program, qtbot, row.id)
    (tmp_path / "file").write_text("")
    screen.side.saver.save_to(str(tmp_path / "file" / "notice.pdf"))
    qtbot.waitUntil(lambda: "save-pdf" in program.window.notes._notes, timeout=30_000)
    assert program.window.notes._notes["save-pdf"].tone == "danger"


def test_service_by_post_needs_its_tracking_number(program, qtbot):
    _check, row = issued(program)
    screen = opened(program, qtbot, row.id)
    form = screen.side.service
    form.method.choose("post")
    assert not screen.side.serve.isEnabled()
    QTest.keyClicks(form.tracking, "EMS123")
    QTest.mouseClick(screen.side.serve, Qt.MouseButton.LeftButton)
    program.settle()
    served = documents.get(program.reader, row.id)
    assert served.state == "served"
    assert service.service_of(served).note == "EMS123"
    assert "EMS123" in screen.side.served.text()
    assert not form.isVisible()


def test_left_at_the_place_is_proved_by_a_photo(program, qtbot, tmp_path):
    _check, row = issued(program)
    screen = opened(program, qtbot, row.id)
    form = screen.side.service
    form.method.choose("left")
    photo = tmp_path / "door.jpg"
    photo.write_bytes(photo_of("门上"))
    form.evidence.add_files([str(photo)])
    program.settle()
    assert screen.side.serve.isEnabled()
    QTest.mouseClick(screen.side.serve, Qt.MouseButton.LeftButton)
    program.settle()
    assert len(service.service_of(documents.get(program.reader, row.id)).proof) == 1


def test_withdrawing_needs_a_reason_and_opens_what_was_ordered(program, qtbot):
    check, row = issued(program)
    screen = opened(program, qtbot, row.id)
    screen.withdraw("  ")
    program.settle()
    assert documents.get(program.reader, row.id).state == "issued"
    screen.withdraw("当事人名称写错")
    program.settle()
    assert documents.get(program.reader, row.id).state == "withdrawn"
    assert {one.state for one in findings.of_case(program.reader, check.case_id)} == {"open"}
    assert not screen.side.withdraw.isVisible()
    assert not screen.side.service.isVisible()


def test_pictures(start, qtbot):
    """Light, dark and English at 1366 by 768."""
    for name, choices in (
        ("light", {}),
        ("dark", {"theme": "dark"}),
        ("english", {"language": "en"}),
    ):
        run = start(**choices)
        _check, row = issued(run)
        opened(run, qtbot, row.id)
        picture = run.picture(f"document-{name}")
        assert (picture.width(), picture.height()) == (1366, 768)
        run.close()
