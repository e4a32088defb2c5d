"""One row of a bureau's list as fields of a device, or everything that is wrong in it."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import Any

from app.services import equipment
from app.services.equipment_cells import key_unit_of, kind_of, status_of
from app.services.list_cells import CellError, day_of
from app.services.list_numbers import LONGEST, TIDY, problem_of, read_numbers
from app.services.list_preview import Wrong
from app.services.list_reading import Place, Read
from db.rows import Equipment
from forms.rules.signs import one_line

"""Characters of a name or a place; a longer text is no such thing."""
_TEXTS = ("name", "model", "place", "maker", "maintenance_unit", "unit")
_DAYS = ("registered", "last_test", "next_test")
_KINDS = ("kind", "category", "variety")


@dataclass(frozen=True, slots=True)
class Given:
    """What a row says: fields of ``Equipment`` that are filled, and its unit by name and code.

    ``key_unit`` says yes or no where the row tells whether the unit is a key unit.
    """

    place: Place
    fields: Mapping[str, Any]
    unit: str
    uscc: str
    key_unit: str = ""

    @property
    def code(self) -> str:
        """The 设备代码, empty where the row has none."""
        return str(self.fields.get("code", ""))

    @property
    def number(self) -> str:
        """The 使用登记证编号, empty where the row has none."""
        return str(self.fields.get("registration_no", ""))

    @property
    def claims(self) -> Mapping[str, object]:
        """Its numbers; each row that has one is another device, and only one of them can hold."""
        return {text: self.place for text in (self.code, self.number) if text}

    @property
    def title(self) -> str:
        """Its name and unit."""
        return f"{self.fields.get('name', '')} {self.unit}"

    def says(self) -> object:
        """Everything but its place."""
        return (dict(self.fields), self.unit, self.uscc, self.key_unit)

    def onto(self, before: Equipment | None, enterprise_id: str, *, numbers: bool) -> Equipment:
        """The device with what the row says; an empty cell takes nothing away.

        Without ``numbers`` code and registration number stay as they are. A kind that is only
        coarser than the one known changes nothing.
        """
        fields = dict(self.fields)
        if before is None:
            kind = equipment.named(fields.get("kind_code", ""))
            name = kind.variety or kind.category or kind.kind
            made = Equipment(id="", enterprise_id=enterprise_id, name=name)
            return replace(made, **{"status": equipment.STATUSES[0], **fields})
        if not numbers:
            fields = {**fields, "code": before.code, "registration_no": before.registration_no}
        if before.kind_code in equipment.below(fields.get("kind_code", "")):
            fields.pop("kind_code")
        return replace(before, enterprise_id=enterprise_id or before.enterprise_id, **fields)


def given(read: Read, today: dt.date) -> tuple[Given, tuple[Wrong, ...]]:
    """What a row says and what is wrong in it; of a row with anything wrong nothing is taken."""
    wrong: list[Wrong] = []
    fields: dict[str, Any] = {}
    texts = {name: one_line(read.cells[name]) for name in _TEXTS if name in read.cells}
    for name, text in texts.items():
        if len(text) > LONGEST:
            wrong.append(Wrong(read.place, name, "too-long", text[:LONGEST]))
    fields |= {name: text for name, text in texts.items() if name != "unit"}
    numbers, found = _numbers(read, today)
    wrong += found
    fields |= {name: text for name, text in numbers.items() if name != "uscc"}
    parsers: dict[str, Callable[[str], object]] = {
        **dict.fromkeys(_DAYS, partial(day_of, today=today)),
        "status": status_of,
        "key_unit": key_unit_of,
    }
    for name, parse in parsers.items():
        if name in read.cells:
            try:
                fields[name] = parse(read.cells[name])
            except CellError as error:
                wrong.append(Wrong(read.place, name, error.code, read.cells[name]))
    kind, column = kind_of(read.cells, numbers.get("code", ""))
    if column:
        code = "kind-differs" if column == "code" else "kind-unknown"
        wrong.append(Wrong(read.place, column, code, read.cells[column]))
    elif kind:
        fields["kind_code"] = kind
    key_unit = str(fields.pop("key_unit", ""))
    unit, uscc = texts.get("unit", ""), numbers.get("uscc", "")
    said = Given(read.place, MappingProxyType(fields), unit, uscc, key_unit)
    return said, tuple(wrong)


def _numbers(read: Read, today: dt.date) -> tuple[dict[str, str], list[Wrong]]:
    """The three numbers of a row as they are kept, and what is wrong with them."""
    found, wrong = read_numbers(read, TIDY, partial(problem_of, today=today))
    if not {"code", "registration_no"} & set(read.cells):
        wrong.append(Wrong(read.place, "code", "unnamed"))
    return found, wrong
