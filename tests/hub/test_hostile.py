"""What nobody should send: too much, from a newer version, by a clock years off, after revocation."""

import datetime as dt
import http.server
import threading

import httpx2
import pytest
from backports import zstd

from app.services.transport import MEDIA, Address, Link, LinkError
from db.journal import wire
from db.journal.operation import decode
from db.rows import Enterprise
from db.store import arrivals, enterprises, nouns, operations, streams
from db.store.operations import Change
from hub import packed
from hub.sql import people
from tests.hub import kit
from tests.hub.test_restored import Image, standing
from tests.hub.test_round import address, laptop, second
from tests.store_kit import Clock

__all__ = ["address", "laptop", "second"]
BOMB = zstd.compress(bytes(wire.MOST_BODY + (1 << 20)))


@pytest.mark.parametrize("data", [BOMB, bytes(packed.MOST_PACKED + 1)], ids=["bomb", "oversized"])
def test_an_oversized_body_is_refused_before_it_is_held_in_memory(address, data):
    assert (
        httpx2.post(f"{address}/v1/enrol", content=data, headers={"content-type": MEDIA})
    ).status_code == 413


def test_an_answer_that_unpacks_to_more_than_any_body_is_no_hubs(laptop):
    class Bomber(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers.get("content-length", 0)))
            self.send_response(200)
            self.send_header("content-type", MEDIA)
            self.end_headers()
            self.wfile.write(BOMB)

        def log_message(self, *_):
            """Say nothing."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Bomber)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    link = Link(Address(f"http://127.0.0.1:{server.server_port}"), None)
    unpacked = []
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(wire, "unpack", lambda data, _kind: unpacked.append(len(data)) or {})
            with pytest.raises(LinkError, match="strange"):
                link.enrol({})
    finally:
        link.close()
        server.shutdown()
        thread.join()
        server.server_close()
    assert unpacked == []


def test_what_a_newer_client_writes_is_kept_everywhere_and_applied_nowhere_else(laptop, second, db):
    enterprises.save(laptop.store, Enterprise("e", "厂"))
    operations.append(laptop.store, (Change("transfer", "enterprise", "e", {"phone": "1"}),))
    assert laptop.round().held == 1
    second.round()
    assert enterprises.get(second.reader, "e").phone == ""
    assert [one.reason for one in arrivals.held(second.reader)] == ["quarantine"]
    assert [decode(data).kind for data in kit.feed(db)] == ["put", "transfer"]
    enterprises.save(laptop.store, Enterprise("f", "乙厂"))
    assert (laptop.round().sent, second.round().taken) == (1, 1)


def test_clocks_ten_years_off_refuse_and_lose_nothing(laptop, second, db):
    laptop.store.clock = Clock(dt.datetime(2036, 9, 16, tzinfo=dt.UTC))
    second.store.clock = Clock(dt.datetime(2016, 9, 16, tzinfo=dt.UTC))
    enterprises.save(laptop.store, Enterprise("e", "厂", phone="1"))
    assert (laptop.round().held, second.round().taken) == (0, 1)
    nouns.edit(second.store, Enterprise, "e", phone="2")
    assert second.round().held == 0
    laptop.round()
    assert enterprises.get(laptop.reader, "e").phone == "2"
    assert standing(laptop, "e") == {}


def test_a_revoked_laptop_set_back_hands_over_what_it_wrote_and_says_it_is_not_there_until_it_is(
    laptop, tmp_path, db
):
    enterprises.save(laptop.store, Enterprise("e", "厂"))
    laptop.round()
    image = Image(laptop, tmp_path / "images" / "one")
    enterprises.save(laptop.store, Enterprise("after", "甲"))
    laptop.round()
    people.revoke(db, kit.SCOPE, streams.device(laptop.reader), kit.NOW)
    image.wake()
    enterprises.save(image.store, Enterprise("later", "乙"))
    try:
        with pytest.raises(LinkError, match="revoked"):
            image.round()
        assert arrivals.waiting(image.reader) == 0
    finally:
        image.close()
    assert [decode(data).rec_id for data in kit.feed(db)] == ["e", "after", "later"]
    found = db.execute("SELECT reason FROM quarantine").fetchall()
    assert [reason for (reason,) in found] == ["revoked"]
