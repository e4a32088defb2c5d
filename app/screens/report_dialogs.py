"""The questions around a result: a judgement of one's own, told days, an objection, its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from app.screens.layout import label_column
from app.screens.result_words import item_words, why_words
from app.services.objections import Decision, Raised
from app.widgets.dates import DateField, read_date
from app.widgets.dialog import DialogFrame
from app.widgets.fields import LineField, TextField, commit_input_method
from app.widgets.labelled import Labelled
from app.widgets.labels import Label
from app.widgets.segmented import Part, Segmented

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from app.services.judging import Judged
    from app.shell.theme import Theme


translate = QCoreApplication.translate


class JudgeDialog(DialogFrame):
    """One line judged by a person: the figures' word stays beside it, and the reason is kept.

    Signals:
        judged: Verdict ("" for what the figures say), reason, severity.
    """

    judged = Signal(str, str, str)

    def __init__(self, theme: Theme, line: Judged, parent: QWidget) -> None:
        super().__init__(theme, line.item.name, width=660, parent=parent)
        figures = item_words(line.computed.verdict)
        why = why_words(line.computed.why)
        said = self.tr("By the figures: {verdict}").format(verdict=figures)
        self.body.addWidget(Label(theme, f"{said} ({why})" if why else said, "field", wrap=True))
        wide = label_column()
        self.verdict = Segmented(
            theme,
            [
                Part("", self.tr("By the figures"), "gauge"),
                Part("pass", item_words("pass"), "tick", "ok"),
                Part("fail", item_words("fail"), "cross", "danger"),
            ],
            self.tr("Judgement"),
            stretched=True,
        )
        self.verdict.set_value(line.item.verdict if line.overridden else "")
        self.reason = TextField(theme, lines=(2, 4))
        self.reason.set_text(line.item.note)
        self.severity = Segmented(
            theme,
            [
                Part("general", self.tr("General")),
                Part("serious", self.tr("Serious")),
                Part("major", self.tr("Grave"), tone="danger"),
            ],
            self.tr("Severity"),
            stretched=True,
        )
        self.severity.set_value(line.item.severity or "general")
        self._verdict = line.computed.verdict
        self.body.addWidget(Labelled(theme, self.tr("Judgement"), self.verdict, column=wide))
        self._row = Labelled(theme, self.tr("Reason"), self.reason, column=wide)
        self.body.addWidget(self._row)
        self.body.addWidget(Labelled(theme, self.tr("Severity"), self.severity, column=wide))
        self.add_leave()
        self.act = self.add_act(self.tr("Take over"), "primary", "tick")
        self.act.setDefault(True)
        self.act.clicked.connect(self._take)
        self.verdict.setFocus()

    def _take(self) -> None:
        commit_input_method()
        verdict, reason = self.verdict.value, self.reason.text().strip()
        if verdict and verdict != self._verdict and not reason:
            self._row.set_error(self.tr("The figures say otherwise: write why you judge so."))
            self.reason.setFocus()
            return
        self.judged.emit(verdict, reason, self.severity.value)
        self.accept()


class DayDialog(DialogFrame):
    """On which day something happened, up to today.

    Signals:
        told: The day.
    """

    told = Signal(object)

    def __init__(
        self, theme: Theme, today: dt.date, words: tuple[str, str, str], parent: QWidget | None
    ) -> None:
        title, sentence, label = words
        super().__init__(theme, title, parent=parent)
        self.body.addWidget(Label(theme, sentence, "field", "muted", wrap=True))
        self._today = today
        self.day = DateField(theme, label, today=today)
        self.day.set_limits(None, today)
        self.day.set_value(today.isoformat())
        self._row = Labelled(theme, label, self.day, column=label_column())
        self.body.addWidget(self._row)
        self.add_leave()
        self.act = self.add_act(self.tr("Note the day"), "primary", "tick")
        self.act.setDefault(True)
        self.act.clicked.connect(self._take)
        self.day.setFocus()

    def _take(self) -> None:
        day = read_date(self.day.value, self._today)
        if day is None or day > self._today:
            self._row.set_error(self.tr("Write a day up to today."))
            return
        self.told.emit(day)
        self.accept()


class ToldDialog(DayDialog):
    """When the party received the result."""

    def __init__(self, theme: Theme, today: dt.date, parent: QWidget | None) -> None:
        words = (
            translate("ToldDialog", "The party has received the result"),
            translate(
                "ToldDialog",
                "The fifteen days for an objection run from the day after. A notice whose service "
                "is recorded here sets the day by itself.",
            ),
            translate("ToldDialog", "Received on"),
        )
        super().__init__(theme, today, words, parent)


class AnnouncedDialog(DayDialog):
    """When the province announced a failed re-check."""

    def __init__(self, theme: Theme, today: dt.date, parent: QWidget | None) -> None:
        words = (
            translate("AnnouncedDialog", "The province has announced the failed re-check"),
            translate(
                "AnnouncedDialog",
                "The second re-check is made after the sixtieth and before the ninetieth day from "
                "the announcement (Order 18, article 48).",
            ),
            translate("AnnouncedDialog", "Announced on"),
        )
        super().__init__(theme, today, words, parent)


class ObjectionDialog(DialogFrame):
    """A party's objection as it came in.

    Signals:
        raised: The ``Raised``.
    """

    raised = Signal(object)

    def __init__(self, theme: Theme, today: dt.date, party: str, parent: QWidget) -> None:
        super().__init__(theme, "", width=560, parent=parent)
        _name(self, self.tr("Write down an objection"))
        self._today = today
        wide = label_column()
        self.day = DateField(theme, self.tr("Received on"), today=today)
        self.day.set_limits(None, today)
        self.day.set_value(today.isoformat())
        self.by = LineField(theme, self.tr("Raised by"))
        self.by.set_text(party)
        self.reason = TextField(theme, lines=(2, 5))
        self._rows = {
            "day": Labelled(theme, self.tr("Received on"), self.day, required=True, column=wide),
            "by": Labelled(theme, self.tr("Raised by"), self.by, required=True, column=wide),
            "reason": Labelled(theme, self.tr("Reason"), self.reason, required=True, column=wide),
        }
        for row in self._rows.values():
            self.body.addWidget(row)
        self.add_leave()
        self.act = self.add_act(self.tr("Write down"), "primary", "tick")
        self.act.setDefault(True)
        self.act.clicked.connect(self._take)
        self.reason.setFocus()

    def _take(self) -> None:
        commit_input_method()
        day = read_date(self.day.value, self._today)
        by, reason = self.by.text().strip(), self.reason.text().strip()
        self._rows["day"].set_error("" if day else self.tr("Write a day up to today."))
        self._rows["by"].set_error("" if by else self.tr("Write who objects."))
        self._rows["reason"].set_error("" if reason else self.tr("Write what is objected to."))
        if day and by and reason:
            self.raised.emit(Raised(day, by, reason))
            self.accept()


class DecideDialog(DialogFrame):
    """The bureau's answer to an objection.

    Signals:
        decided: The ``Decision``.
    """

    decided = Signal(object)

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(theme, "", width=560, parent=parent)
        _name(self, self.tr("Decide on the objection"))
        self.body.addWidget(Label(theme, words, "field", "muted", wrap=True))
        wide = label_column()
        self.choice = Segmented(
            theme,
            [
                Part("yes", self.tr("Accept: re-test"), "tick", "ok"),
                Part("no", self.tr("Do not accept"), "cross", "danger"),
            ],
            self.tr("Decision"),
            stretched=True,
        )
        self.choice.set_value("yes")
        self.laboratory = LineField(theme, self.tr("Laboratory of the re-test"))
        self.answer = TextField(theme, lines=(2, 4))
        self._lab = Labelled(
            theme,
            self.tr("Laboratory of the re-test"),
            self.laboratory,
            hint=self.tr("Not the one that made the first test"),
            column=wide,
        )
        self._reason = Labelled(theme, self.tr("Reason"), self.answer, required=True, column=wide)
        self.body.addWidget(Labelled(theme, self.tr("Decision"), self.choice, column=wide))
        self.body.addWidget(self._lab)
        self.body.addWidget(self._reason)
        self.choice.chosen.connect(self._look)
        self.add_leave()
        self.act = self.add_act(self.tr("Decide"), "primary", "tick")
        self.act.setDefault(True)
        self.act.clicked.connect(self._take)
        self.choice.setFocus()

    def _look(self, value: str) -> None:
        self._lab.setVisible(value == "yes")

    def _take(self) -> None:
        commit_input_method()
        answer, laboratory = self.answer.text().strip(), self.laboratory.text().strip()
        accept = self.choice.value == "yes"
        self._reason.set_error("" if answer else self.tr("Write the reason; the party reads it."))
        missing = accept and not laboratory
        self._lab.set_error(self.tr("Name the laboratory.") if missing else "")
        if answer and not missing:
            self.decided.emit(Decision(accept, answer, laboratory))
            self.accept()


def _name(dialog: DialogFrame, title: str) -> None:
    dialog.title.setText(title)
    dialog.setWindowTitle(title)
    dialog.setAccessibleName(title)
