"""The form designer: a workbook's errors, a trial of it, and its page, while it is being written.

The clerk writes in the spreadsheet program; each time the workbook is saved this screen looks
again, and what was answered in the trial stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.screens.designer_check import CheckPage
from app.screens.designer_files import Files
from app.screens.designer_page import TrialPage
from app.screens.designer_publish import PublishDialog
from app.screens.designer_trial import Trial, Tried
from app.screens.desk import Note
from app.screens.fill_order import in_reading_order
from app.screens.layout import dotted
from app.services import designing
from app.shell.watching import WatchedFile
from app.widgets.bars import EmptyState
from app.widgets.buttons import Button
from app.widgets.chips import Chip
from app.widgets.fields import commit_input_method
from app.widgets.headers import Tab, Tabs, TaskHeader
from app.widgets.responsive import shape_of

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.screens.desk import Desk
    from app.screens.place import Place
    from app.services.changes import Changes
    from app.services.designing import Looked
    from app.services.packages import FormLine

SLOW: Final = 500  # milliseconds after which it is shown that something is under way
PAGE: Final = 420  # pixels of the page beside the form


@dataclass(frozen=True, slots=True)
class Kept:
    """What is handed on when the screen is made anew."""

    path: Path | None
    tab: str
    tried: Tried | None


class DesignerScreen(QWidget):
    """One workbook: checked, tried and drawn each time it is saved."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._path: Path | None = None
        self._turn = 0
        self._tab = "check"
        self._narrow = False
        self.looked: Looked | None = None
        self.busy = False
        theme = desk.theme
        self.files = Files(desk, self)
        self.watched = WatchedFile(self)
        self.watched.changed.connect(self.look)
        self.header = TaskHeader(theme, self.tr("Back"))
        self.header.left.connect(desk.back)
        self.open_outside = Button(theme, "", "secondary", "edit")
        self.open_outside.clicked.connect(self._open_outside)
        self.another = Button(theme, "", "secondary", "folder-open")
        self.another.clicked.connect(self.files.choose)
        self.files.chosen.connect(self.open_workbook)
        self.put = Button(theme, "", "primary", "tick")
        self.put.clicked.connect(self._put)
        self._icons = {self.another: "folder-open", self.open_outside: "edit", self.put: "tick"}
        for act in self._icons:
            self.header.add_act(act)
        self.tabs = Tabs(theme)
        self.tabs.chosen.connect(self.show_tab)
        self.check = CheckPage(desk)
        self.check.marked_wanted.connect(self._write_marked)
        self.trial = Trial(desk)
        self.page = TrialPage(desk)
        self.paper = self.page.paper
        self.trial.answered.connect(self.page.follow)
        self.trial.turned.connect(partial(in_reading_order, self))
        self.none = EmptyState(
            theme,
            "list",
            self.tr("Open the workbook of a form to see what is wrong, to try it, and its page"),
            self.tr("Open a workbook"),
        )
        self.none.acted.connect(self.files.choose)
        self._fit_acts(short=False, bare=False)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.progress.setAccessibleName(self.tr("Being checked…"))
        self.progress.hide()
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW)
        self._slow.timeout.connect(self.progress.show)
        self._lay_out()
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Refresh), self)
        shortcut.activated.connect(self.look)

    # --- what the frame asks ------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, place: Place) -> None:
        """Show a workbook (``place.id`` is its path), or the one shown last."""
        path = Path(place.id) if place.id else self._path
        if path is None:
            self._show_none()
        else:
            self.open_workbook(path)
        if place.spot:
            self.show_tab(place.spot)

    def leave(self) -> None:
        """Nothing is kept here but the answers of the trial, until another workbook comes."""
        commit_input_method()
        self.watched.watch(None)

    def kept(self) -> Kept:
        """The workbook, its tab and the trial, which are kept nowhere else."""
        return Kept(self._path, self._tab, self.trial.kept())

    def take_up(self, kept: object) -> None:
        """Go on with the trial of the screen before, as after a change of language."""
        if isinstance(kept, Kept):
            self._path, self._tab = kept.path, kept.tab
            if kept.tried is not None:
                self.trial.resume(kept.tried)

    def refresh(self, changes: Changes) -> None:
        """Compare again when another version of a form came."""
        if "form_package" in changes.kinds:
            self.look()

    # --- looking ------------------------------------------------------------------------------

    def open_workbook(self, path: Path) -> None:
        """Show this workbook and watch it."""
        if path != self._path:
            self.looked = None
            self.check.forget()
            self.trial.forget()
            self.page.explain(self.tr("The page comes when the workbook has no errors"))
        self._path = path
        self.watched.watch(path)
        self.look()

    def look(self) -> None:
        """Check the workbook in the background; what is shown stays until that is done."""
        if self._path is None:
            return
        self._turn += 1
        self.busy = True
        self._slow.start()
        self._show_head()
        self.none.hide()
        self._whole.show()
        self._desk.jobs.background(
            partial(designing.look, self._desk.own_reader, self._path),
            partial(self._show, self._turn),
            partial(self._fail, self._turn),
        )

    def show_tab(self, name: str) -> None:
        """Show the check, the trial or, in a narrow window, the page."""
        names = ("check", "try", "page") if self._narrow else ("check", "try")
        self._tab = name if name in names else "check"
        self.tabs.set_current(self._tab)
        self._stack.setCurrentWidget(self._pages[self._tab])

    # --- inside -------------------------------------------------------------------------------

    def _show(self, turn: int, looked: Looked) -> None:
        if turn != self._turn:
            return
        self.looked = looked
        self._rest()
        self.check.show_looked(looked)
        if looked.package is not None:
            self.trial.take(looked.package)
        self._show_head()
        self._show_tabs()

    def _fail(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self._rest()
            self._show_head()
            self._desk.tell(error)

    def _rest(self) -> None:
        """Nothing is under way any more."""
        self.busy = False
        self._slow.stop()
        self.progress.hide()

    def _show_none(self) -> None:
        self.header.set_header(self.tr("Form designer"))
        self.open_outside.hide()
        self.put.hide()
        self._whole.hide()
        self.none.show()

    def _show_head(self) -> None:
        if self._path is None:
            return
        package = self.looked.package if self.looked is not None else None
        title = package.title_in(self._language()) if package else self._path.name
        version = self.tr("version {version}").format(version=package.version) if package else ""
        facts = dotted(version, self._path.name if package else "", self._said())
        self.header.set_header(title, facts, self._chip())
        self.open_outside.show()
        self.put.show()
        looked = self.looked
        ready = not self.busy and looked is not None and looked.found is not None
        self.put.setEnabled(ready and looked is not None and not looked.in_use)

    def _said(self) -> str:
        """What the person should know of how this screen follows the workbook."""
        if self.looked is not None and self.looked.problems and self.trial.answers is not None:
            return self.tr("the trial and the page still show it as before the errors")
        return self.tr("looked at again whenever you save it")

    def _chip(self) -> Chip:
        looked = self.looked
        if self.busy or looked is None:
            return Chip(self.tr("Being checked…"), "mute", "clock")
        if looked.found is None:
            return Chip(self.tr("%n error(s)", None, len(looked.problems)), "danger", "triangle")
        if looked.in_use:
            return Chip(self.tr("In use"), "ok", "tick-ring")
        if not looked.found.newer:
            return Chip(self.tr("Version to be raised"), "warning", "hash")
        if looked.found.previous is None:
            return Chip(self.tr("New form, no errors"), "accent", "tick")
        return Chip(self.tr("New version, no errors"), "accent", "tick")

    def _language(self) -> str:
        return self._desk.config.settings.language.partition("_")[0]

    def _show_tabs(self) -> None:
        problems = len(self.looked.problems) if self.looked is not None else 0
        tabs = [
            Tab("check", self.tr("Check"), str(problems or "")),
            Tab("try", self.tr("Try it")),
        ]
        if self._narrow:
            tabs.append(Tab("page", self.tr("Page")))
        self.tabs.set_tabs(tabs, self._tab)
        self.show_tab(self._tab)
        in_reading_order(self)

    def _open_outside(self) -> None:
        if self._path is not None:
            self.files.open_outside(self._path)

    def _put(self) -> None:
        if self.looked is None or self.looked.found is None:
            return
        dialog = PublishDialog(self._desk, self.looked.found, self.window())
        dialog.published.connect(self._tell_published)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell_published(self, line: FormLine) -> None:
        told = self.tr("{form}: new records begin with version {version}.")
        note = Note(
            "ok",
            self.tr("The version is in use"),
            told.format(form=line.title, version=line.version),
            id="published",
        )
        self._desk.say(note)

    def _write_marked(self) -> None:
        if self._path is not None and self.looked is not None:
            self.files.write_marked(self._path, self.looked.problems)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._pages: dict[str, QWidget] = {
            "check": self.check,
            "try": self.trial,
            "page": self._holder(),
        }
        for part in self._pages.values():
            self._stack.addWidget(part)
        strip = QHBoxLayout()
        strip.setContentsMargins(24, 0, 16, 0)
        strip.addWidget(self.tabs)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(strip)
        left.addWidget(self._stack, 1)
        self._whole = QWidget()
        self._row = QHBoxLayout(self._whole)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addLayout(left, 1)
        self.page.setFixedWidth(PAGE)
        self._row.addWidget(self.page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.progress)
        whole.addWidget(self._whole, 1)
        whole.addWidget(self.none, 1)
        self._show_tabs()

    def _holder(self) -> QWidget:
        """Where the page stands when the window is too narrow to have it beside the form."""
        holder = QWidget()
        QVBoxLayout(holder).setContentsMargins(0, 0, 0, 0)
        return holder

    def _fit_acts(self, *, short: bool, bare: bool) -> None:
        """Let the buttons of the header say less where there is little room."""
        for button, icon in self._icons.items():
            button.set_icon("" if bare else icon)
        self.another.set_words(self.tr("Another") if short else self.tr("Another workbook"))
        self.open_outside.set_words(self.tr("Open") if short else self.tr("Open the workbook"))
        self.put.set_words(self.tr("Use…") if short else self.tr("Put into use…"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shape = shape_of(self.window().width())
        self.trial.set_narrow(narrow=shape == "narrow")
        self._fit_acts(short=shape != "wide", bare=shape == "narrow")
        narrow = shape != "wide"
        if narrow == self._narrow:
            return
        self._narrow = narrow
        holder = self._pages["page"].layout()
        if narrow and holder is not None:
            self._row.removeWidget(self.page)
            holder.addWidget(self.page)
            self.page.setMinimumWidth(0)
            self.page.setMaximumWidth(16777215)
        elif holder is not None:
            holder.removeWidget(self.page)
            self._row.addWidget(self.page)
            self.page.setFixedWidth(PAGE)
        self._show_tabs()
