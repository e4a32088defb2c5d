"""核对与签名: the paper as it will print, what is missing, and everyone who signs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.screens.device_offer import tell_offers
from app.screens.layout import column, dotted, scroll_over
from app.screens.place import Place
from app.screens.review_end import EndPanel, next_step, take_step
from app.screens.review_page import NO_INK, ReviewPage
from app.screens.review_people import People
from app.screens.review_words import key_of, line_of, place_of, solved_line
from app.screens.sign_panel import Declined, Signed, SignPanel
from app.services import finishing, records, review, signing, team
from app.services.errors import Refused
from app.widgets.card import SectionHead
from app.widgets.chips import Chip, ChipLabel
from app.widgets.fields import commit_input_method
from app.widgets.headers import Steps, TaskHeader
from app.widgets.labels import Label
from app.widgets.missing import Missing, MissingList

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from app.screens.desk import Desk
    from app.services.changes import Changes, Result
    from app.services.records import Opened
    from app.services.review import Lack, Review
    from app.services.signing import Slot
    from db.connection import Store
    from db.rows import Record

TOUCHING = frozenset(
    [
        "record",
        "answer",
        "finding",
        "signature",
        "attachment",
        "person",
        "setting",
        "number",
        "sample",
        "law",
        "enterprise",
    ]
)
DESK = 476
LOWEST = 640  # of a screen in which the desk above the rest scrolls with it
LOW = 360  # height of the desk when it stands above the rest
NARROW = 1000
ROWS = 141  # height of three lines of the missing list


class ReviewScreen(QWidget):
    """One paper before it is finished or issued."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id = ""
        self._opened: Opened | None = None
        self._looked: Review | None = None
        self._lacks: dict[str, Lack] = {}
        self._slots: tuple[Slot, ...] = ()
        self._slot = ""  # the place signed at now
        self._again = ""  # a place that shall be signed at although it is signed
        theme = desk.theme
        self._header = TaskHeader(theme, self.tr("Back to filling in"))
        self._header.left.connect(self._back)
        self._to_issue = Steps(
            theme, (self.tr("Fill in"), self.tr("Review and sign"), self.tr("Issue"))
        )
        self._to_finish = Steps(
            theme, (self.tr("Fill in"), self.tr("Review and sign"), self.tr("Finish"))
        )
        for steps in (self._to_issue, self._to_finish):
            self._header.add_act(steps)
        self.page = ReviewPage(desk)
        self.page.changed.connect(self._mark)
        self.page.left.connect(self._back)
        self.paper = self.page.paper
        self._left_count = ChipLabel(theme)
        self.missing = MissingList(theme)
        self.missing.wanted.connect(self._go_to)
        self._missing_area = scroll_over(self.missing)
        self._missing_area.setMaximumHeight(ROWS)
        self.people = People(desk)
        self.people.sign_wanted.connect(self.sign_at)
        self.people.partner_chosen.connect(self._choose_partner)
        self.panel = SignPanel(desk)
        self.panel.signed.connect(self._sign)
        self.panel.declined.connect(self._decline)
        self.panel.inked.connect(self.paper.pages.set_ink)
        self.panel.slot_wanted.connect(self.sign_at)
        self.end = EndPanel(desk)
        self.end.acted.connect(self._end)
        self.end.hide()
        self._lay_out()

    # --- what the frame asks ------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, place: Place) -> None:
        """Show one paper; ``spot`` may name the place to sign at."""
        if place.id != self._id:
            self._id = place.id
            self._slot = self._again = ""
            self.missing.set_missing(())
            self.panel.forget()
            self.page.forget()
        if place.spot:
            self._slot = self._again = place.spot
        self._look()

    def leave(self) -> None:
        """Nothing is lost: what was signed is kept, and strokes not confirmed stay on the pad."""
        commit_input_method()

    def refresh(self, changes: Changes) -> None:
        """Look again when something of this paper may have changed."""
        if changes.kinds & TOUCHING:
            self._look()

    # --- showing ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        theme = self._desk.theme
        right = QWidget()
        rows = column(right, spacing=6)
        rows.setContentsMargins(20, 6, 24, 8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(theme, self.tr("Missing before it is done"), "strong"))
        head.addWidget(self._left_count)
        head.addStretch(1)
        head.addWidget(Label(theme, self.tr("Struck off when put right"), "small", "muted"))
        rows.addLayout(head)
        rows.addWidget(self._missing_area)
        note = self.tr("Two at least, certificates shown")
        self._who = SectionHead(theme, self.tr("Who signs"), note=note)
        rows.addWidget(self._who)
        rows.addWidget(self.people)
        rows.addWidget(self.panel, 1)
        rows.addWidget(self.end, 1)
        area = scroll_over(right)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(0)
        self._body.addWidget(self.page)
        self._body.addWidget(area, 1)
        self._rows = rows
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addLayout(self._body, 1)

    def _look(self) -> None:
        """Read paper, lacks and signatures anew; draw the page anew when it says something else."""
        reader, act = self._desk.reader, self._desk.duty.act()
        try:
            opened = records.open_record(reader, act, self._id)
        except Refused as error:
            self._desk.tell(error)
            return
        self._opened = opened
        record = opened.record
        self._slots = signing.slots(reader, opened)
        for part in (self._who, self.people):
            part.setVisible(bool(self._slots))
        closed = record.state != "draft"
        document = record.kind == "document"
        self._to_issue.setVisible(document)
        self._to_finish.setVisible(not document)
        self._to_issue.set_current(3 if closed else 1)
        self._to_finish.set_current(3 if closed else 1)
        party = opened.enterprise.name if opened.enterprise else ""
        self._header.set_header(self.tr("Review and sign"), dotted(record.title, party))
        self._name_back()
        if closed:
            self._looked = None
            self._show_closed()
        else:
            doubt = self._desk.duty.clock_doubt
            self._looked = review.review(reader, act, opened, clock_doubt=doubt)
            self._show_lacks(self._looked)
            self._show_signing(self._looked)
        self.page.draw(opened, self._slots)

    def _name_back(self) -> None:
        """Say where back leads, as far as there is room for it."""
        draft = self._opened is not None and self._opened.record.state == "draft"
        whole = draft and self.width() >= NARROW
        self._header.set_back(self.tr("Back to filling in") if whole else self.tr("Back"))

    def _show_closed(self) -> None:
        if self._opened is None:
            return
        record = self._opened.record
        self._left_count.set_chip(Chip(""))
        done = Missing("content", self.tr("Nothing is missing"), solved=True)
        self.missing.set_missing((done,))
        self._fit_missing(1)
        self.people.set_people(self._slots, (), open_slot="", closed=True)
        self.end.set_closed(record, next_step(self._desk, record.case_id))
        self._show_end()

    def _show_lacks(self, looked: Review) -> None:
        gone = [lack for lack in self._lacks.values() if lack.spot.kind == "signer"]
        self._lacks = {key_of(lack): lack for lack in looked.lacks}
        left = sum(lack.blocking for lack in looked.lacks)
        chip = Chip(self.tr("%n left", None, left), "danger") if left else Chip("")
        self._left_count.set_chip(chip)
        good = max(looked.checked - left, 0)
        lines = [line_of(lack) for lack in looked.lacks]
        lines.append(
            Missing(
                "content",
                self.tr("%n thing(s) in order", None, good),
                self.tr("The page does not change while it is being signed"),
                solved=True,
            )
        )
        here = {lack.spot.id for lack in looked.lacks}
        lines += [solved_line(lack) for lack in gone if lack.spot.id not in here]
        self.missing.set_missing(lines)
        self._fit_missing(self.missing.body.count() // 2 + 1)

    def _fit_missing(self, rows: int) -> None:
        self._missing_area.setFixedHeight(min(ROWS, 49 * rows))

    def _show_signing(self, looked: Review) -> None:
        if self._opened is None:
            return
        places = {slot.slot: slot for slot in self._slots}
        here = places.get(self._slot)
        if here is None or (here.current and self._slot != self._again):
            self._slot = self._next_slot()
        slot = places.get(self._slot)
        others = team.candidates(self._desk.reader, self._opened)
        self.people.set_people(self._slots, others, open_slot=self._slot, closed=False)
        if slot is None:
            self.end.set_open(self._opened.record, looked, signed=bool(self._slots))
            self._show_end()
        else:
            witness = "witness" in places
            self.panel.set_slot(slot, self._id, witness=witness)
            self.panel.show()
            self.end.hide()
        self._mark()

    def _show_end(self) -> None:
        self.panel.hide()
        self.end.show()

    def _next_slot(self) -> str:
        """The first place still to be signed, the inspectors before the party."""
        open_ones = [
            slot.slot
            for slot in self._slots
            if slot.required and not slot.current and (slot.role != "inspector" or slot.person_id)
        ]
        return open_ones[0] if open_ones else ""

    def _mark(self) -> None:
        slot = self._slot if not self.panel.isHidden() else ""
        self.page.mark(slot, self.panel.pad.pad.ink if slot else NO_INK)

    # --- acting -------------------------------------------------------------------------------

    def sign_at(self, slot: str) -> None:
        """Let a place be signed now."""
        self._slot = self._again = slot
        if self._looked is not None:
            self._show_signing(self._looked)

    def _go_to(self, key: str) -> None:
        lack = self._lacks.get(key)
        if lack is None or self._opened is None:
            return
        place = place_of(lack, self._opened.record)
        if place is not None:
            self._desk.go(place)
        elif lack.spot.kind == "signer":
            self.sign_at(lack.spot.id)
        else:
            self.people.setFocus()

    def _choose_partner(self, person_id: str) -> None:
        act = self._desk.duty.act()
        job = partial(team.choose_second, act=act, record_id=self._id, person_id=person_id)
        self._write(job)

    def _sign(self, signed: Signed) -> None:
        job = partial(
            signing.sign,
            act=self._desk.duty.act(),
            record_id=self._id,
            slot=signed.slot,
            ink=signed.ink,
            wording=signed.wording,
        )
        self._write(job, signing=True)

    def _decline(self, declined: Declined) -> None:
        job = partial(
            signing.decline,
            act=self._desk.duty.act(),
            record_id=self._id,
            slot=declined.slot,
            unsigned=declined.unsigned,
        )
        self._write(job, signing=True)

    def _write(self, job: Callable[[Store], object], *, signing: bool = False) -> None:
        done = self._signed if signing else self._written
        self._desk.jobs.write(job, done=done, failed=self._desk.tell, initiator=self)

    def _signed(self, _result: object) -> None:
        self._slot = self._again = ""
        self.panel.forget()
        self._look()

    def _written(self, _result: object) -> None:
        self._look()

    def _end(self) -> None:
        if self._opened is None:
            return
        record = self._opened.record
        if record.state != "draft":
            take_step(self._desk, record.case_id, next_step(self._desk, record.case_id))
        elif record.kind == "document":
            self._desk.go(Place("issue", self._id))
        else:
            act = self._desk.duty.act()
            finish = partial(finishing.finish, act=act, record_id=self._id)
            jobs = self._desk.jobs
            jobs.write(finish, done=self._finished, failed=self._desk.tell, initiator=self)

    def _finished(self, result: Result[Record]) -> None:
        self._look()
        tell_offers(self._desk, result.value)

    def _back(self) -> None:
        draft = self._opened is not None and self._opened.record.state == "draft"
        if draft:
            self._desk.go(Place("fill", self._id))
        else:
            self._desk.back()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_back()
        narrow = self.width() < NARROW
        within = narrow and self.height() < LOWEST
        if within != (self._rows.indexOf(self.page) >= 0):
            home = self._rows if within else self._body
            home.insertWidget(0, self.page)
        ways = QBoxLayout.Direction
        self._body.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self.page.setMinimumSize(0 if narrow else DESK, LOW if narrow else 0)
        self.page.setMaximumSize(16777215 if narrow else DESK, LOW if narrow else 16777215)
