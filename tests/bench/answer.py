"""One answer committed, beside a raw SQLCipher commit of the same bytes, equally durable."""

import sqlcipher3.dbapi2 as driver

from app.services import cases, matters, records, settings, sites
from app.services.records import open_record
from db import engine
from db.store import answers, operations
from tests.bench.bureau import KEY, bureau
from tests.bench.figures import Figure, middle, taken_in_turn

ROUNDS = 400


class Raw:
    """A plain SQLCipher file with one table, keyed and set like the store."""

    def __init__(self, path):
        self.db = driver.connect(str(path), isolation_level=None)
        self.db.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
        engine.set_up(self.db)
        self.db.execute("CREATE TABLE kept (n INTEGER PRIMARY KEY, bytes BLOB NOT NULL)")

    def commit(self, data):
        self.db.execute("BEGIN IMMEDIATE")
        self.db.execute("INSERT INTO kept (bytes) VALUES (?)", (data,))
        self.db.execute("COMMIT")


def figures():
    with bureau() as (store, act, folder):
        unit = sites.find(store, "小白羊")[0]
        partner = partner_of(store, act)
        started = cases.start(store, act, unit.id, matters.SPOT_CHECK, partner_id=partner).value
        record_id = started.record.id
        path = records.path_of(open_record(store, act, record_id).form, "check_object") or "/data/x"
        values = (f"现场查看第{number}号生产线，未见出厂检验记录" for number in range(10**6))
        answers.write_one(store, record_id, path, next(values))
        newest = operations.history(store, record_id, 1)[0].n
        data = store.value("SELECT bytes FROM op WHERE n = ?", (newest,))
        raw = Raw(folder / "raw.db")
        for name, work in (
            ("answer", lambda: answers.write_one(store, record_id, path, next(values))),
            (
                "answer-by-service",
                lambda: records.answer(
                    store, act, record_id, {path: next(values)}, progress=(3, 9)
                ),
            ),
        ):
            ours, theirs = taken_in_turn(work, lambda: raw.commit(data), ROUNDS)
            against = f"a raw SQLCipher commit of its {len(data)} bytes"
            yield Figure(name, middle(ours), "ms", against, middle(theirs))
        raw.db.close()


def partner_of(store, act):
    """Return a colleague's id."""
    return next(one.id for one in settings.inspectors(store) if one.id != act.who.person_id)
