"""What only a person can tell about the rows of any list: which unit it is, which row holds."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from app.services.list_preview import Choice, Doubt, Said
from app.services.list_reading import Place
from app.services.list_units import Units
from db.store import search

SKIP = "skip"
NEW_UNIT = "new-unit"
TAKE, KEEP = "take", "keep"
_NEAR = 5


class Doubts:
    """The doubts found so far, each once for all its rows; a register adds its own kinds.

    Reasons here: unit-unknown, unit-former, unit-twice, unit-name-differs, unit-code-differs, twice. Choices:
    skip, unit, new-unit, row, take, keep.
    """

    def __init__(self, units: Units) -> None:
        self.units = units
        self._found: dict[str, Doubt] = {}
        self._places: dict[str, list[Place]] = defaultdict(list)
        self._twice: dict[str, list[Said]] = {}

    def all(self) -> tuple[Doubt, ...]:
        """Every doubt with all the rows it stands in."""
        return tuple(
            replace(one, places=tuple(self._places[key])) for key, one in self._found.items()
        )

    def note_twice(self, rows: Sequence[Said]) -> None:
        """Take note of numbers that several rows say something else of."""
        by_number: dict[str, list[Said]] = defaultdict(list)
        for said in rows:
            for text in said.claims:
                by_number[text].append(said)
        asked: set[tuple[Place, ...]] = set()
        for text, same in by_number.items():
            places = tuple(one.place for one in same)
            if len({one.claims[text] for one in same}) > 1 and places not in asked:
                asked.add(places)  # two numbers of the same rows are one question
                self._twice[text] = same

    def twice_of(self, said: Said) -> list[str]:
        """The doubts that the row's numbers stand in other rows too."""
        found = []
        for text in said.claims:
            if text in self._twice:
                rows = self._twice[text]
                choices = [Choice(row_key(one.place), "row", _row_text(one)) for one in rows]
                found.append(self.add(f"twice:{text}", "twice", said, choices, text))
        return found

    def unit(self, said: Said) -> tuple[str, str]:
        """The unit a row means, or the key of the doubt which it is."""
        coded, named = self.units.coded(said.uscc), self.units.named(said.unit)
        if not (said.uscc or said.unit):
            return "", ""
        if len(coded) == 1 and (not said.unit or coded[0] in named):
            return coded[0], ""
        reason = "unit-unknown"
        if len(coded) == 1:
            reason = "unit-name-differs"
        elif len(coded) > 1 or len(named) > 1:
            reason = "unit-twice"
        elif named and said.uscc and self.units.names[named[0]][1]:
            reason = "unit-code-differs"
        elif named:
            return named[0], ""
        former = () if coded or named else self.units.formerly(said.unit, said.uscc)
        if former:
            reason = "unit-former"
        return "", self._unit_doubt(reason, said, (*coded, *named, *former))

    def _unit_doubt(self, reason: str, said: Said, units: Sequence[str]) -> str:
        key = f"unit:{said.uscc}:{said.unit}"
        if key in self._found:
            self._places[key].append(said.place)
            return key
        near = tuple(dict.fromkeys(units)) or self._near(said)
        choices = [Choice(f"unit:{one}", "unit", self.units.text(one)) for one in near]
        if said.unit and reason != "unit-former" and not self.units.coded(said.uscc):
            choices.append(Choice(NEW_UNIT, NEW_UNIT, said.unit))
        known = self.units.text(units[0]) if units else ""
        text = " ".join(filter(None, (said.unit, said.uscc)))
        return self.add(key, reason, said, choices, text, known)

    def _near(self, said: Said) -> tuple[str, ...]:
        found = search.keys(self.units.reader, "enterprise", said.unit or said.uscc, _NEAR)
        return tuple(dict.fromkeys(self.units.stands(one) for one in found))

    def add(  # noqa: PLR0913, PLR0917 - a doubt has as many parts
        self,
        key: str,
        reason: str,
        said: Said,
        choices: Sequence[Choice],
        text: str,
        known: str = "",
    ) -> str:
        """Take note of a doubt in a row; every doubt can be left by leaving its rows out."""
        self._places[key].append(said.place)
        if key not in self._found:
            ways = (*choices, Choice(SKIP, SKIP))
            self._found[key] = Doubt(key, reason, (), ways, text, known)
        return key


def row_key(place: Place) -> str:
    """The key of the choice of one row of several."""
    return f"row:{place.sheet}!{place.row}"


def _row_text(said: Said) -> str:
    where = f"{said.place.sheet}!{said.place.row}" if said.place.sheet else str(said.place.row)
    return f"{where} {said.title}".strip()
