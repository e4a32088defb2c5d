"""What the rectification board is narrowed to: whose, an enterprise, a campaign, a severity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.screens.finding_words import severities
from app.screens.layout import dotted
from app.services import campaigns, rectification
from app.services.rectification import Only
from app.widgets.buttons import Button
from app.widgets.fields import ChoiceField, Item
from app.widgets.flow import Flow
from app.widgets.segmented import Part, Segmented

if TYPE_CHECKING:
    from app.screens.desk import Desk

ALL = "all"
WIDE = 184


class BoardFilter(QWidget):
    """Three choices beside each other, each with a row for everything.

    ``scope`` says whose findings are shown and stands wherever the screen puts it; it is remembered.

    Signals:
        changed: Something else is shown now.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self._enterprise = ChoiceField(theme, self.tr("Enterprise"))
        self._campaign = ChoiceField(theme, self.tr("Campaign"))
        self._severity = ChoiceField(theme, self.tr("Severity"))
        self.scope = Segmented(
            theme,
            (
                Part("mine", self.tr("Mine")),
                Part("section", self.tr("My section")),
                Part("all", self.tr("All")),
            ),
            self.tr("Whose findings are shown"),
        )
        self.scope.set_value(desk.config.settings.board)
        self.scope.chosen.connect(self._take_scope)
        self._clear = Button(theme, self.tr("Show everything"), "link", "close")
        self._clear.clicked.connect(self.clear)
        flow = Flow(below=8, parent=self)
        for field in (self._enterprise, self._campaign, self._severity):
            field.setFixedWidth(WIDE)
            field.chosen.connect(self._tell)
            flow.addWidget(field)
        flow.addWidget(self._clear)
        grave = [Item(part.value, part.words) for part in severities()]
        self._severity.set_items([Item(ALL, self.tr("Every severity")), *grave])
        for field in (self._enterprise, self._campaign, self._severity):
            field.set_value(ALL)

    def only(self) -> Only:
        """What is shown now."""
        enterprise, campaign, severity = (
            "" if field.value == ALL else field.value
            for field in (self._enterprise, self._campaign, self._severity)
        )
        act = self._desk.duty.act()
        only = Only(enterprise, campaign, severity)
        return rectification.scoped(self._desk.reader, act, self.scope.value, only)

    def words(self) -> str:
        """What is chosen, as one line."""
        named = {
            "mine": self.tr("Mine"),
            "section": self.tr("My section"),
            "all": self.tr("All"),
        }
        fields = (self._enterprise, self._campaign, self._severity)
        chosen = [one.currentText() for one in fields if one.value not in {"", ALL}]
        return dotted(named.get(self.scope.value, ""), *chosen)

    def look(self) -> None:
        """Offer the enterprises and campaigns there are; what was chosen stays chosen."""
        chosen = self._enterprise.value
        offered = rectification.parties(self._desk.reader, "" if chosen == ALL else chosen)
        rows = [Item(key, name) for key, name in offered]
        self._enterprise.set_items([Item(ALL, self.tr("Every enterprise")), *rows])
        self._enterprise.set_value(chosen or ALL)
        known = [Item(one.key, one.name) for one in campaigns.all_of(self._desk.reader)]
        drive = self._campaign.value
        self._campaign.set_items([Item(ALL, self.tr("Every campaign")), *known])
        self._campaign.set_value(drive or ALL)
        self._clear.setVisible(self.only() != Only())

    def clear(self) -> None:
        """Show everything again; whose findings the inspector wants to see stays remembered."""
        self.scope.set_value("all")
        for field in (self._enterprise, self._campaign, self._severity):
            field.set_value(ALL)
        self._tell()

    def narrow(self, enterprise_id: str) -> None:
        """Show one enterprise."""
        self.clear()
        offered = rectification.parties(self._desk.reader, enterprise_id)
        rows = [Item(key, name) for key, name in offered]
        self._enterprise.set_items([Item(ALL, self.tr("Every enterprise")), *rows])
        self._enterprise.set_value(enterprise_id)
        self._tell()

    def _take_scope(self, scope: str) -> None:
        self._desk.config.change(board=scope)
        self._tell()

    def _tell(self, *_: object) -> None:
        self._clear.setVisible(self.only() != Only())
        self.changed.emit()
