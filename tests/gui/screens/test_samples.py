"""A sample's card, its report, its batch and the list: what a person types, sees and takes back."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.screens.batch_dialog import MoveDialog
from app.screens.custody_dialog import HandOverDialog
from app.screens.place import Place
from app.screens.report_dialogs import JudgeDialog, ToldDialog
from app.screens.report_lines_dialog import LinesDialog
from app.screens.search import SearchPanel
from app.services import batches, custody, documents, report_import, test_reports
from app.services.changes import Changes, Result
from app.widgets.bars import MessageBar
from app.widgets.fields import LineField
from app.widgets.labelled import ErrorLine
from db.duty_rows import BatchMove
from db.store import samples as kept_samples
from db.store import test_reports as kept
from tests.gui.screens.papers_kit import made, sheet_ready
from tests.unit.app.services import results_kit
from tests.unit.app.services.results_kit import item


@pytest.fixture
def run(start):
    return start(language="en")


@pytest.fixture
def drawn(run):
    return made(run, results_kit.drawn)


def dialog(kind):
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
    return next(one for one in found if one.isVisible())


def bars(window):
    return [one for one in window.findChildren(MessageBar) if one.isVisible()]


def titles(work):
    model = work.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def said(screen):
    return [one.text() for one in screen.findChildren(ErrorLine) if one.isVisible() and one.text()]


def type_cell(screen, row, column, text):
    """Type into a cell as a person does: the first key opens it, Enter keeps it."""
    grid = screen.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.rows.index(row, column))
    QTest.keyClick(grid, Qt.Key.Key_Return)
    editor = grid.viewport().findChildren(LineField)[-1]
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.qWait(1)  # the cell is kept once the key is done with


def test_a_hand_over_is_one_dialogue_and_can_be_taken_back(run, drawn):
    screen = run.go(Place("sample", drawn[0].id))
    screen.hand_over()
    asked = dialog(HandOverDialog)
    assert asked.kind.value == "sealed"
    asked.taker.set_text("张检查员")
    asked.act.click()
    run.settle()
    assert [title.split("·")[0] for title in titles(screen._chain)] == ["Sealed"]
    screen.hand_over()
    asked = dialog(HandOverDialog)
    assert (asked.kind.value, asked.giver.text()) == ("handed", "张检查员")
    assert asked.taker.text() == results_kit.LAB
    asked.act.click()
    run.settle()
    row = kept_samples.get(run.reader, drawn[0].id)
    assert (row.state, row.holder) == ("sent", results_kit.LAB)
    screen._undo.undone.emit()
    run.settle()
    assert kept_samples.get(run.reader, drawn[0].id).state == "drawn"
    assert "Taken back" in [
        screen._chain.model().index(row, 0).data(Qt.ItemDataRole.UserRole).chip.words
        for row in range(2)
    ]


def test_a_broken_seal_is_asked_about_and_shown_in_danger_words(run, drawn):
    made(run, lambda store, act: results_kit.gone_to(store, act, drawn[0]))
    screen = run.go(Place("sample", drawn[0].id))
    assert said(screen) == []
    screen.hand_over()
    asked = dialog(HandOverDialog)
    asked.seal.set_value("broken")
    asked.act.click()
    run.settle()
    assert asked.isVisible()
    assert "seal" in asked._rows["note"]._error.text()
    asked.note.set_text("封条右下角撕裂")
    asked.act.click()
    run.settle()
    assert said(screen) == ["The seal was broken before the laboratory opened the sample."]


def test_a_line_is_corrected_with_its_reason(run, drawn):
    made(run, lambda store, act: results_kit.gone_to(store, act, drawn[0]))
    screen = run.go(Place("sample", drawn[0].id))
    line = custody.chain(run.reader, drawn[0].id).holding[1]
    screen._chain.pressed_verb.emit(line.id)
    asked = dialog(HandOverDialog)
    asked.giver.set_text("李喆")
    asked.act.click()
    run.settle()
    assert asked.isVisible()  # why is missing
    asked.note.set_text("误写姓名")
    asked.act.click()
    run.settle()
    held = custody.chain(run.reader, drawn[0].id)
    assert [one.giver for one in held.holding][1] == "李喆"
    assert len(held.lines) == 4
    assert any("a hand is missing" in words for words in said(screen))


@pytest.mark.parametrize("code", ["number", "seal_no"])
def test_scanning_a_sample_or_its_seal_opens_its_card(run, drawn, code, qtbot):
    qtbot.waitUntil(lambda: run.window.findChild(SearchPanel) is not None)
    run.window.findChild(SearchPanel).take_scan(f"XJS:{getattr(drawn[0], code)}")
    run.settle()
    assert run.window.place() == Place("sample", drawn[0].id)


def test_a_scanned_seal_opens_its_sample_and_says_whether_it_is_genuine(run, qtbot):
    record_id = sheet_ready(run)

    def issued(store, act):
        return documents.issue(store, act, documents.preview(store, act, record_id)).value

    sheet = made(run, issued)
    sample = kept_samples.of_record(run.reader, record_id)[1]
    qtbot.waitUntil(lambda: run.window.findChild(SearchPanel) is not None)
    panel = run.window.findChild(SearchPanel)
    panel.take_scan(f"XJS:{sample.seal_no} {sheet.qr}")
    run.settle()
    assert run.window.place() == Place("sample", sample.id)
    (bar,) = bars(run.window)
    assert "This seal is genuine" in bar.accessibleName()
    panel.take_scan(f"XJS:F20260101-99-1-01 {sheet.qr}")
    run.settle()
    (bar,) = bars(run.window)
    assert "This paper is genuine" in bar.accessibleName()


@pytest.fixture
def report(run, drawn):
    return made(run, lambda store, act: test_reports.begin(store, act, drawn[0].id).value)


def test_lines_are_typed_judged_at_once_and_kept(run, report):
    screen = run.go(Place("report", report.id))
    screen.number.setFocus()
    QTest.keyClicks(screen.number, "JC1")
    type_cell(screen, 0, 0, "lead")
    type_cell(screen, 0, 3, "0.10")
    type_cell(screen, 0, 6, "0.104")
    assert screen.grid.rows.index(0, 8).data() == "0.10"
    assert screen.grid.rows.index(0, 9).data() == "Conforms"
    assert screen.grid.rows.rowCount() == 2  # an empty one waits below
    type_cell(screen, 0, 6, "0.106")
    assert screen.grid.rows.index(0, 9).data() == "Fails"
    screen.leave()
    run.settle()
    (line,) = kept.items_of(run.reader, report.id)
    assert (line.name, line.upper, line.measured, line.rounded) == ("lead", "0.10", "0.106", "0.11")
    assert test_reports.get(run.reader, report.id).verdict == "fail"
    assert test_reports.get(run.reader, report.id).number == "JC1"


def test_what_was_typed_is_kept_without_leaving(run, report, qtbot):
    screen = run.go(Place("report", report.id))
    type_cell(screen, 0, 0, "lead")
    qtbot.waitUntil(lambda: len(kept.items_of(run.reader, report.id)) == 1, timeout=5000)


def test_a_judgement_of_ones_own_needs_its_reason_and_shows_both(run, report):
    made(
        run, lambda store, act: test_reports.save(store, act, report, [item(measured="0.2")]).value
    )
    screen = run.go(Place("report", report.id))
    screen.grid.setCurrentIndex(screen.grid.rows.index(0, 9))
    QTest.keyClick(screen.grid, Qt.Key.Key_Return)
    asked = dialog(JudgeDialog)
    asked.verdict.set_value("pass")
    asked.act.click()
    assert asked.isVisible()
    asked.reason.set_text("not for this model")
    asked.act.click()
    screen.leave()
    run.settle()
    shown = screen.grid.rows.chip(screen.grid.rows.index(0, 9))
    assert shown.words == "Conforms, by hand"
    assert "not for this model" in shown.tip
    assert "Fails" in shown.tip
    assert kept.items_of(run.reader, report.id)[0].verdict == "pass"


def test_a_file_is_taken_in_whole_or_not_at_all(run, report, tmp_path, qtbot):
    path = tmp_path / "lines.csv"
    path.write_text("检验项目,下限,上限,实测值\n铅,,90,92.4\n,,1,2\n镉,9,6,7\n", encoding="utf-8")
    screen = run.go(Place("report", report.id))
    screen.files.show_lines(str(path))
    asked = dialog(LinesDialog)
    qtbot.waitUntil(lambda: asked._found is not None, timeout=5000)
    assert not asked.act.isEnabled()
    assert titles(asked.list) == [
        "row 3, column 检验项目",
        "row 4, column 上限",
    ]
    asked.reject()
    path.write_text("检验项目,上限,实测值\n铅,90,92.4\n", encoding="utf-8")
    screen.files.show_lines(str(path))
    asked = dialog(LinesDialog)
    qtbot.waitUntil(lambda: asked._found is not None, timeout=5000)
    asked.act.click()
    screen.leave()
    run.settle()
    assert [row.measured for row in kept.items_of(run.reader, report.id)] == ["92.4"]


def test_the_template_can_be_filled_in_and_taken_in(run, report, tmp_path):
    path = tmp_path / "t.xlsx"
    report_import.write_template(path)
    found = report_import.preview(path, report.id)
    assert found.faults == ()
    assert [line.verdict for line in found.lines] == ["pass", "pass"]


def test_an_amount_is_read_as_the_spreadsheet_shows_it(run, report, tmp_path):
    """0.1 formatted 0.00 is the limit 0.10: its last digit decides how values are rounded."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["检验项目", "上限", "实测值"])
    book.active.append(["铅", 0.1, 0.104])
    book.active["B2"].number_format = "0.00"
    book.save(tmp_path / "n.xlsx")
    (line,) = report_import.preview(tmp_path / "n.xlsx", report.id).lines
    assert (line.item.upper, line.computed.rounded, line.verdict) == ("0.10", "0.10", "pass")


def judged(run, report, measured="0.2"):
    def work(store, act):
        named = replace(report, number="JC1", issued=act.today)
        return test_reports.save(store, act, named, [item(measured=measured)]).value

    return made(run, work)


def press(screen, words):
    from tests.gui.screens.test_overview import press as press_button

    press_button(screen, words)


def test_the_panel_leads_from_the_told_day_to_the_final_result(run, report):
    judged(run, report)
    screen = run.go(Place("report", report.id))
    press(screen.next, "The party has received it…")
    dialog(ToldDialog).act.click()
    run.settle()
    assert screen.number.isReadOnly()
    assert not screen.files.take_in.isVisible()
    run.time.now += dt.timedelta(days=23)
    screen = run.go(Place("report", report.id))
    press(screen.next, "No objection: make it final")
    run.settle()
    assert test_reports.get(run.reader, report.id).state == "final"
    press(screen.next, "Trace and recall the batch")
    run.settle()
    assert run.window.place().screen == "batch"


def test_a_notice_is_begun_with_every_line(run, report):
    judged(run, report)
    screen = run.go(Place("report", report.id))
    press(screen.next, "Notice of the test result")
    run.settle()
    assert run.window.place().screen == "fill"
    session = run.screen.paper.session
    rows = session.children("/data/lines/items")
    assert [session.node(f"{row}/item_measured").value for row in rows] == ["0.2"]


def test_a_batch_is_closed_only_when_nothing_is_missing(run, report):
    judged(run, report)
    batch = made(run, lambda store, act: batches.open_for(store, act, report).value)
    screen = run.go(Place("batch", batch.id))
    assert "It is not written down yet how many were made." in said(screen)
    screen.made.setFocus()
    QTest.keyClicks(screen.made, "10")
    QTest.keyClick(screen.made, Qt.Key.Key_Return)
    run.settle()
    assert "7辆 are not accounted for" in said(screen)
    screen.add_line()
    asked = dialog(MoveDialog)
    asked.kind.set_value("stock")
    asked.quantity.set_text("7")
    asked.act.click()
    run.settle()
    assert said(screen) == ["7辆 are neither repaired nor destroyed yet"]
    assert not screen._close.isEnabled()
    act = run.desk.duty.act()
    run.write(
        lambda store: batches.add(store, act, BatchMove("", batch.id, "destroyed", None, "7"))
    )
    screen = run.go(Place("batch", batch.id))
    assert said(screen) == []
    line = batches.traced(run.reader, batch.id).moves[-1]
    screen._moves.pressed_verb.emit(line.id)
    run.settle()
    assert not screen._close.isEnabled()
    screen._undo.undone.emit()
    run.settle()
    assert screen._close.isEnabled()
    screen._close.click()
    run.settle()
    assert batches.get(run.reader, batch.id).state == "closed"
    assert not screen._add.isVisible()


def test_a_wrong_quantity_is_said_at_its_field(run, report):
    batch = made(run, lambda store, act: batches.open_for(store, act, report).value)
    screen = run.go(Place("batch", batch.id))
    screen.made.setFocus()
    QTest.keyClicks(screen.made, "ten")
    QTest.keyClick(screen.made, Qt.Key.Key_Return)
    run.settle()
    assert "“ten”" in screen._made_row._error.text()


def test_a_change_elsewhere_is_seen(run, report):
    screen = run.go(Place("report", report.id))
    judged(run, report)
    run.jobs.write(lambda store: Result(None, Changes(frozenset({"test_report"}))))
    run.settle()
    assert screen.grid.rows.rowCount() == 2


def test_a_line_taken_away_comes_back_as_it_was(run, report):
    judged(run, report)
    screen = run.go(Place("report", report.id))
    before = kept.items_of(run.reader, report.id)
    screen.grid.setCurrentIndex(screen.grid.rows.index(0, 0))
    screen.remove.click()
    screen.keep()
    run.settle()
    assert kept.items_of(run.reader, report.id) == ()
    screen._undo.undone.emit()
    screen.keep()
    run.settle()
    (again,) = kept.items_of(run.reader, report.id)
    assert (again.name, again.measured) == (before[0].name, before[0].measured)
