"""Files from a laptop to the hub and to another laptop, on a line that is cut wherever it can be."""

import contextlib
import hashlib
import itertools
import threading
import time

import pytest

from app.services import sending_files
from app.services.transport import LinkError
from db import audit, blobs
from db.journal import files, wire
from db.rows import Record, Signature
from db.store import hub_files, nouns
from hub.sql import hubs
from tests.hub import files_kit, kit, served
from tests.hub.files_kit import original, photo, pushed
from tests.hub.line import Line
from tests.hub.test_round import Laptop, a_code
from tests.store_kit import begin


@pytest.fixture
def phase_of():
    """Makes phases; their lines are closed at the end."""
    with files_kit.phases() as make:
        yield make


@pytest.fixture
def address(url):
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


def test_files_follow_their_operations_and_reach_who_asks_for_them(laptop, second, phase_of):
    """The most needed first; what the hub has is not asked about again; another laptop's files
    come when they are wanted, and lie here encrypted as own ones do."""
    film = photo(laptop, 90_000, 1, "video/mp4")
    picture = photo(laptop, 3_000_000, 2)
    ink, paper = (
        blobs.put(laptop.store.folder, laptop.store.key, what) for what in (b"ink", b"%PDF")
    )
    nouns.edit(laptop.store, Record, begin(laptop.store).record.id, pdf_sha=paper)
    nouns.save(laptop.store, Signature("s", "r", "party", png_sha=ink))
    asked = []
    phase = phase_of(laptop, laptop.address)
    sent = phase.link.send_piece
    phase.link.send_piece = lambda name, *rest: asked.append(name) or sent(name, *rest)
    done = laptop.round(phase.link)
    assert (done.files, done.files_left) == (4, 0)
    assert list(dict.fromkeys(asked)) == [ink, paper, picture, film]
    assert hub_files.tally(laptop.reader) == (4, 4)
    phase.link.have = None  # a round that asked what it knows would fail here
    assert laptop.round(phase.link).files == 0
    second.round()
    assert not blobs.exists(second.store.folder, picture)
    missing = {"blob-missing"} & {
        one.code for one in audit.audit(second.store.folder, second.store.key).breaks
    }
    assert not missing, "another laptop's files need not lie here"
    phase_of(second, second.address).fetch(picture, 3_000_000)
    assert original(second, picture) == original(laptop, picture)


def test_the_same_photo_of_two_laptops_crosses_once(laptop, second, phase_of):
    name = photo(laptop, 200_000)
    assert photo(second, 200_000) == name
    laptop.round()
    phase = phase_of(second, second.address)
    phase.link.send_piece = None  # nothing is to be sent
    assert second.round(phase.link).files == 1


def port_of(address):
    return ("127.0.0.1", int(address.rpartition(":")[2]))


PLACES = (1, 300, 420, 500, 900, 17_000, 66_000, 66_500, 70_000, 120_000, 200_001, 260_000)


@pytest.mark.parametrize("way", ["up", "down"])
def test_a_line_cut_anywhere_delivers_the_file_whole(laptop, address, way, phase_of):
    """In the greeting, a header, a frame, between two pieces, in an answer, in the last one."""
    name = photo(laptop, 260_000)
    pushed(laptop)
    places = PLACES if way == "up" else range(150, 6000, 450)
    with Line(port_of(address), **{way: places}) as line:
        phase = phase_of(laptop, f"http://127.0.0.1:{line.port}")
        for _round in range(20):
            try:
                if phase.send().files:
                    break
            except LinkError as error:
                assert error.code == "offline"  # noqa: PT017 - a round may be given up, not fail
        assert line.cuts >= 5
    fresh = phase_of(laptop, address)
    assert fresh.link.have((name,))[name].whole
    into = bytearray()
    fresh.link.fetch_piece(name, 0, 260_000, into)
    assert hashlib.sha256(into).hexdigest() == name


def test_a_lost_last_answer_costs_nothing(laptop, address, phase_of):
    name = photo(laptop, 40_000)
    pushed(laptop)
    phase = phase_of(laptop, address)
    sent, calls = phase.link.send_piece, itertools.count(1)

    def losing(*told):
        sent(*told)
        next(calls)
        raise LinkError("offline")

    phase.link.send_piece = losing
    assert phase.send().files == 1
    assert next(calls) == 2
    assert hub_files.is_there(laptop.reader, name)


def test_what_came_over_a_line_that_died_in_silence_counts_at_the_next_word(
    laptop, address, phase_of
):
    """Nobody told the hub that its request is dead; the laptop's next question settles it."""
    name = photo(laptop, 60_000)
    pushed(laptop)
    dead, alive = phase_of(laptop, address).link, phase_of(laptop, address).link
    silent, over = threading.Event(), threading.Event()

    def frames():
        yield from itertools.islice(files.framed(original(laptop, name)), 3)
        silent.set()
        over.wait()

    thread = threading.Thread(target=dead.send_piece, args=(name, 0, 60_000, frames))
    thread.start()
    try:
        silent.wait()
        time.sleep(0.1)
        assert alive.have((name,))[name].at == 3 * files.FRAME
    finally:
        over.set()
        thread.join()


def test_another_laptops_file_comes_whole_over_a_line_that_is_cut(
    laptop, second, address, phase_of
):
    name = photo(laptop, 400_000)
    laptop.round()
    with Line(port_of(address), down=range(1000, 400_000, 37_000)) as line:
        phase = phase_of(second, f"http://127.0.0.1:{line.port}")
        for _again in range(5):
            with contextlib.suppress(LinkError):
                phase.fetch(name, 400_000)
        assert line.cuts > 8
        assert line.carried["down"] < 450_000
    assert original(second, name) == original(laptop, name)


def test_bytes_that_are_not_the_file_are_not_kept_here(laptop, second, phase_of):
    """A hub's disk, or somebody on the way, may give other bytes than were asked for."""
    name = photo(laptop, 1000)
    laptop.round()
    phase = phase_of(second, second.address)
    phase.link.fetch_piece = lambda _name, _at, most, into: into.extend(bytes(most))
    with pytest.raises(LinkError, match="blob-hash"):
        phase.fetch(name, 1000)
    assert not blobs.exists(second.store.folder, name)


def test_a_file_that_is_damaged_here_or_not_taken_holds_up_no_other(laptop, phase_of):
    damaged, refused, good = (photo(laptop, 1000, seed) for seed in range(3))
    (laptop.store.folder / "blobs" / damaged[:2] / damaged).write_bytes(b"XJB1" + bytes(60))
    phase = phase_of(laptop, laptop.address)
    sent = phase.link.send_piece
    phase.link.send_piece = lambda name, at, size, frames: sent(
        name, at, files.MOST_FILE + 1 if name == refused else size, frames
    )
    done = laptop.round(phase.link)
    assert (done.files, done.files_left) == (1, 0)
    assert hub_files.is_there(laptop.reader, good)
    assert hub_files.tally(laptop.reader) == (1, 3)


def test_a_hub_that_lost_what_it_had_is_given_its_files_again(laptop, db):
    name = photo(laptop, 1000)
    laptop.round()
    for table in ("stream", "feed", "batch", "op", "record", "belonging", "blob", "blob_ref"):
        db.execute(f"DELETE FROM {table}")
    hubs_feed = "INSERT INTO feed (scope, seq, head_hash) VALUES (%s, 0, %s)"
    db.execute(hubs_feed, (kit.SCOPE, wire.feed_root(kit.SCOPE)))
    assert laptop.round().files == 1
    assert hub_files.is_there(laptop.reader, name)


def test_a_wrong_frame_is_refused_and_what_came_before_it_counts(laptop, address, phase_of):
    name = photo(laptop, 100_000)
    pushed(laptop)
    data, link = original(laptop, name), phase_of(laptop, address).link
    wrong = [*itertools.islice(files.framed(data), 3)]
    wrong[2] = wrong[2][:-1] + b"?"
    with pytest.raises(LinkError, match="blob-frame") as told:
        link.send_piece(name, 0, 100_000, lambda: iter(wrong))
    assert told.value.facts["at"] == 2 * files.FRAME
    with pytest.raises(LinkError, match="blob-place") as told:
        link.send_piece(name, 0, 100_000, lambda: files.framed(data))
    assert told.value.facts["at"] == 2 * files.FRAME
    rest = data[2 * files.FRAME :]
    assert link.send_piece(name, 2 * files.FRAME, 100_000, lambda: files.framed(rest)).whole


def test_bytes_that_are_not_the_file_are_let_go_and_the_right_ones_taken(laptop, address, phase_of):
    name = photo(laptop, 100_000)
    pushed(laptop)
    phase = phase_of(laptop, address)
    false = bytes(70_000)
    phase.link.send_piece(name, 0, 100_000, lambda: files.framed(false))
    with pytest.raises(LinkError, match="blob-hash"):
        phase.link.send_piece(name, 70_000, 100_000, lambda: files.framed(bytes(30_000)))
    assert phase.send().files == 1


def test_what_no_operation_names_or_is_too_large_is_not_taken(laptop, address, phase_of):
    laptop.round()
    link = phase_of(laptop, address).link
    with pytest.raises(LinkError, match="blob-unnamed"):
        link.send_piece("0" * 64, 0, 10, lambda: files.framed(b"0123456789"))
    name = photo(laptop, 10)
    pushed(laptop)
    with pytest.raises(LinkError, match="body-large"):
        link.send_piece(name, 0, files.MOST_FILE + 1, lambda: files.framed(b"x"))
    with pytest.raises(LinkError, match="blob-frame"):
        link.send_piece(name, 0, 10, lambda: files.framed(bytes(11)))
    for wrong in ("../../etc/passwd", "A" * 64, "0" * 63):
        with pytest.raises(LinkError, match=r"strange|blob-unknown"):
            link.send_piece(wrong, 0, 10, lambda: files.framed(bytes(10)))


def test_another_bureau_sees_nothing(laptop, tmp_path, db, monkeypatch, phase_of):
    name = photo(laptop, 50_000)
    laptop.round()
    hubs.add_scope(db, "3714", None, "别的局", kit.NOW)
    monkeypatch.setattr(kit, "SCOPE", "3714")
    foreign = Laptop(tmp_path, "foreign", laptop.address)
    try:
        foreign.enrol(a_code(db, "wang"))
        phase = phase_of(foreign, laptop.address)
        assert not phase.link.have((name,))[name].whole
        with pytest.raises(LinkError, match="blob-unknown"):
            phase.fetch(name, 50_000)
        with pytest.raises(LinkError, match="blob-unnamed"):
            phase.link.send_piece(name, 0, 5, lambda: files.framed(b"12345"))
    finally:
        foreign.close()


def test_sending_can_be_stopped_and_has_its_time(laptop, address, phase_of):
    """What arrived before the stop counts; a round whose time is over leaves the rest."""
    photo(laptop, 500_000)
    pushed(laptop)
    phase = phase_of(laptop, address)
    looks = itertools.count()
    phase.stopped = lambda: next(looks) > 20
    with pytest.raises(LinkError, match="stopped"):
        phase.send()
    assert phase.seen[-1][0] >= 4 * files.FRAME
    phase.stopped, phase.until = (lambda: False), time.monotonic()
    assert phase.send() == sending_files.Sent(0, 1)
    phase.until = float("inf")
    begun = len(phase.seen)
    assert phase.send() == sending_files.Sent(1, 0)
    assert phase.seen[begun][0] > phase.seen[begun - 1][0]
