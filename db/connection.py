"""Opening a store the one right way: made, refused, upgraded, mended, then handed out.

A store is a folder: ``store.id`` (whose store it is), ``store.db`` (SQLCipher), ``journal/``
(the second journal), ``blobs/``, ``backups/``, ``ballast.bin`` and ``store.lock``.
"""

from pathlib import Path

from db import ballast, doors, engine
from db.doors import exists
from db.handle import Clock, Identity, Reader, Store, utc_now
from db.keys import new_key

__all__ = [
    "Identity",
    "Reader",
    "Store",
    "create_store",
    "exists",
    "new_key",
    "open_reader",
    "open_store",
]

CLIENT = "0.1.0"


def create_store(  # noqa: PLR0913 - each is a choice made once in a store's life
    folder: Path,
    key: bytes,
    *,
    scope: str = "local",
    device: str = "",
    ballast_bytes: int = ballast.BYTES,
    clock: Clock = utc_now,
    client: str = CLIENT,
) -> Store:
    """Make an empty store in a folder and open it.

    ``scope`` is the bureau's replication partition, ``device`` this laptop (made when empty).

    Raises:
        MachineError: ``read-only``, ``disk-full``, ``missing-folder`` (a file stands there).
        BugError: a store is there already, or the key is not 32 bytes.
    """
    from db import opening  # what only a writer needs loads with the first one

    opening.create(folder, key, (scope, device), ballast_bytes)
    return opening.open_writer(folder, key, clock, client)


def open_store(folder: Path, key: bytes, *, clock: Clock = utc_now, client: str = CLIENT) -> Store:
    """Open the store for writing; only one at a time, in one process.

    Upgrades it first (a verified copy is kept in ``backups/``), mends what an interruption left,
    and says so in ``Store.recovered``.

    Raises:
        MachineError: ``missing-folder``, ``not-a-store``, ``wrong-key``, ``newer-store``,
            ``locked``, ``corrupt``, ``read-only``, ``disk-full``, ``old-sqlite``.
    """
    from db import opening  # what only a writer needs loads with the first one

    return opening.open_writer(folder, key, clock, client)


def open_reader(folder: Path, key: bytes) -> Reader:
    """Open the store for reading only; any number at a time, beside the one that writes.

    Raises:
        MachineError: as ``open_store``; ``older-store`` for one that a writer must upgrade first.
    """
    if (folder / doors.WAITING).is_file():
        from db import opening

        opening.settle(folder)
    doors.refuse_foreign(folder, key)
    db = doors.checked(engine.connect_plain, folder, key)
    try:
        with doors.guarded(folder):
            doors.refuse_older(db, folder)
            engine.set_up(db)
            db.execute("PRAGMA query_only = ON")
    except BaseException:
        db.close()
        raise
    return Reader(db, folder, key)
