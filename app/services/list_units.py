"""The units of one state of the store by name and code, found without asking it for each row."""

from collections import defaultdict

from app.services.list_cells import folded
from db.connection import Reader
from db.store import enterprises, merged


class Units:
    """Every unit by its code and by its name, however brackets and spaces stand in it.

    A unit that was merged is meant by its own name and code still, and the one it went into stands
    for it; a name a unit had before is kept apart, for it may be somebody else's by now.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.names: dict[str, tuple[str, str]] = {}
        self.key_units = enterprises.decided(reader)
        self._named: dict[str, list[str]] = defaultdict(list)
        self._coded: dict[str, list[str]] = defaultdict(list)
        self._former: dict[str, list[str]] = defaultdict(list)
        self._standing = merged.whose(reader)
        for key, name, uscc in enterprises.identities(reader):
            self.add_unit(key, name, uscc)
        for one in merged.all_former(reader):
            for text in {folded(one.name), one.uscc} - {""}:
                _add(self._former[text], self.stands(one.enterprise_id))

    def add_unit(self, key: str, name: str, uscc: str) -> None:
        """Take note of a unit; ``names`` has name and code of each."""
        self.names[key] = (name, uscc)
        _add(self._named[folded(name)], self.stands(key))
        if uscc:
            _add(self._coded[uscc], self.stands(key))

    def stands(self, key: str) -> str:
        """The id of the unit that stands for one: its own unless it was merged."""
        return self._standing.get(key, key)

    def held(self, unit: str, owner: str) -> str:
        """The id a row keeps that belongs to ``owner`` and is said to be of ``unit``."""
        return owner if owner and self.stands(owner) == unit else unit

    def formerly(self, name: str, uscc: str) -> tuple[str, ...]:
        """The ids of the units that had this name or code once."""
        texts = {folded(name), uscc} - {""}
        found: list[str] = []
        for text in sorted(texts):
            for key in self._former.get(text, ()):
                _add(found, key)
        return tuple(found)

    def named(self, name: str) -> tuple[str, ...]:
        """The ids of the units with this name, brackets and spaces left out of account."""
        return tuple(self._named.get(folded(name), ())) if name else ()

    def coded(self, uscc: str) -> tuple[str, ...]:
        """The ids of the units with this 统一社会信用代码."""
        return tuple(self._coded.get(uscc, ())) if uscc else ()

    def text(self, key: str) -> str:
        """A unit as it is named to be chosen."""
        return " ".join(filter(None, self.names.get(key, ())))


def _add(keys: list[str], key: str) -> None:
    if key not in keys:
        keys.append(key)
