"""A check item and the finding that unfolds below it when the verdict is 不合格."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.shell.theme import Theme
from app.widgets.buttons import Button
from app.widgets.card import Card
from app.widgets.dates import DateField
from app.widgets.fields import ChoiceField, Item, TextField, set_wrong
from app.widgets.labelled import COLUMN_ZH, ErrorLine
from app.widgets.labels import Icon, Label, Line
from app.widgets.law import LawQuote, Quotation
from app.widgets.photos import Photo, PhotoStrip
from app.widgets.segmented import Part, Segmented, Verdict

ITEM = 52
MOST = 16777215


@dataclass(frozen=True, slots=True)
class FindingFacts:
    """What an unfolded finding shows.

    ``severity_reason`` says why the law fixes the severity (it is read-only then). ``penalty`` says
    which procedure a penalty follows, ``cite`` that it may be begun here, on the spot.
    ``due`` is ISO text; ``hint`` says how the days were counted. ``errors`` maps
    ``seen severity photos law measure due`` to a sentence.
    """

    seen: str = ""
    severity: str = ""
    severity_reason: str = ""
    photos: tuple[Photo, ...] = ()
    law: Quotation | None = None
    measure: str = ""
    due: str = ""
    hint: str = ""
    penalty: str = ""
    cite: bool = False
    errors: tuple[tuple[str, str], ...] = ()
    readonly: bool = False


class FindingForm(QWidget):
    """The rows of a finding.

    Signals:
        answered: The row (``seen severity measure due``) and its text.
        left: The focus left a text row.
        camera_wanted, files_wanted, photos_dropped, photo_opened, photo_removed: See PhotoStrip.
        law_wanted: Another article is wanted.
        law_opened: The article's key: show its whole text.
        cite_wanted: The on-the-spot citation is to be begun.
    """

    answered = Signal(str, str)
    left = Signal()
    camera_wanted = Signal()
    files_wanted = Signal()
    photos_dropped = Signal(object)
    photo_opened = Signal(str)
    photo_removed = Signal(str)
    law_wanted = Signal()
    law_opened = Signal(str)
    cite_wanted = Signal()

    def __init__(  # noqa: PLR0913 - the lists it offers, today, and the width of its labels
        self,
        theme: Theme,
        severities: Sequence[Part],
        measures: Sequence[Item],
        *,
        today: dt.date,
        column: int = COLUMN_ZH,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = column
        self._errors: dict[str, ErrorLine] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(15, 8, 15, 8)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, column)
        self._grid.setColumnStretch(1, 1)
        self.seen = TextField(theme)
        self.severity = Segmented(theme, severities, self.tr("Severity"))
        self._reason = Label(theme, "", "small", "danger", wrap=True)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.photos = PhotoStrip(theme)
        self.law = LawQuote(theme)
        self.measure = ChoiceField(theme, items=measures, hint=self.tr("Choose a measure"))
        self.due = DateField(theme, today=today)
        self._hint_icon = Icon(theme, "info", 14, "faint")
        self._hint = Label(theme, "", "small", "muted", wrap=True)
        self._penalty = Label(theme, "", "label", "muted", wrap=True)
        self.cite = Button(theme, self.tr("Cite on the spot"), "secondary", "yen")
        self._lay_out()
        self._connect()

    def set_finding(self, facts: FindingFacts) -> None:
        """Show a finding."""
        self.seen.set_text(facts.seen)
        self.severity.set_value(facts.severity)
        self._reason.setText(facts.severity_reason)
        self.photos.set_photos(facts.photos)
        self.law.set_law(facts.law)
        self.measure.set_value(facts.measure)
        self.due.set_value(facts.due)
        self._hint.setText(facts.hint)
        self._hint.setVisible(bool(facts.hint))
        self._hint_icon.setVisible(bool(facts.hint))
        self._penalty.setText(facts.penalty)
        self.cite.setVisible(facts.cite)
        for part in (self._penalty_label, self._penalty):
            part.setVisible(bool(facts.penalty))
        self.severity.set_readonly(facts.readonly or bool(facts.severity_reason))
        for row in (self.seen, self.photos, self.law, self.measure, self.due):
            row.set_readonly(facts.readonly)
        self._show_errors(dict(facts.errors))

    def _show_errors(self, errors: dict[str, str]) -> None:
        for name, line in self._errors.items():
            line.set_error(errors.get(name, ""))
        set_wrong(self.seen, wrong="seen" in errors)
        self.measure.set_wrong(wrong="measure" in errors)
        self.due.set_wrong(wrong="due" in errors)

    def _lay_out(self) -> None:
        severity = QHBoxLayout()
        severity.setSpacing(12)
        severity.addWidget(self.severity)
        severity.addWidget(self._reason, 1)
        measure = QHBoxLayout()
        measure.setSpacing(12)
        measure.addWidget(self.measure, 1)
        due = Label(self._theme, self.tr("Deadline"), "label", "muted")
        due.setBuddy(self.due)
        measure.addWidget(due)
        measure.addWidget(self.due, 1)
        self._add("seen", self.tr("What was seen"), self.seen, self.seen)
        self._add("severity", self.tr("Severity"), self.severity, severity)
        self._add("photos", self.tr("Photos"), self.photos, self.photos)
        self._add("law", self.tr("Legal basis"), self.law, self.law)
        self._add("measure", self.tr("Measure"), self.measure, measure, "due")
        self.due.set_name(self.tr("Deadline"))
        hint = QHBoxLayout()
        hint.setSpacing(6)
        hint.addWidget(self._hint_icon)
        hint.addWidget(self._hint, 1)
        self._grid.addLayout(hint, self._grid.rowCount(), 1)
        penalty = QHBoxLayout()
        penalty.setSpacing(12)
        penalty.addWidget(self._penalty, 1)
        penalty.addWidget(self.cite)
        number = self._grid.rowCount()
        self._penalty_label = Label(
            self._theme, self.tr("Penalty"), "label_lead", "muted", wrap=True
        )
        self._penalty_label.setFixedWidth(self._column)
        self._grid.addWidget(self._penalty_label, number, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addLayout(penalty, number, 1)

    def _add(
        self, name: str, label: str, control: QWidget, cell: QWidget | QHBoxLayout, *more: str
    ) -> None:
        number = self._grid.rowCount()
        words = Label(self._theme, label, "label_lead", "muted", wrap=True)
        words.setBuddy(control)
        words.setFixedWidth(self._column)
        control.setAccessibleName(label)
        self._grid.addWidget(words, number, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(0)
        if isinstance(cell, QWidget):
            column.addWidget(cell)
        else:
            column.addLayout(cell)
        for key in (name, *more):
            self._errors[key] = ErrorLine(self._theme)
            column.addWidget(self._errors[key])
        self._grid.addLayout(column, number, 1)

    def _connect(self) -> None:
        self.seen.answered.connect(self._take_seen)
        self.severity.chosen.connect(self._take_severity)
        self.measure.chosen.connect(self._take_measure)
        self.due.answered.connect(self._take_due)
        self.seen.left.connect(self.left)
        self.due.left.connect(self.left)
        self.photos.camera_wanted.connect(self.camera_wanted)
        self.photos.files_wanted.connect(self.files_wanted)
        self.photos.dropped.connect(self.photos_dropped)
        self.photos.opened.connect(self.photo_opened)
        self.photos.removed.connect(self.photo_removed)
        self.law.change_wanted.connect(self.law_wanted)
        self.law.opened.connect(self.law_opened)
        self.cite.clicked.connect(self.cite_wanted)

    def _take_seen(self, text: str) -> None:
        self.answered.emit("seen", text)

    def _take_severity(self, text: str) -> None:
        self.answered.emit("severity", text)

    def _take_measure(self, text: str) -> None:
        self.answered.emit("measure", text)

    def _take_due(self, text: str) -> None:
        self.answered.emit("due", text)


class ItemCard(Card):
    """A check item: number, words, verdict at the right; a finding unfolds below.

    The verdict's own signals are used directly (``verdict.chosen``, ``verdict.advanced``).
    """

    def __init__(
        self,
        theme: Theme,
        number: str,
        words: str,
        *,
        parts: Sequence[Part] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(15, 5, 15, 5)
        row.setSpacing(8)
        self._number = Label(theme, number, "lead", "muted")
        self._number.setMinimumWidth(28 if number else 0)
        self._words = Label(theme, words, "field", wrap=True)
        self._error = ErrorLine(theme)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self._error)
        self.verdict = Verdict(theme, words, parts=parts)
        row.addWidget(self._number)
        row.addLayout(column, 1)
        row.addWidget(self.verdict)
        head.setMinimumHeight(ITEM - 2)
        self.body.addWidget(head)
        self._line = Line(theme, "dangerline")
        self._line.hide()
        self.body.addWidget(self._line)
        self._finding: QWidget | None = None
        self._motion = QPropertyAnimation(self, b"maximumHeight", self)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.finished.connect(self._end_motion)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @property
    def finding(self) -> QWidget | None:
        """The finding that unfolds, if one was given."""
        return self._finding

    def set_item(self, number: str, words: str, error: str = "") -> None:
        """Word the item, and say what is wrong with its answer."""
        self._number.setText(number)
        self._words.setText(words)
        self._error.set_error(error)
        self.verdict.set_name(words)
        self.verdict.setAccessibleDescription(error)

    def set_finding(self, finding: QWidget) -> None:
        """Give the widget that unfolds; it stays folded until ``unfold``."""
        self._finding = finding
        finding.hide()
        self.body.addWidget(finding)

    def unfold(self, *, open_: bool) -> None:
        """Unfold or fold the finding within 120 ms; the focus stays where it is."""
        if self._finding is None or open_ == (not self._finding.isHidden()):
            return
        start = self.height()
        self._finding.setVisible(open_)
        self._line.setVisible(open_)
        self.set_edge("dangerline" if open_ else "border", "danger" if open_ else "")
        wait = self._theme.unfold_ms
        if wait and open_ and self.isVisible():
            self._motion.stop()
            self._motion.setDuration(wait)
            self._motion.setStartValue(start)
            self._motion.setEndValue(self.sizeHint().height())
            self._motion.start()

    def _end_motion(self) -> None:
        self.setMaximumHeight(MOST)
