"""A photo in full: paging, what it shows in words, and taking it off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.services import attachments
from app.services.context import CHINA
from app.widgets.buttons import IconButton
from app.widgets.dialog import DialogFrame
from app.widgets.fields import LineField, commit_input_method
from app.widgets.labelled import Labelled
from app.widgets.labels import Label
from app.widgets.photos import Photo
from app.widgets.viewer import Picture

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.screens.desk import Desk
    from db.rows import Attachment

WIDE = 1400  # pixels of the picture shown


class PhotoDialog(DialogFrame):
    """Photos one at a time; Page keys turn, Escape closes.

    Signals:
        captioned: The photo's id and what it shows, when that was changed.
        removed: The photo's id.
    """

    captioned = Signal(str, str)
    removed = Signal(str)

    def __init__(
        self,
        desk: Desk,
        rows: Sequence[Attachment],
        current: str,
        small: Mapping[str, QPixmap],
        *,
        readonly: bool = False,
    ) -> None:
        super().__init__(desk.theme, "", width=880)
        self._desk = desk
        self._rows = list(rows)
        self._small = small  # shown at once, by hash, until the large one is there
        self._place = next((i for i, row in enumerate(rows) if row.id == current), 0)
        title = self.tr("Photo")
        self.title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._picture = Picture(desk.theme)
        self._picture.setMinimumHeight(420)
        self.caption = LineField(desk.theme, hint=self.tr("What it shows, and where"))
        self.caption.setMaxLength(120)
        self.caption.set_readonly(readonly)
        self._taken = Label(desk.theme, "", "small", "muted")
        self._count = Label(desk.theme, "", "label", "muted")
        self._before = IconButton(desk.theme, "chevron-left", self.tr("Photo before"))
        self._after = IconButton(desk.theme, "chevron-right", self.tr("Photo after"))
        self.body.addWidget(self._picture, 1)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._taken, 1)
        for part in (self._before, self._count, self._after):
            row.addWidget(part)
        self.body.addWidget(line)
        self.body.addWidget(Labelled(desk.theme, self.tr("Caption"), self.caption))
        if not readonly:
            remove = self.add_act(self.tr("Take off"), "quiet", "trash")
            remove.clicked.connect(self._remove)
        close = self.add_act(self.tr("Close"), "secondary", accepts=True)
        close.setDefault(False)
        self._before.clicked.connect(partial(self.turn, -1))
        self._after.clicked.connect(partial(self.turn, 1))
        self.caption.returnPressed.connect(self.accept)
        self.finished.connect(self._keep)
        self._show()
        self.caption.setFocus()

    def turn(self, step: int) -> None:
        """Show the photo before (-1) or after (1)."""
        self._keep()
        self._place = min(max(self._place + step, 0), len(self._rows) - 1)
        self._show()

    def _show(self) -> None:
        if not self._rows:
            self.accept()
            return
        row = self._rows[self._place]
        when = row.taken.astimezone(CHINA).strftime("%Y-%m-%d %H:%M") if row.taken else ""
        self._taken.setText(" · ".join(part for part in (when, row.name) if part))
        self._count.setText(f"{self._place + 1} / {len(self._rows)}")
        self.caption.set_text(row.caption)
        self._before.setEnabled(self._place > 0)
        self._after.setEnabled(self._place + 1 < len(self._rows))
        self._picture.set_photo(Photo(row.id, self._small.get(row.sha256, QPixmap()), row.caption))
        job = partial(attachments.copy_apart, self._desk.own_reader, row, WIDE)
        self._desk.jobs.background(job, partial(self._take, row), self._desk.tell)

    def _take(self, row: Attachment, data: bytes) -> None:
        if self._rows and self._rows[self._place].id == row.id:
            picture = QPixmap()
            picture.loadFromData(data)
            self._picture.set_photo(Photo(row.id, picture, row.caption))

    def _keep(self, _result: int = 0) -> None:
        commit_input_method()
        if not self._rows:
            return
        row = self._rows[self._place]
        words = self.caption.text().strip()
        if words != row.caption:
            from dataclasses import replace

            self._rows[self._place] = replace(row, caption=words)
            self.captioned.emit(row.id, words)

    def _remove(self) -> None:
        row = self._rows.pop(self._place)
        self._place = max(0, min(self._place, len(self._rows) - 1))
        self.removed.emit(row.id)
        self._show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in steps:
            self.turn(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
