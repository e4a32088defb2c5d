"""What left for another jurisdiction or came from one."""

from db.duty_rows import Handover
from db.handle import Reader
from db.store import nouns


def latest(reader: Reader, limit: int = 20) -> tuple[Handover, ...]:
    """Return what was handed over last, the newest first."""
    return nouns.many(reader, Handover, "ORDER BY id DESC LIMIT ?", (limit,))


def of(reader: Reader, rec_id: str) -> Handover | None:
    """Return how a record last left or came, None for one that never did."""
    where = "WHERE rec_id = ? ORDER BY id DESC LIMIT 1"
    return nouns.one(reader, Handover, where, (rec_id,))
