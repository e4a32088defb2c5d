"""A damaged store, asked for what it can still give: each answer proves itself or is none."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from db import backup, engine
from db.errors import BugError, MachineError, guard
from db.handle import Identity, Reader
from db.journal import chain
from db.journal.operation import BadOperation, Operation, decode
from db.store import streams


class Wreck:
    """What a damaged store still tells; it is empty where there is none."""

    def __init__(self, reader: Reader | None) -> None:
        self._reader = reader
        self.identities: tuple[Identity, ...] = ()
        if reader is not None:
            with suppress(MachineError, BugError):
                found = reader.rows("SELECT stream, device, scope, incarnation FROM stream")
                self.identities = tuple(Identity(*row) for row in found)

    def operation(self, stream: str, seq: int) -> tuple[Operation, bytes] | None:
        """Return an operation whose page, hash and name are right, with its bytes."""
        if self._reader is None or stream not in {one.stream for one in self.identities}:
            return None
        with suppress(MachineError, BugError, BadOperation):
            n = streams.number(streams.id_of(self._reader, stream), seq)
            found = self._reader.row("SELECT hash, bytes FROM op WHERE n = ?", (n,))
            if found is not None and chain.digest(found[1]) == found[0]:
                operation = decode(found[1])
                if operation.dot == (stream, seq):
                    return operation, found[1]
        return None


@contextmanager
def of(folder: Path, key: bytes) -> Iterator[Wreck]:
    """Open a copy of the database of a folder, so that the looking changes nothing of it.

    Raises:
        MachineError: there is no room for the copy.
    """
    with ExitStack() as open_things:
        yield Wreck(_reader(folder, key, open_things))


def _reader(folder: Path, key: bytes, open_things: ExitStack) -> Reader | None:
    with guard(folder=str(folder)):
        (folder / backup.FOLDER).mkdir(exist_ok=True)
        room = tempfile.TemporaryDirectory(prefix="audit-", dir=folder / backup.FOLDER)
        place = Path(open_things.enter_context(room))
    try:
        for name in ("store.db", "store.db-wal"):
            if (folder / name).exists():
                with guard(folder=str(folder)):
                    shutil.copyfile(folder / name, place / name)
        if not (place / "store.db").exists():
            return None
        db = engine.connect_plain(place / "store.db", key)
    except MachineError as error:
        if error.code in {"disk-full", "read-only"}:
            raise
        return None
    open_things.callback(db.close)
    return Reader(db, place, key)
