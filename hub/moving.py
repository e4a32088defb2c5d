"""A paper's record handed to another jurisdiction of this hub, or a result recognised there.

What moves is written down in both feeds by operations of the hub: ``scope_out`` where it leaves,
``scope_in`` where it comes to, with where it is from. Nothing vanishes where it was. The two
jurisdictions are locked in their order, so that two moves that meet do not wait for each other.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from db.journal import clock
from db.journal.ids import new_id
from hub import authoring, belonging, blobs
from hub.authoring import Author, Said
from hub.belonging import Going
from hub.belongs import NUMBERED
from hub.rules import MOVED
from hub.sql import blobs as stored_blobs
from hub.sql import hubs
from hub.sql.base import Db
from hub.storage import Storage

OUT, IN = "scope_out", "scope_in"
HANDOVER = "handover"
STANDING = frozenset({"issued", "served"})
"""The states of a paper that stands."""


class Unmovable(Exception):  # noqa: N818 - it tells what happened
    """Why nothing moves.

    ``code``: ``unknown`` (no such paper here), ``twice`` (two that stand bear the number), ``moved``
    (it is gone), ``target`` (it is none, or the same), ``files`` (the hub has not got all of its
    files yet).
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
        going = _find(db, way, number)
        files = _bring(db, storage, going, way)
        told = {
            way.source: _leaving(going, way, names, author),
            way.target: _coming(db, going, way, names, author),
        }
        for scope in both:
            authoring.say(db, author, scope, told[scope])
        known = stored_blobs.whole(db, way.target, list(files))
        for key, size in files.items():
            if key not in known:
                stored_blobs.add_whole(db, way.target, key, size, author.at)


def _find(db: Db, way: Move, number: str) -> Going:
    """What goes with the paper of a number; of two that bear it with the one that stands."""
    papers = [
        values
        for _key, values in belonging.of(db, way.source, NUMBERED, {number})
        if values.get("record_id")
    ]
    standing = [one for one in papers if one.get("state", "issued") in STANDING] or papers
    records = sorted({str(one["record_id"]) for one in standing})
    if len(records) > 1:
        raise Unmovable("twice")
    if records:
        key = ("record", records[0])
        found = belonging.going(db, way.source, key, number, work=not way.keeps)
        if found is not None:
            if found.rows[key].get("state") == MOVED:
                raise Unmovable("moved")
            return found
    raise Unmovable("unknown")


def _bring(db: Db, storage: Storage, going: Going, way: Move) -> dict[bytes, int]:
    """Copy the bytes of the files there; returns them with their sizes. Twice is harmless."""
    names = belonging.files(going.rows)
    keys = [bytes.fromhex(name) for name in names]
    here = stored_blobs.whole(db, way.source, keys)
    if here.keys() != set(keys):
        raise Unmovable("files")
    for name, key in zip(names, keys, strict=True):
        data = storage.read(blobs.key_of(way.source, name), 0, here[key])
        storage.create(blobs.key_of(way.target, name), data)
    return {key: here[key] for key in keys}


def _leaving(going: Going, way: Move, names: Mapping[str, str], author: Author) -> list[Said]:
    """What the laptops there are told: it is handed over, and to be changed no more."""
    told = [_handover(going, way, names, OUT)]
    if way.keeps:
        return told
    gone = [
        Said(*key, {"state": MOVED}, kind=OUT)
        for key, row in going.rows.items()
        if belonging.waits(key, row)
    ]
    if going.case is not None:
        closed = {"state": belonging.CLOSED, "closed": clock.to_text(author.at)}
        gone.append(Said(*going.case, closed, kind=OUT))
    return gone + told


def _coming(
    db: Db, going: Going, way: Move, names: Mapping[str, str], author: Author
) -> list[Said]:
    """The record with all its parts, and what it stands on where that is not there."""
    day = clock.to_text(author.at)
    ground = {
        key: values
        for key, values in going.ground.items()
        if key == going.case or not belonging.doc_of(db, way.target, key).fields
    }
    said = []
    for key, values in {**ground, **going.rows}.items():
        plain = {name: value for name, value in values.items() if not name.startswith("/")}
        plain |= (
            belonging.counted(key, values, names[way.source], day)
            if way.keeps
            else belonging.stand(key, values)
        )
        answers = {name: value for name, value in values.items() if name.startswith("/")}
        said.append(Said(*key, plain, kind=IN))
        said += [Said(*key, answers, kind="answer")] if answers else []
    return [*said, _handover(going, way, names, IN)]


def _handover(going: Going, way: Move, names: Mapping[str, str], kind: str) -> Said:
    values = {
        "rec_type": going.key[0],
        "rec_id": going.key[1],
        "title": going.title,
        "way": kind,
        "recognised": int(way.keeps),
        "source": way.source,
        "source_name": names[way.source],
        "target": way.target,
        "target_name": names[way.target],
        "why": way.why,
    }
    return Said(HANDOVER, new_id(), values, kind=kind)
