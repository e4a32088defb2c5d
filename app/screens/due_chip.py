"""One clock for one deadline, the same on every screen: working days while it is near.

What a screen counts to a day is only as good as this computer's clock; `doubted` says so in the
chip itself while the clock contradicts what it has recorded.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.services.context import CHINA
from app.widgets.chips import Chip, clock_chip

NEAR: Final = 15
"""Working days up to which a deadline is counted in working days; farther off in calendar days."""


A_DAY: Final = 24 * 60
"""Minutes from which on a period of hours is still quiet."""


def doubted_day(words: str, *, doubt: bool) -> str:
    """The day of a deadline as words, marked like a chip if the clock is in doubt; "" stays ""."""
    if not doubt or not words:
        return words
    return QCoreApplication.translate("DueChip", "{words} (clock?)").format(words=words)


def doubted(chip: Chip, *, doubt: bool) -> Chip:
    """The chip of a deadline, saying that the days left are uncertain if the clock is in doubt."""
    if not doubt:
        return chip
    tip = QCoreApplication.translate(
        "DueChip",
        "{day}: this computer's clock contradicts what it has recorded, so the days left may be "
        "wrong. Check date and time first.",
    )
    words = doubted_day(chip.words, doubt=doubt)
    return replace(chip, words=words, tip=tip.format(day=chip.tip))


def due_chip(due: dt.date, days: int, working_days: int, *, doubt: bool = False) -> Chip:
    """The chip of a deadline ``days`` and ``working_days`` away, negative when it has passed."""
    working = abs(working_days) <= NEAR
    left = working_days if working else days
    if days < 0:
        left = min(left, -1)  # late over a weekend is late all the same
    share = max(0.0, min(1.0, 1 - max(left, 0) / NEAR))
    chip = clock_chip(left, working=working, share=share, tip=due.isoformat())
    return doubted(chip, doubt=doubt)


def hours_chip(due_at: dt.datetime, now: dt.datetime, *, doubt: bool = False) -> Chip:
    """The chip of a period of hours: hours and minutes left to the minute, or how long it is over."""
    left = (due_at - now) // dt.timedelta(minutes=1)
    tip = due_at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
    if left < 0:
        words = QCoreApplication.translate("DueChip", "{time} overdue")
        over = words.format(time=hours_words(-left))
        return doubted(Chip(over, "danger", "triangle", None, tip), doubt=doubt)
    words = QCoreApplication.translate("DueChip", "{time} left")
    tone = "mute" if left > A_DAY else "warning"
    share = max(0.0, min(1.0, 1 - left / A_DAY))
    return doubted(Chip(words.format(time=hours_words(left)), tone, "", share, tip), doubt=doubt)


def hours_words(minutes: int) -> str:
    """A length of time in hours and minutes."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return QCoreApplication.translate("DueChip", "{minutes} min").format(minutes=rest)
    words = QCoreApplication.translate("DueChip", "{hours} h {minutes} min")
    return words.format(hours=hours, minutes=rest)
