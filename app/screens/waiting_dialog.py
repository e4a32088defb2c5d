"""Waiting for a large file: how far it is, and the way to call it off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from app.widgets.dialog import DialogFrame
from app.widgets.headers import ProgressLine
from app.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.intake import Meter
    from app.shell.theme import Theme

PATIENCE: Final = 500  # milliseconds before it shows itself
LOOK: Final = 100
WIDE: Final = 432


class Waiting(DialogFrame):
    """Stands while a file is read; call ``end`` when it is there."""

    def __init__(self, theme: Theme, meter: Meter, name: str, parent: QWidget | None) -> None:
        super().__init__(theme, "", parent=parent)
        title = self.tr("Keeping the file")
        self.title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._meter = meter
        self._line = ProgressLine(theme, WIDE)
        self._words = Label(theme, "", "label", "muted")
        self.body.addWidget(Label(theme, name, "field", wrap=True))
        self.body.addWidget(self._line)
        self.body.addWidget(self._words)
        self.cancel = self.add_leave(self.tr("Stop; keep nothing"))
        self.rejected.connect(meter.stop)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.open)
        self._later.start(PATIENCE)
        self._look = QTimer(self)
        self._look.timeout.connect(self._show)
        self._look.start(LOOK)
        self._show()

    def end(self) -> None:
        """It is there, or it failed: go away."""
        self._later.stop()
        self._look.stop()
        self.accept()
        self.deleteLater()

    def _show(self) -> None:
        done, total = self._meter.done / 1e6, self._meter.total / 1e6
        self._line.set_share(self._meter.share)
        read = self._meter.total and self._meter.done >= self._meter.total
        words = self.tr("{done} of {total} MB read").format(
            done=f"{done:.0f}", total=f"{total:.0f}"
        )
        self._words.setText(self.tr("Read; now it is encrypted and kept") if read else words)
        self.cancel.setEnabled(not read)
