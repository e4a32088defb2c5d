"""What a bureau's list of special equipment would change, before anything is changed."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from app.services.equipment_doubts import Doubt, Doubts
from app.services.equipment_known import Known
from app.services.equipment_reading import Listing, Place, read
from app.services.equipment_rows import Given, Wrong, given
from db.connection import Reader
from db.rows import Equipment


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of a device before and after."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Entry:
    """One row that can be taken over: the device as it is and as it would be.

    ``doubts`` are keys of the doubts that must be resolved first.
    """

    said: Given
    before: Equipment | None
    after: Equipment
    doubts: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """One of new, changed, same, doubtful."""
        if self.doubts:
            return "doubtful"
        if self.before is None:
            return "new"
        return "same" if self.before == self.after else "changed"

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What would change, field by field; nothing for a new device."""
        if self.before is None:
            return ()
        pairs = (
            Difference(one.name, getattr(self.before, one.name), getattr(self.after, one.name))
            for one in fields(Equipment)
        )
        return tuple(pair for pair in pairs if pair.before != pair.after)


@dataclass(frozen=True, slots=True)
class Preview:
    """Every row of the file in one of five states; ``headings`` as the file calls the columns.

    ``repeats`` are rows that say the very same as one above, ``ignored`` headings nobody knows.
    """

    file: str
    entries: tuple[Entry, ...]
    doubts: tuple[Doubt, ...]
    wrong: tuple[Wrong, ...]
    repeats: tuple[Place, ...]
    headings: Mapping[str, str]
    ignored: tuple[str, ...]

    def of(self, state: str) -> tuple[Entry, ...]:
        """The entries in one state: new, changed, same, doubtful."""
        return tuple(one for one in self.entries if one.state == state)


def preview(reader: Reader, source: Path, today: dt.date) -> Preview:
    """Read a list and compare it with the register; nothing is changed.

    Raises:
        Refused, forms.publish_problems.PublishError: as ``equipment_reading.read``.
    """
    listing = read(source)
    with reader.snapshot():
        return _compared(reader, listing, today)


def _compared(reader: Reader, listing: Listing, today: dt.date) -> Preview:
    rows: list[Given] = []
    wrong: list[Wrong] = []
    for one in listing.rows:
        said, found = given(one, today)
        wrong += found
        if not found:
            rows.append(said)
    known = Known(reader)
    known.fetch_all(rows)
    single, repeats = _without_repeats(rows)
    doubts = Doubts(reader, known)
    doubts.note_twice(single)
    entries = []
    for said in single:
        entry = _entry(said, known, doubts)
        if isinstance(entry, Wrong):
            wrong.append(entry)
        else:
            entries.append(entry)
    used = {key for entry in entries for key in entry.doubts}
    return Preview(
        listing.file,
        tuple(entries),
        tuple(one for one in doubts.all() if one.key in used),
        tuple(wrong),
        repeats,
        listing.headings,
        listing.ignored,
    )


def _without_repeats(rows: Sequence[Given]) -> tuple[list[Given], tuple[Place, ...]]:
    """The rows, those left out that say the very same as one before."""
    single: list[Given] = []
    repeats: list[Place] = []
    seen: dict[tuple[str, str], list[Given]] = defaultdict(list)
    for said in rows:
        before = seen[(said.code, said.number)]
        if any(said.says_as(one) for one in before):
            repeats.append(said.place)
        else:
            before.append(said)
            single.append(said)
    return single, tuple(repeats)


def _entry(said: Given, known: Known, doubts: Doubts) -> Entry | Wrong:
    devices = known.devices(said)
    before = devices[0] if devices else None
    unit, unit_doubt = doubts.unit(said)
    if not unit and not unit_doubt and before is None:
        return Wrong(said.place, "unit", "unit-missing")
    if before is None and "kind_code" not in said.fields:
        return Wrong(said.place, "variety", "kind-missing")
    after = said.onto(before, unit, numbers=True)
    keys = [*doubts.twice_of(said), doubts.device(said, devices), unit_doubt]
    return Entry(said, before, after, tuple(key for key in keys if key))
