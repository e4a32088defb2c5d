"""Campaigns: a drive with a name and dates that checks belong to."""

import datetime as dt
from dataclasses import dataclass

from app.services.changes import Result, touched
from db.connection import Reader, Store
from db.store import settings

_KEY = "campaigns"


@dataclass(frozen=True, slots=True)
class Campaign:
    """A drive such as 质量月; ``key`` is what case files name."""

    key: str
    name: str
    name_en: str
    start: dt.date
    end: dt.date


def all_of(reader: Reader) -> tuple[Campaign, ...]:
    """Every campaign, the newest first."""
    found = [
        Campaign(
            one["key"],
            one["name"],
            one["name_en"],
            dt.date.fromisoformat(one["start"]),
            dt.date.fromisoformat(one["end"]),
        )
        for one in settings.get(reader, _KEY, [])
    ]
    return tuple(sorted(found, key=lambda one: one.start, reverse=True))


def running(reader: Reader, today: dt.date) -> Campaign | None:
    """The campaign that runs on a day."""
    return next((one for one in all_of(reader) if one.start <= today <= one.end), None)


def name_of(reader: Reader, key: str) -> str:
    """The name of a campaign, or the key itself where it is only a word."""
    return next((one.name for one in all_of(reader) if one.key == key), key)


def save(store: Store, *campaigns: Campaign) -> Result[tuple[Campaign, ...]]:
    """Keep campaigns; one with a known key is replaced."""
    kept = {one.key: one for one in (*all_of(store), *campaigns)}
    settings.put(
        store,
        _KEY,
        [
            {
                "key": one.key,
                "name": one.name,
                "name_en": one.name_en,
                "start": one.start.isoformat(),
                "end": one.end.isoformat(),
            }
            for one in kept.values()
        ],
    )
    return Result(all_of(store), touched("setting", _KEY))
