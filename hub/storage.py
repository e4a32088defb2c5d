"""Where the bytes of files lie: a folder, or an S3-compatible bucket, by URL."""

import contextlib
import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError, NotFoundError
from obstore.store import LocalStore, ObjectStore, from_url

_FULL = ("os error 28", "os error 122", "os error 27")
"""No space, no quota, a file too large: what a local disk says when nothing more goes in."""


class Full(Exception):  # noqa: N818 - it tells what happened
    """There is no room for more."""


class Gone(Exception):  # noqa: N818 - it tells what happened
    """Bytes that were kept are not there."""


class Away(Exception):  # noqa: N818 - it tells what happened
    """The storage does not answer; ask again later."""


class Storage:
    """Bytes under keys; a key is written once and never changed."""

    def __init__(self, url: str) -> None:
        self._folder: Path | None = None
        parts = urlsplit(url)
        if parts.scheme == "file":
            self._folder = Path(url2pathname(parts.path))
            self._store: ObjectStore = LocalStore(self._folder, mkdir=True, automatic_cleanup=True)
        else:
            self._store = from_url(url)

    def create(self, key: str, data: bytes) -> None:
        """Keep bytes under a key, durable on return; where the key is taken, what is there stays.

        Raises:
            Full: there is no room.
            Away: the storage does not answer.
        """
        try:
            obstore.put(self._store, key, data, mode="create", use_multipart=False)
        except AlreadyExistsError:
            return
        except (BaseError, OSError) as error:
            if any(sign in str(error) for sign in _FULL):
                raise Full from error
            raise Away from error
        if self._folder is not None:
            _make_durable(self._folder / key)

    def read(self, key: str, start: int, end: int) -> bytes:
        """Return a range of the bytes under a key.

        Raises:
            Gone: there are none.
            Away: the storage does not answer.
        """
        with _told():
            return bytes(obstore.get_range(self._store, key, start=start, end=end))

    def whole(self, key: str, most: int) -> bytes:
        """Return all the bytes under a key, none of more than ``most``; raises as ``read`` does."""
        with _told():
            found = obstore.get(self._store, key)
            return b"" if found.meta["size"] > most else bytes(found.bytes())

    def remove(self, keys: list[str]) -> None:
        """Let bytes go; what is not there, or cannot be removed now, harms nobody."""
        for key in keys:
            try:
                obstore.delete(self._store, key)
            except (BaseError, OSError):
                continue

    def under(self, prefix: str) -> dict[str, dt.datetime]:
        """Return the keys under a prefix, and when each was written.

        Raises:
            Away: the storage does not answer.
        """
        found: dict[str, dt.datetime] = {}
        with _told():
            for some in obstore.list(self._store, prefix):
                found |= {str(one["path"]): one["last_modified"] for one in some}
        return found


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Tell what is wrong with reading in our words."""
    try:
        yield
    except (NotFoundError, FileNotFoundError) as error:
        raise Gone from error
    except (BaseError, OSError) as error:
        raise Away from error


def _make_durable(path: Path) -> None:
    """Make a file and its name durable: the object store itself leaves that to the system."""
    for place in (path, path.parent) if os.name != "nt" else (path,):
        handle = os.open(place, os.O_RDWR if place == path else os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
