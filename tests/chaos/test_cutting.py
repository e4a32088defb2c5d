"""A round cut at any byte, going up or coming down: nothing lost, nothing doubled, no way back shut."""

import os
from urllib.parse import urlsplit

import psycopg
import pytest

from app.services.transport import LinkError
from db.rows import Enterprise
from db.store import arrivals, enterprises
from tests.chaos.cutting import Cutting
from tests.hub import kit, served
from tests.hub.test_round import Laptop, a_code

STEP = 7 if os.environ.get("XUNJIAN_SOAK") else 601


@pytest.mark.parametrize("way", ["up", "down"])
def test_a_round_cut_at_any_byte_is_taken_up_by_the_next(tmp_path, way):
    url = kit.database()
    with served.running(url) as address, psycopg.connect(url, autocommit=True) as db:
        proxy = Cutting(urlsplit(address).port)
        one, two = (Laptop(tmp_path, name, address) for name in ("one", "two"))
        one.enrol(a_code(db))
        two.enrol(a_code(db, "zhou"))
        one.address = f"http://127.0.0.1:{proxy.port}"
        try:
            cuts, expected = cut_everywhere(one, two, proxy, way)
        finally:
            one.close()
            two.close()
            proxy.close()
        assert cuts > 1000 // STEP
        assert len(kit.feed(db)) == len(set(kit.feed(db))) == expected


def cut_everywhere(one, two, proxy, way):
    """Cut the same exchange ever later until it comes through; returns the cuts and the writes."""
    at, cuts, written = 0, 0, 0
    while True:
        enterprises.save(one.store, Enterprise(f"e{at}", "金桥商业广场"))
        enterprises.save(two.store, Enterprise(f"f{at}", "城北农资"))
        two.round()
        written += 2
        proxy.begin((way, at))
        whole = not cut_off(one)
        proxy.begin(None)
        cuts += not whole
        one.round()
        two.round()
        assert arrivals.waiting(one.reader) == 0
        for laptop, key in ((one, f"f{at}"), (two, f"e{at}")):
            assert enterprises.get(laptop.reader, key) is not None
        if whole:
            return cuts, written
        at += STEP


def cut_off(laptop):
    """Whether a round was cut, and told so."""
    try:
        laptop.round()
    except LinkError as error:
        return error.code == "offline"
    return False
