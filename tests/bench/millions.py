"""A store with 1,000,000 findings at 20,000 enterprises, built once and kept beside a bare copy.

Every hundredth finding is written through the journal like any other; the rest only into their
table, with all its indexes: no list reads a journal, and two more gigabytes of it take half an hour.
The copy is a plain file of the standard library's SQLite: the same findings and the same index,
without encryption, journal or rows as objects.
"""

import datetime as dt
import hashlib
import json
import random
import shutil
import sqlite3
import sys
from pathlib import Path

from db.connection import create_store
from db.duty_rows import Appointment, FollowUp
from db.journal.ids import new_id
from db.rows import CaseFile, Document, Enterprise, Finding, Record
from db.store.tables import travelling
from tests.bench import big

KEY = bytes(range(32))
FINDINGS = 1_000_000
ENTERPRISES = 20_000
CASES = 4_000
WAITING = 5_000
DOCUMENTS = 200_000
OFFICERS = 500
CACHE = -600_000  # kibibytes
NOW = dt.datetime(2026, 9, 16, 1, 30, tzinfo=dt.UTC)
TODAY = dt.date(2026, 9, 16)
CAMPAIGN, DRIVE = "quality-month", "a-drive-of-a-thousand-cases"
STATES = (
    ("open", 1), ("ordered", 20), ("reported", 4), ("rechecked", 1), ("closed", 73), ("escalated", 1),
)  # fmt: skip
"""A bureau that is far behind: every fourth finding of all its years still waits."""


def places() -> tuple[Path, Path]:
    """Return the folder of the store and the bare file, built first when they are not there."""
    seen = hashlib.sha256(Path(__file__).read_bytes())
    for path in sorted((big.ROOT / "db" / "migrations").glob("*.py")):
        seen.update(path.read_bytes())
    place = big.OUT / f"findings-{seen.hexdigest()[:12]}"
    if not (place / "whole").exists():
        for old in big.OUT.glob("findings-*"):
            shutil.rmtree(old)
        place.mkdir(parents=True)
        print("Building a million findings once; it takes some minutes.", file=sys.stderr)  # noqa: T201 - a wait that long is announced
        _build(place / "store")
        _copy(place / "store", place / "bare.db")
        (place / "whole").touch()
    return place / "store", place / "bare.db"


def _build(folder: Path) -> None:
    from db.store import bulk

    chance = random.Random(1_000_000)
    store = create_store(folder, KEY, ballast_bytes=0)
    try:
        units = [Enterprise(new_id(), f"临沂市示范{n}号厂") for n in range(ENTERPRISES)]
        bulk.load(store, units)
        cases = [
            CaseFile(
                new_id(),
                units[n % ENTERPRISES].id,
                "spot-check",
                "监督抽查",
                NOW,
                campaign=CAMPAIGN if n % 100 == 0 else DRIVE if n % 4 == 1 else "",
            )
            for n in range(CASES)
        ]
        bulk.load(store, cases)
        bulk.load(store, [_record(case) for case in cases])
        made = FINDINGS // 100
        bulk.load(store, (_finding(chance, units, cases) for _ in range(made)))
        store.db.execute(f"PRAGMA cache_size = {CACHE}")  # its indexes are filled in no order
        with store.atomic():
            rest = (_values(_finding(chance, units, cases)) for _ in range(FINDINGS - made))
            columns = ("id", *travelling(Finding("", "", "", "")), "dots")
            marks = ", ".join("?" * len(columns))
            store.run_many(f"INSERT INTO finding ({', '.join(columns)}) VALUES ({marks})", rest)
        with store.atomic():
            papers = (_paper(chance, units, n) for n in range(DOCUMENTS))
            columns = ("id", *travelling(_paper(chance, units, 0)), "dots")
            marks = ", ".join("?" * len(columns))
            store.run_many(
                f"INSERT INTO document ({', '.join(columns)}) VALUES ({marks})",
                map(_values, papers),
            )
        told = store.rows("SELECT id, case_id, enterprise_id FROM finding WHERE state = 'reported'")
        with store.atomic():
            columns = ("id", *travelling(_recheck(chance, "", "", "")), "dots")
            marks = ", ".join("?" * len(columns))
            store.run_many(
                f"INSERT INTO follow_up ({', '.join(columns)}) VALUES ({marks})",
                (_values(_recheck(chance, *keys)) for keys in told),
            )
        bulk.load(store, (_officer(chance, units) for _ in range(OFFICERS)))
        waiting = (_waiting(chance, units, cases) for _ in range(WAITING))
        bulk.load(store, waiting)
        bulk.settle(store)
        store.flush_journal()
    finally:
        store.close()


def _record(case: CaseFile) -> Record:
    """The finished check of a case; it has the case's id."""
    return Record(
        case.id, case.id, case.enterprise_id, "spot-check", "", title="检查", state="finished",
        created=NOW, updated=NOW,
    )  # fmt: skip


def _values(row: Finding | FollowUp | Document) -> tuple[object, ...]:
    return (row.id, *travelling(row).values(), "{}")


def _finding(chance: random.Random, units: list[Enterprise], cases: list[CaseFile]) -> Finding:
    states, weights = zip(*STATES, strict=True)
    state, case = chance.choices(states, weights)[0], chance.choice(cases)
    due = TODAY + dt.timedelta(days=chance.randrange(-700, 90))
    settled = None
    if state in {"closed", "escalated"}:
        settled = TODAY - dt.timedelta(days=chance.randrange(1500))
    told = state in {"reported", "rechecked"}
    return Finding(
        id=new_id(),
        record_id=case.id,
        case_id=case.id,
        enterprise_id=chance.choice(units).id,
        path="/data/quality/records",
        item="出厂检验记录齐全",
        seen=chance.choice(big.SEEN),
        severity=chance.choices(("general", "serious", "major"), (80, 19, 1))[0],
        due=due,
        state=state,
        created=NOW - dt.timedelta(days=800),
        reported=TODAY - dt.timedelta(days=chance.randrange(60)) if told else None,
        settled=settled,
    )


def _waiting(chance: random.Random, units: list[Enterprise], cases: list[CaseFile]) -> FollowUp:
    return FollowUp(
        id=new_id(),
        case_id=chance.choice(cases).id,
        enterprise_id=chance.choice(units).id,
        kind="commitment",
        title="看整改承诺是否做到",
        start=NOW,
        due=TODAY + dt.timedelta(days=chance.randrange(-60, 60)),
    )


def _recheck(chance: random.Random, finding: str, case: str, unit: str) -> FollowUp:
    """What the party's report opens: the finding waits for it and no longer for its own day."""
    due = TODAY + dt.timedelta(days=chance.randrange(-30, 60))
    return FollowUp(new_id(), case, unit, "finding", finding, "recheck", "复查", start=NOW, due=due)


def _paper(chance: random.Random, units: list[Enterprise], number: int) -> Document:
    """An issued notice; its content is as long as a real one's."""
    unit = chance.choice(units)
    content = {
        "title": "责令改正通知书",
        "party": {"name": unit.name},
        "text": chance.choice(big.SEEN) * 40,
    }
    return Document(
        new_id(),
        "",
        "",
        unit.id,
        "rectification-notice",
        "责改",
        2020 + number % 7,
        number,
        f"临市监责改〔{2020 + number % 7}〕{number}号",
        issued=NOW - dt.timedelta(minutes=number * 13),
        content=json.dumps(content, ensure_ascii=False),
    )


def _officer(chance: random.Random, units: list[Enterprise]) -> Appointment:
    due = TODAY + dt.timedelta(days=chance.randrange(-60, 365))
    return Appointment(new_id(), chance.choice(units).id, "cqo", "首席质量官", review_due=due)


def _copy(folder: Path, bare: Path) -> None:
    from db.connection import open_reader

    reader = open_reader(folder, KEY)
    db = sqlite3.connect(bare)
    try:
        columns = "id, enterprise_id, item, seen, state, due, reported, settled, severity"
        db.execute(f"CREATE TABLE finding ({columns})")
        marks = ", ".join("?" * (columns.count(",") + 1))
        rows = reader.rows(f"SELECT {columns} FROM finding")
        db.executemany(f"INSERT INTO finding VALUES ({marks})", rows)
        db.execute("CREATE TABLE case_file (id, enterprise_id, title, opened, state)")
        rows = reader.rows("SELECT id, enterprise_id, title, opened, state FROM case_file")
        db.executemany("INSERT INTO case_file VALUES (?, ?, ?, ?, ?)", rows)
        db.execute("CREATE TABLE document (id, number_text, issued, content)")
        rows = reader.rows("SELECT id, number_text, issued, content FROM document")
        db.executemany("INSERT INTO document VALUES (?, ?, ?, ?)", rows)
        db.execute("CREATE TABLE enterprise (id, name, uscc, address)")
        rows = reader.rows("SELECT id, name, uscc, address FROM enterprise")
        db.executemany("INSERT INTO enterprise VALUES (?, ?, ?, ?)", rows)
        db.execute("CREATE TABLE appointment (id, enterprise_id, name, review_due)")
        rows = reader.rows("SELECT id, enterprise_id, name, review_due FROM appointment")
        db.executemany("INSERT INTO appointment VALUES (?, ?, ?, ?)", rows)
        db.execute("CREATE INDEX document_by_issue ON document (issued, id)")
        db.execute("CREATE INDEX enterprise_by_id ON enterprise (id)")
        db.execute("CREATE INDEX case_by_state ON case_file (state, opened, id)")
        db.execute("CREATE INDEX by_state ON finding (state, due, id)")
        db.execute("CREATE INDEX by_report ON finding (reported, id)")
        db.execute("CREATE INDEX by_settled ON finding (settled, id)")
        db.execute("CREATE INDEX by_enterprise ON finding (enterprise_id)")
        db.commit()
    finally:
        db.close()
        reader.close()
