"""The demonstration bureau's past as it is being built: moments counted from today, who acts, ids."""

import datetime as dt
from dataclasses import dataclass, replace

from app.services import clocks, signing
from app.services.attachments import AFTER
from app.services.context import CHINA, Acting, Who
from app.services.demo_answers import hang
from app.services.demo_ink import ink_of
from app.services.records import open_record
from db.connection import Store
from db.rows import Person
from db.store import nouns
from forms.rules.calendar import is_working_day
from resources.demonstration import Demonstration
from resources.duties import demo_duties

LATEST = dt.timedelta(minutes=25)
"""Nothing of the past is younger than this, however early in the day it is."""


@dataclass(slots=True)
class Past:
    """What is being built: the ids of everything by its short key."""

    store: Store
    act: Acting
    demo: Demonstration
    ids: dict[str, str]

    def moment(self, days: int, time: str = "09:30") -> dt.datetime:
        """A day from today at a time of day in China."""
        clock = dt.time.fromisoformat(time)
        day = self.act.today + dt.timedelta(days=days)
        return dt.datetime.combine(day, clock, CHINA).astimezone(dt.UTC)

    @property
    def latest(self) -> dt.datetime:
        """The last moment that is past."""
        return self.act.now - LATEST

    def then(self, inspectors: tuple[str, ...], days: int, time: str) -> Acting:
        """The first of the inspectors at a moment counted from today, never after now."""
        return self.acting(inspectors, min(self.moment(days, time), self.latest))

    def day(self, days: int) -> dt.date:
        """A day from today, in China."""
        return self.act.today + dt.timedelta(days=days)

    def due(self, days: int) -> dt.date:
        """A deadline about so many days from today: no officer sets one on a day off."""
        day = self.day(days)
        while days and not is_working_day(clocks.calendar(self.store), day):
            day += dt.timedelta(days=1 if days > 0 else -1)
        return day

    def acting(self, inspectors: tuple[str, ...], now: dt.datetime) -> Acting:
        """The first of the inspectors, then."""
        person = nouns.get(self.store, Person, self.ids[inspectors[0]])
        who = Who(person.id, person.name, person.certificate) if person else self.act.who
        return replace(self.act, who=who, now=now)


def photograph(past: Past, act: Acting, finding: str, *, after: bool = False) -> None:
    """Hang up the pictures told of a finding: as it was found, or as it was put right."""
    owner = (AFTER if after else "finding", past.ids[finding])
    for photo in demo_duties().photos:
        if photo.finding == finding and photo.after == after:
            hang(past.store, act, owner, photo.file, photo.caption)


def sign(store: Store, act: Acting, record_id: str) -> None:
    """Everybody who must signs; for the unit whoever received the inspectors."""
    opened = open_record(store, act, record_id)
    party = opened.enterprise.legal_rep if opened.enterprise else ""
    for place in signing.slots(store, opened):
        name = place.name or party
        if name and (place.required or place.role == "party"):
            signing.sign(store, act, record_id, place.slot, ink_of(name))
