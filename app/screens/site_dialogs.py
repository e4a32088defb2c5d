"""Two small dialogues: an enterprise's identity, and the beginning of a check."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from app.screens.layout import dotted, label_column
from app.screens.place import Place, record_place
from app.screens.sentences import sentence
from app.screens.sentences_identifiers import uscc_sentence
from app.services import campaigns, cases, settings, sites
from app.services.errors import Refused
from app.widgets.dialog import DialogFrame
from app.widgets.fields import ChoiceField, Item, LineField, commit_input_method
from app.widgets.labelled import Labelled
from app.widgets.labels import Label
from db.rows import Enterprise
from forms.rules.identifiers import normalise

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk
    from app.services.cases import Started
    from app.services.changes import Result
    from app.services.sites import Edited
    from db.connection import Store
    from db.rows import Person

USCC = 18


class EnterpriseDialog(DialogFrame):
    """A new enterprise, or the words of a known one.

    Signals:
        kept: The id of the enterprise.
    """

    kept = Signal(str)

    def __init__(
        self, desk: Desk, enterprise: Enterprise | None, parent: QWidget, uscc: str = ""
    ) -> None:
        title = (
            QCoreApplication.translate("EnterpriseDialog", "Identity of the enterprise")
            if enterprise
            else QCoreApplication.translate("EnterpriseDialog", "Add an enterprise")
        )
        super().__init__(desk.theme, title, width=640, parent=parent)
        self._desk = desk
        self._row = enterprise or Enterprise(id="", name="", uscc=uscc)
        self._known = ""
        self._fields: dict[str, LineField] = {}
        self._lines: dict[str, Labelled] = {}
        for name, label, required in (
            ("name", self.tr("Name"), True),
            ("uscc", self.tr("Credit code"), False),
            ("legal_rep", self.tr("Legal rep."), False),
            ("address", self.tr("Address"), False),
            ("phone", self.tr("Telephone"), False),
            ("industry", self.tr("Industry"), False),
            ("licence_name", self.tr("Licence"), False),
            ("name_en", self.tr("English name"), False),
        ):
            field = LineField(desk.theme, label)
            field.set_text(str(getattr(self._row, name)))
            field.returnPressed.connect(self._keep)
            self._fields[name] = field
            line = Labelled(desk.theme, label, field, required=required, column=label_column())
            self._lines[name] = line
            self.body.addWidget(line)
        self._fields["uscc"].textChanged.connect(self._check_code)
        self._open_known = self.add_act(self.tr("Open the known one"), "quiet", "site")
        self._open_known.clicked.connect(self._go_known)
        self.add_leave()
        self._keeper = self.add_act(self.tr("Keep"), "primary", "tick")
        self._keeper.clicked.connect(self._keep)
        self._check_code(self._row.uscc)
        self._fields["name"].setFocus()

    def _check_code(self, text: str) -> None:
        """Say at once what is wrong with a whole code; nothing while it is being typed."""
        wanted = normalise(text)
        line = self._lines["uscc"]
        whole = len(wanted) >= USCC
        wrong = uscc_sentence(wanted) if whole else ""
        other = self._other(wanted) if whole and not wrong else None
        if other is not None:
            wrong = " ".join(sentence("uscc-taken", {"uscc": wanted, "name": other.name}))
        self._known = other.id if other else ""
        self._open_known.setVisible(bool(other))
        line.set_error(wrong)
        verified = self.tr("Both check digits verified") if whole and not wrong else ""
        line.set_hint(
            verified or (self.tr("18 characters, as on the licence") if not wrong else "")
        )

    def _other(self, uscc: str) -> Enterprise | None:
        found = sites.find(self._desk.reader, uscc, 3)
        return next((row for row in found if row.uscc == uscc and row.id != self._row.id), None)

    def _go_known(self) -> None:
        self.reject()
        self._desk.go(Place("enterprise", self._known))

    def _keep(self) -> None:
        commit_input_method()
        for line in self._lines.values():
            line.set_error("")
        texts = {name: field.text().strip() for name, field in self._fields.items()}
        row = replace(
            self._row,
            name=texts["name"],
            uscc=texts["uscc"],
            legal_rep=texts["legal_rep"],
            address=texts["address"],
            phone=texts["phone"],
            industry=texts["industry"],
            licence_name=texts["licence_name"],
            name_en=texts["name_en"],
        )
        jobs = self._desk.jobs
        self._keeper.setEnabled(False)
        if row.id:
            edit = partial(sites.edit, enterprise=row)
            jobs.write(edit, done=self._edited, failed=self._refused, initiator=self)
        else:
            create = partial(sites.create, enterprise=row)
            jobs.write(create, done=self._created, failed=self._refused, initiator=self)

    def _edited(self, result: Result[Edited]) -> None:
        self.accept()
        self.kept.emit(result.value.after.id)

    def _created(self, result: Result[Enterprise]) -> None:
        self.accept()
        self.kept.emit(result.value.id)

    def _refused(self, error: Exception) -> None:
        self._keeper.setEnabled(True)
        code = error.code if isinstance(error, Refused) else ""
        field = {"uscc-wrong": "uscc", "uscc-taken": "uscc", "name-missing": "name"}.get(code)
        if field is None or not isinstance(error, Refused):
            self._desk.tell(error)
            return
        if code == "uscc-wrong":
            words = uscc_sentence(str(error.facts["text"]))
        else:
            words = " ".join(sentence(code, error.facts))
        self._lines[field].set_error(words)
        self._fields[field].setFocus()


class StartDialog(DialogFrame):
    """A check is about to begin: of what, with whom, and for which campaign."""

    def __init__(self, desk: Desk, enterprise_id: str, parent: QWidget) -> None:
        lifts = sites.has_lift(desk.reader, enterprise_id)
        title = (
            QCoreApplication.translate("StartDialog", "Start a check")
            if lifts
            else QCoreApplication.translate("StartDialog", "Start a spot check")
        )
        super().__init__(desk.theme, title, width=560, parent=parent)
        self._desk = desk
        self._enterprise_id = enterprise_id
        act = desk.duty.act()
        me = act.who
        enterprise = sites.get(desk.reader, enterprise_id)
        others = [one for one in settings.inspectors(desk.reader) if one.id != me.person_id]
        others.sort(key=self._lapsed)
        self._kind = self._kinds() if lifts else None
        self._partner = ChoiceField(desk.theme, self.tr("Second inspector"))
        self._partner.set_items(
            [Item(one.id, one.name, self._certificate_words(one)) for one in others]
        )
        if others and not self._lapsed(others[0]):
            self._partner.set_value(others[0].id)
        self._partner.chosen.connect(self._clear_error)
        running = campaigns.running(desk.reader, act.today)
        self._campaign = running.key if running else ""
        self.body.addWidget(Label(desk.theme, enterprise.name, "strong", wrap=True))
        wide = label_column()
        if self._kind is not None:
            line = Labelled(desk.theme, self.tr("What is checked"), self._kind, column=wide)
            self.body.addWidget(line)
        first = Label(desk.theme, dotted(me.name, me.certificate), "field")
        self.body.addWidget(Labelled(desk.theme, self.tr("First inspector"), first, column=wide))
        self._line = Labelled(
            desk.theme,
            self.tr("Second inspector"),
            self._partner,
            hint=self.tr("Two sworn inspectors are needed (Procedure Rules art. 22)"),
            required=True,
            column=wide,
        )
        self.body.addWidget(self._line)
        if running is not None:
            name = Label(desk.theme, running.name, "field", wrap=True)
            drive = Labelled(desk.theme, self.tr("Campaign"), name, column=wide)
            self.body.addWidget(drive)
            if self._kind is not None:  # the campaigns are of product quality
                self._kind.chosen.connect(lambda kind: drive.setHidden(kind == cases.LIFT_CHECK))
        if not others:
            self._line.set_error(
                self.tr("Nobody else is registered here. Add the second inspector in the settings.")
            )
        self.add_leave()
        self._go = self.add_act(self.tr("Begin"), "primary", "plus")
        self._go.setDefault(True)
        self._go.clicked.connect(self._begin)
        self._partner.setFocus()

    def _kinds(self) -> ChoiceField:
        kinds = (
            Item(cases.SPOT_CHECK, self.tr("Product quality, spot check"), icon="flask"),
            Item(cases.LIFT_CHECK, self.tr("Special equipment, a lift"), icon="lift"),
        )
        field = ChoiceField(self._desk.theme, self.tr("What is checked"), kinds)
        field.set_value(cases.SPOT_CHECK)
        return field

    def _lapsed(self, person: Person) -> bool:
        expires = person.certificate_expires
        return expires is not None and expires < self._desk.duty.act().today

    def _certificate_words(self, person: Person) -> str:
        if self._lapsed(person):
            return dotted(person.certificate, self.tr("certificate expired"))
        return person.certificate

    def _clear_error(self, _value: str) -> None:
        self._line.set_error("")

    def _begin(self) -> None:
        partner, act = self._partner.value, self._desk.duty.act()
        enterprise_id, campaign = self._enterprise_id, self._campaign
        if not partner:
            self._line.set_error(self.tr("Choose the second inspector."))
            self._partner.setFocus()
            return
        self._go.setEnabled(False)
        lift = self._kind is not None and self._kind.value == cases.LIFT_CHECK

        def start(store: Store) -> Result[Started]:
            if lift:
                return cases.start_lift_check(store, act, enterprise_id, partner_id=partner)
            return cases.start_spot_check(
                store, act, enterprise_id, partner_id=partner, campaign=campaign
            )

        self._desk.jobs.write(start, done=self._begun, failed=self._refused, initiator=self)

    def _begun(self, result: Result[Started]) -> None:
        self.accept()
        self._desk.go(record_place(result.value.record))

    def _refused(self, error: Exception) -> None:
        self._go.setEnabled(True)
        if isinstance(error, Refused) and error.code == "inspectors-same":
            self._line.set_error(" ".join(sentence(error.code, error.facts)))
        else:
            self._desk.tell(error)
