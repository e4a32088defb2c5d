"""What waits for a person: operations in quarantine to decide about, conflicts to look at."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from db.journal import heads
from db.journal import record as records
from db.journal.merge import Field
from db.journal.operation import Operation, decode
from db.journal.record import WHOLE, Doc
from db.journal.secret import veiled
from hub import deciding
from hub.deciding import Decision, Undecidable
from hub.rules import written_at
from hub.sql import feeds, people, quarantines, streams
from hub.sql import records as stored
from hub.sql.base import Db
from hub.sql.quarantines import Kept
from hub.web.guard import Page, Visit, go

TITLES = ("number_text", "title", "name", "item")
"""The fields a record is called by, the best first."""
UNSHOWN = heads.BESIDE | {"report_code"}
"""What is no field, and what is kept of a party's code, which is nobody's to look at."""
MOST = 100
NOTE_MOST = 500
_VALUE_SIGNS = 120
_BESIDE_MOST = 6
"""Values of one author that are shown of what was written unseen."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An operation in quarantine as it is shown."""

    kept: Kept
    operation: Operation
    title: str
    author: str
    device: str
    written: Any
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Value:
    """A value in a conflict and who wrote it; of a soft one its field and moment are told too."""

    who: str
    text: str
    field: str = ""
    at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A conflict as it is shown: which record and field, and every value that is in it."""

    rec_type: str
    rec_id: str
    field: str
    kind: str
    title: str
    values: tuple[Value, ...]


def page(db: Db, visit: Visit, wrong: str = "", status: int = 200) -> Response:
    """The quarantine, and what was decided lately."""
    seen = Seen(db, visit.scope)
    waiting = [shown(db, seen, one) for one in quarantines.waiting(db, visit.scope, MOST)]
    decided = [shown(db, seen, one) for one in quarantines.decided(db, visit.scope, 20)]
    return visit.page(
        "quarantine.html", status, waiting=waiting, decided=decided, wrong=wrong, names=seen.names
    )


def decide(db: Db, visit: Visit) -> Response:
    """Accept or reject; a rejection says why."""
    word, note = visit.form.get("decision", ""), visit.form.get("note", "").strip()[:NOTE_MOST]
    if word not in {deciding.ACCEPTED, deciding.REJECTED} or not visit.path["seq"].isdecimal():
        return page(db, visit, "gone", 422)
    if word == deciding.REJECTED and not note:
        return page(db, visit, "note", 422)
    what = (visit.path["id"], int(visit.path["seq"][:15]))
    decision = Decision(word == deciding.ACCEPTED, note, visit.who.account, visit.now)
    try:
        hub = (visit.hub.hub_id, visit.hub.seal)
        deciding.decide(db, hub, visit.scope, what, decision)
    except Undecidable as error:
        return page(db, visit, error.code, 409)
    return go(f"/admin/{visit.scope}/quarantine", word)


def conflicts(db: Db, visit: Visit) -> Response:
    """The conflicts that stand."""
    seen = Seen(db, visit.scope)
    found = [
        _standing(db, seen, visit.scope, row) for row in stored.standing(db, visit.scope, MOST)
    ]
    return visit.page("conflicts.html", conflicts=found)


class Seen:
    """Names of people and laptops of a jurisdiction, each looked up once."""

    def __init__(self, db: Db, scope: str) -> None:
        self._db, self.scope = db, scope
        self.names = {one.account: one.name for one in people.accounts(db, scope)}
        self._devices = {one.device: one for one in people.sights(db, scope)}
        self._streams: dict[str, str] = {}

    def device(self, stream: str) -> str:
        """Return the label of the laptop that wrote a stream."""
        if stream not in self._streams:
            found = streams.device_of(self._db, self.scope, stream) or ""
            device = self._devices.get(found)
            self._streams[stream] = device.label if device else found[:8]
        return self._streams[stream]

    def author(self, user: str, stream: str) -> str:
        """Return who wrote: the person the laptop names, else the one it belongs to."""
        device = self._devices.get(streams.device_of(self._db, self.scope, stream) or "")
        return self.names.get(user) or (self.names.get(device.account, "") if device else "")


def shown(db: Db, seen: Seen, kept: Kept) -> Shown:
    """Return what is told of an operation in quarantine."""
    (data,) = feeds.stretch(db, seen.scope, kept.stream, kept.sseq, kept.sseq)
    one = decode(data)
    values = {
        name: veiled(name, _text(value))
        for name, (value, _seen) in sorted(one.fields.items())
        if name not in UNSHOWN
    }
    author, device = seen.author(one.user, one.stream), seen.device(one.stream)
    title = next((values[name] for name in TITLES if values.get(name)), one.rec_id)
    return Shown(kept, one, title, author, device, written_at(one), values)


def _standing(db: Db, seen: Seen, scope: str, row: tuple[str, str, str, str, int]) -> Standing:
    rec_type, rec_id, name, kind, _opened = row
    found = stored.lock_records(db, scope, [(rec_type, rec_id)])
    doc = records.read(found[rec_type, rec_id])
    live = doc.fields.get(name, Field()).live if name != WHOLE else ()
    values = tuple(Value(seen.device(one.dot[0]), veiled(name, _text(one.value))) for one in live)
    if kind == stored.SOFT:
        values = tuple(_beside(db, seen, rec_id, doc))
    title = next((_text(doc.shown(each)) for each in TITLES if doc.shown(each)), rec_id)
    return Standing(rec_type, rec_id, name, kind, title, values)


def _beside(db: Db, seen: Seen, rec_id: str, doc: Doc) -> Iterator[Value]:
    """What each wrote that another had not seen, the newest first."""
    written = [decode(data) for data in feeds.of_record(db, seen.scope, rec_id)]
    shown: dict[str, int] = {}
    for one in reversed(heads.since_trunk(written, heads.standing(doc.fields))):
        names = (seen.author(one.user, one.stream), seen.device(one.stream))
        who = " · ".join(name for name in names if name)
        for name, (value, _seen) in one.fields.items():
            stands = one.dot in (each.dot for each in doc.fields.get(name, Field()).live)
            if name not in heads.BESIDE and stands and shown.get(who, 0) < _BESIDE_MOST:
                shown[who] = shown.get(who, 0) + 1
                yield Value(who, veiled(name, _text(value)), name, written_at(one))


def _text(value: Any) -> str:
    text = value if isinstance(value, str) else "" if value is None else repr(value)
    return text if len(text) <= _VALUE_SIGNS else text[: _VALUE_SIGNS - 1] + "…"


PAGES: tuple[tuple[str, str, Page], ...] = (
    ("/admin/{scope}/quarantine", "GET", page),
    ("/admin/{scope}/quarantine/{id}/{seq}", "POST", decide),
    ("/admin/{scope}/conflicts", "GET", conflicts),
)
