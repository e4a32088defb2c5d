"""Remarks: sentences that stand whole, each with its place and how grave it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.shell.theme import Theme
from app.widgets.card import Card
from app.widgets.chips import Chip, ChipLabel
from app.widgets.labels import Icon, Label

MOST = 200
"""More rows than this are told by their number only."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence, the place it is about, and its chip (none: the icon alone tells)."""

    sentence: str
    place: str = ""
    icon: str = "info"
    meaning: str = "muted"
    chip: Chip | None = None


class RemarkRow(QWidget):
    """One remark; its words can be marked and copied."""

    def __init__(self, theme: Theme, remark: Remark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 9, 13, 10)
        row.setSpacing(11)
        icon = QVBoxLayout()
        icon.addSpacing(3)
        icon.addWidget(Icon(theme, remark.icon, 16, remark.meaning))
        icon.addStretch(1)
        row.addLayout(icon)
        words = QVBoxLayout()
        words.setSpacing(2)
        sentence = Label(theme, remark.sentence, "field", wrap=True)
        sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(sentence)
        if remark.place:
            words.addWidget(Label(theme, remark.place, "small", "muted", wrap=True))
        row.addLayout(words, 1)
        if remark.chip is not None:
            chip = ChipLabel(theme)
            chip.set_chip(remark.chip)
            row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        state = remark.chip.words if remark.chip else ""
        self.setAccessibleName(", ".join(filter(None, (remark.sentence, remark.place, state))))


class RemarkCard(Card):
    """Remarks one below the other, at most ``MOST``; the rest is counted."""

    def set_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show these; none hides the card."""
        self.clear()
        for remark in remarks[:MOST]:
            self.add_row(RemarkRow(self._theme, remark))
        left = len(remarks) - MOST
        if left > 0:
            words = self.tr("and %n more", None, left)
            self.add_row(RemarkRow(self._theme, Remark(words, icon="more")))
        self.setVisible(bool(remarks))
