"""One device written down: a new one, or the words of a known one, checked as an import is."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.screens.equipment_words import kind_words
from app.screens.layout import dotted, label_column, scroll_over
from app.screens.sentences import sentence
from app.services import device, equipment, sites
from app.services.errors import Refused
from app.widgets.dates import DateField, read_date
from app.widgets.dialog import DialogFrame
from app.widgets.fields import Item, LineField, commit_input_method
from app.widgets.labelled import Labelled
from app.widgets.pick import PickField
from db.rows import Equipment
from forms.rules.identifiers import equipment_code_parts, normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.screens.desk import Desk
    from app.services.changes import Result
    from app.services.edits import Edited

HIGH: Final = 520
FOUND: Final = 12
CODE: Final = 18
TEXTS: Final = (
    *("code", "registration_no", "name", "model", "place", "maker", "maintenance_unit"),
)
DAYS: Final = ("registered", "last_test", "next_test")
FIELD_OF: Final = {
    "equipment-unnamed": "code",
    "equipment-code-wrong": "code",
    "registration-wrong": "registration_no",
    "equipment-kind-unknown": "kind_code",
}
"""Which field a refusal is said at."""


class DeviceDialog(DialogFrame):
    """A new device (None), or the words of one; what is wrong is said at its field.

    Signals:
        kept: The id of the device.
        edited: The device before and after, as ``Edited``.
    """

    kept = Signal(str)
    edited = Signal(object)

    def __init__(
        self, desk: Desk, row: Equipment | None, parent: QWidget, *, code: str = ""
    ) -> None:
        title = (
            QCoreApplication.translate("DeviceDialog", "Data of the equipment")
            if row
            else QCoreApplication.translate("DeviceDialog", "Add equipment")
        )
        super().__init__(desk.theme, title, width=600, parent=parent)
        self._desk = desk
        self._row = row or Equipment(id="", enterprise_id="")
        self._today = desk.duty.act().today
        self._lines: dict[str, Labelled] = {}
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(8)
        self._make_unit()
        self._texts = {name: LineField(desk.theme) for name in TEXTS}
        self._days = {name: DateField(desk.theme, today=self._today) for name in DAYS}
        self._kind = PickField(desk.theme, "", self._kinds)
        self._make_fields()
        area = scroll_over(self._page)
        area.setMinimumHeight(min(HIGH, max(160, parent.height() - 200)))
        self.body.addWidget(area, 1)
        self.add_leave()
        self._keeper = self.add_act(self.tr("Keep"), "primary", "tick")
        self._keeper.setDefault(True)
        self._keeper.clicked.connect(self._keep)
        self._texts["code"].textChanged.connect(self._read_code)
        if code:
            self._texts["code"].set_text(code)
            self._read_code(code)
        first: QWidget = self._texts["code"] if self._row.enterprise_id else self._unit
        first.setFocus()

    # --- the fields ---------------------------------------------------------------------------

    def _make_unit(self) -> None:
        label = self.tr("Used by")
        self._unit = PickField(self._desk.theme, label, self._units)
        if self._row.enterprise_id:
            unit = sites.get(self._desk.reader, self._row.enterprise_id)
            self._unit.set_item(Item(unit.id, unit.name))
        self._add("enterprise_id", label, self._unit, required=True)

    def _make_fields(self) -> None:
        words = {
            "code": self.tr("Equipment code"),
            "registration_no": self.tr("Registration number"),
            "kind_code": self.tr("Variety"),
            "name": self.tr("Name"),
            "model": self.tr("Model"),
            "place": self.tr("Place"),
            "maker": self.tr("Maker"),
            "maintenance_unit": self.tr("Maintained by"),
            "registered": self.tr("Registered"),
            "last_test": self.tr("Last test"),
            "next_test": self.tr("Next test"),
        }
        kind = equipment.named(self._row.kind_code)
        if self._row.kind_code:
            self._kind.set_item(Item(kind.code, kind_words(kind), kind.code))
        controls: dict[str, QWidget] = {**self._texts, **self._days, "kind_code": self._kind}
        for name, label in words.items():
            self._add(name, label, controls[name], required=name == "kind_code")
            if name in TEXTS:
                self._texts[name].set_text(str(getattr(self._row, name)))
                self._texts[name].returnPressed.connect(self._keep)
            elif name in DAYS:
                day = getattr(self._row, name)
                self._days[name].set_value(day.isoformat() if day else "")
        self._column.addStretch(1)

    def _add(self, name: str, label: str, control: QWidget, *, required: bool = False) -> None:
        line = Labelled(self._desk.theme, label, control, required=required, column=label_column())
        self._lines[name] = line
        self._column.addWidget(line)

    def _units(self, text: str) -> Sequence[Item]:
        found = sites.find(self._desk.reader, text, FOUND) if text else ()
        return [Item(one.id, one.name, one.uscc) for one in found]

    def _kinds(self, text: str) -> Sequence[Item]:
        """Catalogue lines by part of a name or the beginning of a code, the exact ones first."""
        wanted = normalise(text)
        found = [
            one
            for one in equipment.catalogue().values()
            if one.code.startswith(wanted) or text in one.name or text in one.kind
        ]
        found.sort(key=lambda one: (not one.variety, one.code))
        return [Item(one.code, one.name, dotted(one.code, one.kind)) for one in found[:FOUND]]

    def _read_code(self, text: str) -> None:
        """Read a whole code at once: what is wrong with it, else its variety where none is said."""
        code = normalise(text)
        line = self._lines["code"]
        line.set_error("")
        line.set_hint("")
        if len(code) != CODE:
            return
        if problem := equipment.code_problem(code, self._today):
            facts = {"text": code, "problem": problem}
            line.set_error(" ".join(sentence("equipment-code-wrong", facts)))
            return
        parts = equipment_code_parts(code)
        if parts is None:
            return
        kind = equipment.named(parts.variety)
        words = self.tr("{kind}, maker {maker}, {year}, serial {serial}")
        line.set_hint(
            words.format(
                kind=kind_words(kind), maker=parts.maker, year=parts.year, serial=parts.serial
            )
        )
        if not self._kind.value:
            self._kind.pick(Item(kind.code, kind_words(kind), kind.code))

    # --- keeping ------------------------------------------------------------------------------

    def _keep(self) -> None:
        commit_input_method()
        for line in self._lines.values():
            line.set_error("")
        row = self._written()
        if row is None:
            return
        self._keeper.setEnabled(False)
        act, jobs = self._desk.duty.act(), self._desk.jobs
        if row.id:
            edit = partial(device.edit, act=act, row=row)
            jobs.write(edit, done=self._edited, failed=self._refused, initiator=self)
        else:
            save = partial(equipment.save, act=act, row=row)
            jobs.write(save, done=self._made, failed=self._refused, initiator=self)

    def _written(self) -> Equipment | None:
        """The device as it stands in the fields; None where one of them cannot be read."""
        if not self._unit.value:
            self._say("enterprise_id", self.tr("Choose the unit that uses it."))
            return None
        written: dict[str, Any] = {name: field.text() for name, field in self._texts.items()}
        for name, field in self._days.items():
            written[name] = read_date(field.value, self._today) if field.value else None
            if field.value and written[name] is None:
                self._say(name, self.tr("This is not a day. Write it like 2026-05-01."))
                return None
        return replace(
            self._row,
            enterprise_id=self._unit.value,
            kind_code=self._kind.value,
            **written,
        )

    def _say(self, name: str, words: str) -> None:
        self._lines[name].set_error(words)
        controls: dict[str, QWidget] = {
            **self._texts,
            **self._days,
            "kind_code": self._kind,
            "enterprise_id": self._unit,
        }
        controls[name].setFocus()

    def _edited(self, result: Result[Edited[Equipment]]) -> None:
        self.accept()
        self.edited.emit(result.value)
        self.kept.emit(result.value.after.id)

    def _made(self, result: Result[Equipment]) -> None:
        self.accept()
        self.kept.emit(result.value.id)

    def _refused(self, error: Exception) -> None:
        self._keeper.setEnabled(True)
        if not isinstance(error, Refused):
            self._desk.tell(error)
            return
        field = FIELD_OF.get(error.code)
        if error.code == "equipment-taken":
            same = normalise(self._texts["code"].text()) == error.facts["text"]
            field = "code" if same else "registration_no"
        if field is None:
            self._desk.tell(error)
        elif error.code == "equipment-kind-unknown" and not error.facts["text"]:
            self._say(field, self.tr("Choose the variety from the catalogue."))
        else:
            self._say(field, " ".join(sentence(error.code, error.facts)))
