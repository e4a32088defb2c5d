"""What goes into the tables many at a time is what one operation after another makes."""

import random

import pytest

from db.journal.ids import new_id
from db.journal.operation import decode
from db.store import afresh, arrivals, operations, rebuild
from db.store.operations import Change
from tests.hub.test_exchange import Desk
from tests.store_kit import make_store


def scribble(store, keys, steps, seed):
    """Make, answer, edit, delete and make again, some in one transaction."""
    dice = random.Random(seed)
    for step in range(steps):
        key = dice.choice(keys)
        done = [
            Change("put", "record", key, {"case_id": "c", "enterprise_id": "", "form_id": "f"}),
            Change("answer", "record", key, {f"/{dice.randrange(3)}": str(step)}),
            Change("answer", "record", key, {"/a": str(step), "/b": None}),
            Change("put", "enterprise", f"e{key}", {"name": f"第{step}厂"}),
            Change("delete", "enterprise", f"e{key}"),
            Change("put", "setting", key, {"value": str(step)}),
        ]
        known = store.value("SELECT 1 FROM record WHERE id = ?", (key,))
        at = dice.randrange(6)
        if at == 0 and known:
            done[0] = Change("put", "record", key, {"title": str(step)})
        picked = [done[at]] + ([done[3], done[5]] if at == 0 else [])
        operations.append(store, picked)


@pytest.mark.parametrize("seed", range(4))
def test_many_at_a_time_are_as_one_after_another(tmp_path, db, seed):
    """Rows, answers, disputes and search are the same whichever way they came in."""
    one, two = Desk(tmp_path, "one", db), Desk(tmp_path, "two", db)
    empty = make_store(tmp_path, "empty")
    try:
        shared = [new_id() for _ in range(6)]
        own = [new_id() for _ in range(40)]
        scribble(one.store, [*shared, *own], 150, seed)
        scribble(two.store, shared, 20, seed + 100)
        one.push()
        assert two.pull() > 150
        assert arrivals.held(two.store) == ()
        with empty.atomic():
            empty.run("DELETE FROM stream")
        rebuild.replay(two.store, empty)
        assert list(rebuild.differences(two.store, empty)) == []
        found = "SELECT rec_type, rec_id, title, subtitle FROM search_entry ORDER BY 1, 2"
        standing = two.store.rows(found)
        rebuild.reindex(two.store)
        searched = [row for row in two.store.rows(found) if row[0] != "record"]
        assert [row for row in standing if row[0] != "record"] == searched
    finally:
        empty.close()
        one.store.close()
        two.store.close()


def test_what_meets_nothing_is_told_from_what_does(tmp_path, db):
    """A first answer of a new record meets nothing; a second one of the same path does."""
    one = Desk(tmp_path, "one", db)
    store = make_store(tmp_path, "empty")
    try:
        key = new_id()
        made = Change("put", "record", key, {"case_id": "", "enterprise_id": "", "form_id": "f"})
        for change in (
            made,
            Change("answer", "record", key, {"/a": "1"}),
            Change("answer", "record", key, {"/a": "2"}),
            Change("answer", "record", new_id(), {"/a": "1"}),
        ):
            operations.append(one.store, [change])
        rows = operations.run_of(one.store, one.store.identity.stream)
        groups = [[(seq, decode(data))] for seq, _hash, _chain, data in rows]
        told = [(alone, len(run)) for alone, run in afresh.runs(store, groups)]
        assert told == [(True, 2), (False, 2)]
    finally:
        one.store.close()
        store.close()


def test_a_row_no_table_takes_is_held_and_the_rest_goes_in(tmp_path, db):
    """One wrong row among many that meet nothing costs only itself."""
    one, two = Desk(tmp_path, "one", db), Desk(tmp_path, "two", db)
    try:
        keys = [new_id() for _ in range(5)]
        for key in keys:
            operations.append(one.store, [Change("put", "setting", key, {"value": "1"})])
        stream = one.store.identity.stream
        one.push()
        # A laptop of a later version holds what this one's schema refuses: a value that is no text.
        two.store.run(
            "CREATE TRIGGER refusing BEFORE INSERT ON setting WHEN NEW.key = '"
            + keys[2]
            + "' BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
        assert two.pull() == 5
        held = arrivals.held(two.store)
        assert [at.n & 0xFF for at in held] == [3]
        assert two.store.value("SELECT COUNT(*) FROM setting WHERE value = '1'") == 4
        assert operations.head(two.store, stream).seq == 5
    finally:
        one.store.close()
        two.store.close()
