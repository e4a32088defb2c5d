"""Facts in two columns, and the small notices of the context panel."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.labels import Icon, Label


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value; ``note`` is a muted remark behind it, ``under`` a line below.

    ``meaning`` colours the value; ``under_tone`` is ``ok``, ``warning`` or ``danger``.
    """

    label: str
    value: str
    note: str = ""
    meaning: str = "text"
    under: str = ""
    under_tone: str = "ok"


class FactList(QWidget):
    """Labels in one column (72 or 124 wide), values in the other; values can be selected."""

    def __init__(
        self,
        theme: Theme,
        column: int = 72,
        role: str = "label_lead",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnMinimumWidth(0, column)
        self._grid.setColumnStretch(1, 1)
        self._column = column

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show these facts."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        top = Qt.AlignmentFlag.AlignTop
        for row, fact in enumerate(facts):
            label = Label(self._theme, fact.label, "small", "muted", wrap=True)
            label.setFixedWidth(self._column)
            self._grid.addWidget(label, row, 0, top)
            self._grid.addWidget(self._value(fact), row, 1, top)

    def _value(self, fact: Fact) -> QWidget:
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        line = QHBoxLayout()
        line.setSpacing(8)
        value = Label(self._theme, fact.value, self._role, fact.meaning, wrap=not fact.note)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line.addWidget(value, 0 if fact.note else 1)
        if fact.note:
            line.addWidget(Label(self._theme, fact.note, "small", "muted"), 1)
        column.addLayout(line)
        if fact.under:
            under = QHBoxLayout()
            under.setSpacing(4)
            icon = "tick-ring" if fact.under_tone == "ok" else "triangle"
            word = self._theme.tone(fact.under_tone).word
            under.addWidget(Icon(self._theme, icon, 14, word))
            under.addWidget(Label(self._theme, fact.under, "small_lead", word), 1)
            column.addLayout(under)
        return cell


@dataclass(frozen=True, slots=True)
class Notice:
    """A title with an icon and one line below, on a soft ground when ``soft``."""

    title: str
    second: str = ""
    tone: str = "warning"
    icon: str = "triangle"
    soft: bool = True


class NoticeBox(QWidget):
    """A notice in the context panel: what was left open last time, what was put right."""

    def __init__(self, theme: Theme, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notice = notice
        self.setAccessibleName(f"{notice.title}, {notice.second}")
        tone = theme.tone(notice.tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(Icon(theme, notice.icon, 16, tone.word), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(theme, notice.title, "lead", wrap=True))
        if notice.second:
            second = tone.word if notice.soft else "muted"
            words.addWidget(Label(theme, notice.second, "small", second, wrap=True))
        row.addLayout(words, 1)
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._notice.soft:
            tone = self._theme.tone(self._notice.tone)
            paint.box(QPainter(self), self._theme, QRectF(self.rect()), tone.ground)
