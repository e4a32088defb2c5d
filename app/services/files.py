"""Kept bytes of photos, signatures and pages, by their hash."""

from db import blobs
from db.connection import Reader, Store


def keep(store: Store, data: bytes, limit: int = blobs.LIMIT) -> str:
    """Keep bytes and return their SHA-256 as hex; they are durable before this returns.

    Raises:
        MachineError: ``too-large``, ``disk-full``, ``read-only``.
    """
    return blobs.put(store.folder, store.key, data, limit)


def kept(reader: Reader, sha256: str) -> bytes:
    """The very bytes that were kept.

    Raises:
        MachineError: ``unreadable-file`` if they are gone, ``corrupt`` if they changed.
    """
    return blobs.get(reader.folder, reader.key, sha256)
