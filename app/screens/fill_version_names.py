"""For each question nobody asks any more: a drop-down of the new questions that may take its answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.screens.layout import column
from app.widgets.fields import ChoiceField, Item
from app.widgets.labelled import Labelled
from app.widgets.labels import Label
from forms.instance import template_path

if TYPE_CHECKING:
    from app.services.moving import Look
    from app.shell.theme import Theme
    from forms.moving_names import Candidate


class NamesByHand(QWidget):
    """Asks where the answers of emptied questions shall go; what nobody chose stays emptied.

    Signals:
        chosen: New names by old ones, whenever a person chose.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._offered = {old: found for old, found in look.candidates.items() if found}
        self._names: dict[str, str] = {}
        self.fields: dict[str, ChoiceField] = {}
        lines = column(self, spacing=8)
        if self._offered:
            lines.addWidget(Label(theme, self.tr("Answers a new question may take"), "strong"))
            told = self.tr("Where a question only has another name now, choose it here.")
            lines.addWidget(Label(theme, told, "field", "muted", wrap=True))
        words = {
            template_path(line.ref).rpartition("/")[2]: line.label for line in look.preview.dropped
        }
        for old, found in self._offered.items():
            lines.addWidget(self._line(old, words.get(old) or old, found))
        self.setVisible(bool(self._offered))

    @property
    def names(self) -> dict[str, str]:
        """New names by old ones, as they are chosen now."""
        return dict(self._names)

    def _line(self, old: str, label: str, found: tuple[Candidate, ...]) -> QWidget:
        asked = self.tr("Where the answer of “{question}” goes").format(question=label)
        field = self.fields[old] = ChoiceField(self._theme, asked)
        field.set_items(self._items(old, found))
        field.set_value("")
        field.chosen.connect(partial(self._choose, old))
        return Labelled(self._theme, asked, field, column=0)

    def _items(self, old: str, found: tuple[Candidate, ...]) -> list[Item]:
        """Those no other question has taken, and first of all none."""
        taken = {new for other, new in self._names.items() if other != old}
        free = [Item(one.name, one.label, one.name) for one in found if one.name not in taken]
        return [Item("", self.tr("Nowhere: it is dropped")), *free]

    def _choose(self, old: str, new: str) -> None:
        if new:
            self._names[old] = new
        else:
            self._names.pop(old, None)
        for other, field in self.fields.items():
            if other != old:
                field.set_items(self._items(other, self._offered[other]))
        self.chosen.emit(self.names)
