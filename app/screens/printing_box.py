"""The printer that will be used and its state; pressing it offers the others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy
from typing_extensions import override

from app.screens.layout import dotted
from app.screens.printing_words import printer_line
from app.shell.printer import with_default
from app.widgets import paint

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.screens.desk import Desk
    from app.shell.spooler import PrinterState

HEIGHT = 52


class PrinterBox(QAbstractButton):
    """Icon, the printer's name, its state below, and a chevron.

    Signals:
        changed: Another printer was chosen, or the state of this one became known.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._printers: tuple[PrinterState, ...] = ()
        self._asked = False
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)
        desk.printing.listed.connect(self._take)
        desk.printing.failed.connect(self._miss)
        desk.theme.changed.connect(self.update)
        self._name()

    @property
    def printer(self) -> PrinterState | None:
        """The printer that will be used, None where there is none."""
        marked = with_default(self._printers, self._desk.config.settings.printer)
        usual = [one for one in marked if one.default]
        return next(iter(usual or marked), None)

    @property
    def known(self) -> bool:
        """Whether the list of printers has come."""
        return self._asked

    def ask(self) -> None:
        """Ask for the printers anew."""
        self._desk.printing.refresh()

    def choose(self, name: str, *_: object) -> None:
        """Use this printer from now on."""
        self._desk.config.change(printer=name)
        self._name()
        self.changed.emit()

    def _take(self, printers: tuple[PrinterState, ...]) -> None:
        self._printers = printers
        self._asked = True
        self._name()
        self.changed.emit()

    def _miss(self, told: tuple[int, Exception]) -> None:
        ticket, _error = told
        if ticket == 0:
            self._take(())

    def _words(self) -> tuple[str, str]:
        printer = self.printer
        if printer is not None:
            return printer.title or printer.name, printer_line(printer)
        if not self._asked:
            return self.tr("Looking for printers…"), ""
        return self.tr("No printer"), self.tr("Papers are saved as PDF")

    def _name(self) -> None:
        title, second = self._words()
        self.setAccessibleName(f"{self.tr('Printer')}: {title}, {second}")
        self.update()

    def _open(self) -> None:
        menu = QMenu(self)
        for printer in self._printers:
            words = dotted(printer.title or printer.name, printer_line(printer))
            menu.addAction(words).triggered.connect(partial(self.choose, printer.name))
        menu.addSeparator()
        menu.addAction(self.tr("Look for printers again")).triggered.connect(self.ask)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._desk.theme
        paint.smooth(painter)
        rect = QRectF(self.rect())
        paint.box(painter, theme, rect, "hover" if self.underMouse() else "raised", "strong", 5.5)
        printer = self.printer
        ready = printer is None or printer.ready
        theme.paint_icon(painter, QRectF(12, 17, 18, 18), "printer", "muted")
        title, second = self._words()
        wide = rect.width() - 44 - 40
        room = QRectF(44, 6 if second else 16, wide, 21)
        paint.words(painter, theme, room, title, "lead")
        below = QRectF(44, 27, wide, 18)
        paint.words(painter, theme, below, second, "small", "muted" if ready else "warning")
        chevron = QRectF(rect.right() - 28, 18, 16, 16)
        theme.paint_icon(painter, chevron, "chevron-down", "muted")
