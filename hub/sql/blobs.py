"""Files: which operations name, what has arrived of them, which are whole."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hub.sql.base import Db, first


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a file's bytes that a device sent."""

    start: int
    length: int
    sha256: bytes


def add_refs(db: Db, scope: str, refs: Iterable[tuple[bytes, str]]) -> None:
    """Enter that records name files: (hash, record); what stands already stays.

    The feed of the scope must be held, so that nobody enters the same at the same time.
    """
    wanted = sorted(set(refs))
    if not wanted:
        return
    names = [name for name, _record in wanted]
    standing = db.execute(
        "SELECT sha256, rec_id FROM blob_ref WHERE scope = %s AND sha256 = ANY(%s)", (scope, names)
    )
    known = {(bytes(name), record) for name, record in standing}
    with db.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO blob_ref (scope, sha256, rec_id) VALUES (%s, %s, %s)",
            [(scope, *ref) for ref in wanted if ref not in known],
        )


def is_named(db: Db, scope: str, name: bytes) -> bool:
    """Tell whether an operation of the scope names a file."""
    query = "SELECT 1 FROM blob_ref WHERE scope = %s AND sha256 = %s LIMIT 1"
    return first(db, query, (scope, name)) is not None


def whole(db: Db, scope: str, names: Sequence[bytes]) -> dict[bytes, int]:
    """Return the sizes of those of the files that are here whole."""
    found = db.execute(
        "SELECT sha256, size FROM blob WHERE scope = %s AND sha256 = ANY(%s)", (scope, list(names))
    )
    return {bytes(name): size for name, size in found}


def add_whole(db: Db, scope: str, name: bytes, size: int, now: dt.datetime) -> None:
    """Enter a file that is here whole."""
    db.execute(
        "INSERT INTO blob (scope, sha256, size, received) VALUES (%s, %s, %s, %s)",
        (scope, name, size, now),
    )


def parts(db: Db, scope: str, device: str, names: Sequence[bytes]) -> dict[bytes, list[Part]]:
    """Return what a device has sent of the files so far, in the order of the bytes."""
    found = db.execute(
        "SELECT sha256, start, len, part_hash FROM blob_part"
        " WHERE scope = %s AND device = %s AND sha256 = ANY(%s) ORDER BY start",
        (scope, device, list(names)),
    )
    told: dict[bytes, list[Part]] = {}
    for name, start, length, part_hash in found:
        told.setdefault(bytes(name), []).append(Part(start, length, bytes(part_hash)))
    return told


def add_part(db: Db, scope: str, device: str, row: tuple[bytes, Part], now: dt.datetime) -> None:
    """Enter a part of a file that arrived."""
    name, part = row
    db.execute(
        "INSERT INTO blob_part (scope, sha256, device, start, len, part_hash, received)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s)",
        (scope, name, device, part.start, part.length, part.sha256, now),
    )


def drop_parts(db: Db, scope: str, device: str, name: bytes) -> None:
    """Forget what a device has sent of a file."""
    db.execute(
        "DELETE FROM blob_part WHERE scope = %s AND sha256 = %s AND device = %s",
        (scope, name, device),
    )
