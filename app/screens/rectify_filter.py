"""What the rectification board is narrowed to: an enterprise, a campaign, a severity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.screens.finding_words import severities
from app.services import campaigns, rectification
from app.services.rectification import Only
from app.widgets.buttons import Button
from app.widgets.fields import ChoiceField, Item
from app.widgets.flow import Flow

if TYPE_CHECKING:
    from app.screens.desk import Desk

ALL = "all"
WIDE = 220


class BoardFilter(QWidget):
    """Three choices beside each other, each with a row for everything.

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
        values = [
            "" if field.value == ALL else field.value
            for field in (self._enterprise, self._campaign, self._severity)
        ]
        return Only(*values)

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
        """Show everything again."""
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

    def _tell(self, *_: object) -> None:
        self._clear.setVisible(self.only() != Only())
        self.changed.emit()
