"""The tables a bureau publishes: calendar, periods, articles of law, discretion, plans of campaigns.

A table travels whole, as a setting; laptops put it over what they are delivered with. Articles of
law are said one by one as well, for they are records of the store. Going back to an earlier table
is the same word again with its text.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from db.journal import clock, published
from db.journal import record as records
from db.journal.operation import decode
from db.journal.published import ASSIGNED, INSPECTOR, TABLE, TASK
from db.rows import LawArticle
from forms.rules.calendar import check_year
from hub import authoring
from hub.authoring import Author, Said
from hub.publishing import Word
from hub.rules import written_at
from hub.sql import feeds
from hub.sql import records as stored
from hub.sql.base import Db
from resources import schema, schema_plans, tables
from resources.parents import require_parents
from resources.rows import Assignment
from resources.tables import RowProblem, TableError

MOST_BYTES = 2 << 20
MOST_CHANGES = 200


@dataclass(frozen=True, slots=True)
class Told:
    """A published table: its text ("" when it was taken back), who published it, why, which day.

    ``effective`` is the day it holds from. ``gone`` are the keys of articles of law that stood in
    earlier ones and in this no more; ``dropped`` says that it never came to hold.
    """

    text: str
    by: str
    bureau: str
    reason: str
    since: str
    effective: str = ""
    gone: tuple[str, ...] = ()
    dropped: int = 0

    @property
    def digest(self) -> str:
        """What it is called when one goes back to it."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return max(0, len(self.text.splitlines()) - 1)


@dataclass(frozen=True, slots=True)
class Version:
    """A table as it was published once; ``state`` is ``now``, ``coming``, ``earlier`` or ``back``."""

    table: Told
    at: dt.datetime
    state: str = "earlier"


@dataclass(frozen=True, slots=True)
class Task:
    """A task given to an inspector (the certificate), and how far it is."""

    id: str
    title: str
    inspector: str
    due: str
    state: str
    note: str


@dataclass(frozen=True, slots=True)
class Change:
    """A row that differs: ``kind`` is added, changed or removed, ``key`` what names the row."""

    kind: str
    key: str
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """What is wrong with a table, or which it is and what it changes against the one in use."""

    problems: tuple[RowProblem, ...] = ()
    file: str = ""
    text: str = ""
    rows: int = 0
    before: str = ""
    changes: tuple[Change, ...] = ()


def look(
    name: str, data: bytes, used: Mapping[str, str], certificates: frozenset[str] = frozenset()
) -> Looked:
    """Read a table; which one it is, its columns say. ``used`` are the texts in use by file.

    Tasks may only be given to who has one of the ``certificates``.

    Raises:
        TableError: with every problem; the code ``no-table`` where it is none we know.
    """
    text = tables.decoded(name, data[: MOST_BYTES + 1])
    file = tables.likest(tables.head_of(name, text), schema.PUBLISHED)
    if file is None:
        raise TableError([RowProblem(name, 1, "", "no-table")])
    table = schema.PUBLISHED[file]
    rows = tables.rows_of(table, name, text)
    if file == schema.DAYS.file:
        check_year(rows, name)
    else:
        tables.parsed(table, name, text)
    if file == schema_plans.ASSIGNMENTS.file:
        _require_inspectors(rows, certificates)
    if file == schema.EQUIPMENT.file:
        require_parents(rows, _delivered(table))
    before = used.get(file, "")
    own = _by_key(table, tables.rows_of(table, name, before)) if before else {}
    changes = _changes(_delivered(table) | own, own, _by_key(table, rows))
    digest = hashlib.sha256(before.encode()).hexdigest()
    return Looked((), file, text, len(rows), digest, tuple(changes))


def used(db: Db, scope: str, today: dt.date) -> dict[str, Told]:
    """Return the tables that hold in a jurisdiction on a day, by file."""
    found = _standing(db, scope)
    keys = published.holding({key: asdict(one) for key, one in found.items()}, today.isoformat())
    return {file: found[key] for file, key in keys.items()}


def coming(db: Db, scope: str, today: dt.date) -> dict[str, list[str]]:
    """Return the later days from which tables are to hold, by file."""
    found: dict[str, list[str]] = {}
    for key, told in _standing(db, scope).items():
        if told.effective > today.isoformat() and not told.dropped:
            found.setdefault(published.file_of(key), []).append(told.effective)
    return found


def history(db: Db, scope: str, file: str, today: dt.date) -> list[Version]:
    """Return every version of a table in a jurisdiction, the newest first."""
    now = used(db, scope, today).get(file)
    found = []
    for key, last in _standing(db, scope, file).items():
        for data in feeds.of_record(db, scope, key):
            one = decode(data)
            told = _told(one.fields.get("value", (None,))[0])
            if told is not None and not told.dropped:
                state = "back" if not told.text else "earlier"
                if told == last and told.effective > today.isoformat():
                    state = "coming"
                elif told.text and told == last == now:
                    state = "now"
                found.append(Version(told, written_at(one), state))
    found.reverse()  # of two of one moment the later one first
    return sorted(found, key=lambda one: one.at, reverse=True)


def publish(  # noqa: PLR0913 - what is published, each named at the call
    db: Db,
    author: Author,
    scopes: Iterable[str],
    what: tuple[str, str],
    word: Word,
    *,
    effective: dt.date | None = None,
) -> None:
    """Publish a table (file and text) in jurisdictions, locked one after the other in their order.

    It holds at once, or from a later day on and till then the one before. What was to hold from
    that day or a later one no longer does. An empty text takes the table back: what laptops are
    delivered with holds again.
    """
    file, text = what
    today = china_day(author.at)
    later = effective is not None and effective > today and file in schema.DATED
    day = (effective if later and effective else today).isoformat()
    key = published.table_key(file, day if later else "")
    told = Told(text, word.by, word.bureau, word.reason, today.isoformat(), day)
    with db.transaction():
        for scope in sorted(scopes):
            standing = _standing(db, scope, file)
            said = [_said(key, replace(told, gone=_gone(file, text, standing.values())))]
            said += [
                _said(one, _dropped(file, old, told))
                for one, old in standing.items()
                if one != key and published.is_later(one) and not old.dropped
                if not later or old.effective >= day
            ]
            before = used(db, scope, today).get(file)
            given = _tasks((file, before.text if before else "", text), author, word)
            authoring.say(db, author, scope, [*said, *_articles(file, text), *given])


def drop(db: Db, author: Author, scopes: Iterable[str], what: tuple[str, str], word: Word) -> None:
    """Let a table (file and day) that is to hold from a later day never do so."""
    file, day = what
    told = Told("", word.by, word.bureau, word.reason, china_day(author.at).isoformat(), day)
    key = published.table_key(file, day)
    with db.transaction():
        for scope in sorted(scopes):
            old = _standing(db, scope, file).get(key)
            if old is not None and not old.dropped:
                authoring.say(db, author, scope, [_said(key, _dropped(file, old, told))])


def china_day(at: dt.datetime) -> dt.date:
    """Return the day of a moment in China."""
    return at.astimezone(dt.timezone(dt.timedelta(minutes=authoring.OFFSET))).date()


def _standing(db: Db, scope: str, file: str = "") -> dict[str, Told]:
    """The last word under each of the names a table, or all, was told under."""
    found: dict[str, Told] = {}
    for key, data in stored.beginning(db, scope, "setting", TABLE + file):
        told = _told(records.read(data).shown("value"))
        if told is not None:
            found[key] = told
    return found


def _said(key: str, told: Told) -> Said:
    value = json.dumps(asdict(told), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Said("setting", key, {"value": value})


def _dropped(file: str, old: Told, word: Told) -> Told:
    """The word that takes another one's place: its rows are gone, by whom and why."""
    gone = tuple(sorted({*old.gone, *_law_keys(file, old.text)}))
    return replace(word, text="", effective=old.effective, gone=gone, dropped=1)


def _gone(file: str, text: str, others: Iterable[Told]) -> tuple[str, ...]:
    """The articles that stood in any other word on the table and are not in this one."""
    found = {key for one in others for key in (*one.gone, *_law_keys(file, one.text))}
    return tuple(sorted(found.difference(_law_keys(file, text))))


def _law_keys(file: str, text: str) -> list[str]:
    if file != schema.LAWS.file or not text:
        return []
    return list(_by_key(schema.LAWS, tables.rows_of(schema.LAWS, file, text)))


def tasks(db: Db, scope: str) -> list[Task]:
    """Return the tasks given to inspectors of a jurisdiction, and how far they are."""
    found = []
    for rec_id, data in stored.beginning(db, scope, "follow_up", TASK):
        told = records.values(records.read(data))
        words = [
            str(told.get(name) or "") for name in ("title", "owner_id", "due", "state", "note")
        ]
        if words[3] != "void":
            found.append(Task(rec_id, *words))
    return sorted(found, key=lambda one: (one.state != "open", one.due, one.id))


def _articles(file: str, text: str) -> list[Said]:
    """The articles of a law table as records; an official text kept already stays where none came."""
    if file != schema.LAWS.file or not text:
        return []
    names = [one.name for one in fields(LawArticle) if one.name != "key"]
    return [
        Said("law", row.key, {
            name: _kept(getattr(row, name)) for name in names if name != "text" or row.text
        })
        for row in tables.parsed(schema.LAWS, file, text)
    ]  # fmt: skip


def _tasks(what: tuple[str, str, str], author: Author, word: Word) -> list[Said]:
    """Tasks as follow-ups of the inspectors: new ones open, those taken out void, the rest as is."""
    file, before, text = what
    if file != schema_plans.ASSIGNMENTS.file:
        return []
    old, new = _assigned(file, before), _assigned(file, text)
    gone = [
        Said("follow_up", key, {"state": "void", "note": word.reason})
        for key in old
        if key not in new
    ]
    start = clock.to_text(author.at)
    return gone + [
        Said("follow_up", key, {
            "kind": ASSIGNED, "owner_type": INSPECTOR, "owner_id": one.inspector,
            "title": "·".join(part for part in (one.title, one.enterprise) if part),
            "due": one.due.isoformat(), "start": start,
        } | ({} if key in old else {"state": "open", "note": one.note}))
        for key, one in new.items() if old.get(key) != one
    ]  # fmt: skip


def _assigned(file: str, text: str) -> dict[str, Assignment]:
    found = tables.parsed(schema_plans.ASSIGNMENTS, file, text) if text else ()
    return {f"{TASK}{one.task}:{one.inspector}": one for one in found}


def _require_inspectors(rows: Iterable[tables.Row], certificates: frozenset[str]) -> None:
    wrong = [
        row.problem("inspector", "no-inspector")
        for row in rows
        if row.cells["inspector"] not in certificates
    ]
    if wrong:
        raise TableError(wrong)


def _kept(value: Any) -> Any:
    """A value as the journal keeps it."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def _by_key(table: tables.Table[Any], rows: Iterable[tables.Row]) -> dict[str, Mapping[str, str]]:
    return {" ".join(row.cells[name] for name in table.key): row.cells for row in rows}


def _delivered(table: tables.Table[Any]) -> dict[str, Mapping[str, str]]:
    path = tables.HERE / table.path
    return _by_key(table, tables.read(table, path)) if path.exists() else {}


def _changes(
    old: Mapping[str, Mapping[str, str]],
    own: Iterable[str],
    new: Mapping[str, Mapping[str, str]],
) -> list[Change]:
    """What differs from what holds, what the bureau takes back of its ``own`` rows first."""
    found = [Change("removed", key) for key in own if key not in new]
    for key, cells in new.items():
        if key not in old:
            found.append(Change("added", key))
        elif columns := tuple(name for name in cells if cells[name] != old[key].get(name, "")):
            found.append(Change("changed", key, columns))
    order = {"removed": 0, "changed": 1, "added": 2}
    return sorted(found, key=lambda one: order[one.kind])


def _told(value: object) -> Told | None:
    """What a setting says; None for what is no such word."""
    try:
        found = json.loads(value if isinstance(value, str) else "")
        words = {name: str(found[name]) for name in ("text", "by", "bureau", "reason", "since")}
        effective = str(found.get("effective") or words["since"])
        gone = tuple(map(str, found.get("gone") or ()))
        dropped = int(bool(found.get("dropped")))
        return Told(**words, effective=effective, gone=gone, dropped=dropped)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
