"""Settings: the bureau's server this computer sends to and receives from, and how it is joined."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.screens.layout import column, label_column
from app.screens.place import Place
from app.screens.sentences import sentence
from app.screens.sentences_sync import link_code
from app.screens.settings_page import Page
from app.services import enrolling, rounds
from app.services.rounds import Asking
from app.services.transport import Address
from app.widgets.buttons import Button
from app.widgets.card import Card, CardHead
from app.widgets.dialog import Confirm
from app.widgets.facts import Fact, FactList
from app.widgets.fields import LineField
from app.widgets.labelled import ErrorLine, Labelled
from app.widgets.labels import Label

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.rounds import Joined

BURST = 250  # milliseconds without another sign: the scanner has typed it all
GROUP = 4
GROUPS_A_LINE = 8


class HubPage(Page):
    """Where the server is, the code the bureau gave, and what this computer belongs to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self._facts = FactList(theme, label_column())
        self._joined = self._card(self.tr("Connected to the bureau"), self._facts)
        self.open = Button(theme, self.tr("Show what has arrived"), "secondary", "refresh")
        self.open.clicked.connect(partial(desk.go, Place("sync")))
        self.url = LineField(theme, self.tr("Server address"), hint="https://")
        self.code = LineField(theme, self.tr("Code"), hint="3713-…")
        self.pin = LineField(theme, self.tr("Certificate fingerprint"))
        self.label = LineField(theme, self.tr("Name of this computer"))
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(BURST)
        self._typed.timeout.connect(self._read)
        self.url.textChanged.connect(self._typed.start)
        self.join = Button(theme, self.tr("Connect"), "primary", "link")
        self.join.clicked.connect(self._ask)
        self.scan = Button(theme, self.tr("Scan the bureau's code"), "secondary", "scan")
        self.scan.clicked.connect(partial(desk.act, "scan"))
        self.said = ErrorLine(theme)
        self._busy = Label(theme, "", "label", "muted", wrap=True)
        form = QWidget()
        lines = column(form, spacing=8)
        why = self.tr(
            "The bureau gives a code for each inspector. Scan it, or type its three parts; the key "
            "of this computer is made here and never leaves it."
        )
        lines.addWidget(Label(theme, why, "label", "muted", wrap=True))
        wide = label_column()
        hint = self.tr("64 signs as the bureau gave them; empty for a public certificate.")
        for label, field, below in (
            (self.tr("Server address"), self.url, ""),
            (self.tr("Code"), self.code, ""),
            (self.tr("Certificate fingerprint"), self.pin, hint),
            (self.tr("Name of this computer"), self.label, ""),
        ):
            needed = field is not self.pin
            lines.addWidget(Labelled(theme, label, field, hint=below, required=needed, column=wide))
        acts = QHBoxLayout()
        acts.addWidget(self.scan)
        acts.addStretch(1)
        acts.addWidget(self.join)
        lines.addLayout(acts)
        lines.addWidget(self.said)
        lines.addWidget(self._busy)
        self._form = self._card(self.tr("Connect to the bureau"), form)
        rows = column(self, spacing=12)
        rows.addWidget(self._joined)
        rows.addWidget(self.open)
        rows.addWidget(self._form)
        rows.addStretch(1)

    @override
    def look(self) -> None:
        """Show which bureau this computer belongs to."""
        found = enrolling.standing(self._desk.reader)
        self._joined.setVisible(found is not None)
        self.open.setVisible(found is not None)
        if not self.label.text():
            self.label.set_text(self._desk.duty.office.device)
        if found is not None:
            self._facts.set_facts(
                (
                    Fact(self.tr("Enrolled for"), found.name),
                    Fact(self.tr("Server address"), found.url),
                    Fact(self.tr("Jurisdiction"), found.scope),
                    Fact(
                        self.tr("Certificate"),
                        grouped(found.pin) if found.pin else self.tr("public"),
                    ),
                )
            )

    def take(self, text: str) -> None:
        """Take what was scanned: it fills the fields, and a person presses Connect."""
        found = enrolling.invitation(text)
        if found is None:
            self._tell("url")
            return
        self.url.set_text(found.url)
        self.code.set_text(found.code)
        self.pin.set_text(one_line(found.pin))
        self.said.set_error("")
        self.join.setFocus()

    def _card(self, title: str, inside: QWidget) -> Card:
        card = Card(self._desk.theme)
        card.add_row(CardHead(self._desk.theme, title))
        holder = self.holder()
        column(holder, spacing=8, margin=16).addWidget(inside)
        card.add_row(holder)
        return card

    def _read(self) -> None:
        """A hand scanner types the whole code into the field, sign by sign."""
        text = self.url.text()
        if text.startswith(enrolling.INVITATION):
            self.take(text)

    # --- joining ------------------------------------------------------------------------------

    def _ask(self) -> None:
        url = self.url.text().strip().rstrip("/")
        if not enrolling.is_address(url):
            self._tell("url")
            return
        if not self.code.text().strip():
            self._tell("code")
            return
        self.said.set_error("")
        self.join.setEnabled(False)
        self._busy.setText(self.tr("Asking the bureau…"))
        pin = enrolling.tidy_pin(self.pin.text())
        desk = self._desk
        asking = Asking(Address(url, pin), self.code.text(), self.label.text().strip())
        work = partial(
            rounds.enrol, desk.own_reader, desk.jobs.write_and_wait, desk.duty.seal, asking
        )
        desk.jobs.background(work, self._answered, self._failed)

    def _answered(self, joined: Joined) -> None:
        self._idle()
        if joined.enrolment is not None:
            for field in (self.url, self.code, self.pin):
                field.set_text("")
            self.look()
            self._desk.sync.wake()
            self._desk.go(Place("sync"))
        elif joined.shown:
            self._compare(joined.shown)
        else:
            self._tell(joined.problem)

    def _compare(self, shown: str) -> None:
        """Let a person compare the fingerprint; only then is the certificate believed."""
        words = self.tr(
            "Nobody this computer knows vouches for the server. Compare each sign with the sheet "
            "from the bureau, and go on only if all are the same:\n\n{shown}"
        ).format(shown=grouped(shown))
        title = self.tr("Is this the bureau's certificate?")
        asks = Confirm(
            self._desk.theme, title, words, self.tr("It is the same"), parent=self.window()
        )
        asks.accepted.connect(partial(self._believe, shown))
        asks.finished.connect(asks.deleteLater)
        asks.open()

    def _believe(self, shown: str) -> None:
        self.pin.set_text(one_line(shown))
        self._ask()

    def _failed(self, error: Exception) -> None:
        self._idle()
        self._desk.tell(error)

    def _idle(self) -> None:
        self.join.setEnabled(True)
        self._busy.setText("")

    def _tell(self, problem: str) -> None:
        bold, body = sentence(link_code(problem), {"code": problem})
        self.said.set_error(self.tr("{fact}. {sentence}").format(fact=bold, sentence=body))


def grouped(pin: str) -> str:
    """A fingerprint in groups of four, eight to a line, as one compares it."""
    groups = [pin[at : at + GROUP] for at in range(0, len(pin), GROUP)]
    lines = (
        " ".join(groups[at : at + GROUPS_A_LINE]) for at in range(0, len(groups), GROUPS_A_LINE)
    )
    return "\n".join(lines)


def one_line(pin: str) -> str:
    """A fingerprint in groups of four, for a field."""
    return grouped(pin).replace("\n", " ")
