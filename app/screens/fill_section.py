"""One section of a paper on the screen: kept true while it is answered."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from app.screens.fill_build import Builder
from app.screens.fill_order import in_reading_order
from app.screens.fill_paper import Paper
from app.screens.finding_editor import FindingEditor
from app.screens.layout import column
from app.widgets.focus import focus_as_by_keyboard
from app.widgets.labelled import COLUMN_EN, COLUMN_ZH
from app.widgets.questions import Helpers
from app.widgets.questions.choices import VerdictQuestion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.screens.desk import Desk
    from app.screens.fill_answers import Answers
    from app.services.errors import Refused
    from app.widgets.questions import QuestionWidget
    from forms.state import Changed, Option

MOST_WIDE: Final = 760
SIDE: Final = 16
APART: Final = 8
AT_ONCE: Final = 40  # questions built before the section is shown
AT_A_TIME: Final = 8  # questions built between two events after that
ANSWERED_AT_ONCE: Final = frozenset({"select_one", "select_multiple", "acknowledge", "rank"})


@dataclass(frozen=True, slots=True)
class Extra:
    """Widgets a screen puts below a section, and the names of the questions they stand for."""

    widgets: tuple[QWidget, ...] = ()
    instead_of: frozenset[str] = frozenset()


NO_EXTRA: Final = Extra()


class SectionPage(QScrollArea):
    """The questions of one section in one column; rows of repeats; findings unfolding below.

    Signals:
        advanced: The ref after which Enter wants the next question.
        asked: A ref and what its question wants of the screen (``scan camera file sign open``).
        dropped: A ref and the local paths dropped on it.
        touched: The ref of the question the person is at.
        row_removed: The row's ref and its answers, so that it can be put back.
        value_removed: A ref, what puts back what was removed from its value, and what happened.
        photo_removed: The ``FindingPhotos`` and the ``Attachment`` taken off.
    """

    advanced = Signal(str)
    asked = Signal(str, str)
    dropped = Signal(str, object)
    touched = Signal(str)
    row_removed = Signal(str, object)
    value_removed = Signal(str, object, str)
    photo_removed = Signal(object, object)

    def __init__(
        self,
        desk: Desk,
        paper: Answers,
        section: str,
        number: int,
        extra: Extra = NO_EXTRA,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._paper = paper
        self._kept = paper if isinstance(paper, Paper) else None  # findings live in what is kept
        self.section = section
        self._number = number
        self._extra = extra
        english = desk.config.settings.language == "en"
        self._label_column = COLUMN_EN if english else COLUMN_ZH
        self._builder: Builder | None = None
        self._open_rows: dict[str, str] = {}
        self.editors: dict[str, FindingEditor] = {}
        self._tidy = QTimer(self)
        self._tidy.setSingleShot(True)
        self._tidy.setInterval(0)
        self._tidy.timeout.connect(self._order)
        self._rest = QTimer(self)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self._go_on)
        inside = QWidget()
        self._column = column(inside, spacing=8)
        self._column.setContentsMargins(SIDE, 0, SIDE, SIDE)
        inside.setMaximumWidth(MOST_WIDE + 2 * SIDE)
        inside.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setWidgetResizable(True)
        self.setMinimumHeight(1)  # on a low screen the acts around it come first
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._fit)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        paper.media.ready.connect(self._show_media)
        self._build()

    @property
    def widgets(self) -> dict[str, QuestionWidget]:
        """The question widgets by ref, in the order they stand."""
        return self._builder.widgets if self._builder is not None else {}

    # --- showing ------------------------------------------------------------------------------

    def show_changed(self, changed: Changed) -> None:
        """Show what an answer changed, and nothing else."""
        if any(ref in self._repeats() for ref in changed.structure):
            self._rebuild()
            return
        touched = changed.values | changed.errors | changed.choices | changed.visible
        builder = self._builder
        if builder is None:
            return
        builder.follow_rows(touched)
        anew = [ref for ref in touched & self.widgets.keys() if builder.show(ref)]
        if changed.visible:
            builder.show_relevant()
        if changed.visible or anew:
            self._tidy.start()

    def show_finding(self, ref: str) -> None:
        """Unfold, fold or show again the finding of a question."""
        widget, paper = self.widgets.get(ref), self._kept
        if paper is None or not isinstance(widget, VerdictQuestion):
            return
        adverse = ref in paper.findings.refs()
        if adverse and ref not in self.editors:
            self._add_editor(paper, ref, widget)
        if ref in self.editors:
            if adverse:
                self.editors[ref].show_finding()
            fresh = widget.card.finding is not None and widget.card.finding.isHidden()
            widget.card.unfold(open_=adverse)
            self._tidy.start()
            if adverse and fresh and self.isVisible():
                QTimer.singleShot(
                    self._desk.theme.unfold_ms + 1, widget, partial(self._see, widget)
                )

    def refuse_finding(self, ref: str, field: str, error: Refused) -> None:
        """Say beside the row of a finding why it may not be so."""
        if ref in self.editors:
            self.editors[ref].refuse(field, error)

    def focus_on(self, ref: str) -> bool:
        """Put the focus on a question and scroll to it; False when it is not here."""
        if ref not in self.widgets:
            self._finish_building()
            self._open_rows_to(ref)
        widget = self.widgets.get(ref)
        if widget is None:
            return self._focus_extra(ref)
        widget.take_focus()
        QTimer.singleShot(0, widget, partial(self._see, widget))
        return True

    def ref_of(self, widget: QWidget | None) -> str:
        """The question a widget belongs to, "" for none."""
        walker = widget
        while walker is not None and walker is not self:
            ref = getattr(walker, "ref", "")
            if isinstance(ref, str) and ref in self.widgets:
                return ref
            walker = walker.parentWidget()
        return ""

    # --- inside -------------------------------------------------------------------------------

    def _focus_extra(self, ref: str) -> bool:
        """Go to what stands in the place of a question, or adds the row a repeat lacks."""
        adder = self._builder.adders.get(ref) if self._builder is not None else None
        if adder is not None:
            focus_as_by_keyboard(adder)
            QTimer.singleShot(0, adder, partial(self._see, adder))
            return True
        names = {part.partition("{")[0] for part in ref.split("/")}
        if not names & self._extra.instead_of or not self._extra.widgets:
            return False
        widget = self._extra.widgets[0]
        focus_as_by_keyboard(widget.focusProxy() or widget)
        QTimer.singleShot(0, widget, partial(self._see, widget))
        return True

    def _build(self) -> None:
        helpers = Helpers(
            today=self._desk.duty.act().today,
            search=self._search,
            picture=self._paper.media.picture,
            attached=self._paper.media.attached,
            media=self._paper.media.of_form,
            camera=True,
        )
        builder = Builder(self._desk.theme, self._paper, helpers, self._number, self._open_rows)
        builder.leave_out(self._extra.instead_of)
        builder.added.connect(self._connect)
        builder.row_wanted.connect(self._add_row)
        builder.row_unwanted.connect(self._remove_row)
        builder.row_opened.connect(self._open_row)
        self._builder = builder
        self._column.addWidget(builder.build(self.section))
        more = builder.go_on(AT_ONCE)
        for widget in self._extra.widgets:
            self._column.addWidget(widget)
            widget.show()
        self._column.addStretch(1)
        self._show_findings()
        if more:
            self._rest.start()

    def _go_on(self) -> None:
        """Make a few more questions of a long section while nothing else is to be done."""
        if self._builder is not None and not self._builder.go_on(AT_A_TIME):
            self._rest.stop()
            self._show_findings()

    def _finish_building(self) -> None:
        if self._rest.isActive() and self._builder is not None:
            self._rest.stop()
            self._builder.go_on()
            self._show_findings()

    def _show_findings(self) -> None:
        if self._kept is not None:
            for ref in self._kept.findings.refs() & self.widgets.keys():
                self.show_finding(ref)
        self._tidy.start()

    def _rebuild(self) -> None:
        """Build anew after rows came or went; scroll and focus stay."""
        place = self.verticalScrollBar().value()
        ref = self.ref_of(self.focusWidget())
        self.editors.clear()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in self._extra.widgets:
                widget.hide()
                widget.deleteLater()
        self._build()
        for listed in self._builder.lists.values() if self._builder is not None else ():
            listed.reveal()
        if ref and self._closed_row_of(ref) == "":
            self.focus_on(ref)
        QTimer.singleShot(0, self, partial(self.verticalScrollBar().setValue, place))

    def _connect(self, widget: QuestionWidget) -> None:
        widget.answered.connect(self._take)
        widget.left.connect(self._reveal)
        widget.advanced.connect(self.advanced)
        widget.asked.connect(self.asked)
        widget.dropped.connect(self.dropped)
        widget.removed.connect(self.value_removed)

    def _take(self, ref: str, value: str) -> None:
        if not self._paper.stands(ref):
            return  # its row is being taken away under what was still being composed
        question = self.widgets[ref].question
        self._paper.answer(ref, value)
        if question.kind in ANSWERED_AT_ONCE:
            self._paper.reveal(ref)
        self.touched.emit(ref)

    def _reveal(self, ref: str) -> None:
        if self._paper.stands(ref):
            self._paper.reveal(ref)
        self._paper.save()

    def _add_row(self, repeat: str) -> None:
        row = self._paper.add_row(repeat)
        first = next(iter(self._paper.questions(row)), "")
        self.focus_on(first)

    def _open_row(self, row: str) -> None:
        """Show the questions of a row of a long repeat, and go to the first that is open."""
        self._open_rows[row.rpartition("{")[0]] = row
        self._rebuild()
        questions = self._paper.questions(row)
        opens = (ref for ref in questions if self._paper.is_open(ref))
        self.focus_on(next(opens, next(iter(questions), "")))

    def _open_rows_to(self, ref: str) -> None:
        """Open the rows of long repeats in which a question stands, from the outermost in."""
        while row := self._closed_row_of(ref):
            self._open_rows[row.rpartition("{")[0]] = row
            self._rebuild()
            self._finish_building()

    def _closed_row_of(self, ref: str) -> str:
        return self._builder.closed_row_of(ref) if self._builder is not None else ""

    def _remove_row(self, row: str) -> None:
        repeat = row.rpartition("{")[0]
        rows = self._paper.session.children(repeat)
        place = rows.index(row)
        beside = next(iter((*rows[place + 1 :], *reversed(rows[:place]))), "")
        if beside and self._open_rows.get(repeat) == row:
            self._open_rows[repeat] = beside
        self.row_removed.emit(row, self._paper.remove_row(row))
        first = next(iter(self._paper.questions(beside)), "") if beside else ""
        self.focus_on(first or repeat)  # what had the focus went with the row

    def _add_editor(self, paper: Paper, ref: str, widget: VerdictQuestion) -> None:
        editor = FindingEditor(self._desk, paper, ref, self._label_column)
        editor.photos.removed.connect(partial(self.photo_removed.emit, editor.photos))
        self.editors[ref] = editor
        widget.card.set_finding(editor.form)

    def _repeats(self) -> frozenset[str]:
        return self._builder.repeats if self._builder is not None else frozenset()

    def _search(self, ref: str, text: str) -> Sequence[Option]:
        return self._paper.session.search(ref, text)

    def _show_media(self, value: str) -> None:
        """Show a photo or file whose picture came, or that was drawn on."""
        for ref, widget in self.widgets.items():
            if self._paper.session.answer(ref).value == value:
                widget.set_state(self._paper.state(ref))

    def _order(self) -> None:
        in_reading_order(self.parentWidget() or self)  # what stands before and behind it as well

    def _see(self, widget: QWidget) -> None:
        """Bring a question into view; the top of a tall one goes before its end."""
        inside = self.widget()
        if inside is None:
            return
        top = widget.mapTo(inside, QPoint(0, 0)).y()
        bar = self.verticalScrollBar()
        end = top + widget.height() + APART - self.viewport().height()
        bar.setValue(min(max(bar.value(), end), max(0, top - APART)))

    def _fit(self, _least: int, most: int) -> None:
        """Let the scroll bar take its room from the margin, so that no card moves."""
        bar = self.verticalScrollBar().sizeHint().width() if most else 0
        self._column.setContentsMargins(SIDE, 0, SIDE - bar, SIDE)
