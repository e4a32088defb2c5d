"""The rectification board: findings by group and page, each group along one index, counts bounded.

A million findings may stand behind it, so nothing here reads more than a page or counts on.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass

from db.handle import Reader
from db.rows import Finding
from db.store import findings, nouns
from db.store.merged import OWN

MOST = 1000
"""A group is counted up to here; what is more is said as more."""


@dataclass(frozen=True, slots=True)
class Only:
    """What the board is narrowed to; "" and () for no narrowing.

    ``people`` are the inspectors of whom one made the record a finding stands in, as its first or
    second; ``few`` says that they made a small part of all records.
    """

    enterprise_id: str = ""
    campaign: str = ""
    severity: str = ""
    people: tuple[str, ...] = ()
    few: bool = False


@dataclass(frozen=True, slots=True)
class _Group:
    """How a group is found: the condition with ``:today`` and ``:since``, its order and its index."""

    where: str
    order: str
    index: str


_ORDERED = "finding_by_state"
_REPORTED = "state IN ('reported', 'rechecked')"
_GROUPS: Mapping[str, _Group] = {
    "overdue": _Group("state = 'ordered' AND due < :today", "due, id", _ORDERED),
    "today": _Group("state = 'ordered' AND due = :today", "due, id", _ORDERED),
    "found": _Group(f"state = 'open' AND {findings.TOLD}", "due, id", _ORDERED),
    "recheck": _Group(
        f"{_REPORTED} AND (reported < :today OR state = 'rechecked')",
        "reported, id",
        "finding_by_report",
    ),
    "reported": _Group(
        "state = 'reported' AND state IN ('reported', 'rechecked') AND reported >= :today",
        "reported, id",
        "finding_by_report",
    ),
    "waiting": _Group("state = 'ordered' AND due > :today", "due, id", _ORDERED),
    "paused": _Group("state = 'ordered' AND due IS NULL", "id", _ORDERED),
    "closed": _Group(
        "settled >= :since AND settled IS NOT NULL", "settled DESC, id DESC", "finding_by_settled"
    ),
}
_TEAM = (
    "(inspectors ->> 0 IN (SELECT value FROM json_each(:people))"
    " OR inspectors ->> 1 IN (SELECT value FROM json_each(:people)))"
)
_OF_FEW = f"record_id IN (SELECT id FROM record WHERE {_TEAM})"
"""Few findings are found from their records, each end of the team along its index."""
_OF_MANY = f"EXISTS (SELECT 1 FROM record WHERE record.id = finding.record_id AND {_TEAM})"
"""Of many the group's own order is kept and each is looked at until the page is full."""
GROUPS = tuple(_GROUPS)
"""The groups in the order in which they are worked through."""


def page(  # noqa: PLR0913 - a page has a day, a narrowing, a place and a length
    reader: Reader,
    group: str,
    today: dt.date,
    since: dt.date,
    only: Only,
    *,
    offset: int = 0,
    limit: int = 50,
) -> tuple[Finding, ...]:
    """Return one page of a group; ``since`` is the day from which settled ones are shown."""
    where, values = _where(group, today, since, only)
    order = f"ORDER BY {_GROUPS[group].order} LIMIT :limit OFFSET :offset"
    keys = reader.rows(
        f"SELECT id FROM finding {where} {order}", {**values, "limit": limit, "offset": offset}
    )
    return nouns.page(reader, Finding, [key for (key,) in keys])


def count(reader: Reader, group: str, today: dt.date, since: dt.date, only: Only) -> int:
    """Return how many findings a group has, at most ``MOST``."""
    where, values = _where(group, today, since, only)
    counted = f"SELECT COUNT(*) FROM (SELECT 1 FROM finding {where} LIMIT :most)"
    return int(reader.value(counted, {**values, "most": MOST}))


def in_time(reader: Reader, today: dt.date, since: dt.date, only: Only) -> tuple[int, int]:
    """Return how many of those settled since a day were put right in time, and of how many.

    What fell due since then and is overdue still counts among all, and so does what was taken on.
    No more than ``MOST`` of either are looked at, the latest.
    """
    settled, values = _where("closed", today, since, only)
    late, more = _where("overdue", today, since, only)
    ((all_settled, good),) = reader.rows(
        "SELECT COUNT(*), COALESCE(SUM(state = 'closed'"
        " AND COALESCE(reported, rechecked, settled) <= due), 0) FROM (SELECT * FROM finding"
        f" {settled} AND due IS NOT NULL ORDER BY settled DESC, id DESC LIMIT :most)",
        {**values, "most": MOST},
    )
    counted = f"SELECT COUNT(*) FROM (SELECT 1 FROM finding {late} AND due >= :since LIMIT :most)"
    return int(good), int(all_settled) + int(reader.value(counted, {**more, "most": MOST}))


def parties(reader: Reader, most: int) -> set[str]:
    """Return the enterprises among the ordered findings that are due first."""
    found = reader.rows(
        "SELECT DISTINCT enterprise_id FROM (SELECT enterprise_id FROM finding"
        " INDEXED BY finding_by_state WHERE state = 'ordered' ORDER BY due, id LIMIT ?)",
        (most,),
    )
    return {key for (key,) in found}


def group_of(reader: Reader, finding_id: str, today: dt.date, since: dt.date) -> str:
    """Return the group a finding stands in, "" for one that is on no board."""
    for group, how in _GROUPS.items():
        where = f"SELECT 1 FROM finding WHERE id = :id AND {how.where}"
        if reader.value(where, {**_days(today, since), "id": finding_id}):
            return group
    return ""


def _where(
    group: str, today: dt.date, since: dt.date, only: Only
) -> tuple[str, dict[str, str | int]]:
    how = _GROUPS[group]
    index, where = how.index, [how.where]
    values: dict[str, str | int] = dict(_days(today, since))
    if only.severity:
        where.append("severity = :severity")
        values["severity"] = only.severity
        index = "finding_by_severity" if index == _ORDERED else index
    if only.people:
        where.append(_OF_FEW if only.few else _OF_MANY)
        values["people"] = json.dumps(only.people)
        index = "finding_by_record" if only.few else index
    if only.campaign:
        where.append(
            "case_id IN (SELECT id FROM case_file WHERE campaign = :campaign AND campaign <> '')"
        )
        values["campaign"] = only.campaign
        index = "finding_of_case"
    if only.enterprise_id:
        where.append(OWN.replace("?", ":enterprise"))
        values["enterprise"] = only.enterprise_id
        index = "finding_by_enterprise"
    return f"INDEXED BY {index} WHERE {' AND '.join(where)}", values


def _days(today: dt.date, since: dt.date) -> dict[str, str]:
    return {"today": today.isoformat(), "since": since.isoformat()}
