"""Measuring a position with a satellite receiver: what it does now, how well, and taking it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.shell.gps import Fix, Receiver, list_ports
from app.shell.noop import QT_TRANSLATE_NOOP
from app.widgets.dialog import DialogFrame
from app.widgets.fields import ChoiceField, Item
from app.widgets.labelled import Labelled
from app.widgets.labels import Icon, Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.screens.desk import Desk

SECONDS: Final = 90  # a cold receiver under open sky needs up to a minute
ANY: Final = ""

STATES: Final[Mapping[str, tuple[str, str, str]]] = {
    "looking": (
        "refresh",
        "muted",
        QT_TRANSLATE_NOOP("PositionDialog", "Looking for a receiver on this computer."),
    ),
    "waiting": (
        "clock",
        "muted",
        QT_TRANSLATE_NOOP(
            "PositionDialog",
            "The receiver answers and has no position yet. Under open sky this takes up to a "
            "minute.",
        ),
    ),
    "none": (
        "triangle",
        "warning",
        QT_TRANSLATE_NOOP(
            "PositionDialog",
            "No receiver was found. Connect it to USB and try again, choose its port below, or "
            "close this and type the position. Nothing was changed.",
        ),
    ),
    "silent": (
        "triangle",
        "warning",
        QT_TRANSLATE_NOOP(
            "PositionDialog",
            "What is connected does not speak as a receiver does. Choose its port below and try "
            "again, or close this and type the position. Nothing was changed.",
        ),
    ),
    "denied": (
        "triangle",
        "warning",
        QT_TRANSLATE_NOOP(
            "PositionDialog",
            "The receiver's port may not be opened. Close other programs that use it; on Linux "
            "ask to be added to the group dialout. Then try again. Nothing was changed.",
        ),
    ),
    "lost": (
        "triangle",
        "warning",
        QT_TRANSLATE_NOOP(
            "PositionDialog",
            "The receiver was unplugged. Connect it and try again. Nothing was changed.",
        ),
    ),
    "late": (
        "triangle",
        "warning",
        QT_TRANSLATE_NOOP(
            "PositionDialog",
            "No position came in a minute and a half. Go to a window or under open sky and try "
            "again, or close this and type the position. Nothing was changed.",
        ),
    ),
}


class PositionDialog(DialogFrame):
    """Waits for a position; one good enough is taken at once, a rougher one when Enter says so.

    Signals:
        taken: The position as XForm text.
    """

    taken = Signal(str)

    def __init__(self, desk: Desk, wanted: float, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "", width=520, parent=parent)
        title = self.tr("Position from the receiver")
        self.title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._desk = desk
        self._wanted = wanted
        self._fix: Fix | None = None
        self.receiver = Receiver(self)
        self._mark = Icon(desk.theme, "refresh", 18)
        self.said = Label(desk.theme, "", "field", wrap=True)
        self.said.setMinimumHeight(64)
        self.where = Label(desk.theme, "", "heading")
        self.port = ChoiceField(desk.theme)
        self._lay_out()
        self._again = self.add_act(self.tr("Try again"), "secondary", "refresh")
        self.add_leave()
        self.take = self.add_act(self.tr("Take this position"), "primary", "place")
        self.take.setDefault(True)
        self._again.clicked.connect(self._begin)
        self.take.clicked.connect(self._take)
        self.port.chosen.connect(self._begin)
        self.receiver.changed.connect(self._show)
        self.receiver.found.connect(self._find)
        self.finished.connect(self.receiver.stop)
        self._begin(desk.config.settings.receiver)

    def _lay_out(self) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.said, 1)
        self.body.addWidget(self.where)
        self.body.addWidget(line)
        self.body.addWidget(Labelled(self._theme, self.tr("Port"), self.port))

    def _begin(self, port: object = None) -> None:
        """Start from the beginning, on a port or on whichever is found."""
        ports = list_ports()
        wanted = port if isinstance(port, str) else self.port.value
        items = [Item(ANY, self.tr("Find it")), *(Item(one.name, one.title) for one in ports)]
        if wanted not in {item.value for item in items}:
            items.append(Item(wanted, wanted))
        self.port.set_items(items)
        self.port.set_value(wanted)
        self._fix = None
        self.receiver.start(wanted, seconds=SECONDS)

    def _show(self, state: object) -> None:
        running = state in {"looking", "waiting", "found"}
        self._fix = self._fix if running or state == "off" else None
        self._again.setVisible(not running and state != "off")
        self.take.setEnabled(state == "found")
        self.where.setVisible(self._fix is not None)
        if isinstance(state, str) and state in STATES:
            icon, meaning, words = STATES[state]
            self._mark.set_icon(icon, meaning)
            self.said.setText(QCoreApplication.translate("PositionDialog", words))

    def _find(self, fix: object) -> None:
        if not isinstance(fix, Fix):
            return
        self._fix = fix
        if self.receiver.port != self._desk.config.settings.receiver:
            self._desk.config.change(receiver=self.receiver.port)
        if fix.accuracy is not None and fix.accuracy <= self._wanted:
            self._take()
            return
        self.where.setText(f"{fix.latitude:.6f}, {fix.longitude:.6f}")
        self.where.show()
        self._mark.set_icon("place", "accent")
        self.said.setText(self._accuracy_words(fix))

    def _accuracy_words(self, fix: Fix) -> str:
        if fix.accuracy is None:
            return self.tr(
                "A position is there; the receiver does not say how accurate it is. Take it, or "
                "wait for a better one."
            )
        return self.tr(
            "Accurate to {now} m so far; it is taken by itself at {wanted} m. Wait, or take it "
            "as it is."
        ).format(now=f"{fix.accuracy:.1f}", wanted=f"{self._wanted:g}")

    def _take(self) -> None:
        if self._fix is not None and self.result() == 0:
            self.taken.emit(self._fix.text)
            self.accept()
