"""The photos and files of a paper on the screen: their rows, their small pictures, their words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QPixmap
from typing_extensions import override

from app.screens.fill_answers import Media
from app.services import attachments, drawings, pictures
from app.services.attachments import THUMBNAIL_WIDTH
from app.widgets.questions.base import Attached

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.screens.fill_paper import Paper
    from db.rows import Attachment


class PaperMedia(Media):
    """Looks up what the answers name; pictures not drawn yet come a moment later."""

    def __init__(self, desk: Desk, paper: Paper) -> None:
        super().__init__()
        self._desk = desk
        self._paper = paper
        self._rows: dict[str, Attachment] | None = None
        self._over: dict[str, Attachment | None] = {}
        self._asked: set[str] = set()

    def row(self, value: str) -> Attachment | None:
        """The photo or file an answer names, None where this computer does not have it."""
        if self._rows is None:
            kept = attachments.of_owner(self._desk.reader, "record", self._paper.id)
            self._rows = {row.id: row for row in kept}
        return self._rows.get(value)

    def over(self, value: str) -> Attachment | None:
        """The picture with what is drawn over a photo."""
        row = self.row(value)
        if row is None:
            return None
        if value not in self._over:
            self._over[value] = drawings.over(self._desk.reader, row)
        return self._over[value]

    @override
    def attached(self, value: str) -> Attached:
        """What a question shows of its photo or file."""
        row = self.row(value)
        if row is None:
            return Attached(self.tr("Not on this computer"))
        family = row.mime.partition("/")[0]
        about = " · ".join(part for part in (row.caption, self._size(row.size)) if part)
        return Attached(row.name, family, about, self.over(value) is not None)

    @override
    def picture(self, value: str) -> QPixmap:
        """The small picture of a photo, a drawing or a signature."""
        row = self.over(value) or self.row(value)
        if row is None or not pictures.is_drawn(row.mime):
            return QPixmap()
        known = self._paper.pictures.get(row.sha256)
        if known is None:
            self._draw(row, value)
        return known or QPixmap()

    @override
    def of_form(self, name: str) -> bytes | None:
        """A file the form brings along."""
        return self._paper.opened.package.media.get(name)

    def look_again(self, value: str = "") -> None:
        """Forget what was looked up, because something was kept; ``value`` is what is new."""
        self._rows = None
        self._over.clear()
        if value:
            self.ready.emit(value)

    def _draw(self, row: Attachment, value: str) -> None:
        if row.sha256 in self._asked:
            return
        self._asked.add(row.sha256)
        job = partial(attachments.copy_apart, self._desk.own_reader, row, THUMBNAIL_WIDTH)
        if row.source == drawings.SIGNED:  # it takes the colour of text: its ground stays clear
            job = partial(attachments.original_apart, self._desk.own_reader, row)
        take = partial(self._take, row.sha256, value)
        self._desk.jobs.background(job, take, self._desk.tell)

    def _take(self, sha: str, value: str, data: bytes) -> None:
        picture = QPixmap()
        picture.loadFromData(data)
        self._paper.pictures[sha] = picture
        self.ready.emit(value)

    def _size(self, size: int) -> str:
        if size < 1_000_000:
            return self.tr("{count} KB").format(count=max(1, round(size / 1000)))
        return self.tr("{count} MB").format(count=round(size / 1e6, 1))
