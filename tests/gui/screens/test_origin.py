"""An interview over a result is a case of its own, and each shows the way to the other."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.screens.place import Place
from app.screens.start_dialog import StartDialog
from app.services import objections, origins
from app.services.final_results import finalise
from db.rows import CaseFile
from db.store import nouns, records
from tests.gui.screens.papers_kit import made
from tests.gui.screens.test_overview import press
from tests.unit.app.services.results_kit import days_later, item, judged


def final(run):
    """A nonconforming result nobody objected to, as it stands weeks later."""

    def work(store, act):
        report = judged(store, act, item(measured="0.2"))
        told = objections.tell(store, act, report.id, act.today).value
        return finalise(store, days_later(act, 23), told.id).value.report

    report = made(run, work)
    run.time.now = days_later(run.desk.duty.act(), 23).now
    return report


def rows_of(work):
    model = work.model()
    return [model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]


def open_row(run, work, row_id):
    work.setFocus()
    work.setCurrentIndex(work.model().place(row_id))
    QTest.keyClick(work, Qt.Key.Key_Return)
    run.settle()


def test_an_interview_over_a_result_is_its_own_case_and_both_name_each_other(start):
    run = start(language="en")
    report = final(run)
    screen = run.go(Place("report", report.id))
    press(screen.next, "Invite to an interview")
    dialog = next(one for one in run.window.findChildren(StartDialog) if one.isVisible())
    run.picture("start-from-report")
    assert dialog._kind.value == "interview"
    dialog._go.click()
    run.settle()
    notice = records.get(run.reader, run.window.place().id)
    begun = nouns.get(run.reader, CaseFile, notice.case_id)
    assert (notice.form_id, begun.kind, begun.origin) == (
        "interview-notice",
        "interview",
        report.id,
    )
    assert begun.id != report.case_id
    reason = run.screen.paper.session.node("/data/matter/reason").value
    assert "检验不合格" in reason

    screen = run.go(Place("case", begun.id))
    run.picture("case-with-origin")
    (row,) = rows_of(screen.origin.work)
    assert "JC2026-0917" in row.title
    open_row(run, screen.origin.work, row.id)
    assert run.window.place() == Place("report", report.id)
    press(run.screen.next, "Open the interview")
    assert run.window.place() == Place("case", begun.id)
    screen = run.go(Place("case", report.case_id))
    run.picture("case-begun-from")
    assert [one.id for one in rows_of(screen.origin.work)] == [begun.id]
    open_row(run, screen.origin.work, begun.id)
    assert run.window.place() == Place("case", begun.id)


def test_a_case_begun_by_itself_has_no_such_card(program):
    started = program.check()
    screen = program.go(Place("case", started.case.id))
    assert screen.origin.isHidden()
    assert origins.bonds(program.reader, started.case) == origins.Bonds(None, ())
