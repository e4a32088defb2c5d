"""From a finding to its on-the-spot citation in one step: where it is filled in, and on 整改."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.screens.place import Place
from app.services import documents, preparing, records
from tests.gui.screens import papers_kit as papers
from tests.gui.screens.fill_kit import begun, fail
from tests.unit.app.services.test_interviews import said

INSTRUMENTS = "instruments"
SEEN = "两台台秤检定证书已过期。"


def failed(program, screen, question):
    """Mark an item bad and keep its finding; gives the editor."""
    ref = records.path_of(screen.paper.session.form, question)
    editor = fail(program, screen, ref)
    editor.form.seen.insertPlainText(SEEN)
    screen.paper.save()
    program.settle()
    return editor


def test_the_button_below_a_finding_keeps_what_was_typed_and_begins_the_citation(program):
    screen = begun(program)
    editor = failed(program, screen, INSTRUMENTS)
    assert "简易程序" in editor.form._penalty.text()
    program.picture("fill-cite")
    editor.form.seen.insertPlainText("现场仍在使用。")
    editor.form.cite.setFocus()
    QTest.keyClick(editor.form.cite, Qt.Key.Key_Space)
    program.settle()
    place = program.window.place()
    assert records.get(program.reader, place.id).form_id == "spot-citation"
    told = said(program.reader, program.desk.duty.act(), place.id)
    assert told["facts"] == f"{SEEN}现场仍在使用。"
    assert told["penalty_basis"].endswith("第四十三条")


@pytest.mark.parametrize(
    ("question", "words"),
    [("ccc", "普通程序"), ("segregation", "没有对应罚则")],
)
def test_another_procedure_is_named_and_no_button_stands_there(program, question, words):
    screen = begun(program)
    editor = failed(program, screen, question)
    assert words in editor.form._penalty.text()
    assert editor.form._penalty.isVisible()
    assert not editor.form.cite.isVisible()


def test_another_article_changes_the_procedure_at_once(program):
    screen = begun(program)
    editor = failed(program, screen, INSTRUMENTS)
    assert editor.form.cite.isVisible()
    editor._take_law("certification-regulation:27")
    assert not editor.form.cite.isVisible()
    assert "普通程序" in editor.form._penalty.text()


def test_an_ordered_finding_is_cited_from_the_rectification(program):
    """Its notice was issued, so it stands on the board; the citation goes beside the order."""

    def work(store, act):
        check = papers.kit.start(store, act)
        papers.kit.fill_check(store, act, check.record.id)
        one = papers.kit.mark_adverse(store, act, check.record.id, INSTRUMENTS, SEEN)
        notice = preparing.prepare_notice(store, act, check.case_id).value
        papers.kit.sign_all(store, act, notice.id)
        documents.issue(store, act, documents.preview(store, act, notice.id))
        return one

    finding_id = papers.made(program, work)
    screen = program.go(Place("rectify", finding_id))
    program.picture("rectify-cite")
    button = screen._detail._acts["cite"]
    assert button.isVisible()
    button.click()
    program.settle()
    place = program.window.place()
    assert records.get(program.reader, place.id).form_id == "spot-citation"
