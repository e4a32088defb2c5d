"""Findings of a paper, through the real window: law, deadline, photos, and what is kept."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.services import attachments
from tests.gui.screens.fill_kit import LABELS, SEEN, begun, fail, kept_findings
from tests.unit.app.services.kit import photo_of


def test_a_bad_item_unfolds_with_law_measure_and_counted_deadline(program):
    screen = begun(program)
    editor = fail(program, screen)
    assert editor.form.isVisible()
    assert "第二十七条" in editor.quotation().title
    assert editor.form.measure.value == "correct-by"
    assert editor.form.due.value == "2026-10-08"
    hint = editor.form._hint.text()
    assert "依据《" in hint
    assert "存疑" not in hint
    program.desk.duty.doubt_clock(True)
    editor.show_finding()
    assert editor.form._hint.text() == f"{hint}；时钟存疑，请核对起算日"
    program.picture("finding-clock-in-doubt")
    program.settle()
    (row,) = kept_findings(program, screen.paper.id) or (None,)
    assert row is None or row.path == LABELS
    screen.paper.save()
    program.settle()
    (row,) = kept_findings(program, screen.paper.id)
    assert (row.path, row.law_key) == (LABELS, "product-quality-law:27")
    assert row.due == dt.date(2026, 10, 8)


def test_what_was_written_in_a_finding_stays_when_the_item_is_toggled(program):
    screen = begun(program)
    editor = fail(program, screen)
    editor.form.seen.insertPlainText(SEEN)
    verdict = screen.page.widgets[LABELS].card.verdict
    verdict.choose("ok")
    assert not editor.form.isVisible()
    verdict.choose("no")
    assert editor.form.isVisible()
    assert editor.form.seen.text() == SEEN
    screen.leave()
    program.settle()
    (row,) = kept_findings(program, screen.paper.id)
    assert row.seen == SEEN


def test_a_finding_is_let_go_when_its_section_is_left_and_comes_back_with_its_text(program):
    screen = begun(program)
    editor = fail(program, screen)
    editor.form.seen.insertPlainText(SEEN)
    screen.paper.save()
    program.settle()
    screen.page.widgets[LABELS].card.verdict.choose("ok")
    screen.turn(1)
    program.settle()
    assert kept_findings(program, screen.paper.id) == ()
    editor = fail(program, screen)
    screen.paper.save()
    program.settle()
    assert editor.form.seen.text() == SEEN


def test_a_finding_in_english_is_still_written_in_the_language_of_the_paper(start):
    program = start(language="en")
    screen = begun(program)
    fail(program, screen)
    screen.leave()
    program.settle()
    (row,) = kept_findings(program, screen.paper.id)
    assert row.item.startswith("产品标识齐全真实")


def test_a_deadline_in_the_past_is_refused_beside_its_field_and_the_rest_stays(program):
    screen = begun(program)
    editor = fail(program, screen)
    editor.form.seen.insertPlainText(SEEN)
    editor.form.due.line.selectAll()
    QTest.keyClicks(editor.form.due.line, "2026-09-01")
    assert "2026-09-01" in editor.form._errors["due"].text()
    screen.leave()
    program.settle()
    (row,) = kept_findings(program, screen.paper.id)
    assert (row.seen, row.due) == (SEEN, dt.date(2026, 10, 8))


def test_another_article_is_searched_and_taken(program):
    screen = begun(program)
    editor = fail(program, screen)
    editor.choose_law()
    chooser = editor._chooser
    chooser.search("不合格品 隔离")
    chooser.search("标准化")
    assert chooser.take.isEnabled()
    QTest.keyClick(chooser.line, Qt.Key.Key_Return)
    program.settle()
    screen.leave()
    program.settle()
    (row,) = kept_findings(program, screen.paper.id)
    assert "标准化" in row.law


def test_a_photo_is_kept_with_its_finding_and_can_be_put_back(program, tmp_path):
    screen = begun(program)
    editor = fail(program, screen)
    file = tmp_path / "label.jpg"
    file.write_bytes(photo_of("车身未见标识"))
    editor.photos.add_files((str(file),))
    program.settle()
    (row,) = kept_findings(program, screen.paper.id)
    (photo,) = attachments.of_owner(program.reader, "finding", row.id)
    editor.photos.remove(photo.id)
    program.settle()
    assert attachments.of_owner(program.reader, "finding", row.id) == ()
    screen.undo_bar.undone.emit()
    program.settle()
    (again,) = attachments.of_owner(program.reader, "finding", row.id)
    assert again.sha256 == photo.sha256


def test_a_photo_of_three_gigabytes_is_refused_before_it_is_read(program, tmp_path):
    screen = begun(program)
    editor = fail(program, screen)
    editor.form.seen.insertPlainText(SEEN)
    file = tmp_path / "huge.jpg"
    with file.open("wb") as sparse:
        sparse.truncate(3 * 1024**3)
    editor.photos.add_files((str(file),))
    program.settle()
    assert "photo-too-large" in program.window.notes._notes
    (row,) = kept_findings(program, screen.paper.id)
    assert attachments.of_owner(program.reader, "finding", row.id) == ()
    assert editor.form.seen.text() == SEEN


def test_a_picture_in_the_clipboard_is_pasted_into_the_finding(program):
    screen = begun(program)
    editor = fail(program, screen)
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    QApplication.clipboard().setImage(image)
    QTest.keyClick(editor.form.seen, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    program.settle()
    (row,) = kept_findings(program, screen.paper.id)
    (photo,) = attachments.of_owner(program.reader, "finding", row.id)
    assert photo.mime == "image/png"


@pytest.mark.qt_log_ignore("^Couldn't (load|resolve) ")  # video libraries of the machine
def test_without_a_camera_the_program_says_so_and_offers_a_file(program):
    screen = begun(program)
    editor = fail(program, screen)
    editor.form.photos.camera.click()
    assert "no-camera" in program.window.notes._notes
