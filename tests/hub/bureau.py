"""A bureau with something on every page: people, laptops, papers, numbers, what waits for a person."""

import datetime as dt

from db.journal.ids import new_id
from hub import leases, passwords, push
from hub.leases import Asking
from hub.sql import hubs, people
from tests.hub import kit
from tests.hub.test_verifying import issued

PASSWORD = "abcd-efgh-jkmn-pqrs"
COUNTY = "371302"
PEOPLE = (
    ("admin", "管理员", None, "administrator", "first"),
    ("chen", "陈科长", None, "reviewer", "active"),
    ("sun", "孙审计", None, "auditor", "active"),
    ("zhang", "张建国", "鲁Q-0107", "inspector", "active"),
    ("li", "李敏", "鲁Q-0112", "inspector", "active"),
)
ITEMS = ("轿厢内报警装置", "层门门锁", "限速器校验", "维保记录", "应急救援演练", "警示标志")


def filled(db):
    """Fill a hub's database; returns the codes of a paper that stands, one withdrawn, two held."""
    hubs.add_scope(db, COUNTY, kit.SCOPE, "兰陵县市场监督管理局", kit.NOW)
    kept = passwords.hashed(PASSWORD)
    for login, name, certificate, role, state in PEOPLE:
        row = people.Account(
            kit.SCOPE, f"who-{login}", login, name, certificate, role,
            None if role == "inspector" else kept, state,
        )  # fmt: skip
        people.add_account(db, row, kit.NOW)
    first, second = laptop(db, "zhang", "T07", 400), laptop(db, "li", "T12", -430_000)
    codes = _papers(db, first)
    _checks(db, first)
    _conflict(db, first, second)
    return [*codes, *_held(db, second)]


def laptop(db, login, label, ahead_ms):
    """An enrolled laptop, seen an hour ago."""
    made = kit.Laptop(new_id())
    public = made.key.public_key().public_bytes_raw()
    row = people.Device(kit.SCOPE, made.name, f"who-{login}", label, public, "active")
    people.add_device(db, row, kit.NOW - dt.timedelta(days=40))
    told = (kit.NOW - dt.timedelta(hours=1), "1.0", ahead_ms)
    people.seen(db, kit.SCOPE, made.name, told)
    return made


def send(db, one, first):
    push.push(db, one.caller, one.batch(first), kit.NOW)


def _papers(db, one):
    asking = Asking("request-1", "责改", 2026, 20, one.stream)
    leases.lease(db, one.caller, asking, kit.NOW)
    codes = [issued(db, one, number=1), issued(db, one, number=2, state="withdrawn")]
    issued(db, one, number=5)
    return codes


def _checks(db, one):
    first = len(one.operations) + 1
    for at, state in enumerate(("draft",) * 4 + ("finished",) * 9 + ("issued",) * 3):
        fields = {"title": (f"电梯监督检查 {at + 1}", ()), "state": (state, ())}
        one.write("record", new_id(), fields)
    days = (None, "2026-09-10", "2026-09-17", "2026-09-18", "2026-10-08", "2026-10-20")
    for item, due, state in zip(
        ITEMS * 2, days * 2, ("ordered",) * 6 + ("open", "reported", "closed") * 2, strict=True
    ):
        fields = {"item": (item, ()), "state": (state, ()), "due": (due, ()), "seen": ("=1+1", ())}
        one.write("finding", new_id(), fields)
    send(db, one, first)


def _conflict(db, one, two):
    key = new_id()
    first = len(one.operations) + 1
    dot = one.write("enterprise", key, {"name": ("东原市金蟾电梯有限公司", ()), "phone": ("1", ())})
    send(db, one, first)
    first = len(one.operations) + 1
    one.write("enterprise", key, {"phone": ("0539-8301122", (dot,))})
    send(db, one, first)
    first = len(two.operations) + 1
    two.write("enterprise", key, {"phone": ("0539-8301199", (dot,))})
    send(db, two, first)
    _beside(db, one, two)


def _beside(db, one, two):
    """Two wrote different fields of one enterprise without having seen each other."""
    key = new_id()
    first = len(one.operations) + 1
    dot = one.write("enterprise", key, {"name": ("沂河水产市场", ()), "phone": ("2", ())})
    one.write("enterprise", key, {"legal_rep": ("孙兆祥", (dot,)), "note": ("<b>冷库</b>", ())})
    send(db, one, first)
    first = len(two.operations) + 1
    two.write("enterprise", key, {"address": ("滨河大道 88 号", (dot,))})
    send(db, two, first)


def _held(db, two):
    return [issued(db, two, number=number, party="兰陵县福安食品厂") for number in (5, 1)]
