"""Each fault the issue names: nothing lost, nothing doubled, and the sentence a person then reads."""

import contextlib
import http.server
import socket
import threading
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from app.screens.sentences import sentence
from app.screens.sentences_sync import link_code
from app.screens.sync_words import reason_words
from app.services import enrolling, transport
from app.services.rounds import Tether
from app.services.transport import Address, Link, LinkError
from db.journal import wire
from db.store import arrivals, operations, streams
from db.store.operations import Change
from hub import certificate, packed
from hub.sql import hubs, people
from tests.chaos.bureau import Desk, shown, whole, years
from tests.chaos.cutting import Cutting
from tests.hub import kit, served
from tests.hub.test_healing import copy_of, set_back
from tests.hub.test_hostile import BOMB
from tests.hub.test_restored import Image
from tests.hub.test_round import a_code
from tests.store_kit import Clock

AWAY = "The bureau cannot be reached"
STALLED = "The connection stood still and was ended"
ANOTHER = "Something else answered in place of the bureau"
UNTRUSTED = "The server's certificate is not the bureau's"
BUSY = "The bureau's server is busy"
LARGE = "An entry is too large for the bureau's server"
GAP = "The bureau misses earlier entries of this computer"
SESSION = "The bureau does not let this computer in"
BROKEN = "What the bureau sent does not fit together"
OTHER_KEY = "The bureau knows this computer with another key"
SIGNATURE = "The bureau does not accept this computer's signature"
REVOKED = "The bureau has withdrawn this computer's right"
SET_BACK = "The bureau's server was set back to an earlier copy"
COPIED = "These data were set back, or run on a second computer"
NEWER = "The bureau's server is older than this program."


@pytest.fixture
def clock():
    """The hub's clock."""
    return served.Clock()


@pytest.fixture
def address(url, clock):
    """The address of a served hub."""
    with served.running(url, clock) as at:
        yield at


@pytest.fixture
def two(tmp_path, address, db):
    """Two enrolled laptops that have written something the other has not seen."""
    found = [Desk(tmp_path, name, address) for name in ("one", "two")]
    for name, desk in zip(("zhang", "zhou"), found, strict=True):
        desk.enrol(a_code(db, name))
        desk.write_down(name)
    yield found
    for desk in found:
        desk.close()


def credentials(desk):
    return enrolling.credentials(desk.reader, enrolling.standing(desk.reader), desk.seal)


def line(desk):
    """A line of the laptop's own to the hub."""
    return contextlib.closing(Link(Address(desk.address), credentials(desk)))


def settled(db, *desks):
    """After a quiet round or two each nothing is missing and nothing is there twice."""
    for desk in (*desks, *desks):
        assert desk.go() in {"", SET_BACK, COPIED}
    whole(db, *desks)


@contextlib.contextmanager
def through(desk, url, pin=""):
    """For a while the laptop's line leads elsewhere."""
    standing = enrolling.standing(desk.reader)
    enrolling.keep(desk.store, replace(standing, url=url, pin=pin))
    try:
        yield
    finally:
        enrolling.keep(desk.store, standing)


@pytest.mark.parametrize("cut", [("up", 0), ("up", 2400), ("down", 1900)])
def test_cut(two, db, cut):
    one, other = two
    other.go()
    proxy = Cutting(urlsplit(one.address).port)
    try:
        with through(one, f"http://127.0.0.1:{proxy.port}"):
            proxy.begin(cut)
            assert one.go() == AWAY
    finally:
        proxy.close()
    settled(db, one, other)


def test_slow_until_it_stands_still(two, db):
    one, _other = two
    with socket.create_server(("127.0.0.1", 0)) as silent:
        watchdog = threading.Timer(0.5, one.tether.cut, ("stalled",))
        with through(one, f"http://127.0.0.1:{silent.getsockname()[1]}"):
            watchdog.start()
            assert one.go() == STALLED
        watchdog.join()
    one.tether = Tether()
    settled(db, *two)


def test_repeated(two, db, monkeypatch):
    push = Link.push

    def twice(link, batch):
        push(link, batch)
        return push(link, batch)

    monkeypatch.setattr(Link, "push", twice)
    assert [desk.go() for desk in two] == ["", ""]
    settled(db, *two)


def test_reordered(two, db):
    one, other = two
    one.write_down("later")
    stream = streams.own(one.reader)
    first, operations_, end = arrivals.next_batch(one.reader, stream, 1)
    sign = credentials(one).sign(wire.claim(stream, first, end))
    with line(one) as link, pytest.raises(LinkError) as told:
        link.push(wire.Batch(stream, first, operations_, end, sign))
    assert shown(link_code(told.value.code)) == GAP
    settled(db, one, other)


def test_replayed_batch(two, db, monkeypatch):
    one, other = two
    sent, push = [], Link.push

    def noting(link, batch):
        sent.append(batch)
        return push(link, batch)

    monkeypatch.setattr(Link, "push", noting)
    for key in ("a", "b", "c"):
        one.write_down(key)
        one.go()
    with line(one) as link:
        for batch in (*reversed(sent), *sent):
            assert link.push(batch).seq == 4
    settled(db, one, other)


def test_replayed_session(two, db, clock):
    one, other = two
    who = credentials(one)
    with line(one) as link:
        challenge = bytes(link._ask("POST", "/v1/challenge", dict)["challenge"])
        signature = who.sign(wire.session_claim(who.hub, who.device, challenge))
        answer = {
            "scope": who.scope, "device": who.device, "challenge": challenge,
            "signature": signature,
        }  # fmt: skip
        token = link._ask("POST", "/v1/session", dict, body=answer)["token"]
        clock.now += years(1)
        with pytest.raises(LinkError) as told:
            link._ask("POST", "/v1/session", dict, body=answer)
        assert shown(link_code(told.value.code)) == "The greeting of the bureau's server ran out"
        with pytest.raises(LinkError) as told:
            link._ask("GET", "/v1/heads", dict, headers={"authorization": f"Bearer {token}"})
        assert shown(link_code(told.value.code)) == SESSION
    settled(db, one, other)


def test_oversized_up(two, db, monkeypatch):
    one, other = two
    one.write_down("large" * 400)
    other.go()
    with monkeypatch.context() as patch:
        patch.setattr(packed, "MOST_PACKED", 500)
        assert one.go() == LARGE
    settled(db, one, other)


def test_a_page_of_a_portal_and_a_bomb_are_no_hub(two, db):
    one, _other = two
    for status, media, body in (
        (200, "text/html", b"<h1>Welcome to the hotel</h1>"),
        (200, transport.MEDIA, BOMB),
        (302, "text/html", b"<a href='/login'>"),
        (200, transport.MEDIA, b"<h1>no zstd</h1>"),
    ):
        with answering(status, media, body) as url, through(one, url):
            assert one.go() == ANOTHER
    with answering(503, "text/html", b"later", ("retry-after", "7")) as url, through(one, url):
        assert one.go() == BUSY
        assert one.ended.wait == 7
    settled(db, *two)


@contextlib.contextmanager
def answering(status, media, body, *headers):
    """A server that answers whatever it is asked with the same."""

    class Portal(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers.get("content-length", 0)))
            self.send_response(status)
            self.send_header("content-type", media)
            for name, value in headers:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST  # noqa: N815 - the standard library's name

        def log_message(self, *_):
            """Say nothing."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Portal)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_portal_with_a_certificate_of_its_own_is_told_nothing(two, db, url, tmp_path):
    one, _other = two
    made = [tmp_path / f"{name}.pem" for name in ("bureau", "portal")]
    for path in made:
        certificate.ensure(path, ("127.0.0.1",), kit.NOW)
    pin = certificate.fingerprint(made[0])
    with served.running(url, certificate=made[1]) as portal, through(one, portal, pin):
        assert one.go() == UNTRUSTED
    assert kit.feed(db) == []
    with served.running(url, certificate=made[0]) as bureau, through(one, bureau, pin):
        assert one.go() == ""
    settled(db, *two)


def test_forged(two, db, monkeypatch):
    one, other = two
    other.go()
    pull = Link.pull

    def bent(link, after, feed, **wish):
        page = pull(link, after, feed, **wish)
        first, *rest = page.placed
        data = first.batch.operations[0].replace("第zhou厂".encode(), "第wang厂".encode())
        batch = replace(first.batch, operations=(data, *first.batch.operations[1:]))
        return replace(page, placed=(replace(first, batch=batch), *rest))

    with monkeypatch.context() as patch:
        patch.setattr(Link, "pull", bent)
        assert one.go() == BROKEN
    settled(db, one, other)


def test_wrongly_signed(two, db):
    one, other = two
    right, one.seal = one.seal, other.seal
    assert one.go() == OTHER_KEY
    one.seal = right
    stream = streams.own(one.reader)
    _first, data, end = arrivals.next_batch(one.reader, stream, 0)
    with line(one) as link, pytest.raises(LinkError) as told:
        link.push(wire.Batch(stream, 1, data, end, bytes(64)))
    assert shown(link_code(told.value.code)) == SIGNATURE
    assert kit.feed(db) == []
    settled(db, one, other)


def test_revoked(two, db):
    """With five hundred entries it had not sent: each is kept, none is applied, a person decides."""
    one, other = two
    other.go()
    for n in range(500):
        one.write_down(f"e{n}")
    people.revoke(db, kit.SCOPE, streams.device(one.reader), kit.NOW)
    assert [one.go(), one.go()] == [REVOKED, REVOKED]
    found = [operations.decode(data).rec_id for data in kit.feed(db)]
    assert found == ["zhou", "zhang", *(f"e{n}" for n in range(500))]
    assert arrivals.waiting(one.reader) == 0
    assert other.go() == ""
    assert [held.reason for held in arrivals.held(other.reader, 999)] == ["quarantine"] * 501
    assert db.execute("SELECT reason FROM quarantine").fetchall() == [("revoked",)] * 501


def test_restored_from_an_image(two, db, tmp_path):
    one, other = two
    one.go()
    image = Image(one, tmp_path / "images" / "one")
    one.write_down("after")
    assert one.go() == ""
    image.wake()
    back = Desk.__new__(Desk)
    back.__dict__ |= one.__dict__ | image.__dict__
    back.written = []
    back.write_down("again")
    assert back.go() == COPIED
    settled(db, back, one, other)
    image.close()


def test_a_newer_client(two, db):
    one, other = two
    newer = Change("transfer", "enterprise", "zhang", {"phone": "1"})
    operations.append(one.store, (newer,))
    settled(db, one, other)
    (held,) = arrivals.held_own(one.reader)
    assert reason_words(held.reason) == NEWER
    assert [one.reason for one in arrivals.held(other.reader)] == ["quarantine"]


def test_a_hub_that_wants_a_newer_program_takes_all_the_same(two, db, monkeypatch):
    one, other = two
    monkeypatch.setattr("hub.api.MIN_CLIENT", "9.1")
    settled(db, one, other)
    assert one.ended.contact.newer == "9.1"
    assert "9.1" in sentence(link_code("newer"), {"version": "9.1"})[1]
    monkeypatch.undo()
    assert one.go() == ""
    assert one.ended.contact.newer == ""


@pytest.mark.parametrize("off", [-10, 10])
def test_a_clock_ten_years_off(two, db, off):
    one, other = two
    one.store.clock, one.clock = Clock(kit.NOW + years(off)), kit.NOW + years(off)
    one.write_down("off")
    settled(db, one, other)
    ahead = one.ended.contact.ahead_ms / 1000 / 86_400 / 365
    assert ahead == pytest.approx(off, abs=0.01)
    other.write_down("after")
    settled(db, other, one)


def test_a_hub_restored_from_yesterdays_backup(two, url, db):
    one, other = two
    settled(db, one, other)
    yesterday = copy_of(db)
    one.write_down("lost")
    settled(db, one, other)
    set_back(db, yesterday)
    hubs.next_epoch(db, kit.NOW)
    with served.running(url) as again, through(one, again), through(other, again):
        other.write_down("new")
        assert other.go() == SET_BACK
        settled(db, one, other)
