"""What a stranger learns of a paper by its code, and that a forged one looks like an unknown one."""

import datetime as dt
import hashlib
import json
import uuid
from urllib.parse import quote

import httpx2
import psycopg
import pytest

from db.journal.ids import new_id
from forms.paper import link
from forms.paper.proof import Proof, decode, encode
from hub import push
from hub.sql import people
from hub.verifying import masked, verify
from tests.hub import kit, served

PARTY = "东原市金蟾电梯有限公司"


def issued(db, laptop, *, state=None, number=37, key=None, party=PARTY):
    """Issue a document on a laptop and push it; returns the text of its code."""
    known = people.device(db, kit.SCOPE, laptop.name)
    if known is None:
        public = laptop.key.public_key().public_bytes_raw()
        people.add_device(
            db, people.Device(kit.SCOPE, laptop.name, "x", "终端", public, "active"), kit.NOW
        )
    document = new_id()
    content = json.dumps({"id": document, "party": {"name": party, "uscc": "91371300X"}})
    content_hash = hashlib.sha256(content.encode()).hexdigest()
    head = bytes.fromhex(content_hash)[:10]
    proof = Proof(document, b"\0\1\2\3", dt.date(2026, 9, 16), number, head)
    code = encode(proof, (key or laptop.key).sign)
    fields = {
        "series": "责改", "year": 2026, "number": number, "block_id": "b", "content": content,
        "content_hash": content_hash, "qr": code, "issued": "2026-09-16T05:52:41.000Z",
        "number_text": f"东市监责改〔2026〕{number}号", "form_id": "order",
    }  # fmt: skip
    dot = laptop.write(
        "document", document, {name: (value, ()) for name, value in fields.items()}, kind="issue"
    )
    if state:
        laptop.write("document", document, {"state": (state, ())}, kind="serve")
    first = dot[1]
    push.push(db, laptop.caller, laptop.batch(first), kit.NOW)
    return code


def forged(code):
    """Codes that are almost the right one."""
    proof, _signed, _signature = decode(code)
    stranger = kit.Laptop("stranger").key
    yield code[:-3] + ("000" if code[-3:] != "000" else "001")
    yield encode(proof, stranger.sign)
    other = Proof(str(uuid.uuid4()), proof.key_id, proof.date, proof.number, proof.content_head)
    yield encode(other, stranger.sign)
    yield "XJ1:" + "0" * 150
    yield "XJ1:"
    yield code.lower()
    yield "'; DROP TABLE record; --"


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        (None, "valid"),
        ("served", "valid"),
        ("withdrawn", "withdrawn"),
        ("superseded", "superseded"),
    ],
)
def test_a_genuine_paper_is_told_with_its_state(db, state, shown):
    laptop = kit.Laptop("t07")
    found = verify(db, issued(db, laptop, state=state))
    assert (found.number, found.date, found.state) == (
        "东市监责改〔2026〕37号",
        dt.date(2026, 9, 16),
        shown,
    )
    assert found.party == "东原＊＊＊公司"


def test_a_paper_another_key_signed_is_not_confirmed(db):
    laptop = kit.Laptop("t07")
    code = issued(db, laptop, key=kit.Laptop("stranger").key)
    assert verify(db, code) is None


def test_a_paper_in_quarantine_is_not_confirmed(db):
    laptop, other = kit.Laptop("t07"), kit.Laptop("t08")
    first = issued(db, laptop, number=5)
    second = issued(db, other, number=5)
    assert verify(db, first) is not None
    assert verify(db, second) is None


def test_unknown_and_forged_look_the_same_and_tell_nothing(db, url):
    code = issued(db, kit.Laptop("t07"))
    pages = set()
    with served.running(url) as address, httpx2.Client(base_url=address) as line:
        good = line.get("/v/" + quote(code, safe=""))
        assert good.status_code == 200
        assert "91371300X" not in good.text
        assert "金蟾" not in good.text
        for one in forged(code):
            found = line.get("/v", params={"code": one})
            assert found.status_code == 404
            pages.add(found.text)
            by_path = line.get("/v/" + quote(one, safe=""))
            assert by_path.status_code == 404
            pages.add(by_path.text)
    assert len(pages) == 1


def test_what_copying_adds_around_a_code_does_not_matter(db, url):
    code = issued(db, kit.Laptop("t07"))
    with served.running(url) as address:
        found = httpx2.get(address + "/v", params={"code": f"\n {code} \r\n"})
    assert found.status_code == 200


@pytest.mark.parametrize(
    ("name", "shown"),
    [("王五", "王＊＊"), ("A", "A＊＊"), (PARTY, "东原＊＊＊公司"), ("临沂金鼎", "临＊＊")],
)
def test_a_name_is_masked_whatever_its_length(name, shown):
    assert masked(name) == shown


def test_who_asks_too_often_has_to_wait(url):
    with served.running(url) as address, httpx2.Client(base_url=address) as line:
        found = [line.get("/v").status_code for _ in range(61)]
        last = line.get("/v")
    assert found[:60] == [200] * 60
    assert (last.status_code, int(last.headers["retry-after"]) <= 60) == (429, True)


def test_nothing_is_kept_of_who_asked_but_a_hash(url):
    with served.running(url) as address:
        httpx2.get(address + "/v")
    with psycopg.connect(url) as db:
        (what,) = db.execute("SELECT what FROM attempt").fetchone()
    assert len(what) == 32


def test_the_address_on_a_paper_shows_what_its_bare_proof_shows(db, url):
    """A paper printed after enrolment, scanned by a phone or typed in as it was read."""
    code = issued(db, kit.Laptop("t07"))
    with served.running(url) as address:
        printed = link.address("https://hub.example", code)
        scanned = httpx2.get(link.address(address, code))
        pasted = httpx2.get(address + "/v", params={"code": printed})
    assert (scanned.status_code, pasted.status_code) == (200, 200)
    assert scanned.text == pasted.text
