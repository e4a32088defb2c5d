"""Special equipment at enterprises."""

import datetime as dt
from collections.abc import Collection, Sequence

from db.handle import Reader, Store
from db.journal.operation import Operation
from db.rows import Equipment
from db.store import nouns
from db.store.merged import OWN


def get(reader: Reader, equipment_id: str) -> Equipment | None:
    """Return one piece of equipment or None."""
    return nouns.get(reader, Equipment, equipment_id)


def by_code(reader: Reader, code: str) -> Equipment | None:
    """Return the equipment with this 设备代码 or 使用登记证编号, or None."""
    found = nouns.one(reader, Equipment, "WHERE code = ? AND code <> '' ORDER BY id", (code,))
    where = "WHERE registration_no = ? AND registration_no <> '' ORDER BY id"
    return found or nouns.one(reader, Equipment, where, (code,))


def of_enterprise(reader: Reader, enterprise_id: str) -> tuple[Equipment, ...]:
    """Return an enterprise's equipment, by code."""
    where = f"WHERE {OWN} ORDER BY code, id"
    return nouns.many(reader, Equipment, where, (enterprise_id,))


def kind_codes(reader: Reader, enterprise_id: str) -> frozenset[str]:
    """Return the catalogue codes of an enterprise's equipment, scrapped pieces left out."""
    found = reader.rows(
        "SELECT DISTINCT kind_code FROM equipment WHERE enterprise_id = ? AND status <> 'scrapped'",
        (enterprise_id,),
    )
    return frozenset(code for (code,) in found)


def due(reader: Reader, until: dt.date, limit: int = 200) -> tuple[Equipment, ...]:
    """Return the equipment in use whose next test is due up to a day, the earliest first."""
    where = (
        "WHERE next_test <= ? AND status NOT IN ('stopped', 'scrapped')"
        " ORDER BY next_test, id LIMIT ?"
    )
    return nouns.many(reader, Equipment, where, (until.isoformat(), limit))


def ids(
    reader: Reader,
    *,
    kinds: Collection[str] = (),
    enterprise_id: str = "",
    before: dt.date | None = None,
    among: Collection[str] | None = None,
) -> tuple[str, ...]:
    """Return the ids of the equipment that fits, the earliest next test first, none last.

    ``kinds`` are catalogue codes, ``before`` the day the test lapses before, ``among`` the only
    ids asked for; what is not given fits all.
    """
    parts: list[tuple[str, Sequence[str]]] = []
    if kinds:
        parts.append((f"kind_code IN ({', '.join('?' * len(kinds))})", tuple(kinds)))
    if enterprise_id:
        parts.append(("enterprise_id = ?", (enterprise_id,)))
    if before is not None:
        parts.append(("next_test < ?", (before.isoformat(),)))
    if among is not None:
        parts.append((f"id IN ({', '.join('?' * len(among))})", tuple(among)))
    where = " AND ".join(text for text, _values in parts) or "TRUE"
    values = [value for _text, some in parts for value in some]
    found = reader.rows(
        f"SELECT id FROM equipment WHERE {where} ORDER BY next_test IS NULL, next_test, id", values
    )
    return tuple(one for (one,) in found)


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
