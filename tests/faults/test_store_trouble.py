"""The disk is full, the folder read-only, another program in the way: told, and nothing lost."""

import contextlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from db import ballast, blobs, engine
from db.audit import audit
from db.connection import create_store, open_store
from db.errors import MachineError
from db.rows import Enterprise
from db.store import answers, documents, enterprises, nouns, numbers, operations
from tests.store_kit import KEY, begin, document_of, make_folder, make_store

LONG = "很长的回答" * 400


@contextlib.contextmanager
def small_disk(place, size):
    """A real file system of a few megabytes; needs the right to mount."""
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)],
        check=False,
        capture_output=True,
    )
    if made.returncode:
        pytest.skip("this machine does not let a test mount a file system")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def fill_up(store, record_id):
    """Answer until the disk is full; return the code and how many answers were kept."""
    for number in range(10_000):
        try:
            answers.write_one(store, record_id, f"/data/q{number}", LONG)
        except MachineError as error:
            return error.code, number
    return "", 10_000


def test_a_store_that_may_not_grow_says_so_and_keeps_what_it_has(tmp_path):
    store = make_store(tmp_path)
    begun = begin(store)
    store.db.execute("PRAGMA max_page_count = 200")
    code, kept = fill_up(store, begun.record.id)
    assert code == "disk-full"
    assert len(answers.of_record(store, begun.record.id)) == kept > 0
    with pytest.raises(MachineError, match="disk-full"):
        documents.issue(store, replace(document_of(store, begun), content=LONG * 200))
    store.db.execute("PRAGMA max_page_count = 100000")
    documents.issue(store, document_of(store, begun))
    assert numbers.state_of(store, "责改", 2026, 1) == "issued"
    store.close()
    assert audit(store.folder, KEY).whole


def test_a_disk_that_runs_full_loses_nothing_and_the_ballast_helps_on(tmp_path):
    with small_disk(tmp_path / "disk", "6m") as disk:
        store = create_store(disk / "store", KEY, ballast_bytes=2 * 2**20)
        begun = begin(store)
        code, kept = fill_up(store, begun.record.id)
        assert code == "disk-full"
        assert len(answers.of_record(store, begun.record.id)) == kept
        with pytest.raises(MachineError, match="disk-full"):
            blobs.put(store.folder, KEY, os.urandom(2**20))
        assert ballast.drop(store.folder) == 2 * 2**20
        answers.write_one(store, begun.record.id, "/data/after", "又能写了")
        documents.issue(store, document_of(store, begun))
        store.flush_journal()
        assert operations.verify(store, store.identity.stream) == ()
        store.close()
        again = open_store(store.folder, KEY)
        assert answers.of_record(again, begun.record.id)["/data/after"] == "又能写了"
        assert len(answers.of_record(again, begun.record.id)) == kept + 1
        again.close()
        assert {one.code for one in audit(store.folder, KEY).breaks} <= {"journal-missing"}


def test_a_disk_with_no_room_for_a_store_says_so(tmp_path):
    with (
        small_disk(tmp_path / "disk", "40k") as disk,
        pytest.raises(MachineError, match="disk-full"),
    ):
        create_store(disk / "store", KEY)


def test_a_read_only_folder_is_told_and_stays_as_it_was(tmp_path):
    with small_disk(tmp_path / "disk", "8m") as disk:
        make_folder(disk)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        for opening in (
            lambda: open_store(disk / "store", KEY),
            lambda: create_store(disk / "other", KEY),
            lambda: blobs.put(disk / "store", KEY, b"photo"),
        ):
            with pytest.raises(MachineError, match="read-only"):
                opening()


def test_a_folder_nobody_may_write_in_is_told():
    with pytest.raises(MachineError, match="read-only"):
        create_store(Path("/sys/xunjian"), KEY)


def test_a_disk_that_becomes_read_only_while_working_is_told(tmp_path):
    store = make_store(tmp_path)
    begun = begin(store)
    store.db.execute("PRAGMA query_only = ON")
    with pytest.raises(MachineError, match="read-only"):
        answers.write_one(store, begun.record.id, "/data/a", "1")
    store.db.execute("PRAGMA query_only = OFF")
    answers.write_one(store, begun.record.id, "/data/a", "1")
    store.close()


def test_a_second_journal_that_cannot_be_written_does_not_stop_the_work(tmp_path):
    """The store is safe by itself; the flush tells, and the next opening makes up for it."""
    folder = make_folder(tmp_path)
    (folder / "journal").write_text("a file where the folder should be")
    store = open_store(folder, KEY)
    begin(store)
    with pytest.raises(MachineError, match="missing-folder"):
        store.flush_journal()
    with pytest.raises(MachineError):
        store.close()
    (folder / "journal").unlink()
    again = open_store(folder, KEY)
    assert again.recovered.frames_added == 3
    again.close()
    assert audit(folder, KEY).whole


def test_a_second_journal_on_a_full_disk_is_told(tmp_path):
    """/dev/full takes no byte, as a full disk does."""
    folder = make_folder(tmp_path)
    store = open_store(folder, KEY)
    (folder / "journal").mkdir()
    path = folder / "journal" / f"{store.identity.stream}.000000000001.frames"
    path.symlink_to("/dev/full")
    begin(store)
    with pytest.raises(MachineError, match="disk-full"):
        store.flush_journal()
    path.unlink()
    store.flush_journal()
    store.close()
    assert audit(folder, KEY).whole


def test_another_program_holding_the_store_is_told_and_the_write_comes_later(tmp_path):
    store = make_store(tmp_path)
    begun = begin(store)
    store.db.execute("PRAGMA busy_timeout = 20")
    other = engine.connect(store.folder / "store.db", KEY)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(MachineError, match="locked"):
        answers.write_one(store, begun.record.id, "/data/a", "1")
    other.execute("ROLLBACK")
    other.close()
    answers.write_one(store, begun.record.id, "/data/a", "1")
    assert answers.of_record(store, begun.record.id) == {"/data/a": "1"}
    store.close()


def test_a_second_copy_of_the_program_cannot_open_the_store(tmp_path):
    store = make_store(tmp_path)
    program = (
        "import sys; from pathlib import Path; from db.connection import open_store\n"
        "from db.errors import MachineError\n"
        "try: open_store(Path(sys.argv[1]), bytes(range(32)))\n"
        "except MachineError as error: print(error.code)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, str(store.folder)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert told.stdout.strip() == "locked"
    nouns.save(store, Enterprise("a", "甲"))
    assert enterprises.count(store) == 1
    store.close()


def test_a_flipped_bit_in_the_store_file_is_told_and_never_read_as_data(tmp_path):
    """Every page carries its own check, so no bit can change an answer unseen."""
    store = make_store(tmp_path)
    begun = begin(store)
    answers.write(store, begun.record.id, {f"/data/q{n}": LONG for n in range(40)})
    store.close()
    path = store.folder / "store.db"
    whole = path.read_bytes()
    for at in range(4096 * 2 + 50, len(whole), len(whole) // 12):
        content = bytearray(whole)
        content[at] ^= 0x10
        path.write_bytes(content)
        assert damage_is_told(store.folder), at
    path.write_bytes(whole)
    assert audit(store.folder, KEY).whole


def damage_is_told(folder):
    try:
        return not audit(folder, KEY).whole
    except MachineError as error:
        return error.code == "corrupt"
