"""Sampling: the plan, the seeded draw anyone can redo, sample and seal numbers."""

import datetime as dt
from dataclasses import dataclass

from app.services.changes import Result
from app.services.context import Acting
from db.connection import Reader, Store
from db.rows import Sample


@dataclass(frozen=True, slots=True)
class Lot:
    """What lies there to be sampled: product, batch, number of units, date of sampling."""

    product: str
    batch: str
    size: int
    date: dt.date


@dataclass(frozen=True, slots=True)
class Wanted:
    """How much to take: fixed counts, or a GB/T 2828.1 plan by level and AQL.

    ``test`` None means by plan; ``minimum`` is the smallest lot the plan allows.
    """

    test: int | None = None
    spare: int = 0
    minimum: int = 0
    level: str = "II"
    aql: str = "2.5"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A plan that fits a lot; ``letter`` and ``accept``/``reject`` only for a GB/T 2828.1 plan."""

    lot: Lot
    test: int
    spare: int
    letter: str = ""
    accept: int | None = None
    reject: int | None = None
    source: str = "fixed"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A draw: seed, hash of the list, unit numbers for test and spare, the sealed samples."""

    seed: str
    list_sha256: str
    test: tuple[int, ...]
    spare: tuple[int, ...]
    samples: tuple[Sample, ...]


def propose(lot: Lot, wanted: Wanted, today: dt.date) -> Proposal:
    """The plan for a lot; refuses a future date, a lot below the base, a sample beyond the lot."""
    raise NotImplementedError


def new_seed() -> str:
    """A seed nobody could have chosen; shown and printed before the draw."""
    raise NotImplementedError


def draw(store: Store, act: Acting, record_id: str, proposal: Proposal, seed: str) -> Result[Drawn]:
    """Draw test and spare units from 1…lot, number the samples and their seals."""
    raise NotImplementedError


def drawn(reader: Reader, record_id: str) -> Drawn | None:
    """What was drawn for a record, if anything."""
    raise NotImplementedError


def redo(drawn: Drawn, size: int) -> bool:
    """Whether the same seed over the same lot gives the same units."""
    raise NotImplementedError
