"""First start: the demonstration bureau, or an empty store for one's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.screens.layout import column, scroll_over
from app.screens.office_form import OfficeForm, PersonForm
from app.screens.place import Place
from app.screens.start_notes import offer_hub
from app.services import settings
from app.widgets.buttons import Button
from app.widgets.card import Card
from app.widgets.labels import Label, Tile

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.changes import Changes, Result
    from app.services.context import Who
    from db.connection import Store

WIDE = 760


class StartScreen(QWidget):
    """What one sees once: a choice of two, then the bureau's words and the first inspector."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self._busy = Label(theme, "", "label", "muted", wrap=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setAccessibleName(self.tr("Working"))
        self._office = OfficeForm(desk)
        self._person = PersonForm(desk)
        self._form = QWidget()
        self._choice = self._make_choice()
        self._lay_out_form()
        body = QWidget()
        stack = column(body, spacing=16)
        stack.addSpacing(48)
        stack.addWidget(Label(theme, self.tr("Welcome to Xunjian"), "title"))
        stack.addWidget(
            Label(
                theme,
                self.tr(
                    "Everything you record stays on this computer, encrypted, until the bureau has "
                    "received it. How would you like to begin?"
                ),
                "field",
                "muted",
                wrap=True,
            )
        )
        stack.addWidget(self._choice)
        stack.addWidget(self._form)
        stack.addWidget(self._busy)
        stack.addWidget(self._bar)
        stack.addStretch(1)
        body.setMaximumWidth(WIDE)
        centre = QHBoxLayout()
        centre.addStretch(1)
        centre.addWidget(body, 10)
        centre.addStretch(1)
        page = QWidget()
        page.setLayout(centre)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 0, 24, 0)
        whole.addWidget(scroll_over(page))
        self._show_busy("")
        self._form.hide()

    # --- what the frame asks ------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, _place: Place) -> None:
        """Offer the choice."""

    def leave(self) -> None:
        """What was typed stays in the fields."""

    def refresh(self, _changes: Changes) -> None:
        """Nothing here depends on the store."""

    # --- the choice ---------------------------------------------------------------------------

    def _make_choice(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self._demo = self._offer(
            "campaign",
            self.tr("Demonstration bureau"),
            self.tr(
                "Linyi, Quality Month: invented enterprises, products, special equipment and "
                "deadlines. To learn and to try; nothing in it is real."
            ),
            self.tr("Try it out"),
            "primary",
            row=row,
        )
        self._demo.clicked.connect(self._start_demo)
        self._own = self._offer(
            "shield",
            self.tr("My own bureau"),
            self.tr(
                "An empty register with the law library, the calendar and the forms. You enter "
                "the bureau's words and yourself as the first inspector."
            ),
            self.tr("Begin empty"),
            "secondary",
            row=row,
        )
        self._own.clicked.connect(self._open_form)
        return holder

    def _offer(  # noqa: PLR0913 - the parts of one card
        self, icon: str, title: str, words: str, act: str, kind: str, *, row: QHBoxLayout
    ) -> Button:
        theme = self._desk.theme
        card = Card(theme)
        inside = QWidget()
        lines = column(inside, spacing=12, margin=20)
        lines.addWidget(Tile(theme, icon, "accent", 48), 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(Label(theme, title, "heading"))
        lines.addWidget(Label(theme, words, "label", "muted", wrap=True))
        lines.addStretch(1)
        button = Button(theme, act, kind)
        lines.addWidget(button)
        card.add_row(inside)
        row.addWidget(card, 1)
        return button

    def _lay_out_form(self) -> None:
        theme = self._desk.theme
        rows = column(self._form, spacing=12)
        rows.addWidget(Label(theme, self.tr("The bureau, as its papers name it"), "strong"))
        rows.addWidget(self._office)
        rows.addWidget(Label(theme, self.tr("The first inspector"), "strong"))
        rows.addWidget(self._person)
        acts = QHBoxLayout()
        back = Button(theme, self.tr("Back"), "secondary", "chevron-left")
        back.clicked.connect(self._close_form)
        go = Button(theme, self.tr("Begin"), "primary", "tick")
        go.clicked.connect(self._start_empty)
        acts.addWidget(back)
        acts.addStretch(1)
        acts.addWidget(go)
        rows.addLayout(acts)

    def _open_form(self) -> None:
        self._choice.hide()
        self._form.show()
        self._office.take_focus()

    def _close_form(self) -> None:
        self._form.hide()
        self._choice.show()

    # --- beginning ----------------------------------------------------------------------------

    def _start_demo(self) -> None:
        self._show_busy(self.tr("The demonstration bureau is being set up: register, law, forms…"))
        act = self._desk.duty.act()

        def seed(store: Store) -> Result[Who]:
            from app.services import demo

            return demo.seed(store, act)

        self._desk.jobs.write(seed, done=self._begun, failed=self._failed, initiator=self)

    def _start_empty(self) -> None:
        office, person = self._office.value(), self._person.value()
        self._show_busy(self.tr("The empty store is being set up: law library, calendar, forms…"))
        self._desk.jobs.write(
            partial(settings.start_empty, office=office, first=person),
            done=self._begun_own,
            failed=self._failed,
            initiator=self,
        )

    def _begun(self, result: Result[Who]) -> None:
        self._show_busy("")
        self._desk.duty.take(settings.read_office(self._desk.reader), result.value)
        self._desk.go(Place("today"))

    def _begun_own(self, result: Result[Who]) -> None:
        self._begun(result)
        offer_hub(self._desk)

    def _failed(self, error: Exception) -> None:
        self._show_busy("")
        self._desk.tell(error)

    def _show_busy(self, words: str) -> None:
        self._busy.setText(words)
        self._busy.setVisible(bool(words))
        self._bar.setVisible(bool(words))
        for part in (self._demo, self._own, self._form):
            part.setEnabled(not words)
