"""How a document reaches the party: the way, and what that way needs as its proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.screens.sign_evidence import Evidence
from app.services import service
from app.services.errors import Refused
from app.services.service import Service
from app.widgets.buttons import Button
from app.widgets.fields import LineField
from app.widgets.labels import Icon, Label
from app.widgets.segmented import Part, Segmented

if TYPE_CHECKING:
    from app.screens.desk import Desk


def method_words(method: str) -> str:
    """A way of service as people call it."""
    known = {
        "at-once": QCoreApplication.translate("service", "Handed"),
        "post": QCoreApplication.translate("service", "Posted"),
        "left": QCoreApplication.translate("service", "Left"),
        "electronic": QCoreApplication.translate("service", "Online"),
        "entrusted": QCoreApplication.translate("service", "Through another agency"),
        "announced": QCoreApplication.translate("service", "By announcement"),
    }
    return known.get(method, method)


class ServiceForm(QWidget):
    """Four ways, and one field for what each needs; ``proof`` also takes photos.

    Signals:
        changed: Something was chosen or written.
    """

    changed = Signal()

    def __init__(self, desk: Desk, *, proof: bool = False) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        parts = [Part(method, method_words(method)) for method in service.METHODS]
        self.method = Segmented(theme, parts, self.tr("Way of service"), stretched=True)
        self.method.set_value("at-once")
        self.method.chosen.connect(self._look)
        self.receiver = LineField(theme, self.tr("Receiver"), hint=self.tr("Who takes it"))
        self.tracking = LineField(
            theme, self.tr("Tracking number"), hint=self.tr("Tracking number, once posted")
        )
        self.witness = LineField(
            theme, self.tr("Witness"), hint=self.tr("Name and unit of the witness")
        )
        self.address = LineField(
            theme, self.tr("Confirmed address"), hint=self.tr("Address the party confirmed")
        )
        self._fields = {
            "at-once": self.receiver,
            "post": self.tracking,
            "left": self.witness,
            "electronic": self.address,
        }
        self.evidence = Evidence(desk, "document") if proof else None
        self._icon = Icon(theme, "tick-ring", 16, "ok")
        self._words = Label(theme, "", "label", "text", wrap=True)
        self._change = Button(theme, self.tr("Edit"), "link")
        self._change.clicked.connect(self._edit)
        self._editing = True
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self._words, 1)
        line.addWidget(self._change)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(self.method)
        for field in self._fields.values():
            field.answered.connect(self._look)
            whole.addWidget(field)
        if self.evidence is not None:
            self.evidence.changed.connect(self._look)
            whole.addWidget(self.evidence)
        whole.addLayout(line)
        self._look()

    def begin(self, receiver: str, document_id: str = "") -> None:
        """Begin for a paper whose receiver is likely this one."""
        self.method.set_value("at-once")
        self.receiver.set_text(receiver)
        self._editing = not receiver
        for field in (self.tracking, self.witness, self.address):
            field.set_text("")
        if self.evidence is not None:
            self.evidence.set_owner(document_id)
        self._look()

    def service(self) -> Service:
        """What was chosen and written; the time is now."""
        method = self.method.value
        written = self._fields[method].text().strip()
        return Service(
            method,
            self._desk.duty.now(),
            receiver=written if method == "at-once" else "",
            witness=written if method == "left" else "",
            proof=self.evidence.ids() if self.evidence is not None else (),
            note=written if method in {"post", "electronic"} else "",
        )

    @property
    def complete(self) -> bool:
        """Whether the service can be recorded as it stands."""
        try:
            service.check(self.service())
        except Refused:
            return False
        return True

    def _look(self, *_: object) -> None:
        method = self.method.value
        done = self.complete
        shut = done and method == "at-once" and not self._editing
        for name, field in self._fields.items():
            field.setVisible(name == method and not shut)
        self._change.setVisible(shut)
        if self.evidence is not None:
            self.evidence.setVisible(method == "left")
        self._icon.set_icon("tick-ring" if done else "clock", "ok" if done else "warning")
        self._words.setText(self._said(method, done=done))
        self.changed.emit()

    def _edit(self) -> None:
        self._editing = True
        self._look()
        self.receiver.setFocus()

    def _said(self, method: str, *, done: bool) -> str:
        written = self._fields[method].text().strip()
        if done and method == "at-once":
            return self.tr("Receipt ready, signed for by {name}").format(name=written)
        if done:
            return self.tr("Proof of service is complete")
        return {
            "at-once": self.tr("Name the receiver, or record it after handing over"),
            "post": self.tr("The tracking number is added when it is posted"),
            "left": self.tr("Needs a witness or a photo; can be added afterwards"),
            "electronic": self.tr("Needs the address the party confirmed in writing"),
        }[method]
