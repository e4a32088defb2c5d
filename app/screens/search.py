"""One box over everything: grouped hits under it, scanned codes, and the list of shortcuts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from app import actions
from app.screens.desk import Note
from app.screens.place import Place
from app.services import owners, search, verify
from app.shell.scanner import Scanner
from app.widgets.dialog import DialogFrame
from app.widgets.facts import Fact, FactList
from app.widgets.labels import Label
from app.widgets.work import WorkList
from app.widgets.work_rows import Group, Work

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.search import Scan
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
MOST_HIGH = 520


def app_of(_widget: QWidget) -> QGuiApplication:
    """The running application, which every widget has."""
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)  # noqa: S101 - a widget cannot be made without it
    return app


class SearchPanel(QFrame):
    """The hits under the box; Down and Up move, Enter opens, Escape closes."""

    def __init__(self, desk: Desk, top: TopBar, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._top = top
        self._hits: dict[str, Hit] = {}
        self.setObjectName("search")
        self._list = WorkList(desk.theme, self.tr("Search results"))
        self._list.opened.connect(self._open)
        self._nothing = Label(desk.theme, "", "label", "muted", wrap=True)
        self._nothing.setContentsMargins(16, 12, 16, 12)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(8, 8, 8, 8)
        rows.addWidget(self._list)
        rows.addWidget(self._nothing)
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.Box)
        box = top.search
        box.searched.connect(self._search)
        box.entered.connect(self._enter)
        box.moved.connect(self._move)
        box.escaped.connect(self.finish)
        top.scanned.connect(self.scan)
        box.line.installEventFilter(self)
        self._scanner = Scanner(app_of(self))
        self._scanner.scanned.connect(self.take_scan)
        self.hide()

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
            self._tell_verdict(text, found)
        elif found.rec_id:
            self._desk.go(self._place(found.rec_type, found.rec_id, ""))
        else:
            self._tell_unknown(found)

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
        for group in search.find(self._desk.reader, wanted):
            rows.append(Group(group.kind, self._kind_words(group.kind), str(len(group.hits))))
            for hit in group.hits:
                key = f"{hit.rec_type}:{hit.rec_id}"
                self._hits[key] = hit
                icon = ICONS.get(hit.rec_type, "document")
                rows.append(Work(key, hit.title or hit.rec_id, hit.subtitle, icon, "accent"))
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

    def _settle(self, rows: int) -> None:
        box = self._top.search
        corner = box.mapTo(self.window(), QPoint(0, box.height() + 4))
        high = min(MOST_HIGH, max(56, rows * 52 + 24), self.window().height() - corner.y() - 48)
        self.setGeometry(corner.x(), corner.y(), max(box.width(), 560), high)
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
        if found.rec_id or found.kind == "document":
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
            "record": "fill",
            "document": "document",
            "finding": "rectify",
            "case": "case",
        }
        if rec_type in direct:
            return Place(direct[rec_type], rec_id)
        if rec_type == "sample":
            return Place("sampling", owners.record_of_sample(self._desk.reader, rec_id))
        if rec_type == "equipment" and not enterprise_id:
            enterprise_id = owners.enterprise_of_equipment(self._desk.reader, rec_id)
        return Place("enterprise", enterprise_id) if enterprise_id else Place("sites")

    # --- telling ------------------------------------------------------------------------------

    def _tell_verdict(self, text: str, found: Scan) -> None:
        if not text.startswith("XJ1:"):
            self._desk.go(Place("document", found.rec_id))
            return
        verdict = verify.verify(self._desk.reader, text)
        words = {
            "genuine": (
                "ok",
                self.tr("This paper is genuine"),
                self.tr("{number} of {date}: signature and content agree."),
            ),
            "withdrawn": (
                "warning",
                self.tr("This paper was withdrawn"),
                self.tr("{number} of {date} is genuine but no longer holds."),
            ),
            "superseded": (
                "warning",
                self.tr("This paper was replaced"),
                self.tr("{number} of {date} is genuine, but a later paper stands in its place."),
            ),
            "content-differs": (
                "danger",
                self.tr("The content does not agree"),
                self.tr("{number} of {date}: what is kept differs from what the code proves."),
            ),
            "unknown-document": (
                "warning",
                self.tr("Genuine code, paper not on this computer"),
                self.tr("The signature of {date} is right; ask the bureau for the paper itself."),
            ),
            "unknown-key": (
                "warning",
                self.tr("The signing device is not known here"),
                self.tr("The code cannot be checked until the bureau's devices are received."),
            ),
        }
        tone, bold, sentence = words.get(
            verdict.code,
            (
                "danger",
                self.tr("This code is not genuine"),
                self.tr("The signature does not fit: the paper was not issued like this."),
            ),
        )
        date = verdict.date.isoformat() if verdict.date else "—"
        number = verdict.number_text or "—"
        acts = ()
        if verdict.document is not None:
            place = Place("document", verdict.document.id)
            acts = ((self.tr("Open the paper"), partial(self._desk.go, place)),)
        self._desk.say(
            Note(
                tone, bold, sentence.format(number=number, date=date), acts, id="scanned", icon="qr"
            )
        )

    def _tell_unknown(self, found: Scan) -> None:
        if found.kind in {"uscc", "licence"}:
            bold = self.tr("This enterprise is not in the register")
            sentence = self.tr("{code} is a valid credit code. Add the enterprise, then go on.")
            acts = ((self.tr("Add it"), partial(self._desk.go, Place("sites", spot=found.key))),)
        else:
            bold = self.tr("Nothing here has this code")
            sentence = self.tr("It reads “{code}”. Nothing was changed.")
            acts = ()
        shown = found.key[:80]
        self._desk.say(Note("warning", bold, sentence.format(code=shown), acts, id="scanned"))

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
