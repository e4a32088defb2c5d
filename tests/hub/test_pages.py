"""Every page in a real browser: what people see, do, and are told; with pictures.

Set XUNJIAN_PICTURES to a folder to keep the pictures.
"""

import datetime as dt
import io
import os
import re
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import psycopg
import pytest
from playwright.sync_api import expect, sync_playwright

from hub import certificate
from hub.sql import people
from tests.hub import bureau, kit, served

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESKTOP, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}
FINGER = 40  # pixels
PICTURES = os.environ.get("XUNJIAN_PICTURES", "")
NEW = "Yimeng-Shan 2026"


@pytest.fixture(scope="module")
def browser():
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    """A filled hub with TLS: its address, a connection, the codes of two papers, its clock."""
    place = tmp_path_factory.mktemp("hub") / "hub.pem"
    certificate.ensure(place, ("127.0.0.1",), dt.datetime.now(dt.UTC))
    url, clock = kit.database(), served.Clock()
    with psycopg.connect(url, autocommit=True) as db:
        codes = bureau.filled(db)
        with served.running(url, clock, place) as address:
            yield address, db, codes, clock


@pytest.fixture
def surf(browser, hub):
    """Opens a page in a browser of its own; a page that breaks the policy or logs an error is red."""
    opened, troubles = [], []

    def made(*, size=DESKTOP, language="zh-CN", script=True, dark=False):
        context = browser.new_context(
            base_url=hub[0],
            viewport=size,
            locale=language,
            ignore_https_errors=True,
            java_script_enabled=script,
            color_scheme="dark" if dark else "light",
        )
        page = context.new_page()
        page.on("console", lambda told: told.type == "error" and troubles.append(told.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        opened.append(context)
        return page

    hub[1].execute("DELETE FROM attempt")
    yield made
    for context in opened:
        context.close()
    assert [one for one in troubles if "status of 4" not in one] == []


def picture(page, name):
    """Keep a picture, and see that nothing is wider than the screen, nor too low for a finger."""
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0, f"{name} is {wide} px too wide"
    if page.viewport_size == PHONE:
        assert too_small(page) == [], name
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def too_small(page):
    """What can be pressed and is lower than a finger, or stands beside the screen."""
    pressed = page.locator(
        "a:not(.skip), button, select, summary, textarea, input:not([type=hidden])"
    )
    found = []
    for one in pressed.all():
        box = one.bounding_box()
        folded = not box or not box["height"]
        if not folded and (box["height"] < FINGER or box["x"] + box["width"] > PHONE["width"]):
            found.append((one.text_content() or one.get_attribute("name"), box))
    return found


def sign_in(page, login, password=bureau.PASSWORD):
    page.goto("/sign-in")
    page.get_by_label(re.compile("所属机构|Bureau")).select_option(kit.SCOPE)
    page.get_by_label(re.compile("用户名|User name")).fill(login)
    page.get_by_label(re.compile("^密码|^Password")).fill(password)
    page.get_by_role("button", name=re.compile("登录|Sign in")).click()


def test_the_one_time_password_lets_nobody_further_until_it_is_changed(hub, surf):
    page = surf()
    sign_in(page, "admin", "wrong")
    expect(page.get_by_role("alert")).to_contain_text("用户名或密码不正确")
    picture(page, "sign-in")
    sign_in(page, "admin")
    expect(page).to_have_url(re.compile("/password$"))
    page.goto(f"/admin/{kit.SCOPE}/people")
    expect(page).to_have_url(re.compile("/password$"))
    picture(page, "password")
    for new, again, told in (
        ("short", "short", "新密码过于简单"),
        (NEW, NEW + "x", "两次输入的新密码不一致"),
        ("admin-admin-12345", "admin-admin-12345", "新密码过于简单"),
    ):
        choose(page, bureau.PASSWORD, new, again)
        expect(page.get_by_role("alert")).to_contain_text(told)
    choose(page, "not it", NEW, NEW)
    expect(page.get_by_role("alert")).to_contain_text("当前密码不正确")
    choose(page, bureau.PASSWORD, NEW, NEW)
    expect(page.get_by_role("heading", level=1)).to_have_text("东原市市场监督管理局")
    sign_in(surf(), "admin", NEW)


def choose(page, old, new, again):
    page.get_by_label("当前密码").fill(old)
    page.get_by_label("新密码", exact=True).fill(new)
    page.get_by_label("再次输入新密码").fill(again)
    page.get_by_role("button", name="确认设置").click()


def test_a_name_tried_too_often_has_to_wait_and_a_cookie_is_no_scripts_business(hub, surf):
    page = surf()
    sign_in(page, "sun")
    (cookie,) = page.context.cookies()
    assert (cookie["httpOnly"], cookie["secure"], cookie["sameSite"]) == (True, True, "Strict")
    for _try in range(9):
        sign_in(page, "sun", "wrong")
    sign_in(page, "sun")
    expect(page.get_by_role("alert")).to_contain_text("尝试次数过多")


def test_overview_numbers_and_devices_are_seen_at_desk_and_phone(hub, surf):
    page = surf()
    sign_in(page, "chen")
    expect(page.get_by_role("img", name="整改期限")).to_be_visible()
    picture(page, "overview")
    page.get_by_role("link", name="文书编号").click()
    expect(page.get_by_text("有 2 个编号去向不明")).to_be_visible()
    picture(page, "numbers")
    page.get_by_role("link", name="终端", exact=True).click()
    expect(page.get_by_text("慢 430 秒")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("停用"))).to_have_count(0)
    picture(page, "devices")
    page.get_by_role("link", name="冲突", exact=True).first.click()
    expect(page.get_by_text("0539-8301199")).to_be_visible()
    expect(page.get_by_text("分头填写")).to_be_visible()
    for value in ("孙兆祥", "<b>冷库</b>", "滨河大道 88 号"):
        expect(page.get_by_text(value)).to_be_visible()
    picture(page, "conflicts")
    page.set_viewport_size(PHONE)
    for name in ("", "/numbers", "/devices", "/conflicts", "/quarantine"):
        page.goto(f"/admin/{kit.SCOPE}{name}")
        picture(page, f"phone-{name.strip('/') or 'overview'}")


def test_a_record_is_handed_to_another_jurisdiction_with_a_reason(hub, surf):
    _address, db, codes, _clock = hub
    people.set_password(db, kit.SCOPE, "who-admin", _hash(), "active")
    one = bureau.laptop(db, "zhang", "T33", 0)
    one.write("record", "r1", {"title": ("电梯监督检查", ()), "state": ("finished", ())})
    number = "东市监责改〔2026〕99号"
    fields = {
        "series": "责改",
        "year": 2026,
        "number": 99,
        "number_text": number,
        "state": "issued",
        "record_id": "r1",
    }
    one.write("document", "d1", {name: (value, ()) for name, value in fields.items()}, kind="issue")
    bureau.send(db, one, 1)
    page = surf()
    sign_in(page, "admin")
    page.goto(f"/v/{quote(codes[0])}")
    page.get_by_role("link", name="移交该记录或办理互认").click()
    expect(page.get_by_label("该记录任一文书的文号")).to_have_value(re.compile(r"1号$"))
    page.goto(f"/admin/{kit.SCOPE}")
    page.get_by_role("link", name="移交与互认").click()
    assert number in page.locator("#papers option").evaluate_all("all => all.map(o => o.value)")
    page.get_by_label("该记录任一文书的文号").fill("没有这一号")
    page.get_by_label("接收辖区").select_option(bureau.COUNTY)
    page.get_by_label("理由").fill("注册地在兰陵县")
    page.get_by_role("button", name="移交").click()
    expect(page.get_by_role("alert")).to_contain_text("没有这一文号的文书")
    page.get_by_label("该记录任一文书的文号").fill(number)
    page.get_by_role("button", name="移交").click()
    expect(page.get_by_role("status")).to_contain_text("已移交")
    expect(page.get_by_text("已移出")).to_be_visible()
    picture(page, "moves")
    assert len(kit.feed(db, bureau.COUNTY)) == 3
    page.set_viewport_size(PHONE)
    picture(page, "phone-moves")
    stranger = surf()
    stranger.goto(f"/v/{quote(codes[0])}")
    expect(stranger.get_by_role("region", name=re.compile("."))).to_be_visible()
    expect(stranger.get_by_role("link", name="移交该记录或办理互认")).to_have_count(0)


def test_an_administrator_enters_a_person_and_hands_over_a_code(hub, surf):
    address, db, _codes, _clock = hub
    people.set_password(db, kit.SCOPE, "who-admin", _hash(), "active")
    page = surf()
    sign_in(page, "admin")
    page.get_by_role("link", name="人员", exact=True).click()
    card = page.locator("form", has=page.get_by_role("button", name="添加人员"))
    card.get_by_label("姓名").fill("王芳")
    card.get_by_label("用户名").fill("wangfang")
    card.get_by_label("执法证号").fill("鲁Q-0120")
    card.get_by_role("button", name="添加人员").click()
    expect(page.get_by_role("status")).to_contain_text("人员已添加")
    row = page.get_by_role("row", name=re.compile("王芳"))
    row.get_by_text("管理", exact=True).click()
    picture(page, "people")
    row.get_by_role("button", name="生成登记码").click()
    code = page.locator("p.code").inner_text()
    text = _scanned(page.locator(".qr").screenshot())
    kind, _mark, facts = text.partition("?")
    told = {name: values[0] for name, values in parse_qs(facts).items()}
    assert (kind, told["url"], told["code"]) == ("xunjian-hub:1", address, code)
    assert re.fullmatch("[0-9a-f]{64}", told["pin"])
    picture(page, "code")
    page.set_viewport_size(PHONE)
    page.goto(f"/admin/{kit.SCOPE}/people")
    picture(page, "phone-people")
    page.goto(f"/admin/{kit.SCOPE}/audit")
    expect(page.get_by_text("生成登记码")).to_be_visible()
    picture(page, "phone-audit")


def test_a_laptop_is_revoked_and_a_colleague_closed(hub, surf):
    _address, db, _codes, _clock = hub
    people.set_password(db, kit.SCOPE, "who-admin", _hash(), "active")
    lost = bureau.laptop(db, "li", "T99", 0)
    page, colleague = surf(), surf()
    sign_in(colleague, "sun")
    sign_in(page, "admin")
    page.goto(f"/admin/{kit.SCOPE}/devices")
    row = page.get_by_role("row", name=re.compile("T99"))
    row.get_by_text("停用", exact=True).click()
    row.get_by_role("button", name="确认停用该终端").click()
    assert people.device(db, kit.SCOPE, lost.name).status == "revoked"
    page.goto(f"/admin/{kit.SCOPE}/people")
    row = page.get_by_role("row", name=re.compile("孙审计"))
    row.get_by_text("管理", exact=True).click()
    row.get_by_label("状态").select_option("closed")
    row.get_by_role("button", name="保存").click()
    colleague.goto(f"/admin/{kit.SCOPE}")
    expect(colleague).to_have_url(re.compile("/sign-in"))
    db.execute("UPDATE account SET state = 'active' WHERE login = 'sun'")


def test_what_was_held_is_rejected_with_a_reason_or_accepted(hub, surf):
    _address, _db, (*_others, _rejected, accepted), _clock = hub
    page = surf()
    sign_in(page, "chen")
    page.goto(f"/admin/{kit.SCOPE}/quarantine")
    expect(page.get_by_text("文书 · 东市监责改〔2026〕5号")).to_be_visible()
    picture(page, "quarantine")
    page.get_by_role("button", name="退回").first.click()
    expect(page.get_by_role("alert")).to_contain_text("请填写退回理由")
    page.get_by_label("理由").first.fill("<b>重号</b>，已另发文书")
    page.get_by_role("button", name="退回").first.click()
    expect(page.get_by_text("<b>重号</b>，已另发文书")).to_be_visible()
    stranger = surf()
    stranger.goto("/v/" + quote(accepted, safe=""))
    expect(stranger.get_by_role("alert")).to_contain_text("无法确认")
    page.get_by_role("button", name="采纳").click()
    expect(page.get_by_role("status")).to_contain_text("已采纳")
    expect(page.get_by_text("没有待定事项")).to_be_visible()
    picture(page, "quarantine-decided")
    stranger.reload()
    expect(stranger.get_by_role("status")).to_contain_text("现行有效")
    expect(stranger.get_by_text("有两份文书使用了同一文号")).to_be_visible()
    picture(stranger, "verify-twice")
    page.goto(f"/admin/{kit.SCOPE}/numbers?series=责改&year=2026")
    twice = page.get_by_role("region", name="重号文书").get_by_role("row")
    expect(twice.filter(has_text="重号")).to_contain_text("已退回")
    expect(twice.filter(has_text="已采纳")).to_contain_text("东原市金蟾电梯有限公司 · T07")
    expect(twice.filter(has_text="已采纳")).to_contain_text("兰陵县福安食品厂 · T12")
    ledger = page.get_by_role("row", name=re.compile("^1 "))
    expect(ledger.last).to_contain_text("重号")
    picture(page, "numbers-twice")


def test_anyone_checks_a_paper_on_a_phone_without_a_script(hub, surf):
    _address, _db, (standing, withdrawn, *_held), _clock = hub
    page = surf(size=PHONE, script=False)
    page.goto("/v/" + quote(standing, safe=""))
    expect(page.get_by_role("status")).to_contain_text("现行有效")
    expect(page.get_by_text("东原＊＊＊公司")).to_be_visible()
    page.screenshot(path=Path(PICTURES) / "verify.png", full_page=True) if PICTURES else None
    page.get_by_label("文书二维码内容").fill(withdrawn)
    page.get_by_role("button", name="核验").click()
    expect(page.get_by_role("status")).to_contain_text("已撤回")
    page.screenshot(path=Path(PICTURES) / "verify-withdrawn.png") if PICTURES else None
    page.get_by_label("文书二维码内容").fill(withdrawn[:-1] + "0")
    page.get_by_role("button", name="核验").click()
    expect(page.get_by_role("alert")).to_contain_text("无法确认")
    page.screenshot(path=Path(PICTURES) / "verify-unknown.png") if PICTURES else None


def test_english_and_dark(hub, surf):
    page = surf(language="en-GB", dark=True)
    sign_in(page, "chen")
    expect(page.get_by_role("link", name="Overview")).to_be_visible()
    picture(page, "overview-en-dark")
    page.goto(f"/admin/{kit.SCOPE}/quarantine")
    picture(page, "quarantine-en-dark")
    page.goto(f"/admin/{kit.SCOPE}/people")
    expect(page.get_by_role("heading", name="You may not see this")).to_be_visible()
    picture(page, "trouble-en-dark")


def test_an_export_runs_nothing_and_is_logged(hub, surf):
    _address, db, _codes, _clock = hub
    page = surf()
    sign_in(page, "chen")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="问题清单 CSV").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    assert text.splitlines()[0].startswith("标识,检查项目")
    assert len(text.splitlines()) == 13
    assert "'=1+1" in text
    with page.expect_download() as waiting:
        page.get_by_role("link", name="问题清单", exact=True).click()
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(Path(waiting.value.path()).read_bytes())).active
    assert {row[2].value for row in list(sheet.rows)[1:]} == {"=1+1"}
    assert {row[2].data_type for row in list(sheet.rows)[1:]} == {"s"}
    query = "SELECT what FROM audit WHERE act = 'exported' ORDER BY at, id"
    assert [what for (what,) in db.execute(query)] == ["name=findings.csv", "name=findings.xlsx"]


def test_a_visit_ends_after_a_while_of_nothing(hub, surf):
    clock = hub[3]
    page = surf()
    sign_in(page, "chen")
    clock.now += dt.timedelta(minutes=46)
    page.goto(f"/admin/{kit.SCOPE}")
    assert urlsplit(page.url).path == "/sign-in"
    clock.now = kit.NOW


def _hash():
    from hub import passwords

    return passwords.hashed(bureau.PASSWORD)


def _scanned(png):
    import zxingcpp
    from PIL import Image

    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(png)))
    return found.text
