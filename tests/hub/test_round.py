"""Laptops with real stores and a served hub: enrolled, in step, whatever is lost on the way."""

import threading
from dataclasses import replace

import pytest

from app.services import enrolling, syncing
from app.services.context import DeviceSeal
from app.services.transport import Address, Link, LinkError
from db.connection import create_store, open_reader
from db.journal import wire
from db.rows import Enterprise
from db.store import arrivals, enterprises, streams
from hub import enrolling as hub_enrolling
from hub.sql import people
from tests.hub import kit, served
from tests.store_kit import KEY, Clock


class Laptop:
    """A laptop: store, reader, key; it does its rounds with the hub at an address."""

    def __init__(self, folder, name, address):
        self.store = create_store(folder / name, KEY, ballast_bytes=0, clock=Clock())
        self.reader = open_reader(folder / name, KEY)
        self.seal = DeviceSeal(name.encode().ljust(32))
        self.address = address

    def enrol(self, code):
        device = streams.device(self.reader)
        enrolment = enrolling.ask(Address(self.address), code, "终端", self.seal, device)
        enrolling.keep(self.store, enrolment)
        return enrolment

    def round(self, link=None, told=lambda *_: None):
        enrolment = enrolling.standing(self.reader)
        who = enrolling.credentials(self.reader, enrolment, self.seal)
        line = link or Link(Address(self.address), who)
        try:
            return syncing.run(
                syncing.Round(line, self.reader, self._write, who, 1_789_537_961_000, told)
            )
        finally:
            if link is None:
                line.close()

    def _write(self, work):
        return work(self.store)

    def close(self):
        self.reader.close()
        self.store.close()


def a_code(db, name="zhang"):
    account = people.Account(
        kit.SCOPE, f"who-{name}", name, "张检查员", "ZF-1", "inspector", None, "active"
    )
    people.add_account(db, account, kit.NOW)
    return hub_enrolling.new_code(db, kit.SCOPE, account.account, kit.NOW)


@pytest.fixture
def address(url):
    """The address of a served hub."""
    with served.running(url) as at:
        yield at


@pytest.fixture
def laptop(tmp_path, address, db):
    """An enrolled laptop."""
    made = Laptop(tmp_path, "one", address)
    made.enrol(a_code(db))
    yield made
    made.close()


@pytest.fixture
def second(tmp_path, address, db):
    """Another laptop of another person."""
    made = Laptop(tmp_path, "two", address)
    made.enrol(a_code(db, "zhou"))
    yield made
    made.close()


def test_two_laptops_come_to_hold_the_same(laptop, second):
    for n in range(2500):
        enterprises.save(laptop.store, Enterprise(f"e{n}", f"第{n}厂"))
        if n == 1200:
            break
    enterprises.save(second.store, Enterprise("f", "城北农资"))
    done = laptop.round()
    assert (done.sent, done.held) == (1201, 0)
    assert second.round().taken == 1201
    assert laptop.round().taken == 1
    assert enterprises.get(laptop.reader, "f").name == "城北农资"
    assert enterprises.get(second.reader, "e1200").name == "第1200厂"
    again = laptop.round()
    assert (again.sent, again.taken) == (0, 0)
    assert arrivals.waiting(laptop.reader) == 0


def test_a_code_is_good_once_and_the_same_laptop_may_ask_again(tmp_path, address, db):
    code = a_code(db)
    one, two = Laptop(tmp_path, "one", address), Laptop(tmp_path, "two", address)
    try:
        first = one.enrol(code)
        assert one.enrol(code.lower()) == first
        for wrong in (code, "3713-AAAA-AAAA-AAAA-AAAA-AAAA", "nonsense", ""):
            with pytest.raises(LinkError) as told:
                two.enrol(wrong)
            assert told.value.code == "code"
        assert enrolling.standing(two.reader) is None
    finally:
        one.close()
        two.close()


def test_a_laptop_takes_over_where_the_hub_is_reached_now(laptop, url):
    """It was told at enrolment; its next paper is to lead where a phone finds the hub today."""
    assert enrolling.public_address(laptop.reader) == ""
    for public in ("https://zhijian.dongyuan.gov.cn", "https://new.dongyuan.gov.cn", ""):
        with served.running(url, public=public) as laptop.address:
            laptop.round()
        assert enrolling.public_address(laptop.reader) == public


def test_what_no_phone_could_open_changes_nothing(laptop):
    ours, old = "https://zhijian.dongyuan.gov.cn", "https://old.dongyuan.gov.cn"
    enrolling.learn(laptop.reader, laptop._write, (ours, 2000))
    for told in (None, "javascript:alert(1)", "https://u:p@x/?a=1", "x" * 900):
        enrolling.learn(laptop.reader, laptop._write, (told, 3000))
        assert enrolling.public_address(laptop.reader) == ours
    enrolling.learn(laptop.reader, laptop._write, (old, 1999), signed=True)
    assert enrolling.public_address(laptop.reader) == ours, "a stick of last month"


def test_on_a_line_anybody_may_speak_on_only_what_is_signed_moves_the_printed_address(laptop):
    known = enrolling.standing(laptop.reader)
    enrolling.keep(laptop.store, replace(known, url="http://10.1.2.3:8443"))
    forged, true = "https://forged.example.cn", "https://zhijian.dongyuan.gov.cn"
    enrolling.learn(laptop.reader, laptop._write, (forged, 2000))
    assert enrolling.public_address(laptop.reader) == ""
    enrolling.learn(laptop.reader, laptop._write, (true, 2000), signed=True)
    assert enrolling.public_address(laptop.reader) == true


def test_the_key_of_a_laptop_never_leaves_it(tmp_path, address, db, monkeypatch):
    """Whoever keeps all that was ever sent can sign nothing with it."""
    sent, pack = [], wire.pack
    monkeypatch.setattr(wire, "pack", lambda value: sent.append(pack(value)) or sent[-1])
    one = Laptop(tmp_path, "one", address)
    one.enrol(a_code(db))
    enterprises.save(one.store, Enterprise("e", "厂"))
    one.round()
    one.close()
    assert any(one.seal.public in data for data in sent)
    for secret in (one.seal.secret, one.seal._key.private_bytes_raw(),
                   one.seal.box.private_bytes_raw()):  # fmt: skip
        assert not any(secret in data for data in sent)


def test_an_expired_code_is_none(tmp_path, url, db):
    clock = served.Clock()
    code = a_code(db)
    clock.now = kit.NOW + hub_enrolling.VALID_FOR * 2
    with served.running(url, clock) as address:
        one = Laptop(tmp_path, "one", address)
        with pytest.raises(LinkError, match="code"):
            one.enrol(code)
        one.close()


def test_a_revoked_laptop_still_hands_over_what_it_has_and_gets_nothing(laptop, second, db):
    enterprises.save(second.store, Enterprise("f", "厂"))
    second.round()
    enterprises.save(laptop.store, Enterprise("e", "厂"))
    people.revoke(db, kit.SCOPE, streams.device(laptop.reader), kit.NOW)
    with pytest.raises(LinkError) as told:
        laptop.round()
    assert (told.value.code, told.value.facts) == ("revoked", {"sent": 1})
    assert enterprises.get(laptop.reader, "f") is None
    assert len(kit.feed(db)) == 2
    second.round()
    assert enterprises.get(second.reader, "e") is None
    assert [one.reason for one in arrivals.held(second.reader)] == ["quarantine"]


class Losing:
    """A line that loses the answer, or the question, of one call."""

    def __init__(self, link, call, *, before):
        self._link, self._call, self._before = link, call, before
        self.calls = 0

    def _do(self, name, *values):
        self.calls += 1
        if self.calls == self._call and self._before:
            raise LinkError("offline")
        try:
            return getattr(self._link, name)(*values)
        finally:
            if self.calls == self._call:
                raise LinkError("offline")

    def heads(self, now_ms):
        return self._do("heads", now_ms)

    def snapshot(self):
        return self._do("snapshot")

    def push(self, batch):
        return self._do("push", batch)

    def pull(self, after, feed, **_sealed):
        return self._do("pull", after, feed)

    def checkpoint(self, size, before):
        return self._do("checkpoint", size, before)


def twice(laptop, line):
    """A round that brings something, and the quiet one that has it signed."""
    laptop.round(line)
    laptop.round(line)


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("call", [1, 2, 3, 4, 5, 6])
def test_two_rounds_cut_at_any_call_lose_and_double_nothing(laptop, second, db, call, before):
    enterprises.save(second.store, Enterprise("f", "厂"))
    second.round()
    enterprises.save(laptop.store, Enterprise("e", "厂"))
    who = enrolling.credentials(laptop.reader, enrolling.standing(laptop.reader), laptop.seal)
    link = Link(Address(laptop.address), who)
    try:
        losing = Losing(link, call, before=before)
        with pytest.raises(LinkError, match="offline"):
            twice(laptop, losing)
    finally:
        link.close()
    laptop.round()
    assert len(kit.feed(db)) == 2
    assert enterprises.get(laptop.reader, "f").name == "厂"
    assert laptop.round().sent == 0


def test_what_was_sent_is_asked_for_again_only_when_something_stands_between(laptop, second):
    who = enrolling.credentials(laptop.reader, enrolling.standing(laptop.reader), laptop.seal)
    link = Link(Address(laptop.address), who)
    asked = []
    pull = link.pull
    link.pull = lambda *at, **wish: asked.append(at[0]) or pull(*at, **wish)
    try:
        for name in ("e0", "e1"):
            enterprises.save(laptop.store, Enterprise(name, "厂"))
            laptop.round(link)
        assert asked == []
        assert arrivals.cursor(laptop.reader, kit.SCOPE).seq == 2
        enterprises.save(second.store, Enterprise("f", "厂"))
        second.round()
        enterprises.save(laptop.store, Enterprise("e2", "厂"))
        laptop.round(link)
        assert asked == [2]
    finally:
        link.close()
    assert arrivals.cursor(laptop.reader, kit.SCOPE).seq == 4
    assert enterprises.get(laptop.reader, "f").name == "厂"
    fed = laptop.reader.value("SELECT fed FROM hub_stream")
    assert fed == 3  # the bureau's own order has all of it


def test_a_hub_back_from_yesterdays_copy_is_given_again_what_it_lost(laptop, second, db):
    enterprises.save(laptop.store, Enterprise("e", "厂"))
    laptop.round()
    second.round()
    tables = ("stream", "feed", "batch", "op", "record", "conflict", "num_use")
    kept = {name: db.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
    for n in range(3):
        enterprises.save(laptop.store, Enterprise(f"e{n}", "厂"))
    enterprises.save(second.store, Enterprise("f", "厂"))
    for each in (laptop, second, laptop):
        each.round()
    lost = len(kit.feed(db))
    for name, rows in kept.items():
        db.execute(f"DELETE FROM {name}")
        for row in rows:
            marks = ", ".join(["%s"] * len(row))
            db.execute(f"INSERT INTO {name} VALUES ({marks})", row)
    assert len(kit.feed(db)) == 1 < lost
    for each in (second, laptop, second, laptop):
        each.round()
    assert len(kit.feed(db)) == lost
    for each in (laptop, second):
        assert {f"e{n}" for n in range(3)} | {"e", "f"} == {
            key for (key,) in each.reader.rows("SELECT id FROM enterprise")
        }


def test_a_page_that_is_not_a_hub_is_no_hub(laptop):
    import http.server

    class Portal(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers.get("content-length", 0)))
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(b"<h1>Welcome to the hotel</h1>")

        def log_message(self, *_):
            """Say nothing."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Portal)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        laptop.address = f"http://127.0.0.1:{server.server_port}"
        enterprises.save(laptop.store, Enterprise("e", "厂"))
        with pytest.raises(LinkError, match="strange"):
            laptop.round()
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert arrivals.waiting(laptop.reader) == 1


def test_a_forged_or_stale_session_is_none(laptop, address):
    import httpx2

    for token in ("x", "x.y.z", "eyJhbGciOiJub25lIn0.e30."):
        answer = httpx2.get(f"{address}/v1/heads", headers={"authorization": f"Bearer {token}"})
        assert answer.status_code == 401
