"""What is still to be done in a case by a date, and the acts that settle it by hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.screens.due_chip import due_chip
from app.screens.follow_up_words import follow_up_words
from app.screens.sentences import sentence
from app.services import clocks, follow_ups
from app.services.errors import Refused
from app.widgets.card import Card, CardHead
from app.widgets.dialog import DialogFrame
from app.widgets.fields import TextField, commit_input_method
from app.widgets.labelled import Labelled
from app.widgets.labels import Label
from app.widgets.work import WorkList
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from db.duty_rows import FollowUp

BY_HAND = frozenset({"filing", "cash", "report", "credit-note", "case-opening"})
"""The kinds one settles here; the others are settled by their papers."""


class CaseDuties(Card):
    """The open follow-ups of one case; hidden while there are none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._rows: dict[str, FollowUp] = {}
        title = self.tr("Still to be done")
        self.list = WorkList(desk.theme, title)
        self.list.pressed_verb.connect(self._ask)
        self.add_row(CardHead(desk.theme, title))
        self.add_row(self.list)

    def look(self, case_id: str) -> None:
        """Show what is open in a case."""
        rows = follow_ups.open_of_case(self._desk.reader, case_id)
        self._rows = {row.id: row for row in rows}
        self.list.set_rows([self._work(row) for row in rows])
        self.setVisible(bool(rows))

    def _work(self, row: FollowUp) -> Work:
        chip = None
        if row.due is not None:
            duty = self._desk.duty
            left = clocks.left(self._desk.reader, duty.act().today, row.due)
            chip = due_chip(row.due, *left, doubt=duty.clock_doubt)
        words = _title(row)
        second = row.title if row.title != words else ""
        verb = self.tr("Done…") if row.kind in BY_HAND else ""
        return Work(row.id, words, second, "clock", chip.tone if chip else "mute", chip, verb)

    def _ask(self, follow_up_id: str) -> None:
        row = self._rows.get(follow_up_id)
        if row is not None and row.kind in BY_HAND:
            SettleDialog(self._desk, row, self).open()


class SettleDialog(DialogFrame):
    """One thing was done: where the file lies, or a word about it."""

    def __init__(self, desk: Desk, row: FollowUp, parent: Card) -> None:
        super().__init__(desk.theme, _title(row), width=520, parent=parent.window())
        self._desk = desk
        self._row = row
        self._files = row.kind == "filing"
        label = self.tr("Where the file lies") if self._files else self.tr("Remark")
        self.note = TextField(desk.theme, label)
        self._line = Labelled(desk.theme, label, self.note, required=self._files)
        self.body.addWidget(Label(desk.theme, row.title, "field", "muted", wrap=True))
        if self._files:
            told = self.tr("Cabinet, box and number, so that it can be found again")
            self.body.addWidget(Label(desk.theme, told, "small", "muted", wrap=True))
        self.body.addWidget(self._line)
        self.add_leave()
        self.done_act = self.add_act(self.tr("It is done"), "primary", "tick")
        self.done_act.clicked.connect(self._settle)
        self.finished.connect(self.deleteLater)
        self.note.setFocus()

    def _settle(self) -> None:
        commit_input_method()
        act, text = self._desk.duty.act(), self.note.text()
        if self._files:
            job = partial(follow_ups.file_away, act=act, follow_up_id=self._row.id, place=text)
        else:
            job = partial(follow_ups.settle, act=act, follow_up_id=self._row.id, note=text.strip())
        self._desk.jobs.write(job, done=self._settled, failed=self._refused)

    def _settled(self, _result: object) -> None:
        self.accept()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, Refused) and error.code == "file-place-missing":
            self._line.set_error(" ".join(sentence(error.code, error.facts)))
            self.note.setFocus()
        else:
            self._desk.tell(error)


def _title(row: FollowUp) -> str:
    """What is to be done, as the head of a line."""
    words = follow_up_words(row.kind) or row.title
    return words[:1].upper() + words[1:]
