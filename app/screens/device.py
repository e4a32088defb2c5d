"""The card of one piece of special equipment, and where a check of it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.screens import device_cards as shown
from app.screens.device_acts import DeviceActs
from app.screens.device_offer import OfferCard
from app.screens.enterprise_rows import finding_row
from app.screens.equipment_words import device_icon, kind_words, next_test_chip
from app.screens.layout import column, dotted, follow, label_column, padded, scroll_over
from app.screens.place import Place, record_place
from app.screens.start_dialog import StartDialog
from app.services import device
from app.widgets.bars import UndoBar
from app.widgets.buttons import Button
from app.widgets.card import Card, CardHead
from app.widgets.facts import Fact, FactList
from app.widgets.headers import ScreenHeader
from app.widgets.labels import Label
from app.widgets.work import WorkList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from app.screens.desk import Desk
    from app.services.changes import Changes
    from app.services.seen_device import Offer
    from app.widgets.work_rows import Work

TWO: Final = 760
"""Logical pixels of the screen from which it has two columns."""


class DeviceScreen(QWidget):
    """Everything known of one device: identity, use, operators, findings, past checks."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id = ""
        self._card: device.Card | None = None
        self._columns = 2
        theme = desk.theme
        self._header = ScreenHeader(theme)
        self._start = Button(theme, self.tr("Start a check"), "primary", "plus")
        self._start.clicked.connect(self._begin)
        self._more = Button(theme, self.tr("More"), "secondary", icon_after="chevron-down")
        self._more.clicked.connect(self._open_menu)
        self._header.add_act(self._more)
        self._header.add_act(self._start)
        self._undo = UndoBar(theme)
        self._acts = DeviceActs(desk, self, self._undo)
        self._acts.changed.connect(self._look)
        self._body = QWidget()
        self._grid = QHBoxLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, 16)
        self._grid.setSpacing(16)
        self._area = scroll_over(self._body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 0)
        whole.setSpacing(12)
        whole.addWidget(self._header)
        whole.addWidget(self._undo)
        whole.addWidget(self._area, 1)

    # --- what the frame asks ------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, place: Place) -> None:
        """Show one device."""
        if place.id != self._id:
            self._undo.set_done("")
        self._id = place.id
        self._look()

    def leave(self) -> None:
        """Nothing is typed here."""

    def refresh(self, changes: Changes) -> None:
        """Look again when something of this device changed."""
        if self._id in changes.ids or {"record", "finding", "document"} & changes.kinds:
            self._look()

    # --- showing ------------------------------------------------------------------------------

    def _look(self) -> None:
        found = device.card(self._desk.reader, self._id, self._desk.duty.act().today)
        self._card = found
        row = found.equipment
        kind = kind_words(found.named)
        self._header.set_tile(device_icon(row.kind_code))
        self._header.set_header(
            row.name or kind,
            dotted(row.registration_no or row.code, kind, row.place),
            next_test_chip(
                row.next_test, found.days_left, row.status, doubt=self._desk.duty.clock_doubt
            ),
        )
        may = bool(found.matters) and found.enterprise is not None
        self._start.setEnabled(may)
        why = "" if may else self.tr("There is no check form for this kind of equipment yet")
        self._start.setToolTip(why)
        self._start.setAccessibleDescription(why)
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
        first = (self._identity(found), self._use(found))
        offers = tuple(self._offer(one) for one in found.offers)
        second = (*offers, self._operators(found), self._findings(found), self._records(found))
        columns = (first, second) if self._columns == 2 else ((*first, *second),)
        for cards in columns:
            holder = QWidget()
            stack = column(holder, spacing=12)
            for card in cards:
                stack.addWidget(card)
            stack.addStretch(1)
            self._grid.addWidget(holder, 1)

    def _identity(self, found: device.Card) -> Card:
        card = Card(self._desk.theme)
        edit = self.tr("Edit")
        head = CardHead(self._desk.theme, self.tr("The equipment"), link=edit, link_icon="edit")
        head.opened.connect(self._edit)
        card.add_row(head)
        card.add_row(self._facts(shown.identity_facts(found)), line="raised")
        if not found.matters:
            words = self.tr("There is no check form for this kind of equipment yet")
            card.add_row(padded(Label(self._desk.theme, words, "small", "muted", wrap=True)))
        return card

    def _use(self, found: device.Card) -> Card:
        card = Card(self._desk.theme)
        unit = found.enterprise
        link = self.tr("Open the unit") if unit is not None else ""
        head = CardHead(self._desk.theme, self.tr("Use and tests"), link=link, link_icon="site")
        head.opened.connect(self._open_unit)
        card.add_row(head)
        facts = shown.use_facts(found, doubt=self._desk.duty.clock_doubt)
        name = unit.name if unit is not None else "—"
        card.add_row(self._facts([Fact(self.tr("Used by"), name), *facts]), line="raised")
        return card

    def _offer(self, offer: Offer) -> OfferCard:
        card = OfferCard(self._desk.theme, offer)
        card.taken.connect(self._acts.take_offer)
        card.left.connect(self._acts.leave_offer)
        return card

    def _facts(self, facts: Sequence[Fact]) -> QWidget:
        lines = FactList(self._desk.theme, label_column())
        lines.set_facts([one for one in facts if one.value])
        return padded(lines)

    def _operators(self, found: device.Card) -> Card:
        doubt = self._desk.duty.clock_doubt
        rows = [shown.operator_row(hand, doubt=doubt) for hand in found.operators]
        empty = self.tr("Nobody is entered as operator of this equipment")
        add = (self.tr("Add an operator"), "plus", self._add_operator)
        return self._list(self.tr("Operators"), rows, empty, self._open_operator, add)

    def _findings(self, found: device.Card) -> Card:
        doubt = self._desk.duty.clock_doubt
        rows = [finding_row(line, doubt=doubt) for line in found.open_findings]
        settled = found.findings - len(rows)
        empty = self.tr("Nothing is open at this equipment")
        if settled:
            empty = self.tr("Nothing is open; %n finding(s) were settled", None, settled)
        return self._list(self.tr("Open findings"), rows, empty, self._open_finding)

    def _records(self, found: device.Card) -> Card:
        rows = [shown.record_row(row) for row in found.records]
        empty = self.tr("No check of this equipment is on record")
        return self._list(self.tr("Checks"), rows, empty, self._open_record)

    def _list(
        self,
        title: str,
        rows: Sequence[Work],
        empty: str,
        opened: Callable[[str], None],
        link: tuple[str, str, Callable[[], None]] | None = None,
    ) -> Card:
        theme = self._desk.theme
        card = Card(theme)
        words, icon = link[:2] if link else ("", "")
        head = CardHead(theme, title, count=str(len(rows) or ""), link=words, link_icon=icon)
        if link:
            head.opened.connect(link[2])
        card.add_row(head)
        if not rows:
            card.add_row(padded(Label(theme, empty, "label", "muted", wrap=True)), line="raised")
            return card
        work = WorkList(theme, title)
        work.set_bare()
        work.set_rows(rows)
        work.set_whole(whole=True)
        follow(self._area, work)
        work.opened.connect(opened)
        card.add_row(work)
        return card

    # --- going elsewhere ----------------------------------------------------------------------

    def _begin(self) -> None:
        found = self._card
        if found is not None and found.matters and found.enterprise is not None:
            kind = found.matters[0].kind
            StartDialog(
                self._desk,
                found.enterprise.id,
                self.window(),
                kind,
                equipment_id=found.equipment.id,
            ).open()

    def _open_unit(self) -> None:
        if self._card is not None and self._card.enterprise is not None:
            self._desk.go(Place("enterprise", self._card.enterprise.id, "equipment"))

    def _open_finding(self, finding_id: str) -> None:
        self._desk.go(Place("rectify", finding_id))

    def _open_record(self, record_id: str) -> None:
        records = self._card.records if self._card is not None else ()
        for row in records:
            if row.id == record_id:
                self._desk.go(record_place(row))

    def _open_menu(self) -> None:
        if self._card is None:
            return
        menu = self._acts.menu(self._card, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _edit(self) -> None:
        if self._card is not None:
            self._acts.edit(self._card.equipment)

    def _add_operator(self) -> None:
        self._acts.add_operator(self._id)

    def _open_operator(self, operator_id: str) -> None:
        hands = self._card.operators if self._card is not None else ()
        hand = next((one for one in hands if one.row.id == operator_id), None)
        if hand is not None:
            self._acts.open_operator(hand)

    # --- Qt -----------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = 2 if self.width() >= TWO else 1
        if columns != self._columns:
            self._columns = columns
            self._fill()
