"""Campaigns 专项行动: which run and which ran, how far each target is, and who did how many."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.screens.campaign_dialog import CampaignDialog
from app.screens.campaign_totals import totals_card
from app.screens.dates import shown_day
from app.screens.layout import column, dotted, follow, in_english, padded, scroll_over
from app.services import campaigns
from app.widgets.bars import EmptyState
from app.widgets.buttons import Button
from app.widgets.card import Card, CardHead
from app.widgets.chips import Chip
from app.widgets.headers import ScreenHeader
from app.widgets.labels import Label
from app.widgets.targets import TargetRow
from app.widgets.work import WorkList
from app.widgets.work_rows import Group, Work

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.screens.desk import Desk
    from app.screens.place import Place
    from app.services.campaigns import Campaign, Line, Progress
    from app.services.changes import Changes

ROOM = 900  # logical pixels under which the list stands above its campaign
LIST = 320
ORDER = ("running", "coming", "past")


class CampaignsScreen(QWidget):
    """The list of campaigns, and the one chosen with its targets and people."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._key = ""
        theme = desk.theme
        self._header = ScreenHeader(theme)
        self._header.set_tile("campaign")
        self._add = Button(theme, self.tr("Add a campaign"), "primary", "plus")
        self._add.clicked.connect(partial(self._open_dialog, None))
        self._header.add_act(self._add)
        self.list = WorkList(theme, self.tr("Campaigns"))
        self.list.opened.connect(self.choose)
        self.list.set_whole(whole=True)
        self._empty = EmptyState(
            theme, "campaign", self.tr("No campaign is planned"), self.tr("Add a campaign")
        )
        self._empty.acted.connect(partial(self._open_dialog, None))
        self._lay_out()

    # --- what the frame asks ------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, place: Place) -> None:
        """Show the campaigns; ``id`` is the one to open."""
        self._key = place.id or self._key
        self._look()

    def leave(self) -> None:
        """Nothing is typed here."""

    def refresh(self, changes: Changes) -> None:
        """Count again when a paper, a case or a campaign changed."""
        if {
            "record",
            "document",
            "case",
            "campaign",
            "setting",
            "finding",
            "test_report",
        } & changes.kinds:
            self._look()

    # --- showing ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.list)
        left.addStretch(1)
        self._right = column(spacing=12)
        body = QWidget()
        self._body = QHBoxLayout(body)
        self._body.setContentsMargins(0, 0, 0, 16)
        self._body.setSpacing(16)
        self._body.addLayout(left)
        self._body.addLayout(self._right, 1)
        self._area = scroll_over(body)
        follow(self._area, self.list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 0)
        whole.setSpacing(12)
        whole.addWidget(self._header)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._empty, 1)
        self._arrange()

    def _look(self) -> None:
        found = campaigns.all_of(self._desk.reader)
        today = self._desk.duty.act().today
        now = [one for one in found if one.state(today) == "running"]
        told = self.tr("%n running", None, len(now)) if found else ""
        self._header.set_header(self.tr("Campaigns"), told)
        self._area.setVisible(bool(found))
        self._empty.setVisible(not found)
        self._add.setVisible(bool(found))
        if not found:
            return
        known = {one.key: one for one in found}
        chosen = known.get(self._key) or next(iter(now), found[0])
        self._key = chosen.key
        self._show_list(found)
        self._show_one(chosen)

    def _show_list(self, found: tuple[Campaign, ...]) -> None:
        today = self._desk.duty.act().today
        titles = {
            "running": self.tr("Running"),
            "coming": self.tr("To come"),
            "past": self.tr("Past"),
        }
        rows: list[Group | Work] = []
        for state in ORDER:
            of_state = [one for one in found if one.state(today) == state]
            if of_state:
                rows.append(Group(state, titles[state], str(len(of_state))))
                rows += [
                    Work(one.key, _name(one), _days(one), "campaign", "accent") for one in of_state
                ]
        self.list.set_rows(rows, self._key)

    def _show_one(self, one: Campaign) -> None:
        while (item := self._right.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        told = campaigns.progress(self._desk.reader, one)
        self._right.addWidget(self._targets(one, told))
        self._right.addWidget(totals_card(self._desk.theme, told.totals))
        self._right.addWidget(self._people(told))
        self._right.addStretch(1)

    def _targets(self, one: Campaign, told: Progress) -> Card:
        theme = self._desk.theme
        card = Card(theme)
        head = CardHead(theme, _name(one), link=self.tr("Edit"), link_icon="edit")
        head.opened.connect(partial(self._open_dialog, one))
        card.add_row(head)
        facts = dotted(_days(one), self._state_words(one), self._sum_words(told))
        card.add_row(padded(Label(theme, facts, "label", "muted", wrap=True)), line="raised")
        if not told.lines:
            words = self.tr("This campaign has no target yet. Edit it to add some.")
            card.add_row(padded(Label(theme, words, "label", "muted", wrap=True)), line="raised")
        for line in told.lines:
            row = TargetRow(theme)
            row.set_target(*_target(line), line.done, line.target.wanted)
            card.add_row(row)
        return card

    def _people(self, told: Progress) -> Card:
        theme = self._desk.theme
        card = Card(theme)
        card.add_row(CardHead(theme, self.tr("Who did how many")))
        if not told.people:
            words = self.tr("No paper that counts is finished yet")
            card.add_row(padded(Label(theme, words, "label", "muted")), line="raised")
            return card
        people = WorkList(theme, self.tr("Who did how many"))
        people.set_bare()
        rows = []
        for one in told.people:
            chip = Chip(self.tr("%n paper(s)", None, one.done), "mute", "document")
            rows.append(Work(one.name, one.name, "", "user", "accent", chip))
        people.set_rows(rows)
        people.set_whole(whole=True)
        follow(self._area, people)
        card.add_row(people)
        return card

    def _state_words(self, one: Campaign) -> str:
        today = self._desk.duty.act().today
        whole = (one.end - one.start).days + 1
        return {
            "running": self.tr("day {day} of {whole}").format(
                day=(today - one.start).days + 1, whole=whole
            ),
            "coming": self.tr("begins in %n day(s)", None, (one.start - today).days),
            "past": self.tr("over"),
        }[one.state(today)]

    def _sum_words(self, told: Progress) -> str:
        reached = sum(1 for line in told.lines if line.done >= line.target.wanted)
        if not told.lines:
            return ""
        return self.tr("{reached} of {targets} targets reached").format(
            reached=reached, targets=len(told.lines)
        )

    # --- acting -------------------------------------------------------------------------------

    def choose(self, key: str) -> None:
        """Show one campaign."""
        self._key = key
        self._look()

    def _open_dialog(self, one: Campaign | None) -> None:
        dialog = CampaignDialog(self._desk, one, self.window())
        dialog.kept.connect(self.choose)
        dialog.open()

    def _arrange(self) -> None:
        way = QBoxLayout.Direction
        narrow = self.width() < ROOM
        self._body.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self.list.setMinimumWidth(0 if narrow else LIST)
        self.list.setMaximumWidth(16_777_215 if narrow else LIST)

    # --- Qt -----------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _name(one: Campaign) -> str:
    return one.name_en if in_english() and one.name_en else one.name


def _days(one: Campaign) -> str:
    return f"{shown_day(one.start)} – {shown_day(one.end)}"


def _target(line: Line) -> tuple[str, str]:
    """The name of a target and its second line: who answers for it."""
    one = line.target
    return (one.name_en if in_english() and one.name_en else one.name or one.form_id), one.owner
