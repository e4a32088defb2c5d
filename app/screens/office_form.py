"""The bureau's words and an inspector as forms: used at the first start and in the settings."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.screens.layout import column, label_column
from app.services import settings
from app.services.context import Office
from app.widgets.dates import DateField
from app.widgets.fields import LineField
from app.widgets.labelled import Labelled
from app.widgets.segmented import Part, Segmented
from db.rows import Person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.screens.desk import Desk


class OfficeForm(QWidget):
    """The words a document cannot do without, and those it may have."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._fields: dict[str, LineField] = {}
        self._rows = rows = column(self, spacing=8)
        asked = (
            ("bureau", self.tr("Bureau name"), "临沂市兰山区市场监督管理局", True),
            ("short", self.tr("Number word"), "临兰", True),
            ("region", self.tr("Region code"), "371302", False),
            ("government", self.tr("Government"), "临沂市兰山区人民政府", True),
            ("court", self.tr("Court"), "临沂市兰山区人民法院", True),
            ("address", self.tr("Address"), "", False),
            ("phone", self.tr("Telephone"), "", False),
            ("contact", self.tr("Contact"), "", False),
            ("payment", self.tr("Fines paid to"), self.tr("Bank and account, or channel"), False),
            ("unit", self.tr("Section"), "", False),
            ("device", self.tr("This computer"), "", False),
        )
        for name, label, example, required in asked:
            field = LineField(desk.theme, label, hint=example)
            self._fields[name] = field
            rows.addWidget(
                Labelled(desk.theme, label, field, required=required, column=label_column())
            )
        self._days = {
            "interview_days": self._add_days(
                self.tr("Interview notice"),
                self.tr("Working days between the notice of an interview and the interview"),
                settings.INTERVIEW_DAYS,
            ),
            "issue_days": self._add_days(
                self.tr("Paper after hand-over"),
                self.tr(
                    "Working days in which an interview notice or decision is issued for a finding "
                    "that was taken on; no law counts them"
                ),
                settings.ISSUE_DAYS,
            ),
        }
        self._series: dict[str, str] = {}
        self.set_value(Office())

    def _add_days(self, label: str, hint: str, offered: Iterable[int]) -> Segmented:
        """A choice of working days with its label."""
        parts = [Part(str(day), self.tr("%n day(s)", None, day)) for day in offered]
        field = Segmented(self._desk.theme, parts, label, stretched=True)
        row = Labelled(self._desk.theme, label, field, hint=hint, column=label_column())
        self._rows.addWidget(row)
        return field

    def set_value(self, office: Office) -> None:
        """Show a bureau."""
        for name, field in self._fields.items():
            field.set_text(str(getattr(office, name)))
        for name, choice in self._days.items():
            choice.set_value(str(getattr(office, name)))
        self._series = dict(office.series)

    def value(self) -> Office:
        """What is written now."""
        texts = {name: field.text().strip() for name, field in self._fields.items()}
        interview, issue = (int(choice.value) for choice in self._days.values())
        return Office(**texts, interview_days=interview, issue_days=issue, series=self._series)

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        self._fields["bureau"].setFocus()


class PersonForm(QWidget):
    """One inspector: name, certificate and its last day, telephone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._person = Person(
            id="",
            name="",
            role="inspector",
            certificate="",
            certificate_expires=None,
            enterprise_id=None,
            phone="",
            active=True,
        )
        self._name = LineField(desk.theme, self.tr("Name"))
        self._certificate = LineField(desk.theme, self.tr("Certificate"))
        self._expires = DateField(desk.theme, self.tr("Valid until"), today=desk.duty.act().today)
        self._phone = LineField(desk.theme, self.tr("Telephone"))
        self._section = LineField(desk.theme, self.tr("Section"), hint=desk.duty.act().office.unit)
        rows = column(self, spacing=8)
        for label, field, required in (
            (self.tr("Name"), self._name, True),
            (self.tr("Certificate"), self._certificate, True),
            (self.tr("Valid until"), self._expires, False),
            (self.tr("Telephone"), self._phone, False),
            (self.tr("Section"), self._section, False),
        ):
            rows.addWidget(
                Labelled(desk.theme, label, field, required=required, column=label_column())
            )

    def set_value(self, person: Person) -> None:
        """Show a person."""
        self._person = person
        self._name.set_text(person.name)
        self._certificate.set_text(person.certificate)
        expires = person.certificate_expires
        self._expires.set_value(expires.isoformat() if expires else "")
        self._phone.set_text(person.phone)
        self._section.set_text(person.section)

    def value(self) -> Person:
        """What is written now."""
        text = self._expires.value
        return Person(
            id=self._person.id,
            name=self._name.text(),
            role=self._person.role,
            certificate=self._certificate.text(),
            certificate_expires=dt.date.fromisoformat(text) if text else None,
            enterprise_id=self._person.enterprise_id,
            phone=self._phone.text(),
            active=self._person.active,
            section=self._section.text().strip(),
        )
