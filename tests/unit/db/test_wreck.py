"""A damaged database still gives whatever its good pages hold, and says what it knew of."""

import shutil

import pytest

from db import backup, engine, mending, spool
from db.audit import audit
from db.errors import MachineError
from db.rows import Enterprise
from db.store import documents, enterprises, nouns, numbers, operations
from tests.store_kit import KEY, begin, document_of, open_store

PAGE = 4096
MANY = 60


@pytest.fixture
def lived(store):
    """A closed store of sixty enterprises, some pages long, without its second journal."""
    for number in range(MANY):
        nouns.save(store, Enterprise(f"e{number:02}", "很长的企业名称" * 40))
    store.close()
    for path in spool.files(store.folder, store.identity.stream):
        path.unlink()
    return store


def given(path, seq):
    """Whether a database still gives an operation, on a connection of its own."""
    db = engine.connect_plain(path, KEY)
    try:
        found = db.execute("SELECT bytes FROM op WHERE n = ?", ((1 << 40) + seq,)).fetchone()
    except Exception as error:
        if type(error).__module__.startswith("sqlcipher3"):
            return False
        raise
    finally:
        db.close()
    return found is not None


def ruin_page_of(store, seq):
    """Damage the page that holds an operation, and no page above it; returns the numbers lost."""
    path = store.folder / "store.db"
    whole = path.read_bytes()
    for page in range(1, len(whole) // PAGE):
        content = bytearray(whole)
        content[page * PAGE + 100] ^= 4
        path.write_bytes(content)
        if not given(path, seq) and given(path, 1):
            return [one for one in range(1, MANY + 1) if not given(path, one)]
    raise AssertionError("no page holds it")


def test_one_bad_page_takes_only_what_it_holds_and_that_is_told(lived):
    lost = ruin_page_of(lived, 30)
    done = mending.restore(lived.folder, KEY)
    assert done.replayed == MANY - len(lost)
    assert [(gap.first, gap.last) for gap in done.gaps] == [(lost[0], lost[-1])]
    again = open_store(lived.folder, KEY)
    assert enterprises.count(again) == MANY - len(lost)
    again.close()


def test_a_lost_end_of_the_journal_is_told_too(lived):
    lost = ruin_page_of(lived, MANY)
    done = mending.restore(lived.folder, KEY)
    assert done.replayed == MANY - len(lost)
    assert [(gap.first, gap.last) for gap in done.gaps] == [(lost[0], MANY)]


def test_a_second_journal_that_cannot_be_read_at_all_is_told_beside_an_older_copy(store, clock):
    nouns.save(store, Enterprise("a", "甲"))
    backup.take(store.db, store.folder, KEY, "asked", clock())
    nouns.save(store, Enterprise("b", "乙"))
    store.close()
    (path,) = spool.files(store.folder, store.identity.stream)
    path.rename(path.with_name(f"{store.identity.stream}.000000000002.frames"))
    path.with_name(f"{store.identity.stream}.000000000002.frames").write_bytes(b"ruined")
    (store.folder / "store.db").write_bytes(b"")
    done = mending.restore(store.folder, KEY)
    assert [(gap.first, gap.last) for gap in done.gaps] == [(2, 2)]


def test_a_copy_with_a_gap_is_filled_from_the_second_journal(store, clock):
    for name in "abc":
        nouns.save(store, Enterprise(name, "甲"))
    store.db.execute("DELETE FROM op WHERE seq = 2")
    backup.take(store.db, store.folder, KEY, "asked", clock())
    store.close()
    (store.folder / "store.db").write_bytes(b"")
    done = mending.restore(store.folder, KEY)
    assert (done.copied, done.replayed, done.gaps) == (2, 1, ())
    again = open_store(store.folder, KEY)
    assert operations.verify(again, again.identity.stream) == ()
    again.close()


def test_what_the_database_acknowledged_comes_before_another_story_in_the_journal(tmp_path, store):
    """A copied laptop's journal lies beside our damaged database: ours is kept."""
    nouns.save(store, Enterprise("a", "甲"))
    store.close()
    shutil.copytree(store.folder, tmp_path / "clone")
    clone = open_store(tmp_path / "clone", KEY)
    nouns.save(clone, Enterprise("theirs", "他处"))
    clone.close()
    mine = open_store(store.folder, KEY)
    nouns.save(mine, Enterprise("mine", "乙"))
    mine.close()
    (theirs,) = spool.files(clone.folder, store.identity.stream)
    shutil.copyfile(theirs, store.folder / "journal" / theirs.name)
    mending.restore(store.folder, KEY)
    again = open_store(store.folder, KEY)
    assert enterprises.get(again, "mine") is not None
    again.close()


def test_with_every_page_lost_there_is_no_copy(lived):
    content = (lived.folder / "store.db").read_bytes()
    (lived.folder / "store.db").write_bytes(content[:PAGE] + bytes(len(content) - PAGE))
    with pytest.raises(MachineError, match="no-copy"):
        mending.restore(lived.folder, KEY)


def unreadable(path):
    """Put something in a file's place that is there and gives an input/output error."""
    path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    path.symlink_to("/proc/self/mem")


def test_a_copy_that_cannot_be_read_is_passed_over(store, clock):
    nouns.save(store, Enterprise("a", "甲"))
    good = backup.take(store.db, store.folder, KEY, "asked", clock())
    store.close()
    unreadable(store.folder / "backups" / "store-20290101T000000Z-asked.db")
    unreadable(store.folder / "backups" / "replaced-x" / "store.db")
    (store.folder / "backups" / "store-20290102T000000Z-asked.db").symlink_to("nowhere")
    (store.folder / "store.db").write_bytes(b"")
    assert mending.restore(store.folder, KEY).copy == good.path
    assert audit(store.folder, KEY).whole


def test_a_database_that_cannot_be_read_is_built_from_the_second_journal(store):
    nouns.save(store, Enterprise("a", "甲"))
    store.close()
    unreadable(store.folder / "store.db")
    assert mending.restore(store.folder, KEY).gaps == ()
    assert audit(store.folder, KEY).whole


def test_a_second_journal_that_cannot_be_read_is_a_hole_that_opening_fills(store):
    nouns.save(store, Enterprise("a", "甲"))
    store.close()
    (path,) = spool.files(store.folder, store.identity.stream)
    unreadable(path)
    assert "journal-damaged" in {one.code for one in audit(store.folder, KEY).breaks}
    again = open_store(store.folder, KEY)
    assert again.recovered.files_rewritten == 1
    nouns.save(again, Enterprise("b", "乙"))
    again.close()
    report = audit(store.folder, KEY)
    assert (report.breaks, report.frames) == ((), 2)


def test_a_second_journal_that_cannot_be_read_does_not_stop_a_restore(lived):
    path = lived.folder / "journal" / f"{lived.identity.stream}.000000000001.frames"
    lost = ruin_page_of(lived, 30)
    unreadable(path)
    done = mending.restore(lived.folder, KEY)
    assert (done.replayed, len(done.gaps)) == (MANY - len(lost), 1)


def test_a_note_that_cannot_be_read_is_a_spoiled_one(store):
    nouns.save(store, Enterprise("a", "甲"))
    store.close()
    unreadable(store.folder / "store.id")
    with pytest.raises(MachineError, match="corrupt"):
        open_store(store.folder, KEY)
    mending.restore(store.folder, KEY)
    assert audit(store.folder, KEY).whole


def test_a_number_whose_document_is_lost_is_never_given_again(store):
    """The tables know of two issued documents, the journal has only the first."""
    begun = begin(store)
    documents.issue(store, document_of(store, begun))
    first = operations.head(store, store.identity.stream).seq
    documents.issue(store, document_of(store, begun))
    last = operations.head(store, store.identity.stream).seq
    store.close()
    db = engine.connect(store.folder / "store.db", KEY)
    db.execute("DELETE FROM op WHERE seq > ?", (first,))
    db.close()
    for path in spool.files(store.folder, store.identity.stream):
        path.unlink()
    done = mending.restore(store.folder, KEY)
    assert [(gap.first, gap.last) for gap in done.gaps] == [(first + 1, last)]
    assert [(one.series, one.year, one.number) for one in done.voided] == [("责改", 2026, 2)]
    again = open_store(store.folder, KEY)
    assert numbers.peek(again, "责改", 2026) == 3
    assert numbers.state_of(again, "责改", 2026, 2) == "voided"
    again.close()
    assert audit(store.folder, KEY).whole


def test_numbers_given_back_are_not_used_when_that_entry_is_lost(store):
    begun = begin(store)
    documents.issue(store, document_of(store, begun))
    before = operations.head(store, store.identity.stream).seq
    (block,) = numbers.blocks(store)
    numbers.give_back(store, block.id)
    store.close()
    db = engine.connect(store.folder / "store.db", KEY)
    db.execute("DELETE FROM op WHERE seq > ?", (before,))
    db.close()
    for path in spool.files(store.folder, store.identity.stream):
        path.unlink()
    mending.restore(store.folder, KEY)
    again = open_store(store.folder, KEY)
    assert numbers.peek(again, "责改", 2026) is None
    again.close()
