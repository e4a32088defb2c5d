"""The phase of files by itself, on a line and at a pace of the test's own."""

import contextlib
import random

import pytest

from app.services import enrolling, fetching_files, sending_files, syncing
from app.services.sending_files import Pace, Sending
from app.services.transport import Address, Link, LinkError
from db import blobs
from db.journal import files
from db.rows import Attachment
from db.store import nouns


def photo(laptop, size, seed=1, mime="image/jpeg"):
    """Keep random bytes as a photo; returns their name."""
    data = random.Random(seed).randbytes(size)
    name = blobs.put(laptop.store.folder, laptop.store.key, data, files.MOST_FILE)
    nouns.save(
        laptop.store,
        Attachment(f"a{name[:8]}", "enterprise", "e", name, "门.jpg", mime, size),
    )
    return name


class Phase:
    """The phase of files alone, on a line of its own, at a pace for tests."""

    def __init__(self, laptop, address, pin=""):
        self.laptop = laptop
        who = enrolling.credentials(laptop.reader, enrolling.standing(laptop.reader), laptop.seal)
        self.link = Link(Address(address, pin), who)
        self.pace = Pace(target=0.05, pause=0.001)
        self.stopped = lambda: False
        self.until = float("inf")
        self.seen = []

    def send(self):
        return sending_files.send(
            Sending(
                self.link,
                self.laptop.reader,
                lambda work: work(self.laptop.store),
                1,
                lambda done, of: self.seen.append((done, of)),
                self.stopped,
                self.until,
                self.pace,
            )
        )

    def fetch(self, name, size):
        place = (self.laptop.store.folder, self.laptop.store.key)
        fetching_files.fetch(self.link, place, name, size, pace=self.pace)


@contextlib.contextmanager
def phases():
    """Yield what makes phases; their lines are closed at the end."""
    made = []

    def make(*told):
        made.append(Phase(*told))
        return made[-1]

    try:
        yield make
    finally:
        for phase in made:
            phase.link.close()


def pushed(laptop, *address):
    """Let the operations arrive, and no file: somebody stops the round there."""
    who = enrolling.credentials(laptop.reader, enrolling.standing(laptop.reader), laptop.seal)
    at = Address(*(address or (laptop.address,)))
    with contextlib.closing(Link(at, who)) as link:
        one = syncing.Round(
            link, laptop.reader, lambda work: work(laptop.store), who, 0, stopped=lambda: True
        )
        with pytest.raises(LinkError, match="stopped"):
            syncing.run(one)


def original(laptop, name):
    return blobs.get(laptop.store.folder, laptop.store.key, name)
