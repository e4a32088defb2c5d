"""One target of a campaign: its name, a line that fills, and the figures beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.shell.theme import Theme
from app.widgets.headers import ProgressLine
from app.widgets.labels import Label

BAR = 180
FIGURES = 84


class TargetRow(QWidget):
    """A row that tells how much of a target is done; the words say it, the line only shows it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Label(theme, "", "lead", wrap=True)
        self._second = Label(theme, "", "small", "muted", wrap=True)
        self._line = ProgressLine(theme, BAR)
        self._figures = Label(theme, "", "lead")
        self._figures.setMinimumWidth(FIGURES)
        self._figures.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._second)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self._line, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._figures, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_target(self, name: str, second: str, done: int, wanted: int) -> None:
        """Show a target and what is done of it; a target of nothing shows a full line."""
        self._name.setText(name)
        self._second.setText(second)
        self._second.setVisible(bool(second))
        figures = f"{done} / {wanted}"
        self._figures.setText(figures)
        reached = done >= wanted
        self._figures.set_meaning("ok" if reached else "text")
        self._line.set_share(min(1.0, done / wanted) if wanted else 1.0)
        self.setAccessibleName(", ".join(part for part in (name, figures, second) if part))
