"""What the hub says, and what it is asked: the bodies on the line to it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heads:
    """What the hub has: of this device's streams, and where the scope's feed ends.

    ``public`` is where anyone's phone reaches it now, None where it does not say.
    """

    hub: str
    epoch: int
    now: int
    status: str
    streams: Mapping[str, tuple[int, bytes]]
    feed: tuple[int, bytes]
    min_client: str
    public: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A wish for document numbers; the same ``request`` is always answered with the same block."""

    request: str
    series: str
    year: int
    count: int
    stream: str


@dataclass(frozen=True, slots=True)
class Leased:
    """The block of numbers the hub gave."""

    block: str
    lo: int
    hi: int


@dataclass(frozen=True, slots=True)
class Pushed:
    """How far a stream has arrived, and which operations were held back, with the reason.

    ``feed`` is the feed's end with what was sent last in it; None when it had arrived before.
    """

    seq: int
    hash: bytes
    held: Mapping[int, str]
    feed: tuple[int, bytes] | None = None


@dataclass(frozen=True, slots=True)
class Has:
    """How many bytes of a file the hub has, and whether that is the file, checked."""

    at: int
    whole: bool
