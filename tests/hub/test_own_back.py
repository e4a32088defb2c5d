"""What a laptop sent comes back to it in the bureau's order as hashes, and proves the same.

With it comes what the bureau holds back of it, though the answer that said so was lost.
"""

from dataclasses import replace

import pytest

from app.services import disagreeing, enrolling, sync_ledger
from app.services.transport import Address, Link, LinkError
from db.connection import open_reader, open_store
from db.journal import chain, wire
from db.rows import Enterprise
from db.store import arrivals, documents, enterprises, rebuild, streams
from hub import deciding, pull, push, rules
from hub.pull import Place, Wish
from hub.seal import Seal
from hub.sql import hubs
from tests.hub import kit
from tests.hub.kit import SCOPE
from tests.hub.test_deciding import accepted, rejected
from tests.hub.test_exchange import rows
from tests.hub.test_restored import Image
from tests.hub.test_round import (  # noqa: F401 - the fixtures of a served hub and its laptops
    Laptop,
    Losing,
    address,
    laptop,
    second,
)
from tests.store_kit import KEY, Clock, begin, document_of

HOME = Place(0, wire.feed_root(SCOPE))


def test_own_operations_come_back_as_hashes_and_others_whole(laptop, second, db):  # noqa: F811
    for n in range(20):
        enterprises.save(laptop.store, Enterprise(f"e{n}", f"第{n}厂"))
    enterprises.save(second.store, Enterprise("f", "外厂"))
    second.round()
    assert laptop.round().taken == 1
    ends = arrivals.own_ends(laptop.reader)
    page = pull.pull(db, ("hub", 1), SCOPE, HOME, Wish(have=ends))
    whole = pull.pull(db, ("hub", 1), SCOPE, HOME)
    for brief, full in zip(page.placed, whole.placed, strict=True):
        mine = full.batch.stream in ends
        assert brief.known == (tuple(map(chain.digest, full.batch.operations)) if mine else ())
        assert (brief.last, brief.batch.operations == ()) == (full.last, mine)
    assert len(wire.pack(page)) < len(wire.pack(whole)) / 2
    assert arrivals.cursor(laptop.reader, SCOPE).seq == page.head
    assert laptop.round().taken == 0


def test_a_batch_that_is_here_only_in_part_comes_whole(db):
    made = kit.Laptop("one")
    for n in range(5):
        made.write("enterprise", f"e{n}", {"name": (f"第{n}厂", ())})
    push.push(db, made.caller, made.batch(1, 5), kit.NOW)
    for end, known in ((4, 0), (5, 5), (9, 5)):
        page = pull.pull(db, ("hub", 1), SCOPE, HOME, Wish(have={made.stream: end}))
        assert len(page.placed[0].known) == known


@pytest.mark.parametrize("what", ["hash", "stream", "both"])
def test_hashes_that_lie_are_not_taken(what, laptop, second):  # noqa: F811
    enterprises.save(second.store, Enterprise("f", "外厂"))
    second.round()
    enterprises.save(laptop.store, Enterprise("e", "厂"))
    before = arrivals.cursor(laptop.reader, SCOPE)
    line = bent(laptop, what)
    with pytest.raises(LinkError, match="broken"):
        laptop.round(line)
    line.close()
    assert arrivals.cursor(laptop.reader, SCOPE) == before
    laptop.round()
    assert enterprises.get(laptop.reader, "f").name == "外厂"


def bent(laptop, what):  # noqa: F811
    """A line whose pages hold hashes where the operations are not here, or hashes that lie."""
    who = enrolling.credentials(laptop.reader, enrolling.standing(laptop.reader), laptop.seal)
    line = Link(Address(laptop.address), who)
    ask = line.pull

    def pulled(after, at, **wish):
        page = ask(after, at, **wish)
        return replace(page, placed=tuple(map(changed, page.placed)))

    def changed(placed):
        hashes = placed.known or tuple(map(chain.digest, placed.batch.operations))
        if what == "hash":
            return replace(placed, known=(bytes(32),) * len(hashes) if placed.known else ())
        kept = placed.batch.operations if what == "both" else ()
        return replace(placed, batch=replace(placed.batch, operations=kept), known=hashes)

    line.pull = pulled
    return line


def issued(one):
    """Issue the first paper of a series; returns its id."""
    return documents.issue(one.store, document_of(one.store, begin(one.store))).id


def shown(one):
    """What the screen of synchronisation says is held of one's own, and the ledger's held lines."""
    kept = {(found.own, found.reason) for found in disagreeing.held(one.reader) if found.own}
    lines = sync_ledger.look(one.reader).lines
    return kept, {line.reason for line in lines if line.state == "held"}


def decided(db, one, decision):
    """The bureau decides about what it holds of a laptop."""
    number = next(held.n for held in arrivals.held_own(one.reader))
    hub = (hubs.hub(db)[0], Seal(bytes(range(32))))
    deciding.decide(db, hub, SCOPE, streams.dot_of(one.reader, number), decision)


@pytest.mark.parametrize(("decision", "left"), [(accepted(), None), (rejected(), "rejected")])
def test_what_is_held_is_shown_though_the_answer_was_lost_until_it_is_decided(
    laptop,  # noqa: F811
    second,  # noqa: F811
    db,
    decision,
    left,
):
    issued(second)
    second.round()
    issued(laptop)
    who = enrolling.credentials(laptop.reader, enrolling.standing(laptop.reader), laptop.seal)
    link = Link(Address(laptop.address), who)
    with pytest.raises(LinkError, match="offline"):
        laptop.round(Losing(link, 3, before=False))
    link.close()
    assert shown(laptop) == (set(), set()), "it was not told yet"
    laptop.round()
    waiting = ({(True, "quarantine")}, {"quarantine"})
    assert shown(laptop) == waiting
    laptop.close()
    folder = laptop.store.folder
    laptop.store, laptop.reader = open_store(folder, KEY, clock=Clock()), open_reader(folder, KEY)
    assert shown(laptop) == waiting, "after a restart"
    decided(db, laptop, decision)
    laptop.round()
    after = ({(True, left)}, {left}) if left else (set(), set())
    assert shown(laptop) == after
    second.round()
    others = arrivals.held(second.reader)
    for one in (laptop, second):
        arrivals.rewind(one.store, SCOPE, [])
        one.round()
    assert shown(laptop) == after, "what was decided does not come back with the pages"
    assert arrivals.held(second.reader) == others


def test_what_a_laptop_set_back_gets_again_is_applied_when_it_is_accepted(
    laptop,  # noqa: F811
    db,
    tmp_path,
    monkeypatch,
):
    image = Image(laptop, tmp_path / "images" / "one")
    enterprises.save(laptop.store, Enterprise("e", "厂"))
    with monkeypatch.context() as older:
        older.setattr(rules, "KINDS", rules.KINDS - {"put"})
        laptop.round()
    image.wake()
    image.round()
    assert enterprises.get(image.reader, "e") is None
    assert shown(image)[0] == {(True, "quarantine")}
    decided(db, image, accepted())
    image.round()
    assert enterprises.get(image.reader, "e") is not None
    assert shown(image) == (set(), set())
    before = rows(image.store)
    rebuild.rebuild(image.store)
    assert rows(image.store) == before
    image.close()
