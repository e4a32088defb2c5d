"""The demonstration bureau, seeded once a moment for all parts of a test run.

Seeding takes seconds. ``tests.parts`` names a folder in ``XUNJIAN_SEEDED`` that its processes
share; a process alone keeps its own until it ends. Whoever asks gets a folder to copy from.
"""

import atexit
import datetime as dt
import os
import shutil
import tempfile
import time
from functools import cache
from pathlib import Path

import pytest

from app.services import demo
from app.services.context import Acting, DeviceSeal, Office, Who
from app.shell import vault
from app.shell.paths import Paths
from db.connection import create_store

KEY = bytes(range(32))
"""The key of the store and the seed of the device's key."""
START = dt.datetime(2026, 9, 16, 1, 30, tzinfo=dt.UTC)
"""Wednesday, half past nine in Linyi."""
_PATIENCE = 300  # seconds until another process is thought to have died while seeding


def paths_in(home: Path) -> Paths:
    """Where the program finds its things in a home folder of a test."""
    return Paths(home=home, config_dir=home / "config", logs=home / "logs")


@cache
def home(moment: dt.datetime = START) -> Path:
    """A home folder with its keys and the bureau as of a moment; not to be written to."""
    shared = os.environ.get("XUNJIAN_SEEDED")
    if shared is None:
        own = Path(tempfile.mkdtemp(prefix="xunjian-seeded-"))
        atexit.register(shutil.rmtree, own, ignore_errors=True)
        return make(own / "home", moment)
    made = Path(shared) / f"{moment:%m%dT%H%M%S}"
    try:
        made.with_suffix(".begun").mkdir(parents=True)
    except FileExistsError:
        return _awaited(made)
    try:
        return make(made.with_suffix(".half"), moment).rename(made)
    except BaseException:
        made.with_suffix(".failed").mkdir()
        raise


def _awaited(made: Path) -> Path:
    """What another process makes; no test waits for one that failed."""
    until = time.monotonic() + _PATIENCE
    while not made.exists():
        if made.with_suffix(".failed").exists():
            raise RuntimeError(f"seeding {made.name} failed: see the first test that asked for it")
        if time.monotonic() > until:
            made.with_suffix(".failed").mkdir(exist_ok=True)
        time.sleep(0.1)
    return made


def make(folder: Path, moment: dt.datetime = START) -> Path:
    """Seed a home folder of one's own; gives it back."""
    paths = paths_in(folder)
    paths.keys.mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vault.secrets, "token_bytes", lambda size: KEY[:size])
        vault.Vault(paths.keys, None).create()
    store = create_store(paths.store, KEY, ballast_bytes=0, clock=lambda: moment)
    try:
        demo.seed(store, Acting(Who("", "", ""), Office(), moment, DeviceSeal(KEY)))
    finally:
        store.close()
    return folder


def copy(source, target):
    """A seeded folder of one's own; its blobs are links, for nobody writes into one in its place."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("blobs"))
    for store in ("", "store"):
        blobs = Path(source, store, "blobs")
        if blobs.is_dir():
            _link(str(blobs), str(Path(target, store, "blobs")))


def _link(source, target):
    Path(target).mkdir()
    for one in os.scandir(source):
        if one.is_dir():
            _link(one.path, f"{target}/{one.name}")
            continue
        try:
            os.link(one.path, f"{target}/{one.name}")
        except OSError:  # the two lie on different disks
            shutil.copy(one.path, f"{target}/{one.name}")
