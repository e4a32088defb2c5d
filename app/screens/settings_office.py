"""Settings pages of the bureau: its words, its inspectors, its blocks of numbers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from app.screens.layout import column, dotted, label_column
from app.screens.office_form import OfficeForm, PersonForm
from app.screens.settings_page import Page
from app.services import issuing, service, settings
from app.widgets.buttons import Button
from app.widgets.chips import Chip
from app.widgets.dialog import DialogFrame
from app.widgets.fields import LineField, NumberField
from app.widgets.labelled import Labelled
from app.widgets.labels import Label
from app.widgets.work import WorkList
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.changes import Result
    from app.services.context import Office, Who
    from db.rows import NumberBlock, Person


class OfficePage(Page):
    """The bureau's words, kept when the button is pressed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._form = OfficeForm(desk)
        self._said = Label(desk.theme, "", "label", "ok")
        keep = Button(desk.theme, self.tr("Keep"), "primary", "tick")
        keep.clicked.connect(self._keep)
        rows = column(self, spacing=12)
        rows.addWidget(
            Label(
                desk.theme,
                self.tr("These words are printed on every paper from now on; issued ones stay."),
                "label",
                "muted",
                wrap=True,
            )
        )
        rows.addWidget(self._form)
        foot = QHBoxLayout()
        foot.addWidget(self._said)
        foot.addStretch(1)
        foot.addWidget(keep)
        rows.addLayout(foot)
        rows.addStretch(1)

    @override
    def look(self) -> None:
        """Show the bureau as kept, and nothing over what is being typed."""
        self._form.set_value(settings.read_office(self._desk.reader))

    def _keep(self) -> None:
        self._desk.jobs.write(
            partial(settings.write_office, office=self._form.value()),
            done=self._kept,
            failed=self._desk.tell,
            initiator=self,
        )

    def _kept(self, result: Result[Office]) -> None:
        self._desk.duty.take(result.value, self._desk.duty.who)
        self._said.setText(self.tr("Kept"))


class PeoplePage(Page):
    """The inspectors; one of them is at the keyboard."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._people: dict[str, Person] = {}
        self._list = WorkList(desk.theme, self.tr("Inspectors"))
        self._list.opened.connect(self._edit)
        self._list.pressed_verb.connect(self._sign_in)
        add = Button(desk.theme, self.tr("Add an inspector"), "secondary", "plus")
        add.clicked.connect(partial(self._edit, ""))
        rows = column(self, spacing=12)
        rows.addWidget(self._list)
        foot = QHBoxLayout()
        foot.addWidget(add)
        foot.addStretch(1)
        rows.addLayout(foot)
        rows.addStretch(1)

    @override
    def look(self) -> None:
        """Show everyone, those no longer on duty included."""
        found = settings.inspectors(self._desk.reader, active_only=False)
        self._people = {person.id: person for person in found}
        here = self._desk.duty.who.person_id
        self._list.set_rows([self._row(person, here=person.id == here) for person in found])
        self._list.set_whole(whole=True)

    def _row(self, person: Person, *, here: bool) -> Work:
        expires = person.certificate_expires
        second = [self.tr("Certificate {number}").format(number=person.certificate)]
        if expires:
            second.append(self.tr("valid until {day}").format(day=expires.isoformat()))
        if person.section:
            second.append(person.section)
        chip = Chip(self.tr("At the keyboard"), "ok", "tick-ring") if here else None
        if expires and expires < self._desk.duty.act().today:
            chip = Chip(self.tr("Certificate expired"), "danger", "triangle")
        verb = "" if here or not person.active else self.tr("Sign in")
        return Work(person.id, person.name, dotted(*second), "user", "accent", chip, verb)

    def _sign_in(self, person_id: str) -> None:
        self._desk.jobs.write(
            partial(settings.sign_in, person_id=person_id),
            done=self._signed_in,
            failed=self._desk.tell,
            initiator=self,
        )

    def _signed_in(self, result: Result[Who]) -> None:
        self._desk.duty.take(self._desk.duty.office, result.value)
        self.look()

    def _edit(self, person_id: str) -> None:
        title = self.tr("Inspector")
        dialog = DialogFrame(self._desk.theme, title, width=560, parent=self.window())
        form = PersonForm(self._desk)
        if person_id in self._people:
            form.set_value(self._people[person_id])
        dialog.body.addWidget(form)
        dialog.add_leave()
        keep = dialog.add_act(self.tr("Keep"), "primary", "tick")
        keep.clicked.connect(partial(self._keep, form, dialog))
        dialog.open()

    def _keep(self, form: PersonForm, dialog: DialogFrame) -> None:
        self._desk.jobs.write(
            partial(settings.write_inspector, person=form.value()),
            done=partial(self._kept, dialog),
            failed=self._desk.tell,
            initiator=self,
        )

    def _kept(self, dialog: DialogFrame, _result: object) -> None:
        dialog.accept()
        self.look()


class NumbersPage(Page):
    """The blocks of document numbers this computer may use."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._blocks: dict[str, NumberBlock] = {}
        self._list = WorkList(desk.theme, self.tr("Blocks of numbers"))
        self._list.pressed_verb.connect(self._ask_void)
        self._series = LineField(desk.theme, self.tr("Series word"), hint="责改")
        self._first = NumberField(desk.theme, self.tr("First number"))
        self._last = NumberField(desk.theme, self.tr("Last number"))
        add = Button(desk.theme, self.tr("Take in this block"), "secondary", "plus")
        add.clicked.connect(self._add)
        rows = column(self, spacing=8)
        rows.addWidget(self._list)
        rows.addWidget(Label(desk.theme, self.tr("A block the bureau has given"), "strong"))
        for label, field in (
            (self.tr("Series word"), self._series),
            (self.tr("First number"), self._first),
            (self.tr("Last number"), self._last),
        ):
            rows.addWidget(Labelled(desk.theme, label, field, required=True, column=label_column()))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(add)
        rows.addLayout(foot)
        rows.addStretch(1)

    @override
    def look(self) -> None:
        """Show every block of this year, the used-up ones included."""
        year = self._desk.duty.act().today.year
        shown = []
        self._blocks = {}
        for block in settings.blocks(self._desk.reader, year):
            self._blocks[block.id] = block
            left = block.hi - block.next + 1
            title = self.tr("{series} {year}: {first} to {last}").format(
                series=block.series, year=block.year, first=block.lo, last=block.hi
            )
            second = self.tr("next number {number}").format(number=block.next) if left else ""
            tone = "danger" if not left else "warning" if left < 5 else "mute"
            chip = Chip(self.tr("%n number(s) left", None, left), tone, "hash")
            usable = left > 0 and block.state == "open"
            verb = self.tr("Void one") if usable else ""
            shown.append(Work(block.id, title, second, "hash", "accent", chip, verb))
        self._list.set_rows(shown)
        self._list.set_whole(whole=True)

    def _ask_void(self, block_id: str) -> None:
        """A spoiled sheet: the next number is accounted for with its reason, never used."""
        block = self._blocks[block_id]
        title = self.tr("Void number {number} of {series}").format(
            number=block.next, series=block.series
        )
        dialog = DialogFrame(self._desk.theme, title, width=560, parent=self.window())
        words = self.tr(
            "The number is never used again; it stands in the number ledger with your reason. "
            "This cannot be undone."
        )
        dialog.body.addWidget(Label(self._desk.theme, words, "field", "muted", wrap=True))
        reason = LineField(self._desk.theme, self.tr("Reason"))
        line = Labelled(
            self._desk.theme, self.tr("Reason"), reason, required=True, column=label_column()
        )
        dialog.body.addWidget(line)
        dialog.add_leave().setDefault(True)
        void = dialog.add_act(self.tr("Void the number"), "danger")
        void.clicked.connect(partial(self._void, block, reason, dialog))
        dialog.open()
        reason.setFocus()

    def _void(self, block: NumberBlock, reason: LineField, dialog: DialogFrame) -> None:
        self._desk.jobs.write(
            partial(
                service.void_number,
                act=self._desk.duty.act(),
                number=(block.series, block.year, block.next),
                reason=reason.text(),
            ),
            done=partial(self._voided, dialog),
            failed=self._desk.tell,
            initiator=self,
        )

    def _voided(self, dialog: DialogFrame, _result: object) -> None:
        dialog.accept()
        self.look()

    def _add(self) -> None:
        first, last = self._first.text(), self._last.text()
        self._desk.jobs.write(
            partial(
                issuing.take_block,
                series=self._series.text().strip(),
                year=self._desk.duty.act().today.year,
                lo=int(first) if first.isdigit() else 0,
                hi=int(last) if last.isdigit() else 0,
                anchored=self._desk.paths.anchor,
            ),
            done=self._added,
            failed=self._desk.tell,
            initiator=self,
        )

    def _added(self, _result: object) -> None:
        for field in (self._series, self._first, self._last):
            field.set_text("")
        self.look()
