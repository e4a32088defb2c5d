"""The card of those who sign: certificates, small signatures, and choosing a second inspector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.screens.dates import shown_day
from app.screens.layout import dotted
from app.screens.sign_ink import small_picture
from app.screens.sign_words import role_words, state_said
from app.services.context import CHINA
from app.widgets.card import Card
from app.widgets.chips import Chip, state_chip
from app.widgets.fields import ChoiceField, Item
from app.widgets.labels import Icon, Label
from app.widgets.missing import InspectorRow, Signer

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from app.screens.desk import Desk
    from app.services.signing import Slot
    from db.rows import Person


class People(Card):
    """A row for each inspector and for everyone else who has signed.

    Signals:
        sign_wanted: The place to sign at.
        partner_chosen: The id of the second inspector.
    """

    sign_wanted = Signal(str)
    partner_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk

    def set_people(
        self, slots: Sequence[Slot], others: Sequence[Person], *, open_slot: str, closed: bool
    ) -> None:
        """Show who signs; ``others`` may be chosen where nobody is named yet."""
        self.clear()
        for slot in slots:
            if slot.role == "inspector" and not slot.person_id and not closed:
                self.add_row(self._choice(others))
            elif self._is_shown(slot, open_slot, closed=closed):
                row = InspectorRow(self._desk.theme, self._signer(slot, open_slot, closed=closed))
                row.sign_wanted.connect(self.sign_wanted)
                self.add_row(row)

    def _is_shown(self, slot: Slot, open_slot: str, *, closed: bool) -> bool:
        if slot.role == "inspector" or slot.signature is not None:
            return True
        return not slot.required and slot.role == "party" and slot.slot != open_slot and not closed

    def _signer(self, slot: Slot, open_slot: str, *, closed: bool) -> Signer:
        made = slot.signature
        current = made is not None and slot.current
        signed = made is not None and current and made.state == "signed"
        picture = None
        if made is not None and signed:
            picture = small_picture(made.strokes, self._desk.theme.colour("ink"))
        at = made.at.astimezone(CHINA).strftime("%H:%M") if made is not None and made.at else ""
        return Signer(
            slot.slot,
            slot.name or role_words(slot.role),
            self._second(slot),
            picture,
            at,
            self._chip(slot),
            self._act(slot, open_slot, closed=closed),
        )

    def _second(self, slot: Slot) -> str:
        if slot.role != "inspector":
            made = slot.signature
            wording = made.wording if made is not None else ""
            return dotted(role_words(slot.role), wording)
        number = slot.certificate or "—"
        words = self.tr("Certificate {number}").format(number=number)
        if slot.expires is None:
            return words
        today: dt.date = self._desk.duty.act().today
        valid = self.tr("valid") if slot.expires >= today else self.tr("expired")
        until = shown_day(slot.expires) if slot.expires < today else ""
        return dotted(words, f"{valid} {until}".strip())

    def _chip(self, slot: Slot) -> Chip:
        made = slot.signature
        if made is None:
            return state_chip("to_sign") if slot.required else Chip(self.tr("If present"))
        if not slot.current:
            return Chip(self.tr("Outdated"), "danger", "triangle")
        if made.state == "signed":
            return state_chip("signed")
        return Chip(state_said(made.state), "warning", "pen")

    def _act(self, slot: Slot, open_slot: str, *, closed: bool) -> str:
        if closed or slot.slot == open_slot:
            return ""
        if slot.signature is None:
            return self.tr("Sign")
        return self.tr("Sign again")

    def _choice(self, others: Sequence[Person]) -> QWidget:
        theme = self._desk.theme
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(12)
        row.addWidget(Icon(theme, "user", 18, "danger"))
        name = self.tr("Second inspector")
        row.addWidget(Label(theme, name, "lead"))
        field = ChoiceField(theme, name, hint=self.tr("Choose from those on duty"))
        field.set_items([Item(one.id, one.name, one.certificate) for one in others])
        field.set_value("")
        field.chosen.connect(self.partner_chosen)
        row.addWidget(field, 1)
        return line
