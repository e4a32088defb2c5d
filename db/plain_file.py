"""A plain SQLite file for other programs (Datasette, DB Browser): tables, keys, no encryption.

Whoever has the file can read all of it. It is no store: nothing here is ever read back.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.errors import guard

KINDS = frozenset({"TEXT", "INTEGER", "REAL"})


@dataclass(frozen=True, slots=True)
class PlainColumn:
    """A column; ``kind`` is TEXT, INTEGER or REAL, ``points_at`` the table whose key it holds."""

    name: str
    kind: str = "TEXT"
    points_at: str = ""


@dataclass(frozen=True, slots=True)
class PlainTable:
    """A table; its first column is the primary key. Tables pointed at come before."""

    name: str
    columns: tuple[PlainColumn, ...]


class PlainFile:
    """A new plain file that is filled in one go.

    Raises:
        MachineError: it cannot be written, see ``db.errors.CODES``.
    """

    def __init__(self, path: Path, tables: Iterable[PlainTable]) -> None:
        import sqlcipher3.dbapi2 as driver

        self._path = path
        self._insert: dict[str, str] = {}
        with guard(path=str(path)):
            # Without a key this driver writes ordinary SQLite.
            self._raw = driver.connect(os.fspath(path), isolation_level=None)
            try:
                # A half-written file is thrown away whole, so that it needs no journal of its own.
                for line in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = ON"):
                    self._raw.execute(f"PRAGMA {line}")
                self._raw.execute("BEGIN")
                for table in tables:
                    self._make(table)
            except BaseException:
                self._raw.close()
                raise

    def add(self, table: str, values: Sequence[Any]) -> None:
        """Write one row; raises as the class does."""
        with guard(path=str(self._path)):
            self._raw.execute(self._insert[table], values)

    def finish(self) -> None:
        """Make everything durable and close; raises as the class does."""
        with guard(path=str(self._path)):
            try:
                self._raw.execute("COMMIT")
            finally:
                self._raw.close()

    def abandon(self) -> None:
        """Close; what is in the file counts for nothing."""
        self._raw.close()

    def _make(self, table: PlainTable) -> None:
        lines = [
            f"{quoted(one.name)} {one.kind}" + (" PRIMARY KEY NOT NULL" if place == 0 else "")
            for place, one in enumerate(table.columns)
        ]
        lines += [
            f"FOREIGN KEY ({quoted(one.name)}) REFERENCES {quoted(one.points_at)}"
            for one in table.columns
            if one.points_at
        ]
        self._raw.execute(f"CREATE TABLE {quoted(table.name)} ({', '.join(lines)})")
        for one in table.columns:
            if one.points_at:
                name = quoted(f"{table.name}_by_{one.name}")
                place = f"{quoted(table.name)} ({quoted(one.name)})"
                self._raw.execute(f"CREATE INDEX {name} ON {place}")
        marks = ", ".join("?" * len(table.columns))
        self._insert[table.name] = f"INSERT INTO {quoted(table.name)} VALUES ({marks})"


def quoted(name: str) -> str:
    """A name as SQL takes it, whatever characters it has."""
    return '"' + name.replace('"', '""') + '"'
