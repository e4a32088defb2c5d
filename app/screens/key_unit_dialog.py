"""Deciding whether units are key units 重点单位: one of a card, or those the words suggest."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.screens.layout import column, scroll_over
from app.screens.step_dialog import StepDialog
from app.services import key_units
from app.widgets.fields import Item, TextField
from app.widgets.option_rows import CheckRow
from app.widgets.segmented import Part, Segmented

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.screens.desk import Desk
    from app.services.changes import Result
    from db.connection import Store
    from db.rows import Enterprise

MOST: Final = 100
"""Units offered at once; what is decided makes room for the next."""
HIGH: Final = 240

translate = QCoreApplication.translate


class KeyUnitDialog(StepDialog):
    """The decision, and its reason; of several units each has a tick, none of them set."""

    def __init__(self, desk: Desk, units: Sequence[Enterprise], parent: QWidget) -> None:
        self._units = tuple(units)
        super().__init__(desk, translate("KeyUnitDialog", "Key unit"), self._about(desk), parent)
        self._ticks = self._offered() if len(self._units) > 1 else ()
        one = self._units[0] if len(self._units) == 1 else None
        parts = [
            Part(key_units.YES, self.tr("Key unit"), "tick", "accent"),
            Part(key_units.NO, self.tr("Not one"), "cross", "mute"),
        ]
        if one is not None and one.key_unit:
            parts.append(Part("open", self.tr("Undecided"), "question", "mute"))
        self.choice = Segmented(desk.theme, parts, stretched=True)
        self.choice.set_value(one.key_unit if one else key_units.YES)
        self.reason = TextField(desk.theme, lines=(2, 4))
        if one is not None:
            self.reason.set_text(one.key_unit_reason)
        self._decision = self.add_line(self.tr("Decision"), self.choice, required=True)
        self._why = self.add_line(
            self.tr("Reason"),
            self.reason,
            required=True,
            hint=self.tr(
                "The bureau's list it stands on, an accident within two years, complaints …"
            ),
        )
        self.add_steps(self.tr("Keep"))
        (self._ticks[0] if self._ticks else self.choice).setFocus()

    @override
    def step(self) -> Callable[[Store], Result[object]] | None:
        """Decide about the unit, or about those with a tick."""
        value, why = self.choice.value, self.reason.text().strip()
        keys = [tick.item.value for tick in self._ticks if tick.isChecked()]
        if not self._ticks:
            keys = [one.id for one in self._units]
        self._decision.set_error("" if value else self.tr("Choose what it is."))
        needed = value != "open"
        self._why.set_error("" if why or not needed else self.tr("Write why; it is kept."))
        if not keys:
            self.say_wrong(self.tr("Tick the units the decision is about."))
        if not value or not keys or (needed and not why):
            return None
        return partial(
            key_units.decide,
            act=self._desk.duty.act(),
            keys=keys,
            value=value if needed else key_units.OPEN,
            reason=why,
        )

    def _about(self, desk: Desk) -> str:
        if len(self._units) > 1:
            return translate(
                "KeyUnitDialog",
                "The names or industries of these units have words of a key unit. That is only a "
                "suggestion: tick those the decision is about.",
            )
        (one,) = self._units
        word = key_units.suggestion(desk.reader, one, desk.duty.act().today.year)
        if not word:
            return one.name
        hint = translate("KeyUnitDialog", "{name}: the word “{word}” suggests a key unit.")
        return hint.format(name=one.name, word=word)

    def _offered(self) -> tuple[CheckRow, ...]:
        holder = QWidget()
        rows = column(holder, spacing=0)
        theme = self._desk.theme
        ticks = tuple(CheckRow(theme, Item(one.id, one.name, one.address)) for one in self._units)
        for tick in ticks:
            rows.addWidget(tick)
        rows.addStretch(1)
        area = scroll_over(holder)
        area.setMinimumHeight(min(HIGH, len(ticks) * 40))
        self.body.addWidget(area, 1)
        return ticks
