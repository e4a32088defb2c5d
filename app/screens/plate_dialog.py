"""The plate of a device as it will print, the printer, and the way to paper or PDF."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.screens.paper_view import PaperView
from app.screens.printing import PdfSaver, PrintState
from app.screens.printing_box import PrinterBox
from app.screens.sentences import sentence
from app.services import plates
from app.services.errors import Refused
from app.shell.spooler import PrintOrder
from app.widgets.buttons import Button
from app.widgets.dialog import DialogFrame
from app.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk
    from app.services.pages import Drawn
    from db.rows import Equipment

HIGH: Final = 300
MOST: Final = 100
"""Plates drawn at once."""


class PlateDialog(DialogFrame):
    """Shows plates and prints them; without a printer they are saved as PDF.

    ``others`` are further devices, of one unit, whose plates follow.
    """

    def __init__(self, desk: Desk, row: Equipment, parent: QWidget, *others: Equipment) -> None:
        title = QCoreApplication.translate("PlateDialog", "Plate of the equipment")
        super().__init__(desk.theme, title, width=560, parent=parent)
        self._desk = desk
        self._row = row
        self._drawn: Drawn | None = None
        words = self.tr("80 × 50 mm. Whoever scans it here is shown the card of the equipment.")
        self.body.addWidget(Label(desk.theme, words, "label", "muted", wrap=True))
        self.paper = PaperView(desk, thumbs=False)
        self.paper.setMinimumHeight(min(HIGH, max(160, parent.height() - 380)))
        self.paper.drawn.connect(self._show)
        self.paper.refused.connect(self._refuse)
        self.body.addWidget(self.paper, 1)
        self.printer = PrinterBox(desk)
        self.state = PrintState(desk)
        self.state.again_wanted.connect(self._print)
        self.saver = PdfSaver(desk)
        self.body.addWidget(self.printer)
        self.body.addWidget(self.state)
        self.body.addWidget(self.saver)
        self.add_leave(self.tr("Close"))
        self.act = self.add_act(self.tr("Print the plate"), "primary", "printer")
        self.act.setDefault(True)
        self.act.setEnabled(False)
        self.act.clicked.connect(self._print)
        self.state.show_key(row.id)
        self.printer.ask()
        wanted = (row.id, *(one.id for one in others))
        self.paper.load(partial(plates.drawn, desk.own_reader, desk.duty.act(), *wanted))

    def _show(self, drawn: Drawn) -> None:
        self._drawn = drawn
        self.paper.put(drawn.pictures, (self.tr("Plate"),) * len(drawn.pictures))
        self.saver.set_paper(self._row.registration_no or self._row.code, drawn.pdf)
        self.act.setEnabled(True)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.paper.explain(" ".join(sentence(error.code, error.facts)))
        else:
            self.paper.explain(self.tr("The plate could not be drawn"))
            self._desk.tell(error)

    def _print(self, _key: object = None) -> None:
        if self._drawn is None:
            return
        printer = self.printer.printer
        if printer is None:
            self.saver.ask()
            return
        title = self.tr("Plate {number}").format(number=self._row.registration_no or self._row.code)
        self.state.send(self._row.id, PrintOrder(self._drawn.pdf, printer.name, title))


class PlatesLink(Button):
    """Prints the plates of a unit's devices; of very many the first, and says so."""

    def __init__(self, desk: Desk, rows: Sequence[Equipment]) -> None:
        words = QCoreApplication.translate("PlatesLink", "Print the plates…")
        if len(rows) > MOST:
            words = QCoreApplication.translate("PlatesLink", "Print the first {count} plates…")
        super().__init__(desk.theme, words.format(count=MOST), "link", "qr")
        self._desk = desk
        self._rows = rows[:MOST]
        self.clicked.connect(self._print)

    def _print(self) -> None:
        first, *others = self._rows
        dialog = PlateDialog(self._desk, first, self.window(), *others)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
