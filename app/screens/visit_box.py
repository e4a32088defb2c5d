"""What the beginning of an inspection asks: why, when, and why more often than the cap allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.screens.layout import column, label_column
from app.screens.visit_words import kind_words, tally_words
from app.services import visits
from app.widgets.dates import DateField, read_date
from app.widgets.facts import Notice, NoticeBox
from app.widgets.fields import ChoiceField, Item, TextField
from app.widgets.labelled import Labelled
from app.widgets.labels import Label

if TYPE_CHECKING:
    import datetime as dt

    from app.screens.desk import Desk


class VisitBox(QWidget):
    """The kind of visit and its day, the visits of the year, and a warning before the cap."""

    def __init__(self, desk: Desk, enterprise_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._enterprise_id = enterprise_id
        theme, wide = desk.theme, label_column()
        act = desk.duty.act()
        self._today = act.today
        items = [Item(kind, kind_words(kind)) for kind in visits.KINDS]
        self.kind = ChoiceField(theme, self.tr("Kind of inspection"), items)
        self.kind.set_value("routine")
        self.kind.chosen.connect(self._look)
        self.day = DateField(theme, self.tr("Day of the visit"), today=act.today)
        self.day.set_value(act.today.isoformat())
        self.day.set_limits(act.today, None)
        self.day.answered.connect(self._look)
        self._count = Label(theme, "", "field", wrap=True)
        self.warning = NoticeBox(
            theme,
            Notice(
                self.tr("This visit exceeds the cap of the year"),
                self.tr("It can be made all the same; the reason stands in the approval."),
            ),
        )
        self.reason = TextField(theme, self.tr("Reason for one more visit"))
        self.reason.answered.connect(self._clear)
        self._why = Labelled(theme, self.tr("Reason"), self.reason, required=True, column=wide)
        rows = column(self, spacing=12)
        rows.addWidget(Labelled(theme, self.tr("Inspection"), self.kind, column=wide))
        self._when = Labelled(theme, self.tr("Day"), self.day, column=wide)
        rows.addWidget(self._when)
        rows.addWidget(Labelled(theme, self.tr("Frequency"), self._count, column=wide))
        rows.addWidget(self.warning)
        rows.addWidget(self._why)
        self._look()

    def set_kind(self, kind: str) -> None:
        """Choose why one goes there."""
        self.kind.set_value(kind)
        self._look()

    def wish(self) -> visits.Wish:
        """The visit as asked for."""
        reason = self.reason.text().strip() if not self._why.isHidden() else ""
        return visits.Wish(self.kind.value, self._planned(), reason)

    def complete(self) -> bool:
        """Whether nothing is missing; else what is missing is said and has the focus."""
        self._when.set_error("")
        if self.day.value and read_date(self.day.value, self._today) is None:
            self._when.set_error(self.tr("This is not a day; write it as 2026-09-30."))
            self.day.setFocus()
            return False
        if self._why.isHidden() or self.reason.text().strip():
            return True
        self._why.set_error(self.tr("Write down why this visit is needed beyond the cap."))
        self.reason.setFocus()
        return False

    def _planned(self) -> dt.date | None:
        """The day of the visit; None for an urgent one, which begins now, and for what is no day."""
        return read_date(self.day.value, self._today) if self.kind.value != "urgent" else None

    def _look(self, *_: object) -> None:
        """Count the visits of the year it falls into, and warn before the cap of that year."""
        reader, act, kind = self._desk.reader, self._desk.duty.act(), self.kind.value
        planned = self._planned()
        year = (planned or act.today).year
        found = visits.tally(reader, self._enterprise_id, year)
        told = tally_words(
            found.made, found.planned, found.cap, year if year > act.today.year else 0
        )
        self._count.setText(told)
        over = visits.exceeds(reader, act, self._enterprise_id, kind, planned)
        self.warning.setHidden(not over)
        self._why.setHidden(not over)
        self._when.setHidden(kind == "urgent")

    def _clear(self, _text: str) -> None:
        self._why.set_error("")
