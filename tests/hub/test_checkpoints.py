"""A hub is held to what it signed: heads that continue each other, proofs anyone can check."""

import subprocess
import sys
from dataclasses import replace

import pytest

from app.services import enrolling, witnessing
from app.services.transport import Address, Link, LinkError
from db.journal import chain, proof, tree, wire
from db.rows import Enterprise
from db.store import checkpoints, enterprises
from hub.seal import Seal
from hub.sql import hubs
from tests.hub import kit, served
from tests.hub.test_round import a_code, address, laptop, second

__all__ = ["a_code", "address", "laptop", "second"]
HUB_KEY = Seal(bytes(range(32))).public


@pytest.fixture
def link(laptop):
    """A line of the laptop's that a test may listen in on."""
    who = enrolling.credentials(laptop.reader, enrolling.standing(laptop.reader), laptop.seal)
    opened = Link(Address(laptop.address), who)
    yield opened
    opened.close()


def in_step(laptop, link=None):
    """A round that brings something, and the quiet one after it; what was wrong with the head."""
    return laptop.round(link).witness or laptop.round(link).witness


def last(laptop):
    enrolment = enrolling.standing(laptop.reader)
    return checkpoints.last(laptop.reader, enrolment.hub, enrolment.scope)


def contradicted(laptop):
    enrolment = enrolling.standing(laptop.reader)
    return checkpoints.contradicted(laptop.reader, enrolment.hub, enrolment.scope)


def write(laptop, *names):
    for name in names:
        enterprises.save(laptop.store, Enterprise(name, "厂"))


def test_every_quiet_round_ends_with_a_head_that_continues_the_last(laptop, second, db):
    write(laptop, *(f"e{n}" for n in range(700)))
    assert in_step(laptop) == ""
    first = last(laptop)
    write(second, "f")
    in_step(second)
    assert in_step(laptop) == ""
    hashes = [chain.digest(data) for data in kit.feed(db)]
    head = last(laptop)
    assert (first.size, head.size) == (700, 701)
    leaves = [tree.leaf(one) for one in hashes]
    assert head.root == tree.root(701, lambda level, at: _over(leaves, level, at))
    assert last(second) == replace(head, at=last(second).at, signature=last(second).signature)
    assert db.execute("SELECT count(*) FROM tree_node").fetchone() == (2,)
    assert db.execute("SELECT size FROM checkpoint").fetchall() == [(700,)]


def _over(leaves, level, at):
    return tree.folded(leaves[at << level : (at + 1) << level])


def test_a_round_with_nothing_new_asks_for_no_head(laptop, link):
    write(laptop, "e")
    in_step(laptop)
    asked = []
    checkpoint = link.checkpoint
    link.checkpoint = lambda *told: asked.append(told) or checkpoint(*told)
    laptop.round(link)
    assert asked == []
    write(laptop, "f")
    in_step(laptop, link)
    assert asked == [(2, 1)]


@pytest.mark.parametrize(("minutes", "asked_for"), [(9, []), (11, [(2, 1)]), (-1, [(2, 1)])])
def test_a_laptop_that_is_always_busy_asks_for_a_head_every_ten_minutes(
    laptop, link, minutes, asked_for
):
    write(laptop, "e")
    in_step(laptop)
    asked = []
    checkpoint, heads = link.checkpoint, link.heads
    signed = last(laptop).at + minutes * 60_000
    link.checkpoint = lambda *told: asked.append(told) or checkpoint(*told)
    link.heads = lambda now: replace(heads(now), now=signed)
    write(laptop, "f")
    laptop.round(link)
    assert asked == asked_for


def test_no_clock_of_the_hubs_puts_a_head_off_for_ever(laptop, link, monkeypatch):
    """Neither one that stands still nor rounds that are all busy, from the first on."""
    write(laptop, "e")
    laptop.round(link)
    assert last(laptop).size == 1
    monkeypatch.setattr(witnessing, "BUSY_MOST", 2)
    heads = link.heads
    link.heads = lambda now: replace(heads(now), now=last(laptop).at)
    sizes = []
    for name in "fgh":
        write(laptop, name)
        laptop.round(link)
        sizes.append(last(laptop).size)
    assert sizes == [1, 3, 3]


def test_a_hub_that_changes_what_was_long_pulled_is_told_as_such(laptop, second, db):
    write(laptop, "e0", "e1", "e2")
    in_step(laptop)
    before = last(laptop)
    db.execute("UPDATE op SET op_hash = %s WHERE seq = 2", (bytes(32),))
    write(second, "f")
    second.round()
    assert in_step(laptop) == "rewritten"
    ((kept, _at),) = contradicted(laptop)
    assert kept == before
    assert proof.genuine(kept, HUB_KEY)
    write(laptop, "e3")
    assert in_step(laptop) == ""
    assert len(contradicted(laptop)) == 1


@pytest.mark.parametrize("word", ["restored", "rewritten"])
def test_a_hub_set_back_is_told_and_whether_it_says_so(laptop, second, url, db, word):
    write(laptop, "e")
    in_step(laptop)
    tables = ("stream", "feed", "batch", "op", "record", "belonging", "conflict", "num_use")
    kept = {name: db.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
    write(laptop, "e1")
    in_step(laptop)
    for name, rows in kept.items():
        db.execute(f"DELETE FROM {name}")
        for row in rows:
            marks = ", ".join(["%s"] * len(row))
            db.execute(f"INSERT INTO {name} VALUES ({marks})", row)
    if word == "restored":
        hubs.next_epoch(db, kit.NOW)
    with served.running(url) as again:
        laptop.address = second.address = again
        write(second, "f")
        second.round()
        assert in_step(laptop) == word


def test_a_head_by_another_key_or_of_another_place_is_not_kept(laptop, link):
    write(laptop, "e")
    genuine = link.checkpoint

    def of_another_feed(*told):
        found = genuine(*told)
        return replace(found, checkpoint=replace(found.checkpoint, feed=bytes(32)))

    def forged(*told):
        found = genuine(*told)
        return replace(found, checkpoint=replace(found.checkpoint, signature=bytes(64)))

    for lie in (of_another_feed, forged):
        link.checkpoint = lie
        assert in_step(laptop, link) == "unsigned"
        assert last(laptop) is None


def test_a_proof_holds_for_anyone_and_only_for_what_is_so(laptop, link, tmp_path):
    write(laptop, *(f"e{n}" for n in range(300)))
    laptop.round()
    stream = laptop.store.identity.stream
    found = link.proof(stream, 280)
    for size in ("1", "x", "999999", "301"):
        with pytest.raises(LinkError, match="body-query"):
            link.checkpoint(size if size != "1" else 1, 0)
    with pytest.raises(LinkError, match="body-query"):
        link.proof("another", 1)
    assert proof.checked(found, HUB_KEY).rec_id == "e279"
    other = kit.Laptop("x")
    other.write("enterprise", "e", {"name": ("x", ())})
    lies = {
        "operation": replace(found, operation=b"x"),
        "hub": replace(found, checkpoint=replace(found.checkpoint, size=299)),
        "path": replace(found, place=279),
        "device": replace(found, key=kit.Laptop("y").caller.public_key),
    }
    for code, lie in lies.items():
        with pytest.raises(wire.BadBody, match=code):
            proof.checked(lie, HUB_KEY)
    with pytest.raises(wire.BadBody, match="path"):
        proof.checked(replace(found, operation=other.operations[0]), HUB_KEY)
    with pytest.raises(wire.BadBody, match="device"):
        proof.checked(replace(found, later=found.later[1:]), HUB_KEY)
    (tmp_path / "proof").write_bytes(wire.pack(found))
    for key, code, word in ((HUB_KEY, 0, "e279"), (bytes(32), 1, "NOT PROVED")):
        command = [sys.executable, "-m", "db.proof", str(tmp_path / "proof"), key.hex()]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, word in done.stdout + done.stderr) == (code, True)
