"""What every module of statements stands on."""

import contextlib
import struct
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeAlias

import psycopg

Db: TypeAlias = psycopg.Connection[tuple[Any, ...]]

_COPY = "COPY {} FROM STDIN (FORMAT BINARY)"
_SIGNATURE = b"PGCOPY\n\xff\r\n\0" + bytes(8)
_TRAILER = b"\xff\xff"
_NULL = b"\xff\xff\xff\xff"
_length = struct.Struct(">i").pack
_whole = struct.Struct(">iq").pack
_fields = struct.Struct(">h").pack


def first(db: Db, query: str, values: Sequence[Any] = ()) -> Any:
    """Return the only row of a statement, or None."""
    return db.execute(query, values).fetchone()


Rows: TypeAlias = Iterable[Sequence[str | bytes | int | None]]


def copy(db: Db, into: str, rows: Rows) -> None:
    """Enter rows of text, bytes and int8 columns by one binary COPY; ``into`` is table (columns).

    Formatted here and handed over in one piece: by rows psycopg wakes the server each 32 kB.
    """
    data = _formatted(rows)
    with db.cursor().copy(_COPY.format(into)) as sending:
        sending.write(data)


@contextlib.contextmanager
def copying(db: Db, into: str, rows: Rows) -> Iterator[None]:
    """Do the same while the caller goes on, who leaves the connection alone meanwhile."""
    data = _formatted(rows)
    with (
        db.cursor().copy(_COPY.format(into)) as sending,
        ThreadPoolExecutor(1) as beside,
    ):
        entered = beside.submit(sending.write, data)
        yield
        entered.result()


def _formatted(rows: Rows) -> bytes:
    parts = [_SIGNATURE]
    texts: dict[str, bytes] = {}  # the scope, the stream and the kinds stand in every row
    add = parts.append
    for row in rows:
        add(_fields(len(row)))
        for value in row:
            if type(value) is int:
                add(_whole(8, value))
            elif type(value) is bytes:
                add(_length(len(value)))
                add(value)
            elif type(value) is str:
                cell = texts.get(value)
                if cell is None:
                    data = value.encode()
                    cell = texts[value] = _length(len(data)) + data
                add(cell)
            elif value is None:
                add(_NULL)
            else:
                raise TypeError(type(value))
    parts.append(_TRAILER)
    return b"".join(parts)
