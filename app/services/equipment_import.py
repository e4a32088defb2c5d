"""A bureau's list of special equipment: compared with the register, and taken over."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from typing_extensions import override

from app.services import key_units
from app.services.changes import Result, touched
from app.services.context import Acting
from app.services.equipment_cells import HEADS
from app.services.equipment_compared import Compared, said_key_unit
from app.services.equipment_known import Devices
from app.services.equipment_rows import Given, given
from app.services.list_doubts import KEEP
from app.services.list_import import Done, Left, Run, taken
from app.services.list_preview import Entry, Preview, compared
from app.services.list_reading import read
from app.services.list_units import Units
from db.connection import Reader, Store
from db.journal.ids import new_id
from db.rows import Equipment
from db.store import equipment

Listed = Preview[Given, Equipment]
"""A compared list of special equipment."""


def preview(reader: Reader, source: Path, today: dt.date) -> Listed:
    """Read a list and compare it with the register; nothing is changed.

    Raises:
        Refused, forms.publish_problems.PublishError: as ``list_reading.read``.
    """
    listing = read(source, HEADS)
    with reader.snapshot():
        return compared(listing, partial(given, today=today), Compared(reader))


def apply(
    store: Store,
    act: Acting,
    found: Listed,
    resolutions: Mapping[str, str],
    told: Callable[[int, int], None] | None = None,
) -> Result[Done]:
    """Take the rows over whose doubts are resolved; each device is one operation.

    Raises:
        Refused, MachineError: as ``list_import.taken``.
    """
    return taken(_Run(store, act, resolutions, found.file), found, resolutions, told)


class _Run(Run[Given, Equipment]):
    """Devices by their numbers; a unit the list calls a key unit is one by this list."""

    def __init__(
        self, store: Store, act: Acting, resolutions: Mapping[str, str], file: str
    ) -> None:
        super().__init__(store, act, resolutions)
        self._file = file
        self._units = Units(store)
        self._devices = Devices(store)

    @property
    @override
    def units(self) -> Units:
        return self._units

    @override
    def fetch(self, entries: Sequence[Entry[Given, Equipment]]) -> None:
        self._devices.fetch_all([entry.said for entry in entries])

    @override
    def resolved(
        self, entry: Entry[Given, Equipment], chosen: Mapping[str, str], unit: str
    ) -> tuple[Equipment | None, Equipment]:
        before, numbers = self._device(entry, chosen)
        held = self._units.held(unit, before.enterprise_id if before else "")
        after = entry.said.onto(before, held, numbers=numbers)
        seen = entry.before
        if seen and before and seen.id == before.id and before not in {seen, after}:
            raise Left(overtaken=True)
        after = after if before is not None else replace(after, id=new_id())
        self._devices.add(after)
        return before, after

    def _device(
        self, entry: Entry[Given, Equipment], chosen: Mapping[str, str]
    ) -> tuple[Equipment | None, bool]:
        """The device a row means, and whether the numbers of the row hold."""
        picked = next((text for text in chosen.values() if text.startswith("device:")), "")
        if picked:
            return self._devices.get(picked.removeprefix("device:")), False
        numbers = KEEP not in chosen.values()
        if entry.before is not None:
            return self._devices.get(entry.before.id), numbers
        devices = self._devices.of(entry.said.code, entry.said.number)
        if len(devices) > 1:
            raise Left(overtaken=True)
        return (devices[0] if devices else None), numbers

    @override
    def beside(self, entry: Entry[Given, Equipment], chosen: Mapping[str, str], unit: str) -> bool:
        said = said_key_unit(entry.said, tuple(chosen.values()))
        owner = unit or entry.after.enterprise_id
        if not said or self._units.key_units.get(owner, "") == said:
            return False
        done = key_units.decide(self.store, self.act, [owner], said, f"按导入的台账：{self._file}")
        self._units.key_units[owner] = said
        self.changes |= done.changes
        return True

    @override
    def keep(self, pairs: Sequence[tuple[Equipment | None, Equipment]]) -> None:
        rows = {after.id: after for _before, after in pairs}
        for before, after in pairs:
            owners = {after.enterprise_id, before.enterprise_id if before else ""} - {""}
            self.changes |= touched("equipment", after.id, *owners)
        equipment.save(self.store, *rows.values())
