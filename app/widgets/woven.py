"""A text put together from two, each word of one author marked; it is edited before it is taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.shell.theme import Theme
from app.widgets.fields import Item, TextField
from app.widgets.labels import Label
from app.widgets.option_rows import RadioRow

FIRST, SECOND, OUT = "first", "second", "out"
"""How words are marked: added by the one, by the other, taken out; "" where nothing was changed."""
_MARKS: Final = {
    FIRST: ("accent", "accentsoft", "underline"),
    SECOND: ("ok", "oksoft", "underline"),
    OUT: ("muted", "sunken", "line-through"),
}


@dataclass(frozen=True, slots=True)
class Strand:
    """Words that are alike in who wrote them."""

    words: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Woven:
    """A proposal: its title, what is to be known of it, what the marks mean, and the text."""

    title: str
    note: str
    legend: tuple[Strand, ...]
    strands: tuple[Strand, ...]
    text: str


class WovenText(QLabel):
    """Words with their marks; the second author's are also slanted, so that no colour is needed."""

    def __init__(self, theme: Theme, strands: Sequence[Strand], role: str, apart: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._strands = tuple(strands)
        self._role = role
        self._apart = apart
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(apart.join(one.words for one in self._strands))
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._theme.font(self._role))
        told = self._apart.join(self._told(one) for one in self._strands)
        colour = self._theme.colour("text").name()
        self.setText(f'<span style="color:{colour}">{told}</span>')

    def _told(self, one: Strand) -> str:
        words = escape(one.words).replace("\n", "<br>")
        if one.mark not in _MARKS:
            return words
        word, ground, line = _MARKS[one.mark]
        slant = "italic" if one.mark == SECOND else "normal"
        return (
            f'<span style="color:{self._theme.colour(word).name()};'
            f"background-color:{self._theme.colour(ground).name()};"
            f'text-decoration:{line};font-style:{slant}">{words}</span>'
        )


class WovenChoice(QWidget):
    """The proposal as one of the choices; its text can be changed once it is chosen."""

    def __init__(self, theme: Theme, woven: Woven) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        self.chosen = RadioRow(theme, Item("", woven.title), self)
        rows.addWidget(self.chosen)
        inside = QVBoxLayout()
        inside.setContentsMargins(28, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(Label(theme, woven.note, "small", "muted", wrap=True))
        inside.addWidget(WovenText(theme, woven.legend, "small", "&nbsp;&nbsp; "))
        self.shown = WovenText(theme, woven.strands, "field")
        inside.addWidget(self.shown)
        self.text = TextField(theme, woven.title)
        self.text.set_text(woven.text)
        self.text.setEnabled(False)
        self.chosen.toggled.connect(self.text.setEnabled)
        self.chosen.picked.connect(self.text.setFocus)
        inside.addWidget(self.text)
        rows.addLayout(inside)
