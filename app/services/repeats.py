"""No product is drawn twice within six months: what was drawn of it last, and until when it holds."""

import datetime as dt
from dataclasses import dataclass

from app.services.clocks import explain
from app.services.context import CHINA
from app.services.records import Opened, answered
from db.connection import Reader
from db.store import samples

CLOCK = "same-product-6m"


@dataclass(frozen=True, slots=True)
class Repeat:
    """The same product of the same unit, drawn before; ``until`` is the last day of the rest."""

    number: str
    lot: str
    drawn: dt.date
    until: dt.date


def drawn_before(reader: Reader, opened: Opened, today: dt.date) -> Repeat | None:
    """The draw that stands in the way of a sheet; none for a re-check, which must come soon."""
    product = answered(opened, "product_name")
    if not product or answered(opened, "task_kind") == "recheck":
        return None
    record = opened.record
    found = samples.drawn_before(reader, record.enterprise_id, product, record.id)
    if found is None:
        return None
    sample, finished = found
    day = finished.astimezone(CHINA).date()
    until = explain(reader, CLOCK, day).due
    return Repeat(sample.number, sample.lot, day, until) if today <= until else None
