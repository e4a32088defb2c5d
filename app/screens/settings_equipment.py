"""Settings: the shares of the yearly plan of equipment checks, and a bureau's own value of each."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from app.screens.dates import shown_day
from app.screens.equipment_words import rule_basis, rule_words
from app.screens.layout import column, dotted
from app.screens.settings_page import Page
from app.screens.step_dialog import StepDialog, read_day
from app.services import plan_rules
from app.widgets.bars import UndoBar
from app.widgets.chips import Chip
from app.widgets.dates import DateField
from app.widgets.fields import LineField, NumberField, TextField
from app.widgets.labels import Label
from app.widgets.work import WorkList
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk
    from app.services.changes import Result
    from app.services.plan_rules import Held
    from db.connection import Store


class EquipmentPage(Page):
    """Each rule with its share, where it stands and whether it is the bureau's own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._held: dict[str, Held] = {}
        self._back: Callable[[Store], Result[object]] | None = None
        theme = desk.theme
        self.rules = WorkList(theme, self.tr("Shares of the yearly plan"))
        self.rules.opened.connect(self.correct)
        self._undo = UndoBar(theme)
        self._undo.undone.connect(self._take_back)
        self._undo.dismissed.connect(partial(self._undo.set_done, ""))
        rows = column(self, spacing=12)
        words = self.tr(
            "How much special equipment is to be checked in a year. Part of what the program came "
            "with is general knowledge; compare it with your bureau's paper and write down what "
            "holds for you. The plan is counted by it at once, and every change stays in the "
            "journal."
        )
        rows.addWidget(Label(theme, words, "label", "muted", wrap=True))
        rows.addWidget(self._undo)
        rows.addWidget(self.rules)
        rows.addStretch(1)

    @override
    def look(self) -> None:
        """Show every rule as it holds here."""
        found = plan_rules.held(self._desk.reader)
        self._held = {one.rule.id: one for one in found}
        self.rules.set_rows([self._row(one) for one in found])
        self.rules.set_whole(whole=True)

    def _row(self, one: Held) -> Work:
        rule = one.rule
        title = self.tr("{name}, {share} %").format(name=rule_words(rule), share=rule.share_percent)
        since = self.tr("From {day}").format(day=shown_day(rule.effective_from))
        second = dotted(since, rule_basis(rule))
        chip = Chip(self.tr("The bureau's own"), "ok", "tick")
        if not one.own:
            unsure = rule.confidence == "general-knowledge"
            chip = Chip(self.tr("To be checked"), "warning", "question")
            if not unsure:
                chip = Chip(self.tr("As supplied"), "mute", "book")
        return Work(rule.id, title, second, "gauge", "accent", chip, chevron=True)

    def correct(self, rule_id: str) -> None:
        """Open one rule to be written over, or taken back to what the program came with."""
        before = self._held[rule_id]
        dialog = RuleDialog(self._desk, before, self.window())
        dialog.taken.connect(partial(self._kept, before))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _kept(self, before: Held, _result: object) -> None:
        self.look()
        act = self._desk.duty.act()
        if before.own:
            self._back = partial(plan_rules.write, act=act, wanted=before.rule)
        else:
            self._back = partial(plan_rules.reset, act=act, rule_id=before.rule.id)
        self._undo.set_done(self.tr("The share was changed"))

    def _take_back(self) -> None:
        self._undo.set_done("")
        if self._back is not None:
            self._desk.jobs.write(self._back, done=self._looked, failed=self._desk.tell)

    def _looked(self, _result: object) -> None:
        self.look()


class RuleDialog(StepDialog):
    """One rule: its share, its words, where it stands and the day it holds from."""

    def __init__(self, desk: Desk, held: Held, parent: QWidget) -> None:
        rule = held.rule
        about = dotted(held.bundled.law, held.bundled.note, held.bundled.source)
        super().__init__(desk, rule_words(rule), about, parent)
        self._held = held
        theme = desk.theme
        self.share = NumberField(theme)
        self.share.set_unit("%")
        self.share.set_text(str(rule.share_percent))
        self.words = TextField(theme, lines=(3, 6))
        self.words.set_text(" ".join(rule.words))
        self.source = LineField(theme, hint=self.tr("The bureau's paper with its number"))
        self.source.set_text(rule.source if held.own else "")
        self.since = DateField(theme, today=desk.duty.act().today)
        self.since.set_value(rule.effective_from.isoformat())
        supplied = self.tr("Supplied: {share} %").format(share=held.bundled.share_percent)
        self._lines = {
            "share": self.add_line(self.tr("Share"), self.share, hint=supplied, required=True)
        }
        if held.bundled.words:
            self.add_line(
                self.tr("Words"),
                self.words,
                hint=self.tr(
                    "Parted by spaces. A unit whose name or industry has one is suggested as a "
                    "key unit; only a decision makes it one."
                ),
            )
        self._lines["source"] = self.add_line(self.tr("Source"), self.source, required=True)
        self._lines["since"] = self.add_line(
            self.tr("From"),
            self.since,
            required=True,
            hint=self.tr("Earlier years are counted by what the program came with"),
        )
        if held.own:
            back = self.add_act(self.tr("As supplied again"), "quiet", "undo")
            back.clicked.connect(self._reset)
        self.add_steps(self.tr("Keep"))
        self.share.setFocus()

    @override
    def step(self) -> Callable[[Store], Result[object]] | None:
        """Keep the bureau's own value."""
        share = self.share.text().strip()
        number = int(share) if share.isdecimal() and len(share) < 4 else 0
        source, since = self.source.text().strip(), read_day(self.since.value)
        wrong = {
            "share": "" if 1 <= number <= 100 else self.tr("Write a share from 1 to 100."),
            "source": "" if source else self.tr("Write where it stands."),
            "since": "" if since else self.tr("Write the day as 2026-09-30."),
        }
        for name, words in wrong.items():
            self._lines[name].set_error(words)
        if any(wrong.values()) or since is None:
            return None
        rule = replace(
            self._held.rule,
            share_percent=number,
            words=tuple(dict.fromkeys(self.words.text().split())),
            source=source,
            effective_from=since,
        )
        return partial(plan_rules.write, act=self._desk.duty.act(), wanted=rule)

    def _reset(self) -> None:
        work = partial(plan_rules.reset, act=self._desk.duty.act(), rule_id=self._held.rule.id)
        self._desk.jobs.write(work, done=self._done, failed=self._refused, initiator=self)
