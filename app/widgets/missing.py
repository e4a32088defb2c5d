"""What is missing before a record can be finished, and the rows of those who sign."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets.buttons import Button
from app.widgets.card import Card
from app.widgets.chips import Chip, ChipLabel, state_chip
from app.widgets.labels import Elided, Icon, Label, Tile

ROW = 48
SIGNATURE = (96, 40)


@dataclass(frozen=True, slots=True)
class Missing:
    """One line: what, which rule or what to do, and the words of the link to its place."""

    id: str
    title: str
    second: str = ""
    link: str = ""
    solved: bool = False


class MissingRow(QWidget):
    """One missing thing, or a solved one with its tick.

    Signals:
        wanted: The id of the place to go to.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, missing: Missing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = missing.id
        self.setMinimumHeight(ROW - 3)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 0, 8, 0)
        row.setSpacing(11)
        icon, meaning = ("tick-ring", "ok") if missing.solved else ("triangle", "danger")
        row.addWidget(Icon(theme, icon, 16, meaning))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Elided(theme, missing.title, "lead"))
        if missing.second:
            words.addWidget(Elided(theme, missing.second, "small", "muted"))
        words.addStretch(1)
        row.addLayout(words, 1)
        if missing.link and not missing.solved:
            link = Button(theme, missing.link, "link")
            link.setAccessibleName(f"{missing.link}: {missing.title}")
            link.clicked.connect(self._want)
            row.addWidget(link)
        state = self.tr("done") if missing.solved else self.tr("missing")
        self.setAccessibleName(f"{missing.title}, {state}")

    def _want(self) -> None:
        self.wanted.emit(self._id)


class MissingList(Card):
    """The list; solved lines stay with a tick until the screen closes.

    Signals:
        wanted: The id of the place to go to.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._seen: dict[str, Missing] = {}

    def set_missing(self, missing: Sequence[Missing]) -> None:
        """Show what is missing now; what was missing before and no longer is turns to a tick."""
        now = {each.id: each for each in missing}
        for known, before in self._seen.items():
            if known not in now:
                now[known] = Missing(known, before.title, before.second, solved=True)
        self._seen = now
        self.clear()
        for each in sorted(now.values(), key=_solved):
            row = MissingRow(self._theme, each)
            row.wanted.connect(self.wanted)
            self.add_row(row)


@dataclass(frozen=True, slots=True)
class Signer:
    """One person who signs: name as shown, certificate line, small signature, and when."""

    id: str
    name: str
    second: str
    picture: QImage | None = None
    at: str = ""
    chip: Chip | None = None
    act: str = ""


class InspectorRow(QWidget):
    """A signer: initial in a circle of 36, title, certificate, small signature, state, act.

    Signals:
        sign_wanted: The signer's id.
    """

    sign_wanted = Signal(str)

    def __init__(self, theme: Theme, signer: Signer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = signer.id
        self.setMinimumHeight(ROW)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(12)
        row.addWidget(Tile(theme, initial=signer.name))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Elided(theme, signer.name, "lead"))
        words.addWidget(Elided(theme, signer.second, "small", "muted"))
        words.addStretch(1)
        row.addLayout(words, 1)
        if signer.picture is not None:
            row.addWidget(SmallSignature(theme, signer.picture))
            row.addLayout(self._state(theme, signer))
        else:
            row.addWidget(ChipLabel(theme, signer.chip or state_chip("to_sign")))
        if signer.act:
            done = signer.picture is not None
            act = Button(theme, signer.act, *(("link",) if done else ("secondary", "pen")))
            act.setAccessibleName(f"{signer.act}: {signer.name}")
            act.clicked.connect(self._want)
            row.addWidget(act)
        self.setAccessibleName(f"{signer.name}, {signer.second}")

    def _state(self, theme: Theme, signer: Signer) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(Icon(theme, "tick-ring", 14, "ok"))
        top.addWidget(Label(theme, self.tr("Signed"), "small_lead", "ok"))
        column.addLayout(top)
        column.addWidget(Label(theme, signer.at, "small", "muted"))
        return column

    def _want(self) -> None:
        self.sign_wanted.emit(self._id)


class SmallSignature(QWidget):
    """A signature's picture, small, in the colour of text (ink on paper stays ink)."""

    def __init__(self, theme: Theme, picture: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = picture
        self.setFixedSize(*SIGNATURE)
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        size = self._picture.size()
        if size.isEmpty():
            return
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        fitted = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(0, 0, fitted.width(), fitted.height())
        target.moveCenter(QRectF(self.rect()).center())
        smooth = Qt.TransformationMode.SmoothTransformation
        aspect = Qt.AspectRatioMode.IgnoreAspectRatio
        tinted = self._picture.scaled(fitted * ratio, aspect, smooth)
        tinted = tinted.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        over = QPainter(tinted)
        over.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        over.fillRect(tinted.rect(), self._theme.colour("text"))
        over.end()
        painter.drawImage(target, tinted)


def _solved(missing: Missing) -> bool:
    return missing.solved
