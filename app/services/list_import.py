"""Taking a previewed list over: by batches, each row as far as its doubts are resolved."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic

from app.services import sites
from app.services.changes import Changes, Result
from app.services.context import Acting
from app.services.errors import Refused
from app.services.list_doubts import NEW_UNIT, SKIP, row_key
from app.services.list_preview import Entry, Preview, Row, S
from app.services.list_units import Units
from app.services.writing import writing
from db.connection import Store
from db.rows import Enterprise

BATCH = 500
"""Rows of one transaction."""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an import: rows made, changed and as they were; rows left and overtaken.

    A row is left when its doubt was not resolved or resolved to skip it; it is overtaken when what
    it means was changed after the preview was made.
    """

    new: int
    changed: int
    same: int
    left: int
    overtaken: int
    units: int


class Left(Exception):  # noqa: N818 - not an error: a row that stays out
    """A row is not taken over; ``overtaken`` tells whether it was too late."""

    def __init__(self, *, overtaken: bool = False) -> None:
        super().__init__()
        self.overtaken = overtaken


class Run(ABC, Generic[S, Row]):
    """One import going on: what the registers know, and the counts; a register says the rest."""

    def __init__(self, store: Store, act: Acting, resolutions: Mapping[str, str]) -> None:
        self.store = store
        self.act = act
        self._resolutions = resolutions
        self.done = Done(0, 0, 0, 0, 0, 0)
        self.changes = Changes()

    @property
    @abstractmethod
    def units(self) -> Units:
        """The units the rows may belong to."""

    @abstractmethod
    def fetch(self, entries: Sequence[Entry[S, Row]]) -> None:
        """Read what a batch means, at once."""

    @abstractmethod
    def resolved(
        self, entry: Entry[S, Row], chosen: Mapping[str, str], unit: str
    ) -> tuple[Row | None, Row]:
        """The row as it is and as it will be.

        Raises:
            Left: it has changed meanwhile.
        """

    @abstractmethod
    def keep(self, pairs: Sequence[tuple[Row | None, Row]]) -> None:
        """Write the rows of a batch that are new or changed."""

    @abstractmethod
    def beside(self, entry: Entry[S, Row], chosen: Mapping[str, str], unit: str) -> bool:
        """Write what the row says of something else; whether that changed anything."""

    def take(self, entries: Sequence[Entry[S, Row]]) -> None:
        """Take a batch over, inside the transaction that is open."""
        self.fetch(entries)
        pairs: list[tuple[Row | None, Row]] = []
        for entry in entries:
            try:
                chosen = self._chosen(entry)
                unit = self._unit(entry, chosen)
                before, after = self.resolved(entry, chosen, unit)
            except Left as left:
                self.count("overtaken" if left.overtaken else "left")
                continue
            beside = self.beside(entry, chosen, unit)
            if before == after and not beside:
                self.count("same")
                continue
            self.count("new" if before is None else "changed")
            if before != after:
                pairs.append((before, after))
        self.keep(pairs)

    def count(self, name: str) -> None:
        """One more of a kind in ``done``."""
        self.done = replace(self.done, **{name: getattr(self.done, name) + 1})

    def _chosen(self, entry: Entry[S, Row]) -> Mapping[str, str]:
        """What was chosen for each doubt of a row.

        Raises:
            Left: one is open or says to skip the row.
        """
        chosen = {key: self._resolutions.get(key, SKIP) for key in entry.doubts}
        mine = row_key(entry.said.place)
        if SKIP in chosen.values() or any(
            choice.startswith("row:") and choice != mine for choice in chosen.values()
        ):
            raise Left
        return chosen

    def _unit(self, entry: Entry[S, Row], chosen: Mapping[str, str]) -> str:
        """The unit of a row as it is plain or was chosen; empty where the row names none."""
        choice = next((chosen[key] for key in entry.doubts if key.startswith("unit:")), "")
        if choice == NEW_UNIT:
            return self._new_unit(entry.said.unit, entry.said.uscc)
        if choice:
            return choice.removeprefix("unit:")
        return entry.unit

    def _new_unit(self, name: str, uscc: str) -> str:
        """Make the unit, once for all rows and all times the list is taken over."""
        matching = self.units.coded(uscc) if uscc else self.units.named(name)
        if matching:
            return matching[-1]
        made = sites.create(self.store, Enterprise(id="", name=name, uscc=uscc))
        self.units.add_unit(made.value.id, name, uscc)
        self.count("units")
        self.changes |= made.changes
        return made.value.id


def taken(
    run: Run[S, Row],
    found: Preview[S, Row],
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
    offered = {doubt.key: {choice.key for choice in doubt.choices} for doubt in found.doubts}
    for key, choice in resolutions.items():
        if choice not in offered.get(key, ()):
            raise Refused("not-found", kind="choice", id=f"{key} {choice}")
    total = len(found.entries)
    for start in range(0, total, BATCH):
        with writing(run.store, run.act):
            run.take(found.entries[start : start + BATCH])
        if told is not None:
            told(min(start + BATCH, total), total)
    return Result(run.done, run.changes)
