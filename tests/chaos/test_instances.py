"""Two hubs side by side on one database and one folder of files, and laptops that know one address."""

import contextlib
import itertools
import time

import psycopg
import pytest

from app.services import enrolling
from app.services.transport import Address, LinkError
from db.store import streams
from hub.enrolling import new_code
from tests.chaos import laptop as laptops
from tests.chaos.processes import laptop, told
from tests.chaos.test_processes import settled
from tests.hub import files_kit, kit, process
from tests.hub.files_kit import original, photo, pushed
from tests.hub.line import Balancer
from tests.hub.test_round import Laptop, a_code

SIZE = 1_500_000


class Instances:
    """Two ``python -m hub`` behind a balancer, with one secret, certificate and folder of files."""

    def __init__(self, url, folder):
        self._url = url
        shared = {
            "HUB_SECRET_FILE": str(folder / "shared.secret"),
            "HUB_CERTIFICATE_FILE": str(folder / "shared.pem"),
            "HUB_BLOB_URL": (folder / "blobs").as_uri(),
        }
        self.first, self.second = (
            process.Process(url, folder / name, more=shared) for name in ("a", "b")
        )
        self.line = Balancer([self.first.port, self.second.port])

    @property
    def address(self):
        return Address(f"https://127.0.0.1:{self.line.port}", self.first.pin)

    def db(self):
        return psycopg.connect(self._url, autocommit=True)

    def await_more(self, count):
        """Wait until so many more operations came."""
        with self.db() as db:
            query = "SELECT seq FROM feed WHERE scope = %s"
            until = db.execute(query, (kit.SCOPE,)).fetchone()[0] + count
            while db.execute(query, (kit.SCOPE,)).fetchone()[0] < until:
                time.sleep(0.05)


def a_lasting_code(db, name):
    a_code(db, name)
    return new_code(db, kit.SCOPE, f"who-{name}", kit.NOW.replace(year=2099))


@pytest.fixture
def hubs(url, tmp_path):
    made = Instances(url, tmp_path)
    with made.line:
        yield made
    for one in (made.first, made.second):
        with contextlib.suppress(ValueError):  # it has ended
            one.kill()


def test_one_instance_is_killed_and_the_other_renewed_while_laptops_work(hubs, db, tmp_path):
    at = hubs.address
    for name in ("one", "two"):
        laptops.enrol(tmp_path / name, at, name, a_lasting_code(db, name))
    third = Laptop(tmp_path, "three", at.url)
    device, code = streams.device(third.reader), a_lasting_code(db, "three")
    enrolling.keep(third.store, enrolling.ask(at, code, "终端", third.seal, device))
    name = photo(third, SIZE)
    pushed(third, at.url, at.pin)
    working = [laptop(tmp_path / one, hubs, one, 500) for one in ("one", "two")]
    hubs.await_more(4)
    with files_kit.phases() as phase_of:
        phase, looks = phase_of(third, at.url, at.pin), itertools.count()

        def killing():
            if next(looks) == 20:
                hubs.first.kill()
            return False

        phase.stopped = killing
        while not phase_of(third, at.url, at.pin).link.have([name])[name].whole:
            with contextlib.suppress(LinkError):  # a round is given up, the next goes on
                phase.send()
        assert next(looks) > 21, "it was killed within the photo"
        assert phase.seen == sorted(phase.seen), "what one instance has the other goes on from"
    hubs.await_more(4)
    hubs.first.start()
    assert hubs.second.stop() == 0
    hubs.await_more(4)
    hubs.second.start()
    hubs.await_more(4)
    for one in working:
        one.kill()
    lines = [line for one in working for line in told(one)]
    assert {line["code"] for line in lines if "code" in line} <= {"offline", "busy"}
    settled(hubs, tmp_path, lines)
    of_one(hubs, third, name)
    third.close()


def of_one(hubs, third, name):
    """Whichever instance is asked has the photo, and knows who began with the other."""
    with files_kit.phases() as phase_of:
        one, other = (
            phase_of(third, f"https://127.0.0.1:{each.port}", each.pin).link
            for each in (hubs.first, hubs.second)
        )
        one.have([])
        other._token, other._until, other._who = one._token, one._until, None
        for line in (one, other):
            data = bytearray()
            line.fetch_piece(name, 0, SIZE, data)
            assert data == original(third, name)
