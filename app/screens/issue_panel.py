"""The panel beside the page to be issued: number, copies and seal, service, printer, and the act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.screens.issue_service import ServiceForm
from app.screens.layout import scroll_over
from app.screens.printing_box import PrinterBox
from app.widgets import paint
from app.widgets.buttons import Button
from app.widgets.chips import ChipLabel, state_chip
from app.widgets.labels import Elided, Icon, Label, Line

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.screens.desk import Desk
    from app.services.documents import Ready
    from app.services.records import Opened

WIDE = 360
SIDE = 20


class Section(QWidget):
    """A part of the panel: a small head with a note at the right, and rows below a hairline."""

    def __init__(self, desk: Desk, title: str, note: str = "") -> None:
        super().__init__()
        theme = desk.theme
        self._theme = theme
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(SIDE, 8, SIDE, 10)
        self.body.setSpacing(7)
        head = QHBoxLayout()
        head.addWidget(Label(theme, title, "small_lead", "muted"))
        head.addStretch(1)
        self.note = Label(theme, note, "small")
        head.addWidget(self.note)
        self.body.addLayout(head)

    def add_line(self, icon: str, words: str, note: str, meaning: str = "muted") -> None:
        """Add a line: icon, words, and a note at the right."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(8)
        row.addWidget(Icon(self._theme, icon, 16, meaning))
        row.addWidget(Elided(self._theme, words), 1)
        row.addWidget(Label(self._theme, note, "small", "muted"))
        self.body.addWidget(line)

    def clear(self) -> None:
        """Take the lines away; the head stays."""
        while self.body.count() > 1:
            item = self.body.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class Side(QWidget):
    """A raised column of 360 with an edge at its left; parts scroll, ``foot`` stays."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._theme = desk.theme
        self.setFixedWidth(WIDE)
        inside = QWidget()
        self.parts = QVBoxLayout(inside)
        self.parts.setContentsMargins(0, 0, 0, 0)
        self.parts.setSpacing(0)
        self._area = scroll_over(inside)
        self._area.setMinimumHeight(1)  # on a low screen the act below it comes first
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(SIDE, 10, SIDE, 12)
        self.foot.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        whole.addWidget(Line(desk.theme, "border"))
        whole.addLayout(self.foot)
        desk.theme.changed.connect(self.update)

    def add_part(self, part: QWidget) -> None:
        """Add a part below a hairline."""
        if self.parts.count():
            self.parts.addWidget(Line(self._theme))
        self.parts.addWidget(part)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("raised"))
        paint.line(painter, self._theme, QRectF(0, 0, 1, self.height()), "border")


class IssuePanel(Side):
    """What will be issued and how; the one button does it.

    Signals:
        issue_wanted: The button was pressed.
        review_wanted: What is missing shall be put right first.
    """

    issue_wanted = Signal()
    review_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._copies = 1
        self._ready: Ready | None = None
        self._lack = ""
        self._busy = False
        theme = desk.theme
        self._title = Elided(theme, "", "heading")
        self.number = Label(theme, "", "title", wrap=True)
        self._block = Label(theme, "", "small", "muted", wrap=True)
        self._sheets = Section(desk, self.tr("Copies and seal"))
        self._sheets.body.setSpacing(6)
        self.service = ServiceForm(desk)
        self.printer = PrinterBox(desk)
        self.printer.changed.connect(self._word)
        self._icon = Icon(theme, "tick-ring", 16, "ok")
        self.checked = Label(theme, "", "label", wrap=True)
        self.issue = Button(theme, "", "primary", "printer", tall=True)
        self.issue.clicked.connect(self.issue_wanted)
        self.review = Button(theme, self.tr("Back to review"), "secondary", "chevron-left")
        self.review.clicked.connect(self.review_wanted)
        self._after = Label(theme, "", "small", "muted", wrap=True)
        self._after.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        top = QWidget()
        head = QHBoxLayout(top)
        head.setContentsMargins(SIDE, 11, SIDE, 9)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        told = self.tr("To be issued·final afterwards")
        words.addWidget(Elided(theme, told, "small", "muted"))
        head.addLayout(words, 1)
        head.addWidget(ChipLabel(theme, state_chip("to_issue")))
        self.add_part(top)
        number = Section(self._desk, self.tr("Number"))
        number.body.setSpacing(4)
        number.body.addWidget(self.number)
        number.body.addWidget(self._block)
        self.add_part(number)
        self.add_part(self._sheets)
        for title, part in (
            (self.tr("Way of service"), self.service),
            (self.tr("Printer"), self.printer),
        ):
            section = Section(self._desk, title)
            section.body.addWidget(part)
            self.add_part(section)
        self.parts.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self.checked, 1)
        self.foot.addLayout(line)
        for widget in (self.issue, self.review, self._after):
            self.foot.addWidget(widget)

    def begin(self, opened: Opened, receiver: str) -> None:
        """Begin with a paper whose page is still being drawn."""
        self._ready = None
        self._title.set_text(opened.record.title)
        self.number.setText("—")
        self._block.setText("")
        copies = opened.package.copies("zh")
        self._copies = sum(copy.count for copy in copies) or 1
        self._sheets.clear()
        self._sheets.note.setText(self.tr("%n copy(s) in all", None, self._copies))
        for copy in copies:
            count = self.tr("%n copy(s)", None, copy.count)
            self._sheets.add_line("document", copy.keeper, count)
        if opened.package.label_rows:
            self._sheets.add_line("tag", self.tr("Seal labels"), self.tr("one a sample"))
        if any(row.block == "seal" for row in opened.package.print_rows):
            self._sheets.add_line(
                "seal", self.tr("Seal of the bureau"), self.tr("pressed on after printing"), "seal"
            )
        self.service.begin(receiver)
        self._word()

    def wait(self) -> None:
        """The page is being drawn anew; until it is there nothing can be issued."""
        self._ready = None
        self._word()

    def set_ready(self, ready: Ready, last: int) -> None:
        """Show the number the paper will take out of the block that ends with ``last``."""
        self._ready = ready
        self.number.setText(ready.number_text)
        self._block.setText(
            self.tr("From this computer's block {first} to {last}·{left} left afterwards").format(
                first=ready.number, last=last, left=ready.left_after
            )
        )
        self._word()

    def set_lack(self, words: str) -> None:
        """Say why it cannot be issued; "" when it can."""
        self._lack = words
        self._icon.set_icon("triangle" if words else "tick-ring", "danger" if words else "ok")
        self.review.setVisible(bool(words))
        if words:
            self.checked.setText(words)
        self._word()

    def set_checked(self, words: str) -> None:
        """Say what was checked and found well."""
        self.checked.setText(words)
        self.set_lack("")

    def set_busy(self, *, busy: bool) -> None:
        """While it is being issued nothing can be pressed twice."""
        self._busy = busy
        self._word()

    def _word(self) -> None:
        printer = self.printer.printer
        if printer is None:
            self.issue.set_words(self.tr("Issue, then save the PDF"))
            self.issue.set_icon("send")
        else:
            self.issue.set_words(self.tr("Issue and print %n copy(s)", None, self._copies))
            self.issue.set_icon("printer")
        ready = self._ready
        self.issue.setVisible(not self._lack)
        self.issue.setEnabled(ready is not None and not self._lack and not self._busy)
        if ready is not None and not self._lack:
            self._after.setText(
                self.tr("Takes number {number}, freezes the page and makes its code").format(
                    number=ready.number
                )
            )
        else:
            self._after.setText(self.tr("No number is taken before this button is pressed"))
