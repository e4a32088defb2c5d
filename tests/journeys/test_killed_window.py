"""The real window killed by SIGKILL: reopened, it says so, and goes on where it was."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.services import verify
from app.shell.vault import Vault
from db.audit import audit
from db.connection import open_reader, open_store
from db.store import answers, cases, documents, numbers
from tests import seeded
from tests.journeys.test_killed_story import KINDS
from tests.journeys.window_lives import Room

ROOT = Path(__file__).parents[2]
SOAK = bool(os.environ.get("XUNJIAN_SOAK"))
ON_ITS_WAY = 0.1
"""Seconds a commit with its fsync may take on a busy machine once it was asked for."""
RECOVERED = "恢复"
WANTED = KINDS - {"documents.issue", "findings.update"} | {
    "issuing.issue",
    "attachments.set_caption",
}
"""Every kind of commit the story makes in the window, by the service that is asked."""


@pytest.fixture(scope="module")
def room_of(tmp_path_factory):
    """Make a room with a home of its own."""

    def make(name):
        folder = tmp_path_factory.mktemp(name)
        shutil.copytree(seeded.home(), folder / "home")
        return Room(folder)

    return make


def start(room, mode):
    environment = os.environ | {"CUPS_SERVER": str(room.folder / "no-cups")}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.window_lives", str(room.folder), mode],
        cwd=ROOT,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )


def key_of(room):
    return Vault(room.home / "keys", None).open().store_key


def left(room):
    """What a kill left: which confirmed ids are missing, and which breaks an audit finds."""
    store = open_reader(room.home / "store", key_of(room))
    missing = [
        one
        for one in dict.fromkeys(room.lines("told"))
        if store.row("SELECT 1 FROM op WHERE rec_id = ?", (one,)) is None
        and store.row("SELECT 1 FROM number_block WHERE series = ?", (one,)) is None
    ]
    used = [len(numbers.uses(store, word, 2026)) for word in ("责改", "抽样")]
    store.close()
    return missing, used


def played(room, mode, most):
    """Live until the story ends; gives what each life was told at its beginning and left."""
    seen = []
    for _ in range(most):
        before = len(room.lines("steps"))
        child = start(room, mode)
        _out, said = child.communicate(timeout=300)
        missing, used = left(room)
        steps = room.lines("steps")[before:]
        seen.append({"status": child.returncode, "missing": missing, "used": used, "steps": steps})
        if child.returncode != -signal.SIGKILL:
            assert child.returncode == 0, said[-3000:]
            return seen
    raise AssertionError(f"the story did not end in {most} lives")


@pytest.fixture(scope="module")
def lives(room_of):
    room = room_of("lives")
    return room, played(room, "every" if SOAK else "kinds", 400)


def test_the_window_was_killed_at_every_kind_of_commit(lives):
    room, seen = lives
    met = {line.split()[0] for line in room.lines("killed")}
    assert met >= WANTED, WANTED - met
    assert sum(one["status"] == -signal.SIGKILL for one in seen) == len(room.lines("killed"))
    for kind in ("issuing.issue", "finishing.finish"):
        assert {f"{kind} before", f"{kind} after"} <= set(room.lines("killed"))


def test_what_the_window_was_told_is_there_after_each_kill(lives):
    _room, seen = lives
    for one in seen:
        assert one["missing"] == [], one


ENDS = frozenset({"finishing.finish", "issuing.issue"})


def test_the_next_start_says_what_was_recovered(lives):
    """After a life that left a draft with answers; by name, above the first screen.

    A life that finished or issued the paper it had answered left nothing to go on with.
    """
    room, seen = lives
    begun = [json.loads(line) for line in room.lines("lives")]
    notes = [one["notes"] for one in begun if "notes" in one]
    assert len(notes) == len(seen)
    for life, after in zip(seen, notes[1:], strict=False):
        kept = [one for one in life["steps"][:-1] if one in {"records.answer", *ENDS}]
        if kept and kept[-1] == "records.answer":
            assert any(RECOVERED in note for note in after), (life, after)


def test_the_story_ended_once_and_every_number_was_used_once(lives):
    room, seen = lives
    first, last = seen[0]["used"], seen[-1]["used"]
    assert [after - had for had, after in zip(first, last, strict=True)] == [1, 1]
    case_id = json.loads(room.lines("lives")[-1])["end"]
    store = open_store(room.home / "store", key_of(room))
    rows = documents.of_case(store, case_id)
    assert sorted(one.form_id for one in rows) == ["rectification-notice", "sampling-sheet"]
    assert {verify.verify(store, one.qr).code for one in rows} == {"genuine"}
    party = rows[0].enterprise_id
    opened = cases.get(store, case_id).opened
    begun = [one for one in cases.of_enterprise(store, party) if one.opened >= opened]
    assert [one.id for one in begun] == [case_id]
    store.close()
    assert audit(room.home / "store", key_of(room)).breaks == ()


@pytest.mark.parametrize("run", range(10 if SOAK else 2))
def test_nothing_older_than_the_last_400_ms_of_typing_is_lost(room_of, run):
    """Typed without a pause, so that no quiet moment saves it; killed at any moment."""
    room = room_of(f"typing-{run}")
    child = start(room, "typing")
    try:
        deadline = time.monotonic() + 60
        while len(room.lines("typed")) < 20:
            assert child.poll() is None, child.stderr.read()[-3000:]
            assert time.monotonic() < deadline
            time.sleep(0.05)
        time.sleep(random.Random().uniform(0.6, 2.0))
    finally:
        killed = time.monotonic()
        child.kill()
        child.wait()
        child.stderr.close()
    told = json.loads(room.lines("typing")[0])
    typed = [line.split() for line in room.lines("typed")]
    older = max(int(count) for at, count in typed if float(at) < killed - 0.4 - ON_ITS_WAY)
    store = open_store(room.home / "store", key_of(room))
    kept = answers.of_record(store, told["record"]).get(told["ref"], "")
    store.close()
    assert len(kept) >= older
    assert kept == "".join(chr(0x4E00 + place % 3000) for place in range(len(kept)))
