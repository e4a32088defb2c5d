"""One point of a line in two fields, with its number and the way to take it out."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets.buttons import IconButton
from app.widgets.fields import NumberField, set_wrong
from app.widgets.labels import Label
from app.widgets.questions.base import ENTER
from forms.rules import traces
from forms.rules.traces import Typed

NUMBER = 28
GAP = 8


class PointField(NumberField):
    """One part of a point; a text of whole points put in at once is handed on instead of shown.

    Signals:
        pasted: The text of one or more whole points, or of a column of numbers.
        passed: A comma or a space was typed behind the number: the next part follows.
    """

    pasted = Signal(str)
    passed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, unit="°")
        self._before = ""
        self.textChanged.connect(self._remember)

    def _remember(self, text: str) -> None:
        self._before = text

    @override
    def _take_text(self, text: str) -> None:
        found = traces.pasted(text)
        if found.points or found.column:
            self.setText(self._before)
            self.pasted.emit(text)
            return
        ended = text[:-1].strip() and text[-1] in ",， "
        super()._take_text(text[:-1] if ended else text)
        if ended:
            self.setText(self.text().rstrip(",， "))
            self.passed.emit()


class PointRow(QWidget):
    """Number, latitude, longitude, remove.

    Signals:
        typed: The place of the row; a person changed it.
        pasted: The place, the text, and whether it went into the longitude.
        removed: The place.
        left: The focus left a field.
        done: Enter was pressed in the longitude of this place.
    """

    typed = Signal(int)
    pasted = Signal(int, str, bool)
    removed = Signal(int)
    left = Signal()
    done = Signal(int)

    def __init__(self, theme: Theme, place: int) -> None:
        super().__init__()
        self._place = place
        self._more = ""
        number = Label(theme, str(place + 1), "small", "muted")
        number.setFixedWidth(NUMBER)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.latitude = PointField(theme)
        self.longitude = PointField(theme)
        words = self.tr("Remove point {number}").format(number=place + 1)
        self.remove = IconButton(theme, "close", words, size=16, meaning="muted")
        keep = self.remove.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.remove.setSizePolicy(keep)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(number)
        row.addWidget(self.latitude, 1)
        row.addWidget(self.longitude, 1)
        row.addWidget(self.remove)
        for field in (self.latitude, self.longitude):
            field.answered.connect(self._type)
            field.pasted.connect(self._paste)
            field.left.connect(self.left)
        for onward in (self.latitude.returnPressed, self.latitude.passed):
            onward.connect(self.longitude.setFocus)
        self.longitude.returnPressed.connect(self._finish)
        self.remove.clicked.connect(self._remove)

    @property
    def point(self) -> Typed:
        """What is typed."""
        return Typed(self.latitude.text(), self.longitude.text(), self._more)

    def show_point(self, point: Typed, label: str, *, readonly: bool) -> None:
        """Show a point of the question with this label."""
        self._more = point.more
        self.latitude.set_text(point.latitude)
        self.longitude.set_text(point.longitude)
        facts = {"label": label, "number": self._place + 1}
        self.latitude.setAccessibleName(self.tr("{label}, latitude {number}").format(**facts))
        self.longitude.setAccessibleName(self.tr("{label}, longitude {number}").format(**facts))
        for field in (self.latitude, self.longitude):
            field.set_readonly(readonly)
        self.remove.setVisible(bool(point.text) and not readonly)

    def show_wrong(self, *, wrong: bool, words: str) -> None:
        """Give both fields the edge of a wrong answer, and speak the sentence with them."""
        for field in (self.latitude, self.longitude):
            set_wrong(field, wrong=wrong)
            field.setAccessibleDescription(words if wrong else "")

    def _type(self) -> None:
        self._more = ""
        self.remove.setVisible(bool(self.point.text))
        self.typed.emit(self._place)

    def _paste(self, text: str) -> None:
        self.pasted.emit(self._place, text, self.sender() is self.longitude)

    def _finish(self) -> None:
        self.done.emit(self._place)

    def _remove(self) -> None:
        self.removed.emit(self._place)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field goes to the next point, not to the next question."""
        if event.key() not in ENTER or self.remove.hasFocus():
            super().keyPressEvent(event)


def heads(theme: Theme) -> QWidget:
    """The words above the two columns."""
    line = QWidget()
    grid = QGridLayout(line)
    grid.setContentsMargins(NUMBER + GAP, 0, 40 + GAP, 0)
    grid.setHorizontalSpacing(GAP)
    north = QCoreApplication.translate("PointRow", "Latitude, north")
    east = QCoreApplication.translate("PointRow", "Longitude, east")
    for place, words in enumerate((north, east)):
        grid.addWidget(Label(theme, words, "small", "muted"), 0, place)
    return line
