"""Special equipment at enterprises."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import islice

from db.handle import Reader, Store
from db.journal.operation import Operation
from db.rows import Equipment
from db.store import nouns
from db.store.merged import OWN

STATUSES = ("in-use", "stopped", "scrapped", "")
"""The statuses there are; none stands where it was never said."""
_DAY = "ifnull(next_test, '~')"
"""The next test as the indexes have it: what has none stands behind every day."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which equipment is asked for; what is not given fits all.

    ``kinds`` are catalogue codes; the next test lies from ``since`` up to the day before
    ``before``; ``among`` are the only ids asked for.
    """

    kinds: Collection[str] = ()
    enterprise_id: str = ""
    statuses: Collection[str] = ()
    since: dt.date | None = None
    before: dt.date | None = None
    among: Collection[str] | None = None


def get(reader: Reader, equipment_id: str) -> Equipment | None:
    """Return one piece of equipment or None."""
    return nouns.get(reader, Equipment, equipment_id)


def by_code(reader: Reader, code: str) -> Equipment | None:
    """Return the equipment with this 设备代码 or 使用登记证编号, or None."""
    found = nouns.one(reader, Equipment, "WHERE code = ? AND code <> '' ORDER BY id", (code,))
    where = "WHERE registration_no = ? AND registration_no <> '' ORDER BY id"
    return found or nouns.one(reader, Equipment, where, (code,))


def alike(reader: Reader, row: Equipment) -> tuple[Equipment, ...]:
    """Return the other equipment with the 设备代码 or 使用登记证编号 of one."""
    found: dict[str, Equipment] = {}
    for column, text in (("code", row.code), ("registration_no", row.registration_no)):
        where = f"WHERE {column} = ? AND {column} <> '' AND id <> ? ORDER BY id"
        found |= {one.id: one for one in nouns.many(reader, Equipment, where, (text, row.id))}
    return tuple(found.values())


def of_enterprise(reader: Reader, enterprise_id: str) -> tuple[Equipment, ...]:
    """Return an enterprise's equipment, by code."""
    where = f"WHERE {OWN} ORDER BY code, id"
    return nouns.many(reader, Equipment, where, (enterprise_id,))


def kind_codes(reader: Reader, enterprise_id: str) -> frozenset[str]:
    """Return the catalogue codes of an enterprise's equipment, scrapped pieces left out."""
    found = reader.rows(
        f"SELECT DISTINCT kind_code FROM equipment WHERE {OWN} AND status <> 'scrapped'",
        (enterprise_id,),
    )
    return frozenset(code for (code,) in found)


def ids(reader: Reader, wanted: Wanted, limit: int = -1) -> tuple[str, ...]:
    """Return the ids of the equipment that fits, the earliest next test first, none last.

    A whole register is never sorted: of each kind and status the index gives its own first ones,
    and those are merged, so that the work grows with ``limit``.
    """
    runs = [
        reader.rows(
            f"SELECT {_DAY}, id FROM equipment WHERE {where} ORDER BY {_DAY}, id LIMIT ?",
            (*values, limit),
        )
        for where, values in _branches(wanted)
    ]
    found = merge(*runs)
    return tuple(key for _day, key in (islice(found, limit) if limit >= 0 else found))


def count(reader: Reader, wanted: Wanted, most: int) -> int:
    """Return how many pieces of equipment fit, counted no further than ``most``."""
    found = 0
    for where, values in _branches(wanted):
        sql = f"SELECT COUNT(*) FROM (SELECT 1 FROM equipment WHERE {where} LIMIT ?)"
        found += int(reader.value(sql, (*values, most - found)))
        if found >= most:
            break
    return found


def _branches(wanted: Wanted) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The parts one index answers each, as WHERE clauses with their values."""
    parts: list[tuple[str, tuple[str, ...]]] = []
    if wanted.since is not None:
        parts.append((f"{_DAY} >= ?", (wanted.since.isoformat(),)))
    if wanted.before is not None:
        parts.append((f"{_DAY} < ?", (wanted.before.isoformat(),)))
    if wanted.among is not None or wanted.enterprise_id:
        # Few rows: the unit or the ids find them, and what is left to ask is asked of each.
        if wanted.among is not None:
            parts.append((f"id IN ({_marks(wanted.among)})", tuple(wanted.among)))
        if wanted.enterprise_id:
            parts.append((OWN, (wanted.enterprise_id,)))
        for name, values in (("kind_code", wanted.kinds), ("status", wanted.statuses)):
            if values:
                parts.append((f"+{name} IN ({_marks(values)})", tuple(values)))
        yield _joined(parts)
        return
    for status in wanted.statuses or STATUSES:
        for kind in wanted.kinds or ("",):
            own = [("kind_code = ?", (kind,))] if kind else []
            yield _joined([*own, ("status = ?", (status,)), *parts])


def _joined(parts: Sequence[tuple[str, tuple[str, ...]]]) -> tuple[str, tuple[str, ...]]:
    return " AND ".join(text for text, _ in parts), tuple(one for _, some in parts for one in some)


def _marks(values: Collection[str]) -> str:
    return ", ".join("?" * len(values))


def identities(reader: Reader) -> tuple[tuple[str, str, str], ...]:
    """Return id, code and registration number of every piece of equipment."""
    found = reader.rows("SELECT id, code, registration_no FROM equipment ORDER BY id")
    return tuple((key, code, number) for key, code, number in found)


def page(reader: Reader, keys: Sequence[str]) -> tuple[Equipment, ...]:
    """Return the equipment with these ids, in their order."""
    return nouns.page(reader, Equipment, keys)


def save(store: Store, *rows: Equipment) -> tuple[Operation, ...]:
    """Make or edit equipment."""
    return nouns.save(store, *rows)


def set_status(store: Store, equipment_id: str, status: str, reason: str) -> tuple[Operation, ...]:
    """Set the status of a piece of equipment; ``reason`` is kept in the operation."""
    return nouns.edit(store, Equipment, equipment_id, status=status, reason=reason)
