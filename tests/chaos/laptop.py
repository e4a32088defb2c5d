"""A laptop as a process of its own: writes, does rounds, tells every step; may die at a named point.

``python -m tests.chaos.laptop FOLDER URL PIN NAME ROUNDS [POINT]``. A point is ``push.after:2``: the
process kills itself after the second push. It prints a JSON line for each enterprise it has written
and for each time the hub has all of them.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path

from app.services import enrolling, syncing
from app.services.context import DeviceSeal
from app.services.transport import Address, Link, LinkError
from db.connection import create_store, open_reader, open_store
from db.journal.ids import new_id
from db.rows import Enterprise
from db.store import arrivals, enterprises, streams
from tests.store_kit import KEY

CALLS = ("heads", "push", "pull", "write")
POINTS = (*(f"{call}.{when}" for call in CALLS for when in ("before", "after")), "write.inside")


class Dying:
    """Counts the times a point is passed, and dies at the one that was named."""

    def __init__(self, point):
        self._name, _colon, count = point.partition(":")
        self._left = int(count or 1)

    def __call__(self, name):
        if name == self._name:
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    def around(self, name, work):
        def done(*values, **more):
            self(f"{name}.before")
            found = work(*values, **more)
            self(f"{name}.after")
            return found

        return done

    def line(self, link):
        for name in ("heads", "push", "pull"):
            setattr(link, name, self.around(name, getattr(link, name)))
        return link

    def inside(self, store, work):
        """Do work in one transaction and die before it is committed."""

        def last(one):
            with one.atomic():
                found = work(one)
                self("write.inside")
                return found

        return self.around("write", last)(store)


PAUSE = 0.1
"""Seconds between two rounds: what is done to the server meets them, however quick the machine."""


def tell(**what):
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def enrol(folder, address, name, code):
    """Make a laptop and make it known, in this process."""
    store = create_store(folder, KEY, ballast_bytes=0)
    try:
        device = streams.device(store)
        enrolling.keep(store, enrolling.ask(address, code, name, seal_of(name), device))
    finally:
        store.close()


def seal_of(name):
    return DeviceSeal(name.encode().ljust(32))


def main(folder, address, name, rounds, point):
    store, reader = open_store(Path(folder), KEY), open_reader(Path(folder), KEY)
    who = enrolling.credentials(reader, enrolling.standing(reader), seal_of(name))
    dying = Dying(point)
    for turn in range(rounds):
        time.sleep(PAUSE if turn else 0)
        key = new_id()
        enterprises.save(store, Enterprise(key, f"{name} {key}"))
        tell(wrote=key)
        try:
            link = Link(address, who)
            try:
                syncing.run(
                    syncing.Round(
                        dying.line(link), reader, lambda work: dying.inside(store, work), who,
                        time.time_ns() // 1_000_000,
                    )
                )  # fmt: skip
            finally:
                link.close()
        except LinkError as error:
            tell(code=error.code)
            time.sleep(0.05)
        if not arrivals.waiting(reader):
            tell(acknowledged=key)
    reader.close()
    store.close()


if __name__ == "__main__":
    folder, url, pin, name, rounds, point = sys.argv[1:]
    main(folder, Address(url, pin), name, int(rounds), point)
