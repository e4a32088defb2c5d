"""A control with its label, hint, required mark and error sentence.

The accessible name is set here, in the same place as the label.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.shell.theme import Theme
from app.widgets.dates import DateField
from app.widgets.labels import Icon, Label

COLUMN_ZH = 72
COLUMN_EN = 124


class ErrorLine(QWidget):
    """The triangle and the sentence under a wrong field; takes no room while there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(6)
        row.addWidget(Icon(theme, "triangle", 14, "danger"), 0, Qt.AlignmentFlag.AlignTop)
        self._words = Label(theme, "", "small", "danger", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self._words, 1)
        self.hide()

    def text(self) -> str:
        """The sentence shown, "" for none."""
        return self._words.text() if not self.isHidden() else ""

    def set_error(self, sentence: str) -> None:
        """Show a sentence, or nothing for ""."""
        self._words.setText(sentence)
        self.setVisible(bool(sentence))


class Labelled(QWidget):
    """Label and control; beside each other (``column`` wide) or one above the other (0)."""

    def __init__(  # noqa: PLR0913 - a row has a label, a control, a hint and a width
        self,
        theme: Theme,
        label: str,
        control: QWidget,
        *,
        hint: str = "",
        required: bool = False,
        column: int = COLUMN_ZH,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._control = control
        self._required = required
        self._label = Label(theme, label, "label", "muted", wrap=True)
        self._label.setBuddy(control)
        self._hint = Label(theme, hint, "small", "faint", wrap=True)
        self._error = ErrorLine(theme)
        beside = column > 0
        outer: QBoxLayout = QHBoxLayout(self) if beside else QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12 if beside else 6)
        if beside:
            self._label.setFixedWidth(column)
            self._label.setMinimumHeight(40)
            outer.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        else:
            outer.addWidget(self._label)
        stack = QVBoxLayout()
        stack.setSpacing(4)
        stack.addWidget(control)
        stack.addWidget(self._hint)
        stack.addWidget(self._error)
        outer.addLayout(stack, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_label(label)
        self.set_hint(hint)

    def set_label(self, label: str) -> None:
        """Call the control something else, on the screen and to screen readers."""
        self._label.setText(label + " *" if self._required else label)
        self._control.setAccessibleName(label)
        if isinstance(self._control, DateField):
            self._control.set_name(label)

    def set_hint(self, hint: str) -> None:
        """Show a hint under the control, or none for ""."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def set_error(self, sentence: str) -> None:
        """Say what is wrong, or nothing for ""; spoken with the control."""
        self._error.set_error(sentence)
        self._control.setAccessibleDescription(sentence)
