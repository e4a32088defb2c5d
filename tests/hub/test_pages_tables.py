"""A clerk publishes next year's calendar on the bureau's page; every wrong row is told."""

import datetime as dt
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from app.services import follow_ups
from db.journal.published import TASK
from resources import schema, schema_plans
from tests.hub import kit, test_pages, test_pages_forms
from tests.hub.test_pages import PHONE, picture, sign_in
from tests.hub.test_pages_forms import Laptop, a_code
from tests.hub.test_tables import ACT, CALENDAR, GIVEN, is_working

browser, surf, hub = test_pages.browser, test_pages.surf, test_pages_forms.hub


@pytest.fixture
def laptop(tmp_path, hub, request):
    """An enrolled laptop of a person of its own."""
    made = Laptop(tmp_path, "one", hub[2])
    made.enrol(a_code(hub[1], f"zhou{abs(hash(request.node.name))}"))
    yield made
    made.close()


def hand_in(page, text, name="2027.csv"):
    page.goto(f"/admin/{kit.SCOPE}/tables")
    file = {"name": name, "mimeType": "text/csv", "buffer": text.encode("utf-8-sig")}
    page.get_by_label("数据表（CSV）").set_input_files(file)
    page.get_by_role("button", name="检查", exact=True).click()


def test_a_calendar_is_put_right_published_and_taken_back(hub, surf, laptop):
    page = surf()
    sign_in(page, "chen")
    page.get_by_role("link", name="数据表", exact=True).click()
    expect(page.get_by_role("link", name="工作日历")).to_be_visible()
    hand_in(page, CALENDAR.replace("2027-01-09", "2027-01-08"))
    expect(page.get_by_text("2027-01-08 不是周六或周日")).to_be_visible()
    expect(page.get_by_text("第 4 行，date 列")).to_be_visible()
    picture(page, "tables-errors")
    hand_in(page, CALENDAR)
    expect(page.get_by_text("2027-01-04")).to_be_visible()
    page.get_by_label("理由").fill("国办发明电〔2026〕12号")
    picture(page, "table-proposal")
    page.get_by_role("button", name="发布", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("已发布")
    laptop.round()
    assert not is_working(laptop, dt.date(2027, 1, 4))
    page.goto(f"/admin/{kit.SCOPE}/tables")
    picture(page, "tables")
    page.get_by_role("link", name="工作日历").click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="下载现用数据表").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    assert text == CALENDAR
    page.get_by_text("收回此表").click()
    page.get_by_label("理由").fill("通知有误")
    page.get_by_role("button", name="确认", exact=True).click()
    expect(page.get_by_text("已收回")).to_be_visible()
    picture(page, "table-versions")
    laptop.round()
    assert is_working(laptop, dt.date(2027, 1, 4))
    page.set_viewport_size(PHONE)
    for path in ("tables", f"tables/{schema.DAYS.file}"):
        page.goto(f"/admin/{kit.SCOPE}/{path}")
        picture(page, f"phone-{path.replace('/', '-')}")


def test_a_task_given_on_the_page_is_seen_there_until_it_is_done(hub, surf, laptop):
    page = surf()
    sign_in(page, "chen")
    hand_in(page, GIVEN.replace("鲁1", "鲁Q-0107").replace("鲁2", "鲁X"))
    expect(page.get_by_text("没有执法证号为“鲁X”的人员")).to_be_visible()
    hand_in(page, GIVEN.replace("鲁1", "鲁Q-0107").replace("鲁2", "鲁Q-0112"))
    page.get_by_label("理由").fill("专项部署")
    page.get_by_role("button", name="发布", exact=True).click()
    laptop.round()
    follow_ups.settle(laptop.store, ACT, f"{TASK}2026-8:鲁Q-0107", note="已查三家")
    laptop.round()
    page.goto(f"/admin/{kit.SCOPE}/tables/{schema_plans.ASSIGNMENTS.file}")
    done = page.get_by_role("row", name=re.compile("张建国"))
    expect(done).to_contain_text("已完成")
    expect(done).to_contain_text("已查三家")
    expect(page.get_by_role("row", name=re.compile("李敏"))).to_contain_text("待办")
    picture(page, "table-tasks")


def test_what_is_no_table_of_ours_is_told(hub, surf):
    page = surf()
    sign_in(page, "chen")
    hand_in(page, "name,phone\n一厂,1\n")
    expect(page.get_by_text("列名不属于任何可发布的数据表")).to_be_visible()
    hand_in(page, '"' + "x" * 200_000)
    expect(page.get_by_text("数据表有错误")).to_be_visible()
