"""The devices of one state of the store by their numbers, found without asking it for each row."""

from collections import defaultdict
from collections.abc import Sequence

from app.services.equipment_rows import Given
from db.connection import Reader
from db.rows import Equipment
from db.store import equipment
from db.store.nouns import PAGE


class Devices:
    """Every device by its code and by its registration number."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._numbered: dict[str, list[str]] = defaultdict(list)
        self._rows: dict[str, Equipment] = {}
        for key, code, number in equipment.identities(reader):
            for text in {code, number} - {""}:
                self._numbered[text].append(key)

    def add(self, row: Equipment) -> None:
        """Take note of a device as it was kept just now."""
        self._rows[row.id] = row
        for text in {row.code, row.registration_no} - {""}:
            if row.id not in self._numbered[text]:
                self._numbered[text].append(row.id)

    def of(self, *numbers: str) -> tuple[Equipment, ...]:
        """The devices that have one of these numbers."""
        keys = [key for text in numbers if text for key in self._numbered.get(text, ())]
        return tuple(self.get(key) for key in dict.fromkeys(keys))

    def get(self, key: str) -> Equipment:
        """One device by its id."""
        if key not in self._rows:
            self._fetch([key])
        return self._rows[key]

    def fetch_all(self, rows: Sequence[Given]) -> None:
        """Read the devices of many rows at once."""
        keys = [
            key
            for said in rows
            for text in (said.code, said.number)
            for key in self._numbered.get(text, ())
        ]
        unread = [key for key in dict.fromkeys(keys) if key not in self._rows]
        for start in range(0, len(unread), PAGE):
            self._fetch(unread[start : start + PAGE])

    def _fetch(self, keys: Sequence[str]) -> None:
        for one in equipment.page(self._reader, keys):
            self._rows[one.id] = one
