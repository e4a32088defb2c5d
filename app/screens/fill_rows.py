"""The rows of a long repeat: a list of them all, while the questions of one stand below it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.screens.layout import dotted
from app.widgets.chips import Chip
from app.widgets.work import WorkList
from app.widgets.work_room import WORK
from app.widgets.work_rows import Work
from forms.model import Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.screens.fill_answers import Answers
    from app.shell.theme import Theme

FEW: Final = 6  # rows that all stand open; of more, one does
SHOWN: Final = 5  # rows of the list in sight at once
SAID: Final = 3  # answers that tell one row from another


def row_around(ref: str, repeat: str) -> str:
    """The row of a repeat in which a ref stands, "" for none."""
    if not ref.startswith(repeat + "{"):
        return ""
    return ref[: ref.index("}", len(repeat)) + 1]


class RowList(QWidget):
    """Every row of a repeat with its first answers and how far it is.

    Signals:
        opened: The ref of the row whose questions are wanted.
    """

    opened = Signal(str)

    def __init__(self, theme: Theme, paper: Answers, repeat: str) -> None:
        super().__init__()
        self._paper = paper
        self.repeat = repeat
        self._current = ""
        self._rows: list[Work] = []
        self.list = WorkList(theme, paper.session.node(repeat).label)
        self.list.opened.connect(self.opened)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.list)
        self.list.setFixedHeight(SHOWN * WORK + WORK // 2)

    def show_rows(self, current: str) -> None:
        """Show every row as it is now, the open one selected."""
        self._current = current
        self._put([self._row(row) for row in self._paper.session.children(self.repeat)])

    def show_touched(self, refs: frozenset[str]) -> None:
        """Show again the rows in which any of these refs stands."""
        touched = {row_around(ref, self.repeat) for ref in refs}
        if touched != {""}:
            self._put([self._row(one.id) if one.id in touched else one for one in self._rows])

    def _put(self, rows: list[Work]) -> None:
        label = self._paper.session.node(self.repeat).label
        words = self.tr("{label} {number}")
        rows = [
            replace(row, title=words.format(label=label, number=place))
            for place, row in enumerate(rows, start=1)
        ]
        if rows != self._rows:
            self._rows = rows
            place = self.list.verticalScrollBar().value()
            self.list.set_rows(rows, self._current)
            self.list.verticalScrollBar().setValue(place)

    def reveal(self) -> None:
        """Scroll the open row into sight."""
        index = self.list.currentIndex()
        if index.isValid():
            self.list.scrollTo(index)

    def _row(self, row: str) -> Work:
        states = [self._paper.state(ref) for ref in self._paper.questions(row)]
        asked = [
            one for one in states if isinstance(one.question, Question) and one.question.is_asked
        ]
        said = [one.shown or one.value for one in asked if one.value][:SAID]
        answered = sum(1 for one in asked if one.value)
        wrong = any(one.error is not None and one.error.code != "required" for one in asked)
        return Work(
            row,
            "",
            dotted(*said) or self.tr("nothing answered yet"),
            "triangle" if wrong else "list",
            "danger" if wrong else "mute",
            self._chip(answered, len(asked), wrong=wrong),
        )

    def _chip(self, answered: int, asked: int, *, wrong: bool) -> Chip:
        count = f"{answered} / {asked}"
        if wrong:
            return Chip(
                self.tr("{count}, to be put right").format(count=count), "danger", "triangle"
            )
        if answered == asked:
            return Chip(count, "ok", "tick")
        return Chip(count, "mute", "ring")


def unfinished(paper: Answers, rows: tuple[str, ...]) -> Iterator[str]:
    """The rows in which something still waits for an answer."""
    for row in rows:
        if any(paper.is_open(ref) for ref in paper.questions(row)):
            yield row
