"""A campaign is added or changed: its name, its days, and what is to be done in it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.screens.campaign_target import TargetFields
from app.screens.layout import column, in_english, label_column, scroll_over
from app.screens.sentences import sentence
from app.services import campaigns, packages
from app.services.campaigns import Campaign, Target
from app.services.errors import Refused
from app.widgets.buttons import Button
from app.widgets.dates import DateField, read_date
from app.widgets.dialog import DialogFrame
from app.widgets.fields import Item, LineField, commit_input_method
from app.widgets.labelled import ErrorLine, Labelled
from app.widgets.labels import Label

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.changes import Result

FORM_HIGH, LEAST_HIGH = 480, 120
AROUND = 240
"""Height of what stands around the form: title, the button for another target, the acts."""


class CampaignDialog(DialogFrame):
    """Name, days and targets of a campaign.

    Signals:
        kept: The key of the campaign.
    """

    kept = Signal(str)

    def __init__(self, desk: Desk, one: Campaign | None, parent: QWidget) -> None:
        title = (
            QCoreApplication.translate("CampaignDialog", "The campaign")
            if one
            else QCoreApplication.translate("CampaignDialog", "Add a campaign")
        )
        super().__init__(
            desk.theme, title, width=min(860, parent.window().width() - 32), parent=parent
        )
        self._desk = desk
        self._today = desk.duty.act().today
        self._one = one or Campaign("", "", "", self._today, self._today)
        theme, wide = desk.theme, label_column()
        self._papers = self._countable()
        self.name = LineField(theme, self.tr("Name"))
        self.name.set_text(self._one.name)
        self.name_en = LineField(theme, self.tr("English name"))
        self.name_en.set_text(self._one.name_en)
        self.start = DateField(theme, self.tr("First day"), today=self._today)
        self.start.set_value(self._one.start.isoformat())
        self.end = DateField(theme, self.tr("Last day"), today=self._today)
        self.end.set_value(self._one.end.isoformat())
        self._name_line = Labelled(theme, self.tr("Name"), self.name, required=True, column=wide)
        page = QWidget()
        form = column(page, spacing=12)
        for row in (
            self._name_line,
            Labelled(theme, self.tr("English name"), self.name_en, column=wide),
            Labelled(theme, self.tr("Days"), self._days(), required=True, column=wide),
        ):
            form.addWidget(row)
        form.addWidget(Label(theme, self.tr("Targets"), "strong"))
        holder = QWidget()
        self._rows = column(holder, spacing=20)
        self._none = Label(
            theme,
            self.tr(
                "No target yet. A target says which papers count and how many of them are wanted."
            ),
            "field",
            "muted",
            wrap=True,
        )
        self._rows.addWidget(self._none)
        self._rows.addStretch(1)
        form.addWidget(holder)
        form.addStretch(1)
        self._area = area = scroll_over(page)
        room = parent.window().height() - AROUND
        area.setMinimumHeight(max(LEAST_HIGH, min(FORM_HIGH, room)))
        self.body.addWidget(area, 1)
        self.targets: list[TargetFields] = []
        for target in self._one.targets:
            self._add_row(target)
        more = Button(theme, self.tr("Add a target"), "secondary", "plus")
        more.clicked.connect(self._add_empty)
        foot = QHBoxLayout()
        foot.addWidget(more)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self._error = ErrorLine(theme)
        self.body.addWidget(self._error)
        self.add_leave()
        self._keeper = self.add_act(self.tr("Keep"), "primary", "tick")
        self._keeper.setDefault(True)
        self._keeper.clicked.connect(self._keep)
        self.name.setFocus()

    def _days(self) -> QWidget:
        days = QWidget()
        beside = QHBoxLayout(days)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.start)
        beside.addWidget(Label(self._desk.theme, "–", "field"))
        beside.addWidget(self.end)
        return days

    def _countable(self) -> list[Item]:
        """Every paper of the bureau, by its name."""
        language = "en" if in_english() else "zh"
        found = packages.available(self._desk.reader)
        named = [
            (one.form_id, packages.newest(self._desk.reader, one.form_id).title_in(language))
            for one in found
        ]
        return [Item(form_id, words) for form_id, words in named]

    def _add_empty(self) -> None:
        taken = {form_id for row in self.targets for form_id in row.value().forms}
        free = next((one.value for one in self._papers if one.value not in taken), "")
        self._add_row(Target(free, 0))
        self.targets[-1].paper.setFocus()
        QTimer.singleShot(0, self._show_last)

    def _show_last(self) -> None:
        """Bring the target added last into sight, once it has its place."""
        page = self._area.widget()
        layout = page.layout() if page is not None else None
        if self.targets and page is not None and layout is not None:
            layout.activate()
            page.resize(page.width(), layout.totalHeightForWidth(page.width()))
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.maximum())

    def _add_row(self, target: Target) -> None:
        row = TargetFields(self._desk, self._papers, target)
        row.removed.connect(partial(self._drop, row))
        self.targets.append(row)
        self._rows.insertWidget(len(self.targets) - 1, row)
        self._none.hide()

    def _drop(self, row: TargetFields) -> None:
        self.targets.remove(row)
        row.hide()
        row.deleteLater()
        self._none.setVisible(not self.targets)

    def value(self) -> Campaign | None:
        """The campaign as it stands here; None, and said why, when a day is none."""
        start = read_date(self.start.value, self._today)
        end = read_date(self.end.value, self._today)
        if start is None or end is None:
            self._error.set_error(self.tr("Write both days, as 2026-09-30."))
            (self.start if start is None else self.end).setFocus()
            return None
        return replace(
            self._one,
            name=self.name.text(),
            name_en=self.name_en.text().strip(),
            start=start,
            end=end,
            targets=tuple(row.value() for row in self.targets),
        )

    def _keep(self) -> None:
        commit_input_method()
        self._error.set_error("")
        wanted = self.value()
        if wanted is None:
            return
        self._keeper.setEnabled(False)
        self._desk.jobs.write(
            partial(campaigns.write, campaign=wanted),
            done=self._done,
            failed=self._refused,
            initiator=self,
        )

    def _done(self, result: Result[Campaign]) -> None:
        self.accept()
        self.kept.emit(result.value.key)

    def _refused(self, error: Exception) -> None:
        self._keeper.setEnabled(True)
        if isinstance(error, Refused):
            self._error.set_error(" ".join(sentence(error.code, error.facts)))
        else:
            self._desk.tell(error)
