"""The dialogues of a finding's steps: the party's report, the re-check, taking it on, a reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from app.screens.rectify_words import escalations, verdicts, ways
from app.screens.step_dialog import StepDialog, read_day
from app.services import escalating, rectifying, settings
from app.widgets.dates import DateField
from app.widgets.fields import ChoiceField, Item, TextField
from app.widgets.option_rows import CheckRow
from app.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk
    from app.services.changes import Result
    from db.connection import Store
    from db.rows import Finding

    Step = Callable[[Store], Result[object]]

translate = QCoreApplication.translate


class ReportDialog(StepDialog):
    """The party's report has come in: what it says and on which day."""

    def __init__(self, desk: Desk, finding: Finding, about: str, parent: QWidget) -> None:
        title = translate("ReportDialog", "Rectification report received")
        super().__init__(desk, title, about, parent)
        self._finding = finding
        today = desk.duty.act().today
        self._text = TextField(desk.theme, lines=(3, 8))
        self._day = DateField(desk.theme, today=today)
        self._day.set_limits(None, today)
        self._day.set_value(today.isoformat())
        self._line = self.add_line(
            self.tr("What it says"),
            self._text,
            required=True,
            hint=self.tr("What was put right and how, as the party writes it"),
        )
        self._when = self.add_line(
            self.tr("Received on"),
            self._day,
            required=True,
            hint=self.tr("The period of the re-check is counted from this day"),
        )
        self.add_steps(self.tr("Note the report"), "mail")
        self._text.setFocus()

    @override
    def step(self) -> Step | None:
        """Take the report in."""
        day, text = read_day(self._day.value), self._text.text().strip()
        self._line.set_error("" if text else self.tr("Write what the party says it has done."))
        self._when.set_error("" if day else self.tr("Write the day as 2026-09-30."))
        if day is None or not text:
            return None
        return partial(
            rectifying.take_report,
            act=self._desk.duty.act(),
            finding_id=self._finding.id,
            report=rectifying.Report(text, day),
        )


class RecheckDialog(StepDialog):
    """What a re-check saw, on the spot by two or by the papers; closing goes with it."""

    def __init__(self, desk: Desk, finding: Finding, about: str, parent: QWidget) -> None:
        super().__init__(desk, translate("RecheckDialog", "Re-check"), about, parent)
        self._finding = finding
        act = desk.duty.act()
        theme = desk.theme
        self._verdict = Segmented(theme, verdicts(), stretched=True)
        self._verdict.chosen.connect(self._follow)
        self._way = Segmented(theme, ways(), stretched=True)
        self._way.set_value("site" if not finding.report else "papers")
        self._way.chosen.connect(self._follow)
        others = [one for one in settings.inspectors(desk.reader) if one.id != act.who.person_id]
        self._partner = ChoiceField(
            theme, items=[Item(one.name, one.name, one.certificate) for one in others]
        )
        self._day = DateField(theme, today=act.today)
        self._day.set_limits(None, act.today)
        self._day.set_value(act.today.isoformat())
        self._note = TextField(theme, lines=(2, 6))
        self._closing = CheckRow(theme, Item("close", self.tr("Close the finding with it")), self)
        self._closing.setChecked(True)
        self._seen = self.add_line(self.tr("Result"), self._verdict, required=True)
        self.add_line(self.tr("How"), self._way, required=True)
        self._with = self.add_line(
            self.tr("With"),
            self._partner,
            hint=self.tr("Two go to the place (Procedure Rules art. 22); one may read the papers"),
        )
        self._when = self.add_line(self.tr("On"), self._day, required=True)
        self._still = self.add_line(self.tr("What was seen"), self._note)
        self.body.addWidget(self._closing)
        self.add_steps(self.tr("Keep the re-check"), "rectify")
        self._verdict.setFocus()
        self._follow()

    def _follow(self, *_: object) -> None:
        fixed = self._verdict.value == "fixed"
        self._closing.setVisible(fixed)
        self._still.set_label(self.tr("What was seen") if fixed else self.tr("What is still wrong"))
        self._seen.set_error("")

    @override
    def step(self) -> Step | None:
        """Keep what was seen."""
        day = read_day(self._day.value)
        verdict, note = self._verdict.value, self._note.text()
        lacks = verdict in {"not", "partly"} and not note.strip()
        self._seen.set_error("" if verdict else self.tr("Choose what the re-check saw."))
        self._when.set_error("" if day else self.tr("Write the day as 2026-09-30."))
        self._still.set_error(self.tr("Write what is still wrong.") if lacks else "")
        if day is None or not verdict or lacks:
            return None
        people = (self._desk.duty.who.name, self._partner.value)
        seen = rectifying.Recheck(verdict, self._way.value, day, people, note)
        return partial(
            rectifying.recheck,
            act=self._desk.duty.act(),
            finding_id=self._finding.id,
            seen=seen,
            closing=self._closing.isChecked(),
        )


class EscalateDialog(StepDialog):
    """Where a finding that is not put right is taken, and why."""

    def __init__(self, desk: Desk, finding: Finding, about: str, parent: QWidget) -> None:
        super().__init__(desk, translate("EscalateDialog", "Take it on"), about, parent)
        self._finding = finding
        rows = escalations()
        self._way = ChoiceField(
            desk.theme, items=[Item(way, name, second, icon) for way, icon, name, second in rows]
        )
        self._way.set_value(rows[0][0])
        self._reason = TextField(desk.theme, lines=(2, 6))
        self.add_line(self.tr("Where to"), self._way, required=True)
        self._why = self.add_line(self.tr("Reason"), self._reason, required=True)
        self.add_steps(self.tr("Take it on"), "case")
        self._reason.setFocus()

    @override
    def step(self) -> Step | None:
        """Take it on."""
        reason = self._reason.text().strip()
        self._why.set_error("" if reason else self.tr("Write why it is taken on."))
        if not reason:
            return None
        return partial(
            escalating.escalate,
            act=self._desk.duty.act(),
            finding_id=self._finding.id,
            way=self._way.value,
            reason=reason,
        )


class ReasonDialog(StepDialog):
    """One reason, for a step that needs nothing else; ``make`` gives the step for the reason."""

    def __init__(  # noqa: PLR0913, PLR0917 - a question has a title, a subject, a verb and what it does
        self,
        desk: Desk,
        title: str,
        about: str,
        verb: str,
        make: Callable[[str], Step],
        parent: QWidget,
    ) -> None:
        super().__init__(desk, title, about, parent)
        self._make = make
        self._reason = TextField(desk.theme, lines=(2, 6))
        self._why = self.add_line(self.tr("Reason"), self._reason, required=True)
        self.add_steps(verb)
        self._reason.setFocus()

    @override
    def step(self) -> Step | None:
        """Do it for the reason written."""
        reason = self._reason.text().strip()
        self._why.set_error("" if reason else self.tr("Write the reason."))
        return self._make(reason) if reason else None
