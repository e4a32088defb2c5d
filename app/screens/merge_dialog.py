"""Two rows of one enterprise beside each other: which one stands, and why they are one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.screens.layout import column, label_column
from app.services import merging, sites
from app.widgets.dialog import DialogFrame
from app.widgets.facts import Fact, FactList
from app.widgets.fields import ChoiceField, Item, LineField, commit_input_method
from app.widgets.labelled import Labelled
from app.widgets.labels import Label
from app.widgets.pick import PickField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk
    from app.services.changes import Result
    from app.services.merging import Merged, Side

WIDTH = 760
OFFERED = 8


class MergeDialog(DialogFrame):
    """Asks for the other row, shows both with what hangs on them, and merges.

    Signals:
        merged: What was done, so that it can be taken back.
    """

    merged = Signal(object)

    def __init__(self, desk: Desk, enterprise_id: str, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "", width=WIDTH, parent=parent)
        self._desk = desk
        self._here = merging.side(desk.reader, enterprise_id)
        self._there: Side | None = None
        title = self.tr("Merge two rows of one enterprise")
        self.title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        theme = desk.theme
        words = self.tr(
            "Both rows keep their records, documents and findings; from now on all of them are "
            "shown under the row that stands. It can be taken back."
        )
        self.body.addWidget(Label(theme, words, "field", "muted", wrap=True))
        wide = label_column()
        self.other = PickField(theme, self.tr("The other row"), self._search)
        self.other.chosen.connect(self._choose)
        self._line = Labelled(
            theme, self.tr("The other row"), self.other, required=True, column=wide
        )
        self.body.addWidget(self._line)
        self._sides = (_Column(desk), _Column(desk))
        both = QHBoxLayout()
        both.setSpacing(24)
        for one in self._sides:
            both.addLayout(one.layout, 1)
        self.body.addLayout(both)
        self.stands = ChoiceField(theme, self.tr("The row that stands"))
        self._stands_line = Labelled(
            theme, self.tr("The row that stands"), self.stands, column=wide
        )
        self.body.addWidget(self._stands_line)
        self.reason = LineField(theme, self.tr("Why they are one"))
        self._reason_line = Labelled(
            theme, self.tr("Why they are one"), self.reason, required=True, column=wide
        )
        self.body.addWidget(self._reason_line)
        self.add_leave()
        self.act = self.add_act(self.tr("Merge"), "primary", "tick")
        self.act.setDefault(True)
        self.act.clicked.connect(self._merge)
        self._show()
        self.other.setFocus()

    def _search(self, text: str) -> Sequence[Item]:
        """What is typed, or what looks like the same enterprise while nothing is."""
        reader, own = self._desk.reader, self._here.enterprise.id
        found = (
            sites.find(reader, text, OFFERED + 1)
            if text.strip()
            else merging.alike(reader, own, OFFERED)
        )
        return [Item(one.id, one.name, one.uscc) for one in found if one.id != own]

    def _choose(self, enterprise_id: str) -> None:
        self._line.set_error("")
        self._there = merging.side(self._desk.reader, enterprise_id) if enterprise_id else None
        self._show()

    def _show(self) -> None:
        there = self._there
        self._sides[0].show_side(self._here, self._facts_of(self._here))
        self._sides[1].show_side(there, self._facts_of(there) if there else ())
        self._stands_line.setVisible(there is not None)
        self._reason_line.setVisible(there is not None)
        if there is None:
            return
        rows = (self._here.enterprise, there.enterprise)
        self.stands.set_items([Item(row.id, row.name, row.uscc) for row in rows])
        fuller = max((self._here, there), key=lambda one: (bool(one.enterprise.uscc), one.records))
        self.stands.set_value(fuller.enterprise.id)
        codes = {row.uscc for row in rows if row.uscc}
        self._line.set_error(
            self.tr("They have different credit codes: make sure that they are one unit.")
            if len(codes) > 1
            else ""
        )

    def _facts_of(self, side: Side) -> list[Fact]:
        row = side.enterprise
        known = (
            Fact(self.tr("Credit code"), row.uscc),
            Fact(self.tr("Legal rep."), row.legal_rep),
            Fact(self.tr("Address"), row.address),
            Fact(self.tr("Phone"), row.phone),
        )
        return [
            *(fact for fact in known if fact.value),
            Fact(self.tr("Records"), str(side.records)),
            Fact(self.tr("Documents"), str(side.documents)),
            Fact(self.tr("Findings"), str(side.findings)),
            Fact(self.tr("Equipment"), str(side.equipment)),
        ]

    def _merge(self) -> None:
        commit_input_method()
        if self._there is None:
            self._line.set_error(self.tr("Choose the other row."))
            self.other.setFocus()
            return
        if not self.reason.text().strip():
            self._reason_line.set_error(self.tr("Write why they are one."))
            self.reason.setFocus()
            return
        kept = self.stands.value
        ids = {self._here.enterprise.id, self._there.enterprise.id}
        (gone,) = ids - {kept}
        self.act.setEnabled(False)
        do = partial(
            merging.merge,
            act=self._desk.duty.act(),
            kept_id=kept,
            gone_id=gone,
            reason=self.reason.text(),
        )
        self._desk.jobs.write(do, done=self._done, failed=self._refused, initiator=self)

    def _done(self, result: Result[Merged]) -> None:
        self.accept()
        self.merged.emit(result.value)

    def _refused(self, error: Exception) -> None:
        self.act.setEnabled(True)
        self._desk.tell(error)


class _Column:
    """One row's identity and what hangs on it."""

    def __init__(self, desk: Desk) -> None:
        self.layout = column(spacing=8)
        self._name = Label(desk.theme, "", "strong", wrap=True)
        self._facts = FactList(desk.theme, label_column())
        self.layout.addWidget(self._name)
        self.layout.addWidget(self._facts)
        self.layout.addStretch(1)

    def show_side(self, side: Side | None, facts: Sequence[Fact]) -> None:
        """Show a row, or nothing while none is chosen."""
        self._name.setVisible(side is not None)
        self._facts.setVisible(side is not None)
        if side is None:
            return
        self._name.setText(side.enterprise.name)
        self._facts.set_facts(facts)
