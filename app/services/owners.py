"""Whose thing it is: from a sample to its sheet."""

from db.connection import Reader
from db.rows import Sample
from db.store import nouns


def record_of_sample(reader: Reader, sample_id: str) -> str:
    """The id of the sampling sheet a sample stands on; empty when there is none."""
    row = nouns.get(reader, Sample, sample_id)
    return row.record_id if row is not None else ""
