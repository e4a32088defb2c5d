"""From the notice to the re-check: issued on a laptop, reported on a phone, pulled, shown.

Set XUNJIAN_PICTURES to a folder to keep the pictures.
"""

import datetime as dt
import os
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import expect

from app.services import attachments, finding_life, handed_in, rectification, today
from db.store import follow_ups
from hub import certificate
from tests.hub import kit, served
from tests.hub.party_kit import photo
from tests.hub.party_laptop import Colleague, Inspector, printed
from tests.hub.test_pages import PHONE, browser, too_small  # noqa: F401 - a fixture
from tests.unit.app.services.kit import later

PICTURES = os.environ.get("XUNJIAN_PICTURES", "")
TEXT = "1. 三轮车外包装和车身已补贴厂名、厂址和安全警示语。\n2. 退货车已隔离存放并挂牌。"


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    """A hub with TLS whose address is printed on papers: address, pin, connection, clock."""
    place = tmp_path_factory.mktemp("hub") / "hub.pem"
    certificate.ensure(place, ("127.0.0.1",), dt.datetime.now(dt.UTC))
    url, clock = kit.database(), served.Clock()
    with (
        psycopg.connect(url, autocommit=True) as db,
        served.running(url, clock, place, public=True) as address,
    ):
        yield address, certificate.pin(place), db, clock


@pytest.fixture(scope="module")
def inspector(hub, tmp_path_factory):
    made = Inspector(tmp_path_factory.mktemp("laptop") / "store", hub[2], hub[:2])
    yield made
    made.close()


@pytest.fixture
def phone(browser, hub):  # noqa: F811 - the fixture
    """A phone's browser without any script."""
    context = browser.new_context(
        base_url=hub[0], viewport=PHONE, locale="zh-CN", ignore_https_errors=True,
        java_script_enabled=False,
    )  # fmt: skip
    page = context.new_page()
    troubles = []
    page.on("console", lambda told: told.type == "error" and troubles.append(told.text))
    yield page
    context.close()
    assert [one for one in troubles if "status of 4" not in one] == []


def shot(page, name):
    """Keep a picture, and see that a thumb can press everything."""
    assert too_small(page) == [], name
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def open_paper(phone, scanned, code):
    phone.goto(scanned)
    phone.get_by_label("文书上的整改报告提交码").fill(code)
    phone.get_by_role("button", name="查看并提交").click()


def told_of_another(phone, db):
    """Another paper bears the number: the open sheet says which one it is about."""
    told = phone.get_by_text("有两份文书使用了同一文号")
    expect(told).to_have_count(0)
    db.execute(
        "INSERT INTO num_again SELECT scope, series, year, number, 'other', stream, sseq, status,"
        " 'other', reason, at FROM num_use"
    )
    phone.reload()
    expect(told).to_be_visible()
    shot(phone, "party-twice")
    db.execute("DELETE FROM num_again")


def test_a_report_from_a_phone_is_on_the_finding_after_the_next_round(
    hub, inspector, phone, tmp_path
):
    notice = inspector.issue()
    inspector.round()
    scanned, code = printed(inspector.reader, notice)
    assert scanned.startswith(f"{hub[0]}/v/XJ1:")
    phone.goto(scanned)
    expect(phone.get_by_role("status")).to_contain_text("现行有效")
    shot(phone, "party-verify")
    open_paper(phone, scanned, "AAAA-AAAA")
    expect(phone.get_by_role("alert")).to_contain_text("提交码与该文书不符")
    shot(phone, "party-wrong-code")
    open_paper(phone, scanned, code)
    expect(phone.get_by_text("责令整改的问题")).to_be_visible()
    expect(phone.get_by_text("整改期限 2026-10-08")).to_have_count(2)
    told_of_another(phone, hub[2])
    shot(phone, "party-sheet")
    (tmp_path / "不是照片.jpg").write_bytes(b"<svg/>")
    (tmp_path / "改正后.jpg").write_bytes(photo((1600, 1200), (120, 150, 180)))
    phone.get_by_label("整改情况说明").fill(TEXT)
    phone.get_by_label("提交人（姓名、职务）").fill("赵淳，质量负责人")
    phone.get_by_label("整改后的照片").set_input_files(tmp_path / "不是照片.jpg")
    phone.get_by_role("button", name="提交", exact=True).click()
    expect(phone.get_by_role("alert")).to_contain_text("不是 JPEG 或 PNG")
    expect(phone.get_by_label("整改情况说明")).to_have_value(TEXT)
    shot(phone, "party-refused")
    phone.get_by_label("整改后的照片").set_input_files(tmp_path / "改正后.jpg")
    phone.get_by_role("button", name="提交", exact=True).click()
    expect(phone.get_by_role("status")).to_contain_text("整改报告已提交")
    expect(phone.get_by_text("照片 1 张")).to_be_visible()
    shot(phone, "party-handed-in")

    inspector.round(now=kit.NOW)
    for row in inspector.findings(notice):
        assert (row.state, row.report, row.reported) == ("reported", TEXT, dt.date(2026, 9, 16))
        (due,) = follow_ups.of_owner(inspector.reader, row.id)
        assert (due.kind, due.state, due.due) == ("recheck", "open", dt.date(2026, 9, 30))
        life = finding_life.life(inspector.reader, row).moments
        assert [(one.what, one.detail, one.who) for one in life if one.what == "report"] == [
            ("report", "party", "赵淳，质量负责人")
        ]
        (kept,) = handed_in.photos_of(inspector.reader, row)
        assert attachments.original(inspector.reader, kept).startswith(b"\xff\xd8\xff")
    near = later(inspector.act, 60 * 24 * 10)
    tasks = {one.about[1]: one for one in today.board(inspector.reader, near).week}
    for row in inspector.findings(notice):
        assert (tasks[row.id].state, tasks[row.id].handed_in) == ("recheck", kit.NOW)
    groups = rectification.board(inspector.reader, inspector.act.today)
    assert next(one.count for one in groups if one.key == "reported") >= 2
    again = inspector.round(now=kit.NOW)
    assert (again.done.sent, again.done.taken) == (0, 0)
    phone.reload()
    expect(phone.get_by_text("已收到整改报告，待复查")).to_have_count(2)


def test_another_report_and_one_after_the_recheck_change_nothing_and_are_shown(
    hub, inspector, phone
):
    from app.services import rectifying

    notice = inspector.issue()
    inspector.round()
    open_paper(phone, *printed(inspector.reader, notice))

    def hand_in(text):
        hub[3].now += dt.timedelta(minutes=1)
        phone.get_by_label("整改情况说明").fill(text)
        phone.get_by_label("提交人（姓名、职务）").fill("赵淳")
        phone.get_by_role("button", name="提交", exact=True).click()

    hand_in("第一次")
    inspector.round(now=kit.NOW)
    hand_in("第二次")
    inspector.round(now=kit.NOW)
    rows = inspector.findings(notice)
    assert {row.report for row in rows} == {"第一次"}
    for row in rows:
        seen = rectifying.Recheck("fixed", "papers", dt.date(2026, 9, 16), ("张",))
        rectifying.recheck(inspector.store, inspector.act, row.id, seen, closing=True)
    closed = inspector.findings(notice)
    hand_in("第三次：复查结果还没有传到局端")
    inspector.round(now=kit.NOW)
    assert inspector.findings(notice) == closed
    life = finding_life.life(inspector.reader, closed[0]).moments
    notes = [one.note for one in life if one.what == "handed-in"]
    assert notes == ["第二次", "第三次：复查结果还没有传到局端"]
    phone.reload()
    expect(phone.get_by_text("无需在此提交报告")).to_be_visible()
    shot(phone, "party-over")


def test_a_colleague_waits_a_day_and_two_who_note_it_at_once_dispute_nothing(
    hub, inspector, phone, tmp_path
):
    notice = inspector.issue()
    inspector.round()
    open_paper(phone, *printed(inspector.reader, notice))
    phone.get_by_label("整改情况说明").fill("已整改")
    phone.get_by_label("提交人（姓名、职务）").fill("赵淳")
    phone.get_by_role("button", name="提交", exact=True).click()
    expect(phone.get_by_role("status")).to_contain_text("整改报告已提交")
    other = Colleague(tmp_path / "two", hub[2], hub[:2])
    try:
        other.round(now=kit.NOW)
        assert [row.state for row in other.findings(notice)] == ["ordered"] * 2
        inspector.pull()
        later_on = kit.NOW + dt.timedelta(hours=25)
        for one in (inspector, other):
            assert handed_in.take(one.store, later_on).value == 2
        for one in (inspector, other, inspector, other):
            one.round(now=later_on)
        for one in (inspector, other):
            assert [row.state for row in one.findings(notice)] == ["reported"] * 2
            for row in one.findings(notice):
                assert len(follow_ups.of_owner(one.reader, row.id)) == 1
        assert hub[2].execute("SELECT rec_type, field FROM conflict").fetchall() == []
    finally:
        other.close()


def test_a_step_that_was_taken_back_stays_so(inspector, phone):
    from app.services import taking_back

    notice = inspector.issue()
    inspector.round()
    open_paper(phone, *printed(inspector.reader, notice))
    phone.get_by_label("整改情况说明").fill("已整改")
    phone.get_by_label("提交人（姓名、职务）").fill("赵淳")
    phone.get_by_role("button", name="提交", exact=True).click()
    inspector.round(now=kit.NOW)
    first, second = inspector.findings(notice)
    taking_back.take_back(inspector.store, inspector.act, first.id)
    inspector.round(now=kit.NOW + dt.timedelta(days=3))
    assert [row.state for row in inspector.findings(notice)] == ["ordered", "reported"]
    assert second.state == "reported"
