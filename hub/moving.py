"""A paper's record handed to another jurisdiction of this hub, or a result recognised there.

What moves is written down in both feeds by operations of the hub: ``scope_out`` where it leaves,
``scope_in`` where it comes to, with where it is from. Nothing vanishes where it was. The two
jurisdictions are locked in their order, so that two moves that meet do not wait for each other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from db.journal import record as records
from db.journal.files import is_name
from db.journal.ids import new_id
from db.journal.record import Doc, Key
from hub import authoring, blobs
from hub.authoring import Author, Said
from hub.rules import MOVED
from hub.sql import blobs as stored_blobs
from hub.sql import hubs
from hub.sql import records as stored
from hub.sql.base import Db
from hub.storage import Storage

OUT, IN = "scope_out", "scope_in"
HANDOVER = "handover"
_PAGE = 500
_PARTS = (
    ("finding", "record_id"),
    ("signature", "record_id"),
    ("document", "record_id"),
    ("test_report", "record_id"),
    ("test_item", "report_id"),
    ("attachment", "owner_id"),
)
"""What belongs to a record, and the field that names what it belongs to; parts after their whole."""
_GROUND = (("enterprise", "enterprise_id"), ("equipment", "equipment_id"), ("case", "case_id"))
"""What a record stands on: it goes along where the other jurisdiction has it not."""

Rows = dict[Key, Mapping[str, Any]]


class Unmovable(Exception):  # noqa: N818 - it tells what happened
    """Why nothing moves.

    ``code``: ``unknown`` (no such paper here), ``moved`` (it is gone), ``target`` (it is none, or
    the same), ``files`` (the hub has not got all of its files yet).
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Move:
    """From where to where, by whom and why; ``keeps`` where it stays and is only recognised."""

    source: str
    target: str
    keeps: bool
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Going:
    """What goes: the record and its parts, and what it stands on."""

    key: Key
    title: str
    rows: Rows
    ground: Rows


def move(db: Db, storage: Storage, author: Author, number: str, way: Move) -> None:
    """Hand over the record of a paper by its number, with all that belongs to it.

    Raises:
        Unmovable: nothing moved.
        Full, Away: the storage; nothing moved.
    """
    with db.transaction():
        names = {scope: name for scope, _parent, name in hubs.scopes(db)}
        if way.target not in names or way.target == way.source:
            raise Unmovable("target")
        both = sorted((way.source, way.target))
        for scope in both:
            authoring.own_head(db, scope, author.hub_id)  # held: no other word of the hub between
        going = _find(db, way.source, number)
        files = _bring(db, storage, going, way)
        told = {
            way.source: _leaving(going, way, names),
            way.target: _coming(db, going, way, names),
        }
        for scope in both:
            authoring.say(db, author, scope, told[scope])
        known = stored_blobs.whole(db, way.target, list(files))
        for key, size in files.items():
            if key not in known:
                stored_blobs.add_whole(db, way.target, key, size, author.at)


def _find(db: Db, scope: str, number: str) -> Going:
    """What goes with the paper of a number."""
    for _key, values in _all(db, scope, "document"):
        if values.get("number_text") == number and values.get("record_id"):
            return _going(db, scope, ("record", str(values["record_id"])), number)
    raise Unmovable("unknown")


def _bring(db: Db, storage: Storage, going: Going, move: Move) -> dict[bytes, int]:
    """Copy the bytes of the files there; returns them with their sizes. Twice is harmless."""
    names = sorted({value for row in going.rows.values() for value in _named(row)})
    keys = [bytes.fromhex(name) for name in names]
    here = stored_blobs.whole(db, move.source, keys)
    if here.keys() != set(keys):
        raise Unmovable("files")
    for name, key in zip(names, keys, strict=True):
        data = storage.read(blobs.key_of(move.source, name), 0, here[key])
        storage.create(blobs.key_of(move.target, name), data)
    return {key: here[key] for key in keys}


def _leaving(going: Going, move: Move, names: Mapping[str, str]) -> list[Said]:
    """What the laptops there are told: it is handed over, and to be changed no more."""
    gone = [
        Said(*key, {"state": MOVED}, kind=OUT)
        for key in going.rows
        if not move.keeps and key[0] in {"record", "finding"}
    ]
    return [*gone, _handover(going, move, names, OUT)]


def _coming(db: Db, going: Going, move: Move, names: Mapping[str, str]) -> list[Said]:
    """The record with all its parts, and what it stands on where that is not there."""
    ground = {
        key: values for key, values in going.ground.items() if not _doc(db, move.target, key).fields
    }
    said = []
    for key, values in {**ground, **going.rows}.items():
        plain = {name: value for name, value in values.items() if not name.startswith("/")}
        answers = {name: value for name, value in values.items() if name.startswith("/")}
        said.append(Said(*key, plain, kind=IN))
        said += [Said(*key, answers, kind="answer")] if answers else []
    return [*said, _handover(going, move, names, IN)]


def _handover(going: Going, move: Move, names: Mapping[str, str], kind: str) -> Said:
    values = {
        "rec_type": going.key[0],
        "rec_id": going.key[1],
        "title": going.title,
        "way": kind,
        "recognised": int(move.keeps),
        "source": move.source,
        "source_name": names[move.source],
        "target": move.target,
        "target_name": names[move.target],
        "why": move.why,
    }
    return Said(HANDOVER, new_id(), values, kind=kind)


def _going(db: Db, scope: str, key: Key, title: str) -> Going:
    doc = _doc(db, scope, key)
    if not doc.fields:
        raise Unmovable("unknown")
    if doc.shown("state") == MOVED:
        raise Unmovable("moved")
    rows: Rows = {key: records.values(doc)}
    for rec_type, column in _PARTS:
        whole = {rec_id for _type, rec_id in rows}
        rows |= {
            each: values
            for each, values in _all(db, scope, rec_type)
            if values.get(column) in whole
        }
    ground: Rows = {}
    for rec_type, column in _GROUND:
        name = rows[key].get(column)
        if name and (found := _doc(db, scope, (rec_type, str(name)))).fields:
            ground[rec_type, str(name)] = records.values(found)
    return Going(key, title, rows, ground)


def _all(db: Db, scope: str, rec_type: str) -> Iterator[tuple[Key, Mapping[str, Any]]]:
    after = ""
    while found := stored.docs(db, scope, rec_type, after, _PAGE):
        for rec_id, data in found:
            doc = records.read(data)
            if not doc.deleted:
                yield (rec_type, rec_id), records.values(doc)
        after = found[-1][0]


def _doc(db: Db, scope: str, key: Key) -> Doc:
    found = stored.lock_records(db, scope, [key])
    return records.read(found[key]) if key in found else Doc()


def _named(values: Mapping[str, Any]) -> list[str]:
    return [
        value
        for name, value in values.items()
        if (name == "sha256" or name.endswith("_sha")) and is_name(value)
    ]
