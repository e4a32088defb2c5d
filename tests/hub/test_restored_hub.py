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


def a_token(db):
    """The token of a laptop that was made known."""
    laptop = kit.Laptop("laptop")
    public = laptop.key.public_key().public_bytes_raw()
    row = people.Device(kit.SCOPE, "laptop", "who", "laptop", public, "active")
    people.add_device(db, row, kit.NOW)
    stamp = sessions.challenge(SEAL, kit.NOW)
    signature = laptop.key.sign(session_claim("hub", "laptop", stamp))
    answer = sessions.Answer(kit.SCOPE, "laptop", stamp, signature)
    return sessions.begin(db, SEAL, ("hub", 1), answer, kit.NOW)


def test_a_session_of_before_the_restoration_is_over(db):
    """What was sent with it may come in late, and would stand before what it follows."""
    token = a_token(db)
    assert sessions.caller(db, SEAL, ("hub", 1), token, kit.NOW).device == "laptop"
    db.execute("UPDATE hub SET epoch = 2")
    with pytest.raises(sessions.NoEntry, match="session"):
        sessions.caller(db, SEAL, ("hub", 2), token, kit.NOW)


def test_an_instance_that_went_on_through_a_restoration_answers_no_laptop(db):
    token = a_token(db)
    db.execute("UPDATE hub SET epoch = 5")
    with pytest.raises(sessions.NoEntry, match="session"):
        sessions.caller(db, SEAL, ("hub", 1), token, kit.NOW)


def test_where_no_hub_is_none_is_made(monkeypatch, tmp_path, url, db, capsys):
    """The wrong folder named: the real server would keep its epoch, and nobody would know."""
    db.execute("DELETE FROM hub")
    monkeypatch.setenv("HUB_DATABASE_URL", url)
    monkeypatch.setenv("HUB_FOLDER", str(tmp_path))
    assert program.main(["restored"]) == 1
    assert hubs.hub(db) is None
    assert "nothing was changed" in capsys.readouterr().err
