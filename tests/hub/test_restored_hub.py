"""A server whose database came back from a backup begins a new epoch, another one each time."""

import datetime as dt

import pytest

from db.journal.wire import session_claim
from hub import __main__ as program
from hub import sessions
from hub.seal import Seal
from hub.sql import hubs, people
from tests.hub import kit

SEAL = Seal(bytes(range(32)))


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


def test_a_session_of_before_the_restoration_is_over(url, db):
    """What was sent with it may come in late, and would stand before what it follows."""
    laptop = kit.Laptop("laptop")
    public = laptop.key.public_key().public_bytes_raw()
    people.add_device(
        db, people.Device(kit.SCOPE, "laptop", "who", "laptop", public, "active"), kit.NOW
    )
    stamp = sessions.challenge(SEAL, kit.NOW)
    signature = laptop.key.sign(session_claim("hub", "laptop", stamp))
    answer = sessions.Answer(kit.SCOPE, "laptop", stamp, signature)
    token = sessions.begin(db, SEAL, ("hub", 1), answer, kit.NOW)
    assert sessions.caller(db, SEAL, ("hub", 1), token, kit.NOW).device == "laptop"
    with pytest.raises(sessions.NoEntry, match="session"):
        sessions.caller(db, SEAL, ("hub", 2), token, kit.NOW)
