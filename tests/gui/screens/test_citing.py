"""Citing a finding, interviewing its unit and receipting a paper, from the screens that offer it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.screens.follow_up_acts import SettleDialog
from app.screens.place import Place
from app.services import citation, documents, follow_ups, records
from app.widgets.bars import MessageBar
from db.store import records as kept_records
from tests.gui.screens import papers_kit as papers
from tests.unit.app.services import test_citation as told
from tests.unit.app.services.test_interviews import said


def press_row(work, row_id):
    """Press the verb of a row with the keyboard."""
    work.setFocus()
    work.setCurrentIndex(work.model().place(row_id))
    QTest.keyClick(work, Qt.Key.Key_Space)


def front(kind):
    """The open dialogue of a kind."""
    return next(
        one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()
    )


def found(run, question="instruments", seen="两台台秤检定证书已过期。"):
    def work(store, act):
        check = papers.kit.start(store, act)
        papers.kit.fill_check(store, act, check.record.id)
        return check, papers.kit.mark_adverse(store, act, check.record.id, question, seen)

    return papers.made(run, work)


def cited(run):
    """An issued citation over a finding; gives its case."""

    def work(store, act):
        check = papers.kit.start(store, act)
        papers.kit.fill_check(store, act, check.record.id)
        seen = "两台台秤检定证书已过期。"
        one = papers.kit.mark_adverse(store, act, check.record.id, "instruments", seen)
        record = citation.prepare_citation(store, act, one, 300).value
        papers.kit.answer_by_name(store, act, record.id, **told.REST)
        papers.kit.sign_all(store, act, record.id)
        row = documents.issue(store, act, documents.preview(store, act, record.id)).value
        return check.case_id, row

    return papers.made(run, work)


def test_a_case_cites_its_finding_in_one_act(program):
    check, finding_id = found(program)
    screen = program.go(Place("case", check.case_id))
    press_row(screen._adds, f"spot-citation:{finding_id}")
    program.settle()
    place = program.window.place()
    assert place.screen == "fill"
    facts = said(program.reader, program.desk.duty.act(), place.id)
    assert facts["facts"] == "两台台秤检定证书已过期。"
    assert facts["pay_where"] == program.desk.duty.act().office.payment != ""


def test_what_is_no_matter_for_a_citation_is_refused_and_the_procedure_named(program):
    """No compulsory certificate: 50,000 yuan at the least."""
    check, finding_id = found(program, "ccc", "未获认证")
    screen = program.go(Place("case", check.case_id))
    press_row(screen._adds, f"spot-citation:{finding_id}")
    program.settle()
    assert program.window.place() == Place("case", check.case_id)
    bars = [bar for bar in program.window.findChildren(MessageBar) if bar.isVisible()]
    assert any("普通程序" in bar.accessibleName() for bar in bars)
    assert "50000" in "".join(bar.accessibleName() for bar in bars)
    kept = kept_records.of_case(program.reader, check.case_id)
    assert [row.form_id for row in kept] == ["spot-check"]


def test_the_filing_wants_its_place_and_leaves_the_list(program):
    case_id, _row = cited(program)
    screen = program.go(Place("case", case_id))
    duty = next(
        row for row in follow_ups.open_of_case(program.reader, case_id) if row.kind == "filing"
    )
    press_row(screen._duties.work, duty.id)
    dialog = front(SettleDialog)
    dialog._go.click()
    program.settle()
    assert dialog.isVisible()
    assert "柜号" in dialog._why._error.text()
    dialog._note.setPlainText("3柜2盒15号")
    dialog._go.click()
    program.settle()
    assert follow_ups.get(program.reader, duty.id).note == "3柜2盒15号"
    left = {row.kind for row in follow_ups.open_of_case(program.reader, case_id)}
    assert left == {"payment", "service"}, "it is still to be handed over, and the fine to be paid"


def test_the_receipt_of_a_document_is_begun_from_its_card(program, qtbot):
    _case_id, row = cited(program)
    program.go(Place("document", row.id))
    screen = papers.drawn(program, qtbot)
    screen.side.receipt.click()
    program.settle()
    place = program.window.place()
    assert records.get(program.reader, place.id).form_id == "service-receipt"
    facts = said(program.reader, program.desk.duty.act(), place.id)
    assert facts["document_number"] == row.number_text
