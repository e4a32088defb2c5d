"""A hub's database for tests on a real PostgreSQL, and laptops that write real streams."""

import atexit
import datetime as dt
import itertools
import os
import shutil
import tempfile
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import psycopg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from psycopg import conninfo

from db.journal import chain, wire
from db.journal.ids import new_id
from db.journal.operation import Operation, encode
from hub import pull, push, schema
from hub.postgres import embedded
from hub.sql import hubs

NOW = dt.datetime(2026, 9, 16, 5, 52, 41, tzinfo=dt.UTC)
SCOPE = "3713"
_MADE = f"hub_{os.getpid()}"
_count = itertools.count(1)


@cache
def server():
    """The URL of a PostgreSQL that runs as long as this process.

    ``XUNJIAN_POSTGRES`` names another one, where its user may make databases; those made are dropped.
    """
    if given := os.environ.get("XUNJIAN_POSTGRES"):
        atexit.register(_drop, given)
        return _with_template(given)
    folder = Path(tempfile.mkdtemp(prefix="xunjian-pg-"))
    stack = ExitStack()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    atexit.register(stack.close)
    return _with_template(stack.enter_context(embedded(folder / "pg")))


def _with_template(url):
    """Make the database every other is copied from."""
    with psycopg.connect(url, autocommit=True) as db:
        db.execute(f"CREATE DATABASE {_MADE}_template")
    schema.upgrade(named(url, f"{_MADE}_template"))
    return url


def _drop(url):
    """Drop what was made on a server that goes on."""
    with psycopg.connect(url, autocommit=True) as db:
        made = db.execute(
            "SELECT datname FROM pg_database WHERE datname LIKE %s", (f"{_MADE}\\_%",)
        )
        for (name,) in made.fetchall():
            db.execute(f"DROP DATABASE {name} WITH (FORCE)")


def named(url, name):
    """The URL of another database of the same server."""
    return conninfo.make_conninfo(url, dbname=name)


def empty_database(template="template1"):
    """The URL of a new database with nothing in it."""
    name = f"{_MADE}_{next(_count)}"
    with psycopg.connect(server(), autocommit=True) as db:
        db.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    return named(server(), name)


def database():
    """The URL of a new database with the hub's schema and one scope."""
    url = empty_database(f"{_MADE}_template")
    with psycopg.connect(url) as db:
        hubs.set_up(db, new_id(), NOW)
        hubs.add_scope(db, SCOPE, None, "东原市市场监督管理局", NOW)
    return url


@contextmanager
def shut(url):
    """For a while a database takes no connection, and those there are end."""
    name = conninfo.conninfo_to_dict(url)["dbname"]
    with psycopg.connect(server(), autocommit=True) as db:
        db.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        db.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
        )
        yield
        db.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")


@dataclass
class Laptop:
    """A device that writes operations and signs its batches; it knows the heads it was told."""

    name: str
    scope: str = SCOPE
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    stream: str = field(default_factory=new_id)
    operations: list = field(default_factory=list)
    chained: list = field(default_factory=list)

    def __post_init__(self):
        self.chained.append(chain.root(self.stream))

    @property
    def caller(self):
        return push.Caller(
            self.scope, self.name, f"who-{self.name}", self.key.public_key().public_bytes_raw()
        )

    def write(
        self, rec_type, rec_id, fields, *, kind="put", end=True, hlc=None, scope=None, txn=""
    ):
        """Append an operation; ``fields`` are name → (value, superseded dots). Returns its dot."""
        seq = len(self.operations) + 1
        operation = Operation(
            1,
            scope or self.scope,
            self.stream,
            seq,
            self.chained[-1],
            kind,
            rec_type,
            rec_id,
            txn,
            end,
            hlc or seq << 16,
            1_789_537_961_000,
            480,
            "boot",
            seq,
            f"who-{self.name}",
            2,
            "1.0",
            fields,
        )
        data = encode(operation)
        self.operations.append(data)
        self.chained.append(chain.link(self.chained[-1], chain.digest(data)))
        return operation.dot

    def batch(self, first=1, last=None):
        """The signed batch of a stretch of the stream."""
        last = last or len(self.operations)
        end = self.chained[last]
        signature = self.key.sign(wire.claim(self.stream, last, end))
        return wire.Batch(
            self.stream, first, tuple(self.operations[first - 1 : last]), end, signature
        )


def feed(db, scope=SCOPE):
    """Every operation of a feed, pulled page by page and proved on the way."""
    place = pull.Place(0, wire.feed_root(scope))
    found = []
    while True:
        page = pull.pull(db, ("hub", 1), scope, place)
        for placed in page.placed:
            assert placed.at == place.seq + 1
            hashes = [chain.digest(data) for data in placed.batch.operations]
            place = pull.Place(place.seq + len(hashes), wire.feed_after(place.hash, hashes))
            assert place.hash == placed.feed
            found += placed.batch.operations
        if not page.placed:
            assert place.seq == page.head
            return found
