"""Changing a form in use: which one; its workbook is then written, opened and looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.screens.layout import label_column
from app.widgets.dialog import DialogFrame
from app.widgets.fields import ChoiceField, Item
from app.widgets.labelled import Labelled
from app.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from app.services.packages import FormLine
    from app.shell.theme import Theme


class ChangeDialog(DialogFrame):
    """Asks which form is to be changed.

    Signals:
        chosen: The id of the form.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, forms: Iterable[FormLine], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", width=560, parent=parent)
        title = self.tr("Change a form")
        self.title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        words = self.tr(
            "The workbook of the version in use is written to a place you choose and opened. "
            "Change it there, raise its version and save; the form stays as it is until the new "
            "version is put into use."
        )
        self.body.addWidget(Label(theme, words, "field", "muted", wrap=True))
        self.form = ChoiceField(theme, self.tr("Form"))
        self.form.set_items([Item(one.form_id, one.title) for one in forms])
        self.form.setCurrentIndex(0)
        self.body.addWidget(Labelled(theme, self.tr("Form"), self.form, column=label_column()))
        self.add_leave()
        self.act = self.add_act(self.tr("Choose the place…"), "primary", "download")
        self.act.setEnabled(bool(self.form.value))
        self.act.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.accept()
        self.chosen.emit(self.form.value)
