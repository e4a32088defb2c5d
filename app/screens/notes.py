"""The messages above the screen: kept in order, shown at most two, put away when answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.widgets.bars import Message, MessageBars

if TYPE_CHECKING:
    from app.screens.desk import Note

ICONS = {"ok": "tick-ring", "accent": "info", "warning": "triangle", "danger": "triangle"}


class Notes(QObject):
    """Hands notes to the bars and their answers back to whoever wrote them."""

    def __init__(self, bars: MessageBars) -> None:
        super().__init__(bars)
        self._bars = bars
        self._notes: dict[str, Note] = {}
        self._count = 0
        bars.answered.connect(self._answer)

    def add(self, note: Note) -> None:
        """Show a note until it is answered."""
        self._count += 1
        key = note.id or str(self._count)
        self._notes.pop(key, None)
        self._notes[key] = note
        self._show()

    def drop(self, key: str) -> None:
        """Take a note away that no longer holds."""
        if self._notes.pop(key, None) is not None:
            self._show()

    def leave(self) -> None:
        """Take away what was said of the place one is leaving."""
        gone = [key for key, note in self._notes.items() if note.here]
        for key in gone:
            del self._notes[key]
        if gone:
            self._show()

    def _answer(self, key: str, act: str) -> None:
        note = self._notes.pop(key, None)
        self._show()
        if note is not None and act.isdigit() and int(act) < len(note.acts):
            note.acts[int(act)][1]()

    def _show(self) -> None:
        messages = []
        for key, note in reversed(self._notes.items()):
            acts = tuple((str(place), words) for place, (words, _) in enumerate(note.acts))
            messages.append(
                Message(
                    id=key,
                    fact=note.bold,
                    sentence=note.sentence,
                    tone=note.tone,
                    icon=note.icon or ICONS.get(note.tone, "info"),
                    acts=acts or (("seen", self.tr("Got it")),),
                )
            )
        self._bars.set_messages(tuple(messages))
