"""样品: all samples not settled yet, grouped by what is waited for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.screens.dates import short_day, shown_day
from app.screens.due_chip import doubted, doubted_day
from app.screens.layout import dotted
from app.screens.place import Place
from app.screens.result_words import verdict_chip
from app.screens.sample_words import state_chip
from app.screens.sampling_words import role_words
from app.services import samples_board
from app.widgets.bars import EmptyState
from app.widgets.chips import Chip
from app.widgets.headers import ScreenHeader
from app.widgets.work import WorkList
from app.widgets.work_rows import Group, Work

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.changes import Changes
    from app.services.samples_board import SampleGroup, SampleLine

MORE = "more:"


class SamplesScreen(QWidget):
    """One row a sample; Enter opens its card, the verb its result."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: dict[str, SampleLine] = {}
        self._pages: dict[str, int] = {}
        self._header = ScreenHeader(desk.theme)
        self._list = WorkList(desk.theme, self.tr("Samples under way"))
        self._list.opened.connect(self._open)
        self._list.pressed_verb.connect(self._go_result)
        self._empty = EmptyState(
            desk.theme, "flask", self.tr("No sample is under way"), self.tr("Open the cases")
        )
        self._empty.acted.connect(partial(desk.go, Place("cases")))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 16)
        whole.setSpacing(12)
        whole.addWidget(self._header)
        whole.addWidget(self._list, 1)
        whole.addWidget(self._empty, 1)

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, _place: Place) -> None:
        """Show the samples as they are now."""
        self._look()

    def _look(self, chosen: str = "") -> None:
        today = self._desk.duty.act().today
        groups = samples_board.board(self._desk.reader, today, self._pages)
        self._lines = {line.sample.id: line for group in groups for line in group.lines}
        self._header.set_header(self.tr("Samples"), self._facts(groups))
        rows: list[Group | Work] = []
        for group in groups:
            title, note = self._group_words(group.key)
            rows.append(Group(group.key, title, _counted(group), note, group.key == "late"))
            rows += [self._row(line) for line in group.lines]
            if group.more or len(group.lines) < group.count:
                words = self.tr("Show the next ones")
                rows.append(Work(MORE + group.key, words, "", "chevron-down", "accent"))
        self._list.set_rows(rows, chosen)
        self._list.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def leave(self) -> None:
        """Nothing is typed here."""

    def refresh(self, changes: Changes) -> None:
        """Look again when a sample or a result changed."""
        if {"sample", "test_report"} & changes.kinds:
            self._look()

    def _facts(self, groups: tuple[SampleGroup, ...]) -> str:
        """How many are under way, and how many of them are late."""
        total, more = sum(group.count for group in groups), any(group.more for group in groups)
        late = next((group for group in groups if group.key == "late"), None)
        return dotted(
            self.tr("{count} not settled").format(count=f"{total}+" if more else total),
            self.tr("{count} overdue").format(count=_counted(late)) if late else "",
        )

    def _row(self, line: SampleLine) -> Work:
        sample = line.sample
        chip = self._chip(line)
        title = dotted(line.enterprise, sample.product_name)
        second = dotted(sample.number, role_words(sample.role), sample.holder, self._day(line))
        verb = self.tr("Result") if line.report_id else ""
        return Work(sample.id, title, second, "flask", chip.tone, chip, verb, chevron=not verb)

    def _chip(self, line: SampleLine) -> Chip:
        if line.group == "late":
            day = short_day(line.due) if line.due else ""
            words = self.tr("Overdue since {day}").format(day=day)
            late = Chip(words, "danger", "triangle", tip=shown_day(line.due))
            return doubted(late, doubt=self._desk.duty.clock_doubt)
        if line.verdict:
            return verdict_chip(line.verdict)
        return state_chip(line.sample.state)

    def _day(self, line: SampleLine) -> str:
        if line.due is None:
            return ""
        words = {
            "send": self.tr("to be sent by {day}"),
            "lab": self.tr("result expected by {day}"),
            "running": self.tr("objection until {day}"),
            "over": self.tr("objection until {day}"),
        }.get(line.group, "")
        told = words.format(day=short_day(line.due)) if words else ""
        return doubted_day(told, doubt=self._desk.duty.clock_doubt)

    def _group_words(self, group: str) -> tuple[str, str]:
        return {
            "late": (self.tr("Overdue"), self.tr("to be sent, or the result to be asked for")),
            "send": (self.tr("To be sent"), ""),
            "lab": (self.tr("On the way to the laboratory, or there"), ""),
            "tell": (self.tr("Result in"), self.tr("the party is not told yet")),
            "running": (self.tr("Objection period running"), ""),
            "objected": (self.tr("Objected to"), self.tr("decide, or re-test")),
            "over": (self.tr("Objection period over"), self.tr("the result may be final")),
            "spare": (self.tr("Spares, sealed"), ""),
            "rest": (self.tr("Final"), self.tr("the rest is given back")),
        }[group]

    def _open(self, sample_id: str) -> None:
        if sample_id.startswith(MORE):
            group = sample_id.removeprefix(MORE)
            self._pages[group] = self._pages.get(group, 1) + 1
            self._look(sample_id)
            return
        self._desk.go(Place("sample", sample_id))

    def _go_result(self, sample_id: str) -> None:
        line = self._lines.get(sample_id)
        if line is not None and line.report_id:
            self._desk.go(Place("report", line.report_id))


def _counted(group: SampleGroup) -> str:
    """How many a group has; more than were counted is said as more."""
    return f"{group.count}+" if group.more else str(group.count)
