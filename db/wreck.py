"""Damaged databases, asked for what they can still give: each answer proves itself or is none.

After one page that fails its check SQLCipher answers nothing more on a connection, so the
connection is opened anew after every refusal.
"""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from db import backup, engine
from db.errors import BugError, MachineError, guard
from db.handle import Identity, Reader
from db.journal import chain
from db.journal.operation import BadOperation, Operation, decode
from db.store import streams
from db.store.tables import TABLES

Found = tuple[Operation, bytes]
Held = tuple[str, int, str, str]
"""(Stream, number, why, since when) of an operation that is held."""

_WAL = "store.db-wal"
_ROWS = 64
"""So many streams are looked for where their table is lost."""


class Wreck:
    """What one damaged database still tells.

    ``own`` is the store's own database; ``identities`` are its streams.
    """

    def __init__(self, path: Path, key: bytes, *, still: bool, own: bool = False) -> None:
        self.own = own
        self._place = (path, key, still)
        self._reader: Reader | None = None
        self._rows: dict[str, int] = {}
        self._tops: dict[str, int] = {}
        found = self.ask("SELECT stream, device, scope, incarnation, id FROM stream ORDER BY id")
        self.identities = tuple(Identity(*row[:4]) for row in found or ())
        self._rows = {row[0]: row[4] for row in found or ()} if found else self._guessed()

    @property
    def names(self) -> tuple[str, ...]:
        """The streams it has operations of, as far as it tells."""
        return tuple(self._rows)

    def ask(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]] | None:
        """Return the rows of a statement, or None where the pages do not answer."""
        try:
            if self._reader is None:
                path, key, still = self._place
                self._reader = Reader(
                    engine.connect_plain(path, key, still=still), path.parent, key
                )
            return self._reader.rows(sql, values)
        except (MachineError, BugError):
            self.close()
            return None

    def close(self) -> None:
        """Close the connection; the next question opens another."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def operation(self, stream: str, seq: int) -> Found | None:
        """Return an operation whose page, hash and name are right, with its bytes."""
        row = self._rows.get(stream)
        if row is None:
            return None
        found = self.ask("SELECT hash, bytes FROM op WHERE n = ?", (streams.number(row, seq),))
        if not found or chain.digest(found[0][1]) != found[0][0]:
            return None
        with suppress(BadOperation):
            operation = decode(found[0][1])
            if operation.dot == (stream, seq):
                return operation, found[0][1]
        return None

    def numbers(self, stream: str, upto: int) -> list[int] | None:
        """Return the numbers of a stream's operations up to one; None where pages do not answer."""
        row = self._rows.get(stream)
        if row is None:
            return []
        reach = (streams.number(row, 0), streams.number(row, upto))
        found = self.ask("SELECT seq FROM op WHERE n BETWEEN ? AND ? ORDER BY n", reach)
        return None if found is None else [seq for (seq,) in found]

    def held(self) -> list[Held] | None:
        """Return what is held of others' operations; None where pages do not answer."""
        found = self.ask(
            "SELECT stream, n & ?, reason, held.at FROM held"
            " JOIN stream ON stream.id = n >> ? ORDER BY n",
            (streams.LAST, streams.SHIFT),
        )
        return None if found is None else [(*row,) for row in found]

    def top(self, stream: str) -> int:
        """Return the highest number of a stream that anything in here knows of; 0 for none."""
        if stream not in self._tops:
            row = self._rows.get(stream)
            self._tops[stream] = 0 if row is None else self._top(row)
        return self._tops[stream]

    def _top(self, row: int) -> int:
        """Ask the journal for its end, and its index and the tables it made, which outlive it."""
        reach = (streams.number(row, 0), streams.number(row, streams.LAST))
        end = self.ask("SELECT n FROM op WHERE n BETWEEN ? AND ? ORDER BY n DESC LIMIT 1", reach)
        known: list[int] = [0, *(n & streams.LAST for (n,) in end or ())]
        if end is not None and not self.own:
            return max(known)
        for sql in (
            "SELECT MAX(n) FROM op INDEXED BY op_by_record WHERE kind <> 'answer' AND n BETWEEN ? AND ?",
            "SELECT MAX(n) FROM answer WHERE n BETWEEN ? AND ?",
        ):
            known += [n & streams.LAST for (n,) in self.ask(sql, reach) or () if n]
        known += [n & streams.LAST for n in self._dots() if n >> streams.SHIFT == row]
        return max(known) if end is not None else max(*known, self._edge(row))

    def _edge(self, row: int) -> int:
        """The first number of the lost end of the journal: after it no page answers."""
        low, high = 0, streams.LAST
        while high - low > 1:
            middle = (low + high) // 2
            if self.ask("SELECT 1 FROM op WHERE n = ?", (streams.number(row, middle),)) is None:
                high = middle
            else:
                low = middle
        return 0 if high == streams.LAST else high

    def _dots(self) -> Iterator[int]:
        for table in TABLES.values():
            for (dots,) in self.ask(f"SELECT dots FROM {table.name}") or ():
                with suppress(ValueError):
                    yield from json.loads(dots).values()

    def _guessed(self) -> dict[str, int]:
        """The rows of the streams by what their operations say, where their table is lost."""
        found: dict[str, int] = {}
        for row in range(1, _ROWS):
            for seq in range(1, _ROWS):
                answer = self.ask("SELECT bytes FROM op WHERE n = ?", (streams.number(row, seq),))
                if not answer:
                    continue
                with suppress(BadOperation):
                    found[decode(answer[0][0]).stream] = row
                    break
            else:
                break
        return found


@contextmanager
def of(folder: Path, key: bytes) -> Iterator[tuple[Wreck, ...]]:
    """Give every damaged or replaced database of a folder, the store's own first.

    One with a write-ahead log is copied, so that the looking changes nothing of it.

    Raises:
        MachineError: there is no room for the copy.
    """
    with guard(folder=str(folder)):
        (folder / backup.FOLDER).mkdir(exist_ok=True)
        room = tempfile.TemporaryDirectory(prefix="audit-", dir=folder / backup.FOLDER)
    with room as name:
        found: list[Wreck] = []
        try:
            for number, path in enumerate(_left(folder)):
                own = path == folder / "store.db"
                one = _opened(path, Path(name) / str(number), key, own=own)
                if one is not None:
                    found.append(one)
            yield tuple(found)
        finally:
            for one in found:
                one.close()


def tells(path: Path, key: bytes) -> bool:
    """Whether a database that lies around has any operations, as far as it can be read."""
    one = _asked(path, key, still=True)
    if one is None:
        return False
    try:
        return any(one.top(stream) for stream in one.names)
    finally:
        one.close()


def _left(folder: Path) -> list[Path]:
    """The store's database, what an interrupted restore built, what was replaced, the copies."""
    found = [
        folder / "store.db",
        *sorted(folder.glob("store.db.*.tmp"), reverse=True),
        *sorted((folder / backup.FOLDER).glob("replaced-*/store.db"), reverse=True),
        *(kept.path for kept in backup.listing(folder)),
    ]
    return [path for path in found if path.is_file()]


def _opened(path: Path, room: Path, key: bytes, *, own: bool) -> Wreck | None:
    """A wreck that can be asked; None for one that cannot be read at all."""
    log = path.with_name(f"{path.name}-wal")
    still = not log.is_file()
    try:
        if not still:
            with guard(path=str(path)):
                room.mkdir()
                shutil.copyfile(path, room / "store.db")
            with suppress(OSError):
                shutil.copyfile(log, room / _WAL)
            path = room / "store.db"
        return _asked(path, key, still=still, own=own)
    except MachineError as error:
        if error.code == "disk-full":
            raise
        return None


def _asked(path: Path, key: bytes, *, still: bool, own: bool = False) -> Wreck | None:
    one = Wreck(path, key, still=still, own=own)
    return one if one.names else None
