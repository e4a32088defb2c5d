"""The one place where work leaves the GUI thread and where its results come back."""

from __future__ import annotations

import logging
import time
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from app.shell.home import Callback, Home, hand_over
from app.shell.later import Later
from app.shell.unswept import Unswept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

log = logging.getLogger(__name__)


class KeepsStore(Protocol):
    """What the jobs need of a store: to make its second journal durable, and to close."""

    def flush_journal(self) -> object:
        """Bring the second journal to the disk."""

    def close(self) -> object:
        """Finish and let go of the files."""


S = TypeVar("S", bound=KeepsStore)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Changed:
    """What a finished write changed, and who asked for it; unpacks as a pair."""

    changes: Any
    initiator: object | None

    def __iter__(self) -> Iterator[object]:
        """Yield the changes, then the initiator."""
        return iter((self.changes, self.initiator))


@dataclass(frozen=True, slots=True)
class _Errand:
    """Whom to tell how one job ended."""

    done: Callback | None = None
    failed: Callback | None = None
    initiator: object | None = None
    writes: bool = False


@dataclass(frozen=True, slots=True)
class _Outcome:
    """How one job ended."""

    errand: _Errand
    result: object = None
    error: BaseException | None = None


def changes_in(result: object) -> object | None:
    """Return the `Changes` a write handed back: the result itself, or its `.changes`."""
    if hasattr(result, "kinds") and hasattr(result, "ids"):
        return result
    return getattr(result, "changes", None)


def log_unexpected(error: BaseException) -> None:
    """Write an error nobody foresaw to the log, with its traceback."""
    log.error("a job failed in a way nobody foresaw", exc_info=error)


class Jobs(QObject, Generic[S]):
    """One database thread that owns the only store, up to three threads for the rest.

    Call everything here from the GUI thread, but `write_and_wait`, which is for the io
    threads; `done` and `failed` are called on the GUI thread too.
    A failure goes to `failed` of the job. Errors that are not of the `expected` kinds
    are also handed to `report` (the crash log) and sent as the `failed` signal, as are
    expected ones nobody asked for, so none is lost.

    Signals:
        changed: a `Changed(changes, initiator)` after a write that changed something.
        failed: the exception, see above.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(  # noqa: PLR0913  # every object the program hands to its one worker
        self,
        make_store: Callable[[], S],
        *,
        expected: tuple[type[Exception], ...] = (),
        changes_of: Callable[[object], object | None] = changes_in,
        report: Callable[[BaseException], object] = log_unexpected,
        idle: Callable[[S], object] | None = None,
        flush_seconds: float = 0.8,
        idle_seconds: float = 2.0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_store = make_store
        self._store: S | None = None  # touched on the database thread only
        self._expected = expected
        self._changes_of = changes_of
        self._report = report
        self._idle = idle
        self._home = Home(self)
        self._database = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")
        self._io = ThreadPoolExecutor(max_workers=3, thread_name_prefix="io")
        self._futures: set[Future[None]] = set()
        self._unswept = Unswept()
        self._closed = False
        self._shut_down = False  # touched on the database thread only
        self._flush_later = Later(flush_seconds, self._flush_unasked, from_last=False)
        self._idle_later = Later(idle_seconds, self._idle_unasked, from_last=True)

    def open(self) -> None:
        """Make the store now and wait for it; raise what making it raised."""
        self._database.submit(self._kept_store).result()

    def write(
        self,
        fn: Callable[[S], T],
        *,
        done: Callable[[T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        initiator: object | None = None,
    ) -> None:
        """Run `fn(store)` on the database thread, after every write asked for before."""
        errand = _Errand(done, failed, initiator, writes=True)
        self._start(self._database, partial(self._write, fn), errand)

    def write_and_wait(self, fn: Callable[[S], T], *, initiator: object | None = None) -> T:
        """Run `fn(store)` on the database thread and give back its result, to an io thread.

        It stands in the same line as every other write, and what it changed is told like theirs.

        Raises:
            RuntimeError: the jobs were closed meanwhile; nothing was written.
            Exception: what `fn` raised.
        """
        result = self._database.submit(self._write, fn).result()
        self._home.send(self._settle, _Outcome(_Errand(None, None, initiator, writes=True), result))
        return result

    def background(
        self,
        fn: Callable[[], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Run `fn()` on one of the io threads: paper, photos, printers, the network."""
        self._start(self._io, fn, _Errand(done, failed))

    def expects(self, error: BaseException) -> bool:
        """Say whether an error is one of those with a sentence for the inspector."""
        return isinstance(error, self._expected)

    @property
    def closed(self) -> bool:
        """Whether no more jobs are taken."""
        return self._closed

    def pending(self) -> int:
        """Count the jobs that have not come home yet."""
        return sum(not future.done() for future in self._futures)

    def flush(self, timeout: float = 10.0) -> bool:
        """Wait until every write asked for is on the disk and told; False when too slow."""
        future = self._database.submit(self._work, self._flush, _Errand())
        finished = wait((future,), timeout).not_done == set()
        self._home.deliver()
        return finished

    def close(self, timeout: float = 20.0) -> bool:
        """Finish every job, and those their callbacks ask for, then close the store.

        Returns False when something was still running after `timeout` seconds; the
        store then closes behind it, as the last thing its thread does.
        """
        if self._closed:
            return True
        deadline = time.monotonic() + timeout
        self._flush_later.stop()
        self._idle_later.stop()
        finished = self._drain(deadline)
        self._start(self._database, self._shut, _Errand())
        self._closed = True
        self._database.shutdown(wait=False)
        self._io.shutdown(wait=False)
        ended = self._drain(deadline) and finished
        self._unswept.end_all()
        return ended

    def _drain(self, deadline: float) -> bool:
        self._home.deliver()
        while open_ones := {future for future in self._futures if not future.done()}:
            left = deadline - time.monotonic()
            if left <= 0:
                return False
            wait(open_ones, left, return_when=FIRST_COMPLETED)
            self._home.deliver()
        self._home.deliver()
        return True

    def _start(self, pool: ThreadPoolExecutor, call: Callable[[], object], errand: _Errand) -> None:
        if self._closed:
            raise RuntimeError("a job was asked for after the jobs were closed")
        self._futures = {future for future in self._futures if not future.done()}
        self._unswept.begin()
        self._futures.add(pool.submit(self._work, call, errand))

    def _work(self, call: Callable[[], object], errand: _Errand) -> None:
        """Do one job on its own thread and send home how it ended."""
        try:
            outcome = _Outcome(errand, result=call())
        except BaseException as error:  # noqa: BLE001  # it goes home whatever it is
            outcome = _Outcome(errand, error=error)
        self._home.send(self._arrive, outcome)

    def _arrive(self, outcome: _Outcome) -> None:
        self._unswept.end()
        self._settle(outcome)

    def _settle(self, outcome: _Outcome) -> None:
        """Tell, on the GUI thread, everyone who should know how a job ended."""
        if outcome.error is not None:
            self._tell_failure(outcome.errand, outcome.error)
            return
        hand_over(outcome.errand.done, outcome.result)
        changes = self._changes_of(outcome.result) if outcome.errand.writes else None
        if changes:
            self.changed.emit(Changed(changes, outcome.errand.initiator))

    def _tell_failure(self, errand: _Errand, error: BaseException) -> None:
        expected = self.expects(error)
        if not expected:
            self._report(error)
        hand_over(errand.failed, error)
        if not expected or errand.failed is None:
            self.failed.emit(error)

    def _kept_store(self) -> S:
        if self._shut_down:
            raise RuntimeError("a write was asked for after the store was closed")
        if self._store is None:
            self._store = self._make_store()
        return self._store

    def _write(self, fn: Callable[[S], T]) -> T:
        try:
            return fn(self._kept_store())
        finally:
            self._flush_later.poke()
            self._idle_later.poke()

    def _flush(self) -> None:
        if self._store is not None:
            self._store.flush_journal()

    def _shut(self) -> None:
        self._shut_down = True
        store, self._store = self._store, None
        if store is not None:
            try:
                store.flush_journal()
            finally:
                store.close()

    def _refresh(self) -> None:
        if self._store is not None and self._idle is not None and self._idle(self._store):
            self._idle_later.poke()

    def _flush_unasked(self) -> None:
        self._database.submit(self._work, self._flush, _Errand())

    def _idle_unasked(self) -> None:
        if self._idle is not None:
            self._database.submit(self._work, self._refresh, _Errand())
