"""Pages on the desk as a screen uses them: drawn in the background, turned, zoomed, or explained."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.widgets.bars import EmptyState
from app.widgets.buttons import Button, IconButton
from app.widgets.desk import PageDesk
from app.widgets.labels import Label
from app.widgets.page_view import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from app.screens.desk import Desk
    from app.services.pages import Drawn, Picture
    from app.shell.theme import Theme


WITH_THUMBS = 480  # narrower than this, the page needs the room


def pages_of(pictures: Sequence[Picture], names: Sequence[str]) -> tuple[Page, ...]:
    """Pictures as pages for the desk; a page without a name of its own is called by its number."""
    made = []
    for place, picture in enumerate(pictures):
        image = QImage(
            picture.rgb,
            picture.width,
            picture.height,
            picture.width * 3,
            QImage.Format.Format_RGB888,
        )
        name = names[place] if place < len(names) else str(place + 1)
        pixmap = QPixmap.fromImage(image)
        made.append(Page(pixmap, picture.width_mm, picture.height_mm, name))
    return tuple(made)


class PaperView(QWidget):
    """The desk with its pages, or one sentence in their place while there are none.

    Signals:
        drawn: The ``Drawn`` paper now on the desk.
        refused: The error because of which there is none.
        acted: The button under the sentence was pressed.
    """

    drawn = Signal(object)
    refused = Signal(object)
    acted = Signal()

    def __init__(self, desk: Desk, *, thumbs: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._turn = 0
        self._thumbs = thumbs
        self.pages = PageDesk(desk.theme, thumbs=thumbs)
        self._words = EmptyState(desk.theme, "document", "")
        self._words.acted.connect(self.acted)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self._words)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def load(self, work: Callable[[], Drawn]) -> None:
        """Draw in the background; what was asked for before and comes later is left aside."""
        self._turn += 1
        if not self.pages.count:
            self.explain(self.tr("The page is being drawn…"))
        turn = self._turn
        self._desk.jobs.background(work, partial(self._take, turn), partial(self._miss, turn))

    def forget(self) -> None:
        """Take the pages away, as when another paper is opened."""
        self._turn += 1
        self.pages.set_pages(())
        self.pages.clear_mark()
        self.explain(self.tr("The page is being drawn…"))

    def put(self, pictures: Sequence[Picture], names: Sequence[str]) -> None:
        """Put pages on the desk; the one in front stays in front."""
        self.pages.set_pages(pages_of(pictures, names))
        self._stack.setCurrentWidget(self.pages)

    def explain(self, sentence: str, act: str = "") -> None:
        """Show a sentence instead of pages."""
        self._words.set_empty(sentence, act)
        self._stack.setCurrentWidget(self._words)

    def mark(self, drawn: Drawn, name: str) -> None:
        """Mark the place of that name where it stands last, and turn there; none marks nothing."""
        found = [spot for spot in drawn.spots if spot.name == name]
        if not found:
            self.pages.clear_mark()
            return
        spot = max(found, key=lambda spot: spot.page)
        self.pages.set_mark(spot.page, QRectF(spot.x, spot.y, spot.width, spot.height))

    def _take(self, turn: int, drawn: Drawn) -> None:
        if turn == self._turn:
            self.drawn.emit(drawn)

    def _miss(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self.refused.emit(error)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pages.set_thumbs(shown=self._thumbs and self.width() >= WITH_THUMBS)


class DeskGround(QWidget):
    """The desk's ground behind what stands beside the page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("desk"))


class Pager(QWidget):
    """Back, page of pages, forth; ``short`` writes only ``1 / 2``."""

    def __init__(self, theme: Theme, pages: PageDesk, *, short: bool = False) -> None:
        super().__init__()
        self._pages = pages
        self._short = short
        self._back = IconButton(theme, "chevron-left", self.tr("Page before"))
        self._forth = IconButton(theme, "chevron-right", self.tr("Page after"))
        self._words = Label(theme, "", "label", "text" if short else "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for widget in (self._back, self._words, self._forth):
            row.addWidget(widget)
        self._back.clicked.connect(partial(pages.turn, -1))
        self._forth.clicked.connect(partial(pages.turn, 1))
        pages.page_changed.connect(self.look)
        self.look()

    def look(self, *_: object) -> None:
        """Say where one is."""
        here, count = self._pages.current + 1, self._pages.count
        self.setVisible(count > 0)
        words = "{page} / {count}" if self._short else self.tr("Page {page} of {count}")
        self._words.setText(words.format(page=here, count=count))
        self._back.setEnabled(here > 1)
        self._forth.setEnabled(here < count)


class ZoomButton(Button):
    """How large the page is: the whole of it, its width, or its real size."""

    def __init__(self, theme: Theme, pages: PageDesk) -> None:
        super().__init__(theme, "", "secondary", "zoom", icon_after="chevron-down")
        self._pages = pages
        self._manner = "page"
        self.clicked.connect(self._open)
        pages.zoomed.connect(self._follow)
        self._follow(0)

    def _follow(self, percent: int) -> None:
        words = {"page": self.tr("Fit page"), "width": self.tr("Fit width")}
        self.set_words(words.get(self._manner, f"{percent} %"))

    def _open(self) -> None:
        menu = QMenu(self)
        for words, manner in (
            (self.tr("Fit page"), "page"),
            (self.tr("Fit width"), "width"),
            (self.tr("Real size"), "100"),
            (self.tr("Twice the size"), "200"),
        ):
            menu.addAction(words).triggered.connect(partial(self.choose, manner))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def choose(self, manner: str, *_: object) -> None:
        """Show the page as chosen: ``page``, ``width``, or so many percent."""
        self._manner = manner
        if manner == "page":
            self._pages.view.fit()
        elif manner == "width":
            self._pages.view.fit_width()
        else:
            self._pages.view.set_zoom(int(manner))
