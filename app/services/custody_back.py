"""What taking back a line of a sample's chain brings back: its state before, and what it settled."""

import datetime as dt
from dataclasses import replace

from app.services import follow_ups
from app.services.changes import Changes
from app.services.context import Acting
from app.services.sample_states import ENDED, WITHDRAWN
from db.connection import Reader, Store
from db.rows import Sample
from db.store import custody, documents, operations, records, samples, test_reports
from db.store import follow_ups as kept_follow_ups


def as_before(reader: Reader, sample: Sample) -> Sample:
    """A sample whose return does not hold: tested where it was, due on the day it was due."""
    told: dict[str, str] = {}
    for event in operations.history(reader, sample.id):
        for name in ("state", "expected"):
            value = event.operation.fields.get(name, ("", ()))[0]
            if value and value not in ENDED:
                told.setdefault(name, str(value))
    if sample.expected is None and "expected" in told:
        sample = replace(sample, expected=dt.date.fromisoformat(told["expected"]))
    return replace(sample, state="tested") if told.get("state") == "tested" else sample


def was_void(reader: Reader, sample: Sample) -> bool:
    """Whether the sheet of a sample stands withdrawn, as a record or as a document."""
    record = records.get(reader, sample.record_id)
    paper = next(iter(documents.of_record(reader, sample.record_id)), None)
    return (record is not None and record.state == WITHDRAWN) or (
        paper is not None and paper.state == WITHDRAWN
    )


def owed_again(store: Store, act: Acting, sample: Sample) -> Changes:
    """Reopen what the last return of a sheet settled; what was settled by hand stays so."""
    rows = []
    returns = {
        operations.history(store, line.id)[-1].operation.txn
        for one in samples.of_record(store, sample.record_id)
        for line in custody.of_sample(store, one.id)
        if line.kind in ENDED
    }
    for report in test_reports.of_record(store, sample.record_id):
        for row in kept_follow_ups.of_owner(store, report.id):
            by = operations.history(store, row.id)[0].operation.txn
            if row.kind == "sample-return" and row.state == "done" and by in returns:
                rows.append(replace(row, state="open", done=None))
    return follow_ups.keep(store, act, *rows).changes if rows else Changes()
