"""Settings: bureau, people, numbers, law, printer, looks, the lock, and the health of it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.screens.layout import dotted, scroll_over, slide_over
from app.screens.settings_calendar import CalendarPage
from app.screens.settings_equipment import EquipmentPage
from app.screens.settings_forms import FormsPage
from app.screens.settings_health import HealthPage
from app.screens.settings_hub import HubPage
from app.screens.settings_law import LawPage
from app.screens.settings_lock import LockPage
from app.screens.settings_machine import LooksPage, PrinterPage
from app.screens.settings_office import NumbersPage, OfficePage, PeoplePage
from app.screens.settings_visits import VisitsPage
from app.widgets.headers import ScreenHeader, Tab, Tabs

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.screens.place import Place
    from app.screens.settings_page import Page
    from app.services.changes import Changes

FORM_WIDTH = 760


class SettingsScreen(QWidget):
    """Tabs, and one page behind each."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._header = ScreenHeader(desk.theme)
        self._tabs = Tabs(desk.theme)
        self._tabs.set_tabs(
            (
                Tab("office", self.tr("Bureau")),
                Tab("hub", self.tr("Connection")),
                Tab("people", self.tr("People")),
                Tab("numbers", self.tr("Numbers")),
                Tab("visits", self.tr("Inspections")),
                Tab("equipment", self.tr("Equipment plan")),
                Tab("law", self.tr("Law")),
                Tab("forms", self.tr("Forms")),
                Tab("calendar", self.tr("Calendar and tables")),
                Tab("printer", self.tr("Printer")),
                Tab("looks", self.tr("Looks")),
                Tab("lock", self.tr("Password")),
                Tab("health", self.tr("Health")),
            )
        )
        self._tabs.chosen.connect(self._open)
        self._pages: dict[str, Page] = {
            "office": OfficePage(desk),
            "hub": HubPage(desk),
            "people": PeoplePage(desk),
            "numbers": NumbersPage(desk),
            "visits": VisitsPage(desk),
            "equipment": EquipmentPage(desk),
            "law": LawPage(desk),
            "forms": FormsPage(desk),
            "calendar": CalendarPage(desk),
            "printer": PrinterPage(desk),
            "looks": LooksPage(desk),
            "lock": LockPage(desk),
            "health": HealthPage(desk),
        }
        self._stack = QStackedWidget()
        self._areas: dict[str, QWidget] = {}
        for name, page in self._pages.items():
            page.setMaximumWidth(FORM_WIDTH)
            self._areas[name] = scroll_over(page)
            self._stack.addWidget(self._areas[name])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 0)
        whole.setSpacing(12)
        whole.addWidget(self._header)
        self._strip = slide_over(self._tabs)
        whole.addWidget(self._strip)
        whole.addWidget(self._stack, 1)
        self._current = "office"

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, place: Place) -> None:
        """Open the page that was asked for."""
        office = self._desk.duty.office
        self._header.set_header(
            self.tr("Settings"), dotted(office.bureau, office.unit, office.device)
        )
        self._open(place.spot or place.id or self._current)
        page = self._pages[self._current]
        if isinstance(page, HubPage) and place.id:
            page.take(place.id)

    def leave(self) -> None:
        """Pages keep what is typed until their own button is pressed."""

    def refresh(self, _changes: Changes) -> None:
        """Look again at the page in front."""
        self._pages[self._current].look()

    def _open(self, name: str) -> None:
        self._current = name if name in self._pages else "office"
        self._tabs.set_current(self._current)
        self._strip.show_current()
        self._stack.setCurrentWidget(self._areas[self._current])
        self._pages[self._current].look()
