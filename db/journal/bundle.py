"""A bundle: what a laptop and the hub say to each other, in one file for a stick.

A zip of stored entries: ``head`` (who writes to whom, in the clear, and the content key sealed to
the receiver by HPKE), the parts ``1``, ``2``… each under AES-256-GCM, and ``seal``, the writer's
signature over all of them. Nothing is ever unpacked to a path; every entry is bounded before it is
read and again while it is unpacked, so no bundle is a bomb.
"""

import hashlib
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from db.journal import wire
from db.journal.proof import Witness
from db.journal.wire import BadBody

SUFFIX = ".xjb"
UP = "up"
ANSWER = "answer"
MOST_FILE = 3 << 30
"""No bundle is larger: FAT32 takes no file of 4 GiB, and a zip of 2.0 counts no further."""
MOST_PARTS = 60_000
MOST_BLOB = 100 << 20
"""No photo or file is larger."""
PIECE = 8 << 20
"""A photo or file is written in pieces of so many bytes."""
_MOST_HEAD = 4096
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_INFO = b"xunjian bundle 1"
_TAIL = 22
_LOCATOR = 20
_NAMED = 128  # bytes an entry of ours takes at most in the zip's directory


@dataclass(frozen=True, slots=True)
class Head:
    """Who wrote a bundle for whom: ``device`` is the laptop's in both directions."""

    kind: str
    id: str
    hub: str
    scope: str
    device: str
    at: int
    key: bytes = b""
    v: int = 1


@dataclass(frozen=True, slots=True)
class Opening:
    """How a laptop's bundle begins: the key it is to be answered to, places of the feed it has.

    ``witnessed`` is the size of the last head it was shown.
    """

    box: bytes
    places: tuple[tuple[int, bytes], ...]
    witnessed: int = 0


@dataclass(frozen=True, slots=True)
class Blob:
    """A piece of the original bytes of a photo or a file; the pieces of one follow each other."""

    sha256: bytes
    size: int
    start: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Receipt:
    """How the hub answers: what it has of the laptop's streams now, and what became of the rest.

    ``held`` are stream → number → reason of what is in quarantine, ``refused`` stream → code of
    what could not be taken, ``blobs`` what it keeps. The pages that follow begin after ``after``;
    ``parted`` when the place the laptop was at is none of the hub's. ``public`` is where anyone's
    phone reaches the hub now, None where it does not say.
    """

    bundle: str
    status: str
    epoch: int
    streams: Mapping[str, tuple[int, bytes]]
    held: Mapping[str, Mapping[int, str]]
    refused: Mapping[str, str]
    blobs: tuple[bytes, ...]
    after: tuple[int, bytes]
    parted: bool
    public: str | None = None


Part: TypeAlias = Opening | Receipt | wire.Batch | wire.Page | Blob | Witness
_KINDS: Mapping[bytes, type[Part]] = {
    b"o": Opening,
    b"r": Receipt,
    b"b": wire.Batch,
    b"p": wire.Page,
    b"f": Blob,
    b"w": Witness,
}
_TAGS = {kind: tag for tag, kind in _KINDS.items()}


class Writer:
    """A bundle that is being written to a file, part after part, and closed in any case.

    Raises:
        BadBody: ``receiver``, whose key is none.
    """

    def __init__(self, file: BinaryIO, head: Head, receiver: bytes) -> None:
        key = AESGCM.generate_key(256)
        try:
            sealed = _SUITE.encrypt(key, X25519PublicKey.from_public_bytes(receiver), _INFO)
        except ValueError as error:
            raise BadBody("receiver") from error
        data = wire.pack({**_plain(head), "key": sealed})
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=False)
        self._cipher = AESGCM(key)
        self._place = hashlib.sha256(data).digest()
        self._digests = [self._place]
        self.size = 0
        self._put("head", data)

    @property
    def full(self) -> bool:
        """Whether another part could be one too many."""
        return self.size + 2 * wire.MOST_BODY > MOST_FILE or len(self._digests) >= MOST_PARTS

    def add(self, part: Part) -> None:
        """Write a part."""
        level = 0 if isinstance(part, Blob) else 1  # photos are compressed already
        data = _TAGS[type(part)] + zlib.compress(wire.pack(part), level)
        at = len(self._digests)
        sealed = self._cipher.encrypt(at.to_bytes(12), data, self._place)
        self._digests.append(hashlib.sha256(sealed).digest())
        self._put(str(at), sealed)

    def claim(self) -> bytes:
        """Return what the writer signs."""
        return _claim(self._digests)

    def seal(self, signature: bytes) -> None:
        """Write the signature, after the last part."""
        self._put("seal", signature)

    def close(self) -> None:
        """End the file; without its signature it is no bundle."""
        self._zip.close()

    def _put(self, name: str, data: bytes) -> None:
        self._zip.writestr(zipfile.ZipInfo(name), data)
        self.size += len(data) + 2 * _NAMED


class Bundle:
    """A bundle that is read: bounded and named as it should be, not proved yet."""

    def __init__(self, opened: zipfile.ZipFile) -> None:
        self._entries = {one.filename: one for one in opened.infolist()}
        self._zip = opened
        self.count = len(self._entries) - 2
        wanted = {"head", "seal", *(str(at + 1) for at in range(self.count))}
        if len(opened.infolist()) != len(self._entries) or self._entries.keys() != wanted:
            raise BadBody("bundle")
        self._head = self._read("head", _MOST_HEAD)
        self.head = wire.unpack(self._head, Head)
        if self.head.v != 1:
            raise BadBody("newer")

    def prove(self, signer: bytes) -> None:
        """See that the signer wrote this, all of it and nothing else.

        Raises:
            BadBody: ``signature``, or ``bundle`` for what cannot be read.
        """
        digests = [hashlib.sha256(self._head).digest()]
        digests += [hashlib.sha256(self._sealed(at + 1)).digest() for at in range(self.count)]
        try:
            Ed25519PublicKey.from_public_bytes(signer).verify(
                self._read("seal", _MOST_HEAD), _claim(digests)
            )
        except (InvalidSignature, ValueError) as error:
            raise BadBody("signature") from error

    def parts(self, receiver: X25519PrivateKey) -> Iterator[Part]:
        """Yield what the bundle holds for its receiver, in order.

        Raises:
            BadBody: ``receiver`` (it is for another), ``bundle``, ``large``, ``body``.
        """
        try:
            cipher = AESGCM(_SUITE.decrypt(self.head.key, receiver, _INFO))
        except (InvalidTag, ValueError) as error:
            raise BadBody("receiver") from error
        place = hashlib.sha256(self._head).digest()
        for at in range(1, self.count + 1):
            try:
                data = cipher.decrypt(at.to_bytes(12), self._sealed(at), place)
            except InvalidTag as error:
                raise BadBody("bundle") from error
            yield _part(data)

    def _sealed(self, at: int) -> bytes:
        return self._read(str(at), wire.MOST_BODY + (1 << 20))

    def _read(self, name: str, most: int) -> bytes:
        entry = self._entries[name]
        if entry.compress_type != zipfile.ZIP_STORED or entry.file_size > most:
            raise BadBody("large")
        try:
            with self._zip.open(entry) as file:
                return file.read(most)
        except (zipfile.BadZipFile, EOFError, RuntimeError, NotImplementedError) as error:
            raise BadBody("bundle") from error


@contextmanager
def opened(file: BinaryIO) -> Iterator[Bundle]:
    """Open the bundle in a file.

    Raises:
        BadBody: ``bundle`` (it is none), ``large``, ``newer``.
        OSError: it cannot be read.
    """
    _bounded(file)
    try:
        found = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError) as error:
        raise BadBody("bundle") from error
    with found:
        yield Bundle(found)


def pieces(sha256: bytes, data: bytes) -> Iterator[Blob]:
    """Yield a photo or file as parts."""
    for start in range(0, len(data), PIECE):
        yield Blob(sha256, len(data), start, data[start : start + PIECE])


class Whole:
    """Puts the pieces of photos and files together again."""

    def __init__(self) -> None:
        self._name = b""
        self._data = bytearray()

    def add(self, piece: Blob) -> bytes | None:
        """Take a piece; returns the bytes when it was the last and they are what the name says.

        Raises:
            BadBody: ``blob`` (the pieces make none), ``large``.
        """
        if piece.size > MOST_BLOB:
            raise BadBody("large")
        if piece.start == 0:
            self._name = piece.sha256
            self._data.clear()
        if piece.sha256 != self._name or piece.start != len(self._data):
            raise BadBody("blob")
        self._data += piece.data
        if len(self._data) < piece.size:
            return None
        if len(self._data) > piece.size or hashlib.sha256(self._data).digest() != piece.sha256:
            raise BadBody("blob")
        return bytes(self._data)


def _bounded(file: BinaryIO) -> None:
    """See that the zip's directory is small enough to be read at all."""
    size = file.seek(0, os.SEEK_END)
    if size > MOST_FILE:
        raise BadBody("large")
    file.seek(max(0, size - _TAIL - _LOCATOR))
    end = file.read(_TAIL + _LOCATOR)
    tail = end[-_TAIL:]
    if len(end) != _TAIL + _LOCATOR or tail[:4] != b"PK\5\6" or tail[-2:] != b"\0\0":
        raise BadBody("bundle")
    count, directory = struct.unpack_from("<HI", tail, 10)
    if end.startswith(b"PK\6\7") or count > MOST_PARTS + 2 or directory > _NAMED * count:
        raise BadBody("large")


def _part(data: bytes) -> Part:
    kind = _KINDS.get(data[:1])
    if kind is None:
        raise BadBody("newer")
    unpacking = zlib.decompressobj()
    try:
        plain = unpacking.decompress(data[1:], wire.MOST_BODY + 1)
    except zlib.error as error:
        raise BadBody("body") from error
    if len(plain) <= wire.MOST_BODY and not unpacking.eof:
        raise BadBody("body")
    return wire.unpack(plain, kind)


def _claim(digests: list[bytes]) -> bytes:
    return b"xunjian bundle 1\n" + hashlib.sha256(b"".join(digests)).digest()


def _plain(head: Head) -> dict[str, str | int | bytes]:
    return {name: getattr(head, name) for name in Head.__slots__}
