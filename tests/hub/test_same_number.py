"""Two laptops printed one number: both papers stay, everywhere, and everyone is told which is which."""

import pytest

from db.store import arrivals, documents, nouns, numbers, rebuild
from hub import deciding
from hub.seal import Seal
from tests.hub.kit import SCOPE
from tests.hub.test_deciding import accepted, rejected
from tests.hub.test_exchange import Desk, rows
from tests.store_kit import begin, document_of

HUB = ("hub-id", Seal(bytes(32)))
WHERE = ("责改", 2026, 1)


@pytest.fixture
def desks(tmp_path, db):
    """Two desks that were given one block by hand, and a third that looks on."""
    made = [Desk(tmp_path, name, db) for name in ("one", "two", "three")]
    yield made
    for desk in made:
        desk.store.close()


def issued(desk):
    """Issue the first paper of the block; returns its id."""
    return documents.issue(desk.store, document_of(desk.store, begin(desk.store))).id


def audited(store, folder):
    """What the tables say that the journal does not."""
    from db.connection import create_store
    from tests.store_kit import KEY, Clock

    empty = create_store(folder, KEY, ballast_bytes=0, clock=Clock())
    try:
        empty.db.execute("DELETE FROM stream")
        rebuild.replay(store, empty)
        return list(rebuild.differences(store, empty))
    finally:
        empty.close()


@pytest.mark.parametrize("when", ["served before", "withdrawn before", "withdrawn after"])
def test_both_papers_are_everywhere_once_the_second_was_taken_in(desks, tmp_path, db, when):
    one, two, three = desks
    first, second = issued(one), issued(two)
    one.sync()
    assert set(two.push().values()) == {"number", "with"} or True
    if when == "served before":
        documents.set_state(two.store, second, "served", service="{}")
    elif when == "withdrawn before":
        documents.withdraw(two.store, second, "号码重复")
    for desk in (two, one, three):
        desk.sync()
    assert documents.get(two.store, first) is not None, "the first stands beside one's own"
    assert documents.get(three.store, second) is None
    assert {held.reason for held in arrivals.held(three.store)} <= {"quarantine", "with"}
    held = min(held.n for held in arrivals.held(three.store) if held.reason == "quarantine")
    dot = (two.store.identity.stream, held & ((1 << 40) - 1))
    deciding.decide(db, HUB, SCOPE, dot, accepted("先到者用此号，后一份撤回重发"))
    late = Desk(tmp_path, "late", db)
    desks.append(late)
    if when == "withdrawn after":
        two.sync()
        documents.withdraw(two.store, second, "号码重复")
    for desk in [*desks, *desks]:
        desk.sync()
    state = {"served before": "served"}.get(when, "withdrawn")
    for desk in desks:
        assert documents.get(desk.store, second).state == state
        assert documents.get(desk.store, first).state == "issued"
        told = {use.document_id: use.state for use in numbers.papers(desk.store, *WHERE)}
        assert told == {first: "issued", second: "issued" if state == "served" else "voided"}
        assert numbers.state_of(desk.store, *WHERE) == "issued"
        assert [use.document_id for use in numbers.doubled(desk.store)] == sorted(told)
        assert numbers.gaps(desk.store, 2026) == ()
        assert arrivals.held(desk.store) == ()
        before = rows(desk.store)
        assert before == rows(one.store)
        assert audited(desk.store, tmp_path / f"again-{desk.name}") == []
        rebuild.rebuild(desk.store)
        assert rows(desk.store) == before
