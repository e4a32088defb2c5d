"""The frame: navigation, top bar, messages, the screen in front, and the status line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app import actions
from app.screens.notes import Notes
from app.screens.place import Lasting, Place, Screen
from app.services import settings
from app.services.changes import touched
from app.services.errors import Refused
from app.widgets.bars import MessageBars
from app.widgets.focus import FocusRing
from app.widgets.frame import StatusItem, StatusLine, TopBar
from app.widgets.nav import Count, Entry, NavColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent

    from app.screens.desk import Desk, Note
    from app.services.changes import Result
    from app.services.context import Who
    from app.shell.config import Config
    from app.shell.jobs import Changed
    from app.shell.theme import Theme

NARROW: Final = 900
WORDS: Final = 760  # below, the search box needs the room of the network's words
SIZE: Final = (1366, 768)
LEAST: Final = (600, 300)  # 1366×768 at 200 % is 683×384, less the bars of window and desk
# Screens that stand behind an entry of the navigation column.
BEHIND: Final = {
    "case": "cases",
    "fill": "cases",
    "sampling": "cases",
    "sample": "cases",
    "samples": "cases",
    "report": "cases",
    "batch": "cases",
    "review": "cases",
    "enterprise": "sites",
    "officers": "sites",
    "equipment": "sites",
    "device": "sites",
    "issue": "documents",
    "document": "documents",
}
# Screens one passes through and does not come back to.
PASSING: Final = frozenset({"start"})
MOST_PEOPLE: Final = 8


class MainWindow(QWidget):
    """The one window. It is built empty and furnished with the desk and the screens.

    Signals:
        closing: The window is about to close; everything typed has been handed over.
        reworded: The language changed and everything was made anew in it.
    """

    closing = Signal()
    reworded = Signal()

    def __init__(self, theme: Theme, config: Config) -> None:
        super().__init__()
        self._theme = theme
        self._config = config
        self._desk: Desk | None = None
        self._makers: Mapping[str, Callable[[Desk], Screen]] = {}
        self._screens: dict[str, Screen] = {}
        self._kept: dict[str, object] = {}  # of screens that are being made anew
        self._trail: list[Place] = []
        self.retired = False
        self._commands: dict[str, QAction] = {}
        self._nav = NavColumn(theme, self._entries(), self._below(), self)
        self._nav.chosen.connect(self._open)
        self.top = TopBar(theme, self)
        self.status = StatusLine(theme, self)
        self._bars = MessageBars(theme, self)
        self.notes = Notes(self._bars)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._ring = FocusRing(theme, self)
        self.setWindowTitle(self.tr("Xunjian"))
        self.setMinimumSize(*LEAST)
        self._restore()

    # --- furnishing ---------------------------------------------------------------------------

    def furnish(self, desk: Desk, makers: Mapping[str, Callable[[Desk], Screen]]) -> None:
        """Take the desk and the ways to make each screen; a screen is made when first shown."""
        self._desk = desk
        self._makers = makers
        self.top.user_opened.connect(self._open_user_menu)
        self.status.opened.connect(self._open)
        desk.duty.changed.connect(self.show_duty)
        desk.duty.doubted.connect(self._show_deadlines)
        desk.jobs.changed.connect(self._spread)

    def take_commands(self, runs: Mapping[str, Callable[[], object]]) -> None:
        """Install the shortcuts."""
        self._commands = actions.install(self, runs)

    def act(self, command: str) -> None:
        """Run a command by its id, as if its keys had been pressed."""
        if command in self._commands:
            self._commands[command].trigger()

    def show_duty(self) -> None:
        """Show who is at the desk and for which bureau."""
        if self._desk is None:
            return
        office, who = self._desk.duty.office, self._desk.duty.who
        self._nav.set_office(
            office.bureau, "·".join(part for part in (office.unit, office.device) if part)
        )
        self.top.user.set_user(who.name or self.tr("Nobody yet"))

    def show_counts(self, counts: Mapping[str, Count]) -> None:
        """Show how many things wait behind each entry."""
        self._nav.set_counts(counts)

    def show_network(self, words: str, *, online: bool) -> None:
        """Say how the way to the bureau is."""
        self.top.network.set_state(words, online=online)

    def show_status(self, items: tuple[StatusItem, ...], note: str) -> None:
        """Show the status line."""
        self.status.set_items(items)
        self.status.set_note(note)

    # --- moving about -------------------------------------------------------------------------

    def place(self) -> Place | None:
        """Where one is."""
        return self._trail[-1] if self._trail else None

    def front(self) -> Screen | None:
        """The screen in front."""
        here = self.place()
        return self._screens.get(here.screen) if here else None

    def go(self, place: Place) -> None:
        """Hand over what was typed, then show another place."""
        if self._desk is None:
            return
        self.hand_over()
        here = self.place()
        if here is not None and here.screen in PASSING:
            self._trail.clear()
        if here != place:
            self.notes.leave()
            self._trail.append(place)
            del self._trail[:-50]
        try:
            self._show(place)
        except Refused as refused:
            self._turn_back(place, refused)

    def _turn_back(self, place: Place, refused: Refused) -> None:
        """Say why a place cannot be shown, for example a paper not on this computer."""
        if self._trail and self._trail[-1] == place:
            self._trail.pop()
        self._show(self._trail[-1] if self._trail else Place("today"))
        if self._desk is not None:
            self._desk.tell(refused)

    def back(self) -> None:
        """Go back to where one came from, or to today."""
        self.hand_over()
        if len(self._trail) > 1:
            self._trail.pop()
            self._show(self._trail[-1])
        else:
            self.go(Place("today"))

    def hand_over(self) -> None:
        """Let the screen in front commit the input method and save what was typed."""
        screen = self.front()
        if screen is not None and not self.retired:
            screen.leave()

    def say(self, note: Note) -> None:
        """Show a message above the screen."""
        self.notes.add(note)

    def come_to_front(self, _arguments: object = None) -> None:
        """Show the window again, as when a second copy was started."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _show(self, place: Place) -> None:
        assert self._desk is not None  # noqa: S101 - furnished before the first place
        screen = self._screens.get(place.screen)
        if screen is None:
            screen = self._makers[place.screen](self._desk)
            self._screens[place.screen] = screen
            if isinstance(screen, Lasting) and place.screen in self._kept:
                screen.take_up(self._kept.pop(place.screen))
            self._stack.addWidget(screen.widget())
        self._stack.setCurrentWidget(screen.widget())
        self._nav.set_current(BEHIND.get(place.screen, place.screen))
        bare = place.screen in PASSING
        for part in (self._nav, self.top, self.status):
            part.setVisible(not bare)
        screen.enter(place)

    def _open(self, screen: str) -> None:
        name, _, spot = screen.partition(":")
        self.go(Place(name, spot=spot.partition(":")[0]))

    def _spread(self, told: Changed) -> None:
        screen = self.front()
        if screen is not None and told.initiator is not screen:
            screen.refresh(told.changes)

    def _show_deadlines(self) -> None:
        """Show the deadlines in front again: how sure their days are has changed."""
        screen = self.front()
        if screen is not None:
            screen.refresh(touched("finding"))

    # --- looks --------------------------------------------------------------------------------

    def _entries(self) -> tuple[Entry, ...]:
        return (
            Entry("today", self.tr("Today"), "today"),
            Entry("cases", self.tr("Cases"), "case"),
            Entry("sites", self.tr("Sites"), "site"),
            Entry("documents", self.tr("Documents"), "document"),
            Entry("rectify", self.tr("Rectify"), "rectify"),
            Entry("campaigns", self.tr("Campaigns"), "campaign"),
        )

    def _below(self) -> tuple[Entry, ...]:
        return (
            Entry("sync", self.tr("Sync"), "refresh"),
            Entry("settings", self.tr("Settings"), "settings"),
        )

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top)
        notes = QHBoxLayout()
        notes.setContentsMargins(24, 0, 24, 0)
        notes.addWidget(self._bars)
        self._bars.setContentsMargins(0, 12, 0, 0)
        right.addLayout(notes)
        right.addWidget(self._stack, 1)
        right.addWidget(self.status)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._nav)
        whole.addLayout(right, 1)

    def _open_user_menu(self) -> None:
        menu = QMenu(self)
        self._offer_people(menu)
        for name in ("theme", "language", "keys"):
            if name in self._commands:
                menu.addAction(self._commands[name])
        menu.addSeparator()
        menu.addAction(self.tr("Settings and people"), self._open_settings)
        button = self.top.user
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def _offer_people(self, menu: QMenu) -> None:
        """Whoever else is on duty may take the keyboard."""
        if self._desk is None:
            return
        here = self._desk.duty.who.person_id
        others = [one for one in settings.inspectors(self._desk.reader) if one.id != here]
        for person in others[:MOST_PEOPLE]:
            words = self.tr("Hand over to {name}").format(name=person.name)
            menu.addAction(words, partial(self._sign_in, person.id))
        if others:
            menu.addSeparator()

    def _sign_in(self, person_id: str) -> None:
        if self._desk is None:
            return
        self.hand_over()
        self._desk.jobs.write(
            partial(settings.sign_in, person_id=person_id),
            done=self._signed_in,
            failed=self._desk.tell,
        )

    def _signed_in(self, result: Result[Who]) -> None:
        if self._desk is not None:
            self._desk.duty.take(self._desk.duty.office, result.value)
            here = self.place()
            if here is not None:
                self._show(here)

    def _open_settings(self) -> None:
        self.go(Place("settings"))

    def _restore(self) -> None:
        known = self._config.window("main")
        if known is None or not self.restoreGeometry(QByteArray(known)):
            self.resize(*SIZE)

    # --- Qt -----------------------------------------------------------------------------------

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._desk is not None:
            # The screens are made anew in the other language, after Qt has told everyone.
            QTimer.singleShot(0, self.rebuild)

    def retire(self) -> None:
        """Hand over what was typed and read nothing more: the store is about to be closed."""
        self.hand_over()
        self.retired = True

    def rebuild(self) -> None:
        """Make frame and screens anew, as after a change of language; nothing typed is lost."""
        if self.retired:
            return
        self.hand_over()
        here = self.place()
        layout = self.layout()
        nav = NavColumn(self._theme, self._entries(), self._below(), self)
        nav.chosen.connect(self._open)
        if layout is not None:
            layout.replaceWidget(self._nav, nav)
        self._nav.deleteLater()
        self._nav = nav
        for name, screen in self._screens.items():
            if isinstance(screen, Lasting):
                self._kept[name] = screen.kept()
            self._stack.removeWidget(screen.widget())
            screen.widget().deleteLater()
        self._screens.clear()
        actions.reword(self._commands)
        self.setWindowTitle(self.tr("Xunjian"))
        self.top.reword()
        self._fit()
        self.show_duty()
        if here is not None:
            self._show(here)
        self.reworded.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._nav.set_narrow(narrow=self.width() < NARROW)
        self.top.network.setVisible(self.width() >= WORDS)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.hand_over()
        geometry = self.saveGeometry()
        self._config.remember_window("main", bytes(geometry.data()))
        self.closing.emit()
        super().closeEvent(event)
