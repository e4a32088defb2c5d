"""One hand-over of a sample: what happened, when, from whose hand to whose, and its seal."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.screens.layout import label_column
from app.screens.sample_words import ICONS, kind_words, seal_words
from app.screens.sentences import sentence
from app.services import custody
from app.services.context import CHINA
from app.services.custody import HandOver
from app.services.errors import Refused
from app.widgets.dates import DateField, TimeField, read_date, read_time
from app.widgets.dialog import DialogFrame
from app.widgets.fields import ChoiceField, Item, LineField, TextField, commit_input_method
from app.widgets.labelled import ErrorLine, Labelled
from app.widgets.labels import Label
from app.widgets.segmented import Part, Segmented

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.changes import Result
    from app.services.custody import Chain
    from db.duty_rows import Custody

UNDER_WAY = frozenset({"handed", "posted"})
FIELD_OF = {
    "custody-hand-missing": "taker",
    "custody-future": "when",
    "custody-before": "when",
    "custody-seal-note": "note",
    "reason-missing": "note",
}


class HandOverDialog(DialogFrame):
    """Asks for the next line of a chain, or for the one that stands in another's place.

    Signals:
        written: The line was written.
    """

    written = Signal(object)

    def __init__(
        self, desk: Desk, held: Chain, parent: QWidget, corrects: Custody | None = None
    ) -> None:
        super().__init__(desk.theme, "", width=620, parent=parent)
        self._desk = desk
        self._held = held
        self._corrects = corrects
        before = [line for line in held.holding if corrects is None or line.at < corrects.at]
        self._opened = any(line.kind == "opened" for line in before)
        title = self.tr("Correct a hand-over") if corrects else self.tr("Write down a hand-over")
        self.title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        theme = desk.theme
        here = desk.duty.now().astimezone(CHINA)
        kinds = (corrects.kind,) if corrects else custody.next_kinds(held)
        self.kind = ChoiceField(theme, self.tr("What happened"))
        self.kind.set_items([Item(one, kind_words(one), icon=ICONS[one]) for one in kinds])
        self.day = DateField(theme, self.tr("Day"), today=here.date())
        self.day.set_limits(None, here.date())
        self.time = TimeField(theme, self.tr("Time"))
        self.giver = LineField(theme, self.tr("Given by"))
        self.taker = LineField(theme, self.tr("Taken by"))
        self.place = LineField(theme, self.tr("Place"))
        parts = [
            Part("whole", seal_words("whole"), "tick", "ok"),
            Part("broken", seal_words("broken"), "triangle", "danger"),
            Part("none", seal_words("none"), "dash", "danger"),
        ]
        self.seal = Segmented(theme, parts, self.tr("Seal"), stretched=True)
        self.note = TextField(theme, lines=(2, 4))
        self.expected = DateField(theme, self.tr("Result expected by"), today=here.date())
        self.expected.set_limits(here.date(), None)
        self.error = ErrorLine(theme)
        self._rows: dict[str, Labelled] = {}
        self._lay_out()
        self.add_leave()
        self.act = self.add_act(self.tr("Write down"), "primary", "tick")
        self.act.setDefault(True)
        self.act.clicked.connect(self._write)
        self.kind.chosen.connect(self._propose)
        self._begin(here)
        self.kind.setFocus()

    def _lay_out(self) -> None:
        theme, wide = self._desk.theme, label_column()
        if self._corrects is not None:
            words = self.tr("The line as it was written stays in the chain, marked as corrected.")
            self.body.addWidget(Label(theme, words, "field", "muted", wrap=True))
        when = QWidget()
        line = QHBoxLayout(when)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.day, 2)
        line.addWidget(self.time, 1)
        when.setFocusProxy(self.day)
        note = self.tr("Why it is corrected") if self._corrects else self.tr("Note")
        for name, label, control, must in (
            ("kind", self.tr("What happened"), self.kind, True),
            ("when", self.tr("When"), when, True),
            ("giver", self.tr("Given by"), self.giver, True),
            ("taker", self.tr("Taken by"), self.taker, True),
            ("place", self.tr("Place"), self.place, False),
            ("seal", self.tr("Seal"), self.seal, True),
            ("note", note, self.note, bool(self._corrects)),
            ("expected", self.tr("Result expected by"), self.expected, False),
        ):
            row = Labelled(theme, label, control, required=must, column=wide)
            self._rows[name] = row
            self.body.addWidget(row)
        self.body.addWidget(self.error)

    def _begin(self, here: dt.datetime) -> None:
        line = self._corrects
        self.kind.setCurrentIndex(0)
        self.seal.set_value(line.seal if line else "whole")
        at = line.at.astimezone(CHINA) if line else here
        self.day.set_value(at.date().isoformat())
        self.time.set_value(at.strftime("%H:%M"))
        if line is None:
            self._propose(self.kind.value)
            return
        for field, text in (
            (self.giver, line.giver),
            (self.taker, line.taker),
            (self.place, line.place),
        ):
            field.set_text(text)
        self._look()

    def _propose(self, kind: str) -> None:
        told = custody.proposed(self._desk.reader, self._held, kind)
        self.giver.set_text(told.giver)
        self.taker.set_text(told.taker)
        self._look()

    def _look(self) -> None:
        kind = self.kind.value
        self._rows["expected"].setVisible(kind in UNDER_WAY and self._corrects is None)
        self._rows["taker"].setVisible(kind != "destroyed")
        self._rows["seal"].setVisible(not self._opened)

    def _write(self) -> None:
        commit_input_method()
        for row in self._rows.values():
            row.set_error("")
        self.error.set_error("")
        now = self._desk.duty.now()
        today = now.astimezone(CHINA).date()
        day, time = read_date(self.day.value, today), read_time(self.time.text())
        if day is None or time is None:
            self._rows["when"].set_error(self.tr("Write the day and the time."))
            self.day.setFocus()
            return
        at = dt.datetime.combine(day, time, CHINA).astimezone(dt.UTC)
        told = HandOver(
            kind=self.kind.value,
            at=self._not_before_last(at),
            giver=self.giver.text(),
            taker="" if self.kind.value == "destroyed" else self.taker.text(),
            place=self.place.text(),
            seal="none" if self._opened else self.seal.value,
            note=self.note.text(),
            expected=read_date(self.expected.value, today) if self.expected.isVisible() else None,
        )
        self.act.setEnabled(False)
        job = partial(
            custody.add,
            act=self._desk.duty.act(),
            sample_id=self._held.sample.id,
            told=told,
            corrects=self._corrects.id if self._corrects else "",
        )
        self._desk.jobs.write(job, done=self._done, failed=self._refused, initiator=self)

    def _not_before_last(self, at: dt.datetime) -> dt.datetime:
        """The field shows whole minutes: within the minute of the line above, that line's time."""
        lines = self._held.holding
        if self._corrects is not None:
            before = [line for line in lines if line.id == self._corrects.id]
        else:
            before = list(lines[-1:])
        if before and at <= before[-1].at < at + dt.timedelta(minutes=1):
            return before[-1].at
        return at

    def _done(self, result: Result[Custody]) -> None:
        self.accept()
        self.written.emit(result.value)

    def _refused(self, error: Exception) -> None:
        self.act.setEnabled(True)
        if not isinstance(error, Refused):
            self._desk.tell(error)
            return
        words = " ".join(sentence(error.code, error.facts))
        name = FIELD_OF.get(error.code, "")
        if name == "taker" and not self.giver.text().strip():
            name = "giver"
        if name in self._rows:
            self._rows[name].set_error(words)
        else:
            self.error.set_error(words)
