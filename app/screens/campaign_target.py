"""One target of a campaign in its dialogue: which finished papers count, of what, and how many."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.screens.layout import column, in_english
from app.services import goods, packages
from app.widgets.buttons import IconButton
from app.widgets.fields import ChoiceField, Item, LineField, NumberField
from app.widgets.ticks import TickField
from forms.speech import spoken

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.campaigns import Target

NUMBER = 88
OWNER = 200


class TargetFields(QWidget):
    """Its name and who answers for it; below, the papers, the goods, how many, and counted by what.

    Signals:
        removed: This target is to go.
    """

    removed = Signal()

    def __init__(self, desk: Desk, papers: list[Item], target: Target) -> None:
        super().__init__()
        self._desk = desk
        self._target = target
        self._titles = {one.value: one.words for one in papers}
        theme = desk.theme
        self.name = LineField(theme, self.tr("Name of the target"))
        self.owner = LineField(theme, self.tr("Section that answers for it"))
        self.owner.setFixedWidth(OWNER)
        self.owner.set_text(target.owner)
        drop = IconButton(theme, "trash", self.tr("Remove this target"))
        drop.clicked.connect(self.removed)
        self.paper = TickField(theme, hint=self.tr("Papers that count"))
        self.paper.set_items(papers)
        self.paper.set_value(" ".join(target.forms))
        self.goods = TickField(theme, hint=self.tr("All kinds of goods"))
        self.wanted = NumberField(theme, self.tr("How many"))
        self.wanted.set_text(str(target.wanted or ""))
        self.wanted.setFixedWidth(NUMBER)
        per = [Item("record", self.tr("papers")), Item("enterprise", self.tr("enterprises"))]
        self.per = ChoiceField(theme, self.tr("Counted by"), per)
        self.per.set_value(target.per)
        self._offer()
        self.goods.set_value(" ".join(target.goods))
        self.name.set_text(self._own_name())
        self._given = self.name.text()
        self._speak()
        self.paper.chosen.connect(self._follow)
        self.goods.chosen.connect(self._follow)
        outer = column(self, spacing=8)
        head, foot = QHBoxLayout(), QHBoxLayout()
        for row in (head, foot):
            row.setSpacing(8)
            outer.addLayout(row)
        head.addWidget(self.name, 1)
        head.addWidget(self.owner)
        head.addWidget(drop)
        foot.addWidget(self.paper, 3)
        foot.addWidget(self.goods, 2)
        foot.addWidget(self.wanted)
        foot.addWidget(self.per, 1)

    def value(self) -> Target:
        """The target as it stands here; of another first paper or other goods it is another one."""
        forms, text = self._forms(), self.wanted.text().strip()
        name = self.name.text().strip()
        name = self._own_name() if name == self._given else name
        return replace(
            self._target,
            form_id=forms[0] if forms else "",
            also=forms[1:],
            goods=tuple(self.goods.value.split()),
            wanted=int(text) if text.isdecimal() else 0,
            name=name,
            name_en=self._target.name_en if name == self._target.name else "",
            per=self.per.value or "record",
            owner=self.owner.text().strip(),
        )

    def _forms(self) -> tuple[str, ...]:
        """The papers chosen, those the target had before in their order and first."""
        chosen = self.paper.value.split()
        kept = [one for one in self._target.forms if one in chosen]
        return (*kept, *(one for one in chosen if one not in kept))

    def _own_name(self) -> str:
        """What it is called where nobody names it: as before, else by its paper and its goods."""
        first = next(iter(self._forms()), "")
        before = (self._target.form_id, " ".join(self._target.goods))
        if self._target.name and (first, self.goods.value) == before:
            return self._target.name
        title = self._titles.get(first, "")
        kinds = self.goods.words() if self.goods.value else ""
        return self.tr("{paper}: {goods}").format(paper=title, goods=kinds) if kinds else title

    def _follow(self, *_: object) -> None:
        self._offer()
        if self.name.text().strip() == self._given:
            self.name.set_text(self._own_name())
            self._given = self.name.text()
        self._speak()

    def _offer(self) -> None:
        """The kinds of goods that the papers ask for; without such a paper nothing is offered."""
        kinds: dict[str, str] = {}
        for form_id in self.paper.value.split():
            package = packages.used(self._desk.reader, form_id)
            if package is None:
                continue
            language = spoken(package.form, "en" if in_english() else "zh")
            kinds |= {one.value: one.label.get(language) for one in goods.offered(package.form)}
        self.goods.set_items([Item(value, words) for value, words in kinds.items()])
        self.goods.setVisible(bool(kinds))

    def _speak(self) -> None:
        self.paper.set_name(self.tr("Papers that count"))
        self.goods.set_name(self.tr("Kinds of goods"))
