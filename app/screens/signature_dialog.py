"""Signing an answer inside a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.widgets.dialog import DialogFrame
from app.widgets.signature import SignaturePanel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.shell.theme import Theme


class SignatureDialog(DialogFrame):
    """The pad; an empty one or a dot cannot be confirmed, Escape leaves everything as it was.

    Signals:
        signed: The ``widgets.ink.Ink`` that was confirmed.
    """

    signed = Signal(object)

    def __init__(self, theme: Theme, label: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", width=720, parent=parent)
        title = label or self.tr("Signature")
        self.title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.panel = SignaturePanel(theme)
        self.body.addWidget(self.panel, 1)
        self.add_leave()
        self.panel.confirmed.connect(self._keep)
        self.panel.pad.setFocus()

    def _keep(self, ink: object) -> None:
        self.signed.emit(ink)
        self.accept()
