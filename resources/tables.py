"""Reading the CSV tables a bureau may correct, with errors that name row and column.

A table is UTF-8 CSV with one header row. Rows are counted as an editor shows lines: the header is
row 1.
"""

import csv
import datetime as dt
import io
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Generic, TypeVar

T = TypeVar("T")
HERE = Path(__file__).parent
# A correction table is small; anything larger is the wrong file.
LARGEST_TABLE = 20_000_000


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One thing wrong in a table; ``row`` is 0 where the whole file is meant.

    ``code`` is one of ``missing-column unknown-column too-many-cells empty duplicate-key date
    number choice workday-not-weekend incomplete-year not-utf8 unreadable too-large``.
    """

    file: str
    row: int
    column: str
    code: str
    value: str = ""


class TableError(ValueError):
    """A table cannot be used; ``problems`` lists what is wrong, and nothing of it was taken over."""

    def __init__(self, problems: Iterable[RowProblem]) -> None:
        """Keep the problems in the order of the rows."""
        self.problems = tuple(problems)
        super().__init__(self.problems)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: cells by column name, and where it stood.

    The typed getters raise TableError with the one problem they met.
    """

    file: str
    number: int
    cells: Mapping[str, str]

    def problem(self, column: str, code: str) -> RowProblem:
        """Say what is wrong with one cell of this row."""
        return RowProblem(self.file, self.number, column, code, self.cells.get(column, ""))

    def text(self, column: str) -> str:
        """Read a cell as it stands."""
        return self.cells[column]

    def parts(self, column: str, separator: str = ";") -> tuple[str, ...]:
        """Read a cell that holds a list."""
        return tuple(part.strip() for part in self.cells[column].split(separator) if part.strip())

    def date(self, column: str) -> dt.date | None:
        """Read a date written 2026-09-16; an empty cell is None."""
        text = self.cells[column]
        try:
            return dt.date.fromisoformat(text) if text else None
        except ValueError as error:
            raise TableError([self.problem(column, "date")]) from error

    def whole(self, column: str) -> int | None:
        """Read a whole number; an empty cell is None."""
        text = self.cells[column]
        if text and not (text.isascii() and text.isdigit()):
            raise TableError([self.problem(column, "number")])
        return int(text) if text else None

    def signed(self, column: str) -> int | None:
        """Read a whole number with or without a minus; an empty cell is None."""
        digits = self.cells[column].removeprefix("-")
        if self.cells[column] and not (digits.isascii() and digits.isdigit()):
            raise TableError([self.problem(column, "number")])
        return int(self.cells[column]) if self.cells[column] else None

    def decimal(self, column: str) -> Decimal | None:
        """Read a number above zero with or without decimals; an empty cell is None."""
        text = self.cells[column]
        if not text:
            return None
        try:
            value = Decimal(text)
        except InvalidOperation as error:
            raise TableError([self.problem(column, "number")]) from error
        if not value.is_finite() or value < 0:
            raise TableError([self.problem(column, "number")])
        return value

    def choice(self, column: str, known: Mapping[str, T]) -> T:
        """Read a cell that must be one of the words in ``known`` and give what it stands for."""
        if self.cells[column] not in known:
            raise TableError([self.problem(column, "choice")])
        return known[self.cells[column]]


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """What a table must look like, and how a row of it becomes an object.

    ``path`` is below ``resources``; a bureau's file has the same last name.
    ``columns`` must be there, ``optional`` may, ``required`` must be filled, and ``key`` columns
    together name a row.
    """

    path: str
    columns: tuple[str, ...]
    required: tuple[str, ...]
    key: tuple[str, ...]
    make: Callable[[Row], T]
    optional: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """The file's own name."""
        return self.path.rpartition("/")[2]


def load(table: Table[T], corrections: Path | None = None) -> tuple[T, ...]:
    """Read a bundled table with a bureau's rows put in the place of those with the same key.

    Raises:
        TableError: the bureau's table is not usable (the bundled one always is).
    """
    return _made(table, standing(table, corrections))


def standing(table: Table[T], corrections: Path | None = None) -> tuple[Row, ...]:
    """Read the rows of a bundled table as ``load`` makes objects of them.

    Raises:
        TableError: as ``load``.
    """
    rows = read(table, HERE / table.path)
    own = corrections / table.file if corrections else None
    if own and own.exists():
        rows = _merged(table, rows, read(table, own))
    return rows


def install(table: Table[T], source: Path, corrections: Path) -> tuple[T, ...]:
    """Check a table and add its rows to a bureau's corrections; give the objects of ``source``.

    The corrections file is replaced in one step, so a power cut leaves the old or the new one.

    Raises:
        TableError: something in ``source`` is wrong; nothing was changed.
        OSError: the folder cannot be written.
    """
    rows = read(table, source)
    made = _made(table, rows)
    target = corrections / table.file
    if target.exists():
        rows = _merged(table, read(table, target), rows)
    corrections.mkdir(parents=True, exist_ok=True)
    replace(target, written(table, rows))
    return made


def objects(table: Table[T], path: Path) -> tuple[T, ...]:
    """Read a file of the table's kind and give its objects.

    Raises:
        TableError: something in it is wrong.
    """
    return _made(table, read(table, path))


def head(path: Path) -> tuple[str, ...]:
    """Read the names of a file's columns.

    Raises:
        TableError: the file cannot be read.
    """
    return head_of(path.name, _text(path))


def head_of(name: str, text: str) -> tuple[str, ...]:
    """Give the names of a table's columns.

    Raises:
        TableError: the first row is none.
    """
    try:
        return tuple(cell.strip() for cell in next(csv.reader(io.StringIO(text)), []))
    except csv.Error as error:
        raise TableError([RowProblem(name, 1, "", "unreadable", str(error))]) from error


def parsed(table: Table[T], name: str, text: str) -> tuple[T, ...]:
    """Give the objects of a table's text; problems name the file ``name``.

    Raises:
        TableError: something in it is wrong.
    """
    return _made(table, rows_of(table, name, text))


def decoded(name: str, raw: bytes) -> str:
    """Give the text of a table's bytes; a spreadsheet's byte-order mark in front is left out.

    Raises:
        TableError: it is no UTF-8, or has a sign no table can have.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise TableError([RowProblem(name, line, "", "not-utf8")]) from error
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise TableError([RowProblem(name, line, "", "not-utf8")])
    return text


def likest(columns: Iterable[str], known: Mapping[str, Table[Any]]) -> str | None:
    """Give the name of the table that has most of the columns; None where none has half of its own."""
    there = frozenset(columns)
    share = {
        name: len(there.intersection(table.columns)) / len(table.columns)
        for name, table in known.items()
    }
    best = max(share, key=lambda name: share[name])
    return best if share[best] >= 0.5 else None


def read(table: Table[T], path: Path) -> tuple[Row, ...]:
    """Read the rows of a file that must have the table's columns and required cells.

    Cells are stripped of spaces around them; wholly empty lines are passed over.

    Raises:
        TableError: the file cannot be read or rows are malformed (all of them are listed).
    """
    return rows_of(table, path.name, _text(path))


def rows_of(table: Table[T], name: str, text: str) -> tuple[Row, ...]:
    """Read the rows of a table's text, as ``read`` those of a file called ``name``.

    Raises:
        TableError: as ``read``, and where a cell is longer than any cell of a table.
    """
    try:
        return _rows(table, name, text)
    except csv.Error as error:
        raise TableError([RowProblem(name, 0, "", "unreadable", str(error))]) from error


def _rows(table: Table[T], name: str, text: str) -> tuple[Row, ...]:
    reader = csv.reader(io.StringIO(text, newline=""))
    header = [column.strip() for column in next(reader, [])]
    _check_header(table, name, header)
    blank = dict.fromkeys(table.optional, "")
    rows: list[Row] = []
    problems: list[RowProblem] = []
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        # A short line has empty cells at its end; a long one has lost its quotation marks.
        padded = [cell.strip() for cell in cells] + [""] * (len(header) - len(cells))
        row = Row(name, reader.line_num, blank | dict(zip(header, padded, strict=False)))
        if len(cells) > len(header):
            problems.append(row.problem(header[-1], "too-many-cells"))
        problems += [row.problem(one, "empty") for one in table.required if not row.cells[one]]
        rows.append(row)
    _by_key(table, rows, problems)
    if problems:
        raise TableError(problems)
    return tuple(rows)


def _check_header(table: Table[T], file: str, header: Sequence[str]) -> None:
    known = {*table.columns, *table.optional}
    problems = [
        *(
            RowProblem(file, 1, name, "missing-column")
            for name in table.columns
            if name not in header
        ),
        *(RowProblem(file, 1, name, "unknown-column") for name in header if name not in known),
    ]
    if problems:
        raise TableError(problems)


def _made(table: Table[T], rows: Iterable[Row]) -> tuple[T, ...]:
    made: list[T] = []
    problems: list[RowProblem] = []
    for row in rows:
        try:
            made.append(table.make(row))
        except TableError as error:
            problems += error.problems
    if problems:
        raise TableError(problems)
    return tuple(made)


def _merged(table: Table[T], rows: Sequence[Row], corrections: Sequence[Row]) -> tuple[Row, ...]:
    ours = _by_key(table, rows, [])
    ours.update(_by_key(table, corrections, []))
    return tuple(ours.values())


def _by_key(
    table: Table[T], rows: Sequence[Row], problems: list[RowProblem]
) -> dict[tuple[str, ...], Row]:
    """Index rows by their key; a key that comes twice is added to ``problems``."""
    found: dict[tuple[str, ...], Row] = {}
    for row in rows:
        name = tuple(row.cells[column] for column in table.key)
        if name in found:
            problems.append(
                RowProblem(row.file, row.number, table.key[0], "duplicate-key", " ".join(name))
            )
        found[name] = row
    return found


def _text(path: Path) -> str:
    """Read a table whole; spreadsheets like to put a byte-order mark in front."""
    try:
        size = path.stat().st_size
        if size > LARGEST_TABLE:
            raise TableError([RowProblem(path.name, 0, "", "too-large", str(size))])
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise TableError([RowProblem(path.name, line, "", "not-utf8")]) from error
    except OSError as error:
        problem = RowProblem(path.name, 0, "", "unreadable", error.strerror or "")
        raise TableError([problem]) from error


def written(table: Table[T], rows: Iterable[Row]) -> str:
    """Give rows as the text of a table."""
    columns = (*table.columns, *table.optional)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row.cells[column] for column in columns] for row in rows)
    return out.getvalue()


def replace(target: Path, text: str) -> None:
    """Write beside the target, make it durable, then take its place."""
    beside = target.with_suffix(".new")
    with beside.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(target)
