"""A question answered by a line or an area on the earth: its points one below the other."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets.buttons import Button
from app.widgets.labels import Label
from app.widgets.questions.base import Helpers, QuestionWidget
from app.widgets.questions.point_rows import PointRow, heads
from app.widgets.terrain import Terrain
from forms.model import Question
from forms.rules import earth, traces
from forms.rules.traces import Typed
from forms.state import State
from forms.typed import LEAST

MOST = 100  # points with fields of their own; a longer line is drawn, counted and kept


class TraceQuestion(QuestionWidget):
    """Points typed, pasted or measured; drawn to scale beside it with length or area.

    An area is closed by itself. What is typed by halves is part of the answer as ``35.05 ?``.
    """

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self._closed = question.kind == "geoshape"
        self._points: list[Typed] = []
        self._value: str | None = None
        self._spoken = ""
        self._readonly = False
        self._wrong = False
        self._unread = 0
        self.rows: list[PointRow] = []
        self.terrain = Terrain(theme)
        self.measure = Label(theme, "", "lead", wrap=True)
        self.told = Label(theme, "", "small", "muted", wrap=True)
        self.fetch = Button(theme, self.tr("Add from receiver"), "quiet", "place")
        self.erase = Button(theme, self.tr("Clear"), "quiet", "close")
        self._heads = heads(theme)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self._stand(self._laid_out())
        self._grow(0)
        self.setFocusProxy(None)  # type: ignore[arg-type]  # the stub forgets None
        self.fetch.clicked.connect(self._ask)
        self.erase.clicked.connect(self._clear)

    def _laid_out(self) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self._heads)
        left.addLayout(self._list)
        left.addWidget(self.told)
        acts = QHBoxLayout()
        acts.addWidget(self.fetch)
        acts.addWidget(self.erase)
        acts.addStretch(1)
        left.addLayout(acts)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.terrain)
        right.addWidget(self.measure)
        right.addStretch(1)
        row.addLayout(left, 1)
        row.addLayout(right)
        return both

    # --- what a person does -----------------------------------------------------------------------

    def _type(self, place: int) -> None:
        point = self.rows[place].point
        if place < len(self._points):
            self._points[place] = point
        else:
            self._points.append(point)
        self._unread = 0
        self._tell()

    def _paste(self, place: int, text: str, into_longitude: bool) -> None:  # noqa: FBT001 - a signal's
        found = traces.pasted(text)
        if found.column:
            self._paste_column(place, found.column, longitude=into_longitude)
        else:
            before = [point for point in self._points[:place] if point.text]
            behind = [point for point in self._points[place + 1 :] if point.text]
            self._points = [*before, *found.points, *behind]
        self._unread = found.unread
        self._tell()
        self._focus(min(place + max(len(found.points), 1), len(self.rows) - 1))

    def _paste_column(self, place: int, column: tuple[str, ...], *, longitude: bool) -> None:
        self._points += [Typed()] * (place + len(column) - len(self._points))
        for at, number in enumerate(column, place):
            kept = self._points[at]
            self._points[at] = (
                Typed(kept.latitude, number) if longitude else Typed(number, kept.longitude)
            )

    def _remove(self, place: int) -> None:
        gone = self._points.pop(place)
        self._tell()
        self._focus(place)
        back = partial(traces.put_in, place=place, point=gone, closed=self._closed)
        self.removed.emit(self.ref, back, self.tr("A point was removed."))

    def _clear(self) -> None:
        gone, self._points = tuple(self._points), []
        self._unread = 0
        self._tell()
        self._focus(0)
        back = partial(_before, gone, closed=self._closed)
        self.removed.emit(self.ref, back, self.tr("All points were removed."))

    def _finish(self, place: int) -> None:
        if self.rows[place].point.text and place + 1 < len(self.rows):
            self._focus(place + 1)
        else:
            self.advanced.emit(self.ref)

    def _ask(self) -> None:
        self.asked.emit(self.ref, "position")

    def _focus(self, place: int) -> None:
        target = self.rows[place].latitude if place < len(self.rows) else self.erase
        target.setFocus()

    def _tell(self) -> None:
        self._value = traces.write(self._points, closed=self._closed)
        self._say(self._value)
        self._fill()

    # --- showing ----------------------------------------------------------------------------------

    @override
    def show_state(self, state: State) -> None:
        self._readonly = state.readonly
        self._spoken = state.label
        if state.value != self._value:
            self._value = state.value
            self._points = list(traces.read(state.value, closed=self._closed))
            self._unread = 0
        self._fill()

    @override
    def show_wrong(self, *, wrong: bool) -> None:
        self._wrong = wrong
        self._mark()

    @override
    def take_focus(self) -> None:
        self._entry = self.rows[0].latitude if self.rows else self.erase
        super().take_focus()

    def _fill(self) -> None:
        many = len(self._points) > MOST
        wanted = 0 if many else len(self._points) + (not self._readonly)
        self._grow(wanted)
        for row, point in zip(self.rows, (*self._points, Typed()), strict=False):
            row.show_point(point, self._spoken, readonly=self._readonly)
        self._mark()
        self._heads.setVisible(bool(self.rows))
        self.fetch.setVisible(not self._readonly)
        self.erase.setVisible(not self._readonly and any(point.text for point in self._points))
        self._show_measure()
        self.told.setText(self._sentence(many=many))
        self.told.setVisible(bool(self.told.text()))

    def _mark(self) -> None:
        """Give the rows that are no place the edge of a wrong one; all of them when none is."""
        bad = [row for row in self.rows if row.point.text and row.point.where is None]
        for row in self.rows:
            row.show_wrong(wrong=self._wrong and (row in bad or not bad), words=self.error)

    def _grow(self, wanted: int) -> None:
        """Make or drop rows at the end until there are so many."""
        while len(self.rows) > wanted:
            row = self.rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        fresh = len(self.rows) < wanted
        while len(self.rows) < wanted:
            row = PointRow(self._theme, len(self.rows))
            row.typed.connect(self._type)
            row.pasted.connect(self._paste)
            row.removed.connect(self._remove, Qt.ConnectionType.QueuedConnection)
            row.left.connect(self._leave)
            row.done.connect(self._finish)
            self.rows.append(row)
            self._list.addWidget(row)
        if fresh:
            self._chain()

    def _chain(self) -> None:
        """Let Tab go through new rows before it leaves them."""
        stops = [part for row in self.rows for part in (row.latitude, row.longitude, row.remove)]
        for before, after in zip(stops, (*stops[1:], self.fetch), strict=True):
            QWidget.setTabOrder(before, after)
        QWidget.setTabOrder(self.fetch, self.erase)

    def _show_measure(self) -> None:
        places = [place for point in self._points if (place := point.where) is not None]
        words = ""
        if self._closed and len(places) > 2:
            words = self.tr("Area {number} m²").format(number=f"{earth.area(places):,.1f}")
        elif not self._closed and len(places) > 1:
            words = self.tr("Length {number} m").format(number=f"{earth.length(places):,.1f}")
        self.measure.setText(words)
        self.measure.setVisible(bool(words))
        drawn = QCoreApplication.translate("Trace", "Drawing of %n point(s)", None, len(places))
        self.terrain.set_points(places, closed=self._closed, words=f"{drawn}. {words}".rstrip(". "))

    def _sentence(self, *, many: bool) -> str:
        """What is still to be done or was not understood, in a sentence."""
        if self._unread:
            return self.tr(
                "%n line(s) could not be read as points and were left out.", None, self._unread
            )
        if many:
            return self.tr(
                "%n point(s) are kept as they are; clear them to enter others.",
                None,
                len(self._points),
            )
        if self._readonly:
            return ""
        lacking = LEAST[self.question.kind] - sum(point.where is not None for point in self._points)
        if lacking > 0 and self._closed:
            return self.tr(
                "An area needs at least three points; %n more. Several may be pasted at once, one on a line.",
                None,
                lacking,
            )
        if lacking > 0:
            return self.tr(
                "A line needs at least two points; %n more. Several may be pasted at once, one on a line.",
                None,
                lacking,
            )
        return ""


def _before(gone: tuple[Typed, ...], value: str, *, closed: bool) -> str:
    """Points that were cleared, with those that came since behind them."""
    return traces.write((*gone, *traces.read(value, closed=closed)), closed=closed)
