"""Synchronisation: where each item is, what two wrote at once, what is held back, and the clock."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.screens.layout import column, dotted, scroll_over, side_by_side
from app.screens.place import Place
from app.screens.sentences import sentence
from app.screens.sentences_sync import link_code, witness_code
from app.screens.sync_beside import BesideList
from app.screens.sync_quarrels import QuarrelList
from app.screens.sync_side import ClockCard, HandedCard, HealthCard, HeldCard
from app.screens.sync_stick import StickCard
from app.screens.sync_words import (
    phase_words,
    row_of,
    step_names,
    when_words,
)
from app.services import sync_board
from app.widgets.buttons import Button
from app.widgets.card import Card
from app.widgets.chips import Chip
from app.widgets.facts import Notice, NoticeBox
from app.widgets.headers import ProgressLine, ScreenHeader
from app.widgets.labels import Label
from app.widgets.ledger import LedgerHead, LedgerList

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.screens.desk import Desk
    from app.services.changes import Changes
    from app.services.sync_board import Board

SIDE: Final = 328
BESIDE: Final = 960  # below, the side column stands under the ledger
QWIDGETSIZE_MAX: Final = 16_777_215
OPENS: Final = frozenset({"case", "enterprise"})
FIRST: Final = 7  # rows before "Show all"
FEW: Final = 4  # where something must be decided, so that it is in sight


class SyncScreen(QWidget):
    """The ledger and the conflicts at the left; clock, held items and health at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self._board: Board | None = None
        self._header = ScreenHeader(theme, self.tr("Synchronisation"))
        self._note = Label(theme, "", "label", "muted")
        self._bar = ProgressLine(theme)
        self.cancel = Button(theme, self.tr("Cancel"), "secondary", "cross")
        self.cancel.clicked.connect(desk.sync.cancel)
        self.send = Button(theme, self.tr("Send now"), "primary", "send")
        self.send.clicked.connect(desk.sync.begin)
        self.stick = StickCard(desk)
        self.stick.moved.connect(self._look)
        self.bring = Button(theme, self.tr("Take in a bundle…"), "secondary", "usb")
        self.bring.clicked.connect(self.stick.ask_answer)
        for part in (self._note, self._bar, self.cancel, self.bring, self.send):
            self._header.add_act(part)
        self.join = Button(theme, self.tr("Connect to the bureau"), "primary", "link")
        self.join.clicked.connect(partial(desk.go, Place("settings", spot="hub")))
        self._header.add_act(self.join)
        self._said = QVBoxLayout()
        self._head = LedgerHead(theme, self.tr("Item by item"), step_names(), self.tr("Now"))
        self.rows = LedgerList(theme, self.tr("Item by item"))
        self.rows.opened.connect(self._open)
        self._card = Card(theme)
        self._card.add_row(self.rows)
        self.more = Button(theme, "", "quiet", "chevron-down")
        self.more.clicked.connect(self._show_all)
        self.more.hide()  # until there is more
        self._whole = False
        self._none = Label(theme, "", "field", "muted", wrap=True)
        self._quarrels = QuarrelList(desk)
        self._quarrels.decided.connect(self._look)
        self._beside = BesideList(desk)
        self._beside.decided.connect(self._look)
        self._right = QWidget()
        self._clock = ClockCard(desk)
        self._held = HeldCard(desk)
        self._handed = HandedCard(desk)
        self._health = HealthCard(desk)
        self._lay_out()
        desk.sync.changed.connect(self._show_state)

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, _place: Place) -> None:
        """Look again."""
        self._desk.sync.look()
        self._show_state()
        self._look()

    def leave(self) -> None:
        """Nothing is typed here."""

    def refresh(self, _changes: Changes) -> None:
        """Look again at what arrived or was written."""
        self._look()

    # --- laying out ---------------------------------------------------------------------------

    def _lay_out(self) -> None:
        left = QWidget()
        rows = column(left, spacing=8)
        rows.addLayout(self._said)
        rows.addWidget(self._head)
        rows.addWidget(self._card)
        rows.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self._none)
        rows.addWidget(self._quarrels)
        rows.addWidget(self._beside)
        rows.addStretch(1)
        right = self._right
        side = column(right, spacing=10)
        for card in (self.stick, self._clock, self._held, self._handed, self._health):
            side.addWidget(card)
        side.addStretch(1)
        both = QWidget()
        line = self._both = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 16)
        line.setSpacing(16)
        line.addWidget(left, 1)
        line.addWidget(right)
        for part in (self._head, self._card, self.more, self._none):
            part.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 0)
        whole.setSpacing(12)
        whole.addWidget(self._header)
        whole.addWidget(scroll_over(both), 1)

    # --- the way to the bureau ----------------------------------------------------------------

    def _show_state(self) -> None:
        state, now = self._desk.sync.state, self._desk.duty.now()
        joined, busy = state.enrolment is not None, bool(state.phase)
        met = state.contact.at
        facts = self.tr("Never in contact yet")
        if met is not None:
            facts = self.tr("Last in contact {time}").format(time=when_words(met, now))
        name = state.enrolment.name if state.enrolment else ""
        device = self._desk.duty.office.device
        here = self.tr("Computer {name}").format(name=device) if device else ""
        self._header.set_header(
            self.tr("Synchronisation"),
            dotted(here, name, facts if joined else ""),
            self._chip(),
        )
        self.send.setVisible(joined and not busy)
        self.send.set_kind("secondary" if state.offline else "primary")
        self.stick.write.set_kind("primary" if state.offline else "secondary")
        self.bring.setVisible(joined)
        self.cancel.setVisible(busy)
        self.cancel.setEnabled(not state.stopping)
        self._bar.setVisible(busy and state.whole > 0)
        self._bar.set_share(state.done / state.whole if state.whole else 0.0)
        words = ""
        if state.stopping:
            words = self.tr("Stopping…")
        elif busy:
            words = phase_words(state.phase, state.done, state.whole)
        self._note.setText(words)
        self._note.setVisible(bool(words))
        self._say(joined=joined, busy=busy)
        self._clock.set_ahead(state.contact if joined else None, now)

    def _chip(self) -> Chip:
        state = self._desk.sync.state
        if state.enrolment is None:
            return Chip(self.tr("Not connected"), "mute", "offline")
        if state.contact.problem and not state.phase:
            since = state.contact.since
            if state.offline and since is not None:
                words = self.tr("Offline since {time}")
                time = when_words(since, self._desk.duty.now())
                return Chip(words.format(time=time), "mute", "offline")
            return Chip(self.tr("Stopped"), "warning", "triangle")
        if self._board is not None and not self._board.ledger.waiting and state.contact.at:
            return Chip(self.tr("All arrived at the bureau"), "ok", "tick-ring")
        return Chip("")

    def _say(self, *, joined: bool, busy: bool) -> None:
        _clear(self._said)
        self.join.setVisible(not joined)
        if not joined:
            words = self.tr(
                "Everything you record stays on this computer. With a code from the bureau it is "
                "sent by itself whenever there is a network, and never asks you to wait."
            )
            self._notice(
                Notice(self.tr("Not connected to the bureau yet"), words, "accent", "link")
            )
            return
        met = self._desk.sync.state.contact
        if met.problem and not busy:
            quiet = self._desk.sync.state.offline
            tone, icon = ("accent", "offline") if quiet else ("warning", "triangle")
            said = sentence(link_code(met.problem), {"code": met.problem})
            self._notice(Notice(*said, tone, icon))
        if met.witness:
            self._notice(Notice(*sentence(witness_code(met.witness), {}), "danger", "triangle"))
        if met.parted:
            self._notice(Notice(*sentence("hub-copied", {}), "warning", "triangle"))
        if self._board is not None and self._board.turned:
            said = sentence("hub-decided-again", {"count": self._board.turned})
            self._notice(Notice(*said, "warning", "triangle"))
        if met.newer:
            said = sentence(link_code("newer"), {"version": met.newer})
            self._notice(Notice(*said, "warning", "download"))

    def _notice(self, notice: Notice) -> None:
        self._said.addWidget(NoticeBox(self._desk.theme, notice))

    # --- what the store says ------------------------------------------------------------------

    def _look(self) -> None:
        desk = self._desk
        now = desk.duty.now()
        work = partial(sync_board.look, desk.own_reader, desk.paths.store, now)
        desk.jobs.background(work, self._show_board, desk.tell)

    def _show_board(self, board: Board) -> None:
        self._board = board
        now = self._desk.duty.now()
        joined = self._desk.sync.state.enrolment is not None
        lines = board.ledger.lines
        most = len(lines) if self._whole else FEW if board.quarrels else FIRST
        rows = [row_of(line, now) for line in lines[:most]]
        self.rows.set_rows(rows)
        self.more.set_words(self.tr("Show all %n", None, len(lines)))
        self.more.setVisible(len(rows) < len(lines))
        note = self.tr("%n item(s) not at the bureau yet", None, board.ledger.waiting)
        self._head.set_note(note if board.ledger.waiting and joined else "")
        self._card.setVisible(bool(rows))
        self._head.setVisible(bool(rows))
        self._none.setText("" if rows else self.tr("Nothing was written on this computer yet."))
        self._none.setVisible(not rows)
        self._quarrels.set_quarrels(board.quarrels, board.settled)
        self._beside.set_found(board.beside)
        self._held.set_held(board.held)
        self._handed.set_handed(board.handed)
        self._health.set_health(board.health, now)
        self.stick.set_offer(board.offer)
        self._show_state()

    def _show_all(self) -> None:
        self._whole = True
        if self._board is not None:
            self._show_board(self._board)

    def _open(self, row: str) -> None:
        kind, _, key = row.partition(":")
        if kind in OPENS:
            self._desk.go(Place(kind, key))
        elif kind == "record":
            self._desk.go(Place("fill", key))
        elif kind == "equipment":
            self._desk.go(Place("device", key))

    # --- Qt -----------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= BESIDE
        side_by_side(self._both, (1, 0), beside=beside)
        self._right.setMinimumWidth(SIDE if beside else 0)
        self._right.setMaximumWidth(SIDE if beside else QWIDGETSIZE_MAX)


def _clear(rows: QVBoxLayout) -> None:
    while (item := rows.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
