"""The whole story at service height: what the window will do, without a window."""

import json

from app.services import (
    cases,
    demo_play,
    documents,
    finishing,
    papers,
    records,
    sampling,
    settings,
    today,
    verify,
)
from db.audit import audit
from db.rows import Finding
from db.store import nouns
from forms.paper.raster import page_image, page_text
from forms.paper.readcode import read
from tests.unit.app.services import kit


def test_the_story_ends_with_a_notice_its_code_proves(store, act, tmp_path):
    """From arrival to the printed notice: number, date, remedies, findings, code."""
    before = settings.numbers_left(store, "责改", 2026).left
    told = demo_play.play(store, act, tmp_path / "out")

    assert told.verdict.code == "genuine"
    assert told.notice.number_text == "临兰市监责改〔2026〕38号"
    assert before - 1 == settings.numbers_left(store, "责改", 2026).left
    assert told.notice.state == "served"
    flat = page_text(told.files[-1].read_bytes()).replace("\n", "").replace("\r", "")
    for words in (
        "责令改正通知书",
        "临兰市监责改〔2026〕38号",
        "向临沂市兰山区人民政府申请行政复议",
        "向临沂市兰山区人民法院提起行政诉讼",
        "于2026年10月8日前改正",
        "《产品质量法》第二十七条",
        "赵𬭚",
    ):
        assert words in flat, words


def test_the_findings_hang_on_the_notice_with_its_date(store, act, tmp_path):
    """Fifteen days from 16 September end on National Day and move to 8 October."""
    told = demo_play.play(store, act, tmp_path / "out")
    ordered = nouns.page(store, Finding, documents.orders_of(told.notice))
    assert [("ordered", told.notice.id, "2026-10-08")] * 2 == [
        (finding.state, finding.document_id, str(finding.due)) for finding in ordered
    ]


def test_the_code_is_read_back_from_the_rendered_page(store, act, tmp_path):
    """What a phone sees on paper is what the store can verify."""
    told = demo_play.play(store, act, tmp_path / "out")
    pdf = documents.printed_bytes(store, told.notice.id)
    pages = [page_image(pdf, number, 1600) for number in range(2)]
    texts = [text for width, height, rgb in pages for text in read(rgb, width, height)]
    assert told.notice.qr in texts
    assert verify.verify(store, told.notice.qr).genuine


def test_a_reprint_is_the_kept_bytes(store, act, tmp_path):
    """A reprint a year later is byte for byte the page that was issued."""
    told = demo_play.play(store, act, tmp_path / "out")
    assert told.files[-1].read_bytes() == documents.printed_bytes(store, told.notice.id)
    assert told.files[0].read_bytes() == finishing.kept_pages(store, told.check_id)


def test_the_draw_can_be_redone_from_the_printed_seed(store, act, tmp_path):
    told = demo_play.play(store, act, tmp_path / "out")
    drawn = sampling.drawn(store, told.sampling_id)
    assert drawn is not None
    assert sampling.redo(drawn, 120)
    assert not sampling.redo(drawn, 121)
    sheet = "".join(json.loads(told.sampling_document.content)["answers"].values())
    assert drawn.seed in sheet


def test_labels_carry_the_number_of_the_sheet(store, act, tmp_path):
    """One label a sample, each naming the sheet it belongs to."""
    told = demo_play.play(store, act, tmp_path / "out")
    labels = papers.labels(store, act, records.open_record(store, act, told.sampling_id))
    assert labels.pages == 3
    assert told.sampling_document.number_text in page_text(labels.pdf)


def test_the_next_step_leads_through_the_case(store, act):
    """The case always says what to do next."""
    check = kit.start(store, act)
    steps = [cases.folder(store, act, check.case_id).step.code]
    kit.fill_check(store, act, check.record.id)
    steps.append(cases.folder(store, act, check.case_id).step.code)
    kit.sign_all(store, act, check.record.id)
    steps.append(cases.folder(store, act, check.case_id).step.code)
    finishing.finish(store, act, check.record.id)
    steps.append(cases.folder(store, act, check.case_id).step.code)
    assert steps == ["fill", "sign", "finish", "close"]
    assert cases.close(store, act, check.case_id).value.state == "closed"


def test_today_has_overdue_due_and_coming_work(store, act):
    """The demonstration bureau always has something to do today."""
    board = today.board(store, act)
    assert board.overdue
    assert board.today
    assert board.week
    assert len(board.drafts) == 3
    assert all(task.days < 0 for task in board.overdue)
    assert sorted(task.due for task in board.overdue) == [task.due for task in board.overdue]
    assert board.header.campaign_day == 16


def test_the_audit_finds_nothing_wrong_after_the_story(store, act, tmp_path):
    """Journal, tables, pages, numbers and signatures of seeding and story all agree."""
    demo_play.play(store, act, tmp_path / "out")
    store.flush_journal()
    report = audit(store.folder, kit.KEY, public_key=act.seal.public)
    assert report.breaks == ()
    assert report.documents > 20


def test_samples_on_their_way_are_asked_for(store, act):
    """A result that is late shows up today."""
    board = today.board(store, act)
    tasks = [task for task in (*board.overdue, *board.today, *board.week) if task.kind == "sample"]
    assert {"chase"} == {task.action for task in tasks}
    assert any(task.days < 0 for task in tasks)
