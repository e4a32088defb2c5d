"""The line to the hub: HTTPS with a pinned or trusted certificate, msgpack within zstd.

Every failure is one ``LinkError`` with a code a sentence can be made of. A session is begun when
one is asked for and again when the hub says it is over; nothing else is remembered.
"""

import contextlib
import hashlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from app.services.hub_answers import Asked, Has, Heads, Leased, Pushed
from db.journal import files, wire
from db.journal.proof import Proof, Witness
from db.journal.snapshot import Snapshot
from db.zipped import unzip

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
    """Who speaks: the scope and device it was enrolled as, the hub it knows, how it signs.

    ``key`` is what the hub signs with, empty where it was not told at enrolment.
    """

    hub: str
    scope: str
    device: str
    sign: Callable[[bytes], bytes] = field(repr=False)
    key: bytes = b""


class LinkError(Exception):
    """The hub could not be asked, or said no; ``code`` says how, ``facts`` what it told.

    ``offline`` (no answer), ``strange`` (an answer that is not a hub's: a captive portal),
    ``untrusted`` (another certificate), ``busy`` (with ``retry_after`` in seconds, when it said),
    ``code``, ``device``, ``session``, ``revoked``, ``gap``, ``fork``, ``signature``, ``parted``,
    ``body-…``, ``lease-…``; of files ``full`` (the hub has no room), ``blob-place`` (it has ``at``
    bytes), ``blob-frame``, ``blob-hash``, ``blob-unnamed``, ``blob-unknown``.
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
        self._sockets: list[socket.socket] = []
        self._cut = False
        self._until = 0.0
        self._leaving = threading.Lock()
        self._http = _client(address)

    def close(self) -> None:
        """Let the connection go."""
        self._http.close()

    def cut(self) -> None:
        """End whatever is under way, from another thread: it fails with ``offline`` at once."""
        self._cut = True
        for one in tuple(self._sockets):
            with contextlib.suppress(OSError):  # it ended by itself meanwhile
                socket.socket.shutdown(one, socket.SHUT_RDWR)

    def enrol(self, asking: Mapping[str, Any]) -> Mapping[str, Any]:
        """Ask to be made known; returns what the hub says this laptop is."""
        found: dict[str, Any] = self._ask("POST", "/v1/enrol", dict, body=asking)
        return found

    def heads(self, now_ms: int) -> Heads:
        """Ask what the hub has."""
        told = {"x-client": self._client, "x-now": str(now_ms)}
        return self._speak("GET", "/v1/heads", Heads, headers=told)

    def push(self, batch: wire.Batch) -> Pushed:
        """Send a batch; one that is sent meanwhile goes when this one has left."""
        with contextlib.ExitStack() as leaving:
            leaving.enter_context(self._leaving)
            return self._speak("POST", "/v1/push", Pushed, body=batch, sent=leaving.close)

    def pull(
        self,
        after: int,
        feed: bytes,
        *,
        sealed: bool = False,
        have: Mapping[str, int] | None = None,
    ) -> wire.Page:
        """Ask for the page of the feed after a place, or for what is ``sealed`` of it.

        ``have`` are streams and how far they are here: of those only the hashes come.
        """
        more = "&sealed=1" if sealed else ""
        more += "".join(f"&have={name}:{seq}" for name, seq in (have or {}).items())
        return self._speak("GET", f"/v1/pull?after={after}&hash={feed.hex()}{more}", wire.Page)

    def fetch_segment(self, sha256: bytes, into: bytearray) -> None:
        """Append the file of a sealed segment from where ``into`` ends, as far as it comes."""
        told = {"range": f"bytes={len(into)}-"}
        self._speak("GET", f"/v1/segments/{sha256.hex()}", dict, headers=told, into=into)

    def snapshot(self) -> Snapshot:
        """Ask for what stands in the jurisdiction, for a laptop that begins."""
        return self._speak("GET", "/v1/snapshot", Snapshot)

    def fetch_part(self, sha256: bytes, into: bytearray) -> None:
        """Append the file of a part of a snapshot from where ``into`` ends, as far as it comes."""
        told = {"range": f"bytes={len(into)}-"}
        self._speak("GET", f"/v1/snapshot/{sha256.hex()}", dict, headers=told, into=into)

    def offer(self, held: Mapping[str, int]) -> Mapping[str, int]:
        """Say which streams of others are here, and how far; the hub tells which it lost."""
        found: dict[str, int] = self._speak("POST", "/v1/offer", dict[str, int], body=held)
        return found

    def give(self, batch: wire.Batch) -> Pushed:
        """Hand over a batch of another device that the hub lost."""
        return self._speak("POST", "/v1/give", Pushed, body=batch)

    def checkpoint(self, size: int, before: int) -> Witness:
        """Ask for the signed head of the feed there, and that it continues an earlier one."""
        return self._speak("GET", f"/v1/checkpoint?size={size}&from={before}", Witness)

    def proof(self, stream: str, seq: int) -> Proof:
        """Ask for what shows to anyone that the hub has an operation."""
        return self._speak("GET", f"/v1/proof?stream={stream}&seq={seq}", Proof)

    def lease(self, asked: Asked) -> Leased:
        """Ask for a block of document numbers."""
        return self._speak("POST", "/v1/leases", Leased, body=asked)

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
            token = self._token if time.monotonic() <= self._until else ""
            headers = {"authorization": f"Bearer {token or self._begin()}", **told}
            try:
                return self._ask(method, path, kind, headers=headers, **more)
            except LinkError as error:
                if error.code != "session" or not again:
                    raise
                self._token = ""
        raise LinkError("session")

    def _begin(self) -> str:
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
        return self._token

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
        sent: Callable[[], None] | None = None,
    ) -> Body:
        import httpx2
        from backports import zstd

        if self._cut:
            raise LinkError("offline")
        data: Any = None if body is None else zstd.compress(wire.pack(body), 1)
        patience = httpx2.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
        if sent is not None:
            headers = {**(headers or {}), "content-length": str(len(data))}
            data = _leaving(data, sent)
        if content is not None:
            data, patience = content(), httpx2.Timeout(PIECE_SECONDS, connect=CONNECT_SECONDS)
        asked: dict[str, Any] = {"content": data, "headers": headers, "timeout": patience}
        try:
            with self._http.stream(
                method, path, extensions={"trace": self._trace}, **asked
            ) as answer:
                status, media = answer.status_code, answer.headers.get("content-type", "")
                if into is not None and media == BYTES and status in {200, 206}:
                    _append(answer, into)
                    return kind()
                data = _read(answer)
        except (httpx2.HTTPError, OSError) as error:
            raise LinkError(_code(error)) from error
        later = _seconds(answer.headers.get("retry-after", ""))
        if media != MEDIA:
            if status >= 500:
                raise LinkError("busy", **later)
            raise LinkError("strange")
        try:
            plain = unzip(data)
            if status == 200:
                return wire.unpack(plain, kind)
            told: dict[str, Any] = wire.unpack(plain, dict)
        except wire.BadBody as error:
            raise LinkError("strange") from error
        facts = later | {str(k): v for k, v in told.items()}
        raise LinkError(str(facts.pop("code", "strange")), **facts)

    def _trace(self, event: str, told: Mapping[str, Any]) -> None:
        """Keep the socket of each connection made, so that it can be cut."""
        if event.endswith(("connect_tcp.complete", "start_tls.complete")):
            made = told["return_value"].get_extra_info("socket")
            self._sockets.append(made)
            if self._cut:
                self.cut()


def _leaving(data: bytes, sent: Callable[[], None]) -> Iterator[bytes]:
    """Yield what is sent, and tell when it was handed over."""
    yield data
    sent()


def _seconds(text: str) -> dict[str, Any]:
    """What a Retry-After says, when it is a plain number of seconds; a day at most."""
    return {"retry_after": min(int(text), 86_400)} if text.isdigit() and len(text) < 7 else {}


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
    pem = _certificate(address.url)
    if _hash(pem) != address.pin.lower():
        raise LinkError("untrusted")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False  # the certificate itself is known; its name proves nothing more
    context.load_verify_locations(cadata=pem)
    return context


def fingerprint(url: str) -> str:
    """Return the SHA-256 (hex) of the certificate shown at an address, to compare with the bureau's.

    Raises:
        LinkError: ``offline``.
    """
    return _hash(_certificate(url))


def _certificate(url: str) -> str:
    parts = urlsplit(url)
    try:
        return ssl.get_server_certificate(
            (parts.hostname or "", parts.port or 443), timeout=CONNECT_SECONDS
        )
    except OSError as error:
        raise LinkError("offline") from error


def _hash(pem: str) -> str:
    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest()


def _code(error: Exception) -> str:
    text = f"{error!r} {error.__cause__!r}"
    return "untrusted" if "CERTIFICATE_VERIFY" in text else "offline"
