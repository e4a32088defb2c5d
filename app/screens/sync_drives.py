"""Which stick is plugged in: looked for while it is on the screen, chosen where there are several."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget
from typing_extensions import override

from app.screens.layout import column, dotted
from app.screens.sync_stick_words import bytes_words
from app.services import stick
from app.shell import drives
from app.widgets.fields import Item
from app.widgets.labels import Label
from app.widgets.option_rows import RadioRow

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.screens.desk import Desk
    from app.services.stick import Carried
    from app.shell.drives import Drive

LOOK: Final = 3000  # milliseconds between two looks for a stick


class DriveChoice(QWidget):
    """The stick in words, or a row for each where there are several.

    Signals:
        changed: another stick is plugged in or chosen, or other answers lie on it.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._written: tuple[Carried, ...] = ()
        self._drives: tuple[Drive, ...] = ()
        self._looking = False
        self.answers: tuple[Path, ...] = ()
        rows = column(self, spacing=0)
        self._words = Label(desk.theme, "", "label", wrap=True)
        self._choice = QWidget()
        self._choices = column(self._choice, spacing=0)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.changed)
        rows.addWidget(self._words)
        rows.addWidget(self._choice)
        self._watch = QTimer(self)
        self._watch.setInterval(LOOK)
        self._watch.timeout.connect(self.look)
        self._show()

    @property
    def drive(self) -> Drive | None:
        """The stick that is meant, None while none is plugged in."""
        if not self._drives:
            return None
        return self._drives[max(0, self._group.checkedId()) if len(self._drives) > 1 else 0]

    def set_written(self, written: tuple[Carried, ...]) -> None:
        """Take the bundles whose answers may lie on a stick."""
        self._written = written

    def look(self) -> None:
        """Look for sticks and answers, in the background."""
        if not self._looking:
            self._looking = True
            work = partial(_around, self._written)
            self._desk.jobs.background(work, self._found, self._lost)

    def _found(self, found: tuple[tuple[Drive, ...], tuple[Path, ...]]) -> None:
        self._looking = False
        if found == (self._drives, self.answers):
            return
        same = [one.folder for one in found[0]] == [one.folder for one in self._drives]
        self._drives, self.answers = found
        if not same:
            self._offer()
        self._show()
        self.changed.emit()

    def _lost(self, error: Exception) -> None:
        self._looking = False
        self._desk.tell(error)

    def _offer(self) -> None:
        while (item := self._choices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if len(self._drives) < 2:
            return
        for place, one in enumerate(self._drives):
            words = Item(str(place), one.name, self._free(one))
            row = RadioRow(self._desk.theme, words, self._choice)
            row.setChecked(place == 0)
            self._group.addButton(row, place)
            self._choices.addWidget(row)

    def _free(self, one: Drive) -> str:
        return self.tr("{size} free").format(size=bytes_words(one.free))

    def _show(self) -> None:
        several = len(self._drives) > 1
        self._choice.setVisible(several)
        self._words.setVisible(not several)
        drive = self.drive
        none = self.tr("Plug a stick in and it shows here by itself.")
        self._words.setText(dotted(drive.name, self._free(drive)) if drive else none)

    # --- Qt -----------------------------------------------------------------------------------

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()
        self._watch.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch.stop()


def _around(written: tuple[Carried, ...]) -> tuple[tuple[Drive, ...], tuple[Path, ...]]:
    """The sticks that are plugged in, and the answers that lie on them (io thread)."""
    found = drives.removable()
    return found, tuple(path for one in found for path in stick.answers(one.folder, written))
