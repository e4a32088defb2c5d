"""The bureau's rules of inspections: how often a year, what does not count, by which source.

The opinion 国办发〔2024〕54号 asks each level to publish its own caps; it names no number. Until the
bureau writes one down there is no cap, and nothing is warned of.
"""

import datetime as dt
from dataclasses import asdict, dataclass

from app.services.changes import Result, touched
from app.services.errors import Refused
from db.connection import Reader, Store
from db.store import settings

_KEY = "visit-rules"
MOST = 365
"""More visits than days of a year is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Rules:
    """``cap`` inspections a year (0: none published), ``exempt`` kinds of visit do not count.

    ``urgent_hours`` is within how long an urgent inspection is approved afterwards.
    ``source`` names the paper the bureau published them in, ``since`` the day they hold from.
    """

    cap: int = 0
    exempt: tuple[str, ...] = ("complaint", "recheck", "urgent")
    urgent_hours: int = 24
    source: str = "国办发〔2024〕54号（频次部分）；次数以本局公布的为准"
    since: dt.date | None = None

    def cap_in(self, year: int) -> int:
        """The cap of a year; 0 in a year before the rules hold."""
        return self.cap if self.since is None or self.since.year <= year else 0


def rules(reader: Reader) -> Rules:
    """The rules as the bureau has set them, else those of the opinion."""
    kept = settings.get(reader, _KEY)
    if not kept:
        return Rules()
    since = dt.date.fromisoformat(kept["since"]) if kept.get("since") else None
    return Rules(**{**kept, "exempt": tuple(kept["exempt"]), "since": since})


def write(store: Store, wanted: Rules) -> Result[Rules]:
    """Keep the bureau's rules.

    Raises:
        Refused: ``visit-rules-wrong``: a number that cannot be, or a cap without its source.
    """
    if not 0 <= wanted.cap <= MOST or not 1 <= wanted.urgent_hours <= MOST:
        raise Refused("visit-rules-wrong")
    if wanted.cap and not wanted.source.strip():
        raise Refused("visit-rules-wrong")
    since = wanted.since.isoformat() if wanted.since else ""
    settings.put(store, _KEY, {**asdict(wanted), "since": since})
    return Result(wanted, touched("setting", _KEY))
