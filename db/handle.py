"""The open store: a ``Reader`` reads, a ``Store`` also writes, one transaction at a time.

The type checker keeps writing off the GUI thread: it is given a ``Reader``, and only the
database thread owns the ``Store``.
"""

import datetime as dt
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from db.errors import BugError, guard, translated
from db.journal.ids import new_id
from db.rows import Recovered

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.plain import Connection
    from db.spool import Spool

MOST_VALUES = 1800
"""So many values are bound to one statement."""

Clock = Callable[[], dt.datetime]
Values = Sequence[Any] | Mapping[str, Any]
"""What is bound to a statement: by place, or by name where one value stands twice."""


def utc_now() -> dt.datetime:
    """Return the present moment, aware, in UTC."""
    return dt.datetime.now(dt.UTC)


def _boot_id() -> str:
    path = Path("/proc/sys/kernel/random/boot_id")
    return path.read_text().strip() if path.exists() else new_id()


BOOT = _boot_id()
"""This start of the machine, or of the program where the machine does not tell."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who writes: the stream (scope, device, incarnation) and the person signed in."""

    stream: str
    device: str
    scope: str
    incarnation: int
    user: str = ""


class Reader:
    """A store that can only be read. Every statement sees the newest commit."""

    def __init__(self, db: "Connection", folder: Path, key: bytes) -> None:
        self.db: Connection = db
        self.folder = folder
        self.key = key
        self.stream_names: dict[int, str] = {}
        self.stream_rows: dict[str, int] = {}

    def rows(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a statement.

        Raises:
            MachineError: the file cannot be read.
            BugError: the statement is wrong.
        """
        try:
            found: list[tuple[Any, ...]] = self.db.execute(sql, values).fetchall()
        except Exception as error:
            self._raise(error)
            raise
        return found

    def row(self, sql: str, values: Values = ()) -> tuple[Any, ...] | None:
        """Return the first row of a statement or None; raises as ``rows`` does."""
        try:
            found: tuple[Any, ...] | None = self.db.execute(sql, values).fetchone()
        except Exception as error:
            self._raise(error)
            raise
        return found

    def value(self, sql: str, values: Values = ()) -> Any:
        """Return the first column of the first row, or None; raises as ``rows`` does."""
        found = self.row(sql, values)
        return None if found is None else found[0]

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let the reads inside see one and the same state, whatever is committed meanwhile."""
        with guard(folder=str(self.folder)), self.db.atomic():
            yield

    def close(self) -> None:
        """Close the connection; closing twice is harmless."""
        self.db.close()

    def _raise(self, error: Exception) -> None:
        found = translated(error, folder=str(self.folder))
        if found is not None:
            raise found from error


class Store(Reader):
    """The one writer.

    ``recovered`` says what opening found, ``clock`` is the wall clock. ``tip`` remembers the end of
    the stream (seq, chain, hlc) between transactions; None means it must be read.
    """

    def __init__(
        self, db: "Database", place: tuple[Path, bytes], identity: Identity, clock: Clock
    ) -> None:
        super().__init__(db, *place)
        self.db: Database = db
        self.identity = identity
        self.clock = clock
        self.client = ""
        self.schema = 0
        self.recovered = Recovered()
        self.txn = ""
        self.tip: tuple[int, bytes, int] | None = None
        self.before_close: list[Callable[[Store], None]] = []
        self._spool: Spool | None = None
        self._held: list[tuple[int, bytes]] = []
        self._doomed = False
        self._locks: list[Callable[[], None]] = []
        self._closed = False

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return bool(self.txn)

    def sign_in(self, user: str) -> None:
        """Name the person (a ``Person`` id) whose operations follow; empty for nobody."""
        self.identity = replace(self.identity, user=user)

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Execute one writing statement inside a transaction and return its last rowid.

        Raises:
            MachineError: the disk is full, the file read-only, locked or damaged.
            BugError: the statement breaks a rule of the schema.
        """
        try:
            return self.db.execute(sql, values).lastrowid or 0
        except Exception as error:
            self._raise(error)
            raise

    def run_many(self, sql: str, values: Iterable[Sequence[Any]]) -> None:
        """Execute one writing statement for many rows of values; raises as ``run`` does."""
        try:
            self.db.conn.executemany(sql, values)
        except Exception as error:
            self._raise(error)
            raise

    def insert_many(self, into: str, rows: Iterable[Sequence[Any]]) -> None:
        """Enter rows, as many as fit at a time; ``into`` is the table (columns); raises as ``run``.

        Between two steps of a statement the interpreter lets other threads go first, for as long as
        a thousand rows take: so a step is many rows.
        """
        columns = into.count(",") + 1
        one, most = f"({', '.join('?' * columns)})", MOST_VALUES // columns
        rest = iter(rows)
        while some := tuple(islice(rest, most)):
            if set(map(len, some)) != {columns}:
                raise BugError(f"a row of {into} has another length")
            if len(some) < most:
                self.run_many(f"INSERT INTO {into} VALUES {one}", some)
            else:
                values = tuple(chain.from_iterable(some))
                self.run(f"INSERT INTO {into} VALUES {', '.join((one,) * most)}", values)

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Make the writes inside one transaction: all of them or none.

        Inside another one it is a savepoint. The outermost commits with an fsync and then hands
        the operations to the second journal.

        Raises:
            MachineError: it could not be committed; nothing has changed.
        """
        if self.txn:
            with self._savepoint():
                yield
            return
        self._run("BEGIN IMMEDIATE")
        self.txn = new_id()
        try:
            yield
            self._commit()
        except BaseException:
            self._held.clear()
            self._forget()
            self.db.rollback()
            raise
        finally:
            self.txn = ""
            self._doomed = False
        if self._held and self._spool is not None:
            self._spool.write(self._held)
            self._held = []

    @contextmanager
    def unheld(self) -> Iterator[None]:
        """Let the operations inside not go to the second journal: they come from there."""
        yield
        self._held.clear()

    def hold(self, seq: int, data: bytes) -> None:
        """Keep an operation of this transaction for the second journal."""
        self._held.append((seq, data))

    @property
    def held(self) -> int:
        """How many operations this transaction has."""
        return len(self._held)

    def hold_again(self, seq: int, data: bytes) -> None:
        """Replace the last operation kept by ``hold``."""
        self._held[-1] = (seq, data)

    def doom(self) -> None:
        """Refuse to commit this transaction, or what it did since its last savepoint."""
        self._doomed = self.in_transaction

    def flush_journal(self) -> None:
        """Make the second journal durable.

        Raises:
            MachineError: it cannot be written; the store itself is safe.
        """
        if self._spool is not None:
            self._spool.flush()

    def adopt(self, identity: Identity, spool: "Spool | None") -> "tuple[Identity, Spool | None]":
        """Go on under another identity, with its own second journal; returns those of before."""
        before = self.identity, self._spool
        self.identity, self._spool = identity, spool
        self.tip = None
        return before

    def at_close(self, release: Callable[[], None]) -> None:
        """Run ``release`` after the connection is closed."""
        self._locks.append(release)

    @override
    def close(self) -> None:
        """Flush the second journal, note the clean end, close; closing twice is harmless."""
        if self._closed:
            return
        self._closed = True
        try:
            for last_act in self.before_close:
                last_act(self)
            if self._spool is not None:
                self._spool.close()
        finally:
            super().close()
            for release in self._locks:
                release()

    def _commit(self) -> None:
        if self._doomed:
            raise BugError("a transaction that lost a write was to be committed")
        self._run("COMMIT")

    def _run(self, sql: str) -> None:
        try:
            self.db.execute(sql)
        except Exception as error:
            self._raise(error)
            raise

    @contextmanager
    def _savepoint(self) -> Iterator[None]:
        held, doomed = list(self._held), self._doomed
        try:
            with guard(folder=str(self.folder)), self.db.atomic():
                yield
        except BaseException:
            self._held, self._doomed = held, doomed
            self._forget()
            raise

    def _forget(self) -> None:
        """Know nothing more of what is taken back: a stream entered meanwhile has no row again."""
        self.tip = None
        self.stream_rows.clear()
        self.stream_names.clear()


def monotonic_ms() -> int:
    """Return milliseconds since this start of the machine, which no one can set."""
    return time.monotonic_ns() // 1_000_000
