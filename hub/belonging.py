"""What belongs to a record and goes where it goes: its parts, and what they stand on or name.

While the work goes on elsewhere, what is to be done goes there too; of a matter whose last paper
goes, all that is left of it goes.
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from db.journal import record as records
from db.journal.files import is_name
from db.journal.ids import is_id
from db.journal.record import Doc, Key
from hub.belongs import FILES, OF_MATTER, PAPER, PARTS, WORK
from hub.rules import MOVED
from hub.sql import belongings
from hub.sql import records as stored
from hub.sql.base import Db

Rows = dict[Key, Mapping[str, Any]]
_RESULT = "test_report"
_GROUND = (("enterprise", "enterprise_id"), ("equipment", "equipment_id"), ("case", "case_id"))
"""What a record stands on: it goes along where the other jurisdiction has it not."""
_NAMED = ("person", "equipment", "product")
"""What a record names, in its fields and answers: it goes along the same way."""
CLOSED = "closed"
_MADE = {
    "record": "draft",
    "finding": "open",
    "case": "open",
    "follow_up": "open",
    "visit": "planned",
    "batch": "open",
    "sample": "drawn",
}
"""The state these are made in: it is written only when it changes."""
_WAITS = {
    "follow_up": frozenset({"open"}),
    "visit": frozenset({"planned"}),
    "batch": frozenset({"open"}),
    "sample": frozenset({"drawn", "sent", "received", "opened", "tested"}),
}
"""The states in which these wait for somebody; a record and a finding are gone in any."""
_ENDED = frozenset({MOVED, "withdrawn"})
"""The states of a record that keeps no matter here."""
FOREIGN = "1970-01-01T00:00:00.000Z"
"""The day a form package is published on that only came along: no paper is begun with it."""


@dataclass(frozen=True, slots=True)
class Going:
    """What goes: the record and its parts, and what it stands on.

    ``case`` is the matter of which nothing is left, None while other papers of it stay.
    """

    key: Key
    title: str
    rows: Rows
    ground: Rows
    case: Key | None = None


def going(db: Db, scope: str, key: Key, title: str, *, work: bool) -> Going | None:
    """Return what goes with a record; None where there is no such record.

    ``work`` says whether what is to be done about it goes too.
    """
    doc = doc_of(db, scope, key)
    if not doc.fields:
        return None
    rows: Rows = {key: records.values(doc)}
    case = _last_of(db, scope, rows[key], key) if work else None
    parts = (*PARTS, *(OF_MATTER if case else ()), *(WORK if work else ()), FILES)
    for rec_type, column in parts:
        whole = {case[1] if case else ""} if column == "case_id" else {one for _type, one in rows}
        rows |= {
            each: values
            for each, values in of(db, scope, (rec_type, column), whole)
            if values.get("state") != MOVED
        }
    found = Going(key, title, rows, {}, case)
    return replace(found, ground=_ground(db, scope, found))


def of(
    db: Db, scope: str, part: tuple[str, str], owners: Collection[str]
) -> Iterator[tuple[Key, Mapping[str, Any]]]:
    """Yield the records of a kind that stand and name one of the owners in a field, with values."""
    rec_type, column = part
    ids = belongings.of(db, scope, rec_type, sorted(owners))
    for rec_id, data in sorted(stored.some(db, scope, rec_type, ids).items()):
        doc = records.read(data)
        values = records.values(doc)
        if not doc.deleted and _text(values.get(column)) in owners:
            yield (rec_type, rec_id), values


def doc_of(db: Db, scope: str, key: Key) -> Doc:
    """Return a record, held; an empty one where there is none."""
    found = stored.lock_records(db, scope, [key])
    return records.read(found[key]) if key in found else Doc()


def waits(key: Key, row: Mapping[str, Any]) -> bool:
    """Tell whether something is to be marked as handed over where it leaves."""
    if key[0] in {"record", "finding"}:
        return True
    return _text(row.get("state", _MADE.get(key[0]))) in _WAITS.get(key[0], ())


def _text(value: Any) -> str:
    """A value as text: a laptop may write anything into a field."""
    return value if isinstance(value, str) else ""


def stand(key: Key, row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return how something stands where it comes to: it may have left there before."""
    if key[0] == _RESULT:
        return {"origin": row.get("origin", "")}
    if key[0] not in _MADE:
        return {}
    told = {"state": row.get("state", _MADE[key[0]])}
    return told | ({"closed": row.get("closed")} if key[0] == "case" else {})


def counted(key: Key, row: Mapping[str, Any], bureau: str, day: str) -> Mapping[str, Any]:
    """Return how something stands where it is only recognised: its work is done elsewhere.

    A result keeps the bureau it is from, also where it is recognised once more from there.
    """
    if key[0] == _RESULT:
        return {"origin": row.get("origin") or bureau}
    if key[0] == "case":
        return {"state": CLOSED, "closed": row.get("closed") or day}
    if key[0] != "record" and waits(key, row):
        return {"state": MOVED}
    return stand(key, row)


def files(rows: Rows) -> list[str]:
    """Return the names of the files that records name."""
    found = {
        value
        for row in rows.values()
        for name, value in row.items()
        if (name == "sha256" or name.endswith("_sha")) and is_name(value)
    }
    return sorted(found)


def _last_of(db: Db, scope: str, record: Mapping[str, Any], key: Key) -> Key | None:
    """The matter of a record where no other paper of it stays; a withdrawn one is no paper."""
    case = _text(record.get("case_id"))
    stays = any(
        one != key and _text(values.get("state")) not in _ENDED
        for one, values in of(db, scope, PAPER, {case})
    )
    return None if not case or stays else ("case", case)


def _ground(db: Db, scope: str, found: Going) -> Rows:
    record = found.rows[found.key]
    wanted = [(kind, str(record[name])) for kind, name in _GROUND if record.get(name)]
    wanted.append(("form_package", str(record.get("form_hash", ""))))
    ids = sorted({one for row in found.rows.values() for one in _ids(row)})
    for kind in _NAMED:
        wanted += [(kind, one) for one in stored.some(db, scope, kind, ids)]
    docs = {key: doc_of(db, scope, key) for key in dict.fromkeys(wanted)}
    return {
        key: _FOREIGN.get(key[0], dict)(records.values(doc))
        for key, doc in docs.items()
        if doc.fields and not doc.deleted
    }


def _ids(row: Mapping[str, Any]) -> Iterator[str]:
    """The ids a record names, alone, in a list or in words one after the other."""
    for value in row.values():
        if not isinstance(value, str) or len(value) > _LONGEST:
            continue
        yield from (one for one in _parts(value) if is_id(one))


def _parts(value: str) -> list[str]:
    if not value.startswith("["):
        return value.split()
    try:
        return [one for one in json.loads(value) if isinstance(one, str)]
    except (ValueError, RecursionError):
        return []


_LONGEST = 4000
"""Characters of a value in which ids are looked for; lists of people are far shorter."""
_FOREIGN: Mapping[str, Callable[[Mapping[str, Any]], Mapping[str, Any]]] = {
    "form_package": lambda values: {**values, "published": FOREIGN},
    "person": lambda values: {**values, "active": 0},
}
"""How what comes along stands there: it is read by, and nobody begins a paper with it."""
