"""Errors come in two kinds, told apart by SQLite's primary code and the system's number."""

import errno

import pytest
import sqlcipher3.dbapi2 as driver

from db.errors import CODES, BugError, MachineError, guard


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "read-only"),
        (errno.ENOENT, "missing-folder"),
        (errno.EIO, "unreadable-file"),
    ],
)
def test_the_systems_trouble_becomes_a_machine_error(number, code):
    with pytest.raises(MachineError) as caught, guard(folder="/x"):
        raise OSError(number, "…")
    assert caught.value.code == code
    assert caught.value.code in CODES
    assert caught.value.facts["folder"] == "/x"


def test_a_wrong_statement_is_our_bug():
    db = driver.connect(":memory:")
    with pytest.raises(BugError), guard():
        db.execute("SELECT nothing")
    db.close()


def test_a_full_database_is_the_machines_trouble():
    db = driver.connect(":memory:")
    db.execute("CREATE TABLE a (b)")
    db.execute("PRAGMA max_page_count = 2")
    with pytest.raises(MachineError, match="disk-full"), guard():
        db.execute("CREATE TABLE c (d)")
    db.close()


def test_other_errors_pass_as_they_are():
    with pytest.raises(KeyError), guard():
        raise KeyError("x")


def test_our_own_errors_pass_as_they_are():
    ours = MachineError("locked")
    with pytest.raises(MachineError) as caught, guard(folder="/x"):
        raise ours
    assert caught.value is ours
