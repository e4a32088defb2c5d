"""Beginning a period by hand: which one, what began it and when, its end as one types."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from typing_extensions import override

from app.screens.dates import shown_day
from app.screens.due_chip import doubted_day
from app.screens.finding_words import counted_words
from app.screens.layout import dotted, in_english, label_column
from app.screens.sentences import sentence
from app.screens.step_dialog import StepDialog, read_day
from app.services import by_hand
from app.services.by_hand import BY_PAPER, Event
from app.services.context import CHINA
from app.services.errors import Refused
from app.services.follow_ups import AT_ONCE
from app.widgets.dates import DateField, TimeField
from app.widgets.facts import Fact, FactList
from app.widgets.fields import Item, LineField, NumberField
from app.widgets.pick import PickField
from forms.rules.clocks import Hours, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk
    from app.services.changes import Result
    from app.services.clocks import Clock, Reckoning
    from db.connection import Store

DIGITS = 5  # a number of days has fewer
WIDE = 10_000  # the time takes the whole column like its neighbours
SOON = 120  # milliseconds of quiet before it is counted anew


class PeriodDialog(StepDialog):
    """A period of the table begins in a case by an event that no paper here takes in."""

    def __init__(self, desk: Desk, case_id: str, about: str, parent: QWidget) -> None:
        title = QCoreApplication.translate("PeriodDialog", "Begin a period")
        super().__init__(desk, title, about, parent)
        self._case_id = case_id
        self._clock: Clock | None = None
        theme, now = desk.theme, desk.duty.now().astimezone(CHINA)
        self.period = PickField(theme, self.tr("Period"), self._search)
        self.day = DateField(theme, self.tr("Day"), today=now.date())
        self.day.set_value(now.date().isoformat())
        self.time = TimeField(theme, self.tr("Time"))
        self.time.set_value(f"{now:%H:%M}:00")
        self.time.setMaximumWidth(WIDE)
        self.amount = NumberField(theme)
        self.note = LineField(theme, hint=self.tr("Number of the letter, name, what it is about"))
        self._facts = FactList(theme, label_column())
        self._lines = {
            "period": self.add_line(
                self.tr("Period"),
                self.period,
                required=True,
                hint=self.tr("Type a word of it, of its law, or of what begins it"),
            ),
            "day": self.add_line(self.tr("Began on"), self.day, required=True),
            "time": self.add_line(self.tr("At"), self.time, required=True),
            "amount": self.add_line(
                self.tr("How many days"),
                self.amount,
                required=True,
                hint=self.tr("As the paper sets"),
            ),
            "note": self.add_line(self.tr("Note"), self.note),
        }
        self.body.addWidget(self._facts)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._count)
        self.period.chosen.connect(self._choose)
        for field in (self.day, self.time, self.amount):
            field.answered.connect(self._later)
        self.add_steps(self.tr("Begin"), "clock")
        self._choose("")
        self.period.setFocus()

    # --- choosing -----------------------------------------------------------------------------

    def _search(self, text: str) -> Sequence[Item]:
        found = by_hand.find(self._desk.reader, text)
        return [Item(one.id, self._named(one), one.law) for one in found]

    def _named(self, one: Clock) -> str:
        return dotted(one.name_en if in_english() else one.name_zh, self._length(one))

    def _length(self, one: Clock) -> str:
        if one.amount is None:
            return ""
        words = {
            "working_day": self.tr("%n working day(s)", None, one.amount),
            "month": self.tr("%n month(s)", None, one.amount),
            "hour": self.tr("%n hour(s)", None, one.amount),
        }
        return words.get(one.unit, self.tr("%n calendar day(s)", None, one.amount))

    def _choose(self, clock_id: str) -> None:
        """Ask for what this period needs: a time where it runs in hours, its length if none is set."""
        known = by_hand.offered(self._desk.reader)
        self._clock = next((one for one in known if one.id == clock_id), None)
        hours = self._clock is not None and self._clock.unit == "hour"
        back = self._clock is not None and self._clock.backwards
        free = self._clock is not None and self._clock.set_by == BY_PAPER
        self._lines["time"].setVisible(hours)
        self._lines["amount"].setVisible(free)
        self._lines["day"].set_label(self.tr("It is on") if back else self.tr("Began on"))
        self._count()

    def _later(self, *_: object) -> None:
        self._soon.start()

    # --- counting -----------------------------------------------------------------------------

    def _event(self) -> Event | None:
        """What began, as it stands in the fields; None where something is missing."""
        day, clock = read_day(self.day.value), self._clock
        if clock is None or day is None:
            return None
        at = dt.datetime.combine(day, dt.time(), CHINA)
        if clock.unit == "hour":
            try:
                time = dt.time.fromisoformat(self.time.text())
            except ValueError:
                return None
            at = dt.datetime.combine(day, time, CHINA)
        text = self.amount.text().strip()
        amount = int(text) if text.isdecimal() and len(text) < DIGITS else None
        return Event(clock.id, at.astimezone(dt.UTC), amount, self.note.text())

    def _count(self) -> None:
        self.say_wrong("")
        self._facts.set_facts([])
        event, clock = self._event(), self._clock
        if clock is None:
            return
        facts = [Fact(self.tr("What begins it"), clock.starts_on)]
        act, doubt = self._desk.duty.act(), self._desk.duty.clock_doubt
        if event is not None and (clock.set_by != BY_PAPER or event.amount):
            try:
                facts += self._told(
                    by_hand.count(self._desk.reader, act, event, doubt=doubt), event
                )
            except Refused as error:
                self.say_wrong(" ".join(sentence(error.code, error.facts)))
        self._facts.set_facts([fact for fact in facts if fact.value])

    def _told(self, found: Reckoning, event: Event) -> list[Fact]:
        """The end of the period, how it is counted, the article, and what may be made of it."""
        counted = found.counted
        ends = counted.ends if isinstance(counted, Term) else counted
        how = "" if ends is None or isinstance(ends, Hours) else counted_words(ends)
        end = found.due
        words = shown_day(end)
        if isinstance(end, dt.datetime):
            words = end.strftime("%Y-%m-%d %H:%M")
        if found.clock.set_by == AT_ONCE:
            how = self.tr("The rule names no days: at once")
            words = shown_day(event.at.astimezone(CHINA).date())
        unsure = "" if found.confirmed else self.tr("nobody has checked this number of days yet")
        return [
            Fact(
                self.tr("Ends on"),
                doubted_day(words, doubt=found.doubt),
                meaning="accent",
                under=unsure,
                under_tone="warning",
            ),
            Fact(self.tr("How it is counted"), how),
            Fact(self.tr("Article"), found.article),
            Fact(self.tr("What the law says"), found.extendable),
            Fact(self.tr("When it is over"), found.on_expiry),
        ]

    # --- keeping ------------------------------------------------------------------------------

    @override
    def step(self) -> Callable[[Store], Result[object]] | None:
        """Begin it."""
        event, clock = self._event(), self._clock
        free = clock is not None and clock.set_by == BY_PAPER
        right = {
            "period": (clock is not None, self.tr("Choose the period.")),
            "day": (bool(read_day(self.day.value)), self.tr("Write the day as 2026-09-30.")),
            "time": (clock is None or event is not None, self.tr("Write the time as 14:30.")),
            "amount": (
                not free or event is None or bool(event.amount),
                self.tr("Write a number of days."),
            ),
        }
        for name, (good, words) in right.items():
            self._lines[name].set_error("" if good else words)
        if event is None or not all(good for good, _words in right.values()):
            return None
        return partial(by_hand.begin, act=self._desk.duty.act(), case_id=self._case_id, event=event)
