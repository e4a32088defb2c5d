"""Settings: the password that locks the data of this computer, and the recovery code on paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit
from typing_extensions import override

from app.screens.layout import column, label_column
from app.screens.settings_page import Page
from app.shell.vault import Vault, VaultError
from app.widgets.buttons import Button
from app.widgets.card import Card, CardHead
from app.widgets.dialog import DialogFrame
from app.widgets.fields import LineField, TextField
from app.widgets.labelled import Labelled
from app.widgets.labels import Label

if TYPE_CHECKING:
    from app.screens.desk import Desk

SHORTEST = 8


class LockPage(Page):
    """A password besides that of the computer, and what opens the data when all else is lost."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._place = ""
        theme = desk.theme
        self._state = Label(theme, "", "field", wrap=True)
        self._current = self._secret(self.tr("Present password"))
        self._new = self._secret(self.tr("New password"))
        self._again = self._secret(self.tr("Once more"))
        wide = label_column()
        self._current_line = Labelled(
            theme, self.tr("Present password"), self._current, column=wide
        )
        self._new_line = Labelled(theme, self.tr("New password"), self._new, column=wide)
        self._again_line = Labelled(theme, self.tr("Once more"), self._again, column=wide)
        self._set = Button(theme, self.tr("Set the password"), "secondary", "lock")
        self._set.clicked.connect(self._take_new)
        self._remove = Button(theme, self.tr("Remove the password"), "secondary", "unlock")
        self._remove.clicked.connect(self._take_away)
        self._said = Label(theme, "", "label", "ok", wrap=True)
        rows = column(self, spacing=12)
        rows.addWidget(self._lock_card())
        rows.addWidget(self._code_card())
        rows.addStretch(1)

    @override
    def look(self) -> None:
        """Say where the keys are now."""
        try:
            self._show(Vault(self._desk.paths.keys, None).place())
        except VaultError:  # said at the next start, with what to do
            self._show("")

    # --- showing ------------------------------------------------------------------------------

    def _secret(self, name: str) -> LineField:
        field = LineField(self._desk.theme, name)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        return field

    def _lock_card(self) -> Card:
        theme = self._desk.theme
        card = Card(theme)
        card.add_row(CardHead(theme, self.tr("Password")))
        inside = self.holder()
        lines = column(inside, spacing=8, margin=16)
        lines.addWidget(self._state)
        for line in (self._current_line, self._new_line, self._again_line):
            lines.addWidget(line)
        acts = QHBoxLayout()
        acts.addWidget(self._set)
        acts.addWidget(self._remove)
        acts.addStretch(1)
        lines.addLayout(acts)
        lines.addWidget(self._said)
        card.add_row(inside)
        return card

    def _code_card(self) -> Card:
        theme = self._desk.theme
        card = Card(theme)
        card.add_row(CardHead(theme, self.tr("Recovery code")))
        inside = self.holder()
        lines = column(inside, spacing=8, margin=16)
        lines.addWidget(
            Label(
                theme,
                self.tr(
                    "Whoever has this code and a copy of the data can read everything. Write it "
                    "down, seal it in an envelope and keep it at the bureau; without it a lost "
                    "password cannot be mended."
                ),
                "label",
                "muted",
                wrap=True,
            )
        )
        show = Button(theme, self.tr("Show the recovery code"), "secondary", "eye")
        show.clicked.connect(self._show_code)
        acts = QHBoxLayout()
        acts.addWidget(show)
        acts.addStretch(1)
        lines.addLayout(acts)
        card.add_row(inside)
        return card

    def _show(self, place: str) -> None:
        self._place = place
        locked = place == "passphrase"
        self._state.setText(
            {
                "passphrase": self.tr("The data open only with the password."),
                "keyring": self.tr("The key lies in this system's keyring; no password is asked."),
                "file": self.tr("The key lies in a file of yours; no password is asked."),
            }.get(place, "")
        )
        self._current_line.setVisible(locked)
        self._remove.setVisible(locked)
        self._set.set_words(
            self.tr("Change the password") if locked else self.tr("Set the password")
        )

    # --- acting -------------------------------------------------------------------------------

    def _take_new(self) -> None:
        for line in (self._current_line, self._new_line, self._again_line):
            line.set_error("")
        new = self._new.text()
        if len(new) < SHORTEST:
            self._new_line.set_error(self.tr("At least 8 characters."))
        elif new != self._again.text():
            self._again_line.set_error(self.tr("The two are not the same."))
        else:
            self._change(new, self.tr("The password holds from the next start."))

    def _take_away(self) -> None:
        self._current_line.set_error("")
        self._change(None, self.tr("No password is asked any more."))

    def _change(self, new: str | None, said: str) -> None:
        current = self._current.text() or None
        self._set.setEnabled(False)
        self._remove.setEnabled(False)
        change = partial(_set_passphrase, self._desk, new, current)
        self._desk.jobs.background(change, partial(self._changed, said), self._failed)

    def _changed(self, said: str, problem: str) -> None:
        self._set.setEnabled(True)
        self._remove.setEnabled(True)
        if problem in {"passphrase-wrong", "passphrase-needed"}:
            self._current_line.set_error(self.tr("That is not the present password."))
            self._current.setFocus()
            return
        self._said.setText(said if not problem else "")
        for field in (self._current, self._new, self._again):
            field.set_text("")
        self.look()

    def _failed(self, error: Exception) -> None:
        self._set.setEnabled(True)
        self._remove.setEnabled(True)
        self._desk.tell(error)

    def _show_code(self) -> None:
        theme = self._desk.theme
        dialog = DialogFrame(theme, self.tr("Recovery code"), width=560, parent=self.window())
        code = self._desk.recovery_code()
        field = TextField(theme, self.tr("Recovery code"), lines=(3, 3))
        field.set_text(code)
        field.set_readonly(True)
        dialog.body.addWidget(
            Label(
                theme,
                self.tr("Fourteen groups of four; I, L, O and U never occur in it."),
                "label",
                "muted",
                wrap=True,
            )
        )
        dialog.body.addWidget(field)
        copy = dialog.add_act(self.tr("Copy"), "secondary", "document")
        copy.clicked.connect(partial(_copy, code))
        dialog.add_leave(self.tr("Close"))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _set_passphrase(desk: Desk, new: str | None, current: str | None) -> str:
    """Change the password (io thread); the code of what is wrong, empty when it was changed."""
    try:
        desk.vault().set_passphrase(new, current)
    except VaultError as error:
        return error.code
    return ""


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
