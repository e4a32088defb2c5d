"""The enterprise card: identity with verified digits, findings, equipment, products, history."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.screens import enterprise_rows as shown
from app.screens.device_cards import operator_row
from app.screens.enterprise_dialog import EnterpriseDialog
from app.screens.enterprise_identity import IdentityCard, SupervisionCard
from app.screens.enterprise_list import list_card
from app.screens.follow_up_card import cards_of_enterprise
from app.screens.key_unit_dialog import KeyUnitDialog
from app.screens.layout import (
    column,
    in_english,
    padded,
    scroll_over,
    slide_over,
)
from app.screens.merge_dialog import MergeDialog
from app.screens.place import Place, record_place
from app.screens.plate_dialog import PlatesLink
from app.screens.start_dialog import StartDialog
from app.services import key_units, merging, operators, sites
from app.services.edits import Edited
from app.services.matters import INTERVIEW
from app.widgets.bars import UndoBar
from app.widgets.buttons import Button
from app.widgets.headers import ScreenHeader, Tab, Tabs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from app.screens.desk import Desk
    from app.services.changes import Changes, Result
    from app.services.key_units import Decided
    from app.services.merging import Merged
    from app.widgets.card import Card
    from app.widgets.work_rows import Work
    from db.connection import Store
    from db.rows import Enterprise

FEW = 4
ALL = 10_000
# Logical pixels of the screen from which it has two and three columns.
TWO = 680
THREE = 980
SHARES = (19, 20, 16)


class EnterpriseScreen(QWidget):
    """Everything known of one inspected unit, and where a check of it begins."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id = ""
        self._tab = "overview"
        self._card: sites.Card | None = None
        self._devices: dict[str, str] = {}
        self._columns = 3
        theme = desk.theme
        self._header = ScreenHeader(theme)
        self._header.set_tile("site")
        start = Button(theme, self.tr("Start a matter"), "primary", "plus")
        start.clicked.connect(self._start)
        talk = Button(theme, self.tr("Interview"), "secondary", "speech")
        talk.clicked.connect(self._interview)
        self._header.add_act(talk)
        self._header.add_act(start)
        self._tabs = Tabs(theme)
        self._tabs.chosen.connect(self._open_tab)
        self._undo = UndoBar(theme)
        self._undo.undone.connect(self._take_back)
        self._undo.dismissed.connect(partial(self._undo.set_done, ""))
        self._back: Callable[[Store], Result[Any]] | None = None
        self._body = QWidget()
        self._grid = QHBoxLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, 16)
        self._grid.setSpacing(16)
        self._area = scroll_over(self._body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 0)
        whole.setSpacing(12)
        whole.addWidget(self._header)
        self._strip = slide_over(self._tabs)
        whole.addWidget(self._strip)
        whole.addWidget(self._undo)
        whole.addWidget(self._area, 1)

    # --- what the frame asks ------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, place: Place) -> None:
        """Show one enterprise; ``spot`` is a tab."""
        if place.id != self._id:
            self._undo.set_done("")
        self._id = place.id
        self._tab = place.spot or "overview"
        self._look()

    def leave(self) -> None:
        """Nothing is typed here."""

    def refresh(self, changes: Changes) -> None:
        """Look again when something of this enterprise changed."""
        if (
            self._id in changes.ids
            or {"record", "finding", "document", "follow_up"} & changes.kinds
        ):
            self._look()

    # --- showing ------------------------------------------------------------------------------

    def _look(self) -> None:
        today = self._desk.duty.act().today
        found = sites.card(self._desk.reader, self._id, today)
        self._card = found
        row = found.enterprise
        self._id = row.id
        title, other = row.name, row.name_en
        if in_english() and row.name_en:
            title, other = row.name_en, row.name
        self._header.set_header(title, other, shown.risk_chip(row.risk_class))
        counts = found.counts
        self._tabs.set_tabs(
            (
                Tab("overview", self.tr("Overview")),
                Tab("equipment", self.tr("Equipment"), str(counts.equipment)),
                Tab("records", self.tr("Records"), str(len(found.history))),
                Tab("findings", self.tr("Findings"), str(counts.open_findings)),
                Tab("documents", self.tr("Documents"), str(counts.documents)),
                Tab("products", self.tr("Products"), str(counts.products)),
            ),
            self._tab,
        )
        self._fill()

    def _open_tab(self, tab: str) -> None:
        self._tab = tab
        self._tabs.set_current(tab)
        self._strip.show_current()
        self._fill()

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        found = self._card
        if found is None:
            return
        makers: dict[str, Callable[[sites.Card, int], Card]] = {
            "equipment": self._equipment,
            "records": self._history,
            "findings": self._findings,
            "documents": self._documents,
            "products": self._products,
        }
        if self._tab in makers:
            chosen = [makers[self._tab](found, ALL)]
            if self._tab == "equipment":
                chosen.append(self._operators(found))
            self._grid.addWidget(self._stack(chosen), 1)
            return
        identity, supervision = self._identity(found), SupervisionCard(self._desk, found)
        findings, equipment = self._findings(found, FEW), self._equipment(found, FEW)
        history, documents = self._history(found, FEW), self._documents(found, FEW)
        products = self._products(found, FEW)
        duties = cards_of_enterprise(self._desk, self._area, found.enterprise.id)
        first, second, third = (
            (identity, supervision, products),
            (*duties, findings, equipment),
            (history, documents),
        )
        by_number = {
            3: (first, second, third),
            2: (first, (*second, *third)),
            1: (
                (identity, *duties, findings, supervision, equipment, history, documents, products),
            ),
        }
        for place, cards in enumerate(by_number[self._columns]):
            self._grid.addWidget(self._stack(cards), SHARES[place])

    def _stack(self, cards: Sequence[Card]) -> QWidget:
        holder = QWidget()
        stack = column(holder, spacing=12)
        for card in cards:
            stack.addWidget(card)
        stack.addStretch(1)
        return holder

    def _identity(self, found: sites.Card) -> Card:
        card = IdentityCard(self._desk, found)
        card.edited.connect(self._edit)
        card.merging.connect(self._merge)
        card.deciding.connect(self._decide)
        return card

    def _findings(self, found: sites.Card, most: int) -> Card:
        doubt = self._desk.duty.clock_doubt
        rows = [shown.finding_row(line, doubt=doubt) for line in found.open_findings[:most]]
        title, empty = self.tr("Open findings"), self.tr("Nothing is open here")
        return self._list(
            "findings",
            title,
            rows,
            empty,
            count=found.counts.open_findings,
            opened=self._open_finding,
        )

    def _equipment(self, found: sites.Card, most: int) -> Card:
        doubt = self._desk.duty.clock_doubt
        rows = [shown.equipment_row(line, doubt=doubt) for line in found.equipment[:most]]
        empty = self.tr("No special equipment is registered here")
        card = self._list(
            "equipment",
            self.tr("Equipment"),
            rows,
            empty,
            count=found.counts.equipment,
            opened=self._open_device,
        )
        if found.equipment:
            machines = [line.equipment for line in found.equipment]
            card.add_row(padded(PlatesLink(self._desk, machines)))
        return card

    def _operators(self, found: sites.Card) -> Card:
        """Who works the equipment, with the certificate; whoever has a device leads to it."""
        desk = self._desk
        hands = operators.of_enterprise(desk.reader, found.enterprise.id, desk.duty.act().today)
        self._devices = {hand.row.id: hand.row.equipment_id for hand in hands}
        rows = [operator_row(hand, doubt=desk.duty.clock_doubt) for hand in hands]
        title, empty = self.tr("Operators"), self.tr("No operator with a certificate is known")
        return self._list(
            "equipment", title, rows, empty, count=len(rows), opened=self._open_operator
        )

    def _products(self, found: sites.Card, most: int) -> Card:
        rows = [shown.product_row(line) for line in found.products[:most]]
        title, empty = self.tr("Products"), self.tr("No product is registered here")
        return self._list("products", title, rows, empty, count=found.counts.products)

    def _history(self, found: sites.Card, most: int) -> Card:
        rows = [shown.event_row(event) for event in found.history[:most]]
        title, empty = self.tr("History"), self.tr("No visit is on record")
        return self._list(
            "records", title, rows, empty, count=len(found.history), opened=self._open_event
        )

    def _documents(self, found: sites.Card, most: int) -> Card:
        titles = {row.id: row.title for row in found.records}
        rows = [
            shown.document_row(row, titles.get(row.record_id, "")) for row in found.documents[:most]
        ]
        title, empty = self.tr("Documents"), self.tr("No document was issued to this enterprise")
        return self._list(
            "documents",
            title,
            rows,
            empty,
            count=found.counts.documents,
            opened=self._open_document,
        )

    def _list(  # noqa: PLR0913 - a card has a head, rows, and what their opening does
        self,
        tab: str,
        title: str,
        rows: Sequence[Work],
        empty: str,
        *,
        count: int,
        opened: Callable[[str], None] | None = None,
    ) -> Card:
        more = partial(self._open_tab, tab)
        where = (self._desk.theme, self._area)
        return list_card(*where, title, rows, empty, count=count, more=more, opened=opened)

    # --- acting -------------------------------------------------------------------------------

    def _start(self) -> None:
        StartDialog(self._desk, self._id, self.window()).open()

    def _interview(self) -> None:
        StartDialog(self._desk, self._id, self.window(), INTERVIEW).open()

    def _edit(self) -> None:
        if self._card is None:
            return
        before = self._card.enterprise
        dialog = EnterpriseDialog(self._desk, before, self.window())
        dialog.kept.connect(partial(self._kept, before))
        dialog.open()

    def _kept(self, before: Enterprise, _id: str) -> None:
        self._look()
        if self._card is not None and self._card.enterprise != before:
            edited = Edited(before, self._card.enterprise)
            self._back = partial(sites.undo_edit, edited=edited)
            self._undo.set_done(self.tr("The identity was changed"))

    def _merge(self) -> None:
        dialog = MergeDialog(self._desk, self._id, self.window())
        dialog.merged.connect(self._merged)
        dialog.open()

    def _decide(self) -> None:
        if self._card is not None:
            dialog = KeyUnitDialog(self._desk, (self._card.enterprise,), self.window())
            dialog.taken.connect(self._decided)
            dialog.open()

    def _decided(self, result: Result[Decided]) -> None:
        self._look()
        self._back = partial(key_units.undo, act=self._desk.duty.act(), decided=result.value)
        self._undo.set_done(self.tr("The decision on the key unit was kept"))

    def _merged(self, done: Merged) -> None:
        self._look()
        self._back = partial(merging.separate, act=self._desk.duty.act(), done=done)
        self._undo.set_done(self.tr("The two rows are one"))

    def _take_back(self) -> None:
        self._undo.set_done("")
        if self._back is not None:
            self._desk.jobs.write(self._back, failed=self._desk.tell)

    def _open_finding(self, finding_id: str) -> None:
        self._desk.go(Place("rectify", finding_id))

    def _open_device(self, equipment_id: str) -> None:
        self._desk.go(Place("device", equipment_id))

    def _open_operator(self, operator_id: str) -> None:
        if self._devices.get(operator_id):
            self._open_device(self._devices[operator_id])

    def _open_document(self, document_id: str) -> None:
        self._desk.go(Place("document", document_id))

    def _open_event(self, key: str) -> None:
        kind, _, rec_id = key.partition(":")
        found = {row.id: row for row in self._card.records} if self._card else {}
        if kind == "document":
            self._desk.go(Place("document", rec_id))
        elif rec_id in found:
            self._desk.go(record_place(found[rec_id]))

    # --- Qt -----------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width()
        columns = 3 if wide >= THREE else 2 if wide >= TWO else 1
        if columns != self._columns:
            self._columns = columns
            self._fill()
