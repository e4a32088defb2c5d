"""A store with 500,000 samples of 166,667 sampling sheets, built once and kept.

The samples go through the journal like any other, so that their numbers are found; their sheets and
the laboratories' reports only into their tables, with all indexes and triggers. Every fourth sheet
is still under way: a bureau that is far behind.
"""

import datetime as dt
import hashlib
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from db.connection import create_store
from db.duty_rows import TestReport
from db.journal.ids import new_id
from db.rows import Enterprise, Record, Sample
from db.store.tables import Table, table_of, to_sql
from tests.bench import big

KEY = bytes(range(32))
SHEETS = 166_667
UNITS = 20_000
CACHE = -600_000  # kibibytes
NOW = dt.datetime(2026, 9, 16, 1, 30, tzinfo=dt.UTC)
TODAY = dt.date(2026, 9, 16)
STAGES = (("send", 15), ("lab", 25), ("tell", 15), ("told", 15), ("objected", 3), ("final", 27))
"""What the sheets under way wait for, in parts of a hundred."""


def place() -> Path:
    """Return the folder of the store, built first when it is not there."""
    seen = hashlib.sha256(Path(__file__).read_bytes())
    for path in sorted((big.ROOT / "db" / "migrations").glob("*.py")):
        seen.update(path.read_bytes())
    folder = big.OUT / f"samples-{seen.hexdigest()[:12]}"
    if not (folder / "whole").exists():
        for old in big.OUT.glob("samples-*"):
            shutil.rmtree(old)
        folder.mkdir(parents=True)
        print("Building 500,000 samples once; it takes some minutes.", file=sys.stderr)  # noqa: T201 - a wait that long is announced
        _build(folder / "store")
        (folder / "whole").touch()
    return folder / "store"


def _build(folder: Path) -> None:
    from db.store import bulk

    chance = random.Random(18)
    store = create_store(folder, KEY, ballast_bytes=0)
    try:
        store.db.execute(f"PRAGMA cache_size = {CACHE}")
        units = [Enterprise(new_id(), f"临沂市示范{n}号厂") for n in range(UNITS)]
        bulk.load(store, units)
        sheets = [
            Record(
                new_id(), new_id(), chance.choice(units).id, "sampling-sheet", "1",
                kind="document", title="抽样单", state="issued", created=NOW, updated=NOW,
            )
            for _ in range(SHEETS)
        ]  # fmt: skip
        stages = chance.choices(*zip(*STAGES, strict=True), k=SHEETS)
        stages = [stage if n % 4 == 0 else "ended" for n, stage in enumerate(stages)]
        _insert(store, iter(sheets))
        bulk.load(store, _samples(chance, sheets, stages))
        _insert(store, _reports(chance, sheets, stages))
        bulk.settle(store)
        store.db.execute("ANALYZE")
        store.flush_journal()
    finally:
        store.close()


def _insert(store, rows: Iterator[Record] | Iterator[TestReport]) -> None:
    first = next(rows)
    table = table_of(type(first))
    marks = ", ".join("?" * (len(table.columns) + 1))
    sql = f"INSERT INTO {table.name} ({', '.join(table.columns)}, dots) VALUES ({marks})"
    with store.atomic():
        store.run_many(sql, (_values(table, row) for row in (first, *rows)))


def _values(table: Table, row: Record | TestReport) -> tuple[object, ...]:
    kept = (to_sql(table.row, name, getattr(row, name)) for name in table.columns)
    return (*kept, "{}")


def _samples(chance: random.Random, sheets: list[Record], stages: list[str]) -> Iterator[Sample]:
    for n, (sheet, stage) in enumerate(zip(sheets, stages, strict=True)):
        state = {"ended": "returned", "send": "drawn", "lab": "received"}.get(stage, "tested")
        near = TODAY + dt.timedelta(days=chance.randrange(-60, 40))
        for place, role in enumerate(("test", "test", "spare"), start=1):
            yield Sample(
                id=new_id(),
                record_id=sheet.id,
                case_id=sheet.case_id,
                product_name="儿童三轮车",
                lot=f"2026{n % 1000:04d}",
                role=role,
                number=f"CY2026{n // 5000:04d}-07-{n % 5000}-{place:02d}",
                seal_no=f"F2026{n // 5000:04d}-07-{n % 5000}-{place:02d}",
                state="drawn" if role == "spare" and stage != "ended" else state,
                expected=near if stage in {"send", "lab"} else None,
            )


def _reports(
    chance: random.Random, sheets: list[Record], stages: list[str]
) -> Iterator[TestReport]:
    for n, (sheet, stage) in enumerate(zip(sheets, stages, strict=True)):
        if stage in {"send", "lab"}:
            continue
        told = TODAY - dt.timedelta(days=chance.randrange(30))
        yield TestReport(
            id=new_id(),
            case_id=sheet.case_id,
            enterprise_id=sheet.enterprise_id,
            record_id=sheet.id,
            number=f"JC2026-{n}",
            received=TODAY - dt.timedelta(days=30),
            told=None if stage == "tell" else told,
            verdict=chance.choice(("pass", "fail")),
            state={"ended": "final", "objected": "objected", "final": "final"}.get(stage, "open"),
        )
