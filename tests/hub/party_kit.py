"""An order at the hub with the code on it, and a stranger who speaks to its page without a browser."""

import dataclasses
import datetime as dt
import hashlib
import io
import json
import re

import httpx2
from PIL import Image

from db.journal import passcode
from db.journal.ids import new_id
from forms.paper import link
from forms.paper.proof import Proof, encode
from hub import push
from hub.sql import people
from tests.hub import kit

REPORT_CODE = "7KQM-W4RX"
ITEMS = ("产品标识齐全真实", "不合格品隔离存放")


@dataclasses.dataclass
class Order:
    """A notice that was pushed: its code's text, its findings, the laptop that issued it."""

    laptop: kit.Laptop
    document: str
    code: str
    findings: list

    def push(self, db, first):
        push.push(db, self.laptop.caller, self.laptop.batch(first), kit.NOW)

    def settle(self, db, state="closed", rechecked="2026-09-16"):
        """Let the inspector re-check every finding."""
        first = len(self.laptop.operations) + 1
        for key, dot in self.findings:
            self.laptop.write(
                "finding", key, {"state": (state, (dot,)), "rechecked": (rechecked, ())}
            )
        self.push(db, first)

    def withdraw(self, db):
        first = len(self.laptop.operations) + 1
        self.laptop.write("document", self.document, {"state": ("withdrawn", ())}, kind="serve")
        self.push(db, first)


def order(db, *, number=38, report_code=REPORT_CODE):
    """Issue and push a notice over two findings."""
    laptop = kit.Laptop(new_id())
    public = laptop.key.public_key().public_bytes_raw()
    row = people.Device(kit.SCOPE, laptop.name, "x", "终端", public, "active")
    people.add_device(db, row, kit.NOW)
    made = Order(laptop, new_id(), "", [])
    found = [
        {
            "id": new_id(),
            "item": item,
            "seen": f"<b>所见</b> {at}",
            "law": "《产品质量法》第二十七条",
        }
        for at, item in enumerate(ITEMS)
    ]
    content = json.dumps(
        {"id": made.document, "party": {"name": "临沂市小白羊童车有限公司"}, "findings": found},
        ensure_ascii=False,
    )
    content_hash = hashlib.sha256(content.encode()).hexdigest()
    head = bytes.fromhex(content_hash)[:10]
    proof = Proof(made.document, b"\0\1\2\3", dt.date(2026, 9, 16), number, head)
    made.code = encode(proof, laptop.key.sign)
    fields = {
        "series": "责改", "year": 2026, "number": number, "block_id": "b", "content": content,
        "content_hash": content_hash, "qr": made.code, "number_text": f"东市监责改〔2026〕{number}号",
        "enterprise_id": "e1", "form_id": "rectification-notice",
    } | ({"report_code": passcode.kept(report_code)} if report_code else {})  # fmt: skip
    told = {name: (value, ()) for name, value in fields.items()}
    laptop.write("document", made.document, told, kind="issue", end=False)
    for at, one in enumerate(found):
        fields = {"state": ("ordered", ()), "due": ("2026-10-08", ()), "item": (one["item"], ())}
        dot = laptop.write("finding", one["id"], fields, end=at == len(found) - 1)
        made.findings.append((one["id"], dot))
    made.push(db, 1)
    return made


class Party:
    """Somebody with a paper in hand, at the hub's address."""

    def __init__(self, address, code):
        self.address, self.code = address, code
        self.page = link.address(address, code)
        self.cookie = {}

    def look(self):
        return httpx2.get(self.page, headers=self.cookie)

    def knock(self, typed, **headers):
        told = {"origin": self.address} | headers
        found = httpx2.post(self.page, data={"code": typed}, headers=told)
        if found.status_code == 303:
            self.cookie = {"cookie": found.headers["set-cookie"].partition(";")[0]}
        return found

    def hand_in(self, text="已全部整改。", by="赵淳，质量负责人", photos=(), **headers):
        page = self.look().text
        mark = (re.findall('name="mark" value="([0-9a-f]+)"', page) or [""])[0]
        path = (re.findall('action="(/hand-in/[^"]+)"', page) or ["/hand-in/XJ1:A"])[0]
        told = {"origin": self.address} | self.cookie | headers
        fields = {"text": text, "by": by, "mark": headers.pop("mark", mark)}
        told.pop("mark", None)
        files = [("photos", (f"{at}.jpg", one, "image/jpeg")) for at, one in enumerate(photos)]
        return httpx2.post(
            self.address + path, data=fields, files=files or [("photos", ("", b""))], headers=told,
            timeout=60,
        )  # fmt: skip


def photo(size=(640, 480), colour=(90, 140, 90), kind="JPEG", **more):
    """The bytes of a picture."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind, **more)
    return out.getvalue()
