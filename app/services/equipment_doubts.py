"""What only a person can tell about the rows of a list: which unit, which device, which row."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.services.equipment_known import Known
from app.services.equipment_reading import Place
from app.services.equipment_rows import Given
from db.connection import Reader
from db.rows import Equipment
from db.store import search

SKIP = "skip"
NEW_UNIT = "new-unit"
TAKE, KEEP = "take", "keep"
_NEAR = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """One way out of a doubt; ``kind`` is skip, unit, new-unit, row, take, keep or device.

    ``text`` names what is meant: the unit, the device, the row.
    """

    key: str
    kind: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What only a person can tell, for all rows it stands in at once.

    ``reason`` is unit-unknown, unit-twice, unit-name-differs, unit-code-differs, twice,
    numbers-differ or several-devices; ``text`` is what the list says, ``known`` what the register
    says.
    """

    key: str
    reason: str
    places: tuple[Place, ...]
    choices: tuple[Choice, ...]
    text: str = ""
    known: str = ""


class Doubts:
    """The doubts found so far, each once for all its rows."""

    def __init__(self, reader: Reader, known: Known) -> None:
        self._reader = reader
        self._known = known
        self._found: dict[str, Doubt] = {}
        self._places: dict[str, list[Place]] = defaultdict(list)
        self._twice: dict[str, list[Given]] = {}

    def all(self) -> tuple[Doubt, ...]:
        """Every doubt with all the rows it stands in."""
        return tuple(
            replace(one, places=tuple(self._places[key])) for key, one in self._found.items()
        )

    def note_twice(self, rows: Sequence[Given]) -> None:
        """Take note of codes and registration numbers that stand in several rows."""
        by_number: dict[str, list[Given]] = defaultdict(list)
        for said in rows:
            for text in {said.code, said.number} - {""}:
                by_number[text].append(said)
        self._twice = {text: same for text, same in by_number.items() if len(same) > 1}

    def twice_of(self, said: Given) -> list[str]:
        """The doubts that the row's numbers stand in other rows too."""
        found = []
        for text in dict.fromkeys((said.code, said.number)):
            if text in self._twice:
                rows = self._twice[text]
                choices = [Choice(row_key(one.place), "row", _row_text(one)) for one in rows]
                found.append(self._add(f"twice:{text}", "twice", said, choices, text))
        return found

    def device(self, said: Given, devices: Sequence[Equipment]) -> str:
        """The doubt which device a row means, or whose numbers hold; empty where it is plain."""
        if len(devices) > 1:
            choices = [Choice(f"device:{one.id}", "device", _device_text(one)) for one in devices]
            text = " ".join(filter(None, (said.code, said.number)))
            return self._add(f"several:{text}", "several-devices", said, choices, text)
        if not devices:
            return ""
        one = devices[0]
        pairs = ((said.code, one.code), (said.number, one.registration_no))
        differing = [(new, old) for new, old in pairs if new and old and new != old]
        if not differing:
            return ""
        new, old = differing[0]
        choices = [Choice(TAKE, TAKE, new), Choice(KEEP, KEEP, old)]
        return self._add(f"numbers:{one.id}:{new}", "numbers-differ", said, choices, new, old)

    def unit(self, said: Given) -> tuple[str, str]:
        """The unit a row means, or the key of the doubt which it is."""
        coded, named = self._known.units_coded(said.uscc), self._known.units_named(said.unit)
        if not (said.uscc or said.unit):
            return "", ""
        if len(coded) == 1 and (not said.unit or coded[0] in named):
            return coded[0], ""
        reason = "unit-unknown"
        if len(coded) == 1:
            reason = "unit-name-differs"
        elif len(coded) > 1 or len(named) > 1:
            reason = "unit-twice"
        elif named and said.uscc and self._known.names[named[0]][1]:
            reason = "unit-code-differs"
        elif named:
            return named[0], ""
        return "", self._unit_doubt(reason, said, (*coded, *named))

    def _unit_doubt(self, reason: str, said: Given, units: Sequence[str]) -> str:
        key = f"unit:{said.uscc}:{said.unit}"
        if key in self._found:
            self._places[key].append(said.place)
            return key
        near = tuple(dict.fromkeys(units)) or self._near(said)
        choices = [Choice(f"unit:{one}", "unit", self._unit_text(one)) for one in near]
        if said.unit and not self._known.units_coded(said.uscc):
            choices.append(Choice(NEW_UNIT, NEW_UNIT, said.unit))
        known = self._unit_text(units[0]) if units else ""
        text = " ".join(filter(None, (said.unit, said.uscc)))
        return self._add(key, reason, said, choices, text, known)

    def _near(self, said: Given) -> tuple[str, ...]:
        hits = search.find(self._reader, said.unit or said.uscc, _NEAR, ("enterprise",))
        return tuple(hit.rec_id for hit in hits)

    def _unit_text(self, key: str) -> str:
        return " ".join(filter(None, self._known.names[key]))

    def _add(  # noqa: PLR0913, PLR0917 - a doubt has as many parts
        self,
        key: str,
        reason: str,
        said: Given,
        choices: Sequence[Choice],
        text: str,
        known: str = "",
    ) -> str:
        self._places[key].append(said.place)
        if key not in self._found:
            ways = (*choices, Choice(SKIP, SKIP))
            self._found[key] = Doubt(key, reason, (), ways, text, known)
        return key


def row_key(place: Place) -> str:
    """The key of the choice of one row of several."""
    return f"row:{place.sheet}!{place.row}"


def _row_text(said: Given) -> str:
    where = f"{said.place.sheet}!{said.place.row}" if said.place.sheet else str(said.place.row)
    return f"{where} {said.fields.get('name', '')} {said.unit}".strip()


def _device_text(row: Equipment) -> str:
    return " ".join(filter(None, (row.name, row.code, row.registration_no)))
