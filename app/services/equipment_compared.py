"""A list of special equipment beside the register: which device and which unit a row means."""

from collections import defaultdict
from collections.abc import Sequence

from app.services.equipment_known import Devices
from app.services.equipment_rows import Given
from app.services.list_doubts import KEEP, TAKE, Doubts
from app.services.list_preview import Choice, Difference, Entry, Wrong
from app.services.list_units import Units
from db.connection import Reader
from db.rows import Equipment

KEY_YES, KEY_NO = "key-yes", "key-no"
_KEY_CHOICES = {KEY_YES: "yes", KEY_NO: "no"}


class Compared(Doubts):
    """Rows beside devices.

    Reasons besides those of every list: numbers-differ, several-devices, key-differs; choices:
    device, key-yes, key-no.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__(Units(reader))
        self._devices = Devices(reader)
        self._key_units: dict[str, set[str]] = defaultdict(set)

    def prepare(self, rows: Sequence[Given]) -> None:
        """Fetch the devices of all rows, and see what the rows say of each other."""
        self._devices.fetch_all(rows)
        self.note_twice(rows)
        for said in rows:
            if said.key_unit:
                self._key_units[_unit_of(said)].add(said.key_unit)

    def entry(self, said: Given) -> Entry[Given, Equipment] | Wrong:
        """One row beside the register."""
        devices = self._devices.of(said.code, said.number)
        before = devices[0] if devices else None
        unit, unit_doubt = self.unit(said)
        if not unit and not unit_doubt and before is None:
            return Wrong(said.place, "unit", "unit-missing")
        if before is None and "kind_code" not in said.fields:
            return Wrong(said.place, "variety", "kind-missing")
        held = self.units.held(unit, before.enterprise_id if before else "")
        after = said.onto(before, held, numbers=True)
        owner = "" if unit_doubt else after.enterprise_id
        known = self.units.key_units.get(owner, "")
        keys = [
            *self.twice_of(said),
            self._device(said, devices),
            unit_doubt,
            self._key_unit(said, known),
        ]
        beside: tuple[Difference, ...] = ()
        if said.key_unit and said.key_unit != known:
            beside = (Difference("key_unit", known, said.key_unit),)
        return Entry(said, before, after, unit, tuple(key for key in keys if key), beside)

    def _device(self, said: Given, devices: Sequence[Equipment]) -> str:
        """The doubt which device a row means, or whose numbers hold; empty where it is plain."""
        if len(devices) > 1:
            choices = [Choice(f"device:{one.id}", "device", device_text(one)) for one in devices]
            text = " ".join(filter(None, (said.code, said.number)))
            return self.add(f"several:{text}", "several-devices", said, choices, text)
        if not devices:
            return ""
        one = devices[0]
        pairs = ((said.code, one.code), (said.number, one.registration_no))
        differing = [(new, old) for new, old in pairs if new and old and new != old]
        if not differing:
            return ""
        new, old = differing[0]
        choices = [Choice(TAKE, TAKE, new), Choice(KEEP, KEEP, old)]
        return self.add(f"numbers:{one.id}:{new}", "numbers-differ", said, choices, new, old)

    def _key_unit(self, said: Given, known: str) -> str:
        """The doubt whether a unit is a key unit: the list says both, or not what was decided."""
        if not said.key_unit or len(self._key_units[_unit_of(said)] | ({known} - {""})) == 1:
            return ""
        choices = [Choice(KEY_YES, KEY_YES), Choice(KEY_NO, KEY_NO)]
        text = said.unit or said.uscc or said.code or said.number
        return self.add(f"key:{_unit_of(said)}", "key-differs", said, choices, text, known)


def said_key_unit(said: Given, choices: Sequence[str]) -> str:
    """What holds of a row's unit: what was chosen, else what the row says."""
    chosen = [_KEY_CHOICES[one] for one in choices if one in _KEY_CHOICES]
    return chosen[0] if chosen else said.key_unit


def _unit_of(said: Given) -> str:
    """The unit a row names, as rows are compared with each other."""
    return said.uscc or said.unit or said.code or said.number


def device_text(row: Equipment) -> str:
    """A device as it is named to be chosen."""
    return " ".join(filter(None, (row.name, row.code, row.registration_no)))
