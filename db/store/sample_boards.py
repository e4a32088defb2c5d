"""The samples under way: by what is waited for and by page, each group along one index.

What a sample waits for is worked out by the triggers of ``sample`` and ``test_report`` as either
changes (the view ``sample_waiting``), so that half a million samples may stand behind a page.
"""

import datetime as dt
from collections.abc import Mapping, Sequence

from db.handle import Reader
from db.rows import Sample
from db.store import nouns
from db.store.boards import MOST

_RANGES: Mapping[str, Sequence[tuple[str, str]]] = {
    "late": (("send", "waits_day < :today"), ("lab", "waits_day < :today")),
    "send": (("send", "waits_day >= :today"),),
    "lab": (("lab", "waits_day >= :today"),),
    "tell": (("tell", "TRUE"),),
    "running": (("told", "waits_day > :over"),),
    "objected": (("objected", "TRUE"),),
    "over": (("told", "waits_day <= :over"),),
    "spare": (("spare", "TRUE"),),
    "rest": (("final", "TRUE"),),
}
"""Where each group stands in the index: what is waited for, and between which days."""

GROUPS = tuple(_RANGES)
"""The groups in the order in which they are worked through."""


def page(
    reader: Reader, group: str, today: dt.date, over: dt.date, limit: int
) -> tuple[Sample, ...]:
    """Return the first samples of a group by their day.

    A result told up to the day ``over`` can no longer be objected to.
    """
    parts = " UNION ALL ".join(
        f"SELECT * FROM ({_found('waits_day, id', *one)} ORDER BY waits_day, id LIMIT :limit)"
        for one in _RANGES[group]
    )
    keys = reader.rows(
        f"SELECT id FROM ({parts}) ORDER BY waits_day, id LIMIT :limit",
        {**_days(today, over), "limit": limit},
    )
    return nouns.page(reader, Sample, [key for (key,) in keys])


def count(reader: Reader, group: str, today: dt.date, over: dt.date) -> int:
    """Return how many samples a group has, at most ``MOST``."""
    counted = sum(
        int(
            reader.value(
                f"SELECT COUNT(*) FROM ({_found('1', *one)} LIMIT :limit)",
                {**_days(today, over), "limit": MOST},
            )
        )
        for one in _RANGES[group]
    )
    return min(counted, MOST)


def _found(columns: str, waits: str, days: str) -> str:
    return (
        f"SELECT {columns} FROM sample INDEXED BY sample_by_waits"
        f" WHERE waits = '{waits}' AND waits <> '' AND {days}"
    )


def _days(today: dt.date, over: dt.date) -> dict[str, str | int]:
    return {"today": today.isoformat(), "over": over.isoformat()}
