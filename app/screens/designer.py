"""The form designer: a workbook's errors, a trial of it, and its page, while it is being written.

The clerk writes in the spreadsheet program; each time the workbook is saved this screen looks
again, and what was answered in the trial stays.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.screens.designer_check import CheckPage
from app.screens.designer_files import Files
from app.screens.designer_page import TrialPage
from app.screens.designer_trial import Trial
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
    from app.services.designing import Checked

PAGE: Final = 420  # pixels of the page beside the form


class DesignerScreen(QWidget):
    """One workbook: checked, tried and drawn each time it is saved."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._path: Path | None = None
        self._turn = 0
        self._tab = "check"
        self._narrow = False
        self.checked: Checked | None = None
        self.busy = False
        theme = desk.theme
        self.files = Files(desk, self)
        self.watched = WatchedFile(self)
        self.watched.changed.connect(self.look)
        self.header = TaskHeader(theme, self.tr("Back"))
        self.header.left.connect(desk.back)
        self.open_outside = Button(theme, self.tr("Open the workbook"), "secondary", "edit")
        self.open_outside.clicked.connect(self._open_outside)
        self.another = Button(theme, self.tr("Another workbook"), "secondary", "folder-open")
        self.another.clicked.connect(self.files.choose)
        self.files.chosen.connect(self.open_workbook)
        for act in (self.another, self.open_outside):
            self.header.add_act(act)
        self.tabs = Tabs(theme)
        self.tabs.chosen.connect(self.show_tab)
        self.check = CheckPage(desk)
        self.check.marked_wanted.connect(self._write_marked)
        self.trial = Trial(desk)
        self.page = TrialPage(desk)
        self.paper = self.page.paper
        self.trial.answered.connect(self.page.follow)
        self.none = EmptyState(
            theme,
            "list",
            self.tr("Open the workbook of a form to see what is wrong, to try it, and its page"),
            self.tr("Open a workbook"),
        )
        self.none.acted.connect(self.files.choose)
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

    def refresh(self, changes: Changes) -> None:
        """Compare again when another version of a form came."""
        if "form_package" in changes.kinds:
            self.look()

    # --- looking ------------------------------------------------------------------------------

    def open_workbook(self, path: Path) -> None:
        """Show this workbook and watch it."""
        if path != self._path:
            self.checked = None
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
        self._show_head()
        self.none.hide()
        self._whole.show()
        self._desk.jobs.background(
            partial(designing.check, self._desk.own_reader, self._path),
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

    def _show(self, turn: int, checked: Checked) -> None:
        if turn != self._turn:
            return
        self.checked, self.busy = checked, False
        self.check.show_checked(checked)
        if checked.package is not None:
            self.trial.take(checked.package)
        self._show_head()
        self._show_tabs()

    def _fail(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self.busy = False
            self._show_head()
            self._desk.tell(error)

    def _show_none(self) -> None:
        self.header.set_header(self.tr("Form designer"))
        self.open_outside.hide()
        self._whole.hide()
        self.none.show()

    def _show_head(self) -> None:
        if self._path is None:
            return
        checked = self.checked
        package = checked.package if checked is not None else None
        title = package.title_in(self._language()) if package else self._path.name
        version = self.tr("version {version}").format(version=package.version) if package else ""
        facts = dotted(version, self._path.name if package else "", self._said())
        self.header.set_header(title, facts, self._chip())
        self.open_outside.show()

    def _said(self) -> str:
        """What the person should know of how this screen follows the workbook."""
        checked = self.checked
        if checked is not None and checked.problems and self.trial.answers is not None:
            return self.tr("the trial and the page still show it as before the errors")
        return self.tr("looked at again whenever you save it")

    def _chip(self) -> Chip:
        checked = self.checked
        if self.busy or checked is None:
            return Chip(self.tr("Being checked…"), "mute", "clock")
        if checked.problems:
            return Chip(self.tr("%n error(s)", None, len(checked.problems)), "danger", "triangle")
        if checked.in_force:
            return Chip(self.tr("In use"), "ok", "tick-ring")
        if checked.before is None:
            return Chip(self.tr("New form, no errors"), "accent", "tick")
        return Chip(self.tr("New version, no errors"), "accent", "tick")

    def _language(self) -> str:
        return self._desk.config.settings.language.partition("_")[0]

    def _show_tabs(self) -> None:
        problems = len(self.checked.problems) if self.checked is not None else 0
        tabs = [
            Tab("check", self.tr("Check"), str(problems or "")),
            Tab("try", self.tr("Try it")),
        ]
        if self._narrow:
            tabs.append(Tab("page", self.tr("Page")))
        self.tabs.set_tabs(tabs, self._tab)
        self.show_tab(self._tab)

    def _open_outside(self) -> None:
        if self._path is not None:
            self.files.open_outside(self._path)

    def _write_marked(self) -> None:
        if self._path is not None and self.checked is not None:
            self.files.write_marked(self._path, self.checked.problems)

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
        whole.addWidget(self._whole, 1)
        whole.addWidget(self.none, 1)
        self._show_tabs()

    def _holder(self) -> QWidget:
        """Where the page stands when the window is too narrow to have it beside the form."""
        holder = QWidget()
        QVBoxLayout(holder).setContentsMargins(0, 0, 0, 0)
        return holder

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shape = shape_of(self.window().width())
        self.trial.set_narrow(narrow=shape == "narrow")
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
