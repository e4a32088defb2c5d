"""One finding that was ordered to be rectified: photos, deadline, its life, and what comes next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.screens.dates import short_day, shown_day
from app.screens.due_chip import doubted_day
from app.screens.finding_words import explained, failed, severities
from app.screens.layout import column, dotted, label_column, scroll_over
from app.screens.place import Place, record_place
from app.screens.procedure_words import procedure_words
from app.screens.rectify_photos import FindingPair
from app.screens.rectify_words import days_words, happened, measure_words, state_words, step_words
from app.services import citation, clocks, finding_life, handed_in, procedure
from app.services.context import CHINA
from app.services.findings import LIVE
from app.widgets.buttons import Button
from app.widgets.card import Card
from app.widgets.chips import Chip, ChipLabel
from app.widgets.facts import Fact, FactList
from app.widgets.flow import Flow
from app.widgets.labels import Label, Line
from app.widgets.timeline import Timeline

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.finding_life import Life
    from app.services.rectification import FollowLine
    from db.duty_rows import FollowUp
    from db.rows import Finding

ACTS = {
    "open": ("order",),
    "ordered": ("report", "recheck", "extend", "escalate"),
    "reported": ("recheck", "escalate"),
    "rechecked": ("close", "recheck", "escalate"),
    "closed": ("reopen",),
    "paused": ("resume", "report", "recheck", "escalate"),
}
"""What may be done next in each state, the most usual first; ``paused`` is ordered but stopped."""
CITE = "cite"
"""The step that begins an on-the-spot citation, where the article allows one."""


class FindingDetail(Card):
    """The panel beside the board.

    Signals:
        wanted: The step that was pressed: a word of ``ACTS``, ``CITE``, or undo.
    """

    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._line: FollowLine | None = None
        self._offered: tuple[str, ...] = ()
        self._whole = False
        theme = desk.theme
        self._title = Label(theme, "", "heading", wrap=True)
        self._chip = ChipLabel(theme)
        self._party = Label(theme, "", "small", "muted", wrap=True)
        self._seen = Label(theme, "", "field", wrap=True)
        self.photos = FindingPair(desk)
        self._facts = FactList(theme, label_column())
        self._life = Timeline(theme, self.tr("What happened to this finding"))
        self._life.opened.connect(self._go_moment)
        self._paper = Button(theme, self.tr("Open the notice"), "link", "document")
        self._paper.clicked.connect(self._go_document)
        self._case = Button(theme, self.tr("Open the case"), "link", "case")
        self._case.clicked.connect(self._go_case)
        self._undo = Button(theme, "", "link", "undo")
        self._undo.clicked.connect(partial(self.wanted.emit, "undo"))
        self._words = {
            "order": (self.tr("Order it put right"), "document"),
            "report": (self.tr("Report received"), "mail"),
            "recheck": (self.tr("Re-check"), "rectify"),
            "close": (self.tr("Close"), "tick"),
            "extend": (self.tr("Extend or suspend"), "calendar"),
            "resume": (self.tr("End the suspension"), "play"),
            "escalate": (self.tr("Take it on"), "case"),
            CITE: (self.tr("Cite on the spot"), "yen"),
            "reopen": (self.tr("Open again"), "redo"),
        }
        self._next = Button(theme, "", "primary", "tick")
        self._next.clicked.connect(self._take_next)
        self._acts = {
            name: Button(theme, words, "secondary", icon)
            for name, (words, icon) in self._words.items()
        }
        for name, button in self._acts.items():
            button.clicked.connect(partial(self.wanted.emit, name))
        self._lay_out()

    def show_line(self, line: FollowLine, chip: Chip | None) -> None:
        """Show one finding."""
        self._line = line
        row = line.finding
        self._title.setText(failed(row.item))
        self._chip.set_chip(chip or Chip(""))
        number = line.document.number_text if line.document else ""
        self._party.setText(dotted(line.enterprise, number))
        self._seen.setText(row.seen)
        self.photos.set_finding(row)
        life = finding_life.life(self._desk.reader, row)
        penalty = procedure.of_finding(self._desk.reader, row, self._desk.duty.act().today)
        known = penalty.way != procedure.UNKNOWN and row.state in LIVE
        self._show_facts(line, life, procedure_words(penalty) if known else "")
        self._life.set_lines([happened(moment) for moment in life.moments])
        self._paper.setVisible(line.document is not None)
        self._undo.setVisible(bool(life.last))
        if life.last:
            words = self.tr("Take back {step}").format(step=step_words(life.last))
            self._undo.set_words(words)
        state = "paused" if line.group == "paused" else row.state
        offered = ACTS.get(state, ())
        if penalty.way == procedure.SIMPLE and citation.citable(
            self._desk.reader, row.case_id, [row]
        ):
            offered += (CITE,)
        for name, button in self._acts.items():
            button.setVisible(name in offered[1:])
        self._next.setVisible(bool(offered))
        self._foot.setVisible(bool(offered))
        if offered:
            words, icon = self._words[offered[0]]
            self._next.set_words(words)
            self._next.set_icon(icon)
        self._offered = offered
        self.setAccessibleName(self._title.text())
        self.set_whole(whole=self._whole)

    def _show_facts(self, line: FollowLine, life: Life, penalty: str) -> None:
        row = line.finding
        moved = [moment for moment in life.moments if moment.what in {"extend", "suspend"}]
        note = ""
        if row.due_provisional:
            note = self.tr("provisional: that year's calendar is not published yet")
        elif moved and not row.report:
            note = days_words(moved[-1])
        tone = "warning"
        if row.reported is not None and row.due is not None:
            on_time = row.reported <= row.due
            tone = "ok" if on_time else "warning"
            words = (
                self.tr("report of {day}, in time") if on_time else self.tr("report of {day}, late")
            )
            note = words.format(day=shown_day(row.reported))
        recheck = line.recheck
        doubt = self._desk.duty.clock_doubt and row.state in LIVE
        grave = {part.value: part.words for part in severities()}.get(row.severity, "")
        facts = (
            Fact(self.tr("Law"), row.law),
            Fact(self.tr("Measure"), dotted(measure_words(row.measure), grave)),
            Fact(self.tr("Penalty"), penalty),
            Fact(
                self.tr("Deadline"),
                doubted_day(shown_day(row.due), doubt=doubt),
                under=note,
                under_tone=tone,
            ),
            Fact(
                self.tr("Deadline after"),
                clocks.law_of(self._desk.reader, row.clock_id, row.created),
            ),
            Fact(
                self.tr("Re-check by"),
                doubted_day(shown_day(recheck.due), doubt=doubt) if recheck else "",
            ),
            Fact(self.tr("How it is counted"), self._counted(recheck)),
            Fact(self.tr("Report"), row.report),
            Fact(self.tr("Origin"), self._origin(row)),
            Fact(self.tr("Found on"), shown_day(row.created.astimezone(CHINA).date())),
            Fact(self.tr("State"), state_words(row.state)),
        )
        self._facts.set_facts([fact for fact in facts if fact.value])

    def _counted(self, recheck: FollowUp | None) -> str:
        """How the day of a re-check was counted, and by which article."""
        if recheck is None or recheck.due is None:
            return ""
        since = recheck.start.astimezone(CHINA).date()
        doubt = self._desk.duty.clock_doubt
        return explained(self._desk.reader, recheck.clock_id, since, recheck.due, doubt=doubt)

    def _origin(self, row: Finding) -> str:
        """Who handed the report in at the hub; "" for one an inspector noted."""
        report = handed_in.noted(self._desk.reader, row)
        if report is None:
            return ""
        when = report.received.astimezone(CHINA)
        words = self.tr(
            "handed in by the enterprise on {day} ({name}), %n photos", None, len(report.photos)
        )
        day = f"{short_day(when.date())} {when:%H:%M}"
        return words.format(day=day, name=report.handed_by)

    def set_whole(self, *, whole: bool) -> None:
        """Take the height of everything, for a page that scrolls as one."""
        self._whole = whole
        self._area.setMinimumHeight(self._page.sizeHint().height() if whole else 0)
        policy = QSizePolicy.Policy
        # Alone it takes what is left over the acts, however long its page is.
        self._area.setSizePolicy(policy.Preferred, policy.Preferred if whole else policy.Ignored)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self._page = QWidget()
        lines = column(self._page, spacing=12, margin=16)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._title, 1)
        top.addWidget(self._chip)
        lines.addLayout(top)
        for part in (self._party, self._seen, self.photos, Line(theme), self._facts, Line(theme)):
            lines.addWidget(part)
        lines.addWidget(self._life)
        links = QWidget()
        beside = Flow(apart=16, parent=links)
        for link in (self._paper, self._case, self._undo):
            beside.addWidget(link)
        lines.addWidget(links)
        lines.addStretch(1)
        self._area = scroll_over(self._page)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        acts = QWidget()
        flow = Flow(below=8, parent=acts)
        for button in (self._next, *self._acts.values()):
            flow.addWidget(button)
        foot = QWidget()
        column(foot, margin=12).addWidget(acts)
        self._foot = foot
        self.add_row(self._area)
        self.add_row(foot)
        self.body.setStretchFactor(self._area, 1)

    def _take_next(self) -> None:
        if self._offered:
            self.wanted.emit(self._offered[0])

    # --- going elsewhere ----------------------------------------------------------------------

    def _go_moment(self, target: str) -> None:
        kind, _, key = target.partition(":")
        if kind == "document":
            self._desk.go(Place("document", key))
        else:
            record = finding_life.paper_of(self._desk.reader, key)
            self._desk.go(record_place(record) if record else Place("case", key))

    def _go_document(self) -> None:
        if self._line is not None and self._line.document is not None:
            self._desk.go(Place("document", self._line.document.id))

    def _go_case(self) -> None:
        if self._line is not None:
            self._desk.go(Place("case", self._line.finding.case_id))
