"""A whole round with the hub, from opening a reader to writing down how it went."""

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from app.services import contact, enrolling, handed_in, leasing, syncing
from app.services.changes import Result, touched
from app.services.contact import Contact
from app.services.context import DeviceSeal
from app.services.enrolling import Enrolment
from app.services.transport import Address, Link, LinkError, fingerprint
from db import anchor
from db.connection import Reader, Store
from db.errors import MachineError
from db.journal.wire import BadBody
from db.store import streams
from db.store.arrivals import Broken

Told = Callable[[str, int, int], None]
CLIENT = "0.1.0"


class Tether:
    """Holds the line of a round that is under way, so that another thread can end it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._link: Link | None = None
        self.why = ""

    def hold(self, link: Link) -> None:
        """Hold the line; it is cut at once when that was asked for before."""
        with self._lock:
            self._link = link
            if self.why:
                link.cut()

    def cut(self, why: str) -> None:
        """End the round: ``cancelled`` by a person, ``stalled`` without progress, ``closing``."""
        with self._lock:
            self.why = self.why or why
            if self._link is not None:
                self._link.cut()


@dataclass(frozen=True, slots=True)
class Standing:
    """What a round stands on.

    ``write`` does work on the thread that writes and waits for it; ``told`` hears of progress.
    """

    open_reader: Callable[[], Reader]
    write: Callable[[Callable[[Store], Any]], Any]
    seal: DeviceSeal
    now: Callable[[], dt.datetime]
    anchored: Path
    told: Told
    tether: Tether


@dataclass(frozen=True, slots=True)
class Ended:
    """How a round ended: ``problem`` is a code, "" when it did all; ``wait`` is asked for.

    ``done`` is what it did, None when it was stopped or there is no hub to ask.
    """

    problem: str = ""
    wait: int = 0
    done: syncing.Done | None = None
    contact: Contact | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """Where the hub is, the code the bureau gave, and what this laptop is called."""

    address: Address
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Joined:
    """The hub this laptop belongs to from now on, or the code of what was wrong.

    ``shown`` is the fingerprint of a certificate that nobody vouches for: a person may compare it
    with the one the bureau gave.
    """

    enrolment: Enrolment | None
    problem: str = ""
    shown: str = ""


def go(one: Standing) -> Ended:
    """Do a round and write down how it went; without a hub nothing is done.

    Raises:
        MachineError: this machine's disk or store; what went in before stays.
    """
    reader = one.open_reader()
    try:
        enrolment = enrolling.standing(reader)
        if enrolment is None:
            return Ended()
        return _go(one, reader, enrolment)
    finally:
        reader.close()


def _go(one: Standing, reader: Reader, enrolment: Enrolment) -> Ended:
    try:
        done = _ask(one, reader, enrolment)
    except LinkError as error:
        why = error.facts.get("why")  # the hub itself answered, and what it sent fits nowhere
        problem = one.tether.why or (f"broken-{why}" if why else error.code)
        wait = int(error.facts.get("retry_after", 0))
    except (Broken, BadBody) as error:
        problem, wait = f"broken-{error.code}", 0
    except MachineError:
        one.write(partial(contact.note_stopped, now=one.now(), problem="machine"))
        raise
    else:
        newer = done.least if older(CLIENT, done.least) else ""
        met = Contact(one.now(), done.ahead_ms, newer=newer, witness=done.witness)
        kept = one.write(partial(contact.note_done, met=met))
        return Ended("", 0, done, kept.value)
    if problem == "closing":
        return Ended(problem)
    kept = one.write(partial(contact.note_stopped, now=one.now(), problem=problem))
    return Ended(problem, wait, None, kept.value)


def older(version: str, least: str) -> bool:
    """Tell whether a version is older than another; what is no version is older than nothing."""
    try:
        ours, theirs = (tuple(map(int, text.split("."))) for text in (version, least))
    except ValueError:
        return False
    return ours < theirs


def _ask(one: Standing, reader: Reader, enrolment: Enrolment) -> syncing.Done:
    who = enrolling.credentials(reader, enrolment, one.seal)
    link = Link(enrolment.address, who, CLIENT)
    one.tether.hold(link)
    try:
        now_ms = int(one.now().timestamp() * 1000)
        whole = syncing.Round(link, reader, one.write, who, now_ms, one.told)
        done = syncing.run(whole)
        if anchor.problem(reader, anchor.read(one.anchored)):
            return done  # a store that was set back gets its numbers from a person, not by itself
        one.told("numbers", 0, 0)
        leased = leasing.run(link, reader, one.write, one.now())
        handed_in.fetch(link, reader)
        noted: Result[int] = one.write(partial(handed_in.take, now=one.now()))
        if leased or noted.value:
            again = syncing.run(whole)  # what numbers and reports have written
            done = replace(done, sent=done.sent + again.sent, taken=done.taken + again.taken)
        return done
    finally:
        link.close()


def enrol(
    open_reader: Callable[[], Reader],
    write: Callable[[Callable[[Store], Any]], Any],
    seal: DeviceSeal,
    asking: Asking,
) -> Joined:
    """Make this laptop known to a hub and keep which it is; says what was wrong instead.

    Raises:
        MachineError: this machine's disk or store.
    """
    reader = open_reader()
    try:
        device = streams.device(reader)
    finally:
        reader.close()
    try:
        made = enrolling.ask(asking.address, asking.code, asking.label, seal, device)
    except LinkError as error:
        return Joined(None, error.code, _shown(asking.address, error.code))
    write(partial(_keep, made))
    return Joined(made)


def _shown(address: Address, problem: str) -> str:
    if problem != "untrusted" or address.pin:
        return ""
    try:
        return fingerprint(address.url)
    except LinkError:
        return ""


def _keep(made: Enrolment, store: Store) -> Result[None]:
    enrolling.keep(store, made)
    return Result(None, touched("sync"))
