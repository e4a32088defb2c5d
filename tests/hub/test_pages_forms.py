"""A clerk changes a form on the bureau's page, and a laptop begins its papers with it."""

import contextlib
import datetime as dt
import io
import re
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import expect

from app.services import packages, records
from app.services.context import Acting, Office, Who
from forms.package import Package
from hub import certificate, passwords, publishing
from hub.sql import people
from tests.hub import bureau, kit, served, test_pages
from tests.hub.test_pages import PHONE, picture, sign_in
from tests.hub.test_round import Laptop, a_code
from tests.store_kit import START

browser, surf = test_pages.browser, test_pages.surf
FORM = "after-sales-check"
ACT = Acting(Who("p", "张建国", "鲁1"), Office(), START)


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    """A filled hub: its address for browsers, a connection, and its address for laptops."""
    place = tmp_path_factory.mktemp("hub") / "hub.pem"
    certificate.ensure(place, ("127.0.0.1",), dt.datetime.now(dt.UTC))
    url = kit.database()
    with psycopg.connect(url, autocommit=True) as db:
        bureau.filled(db)
        people.set_password(db, kit.SCOPE, "who-admin", passwords.hashed(bureau.PASSWORD), "active")
        with served.running(url, None, place) as address, served.running(url) as plain:
            yield address, db, plain


@pytest.fixture
def laptop(tmp_path, hub):
    """An enrolled laptop, delivered with the program's forms."""
    made = Laptop(tmp_path, "one", hub[2])
    made.enrol(a_code(hub[1], "zhou"))
    packages.refresh(made.store)
    yield made
    made.close()


def load_workbook(data):
    import openpyxl

    return openpyxl.load_workbook(data)


def workbook(page, change, name="after-sales.xlsx"):
    """The workbook in use as the page hands it out, changed, as a file to upload."""
    page.goto(f"/admin/{kit.SCOPE}/forms/{FORM}")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="下载现用工作簿").click()
    book = load_workbook(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return {"name": name, "mimeType": "application/octet-stream", "buffer": out.getvalue()}


def hand_in(page, file):
    page.goto(f"/admin/{kit.SCOPE}/forms")
    page.get_by_label("表单工作簿").set_input_files(file)
    page.get_by_role("button", name="检查", exact=True).click()


def cell(sheet, row, heading):
    """A cell of a sheet by its heading."""
    column = next(one.column for one in sheet[1] if one.value == heading)
    return sheet.cell(row, column)


def row_of(sheet, name):
    column = next(one.column for one in sheet[1] if one.value == "name")
    return next(at for at in range(2, sheet.max_row + 1) if sheet.cell(at, column).value == name)


def raised(book, by=1):
    version = cell(book["settings"], 2, "version")
    version.value = str(int(version.value) + by)


def with_question(book):
    raised(book)
    survey = book["survey"]
    at = row_of(survey, "orders_seen")
    survey.insert_rows(at)
    for heading, text in (
        ("type", "text"),
        ("name", "charger_brand"),
        ("label::中文 (zh)", "充电桩品牌"),
        ("label::English (en)", "Brand of the charger"),
    ):
        cell(survey, at, heading).value = text


def with_error(book):
    raised(book)
    cell(
        book["survey"], row_of(book["survey"], "orders_seen"), "constraint"
    ).value = ". >= ${nobody}"


def breaking(book):
    raised(book, 5)
    survey = book["survey"]
    cell(survey, row_of(survey, "orders_seen"), "type").value = "text"
    cell(survey, row_of(survey, "orders_seen"), "constraint").value = ""


def forge(page, had, wanted):
    """Send what the page does not offer: a button with another act."""
    page.evaluate(f"document.querySelector('button[value={had}]').value = '{wanted}'")
    page.locator(f"button[value={wanted}]").click()


def test_a_changed_workbook_reaches_a_laptop_that_begins_with_its_question(hub, surf, laptop):
    page = surf()
    sign_in(page, "chen")
    page.get_by_role("link", name="表单", exact=True).click()
    expect(page.get_by_text("汽车售后服务质量检查记录")).to_be_visible()
    picture(page, "forms")
    hand_in(page, workbook(page, with_question))
    expect(page.get_by_text("充电桩品牌")).to_be_visible()
    picture(page, "proposal")
    page.get_by_role("button", name="发布", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("已发布")
    laptop.round()
    begun = packages.newest(laptop.reader, FORM)
    session = records.new_session(laptop.reader, ACT, begun)
    assert any(item.path.endswith("/charger_brand") for item in session.form.items())
    packages.refresh(laptop.store)
    assert packages.newest(laptop.reader, FORM).hash == begun.hash
    page.goto(f"/admin/{kit.SCOPE}/forms/{FORM}")
    picture(page, "form-versions")
    page.get_by_text("恢复使用此版本").click()
    page.get_by_label("理由").fill("新题目尚未培训")
    page.get_by_role("button", name="恢复使用", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("已恢复使用")
    laptop.round()
    assert b"charger_brand" not in packages.newest(laptop.reader, FORM).form_xml
    page.set_viewport_size(PHONE)
    for path, name in (("forms", "phone-forms"), (f"forms/{FORM}", "phone-form-versions")):
        page.goto(f"/admin/{kit.SCOPE}/{path}")
        picture(page, name)


def test_errors_are_told_at_the_cell_and_marked_in_a_copy(hub, surf):
    page = surf()
    sign_in(page, "chen")
    hand_in(page, workbook(page, with_error))
    expect(page.get_by_text("nobody").first).to_be_visible()
    where = page.locator(".remark .muted").first.inner_text()
    assert re.search(r"工作表 survey，第 \d+ 行，constraint 列，[A-Z]+\d+ 格", where)
    picture(page, "proposal-errors")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="下载标出错误的副本").click()
    book = load_workbook(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    place = re.search(r"([A-Z]+\d+) 格", where).group(1)
    assert "nobody" in book["survey"][place].comment.text
    expect(page.get_by_role("button", name="发布", exact=True)).to_have_count(0)


def test_what_breaks_drafts_needs_a_reason_and_another_person(hub, surf):
    page = surf()
    sign_in(page, "chen")
    hand_in(page, workbook(page, breaking))
    expect(page.get_by_text("影响草稿", exact=True).first).to_be_visible()
    page.get_by_label("理由").fill("按省局要求改为文字填写")
    forge(page, "ask", "publish")
    expect(page.get_by_role("alert")).to_contain_text("须由第二人确认")
    page.get_by_label("理由").fill("按省局要求改为文字填写")
    page.get_by_role("button", name="提请第二人确认").click()
    expect(page.get_by_text("须由您以外的")).to_be_visible()
    expect(page.get_by_role("button", name="确认并发布")).to_have_count(0)
    forge(page, "drop", "confirm")
    expect(page.get_by_role("alert")).to_contain_text("须由提交人以外的人确认")
    address = page.url.partition("?")[0]
    second = surf()
    sign_in(second, "admin")
    second.goto(address)
    picture(second, "proposal-second")
    second.get_by_role("button", name="确认并发布").click()
    expect(second.get_by_role("status")).to_contain_text("已发布")
    approval = Package.from_bytes(publishing.packages(hub[1], kit.SCOPE)[FORM]).approval
    assert (approval.publisher, approval.confirmed) == ("陈科长", "管理员")
    assert approval.reason == "按省局要求改为文字填写"


def test_no_file_too_large_a_file_and_what_is_no_workbook(hub, surf):
    page = surf(language="en-GB", dark=True)
    sign_in(page, "chen")
    for name, data, told in (
        ("a.xlsx", b"PK\x03\x04 nothing", "not a sound Excel workbook"),
        ("../../etc/a.exe", b"MZ", "Unknown kind of file"),
        ("a.md", b"", "Please choose a file"),
    ):
        page.goto(f"/admin/{kit.SCOPE}/forms")
        file = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
        page.get_by_label("Workbook of a form").set_input_files(file)
        page.get_by_role("button", name="Check it").click()
        expect(page.get_by_text(told)).to_be_visible()
    picture(page, "forms-en-dark")
    page.goto(f"/admin/{kit.SCOPE}/forms")
    large = {"name": "a.xlsx", "mimeType": "application/octet-stream", "buffer": bytes(5 << 20)}
    page.get_by_label("Workbook of a form").set_input_files(large)
    with contextlib.suppress(Exception):
        page.get_by_role("button", name="Check it").click(timeout=5000)
    expect(page.get_by_text(re.compile("Too much was sent"))).to_be_visible()
