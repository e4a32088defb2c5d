"""The end of a review: finishing a record, going on to issue a document, or the next step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.screens.place import Place
from app.services import cases, matters, orders, preparing
from app.widgets.buttons import Button
from app.widgets.card import Card
from app.widgets.labels import Label, Tile

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.cases import Step
    from app.services.changes import Result
    from app.services.context import Acting
    from app.services.review import Review
    from db.connection import Store
    from db.rows import Record


class EndPanel(QWidget):
    """What can be done when everyone has signed: one deliberate act and what it means.

    Signals:
        acted: The button was pressed.
    """

    acted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        card = Card(theme)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(12)
        self._tile = Tile(theme, "tick-ring", "ok")
        row.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._title = Label(theme, "", "strong")
        self._words = Label(theme, "", "label", "muted", wrap=True)
        words.addWidget(self._title)
        words.addWidget(self._words)
        row.addLayout(words, 1)
        card.add_row(inside)
        self.act = Button(theme, "", "primary", "tick", tall=True)
        self.act.clicked.connect(self.acted)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(card)
        whole.addWidget(self.act)
        whole.addStretch(1)

    def set_open(self, record: Record, looked: Review, *, signed: bool = True) -> None:
        """Everyone has signed; say whether the last act can be done now.

        A paper that carries the seal alone is not ``signed`` by anybody.
        """
        left = sum(lack.blocking for lack in looked.lacks)
        document = record.kind == "document"
        self._tile.set_tile("triangle" if left else "tick-ring", "warning" if left else "ok")
        whole = self.tr("All have signed") if signed else self.tr("It carries the seal alone")
        if left and not signed:
            self._title.setText(self.tr("%n thing(s) still missing", None, left))
            self._words.setText(self.tr("Put right what stands on the list."))
        elif left:
            self._title.setText(self.tr("All have signed; %n thing(s) still missing", None, left))
            self._words.setText(
                self.tr("Put right what stands on the list. What is changed must be signed again.")
            )
        elif document:
            self._title.setText(whole)
            self._words.setText(
                self.tr(
                    "Next the page is shown with the number it will take. Nothing is taken yet."
                )
            )
        else:
            self._title.setText(whole)
            self._words.setText(
                self.tr("The record becomes read-only and its pages are kept as they are now.")
            )
        self.act.set_words(self.tr("Go on to issue") if document else self.tr("Finish the record"))
        self.act.set_icon("send" if document else "tick")
        self.act.setEnabled(not left)

    def set_closed(self, record: Record, step: Step) -> None:
        """The paper is finished or issued; offer the case's next step."""
        self._tile.set_tile("tick-ring", "ok")
        words = {
            "issued": self.tr("This document is issued"),
            "withdrawn": self.tr("This paper was withdrawn"),
        }
        self._title.setText(words.get(record.state, self.tr("This record is finished")))
        self._words.setText(self.tr("Its pages are kept and can no longer be changed."))
        self.act.set_words(step_words(step))
        self.act.set_icon("chevron-right")
        self.act.setEnabled(True)


def step_words(step: Step) -> str:
    """The next step of a case as a button says it."""
    words = {
        "fill": QCoreApplication.translate("review", "Go on filling in the next paper"),
        "sign": QCoreApplication.translate("review", "Review and sign the next paper"),
        "finish": QCoreApplication.translate("review", "Finish the next paper"),
        "issue": QCoreApplication.translate("review", "Issue the next document"),
        "add": _add_words(step.form_id),
        "serve": QCoreApplication.translate("review", "Record how it was served"),
        "follow": QCoreApplication.translate("review", "Follow the rectification"),
    }
    return words.get(step.code, QCoreApplication.translate("review", "Back to the case"))


def _add_words(form_id: str) -> str:
    return {
        matters.NOTICE: QCoreApplication.translate("review", "Prepare the rectification notice"),
        matters.INSTRUCTION: QCoreApplication.translate("review", "Prepare the instruction"),
    }.get(form_id, QCoreApplication.translate("review", "Prepare the next paper"))


def take_step(desk: Desk, case_id: str, step: Step) -> None:
    """Go where the next step of a case is done, beginning the paper it asks for."""
    places = {
        "fill": Place("fill", step.record_id),
        "sign": Place("review", step.record_id),
        "finish": Place("review", step.record_id),
        "issue": Place("issue", step.record_id),
        "serve": Place("document", step.document_id),
        "follow": Place("rectify"),
    }
    if step.code == "add":
        job = partial(_add, act=desk.duty.act(), case_id=case_id, form_id=step.form_id)
        desk.jobs.write(job, done=partial(_open, desk), failed=desk.tell)
    else:
        desk.go(places.get(step.code, Place("case", case_id)))


def next_step(desk: Desk, case_id: str) -> Step:
    """The next step of a case."""
    return cases.folder(desk.reader, desk.duty.act(), case_id).step


def _add(store: Store, act: Acting, case_id: str, form_id: str) -> Result[Record]:
    if orders.is_order(form_id):
        return preparing.prepare_notice(store, act, case_id)
    return preparing.add_paper(store, act, case_id, form_id)


def _open(desk: Desk, result: Result[Record]) -> None:
    desk.go(Place("fill", result.value.id))
