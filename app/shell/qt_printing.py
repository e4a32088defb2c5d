"""Printing where there is no CUPS: page by page, as pictures, through Qt's printer."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.shell.spooler import JobState, PrinterError, PrinterState, PrintOrder

DPI = 300  # enough for a QR code and small type; 0.24 s a page

# (pdf, page from 0, width in dots) → width, height in dots and RGB bytes; IndexError after the last
PageImage = Callable[[bytes, int, int], tuple[int, int, bytes]]
# pdf → the size of each page in millimetres
PageSizes = Callable[[bytes], tuple[tuple[float, float], ...]]

_STATES = {
    QPrinter.PrinterState.Idle: "ready",
    QPrinter.PrinterState.Active: "printing",
    QPrinter.PrinterState.Aborted: "stopped",
    QPrinter.PrinterState.Error: "stopped",
}


@dataclass(frozen=True, slots=True)
class QtSpooler:
    """The printers Qt knows. Painting happens on the io thread; the system takes over after.

    `output` sends everything into PDF files of that name instead, for tests.
    """

    page_image: PageImage
    page_sizes: PageSizes
    output: str = ""
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def printers(self) -> tuple[PrinterState, ...]:
        """List the printers of the system, the default one marked."""
        return qt_printers()

    def send(self, order: PrintOrder) -> JobState:
        """Paint every page onto the printer; raises PrinterError."""
        try:
            sizes = self.page_sizes(order.pdf)
        except (ValueError, RuntimeError) as error:
            raise PrinterError("unreadable", printer=order.printer) from error
        printer = self._printer(order)
        _lay_out(printer, sizes[0])
        painter = QPainter()
        if not painter.begin(printer):
            raise PrinterError("rejected", printer=order.printer)
        try:
            self._paint(order, printer, painter, sizes)
        except BaseException:
            printer.abort()
            raise
        finally:
            painter.end()
        return JobState(order.printer, next(self._numbers), "handed-over")

    def look(self, job: JobState) -> JobState:
        """Return the job as it was: Qt does not tell what became of it."""
        return job

    def cancel(self, job: JobState) -> None:
        """Refuse: what was handed over can be taken back in the system's own window only."""
        raise PrinterError("rejected", printer=job.printer)

    def _printer(self, order: PrintOrder) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if self.output:
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(self.output)
        else:
            if QPrinterInfo.printerInfo(order.printer).isNull():
                raise PrinterError("no-printer", printer=order.printer)
            printer.setPrinterName(order.printer)
        printer.setResolution(DPI)
        printer.setDocName(order.title)
        printer.setCopyCount(order.copies)
        long_side = QPrinter.DuplexMode.DuplexLongSide
        printer.setDuplex(long_side if order.duplex else QPrinter.DuplexMode.DuplexNone)
        printer.setFullPage(True)
        return printer

    def _paint(
        self,
        order: PrintOrder,
        printer: QPrinter,
        painter: QPainter,
        sizes: tuple[tuple[float, float], ...],
    ) -> None:
        for number, size in enumerate(sizes):
            if number:
                _lay_out(printer, size)
                if not printer.newPage():
                    raise PrinterError("broken", printer=order.printer)
            width, height, rgb = self.page_image(order.pdf, number, round(size[0] / 25.4 * DPI))
            image = QImage(rgb, width, height, width * 3, QImage.Format.Format_RGB888)
            painter.drawImage(painter.viewport(), image)


def qt_printers() -> tuple[PrinterState, ...]:
    """List the printers Qt knows, the default one marked."""
    usual = QPrinterInfo.defaultPrinterName()
    return tuple(_printer_of(info, usual) for info in QPrinterInfo.availablePrinters())


def _printer_of(info: QPrinterInfo, usual: str) -> PrinterState:
    state = _STATES.get(info.state(), "ready")
    modes = info.supportedDuplexModes()
    return PrinterState(
        name=info.printerName(),
        title=info.description() or info.printerName(),
        state=state,
        trouble="other" if state == "stopped" else "",
        default=info.printerName() == usual,
        duplex=any(mode != QPrinter.DuplexMode.DuplexNone for mode in modes),
    )


def _lay_out(printer: QPrinter, size: tuple[float, float]) -> None:
    """Set the page to a size in millimetres, lying or standing as it is."""
    lying = size[0] > size[1]
    portrait = QSizeF(min(size), max(size))
    printer.setPageLayout(
        QPageLayout(
            QPageSize(
                portrait, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch
            ),
            QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
