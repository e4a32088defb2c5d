"""The demonstration bureau: seeding a store, and playing the whole story without a window."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from app.services.changes import Result
from app.services.context import Acting, Who
from db.connection import Store


@dataclass(frozen=True, slots=True)
class Played:
    """What the story left behind: its records, the issued document and the PDFs by name."""

    case_id: str
    enterprise_id: str
    check_id: str
    sampling_id: str
    site_record_id: str
    document_id: str
    papers: tuple[Path, ...]


def seed(store: Store, today: dt.date) -> Result[Who]:
    """Fill an empty store with the Linyi Quality Month; dates are moved so that today has work."""
    raise NotImplementedError


def play(store: Store, act: Acting, out: Path) -> Result[Played]:
    """Play the story through the real services, forms and paper; PDFs are left in ``out``."""
    raise NotImplementedError
