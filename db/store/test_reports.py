"""Laboratories' reports with their lines, and the objections raised against them."""

from collections.abc import Sequence

from db.duty_rows import Objection, TestItem, TestReport
from db.handle import Reader, Store
from db.journal.operation import Operation
from db.store import nouns


def get(reader: Reader, report_id: str) -> TestReport | None:
    """Return one report or None."""
    return nouns.get(reader, TestReport, report_id)


def of_case(reader: Reader, case_id: str) -> tuple[TestReport, ...]:
    """Return the reports of a case in the order they came."""
    return nouns.many(reader, TestReport, "WHERE case_id = ? ORDER BY id", (case_id,))


def of_record(reader: Reader, record_id: str) -> tuple[TestReport, ...]:
    """Return the reports on the samples of one sheet in the order they came."""
    return nouns.many(reader, TestReport, "WHERE record_id = ? ORDER BY id", (record_id,))


def newest_of(reader: Reader, records: Sequence[str]) -> dict[str, TestReport]:
    """Return the report each sheet is at, by its record: the newest that nothing has replaced."""
    keys: list[str] = []
    for start in range(0, len(records), nouns.PAGE):
        part = records[start : start + nouns.PAGE]
        marks = ", ".join("?" * len(part))
        found = reader.rows(
            "SELECT max(id) FROM test_report WHERE state <> 'replaced'"
            f" AND record_id IN ({marks}) GROUP BY record_id",
            part,
        )
        keys += [key for (key,) in found]
    return {one.record_id: one for one in nouns.page(reader, TestReport, keys)}


def recognised(reader: Reader, limit: int) -> tuple[TestReport, ...]:
    """Return the final results of other bureaux that are recognised here, the newest first."""
    where = "WHERE origin <> '' AND recognised_id = '' AND state = 'final' ORDER BY id DESC LIMIT ?"
    return nouns.many(reader, TestReport, where, (limit,))


def items_of(reader: Reader, report_id: str) -> tuple[TestItem, ...]:
    """Return the lines of a report in their order."""
    return nouns.many(reader, TestItem, "WHERE report_id = ? ORDER BY position, id", (report_id,))


def save(store: Store, *rows: TestReport | TestItem | Objection) -> tuple[Operation, ...]:
    """Make or edit reports, lines and objections."""
    return nouns.save(store, *rows)


def delete_items(store: Store, keys: Sequence[str]) -> tuple[Operation, ...]:
    """Delete lines that were entered by mistake."""
    return nouns.delete(store, TestItem, keys)


def objection(reader: Reader, objection_id: str) -> Objection | None:
    """Return one objection or None."""
    return nouns.get(reader, Objection, objection_id)


def objections_of(reader: Reader, report_id: str) -> tuple[Objection, ...]:
    """Return the objections to a report in the order they came."""
    return nouns.many(reader, Objection, "WHERE report_id = ? ORDER BY id", (report_id,))
