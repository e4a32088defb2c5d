"""Dates and times: typed in any usual way, or picked from a calendar."""

import datetime as dt
import re
from typing import cast

from PySide6.QtCore import QDate, QLocale, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets import paint
from app.widgets.buttons import IconButton
from app.widgets.fields import HEIGHT, LineField, set_wrong

WHOLE = re.compile(r"(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$")
SHORT = re.compile(r"(\d{1,2})\D(\d{1,2})\D?$")
CLOCK = re.compile(r"(\d{1,2})[:：.时]?(\d{2})分?$")


def read_date(text: str, today: dt.date) -> dt.date | None:
    """The date meant by ``2026-09-30``, ``20260930``, ``2026年9月30日``, ``9-30`` or ``9.30``."""
    plain = text.strip()
    whole, short = WHOLE.match(plain), SHORT.match(plain)
    try:
        if whole:
            return dt.date(int(whole[1]), int(whole[2]), int(whole[3]))
        if short:
            return dt.date(today.year, int(short[1]), int(short[2]))
    except ValueError:
        return None
    return None


def read_time(text: str) -> dt.time | None:
    """The time meant by ``14:30``, ``1430``, ``14.30`` or ``14时30分``."""
    found = CLOCK.match(text.strip())
    try:
        return dt.time(int(found[1]), int(found[2])) if found else None
    except ValueError:
        return None


class Calendar(QFrame):
    """The month that drops down from a date field.

    Signals:
        picked: A day was chosen (``dt.date``).
    """

    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self._month = QCalendarWidget(self)
        self._month.setFont(theme.font("field"))
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setAccessibleName(self.tr("Calendar"))
        weekend = QTextCharFormat()
        weekend.setForeground(theme.colour("muted"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._month.setWeekdayTextFormat(day, weekend)
        self._month.activated.connect(self._take)
        self._month.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._month)
        self.setFixedSize(320, 300)

    def set_limits(self, least: dt.date | None, most: dt.date | None) -> None:
        """Offer only the days between two dates (None: no limit)."""
        if least is not None:
            self._month.setMinimumDate(QDate(least.year, least.month, least.day))
        if most is not None:
            self._month.setMaximumDate(QDate(most.year, most.month, most.day))

    def open_at(self, place: QPoint, shown: dt.date) -> None:
        """Drop down below a point on the screen with a day selected."""
        self._month.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self.move(place)
        self.show()
        self._month.setFocus()

    def _take(self, day: QDate) -> None:
        self.hide()
        self.picked.emit(cast("dt.date", day.toPython()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint.box(QPainter(self), self._theme, QRectF(self.rect()), "raised", "edge", 6)


class DateField(QWidget):
    """A date: an icon, the text as typed, the weekday, and a calendar at the right.

    Signals:
        answered: ISO text (``2026-09-30``), "" when emptied, or what was typed if it is no date.
        left: The focus left the text.
    """

    answered = Signal(str)
    left = Signal()

    def __init__(
        self, theme: Theme, name: str = "", *, today: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = today
        self._value = ""
        self._limits: tuple[dt.date | None, dt.date | None] = (None, None)
        self.line = LineField(theme, name, hint=self.tr("yyyy-mm-dd"), parent=self)
        self.line.setTextMargins(24, 0, HEIGHT - 8, 0)
        self.line.setFont(theme.figures("field"))
        self._open = IconButton(
            theme, "chevron-down", self.tr("Open the calendar"), size=16, meaning="muted"
        )
        self._open.setParent(self)
        self._open.setFixedSize(HEIGHT, HEIGHT)
        self._calendar: Calendar | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        self.setMinimumWidth(200)
        self.setFocusProxy(self.line)
        self.line.answered.connect(self._take_text)
        self.line.left.connect(self._tidy)
        self._open.clicked.connect(self.open_calendar)
        self._face = DateFace(theme, self)
        self.set_name(name)

    @property
    def value(self) -> str:
        """ISO text, or what was typed if it is no date."""
        return self._value

    def set_name(self, name: str) -> None:
        """Say what date this is, for screen readers."""
        self.setAccessibleName(name)
        self.line.setAccessibleName(name)

    def set_value(self, value: str) -> None:
        """Show an ISO date, or "" for none."""
        self._value = value
        if read_date(self.line.text(), self._today) != read_date(value, self._today):
            self.line.set_text(value)
        elif not value:
            self.line.set_text("")
        self._face.set_weekday(self._weekday())

    def set_limits(self, least: dt.date | None, most: dt.date | None) -> None:
        """Offer only the days between two dates in the calendar."""
        self._limits = (least, most)

    def set_readonly(self, readonly: bool) -> None:  # noqa: FBT001 - a setter
        """Let nobody change it, or everybody again."""
        self.line.set_readonly(readonly)
        self._open.setVisible(not readonly)

    def set_wrong(self, *, wrong: bool) -> None:
        """Take the danger edge, or the usual one."""
        set_wrong(self.line, wrong=wrong)

    def open_calendar(self) -> None:
        """Drop the calendar down."""
        if self._calendar is None:
            self._calendar = Calendar(self._theme, self)
            self._calendar.picked.connect(self._take_day)
        self._calendar.set_limits(*self._limits)
        shown = read_date(self._value, self._today) or self._today
        self._calendar.open_at(self.mapToGlobal(QPoint(0, self.height() + 4)), shown)

    def _take_day(self, day: dt.date) -> None:
        self._value = day.isoformat()
        self.line.set_text(self._value)
        self._face.set_weekday(self._weekday())
        self.answered.emit(self._value)
        self.line.setFocus()

    def _take_text(self, text: str) -> None:
        day = read_date(text, self._today)
        self._value = day.isoformat() if day else text.strip()
        self._face.set_weekday(self._weekday())
        self.answered.emit(self._value)

    def _tidy(self) -> None:
        if read_date(self._value, self._today):
            self.line.set_text(self._value)
        self.left.emit()

    def _weekday(self) -> str:
        day = read_date(self._value, self._today)
        if day is None:
            return ""
        return QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        down = event.key() in {Qt.Key.Key_Down, Qt.Key.Key_F4}
        if down and not self.line.isReadOnly():
            self.open_calendar()
            event.accept()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: object) -> None:
        self._face.setGeometry(self.rect())
        self._face.raise_()
        self._open.move(self.width() - HEIGHT, (self.height() - HEIGHT) // 2)
        self._open.raise_()


class DateFace(QWidget):
    """What is painted over a date's text: the icon before it, the weekday behind it."""

    def __init__(self, theme: Theme, parent: DateField) -> None:
        super().__init__(parent)
        self._theme = theme
        self._field = parent
        self._weekday = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)
        parent.line.textChanged.connect(self.update)

    def set_weekday(self, weekday: str) -> None:
        """Show another weekday, "" for none."""
        self._weekday = weekday
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = QRectF(12, self.height() / 2 - 8, 16, 16)
        self._theme.paint_icon(painter, place, "calendar", "muted")
        if self._weekday:
            text = self._field.line.text()
            left = 36 + paint.advance(self._theme.figures("field"), text) + 10
            room = QRectF(left, 0, self.width() - left - 36, self.height())
            paint.words(painter, self._theme, room, self._weekday, "small", "muted")


class TimeField(LineField):
    """A time of day, typed as ``14:30`` or ``1430``.

    ``answered`` gives ``14:30:00``, "" when emptied, or what was typed if it is no time.
    """

    def __init__(self, theme: Theme, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent=parent)
        self.setPlaceholderText(self.tr("hh:mm"))
        self.setFont(theme.figures("field"))
        self.setMaximumWidth(120)
        self.editingFinished.connect(self._tidy)

    def set_value(self, value: str) -> None:
        """Show a time from its XForm text (seconds and zone are not shown)."""
        if read_time(self.text()) != read_time(value[:5]) or not value:
            self.set_text(value[:5])

    @override
    def _take_text(self, text: str) -> None:
        time = read_time(text)
        self.answered.emit(time.strftime("%H:%M:00") if time else text.strip())

    def _tidy(self) -> None:
        if time := read_time(self.text()):
            self.set_text(time.strftime("%H:%M"))
