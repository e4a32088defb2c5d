"""One line of a traced batch: how many, where they are or went, to whom, on which day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.screens.batch_words import ICONS, kind_words
from app.screens.layout import label_column
from app.screens.sentences import sentence
from app.services import batches
from app.services.errors import Refused
from app.widgets.dates import DateField, read_date
from app.widgets.dialog import DialogFrame
from app.widgets.fields import ChoiceField, Item, LineField, TextField, commit_input_method
from app.widgets.labelled import Labelled
from db.duty_rows import BatchMove

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk
    from app.services.changes import Result
    from db.duty_rows import Batch

FIELD_OF = {"quantity-wrong": "quantity", "party-missing": "party", "report-dates": "day"}
WITH_PARTY = frozenset({"sold", "recalled", "lost", "tested"})


class MoveDialog(DialogFrame):
    """Asks for one line.

    Signals:
        written: The line was written.
    """

    written = Signal(object)

    def __init__(
        self, desk: Desk, batch: Batch, parent: QWidget, move: BatchMove | None = None
    ) -> None:
        super().__init__(desk.theme, "", width=560, parent=parent)
        self._desk = desk
        self._batch = batch
        self._move = move
        title = self.tr("Change a line") if move else self.tr("Where a part of the batch is")
        self.title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        theme, wide, today = desk.theme, label_column(), desk.duty.act().today
        self.kind = ChoiceField(theme, self.tr("What became of it"))
        kinds = [Item(one, kind_words(one), icon=ICONS[one]) for one in batches.KINDS]
        self.kind.set_items(kinds)
        self.quantity = LineField(theme, self.tr("Quantity"), hint=batch.unit)
        self.day = DateField(theme, self.tr("Day"), today=today)
        self.day.set_limits(None, today)
        self.party = LineField(theme, self.tr("With whom"))
        self.region = LineField(theme, self.tr("Region"))
        self.note = TextField(theme, lines=(1, 3))
        self._rows: dict[str, Labelled] = {}
        for name, label, control, must in (
            ("kind", self.tr("What became of it"), self.kind, True),
            ("quantity", self.tr("Quantity"), self.quantity, True),
            ("party", self.tr("With whom"), self.party, False),
            ("region", self.tr("Region"), self.region, False),
            ("day", self.tr("Day"), self.day, False),
            ("note", self.tr("Note"), self.note, False),
        ):
            row = Labelled(theme, label, control, required=must, column=wide)
            self._rows[name] = row
            self.body.addWidget(row)
        self.kind.chosen.connect(self._look)
        self.kind.set_value(move.kind if move else "sold")
        self.quantity.set_text(move.quantity if move else "")
        self.party.set_text(move.party if move else "")
        self.region.set_text(move.region if move else "")
        self.note.set_text(move.note if move else "")
        day = move.day if move else today
        self.day.set_value(day.isoformat() if day else "")
        self._look(self.kind.value)
        self.add_leave()
        self.act = self.add_act(self.tr("Write down"), "primary", "tick")
        self.act.setDefault(True)
        self.act.clicked.connect(self._write)
        self.quantity.setFocus()

    def _look(self, kind: str) -> None:
        for name in ("party", "region"):
            self._rows[name].setVisible(kind in WITH_PARTY)

    def _write(self) -> None:
        commit_input_method()
        for row in self._rows.values():
            row.set_error("")
        shown = self.kind.value in WITH_PARTY
        move = BatchMove(
            id=self._move.id if self._move else "",
            batch_id=self._batch.id,
            kind=self.kind.value,
            day=read_date(self.day.value, self._desk.duty.act().today),
            quantity=self.quantity.text(),
            party=self.party.text() if shown else "",
            region=self.region.text() if shown else "",
            note=self.note.text(),
        )
        self.act.setEnabled(False)
        job = partial(batches.add, act=self._desk.duty.act(), move=move)
        self._desk.jobs.write(job, done=self._done, failed=self._refused, initiator=self)

    def _done(self, result: Result[BatchMove]) -> None:
        self.accept()
        self.written.emit(result.value)

    def _refused(self, error: Exception) -> None:
        self.act.setEnabled(True)
        name = FIELD_OF.get(error.code, "") if isinstance(error, Refused) else ""
        if name and isinstance(error, Refused):
            self._rows[name].set_error(" ".join(sentence(error.code, error.facts)))
        else:
            self._desk.tell(error)
