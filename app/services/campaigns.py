"""Campaigns 专项行动: a drive with a name, dates and targets that checks belong to.

Which paper counts for which target is data of the campaign; what was done is counted from the
finished papers of its cases, never typed in.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from app.services import bureau_words
from app.services.changes import Result, touched
from app.services.errors import Refused
from app.services.matters import MATTERS
from db.connection import Reader, Store
from db.journal.ids import new_id
from db.store import campaign_totals, people, settings, tallies
from db.store.campaign_totals import Totals
from resources import schema_plans, tables
from resources.tables import TableError

_KEY = "campaigns"
CHECKS = tuple(one.form_id for one in MATTERS.values() if one.visit)
"""The forms by which a unit is inspected."""
MOST = 1_000_000
"""A larger target is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Target:
    """So many (``wanted``) finished papers of the form ``form_id``, or of those ``also`` named.

    ``per`` is record, or enterprise where two visits of one unit count once. ``owner`` is the
    section that answers for it. ``goods`` are the kinds of goods a paper must be about, as its
    question of that name answers; without any every paper counts.
    """

    form_id: str
    wanted: int
    name: str = ""
    name_en: str = ""
    per: str = "record"
    owner: str = ""
    also: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form that counts for it."""
        return (self.form_id, *self.also)

    def counts(self, form_id: str, goods: str) -> bool:
        """Whether a paper of a form about these goods counts for it."""
        return form_id in self.forms and (not self.goods or goods in self.goods)

    def overlaps(self, other: "Target") -> bool:
        """Whether one paper could count for both."""
        apart = self.goods and other.goods and not set(self.goods) & set(other.goods)
        return bool(set(self.forms) & set(other.forms)) and not apart


@dataclass(frozen=True, slots=True)
class Campaign:
    """A drive such as 质量月; ``key`` is what case files name."""

    key: str
    name: str
    name_en: str
    start: dt.date
    end: dt.date
    targets: tuple[Target, ...] = ()

    def state(self, today: dt.date) -> str:
        """Whether it is coming, running or past."""
        return "coming" if today < self.start else "past" if today > self.end else "running"


@dataclass(frozen=True, slots=True)
class Line:
    """A target and how much of it is done."""

    target: Target
    done: int

    @property
    def share(self) -> float:
        """Between 0 and 1."""
        return min(1.0, self.done / self.target.wanted) if self.target.wanted else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many papers that count one person took part in."""

    name: str
    done: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a campaign is: by target, who did how many, the most first, and what it came to."""

    lines: tuple[Line, ...]
    people: tuple[Share, ...]
    totals: Totals


def all_of(reader: Reader) -> tuple[Campaign, ...]:
    """Every campaign, the newest first; the bureau's plan goes before what was entered here."""
    found = {one.key: one for one in map(_campaign, settings.get(reader, _KEY, []))}
    found |= {one.key: one for one in planned(reader)}
    return tuple(sorted(found.values(), key=lambda one: one.start, reverse=True))


def planned(reader: Reader) -> tuple[Campaign, ...]:
    """The campaigns the bureau published for all its laptops."""
    name = schema_plans.CAMPAIGNS.file
    text = bureau_words.text_of(reader, name)
    if not text:
        return ()
    try:
        rows = tables.parsed(schema_plans.CAMPAIGNS, name, text)
    except TableError:  # of a newer program
        return ()
    found: dict[str, Campaign] = {}
    for row in rows:
        target = Target(
            *(row.form_id, row.wanted, row.target, row.target_en, row.per, row.owner),
            also=row.also,
            goods=row.goods,
        )
        before = found.get(row.campaign)
        targets = (*(before.targets if before else ()), target)
        found[row.campaign] = Campaign(
            row.campaign, row.name, row.name_en, row.start, row.end, targets
        )
    return tuple(found.values())


def get(reader: Reader, key: str) -> Campaign:
    """One campaign.

    Raises:
        Refused: ``not-found``.
    """
    found = next((one for one in all_of(reader) if one.key == key), None)
    if found is None:
        raise Refused("not-found", kind="campaign", id=key)
    return found


def running(reader: Reader, today: dt.date) -> Campaign | None:
    """The campaign that runs on a day."""
    return next((one for one in all_of(reader) if one.start <= today <= one.end), None)


def name_of(reader: Reader, key: str) -> str:
    """The name of a campaign, or the key itself where it is only a word."""
    return next((one.name for one in all_of(reader) if one.key == key), key)


def progress(reader: Reader, campaign: Campaign) -> Progress:
    """How far a campaign is, counted by the store over its cases."""
    with reader.snapshot():
        lines = tuple(Line(one, _done(reader, campaign.key, one)) for one in campaign.targets)
        totals = campaign_totals.of_campaign(reader, campaign.key, CHECKS)
    shares: dict[str, int] = {}
    for person_id, form_id, goods, done in tallies.of_people(reader, campaign.key):
        if any(one.counts(form_id, goods) for one in campaign.targets):
            shares[person_id] = shares.get(person_id, 0) + done
    ordered = sorted(shares.items(), key=lambda one: -one[1])
    people = tuple(Share(_name(reader, key), done) for key, done in ordered)
    return Progress(lines, people, totals)


def _done(reader: Reader, key: str, target: Target) -> int:
    """A unit that two of the forms are about counts once where the target says so."""
    found = tallies.of_forms(reader, key, target.forms, target.goods)
    return found.enterprises if target.per == "enterprise" else found.records


def _name(reader: Reader, person_id: str) -> str:
    person = people.get(reader, person_id)
    return person.name if person else person_id


def write(store: Store, campaign: Campaign) -> Result[Campaign]:
    """Add (empty key) or change a campaign with its targets.

    Raises:
        Refused: ``campaign-of-bureau``; ``name-missing``; ``campaign-dates``: it ends before it begins;
            ``campaign-target-wrong``: a target of no size, or two that count the same paper.
    """
    row = replace(campaign, name=campaign.name.strip(), key=campaign.key or new_id())
    if any(one.key == row.key for one in planned(store)):
        raise Refused("campaign-of-bureau", name=row.name)
    if not row.name:
        raise Refused("name-missing")
    if row.end < row.start:
        raise Refused("campaign-dates", start=row.start, end=row.end)
    for place, one in enumerate(row.targets):
        twice = len(set(one.forms)) < len(one.forms)
        twice = twice or any(one.overlaps(before) for before in row.targets[:place])
        if not 1 <= one.wanted <= MOST or not all(one.forms) or twice:
            raise Refused("campaign-target-wrong", name=one.name or one.form_id)
    changes = save(store, row).changes
    return Result(row, changes)


def save(store: Store, *campaigns: Campaign) -> Result[tuple[Campaign, ...]]:
    """Keep campaigns; one with a known key is replaced."""
    own = map(_campaign, settings.get(store, _KEY, []))
    kept = {one.key: one for one in (*own, *campaigns)}
    settings.put(store, _KEY, [_kept(one) for one in kept.values()])
    return Result(all_of(store), touched("setting", _KEY) | touched("campaign", *kept))


def _kept(one: Campaign) -> dict[str, object]:
    return {**asdict(one), "start": one.start.isoformat(), "end": one.end.isoformat()}


def _campaign(kept: Mapping[str, object]) -> Campaign:
    targets = kept.get("targets", ())
    return Campaign(
        key=str(kept["key"]),
        name=str(kept["name"]),
        name_en=str(kept["name_en"]),
        start=dt.date.fromisoformat(str(kept["start"])),
        end=dt.date.fromisoformat(str(kept["end"])),
        targets=tuple(_target(one) for one in targets) if isinstance(targets, list) else (),
    )


def _target(kept: Mapping[str, Any]) -> Target:
    return Target(**{**kept, **{name: tuple(kept.get(name, ())) for name in ("also", "goods")}})
