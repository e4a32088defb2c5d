"""What is due, of every kind: how many there are in a group of days, and the first of them.

The groups are those of the board: overdue, today, week, month. Each is counted no further than asked
and read no further than shown, so the work grows with the page and not with the store.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from db.duty_rows import FollowUp
from db.handle import Reader
from db.journal.clock import to_text
from db.journal.published import INSPECTOR
from db.rows import Equipment, Finding, Person, Sample
from db.store import findings, nouns
from db.store.tables import table_of

OVERDUE = "overdue"
GROUPS = (OVERDUE, "today", "week", "month")


@dataclass(frozen=True, slots=True)
class Days:
    """The days that part the groups (China's): today, the last of the week, of the month; and now.

    ``certificate`` is that of the inspector who looks: the bureau's tasks for others are left out.
    """

    today: dt.date
    week: dt.date
    month: dt.date
    now: dt.datetime
    certificate: str = ""


@dataclass(frozen=True, slots=True)
class _Source:
    """Rows of a kind: the column of their day, and which are open. ``hours`` has a moment's column.

    No row is ``open`` in two ways; each way is read along an index that begins with what it compares.
    """

    row: type[Any]
    day: str
    open: tuple[str, ...]
    hours: str = ""
    month: bool = False


_SAMPLE = (
    "{0}state IN ('drawn', 'sent', 'received', 'opened') AND {0}expected IS NOT NULL"
    " AND NOT ({0}role = 'spare' AND {0}state = 'drawn')"  # it stays sealed until somebody objects
)
_EARLIER = (
    f"SELECT 1 FROM sample AS earlier WHERE {_SAMPLE.format('earlier.')}"
    " AND earlier.record_id = sample.record_id"
    " AND (earlier.expected, earlier.id) < (sample.expected, sample.id)"
)
_UNSEEN = (
    "NOT EXISTS (SELECT 1 FROM follow_up WHERE owner_id = finding.id AND kind = 'recheck'"
    " AND state = 'open')"
)
"""A report without a re-check that is due in its place."""
_SOURCES: Mapping[str, _Source] = {
    "finding": _Source(
        Finding,
        "due",
        (
            "state = 'ordered'",
            f"state = 'open' AND {findings.TOLD}",
            f"state = 'reported' AND {_UNSEEN}",
            f"state = 'rechecked' AND {_UNSEEN}",
        ),
    ),
    "equipment": _Source(
        Equipment, "next_test", ("status NOT IN ('stopped', 'scrapped')",), month=True
    ),
    "certificate": _Source(
        Person,
        "certificate_expires",
        (
            (
                "active = 1 AND enterprise_id IS NOT NULL AND EXISTS"
                " (SELECT 1 FROM operator WHERE person_id = person.id AND until IS NULL)"
            ),
        ),
        month=True,
    ),
    "sample": _Source(
        Sample,
        "expected",
        (
            (
                f"{_SAMPLE.format('')} AND NOT EXISTS ({_EARLIER})"
                " AND EXISTS (SELECT 1 FROM record WHERE id = sample.record_id AND state <> 'withdrawn')"
                " AND ifnull((SELECT state FROM document WHERE record_id = sample.record_id"
                " ORDER BY id DESC LIMIT 1), '') <> 'withdrawn'"
            ),
        ),
    ),
    "follow_up": _Source(
        FollowUp,
        "due",
        (f"state = 'open' AND (owner_type <> '{INSPECTOR}' OR owner_id = :certificate)",),
        hours="due_at",
    ),
}
"""``finding`` not settled, ordered or to be ordered; ``equipment`` in use whose test is near; ``certificate`` of who
works a device; ``sample``, the first due of a sheet, to be sent or whose result is to come;
``follow_up``. Tests and certificates are looked at a month ahead: both are applied for a month before."""


_WHEN = {
    "overdue": "{day} < :today",
    "today": "{day} = :today",
    "week": "{day} > :today AND {day} <= :week",
    "month": "{day} > :week AND {day} <= :month",
}
_WHEN_BY_HOURS = _WHEN | {
    "overdue": "{day} <= :today AND ({day} < :today OR {hours} < :now)",
    "today": "{day} = :today AND ({hours} IS NULL OR {hours} >= :now)",
}


def count(reader: Reader, kind: str, group: str, days: Days, most: int) -> int:
    """Return how many of a kind are due in a group, at most ``most``."""
    values, left = _values(days), most
    for where in _wheres(_SOURCES[kind], group):
        found = f"SELECT 1 FROM {table_of(_SOURCES[kind].row).name} WHERE {where} LIMIT :most"
        left -= int(reader.value(f"SELECT COUNT(*) FROM ({found})", values | {"most": left}))
    return most - left


def page(reader: Reader, kind: str, group: str, days: Days, limit: int) -> tuple[Any, ...]:
    """Return the first rows of a kind that are due in a group, the earliest first.

    It asks more than once: within a snapshot it sees one state. Of each way to be open no more are
    looked at than can still come among the first.
    """
    source, found = _SOURCES[kind], list[tuple[str, str]]()
    table, values = table_of(source.row).name, _values(days) | {"limit": limit}
    for where in _wheres(source, group):
        if found and len(found) == limit:
            values["last"] = found[-1][0]
            where += f" AND {source.day} <= :last"  # noqa: PLW2901 - this way ends there
        sql = f"SELECT {source.day}, id FROM {table} WHERE {where} ORDER BY {source.day}, id"
        found += reader.rows(f"{sql} LIMIT :limit", values)
        found = sorted(found)[:limit]
    return nouns.page(reader, source.row, [key for _, key in found])


def kinds(group: str) -> tuple[str, ...]:
    """Return the kinds a group may hold."""
    return tuple(kind for kind, one in _SOURCES.items() if group != "month" or one.month)


def day_of(kind: str, row: Any) -> dt.date:
    """Return the day a row of a kind is due."""
    day: dt.date = getattr(row, _SOURCES[kind].day)
    return day


def _wheres(source: _Source, group: str) -> tuple[str, ...]:
    when = (_WHEN_BY_HOURS if source.hours else _WHEN)[group]
    due = when.format(day=source.day, hours=source.hours)
    return tuple(f"{way} AND {due}" for way in source.open)


def _values(days: Days) -> dict[str, Any]:
    return {
        "today": days.today.isoformat(),
        "week": days.week.isoformat(),
        "month": days.month.isoformat(),
        "now": to_text(days.now),
        "certificate": days.certificate,
    }
