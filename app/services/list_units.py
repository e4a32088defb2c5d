"""The units of one state of the store by name and code, found without asking it for each row."""

from collections import defaultdict

from app.services.list_cells import folded
from db.connection import Reader
from db.store import enterprises


class Units:
    """Every unit by its code and by its name, however brackets and spaces stand in it."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.names: dict[str, tuple[str, str]] = {}
        self.key_units = enterprises.decided(reader)
        self._named: dict[str, list[str]] = defaultdict(list)
        self._coded: dict[str, list[str]] = defaultdict(list)
        for key, name, uscc in enterprises.identities(reader):
            self.add_unit(key, name, uscc)

    def add_unit(self, key: str, name: str, uscc: str) -> None:
        """Take note of a unit; ``names`` has name and code of each."""
        self.names[key] = (name, uscc)
        self._named[folded(name)].append(key)
        if uscc:
            self._coded[uscc].append(key)

    def named(self, name: str) -> tuple[str, ...]:
        """The ids of the units with this name, brackets and spaces left out of account."""
        return tuple(self._named.get(folded(name), ())) if name else ()

    def coded(self, uscc: str) -> tuple[str, ...]:
        """The ids of the units with this 统一社会信用代码."""
        return tuple(self._coded.get(uscc, ())) if uscc else ()

    def text(self, key: str) -> str:
        """A unit as it is named to be chosen."""
        return " ".join(filter(None, self.names.get(key, ())))
