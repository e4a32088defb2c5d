"""Pictures, sounds and films that belong to the words of a question or of its choices."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.shell.theme import Theme
from app.widgets.buttons import Button
from app.widgets.labels import Label

LARGE = QSize(480, 240)
SMALL = QSize(140, 96)
MOST_PIXELS = 40_000_000
PICTURES = ("image", "big-image")


@dataclass(frozen=True, slots=True)
class Piece:
    """One file: the words of its choice ("" for the question's own), its form and its name."""

    words: str
    form: str
    name: str


class LabelMedia(QWidget):
    """The pieces in reading order; what the form does not bring along is said, not left out.

    Signals:
        opened: The name of a sound, a film or a large picture to be opened.
    """

    opened = Signal(str)

    def __init__(self, theme: Theme, find: Callable[[str], bytes | None]) -> None:
        super().__init__()
        self._theme = theme
        self._find = find
        self._pieces: tuple[Piece, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def set_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show these; the same ones again cost nothing."""
        if tuple(pieces) == self._pieces:
            return
        self._pieces = tuple(pieces)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        own = [one for one in self._pieces if not one.words]
        for piece in own:
            self._column.addWidget(self._shown(piece, LARGE))
        choices = [one for one in self._pieces if one.words]
        for start in range(0, len(choices), 4):
            self._column.addWidget(self._row(choices[start : start + 4]))
        self.setVisible(bool(pieces))

    def _row(self, pieces: Sequence[Piece]) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for piece in pieces:
            one = QWidget()
            column = QVBoxLayout(one)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            column.addWidget(self._shown(piece, SMALL))
            column.addWidget(Label(self._theme, piece.words, "small", "muted", wrap=True))
            row.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        return line

    def _shown(self, piece: Piece, room: QSize) -> QWidget:
        data = self._find(piece.name)
        if piece.form not in PICTURES:
            return self._missing(piece) if data is None else self._button(piece)
        picture = scaled(data or b"", room * self.devicePixelRatioF(), self.devicePixelRatioF())
        if picture is None:
            return self._missing(piece)
        shown = QLabel()
        shown.setPixmap(picture)
        words = self.tr("Picture of {choice}").format(choice=piece.words)
        shown.setAccessibleName(words if piece.words else self.tr("Picture of the question"))
        return shown

    def _missing(self, piece: Piece) -> QWidget:
        sentences = {
            "audio": self.tr("The sound {name} is not in the form."),
            "video": self.tr("The film {name} is not in the form."),
        }
        words = sentences.get(piece.form, self.tr("The picture {name} is not in the form."))
        return Label(self._theme, words.format(name=piece.name), "small", "warning", wrap=True)

    def _open(self) -> None:
        self.opened.emit(str(self.sender().property("file")))

    def _button(self, piece: Piece) -> QWidget:
        sound = piece.form == "audio"
        words = self.tr("Listen") if sound else self.tr("Watch the film")
        button = Button(self._theme, words, "secondary", "play" if sound else "film")
        if piece.words:
            button.setAccessibleName(f"{words}: {piece.words}")
        button.setProperty("file", piece.name)
        button.clicked.connect(self._open)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button)
        row.addStretch(1)
        return holder


def scaled(data: bytes, room: QSize, ratio: float) -> QPixmap | None:
    """A picture fitted into a room, read no larger than that; None when it is none."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    if size.width() > room.width() or size.height() > room.height():
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    picture = QPixmap.fromImage(image)
    picture.setDevicePixelRatio(ratio)
    return picture
