"""A thousand laptops come back at one moment, and a transaction nobody ends: the hub goes on.

A thousand on real sockets, and ten minutes, with XUNJIAN_SOAK=1; fewer and shorter without.
"""

import os
import random
import sys
import threading
import time
from collections import Counter

import httpx2
import psycopg
import pytest

from app.screens import sync_loop
from app.screens.sync_loop import CAP, pause
from app.services import transport
from app.services.transport import Address, Credentials, Link, LinkError
from hub import database, push, routing
from hub.sql import hubs, people
from tests.hub import kit, served

SOAK = bool(os.environ.get("XUNJIAN_SOAK"))
LAPTOPS = 1000 if SOAK else 60
IDLE_SECONDS = 600 if SOAK else 0.2
FLEET, CAPACITY = 1000, 100


def storm(draw):
    """A hub that serves so many a second turns the rest away; returns (busiest second, seconds)."""
    due = dict.fromkeys(range(FLEET), 0.0)
    failures = dict.fromkeys(range(FLEET), 20)
    busiest, served_in = 0, Counter()
    while due:
        who = min(due, key=due.get)
        second = int(due[who])
        served_in[second] += 1
        busiest = max(busiest, served_in[second] if second else 0)
        if second and served_in[second] <= CAPACITY:
            del due[who]
            continue
        failures[who] += 1
        due[who] += pause(failures[who], 5.0, draw)
        assert second < 3600, "the fleet never gets through"
    return busiest, second


def test_a_fleet_turned_away_at_one_moment_does_not_come_back_at_one():
    busiest, seconds = storm(random.Random(7).uniform)
    assert busiest < FLEET / 20
    assert seconds < 2 * CAP


def test_chance_that_is_drawn_before_the_cap_is_found(monkeypatch):
    def capped_last(failures, draw):
        return min(CAP, draw(0.5, 1.5) * sync_loop.BASE * 2.0**failures)

    monkeypatch.setattr(sync_loop, "backoff", capped_last)
    with pytest.raises(AssertionError):
        test_a_fleet_turned_away_at_one_moment_does_not_come_back_at_one()


def test_waiting_only_as_long_as_was_asked_is_found(monkeypatch):
    def asked_or_drawn(failures, asked, draw):
        return max(asked, sync_loop.backoff(min(failures - 20, 1), draw))

    monkeypatch.setattr(sys.modules[__name__], "pause", asked_or_drawn)
    with pytest.raises(AssertionError):
        test_a_fleet_turned_away_at_one_moment_does_not_come_back_at_one()


def test_a_transaction_nobody_ends_does_not_stop_the_feed(url, db):
    """A place in the feed hangs on no transaction number, so an old one holds nothing back."""
    one, two = kit.Laptop("t03"), kit.Laptop("t07")
    with psycopg.connect(url) as idle:
        idle.execute("CREATE TABLE forgotten (x int)")
        idle.execute("SELECT pg_current_xact_id()")
        until = time.monotonic() + IDLE_SECONDS
        while True:
            for laptop in (one, two):
                laptop.write("enterprise", f"e{len(laptop.operations)}", {"name": ("厂", ())})
                push.push(db, laptop.caller, laptop.batch(len(laptop.operations)), kit.NOW)
            assert len(kit.feed(db)) == len(one.operations) + len(two.operations)
            if time.monotonic() > until:
                break
            time.sleep(min(5, IDLE_SECONDS / 4))
        idle.rollback()
    assert one.operations


class Device(threading.Thread):
    """A laptop that comes back with one operation; it waits when it is told to."""

    def __init__(self, address, hub, laptop, begin):
        super().__init__()
        self.link = Link(address, Credentials(hub, kit.SCOPE, laptop.name, laptop.key.sign))
        self.laptop, self.begin = laptop, begin
        self.seconds, self.waits, self.wrong = 0.0, [], []

    def run(self):
        self.begin.wait()
        began = time.monotonic()
        while time.monotonic() - began < 300:
            try:
                heads = self.link.heads(0)
                done = self.link.push(self.laptop.batch())
                self.link.pull(*heads.feed)
            except LinkError as error:
                if error.code != "busy":
                    self.wrong.append(error.code)
                    break
                self.waits.append(error.facts.get("retry_after"))
                asked = error.facts.get("retry_after", 0)
                time.sleep(pause(len(self.waits), asked) if SOAK else random.uniform(0.05, 0.5))
            else:
                self.seconds = time.monotonic() - began
                assert done.seq == 1
                break
        self.link.close()


def fleet(db, address):
    (hub, _epoch) = hubs.hub(db)
    begin = threading.Barrier(LAPTOPS)
    for n in range(LAPTOPS):
        laptop = kit.Laptop(f"t{n}")
        laptop.write("enterprise", f"e{n}", {"name": (f"第{n}厂", ())})
        public = laptop.key.public_key().public_bytes_raw()
        row = people.Device(kit.SCOPE, laptop.name, f"who-{n}", "终端", public, "active")
        people.add_device(db, row, kit.NOW)
        yield Device(Address(address), hub, laptop, begin)


def test_many_come_back_at_one_moment(url, db, monkeypatch):
    most = 8 if SOAK else 2
    if not SOAK:
        monkeypatch.setattr(routing, "MOST_WAITING", 1)
    monkeypatch.setattr(  # no TLS is spoken: a thousand contexts for it would be what is measured
        transport, "_client", lambda at: httpx2.Client(base_url=at.url, verify=False)
    )
    monkeypatch.setattr(served, "Database", lambda at: database.Database(at, most))
    with served.running(url) as address:
        devices = list(fleet(db, address))
        for one in devices:
            one.start()
        seen = 0
        while any(one.is_alive() for one in devices):
            ((count,),) = db.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND backend_type = 'client backend'"
            ).fetchall()
            seen = max(seen, count - 1)
            time.sleep(0.05)
    assert [one.wrong for one in devices if one.wrong] == []
    assert seen <= most
    waits = [wait for one in devices for wait in one.waits]
    assert set(waits) <= {5}
    assert waits or SOAK
    feed = kit.feed(db)
    assert len(feed) == len(set(feed)) == LAPTOPS
    took = sorted(one.seconds for one in devices)
    p99 = took[int(len(took) * 0.99) - 1]
    told = f"{LAPTOPS} laptops: median {took[len(took) // 2]:.1f} s, p99 {p99:.1f} s, "
    sys.stdout.write(f"{told}{seen} connections, {len(waits)} times asked to wait\n")
    assert took[0] > 0
    assert p99 < 200
