"""The storage on a real S3-compatible server: what it keeps, what it refuses, and while it is ill."""

import contextlib
import itertools
import os
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import obstore
import pytest

from app.services import bundle_answers, bundles, enrolling
from app.services.transport import Address, Link, LinkError
from db.journal import files
from db.rows import Enterprise
from db.store import enterprises
from hub import blobs as hub_blobs
from hub.__main__ import main as start
from hub.storage import Away, Full, Gone, Storage
from hub.storing import AT_ONCE, IN_LINE
from tests.hub import files_kit, kit, process, served
from tests.hub.bucket import SECRET
from tests.hub.files_kit import original, photo, pushed
from tests.hub.test_bundles import desk as standing_of
from tests.hub.test_round import Laptop, a_code
from tests.hub.test_segments import ALL, COUNT, SMALL, Desk, author, sealed

__all__ = ["author"]

CREDENTIALS = ("SignatureDoesNotMatch", "InvalidAccessKeyId")


@pytest.fixture
def storage(bucket):
    """The bucket as the hub opens it."""
    return Storage(os.environ["HUB_BLOB_URL"])


@pytest.fixture
def phase_of():
    """Makes phases; their lines are closed at the end."""
    with files_kit.phases() as make:
        yield make


@pytest.fixture
def page(tmp_path):
    """The address of a web server that knows nothing of buckets."""
    serving = partial(SimpleHTTPRequestHandler, directory=tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), serving) as server:
        threading.Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def life(storage, name):
    """What becomes of bytes in a storage, step by step."""

    def step(work, *told):
        try:
            return work(*told)
        except (Full, Gone, Away) as error:
            return type(error)

    key, data = f"sha256/3713/厂/{name}", bytes(range(250)) * 20
    return [
        step(storage.whole, key, 9000),
        step(storage.create, key, data),
        step(storage.create, key, b"something else"),
        step(storage.whole, key, 9000),
        step(storage.whole, key, 4999),
        step(storage.read, key, 0, 1),
        step(storage.read, key, 4990, 5000),
        step(storage.create, f"{key}-empty", b""),
        step(storage.whole, f"{key}-empty", 9),
        step(storage.remove, [f"{key}-nothing", key, f"{key}-empty"]),
        step(storage.read, key, 0, 1),
        step(storage.create, key, b"again"),
        step(storage.whole, key, 9),
    ]


@pytest.mark.parametrize("conditional", ["etag", "disabled"])
def test_a_bucket_keeps_what_a_folder_keeps(storage, tmp_path, monkeypatch, conditional):
    monkeypatch.setenv("AWS_CONDITIONAL_PUT", conditional)
    folder = life(Storage(tmp_path.as_uri()), conditional)
    there = life(Storage(os.environ["HUB_BLOB_URL"]), conditional)
    if conditional == "disabled":  # keys tell their content: what is written anew is the same
        assert there[3] == b"something else"
        folder[3:7] = there[3:7]
    assert there == folder


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("AWS_SECRET_ACCESS_KEY", "wrong", CREDENTIALS),
        ("AWS_ACCESS_KEY_ID", "bureau:nobody", CREDENTIALS),
        ("AWS_REGION", "elsewhere", ("AuthorizationHeaderMalformed",)),
        ("HUB_BLOB_URL", "s3://nothing/of", ("NoSuchBucket",)),
        ("AWS_ALLOW_HTTP", "", ("",)),
        ("AWS_ENDPOINT_URL", "a web server", ("",)),
    ],
)
def test_a_storage_that_is_not_ours_has_lost_nothing(  # noqa: PLR0917 - fixtures
    storage, page, monkeypatch, name, value, said
):
    """Otherwise a slip of the pen in the settings would let go what laptops sent in part."""
    storage.probe()
    monkeypatch.setenv(name, page if value == "a web server" else value)
    wrong = Storage(os.environ["HUB_BLOB_URL"])
    for ask in (
        wrong.probe,
        lambda: wrong.read("here", 0, 1),
        lambda: wrong.whole("here", 9),
    ):
        with pytest.raises(Away) as told:
            ask()
        assert told.value.why in said
    wrong.remove(["here"])


def test_a_bucket_without_room_is_full(bucket, monkeypatch):
    bucket.make("small", most_bytes=20_000)
    small = Storage("s3://small")
    small.create("a", bytes(15_000))
    with pytest.raises(Full):
        small.create("b", bytes(9_000))
    assert len(small.whole("a", 15_000)) == 15_000


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"HUB_BLOB_URL": f"s3://key:{SECRET}@files/x"}, "HUB_BLOB_URL holds a key"),
        ({"AWS_SECRET_ACCESS_KEY": ""}, "HUB_BLOB_URL: Generic S3 error: Missing SecretAccessKey"),
        ({"AWS_CA_BUNDLE": "/nowhere/ca.pem"}, "/nowhere/ca.pem"),
    ],
)
def test_settings_that_cannot_be_meant_end_it_in_a_sentence(
    bucket, monkeypatch, capsys, told, sentence
):
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    if not os.environ["AWS_SECRET_ACCESS_KEY"]:
        monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    assert start([]) == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert sentence in said
    assert SECRET not in said


def test_wrong_keys_are_said_at_the_start_and_papers_go_on(bucket, url, db, tmp_path, phase_of):
    wrong = {"AWS_SECRET_ACCESS_KEY": f"not-{SECRET}"}
    with process.hub(url, tmp_path / "hub", more=wrong) as hub:
        laptop = Laptop(tmp_path, "one", "")
        with served.running(url) as address:
            laptop.address = address
            laptop.enrol(a_code(db))
        photo(laptop, 1000)
        address = (f"https://127.0.0.1:{hub.port}", hub.pin)
        pushed(laptop, *address)
        assert len(kit.feed(db)) == 1
        with pytest.raises(LinkError, match="busy"):
            phase_of(laptop, *address).send()
        laptop.close()
    said = "".join(hub.said)
    assert "Files cannot be stored now, laptops keep them: SignatureDoesNotMatch\n" in said
    assert "storage of files: SignatureDoesNotMatch\n" in said
    assert SECRET not in said


def test_a_photo_in_parts_goes_on_after_the_server_died_within_it(  # noqa: PLR0917 - fixtures
    bucket, storage, url, db, tmp_path, phase_of
):
    with process.hub(url, tmp_path / "hub", more=bucket.environment) as hub:
        one, two = (Laptop(tmp_path, name, "") for name in ("one", "two"))
        with served.running(url) as address:
            for laptop, name in ((one, "zhang"), (two, "zhou")):
                laptop.address = address
                laptop.enrol(a_code(db, name))
            name = photo(one, 1_000_000)
            pushed(one)
        address = (f"https://127.0.0.1:{hub.port}", hub.pin)
        looks = itertools.count()

        def dying():
            if next(looks) == 30:
                bucket.kill()
            return False

        phase = phase_of(one, *address)
        phase.stopped = dying
        try:
            with pytest.raises(LinkError, match="busy"):
                phase.send()
            at = phase.seen[-1][0]
            assert 0 < at < 1_000_000
        finally:
            bucket.start()
        phase = phase_of(one, *address)
        assert phase.link.have((name,))[name].at == at
        assert phase.send().files == 1
        two.round(phase_of(two, *address).link)
        phase_of(two, *address).fetch(name, 1_000_000)
        assert original(two, name) == original(one, name)
        storage.remove([hub_blobs.key_of(kit.SCOPE, name)])
        line, lost = phase_of(two, *address).link, bytearray()
        with pytest.raises(LinkError, match="blob-unknown"):
            line.fetch_piece(name, 0, 1_000_000, lost)
        bucket.kill()
        try:
            with pytest.raises(LinkError, match="busy"):
                line.fetch_piece(name, 0, 1_000_000, lost)
        finally:
            bucket.start()
        assert not lost
        for laptop in (one, two):
            laptop.close()
    kept = [each["path"] for page in obstore.list(storage._store) for each in page]
    assert "here" in kept
    assert not any(path.startswith("parts/") for path in kept)


def test_papers_come_and_go_while_the_bucket_is_silent(bucket, url, db, tmp_path):
    """And of the photos only so many wait as fit; the rest is told to come again, not held."""
    most = AT_ONCE + IN_LINE
    count, ended = most + 12, []
    with contextlib.ExitStack() as stack:
        address = stack.enter_context(served.running(url, storage=Storage("s3://files/quiet")))
        laptop, other = (Laptop(tmp_path, name, address) for name in ("one", "two"))
        laptop.enrol(a_code(db))
        other.enrol(a_code(db, "zhou"))
        names = [photo(laptop, 1000, seed) for seed in range(count)]
        pushed(laptop)
        who = enrolling.credentials(laptop.reader, enrolling.standing(laptop.reader), laptop.seal)
        lines = [
            stack.enter_context(contextlib.closing(Link(Address(address), who))) for _ in names
        ]
        for line in lines:
            line.have([])

        def send(line, name):
            data = original(laptop, name)
            try:
                ended.append(line.send_piece(name, 0, len(data), lambda: files.framed(data)).whole)
            except LinkError as error:
                ended.append(error.code)

        told = list(zip(lines, names, strict=True))
        threads = [threading.Thread(target=send, args=one) for one in told]
        with bucket.silent():
            for thread in threads:
                thread.start()
            while len(ended) < count - most:
                threading.Event().wait(0.01)
            enterprises.save(other.store, Enterprise("e", "厂"))
            assert (other.round().taken, len(kit.feed(db))) == (count, count + 1)
            assert ended == ["busy"] * (count - most), "nothing else was answered meanwhile"
        for thread in threads:
            thread.join()
        assert ended.count(True) == most
        for one in (laptop, other):
            one.close()


def test_a_stick_brings_its_photo_into_the_bucket(  # noqa: PLR0917 - fixtures
    bucket, storage, laptop, url, tmp_path, monkeypatch
):
    (tmp_path / "secret").write_bytes(bytes(range(32)))
    monkeypatch.setenv("HUB_DATABASE_URL", url)
    monkeypatch.setenv("HUB_SECRET_FILE", str(tmp_path / "secret"))
    monkeypatch.setenv("HUB_FOLDER", str(tmp_path / "hub"))
    name = photo(laptop, 5000)
    bundles.write(standing_of(laptop), tmp_path / "a.xjb")
    bucket.kill()
    try:
        assert start(["take", str(tmp_path / "a.xjb")]) == 0
        brought = bundle_answers.take(standing_of(laptop), tmp_path / "a-answer.xjb")
        assert (brought.sent, brought.files) == (1, 0)
    finally:
        bucket.start()
    bundles.write(standing_of(laptop), tmp_path / "b.xjb", also=[name])
    assert start(["take", str(tmp_path / "b.xjb")]) == 0
    assert bundle_answers.take(standing_of(laptop), tmp_path / "b-answer.xjb").files == 1
    assert storage.whole(hub_blobs.key_of(kit.SCOPE, name), 5000) == original(laptop, name)


@pytest.mark.usefixtures("author")
def test_a_new_laptop_takes_segments_from_a_bucket_and_pages_while_it_is_away(  # noqa: PLR0917 - fixtures
    bucket, storage, database, url, db, tmp_path
):
    with served.running(url, storage=storage, measure=SMALL) as address:
        rows = sealed(database, storage)
        desks = [Desk(tmp_path, name, address, a_code(db, name)) for name in ("new", "newer")]
        bucket.kill()
        try:
            assert desks[0].round().taken == COUNT
        finally:
            bucket.start()
        assert desks[1].round().taken == COUNT
        assert desks[1].fetched == [row[2] for row in rows]
        for desk in desks:
            assert desk.names() == ALL
            desk.line.close()
            desk.laptop.close()
