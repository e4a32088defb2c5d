"""A list of operators beside the register: which person, which unit and which device a row means."""

from collections.abc import Sequence
from dataclasses import replace

from app.services.equipment_compared import device_text
from app.services.equipment_known import Devices
from app.services.list_doubts import KEEP, TAKE, Doubts
from app.services.list_preview import Choice, Entry, Wrong
from app.services.list_units import Units
from app.services.operator_known import Operators
from app.services.operator_rows import Certified, Given
from db.connection import Reader
from db.rows import Equipment, Person

NO_DEVICE = "no-device"
NEW_PERSON = "new-person"


class Compared(Doubts):
    """Rows beside operators.

    Reasons besides those of every list: device-unknown, several-devices, device-elsewhere,
    several-people, same-name, name-differs, moved; choices: device, no-device, person, new-person.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__(Units(reader))
        self._devices = Devices(reader)
        self._operators = Operators(reader)

    def prepare(self, rows: Sequence[Given]) -> None:
        """See what the rows say of each other."""
        self.note_twice(rows)

    def entry(self, said: Given) -> Entry[Given, Certified] | Wrong:
        """One row beside the register."""
        devices = self._devices.of(said.code, said.number)
        unit, unit_doubt = self.unit(said)
        owner = unit or (devices[0].enterprise_id if devices and not unit_doubt else "")
        if not owner and not unit_doubt:
            return Wrong(said.place, "unit", "unit-missing")
        device_doubt = self._device(said, devices, owner)
        found = self._operators.certified(said.certificate)
        keys = [
            *self.twice_of(said),
            unit_doubt,
            device_doubt,
            *(self._person(said, found, owner)),
        ]
        at = devices[0].id if devices else ""
        before = self._operators.as_known(found[0], said, at, owner) if found else None
        fresh = Certified("", "", owner, "", said.name, "", None)
        after = said.onto(before or fresh, named=True)
        after = replace(
            after,
            enterprise_id=self.units.held(owner, before.enterprise_id if before else "")
            or after.enterprise_id,
            equipment_id=at or after.equipment_id,
        )
        return Entry(said, before, after, owner, tuple(key for key in keys if key))

    def _device(self, said: Given, devices: Sequence[Equipment], owner: str) -> str:
        """The doubt which device a row means; empty where it is plain or none is named."""
        text = " ".join(filter(None, (said.code, said.number)))
        if not text:
            return ""
        choices = [Choice(f"device:{one.id}", "device", device_text(one)) for one in devices]
        without = Choice(NO_DEVICE, NO_DEVICE, said.name)
        if not devices:
            return self.add(f"device:{text}", "device-unknown", said, [without], text)
        if len(devices) > 1:
            ways = [*choices, without]
            return self.add(f"device:{text}", "several-devices", said, ways, text)
        (one,) = devices
        if not owner or self.units.stands(one.enterprise_id) == self.units.stands(owner):
            return ""
        known = self.units.text(one.enterprise_id)
        return self.add(
            f"device:{text}:{owner}", "device-elsewhere", said, [*choices, without], text, known
        )

    def _person(self, said: Given, found: Sequence[Person], owner: str) -> list[str]:
        """The doubts whose the certificate is, or whether a namesake is the same person."""
        text = f"{said.name} {said.certificate}"
        if len(found) > 1:
            choices = [_person_choice(one) for one in found]
            return [self.add(f"person:{text}", "several-people", said, choices, text)]
        if not found:
            same = self._operators.namesakes(said.name, owner)
            if not same:
                return []
            choices = [_person_choice(one) for one in same]
            choices.append(Choice(NEW_PERSON, NEW_PERSON, said.name))
            known = " ".join(filter(None, (same[0].name, same[0].certificate)))
            return [self.add(f"person:{text}", "same-name", said, choices, text, known)]
        (one,) = found
        doubts = []
        if one.name != said.name:
            choices = [Choice(TAKE, TAKE, said.name), Choice(KEEP, KEEP, one.name)]
            doubts.append(self.add(f"name:{text}", "name-differs", said, choices, text, one.name))
        if owner and self.units.stands(one.enterprise_id or "") != self.units.stands(owner):
            known = self.units.text(one.enterprise_id or "")
            choices = [Choice("moved", "moved", self.units.text(owner))]
            doubts.append(self.add(f"moved:{text}:{owner}", "moved", said, choices, text, known))
        return doubts


def _person_choice(row: Person) -> Choice:
    return Choice(f"person:{row.id}", "person", " ".join(filter(None, (row.name, row.certificate))))
