"""Issue a document again and again, killed at another point each time; tell what was left.

Run by ``test_store_killed.py`` as a program of its own: it forks, the child is killed by SIGKILL
at its n-th step, the parent opens what is left and prints one JSON line.
"""

import json
import os
import shutil
import signal
import sys
from dataclasses import replace
from pathlib import Path

from db import anchor, blobs, spool
from db.audit import audit
from db.store import answers, documents, findings, numbers, records
from db.store.operations import Change
from tests.store_kit import KEY, begin, document_of, finding_of, make_store, open_store


def killing(step):
    """Make the process kill itself at its n-th step: a statement, a write, a sync, a rename."""
    from sqlite_utils import Database

    left = [step]

    def count():
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(owner, name):
        plain = getattr(owner, name)

        def counted(*given, **named):
            count()
            done = plain(*given, **named)
            count()
            return done

        setattr(owner, name, counted)

    whole_write = os.write

    def torn_write(handle, data):
        count()
        half = len(data) // 2
        whole_write(handle, data[:half])
        count()
        return half + whole_write(handle, data[half:])

    around(Database, "execute")
    around(Database, "commit")
    around(spool.os, "fsync")
    around(Path, "replace")
    os.write = torn_write


def story(store, begun, pdf):
    """Answer, keep the PDF, issue with its finding and record, flush, anchor, close."""
    answers.write(store, begun.record.id, {"/data/last": "typed"})
    sha = blobs.put(store.folder, KEY, pdf)
    document = document_of(store, begun)
    finding = replace(finding_of(begun), state="ordered", document_id=document.id)
    with store.atomic():
        documents.issue(store, document, Change("put", "record", begun.record.id, {"pdf_sha": sha}))
        findings.save(store, finding)
        records.set_state(store, begun.record.id, "issued")
    store.flush_journal()
    anchor.write(store, store.folder / "anchor")
    store.close()


def left_behind(folder, begun):
    """Open what a kill left and say what it is."""
    store = open_store(folder, KEY)
    record = records.get(store, begun.record.id)
    issued = documents.of_record(store, begun.record.id)
    found = findings.of_record(store, begun.record.id)
    parts = [
        len(issued) == 1,
        record.state == "issued",
        bool(record.pdf_sha) and blobs.exists(folder, record.pdf_sha),
        [one.state for one in found] == ["ordered"],
        numbers.state_of(store, "责改", 2026, 1) == "issued",
        numbers.peek(store, "责改", 2026) == 2,
    ]
    behind = anchor.problem(store, anchor.read(folder / "anchor"))
    clean = store.recovered.clean
    anchor.write(store, folder / "anchor")
    answered = answers.of_record(store, begun.record.id)
    store.close()
    breaks = [one.code for one in audit(folder, KEY).breaks]
    return {
        "parts": parts,
        "clean": clean,
        "behind": behind,
        "answers": answered,
        "breaks": breaks,
        "left": [path.name for path in folder.rglob("*.tmp")],
    }


def main(room):
    """Kill at every point until the story comes to its end."""
    first = make_store(room, "first")
    begun = begin(first)
    numbers.lease_local(first, "责改", 2026, 1, 5)
    answers.write(first, begun.record.id, {"/data/first": "typed before"})
    first.close()
    step = 0
    status = -1
    while status != 0:
        step += 1
        folder = room / str(step)
        shutil.copytree(room / "first", folder)
        child = os.fork()
        if child == 0:
            store = open_store(folder, KEY)
            killing(step)
            story(store, begun, b"the page" * 1000)
            os._exit(0)
        _pid, status = os.waitpid(child, 0)
        if status not in {0, signal.SIGKILL}:
            raise SystemExit(f"the story failed by itself at step {step}: {status}")
        told = left_behind(folder, begun)
        sys.stdout.write(json.dumps({"step": step, "ended": status == 0, **told}) + "\n")
        shutil.rmtree(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
