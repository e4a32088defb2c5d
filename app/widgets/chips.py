"""Chips: the state of a thing and the clock that runs on it, as widget and as painting."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint

HEIGHT = 24
SIDE = 7
ICON = 14
GAP = 5
EQUIPMENT_WARNING_DAYS = 30

STATES: dict[str, tuple[str, str]] = {
    "draft": ("pen", "mute"),
    "to_sign": ("clock", "warning"),
    "signed": ("tick-ring", "ok"),
    "finished": ("tick-ring", "ok"),
    "to_issue": ("clock", "warning"),
    "issued": ("send", "accent"),
    "served": ("tick", "ok"),
    "overdue": ("triangle", "danger"),
    "quarantine": ("lock", "danger"),
    "withdrawn": ("undo", "mute"),
    "superseded": ("undo", "mute"),
    "to_recheck": ("rectify", "accent"),
    "closed": ("tick", "ok"),
    "moved": ("send", "mute"),
}


@dataclass(frozen=True, slots=True)
class Chip:
    """What a chip shows.

    ``tone`` is ``mute accent ok warning danger``; ``icon`` a name or "".
    ``share`` (0 to 1) puts the ring of a clock in the icon's place; ``tip`` is spoken and shown
    as the tooltip: the date, the rule, the days left out.
    """

    words: str
    tone: str = "mute"
    icon: str = ""
    share: float | None = None
    tip: str = ""


def state_chip(state: str, words: str = "") -> Chip:
    """The chip of a state (see ``STATES``); its usual word unless others are given.

    Raises:
        KeyError: There is no such state.
    """
    icon, tone = STATES[state]
    return Chip(words or state_words(state), tone, icon)


def moved_chip(bureau: str) -> Chip:
    """The chip of what another bureau goes on with, by its name."""
    words = QCoreApplication.translate("Chip", "With {bureau}").format(bureau=bureau)
    return state_chip("moved", words)


def state_words(state: str) -> str:  # noqa: C901, PLR0911, PLR0912 - one literal a state for lupdate
    """The word people read for a state."""
    match state:
        case "moved":
            return QCoreApplication.translate("Chip", "Handed over")
        case "draft":
            return QCoreApplication.translate("Chip", "Draft")
        case "to_sign":
            return QCoreApplication.translate("Chip", "To sign")
        case "signed":
            return QCoreApplication.translate("Chip", "Signed")
        case "finished":
            return QCoreApplication.translate("Chip", "Finished")
        case "to_issue":
            return QCoreApplication.translate("Chip", "To issue")
        case "issued":
            return QCoreApplication.translate("Chip", "Issued")
        case "served":
            return QCoreApplication.translate("Chip", "Served")
        case "overdue":
            return QCoreApplication.translate("Chip", "Overdue")
        case "quarantine":
            return QCoreApplication.translate("Chip", "Held in quarantine")
        case "withdrawn":
            return QCoreApplication.translate("Chip", "Withdrawn")
        case "superseded":
            return QCoreApplication.translate("Chip", "Replaced")
        case "to_recheck":
            return QCoreApplication.translate("Chip", "To re-check")
        case _:
            return QCoreApplication.translate("Chip", "Closed")


def clock_chip(
    left: int, *, working: bool = True, share: float = 0.0, equipment: bool = False, tip: str = ""
) -> Chip:
    """The chip of a deadline ``left`` days away (negative: overdue); working or calendar days.

    Quiet until the last day (equipment tests: until 30 days before), then warning, then danger.
    """
    if left < 0:
        return Chip(_over(-left, working=working), "danger", "triangle", None, tip)
    if left == 0:
        words = QCoreApplication.translate("Chip", "Due today")
        return Chip(words, "warning", "", max(share, 0.92), tip)
    late = left <= (EQUIPMENT_WARNING_DAYS if equipment else 1)
    return Chip(_left(left, working=working), "warning" if late else "mute", "", share, tip)


def chip_width(theme: Theme, chip: Chip) -> float:
    """How wide a chip is, in logical pixels."""
    mark = ICON + GAP if chip.icon or chip.share is not None else 0
    return 2 * SIDE + mark + paint.advance(theme.font("small_lead"), chip.words)


def paint_chip(painter: QPainter, theme: Theme, rect: QRectF, chip: Chip) -> None:
    """Paint a chip into a rectangle 24 high."""
    tone = theme.tone(chip.tone)
    paint.box(painter, theme, rect, tone.ground, radius=4)
    inner = rect.adjusted(SIDE, 0, -SIDE, 0)
    mark = QRectF(inner.left(), rect.center().y() - ICON / 2, ICON, ICON)
    if chip.share is not None:
        rest = "border" if chip.tone == "mute" else tone.line
        paint.arc_ring(painter, theme, mark, chip.share, tone.word, rest)
        inner.setLeft(mark.right() + GAP)
    elif chip.icon:
        theme.paint_icon(painter, mark, chip.icon, tone.word)
        inner.setLeft(mark.right() + GAP)
    paint.words(painter, theme, inner, chip.words, "small_lead", tone.word)


def _left(days: int, *, working: bool) -> str:
    if working:
        return QCoreApplication.translate("Chip", "%n working day(s) left", None, days)
    return QCoreApplication.translate("Chip", "%n day(s) left", None, days)


def _over(days: int, *, working: bool) -> str:
    if working:
        return QCoreApplication.translate("Chip", "%n working day(s) overdue", None, days)
    return QCoreApplication.translate("Chip", "%n day(s) overdue", None, days)


class ChipLabel(QWidget):
    """A chip in a form or a header; never a button."""

    def __init__(
        self, theme: Theme, chip: Chip | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chip = chip or Chip("")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self.update)
        self.set_chip(self._chip)

    def set_chip(self, chip: Chip) -> None:
        """Show another chip; one without words is not shown at all."""
        self._chip = chip
        self.setAccessibleName(chip.words)
        self.setAccessibleDescription(chip.tip)
        self.setToolTip(chip.tip)
        self.setVisible(bool(chip.words))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(chip_width(self._theme, self._chip) + 0.5), HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, self._theme, QRectF(self.rect()), self._chip)
