"""What an interruption leaves is mended at the next opening, and told."""

import shutil

import pytest

from db import engine, spool
from db.audit import audit
from db.rows import Enterprise
from db.store import answers, enterprises, nouns, operations
from tests.store_kit import KEY, begin, make_store, open_store, reopen


def killed(store):
    """End as a kill does: nothing flushed, nothing noted."""
    store.before_close.clear()
    store._spool = None
    store.close()


def journal_of(store):
    (path,) = spool.files(store.folder, store.identity.stream)
    return path


def test_a_clean_end_leaves_nothing_to_tell(store):
    begin(store)
    again = reopen(store)
    assert again.recovered.clean
    assert again.recovered.frames_added == 0
    assert again.recovered.last_start is not None
    again.close()


def test_an_unclean_end_names_the_drafts_and_their_last_answer(store):
    begun = begin(store)
    answers.write_one(store, begun.record.id, "/data/b", "1")
    answers.write_one(store, begun.record.id, "/data/a", "2")
    (kept, earlier) = answers.rows_of(store, begun.record.id)
    assert kept.at > earlier.at
    killed(store)
    again = open_store(store.folder, KEY)
    assert not again.recovered.clean
    (draft,) = again.recovered.drafts
    assert (draft.record_id, draft.answers) == (begun.record.id, 2)
    assert draft.last_answer == kept.at
    assert again.recovered.last_operation == kept.at
    again.close()


def test_operations_missing_in_the_second_journal_are_added(store):
    begin(store)
    writer, store._spool = store._spool, None
    nouns.save(store, Enterprise("late", "丁"))
    store._spool = writer
    killed(store)
    again = open_store(store.folder, KEY)
    assert again.recovered.frames_added == 1
    again.close()
    assert audit(store.folder, KEY).whole


def test_a_lost_second_journal_is_written_again_whole(store):
    begin(store)
    store.close()
    journal_of(store).unlink()
    again = open_store(store.folder, KEY)
    assert again.recovered.frames_added == 3
    again.close()
    assert audit(store.folder, KEY).whole


def test_a_torn_last_frame_is_cut_off_and_written_again(store):
    begin(store)
    store.close()
    path = journal_of(store)
    path.write_bytes(path.read_bytes()[:-7] + b"garbage" * 500)
    again = open_store(store.folder, KEY)
    assert again.recovered.torn_bytes > 0
    assert again.recovered.frames_added == 1
    nouns.save(again, Enterprise("a", "甲"))
    again.close()
    assert audit(store.folder, KEY).whole


def test_operations_the_store_lost_come_back_from_the_second_journal(tmp_path, store):
    """An older store file put back beside a newer journal: its operations continue the chain."""
    begun = begin(store)
    store = reopen(store)
    store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copyfile(store.folder / "store.db", tmp_path / "older.db")
    answers.write(store, begun.record.id, {"/data/a": "rescued"})
    nouns.save(store, Enterprise("b", "乙"))
    store.close()
    shutil.copyfile(tmp_path / "older.db", store.folder / "store.db")
    again = open_store(store.folder, KEY)
    assert again.recovered.operations_restored == 2
    assert answers.of_record(again, begun.record.id) == {"/data/a": "rescued"}
    assert enterprises.get(again, "b").name == "乙"
    nouns.save(again, Enterprise("c", "丙"))
    again.close()
    report = audit(store.folder, KEY)
    assert report.whole
    assert report.frames == report.operations


def test_a_journal_that_contradicts_the_store_begins_a_new_incarnation(tmp_path, store):
    """A copied laptop wrote other operations under the same numbers: neither is overwritten."""
    begin(store)
    store.close()
    shutil.copytree(store.folder, tmp_path / "clone")
    clone = open_store(tmp_path / "clone", KEY)
    nouns.save(clone, Enterprise("theirs", "甲"))
    clone.close()
    mine = open_store(store.folder, KEY)
    nouns.save(mine, Enterprise("mine", "乙"))
    mine.close()
    shutil.copyfile(journal_of(clone), journal_of(mine))
    again = open_store(store.folder, KEY)
    assert again.recovered.forked
    assert again.identity.incarnation == 2
    assert again.identity.stream != mine.identity.stream
    nouns.save(again, Enterprise("next", "丙"))
    assert operations.verify(again, again.identity.stream) == ()
    again.close()
    assert "journal-differs" in {one.code for one in audit(store.folder, KEY).breaks}


def test_operations_that_do_not_continue_the_store_are_not_taken_in(tmp_path, store):
    """A copied laptop came further than this one: its operations are another story."""
    begin(store)
    store.close()
    shutil.copytree(store.folder, tmp_path / "clone")
    clone = open_store(tmp_path / "clone", KEY)
    for name in "abc":
        nouns.save(clone, Enterprise(name, "他处"))
    clone.close()
    mine = open_store(store.folder, KEY)
    nouns.save(mine, Enterprise("mine", "乙"))
    mine.close()
    shutil.copyfile(journal_of(clone), journal_of(mine))
    again = open_store(store.folder, KEY)
    assert again.recovered.forked
    assert again.recovered.operations_restored == 0
    assert enterprises.count(again) == 2
    assert again.identity.incarnation == 2
    again.close()


def test_a_broken_newest_operation_is_told_at_once(store):
    begin(store)
    store.db.execute("UPDATE op SET bytes = x'00' WHERE seq = 2")
    again = reopen(store)
    assert again.recovered.breaks == (2,)
    again.close()


def test_what_an_interrupted_copy_of_a_photo_left_is_swept_away(store):
    left = store.folder / "blobs" / "ab" / f"{'ab' * 32}.x.tmp"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"half a photo")
    again = reopen(store)
    assert again.recovered.temporary_files == 1
    assert not left.exists()
    again.close()


def test_a_long_second_journal_goes_on_in_another_file(tmp_path, monkeypatch):
    monkeypatch.setattr(spool, "FILE_BYTES", 2000)
    store = make_store(tmp_path)
    for number in range(12):
        nouns.save(store, Enterprise(f"e{number}", "很长的企业名称" * 10))
    store.close()
    assert len(spool.files(store.folder, store.identity.stream)) >= 3
    again = open_store(store.folder, KEY)
    assert again.recovered.frames_added == 0
    nouns.save(again, Enterprise("last", "末"))
    again.close()
    report = audit(store.folder, KEY)
    assert report.whole
    assert report.frames == 13


def flip(path, at):
    content = bytearray(path.read_bytes())
    content[at] ^= 4
    path.write_bytes(content)


def lived(store, count=6):
    """A closed store with so many enterprises, and where each frame of its journal begins."""
    for number in range(count):
        nouns.save(store, Enterprise(f"e{number}", "甲"))
    store.close()
    stream = store.identity.stream
    return [frame.start for _path, frame in spool.read(store.folder, KEY, stream)]


@pytest.mark.parametrize("offset", [1, 30, -2])
def test_a_hole_in_the_second_journal_is_filled_from_the_store(store, offset):
    """Damage in the length, in the middle and in the second length of the third frame."""
    starts = lived(store)
    path = journal_of(store)
    flip(path, starts[2 if offset > 0 else 3] + offset)
    spoiled = path.read_bytes()
    again = open_store(store.folder, KEY)
    assert (again.recovered.files_rewritten, again.recovered.frames_added) == (1, 0)
    nouns.save(again, Enterprise("next", "乙"))
    again.close()
    report = audit(store.folder, KEY)
    assert (report.breaks, report.frames) == ((), 7)
    (aside,) = (store.folder / "backups").glob(f"journal-*/{path.name}")
    assert aside.read_bytes() == spoiled


def test_damage_to_the_last_frame_is_filled_too(store):
    starts = lived(store)
    flip(journal_of(store), starts[-1] + 30)
    open_store(store.folder, KEY).close()
    report = audit(store.folder, KEY)
    assert (report.breaks, report.frames) == ((), 6)


def test_a_hole_in_an_older_file_is_filled_when_its_turn_comes(tmp_path, monkeypatch):
    monkeypatch.setattr(spool, "FILE_BYTES", 2000)
    store = make_store(tmp_path)
    for number in range(20):
        nouns.save(store, Enterprise(f"e{number}", "很长的企业名称" * 10))
    store.close()
    files = spool.files(store.folder, store.identity.stream)
    for path in files:
        flip(path, 40)
    for _turn in files:
        open_store(store.folder, KEY).close()
    report = audit(store.folder, KEY)
    assert (report.breaks, report.frames) == ((), 20)


def test_a_store_set_back_takes_in_what_lies_after_an_older_hole(tmp_path, store):
    """The chain reaches from what the store has over the hole, which is before its end."""
    begin(store)
    store = reopen(store)
    store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copyfile(store.folder / "store.db", tmp_path / "older.db")
    nouns.save(store, Enterprise("b", "乙"))
    store.close()
    shutil.copyfile(tmp_path / "older.db", store.folder / "store.db")
    flip(journal_of(store), 40)
    again = open_store(store.folder, KEY)
    assert (again.recovered.operations_restored, again.recovered.files_rewritten) == (1, 1)
    assert enterprises.get(again, "b").name == "乙"
    again.close()
    assert audit(store.folder, KEY).whole


def test_a_holed_journal_is_left_alone_beside_a_store_that_is_broken_itself(store):
    starts = lived(store)
    path = journal_of(store)
    flip(path, starts[2] + 30)
    spoiled = path.read_bytes()
    db = engine.connect(store.folder / "store.db", KEY)
    db.execute("UPDATE op SET bytes = x'00' WHERE seq = 2")
    db.close()
    again = open_store(store.folder, KEY)
    assert again.recovered.files_rewritten == 0
    again.close()
    assert path.read_bytes() == spoiled


@pytest.fixture
def segmented(tmp_path, monkeypatch):
    """A closed store whose second journal lies in several files."""
    monkeypatch.setattr(spool, "FILE_BYTES", 2000)
    store = make_store(tmp_path)
    for number in range(20):
        nouns.save(store, Enterprise(f"e{number}", "很长的企业名称" * 10))
    store.close()
    return store


@pytest.mark.parametrize("which", [0, 1, -2, -1])
@pytest.mark.parametrize("how", ["gone", "short", "shorter by frames", "emptied", "garbage"])
def test_a_journal_file_cut_short_or_gone_is_made_up_for_at_once(segmented, which, how):
    path = spool.files(segmented.folder, segmented.identity.stream)[which]
    content = path.read_bytes()
    frames = starts_in(segmented, path)
    if how == "gone":
        path.unlink()
    elif how == "short":
        path.write_bytes(content[:-7])
    elif how == "shorter by frames":
        path.write_bytes(content[: frames[-1]])
    elif how == "emptied":
        path.write_bytes(b"")
    else:
        path.write_bytes(b"garbage" * 100)
    open_store(segmented.folder, KEY).close()
    report = audit(segmented.folder, KEY)
    assert (report.breaks, report.frames) == ((), 20)
    again = open_store(segmented.folder, KEY)
    assert again.recovered.files_rewritten == 0
    again.close()


def starts_in(store, path):
    read = spool.read(store.folder, KEY, store.identity.stream)
    return [frame.start for place, frame in read if place == path]


@pytest.mark.parametrize("name", ["{}.副本.frames", "{}.000000000001 (copy).frames", "{}.1.frames"])
def test_a_copy_a_file_manager_made_of_the_journal_is_none_of_it(store, name):
    nouns.save(store, Enterprise("a", "甲"))
    store.close()
    path = journal_of(store)
    stray = path.with_name(name.format(store.identity.stream))
    shutil.copyfile(path, stray)
    flip(path, 40)
    again = open_store(store.folder, KEY)
    assert again.recovered.files_rewritten == 1
    nouns.save(again, Enterprise("b", "乙"))
    again.close()
    report = audit(store.folder, KEY)
    assert (report.breaks, report.frames) == ((), 2)
    assert stray.exists()
