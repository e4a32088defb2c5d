"""Today: what is overdue, due today, due this week, and what to go on with."""

import datetime as dt
from dataclasses import dataclass

from app.services.context import Acting
from db.connection import Reader
from db.rows import Record


@dataclass(frozen=True, slots=True)
class Task:
    """One thing with a date; ``kind`` is finding, document, sample or equipment.

    ``action`` is recheck, chase, serve, see; ``days`` to the date (negative = late), and
    ``working_days`` late or left.
    """

    kind: str
    id: str
    enterprise_id: str
    enterprise: str
    title: str
    number_text: str
    due: dt.date
    days: int
    working_days: int
    state: str
    action: str


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft to go on with."""

    record: Record
    enterprise: str
    partner: str


@dataclass(frozen=True, slots=True)
class Header:
    """What stands under the word Today and in the status line."""

    date: dt.date
    working_day: bool
    campaign: str
    campaign_day: int
    series_left: tuple[tuple[str, int], ...]
    unsent: int


@dataclass(frozen=True, slots=True)
class Board:
    """The whole screen."""

    header: Header
    overdue: tuple[Task, ...]
    today: tuple[Task, ...]
    week: tuple[Task, ...]
    drafts: tuple[DraftLine, ...]
    open_findings: int


def board(reader: Reader, act: Acting) -> Board:
    """What must be done, oldest date first."""
    raise NotImplementedError
