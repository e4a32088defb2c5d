"""How the last rounds with the hub went; kept on this machine, so that a new start knows it."""

import datetime as dt
from dataclasses import asdict, dataclass, replace

from app.services.changes import Result, touched
from db.connection import Reader, Store
from db.journal.clock import from_text, to_text
from db.store import settings, streams

KEY = "hub-contact"
SAID_FOR = dt.timedelta(days=1)
_TIMES = ("at", "since", "heard", "parted")


@dataclass(frozen=True, slots=True)
class Contact:
    """``at`` is the last round that came to its end, ``ahead_ms`` how far this clock was ahead.

    ``problem`` is the code of what stopped the last round, "" when nothing did; ``since`` the
    first of the rounds that have been stopped one after the other, ``failures`` how many.
    ``newer`` is the version the hub asks for where this program is older. ``witness`` is the word
    of ``witnessing.hold`` where the hub did not keep its own, ``heard`` when; it is said for a day.
    ``stream`` is what this device wrote after the last round; ``parted`` when it had become another
    one, because these data were set back or run on a second computer. That is said for a day too.
    """

    at: dt.datetime | None = None
    ahead_ms: int = 0
    problem: str = ""
    since: dt.datetime | None = None
    failures: int = 0
    newer: str = ""
    witness: str = ""
    heard: dt.datetime | None = None
    stream: str = ""
    parted: dt.datetime | None = None


def last(reader: Reader) -> Contact:
    """Return how the last rounds went; nothing before the first."""
    kept = settings.get_local(reader, KEY, {})
    times = {name: from_text(kept[name]) for name in _TIMES if kept.get(name)}
    return Contact(**(kept | dict.fromkeys(_TIMES) | times))


def note_done(store: Store, met: Contact) -> Result[Contact]:
    """Write down that a round came to its end (``at``), and what was wrong with the hub's word."""
    before = last(store)
    met = _streamed(store, before, met, met.at)
    heard = met.at if met.witness else before.heard
    if heard is None or met.at is None or met.at - heard >= SAID_FOR:
        return keep(store, replace(met, heard=None))
    return keep(store, replace(met, witness=met.witness or before.witness, heard=heard))


def note_stopped(store: Store, now: dt.datetime, problem: str) -> Result[Contact]:
    """Write down what stopped a round."""
    before = last(store)
    since = before.since if before.failures else now
    met = replace(before, problem=problem, since=since, failures=before.failures + 1)
    return keep(store, _streamed(store, before, met, now))


def _streamed(store: Store, before: Contact, met: Contact, now: dt.datetime | None) -> Contact:
    """The contact with what this device writes now, and whether that had to become another."""
    stream = streams.own(store)
    parted = before.parted if before.stream in {"", stream} else now
    over = parted is not None and now is not None and now - parted >= SAID_FOR
    return replace(met, stream=stream, parted=None if over else parted)


def keep(store: Store, met: Contact) -> Result[Contact]:
    """Write down how a round went."""
    told = asdict(met)
    for name in _TIMES:
        told[name] = None if told[name] is None else to_text(told[name])
    settings.put_local(store, KEY, told)
    return Result(met, touched("sync"))
