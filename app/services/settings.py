"""Bureau settings, inspectors, number blocks, and the first start."""

import datetime as dt
from dataclasses import dataclass

from app.services.changes import Result
from app.services.context import Office, Who
from db.connection import Reader, Store
from db.rows import NumberBlock, Person


@dataclass(frozen=True, slots=True)
class SeriesLeft:
    """How many numbers of one series are left on this device, and the next one."""

    series: str
    year: int
    left: int
    next: int | None


def read_office(reader: Reader) -> Office:
    """The bureau as set; empty strings where nothing was set yet."""
    raise NotImplementedError


def write_office(store: Store, office: Office) -> Result[Office]:
    """Keep the bureau's words."""
    raise NotImplementedError


def inspectors(reader: Reader, *, active_only: bool = True) -> tuple[Person, ...]:
    """The bureau's own people, by name."""
    raise NotImplementedError


def write_inspector(store: Store, person: Person) -> Result[Person]:
    """Add (empty id) or change an inspector; the certificate number may not be empty."""
    raise NotImplementedError


def current(reader: Reader) -> Who | None:
    """Who signed in last on this device."""
    raise NotImplementedError


def sign_in(store: Store, person_id: str) -> Result[Who]:
    """Make a person the one at the keyboard."""
    raise NotImplementedError


def blocks(reader: Reader, year: int) -> tuple[NumberBlock, ...]:
    """The number blocks held for a year."""
    raise NotImplementedError


def add_block(store: Store, series: str, year: int, lo: int, hi: int) -> Result[NumberBlock]:
    """Lease a block by hand, as told by the bureau; refuses an empty or overlapping one."""
    raise NotImplementedError


def numbers_left(reader: Reader, series: str, year: int) -> SeriesLeft:
    """What the status line says about a series."""
    raise NotImplementedError


def is_first_start(reader: Reader) -> bool:
    """Whether the store has no bureau yet, so that the first-start page is shown."""
    raise NotImplementedError


def start_empty(store: Store, office: Office, first: Person, today: dt.date) -> Result[Who]:
    """Begin with the bureau's words, one inspector, law library, catalogues and forms only."""
    raise NotImplementedError
