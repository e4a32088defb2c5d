"""A bureau's list of operators: compared with those known, and taken over."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from typing_extensions import override

from app.services.changes import Result, touched
from app.services.context import Acting
from app.services.equipment_known import Devices
from app.services.list_doubts import KEEP
from app.services.list_import import Done, Left, Run, taken
from app.services.list_preview import Entry, Preview, compared
from app.services.list_reading import read
from app.services.list_units import Units
from app.services.operator_compared import NO_DEVICE, Compared
from app.services.operator_known import Operators
from app.services.operator_rows import HEADS, NEW, Certified, Given, given
from app.services.operators import ROLE
from db.connection import Reader, Store
from db.duty_rows import Operator
from db.journal.ids import new_id
from db.rows import Person
from db.store import operators, people

Listed = Preview[Given, Certified]
"""A compared list of operators."""


def preview(reader: Reader, source: Path, today: dt.date) -> Listed:
    """Read a list and compare it with the operators known; nothing is changed.

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
    """Take the rows over whose doubts are resolved: the person, and the post at the device.

    Raises:
        Refused, MachineError: as ``list_import.taken``.
    """
    return taken(_Run(store, act, resolutions), found, resolutions, told)


class _Run(Run[Given, Certified]):
    """People by their certificate; who moved to another unit leaves the devices of the old one."""

    def __init__(self, store: Store, act: Acting, resolutions: Mapping[str, str]) -> None:
        super().__init__(store, act, resolutions)
        self._units = Units(store)
        self._devices = Devices(store)
        self._operators = Operators(store)
        self._mine: set[str] = set()

    @property
    @override
    def units(self) -> Units:
        return self._units

    @override
    def fetch(self, entries: Sequence[Entry[Given, Certified]]) -> None:
        """Nothing: of each row its person is asked for by the id."""

    @override
    def beside(self, entry: Entry[Given, Certified], chosen: Mapping[str, str], unit: str) -> bool:
        return False

    @override
    def resolved(
        self, entry: Entry[Given, Certified], chosen: Mapping[str, str], unit: str
    ) -> tuple[Certified | None, Certified]:
        said = entry.said
        at = self._device(entry, chosen)
        person = self._person(entry, chosen)
        if person is None:
            person = Person(new_id(), said.name, ROLE, said.certificate, enterprise_id=unit)
            fresh = self._operators.as_known(person, said, at, unit)
            made = replace(said.onto(fresh, named=True), equipment_id=at, enterprise_id=unit)
            return None, self._kept(None, made)
        before = self._operators.as_known(person, said, at, unit)
        seen = entry.before
        named = KEEP not in chosen.values()
        after = replace(
            said.onto(before, named=named),
            equipment_id=at or before.equipment_id,
            enterprise_id=self._units.held(unit, before.enterprise_id) or before.enterprise_id,
        )
        mine = person.id in self._mine
        same = seen is not None and seen.person_id == person.id and not mine
        if seen and same and before.facts not in {seen.facts, after.facts}:
            raise Left(overtaken=True)
        return before, self._kept(before, after)

    def _kept(self, before: Certified | None, after: Certified) -> Certified:
        """Write the person and the post at once: the next row may be of the same person."""
        if before == after:
            return after
        post = new_id() if after.operator_id == NEW else after.operator_id
        person = self._row(before, after)
        people.save(self.store, person)
        operators.save(self.store, self._post(after, post))
        if before is not None and before.enterprise_id != after.enterprise_id:
            self._leave(after)
        self._operators.add(person)
        self._mine.add(person.id)
        self.changes |= touched(
            "equipment", after.equipment_id, post, person.id, after.enterprise_id
        )
        return replace(after, operator_id=post)

    def _row(self, before: Certified | None, after: Certified) -> Person:
        known = Person(after.person_id, "", ROLE)
        if before is not None:
            known = self._operators.person(after.person_id)
        return replace(
            known,
            name=after.name,
            certificate=after.certificate,
            certificate_expires=after.expires,
            enterprise_id=after.enterprise_id,
            phone=after.phone,
            active=True,
        )

    def _post(self, after: Certified, key: str) -> Operator:
        known = operators.get(self.store, key)
        if known is not None:
            return replace(known, project=after.project)
        return Operator(key, after.equipment_id, after.person_id, after.project, self.act.today)

    def _leave(self, after: Certified) -> None:
        """End the posts at devices of other units."""
        gone = [
            replace(one, until=self.act.today)
            for one in self._operators.posts(after.person_id)
            if one.equipment_id
            and one.equipment_id != after.equipment_id
            and self._devices.get(one.equipment_id).enterprise_id != after.enterprise_id
        ]
        operators.save(self.store, *gone)

    def _device(self, entry: Entry[Given, Certified], chosen: Mapping[str, str]) -> str:
        """The device a row means now; empty for none."""
        if NO_DEVICE in chosen.values():
            return ""
        picked = next((text for text in chosen.values() if text.startswith("device:")), "")
        return picked.removeprefix("device:") or entry.after.equipment_id

    def _person(self, entry: Entry[Given, Certified], chosen: Mapping[str, str]) -> Person | None:
        """The person a row means now; None for somebody new."""
        picked = next((text for text in chosen.values() if text.startswith("person:")), "")
        if picked:
            return self._operators.person(picked.removeprefix("person:"))
        found = self._operators.certified(entry.said.certificate)
        if len(found) > 1:
            raise Left(overtaken=True)
        return found[0] if found else None

    @override
    def keep(self, pairs: Sequence[tuple[Certified | None, Certified]]) -> None:
        """Nothing: each row was written as it came, inside the batch's transaction."""
