"""Settings pages of this computer: its printer, and how the program looks and speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from typing_extensions import override

from app.screens.layout import column, label_column
from app.screens.settings_page import Page
from app.widgets.bars import EmptyState
from app.widgets.chips import Chip
from app.widgets.labelled import Labelled
from app.widgets.labels import Label
from app.widgets.segmented import Part, Segmented
from app.widgets.work import WorkList
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.shell.spooler import PrinterState


class PrinterPage(Page):
    """The printers of this computer; one is used first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._list = WorkList(desk.theme, self.tr("Printers"))
        self._list.opened.connect(self._choose)
        self._list.pressed_verb.connect(self._choose)
        self._found: tuple[PrinterState, ...] = ()
        self._none = EmptyState(
            desk.theme,
            "printer",
            self.tr("There is no printer here; papers are saved as PDF and can be printed later"),
            self.tr("Look again"),
        )
        self._none.acted.connect(self.look)
        rows = column(self, spacing=12)
        rows.addWidget(self._list)
        rows.addWidget(self._none)
        rows.addStretch(1)
        self._list.hide()

    @override
    def look(self) -> None:
        """Ask for the printers in the background."""
        from app.shell import printer

        self._desk.jobs.background(printer.list_printers, self._show, self._desk.tell)

    def _show(self, found: tuple[PrinterState, ...]) -> None:
        self._found = found
        wanted = self._desk.config.settings.printer
        rows = []
        for one in found:
            ready = one.state != "stopped" and not one.trouble
            words = self.tr("Ready") if ready else one.said or self.tr("Not ready")
            chip = Chip(words, "ok" if ready else "warning", "tick-ring" if ready else "triangle")
            chosen = one.name == wanted or (not wanted and one.default)
            verb = "" if chosen else self.tr("Use first")
            second = self.tr("Used first") if chosen else one.name
            rows.append(
                Work(one.name, one.title or one.name, second, "printer", "accent", chip, verb)
            )
        self._list.set_rows(rows)
        self._list.set_whole(whole=True)
        self._list.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def _choose(self, name: str) -> None:
        self._desk.config.change(printer=name)
        self._show(self._found)


class LooksPage(Page):
    """Light or dark, Chinese or English."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._mode = Segmented(
            desk.theme,
            (
                Part("system", self.tr("As the system")),
                Part("light", self.tr("Light"), "sun"),
                Part("dark", self.tr("Dark"), "moon"),
            ),
        )
        self._mode.set_name(self.tr("Colours"))
        self._mode.chosen.connect(self._take_mode)
        languages = (Part("zh_CN", "中文"), Part("en", "English"))
        self._language = Segmented(desk.theme, languages)
        self._language.set_name(self.tr("Language"))
        self._language.chosen.connect(self._take_language)
        rows = column(self, spacing=12)
        for label, control in (
            (self.tr("Colours"), self._mode),
            (self.tr("Language"), self._language),
        ):
            line = Labelled(desk.theme, label, control, column=label_column())
            rows.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(
            Label(
                desk.theme,
                self.tr("Papers are printed in Chinese whatever the screen shows."),
                "label",
                "muted",
                wrap=True,
            )
        )
        rows.addStretch(1)

    @override
    def look(self) -> None:
        """Show what is chosen."""
        self._mode.set_value(self._desk.config.settings.theme)
        self._language.set_value(self._desk.config.settings.language)

    def _take_mode(self, mode: str) -> None:
        self._desk.config.change(theme=mode)
        self._desk.theme.set_mode(mode)

    def _take_language(self, language: str) -> None:
        self._desk.config.change(language=language)
        self._desk.languages.use(language)
