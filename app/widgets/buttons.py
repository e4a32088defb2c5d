"""Buttons: primary, secondary, quiet, danger, link, filter, and the icon alone for paging."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)
from typing_extensions import override

from app.shell.theme import Theme, polish
from app.widgets import paint

HEIGHT = 40
ISSUE_HEIGHT = 48
GAP = 8
NOTE_GAP = 10
SIDES = {"quiet": 12, "link": 4, "icon": 0}
COLOURS = {
    "primary": "onaccent",
    "danger": "surface",
    "secondary": "text",
    "quiet": "muted",
    "link": "accent",
    "filter": "muted",
}


class Button(QPushButton):
    """One act in words, with an icon before or after and a note such as its shortcut.

    ``kind`` is ``primary secondary quiet danger link filter``.
    """

    def __init__(  # noqa: PLR0913 - each part of a button may be there or not
        self,
        theme: Theme,
        words: str,
        kind: str = "secondary",
        icon: str = "",
        *,
        icon_after: str = "",
        note: str = "",
        tall: bool = False,
        meaning: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._icon = icon
        self._icon_after = icon_after
        self._note = note
        self._meaning = meaning
        self.setProperty("kind", "quiet" if kind == "link" else kind)
        self.setCheckable(kind == "filter")
        self.setFixedHeight(ISSUE_HEIGHT if tall else HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.set_words(words)
        theme.changed.connect(self.update)

    def set_words(self, words: str) -> None:
        """Say something else; it is the accessible name as well."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show another icon before the words, "" for none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: str) -> None:
        """Be the one act in view, or stand behind another."""
        if kind != self._kind:
            self._kind = kind
            self.setProperty("kind", "quiet" if kind == "link" else kind)
            polish(self)

    def set_note(self, note: str) -> None:
        """Show another note after the words."""
        self._note = note
        self.updateGeometry()
        self.update()

    def _words(self) -> str:
        return self.text().replace("&&", "&")

    def _side(self) -> int:
        return SIDES.get(self._kind, 16)

    def _role(self) -> str:
        return "heading" if self.height() >= ISSUE_HEIGHT else "lead"

    def _colour(self) -> str:
        if not self.isEnabled():
            return "faint"
        if self._kind == "filter" and self.isChecked():
            return "accent"
        return self._meaning or COLOURS[self._kind]

    @override
    def sizeHint(self) -> QSize:
        wide = 2.0 * self._side()
        if words := self._words():
            wide += paint.advance(self._theme.font(self._role()), words)
        for icon in (self._icon, self._icon_after):
            if icon:
                wide += 18 + (GAP if self._words() else 0)
        if self._note:
            wide += NOTE_GAP + paint.advance(self._theme.font("small_lead"), self._note)
        return QSize(max(round(wide + 0.49), HEIGHT), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        paint.smooth(painter)
        colour = self._colour()
        used = self.sizeHint().width() - 2 * self._side()
        left = max((self.width() - used) / 2, float(self._side()))
        if self._kind == "link":
            left = float(self._side())
        middle = self.height() / 2
        if self._icon:
            self._theme.paint_icon(painter, QRectF(left, middle - 9, 18, 18), self._icon, colour)
            left += 18 + GAP
        room = QRectF(left, 0, self.width() - left - self._side() / 2, self.height())
        left += paint.words(painter, self._theme, room, self._words(), self._role(), colour)
        if self._note:
            room.setLeft(left + NOTE_GAP)
            note = colour if self._kind == "primary" else "faint"
            left += NOTE_GAP
            left += paint.words(painter, self._theme, room, self._note, "small_lead", note)
        if self._icon_after:
            place = QRectF(left + GAP, middle - 9, 18, 18)
            self._theme.paint_icon(painter, place, self._icon_after, colour)


class IconButton(QPushButton):
    """An icon alone, for paging and closing; its name is spoken and is the tooltip."""

    def __init__(  # noqa: PLR0913 - an icon has a name, a size and a colour
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        size: int = 18,
        meaning: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._size = size
        self._meaning = meaning
        self.setProperty("kind", "quiet")
        self.setFixedSize(HEIGHT, HEIGHT)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_name(name)
        theme.changed.connect(self.update)

    def set_name(self, name: str) -> None:
        """Change what it is called."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        place = QRectF(0, 0, self._size, self._size)
        place.moveCenter(QRectF(self.rect()).center())
        meaning = self._meaning if self.isEnabled() else "strong"
        self._theme.paint_icon(painter, place, self._icon, meaning)
