"""A damaged store is built again from a copy and the second journal; nothing is deleted."""

import contextlib
import json
from pathlib import Path

import pytest

from db import backup, doors, engine, mending, opening, spool
from db.audit import audit
from db.errors import MachineError
from db.rows import Enterprise
from db.store import answers, enterprises, nouns, numbers, operations, records, settings
from tests.store_kit import KEY, START, begin, make_folder, open_store


def flip(path, at):
    content = bytearray(path.read_bytes())
    content[at] ^= 4
    path.write_bytes(content)


def ruin(store):
    """Damage the first page, so that nothing in the file can be read any more."""
    flip(store.folder / "store.db", 100)


def forget(store):
    """Take the database away altogether."""
    (store.folder / "store.db").write_bytes(b"")


def journal_of(store):
    (path,) = spool.files(store.folder, store.identity.stream)
    return path


def starts_of(store):
    read = spool.read(store.folder, KEY, store.identity.stream)
    return [frame.start for _path, frame in read]


def rows_of(store):
    again = open_store(store.folder, KEY)
    again.db.execute("UPDATE record SET dirty = 1")
    found = [again.rows(f"SELECT * FROM {name}") for name in ("record", "answer", "document")]
    again.close()
    return found


@pytest.mark.parametrize("damage", [ruin, forget])
def test_the_second_journal_alone_brings_everything_back(lived, damage):
    before = rows_of(lived)
    damage(lived)
    spoiled = (lived.folder / "store.db").read_bytes()
    done = mending.restore(lived.folder, KEY)
    assert (done.copy, done.copied, done.replayed, done.gaps) == (None, 0, 6, ())
    assert (done.aside / "store.db").read_bytes() == spoiled
    assert audit(lived.folder, KEY).whole
    assert rows_of(lived) == before
    again = open_store(lived.folder, KEY)
    assert again.identity.stream == lived.identity.stream
    assert numbers.peek(again, "责改", 2026) == 2
    again.close()


def test_a_database_that_is_gone_is_built_again(lived):
    (lived.folder / "store.db").unlink()
    (lived.folder / "store.id").write_bytes(b"junk")
    assert mending.restore(lived.folder, KEY).replayed == 6
    assert audit(lived.folder, KEY).whole
    assert list(lived.folder.glob("*.tmp*")) == []


def test_the_newest_good_copy_is_the_beginning_and_the_journal_follows(store, clock):
    nouns.save(store, Enterprise("a", "甲"))
    good = backup.take(store.db, store.folder, KEY, "first", clock())
    nouns.save(store, Enterprise("b", "乙"))
    clock.now = clock.now.replace(hour=9)
    bad = backup.take(store.db, store.folder, KEY, "second", clock())
    nouns.save(store, Enterprise("c", "丙"))
    store.close()
    flip(bad.path, bad.size // 2)
    ruin(store)
    done = mending.restore(store.folder, KEY)
    assert (done.copy, done.copied, done.replayed) == (good.path, 1, 2)
    assert audit(store.folder, KEY).whole


def test_a_lost_journal_leaves_what_the_copy_has(store, clock):
    nouns.save(store, Enterprise("a", "甲"))
    copy = backup.take(store.db, store.folder, KEY, "asked", clock())
    nouns.save(store, Enterprise("b", "乙"))
    store.close()
    journal_of(store).unlink()
    forget(store)
    done = mending.restore(store.folder, KEY)
    assert (done.copy, done.copied, done.replayed) == (copy.path, 1, 0)
    assert audit(store.folder, KEY).whole


def test_a_chosen_copy_is_taken_and_a_damaged_one_refused(store, clock, tmp_path):
    nouns.save(store, Enterprise("a", "甲"))
    kept = backup.take(store.db, store.folder, KEY, "asked", clock())
    store.close()
    chosen = kept.path.rename(tmp_path / "stick.db")
    before = (store.folder / "store.db").read_bytes()
    assert mending.restore(store.folder, KEY, chosen=chosen).copy == chosen
    flip(chosen, kept.size // 2)
    stands = (store.folder / "store.db").read_bytes()
    with pytest.raises(MachineError, match="corrupt"):
        mending.restore(store.folder, KEY, chosen=chosen)
    assert (store.folder / "store.db").read_bytes() == stands
    assert list(store.folder.glob("*.tmp*")) == []
    assert before


def test_a_hole_in_the_journal_is_filled_from_the_damaged_store(lived):
    """Another page is damaged than the one that holds what the second journal lost."""
    flip(journal_of(lived), starts_of(lived)[3] + 30)
    db = engine.connect(lived.folder / "store.db", KEY)
    page = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'enterprise'").fetchone()[0]
    db.close()
    flip(lived.folder / "store.db", 4096 * (page - 1) + 100)
    done = mending.restore(lived.folder, KEY)
    assert (done.replayed, done.gaps) == (6, ())
    report = audit(lived.folder, KEY)
    assert (report.breaks, report.frames) == ((), 6)


def test_what_nothing_has_any_more_is_a_gap_and_the_rest_comes_back(lived):
    flip(journal_of(lived), starts_of(lived)[3] + 30)
    forget(lived)
    done = mending.restore(lived.folder, KEY)
    assert done.replayed == 5
    assert [(gap.stream, gap.first, gap.last) for gap in done.gaps] == [
        (lived.identity.stream, 4, 4)
    ]
    report = audit(lived.folder, KEY)
    assert {"stream": lived.identity.stream, "seq": 4, "how": "gap"} in [
        one.facts for one in report.breaks
    ]
    again = open_store(lived.folder, KEY)
    assert (enterprises.count(again), again.recovered.forked) == (1, False)
    nouns.save(again, Enterprise("next", "乙"))
    again.close()


def test_what_depends_on_something_lost_is_kept_and_counted(lived):
    """Numbers given back, when nobody knows any more which they were."""
    again = open_store(lived.folder, KEY)
    (block,) = numbers.blocks(again)
    numbers.give_back(again, block.id)
    again.close()
    flip(journal_of(lived), starts_of(lived)[4] + 30)
    forget(lived)
    done = mending.restore(lived.folder, KEY)
    assert (done.replayed, done.unshown) == (6, 1)
    assert "rebuild" in {one.code for one in audit(lived.folder, KEY).breaks}
    again = open_store(lived.folder, KEY)
    assert (enterprises.count(again), numbers.blocks(again)) == (1, ())
    again.close()


def test_every_incarnation_comes_back(tmp_path, store):
    nouns.save(store, Enterprise("a", "甲"))
    store.close()
    opened = open_store(store.folder, KEY)
    opening._new_incarnation(opened, KEY)
    nouns.save(opened, Enterprise("b", "乙"))
    newest = opened.identity.stream
    opened.close()
    forget(store)
    assert mending.restore(store.folder, KEY).replayed == 2
    again = open_store(store.folder, KEY)
    assert (again.identity.stream, again.identity.incarnation) == (newest, 2)
    assert enterprises.count(again) == 2
    again.close()


def test_with_nothing_to_build_from_all_stays_as_it_is(tmp_path):
    folder = make_folder(tmp_path)
    (folder / "store.db").write_bytes(b"ruined")
    with pytest.raises(MachineError, match="no-copy"):
        mending.restore(folder, KEY)
    assert (folder / "store.db").read_bytes() == b"ruined"
    assert [path for path in folder.rglob("*.db") if path.name != "store.db"] == []


def test_another_key_and_an_open_store_are_refused(lived):
    with pytest.raises(MachineError, match="wrong-key"):
        mending.restore(lived.folder, bytes(32))
    opened = open_store(lived.folder, KEY)
    with pytest.raises(MachineError, match="locked"):
        mending.restore(lived.folder, KEY)
    opened.close()
    with pytest.raises(MachineError, match="missing-folder"):
        mending.restore(lived.folder / "gone", KEY)


def test_another_key_than_the_journals_brings_nothing_even_without_a_note(lived):
    (lived.folder / "store.id").unlink()
    with pytest.raises(MachineError, match="no-copy"):
        mending.restore(lived.folder, bytes(32))
    assert doors.check_of(lived.folder) == ""
    assert mending.restore(lived.folder, KEY).replayed == 6


def test_a_draft_keeps_how_far_it_was_where_the_copy_knows(store, clock):
    begun = begin(store)
    answers.write(store, begun.record.id, {"/data/a": "1"})
    backup.take(store.db, store.folder, KEY, "asked", START)
    kept = records.get(store, begun.record.id)
    store.close()
    forget(store)
    mending.restore(store.folder, KEY)
    again = open_store(store.folder, KEY)
    assert records.get(again, begun.record.id) == kept
    again.close()


def damage_a_page(store):
    """Damage a page that matters little: the one of the table of enterprises."""
    db = engine.connect(store.folder / "store.db", KEY)
    page = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'enterprise'").fetchone()[0]
    db.close()
    flip(store.folder / "store.db", 4096 * (page - 1) + 100)


def test_what_only_this_machine_knows_is_taken_over_from_a_readable_wreck(store, clock):
    begun = begin(store)
    answers.write(store, begun.record.id, {"/data/a": "1"})
    settings.put_local(store, "window", "old")
    settings.put_local(store, "printer", "HP")
    records.set_progress(store, begun.record.id, 1, 9)
    backup.take(store.db, store.folder, KEY, "asked", clock())
    settings.put_local(store, "window", "new")
    records.set_progress(store, begun.record.id, 7, 9)
    store.close()
    damage_a_page(store)
    mending.restore(store.folder, KEY)
    again = open_store(store.folder, KEY)
    kept = records.get(again, begun.record.id)
    assert (kept.answered, kept.asked) == (7, 9)
    assert [settings.get_local(again, key) for key in ("window", "printer")] == ["new", "HP"]
    again.close()


def test_what_the_tables_know_of_a_journal_cut_short_is_told(lived):
    """The end of the journal was deleted past the program, its copy is gone too."""
    db = engine.connect(lived.folder / "store.db", KEY)
    db.execute("DELETE FROM op WHERE seq >= 5")
    db.close()
    journal_of(lived).unlink()
    assert [(gap.first, gap.last) for gap in mending.restore(lived.folder, KEY).gaps] == [(5, 6)]


@pytest.mark.parametrize("damage", [ruin, forget])
def test_the_device_is_known_even_where_the_database_tells_nothing(lived, damage):
    damage(lived)
    mending.restore(lived.folder, KEY)
    again = open_store(lived.folder, KEY)
    assert again.identity.device == lived.identity.device
    again.close()


def test_a_note_that_does_not_name_the_device_is_completed_at_opening(lived):
    note = lived.folder / "store.id"
    kept = json.loads(note.read_bytes())
    note.write_text(json.dumps({"format": 1, "check": kept["check"]}))
    open_store(lived.folder, KEY).close()
    assert json.loads(note.read_bytes()) == kept


class Killed(BaseException):
    """The process ends here."""


def killed_at(monkeypatch, step):
    """Let nothing more happen from the so-and-so-manieth change of a name on."""
    count = 0

    def counted(real):
        def act(*args, **kwargs):
            nonlocal count
            count += 1
            if count >= step:
                raise Killed
            return real(*args, **kwargs)

        return act

    for name in ("replace", "unlink", "mkdir"):
        monkeypatch.setattr(Path, name, counted(getattr(Path, name)))
    monkeypatch.setattr(mending.os, "link", counted(mending.os.link))


def leave_a_log(store):
    """A closed store whose log was not written back, as a kill leaves it; its journal lacks it."""
    opened = open_store(store.folder, KEY)
    nouns.save(opened, Enterprise("last", "末"))
    copies = {name: (store.folder / name).read_bytes() for name in ("store.db", "store.db-wal")}
    opened.close()
    for name, content in copies.items():
        (store.folder / name).write_bytes(content)
    path = journal_of(store)
    path.write_bytes(path.read_bytes()[: starts_of(store)[-1]])


@pytest.mark.parametrize("step", range(1, 16))
def test_a_restore_killed_anywhere_loses_nothing_in_the_next(lived, monkeypatch, step):
    """The journal has a hole, the log of the database has the newest entry, a page is damaged."""
    leave_a_log(lived)
    flip(journal_of(lived), starts_of(lived)[3] + 30)
    with monkeypatch.context() as patch:
        killed_at(patch, step)
        with contextlib.suppress(Killed):
            mending.restore(lived.folder, KEY)
    done = mending.restore(lived.folder, KEY)
    assert done.gaps == ()
    assert audit(lived.folder, KEY).whole
    again = open_store(lived.folder, KEY)
    assert (enterprises.count(again), operations.count(again)) == (2, 7)
    again.close()
    assert list(lived.folder.glob("store.db.*")) == []


@pytest.mark.parametrize("step", range(1, 16))
def test_a_restore_killed_anywhere_leaves_a_store_that_opens(lived, monkeypatch, step):
    copy = lived.folder / "backups" / "store-20260916T000000Z-asked.db"
    copy.parent.mkdir()
    copy.write_bytes((lived.folder / "store.db").read_bytes())
    leave_a_log(lived)
    with monkeypatch.context() as patch:
        killed_at(patch, step)
        with contextlib.suppress(Killed):
            mending.restore(lived.folder, KEY, chosen=copy)
    again = open_store(lived.folder, KEY)
    assert enterprises.count(again) == 2
    again.close()
    assert audit(lived.folder, KEY).whole


def test_what_an_earlier_restore_replaced_is_asked_too(lived):
    """An older program moved the store away and was killed before the new one took its place."""
    flip(journal_of(lived), starts_of(lived)[3] + 30)
    aside = lived.folder / "backups" / "replaced-20260916T000000Z-x"
    aside.mkdir(parents=True)
    (lived.folder / "store.db").rename(aside / "store.db")
    assert mending.restore(lived.folder, KEY).gaps == ()
    assert audit(lived.folder, KEY).whole


def test_what_an_interrupted_restore_had_built_is_asked_before_it_is_removed(lived):
    flip(journal_of(lived), starts_of(lived)[3] + 30)
    (lived.folder / "store.db").rename(lived.folder / "store.db.x.tmp")
    (lived.folder / "store.db.y.tmp").write_bytes(b"hardly begun")
    assert mending.restore(lived.folder, KEY).gaps == ()
    assert list(lived.folder.glob("*.tmp")) == []
    assert audit(lived.folder, KEY).whole
