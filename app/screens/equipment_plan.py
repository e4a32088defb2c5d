"""The yearly plan of checks above the register: how much is due, how much was done, and which."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.screens.equipment_words import rule_basis, rule_words
from app.screens.key_unit_dialog import MOST, KeyUnitDialog
from app.screens.layout import dotted
from app.services import equipment_plan, key_units
from app.widgets.buttons import Button
from app.widgets.card import Card, CardHead
from app.widgets.flow import Flow
from app.widgets.headers import ProgressLine
from app.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.screens.desk import Desk
    from app.services.equipment_plan import Plan, Progress
    from app.shell.theme import Theme
    from db.connection import Reader
    from db.rows import Enterprise

WIDE = 300
LINE = 200


class PlanCard(Card):
    """One block a rule: its share, done of due, and two numbers that lead into the register.

    Signals:
        chosen: What the register is to show: its words, and the ids of the devices.
    """

    chosen = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._turn = 0
        self._plan: Plan | None = None
        self.hide()

    def look(self) -> None:
        """Count in the background; what is shown stays until the new figures are there."""
        self._turn += 1
        year = self._desk.duty.act().today.year
        work = partial(_counted, self._desk.own_reader, year)
        done = partial(self._take, self._turn)
        self._desk.jobs.background(work, done, self._desk.tell)

    def _take(self, turn: int, plan: Plan) -> None:
        if turn != self._turn or plan == self._plan:
            return
        self._plan = plan
        self.clear()
        self.setVisible(any(line.all for line in plan.lines))
        theme = self._desk.theme
        title = self.tr("Checks planned for {year}").format(year=plan.year)
        laws = dict.fromkeys(rule_basis(line.rule) for line in plan.lines)
        self.add_row(CardHead(theme, title, note="、".join(laws)))
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(16, 0, 16, 8)
        row = QWidget()
        flow = Flow(len(plan.lines), apart=24, below=8, parent=None)
        row.setLayout(flow)
        for line in plan.lines:
            block = PlanBlock(theme, line)
            block.asked.connect(self._ask)
            block.deciding.connect(self._suggest)
            flow.addWidget(block)
        inside.addWidget(row)
        self.add_row(holder, line="raised")

    def _ask(self, rule_id: str, done: bool) -> None:  # noqa: FBT001 - which of the two numbers
        plan = self._plan
        line = next((one for one in plan.lines if one.rule.id == rule_id), None) if plan else None
        if plan is None or line is None:
            return
        state = self.tr("checked") if done else self.tr("not checked yet")
        words = dotted(rule_words(line.rule), state)
        work = partial(_devices, self._desk.own_reader, plan.year, rule_id, done=done)
        self._desk.jobs.background(work, partial(self._show, words), self._desk.tell)

    def _show(self, words: str, ids: tuple[str, ...]) -> None:
        self.chosen.emit(words, ids)

    def _suggest(self) -> None:
        year = self._desk.duty.act().today.year
        work = partial(_suggested, self._desk.own_reader, year)
        self._desk.jobs.background(work, self._decide, self._desk.tell)

    def _decide(self, units: tuple[Enterprise, ...]) -> None:
        if not units:
            self.look()
            return
        dialog = KeyUnitDialog(self._desk, units, self.window())
        dialog.taken.connect(self._decided)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _decided(self, _result: object) -> None:
        self.look()


class PlanBlock(QWidget):
    """One rule of the plan.

    Signals:
        asked: The rule's id, and whether what was checked is asked for or what is still open.
        deciding: The units that words suggest as key units are to be decided about.
    """

    asked = Signal(str, bool)
    deciding = Signal()

    def __init__(self, theme: Theme, line: Progress) -> None:
        super().__init__()
        self._id = line.rule.id
        self.setMinimumWidth(WIDE)
        self.setToolTip(line.rule.note)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        share = self.tr("{name}, {share} %").format(
            name=rule_words(line.rule), share=line.rule.share_percent
        )
        rows.addWidget(Label(theme, share, "lead"))
        figures = QHBoxLayout()
        figures.setSpacing(12)
        bar = ProgressLine(theme, LINE)
        bar.set_share(line.share if line.wanted else 0.0)
        figures.addWidget(bar)
        count = self.tr("{done} of {wanted}").format(done=line.done, wanted=line.wanted)
        meaning = "ok" if line.done >= line.wanted else "text"
        if not line.wanted:
            count, meaning = self.tr("nothing due yet"), "muted"
        figures.addWidget(Label(theme, count, "strong", meaning))
        figures.addStretch(1)
        rows.addLayout(figures)
        acts = QHBoxLayout()
        acts.setSpacing(4)
        seen = Button(theme, self.tr("Checked {count}").format(count=line.done), "link")
        seen.clicked.connect(self._ask_done)
        seen.setEnabled(line.done > 0)
        left = Button(theme, self.tr("Not yet {count}").format(count=line.all - line.done), "link")
        left.clicked.connect(self._ask_left)
        left.setEnabled(line.all > line.done)
        buttons = [seen, left]
        if line.suggested:
            open_units = self.tr("To be decided {count}").format(count=line.suggested)
            decide = Button(theme, open_units, "link")
            decide.setToolTip(
                self.tr("Units whose name or industry suggests a key unit; none is one by itself")
            )
            decide.clicked.connect(self.deciding)
            buttons.append(decide)
        for button in buttons:
            button.setAccessibleName(f"{share}: {button.text()}")
            acts.addWidget(button)
        acts.addStretch(1)
        rows.addLayout(acts)

    def _ask_done(self) -> None:
        self.asked.emit(self._id, True)

    def _ask_left(self) -> None:
        self.asked.emit(self._id, False)


def chosen_words(words: str, count: int) -> str:
    """What the register was narrowed to by the plan; a long list is only its beginning."""
    if count < equipment_plan.SHOWN:
        return words
    first = QCoreApplication.translate("PlanCard", "{what}, the first {count}")
    return first.format(what=words, count=count)


def _counted(open_reader: Callable[[], Reader], year: int) -> Plan:
    with closing(open_reader()) as reader:
        return equipment_plan.plan(reader, year)


def _devices(
    open_reader: Callable[[], Reader], year: int, rule_id: str, *, done: bool
) -> tuple[str, ...]:
    with closing(open_reader()) as reader:
        return equipment_plan.devices(reader, year, rule_id, done=done)


def _suggested(open_reader: Callable[[], Reader], year: int) -> tuple[Enterprise, ...]:
    with closing(open_reader()) as reader:
        return key_units.suggested(reader, year, MOST)
