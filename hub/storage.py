"""Where the bytes of files lie: a folder, or an S3-compatible bucket, by URL.

A bucket's address, region and keys come from the environment (``hub.config`` names the variables).
Every key tells the content it stands for, so that a server where two conditional writes at once
both come through does no harm.
"""

import contextlib
import datetime as dt
import logging
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError, NotFoundError
from obstore.store import LocalStore, ObjectStore, from_url

_LOG = logging.getLogger(__name__)
_LOCAL = frozenset({"file", "memory"})
_FULL = ("os error 28", "os error 122", "os error 27")
"""No space, no quota, a file too large: what a local disk says when nothing more goes in."""
_FULL_THERE = re.compile(
    r"status code: 507 |<Code>\w*(QuotaExceeded|EntityTooLarge|StorageFull)</Code>"
)
"""What buckets say then; no file of ours is too large for one by itself."""
_CODE = re.compile(r"<Code>(\w{1,60})</Code>")
_PROBE = "here"
_CONNECTED = dt.timedelta(seconds=5)
_AGAIN = {"max_retries": 2, "retry_timeout": dt.timedelta(seconds=10)}
"""A laptop waits for the answer, and comes again by itself."""


class Full(Exception):  # noqa: N818 - it tells what happened
    """There is no room for more."""


class Gone(Exception):  # noqa: N818 - it tells what happened
    """Bytes that were kept are not there."""


class Away(Exception):  # noqa: N818 - it tells what happened
    """The storage does not answer, or not as one of ours; ask again later.

    ``why`` is what a bucket said: its code (``NoSuchBucket``, ``SignatureDoesNotMatch``), or "".
    """

    def __init__(self, why: str = "") -> None:
        super().__init__(why)
        self.why = why


class Storage:
    """Bytes under keys; a key is written once and never changed.

    ``patience`` is how many seconds one request to a bucket may take.
    """

    def __init__(self, url: str, patience: float = 30) -> None:
        """Raises ValueError, in a sentence, for an address that cannot be meant so."""
        self._folder: Path | None = None
        parts = urlsplit(url)
        self._local = parts.scheme in _LOCAL
        if parts.scheme == "file":
            self._folder = Path(url2pathname(parts.path))
            self._store: ObjectStore = LocalStore(self._folder, mkdir=True, automatic_cleanup=True)
        elif self._local:
            self._store = from_url(url)
        elif parts.username:
            raise ValueError(
                "HUB_BLOB_URL holds a key: keys go into AWS_ACCESS_KEY_ID and the like"
            )
        else:
            self._store = _bucket(url, patience)

    def probe(self) -> None:
        """Write a mark, to learn at the start whether the storage can be written to.

        Raises:
            Full, Away: as ``create``.
        """
        self.create(_PROBE, _PROBE.encode())

    def create(self, key: str, data: bytes) -> None:
        """Keep bytes under a key, durable on return; where the key is taken, what is there stays.

        Raises:
            Full: there is no room.
            Away: the storage does not answer.
        """
        try:
            self._put(key, data)
        except AlreadyExistsError:
            return
        except (BaseError, OSError) as error:
            said = str(error)
            if any(sign in said for sign in _FULL) or _FULL_THERE.search(said):
                raise Full from error
            raise _away(error) from error
        if self._folder is not None:
            _make_durable(self._folder / key)

    def read(self, key: str, start: int, end: int) -> bytes:
        """Return a range of the bytes under a key.

        Raises:
            Gone: there are none.
            Away: the storage does not answer.
        """
        with self._told():
            return bytes(obstore.get_range(self._store, key, start=start, end=end))

    def whole(self, key: str, most: int) -> bytes:
        """Return all the bytes under a key, none of more than ``most``; raises as ``read`` does."""
        with self._told():
            found = obstore.get(self._store, key)
            return b"" if found.meta["size"] > most else bytes(found.bytes())

    def remove(self, keys: list[str]) -> None:
        """Let bytes go; what is not there, or cannot be removed now, harms nobody."""
        for key in keys:
            try:
                obstore.delete(self._store, key)
            except (NotFoundError, FileNotFoundError):
                continue
            except (BaseError, OSError):
                return  # nor will the others go: each would be waited for as long

    def under(self, prefix: str) -> dict[str, dt.datetime]:
        """Return the keys under a prefix, and when each was written.

        Raises:
            Away: the storage does not answer.
        """
        found: dict[str, dt.datetime] = {}
        with self._told():
            for some in obstore.list(self._store, prefix):
                found |= {str(one["path"]): one["last_modified"] for one in some}
        return found

    def _put(self, key: str, data: bytes) -> None:
        try:
            obstore.put(self._store, key, data, mode="create", use_multipart=False)
        except NotImplementedError:  # AWS_CONDITIONAL_PUT=disabled, for a server without it
            obstore.put(self._store, key, data, mode="overwrite", use_multipart=False)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Tell what is wrong with reading in our words."""
        try:
            yield
        except (NotFoundError, FileNotFoundError) as error:
            if self._is_ours(error):
                raise Gone from error
            raise _away(error) from error
        except (BaseError, OSError) as error:
            raise _away(error) from error

    def _is_ours(self, missing: Exception) -> bool:
        """Whether it is our storage that lacks a key: no missing bucket, page or unmounted disk."""
        if self._folder is not None:
            return self._folder.is_dir()
        return self._local or "<Code>NoSuchKey</Code>" in str(missing)


def _bucket(url: str, patience: float) -> ObjectStore:
    """Open a bucket as the environment says; without TLS, or with an own CA, only where it says so."""
    seconds = dt.timedelta(seconds=patience)
    client: dict[str, Any] = {"timeout": seconds, "connect_timeout": min(seconds, _CONNECTED)}
    client["allow_http"] = os.environ.get("AWS_ALLOW_HTTP", "").lower() == "true"
    if own := os.environ.get("AWS_CA_BUNDLE"):
        client["root_certificate"] = Path(own).read_bytes()
    try:
        made: ObjectStore = from_url(url, client_options=client, retry_config=_AGAIN)  # type: ignore[call-overload]  # by scheme
    except BaseError as error:
        raise ValueError(f"HUB_BLOB_URL: {str(error).splitlines()[0]}") from None
    return made


def _away(error: Exception) -> Away:
    found = _CODE.search(str(error))
    why = found[1] if found else ""
    _LOG.warning("storage of files: %s", why or "no answer")
    return Away(why)


def _make_durable(path: Path) -> None:
    """Make a file and its name durable: the object store itself leaves that to the system."""
    for place in (path, path.parent) if os.name != "nt" else (path,):
        handle = os.open(place, os.O_RDWR if place == path else os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
