"""The quotation of a law: what it says in one line, its penalty, and the way to another."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.buttons import Button
from app.widgets.labels import Elided, Icon, Label


@dataclass(frozen=True, slots=True)
class Quotation:
    """An article as quoted: ``《…法》第三十九条第二款``, its gist, where its penalty stands.

    ``text`` is the whole article; ``doubt`` warns that it is not checked or no longer in force.
    """

    key: str
    title: str
    gist: str = ""
    penalty: str = ""
    text: str = ""
    doubt: str = ""


class LawQuote(QWidget):
    """An article on a sunken ground, 46 high; without one it asks for one.

    Signals:
        change_wanted: Another article is wanted.
        opened: The article itself was pressed: show its whole text (its key).
    """

    change_wanted = Signal()
    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = ""
        self.setFixedHeight(48)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(10)
        row.addWidget(Icon(theme, "book", 18, "accent"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(0, 4, 0, 4)
        self._title = Elided(theme, "", "lead")
        self._gist = Elided(theme, "", "small", "muted")
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._gist)
        words.addStretch(1)
        row.addLayout(words, 1)
        self._penalty = Label(theme, "", "small", "muted")
        row.addWidget(self._penalty)
        self.change = Button(theme, self.tr("Change"), "link")
        self.change.clicked.connect(self.change_wanted)
        row.addWidget(self.change)
        theme.changed.connect(self.update)
        self.set_law(None)

    def set_law(self, law: Quotation | None) -> None:
        """Quote an article, or none."""
        self._key = law.key if law else ""
        title = law.title if law else self.tr("No article chosen")
        self._title.set_text(title)
        self._title.set_meaning("text" if law else "muted")
        gist = (law.doubt or law.gist) if law else ""
        self._gist.set_text(gist)
        self._gist.set_meaning("warning" if law and law.doubt else "muted")
        self._gist.setVisible(bool(gist))
        self._penalty.setText(law.penalty if law else "")
        self.change.set_words(self.tr("Change") if law else self.tr("Choose"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(law.text if law else "")

    def set_readonly(self, readonly: bool) -> None:  # noqa: FBT001 - a setter
        """Quote without the way to another."""
        self.change.setVisible(not readonly)

    @override
    def mouseReleaseEvent(self, event: object) -> None:
        if self._key:
            self.opened.emit(self._key)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint.box(QPainter(self), self._theme, QRectF(self.rect()), "sunken")


class LawText(QWidget):
    """An article in full: its title in 600 and its text below, for the context panel."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._title = Label(theme, "", "strong", wrap=True)
        self._text = Label(theme, "", "label", "muted", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._doubt = Label(theme, "", "small", "warning", wrap=True)
        for label in (self._title, self._text, self._doubt):
            column.addWidget(label)

    def set_law(self, law: Quotation) -> None:
        """Show an article."""
        self._title.setText(law.title)
        self._text.setText(law.text or law.gist)
        self._doubt.setText(law.doubt)
        self._doubt.setVisible(bool(law.doubt))


class LawPopover(QFrame):
    """An article in full, dropped below a quotation; Escape or a press outside closes it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self._text = LawText(theme)
        area = QScrollArea()
        area.setWidget(self._text)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.viewport().setAutoFillBackground(False)
        self._text.setAutoFillBackground(False)  # QScrollArea.setWidget switched it on
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 8, 12)
        column.addWidget(area)
        self.setFixedSize(480, 280)

    def open_at(self, place: QPoint, law: Quotation) -> None:
        """Show an article below a point on the screen."""
        self._text.set_law(law)
        self.setAccessibleName(law.title)
        self.move(place)
        self.show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint.box(QPainter(self), self._theme, QRectF(self.rect()), "raised", "edge", 8)
