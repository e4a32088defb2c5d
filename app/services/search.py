"""One box over everything: grouped hits, and what a scanned text is."""

from dataclasses import dataclass

from db.connection import Reader
from db.rows import Hit


@dataclass(frozen=True, slots=True)
class Group:
    """Hits of one kind, newest first."""

    kind: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scanned text is.

    ``kind``: uscc, licence, document, equipment, sample, product, unknown. ``rec_type`` and
    ``rec_id`` name what the store has for it (empty if nothing); ``key`` is the code inside.
    """

    kind: str
    text: str
    key: str
    rec_type: str = ""
    rec_id: str = ""


def find(reader: Reader, text: str, per_kind: int = 6) -> tuple[Group, ...]:
    """Hits grouped by kind, answering as one types."""
    raise NotImplementedError


def rescue(data: str | bytes) -> str:
    """The text of a code whose bytes may be UTF-8, GBK or GB 18030 without saying which."""
    raise NotImplementedError


def understand(reader: Reader, data: str | bytes) -> Scan:
    """What a scanned code is and whom it belongs to."""
    raise NotImplementedError
