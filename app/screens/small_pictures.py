"""Small pictures of photos, read in the background once and kept while a screen lives."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap

from app.services import attachments

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from db.rows import Attachment

TOGETHER = 80  # milliseconds: pictures that come at once are shown at once
MOST = 400  # pictures kept; the oldest go first


class SmallPictures(QObject):
    """Pictures by the hash of their photo, ``width`` pixels wide.

    Signals:
        ready: Some that were asked for are there.
    """

    ready = Signal()

    def __init__(self, desk: Desk, width: int, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._width = width
        self._kept: dict[str, QPixmap] = {}
        self._asked: set[str] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(TOGETHER)
        self._soon.timeout.connect(self.ready)

    def of(self, row: Attachment) -> QPixmap:
        """The picture of a photo; an empty one until it is read."""
        found = self._kept.get(row.sha256)
        if found is None:
            self._ask(row)
        return found or QPixmap()

    def known(self) -> dict[str, QPixmap]:
        """Every picture that is there, by hash."""
        return dict(self._kept)

    def waiting(self) -> bool:
        """Whether a picture that was asked for is not told as there yet."""
        return self._soon.isActive() or not self._asked <= self._kept.keys()

    def _ask(self, row: Attachment) -> None:
        if row.sha256 in self._asked:
            return
        self._asked.add(row.sha256)
        self._desk.jobs.background(
            partial(attachments.copy_apart, self._desk.own_reader, row, self._width),
            partial(self._take, row.sha256),
            self._desk.tell,
        )

    def _take(self, sha256: str, data: bytes) -> None:
        picture = QPixmap()
        picture.loadFromData(data)
        self._kept[sha256] = picture
        while len(self._kept) > MOST:
            gone = next(iter(self._kept))
            del self._kept[gone]
            self._asked.discard(gone)
        self._soon.start()
