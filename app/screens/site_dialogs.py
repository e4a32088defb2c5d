"""Two small dialogues: an enterprise's identity, and the beginning of a check."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from app.screens.place import Place
from app.screens.sentences import problem_words
from app.services import cases, settings, sites, today
from app.widgets.dialog import DialogFrame
from app.widgets.fields import ChoiceField, Item, LineField
from app.widgets.labelled import COLUMN_EN, Labelled
from app.widgets.labels import Label
from db.rows import Enterprise

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk
    from app.services.cases import Started
    from app.services.changes import Result
    from db.connection import Store


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
        self._fields: dict[str, LineField] = {}
        for name, label, required in (
            ("name", self.tr("Name on the licence"), True),
            ("uscc", self.tr("Credit code"), True),
            ("legal_rep", self.tr("Legal representative"), False),
            ("address", self.tr("Address"), False),
            ("phone", self.tr("Telephone"), False),
            ("industry", self.tr("Industry"), False),
            ("licence_name", self.tr("Kind of licence"), False),
            ("name_en", self.tr("English name"), False),
        ):
            field = LineField(desk.theme, label)
            field.set_text(str(getattr(self._row, name)))
            self._fields[name] = field
            line = Labelled(desk.theme, label, field, required=required, column=COLUMN_EN)
            self.body.addWidget(line)
            if name == "uscc":
                self._code_line = line
        self._fields["uscc"].textChanged.connect(self._check_code)
        self.add_leave()
        keep = self.add_act(self.tr("Keep"), "primary", "tick")
        keep.clicked.connect(self._keep)
        self._check_code(self._row.uscc)

    def _check_code(self, text: str) -> None:
        """Say at once what is wrong with a whole code; nothing while it is being typed."""
        wanted = text.strip()
        found = sites.identity(wanted) if len(wanted) >= 18 else None
        wrong = found is not None and not found.verified
        self._code_line.set_error(problem_words(found.problem or "") if found and wrong else "")
        self._code_line.set_hint(
            self.tr("Both check digits verified") if found and found.verified else ""
        )

    def _keep(self) -> None:
        texts = {name: field.text().strip() for name, field in self._fields.items()}
        row = replace(self._row, **texts)
        write = (
            partial(sites.edit, enterprise=row) if row.id else partial(sites.create, enterprise=row)
        )
        self._desk.jobs.write(write, done=self._done, failed=self._refused, initiator=self)

    def _done(self, result: Result[object]) -> None:
        row = getattr(result.value, "after", result.value)
        self.accept()
        self.kept.emit(row.id)  # type: ignore[attr-defined]  # an Enterprise either way

    def _refused(self, error: Exception) -> None:
        code = getattr(error, "code", "")
        if code in {"uscc-wrong", "uscc-taken"}:
            from app.screens.sentences import sentence

            self._code_line.set_error(" ".join(sentence(code, error.facts)))  # type: ignore[attr-defined]  # a Refused has facts
        else:
            self._desk.tell(error)


class StartDialog(DialogFrame):
    """A spot check is about to begin: with whom, and for which campaign."""

    def __init__(self, desk: Desk, enterprise_id: str, parent: QWidget) -> None:
        title = QCoreApplication.translate("StartDialog", "Start a spot check")
        super().__init__(desk.theme, title, width=560, parent=parent)
        self._desk = desk
        self._enterprise_id = enterprise_id
        enterprise = sites.get(desk.reader, enterprise_id)
        me = desk.duty.who
        self.body.addWidget(Label(desk.theme, enterprise.name, "strong", wrap=True))
        others = [
            person for person in settings.inspectors(desk.reader) if person.id != me.person_id
        ]
        self._partner = ChoiceField(desk.theme, self.tr("Second inspector"))
        self._partner.set_items(
            [Item(person.id, person.name, person.certificate) for person in others]
        )
        if others:
            self._partner.set_value(others[0].id)
        first = Label(desk.theme, f"{me.name} · {me.certificate}", "field")
        self.body.addWidget(
            Labelled(desk.theme, self.tr("First inspector"), first, column=COLUMN_EN)
        )
        self.body.addWidget(
            Labelled(
                desk.theme,
                self.tr("Second inspector"),
                self._partner,
                hint=self.tr("Two sworn inspectors are needed (Procedure Rules art. 22)"),
                required=True,
                column=COLUMN_EN,
            )
        )
        self.add_leave()
        go = self.add_act(self.tr("Begin"), "primary", "plus")
        go.clicked.connect(self._begin)

    def _begin(self) -> None:
        act = self._desk.duty.act()
        campaign = today.board(self._desk.reader, act).header.campaign
        partner = self._partner.value() or None
        enterprise_id = self._enterprise_id

        def start(store: Store) -> Result[Started]:
            return cases.start_spot_check(
                store, act, enterprise_id, partner_id=partner, campaign=campaign
            )

        self._desk.jobs.write(start, done=self._begun, failed=self._desk.tell, initiator=self)

    def _begun(self, result: Result[Started]) -> None:
        self.accept()
        self._desk.go(Place("fill", result.value.record.id))
