"""Samples drawn from lots."""

import datetime as dt
from collections.abc import Sequence

from db.handle import Reader, Store
from db.journal.clock import from_text
from db.journal.operation import Operation
from db.rows import Sample
from db.store import nouns
from db.store.merged import OWN


def get(reader: Reader, sample_id: str) -> Sample | None:
    """Return one sample or None."""
    return nouns.get(reader, Sample, sample_id)


def of_record(reader: Reader, record_id: str) -> tuple[Sample, ...]:
    """Return the samples of a record, in the order they were drawn."""
    return nouns.many(reader, Sample, "WHERE record_id = ? ORDER BY id", (record_id,))


def of_case(reader: Reader, case_id: str) -> tuple[Sample, ...]:
    """Return the samples of a case file, in the order they were drawn."""
    return nouns.many(reader, Sample, "WHERE case_id = ? ORDER BY id", (case_id,))


def by_number(reader: Reader, number: str) -> Sample | None:
    """Return the sample with this number or None."""
    return nouns.one(reader, Sample, "WHERE number = ? AND number <> '' ORDER BY id", (number,))


def by_seal(reader: Reader, seal_no: str) -> Sample | None:
    """Return the sample behind the seal with this number or None."""
    return nouns.one(reader, Sample, "WHERE seal_no = ? AND seal_no <> '' ORDER BY id", (seal_no,))


def drawn_before(
    reader: Reader, enterprise_id: str, product_name: str, record_id: str
) -> tuple[Sample, dt.datetime] | None:
    """Return the newest sample of a unit's product from another sheet, and when it was finished."""
    found = reader.row(
        "SELECT s.id, r.finished FROM record r JOIN sample s ON s.record_id = r.id"
        f" WHERE r.{OWN} AND r.id <> ? AND s.product_name = ? AND r.finished IS NOT NULL"
        " AND r.state IN ('issued', 'finished') ORDER BY r.finished DESC, s.id LIMIT 1",
        (enterprise_id, record_id, product_name),
    )
    if found is None:
        return None
    sample = get(reader, found[0])
    return None if sample is None else (sample, from_text(found[1]))


def numbers_beginning(reader: Reader, prefix: str) -> tuple[str, ...]:
    """Return the numbers of samples that begin so."""
    found = reader.rows(
        "SELECT number FROM sample WHERE number >= ?1 AND substr(number, 1, length(?1)) = ?1",
        (prefix,),
    )
    return tuple(number for (number,) in found)


def page(reader: Reader, keys: Sequence[str]) -> tuple[Sample, ...]:
    """Return the samples with these ids, in their order."""
    return nouns.page(reader, Sample, keys)


def save(store: Store, *rows: Sample) -> tuple[Operation, ...]:
    """Make or edit samples."""
    return nouns.save(store, *rows)


def delete(store: Store, keys: Sequence[str]) -> tuple[Operation, ...]:
    """Delete samples that were entered by mistake."""
    return nouns.delete(store, Sample, keys)
