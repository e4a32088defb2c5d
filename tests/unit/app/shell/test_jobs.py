"""The jobs: order, failures, the way home, and a close that loses nothing."""

from __future__ import annotations

import sys
import threading
import time
from dataclasses import dataclass, field
from functools import partial

import pytest
from PySide6.QtCore import QObject, Signal, Slot

from app.shell.jobs import Jobs


class Sentence(Exception):  # noqa: N818  # stands for the machine's errors
    """An error the program has words for."""


@dataclass(frozen=True)
class Changes:
    kinds: frozenset[str] = frozenset({"record"})
    ids: frozenset[str] = frozenset({"r1"})


@dataclass
class Notebook:
    """A store of the plainest kind that notes on which thread it was used."""

    lines: list[str] = field(default_factory=list)
    threads: set[str] = field(default_factory=set)
    flushed: threading.Event = field(default_factory=threading.Event)
    closed: bool = False

    def add(self, line: str) -> str:
        self.threads.add(threading.current_thread().name)
        self.lines.append(line)
        return line

    def flush_journal(self) -> None:
        self.threads.add(threading.current_thread().name)
        self.flushed.set()

    def close(self) -> None:
        self.closed = True


class Screen(QObject):
    """A receiver like any widget."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []

    @Slot(object)
    def take(self, result: object) -> None:
        self.got.append(result)


@pytest.fixture
def notebook():
    return Notebook()


@pytest.fixture
def jobs(qapp, notebook):
    made = Jobs(lambda: notebook, expected=(Sentence,), report=lambda error: None)
    yield made
    assert made.close(5)


def add(store: Notebook, line: str) -> str:
    return store.add(line)


def wait_then_add(store: Notebook, line: str, gate: threading.Event) -> str:
    assert gate.wait(5)
    return store.add(line)


def test_writes_happen_in_the_order_they_were_asked_for_on_one_thread(jobs, notebook):
    """The journal numbers operations contiguously; two writers would break it."""
    asked = [f"line {n}" for n in range(300)]
    screen = Screen()
    for line in asked:
        jobs.write(partial(add, line=line), done=screen.take)
    assert jobs.flush()
    assert asked == notebook.lines == screen.got
    assert {"database_0"} == notebook.threads


def test_results_come_home_on_the_gui_thread(jobs, qtbot):
    """Widgets may be touched by the GUI thread only."""
    seen: list[tuple[str, bool]] = []

    def note(where: str) -> None:
        seen.append((where, threading.current_thread() is threading.main_thread()))

    jobs.background(lambda: threading.current_thread().name, done=note)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [("io_0", True)]


def test_a_write_tells_what_changed_and_who_asked(jobs, qtbot):
    """The one who asked skips its own echo; the others refresh."""
    screen, seen = Screen(), []
    jobs.changed.connect(seen.append)
    jobs.write(lambda store: Changes(), initiator=screen)
    jobs.write(lambda store: None)
    assert jobs.flush()
    ((changes, initiator),) = seen
    assert (Changes(), True) == (changes, initiator is screen)


def test_an_expected_error_reaches_the_job_that_failed_and_nobody_else(jobs):
    """The screen has the words for it; the main window should not repeat them."""
    failures, seen = [], []
    jobs.failed.connect(seen.append)

    def refuse(store: Notebook) -> None:
        raise Sentence("disk-full")

    jobs.write(refuse, failed=failures.append)
    jobs.write(partial(add, line="after"))
    assert jobs.flush()
    assert ([str(error) for error in failures], seen) == (["disk-full"], [])


def test_an_expected_error_nobody_asked_for_is_still_told(jobs):
    """Never swallowed."""
    seen = []
    jobs.failed.connect(seen.append)

    def refuse(store: Notebook) -> None:
        raise Sentence("read-only")

    jobs.write(refuse)
    assert jobs.flush()
    assert [str(error) for error in seen] == ["read-only"]


def test_an_unforeseen_error_is_reported_signalled_and_told(qapp, notebook):
    """A mistake of ours goes to the crash log and the screen still leaves its busy state."""
    reported, seen, told = [], [], []
    jobs = Jobs(lambda: notebook, expected=(Sentence,), report=reported.append)
    jobs.failed.connect(seen.append)
    jobs.background(lambda: 1 // 0, failed=told.append)
    assert jobs.close(5)
    assert [ZeroDivisionError] * 3 == [type(error) for error in (*reported, *seen, *told)]


def test_a_store_that_cannot_be_opened_says_so_and_may_be_tried_again(qapp, notebook):
    """A locked store is free again when the other program has closed."""
    answers = [Sentence("locked"), notebook]

    def make() -> Notebook:
        answer = answers.pop(0)
        if isinstance(answer, Sentence):
            raise answer
        return answer

    jobs = Jobs(make, expected=(Sentence,))
    with pytest.raises(Sentence, match="locked"):
        jobs.open()
    jobs.open()
    assert jobs.close(5)
    assert notebook.closed


def test_the_result_for_a_closed_screen_is_dropped(jobs, qtbot):
    """A page may be left while its write is still under way."""
    gate, screen = threading.Event(), Screen()
    got = screen.got
    jobs.write(partial(wait_then_add, line="x", gate=gate), done=partial(screen.take))
    with qtbot.waitSignal(screen.destroyed):
        screen.deleteLater()
    gate.set()
    assert jobs.flush()
    assert got == []


def test_a_callback_that_fails_does_not_lose_the_others(jobs, monkeypatch):
    """One bad screen must not leave all the others waiting."""
    seen, caught = [], []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: caught.append(kind))

    def stumble(result: object) -> None:
        raise KeyError(result)

    jobs.write(partial(add, line="a"), done=stumble)
    jobs.write(partial(add, line="b"), done=seen.append)
    assert jobs.flush()
    assert ([KeyError], ["b"]) == (caught, seen)


def test_closing_finishes_everything_even_what_a_result_asks_for(qapp, notebook):
    """Paper drawn on an io thread is stored by a write its callback asks for."""
    jobs = Jobs(lambda: notebook)

    def keep(paper: str) -> None:
        jobs.write(partial(add, line=paper))

    jobs.background(lambda: time.sleep(0.05) or "paper", done=keep)
    jobs.write(partial(add, line="answer"))
    assert jobs.close(5)
    assert (
        notebook.lines,
        notebook.flushed.is_set(),
        notebook.closed,
    ) == (["answer", "paper"], True, True)
    with pytest.raises(RuntimeError):
        jobs.write(partial(add, line="too late"))


def test_a_close_that_cannot_wait_longer_says_so(qapp, notebook):
    """A printer that hangs must not keep the window open for ever."""
    gate = threading.Event()
    jobs = Jobs(lambda: notebook)
    jobs.background(gate.wait)
    assert not jobs.close(0.05)
    gate.set()


def test_the_second_journal_is_flushed_soon_after_a_write(qapp, notebook):
    """A kill loses at most a second of the second copy."""
    jobs = Jobs(lambda: notebook, flush_seconds=0.01)
    jobs.write(partial(add, line="x"))
    assert notebook.flushed.wait(5)
    assert jobs.close(5)
    assert {"database_0"} == notebook.threads


def test_quiet_time_is_used_until_nothing_is_left_to_do(qapp, notebook):
    """The full-text index of drafts is brought up to date between answers."""
    left, finished = [3, 2, 1], threading.Event()

    def refresh(store: Notebook) -> bool:
        left.pop()
        if not left:
            finished.set()
        return bool(left)

    jobs = Jobs(lambda: notebook, idle=refresh, idle_seconds=0.01)
    jobs.write(partial(add, line="x"))
    assert finished.wait(5)
    assert jobs.close(5)


class Canary(QObject):
    """Counts what four threads emit."""

    sung = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.sung.connect(self._count)

    @Slot(object)
    def _count(self, truth: object) -> None:
        self.count += truth is True


def test_the_binding_survives_five_thousand_emits_from_threads(qapp, qtbot):
    """PySide6 6.12.0 lost a reference to True on every emit and aborted after a while."""
    canary, before = Canary(), sys.getrefcount(True)  # the thing counted

    def sing() -> None:
        for _ in range(1250):
            canary.sung.emit(True)

    threads = [threading.Thread(target=sing) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    qtbot.waitUntil(lambda: canary.count == 5000, timeout=20_000)
    if sys.version_info < (3, 12):
        assert abs(sys.getrefcount(True) - before) < 500  # the thing counted


def test_five_thousand_results_come_home_from_the_io_threads(jobs, qtbot):
    """Nothing is lost on the way home, however many arrive at once."""
    got: list[int] = []
    for number in range(5000):
        jobs.background(partial(int, number), done=got.append)
    qtbot.waitUntil(lambda: len(got) == 5000, timeout=20_000)
    assert sorted(got) == list(range(5000))


def test_an_io_thread_waits_for_its_write_and_everyone_hears_of_it(jobs, notebook, qtbot):
    """A round with the hub needs to know that a page is in before it asks for the next."""
    heard: list[object] = []
    got: list[object] = []
    jobs.changed.connect(heard.append)

    def write(store: Notebook) -> Changes:
        store.add("page")
        return Changes()

    jobs.background(lambda: jobs.write_and_wait(write, initiator=jobs), done=got.append)
    qtbot.waitUntil(lambda: bool(got), timeout=5_000)
    assert notebook.lines == ["page"]
    assert notebook.threads == {"database_0"}
    assert [tuple(one) for one in heard] == [(Changes(), jobs)]


def test_a_write_from_an_io_thread_after_closing_is_refused_and_opens_nothing(qapp, notebook):
    """The store is closed; a late answer of the network must not open it again."""
    made = Jobs(lambda: notebook, report=lambda error: None)
    made.write(partial(add, line="one"))
    assert made.close(5)
    with pytest.raises(RuntimeError):
        made.write_and_wait(partial(add, line="late"))
    assert notebook.lines == ["one"]
