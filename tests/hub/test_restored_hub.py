"""A server whose database came back from a backup begins a new epoch, another one each time."""

import datetime as dt

from hub import __main__ as program
from hub.sql import hubs


def said(monkeypatch, tmp_path, url):
    monkeypatch.setenv("HUB_DATABASE_URL", url)
    monkeypatch.setenv("HUB_FOLDER", str(tmp_path))
    assert program.main(["restored"]) == 0


def test_a_backup_restored_twice_has_two_epochs(monkeypatch, tmp_path, url, db):
    before = hubs.hub(db)
    told = []
    for day in (1, 2):
        db.execute("UPDATE hub SET epoch = %s", (before[1],))  # as it was in the backup
        monkeypatch.setattr(
            program, "utc_now", lambda day=day: dt.datetime(2026, 12, day, tzinfo=dt.UTC)
        )
        said(monkeypatch, tmp_path, url)
        told.append(hubs.hub(db)[1])
    assert before[1] < told[0] < told[1]


def test_a_clock_that_is_behind_still_begins_another(monkeypatch, tmp_path, url, db):
    db.execute("UPDATE hub SET epoch = %s", (1 << 40,))
    said(monkeypatch, tmp_path, url)
    assert hubs.hub(db)[1] == (1 << 40) + 1
