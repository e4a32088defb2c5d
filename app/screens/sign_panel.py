"""The place where one person signs: who it is, in what manner, the pad or what stands for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.screens.sign_evidence import Evidence
from app.screens.sign_ink import kept_ink
from app.screens.sign_words import ON_PAPER, role_words, with_witness
from app.services.signing import Unsigned
from app.widgets.buttons import Button
from app.widgets.fields import LineField, TextField, commit_input_method
from app.widgets.labelled import Labelled
from app.widgets.labels import Label
from app.widgets.segmented import Part, Segmented
from app.widgets.signature import SignaturePanel

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.ink import Ink
    from app.services.signing import Slot
    from app.widgets.ink import Ink as Drawn

LEAST = (320, 146)  # of the pad: it also fits a small laptop at 200 %


@dataclass(frozen=True, slots=True)
class Signed:
    """What the pad hands over: the place, the ink with its name, and what was said before."""

    slot: str
    ink: Ink
    wording: str


@dataclass(frozen=True, slots=True)
class Declined:
    """What stands for a signature: the place, and the wording with its evidence."""

    slot: str
    unsigned: Unsigned


class SignPanel(QWidget):
    """Head with the signer's name, the manner, and the pad or the wording with its evidence.

    Signals:
        signed: A ``Signed``.
        declined: A ``Declined``.
        inked: The ink so far, for the page beside it.
        slot_wanted: The place to sign at instead (the witness, or the party again).
    """

    signed = Signal(object)
    declined = Signal(object)
    inked = Signal(object)
    slot_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._slot: Slot | None = None
        self._shown = ""
        theme = desk.theme
        self._role = Label(theme, "", "strong")
        self._who = Label(theme, "", "label", "muted")
        self.name = LineField(theme, self.tr("Name of the signer"), hint=self.tr("Name"))
        self.name.setMaximumWidth(220)
        self.read = Button(theme, self.tr("Read aloud to them"), "filter", "tick-ring")
        self.manner = Segmented(theme, (), self.tr("How it is signed"), stretched=True)
        self.manner.chosen.connect(self._choose)
        self.pad = SignaturePanel(theme)
        self.pad.pad.setMinimumSize(*LEAST)
        self.pad.inked.connect(self.inked)
        self.pad.confirmed.connect(self._sign)
        self.decline = DeclineForm(desk)
        self.decline.confirmed.connect(self._decline)
        self.decline.hide()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._role)
        head.addWidget(self._who)
        head.addWidget(self.name, 1)
        head.addStretch(1)
        head.addWidget(self.read)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        self._role.setMinimumHeight(40)
        whole.addLayout(head)
        whole.addWidget(self.manner)
        whole.addSpacing(4)
        whole.addWidget(self.pad, 1)
        whole.addWidget(self.decline)

    def set_slot(self, slot: Slot, record_id: str, *, witness: bool) -> None:
        """Let a place be signed; ``witness`` says whether the paper has a place for one."""
        self._slot = slot
        self._role.setText(role_words(slot.role))
        other = slot.role != "inspector"
        self.read.setVisible(slot.role == "party")
        self.manner.setVisible(other)
        key = f"{record_id}:{slot.slot}"
        if key == self._shown:
            return
        self._shown = key
        self.pad.pad.clear()
        self.name.set_text(slot.name)
        self._who.setText("" if other else slot.name)
        self.name.setVisible(other)
        self.name.setPlaceholderText(
            self.tr("Name and unit") if slot.role == "witness" else self.tr("Name")
        )
        self.manner.set_parts(self._manners(witness=witness))
        self.manner.set_value("witness" if slot.role == "witness" else "self")
        self.read.setChecked(False)
        self.decline.begin(record_id)
        self._show(declining=False)

    def forget(self) -> None:
        """Begin anew with the next place, even when it is the same one."""
        self._shown = ""

    def choose_manner(self, manner: str) -> None:
        """Choose how it is signed, as a person would."""
        self.manner.choose(manner)

    def _manners(self, *, witness: bool) -> tuple[Part, ...]:
        parts = (
            Part("self", self.tr("Signs in person")),
            Part("refused", self.tr("Refuses to sign")),
            Part("absent", self.tr("Not present")),
        )
        return (*parts, Part("witness", self.tr("Witness"))) if witness else parts

    def _choose(self, manner: str) -> None:
        at_witness = self._slot is not None and self._slot.role == "witness"
        if manner == "witness" or at_witness:
            if (manner == "witness") != at_witness:
                self.slot_wanted.emit("witness" if manner == "witness" else "party")
            if manner in {"witness", "self"}:
                return
        if manner != "self":
            self.manner.set_value(manner)
            self.decline.set_manner(manner)
        self._show(declining=manner != "self")

    def _show(self, *, declining: bool) -> None:
        """Only one of the two takes room."""
        self.pad.setVisible(not declining)
        self.decline.setVisible(declining)

    def _sign(self, drawn: Drawn) -> None:
        commit_input_method()
        if self._slot is None:
            return
        ink = kept_ink(drawn, self.name.text(), self._desk.theme.colour("ink"))
        read = self.read.isChecked() and self._slot.role == "party"
        self.signed.emit(Signed(self._slot.slot, ink, ON_PAPER["read"] if read else ""))

    def _decline(self) -> None:
        commit_input_method()
        if self._slot is None:
            return
        form = self.decline
        unsigned = Unsigned(
            state=self.manner.value,
            name=self.name.text().strip(),
            wording=with_witness(form.wording.text(), form.witness.text()),
            evidence=form.evidence.ids(),
            witness=form.witness.text().strip(),
        )
        self.declined.emit(Declined(self._slot.slot, unsigned))


class DeclineForm(QWidget):
    """The wording for the paper, and the evidence it needs: a photo or a witness.

    Signals:
        confirmed: The wording shall stand in place of the signature.
    """

    confirmed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.wording = TextField(theme, self.tr("Wording on the paper"))
        self.witness = LineField(
            theme, self.tr("Witness"), hint=self.tr("Name and unit of who saw it")
        )
        self.evidence = Evidence(desk, "evidence")
        self.confirm = Button(theme, self.tr("Confirm the note"), "primary", "tick")
        self.confirm.clicked.connect(self.confirmed)
        self._lack = Label(theme, "", "label", "muted", wrap=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        for words, field in (
            (self.tr("Wording"), self.wording),
            (self.tr("Witness"), self.witness),
            (self.tr("Photo"), self.evidence),
        ):
            whole.addWidget(Labelled(theme, words, field))
        foot = QHBoxLayout()
        foot.addWidget(self._lack, 1)
        foot.addWidget(self.confirm)
        whole.addLayout(foot)
        self.wording.answered.connect(self._look)
        self.witness.answered.connect(self._look)
        self.evidence.changed.connect(self._look)

    def begin(self, record_id: str) -> None:
        """Begin for a paper."""
        self.witness.set_text("")
        self.evidence.set_owner(record_id)
        self._look()

    def set_manner(self, manner: str) -> None:
        """Offer the wording of a refusal or an absence."""
        self.wording.set_text(ON_PAPER[manner])
        self._look()

    def _look(self, *_: object) -> None:
        proved = bool(self.witness.text().strip() or self.evidence.ids())
        worded = bool(self.wording.text().strip())
        self.confirm.setEnabled(proved and worded)
        lack = "" if proved else self.tr("Needed: a photo or a witness (Procedure Rules art. 43)")
        self._lack.setText(lack if worded else self.tr("Needed: the wording for the paper"))
