"""Extending or suspending a deadline: the new day as one types, how it was counted, the article."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from typing_extensions import override

from app.screens.dates import shown_day
from app.screens.due_chip import doubted_day
from app.screens.finding_words import counted_words, day_words
from app.screens.layout import label_column
from app.screens.place import record_place
from app.screens.sentences import sentence
from app.screens.step_dialog import StepDialog, read_day
from app.services import extending, extension_notice
from app.services.errors import Refused
from app.services.extending import Wanted
from app.widgets.dates import DateField
from app.widgets.facts import Fact, FactList
from app.widgets.fields import ChoiceField, Item, LineField, NumberField, TextField
from app.widgets.segmented import Part, Segmented
from forms.rules.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk
    from app.services.changes import Result
    from app.services.extending import Counted
    from app.widgets.labelled import Labelled
    from db.connection import Store
    from db.rows import Record

DIGITS = 5  # a number of days has fewer
SOON = 120  # milliseconds of quiet before it is counted anew


class ExtendDialog(StepDialog):
    """More days, or days that do not count; nothing is kept before the button is pressed.

    ``owner`` is (``finding`` or ``follow_up``, id). Where the party must be told, the notice is
    prepared from here and moves the deadline when it is issued.
    """

    def __init__(self, desk: Desk, owner: tuple[str, str], about: str, parent: QWidget) -> None:
        title = QCoreApplication.translate("ExtendDialog", "Extend or suspend the deadline")
        super().__init__(desk, title, about, parent)
        self._owner = owner
        theme, today = desk.theme, desk.duty.act().today
        self._kind = Segmented(
            theme,
            (
                Part("extension", self.tr("Extend"), "calendar"),
                Part("suspension", self.tr("Suspend"), "pause"),
            ),
            stretched=True,
        )
        self._kind.set_value("extension")
        self._amount = NumberField(theme)
        self._unit = ChoiceField(
            theme,
            items=(
                Item("working_day", self.tr("working days")),
                Item("day", self.tr("calendar days")),
                Item("month", self.tr("months")),
            ),
        )
        self._unit.set_value("working_day")
        self._since, self._until = DateField(theme, today=today), DateField(theme, today=today)
        self._since.set_value(today.isoformat())
        self._article, self._approver = LineField(theme), LineField(theme)
        self._reason = TextField(theme, lines=(2, 5))
        self._facts = FactList(theme, label_column())
        self._lines = self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._count)
        self._connect()
        self._follow()
        self._propose()
        self._count()
        self._amount.setFocus()

    def _lay_out(self) -> dict[str, Labelled]:
        lines = {
            "kind": self.add_line(self.tr("What"), self._kind),
            "amount": self.add_line(self.tr("By how many"), self._amount, required=True),
            "unit": self.add_line(self.tr("Counted in"), self._unit),
            "since": self.add_line(self.tr("First day"), self._since, required=True),
            "until": self.add_line(
                self.tr("Last day"),
                self._until,
                hint=self.tr("Leave it empty while the end is not known"),
            ),
            "article": self.add_line(self.tr("Article"), self._article, required=True),
            "approver": self.add_line(self.tr("Approved by"), self._approver, required=True),
            "reason": self.add_line(
                self.tr("Reason"),
                self._reason,
                required=True,
                hint=self.tr("What the party asked for in writing, and why it was granted"),
            ),
        }
        self.body.addWidget(self._facts)
        self._notice = self.add_act(self.tr("Prepare the notice"), "quiet", "document")
        self._notice.clicked.connect(self._prepare)
        self.add_steps(self.tr("Keep the new deadline"), "calendar")
        return lines

    def _connect(self) -> None:
        self._kind.chosen.connect(self._follow)
        self._unit.chosen.connect(self._later)
        for field in (self._amount, self._since, self._until, self._article):
            field.answered.connect(self._later)

    def _follow(self, *_: object) -> None:
        extends = self._kind.value == "extension"
        for name in ("amount", "unit"):
            self._lines[name].setVisible(extends)
        for name in ("since", "until"):
            self._lines[name].setVisible(not extends)
        self._notice.setVisible(extends and self._owner[0] == extending.FINDING)
        self._later()

    def _later(self, *_: object) -> None:
        self._soon.start()

    def _propose(self) -> None:
        """Offer the article of the period itself; the inspector changes it."""
        self._article.set_text(extending.article_of(self._desk.reader, *self._owner))

    # --- counting -----------------------------------------------------------------------------

    def _wanted(self) -> Wanted | None:
        words = self._article.text(), self._approver.text(), self._reason.text()
        if self._kind.value == "extension":
            text = self._amount.text().strip()
            amount = int(text) if text.isdecimal() and len(text) < DIGITS else 0
            wanted = Wanted("extension", *words, amount=amount, unit=self._unit.value)
            return wanted if amount else None
        since, until = read_day(self._since.value), read_day(self._until.value)
        if since is None or (self._until.value and until is None):
            return None
        return Wanted("suspension", *words, since=since, until=until)

    def _counted(self, wanted: Wanted | None) -> Counted | None:
        if wanted is None:
            return None
        act = self._desk.duty.act()
        try:
            return extending.count(self._desk.reader, *self._owner, wanted, act.today)
        except Refused as error:
            self.say_wrong(" ".join(sentence(error.code, error.facts)))
        except RuleError:
            self.say_wrong(self.tr("These days cannot be: the last lies before the first."))
        return None

    def _count(self) -> None:
        self.say_wrong("")
        wanted = self._wanted()
        counted = self._counted(wanted)
        doubt = self._desk.duty.clock_doubt
        still = self.tr("stands still until the suspension is ended")
        facts = []
        if counted is not None and wanted is not None:
            after = doubted_day(shown_day(counted.after), doubt=doubt) or still
            before = doubted_day(shown_day(counted.before), doubt=doubt) or still
            how = self._how(counted, wanted)
            facts = [
                Fact(self.tr("Deadline now"), before),
                Fact(
                    self.tr("New deadline"),
                    after,
                    meaning="accent",
                    under=self.tr("asked for after the deadline had passed")
                    if counted.late
                    else "",
                    under_tone="warning",
                ),
                Fact(self.tr("How it is counted"), how),
                Fact(self.tr("What the law says"), counted.extendable),
            ]
        self._facts.set_facts([fact for fact in facts if fact.value])

    def _how(self, counted: Counted, wanted: Wanted) -> str:
        """The days of the extension itself, or those that a suspension takes out."""
        if counted.ends is None or counted.before is None:
            return ""
        if wanted.kind == "suspension" and wanted.since is not None and wanted.until is not None:
            return self.tr("{first} to {last} do not count and are added at the end").format(
                first=day_words(wanted.since), last=day_words(wanted.until)
            )
        before = counted.before
        return counted_words(
            replace(
                counted.ends,
                start=before,
                amount=wanted.amount or 0,
                unit=wanted.unit,
                counted_workdays=tuple(d for d in counted.ends.counted_workdays if d > before),
                skipped=tuple(off for off in counted.ends.skipped if off.date > before),
            )
        )

    # --- keeping ------------------------------------------------------------------------------

    def _prepare(self) -> None:
        """Begin the paper that tells the party; issuing it moves the deadline."""
        wanted = self._wanted()
        self._lines["amount"].set_error("" if wanted else self.tr("Write a number of days."))
        if wanted is None:
            return
        begin = partial(
            extension_notice.prepare,
            act=self._desk.duty.act(),
            finding_id=self._owner[1],
            wanted=wanted,
        )
        self._desk.jobs.write(begin, done=self._begun, failed=self._refused, initiator=self)

    def _begun(self, result: Result[Record]) -> None:
        self.reject()
        self._desk.go(record_place(result.value))

    @override
    def step(self) -> Callable[[Store], Result[object]] | None:
        """Keep the extension or suspension."""
        wanted = self._wanted()
        asked = (
            ("amount", wanted is not None, self.tr("Write a number of days.")),
            ("since", wanted is not None, self.tr("Write the day as 2026-09-30.")),
            ("article", bool(self._article.text().strip()), self.tr("Name the article.")),
            ("approver", bool(self._approver.text().strip()), self.tr("Name who approved it.")),
            ("reason", bool(self._reason.text().strip()), self.tr("Write the reason.")),
        )
        for name, there, words in asked:
            self._lines[name].set_error("" if there else words)
        if wanted is None or not all(there for _name, there, _words in asked):
            return None
        return partial(
            extending.change,
            act=self._desk.duty.act(),
            owner_type=self._owner[0],
            owner_id=self._owner[1],
            wanted=wanted,
        )
