"""An operator of a device written down: who, with which certificate, until when."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Signal

from app.screens.layout import label_column
from app.screens.sentences import sentence
from app.services import operators
from app.services.errors import Refused
from app.widgets.dates import DateField, read_date
from app.widgets.dialog import DialogFrame
from app.widgets.fields import ChoiceField, Item, LineField, commit_input_method
from app.widgets.labelled import Labelled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk
    from app.services.changes import Result
    from app.services.operators import Hand
    from db.duty_rows import Operator

NEW: Final = "new"


class OperatorDialog(DialogFrame):
    """A new operator of a device, or a known one; people of the unit are offered.

    Signals:
        ended: The operator's id: this person no longer works the device.
    """

    ended = Signal(str)

    def __init__(self, desk: Desk, equipment_id: str, hand: Hand | None, parent: QWidget) -> None:
        title = (
            QCoreApplication.translate("OperatorDialog", "Operator")
            if hand
            else QCoreApplication.translate("OperatorDialog", "Add an operator")
        )
        super().__init__(desk.theme, title, width=520, parent=parent)
        self._desk = desk
        self._equipment_id = equipment_id
        self._hand = hand
        self._today = desk.duty.act().today
        theme, wide = desk.theme, label_column()
        self._staff = {one.id: one for one in operators.candidates(desk.reader, equipment_id)}
        self._who = ChoiceField(
            theme,
            self.tr("Person"),
            (
                Item(NEW, self.tr("Somebody new")),
                *(Item(one.id, one.name, one.certificate) for one in self._staff.values()),
            ),
        )
        self._who.set_value(NEW)
        self._who.chosen.connect(self._fill)
        if hand is None and self._staff:
            self.body.addWidget(Labelled(theme, self.tr("Person"), self._who, column=wide))
        self._texts: dict[str, LineField] = {}
        self._lines: dict[str, Labelled] = {}
        for name, label, required, hint in (
            ("name", self.tr("Full name"), True, ""),
            ("certificate", self.tr("Certificate"), True, self.tr("Number on the certificate")),
            (
                "project",
                self.tr("Allowed work"),
                False,
                self.tr("As on the certificate: N1, T, G1"),
            ),
            ("phone", self.tr("Telephone"), False, ""),
        ):
            field = LineField(theme, label, hint=hint)
            field.returnPressed.connect(self._keep)
            self._texts[name] = field
            line = Labelled(theme, label, field, required=required, column=wide)
            self._lines[name] = line
            self.body.addWidget(line)
        self._expires = DateField(theme, self.tr("Valid until"), today=self._today)
        hint = self.tr("48 months; the review is applied for one month before (TSG Z6001 art. 25)")
        self._lines["expires"] = Labelled(
            theme,
            self.tr("Valid until"),
            self._expires,
            hint=hint,
            required=True,
            column=wide,
        )
        self.body.addWidget(self._lines["expires"])
        if hand is not None:
            end = self.add_act(self.tr("No longer works it"), "quiet", "close")
            end.clicked.connect(self._end)
        self.add_leave()
        self._keeper = self.add_act(self.tr("Keep"), "primary", "tick")
        self._keeper.setDefault(True)
        self._keeper.clicked.connect(self._keep)
        if hand is not None:
            self._show(hand.person.name, hand.person.certificate, hand.person.phone)
            self._texts["project"].set_text(hand.row.project)
            expires = hand.person.certificate_expires
            self._expires.set_value(expires.isoformat() if expires else "")
        first: QWidget = self._who if hand is None and self._staff else self._texts["name"]
        first.setFocus()

    def _show(self, name: str, certificate: str, phone: str) -> None:
        self._texts["name"].set_text(name)
        self._texts["certificate"].set_text(certificate)
        self._texts["phone"].set_text(phone)

    def _fill(self, person_id: str) -> None:
        """Write what is known of the person chosen."""
        person = self._staff.get(person_id)
        if person is None:
            self._show("", "", "")
            self._expires.set_value("")
            return
        self._show(person.name, person.certificate, person.phone)
        expires = person.certificate_expires
        self._expires.set_value(expires.isoformat() if expires else "")

    def _keep(self) -> None:
        commit_input_method()
        for line in self._lines.values():
            line.set_error("")
        texts = {name: field.text() for name, field in self._texts.items()}
        chosen = self._who.value if self._hand is None else ""
        hand = self._hand
        wanted = operators.Wanted(
            self._equipment_id,
            expires=read_date(self._expires.value, self._today),
            person_id=hand.person.id if hand else "" if chosen == NEW else chosen,
            operator_id=hand.row.id if hand else "",
            **texts,
        )
        self._keeper.setEnabled(False)
        keep = partial(operators.keep, act=self._desk.duty.act(), wanted=wanted)
        self._desk.jobs.write(keep, done=self._kept, failed=self._refused)

    def _end(self) -> None:
        if self._hand is not None:
            self.accept()
            self.ended.emit(self._hand.row.id)

    def _kept(self, _result: Result[Operator]) -> None:
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._keeper.setEnabled(True)
        code = error.code if isinstance(error, Refused) else ""
        if code == "name-missing":
            self._say("name", self.tr("Write the name as on the certificate."))
        elif code == "operator-certificate-missing" and isinstance(error, Refused):
            field = "expires" if self._texts["certificate"].text().strip() else "certificate"
            self._say(field, " ".join(sentence(code, error.facts)))
        else:
            self._desk.tell(error)

    def _say(self, name: str, words: str) -> None:
        self._lines[name].set_error(words)
        field: QWidget = self._expires if name == "expires" else self._texts[name]
        field.setFocus()
