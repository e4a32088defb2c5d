"""The line to the hub: HTTPS with a pinned or trusted certificate, msgpack within zstd.

Every failure is one ``LinkError`` with a code a sentence can be made of. A session is begun when
one is asked for and again when the hub says it is over; nothing else is remembered.
"""

import hashlib
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from db.journal import files, wire

if TYPE_CHECKING:
    import httpx2

MEDIA = "application/vnd.xunjian.v1"
BYTES = "application/octet-stream"
CONNECT_SECONDS = 8.0
READ_SECONDS = 60.0
PIECE_SECONDS = 240.0
"""A piece on its way lies in the system's buffer long after it was handed over."""
_MOST_ANSWER = 96 << 20

Body = TypeVar("Body")


@dataclass(frozen=True, slots=True)
class Address:
    """Where the hub is; ``pin`` is the SHA-256 (hex) of its own certificate, "" for a public one."""

    url: str
    pin: str = ""


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who speaks: the scope and device it was enrolled as, the hub it knows, how it signs."""

    hub: str
    scope: str
    device: str
    sign: Callable[[bytes], bytes] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Heads:
    """What the hub has: of this device's streams, and where the scope's feed ends."""

    hub: str
    epoch: int
    now: int
    status: str
    streams: Mapping[str, tuple[int, bytes]]
    feed: tuple[int, bytes]
    min_client: str


@dataclass(frozen=True, slots=True)
class Pushed:
    """How far a stream has arrived, and which operations were held back, with the reason."""

    seq: int
    hash: bytes
    held: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Has:
    """How many bytes of a file the hub has, and whether that is the file, checked."""

    at: int
    whole: bool


class LinkError(Exception):
    """The hub could not be asked, or said no; ``code`` says how, ``facts`` what it told.

    ``offline`` (no answer), ``strange`` (an answer that is not a hub's: a captive portal),
    ``untrusted`` (another certificate), ``busy``, ``code``, ``device``, ``session``, ``revoked``,
    ``gap``, ``fork``, ``signature``, ``parted``, ``body-…``; of files ``full`` (the hub has no
    room), ``blob-place`` (it has ``at`` bytes), ``blob-frame``, ``blob-hash``, ``blob-unnamed``,
    ``blob-unknown``.
    """

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class Link:
    """One line to a hub; close it when the round is over."""

    def __init__(self, address: Address, who: Credentials | None, client: str = "") -> None:
        self._who = who
        self._client = client
        self._token = ""
        self._until = 0.0
        self._http = _client(address)

    def close(self) -> None:
        """Let the connection go."""
        self._http.close()

    def enrol(self, asking: Mapping[str, Any]) -> Mapping[str, Any]:
        """Ask to be made known; returns what the hub says this laptop is."""
        found: dict[str, Any] = self._ask("POST", "/v1/enrol", dict, body=asking)
        return found

    def heads(self, now_ms: int) -> Heads:
        """Ask what the hub has."""
        told = {"x-client": self._client, "x-now": str(now_ms)}
        return self._speak("GET", "/v1/heads", Heads, headers=told)

    def push(self, batch: wire.Batch) -> Pushed:
        """Send a batch."""
        return self._speak("POST", "/v1/push", Pushed, body=batch)

    def pull(self, after: int, feed: bytes) -> wire.Page:
        """Ask for the page of the feed after a place."""
        return self._speak("GET", f"/v1/pull?after={after}&hash={feed.hex()}", wire.Page)

    def have(self, names: Iterable[str]) -> Mapping[str, Has]:
        """Ask what the hub has of files."""
        return self._speak("POST", "/v1/blobs/have", dict[str, Has], body={"names": list(names)})

    def send_piece(
        self, name: str, at: int, size: int, frames: Callable[[], Iterator[bytes]]
    ) -> Has:
        """Send a piece of a file of a size, from a place on; ``frames`` begins it (again)."""
        told = {"upload-offset": str(at), "upload-length": str(size)}
        return self._speak("PATCH", f"/v1/blobs/{name}", Has, headers=told, content=frames)

    def fetch_piece(self, name: str, at: int, most: int, into: bytearray) -> None:
        """Append a piece of a file from a place on; what came before a cut is appended too."""
        told = {"range": f"bytes={at}-{at + most - 1}"}
        self._speak("GET", f"/v1/blobs/{name}", dict, headers=told, into=into)

    def _speak(self, method: str, path: str, kind: type[Body], **more: Any) -> Body:
        """Ask within a session; one that is over is begun again once."""
        told = more.pop("headers", {})
        for again in (True, False):
            if not self._token or time.monotonic() > self._until:
                self._begin()
            headers = {"authorization": f"Bearer {self._token}", **told}
            try:
                return self._ask(method, path, kind, headers=headers, **more)
            except LinkError as error:
                if error.code != "session" or not again:
                    raise
                self._token = ""
        raise LinkError("session")

    def _begin(self) -> None:
        if self._who is None:
            raise LinkError("session")
        who = self._who
        asked: dict[str, Any] = self._ask("POST", "/v1/challenge", dict)
        challenge = bytes(asked["challenge"])
        answer = {
            "scope": who.scope,
            "device": who.device,
            "challenge": challenge,
            "signature": who.sign(wire.session_claim(who.hub, who.device, challenge)),
        }
        begun: dict[str, Any] = self._ask("POST", "/v1/session", dict, body=answer)
        self._token = str(begun["token"])
        self._until = time.monotonic() + int(begun["seconds"]) * 0.9

    def _ask(  # noqa: PLR0913 - what a request may have, and where its bytes go
        self,
        method: str,
        path: str,
        kind: type[Body],
        *,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
        content: Callable[[], Iterator[bytes]] | None = None,
        into: bytearray | None = None,
    ) -> Body:
        import httpx2
        from backports import zstd

        sent: Any = None if body is None else zstd.compress(wire.pack(body), 1)
        patience = httpx2.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
        if content is not None:
            sent, patience = content(), httpx2.Timeout(PIECE_SECONDS, connect=CONNECT_SECONDS)
        asked = {"content": sent, "headers": headers, "timeout": patience}
        try:
            with self._http.stream(method, path, **asked) as answer:
                status, media = answer.status_code, answer.headers.get("content-type", "")
                if into is not None and media == BYTES and status in {200, 206}:
                    _append(answer, into)
                    return kind()
                data = _read(answer)
        except httpx2.HTTPError as error:
            raise LinkError(_code(error)) from error
        if media != MEDIA:
            raise LinkError("busy" if status >= 500 else "strange")
        try:
            plain = zstd.decompress(data)
            if status == 200:
                return wire.unpack(plain, kind)
            told: dict[str, Any] = wire.unpack(plain, dict)
        except (zstd.ZstdError, wire.BadBody) as error:
            raise LinkError("strange") from error
        raise LinkError(str(told.pop("code", "strange")), **{str(k): v for k, v in told.items()})


def _append(answer: "httpx2.Response", into: bytearray) -> None:
    most = len(into) + files.MOST_PIECE
    for piece in answer.iter_raw():
        into += piece
        if len(into) > most:
            raise LinkError("strange")


def _read(answer: "httpx2.Response") -> bytes:
    data = bytearray()
    for piece in answer.iter_raw():
        data += piece
        if len(data) > _MOST_ANSWER:
            raise LinkError("strange")
    return bytes(data)


def _client(address: Address) -> "httpx2.Client":
    import httpx2

    verify: Any = True
    if urlsplit(address.url).scheme == "https":
        verify = _pinned(address) if address.pin else _trusting_system()
    return httpx2.Client(base_url=address.url, verify=verify, trust_env=True)


def _trusting_system() -> ssl.SSLContext:
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _pinned(address: Address) -> ssl.SSLContext:
    """A context that takes the one certificate whose hash was told at enrolment.

    Raises:
        LinkError: ``offline``, or ``untrusted`` when the hub shows another.
    """
    parts = urlsplit(address.url)
    try:
        pem = ssl.get_server_certificate(
            (parts.hostname or "", parts.port or 443), timeout=CONNECT_SECONDS
        )
    except OSError as error:
        raise LinkError("offline") from error
    if hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest() != address.pin.lower():
        raise LinkError("untrusted")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False  # the certificate itself is known; its name proves nothing more
    context.load_verify_locations(cadata=pem)
    return context


def _code(error: Exception) -> str:
    text = f"{error!r} {error.__cause__!r}"
    return "untrusted" if "CERTIFICATE_VERIFY" in text else "offline"
