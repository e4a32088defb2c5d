"""One clock for one deadline, the same on every screen: working days while it is near."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.widgets.chips import Chip, clock_chip

if TYPE_CHECKING:
    import datetime as dt

NEAR: Final = 15
"""Working days up to which a deadline is counted in working days; farther off in calendar days."""


def due_chip(due: dt.date, days: int, working_days: int) -> Chip:
    """The chip of a deadline ``days`` and ``working_days`` away, negative when it has passed."""
    working = abs(working_days) <= NEAR
    left = working_days if working else days
    if days < 0:
        left = min(left, -1)  # late over a weekend is late all the same
    share = max(0.0, min(1.0, 1 - max(left, 0) / NEAR))
    return clock_chip(left, working=working, share=share, tip=due.isoformat())
