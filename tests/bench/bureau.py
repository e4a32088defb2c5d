"""A small seeded bureau in a folder of its own, for the groups that write."""

import datetime as dt
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.services import demo, settings
from app.services.context import Acting, DeviceSeal, Office, Who
from db.connection import Store, create_store

KEY = bytes(range(32))
NOW = dt.datetime(2026, 9, 16, 1, 30, tzinfo=dt.UTC)


@contextmanager
def bureau() -> Iterator[tuple[Store, Acting, Path]]:
    """Open a seeded store; yields it, the inspector who acts, and an empty folder beside it."""
    folder = Path(tempfile.mkdtemp(prefix="xunjian-bench-"))
    store = create_store(folder / "store", KEY, ballast_bytes=0)
    try:
        seal = DeviceSeal(KEY)
        demo.seed(store, Acting(Who("", "", ""), Office(), NOW, seal))
        who = settings.current(store)
        yield store, Acting(who, settings.read_office(store), NOW, seal), folder
    finally:
        store.close()
        shutil.rmtree(folder)
