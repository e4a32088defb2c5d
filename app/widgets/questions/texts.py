"""Questions answered with words: one line or several, hidden while typed, or an address."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets.buttons import Button
from app.widgets.fields import LineField, TextField, set_wrong
from app.widgets.labels import Label
from app.widgets.questions.base import Helpers, QuestionWidget
from forms.limits import most_characters
from forms.model import Question
from forms.state import State

ADDRESSES = ("http", "https")


class TextQuestion(QuestionWidget):
    """One line, or several that grow with appearance ``multiline``.

    Where the constraint limits the characters, how many there are stands at the right below.
    Appearance ``masked`` hides what is typed.
    """

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        looks = question.appearance.split()
        several = "multiline" in looks or "rows" in question.parameters
        self.field: LineField | TextField = TextField(theme) if several else LineField(theme)
        self._most = most_characters(question.constraint)
        self.count = Label(theme, "", "small", "faint")
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight)
        both = QWidget()
        rows = QVBoxLayout(both)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(self.framed(self.field))
        rows.addWidget(self.count)
        self.count.setVisible(self._most is not None)  # shown before, it would be a window
        self._stand(both)
        if self._most is None:
            self.count.hide()
        self.setFocusProxy(self.field)
        self.field.answered.connect(self._typed)
        self.field.left.connect(self._leave)
        if isinstance(self.field, LineField) and "masked" in looks:
            self.field.setEchoMode(QLineEdit.EchoMode.Password)

    @property
    @override
    def control(self) -> QWidget:
        """The field itself, whatever stands around it."""
        return self.field

    def framed(self, field: LineField | TextField) -> QWidget:
        """The field with what stands beside it."""
        return field

    def _typed(self, text: str) -> None:
        self._show_count(text)
        self._say(text if text.strip() else "")  # nothing but blanks and lines is no answer

    def _show_count(self, text: str) -> None:
        if self._most is not None:
            self.count.setText(f"{len(text)} / {self._most}")
            self.count.set_meaning("danger" if len(text) > self._most else "faint")

    @override
    def show_state(self, state: State) -> None:
        self.field.set_text(state.value)
        self.field.set_readonly(state.readonly)
        self._show_count(state.value)

    @override
    def show_wrong(self, *, wrong: bool) -> None:
        set_wrong(self.field, wrong=wrong)


class AddressQuestion(TextQuestion):
    """The address of a page (appearance ``url``); it is opened only when the person says so."""

    @override
    def framed(self, field: LineField | TextField) -> QWidget:
        self.open = Button(self._theme, self.tr("Open"), "secondary", "link")
        self.open.clicked.connect(self._ask)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(field, 1)
        row.addWidget(self.open)
        return both

    def _ask(self) -> None:
        self.asked.emit(self.ref, "address")

    @override
    def show_state(self, state: State) -> None:
        super().show_state(state)
        self.open.setEnabled(address_of(state.value) is not None)


def address_of(text: str) -> QUrl | None:
    """The page a text names, None for anything that is not on the web."""
    address = QUrl(text.strip(), QUrl.ParsingMode.StrictMode)
    known = address.isValid() and address.scheme() in ADDRESSES and address.host()
    return address if known else None
