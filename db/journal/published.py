"""What a bureau decides for all its laptops: the settings under which it is told, written by the hub.

A form in use names its package by hash; the package itself is a record beside it. A table is
carried whole. No laptop may write under these names.
"""

from collections.abc import Mapping
from typing import Any

FORM = "bureau-form/"
"""The form's id follows; the value is JSON: hash, version, title, by, bureau, reason."""
TABLE = "bureau-table/"
"""The table's file name follows; the value is JSON: text, by, bureau, reason, since (the day it was
published), effective (the day it holds from), gone, dropped.

A table that is to hold from a later day is told under a name of its own, which ends in that day.
"""
_FROM = "@"

TASK = "task:"
"""The follow-ups a bureau assigns: task and inspector's certificate follow, parted by a colon."""
INSPECTOR, ASSIGNED = "inspector", "assignment"
"""What such a follow-up hangs on (the certificate), and its kind."""


def is_published(rec_type: str, rec_id: str) -> bool:
    """Tell whether a record is one of these settings."""
    return rec_type == "setting" and rec_id.startswith((FORM, TABLE))


def table_key(file: str, day: str = "") -> str:
    """Return the setting a table is told under; ``day`` when it is to hold from a later one."""
    return f"{TABLE}{file}{_FROM}{day}" if day else TABLE + file


def file_of(key: str) -> str:
    """Return the table's file name in such a setting's key."""
    return key.removeprefix(TABLE).partition(_FROM)[0]


def is_later(key: str) -> bool:
    """Tell whether a table told under a key was to hold from a later day."""
    return _FROM in key


def holding(told: Mapping[str, Mapping[str, Any]], day: str) -> dict[str, str]:
    """Return, by file name, the key of the word that holds on a day (ISO) among all of them.

    What was published to hold at once holds, whatever day a computer's clock says it is.
    """
    found: dict[str, str] = {}
    for key, one in sorted(told.items()):
        began = _began(one)
        before = found.get(file_of(key))
        if (is_later(key) and began > day) or one.get("dropped"):
            continue
        if before is None or _began(told[before]) <= began:
            found[file_of(key)] = key
    return found


def _began(one: Mapping[str, Any]) -> str:
    return str(one.get("effective") or one.get("since") or "")
