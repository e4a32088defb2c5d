"""The whole story at service height: what the window will do, without a window."""

import datetime as dt
import json

from app.services import (
    cases,
    clocks,
    demo,
    demo_play,
    documents,
    findings,
    finishing,
    matters,
    papers,
    preparing,
    records,
    rectifying,
    sampling,
    service,
    settings,
    today,
    verify,
)
from app.services.context import CHINA, Acting, DeviceSeal, Office, Who
from db.audit import audit
from db.connection import create_store
from db.rows import Attachment, Document, Finding, Record, Signature
from db.store import nouns
from forms.paper.raster import page_image, page_text
from forms.paper.readcode import read
from tests.unit.app.services import kit
from tests.unit.app.services.told import SITE


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
        "《中华人民共和国产品质量法》第二十七条",
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
    assert sampling.redo(drawn, 320)
    assert not sampling.redo(drawn, 321)
    sheet = "".join(json.loads(told.sampling_document.content)["answers"].values())
    assert drawn.seed in sheet


def test_labels_carry_the_number_of_the_sheet(store, act, tmp_path):
    """One label a sample, each naming the sheet it belongs to."""
    told = demo_play.play(store, act, tmp_path / "out")
    labels = papers.labels(store, act, records.open_record(store, act, told.sampling_id))
    assert labels.pages == 3
    assert told.sampling_document.number_text in page_text(labels.pdf)


def test_nothing_of_the_story_lies_in_the_future(store, act, tmp_path):
    """It ends now: hours in papers, photos and signatures are those of the last two hours."""
    before = {row.id for row in nouns.many(store, Attachment, "")}
    told = demo_play.play(store, act, tmp_path / "out")
    first = act.now - dt.timedelta(hours=2)
    rows = [
        *(row.taken for row in nouns.many(store, Attachment, "") if row.id not in before),
        *(row.at for row in nouns.many(store, Signature, "WHERE record_id = ?", (told.check_id,))),
    ]
    assert len(rows) >= 7
    assert all(first < when <= act.now for when in rows)
    for record_id in (told.check_id, told.site_record_id):
        opened = records.open_record(store, act, record_id)
        hours = [
            dt.datetime.fromisoformat(records.answered(opened, name))
            for name in ("time_from", "time_to")
        ]
        assert first < hours[0] < hours[1] <= act.now


def test_the_past_lies_in_the_past_however_early_it_is(tmp_path):
    """A bureau set up just after midnight has no draft of this morning yet to come."""
    early = dt.datetime(2026, 9, 15, 16, 10, tzinfo=dt.UTC)
    opened = create_store(tmp_path / "early", kit.KEY, ballast_bytes=0)
    try:
        demo.seed(opened, Acting(Who("", "", ""), Office(), early, DeviceSeal(kit.KEY)))
        assert all(row.created < early for row in nouns.many(opened, Record, ""))
        assert all(row.at < early for row in nouns.many(opened, Signature, ""))
    finally:
        opened.close()


def test_a_draft_of_the_demonstration_has_findings_to_show(store, act):
    """Whoever opens the drafts sees an adverse item with its law and its date."""
    found = [findings.of_record(store, draft.id) for draft in records.drafts(store)]
    rows = next(rows for rows in found if rows)
    assert len(rows) == 2
    assert all(row.seen and row.law_key and row.due > act.today for row in rows)


def test_deadlines_of_the_law_are_counted_not_written_down(store, act):
    """Sixty days from the order to correct a failed product (令18 art. 48)."""
    rows = nouns.many(store, Finding, "WHERE clock_id = 'product-correct-60d'")
    assert len(rows) == 3  # two ordered after a check, one a laboratory's final result opened
    for row in rows:
        day = row.created.astimezone(CHINA).date()
        assert row.due == clocks.explain(store, row.clock_id, day).due


def test_every_notice_of_the_past_orders_by_a_day(store):
    """A 责令限期改正 without its day is no order."""
    notices = nouns.many(store, Document, "WHERE form_id = 'rectification-notice'")
    assert len(notices) == 14
    assert all(row.due is not None for row in notices)


def test_no_deadline_of_the_demonstration_falls_on_a_day_off(store, act):
    """Neither a law nor an officer lets a period end on one; only what is due today stays today."""
    days = clocks.calendar(store)
    dues = {row.due for row in nouns.many(store, Finding, "")} - {None, act.today}
    assert len(dues) > 5
    assert [due for due in sorted(dues) if not days.is_working_day(due)] == []


def test_the_notice_says_what_must_be_done(store, act, tmp_path):
    """The requirement is the story's own, not the item of the checklist."""
    told = demo_play.play(store, act, tmp_path / "out")
    flat = page_text(told.files[-1].read_bytes()).replace("\n", "").replace("\r", "")
    assert "立即停止销售批号XBY0816的儿童三轮车" in flat
    said = json.loads(told.notice.content)["answers"]
    facts = [text for path, text in said.items() if path.endswith("/item_fact")]
    assert len(facts) == 2
    assert not any(text.endswith("。") for text in facts)  # the notice's sentence goes on


def test_every_step_of_the_story_is_the_one_suggested(store, act, tmp_path):
    """Who does what the case suggests comes to the same end."""
    suggested = {}
    for stage in demo_play.stages(store, act, tmp_path / "out"):
        step = cases.folder(store, act, stage.case_id).step
        suggested[stage.name] = (step.code, step.form_id)
    assert suggested == {
        "begun": ("fill", "spot-check"),
        "filled": ("fill", "spot-check"),  # the hour of the end is still to come
        "drawn": ("sign", "sampling-sheet"),
        "sampled": ("fill", "spot-check"),
        "narrated": ("sign", "on-site-record"),
        "finished": ("add", "rectification-notice"),
        "ordered": ("sign", "rectification-notice"),
        "issued": ("follow", ""),
    }


def test_a_case_asks_for_the_papers_it_still_lacks(store, act):
    """Samples without a sheet, findings without a narrative and an order, are not left behind."""
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    kit.answer_by_name(store, act, check.record.id, sampled="yes")
    kit.mark_adverse(store, act, check.record.id, "segregation", "混放。")
    told = _do_all(store, act, check.case_id)
    assert told == [
        *(("sign", "spot-check"), ("finish", "spot-check")),
        *(("add", "sampling-sheet"), ("sign", "sampling-sheet"), ("issue", "sampling-sheet")),
        ("serve", "sampling-sheet"),
        *(("add", "on-site-record"), ("fill", "on-site-record"), ("sign", "on-site-record")),
        *(("finish", "on-site-record"), ("add", "rectification-notice")),
        *(("sign", "rectification-notice"), ("issue", "rectification-notice")),
        *(("serve", "rectification-notice"), ("follow", "")),
        *(("close", ""), ("closed", "")),
    ]


def _do_all(store, act, case_id):
    """Do what is suggested until the case is closed; gives what was suggested."""
    told = []
    while not told or told[-1][0] != "closed":
        step = cases.folder(store, act, case_id).step
        told.append((step.code, step.form_id))
        assert len(told) < 30
        _do(store, act, case_id, step)
    return told


def _do(store, act, case_id, step):
    acts = {
        "fill": lambda: kit.answer_by_name(store, act, step.record_id, **SITE),
        "sign": lambda: kit.sign_all(store, act, step.record_id),
        "finish": lambda: finishing.finish(store, act, step.record_id),
        "issue": lambda: documents.issue(store, act, documents.preview(store, act, step.record_id)),
        "serve": lambda: service.serve(
            store, act, step.document_id, service.Service("at-once", act.now, receiver="周堃")
        ),
        "add": lambda: _add(store, act, case_id, step.form_id),
        "follow": lambda: _follow(store, act, case_id),
        "close": lambda: cases.close(store, act, case_id),
        "closed": lambda: None,
    }
    acts[step.code]()


def _add(store, act, case_id, form_id):
    if form_id == matters.SAMPLING:
        kit.drawn_sheet(store, act, case_id)
    elif form_id == matters.NOTICE:
        preparing.prepare_notice(store, act, case_id)
    else:
        preparing.add_paper(store, act, case_id, form_id)


def _follow(store, act, case_id):
    for row in cases.folder(store, act, case_id).findings:
        rectifying.take_report(store, act, row.id, rectifying.Report("已改正", act.today))
        seen = rectifying.Recheck("fixed", "papers", act.today, (act.who.name,))
        rectifying.recheck(store, act, row.id, seen, closing=True)


def test_the_next_step_leads_through_a_case_without_findings(store, act):
    """The case always says what to do next."""
    check = kit.start(store, act)
    steps = [cases.folder(store, act, check.case_id).step.code]
    kit.fill_check(store, act, check.record.id)
    kit.answer_by_name(store, act, check.record.id, sampled="no")
    steps.append(cases.folder(store, act, check.case_id).step.code)
    kit.sign_all(store, act, check.record.id)
    steps.append(cases.folder(store, act, check.case_id).step.code)
    finishing.finish(store, act, check.record.id)
    steps.append(cases.folder(store, act, check.case_id).step.code)
    assert steps == ["fill", "sign", "finish", "close"]
    closed = cases.close(store, act, check.case_id).value
    assert (closed.state, closed.closed) == ("closed", act.now)


def test_today_has_overdue_due_and_coming_work(store, act):
    """The demonstration bureau always has something to do today."""
    board = today.board(store, act)
    assert board.overdue
    assert board.today
    assert board.week
    assert len(board.drafts) == 6  # three spot checks, and an inspection in each state of approval
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
    late = [task for task in tasks if task.days < 0]
    assert late
    assert {"chase"} == {task.action for task in late}
