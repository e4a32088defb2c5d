"""Where the parts of the form stand: side by side, with a drawer, or one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.screens.fill_context import FillContext
from app.screens.fill_head import FillFoot, FillHead, SectionTitle
from app.screens.fill_outline import FillOutline
from app.widgets.bars import MessageBars, UndoBar
from app.widgets.drawer import Drawer
from app.widgets.labels import Line
from app.widgets.responsive import shape_of

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.screens.desk import Desk

SHORT: Final = 600  # pixels of a window in which the outline above gives up rows


class FillFrame(QWidget):
    """The header, the outline, the page in the middle with title and footer, the context."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self._shape = ""
        self.header = FillHead(theme)
        self.outline = FillOutline(theme, english=desk.config.settings.language == "en")
        self.title = SectionTitle(theme)
        self.foot = FillFoot(theme)
        self.offers = MessageBars(theme)
        self.limits = MessageBars(theme)
        self.undo_bar = UndoBar(theme)
        self.context = FillContext(desk)
        self._line = Line(theme, "border", standing=True)
        self._middle = QVBoxLayout()
        self._form = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body = QHBoxLayout()
        self._lay_out()
        self.drawer = Drawer(theme, self.tr("Beside the form"), self)

    def put_page(self, page: QWidget) -> None:
        """Show a section between its title and the footer."""
        self._middle.insertWidget(1, page, 1)
        page.show()

    def take_page(self, page: QWidget) -> None:
        """Take a section away for good."""
        self._middle.removeWidget(page)
        page.hide()
        page.deleteLater()

    def toggle_context(self) -> None:
        """Open or close the drawer, when the context is one."""
        if self._shape != "wide":
            self.drawer.toggle()

    def _lay_out(self) -> None:
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        self._middle.addWidget(self.title)
        undo = QVBoxLayout()
        undo.setContentsMargins(16, 4, 16, 8)
        undo.addWidget(self.limits)
        undo.addWidget(self.offers)
        undo.addWidget(self.undo_bar)
        self._middle.addLayout(undo)
        self._middle.addWidget(self.foot)
        self._form.setSpacing(0)
        self._form.addWidget(self.outline)
        self._form.addWidget(self._line)
        self._form.addLayout(self._middle, 1)
        self._body.setSpacing(0)
        self._body.addLayout(self._form, 1)
        self._body.addWidget(self.context)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(self._body, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shape = shape_of(self.window().width())
        short = self.window().height() < SHORT
        self.outline.set_short(short=short)
        self.title.setVisible(not short or shape != "narrow")
        if shape == self._shape:
            return
        self._shape = shape
        wide, narrow = shape == "wide", shape == "narrow"
        if wide and self._body.indexOf(self.context) < 0:
            self.drawer.hide()
            self.drawer.take_content()
            self._body.addWidget(self.context)
            self.context.show()
        elif not wide and self._body.indexOf(self.context) >= 0:
            self._body.removeWidget(self.context)
            self.drawer.set_content(self.context)
        direction = QBoxLayout.Direction
        self._form.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._line.setVisible(not narrow)
        self.outline.set_above(above=narrow)
        self.header.set_shape(shape)
        self.foot.set_narrow(narrow=narrow)
