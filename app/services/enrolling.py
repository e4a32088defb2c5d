"""Making this laptop known to the bureau's hub with a code, and what it is from then on."""

from dataclasses import asdict, dataclass

from app.services.context import DeviceSeal
from app.services.transport import Address, Credentials, Link, LinkError
from db.connection import Reader, Store
from db.journal import wire
from db.store import settings, streams

KEY = "hub"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """The hub this laptop belongs to; kept on this machine only.

    ``key`` (hex) is what the hub signs with, ``box`` what a bundle for it is sealed to.
    """

    url: str
    pin: str
    hub: str
    scope: str
    account: str
    name: str
    key: str = ""
    box: str = ""

    @property
    def address(self) -> Address:
        """Where the hub is."""
        return Address(self.url, self.pin)


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
    link = Link(address, None)
    try:
        told = link.enrol(asking)
        return Enrolment(
            address.url,
            address.pin,
            *(str(told[name]) for name in ("hub", "scope", "account", "name")),
            *(bytes(told[name]).hex() for name in ("key", "box")),
        )
    except (KeyError, TypeError) as error:
        raise LinkError("strange") from error
    finally:
        link.close()


def keep(store: Store, enrolment: Enrolment) -> None:
    """Write down the hub this laptop belongs to."""
    settings.put_local(store, KEY, asdict(enrolment))


def credentials(reader: Reader, enrolment: Enrolment, seal: DeviceSeal) -> Credentials:
    """Return who this laptop speaks as."""
    return Credentials(
        enrolment.hub,
        enrolment.scope,
        streams.device(reader),
        seal.sign,
        bytes.fromhex(enrolment.key),
    )
