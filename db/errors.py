"""The two kinds of database error: the machine's (told to the inspector) and ours (reported).

A ``MachineError`` carries a code and facts; the sentence for people is made in ``app/``.
The border between the two kinds is SQLite's primary result code (sqlite.org/rescode.html).
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

CODES = frozenset(
    {
        "disk-full",  # nothing more can be written; facts may hold ``needed`` bytes
        "read-only",  # the folder or file may not be written
        "locked",  # another program, or a second copy of this one, holds the store
        "corrupt",  # bytes on the disk are not what was written
        "newer-store",  # made by a later version; facts: ``names`` of the unknown changes
        "older-store",  # a reader found it not upgraded yet; facts: ``names`` of what is missing
        "no-copy",  # neither second journal nor backup nor the damaged store gives anything
        "wrong-key",  # the folder is a store, the key is another's
        "not-a-store",  # the folder holds no store, or a file that is none of ours
        "old-sqlite",  # facts: ``found``, ``needed``
        "missing-folder",  # the folder is gone, or a file stands in its place
        "too-large",  # facts: ``size``, ``limit`` in bytes
        "unreadable-file",  # a file cannot be read to its end
    }
)

_PRIMARY = {
    3: "read-only",  # SQLITE_PERM
    5: "locked",  # SQLITE_BUSY
    6: "locked",  # SQLITE_LOCKED
    8: "read-only",  # SQLITE_READONLY
    10: "unreadable-file",  # SQLITE_IOERR
    11: "corrupt",  # SQLITE_CORRUPT
    13: "disk-full",  # SQLITE_FULL
    14: "unreadable-file",  # SQLITE_CANTOPEN
    23: "read-only",  # SQLITE_AUTH
    26: "corrupt",  # SQLITE_NOTADB: the key is checked before, so the bytes are wrong
}

_ERRNO = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EROFS: "read-only",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.ENOENT: "missing-folder",
    errno.ENOTDIR: "missing-folder",
    errno.EEXIST: "missing-folder",
}


class MachineError(Exception):
    """The machine cannot do it: the disk, the folder, the key, the file.

    ``code`` is one of ``CODES``; ``facts`` are the values a sentence about it needs.
    """

    def __init__(self, code: str, **facts: object) -> None:
        shown = ", ".join(f"{name}={value}" for name, value in facts.items())
        super().__init__(f"{code} ({shown})" if shown else code)
        self.code = code
        self.facts = facts


class BugError(Exception):
    """We made a mistake: wrong SQL, a broken rule of ours. Goes into the crash report."""


def translated(error: BaseException, **facts: object) -> Exception | None:
    """Return the ``MachineError`` or ``BugError`` for a low-level error, or None if it is neither."""
    if isinstance(error, OSError):
        code = _ERRNO.get(error.errno or 0, "unreadable-file")
        return MachineError(code, **{"detail": str(error), **facts})
    if not type(error).__module__.startswith("sqlcipher3"):
        return None
    number = getattr(error, "sqlite_errorcode", None)
    code = _PRIMARY.get(number & 0xFF, "") if isinstance(number, int) else ""
    if code:
        return MachineError(code, **{"detail": str(error), **facts})
    return BugError(f"{type(error).__name__}: {error}")


@contextmanager
def guard(**facts: object) -> Iterator[None]:
    """Turn errors of SQLite and of the operating system into ours.

    ``facts`` are added to a ``MachineError``. Anything else passes unchanged.

    Raises:
        MachineError: the environment's fault, see ``CODES``.
        BugError: a statement or a rule of ours was wrong.
    """
    try:
        yield
    except (MachineError, BugError):
        raise
    except Exception as error:
        found = translated(error, **facts)
        if found is None:
            raise
        raise found from error
