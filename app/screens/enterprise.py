"""The enterprise card: identity with verified digits, findings, equipment, products, history."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.screens.dates import shown_day, shown_month
from app.screens.layout import column, scroll_over
from app.screens.place import Place
from app.screens.sentences import problem_words
from app.screens.site_dialogs import EnterpriseDialog, StartDialog
from app.screens.sites import risk_chip
from app.services import sites
from app.widgets.bars import UndoBar
from app.widgets.buttons import Button
from app.widgets.card import Card, CardHead
from app.widgets.chips import Chip, clock_chip, state_chip
from app.widgets.facts import Fact, FactList
from app.widgets.headers import ScreenHeader, Tab, Tabs
from app.widgets.labels import Label
from app.widgets.work import WorkList
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.changes import Changes
    from app.services.sites import EquipmentLine, FindingLine, ProductLine

EVENTS = {"record": "pen", "document": "document", "finding": "rectify", "sample": "flask"}
FEW = 5
TIERS = {"high": "warning", "medium": "mute", "low": "ok"}


class EnterpriseScreen(QWidget):
    """Everything known of one inspected unit, and where a check of it begins."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id = ""
        self._tab = "overview"
        self._card: sites.Card | None = None
        theme = desk.theme
        self._header = ScreenHeader(theme)
        self._header.set_tile("site")
        start = Button(theme, self.tr("Start a spot check"), "primary", "plus")
        start.clicked.connect(self._start)
        self._header.add_act(start)
        self._tabs = Tabs(theme)
        self._tabs.chosen.connect(self._open_tab)
        self._undo = UndoBar(theme)
        self._undo.undone.connect(self._take_back)
        self._undo.dismissed.connect(partial(self._undo.set_done, ""))
        self._edited: sites.Edited | None = None
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, 16)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 0)
        whole.setSpacing(12)
        whole.addWidget(self._header)
        whole.addWidget(self._tabs)
        whole.addWidget(self._undo)
        whole.addWidget(scroll_over(self._body), 1)

    # --- what the frame asks ------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The screen itself."""
        return self

    def enter(self, place: Place) -> None:
        """Show one enterprise; ``spot`` is a tab."""
        self._id = place.id
        self._tab = place.spot or "overview"
        self._undo.set_done("")
        self._look()

    def leave(self) -> None:
        """Nothing is typed here."""

    def refresh(self, changes: Changes) -> None:
        """Look again when something of this enterprise changed."""
        if self._id in changes.ids or {"record", "finding", "document"} & changes.kinds:
            self._look()

    # --- showing ------------------------------------------------------------------------------

    def _look(self) -> None:
        today = self._desk.duty.act().today
        found = sites.card(self._desk.reader, self._id, today)
        self._card = found
        row = found.enterprise
        other = row.name if QLocale().language() == QLocale.Language.English else row.name_en
        title = row.name
        if QLocale().language() == QLocale.Language.English and row.name_en:
            title = row.name_en
        self._header.set_header(title, other, risk_chip(row.risk_class))
        counts = found.counts
        self._tabs.set_tabs(
            (
                Tab("overview", self.tr("Overview")),
                Tab("equipment", self.tr("Equipment"), str(counts.equipment)),
                Tab("records", self.tr("Records"), str(counts.records)),
                Tab("findings", self.tr("Findings"), str(counts.open_findings)),
                Tab("documents", self.tr("Documents"), str(counts.documents)),
                Tab("products", self.tr("Products"), str(counts.products)),
            ),
            self._tab,
        )
        self._fill()

    def _open_tab(self, tab: str) -> None:
        self._tab = tab
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
        makers = {
            "equipment": self._equipment,
            "records": self._history,
            "findings": self._findings,
            "documents": self._documents,
            "products": self._products,
        }
        if self._tab in makers:
            self._grid.addWidget(makers[self._tab](found, 10_000), 0, 0)
            self._grid.setRowStretch(1, 1)
            return
        columns = (
            (self._identity(found), self._supervision(found), self._products(found, FEW)),
            (self._findings(found, FEW), self._equipment(found, FEW)),
            (self._history(found, FEW), self._documents(found, FEW)),
        )
        for place, cards in enumerate(columns):
            holder = QWidget()
            stack = column(holder, spacing=12)
            for card in cards:
                stack.addWidget(card)
            stack.addStretch(1)
            self._grid.addWidget(holder, 0, place, Qt.AlignmentFlag.AlignTop)
        for place, share in enumerate((19, 20, 16)):
            self._grid.setColumnStretch(place, share)

    def _identity(self, found: sites.Card) -> Card:
        row, identity = found.enterprise, found.identity
        card = Card(self._desk.theme)
        head = CardHead(
            self._desk.theme, self.tr("Identity"), link=self.tr("Edit"), link_icon="edit"
        )
        head.opened.connect(self._edit)
        card.add_row(head)
        if identity.verified:
            under, tone = self.tr("Both check digits verified"), "ok"
        else:
            under, tone = problem_words(identity.problem or ""), "danger"
        officer = row.quality_officer
        registered = " · ".join(part for part in (shown_day(row.registered), row.capital) if part)
        facts = FactList(self._desk.theme, 124)
        facts.set_facts(
            (
                Fact(self.tr("Credit code"), row.uscc, under=under, under_tone=tone),
                Fact(self.tr("Legal rep."), row.legal_rep),
                Fact(self.tr("Quality officer"), officer),
                Fact(self.tr("Registered"), registered),
                Fact(self.tr("Industry"), row.industry),
                Fact(self.tr("Address"), row.address),
                Fact(self.tr("Phone"), row.phone),
            )
        )
        card.add_row(_padded(facts), line="raised")
        return card

    def _supervision(self, found: sites.Card) -> Card:
        card = Card(self._desk.theme)
        card.add_row(CardHead(self._desk.theme, self.tr("Supervision")))
        seen = found.supervision
        share = "—" if seen.failed_share is None else f"{seen.failed_share * 100:.1f} %"
        meaning = "danger" if (seen.failed_share or 0) > 0 else "text"
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(16, 4, 16, 12)
        for number, words, colour in (
            (str(seen.done_this_year), self.tr("Visits this year"), "text"),
            (str(found.counts.open_findings), self.tr("Open findings"), "text"),
            (share, self.tr("Items failed"), meaning),
        ):
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(Label(self._desk.theme, number, "title", colour))
            pair.addWidget(Label(self._desk.theme, words, "small", "muted"))
            row.addLayout(pair, 1)
        card.add_row(holder, line="raised")
        return card

    def _findings(self, found: sites.Card, most: int) -> Card:
        lines = found.open_findings
        title = self.tr("Open findings")
        return self._list_card(
            title,
            len(lines),
            [self._finding(line) for line in lines[:most]],
            self._open_finding,
            self.tr("Nothing is open here"),
        )

    def _finding(self, line: FindingLine) -> Work:
        row = line.finding
        chip = clock_chip(line.days_left, working=False) if line.days_left is not None else None
        second = " · ".join(part for part in (line.number_text, row.law) if part)
        return Work(row.id, row.item, second, "rectify", chip.tone if chip else "mute", chip)

    def _equipment(self, found: sites.Card, most: int) -> Card:
        return self._list_card(
            self.tr("Equipment"),
            found.counts.equipment,
            [self._machine(line) for line in found.equipment[:most]],
            None,
            self.tr("No special equipment is registered here"),
        )

    def _machine(self, line: EquipmentLine) -> Work:
        row = line.equipment
        chip: Chip | None = None
        if line.days_left is not None:
            chip = clock_chip(line.days_left, working=False, equipment=True)
            if line.days_left > 365 // 4:
                until = self.tr("Until {month}").format(month=shown_month(row.next_test))
                chip = Chip(until, "ok", "", 0.2)
        second = " · ".join(part for part in (row.registration_no, row.place) if part)
        return Work(row.id, row.name, second, "lift", "mute", chip)

    def _products(self, found: sites.Card, most: int) -> Card:
        return self._list_card(
            self.tr("Products on the risk list"),
            found.counts.products,
            [self._product(line) for line in found.products[:most]],
            None,
            self.tr("No product is registered here"),
        )

    def _product(self, line: ProductLine) -> Work:
        words = {
            "high": self.tr("High"),
            "medium": self.tr("Medium"),
            "low": self.tr("Low"),
        }
        tone = TIERS.get(line.tier, "mute")
        chip = Chip(words[line.tier], tone) if line.tier in words else None
        row = line.product
        second = line.risk_points or row.standard
        return Work(row.id, row.name, second, "box", tone, chip)

    def _history(self, found: sites.Card, most: int) -> Card:
        rows = [
            Work(
                f"{event.kind}:{event.id}",
                event.title,
                shown_day(event.date),
                EVENTS.get(event.kind, "document"),
                "accent",
                state_chip(event.state) if event.state in {"draft", "finished", "served"} else None,
            )
            for event in found.history[:most]
        ]
        return self._list_card(
            self.tr("History"),
            len(found.history),
            rows,
            self._open_event,
            self.tr("No visit is on record"),
        )

    def _documents(self, found: sites.Card, most: int) -> Card:
        rows = [
            Work(
                row.id,
                row.number_text,
                shown_day(row.issued.date()),
                "document",
                "mute",
                state_chip(row.state) if row.state in {"issued", "served", "withdrawn"} else None,
            )
            for row in found.documents[:most]
        ]
        return self._list_card(
            self.tr("Documents"),
            found.counts.documents,
            rows,
            self._open_document,
            self.tr("No document was issued"),
        )

    def _list_card(
        self, title: str, count: int, rows: list[Work], opened: object, empty: str
    ) -> Card:
        card = Card(self._desk.theme)
        card.add_row(CardHead(self._desk.theme, title, count=str(count or "")))
        if not rows:
            words = Label(self._desk.theme, empty, "label", "muted", wrap=True)
            card.add_row(_padded(words), line="raised")
            return card
        work = WorkList(self._desk.theme, title)
        work.set_rows(rows)
        work.set_whole(whole=True)
        if opened is not None:
            work.opened.connect(opened)
        card.add_row(work)
        return card

    # --- acting -------------------------------------------------------------------------------

    def _start(self) -> None:
        StartDialog(self._desk, self._id, self.window()).open()

    def _edit(self) -> None:
        if self._card is None:
            return
        before = self._card.enterprise
        dialog = EnterpriseDialog(self._desk, before, self.window())
        dialog.kept.connect(partial(self._kept, before))
        dialog.open()

    def _kept(self, before: object, _id: str) -> None:
        self._look()
        if self._card is not None:
            self._edited = sites.Edited(before, self._card.enterprise)  # type: ignore[arg-type]  # the row shown before
            self._undo.set_done(self.tr("The identity was changed"))

    def _take_back(self) -> None:
        self._undo.set_done("")
        if self._edited is not None:
            self._desk.jobs.write(
                partial(sites.undo_edit, edited=self._edited), failed=self._desk.tell
            )

    def _open_finding(self, finding_id: str) -> None:
        self._desk.go(Place("rectify", finding_id))

    def _open_document(self, document_id: str) -> None:
        self._desk.go(Place("document", document_id))

    def _open_event(self, key: str) -> None:
        kind, _, rec_id = key.partition(":")
        self._desk.go(Place("document" if kind == "document" else "fill", rec_id))


def _padded(widget: QWidget) -> QWidget:
    holder = QWidget()
    inside = QVBoxLayout(holder)
    inside.setContentsMargins(16, 4, 16, 12)
    inside.addWidget(widget)
    return holder
