"""A nonconforming batch: where every part went, what does not add up, and its closing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.screens.batch_dialog import MoveDialog
from app.screens.batch_words import ICONS, gap_words, kind_words, party_words, sum_words
from app.screens.dates import shown_day
from app.screens.layout import column, dotted, follow, scroll_over, side_by_side
from app.screens.place import Place, record_place
from app.screens.sentences import sentence
from app.services import batches, result_papers
from app.services.errors import Refused
from app.services.matters import RECALL_RECORD
from app.widgets.bars import UndoBar
from app.widgets.buttons import Button
from app.widgets.card import Card, CardHead
from app.widgets.chips import Chip, state_chip
from app.widgets.fields import LineField, commit_input_method
from app.widgets.headers import ScreenHeader
from app.widgets.labelled import ErrorLine, Labelled
from app.widgets.labels import Icon, Label
from app.widgets.work import WorkList
from app.widgets.work_rows import Group, Work

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.screens.desk import Desk
    from app.services.batches import Traced
    from app.services.changes import Changes, Result
    from db.duty_rows import Batch, BatchMove
    from db.rows import Record

ROOM = 860  # logical pixels under which the sums go below the lines


class BatchScreen(QWidget):
    """One batch; it can be closed only when nothing is missing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id = ""
        self._traced: Traced | None = None
        self._gone: BatchMove | None = None
        self._sums: list[QWidget] = []
        theme = desk.theme
        self._header = ScreenHeader(theme)
        self._header.set_tile("box")
        self._case = Button(theme, self.tr("Case"), "secondary", "case")
        self._case.clicked.connect(self._go_case)
        self._paper = Button(theme, self.tr("Recall record"), "secondary", "document")
        self._paper.clicked.connect(self._prepare)
        self._close = Button(theme, self.tr("It adds up: close"), "primary", "tick")
        self._close.clicked.connect(self._shut)
        for act in (self._case, self._paper, self._close):
            self._header.add_act(act)
        self._undo = UndoBar(theme)
        self._undo.undone.connect(self._put_back)
        self._undo.dismissed.connect(partial(self._undo.set_done, ""))
        self.made = LineField(theme, self.tr("Made or bought"))
        self.made.left.connect(self._take_made)
        self._made_row = Labelled(
            theme,
            self.tr("Made or bought"),
            self.made,
            hint=self.tr("As the maker's own books have it"),
            required=True,
            column=120,
        )
        self._add = Button(theme, self.tr("Add a line"), "secondary", "plus")
        self._add.clicked.connect(self.add_line)
        self._moves = WorkList(theme, self.tr("Where the parts are"))
        self._moves.opened.connect(self._change)
        self._moves.pressed_verb.connect(self._remove)
        self._sum_lines = QWidget()
        self._lay_out()

    # --- what the frame asks ------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, place: Place) -> None:
        """Show one batch."""
        if place.id != self._id:
            self._undo.set_done("")
        self._id = place.id
        self._look()

    def leave(self) -> None:
        """Keep what was typed."""
        commit_input_method()
        self._take_made()

    def refresh(self, changes: Changes) -> None:
        """Look again when the batch changed."""
        if "batch" in changes.kinds:
            self._look()

    def add_line(self) -> None:
        """Ask for a new line."""
        self._ask(None)

    # --- showing ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        theme = self._desk.theme
        left, right = column(spacing=12), column(spacing=12)
        lines = Card(theme)
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(self._made_row, 1)
        row.addWidget(self._add, 0, Qt.AlignmentFlag.AlignTop)
        lines.add_row(CardHead(theme, self.tr("Where the parts are")))
        lines.add_row(top, line="raised")
        left.addWidget(lines)
        left.addWidget(self._moves)
        sums = Card(theme)
        sums.add_row(CardHead(theme, self.tr("Does it add up")))
        self._sum_column = column(self._sum_lines, spacing=12, margin=16)
        self._sum_column.setContentsMargins(16, 0, 16, 16)
        sums.add_row(self._sum_lines, line="raised")
        right.addWidget(sums)
        body = QWidget()
        self._body = QHBoxLayout(body)
        self._body.setContentsMargins(0, 0, 0, 16)
        self._body.setSpacing(16)
        for stack, share in ((left, 3), (right, 2)):
            stack.addStretch(1)
            self._body.addLayout(stack, share)
        area = scroll_over(body)
        self._moves.set_whole(whole=True)
        follow(area, self._moves)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 0)
        whole.setSpacing(12)
        whole.addWidget(self._header)
        whole.addWidget(self._undo)
        whole.addWidget(area, 1)

    def _look(self) -> None:
        found = batches.traced(self._desk.reader, self._id)
        self._traced = found
        batch, even = found.batch, found.balance.even
        closed = batch.state == "closed"
        if closed:
            chip = state_chip("closed")
        elif even:
            chip = Chip(self.tr("Adds up"), "ok", "tick")
        else:
            chip = Chip(self.tr("Does not add up"), "danger", "triangle")
        facts = dotted(batch.lot, self.tr("opened {day}").format(day=shown_day(batch.opened)))
        self._header.set_header(batch.product_name, facts, chip)
        if not self.made.hasFocus():
            self.made.set_text(batch.made)
        self.made.set_readonly(closed)
        self._add.setVisible(not closed)
        self._close.setVisible(not closed)
        self._close.setEnabled(even)
        self._moves.set_rows(self._rows(found, closed=closed))
        self._moves.setVisible(bool(found.moves))
        self._show_sums(found)

    def _rows(self, found: Traced, *, closed: bool) -> list[Group | Work]:
        rows: list[Group | Work] = []
        unit = found.batch.unit
        for kind in batches.KINDS:
            inside = [move for move in found.moves if move.kind == kind]
            if not inside:
                continue
            rows.append(Group(kind, kind_words(kind), f"{found.balance.sums[kind]:f}{unit}"))
            rows += [
                Work(
                    move.id,
                    dotted(f"{move.quantity}{unit}", move.party),
                    dotted(shown_day(move.day), move.region, move.note),
                    ICONS[kind],
                    "accent",
                    None,
                    "" if closed else self.tr("Take away"),
                )
                for move in inside
            ]
        return rows

    def _show_sums(self, found: Traced) -> None:
        for widget in self._sums:
            widget.hide()
            widget.deleteLater()
        self._sums = []
        unit, theme = found.batch.unit, self._desk.theme
        if not found.balance.known:
            self._put_error(self.tr("It is not written down yet how many were made."))
        for line in found.balance.lines:
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            good = not line.difference
            icon = Icon(theme, "tick-ring" if good else "triangle", 16, "ok" if good else "danger")
            row.addWidget(icon)
            row.addWidget(Label(theme, sum_words(line, found.balance, unit), "label", wrap=True), 1)
            self._put(holder)
            gap = gap_words(line, unit)
            if gap:
                self._put_error(gap)
        for party in found.balance.parties:
            self._put_error(party_words(party, unit))

    def _put(self, widget: QWidget) -> None:
        self._sums.append(widget)
        self._sum_column.addWidget(widget)

    def _put_error(self, words: str) -> None:
        line = ErrorLine(self._desk.theme)
        line.set_error(words)
        self._put(line)

    # --- acting -------------------------------------------------------------------------------

    def _take_made(self) -> None:
        text = self.made.text().strip()
        if self._traced is None or self._traced.batch.state == "closed":
            return
        if not text or text == self._traced.batch.made:
            return
        job = partial(batches.set_made, act=self._desk.duty.act(), batch_id=self._id, made=text)
        self._desk.jobs.write(job, done=self._taken, failed=self._made_wrong, initiator=self)

    def _taken(self, _result: Result[Batch]) -> None:
        self._made_row.set_error("")
        self._look()

    def _made_wrong(self, error: Exception) -> None:
        if isinstance(error, Refused) and error.code == "quantity-wrong":
            self._made_row.set_error(" ".join(sentence(error.code, error.facts)))
        else:
            self._desk.tell(error)

    def _ask(self, move: BatchMove | None) -> None:
        if self._traced is None or self._traced.batch.state == "closed":
            return
        dialog = MoveDialog(self._desk, self._traced.batch, self.window(), move)
        dialog.written.connect(self._written)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _written(self, _move: BatchMove) -> None:
        self._undo.set_done("")
        self._look()

    def _change(self, move_id: str) -> None:
        self._ask(self._move(move_id))

    def _move(self, move_id: str) -> BatchMove | None:
        moves = self._traced.moves if self._traced is not None else ()
        return next((one for one in moves if one.id == move_id), None)

    def _remove(self, move_id: str) -> None:
        job = partial(batches.remove, act=self._desk.duty.act(), move_id=move_id)
        self._desk.jobs.write(job, done=self._removed, failed=self._desk.tell, initiator=self)

    def _removed(self, result: Result[BatchMove]) -> None:
        self._gone = result.value
        self._look()
        self._undo.set_done(self.tr("The line is taken away"))

    def _put_back(self) -> None:
        self._undo.set_done("")
        if self._gone is None:
            return
        job = partial(batches.put_back, act=self._desk.duty.act(), move=self._gone)
        self._desk.jobs.write(job, done=self._back, failed=self._desk.tell, initiator=self)

    def _back(self, _result: Result[BatchMove]) -> None:
        self._look()

    def _shut(self) -> None:
        job = partial(batches.close, act=self._desk.duty.act(), batch_id=self._id)
        self._desk.jobs.write(job, done=self._taken, failed=self._desk.tell, initiator=self)

    def _go_case(self) -> None:
        if self._traced is not None:
            self._desk.go(Place("case", self._traced.batch.case_id))

    def _prepare(self) -> None:
        if self._traced is None or not self._traced.batch.report_id:
            return
        job = partial(
            result_papers.prepare,
            act=self._desk.duty.act(),
            report_id=self._traced.batch.report_id,
            form_id=RECALL_RECORD,
        )
        self._desk.jobs.write(job, done=self._begun, failed=self._desk.tell, initiator=self)

    def _begun(self, result: Result[Record]) -> None:
        self._desk.go(record_place(result.value))

    # --- Qt -----------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side_by_side(self._body, (3, 2), beside=self.width() >= ROOM)
