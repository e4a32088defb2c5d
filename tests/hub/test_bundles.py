"""A stick does what a line does: real stores, a real hub, and files that are not what they say."""

import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace

import pytest

from app.services import bundle_answers, bundles, enrolling
from app.services.bundles import Desk, Stopped
from app.services.errors import Refused
from db import blobs
from db.errors import MachineError
from db.journal import bundle, wire
from db.rows import Attachment, Enterprise
from db.store import (
    arrivals,
    checkpoints,
    documents,
    enterprises,
    hub_files,
    nouns,
    sticks,
    streams,
)
from hub import blobs as hub_blobs
from hub import bundles as hub_bundles
from hub import deciding, handing, verifying
from hub.app import standing
from hub.authoring import Author
from hub.database import Database
from hub.seal import Seal
from hub.sql import people
from hub.storage import Full, Gone, Storage
from tests.hub import kit
from tests.hub.party_laptop import Inspector
from tests.hub.test_deciding import accepted
from tests.hub.test_round import address, laptop, second
from tests.store_kit import KEY, begin, document_of

__all__ = ["address", "laptop", "second"]


@pytest.fixture
def hub(url):
    """The hub as its own machine opens it, beside the one that serves."""
    database = Database(url)
    database.open()
    yield standing(database, Seal(bytes(range(32))), lambda: kit.NOW)
    database.close()


def desk(laptop):
    return Desk(
        laptop.reader,
        laptop._write,
        enrolling.standing(laptop.reader),
        laptop.seal,
        1_789_537_961_000,
    )


def carried(laptop, hub, path):
    """Write a bundle to a stick, have the hub answer it; returns (written, receipt, answer)."""
    written = bundles.write(desk(laptop), path, "U盘")
    answer = path.with_suffix(".answer")
    with path.open("rb") as file, answer.open("w+b") as out:
        return written, hub_bundles.take(hub, file, out), answer


def test_what_a_party_handed_in_and_the_hubs_new_address_come_by_stick_too(
    tmp_path, address, db, hub
):
    """A laptop that is never online waits for no line: the report is on the finding at once."""
    inspector = Inspector(tmp_path / "seeded", db, (address, ""))
    notice = inspector.issue()
    _written, _receipt, answer = carried(inspector, hub, tmp_path / "a.xjb")
    bundle_answers.take(desk(inspector), answer)
    now = hub.clock()
    author = Author(hub.hub_id, hub.seal, "", now)
    report = handing.Report("赵淳", "已整改", {})
    hub.database.run(
        lambda one: handing.hand_in(one, author, verifying.find(one, notice.qr), report)
    )
    told = replace(hub, public="https://zhijian.dongyuan.gov.cn")
    _written, _receipt, answer = carried(inspector, told, tmp_path / "b.xjb")
    bundle_answers.take(desk(inspector), answer)
    assert [row.state for row in inspector.findings(notice)] == ["reported"] * 2
    assert enrolling.public_address(inspector.reader) == told.public
    inspector.close()


def test_a_stick_and_a_line_lead_to_the_same(laptop, second, hub, tmp_path, db):
    enterprises.save(second.store, Enterprise("f", "城北农资"))
    second.round()
    for n in range(1200):
        enterprises.save(laptop.store, Enterprise(f"e{n}", f"第{n}厂"))
    stream = laptop.store.identity.stream
    assert bundles.waiting_size(laptop.reader).operations == 1200
    assert sticks.holding(laptop.reader, stream, 7) is None
    written, _receipt, answer = carried(laptop, hub, tmp_path / "a.xjb")
    assert written.operations == 1200
    assert sticks.holding(laptop.reader, stream, 7).volume == "U盘"
    assert arrivals.waiting(laptop.reader) == 1200
    told = bundle_answers.take(desk(laptop), answer)
    assert (told.sent, told.held, told.taken, told.refused) == (1200, 0, 1, {})
    assert arrivals.waiting(laptop.reader) == 0
    assert sticks.sticks(laptop.reader)[0].answered
    assert enterprises.get(laptop.reader, "f").name == "城北农资"
    assert len(kit.feed(db)) == 1201
    done = laptop.round()
    assert (done.sent, done.taken) == (0, 0)
    assert second.round().taken == 1200


def test_an_old_answer_holds_nothing_that_was_decided_since(laptop, second, hub, tmp_path, db):
    for one in (second, laptop):
        documents.issue(one.store, document_of(one.store, begin(one.store)))
        if one is second:
            second.round()
    _written, _receipt, answer = carried(laptop, hub, tmp_path / "a.xjb")
    laptop.round()
    (held, *_with) = arrivals.held_own(laptop.reader)
    seal = (hub.hub_id, hub.seal)
    deciding.decide(db, seal, kit.SCOPE, streams.dot_of(laptop.reader, held.n), accepted())
    laptop.round()
    assert arrivals.held_own(laptop.reader) == ()
    assert bundle_answers.take(desk(laptop), answer).held
    assert arrivals.held_own(laptop.reader) == ()


def test_the_same_stick_twice_and_after_the_line_doubles_nothing(laptop, hub, tmp_path, db):
    enterprises.save(laptop.store, Enterprise("e", "厂"))
    bundles.write(desk(laptop), tmp_path / "a.xjb")
    laptop.round()
    for _again in range(2):
        with (tmp_path / "a.xjb").open("rb") as file, (tmp_path / "b").open("w+b") as out:
            receipt = hub_bundles.take(hub, file, out)
        assert receipt.streams[laptop.store.identity.stream][0] == 1
        told = bundle_answers.take(desk(laptop), tmp_path / "b")
        assert (told.sent, told.taken) == (0, 0)
    assert len(kit.feed(db)) == 1


def test_a_laptop_without_a_line_gets_what_others_wrote_by_an_empty_bundle(
    laptop, second, hub, tmp_path
):
    for n in range(3):
        enterprises.save(second.store, Enterprise(f"f{n}", "厂"))
    second.round()
    written, _receipt, answer = carried(laptop, hub, tmp_path / "a.xjb")
    assert written.operations == 0
    assert bundle_answers.take(desk(laptop), answer).taken == 3
    assert enterprises.get(laptop.reader, "f2").name == "厂"
    assert bundle_answers.take(desk(laptop), answer).taken == 0


def test_photos_travel_whole_and_are_kept_once_under_their_hash(laptop, hub, tmp_path):
    """The laptop is told, so that its ledger knows and the line has nothing left to carry."""
    data = bytes(range(256)) * 40_000  # more than one piece
    name = blobs.put(laptop.store.folder, KEY, data)
    nouns.save(laptop.store, Attachment("a", "record", "r", sha256=name))
    nouns.save(laptop.store, Attachment("b", "record", "r", sha256="0" * 64))
    written, receipt, answer = carried(laptop, hub, tmp_path / "a.xjb")
    assert (written.files, written.left) == (1, 1)
    key = hub_blobs.key_of(kit.SCOPE, name)
    assert hub.storage.read(key, 0, len(data) + 1) == data
    assert receipt.blobs == (bytes.fromhex(name),)
    assert bundle_answers.take(desk(laptop), answer).files == 1
    assert hub_files.tally(laptop.reader) == (1, 2)
    assert bundles.owed(laptop.reader, kit.SCOPE) == ()
    stored = hub.storage.create
    hub.storage.create = None  # a second taking that stored anything would fail here
    with (tmp_path / "a.xjb").open("rb") as file:
        assert hub_bundles.take(hub, file, io.BytesIO()).blobs == receipt.blobs
    hub.storage.create = stored
    assert bundle_answers.take(desk(laptop), answer).files == 1
    assert hub_files.tally(laptop.reader) == (1, 2)


def test_a_hub_without_room_takes_the_writing_and_the_files_come_again(laptop, hub, tmp_path):
    name = blobs.put(laptop.store.folder, KEY, b"a photo")
    nouns.save(laptop.store, Attachment("a", "record", "r", sha256=name))

    def full(_key, _data):
        raise Full

    kept, hub.storage.create = hub.storage.create, full
    _written, receipt, answer = carried(laptop, hub, tmp_path / "a.xjb")
    assert (len(receipt.streams), receipt.blobs) == (1, ())
    assert bundle_answers.take(desk(laptop), answer).sent == 1
    owed = bundles.owed(laptop.reader, kit.SCOPE)
    assert owed == (name,)
    hub.storage.create = kept
    bundles.write(desk(laptop), tmp_path / "b.xjb", also=owed)
    with (tmp_path / "b.xjb").open("rb") as file:
        assert hub_bundles.take(hub, file, io.BytesIO()).blobs == (bytes.fromhex(name),)


@pytest.mark.parametrize("forged", ["other bytes", "named by nobody"])
def test_a_file_that_is_not_what_its_name_says_or_that_nobody_names_is_not_kept(
    laptop, hub, tmp_path, forged, monkeypatch
):
    """The writer's signature is on it, and still its word is not enough."""
    name = blobs.put(laptop.store.folder, KEY, b"a photo")
    nouns.save(laptop.store, Attachment("a", "record", "r", sha256=name))
    if forged == "other bytes":
        monkeypatch.setattr("app.services.bundles.blobs.get", lambda *_told: b"another")
        with pytest.raises(wire.BadBody, match="blob"):
            carried(laptop, hub, tmp_path / "a.xjb")
    else:
        name = blobs.put(laptop.store.folder, KEY, b"nobody's")
        bundles.write(desk(laptop), tmp_path / "a.xjb", also=[name])
        with (tmp_path / "a.xjb").open("rb") as file:
            assert len(hub_bundles.take(hub, file, io.BytesIO()).blobs) == 1
    with pytest.raises(Gone):
        hub.storage.read(hub_blobs.key_of(kit.SCOPE, name), 0, 1)


def test_what_comes_by_a_stick_holds_the_hub_to_its_word(laptop, second, hub, tmp_path, db):
    enterprises.save(laptop.store, Enterprise("e", "厂"))
    _written, _receipt, answer = carried(laptop, hub, tmp_path / "a.xjb")
    assert bundle_answers.take(desk(laptop), answer).witness == ""
    mine = enrolling.standing(laptop.reader)
    assert checkpoints.last(laptop.reader, mine.hub, mine.scope).size == 1
    db.execute("UPDATE op SET op_hash = %s WHERE seq = 1", (bytes(32),))
    enterprises.save(second.store, Enterprise("f", "厂"))
    second.round()
    _written, _receipt, answer = carried(laptop, hub, tmp_path / "b.xjb")
    assert bundle_answers.take(desk(laptop), answer).witness == "rewritten"


def test_nothing_of_it_can_be_read_on_the_way(laptop, tmp_path):
    enterprises.save(laptop.store, Enterprise("e", "绝密化工厂"))
    path = tmp_path / "a.xjb"
    bundles.write(desk(laptop), path)
    assert "绝密化工厂".encode() not in path.read_bytes()
    with path.open("rb") as file, bundle.opened(file) as found:
        parts = found.parts(laptop.seal.box)
        with pytest.raises(wire.BadBody, match="receiver"):
            next(parts)


def test_a_writing_that_was_stopped_leaves_no_file_and_no_word(laptop, tmp_path):
    for n in range(3):
        enterprises.save(laptop.store, Enterprise(f"e{n}", "厂"))
    (tmp_path / "stick").mkdir()
    with pytest.raises(Stopped):
        bundles.write(desk(laptop), tmp_path / "stick" / "a.xjb", go_on=lambda: False)
    with pytest.raises(MachineError):
        bundles.write(desk(laptop), tmp_path / "pulled out" / "a.xjb")
    assert list((tmp_path / "stick").iterdir()) == []
    assert sticks.sticks(laptop.reader) == ()


def test_a_revoked_laptop_hands_over_and_gets_nothing(laptop, second, hub, tmp_path, db):
    enterprises.save(second.store, Enterprise("f", "厂"))
    second.round()
    enterprises.save(laptop.store, Enterprise("e", "厂"))
    people.revoke(db, kit.SCOPE, streams.device(laptop.reader), kit.NOW)
    for name in ("a.xjb", "b.xjb"):
        _written, receipt, answer = carried(laptop, hub, tmp_path / name)
        assert receipt.held == {laptop.store.identity.stream: {1: "revoked"}}
    told = bundle_answers.take(desk(laptop), answer)
    assert (told.sent, told.held, told.taken, told.status) == (1, 1, 0, "revoked")


def damaged(path, change):
    """A copy of a bundle whose entries were changed by a function of (name, bytes)."""
    out = path.with_suffix(".changed")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            for name, data in change(entry.filename, old.read(entry)):
                new.writestr(zipfile.ZipInfo(name), data)
    return out


CHANGES = {
    "a bit": lambda name, data: [(name, data[:-1] + bytes([data[-1] ^ (name == "2")]))],
    "a part gone": lambda name, data: [] if name == "2" else [(name, data)],
    "a part too many": lambda name, data: [(name, data)] + [("9", data)] * (name == "2"),
    "a path": lambda name, data: [("../../2" if name == "2" else name, data)],
    "another head": lambda name, data: [(name, data.replace(b"3713", b"9999"))],
    "no signature": lambda name, data: [(name, bytes(64) if name == "seal" else data)],
    "large head": lambda name, data: [(name, data + bytes(5000) if name == "head" else data)],
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_bundle_that_was_touched_is_refused_both_ways(laptop, hub, tmp_path, db, change):
    enterprises.save(laptop.store, Enterprise("e", "厂"))
    _written, _receipt, answer = carried(laptop, hub, tmp_path / "a.xjb")
    enterprises.save(laptop.store, Enterprise("e2", "厂"))
    bundles.write(desk(laptop), tmp_path / "b.xjb")
    before = len(kit.feed(db))
    changed = io.BytesIO(damaged(tmp_path / "b.xjb", CHANGES[change]).read_bytes())
    with pytest.raises((wire.BadBody, hub_bundles.NoEntry)):
        hub_bundles.take(hub, changed, io.BytesIO())
    assert len(kit.feed(db)) == before
    with pytest.raises(Refused, match="bundle-"):
        bundle_answers.take(desk(laptop), damaged(answer, CHANGES[change]))
    assert arrivals.waiting(laptop.reader) == 2


def test_files_that_are_no_bundle_are_told_as_such(laptop, hub, tmp_path):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("head", bytes(200 << 20))
        made.writestr("seal", b"")
    many = b"PK\5\6" + b"\0" * 4 + b"\xff\xff" * 2 + b"\xff" * 8 + b"\0\0"
    for data in (b"", b"PK", bytes(100), many.rjust(200), bomb.getvalue(), b"x" * 70_000):
        with pytest.raises(wire.BadBody):
            hub_bundles.take(hub, io.BytesIO(data), io.BytesIO())
        (tmp_path / "x").write_bytes(data)
        with pytest.raises(Refused, match="bundle-"):
            bundle_answers.take(desk(laptop), tmp_path / "x")


def test_another_hub_and_another_laptop_take_nothing_of_it(laptop, second, hub, tmp_path):
    enterprises.save(laptop.store, Enterprise("e", "厂"))
    _written, _receipt, answer = carried(laptop, hub, tmp_path / "a.xjb")
    with pytest.raises(Refused, match="bundle-not-ours"):
        bundle_answers.take(desk(second), answer)
    other = replace(hub, hub_id="another")
    with (tmp_path / "a.xjb").open("rb") as file, pytest.raises(wire.BadBody, match="receiver"):
        hub_bundles.take(other, file, io.BytesIO())
    forged = replace(hub, seal=Seal(bytes(32)))
    with (tmp_path / "a.xjb").open("rb") as file, pytest.raises(wire.BadBody, match="receiver"):
        hub_bundles.take(forged, file, io.BytesIO())


def test_any_laptop_may_carry_a_bundle_over_its_line(laptop, second, tmp_path, address, db):
    import httpx2

    name = blobs.put(laptop.store.folder, KEY, b"a photo")
    nouns.save(laptop.store, Attachment("a", "record", "r", sha256=name))
    enterprises.save(laptop.store, Enterprise("e", "厂"))
    bundles.write(desk(laptop), tmp_path / "a.xjb")
    data = (tmp_path / "a.xjb").read_bytes()
    assert httpx2.post(f"{address}/v1/bundle", content=data).status_code == 401
    token = token_of(second)
    headers = {"authorization": f"Bearer {token}"}
    answer = httpx2.post(f"{address}/v1/bundle", content=data, headers=headers)
    (tmp_path / "b").write_bytes(answer.content)
    told = bundle_answers.take(desk(laptop), tmp_path / "b")
    assert (told.sent, told.files) == (2, 1)
    got = httpx2.get(f"{address}/v1/blobs/{name}", headers=headers)
    assert got.content == b"a photo"
    bad = httpx2.post(f"{address}/v1/bundle", content=b"no bundle", headers=headers)
    assert bad.status_code == 400


def token_of(laptop):
    """A session of a laptop."""
    from app.services.transport import Address, Link

    who = enrolling.credentials(laptop.reader, enrolling.standing(laptop.reader), laptop.seal)
    link = Link(Address(laptop.address), who)
    link.heads(0)
    link.close()
    return link._token


def test_the_hubs_own_machine_takes_a_stick_by_a_command(laptop, url, tmp_path):
    name = blobs.put(laptop.store.folder, KEY, b"a photo")
    nouns.save(laptop.store, Attachment("a", "record", "r", sha256=name))
    enterprises.save(laptop.store, Enterprise("e", "厂"))
    bundles.write(desk(laptop), tmp_path / "a.xjb")
    (tmp_path / "secret").write_bytes(bytes(range(32)))
    told = {
        "HUB_FOLDER": str(tmp_path / "hub"),
        "HUB_DATABASE_URL": url,
        "HUB_SECRET_FILE": str(tmp_path / "secret"),
    }

    def taken(name):
        command = [sys.executable, "-m", "hub", "take", str(tmp_path / name)]
        return subprocess.run(
            command, env={**os.environ, **told}, capture_output=True, text=True, check=False
        )

    done = taken("a.xjb")
    assert (done.returncode, done.stderr) == (0, "")
    brought = bundle_answers.take(desk(laptop), tmp_path / "a-answer.xjb")
    assert (brought.sent, brought.files) == (2, 1)
    storage = Storage((tmp_path / "hub" / "blobs").as_uri())
    assert storage.read(hub_blobs.key_of(kit.SCOPE, name), 0, 7) == b"a photo"
    (tmp_path / "b.xjb").write_bytes(b"no bundle at all")
    refused = taken("b.xjb")
    assert (refused.returncode, "damaged" in refused.stderr) == (1, True)
    assert not (tmp_path / "b-answer.xjb").exists()
    assert not list(tmp_path.glob(".*.part"))
