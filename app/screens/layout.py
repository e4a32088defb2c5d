"""Small pieces of layout every screen uses: columns, scroll areas, and the parts of one line."""

from functools import partial

from PySide6.QtCore import QLocale, QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QListView, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.widgets.headers import Tabs
from app.widgets.labelled import COLUMN_EN, COLUMN_ZH

BESIDE = 24
"""How much of its neighbours is seen beside the open tab."""


def column(parent: QWidget | None = None, *, spacing: int = 12, margin: int = 0) -> QVBoxLayout:
    """A column without margins of its own."""
    made = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    made.setContentsMargins(margin, margin, margin, margin)
    made.setSpacing(spacing)
    return made


def side_by_side(body: QBoxLayout, shares: tuple[int, int], *, beside: bool) -> None:
    """Two columns by their shares, or one below the other with all that is left over at the end."""
    way = QBoxLayout.Direction
    body.setDirection(way.LeftToRight if beside else way.TopToBottom)
    for place, share in enumerate(shares if beside else (0, 1)):
        body.setStretch(place, share)


def padded(widget: QWidget) -> QWidget:
    """A widget with the room a card leaves around what stands in it."""
    holder = QWidget()
    inside = QVBoxLayout(holder)
    inside.setContentsMargins(16, 0, 16, 12)
    inside.addWidget(widget)
    return holder


def scroll_over(widget: QWidget) -> QScrollArea:
    """A scroll area without frame or ground of its own."""
    area = QScrollArea()
    _wrap(area, widget)
    return area


def _wrap(area: QScrollArea, widget: QWidget) -> None:
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(widget)
    widget.setAutoFillBackground(False)  # setWidget switched it on


class TabStrip(QScrollArea):
    """A strip of tabs that slides sideways when there is too little room, to the open one at least."""

    def __init__(self, tabs: Tabs) -> None:
        super().__init__()
        self._tabs = tabs

    def show_current(self) -> None:
        """Bring the open tab into sight."""
        button = self._tabs.current()
        if button is not None:
            self.ensureWidgetVisible(button, BESIDE, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_current()


def slide_over(widget: Tabs) -> TabStrip:
    """A strip as high as its tabs, see ``TabStrip``."""
    area = TabStrip(widget)
    _wrap(area, widget)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFixedHeight(max(widget.minimumHeight(), widget.sizeHint().height()))
    return area


def follow(area: QScrollArea, rows: QListView) -> None:
    """Keep the current row of a list that does not scroll itself in sight of its page."""
    rows.selectionModel().currentChanged.connect(partial(_show_row, area, rows))


def in_english() -> bool:
    """Whether the window speaks English now."""
    return QLocale().language() == QLocale.Language.English


def label_column() -> int:
    """How wide the labels of a form are in the language shown now."""
    return COLUMN_EN if in_english() else COLUMN_ZH


def dotted(*parts: str) -> str:
    """The parts of one line that are there, joined by a middle dot."""
    return "·".join(part for part in parts if part)


def _show_row(area: QScrollArea, rows: QListView, now: QModelIndex, _before: QModelIndex) -> None:
    page = area.widget()
    if now.isValid() and rows.hasFocus() and page is not None and page.isAncestorOf(rows):
        middle = rows.viewport().mapTo(page, rows.visualRect(now).center())
        area.ensureVisible(middle.x(), middle.y(), 0, 48)
