"""Taking a previewed list of special equipment over: by batches, each device one operation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from app.services import sites
from app.services.changes import Changes, Result, touched
from app.services.context import Acting
from app.services.equipment_doubts import KEEP, NEW_UNIT, SKIP, row_key
from app.services.equipment_known import Known
from app.services.equipment_preview import Entry, Preview, preview
from app.services.errors import Refused
from app.services.writing import writing
from db.connection import Store
from db.journal.ids import new_id
from db.rows import Enterprise, Equipment
from db.store import equipment

__all__ = ["BATCH", "Done", "apply", "preview"]

BATCH = 500
"""Rows of one transaction."""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an import: devices made, changed and as they were; rows left and overtaken.

    A row is left when its doubt was not resolved or resolved to skip it; it is overtaken when the
    device was changed after the preview was made.
    """

    new: int
    changed: int
    same: int
    left: int
    overtaken: int
    units: int


class _Left(Exception):  # noqa: N818 - not an error: a row that stays out
    """A row is not taken over; ``overtaken`` tells whether it was too late."""

    def __init__(self, *, overtaken: bool = False) -> None:
        super().__init__()
        self.overtaken = overtaken


def apply(
    store: Store,
    act: Acting,
    found: Preview,
    resolutions: Mapping[str, str],
    told: Callable[[int, int], None] | None = None,
) -> Result[Done]:
    """Take the rows over whose doubts are resolved (doubt key → choice key).

    What one batch has kept stays when a later one fails; applying again goes on from there,
    for what the register has already is not written twice. ``told`` hears how many of how many
    rows are done.

    Raises:
        Refused: ``not-found``: a resolution is none of its doubt's choices.
        MachineError: it could not be written; the batch has changed nothing.
    """
    _check(found, resolutions)
    run = _Run(store, Known(store), resolutions)
    total = len(found.entries)
    for start in range(0, total, BATCH):
        with writing(store, act):
            run.take(found.entries[start : start + BATCH])
        if told is not None:
            told(min(start + BATCH, total), total)
    return Result(run.done, run.changes)


def _check(found: Preview, resolutions: Mapping[str, str]) -> None:
    offered = {doubt.key: {choice.key for choice in doubt.choices} for doubt in found.doubts}
    for key, choice in resolutions.items():
        if choice not in offered.get(key, ()):
            raise Refused("not-found", kind="choice", id=f"{key} {choice}")


class _Run:
    """One import going on: what the registers know, and the counts."""

    def __init__(self, store: Store, known: Known, resolutions: Mapping[str, str]) -> None:
        self._store = store
        self._known = known
        self._resolutions = resolutions
        self.done = Done(0, 0, 0, 0, 0, 0)
        self.changes = Changes()

    def take(self, entries: tuple[Entry, ...]) -> None:
        """Take a batch over, inside the transaction that is open."""
        self._known.fetch_all([entry.said for entry in entries])
        rows: dict[str, Equipment] = {}
        for entry in entries:
            try:
                before, after = self._resolved(entry)
            except _Left as left:
                self._count("overtaken" if left.overtaken else "left")
                continue
            if before == after:
                self._count("same")
                continue
            self._count("new" if before is None else "changed")
            rows[after.id] = after
            self._known.add_device(after)
            owners = {after.enterprise_id, before.enterprise_id if before else ""} - {""}
            self.changes |= touched("equipment", after.id, *owners)
        equipment.save(self._store, *rows.values())

    def _resolved(self, entry: Entry) -> tuple[Equipment | None, Equipment]:
        """The device as it is and as it will be.

        Raises:
            _Left: a doubt is open or says to skip the row, or the device has changed meanwhile.
        """
        chosen = {key: self._resolutions.get(key, SKIP) for key in entry.doubts}
        mine = row_key(entry.said.place)
        if SKIP in chosen.values() or any(
            choice.startswith("row:") and choice != mine for choice in chosen.values()
        ):
            raise _Left
        before, numbers = self._device(entry, chosen)
        unit = self._unit(entry, chosen)
        after = entry.said.onto(before, unit, numbers=numbers)
        seen = entry.before
        if seen and before and seen.id == before.id and before not in {seen, after}:
            raise _Left(overtaken=True)
        return before, after if before is not None else replace(after, id=new_id())

    def _device(self, entry: Entry, chosen: Mapping[str, str]) -> tuple[Equipment | None, bool]:
        """The device a row means, and whether the numbers of the row hold."""
        picked = next((text for text in chosen.values() if text.startswith("device:")), "")
        if picked:
            return self._known.device(picked.removeprefix("device:")), False
        numbers = KEEP not in chosen.values()
        if entry.before is not None:
            return self._known.device(entry.before.id), numbers
        devices = self._known.devices(entry.said)
        if len(devices) > 1:
            raise _Left(overtaken=True)
        return (devices[0] if devices else None), numbers

    def _unit(self, entry: Entry, chosen: Mapping[str, str]) -> str:
        choice = next((chosen[key] for key in entry.doubts if key.startswith("unit:")), "")
        if not choice:
            return entry.after.enterprise_id
        if choice != NEW_UNIT:
            return choice.removeprefix("unit:")
        return self._new_unit(entry.said.unit, entry.said.uscc)

    def _new_unit(self, name: str, uscc: str) -> str:
        """Make the unit, once for all rows and all times the list is taken over."""
        matching = self._known.units_coded(uscc) if uscc else self._known.units_named(name)
        if matching:
            return matching[-1]
        made = sites.create(self._store, Enterprise(id="", name=name, uscc=uscc))
        self._known.add_unit(made.value.id, name, uscc)
        self._count("units")
        self.changes |= made.changes
        return made.value.id

    def _count(self, name: str) -> None:
        self.done = replace(self.done, **{name: getattr(self.done, name) + 1})
