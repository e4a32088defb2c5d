"""What a laptop sent comes back to it in the bureau's order as hashes, and proves the same."""

from dataclasses import replace

import pytest

from app.services import enrolling
from app.services.transport import Address, Link, LinkError
from db.journal import chain, wire
from db.rows import Enterprise
from db.store import arrivals, enterprises
from hub import pull, push
from hub.pull import Place, Wish
from tests.hub import kit
from tests.hub.kit import SCOPE
from tests.hub.test_round import (  # noqa: F401 - the fixtures of a served hub and its laptops
    Laptop,
    address,
    laptop,
    second,
)

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
