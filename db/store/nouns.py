"""What every noun can do: be read by key, by page, be saved as the difference, be deleted."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from db.handle import Reader, Store, Values
from db.journal.heads import SEED
from db.journal.operation import Operation
from db.store import operations
from db.store.operations import Change
from db.store.tables import defaults, select, table_of, to_row, travelling

Row = TypeVar("Row")
PAGE = 500


def get(reader: Reader, row: type[Row], key: str) -> Row | None:
    """Return the row with this key, or None."""
    return one(reader, row, f"WHERE {table_of(row).key} = ?", (key,))


def one(reader: Reader, row: type[Row], where: str, values: Sequence[Any] = ()) -> Row | None:
    """Return the first row a WHERE clause finds, or None."""
    found = reader.row(f"{select(row)} {where}", values)
    return None if found is None else to_row(row, found)


def many(reader: Reader, row: type[Row], where: str, values: Values = ()) -> tuple[Row, ...]:
    """Return the rows a WHERE clause finds, in its order."""
    return tuple(to_row(row, found) for found in reader.rows(f"{select(row)} {where}", values))


def page(reader: Reader, row: type[Row], keys: Sequence[str]) -> tuple[Row, ...]:
    """Return the rows with these keys in the keys' order; those that are gone are left out."""
    key = table_of(row).key
    found: dict[str, Row] = {}
    for start in range(0, len(keys), PAGE):
        part = keys[start : start + PAGE]
        marks = ", ".join("?" * len(part))
        for each in many(reader, row, f"WHERE {key} IN ({marks})", part):
            found[getattr(each, key)] = each
    return tuple(found[one_key] for one_key in keys if one_key in found)


def column(reader: Reader, row: type[Any], name: str, keys: Collection[str]) -> dict[str, Any]:
    """Return one column of the rows with these keys, by key; nothing else of them is read."""
    table, found = table_of(row), dict[str, Any]()
    wanted = tuple(keys)
    for start in range(0, len(wanted), PAGE):
        part = wanted[start : start + PAGE]
        marks = ", ".join("?" * len(part))
        where = f"WHERE {table.key} IN ({marks})"
        found |= dict(reader.rows(f"SELECT {table.key}, {name} FROM {table.name} {where}", part))
    return found


def change_of(reader: Reader, row: Any) -> Change | None:
    """Return the change that makes the store hold this row, or None when it already does."""
    table = table_of(type(row))
    key = getattr(row, table.key)
    wanted = travelling(row)
    kept = get(reader, type(row), key)
    standing = defaults(type(row)) if kept is None else travelling(kept)
    wanted = {
        name: value
        for name, value in wanted.items()
        if name not in standing or standing[name] != value
    }
    if kept is not None and not wanted:
        return None
    return Change("put", table.rec_type, key, wanted)


def seed(store: Store, *rows: Any) -> tuple[Operation, ...]:
    """Enter rows every laptop is delivered with: they give way to what a person writes anywhere.

    Raises:
        MachineError: it could not be written; nothing has changed.
    """
    with store.atomic():
        wanted = [change for row in rows if (change := change_of(store, row)) is not None]
        told = [replace(one, kind=SEED) for one in wanted]
        return operations.append(store, told) if told else ()


def save(store: Store, *rows: Any) -> tuple[Operation, ...]:
    """Make or edit rows, in one transaction; only the fields that differ travel.

    Raises:
        MachineError: it could not be written; nothing has changed.
    """
    with store.atomic():
        wanted = [change for row in rows if (change := change_of(store, row)) is not None]
        return operations.append(store, wanted) if wanted else ()


def edit(store: Store, row: type, key: str, **fields: Any) -> tuple[Operation, ...]:
    """Set fields (in their kept form) of one row; those that already have the value are left."""
    return operations.append(store, (Change("put", table_of(row).rec_type, key, fields),))


def delete(store: Store, row: type, keys: Iterable[str]) -> tuple[Operation, ...]:
    """Delete rows; their operations stay in the journal."""
    rec_type = table_of(row).rec_type
    return operations.append(store, [Change("delete", rec_type, key) for key in keys])
