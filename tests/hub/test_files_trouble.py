"""Files and a hub that is a process of its own: killed, without room, at the end of a slow line."""

import contextlib
import itertools
import os
import random
import sys
import time

import pytest

from app.services.sending_files import Pace
from app.services.transport import LinkError
from db.store import hub_files
from tests.hub import files_kit, process, served
from tests.hub.files_kit import photo, pushed
from tests.hub.line import Line, now_and_then
from tests.hub.test_round import Laptop, a_code

SOAK = bool(os.environ.get("XUNJIAN_SOAK"))
SLOW = 32_000 / 8
"""Bytes a second of a line of 32 kbit/s."""


@pytest.fixture
def phase_of():
    """Makes phases; their lines are closed at the end."""
    with files_kit.phases() as make:
        yield make


def test_a_hub_that_was_killed_goes_on_where_it_was(url, db, tmp_path, phase_of):
    """Killed while a piece comes in: what it had said it has it still has, and the rest follows."""
    with process.hub(url, tmp_path / "hub") as hub:
        laptop = Laptop(tmp_path, "one", "")
        with served.running(url) as address:
            laptop.address = address
            laptop.enrol(a_code(db))
            name = photo(laptop, 1_000_000)
            pushed(laptop)
        phase = phase_of(laptop, f"https://127.0.0.1:{hub.port}", hub.pin)
        looks = itertools.count()

        def killing():
            if next(looks) == 30:
                hub.kill()
            return False

        phase.stopped = killing
        with pytest.raises(LinkError, match="offline"):
            phase.send()
        before = phase.seen[-1][0]
        hub.start()
        phase = phase_of(laptop, f"https://127.0.0.1:{hub.port}", hub.pin)
        assert phase.link.have((name,))[name].at >= before > 0
        assert phase.send().files == 1
        laptop.close()


def test_a_hub_without_room_says_so_and_takes_the_rest_later(url, db, tmp_path, phase_of):
    """Nothing is lost, nothing half kept; everything else of the round is done all the same."""
    with process.hub(url, tmp_path / "hub", most_bytes=100_000) as hub:
        laptop = Laptop(tmp_path, "one", "")
        with served.running(url) as address:
            laptop.address = address
            laptop.enrol(a_code(db))
        name, small = photo(laptop, 300_000, 1, "video/mp4"), photo(laptop, 1000, 2)
        address = (f"https://127.0.0.1:{hub.port}", hub.pin)
        with pytest.raises(LinkError, match="full"):
            laptop.round(phase_of(laptop, *address).link)
        assert hub_files.is_there(laptop.reader, small)
        assert not hub_files.is_there(laptop.reader, name)
        hub.kill()
        hub.start()
        assert laptop.round(phase_of(laptop, *address).link).files == 1
        laptop.close()


def crossed(url, db, tmp_path, scale, phase_of):
    """Send 10 MB over 32 kbit/s, ``scale`` times as fast; returns (bytes carried, cuts, seconds).

    One in five stretches of 64 KiB is cut somewhere. Line, its second of delay, target time of a
    piece and pauses are scaled alike, so that each piece has the bytes it would have.
    """
    size = 10_000_000
    with process.hub(url, tmp_path / "hub") as hub:
        laptop = Laptop(tmp_path, "one", "")
        with served.running(url) as address:
            laptop.address = address
            laptop.enrol(a_code(db))
            photo(laptop, size)
            pushed(laptop)
        places = now_and_then(random.Random(20), 0.2, start=20_000)
        began = time.monotonic()
        with Line(("127.0.0.1", hub.port), SLOW * scale, places, delay=0.5 / scale) as line:
            phase = phase_of(laptop, f"https://127.0.0.1:{line.port}", hub.pin)
            phase.pace = Pace(10 / scale, 0.5 / scale)
            arrived = 0
            while not arrived:
                with contextlib.suppress(LinkError):  # a round is given up, the next goes on
                    arrived = phase.send().files
            assert line.cuts > 15
            carried = line.carried["up"] + line.carried["down"]
        laptop.close()
    return carried / size, line.cuts, time.monotonic() - began


@pytest.mark.parametrize("scale", [32 if SOAK else 512])
def test_a_photo_over_a_slow_line_that_is_cut_uses_hardly_more_than_its_bytes(
    url, db, tmp_path, scale, phase_of
):
    carried, cuts, seconds = crossed(url, db, tmp_path, scale, phase_of)
    sys.stdout.write(f"{carried:.4f} of its bytes, {cuts} cuts, {seconds:.1f} s\n")
    assert carried < 1.1  # whole pieces sent again would take 1.14
