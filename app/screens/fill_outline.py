"""The outline of a paper: one row a section with its mark, and what is still open below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.screens.layout import column
from app.widgets.labels import Icon, Label, Line
from app.widgets.outline import GAP, HEIGHT, WIDTH, OutlineList, Section

if TYPE_CHECKING:
    from app.screens.fill_answers import Answers
    from app.shell.theme import Theme

WIDTH_EN: Final = 248  # English names of sections are longer
ROWS_ABOVE: Final = 3  # rows shown when the outline stands above the form


class FillOutline(QWidget):
    """The sections at the left, or above the form when the window is narrow.

    Signals:
        opened: The ref of the section wanted.
    """

    opened = Signal(str)

    def __init__(self, theme: Theme, *, english: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._wide = WIDTH_EN if english else WIDTH
        self._above = False
        self._short = False
        self._head = Label(theme, self.tr("Outline"), "small_lead", "muted")
        self.list = OutlineList(theme)
        self._line = Line(theme, "border")
        self._icon = Icon(theme, "triangle", 16, "danger")
        self._adverse = Label(theme, "", "small_strong", "danger")
        self._open = Label(theme, "", "small", "muted")
        self._hint = Label(theme, self.tr("F8 goes to the next open question"), "small", "muted")
        self._hint.setWordWrap(True)
        self._sums = QWidget()
        sums = QHBoxLayout(self._sums)
        sums.setContentsMargins(0, 6, 0, 0)
        sums.setSpacing(8)
        for part in (self._icon, self._adverse, self._open):
            sums.addWidget(part)
        sums.addStretch(1)
        self._column = column(self, spacing=4)
        self._column.addWidget(self._head)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self._line)
        self._column.addWidget(self._sums)
        self._column.addWidget(self._hint)
        self.list.opened.connect(self.opened)
        theme.changed.connect(self.update)
        self.set_above(above=False)

    def set_above(self, *, above: bool) -> None:
        """Stand above the form (narrow) or at its left."""
        self._above = above
        for part in (self._head, self._line, self._hint, self._sums):
            part.setVisible(not above)
        if above:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16777215)
            rows = 1 if self._short else ROWS_ABOVE
            self.setFixedHeight(rows * (HEIGHT + GAP) + 10)
            self._column.setContentsMargins(16, 6, 16, 4)
        else:
            self.setMinimumHeight(0)
            self.setMaximumHeight(16777215)
            self.setFixedWidth(self._wide - 1)
            self._column.setContentsMargins(12, 16, 11, 14)

    def set_short(self, *, short: bool) -> None:
        """Above the form, show one row only where the window is low."""
        if short != self._short:
            self._short = short
            self.set_above(above=self._above)

    def show_paper(self, paper: Answers, current: str) -> None:
        """Show how far each section is, and the sum of what is open."""
        rows = []
        adverse_sum = 0
        wrong = {problem.section for problem in paper.session.problems() if self._is_wrong(problem)}
        open_sections = {problem.section for problem in paper.session.problems()}
        for ref in paper.sections():
            answered, asked, adverse = paper.session.progress(ref)
            adverse_sum += adverse
            mark = "empty"
            if adverse or ref in wrong:
                mark = "wrong"
            elif answered and ref not in open_sections:
                mark = "done"
            elif answered:
                mark = "started"
            rows.append(self._row(paper, ref, mark, (answered, asked, adverse)))
        self.list.set_sections(rows)
        self.list.set_current(current)
        answered, asked = paper.progress()
        self._icon.setVisible(bool(adverse_sum))
        self._adverse.setVisible(bool(adverse_sum))
        self._adverse.setText(self.tr("Fail {count}").format(count=adverse_sum))
        left = asked - answered
        self._open.setText(
            self.tr("Open {count}").format(count=left) if left else self.tr("All answered")
        )

    def _is_wrong(self, problem: object) -> bool:
        return getattr(problem, "code", "") not in {"required", "rows"}

    def _row(self, paper: Answers, ref: str, mark: str, far: tuple[int, int, int]) -> Section:
        answered, asked, adverse = far
        title = paper.session.node(ref).label or self.tr("General")
        count = f"{answered} / {asked}"
        if adverse:
            count = self.tr("Fail {count}").format(count=adverse)
        spoken = self.tr("{title}, {answered} of {asked} answered").format(
            title=title, answered=answered, asked=asked
        )
        if adverse:
            spoken = self.tr("{title}, %n fail(s), {answered} of {asked} answered", None, adverse)
            spoken = spoken.format(title=title, answered=answered, asked=asked)
        return Section(ref, title, mark, count, adverse=bool(adverse), spoken=spoken)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
