"""What was drawn, step by step, so that each step can be taken back and done again."""

from app.services.sketch import Mark

Marks = tuple[Mark, ...]


class History:
    """Every state of a sheet since it was opened; a new step forgets what was taken back."""

    def __init__(self, now: Marks = ()) -> None:
        self._states: list[Marks] = [now]
        self._place = 0

    @property
    def now(self) -> Marks:
        """The marks as they stand."""
        return self._states[self._place]

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._place > 0

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return self._place + 1 < len(self._states)

    def do(self, marks: Marks) -> None:
        """Take a step."""
        self._states = [*self._states[: self._place + 1], marks]
        self._place += 1

    def undo(self) -> None:
        """Take the last step back."""
        self._place = max(0, self._place - 1)

    def redo(self) -> None:
        """Do the step taken back again."""
        self._place = min(len(self._states) - 1, self._place + 1)
