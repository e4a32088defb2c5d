"""One box over everything: grouped hits under it, scanned codes, and the list of shortcuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from app import actions
from app.screens.finding_words import failed
from app.screens.layout import dotted
from app.screens.place import Place, record_place
from app.screens.scanned import tell_seal, tell_unknown, tell_verdict
from app.services import records, search, sites
from app.shell.scanner import Scanner
from app.widgets.card import Card
from app.widgets.dialog import DialogFrame
from app.widgets.facts import Fact, FactList
from app.widgets.labels import Label
from app.widgets.work import WorkList
from app.widgets.work_rows import Group, Work

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk
    from app.widgets.frame import TopBar
    from db.rows import Hit

ICONS = {
    "enterprise": "site",
    "equipment": "lift",
    "product": "box",
    "person": "user",
    "law": "book",
    "record": "pen",
    "finding": "rectify",
    "document": "document",
    "sample": "flask",
    "case": "case",
}
MOST_HIGH = 560
WIDE = 560
FOOT = 48


def app_of(_widget: QWidget) -> QGuiApplication:
    """The running application, which every widget has."""
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)  # noqa: S101 - a widget cannot be made without it
    return app


class SearchPanel(Card):
    """The hits under the box; Down and Up move, Enter opens, Escape closes."""

    def __init__(self, desk: Desk, top: TopBar, window: QWidget) -> None:
        super().__init__(desk.theme, parent=window)
        self._desk = desk
        self._top = top
        self._hits: dict[str, Hit] = {}
        self._list = WorkList(desk.theme)
        self._list.opened.connect(self._open)
        self._list.set_bare()
        self._nothing = Label(desk.theme, "", "label", "muted", wrap=True)
        self._nothing.setContentsMargins(16, 12, 16, 12)
        self.body.setContentsMargins(4, 6, 4, 6)
        self.body.addWidget(self._list)
        self.body.addWidget(self._nothing)
        box = top.search
        box.searched.connect(self._search)
        box.entered.connect(self._enter)
        box.moved.connect(self._move)
        box.escaped.connect(self.finish)
        top.scanned.connect(self.scan)
        box.line.installEventFilter(self)
        self._scanner = Scanner(app_of(self), self)  # goes with the panel
        self._scanner.scanned.connect(self.take_scan)
        self.reword()
        self.hide()

    def reword(self) -> None:
        """Name the panel in the language shown now."""
        self.setAccessibleName(self.tr("Search results"))
        self._list.setAccessibleName(self.tr("Search results"))

    def begin(self) -> None:
        """Put the cursor into the box."""
        self._top.search.line.setFocus()
        self._top.search.line.selectAll()

    def finish(self) -> None:
        """Close the hits and empty the box."""
        self.hide()
        self._top.search.set_text("")

    def scan(self) -> None:
        """Open the camera for a code; a hand scanner needs no button."""
        from app.screens.scan import ScanDialog

        dialog = ScanDialog(self._desk, self.window())
        dialog.read.connect(self.take_scan)
        dialog.open()

    def take_scan(self, text: str) -> None:
        """Go to what a scanned code belongs to, or say what it is."""
        found = search.understand(self._desk.reader, text)
        if found.kind == "document":
            tell_verdict(self._desk, found)
        elif found.kind == "sample" and found.rec_id:
            tell_seal(self._desk, found)
        elif found.kind == "hub":
            self._desk.go(Place("settings", found.key, "hub"))
        elif found.proof:  # its sample is not on this computer: what the sheet's proof says
            self.take_scan(found.proof)
        elif found.rec_id:
            self._desk.go(self._place(found.rec_type, found.rec_id, ""))
        else:
            tell_unknown(self._desk, found)

    def show_shortcuts(self) -> None:
        """Every command and its keys."""
        dialog = DialogFrame(self._desk.theme, self.tr("All shortcuts"), parent=self.window())
        facts = FactList(self._desk.theme, 180)
        lines = [Fact(name, keys) for name, keys in actions.shortcut_lines()]
        lines += [
            Fact(self.tr("Pass · fail · not applicable"), "1 · 2 · 3"),
            Fact(self.tr("Next item"), "Enter"),
            Fact(self.tr("Next unanswered"), "F8"),
            Fact(self.tr("Context panel"), "F4"),
        ]
        facts.set_facts(lines)
        dialog.body.addWidget(facts)
        dialog.add_leave(self.tr("Close"))
        dialog.open()

    # --- searching ----------------------------------------------------------------------------

    def _search(self, text: str) -> None:
        wanted = text.strip()
        if not wanted:
            self.hide()
            return
        rows: list[Group | Work] = []
        self._hits = {}
        groups = search.find(self._desk.reader, wanted)
        names = self._names(groups)
        for group in groups:
            rows.append(Group(group.kind, self._kind_words(group.kind), str(len(group.hits))))
            for hit in group.hits:
                key = f"{hit.rec_type}:{hit.rec_id}"
                self._hits[key] = hit
                icon = ICONS.get(hit.rec_type, "document")
                owner = names.get(hit.enterprise_id, "") if group.kind != "enterprise" else ""
                second = dotted(owner, hit.subtitle if hit.subtitle != owner else "")
                title = failed(hit.title) if hit.rec_type == "finding" else hit.title
                rows.append(Work(key, title or hit.rec_id, second, icon, "accent"))
        self._list.set_rows(rows)
        self._list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._nothing.setText(
            self.tr(
                "Nothing found for “{text}”. Try part of the name, the credit code or a number."
            ).format(text=wanted)
        )
        if rows:
            self._list.setCurrentIndex(self._list.model().index(1, 0))
        self._settle(len(rows))

    def _names(self, groups: tuple[search.Group, ...]) -> dict[str, str]:
        """The names of the enterprises the hits belong to, in one look."""
        wanted = {hit.enterprise_id for group in groups for hit in group.hits if hit.enterprise_id}
        found = sites.rows(self._desk.reader, tuple(wanted))
        return {row.id: row.name for row in found}

    def _settle(self, rows: int) -> None:
        box, window = self._top.search, self.window()
        corner = box.mapTo(window, QPoint(0, box.height() + 4))
        high = min(MOST_HIGH, max(56, rows * 52 + 24), window.height() - corner.y() - FOOT)
        wide = min(max(box.width(), WIDE), window.width() - corner.x() - 8)
        self.setGeometry(corner.x(), corner.y(), wide, high)
        self.raise_()
        self.show()

    def _move(self, step: int) -> None:
        if not self._hits:
            return
        model = self._list.model()
        row = self._list.currentIndex().row() + step
        while 0 <= row < model.rowCount():
            index = model.index(row, 0)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                self._list.setCurrentIndex(index)
                self._list.scrollTo(index)
                return
            row += step

    def _enter(self) -> None:
        text = self._top.search.text().strip()
        found = search.understand(self._desk.reader, text)
        if found.rec_id or found.kind in {"document", "hub"}:
            self.finish()
            self.take_scan(text)
            return
        chosen = self._list.currentIndex().data(Qt.ItemDataRole.UserRole)
        if isinstance(chosen, Work):
            self._open(chosen.id)

    def _open(self, key: str) -> None:
        hit = self._hits.get(key)
        if hit is None:
            return
        self.finish()
        self._desk.go(self._place(hit.rec_type, hit.rec_id, hit.enterprise_id))

    def _place(self, rec_type: str, rec_id: str, enterprise_id: str) -> Place:
        direct = {
            "enterprise": "enterprise",
            "document": "document",
            "finding": "rectify",
            "case": "case",
            "equipment": "device",
            "sample": "sample",
        }
        if rec_type == "record":
            return record_place(records.get(self._desk.reader, rec_id))
        if rec_type in direct:
            return Place(direct[rec_type], rec_id)

        return Place("enterprise", enterprise_id) if enterprise_id else Place("sites")

    def _kind_words(self, kind: str) -> str:
        return {
            "enterprise": self.tr("Sites"),
            "equipment": self.tr("Equipment"),
            "product": self.tr("Products"),
            "person": self.tr("People"),
            "law": self.tr("Law"),
            "record": self.tr("Records"),
            "finding": self.tr("Findings"),
            "document": self.tr("Documents"),
            "sample": self.tr("Samples"),
            "case": self.tr("Cases"),
        }.get(kind, kind)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(150, self._close_if_left)
        return False

    def _close_if_left(self) -> None:
        inside = self._top.search.line.hasFocus() or self._list.hasFocus()
        if not inside:
            self.hide()
