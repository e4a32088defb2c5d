"""A decision the hub lost with yesterday's backup and took the other way: every laptop follows it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from app.services import sync_board
from db.audit import audit
from db.rows import Enterprise, Record
from db.store import answers, arrivals, documents, enterprises, nouns, rebuild
from hub import authoring, deciding, rules
from hub.authoring import Author, Said
from hub.seal import Seal
from hub.sql import hubs, quarantines
from tests.hub import kit, served
from tests.hub.test_deciding import accepted, rejected
from tests.hub.test_exchange import rows
from tests.hub.test_healing import TABLES, set_back
from tests.hub.test_round import Laptop, a_code, address, laptop, second
from tests.store_kit import KEY, begin, document_of

__all__ = ["address", "laptop", "second"]
SEAL = Seal(bytes(range(32)))
DECISIONS = {"yes": accepted(), "no": rejected(), "": None}
EVERY = (*TABLES, "quarantine", "num_again", "belonging")


@pytest.fixture
def third(tmp_path, address, db):
    """A laptop that only looks on."""
    made = Laptop(tmp_path, "three", address)
    made.enrol(a_code(db, "sun"))
    yield made
    made.close()


def kept(db):
    """All that a backup of the hub has."""
    return {name: db.execute(f"SELECT * FROM {name}").fetchall() for name in EVERY}


def say(db, what):
    """The hub says something of its own."""
    author = Author(hubs.hub(db)[0], SEAL, "who-chief", kit.NOW)
    authoring.say(db, author, kit.SCOPE, [Said("enterprise", what, {"name": "局"})])


def decide(db, decision):
    """Decide about all that is held; what only the bureau may say can only be rejected."""
    hub = (hubs.hub(db)[0], SEAL)
    while waiting := quarantines.waiting(db, kit.SCOPE, 1):
        told = rejected() if waiting[0].reason == "authority" else decision
        deciding.decide(db, hub, kit.SCOPE, (waiting[0].stream, waiting[0].sseq), told)


def a_paper(laptop, second, _patch):
    """Two papers of one number; the second is held."""
    documents.issue(laptop.store, document_of(laptop.store, begin(laptop.store)))
    laptop.round()
    documents.issue(second.store, document_of(second.store, begin(second.store)))
    second.round()


def serve(second):
    """The second paper is served, whatever the bureau holds of it."""
    (paper,) = documents.ids(second.store, limit=1)
    documents.set_state(second.store, paper, "served", service="{}")


def an_edit(laptop, second, patch):
    """A new row and edits that are held."""
    enterprises.save(laptop.store, Enterprise("e", "一厂", phone="1"))
    begun = begin(laptop.store)
    laptop.round()
    second.round()
    with patch.context() as older:
        older.setattr(rules, "KINDS", rules.KINDS - {"put"})
        nouns.edit(second.store, Enterprise, "e", phone="2")
        nouns.edit(second.store, Record, begun.record.id, title="改题")
        enterprises.save(second.store, Enterprise("new", "新厂"))
        nouns.save(second.store, replace(begun.record, id="draft", title="新稿"))
        second.round()


def edit(second):
    """It is written on, on top of what is held."""
    nouns.edit(second.store, Enterprise, "e", address="路")
    nouns.edit(second.store, Enterprise, "e", phone="3")
    nouns.edit(second.store, Enterprise, "new", phone="4")
    answers.write(second.store, "draft", {"/data/a": "合格"})


@dataclass(frozen=True)
class Held:
    """What is held: how it comes about, and what its author writes on top of it later."""

    make: Callable
    later: Callable


A_PAPER, AN_EDIT = Held(a_paper, serve), Held(an_edit, edit)


def whole(one):
    """The audit finds nothing, the tables made anew are the same; returns them."""
    assert audit(one.store.folder, KEY).breaks == ()
    orphans = "SELECT * FROM answer WHERE record_id NOT IN (SELECT id FROM record)"
    assert one.store.rows(orphans) == []
    before, found = rows(one.store), to_be_found(one)
    rebuild.rebuild(one.store)
    assert (rows(one.store), to_be_found(one)) == (before, found)
    return before


def to_be_found(one):
    """What search finds, but for records: those are entered when the machine is idle."""
    found = "SELECT rec_type, rec_id, title FROM search_entry WHERE rec_type <> 'record'"
    return sorted(one.store.rows(found))


@pytest.fixture
def three(laptop, second, third):
    """Who issued first, who second, and who looks on."""
    return [laptop, second, third]


@pytest.mark.parametrize("case", [
    (A_PAPER, "yes no", ""),
    (A_PAPER, "yes no", "parts"),
    (A_PAPER, "yes", ""),
    (A_PAPER, "yes", "parts early"),
    (A_PAPER, "yes yes", "parts"),
    (AN_EDIT, "yes no", ""),
    (AN_EDIT, "no yes", "parts"),
    (AN_EDIT, "yes", ""),
])  # fmt: skip
def test_every_laptop_follows_what_was_decided_last(case, three, db, url, monkeypatch):
    """A hub that ``parts`` spoke before the backup and says something else after it.

    Where the backup is ``early`` it has nothing of what was held either.
    """
    (held, then, backup), (laptop, second, third) = case, three
    first, last = (DECISIONS[word] for word in (*then.split(), "")[:2])
    yesterday = until_the_backup(case, three, db, monkeypatch)
    decide(db, first)
    rounds(three)
    held.later(second)
    rounds([second, third, *three])
    was, today = whole(third), kept(db)
    set_back(db, yesterday)
    hubs.next_epoch(db, kit.NOW)
    if "early" in backup:
        say(db, "late")
    with served.running(url) as again:
        late = Laptop(laptop.store.folder.parent, "late", again)
        late.enrol(a_code(db, "late"))
        if last:
            decide(db, last)
        rounds([*three, late] * 2, again)
    new = whole(late)
    assert whole(third) == rows(laptop.store) == new
    assert {tuple(reasons(one)) for one in (laptop, third)} == {tuple(reasons(late))}
    assert {turned(one) for one in (laptop, third)} == {first is not last}
    assert (new == was) == (first is last)
    whole(second)
    assert told_to(second) == (
        "quarantine" if last is None else "" if last.accepted else "rejected"
    )
    how_far = "SELECT DISTINCT answered, asked FROM record WHERE id <> 'draft'"
    assert third.store.rows(how_far) == [(3, 5)], "how far a record is belongs to this computer"
    if last is None:
        at_last((held, today), [*three, late], db, url)
        assert whole(third) == rows(late.store)
        assert (rows(third.store) == was) == ("early" not in backup)
        assert reasons(third) == reasons(late) == []
        assert "lost" not in {shut.reason for shut in arrivals.held(third.reader)}
    late.close()


def until_the_backup(case, three, db, patch):
    """All that is before the decision; returns what the backup has."""
    (held, _then, backup), (laptop, second, third) = case, three
    if "parts" in backup:
        say(db, "early")
    early = kept(db)
    held.make(laptop, second, patch)
    third.round()
    third.store.run("UPDATE record SET answered = 3, asked = 5")
    return early if "early" in backup else kept(db)


def rounds(laptops, address=None):
    """One round each, in this order, with a hub that is somewhere else now."""
    for one in laptops:
        one.address = address or one.address
        one.round()


def at_last(how, everyone, db, url):
    """It is decided on after all, or a later backup is found."""
    held, today = how
    if held is A_PAPER:
        decide(db, accepted())
    else:
        set_back(db, today)
        hubs.next_epoch(db, kit.NOW)
    with served.running(url) as again:
        rounds(everyone * 2, again)


def told_to(author):
    """What the author of what was held is told of it; decisions that were handed over apart."""
    found = author.store.rows(
        "SELECT DISTINCT reason FROM held_own JOIN op USING (n) WHERE rec_type <> 'decision'"
    )
    return "".join(reason for (reason,) in found)


def reasons(one):
    """Why operations of others are held here, but for decisions that the hub lost."""
    found = one.store.rows(
        "SELECT reason FROM held JOIN op USING (n) WHERE rec_type <> 'decision' ORDER BY arrived, n"
    )
    return sorted(reason for (reason,) in found)


def turned(one):
    """Whether 同步 tells of decisions that were turned."""
    return sync_board.turned(one.reader, one.store.clock()) > 0
