"""A bundle for a stick: what would lie on it, how far it is written, and the bureau's answer."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.screens.desk import Note
from app.screens.export_run import BEAT, Far
from app.screens.layout import column
from app.screens.sync_drives import DriveChoice
from app.screens.sync_stick_words import (
    bytes_words,
    holding_words,
    stick_note,
    taken_note,
    written_note,
    written_words,
)
from app.services import stick
from app.services.stick import Bench, Slot
from app.widgets.buttons import Button
from app.widgets.card import Card, CardHead
from app.widgets.chips import Chip, ChipLabel
from app.widgets.headers import ProgressLine
from app.widgets.labels import Icon, Label

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.bundle_answers import Taken
    from app.services.bundles import Written
    from app.services.sync_board import Offer

SPARE: Final = 1_000_000  # bytes a stick should have beyond what is written


class StickCard(Card):
    """The way to the bureau without a network.

    Signals:
        moved: something was written or taken in; the ledger is another one now.
    """

    moved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        theme = desk.theme
        self._offer: Offer | None = None
        self._far: Far | None = None
        self._whole = 0
        self._chip = ChipLabel(theme)
        head = CardHead(theme, self.tr("Copy to a stick"), icon=Icon(theme, "usb", 16, "accent"))
        layout = head.layout()
        if layout is not None:
            layout.addWidget(self._chip)
        self.body.addWidget(head)
        inside = QWidget()
        rows = column(inside, spacing=8)
        rows.setContentsMargins(16, 0, 16, 12)
        self.drives = DriveChoice(desk)
        self.drives.changed.connect(self._show)
        self._holds = Label(theme, "", "small", "muted", wrap=True)
        self._why = Label(theme, "", "small", "warning", wrap=True)
        self.write = Button(theme, self.tr("Write the bundle"), "secondary", "upload")
        self.write.clicked.connect(self._write)
        self.elsewhere = Button(theme, self.tr("Write to a folder…"), "quiet", "folder-open")
        self.elsewhere.clicked.connect(self._ask_folder)
        self.answer = Button(theme, self.tr("Take in the answer"), "secondary", "download")
        self.answer.clicked.connect(self._take_found)
        self._progress = ProgressLine(theme, 180)
        self.cancel = Button(theme, self.tr("Cancel"), "secondary", "cross")
        self.cancel.clicked.connect(self._stop)
        self._way = QWidget()
        way = QHBoxLayout(self._way)
        way.setContentsMargins(0, 0, 0, 0)
        way.addWidget(self._progress, 1)
        way.addWidget(self.cancel)
        self._last = Label(theme, "", "small", "muted", wrap=True)
        for part in (self.drives, self._holds, self._why, self.write, self._way):
            rows.addWidget(part)
        for part in (self.elsewhere, self._last, self.answer):
            rows.addWidget(part)
        self.body.addWidget(inside)
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT)
        self._beat.timeout.connect(self._show_far)
        self.hide()

    def set_offer(self, offer: Offer | None) -> None:
        """Show what a bundle would hold; without a bureau the card is not there."""
        self._offer = offer
        self.drives.set_written(offer.written if offer else ())
        self.setVisible(offer is not None)
        self._show()

    def ask_answer(self) -> None:
        """Ask which file is the bureau's answer, and take it in."""
        kinds = self.tr("Bundles (*.xjb)")
        drive = self.drives.drive
        folder = str(drive.folder) if drive else ""
        dialog = QFileDialog(self.window(), self.tr("The bureau's answer"), folder, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_to(self, folder: Path, name: str) -> None:
        """Write the bundle there, in the background."""
        if self._far is not None or self._offer is None:
            return
        self._far = far = Far()
        self._whole = max(1, self._offer.waiting.size)
        self._beat.start()
        self._show()
        self.cancel.setFocus()
        hearing = (partial(_count, far), partial(_goes_on, far))
        job = partial(stick.write, self._bench(), Slot(folder, name), *hearing)
        self._desk.jobs.background(job, self._written, self._failed)

    def take(self, name: str) -> None:
        """Take in the answer in a file, in the background."""
        job = partial(stick.take, self._bench(), Path(name))
        self.answer.setEnabled(False)
        self._desk.jobs.background(job, self._taken, self._failed)

    # --- what there is ------------------------------------------------------------------------

    def _bench(self) -> Bench:
        desk = self._desk
        write = partial(desk.jobs.write_and_wait, initiator=self)
        return Bench(desk.own_reader, write, desk.duty.seal, desk.duty.now)

    def _show(self) -> None:
        if self._offer is None:
            return
        drive, busy, offer = self.drives.drive, self._far is not None, self._offer
        words = self.tr("Plugged in") if drive else self.tr("No stick")
        self._chip.set_chip(Chip(words, "ok" if drive else "mute", "tick" if drive else "usb"))
        self._holds.setText(holding_words(offer))
        short = drive is not None and drive.free < offer.waiting.size + SPARE
        why = self.tr("There is not enough room: make some on the stick, or take another one.")
        self._why.setText(why if short else "")
        self._why.setVisible(short)
        self.write.setVisible(drive is not None and not busy)
        self.write.setEnabled(not short)
        self._way.setVisible(busy)
        self.elsewhere.setVisible(not busy)
        last = offer.written[0] if offer.written else None
        self._last.setText(written_words(last, self._desk.duty.now()) if last else "")
        self._last.setVisible(last is not None)
        self.answer.setVisible(bool(self.drives.answers) and not busy)
        self.answer.setEnabled(True)

    # --- writing ------------------------------------------------------------------------------

    def _write(self) -> None:
        drive = self.drives.drive
        if drive is not None:
            self.write_to(drive.folder, drive.name)

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Where the bundle goes"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_folder(self, name: str) -> None:
        folder = Path(name)
        self.write_to(folder, folder.name)

    def _stop(self) -> None:
        if self._far is not None:
            self._far.stopped = True
            self._holds.setText(self.tr("Being stopped…"))

    def _show_far(self) -> None:
        if self._far is None or self._far.stopped:
            return
        self._progress.set_share(min(1.0, self._far.done / self._whole))
        words = self.tr("{done} of {whole} written; then it is read back and compared.")
        done, whole = bytes_words(self._far.done), bytes_words(self._whole)
        self._holds.setText(words.format(done=done, whole=whole))

    def _end(self) -> None:
        self._far = None
        self._beat.stop()
        self._show()

    def _written(self, done: Written | None) -> None:
        self._end()
        if done is None:
            bold = self.tr("Stopped; no bundle was left on the stick")
            said = Note("accent", bold, self.tr("Nothing is lost: write it again at any time."))
        else:
            said = written_note(done)
        self._say(said)

    def _failed(self, error: Exception) -> None:
        self._end()
        said = stick_note(error)
        if said is None:
            self._desk.tell(error)
        else:
            self._say(said)

    # --- the answer ---------------------------------------------------------------------------

    def _take_found(self) -> None:
        if self.drives.answers:
            self.take(str(self.drives.answers[0]))

    def _taken(self, told: Taken) -> None:
        self._show()
        self._say(taken_note(told))

    def _say(self, note: Note) -> None:
        self._desk.say(note)
        self.drives.look()
        self.moved.emit()


def _count(far: Far, done: int, _whole: int) -> None:
    """Hear how far the writing is (io thread)."""
    far.done = done


def _goes_on(far: Far) -> bool:
    """Whether nobody stopped the writing (io thread)."""
    return not far.stopped
