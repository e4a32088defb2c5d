"""What left for another jurisdiction and what came from one, through the real window."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from app.screens.case_recognised import RecognisedDialog
from app.screens.place import Place
from app.services import cases
from app.services.matters import SAMPLING, SPOT_CHECK
from app.widgets.labels import Label
from db import blobs
from db.duty_rows import TestItem, TestReport
from db.journal.ids import new_id
from db.rows import Document, Record, Sample
from db.store import documents, findings, nouns, packages
from hub import moving
from hub.authoring import Author
from hub.blobs import key_of
from hub.moving import Move
from hub.seal import Seal
from hub.sql import hubs
from hub.storage import Storage
from tests.gui.screens.hub_kit import join
from tests.gui.screens.test_samples import dialog, press
from tests.hub import kit
from tests.hub.test_round import Laptop, a_code
from tests.store_kit import begin, document_of

BESIDE = "3714"
PATIENCE = 60_000


@pytest.fixture
def joined(program, bureau):
    """The program at one bureau of the hub; there is another beside it."""
    join(program, bureau)
    bureau.ask(lambda db: hubs.add_scope(db, BESIDE, None, "德原市市场监督管理局", kit.NOW))
    return program


def once(run, qtbot):
    """One whole round."""
    run.desk.sync.begin()
    qtbot.waitUntil(lambda: not run.desk.sync.state.phase, timeout=PATIENCE)
    run.settle()


def hand(bureau, number, way, storage):
    def work(db):
        author = Author(hubs.hub(db)[0], Seal(bytes(range(32))), "who-admin", kit.NOW)
        moving.move(db, storage, author, number, Move(*way, "who-admin", "注册地在德城区"))

    bureau.ask(work)


def stored(run):
    """A storage with every file of the program, as its hub has them."""
    made = Storage("memory:///")
    for name in blobs.names(run.reader.folder):
        data = blobs.get(run.reader.folder, run.reader.key, name)
        made.create(key_of(kit.SCOPE, name), data)
    return made


def shown(run):
    """Everything the screen says."""
    return " ".join(label.text() for label in run.screen.findChildren(Label))


def test_a_record_that_left_can_be_read_and_says_where_it_went(joined, bureau, qtbot):
    once(joined, qtbot)
    paper = next(
        one
        for one in nouns.many(joined.reader, Document, "WHERE 1 = ? ORDER BY id", (1,))
        if one.record_id and one.state in {"issued", "served"}
    )
    hand(bureau, paper.number_text, (kit.SCOPE, BESIDE, False), stored(joined))
    once(joined, qtbot)
    assert nouns.get(joined.reader, Record, paper.record_id).state == "moved"
    screen = joined.go(Place("sync"))
    qtbot.waitUntil(screen._handed.isVisible, timeout=PATIENCE)
    assert "已移交德原市市场监督管理局" in shown(joined)
    assert "注册地在德城区" in shown(joined)
    joined.picture("sync-handed")
    screen = joined.go(Place("fill", paper.record_id))
    assert screen.paper.readonly
    assert "已移交德原市市场监督管理局" in shown(joined)
    joined.picture("fill-handed")


def test_a_result_that_was_recognised_keeps_its_origin(
    joined, bureau, qtbot, tmp_path, monkeypatch
):
    other = Laptop(tmp_path, "beside", bureau.address)
    with monkeypatch.context() as patch:
        patch.setattr(kit, "SCOPE", BESIDE)
        other.enrol(bureau.ask(lambda db: a_code(db, "wang")))
    begun = begin(other.store)
    report = a_report(joined, other, begun)
    paper = document_of(other.store, begun)
    documents.issue(other.store, paper)
    other.round()
    hand(bureau, paper.number_text, (BESIDE, kit.SCOPE, True), Storage("memory:///"))
    once(joined, qtbot)
    assert nouns.get(joined.reader, Document, paper.id).number_text == paper.number_text
    screen = joined.go(Place("sync"))
    qtbot.waitUntil(screen._handed.isVisible, timeout=PATIENCE)
    assert "互认：德原市市场监督管理局的结果" in shown(joined)
    other.close()
    joined.go(Place("report", report.id))
    assert "德原市市场监督管理局" in shown(joined)
    assert joined.screen.number.isReadOnly()
    joined.picture("report-recognised")
    sample = joined.go(Place("sample", report.sample_id))
    assert "互认：德原市市场监督管理局" in row_of(sample._reports).second
    case = next(one for one in cases.page(joined.reader) if one.case.kind == SPOT_CHECK).case
    screen = joined.go(Place("case", case.id))
    press(screen.recognised, "采用互认结果…")
    asked = dialog(RecognisedDialog)
    asked.act.click()
    assert "请选择" in shown(joined) + " ".join(one.text() for one in asked.findChildren(Label))
    asked.which.chosen.emit(report.id)
    joined.picture("recognised-dialog", asked)
    asked.act.click()
    joined.settle()
    row = row_of(screen.recognised.work)
    assert (row.title, row.verb) == ("DY2026-0033·儿童三轮车 D-7", "列为问题")
    assert "互认：德原市市场监督管理局" in row.second
    joined.picture("case-recognised")
    screen.recognised.work.pressed_verb.emit(row.id)
    joined.settle()
    assert row_of(screen.recognised.work).verb == "", "begun once"
    assert any("结果互认" in one.seen for one in findings.of_case(joined.reader, case.id))
    joined.picture("case-recognised-finding")


def row_of(work):
    """The first row of a list."""
    return work.model().index(0, 0).data(Qt.ItemDataRole.UserRole)


def a_report(run, other, begun):
    """A final nonconforming result of the other bureau, on a sheet whose form is read here."""
    package = packages.newest(run.reader, SAMPLING)
    nouns.edit(other.store, Record, begun.record.id, form_id=SAMPLING, form_hash=package.hash)
    whose = (begun.case.id, begun.enterprise.id, begun.record.id)
    day = dt.date(2026, 9, 1)
    report = TestReport(
        new_id(),
        *whose,
        "sample-of-other",
        number="DY2026-0033",
        laboratory="德原市产品质量检验所",
        issued=day,
        received=day,
        told=day,
        verdict="fail",
        state="final",
    )
    line = TestItem(
        "i", report.id, name="甲醛", upper="75", measured="120", unit="mg/kg", verdict="fail"
    )
    sample = Sample("sample-of-other", whose[2], whose[0], "儿童三轮车", lot="D-7", number="样-1")
    nouns.save(other.store, sample, report, line)
    return report
