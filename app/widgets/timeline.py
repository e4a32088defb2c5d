"""A life as lines: an icon, what happened and who did it, the day at the right, the oldest on top."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.shell.theme import Theme
from app.widgets.buttons import Button
from app.widgets.labels import Icon, Label

ICON = 16


@dataclass(frozen=True, slots=True)
class Happened:
    """One line: what happened, one muted line under it, the day; ``opens`` names what to open."""

    icon: str
    words: str
    second: str = ""
    day: str = ""
    meaning: str = "muted"
    opens: str = ""


class Timeline(QWidget):
    """Lines of what happened; those that open something are links.

    Signals:
        opened: The id of the line's thing.
    """

    opened = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def set_lines(self, lines: Sequence[Happened]) -> None:
        """Show these lines."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        top = Qt.AlignmentFlag.AlignTop
        for place, line in enumerate(lines):
            row = place * 2
            side = Qt.AlignmentFlag.AlignVCenter if line.opens else top
            icon = Icon(self._theme, line.icon, ICON, line.meaning)
            self._grid.addWidget(icon, row, 0, side)
            self._grid.addWidget(self._words(line), row, 1, side)
            day = Label(self._theme, line.day, "small", "muted")
            self._grid.addWidget(day, row, 2, side)
            if line.second:
                second = Label(self._theme, line.second, "small", "muted", wrap=True)
                self._grid.addWidget(second, row + 1, 1, 1, 2)

    def _words(self, line: Happened) -> QWidget:
        if not line.opens:
            return Label(self._theme, line.words, "label_lead", wrap=True)
        link = Button(self._theme, line.words, "link", icon_after="chevron-right")
        link.clicked.connect(partial(self.opened.emit, line.opens))
        return link
