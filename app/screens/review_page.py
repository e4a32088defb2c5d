"""The paper beside the one who signs: drawn anew when it says something else, the place marked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.screens.paper_view import DeskGround, Pager, PaperView
from app.screens.sentences import sentence
from app.services import pages, signing
from app.services.errors import Refused
from app.widgets.ink import Ink
from app.widgets.labels import Elided, Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.screens.desk import Desk
    from app.services.pages import Drawn
    from app.services.records import Opened
    from app.services.signing import Slot

NO_INK = Ink(0, 0)


class ReviewPage(DeskGround):
    """The page with its title and paging above it.

    Signals:
        changed: Another page is on the desk now; mark the place on it.
        left: Why it cannot be drawn is put right in the form.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._state = ""
        self.drawn: Drawn | None = None
        self.paper = PaperView(desk, thumbs=False)
        self.paper.drawn.connect(self._show)
        self.paper.refused.connect(self._refuse)
        self.paper.acted.connect(self.left)
        self._words = Elided(desk.theme, "", "label", "muted")
        self._pager = Pager(desk.theme, self.paper.pages, short=True)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 0, 8, 0)
        bar.setSpacing(8)
        bar.addWidget(Label(desk.theme, self.tr("Page"), "label_strong"))
        bar.addWidget(self._words, 1)
        bar.addWidget(self._pager)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 2, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(bar)
        whole.addWidget(self.paper, 1)

    def forget(self) -> None:
        """Take the pages away, as when another paper is opened."""
        self._state = ""
        self.drawn = None
        self.paper.forget()

    def draw(self, opened: Opened, slots: Sequence[Slot]) -> None:
        """Draw in the background unless the page on the desk says the same already."""
        made = [(s.signature.id, s.current) for s in slots if s.signature is not None]
        content = signing.content_hash(self._desk.reader, opened)
        record = opened.record
        state = repr((record.id, record.state, content, made))
        if state == self._state:
            return
        self._state = state
        self._words.set_text(record.title)
        act = self._desk.duty.act()
        self.paper.load(partial(pages.of_record, self._desk.own_reader, act, record.id))

    def mark(self, slot: str, ink: Ink = NO_INK) -> None:
        """Mark a place to sign and show the ink in it; "" marks nothing."""
        if self.drawn is not None:
            self.paper.mark(self.drawn, slot)
            self.paper.pages.set_ink(ink)

    def _show(self, drawn: Drawn) -> None:
        self.drawn = drawn
        self.paper.put(drawn.pictures, ())
        self._pager.look()
        self.changed.emit()

    def _refuse(self, error: Exception) -> None:
        self.drawn = None
        self._state = ""
        if isinstance(error, Refused):
            bold, body = sentence(error.code, error.facts)
            self.paper.explain(f"{bold}\n{body}", self.tr("Back to filling in"))
        else:
            self.paper.explain(self.tr("The page could not be drawn"))
            self._desk.tell(error)
