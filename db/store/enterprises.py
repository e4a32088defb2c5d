"""Enterprises: the inspected units."""

import json
from collections.abc import Collection, Sequence
from typing import Literal

from db.handle import Reader, Store
from db.journal.operation import Operation
from db.rows import Enterprise
from db.store import nouns
from db.store.merged import gone

Order = Literal["newest", "name", "updated"]
_ORDER = {"newest": "id DESC", "name": "name, id", "updated": "updated DESC, id DESC"}


def get(reader: Reader, enterprise_id: str) -> Enterprise | None:
    """Return one enterprise or None."""
    return nouns.get(reader, Enterprise, enterprise_id)


def by_uscc(reader: Reader, uscc: str) -> Enterprise | None:
    """Return the enterprise with this 统一社会信用代码 or None."""
    return nouns.one(
        reader, Enterprise, "WHERE uscc = ? AND uscc <> '' ORDER BY merged_into <> '', id", (uscc,)
    )


def ids(  # noqa: PLR0913 - each is one filter of the list
    reader: Reader,
    *,
    region: str = "",
    risk_class: str = "",
    status: str = "",
    order: Order = "newest",
    limit: int = -1,
) -> tuple[str, ...]:
    """Return the ids of the enterprises that fit; an empty filter fits all, merged ones are gone."""
    wanted = {"region": region, "risk_class": risk_class, "status": status}
    given = {name: value for name, value in wanted.items() if value}
    # A filter that is not given must not be named, or no index could answer the rest alone.
    where = " AND ".join(f"{name} = ?" for name in given) or "TRUE"
    found = reader.rows(
        f"SELECT id FROM enterprise WHERE {where} AND id NOT IN (SELECT value FROM json_each(?))"
        f" ORDER BY {_ORDER[order]} LIMIT ?",
        (*given.values(), json.dumps(sorted(gone(reader))), limit),
    )
    return tuple(one for (one,) in found)


def page(reader: Reader, keys: Sequence[str]) -> tuple[Enterprise, ...]:
    """Return the enterprises with these ids, in their order."""
    return nouns.page(reader, Enterprise, keys)


def names(reader: Reader, keys: Collection[str]) -> dict[str, str]:
    """Return the names of the enterprises with these ids; those that are gone are left out."""
    return nouns.column(reader, Enterprise, "name", keys)


def identities(reader: Reader) -> tuple[tuple[str, str, str], ...]:
    """Return id, name and code of every enterprise."""
    found = reader.rows("SELECT id, name, uscc FROM enterprise ORDER BY id")
    return tuple((key, name, uscc) for key, name, uscc in found)


def decided(reader: Reader) -> dict[str, str]:
    """Return yes or no by the id of each enterprise somebody decided about as a key unit."""
    return dict(reader.rows("SELECT id, key_unit FROM enterprise WHERE key_unit <> ''"))


def count(reader: Reader) -> int:
    """Return how many enterprises there are."""
    return int(reader.value("SELECT COUNT(*) FROM enterprise"))


def save(store: Store, *rows: Enterprise) -> tuple[Operation, ...]:
    """Make or edit enterprises."""
    return nouns.save(store, *rows)
