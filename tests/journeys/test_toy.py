"""A nonconforming toy through the real window: draw, custody, result, order, recall, interview."""

import datetime as dt

from app.screens.place import Place
from app.screens.start_dialog import StartDialog
from app.services import batches, custody, test_reports
from app.shell import clock
from db.rows import CaseFile
from db.store import documents, findings, follow_ups, nouns, records, samples
from db.store import test_reports as kept
from tests.journeys import inspector, pages, words
from tests.journeys.hands import click, type_in

LAB = words.SHEET["lab"]
NOTICE = {"reason_kind": "nonconforming", "topics": "通报检验结果，听取企业说明。"}


def test_a_nonconforming_toy_from_the_draw_to_recall_and_interview(window, tmp_path):
    case_id = inspector.go_on(window, tmp_path, until="on-site-record")
    sheet = documents.of_case(window.reader, case_id)[0]
    sample = samples.of_record(window.reader, sheet.record_id)[0]
    _bring_to_the_laboratory(window, case_id, sample)
    report_id = _enter_the_result(window, sample)
    _tell_the_party(window, report_id)
    clock.now._start = dt.datetime(2026, 10, 9, 1, 30, tzinfo=dt.UTC)
    _nobody_objects(window, case_id, report_id)
    inspector.go_on(window, tmp_path)
    _see_the_order(window, case_id)
    _recall(window, report_id)
    _invite(window, case_id, report_id)


def _bring_to_the_laboratory(window, case_id, sample):
    """Issuing the sheet has sealed it; it goes whole into the laboratory's hands."""
    window.window.go(Place("case", case_id))
    window.at("case")._samples.opened.emit(sample.id)
    window.at("sample")
    pages.hand_over(window, "当面移交")
    pages.hand_over(window, "检验机构接收")
    held = custody.chain(window.reader, sample.id)
    assert [line.kind for line in held.holding] == ["sealed", "handed", "received"]
    assert held.whole
    assert (held.sample.state, held.sample.holder) == ("received", LAB)


def _enter_the_result(window, sample):
    """Typed as the laboratory wrote it: 0.104 is rounded onto its limit, 92.4 is not."""
    click(window.screen._result)
    screen = window.at("report")
    type_in(screen.number, "JC2026-0917")
    type_in(screen.issued.line, "2026-09-16")
    for row, cells in enumerate(
        (("可迁移元素铅", "90", "92.4"), ("邻苯二甲酸酯", "0.10", "0.104"))
    ):
        for column, text in zip((0, 3, 6), cells, strict=True):
            pages.type_cell(window, row, column, text)
    screen.keep()
    window.settle()
    report_id = window.place.id
    verdicts = [(one.rounded, one.verdict) for one in kept.items_of(window.reader, report_id)]
    assert verdicts == [("92", "fail"), ("0.10", "pass")]
    assert samples.get(window.reader, sample.id).state == "tested"
    return report_id


def _tell_the_party(window, report_id):
    """The notice is written, signed, issued and served: its service begins the fifteen days."""
    click(window.button("检验结果通知书"))
    window.at("fill")
    inspector.fill(window, None)
    inspector.review(window)
    number = pages.issue(window)
    assert "抽果" in number
    pages.serve(window, words.MANAGER)
    assert test_reports.get(window.reader, report_id).told == dt.date(2026, 9, 16)
    (row,) = follow_ups.of_owner(window.reader, report_id)
    assert (row.kind, row.due) == ("objection", dt.date(2026, 10, 8))


def _nobody_objects(window, case_id, report_id):
    window.window.go(Place("report", report_id))
    window.at("report")
    click(window.button("没有异议"))
    window.settle()
    report = test_reports.get(window.reader, report_id)
    assert report.state == "final"
    found = [one for one in findings.of_case(window.reader, case_id) if "92.4" in one.seen]
    assert [one.clock_id for one in found] == ["product-correct-60d"]


def _see_the_order(window, case_id):
    """Sixty days after the ninth of October; the re-check within seventy-five."""
    notice = next(
        one
        for one in documents.of_case(window.reader, case_id)
        if one.form_id == "rectification-notice"
    )
    assert (notice.state, notice.due) == ("served", dt.date(2026, 12, 8))
    (row,) = (one for one in follow_ups.of_case(window.reader, case_id) if one.kind == "recheck")
    assert (row.clock_id, row.due) == ("product-recheck-75d", dt.date(2026, 12, 23))


def _recall(window, report_id):
    window.window.go(Place("report", report_id))
    window.at("report")
    click(window.button("追溯召回这一批"))
    screen = window.at("batch")
    type_in(screen.made, "120")
    screen.made.left.emit()
    window.settle()
    pages.trace(window, "库存", "40")
    pages.trace(window, "已售出", "77", "临沂小商品城")
    assert not screen._close.isEnabled()
    pages.trace(window, "已召回", "70", "临沂小商品城")
    pages.trace(window, "无法召回", "7", "临沂小商品城")
    pages.trace(window, "修理改正", "109.5")
    assert not screen._close.isEnabled()
    pages.trace(window, "已销毁", "0.5")
    click(screen._close)
    window.settle()
    assert batches.get(window.reader, window.place.id).state == "closed"


def _invite(window, case_id, report_id):
    window.window.go(Place("report", report_id))
    window.at("report")
    click(window.button("约谈通知书"))
    click(window.dialog(StartDialog)._go)
    window.settle()
    window.at("fill")
    made = records.get(window.reader, window.place.id)
    assert (made.form_id, made.state) == ("interview-notice", "draft")
    begun = nouns.get(window.reader, CaseFile, made.case_id)
    assert (begun.kind, begun.origin) == ("interview", report_id)
    assert begun.id != case_id
    session = window.screen.paper.session
    assert "检验不合格" in session.node("/data/matter/reason").value
    filling = pages.Filling(window)
    filling.fill(NOTICE, {})
    filling.finish()
    inspector.review(window)
    assert "约谈" in pages.issue(window)
    (notice,) = documents.of_case(window.reader, begun.id)
    assert (notice.form_id, notice.state) == ("interview-notice", "issued")
    owed = {one.kind for one in follow_ups.of_case(window.reader, begun.id) if one.state == "open"}
    assert owed == {"service", "interview"}
