"""What the registers know when a list is compared: devices by their numbers, units by name."""

from collections import defaultdict
from collections.abc import Sequence

from app.services.equipment_cells import folded
from app.services.equipment_rows import Given
from db.connection import Reader
from db.rows import Equipment
from db.store import enterprises, equipment
from db.store.nouns import PAGE


class Known:
    """Devices and units of one state of the store, found without asking it for each row."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._devices: dict[str, list[str]] = defaultdict(list)
        self._rows: dict[str, Equipment] = {}
        self._named: dict[str, list[str]] = defaultdict(list)
        self._coded: dict[str, list[str]] = defaultdict(list)
        self.names: dict[str, tuple[str, str]] = {}
        for key, code, number in equipment.identities(reader):
            for text in {code, number} - {""}:
                self._devices[text].append(key)
        for key, name, uscc in enterprises.identities(reader):
            self.add_unit(key, name, uscc)

    def add_unit(self, key: str, name: str, uscc: str) -> None:
        """Take note of a unit; ``names`` has name and code of each."""
        self.names[key] = (name, uscc)
        self._named[folded(name)].append(key)
        if uscc:
            self._coded[uscc].append(key)

    def add_device(self, row: Equipment) -> None:
        """Take note of a device as it was kept just now."""
        self._rows[row.id] = row
        for text in {row.code, row.registration_no} - {""}:
            if row.id not in self._devices[text]:
                self._devices[text].append(row.id)

    def devices(self, said: Given) -> tuple[Equipment, ...]:
        """The devices that have the code or the registration number of a row."""
        keys = [
            *self._devices.get(said.code, ()),
            *self._devices.get(said.number, ()),
        ]
        return tuple(self.device(key) for key in dict.fromkeys(keys))

    def device(self, key: str) -> Equipment:
        """One device by its id."""
        if key not in self._rows:
            self.fetch([key])
        return self._rows[key]

    def fetch(self, keys: Sequence[str]) -> None:
        """Read many devices at once."""
        for one in equipment.page(self._reader, keys):
            self._rows[one.id] = one

    def fetch_all(self, rows: Sequence[Given]) -> None:
        """Read the devices of many rows at once."""
        keys = [
            key
            for said in rows
            for text in (said.code, said.number)
            for key in self._devices.get(text, ())
        ]
        unread = [key for key in dict.fromkeys(keys) if key not in self._rows]
        for start in range(0, len(unread), PAGE):
            self.fetch(unread[start : start + PAGE])

    def units_named(self, name: str) -> tuple[str, ...]:
        """The ids of the units with this name, brackets and spaces left out of account."""
        return tuple(self._named.get(folded(name), ())) if name else ()

    def units_coded(self, uscc: str) -> tuple[str, ...]:
        """The ids of the units with this 统一社会信用代码."""
        return tuple(self._coded.get(uscc, ())) if uscc else ()
