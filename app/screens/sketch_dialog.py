"""Drawing over a photo or on a blank sheet: tools, colours that mean something, undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.services.drawings import Drawn
from app.services.sketch import MOST_WORDS
from app.widgets import sketch as sheets
from app.widgets.dialog import DialogFrame
from app.widgets.fields import LineField, commit_input_method
from app.widgets.labels import Label
from app.widgets.segmented import Part, Segmented
from app.widgets.sketch import SketchSheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from app.services.sketch import Mark
    from app.shell.theme import Theme

QUALITY = 90


class SketchDialog(DialogFrame):
    """The sheet with its tools; Escape and Cancel leave what was there before.

    Signals:
        drawn: The ``Drawn`` to keep; without marks the drawing is to be taken off.
    """

    drawn = Signal(object)

    def __init__(
        self,
        theme: Theme,
        title: str,
        ground: QImage | None = None,
        marks: Sequence[Mark] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, width=920, parent=parent)
        self._ground = ground
        self.sheet = SketchSheet(theme, self.tr("Drawing: arrows move, Space begins and ends"))
        self.sheet.set_ground(ground)
        self.tools = Segmented(theme, self._tools(), self.tr("Tool"))
        self.colours = Segmented(theme, self._colours(), self.tr("Meaning of the colour"))
        self.words = LineField(theme, hint=self.tr("Words to put on the picture"))
        self.words.setAccessibleName(self.tr("Words to put on the picture"))
        self.words.setMaxLength(MOST_WORDS)
        self._said = Label(theme, "", "small", "muted", wrap=True)
        self.undo = self.add_act(self.tr("Undo"), "quiet", "undo")
        self.redo = self.add_act(self.tr("Redo"), "quiet", "redo")
        self.clear = self.add_act(self.tr("Take all off"), "quiet", "trash")
        self.add_leave()
        self.keep = self.add_act(self.tr("Keep the drawing"), "primary", "tick")
        self._lay_out()
        self._connect()
        self.tools.set_value(self.sheet.tool)
        self.colours.set_value(self.sheet.colour)
        self.sheet.set_marks(marks)
        self._choose("arrow")
        self.sheet.setFocus()

    def _tools(self) -> tuple[Part, ...]:
        return (
            Part("arrow", self.tr("Arrow"), "arrow"),
            Part("ring", self.tr("Circle"), "ring"),
            Part("box", self.tr("Box"), "square"),
            Part("line", self.tr("Line"), "stroke"),
            Part("text", self.tr("Words"), "words"),
            Part("erase", self.tr("Erase"), "eraser"),
        )

    def _colours(self) -> tuple[Part, ...]:
        return (
            Part("danger", self.tr("Wrong"), "cross", "danger"),
            Part("warning", self.tr("Look here"), "triangle", "warning"),
            Part("ok", self.tr("In order"), "tick", "ok"),
            Part("accent", self.tr("Explains"), "info", "accent"),
        )

    def _lay_out(self) -> None:
        self.body.setSpacing(8)
        for parts in ((self.tools, None), (self.colours, self.words)):
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(12)
            row.addWidget(parts[0])
            if parts[1] is not None:
                row.addWidget(parts[1], 1)
            else:
                row.addWidget(self._said, 1)
            self.body.addWidget(line)
        self.body.addWidget(self.sheet, 1)

    def _connect(self) -> None:
        self.tools.chosen.connect(self._choose)
        self.colours.chosen.connect(self._colour)
        self.words.textChanged.connect(self._write)
        self.words.returnPressed.connect(self.sheet.setFocus)
        self.sheet.changed.connect(self._follow)
        self.sheet.words_wanted.connect(self._ask_words)
        self.undo.clicked.connect(self.sheet.undo)
        self.redo.clicked.connect(self.sheet.redo)
        self.clear.clicked.connect(self.sheet.clear)
        self.keep.clicked.connect(self._keep)
        for keys, run in (
            (QKeySequence.StandardKey.Undo, self.sheet.undo),
            (QKeySequence.StandardKey.Redo, self.sheet.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(run)

    def _choose(self, tool: str) -> None:
        self.sheet.tool = tool
        self.words.setEnabled(tool == "text")
        self._said.setText(
            {
                "text": self.tr("Write the words, then press where they belong"),
                "erase": self.tr("Press a mark to take it off"),
                "line": self.tr("Draw with the pointer held down"),
            }.get(tool, self.tr("Press where it begins, let go where it ends"))
        )
        if tool == "text":
            self.words.setFocus()

    def _colour(self, colour: str) -> None:
        self.sheet.colour = colour

    def _write(self, words: str) -> None:
        self.sheet.words = words

    def _ask_words(self) -> None:
        self._said.setText(self.tr("Write the words first"))
        self.words.setFocus()

    def _follow(self) -> None:
        history = self.sheet.history
        self.undo.setEnabled(history.can_undo)
        self.redo.setEnabled(history.can_redo)
        self.clear.setEnabled(bool(self.sheet.marks))
        self.keep.setEnabled(history.can_undo or history.can_redo)

    def _keep(self) -> None:
        commit_input_method()
        over = self._ground is not None
        made = sheets.picture(self._theme, self._ground, self.sheet.marks)
        name = self.tr("marked photo") + ".jpg" if over else self.tr("drawing") + ".png"
        data = bytes_of(made, "JPEG" if over else "PNG")
        self.drawn.emit(Drawn(self.sheet.marks, data, name))
        self.accept()

    @override
    def sizeHint(self) -> QSize:
        return QSize(1000, 690)


def bytes_of(image: QImage, kind: str) -> bytes:
    """A picture as a file of a kind Qt knows."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind, QUALITY if kind == "JPEG" else -1)  # type: ignore[call-overload]  # the stub wants bytes, Qt a name
    return bytes(buffer.data().data())
