"""What the store's engine takes for the rows of so many new records, with nothing around it.

The same tables, indexes, key, page size and waiting for the disk as a laptop has; the bytes of the
operations are there already. No way of taking records in can be quicker than this.
"""

import os
import tempfile
import time
from pathlib import Path

from db.connection import create_store
from db.journal.ids import new_id
from db.store import streams

KEY = bytes(range(32))
OPERATION = 1_430
"""Bytes of an operation with 1 KB of text."""
ROWS = 6_000
"""So many records are written in one transaction, as a sealed segment is."""
_OP = (
    "INSERT INTO op (n, arrived, hash, chain, kind, rec_type, rec_id, hlc, bytes)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_OBJECTION = "INSERT INTO objection (id, case_id, report_id, reason, dots) VALUES (?, ?, ?, ?, ?)"


def spent(count):
    """Seconds of CPU for the rows of so many records."""
    with tempfile.TemporaryDirectory(prefix="xunjian-floor-") as folder:
        store = create_store(Path(folder) / "store", KEY, ballast_bytes=0)
        took = 0.0
        for first in range(1, count + 1, ROWS):
            operations, rows = _made(first, min(ROWS, count + 1 - first))
            start = time.process_time()
            with store.atomic():
                store.run_many(_OP, operations)
                store.run_many(_OBJECTION, rows)
            took += time.process_time() - start
        store.close()
    return took


def _made(first, count):
    reason = "巡" * 340
    operations, rows = [], []
    for seq in range(first, first + count):
        n, name = streams.number(9, seq), new_id()
        hashes = os.urandom(32), os.urandom(32)
        data = os.urandom(OPERATION)
        operations.append((n, n, *hashes, "put", "objection", name, n, data))
        rows.append((name, new_id(), "", reason, f'{{"":{n}}}'))
    return operations, rows
