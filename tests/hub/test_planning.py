"""A push costs the same however many records came before it, also within the first minute."""

import asyncio

from db.journal.ids import new_id
from hub.database import Database
from hub.planning import Planner
from hub.push import push
from hub.sql import records
from tests.hub.kit import NOW, SCOPE, Laptop

COUNT = 600


def read_for_a_batch(db):
    """How the database finds the records of a batch: the name of the index it reads."""
    asked = []

    class Asking:
        def execute(self, query, values, **more):
            asked.extend(db.execute(f"EXPLAIN {query}", values, **more).fetchall())
            return ()

    records.lock_records(Asking(), SCOPE, [("objection", new_id()) for _ in range(COUNT)])
    return next(line for (line,) in asked if "Scan" in line and " on record" in line)


def test_what_a_batch_touches_is_found_by_its_name_once_the_planner_looked(db, url):
    db.execute("ALTER TABLE record SET (autovacuum_enabled = false)")  # it never looks by itself
    laptop = Laptop("t07")
    for _ in range(COUNT):
        laptop.write("objection", new_id(), {"reason": ("复检", ())})
    push(db, laptop.caller, laptop.batch(), NOW)
    assert "record_by_state" in read_for_a_batch(db), "it takes the table for an empty one"
    pool = Database(url, most=1)
    pool.open()
    asyncio.run(Planner().after(pool, 1000)())
    pool.close()
    assert "record_by_state" not in read_for_a_batch(db)


def test_it_looks_after_a_thousand_and_then_ever_more_rarely():
    planner = Planner()
    due = [count for count in range(1, 20_001) if planner.after(None, 1)]
    assert due == [1000, 4000, 16_000]
