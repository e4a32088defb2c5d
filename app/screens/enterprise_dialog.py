"""An enterprise's identity: a new one, a corrected one, or one that was renamed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from app.screens.layout import label_column
from app.screens.place import Place
from app.screens.sentences import sentence
from app.screens.sentences_identifiers import uscc_sentence
from app.services import merging, sites
from app.services.errors import Refused
from app.widgets.dialog import DialogFrame
from app.widgets.fields import ChoiceField, Item, LineField, commit_input_method
from app.widgets.labelled import Labelled
from db.rows import Enterprise
from forms.rules.identifiers import normalise

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk
    from app.services.changes import Result
    from app.services.edits import Edited

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
        self._why = ChoiceField(
            desk.theme,
            self.tr("Why it changes"),
            (
                Item("renamed", self.tr("The enterprise was renamed: the earlier name is kept")),
                Item("corrected", self.tr("It was written wrongly: the mistake is corrected")),
            ),
        )
        self._why.set_value("renamed")
        self._why_line = Labelled(
            desk.theme, self.tr("Why it changes"), self._why, column=label_column()
        )
        self._why_line.hide()
        self.body.addWidget(self._why_line)
        for name in ("name", "uscc"):
            self._fields[name].textChanged.connect(self._ask_why)
        self._open_known = self.add_act(self.tr("Open the known one"), "quiet", "site")
        self._open_known.clicked.connect(self._go_known)
        self.add_leave()
        self._keeper = self.add_act(self.tr("Keep"), "primary", "tick")
        self._keeper.setDefault(True)
        self._keeper.clicked.connect(self._keep)
        self._check_code(self._row.uscc)
        self._fields["name"].setFocus()

    def _ask_why(self, _text: str) -> None:
        """A known enterprise under another name or code: only then the reason is asked."""
        written = (self._fields["name"].text().strip(), normalise(self._fields["uscc"].text()))
        had = (self._row.name, self._row.uscc)
        changed = any(old and old != new for old, new in zip(had, written, strict=True))
        self._why_line.setVisible(bool(self._row.id) and changed)

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
            if self._why_line.isVisibleTo(self) and self._why.value == "renamed":
                edit = partial(merging.rename, act=self._desk.duty.act(), enterprise=row)
            jobs.write(edit, done=self._edited, failed=self._refused, initiator=self)
        else:
            create = partial(sites.create, enterprise=row)
            jobs.write(create, done=self._created, failed=self._refused, initiator=self)

    def _edited(self, result: Result[Edited[Enterprise]]) -> None:
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
