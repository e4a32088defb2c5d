"""Registers as the lists a form asks for: enterprises, equipment, products, people, laws."""

from collections.abc import Mapping

from db.connection import Reader


class StoreLists:
    """The ``Lists`` protocol over indexed SQLite; rows are read when asked for, never before."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def rows(
        self, list_id: str, where: Mapping[str, str], limit: int
    ) -> tuple[Mapping[str, str], ...]:
        """Rows whose columns equal ``where``."""
        raise NotImplementedError

    def search(
        self, list_id: str, text: str, where: Mapping[str, str], limit: int
    ) -> tuple[Mapping[str, str], ...]:
        """Rows that match typed text."""
        raise NotImplementedError

    def row(self, list_id: str, name: str) -> Mapping[str, str] | None:
        """One row by its name (id)."""
        raise NotImplementedError
