"""The frame of a dialogue that takes one step: it keeps what was typed until the step is taken."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.screens.layout import label_column
from app.screens.sentences import sentence
from app.services.errors import Refused
from app.widgets.dialog import DialogFrame
from app.widgets.fields import commit_input_method
from app.widgets.labelled import ErrorLine, Labelled
from app.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk
    from app.services.changes import Result
    from db.connection import Store


class StepDialog(DialogFrame):
    """One step: what it is about, a few fields, and the button that takes it.

    A refusal is said in the dialogue and nothing typed is lost.

    Signals:
        taken: The ``Result`` of the step; the dialogue has closed.
    """

    taken = Signal(object)

    def __init__(self, desk: Desk, title: str, about: str, parent: QWidget) -> None:
        super().__init__(desk.theme, title, width=600, parent=parent)
        self._desk = desk
        self.body.addWidget(Label(desk.theme, about, "field", "muted", wrap=True))
        self._wrong = ErrorLine(desk.theme)

    def add_line(
        self, label: str, control: QWidget, *, hint: str = "", required: bool = False
    ) -> Labelled:
        """Add one field with its label."""
        line = Labelled(
            self._desk.theme,
            label,
            control,
            hint=hint,
            required=required,
            column=label_column(),
        )
        self.body.addWidget(line)
        return line

    def add_steps(self, words: str, icon: str = "tick") -> None:
        """End the dialogue with the place for what is wrong, and the two buttons."""
        self.body.addWidget(self._wrong)
        self.add_leave()
        self._go = self.add_act(words, "primary", icon)
        self._go.setDefault(True)
        self._go.clicked.connect(self._take)

    def step(self) -> Callable[[Store], Result[object]] | None:
        """The step as it stands in the fields; None where one is missing and was marked.

        Each dialogue says its own; the frame alone has nothing to keep.
        """
        return None

    def say_wrong(self, words: str) -> None:
        """Say under the fields what is wrong, or nothing for ""."""
        self._wrong.set_error(words)

    def _take(self) -> None:
        commit_input_method()
        self.say_wrong("")
        step = self.step()
        if step is None:
            return
        self._go.setEnabled(False)
        self._desk.jobs.write(step, done=self._done, failed=self._refused, initiator=self)

    def _done(self, result: Result[object]) -> None:
        self.accept()
        self.taken.emit(result)

    def _refused(self, error: BaseException) -> None:
        self._go.setEnabled(True)
        if isinstance(error, Refused):
            self.say_wrong(" ".join(sentence(error.code, error.facts)))
        else:
            self._desk.tell(error)


def read_day(text: str) -> dt.date | None:
    """The day in a date field, None while it is no date."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
