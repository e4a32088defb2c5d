"""What a finished check saw otherwise than the register, offered and never written by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.screens.desk import Note
from app.screens.layout import dotted, label_column
from app.screens.place import Place
from app.services import device
from app.widgets.buttons import Button
from app.widgets.card import Card, CardHead
from app.widgets.facts import Fact, FactList
from app.widgets.labels import Label

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.seen_device import Offer, Seen
    from app.shell.theme import Theme
    from db.rows import Record

CONTEXT = "DeviceOffer"


class OfferCard(Card):
    """Each difference with both values, and two ways out.

    Signals:
        taken: The offer: the register is to say what the check saw.
        left: The offer: the register stays as it is.
    """

    taken = Signal(object)
    left = Signal(object)

    def __init__(self, theme: Theme, offer: Offer) -> None:
        super().__init__(theme)
        self._offer = offer
        self.set_edge("warnline")
        title = QCoreApplication.translate(CONTEXT, "The check says otherwise than the register")
        self.add_row(CardHead(theme, title))
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(16, 0, 16, 12)
        rows.setSpacing(12)
        facts = FactList(theme, label_column())
        facts.set_facts([_fact(one) for one in offer.seen])
        rows.addWidget(facts)
        source = QCoreApplication.translate(CONTEXT, "As signed in: {record}")
        words = source.format(record=offer.record.title)
        rows.addWidget(Label(theme, words, "small", "muted", wrap=True))
        acts = QHBoxLayout()
        acts.setSpacing(8)
        take = Button(theme, QCoreApplication.translate(CONTEXT, "Correct the register"))
        leave = Button(theme, QCoreApplication.translate(CONTEXT, "Leave it as it is…"), "quiet")
        take.clicked.connect(self._take)
        leave.clicked.connect(self._leave)
        acts.addWidget(take)
        acts.addWidget(leave)
        acts.addStretch(1)
        rows.addLayout(acts)
        self.add_row(inside, line="raised")

    def _take(self) -> None:
        self.taken.emit(self._offer)

    def _leave(self) -> None:
        self.left.emit(self._offer)


def _fact(one: Seen) -> Fact:
    nothing = QCoreApplication.translate(CONTEXT, "nothing")
    words = QCoreApplication.translate(CONTEXT, "{register} → {check}")
    return Fact(
        column_words(one.column), words.format(register=one.register or nothing, check=one.check)
    )


def column_words(column: str) -> str:
    """What a column of the register is called."""
    return {
        "code": QCoreApplication.translate(CONTEXT, "Equipment code"),
        "registration_no": QCoreApplication.translate(CONTEXT, "Registration"),
        "place": QCoreApplication.translate(CONTEXT, "Place"),
        "maintenance_unit": QCoreApplication.translate(CONTEXT, "Maintained by"),
        "next_test": QCoreApplication.translate(CONTEXT, "Next test"),
    }[column]


def tell_offers(desk: Desk, record: Record) -> None:
    """After a check was finished, say that it saw something the register has not."""
    if not record.equipment_id:
        return
    found = device.card(desk.reader, record.equipment_id, desk.duty.act().today)
    seen = [one for offer in found.offers if offer.record.id == record.id for one in offer.seen]
    if not seen:
        return
    bold = QCoreApplication.translate(CONTEXT, "The check says otherwise than the register")
    sentence = QCoreApplication.translate(
        CONTEXT, "{what}: the register is not changed until you say so on the equipment's card."
    )
    acts = (
        (
            QCoreApplication.translate(CONTEXT, "Open the card"),
            partial(desk.go, Place("device", record.equipment_id)),
        ),
    )
    what = dotted(*(column_words(one.column) for one in seen))
    desk.say(Note("warning", bold, sentence.format(what=what), acts, id="device-offer"))
