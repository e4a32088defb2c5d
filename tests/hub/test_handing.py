"""What a party may see and hand in by its code, and that a hostile one gets and harms nothing."""

import datetime as dt
import io
import json
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image

from db.journal import passcode
from db.journal.operation import decode
from hub import blobs, handing
from hub.storage import Storage
from tests.hub import kit, party_kit, served
from tests.hub.party_kit import REPORT_CODE, Party, order, photo


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """A try that costs a thirtieth: what one costs is told in the test of the code itself."""
    monkeypatch.setattr(passcode, "_COST", 1 << 10)


@pytest.fixture
def storage():
    return Storage("memory:///")


@pytest.fixture
def clock():
    return served.Clock()


@pytest.fixture
def address(url, clock, storage):
    with served.running(url, clock, storage=storage) as at:
        yield at


def said(db, rec_type):
    """What the hub itself said of records of a kind, oldest first."""
    found = [decode(data) for data in kit.feed(db)]
    return [
        {name: value for name, (value, _seen) in one.fields.items()}
        for one in found
        if one.rec_type == rec_type and one.user == "party"
    ]


def test_the_code_opens_the_findings_and_a_report_goes_down_the_feed(db, address, storage):
    paper = order(db)
    party = Party(address, paper.code)
    shut = party.look().text
    assert party_kit.ITEMS[0] not in shut
    assert party.knock("7kqm w4rx").status_code == 303
    page = party.look().text
    assert all(item in page for item in party_kit.ITEMS)
    assert "整改期限 2026-10-08" in page
    assert "&lt;b&gt;所见" in page
    done = party.hand_in(photos=[photo()])
    assert (done.status_code, done.headers["location"].endswith("?said=handed-in")) == (303, True)
    (report,) = said(db, "party_report")
    assert (report["text"], report["handed_by"]) == ("已全部整改。", "赵淳，质量负责人")
    assert report["document_id"] == paper.document
    (attached,) = said(db, "attachment")
    key = blobs.key_of(kit.SCOPE, attached["sha256"])
    kept = storage.read(key, 0, attached["size"])
    assert Image.open(io.BytesIO(kept)).size == (640, 480)
    page = party.look().text
    assert ("已全部整改。" in page, "照片 1 张" in page) == (True, True)
    assert (page.count("待复查"), "尚未提交整改报告" in page) == (2, False)


def test_it_may_hand_in_again_each_is_kept_and_the_very_same_only_once(db, address):
    party = Party(address, order(db).code)
    party.knock(REPORT_CODE)
    for text in ("一", "一", "二", "一"):
        assert party.hand_in(text).status_code == 303
    assert [one["text"] for one in said(db, "party_report")] == ["一", "二", "一"]


def test_after_the_recheck_nothing_is_taken(db, address):
    paper = order(db)
    party = Party(address, paper.code)
    party.knock(REPORT_CODE)
    paper.settle(db)
    assert "无需在此提交报告" in party.look().text
    assert "<form" not in party.look().text


def test_what_was_not_put_right_waits_for_another_report(db, address):
    paper = order(db)
    party = Party(address, paper.code)
    party.knock(REPORT_CODE)
    party.hand_in()
    paper.settle(db, "ordered", rechecked="2026-09-17")
    page = party.look().text
    assert (page.count("尚未提交整改报告"), "补充提交" in page) == (2, True)


def test_a_report_that_races_the_recheck_is_told_so(db, address):
    paper = order(db)
    party = Party(address, paper.code)
    party.knock(REPORT_CODE)
    before = party.look()
    paper.settle(db)
    party.look = lambda: before
    late = party.hand_in("晚了")
    assert (late.status_code, "本次内容未提交" in late.text) == (422, True)
    assert said(db, "party_report") == []


def test_a_wrong_code_and_an_unknown_paper_are_one_answer_and_one_cost(db, address, monkeypatch):
    tries, pages = [], set()
    real = passcode.right
    monkeypatch.setattr(passcode, "right", lambda kept, typed: tries.append(1) or real(kept, typed))
    paper, without, gone = order(db), order(db, number=39, report_code=""), order(db, number=40)
    gone.withdraw(db)
    unknown = paper.code[:-3] + ("000" if paper.code[-3:] != "000" else "001")
    asked = (
        (paper.code, "AAAA-AAAA"),
        *((one, REPORT_CODE) for one in (without.code, gone.code, unknown, "XJ1:")),
    )
    for code, typed in asked:
        party = Party(address, code)
        found = party.knock(typed)
        assert (found.status_code, "set-cookie" in found.headers) == (422, False)
        pages.add(re.sub(r'action="[^"]*"', "", found.text))
    assert (len(pages), len(tries)) == (1, len(asked))


def test_ten_wrong_tries_lock_a_paper_for_an_hour_also_for_the_right_code(db, address, clock):
    paper, other = order(db), order(db, number=39)
    party = Party(address, paper.code)
    for _try in range(10):
        assert party.knock("AAAA-AAAA").status_code == 422
    assert party.knock(REPORT_CODE).status_code == 429
    clock.now += dt.timedelta(minutes=1)
    assert Party(address, other.code).knock(REPORT_CODE).status_code == 303
    clock.now += dt.timedelta(hours=1)
    assert party.knock(REPORT_CODE).status_code == 303


def test_right_codes_are_not_counted(db, address, clock):
    party = Party(address, order(db).code)
    for _try in range(11):
        assert party.knock(REPORT_CODE).status_code == 303


def test_one_address_may_try_only_so_many_papers(db, address):
    found = [Party(address, f"XJ1:{at:0150}").knock(REPORT_CODE).status_code for at in range(21)]
    assert (found[:20], found[20]) == ([422] * 20, 429)


def test_what_was_opened_is_shut_after_two_hours_and_opens_no_other_paper(db, address, clock):
    paper, other = order(db), order(db, number=39)
    party = Party(address, paper.code)
    party.knock(REPORT_CODE)
    stranger = Party(address, other.code)
    stranger.cookie = party.cookie
    assert party_kit.ITEMS[0] not in stranger.look().text
    before = party.look()
    clock.now += dt.timedelta(hours=2, seconds=1)
    assert party_kit.ITEMS[0] not in party.look().text
    party.look = lambda: before
    late = party.hand_in()
    assert late.headers["location"].endswith("?said=shut")
    assert said(db, "party_report") == []


def test_a_form_of_another_site_or_without_its_mark_is_refused(db, address):
    party = Party(address, order(db).code)
    assert party.knock(REPORT_CODE, origin="https://evil.example").status_code == 403
    party.knock(REPORT_CODE)
    assert party.hand_in(origin="https://evil.example").status_code == 403
    assert party.hand_in(mark="00" * 32).status_code == 403
    assert said(db, "party_report") == []


POLYGLOT = photo() + b"<script>alert(1)</script>PK\x03\x04"


@pytest.mark.parametrize(
    ("photos", "why"),
    [
        ([b"<svg onload=alert(1)>"], "不是 JPEG"),
        ([b"MZ" + bytes(100)], "不是 JPEG"),
        ([photo()[:200]], "已损坏"),
        ([b"\x89PNG\r\n\x1a\n" + bytes(64)], "已损坏"),
        ([photo((9000, 9000), kind="PNG")], "照片过大"),
        ([photo() + bytes(12 << 20)], "照片过大"),
        ([photo(colour=(at, 0, 0)) for at in range(10)], "一次最多提交 9 张"),
    ],
)
def test_what_is_no_photo_is_refused_and_the_words_stay(db, address, photos, why):
    party = Party(address, order(db).code)
    party.knock(REPORT_CODE)
    found = party.hand_in("写了很久的说明", photos=photos)
    assert (found.status_code, why in found.text, "写了很久的说明" in found.text) == (
        422,
        True,
        True,
    )
    assert said(db, "party_report") == []


def test_a_hundred_photos_and_ten_megabytes_of_text_are_too_much(db, address):
    party = Party(address, order(db).code)
    party.knock(REPORT_CODE)
    assert party.hand_in(photos=[photo(colour=(at, 1, 1)) for at in range(100)]).status_code == 413
    assert party.hand_in("字" * (10 << 20)).status_code == 413
    assert said(db, "party_report") == []


def test_a_photo_is_kept_as_its_pixels_alone(db, address, storage):
    exif = Image.Exif()
    exif[0x010F] = "OWNER-OF-THE-CAMERA"
    exif[0x0112] = 6
    party = Party(address, order(db).code)
    party.knock(REPORT_CODE)
    odd = photo((300, 200), exif=exif)
    assert party.hand_in(photos=[odd, POLYGLOT]).status_code == 303
    kept = [
        storage.read(blobs.key_of(kit.SCOPE, one["sha256"]), 0, one["size"])
        for one in said(db, "attachment")
    ]
    assert [Image.open(io.BytesIO(one)).size for one in kept] == [(200, 300), (640, 480)]
    assert not any(b"OWNER" in one or b"script" in one or b"PK\x03" in one for one in kept)


def test_hostile_words_are_kept_bounded_without_what_steers_a_screen(db, address):
    party = Party(address, order(db).code)
    party.knock(REPORT_CODE)
    text = "<script>alert(1)</script>\x00\x1b[31m\u202e倒\r\n第二行\u2028" + "长" * 5000
    assert party.hand_in(text, by="=cmd|' /C calc'!A0\n\x07").status_code == 303
    (report,) = said(db, "party_report")
    assert report["text"].startswith("<script>alert(1)</script>[31m倒\n第二行 长")
    assert len(report["text"]) == handing.MOST_TEXT
    assert report["handed_by"] == "=cmd|' /C calc'!A0"
    assert "<script>" not in party.look().text


def test_so_many_reports_and_no_more(db, address, monkeypatch):
    monkeypatch.setattr(handing, "MOST_REPORTS", 3)
    party = Party(address, order(db).code)
    party.knock(REPORT_CODE)
    assert [party.hand_in(f"第{n}次").status_code for n in range(3)] == [303] * 3
    assert "在线提交次数已满" in party.look().text


def test_reports_at_once_are_all_kept(db, address):
    party = Party(address, order(db).code)
    party.knock(REPORT_CODE)
    texts = [f"第{n}份" for n in range(5)]
    with ThreadPoolExecutor(5) as pool:
        found = [one.status_code for one in pool.map(party.hand_in, texts)]
    assert found == [303] * 5
    assert sorted(one["text"] for one in said(db, "party_report")) == texts
    assert len({one.rec_id for one in map(decode, kit.feed(db)) if one.user == "party"}) == 5


def test_a_laptop_cannot_say_what_a_party_handed_in(db, address):
    paper = order(db)
    first = len(paper.laptop.operations) + 1
    fields = {"document_id": (paper.document, ()), "text": ("forged", ())}
    paper.laptop.write("party_report", "r1", fields)
    paper.push(db, first)
    query = "SELECT reason FROM quarantine"
    assert db.execute(query).fetchall() == [("authority",)]


def test_nothing_kept_at_the_hub_but_the_paper_itself_tells_the_code(db, address):
    party = Party(address, order(db).code)
    party.knock(REPORT_CODE)
    party.hand_in()
    for table in ("op", "record", "attempt", "audit"):
        for row in db.execute(f"SELECT * FROM {table}").fetchall():
            told = json.dumps([one.hex() if isinstance(one, bytes) else str(one) for one in row])
            for secret in (REPORT_CODE, REPORT_CODE.replace("-", "")):
                assert secret not in told
                assert secret.encode().hex() not in told
