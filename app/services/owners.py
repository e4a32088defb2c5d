"""Whose thing it is: from a piece of equipment to its enterprise."""

from db.connection import Reader
from db.rows import Equipment
from db.store import nouns


def enterprise_of_equipment(reader: Reader, equipment_id: str) -> str:
    """The id of the enterprise that uses a piece of equipment; empty when it is not known."""
    row = nouns.get(reader, Equipment, equipment_id)
    return (row.enterprise_id or "") if row is not None else ""
