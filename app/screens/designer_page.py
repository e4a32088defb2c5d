"""The printed page of a form being tried, drawn anew a moment after an answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.screens.paper_view import DeskGround, Pager, PaperView, ZoomButton
from app.screens.sentences import sentence
from app.services import designing
from app.services.errors import Refused
from app.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.screens.desk import Desk
    from app.services.pages import Drawn
    from forms.package import Package

QUIET: Final = 300  # milliseconds after the last answer


class TrialPage(DeskGround):
    """The page as it would print with what is answered now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._package: Package | None = None
        self._answers: Mapping[str, str] = {}
        self.paper = PaperView(desk, thumbs=False)
        self.paper.drawn.connect(self._show)
        self.paper.refused.connect(self._refuse)
        self._pager = Pager(desk.theme, self.paper.pages, short=True)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(QUIET)
        self._soon.timeout.connect(self._draw)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 0, 8, 0)
        bar.setSpacing(8)
        bar.addWidget(Label(desk.theme, self.tr("Page"), "label_strong"))
        bar.addStretch(1)
        bar.addWidget(self._pager)
        bar.addWidget(ZoomButton(desk.theme, self.paper.pages))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 2, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(bar)
        whole.addWidget(self.paper, 1)

    def explain(self, words: str) -> None:
        """Say why there is no page."""
        self._soon.stop()
        self._package = None
        self.paper.forget()
        self.paper.explain(words)
        self._pager.look()

    def follow(self, package: Package, answers: Mapping[str, str]) -> None:
        """Draw these answers soon; the page before stays until then."""
        self._package, self._answers = package, answers
        self._soon.start()

    def _draw(self) -> None:
        if self._package is not None:
            act, answers = self._desk.duty.act(), self._answers
            reader = self._desk.own_reader
            self.paper.load(partial(designing.page, reader, act, self._package, answers))

    def _show(self, drawn: Drawn) -> None:
        self.paper.put(drawn.pictures, ())
        self._pager.look()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, Refused):
            bold, body = sentence(error.code, error.facts)
            self.paper.explain(f"{bold}\n{body}")
        else:
            self.paper.explain(self.tr("The page could not be drawn"))
            self._desk.tell(error)
