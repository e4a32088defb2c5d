"""Whose thing it is: from a sample to its sheet, from a piece of equipment to its enterprise."""

from db.connection import Reader
from db.rows import Equipment, Sample
from db.store import nouns


def record_of_sample(reader: Reader, sample_id: str) -> str:
    """The id of the sampling sheet a sample stands on; empty when there is none."""
    row = nouns.get(reader, Sample, sample_id)
    return row.record_id if row is not None else ""


def enterprise_of_equipment(reader: Reader, equipment_id: str) -> str:
    """The id of the enterprise that uses a piece of equipment; empty when it is not known."""
    row = nouns.get(reader, Equipment, equipment_id)
    return (row.enterprise_id or "") if row is not None else ""
