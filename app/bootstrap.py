"""Builds every object once and hands them to each other; the only file that sees everything."""

from __future__ import annotations

import gc
import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.screens.desk import Desk, Duty, Note
from app.screens.place import Place
from app.screens.sentences import sentence
from app.screens.sync_loop import SyncLoop
from app.services import settings
from app.services.context import DeviceSeal
from app.services.errors import Refused
from app.shell import clock, fonts, outside
from app.shell.config import Config
from app.shell.found_spooler import FoundSpooler
from app.shell.i18n import Languages
from app.shell.jobs import Jobs
from app.shell.printer import Printing
from app.shell.spooler import PrinterError
from app.shell.standing import when_standing
from app.shell.theme import Theme
from app.shell.vault import Keys, Vault, VaultError
from db.connection import create_store, exists, open_reader, open_store
from db.errors import BugError, MachineError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from app.main_window import MainWindow
    from app.services import records
    from app.services.context import Acting
    from app.shell.crash import CrashLog
    from app.shell.ending import Ending
    from app.shell.keyring_of_system import Ring
    from app.shell.paths import Paths
    from app.shell.spooler import Spooler
    from db.audit import Report
    from db.connection import Reader, Store

RESOURCES: Final = Path(__file__).resolve().parent.parent / "resources"
EXPECTED: Final = (MachineError, Refused, PrinterError)


@dataclass(slots=True)
class Program:
    """The running program: what the tests and the story need to get hold of."""

    app: QApplication
    window: MainWindow
    desk: Desk
    languages: Languages
    jobs: Jobs[Store]
    watch: clock.ClockWatch
    crash: CrashLog | None = None
    closed: bool = False

    def close(self) -> bool:
        """Hand over, finish every job, close the store; False when something still ran.

        A second call does nothing: the system's own end may have come before the window's.
        """
        if self.closed:
            return True
        self.closed = True
        self.window.retire()
        self.watch.stop()
        self.desk.sync.stop()
        self.desk.printing.stop()
        finished = self.jobs.close()
        self.desk.reader.close()
        outside.sweep(self.desk.paths.opened)
        self.languages.forget()
        return finished


def open_keys(paths: Paths, ring: Ring | None, passphrase: str | None = None) -> Keys:
    """The keys of this device, made at the first start.

    Raises:
        VaultError: see there; ``key-missing`` when a store is there and its keys are not.
    """
    vault = Vault(paths.keys, ring)
    if vault.exists():
        return vault.open(passphrase)
    if exists(paths.store):
        raise VaultError("key-missing")
    paths.keys.mkdir(mode=0o700, parents=True, exist_ok=True)
    return vault.create(passphrase)


def dress(app: QApplication, config: Config) -> tuple[Theme, Languages]:
    """Fonts, words and colours, before the first widget."""
    app.setApplicationName("xunjian")
    app.setQuitOnLastWindowClosed(True)
    fonts.register_fonts(RESOURCES / "fonts")
    languages = Languages(app, RESOURCES / "translations")
    languages.use(config.settings.language)
    theme = Theme(config.settings.theme)
    theme.apply(app)
    return theme, languages


def build(
    app: QApplication,
    paths: Paths,
    keys: Keys,
    crash: CrashLog | None = None,
    dressed: tuple[Theme, Languages] | None = None,
) -> Program:
    """Build the program on an open display; the window is not shown yet.

    Raises:
        MachineError: the store cannot be opened; nothing in it was changed.
    """
    from app.main_window import MainWindow

    config = Config(paths.config)
    theme, languages = dressed or dress(app, config)
    make_store = partial(_make_store, paths, keys)
    jobs: Jobs[Store] = Jobs(
        make_store,
        expected=EXPECTED,
        report=crash.record if crash is not None else _log_unforeseen,
        idle=_idle,
    )
    reader = _first_reader(paths, keys, jobs)
    outside.sweep(paths.opened)
    printing = Printing(jobs, FoundSpooler(_find_spooler))
    window = MainWindow(theme, config)
    duty = Duty(clock.now, DeviceSeal(keys.seed))
    desk = Desk(
        paths=paths,
        config=config,
        reader=reader,
        own_reader=partial(open_reader, paths.store, keys.store_key),
        jobs=jobs,
        printing=printing,
        theme=theme,
        duty=duty,
        languages=languages,
        sync=SyncLoop(window),
        go=window.go,
        back=window.back,
        say=window.say,
        tell=partial(_tell, window.say, partial(_make_room, paths, jobs)),
        act=window.act,
        audit=partial(_audit, paths, keys),
        vault=partial(_vault, paths),
        recovery_code=partial(_recovery_code, keys),
    )
    jobs.failed.connect(desk.tell)
    who = settings.current(reader)
    if who is not None:
        duty.take(settings.read_office(reader), who)
    watch = clock.ClockWatch()
    program = Program(app, window, desk, languages, jobs, watch, crash)
    _furnish(program)
    return program


def begin(program: Program) -> None:
    """Show the first screen; what need not stand on it is done when it stands."""
    first = settings.is_first_start(program.desk.reader)
    program.window.go(Place("start" if first else "today"))
    program.watch.start()
    when_standing(program.window, partial(_go_on, program, first))


def _go_on(program: Program, first: bool) -> None:  # noqa: FBT001 - the one fact it is told
    """Open the store for writing; tell what was recovered and what is doubtful about the place."""
    from app.screens import crash_dialog, start_notes
    from app.shell import disk

    gc.freeze()
    gc.enable()
    desk, window, crash = program.desk, program.window, program.crash
    if program.closed:
        return
    if crash is not None:
        crash.catch(partial(crash_dialog.show_report, desk.theme, window))
    desk.jobs.background(
        partial(disk.look_at, desk.paths.store), partial(start_notes.tell_disk, desk), desk.tell
    )
    if crash is not None and crash.previous is not None:
        crash_dialog.offer_previous(desk, window, crash.previous)
    desk.sync.wake()
    if not first:
        act = desk.duty.act()
        desk.jobs.write(partial(_take_up, act), done=partial(_tell_taken_up, desk))


def come_again(program: Program, _arguments: object = None) -> None:
    """Come to the front and say why no second window opened, when a second copy was started."""
    program.window.come_to_front()
    bold, body = sentence("second-copy", {})
    program.window.say(Note("accent", bold, body, id="second-copy"))


def watch_ending(program: Program) -> Ending:
    """End in good order when the desktop logs out or the system asks; keep the result alive."""
    from app.shell.ending import Ending

    ending = Ending(program.app)
    ending.asked.connect(partial(_end, program))
    return ending


def _end(program: Program, why: str) -> None:
    """Close the window; a session's end is answered before this returns."""
    program.window.close()
    if why == "session":
        program.close()
    program.app.quit()


def _furnish(program: Program) -> None:
    from app.screens import switchboard

    program.desk.sync.furnish(program.desk)
    program.desk.sync.look()
    program.window.furnish(program.desk, switchboard.SCREENS)
    switchboard.connect_frame(program.window, program.desk, program.watch)


@dataclass(frozen=True, slots=True)
class TakenUp:
    """What beginning found: drafts after a crash, and why the clock is not believed."""

    recovered: tuple[records.Recovered, ...]
    doubt: clock.Doubt | None


def _take_up(act: Acting, store: Store) -> TakenUp:
    """What the database thread does first: sign in, newer forms and tables, what a crash left."""
    from app.services import bureau_tables, devices, packages, records

    doubt = clock.doubt(clock.read_clocks(), store.recovered.last_operation)
    settings.sign_in(store, act.who.person_id)
    packages.refresh(store)
    bureau_tables.settle(store)
    if act.seal is not None:
        devices.enrol(store, act.seal, act.office.device)
    return TakenUp(records.recovered(store, store.recovered), doubt)


def _tell_taken_up(desk: Desk, found: TakenUp) -> None:
    from app.screens import start_notes

    start_notes.tell_recovered(desk, found.recovered)
    if found.doubt is not None:
        start_notes.tell_doubt(desk, found.doubt)


def _first_reader(paths: Paths, keys: Keys, jobs: Jobs[Store]) -> Reader:
    """The GUI thread's reader; a store that is new or from an earlier version is opened first."""
    if exists(paths.store):
        try:
            return open_reader(paths.store, keys.store_key)
        except MachineError as error:
            if error.code not in {"older-store", "newer-store"}:
                raise
    jobs.open()
    return open_reader(paths.store, keys.store_key)


def _find_spooler() -> Spooler | None:
    from app.services import pages
    from app.shell.printer import find_spooler

    return find_spooler(pages.page_image, pages.page_sizes)


def _recovery_code(keys: Keys) -> str:
    from app.shell.recovery import recovery_code

    return recovery_code(keys.store_key)


def _make_store(paths: Paths, keys: Keys) -> Store:
    if exists(paths.store):
        return open_store(paths.store, keys.store_key, clock=_now)
    wanted = os.environ.get("XUNJIAN_BALLAST", "")
    if wanted.isdigit():
        return create_store(paths.store, keys.store_key, clock=_now, ballast_bytes=int(wanted))
    return create_store(paths.store, keys.store_key, clock=_now)


def _now() -> dt.datetime:
    """The one clock of the program, looked up at each call."""
    return clock.now()


def _vault(paths: Paths) -> Vault:
    from app.shell.keyring_of_system import system_ring

    return Vault(paths.keys, system_ring())


def _idle(store: Store) -> bool:
    """What the database thread does when nothing is asked of it; True to be asked again."""
    from app.services import search

    return search.refresh(store) > 0


def _tell(say: Callable[[Note], None], make_room: Callable[[], None], error: BaseException) -> None:
    """Say any error as a sentence; a full disk gets its reserve back, so that typing goes on."""
    if isinstance(error, MachineError) and error.code == "disk-full":
        make_room()
    if isinstance(error, EXPECTED):
        bold, body = sentence(error.code, error.facts)
        refused = isinstance(error, Refused)
        tone = "warning" if refused else "danger"
        say(Note(tone, bold, body, id=error.code, here=refused))
    else:
        bold, body = sentence("unknown", {})
        say(Note("danger", bold, body, id="unknown"))


def _make_room(paths: Paths, jobs: Jobs[Store]) -> None:
    """Give the reserved space of the store back to the disk."""
    from db import ballast

    if jobs.closed:  # a disk that is full while closing: the space is given back at the next start
        ballast.drop(paths.store)
    else:
        jobs.background(partial(ballast.drop, paths.store))


def _audit(paths: Paths, keys: Keys) -> Report:
    from db import anchor
    from db.audit import audit

    public = DeviceSeal(keys.seed).public
    anchored = anchor.read(paths.anchor)
    return audit(paths.store, keys.store_key, public_key=public, anchored=anchored)


def _log_unforeseen(error: BaseException) -> None:
    """Log an unforeseen error where no crash file is kept (tests, the story)."""
    import logging

    logging.getLogger(__name__).error("unforeseen", exc_info=error)


__all__ = ["EXPECTED", "BugError", "Program", "begin", "build", "dress", "open_keys"]
