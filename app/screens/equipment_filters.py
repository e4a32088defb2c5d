"""What the register of special equipment is narrowed by: words, kind, test, status, operators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.screens.equipment_words import status_words
from app.services import operators
from app.services.equipment import STATUSES, Wanted, catalogue
from app.widgets.buttons import Button
from app.widgets.fields import ChoiceField, Item, LineField
from app.widgets.flow import Flow

if TYPE_CHECKING:
    from app.shell.theme import Theme

QUIET: Final = 150  # milliseconds after the last key before the register is asked
WIDE: Final = 280
CHOICE: Final = 176


class EquipmentFilters(QWidget):
    """One line of a search and four choices, as many lines where the width ends.

    Signals:
        changed: Something else is wanted.
        entered: Enter was pressed in the search.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = LineField(
            theme,
            self.tr("Find equipment"),
            hint=self.tr("Name, place, maker or number"),
        )
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(WIDE)
        kinds = [one for one in catalogue().values() if not one.category]
        self.kind = ChoiceField(
            theme,
            self.tr("Kind of equipment"),
            [Item("", self.tr("All kinds")), *(Item(one.code, one.kind) for one in kinds)],
        )
        self._test = ChoiceField(
            theme,
            self.tr("Next test"),
            (),
        )
        self.status = ChoiceField(
            theme,
            self.tr("Status"),
            [Item("", self.tr("Any status")), *(Item(one, status_words(one)) for one in STATUSES)],
        )
        self._operators = ChoiceField(
            theme,
            self.tr("Operators"),
            (),
        )
        self._near = (0, 0)
        self.set_near(30, 30)
        row = Flow(apart=12, below=8, parent=None)
        self.setLayout(row)
        row.addWidget(self.words)
        self._choices = (self.kind, self._test, self.status, self._operators)
        for choice in self._choices:
            choice.setFixedWidth(CHOICE)
            choice.set_value("")
            choice.chosen.connect(self._tell)
            row.addWidget(choice)
        self._among: tuple[str, ...] | None = None
        self._plan = Button(theme, "", "secondary", icon_after="close")
        self._plan.clicked.connect(self._leave_plan)
        self._plan.hide()
        row.addWidget(self._plan)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(QUIET)
        self._soon.timeout.connect(self.changed)
        self.words.textChanged.connect(self._soon.start)
        self.words.returnPressed.connect(self._enter)

    def set_near(self, tests: int, certificates: int) -> None:
        """Say how many days ahead a test and a certificate are told of."""
        if self._near == (tests, certificates):
            return
        self._near = (tests, certificates)
        self._test.set_items(
            (
                Item("", self.tr("Any test date")),
                Item("lapsed", self.tr("Test lapsed")),
                Item("soon", self.tr("Due within %n day(s)", None, tests)),
            )
        )
        self._operators.set_items(
            (
                Item("", self.tr("Any operators")),
                Item(operators.LAPSED, self.tr("Certificate expired")),
                Item(operators.EXPIRING, self.tr("Expires within %n day(s)", None, certificates)),
            )
        )

    @property
    def wanted(self) -> Wanted:
        """What is chosen, the test left out of account."""
        status = "" if self.test else self.status.value
        return Wanted(
            kind_code=self.kind.value,
            words=self.words.text(),
            status=status,
            among=self._among,
        )

    @property
    def test(self) -> str:
        """``lapsed``, ``soon`` or ""; only what is in use has a test that lapses."""
        return self._test.value

    @property
    def certificates(self) -> str:
        """``lapsed``, ``soon`` or "": whose operators' certificates are asked for."""
        return self._operators.value

    @property
    def narrowed(self) -> bool:
        """Whether anything is chosen at all."""
        return self.wanted != Wanted() or bool(self.test or self.certificates)

    def set_test(self, test: str) -> None:
        """Choose a test without telling."""
        self._test.set_value(test)
        self._fit()

    def set_among(self, words: str, ids: tuple[str, ...]) -> None:
        """Show only these devices, and say which they are, without telling."""
        self._among = ids
        self._plan.set_words(words)
        self._plan.setAccessibleName(self.tr("{what}: show everything").format(what=words))
        self._plan.show()

    def _leave_plan(self) -> None:
        self._among = None
        self._plan.hide()
        self.words.setFocus()
        self.changed.emit()

    def clear(self) -> None:
        """Choose everything without telling."""
        for choice in self._choices:
            choice.set_value("")
        self.words.set_text("")
        self._among = None
        self._plan.hide()
        self._soon.stop()
        self._fit()

    def take_focus(self) -> None:
        """Put the cursor into the search."""
        self.words.setFocus()

    def _tell(self, _value: str) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        """A test is asked of what is in use: the status has nothing to add."""
        self.status.setEnabled(not self.test)
        if self.test:
            self.status.set_value(STATUSES[0])

    def _enter(self) -> None:
        self._soon.stop()
        self.entered.emit()
