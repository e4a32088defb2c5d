"""Making this laptop known to the bureau's hub with a code, and what it is from then on."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from app.services.changes import Result, touched
from app.services.context import DeviceSeal
from app.services.transport import Address, Credentials, Link, LinkError
from db.connection import Reader, Store
from db.journal import wire
from db.store import settings, streams
from forms.paper import link

KEY = "hub"
INVITATION = "xunjian-hub:1?"
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Enrolment:
    """The hub this laptop belongs to; kept on this machine only.

    ``key`` (hex) is what the hub signs with, ``box`` what a bundle for it is sealed to. ``public``
    is where anyone's phone reaches it, "" where it told no such address; ``public_at`` is the
    hub's time (ms) when it said so.
    """

    url: str
    pin: str
    hub: str
    scope: str
    account: str
    name: str
    key: str = ""
    box: str = ""
    public: str = ""
    public_at: int = 0

    @property
    def address(self) -> Address:
        """Where the hub is."""
        return Address(self.url, self.pin)


@dataclass(frozen=True, slots=True)
class Invitation:
    """What the bureau's code to scan says: where the hub is, the code, its certificate's hash."""

    url: str
    code: str
    pin: str


def invitation(text: str) -> Invitation | None:
    """Return what a scanned text invites to, None when it is no invitation."""
    plain = text.strip()
    if not plain.startswith(INVITATION) or len(plain) > LONGEST:
        return None
    said = dict(parse_qsl(plain.removeprefix(INVITATION), max_num_fields=8))
    if not is_address(said.get("url", "")):
        return None
    return Invitation(said["url"], said.get("code", ""), tidy_pin(said.get("pin", "")))


def is_address(url: str) -> bool:
    """Tell whether a text may be the address of a hub."""
    try:
        parts = urlsplit(url.strip())
        return parts.scheme in {"https", "http"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def tidy_pin(text: str) -> str:
    """Return a fingerprint as it is kept, however it was parted when it was typed."""
    return "".join(sign for sign in text.lower() if sign in "0123456789abcdef")


def standing(reader: Reader) -> Enrolment | None:
    """Return the hub this laptop belongs to, None before it was enrolled."""
    kept = settings.get_local(reader, KEY)
    return None if kept is None else Enrolment(**kept)


def ask(address: Address, code: str, label: str, seal: DeviceSeal, device: str) -> Enrolment:
    """Ask the hub to make this laptop known; asking again after a lost answer is harmless.

    Raises:
        LinkError: ``code`` (unknown, used or expired), ``device``, or as the line says.
    """
    tidy = code.strip().upper()
    asking = {
        "code": tidy,
        "device": device,
        "label": label,
        "public_key": seal.public,
        "signature": seal.sign(wire.enrol_claim(tidy, device, label)),
    }
    line = Link(address, None)
    try:
        told = line.enrol(asking)
        hub, scope, account, name = (str(told[one]) for one in ("hub", "scope", "account", "name"))
        key, box = (bytes(told[one]).hex() for one in ("key", "box"))
        made = Enrolment(address.url, address.pin, hub, scope, account, name, key, box)
        return replace(made, public=_public(told.get("public", "")))
    except (KeyError, TypeError) as error:
        raise LinkError("strange") from error
    finally:
        line.close()


def public_address(reader: Reader) -> str:
    """Return the address under which anyone finds this bureau's papers, "" where there is none."""
    known = standing(reader)
    return known.public if known else ""


def keep(store: Store, enrolment: Enrolment) -> None:
    """Write down the hub this laptop belongs to."""
    settings.put_local(store, KEY, asdict(enrolment))


def learn(
    reader: Reader,
    write: Callable[[Callable[[Store], Any]], Any],
    told: tuple[str | None, int],
    *,
    signed: bool = False,
) -> None:
    """Take over where anyone's phone reaches the hub now, "" for nowhere; ``told`` is (it, when).

    A hub that says nothing of it, says what no phone could open, or said it before what is known
    (a stick of last month) changes nothing; nor does a line on which anybody could say it, unless
    the hub ``signed`` it.
    """
    known, (public, at) = standing(reader), told
    if known is None or public is None or public != _public(public) or public == known.public:
        return
    if at < known.public_at or not (signed or is_proved(known.address)):
        return

    def work(store: Store) -> Result[None]:
        now = standing(store)
        if now is not None and now.hub == known.hub:
            keep(store, replace(now, public=public, public_at=at))
        return Result(None, touched("sync"))

    write(work)


def is_proved(address: Address) -> bool:
    """Tell whether a line there proves who answers: by TLS, or within this machine."""
    parts = urlsplit(address.url)
    return parts.scheme == "https" or parts.hostname in {"127.0.0.1", "localhost", "::1"}


def credentials(reader: Reader, enrolment: Enrolment, seal: DeviceSeal) -> Credentials:
    """Return who this laptop speaks as."""
    return Credentials(
        enrolment.hub,
        enrolment.scope,
        streams.device(reader),
        seal.sign,
        bytes.fromhex(enrolment.key),
    )


def _public(told: object) -> str:
    return told if isinstance(told, str) and link.is_hub(told) else ""
