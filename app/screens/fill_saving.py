"""Autosave: what was answered goes to the store within a moment, and is never given up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.services import records
from app.services.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.screens.desk import Desk

# Milliseconds from the first key that is not kept to the write: counted from the first and not the
# last, so that a kill in the middle of fast typing costs no more than a pause in it.
WAIT: Final = 300
AGAIN: Final = 5_000  # milliseconds between two tries after a failure

Answers = dict[str, str]
Progress = tuple[int, int]


def difference(before: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str | None]:
    """What must be written so that ``before`` becomes ``now``; None takes an answer back."""
    changed: dict[str, str | None] = {
        ref: value for ref, value in now.items() if before.get(ref) != value
    }
    changed.update(dict.fromkeys(before.keys() - now.keys()))
    return changed


class Autosave(QObject):
    """Brings the answers of one draft to the store.

    ``answers`` and ``progress`` are asked when it writes, so nothing typed since is missed. A
    write that fails leaves the answers where they are, is told once, and is tried again.

    Signals:
        saved: Everything asked for so far is on the disk.
        refused: The paper may not be changed any more (a ``Refused``).
    """

    saved = Signal()
    refused = Signal(object)

    def __init__(
        self,
        desk: Desk,
        record_id: str,
        answers: Callable[[], Answers],
        progress: Callable[[], Progress],
        initiator: object,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._record_id = record_id
        self._answers = answers
        self._progress = progress
        self._initiator = initiator
        self._kept: Answers = answers()
        self._sent: Answers = dict(self._kept)
        self._waiting = 0
        self._told = False
        self._soon = _timer(self, WAIT, self.save)
        self._again = _timer(self, AGAIN, self.save)

    @property
    def dirty(self) -> bool:
        """Whether something is typed that the store does not have yet."""
        return bool(self._waiting or self.pending())

    def poke(self) -> None:
        """Something was answered: write it soon, with what follows until then."""
        if not self._soon.isActive():
            self._soon.start()

    def save(self) -> None:
        """Write now what is not on its way yet."""
        self._soon.stop()
        self._again.stop()
        now = self._answers()
        batch = difference(self._sent, now)
        if not batch:
            return
        self._sent = now
        self._waiting += 1
        write = partial(
            records.answer,
            act=self._desk.duty.act(),
            record_id=self._record_id,
            values=batch,
            progress=self._progress(),
        )
        self._desk.jobs.write(
            write,
            done=partial(self._keep, batch),
            failed=self._fail,
            initiator=self._initiator,
        )

    def pending(self) -> dict[str, str | None]:
        """What is typed and not known to be in the store."""
        return difference(self._kept, self._answers())

    def rebase(self, answers: Answers) -> None:
        """Take answers the store is known to hold, as after someone else's write."""
        self._kept = dict(answers)
        self._sent = dict(answers)

    def _keep(self, batch: Mapping[str, str | None], _result: object) -> None:
        self._waiting -= 1
        self._told = False
        for ref, value in batch.items():
            if value is None:
                self._kept.pop(ref, None)
            else:
                self._kept[ref] = value
        if not self._waiting:
            self.saved.emit()

    def _fail(self, error: Exception) -> None:
        self._waiting -= 1
        self._sent = dict(self._kept)
        if isinstance(error, Refused):
            self.refused.emit(error)
            return
        if not self._told:
            self._told = True
            self._desk.tell(error)
        self._again.start()


def _timer(owner: QObject, wait: int, call: Callable[[], None]) -> QTimer:
    made = QTimer(owner)
    made.setSingleShot(True)
    made.setInterval(wait)
    made.timeout.connect(call)
    return made
