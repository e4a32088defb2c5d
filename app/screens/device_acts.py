"""What may be done to a device from its card, each with a way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.screens.device_dialog import DeviceDialog
from app.screens.fill_withdraw import ReasonDialog
from app.screens.operator_dialog import OperatorDialog
from app.screens.plate_dialog import PlateDialog
from app.services import device, operators, seen_device

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.screens.desk import Desk
    from app.services.changes import Result
    from app.services.edits import Edited
    from app.services.operators import Hand
    from app.services.seen_device import Offer
    from app.widgets.bars import UndoBar
    from app.widgets.dialog import DialogFrame
    from db.connection import Store
    from db.duty_rows import Operator
    from db.rows import Equipment


class DeviceActs(QObject):
    """Edit, status, operators and what a check offers; the last one is taken back by the bar.

    Signals:
        changed: Something was kept: the card is to look again.
    """

    changed = Signal()

    def __init__(self, desk: Desk, screen: QWidget, undo: UndoBar) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen
        self._undo = undo
        self._back: Callable[[Store], object] | None = None
        undo.undone.connect(self._take_back)
        undo.dismissed.connect(self._forget)

    def menu(self, found: device.Card, parent: QWidget) -> QMenu:
        """Everything that may be done to a device now."""
        menu = QMenu(parent)
        menu.addAction(self.tr("Edit the data…"), partial(self.edit, found.equipment))
        menu.addAction(self.tr("Print the plate…"), partial(self.print_plate, found.equipment))
        menu.addSeparator()
        for wanted, words in (
            ("in-use", self.tr("Take into use again…")),
            ("stopped", self.tr("Stop its use…")),
            ("scrapped", self.tr("Scrap it…")),
        ):
            if wanted != found.equipment.status:
                menu.addAction(words, partial(self.ask_status, found.equipment.id, wanted))
        return menu

    # --- the device ---------------------------------------------------------------------------

    def edit(self, row: Equipment) -> None:
        """Let the data be corrected."""
        dialog = DeviceDialog(self._desk, row, self._window)
        dialog.edited.connect(self._tell_edit)
        self._open(dialog)

    def print_plate(self, row: Equipment) -> None:
        """Show the plate with its code, and print it."""
        self._open(PlateDialog(self._desk, row, self._window))

    def ask_status(self, equipment_id: str, status: str) -> None:
        """Ask why a device is stopped, scrapped or used again."""
        title, act = {
            "in-use": (self.tr("Take the equipment into use again"), self.tr("Take into use")),
            "stopped": (self.tr("Stop the use of the equipment"), self.tr("Stop its use")),
            "scrapped": (self.tr("Scrap the equipment"), self.tr("Scrap it")),
        }[status]
        words = self.tr(
            "Nothing is deleted: its checks, findings and tests stay. The reason is kept with it."
        )
        dialog = ReasonDialog(self._desk.theme, title, words, act, self._window)
        dialog.given.connect(partial(self._set_status, equipment_id, status))
        self._open(dialog)

    def _set_status(self, equipment_id: str, status: str, reason: str) -> None:
        act = self._desk.duty.act()
        self._write(
            partial(
                device.set_status, act=act, equipment_id=equipment_id, status=status, reason=reason
            ),
            self._tell_status,
        )

    def _tell_status(self, result: Result[Edited[Equipment]]) -> None:
        self._offer_undo(self.tr("The status was changed"), result.value)

    def _tell_edit(self, edited: Edited[Equipment]) -> None:
        if edited.before != edited.after:
            self._offer_undo(self.tr("The equipment was changed"), edited)

    def _offer_undo(self, words: str, edited: Edited[Equipment]) -> None:
        back = partial(device.undo, act=self._desk.duty.act(), edited=edited)
        self._done(words, back)

    # --- what a check saw ---------------------------------------------------------------------

    def take_offer(self, offer: Offer) -> None:
        """Write what a check saw into the register."""
        act = self._desk.duty.act()
        self._write(partial(seen_device.take, act=act, offer=offer), self._tell_taken)

    def _tell_taken(self, result: Result[Edited[Equipment]]) -> None:
        self._offer_undo(self.tr("The register now says what the check saw"), result.value)

    def leave_offer(self, offer: Offer) -> None:
        """Ask why the register stays as it is."""
        dialog = ReasonDialog(
            self._desk.theme,
            self.tr("Leave the register as it is"),
            self.tr("The check stays as it was signed; only the register is not corrected by it."),
            self.tr("Leave it"),
            self._window,
        )
        dialog.given.connect(partial(self._leave, offer))
        self._open(dialog)

    def _leave(self, offer: Offer, reason: str) -> None:
        act = self._desk.duty.act()
        self._write(
            partial(seen_device.leave, act=act, offer=offer, reason=reason), self._tell_left
        )

    def _tell_left(self, _result: object) -> None:
        self.changed.emit()

    # --- operators ----------------------------------------------------------------------------

    def add_operator(self, equipment_id: str) -> None:
        """Let an operator be written down."""
        self._open(OperatorDialog(self._desk, equipment_id, None, self._window))

    def open_operator(self, hand: Hand) -> None:
        """Let an operator be corrected or ended."""
        dialog = OperatorDialog(self._desk, hand.row.equipment_id, hand, self._window)
        dialog.ended.connect(self._end_operator)
        self._open(dialog)

    def _end_operator(self, operator_id: str) -> None:
        act = self._desk.duty.act()
        self._write(partial(operators.end, act=act, operator_id=operator_id), self._tell_end)

    def _tell_end(self, result: Result[Operator]) -> None:
        act = self._desk.duty.act()
        back = partial(operators.again, act=act, operator_id=result.value.id)
        self._done(self.tr("The operator no longer works this equipment"), back)

    # --- inside -------------------------------------------------------------------------------

    @property
    def _window(self) -> QWidget:
        return self._screen.window()

    def _open(self, dialog: DialogFrame) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, work: Callable[[Store], object], done: Callable[..., None]) -> None:
        self._desk.jobs.write(work, done=done, failed=self._desk.tell, initiator=self._screen)

    def _done(self, words: str, back: Callable[[Store], object]) -> None:
        self._back = back
        self._undo.set_done(words)
        self.changed.emit()

    def _take_back(self) -> None:
        self._undo.set_done("")
        if self._back is not None:
            self._desk.jobs.write(self._back, failed=self._desk.tell)
        self._back = None

    def _forget(self) -> None:
        self._back = None
        self._undo.set_done("")
