"""How the last rounds with the hub went; kept on this machine, so that a new start knows it."""

import datetime as dt
from dataclasses import asdict, dataclass, replace

from app.services.changes import Result, touched
from db.connection import Reader, Store
from db.journal.clock import from_text, to_text
from db.store import settings

KEY = "hub-contact"


@dataclass(frozen=True, slots=True)
class Contact:
    """``at`` is the last round that came to its end, ``ahead_ms`` how far this clock was ahead.

    ``problem`` is the code of what stopped the last round, "" when nothing did; ``since`` the
    first of the rounds that have been stopped one after the other, ``failures`` how many.
    ``newer`` is the version the hub asks for where this program is older, ``witness`` the word of
    ``witnessing.hold`` where the hub did not keep its own.
    """

    at: dt.datetime | None = None
    ahead_ms: int = 0
    problem: str = ""
    since: dt.datetime | None = None
    failures: int = 0
    newer: str = ""
    witness: str = ""


def last(reader: Reader) -> Contact:
    """Return how the last rounds went; nothing before the first."""
    kept = settings.get_local(reader, KEY, {})
    times = {name: from_text(kept[name]) for name in ("at", "since") if kept.get(name)}
    return Contact(**(kept | {"at": None, "since": None} | times))


def note_stopped(store: Store, now: dt.datetime, problem: str) -> Result[Contact]:
    """Write down what stopped a round."""
    before = last(store)
    since = before.since if before.failures else now
    return keep(store, replace(before, problem=problem, since=since, failures=before.failures + 1))


def keep(store: Store, met: Contact) -> Result[Contact]:
    """Write down how a round went."""
    told = asdict(met)
    for name in ("at", "since"):
        told[name] = None if told[name] is None else to_text(told[name])
    settings.put_local(store, KEY, told)
    return Result(met, touched("sync"))
