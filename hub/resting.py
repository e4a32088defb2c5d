"""What stands in a jurisdiction at one moment, parted into files: records at rest, operations.

Registers and answers go as they stand where nothing about them is open. The operations left out for
that are marked; all others go verbatim, so that nothing can be forgotten.
A record goes the one way or the other whole: where any doubt is, with all its operations.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from backports import zstd

from db.journal import record as records
from db.journal import wire
from db.journal.operation import Dot, decode
from db.journal.record import Doc, Key
from db.journal.snapshot import (
    ANSWERED,
    MOST_BYTES,
    MOST_RECORDS,
    ONCE,
    OPERATIONS,
    RECORDS,
    RESTING,
    Moving,
    Records,
    Rest,
    is_clean,
    rest_of,
)
from hub.sql import snapshots as stored
from hub.sql.base import Db
from hub.sql.snapshots import Standing, Trace

Keep = Callable[[str, bytes, int, Key], None]
"""Keeps a part: its kind, its bytes, how many are in it, the key of the first record."""
_ANSWER = "answer"
_PATH = "/"
"""The field names of answers begin so."""
_LEVEL = 3


@dataclass(slots=True)
class _Filling:
    """The part with records that is being filled."""

    keep: Keep
    places: dict[str, int] = field(default_factory=dict)
    kinds: dict[str, list[Rest]] = field(default_factory=dict)
    first: Key = ("", "")
    count: int = 0
    size: int = 0

    def add(self, one: Standing, made: Dot, doc: Doc) -> None:
        """Take in a record at rest."""
        rest = rest_of(one.rec_id, made, doc, self.places)
        self.first = self.first if self.count else one.key
        self.kinds.setdefault(one.rec_type, []).append(rest)
        self.count += 1
        self.size += len(one.doc)
        if self.count >= MOST_RECORDS or self.size >= MOST_BYTES:
            self.close()

    def close(self) -> None:
        """Keep what came together and begin the next."""
        if self.count:
            kinds = tuple((kind, tuple(found)) for kind, found in self.kinds.items())
            body = Records(tuple(self.places), kinds)
            self.keep(RECORDS, _packed(body), self.count, self.first)
        self.places, self.kinds, self.count, self.size = {}, {}, 0, 0


def write(db: Db, scope: str, end: int, keep: Keep) -> None:
    """Part what stands at a feed's end; the connection sees one moment only."""
    held = _held(db, scope)
    left_out = _resting(db, scope, end, held, keep)
    _moving(db, scope, left_out, held, keep)


def _held(db: Db, scope: str) -> dict[int, str]:
    """Place → why it may not stand, "" for what was accepted, of all that was ever held back."""
    found: dict[int, str] = {}
    after = ("", 0)
    while rows := stored.held(db, scope, after):
        found |= {place: why for _stream, _sseq, place, why in rows}
        after = rows[-1][:2]
    return found


def _resting(db: Db, scope: str, end: int, held: dict[int, str], keep: Keep) -> bytearray:
    """Keep the records at rest; a byte for each place of the feed, 1 where they stand for it."""
    left_out, filling = bytearray(end + 1), _Filling(keep)
    after: Key = ("", "")
    while rows := stored.standing(db, scope, after):
        after = rows[-1].key
        docs = {one.key: records.read(one.doc) for one in rows if _may_rest(one)}
        clean = [one for one in rows if one.key in docs and is_clean(docs[one.key])]
        traces = _unmixed(db, scope, clean, held)
        kinds = _kinds(db, scope, [one for one in clean if one.rec_type == ANSWERED], traces)
        for one in clean:
            found = traces.get(one.key, [])
            places, doc = [trace.place for trace in found], docs[one.key]
            if one.rec_type == ANSWERED:
                places, doc = _answers(places, kinds), _cut(doc)
            if places and doc.fields:
                filling.add(one, (found[0].stream, found[0].sseq), doc)
                for place in places:
                    left_out[place] = 1
    filling.close()
    return left_out


def _may_rest(one: Standing) -> bool:
    return one.rec_type in RESTING or one.rec_type == ANSWERED


def _unmixed(
    db: Db, scope: str, rows: Sequence[Standing], held: dict[int, str]
) -> dict[Key, list[Trace]]:
    """The operations on records that may rest by them.

    No other noun has the id, none was ever held back, and there is one where more count.
    """
    by_id: defaultdict[str, list[Trace]] = defaultdict(list)
    for one in stored.traces(db, scope, [row.rec_id for row in rows]):
        by_id[one.rec_id].append(one)
    return {
        (found[0].rec_type, rec_id): found
        for rec_id, found in by_id.items()
        if len({one.rec_type for one in found}) == 1
        and (len(found) == 1 or found[0].rec_type not in ONCE)
        and not any(one.place in held for one in found)
    }


def _kinds(
    db: Db, scope: str, rows: Iterable[Standing], traces: dict[Key, list[Trace]]
) -> dict[int, bool | None]:
    """Place → whether it is an answer, None for an operation that is neither purely."""
    places = [one.place for row in rows for one in traces.get(row.key, ())]
    found: dict[int, bool | None] = {}
    for at in range(0, len(places), stored.PAGE):
        for place, data in stored.operations(db, scope, places[at : at + stored.PAGE]):
            one = decode(data)
            paths = {name.startswith(_PATH) for name in one.fields}
            told = one.kind == _ANSWER
            found[place] = told if paths <= {told} else None
    return found


def _answers(places: Sequence[int], kinds: dict[int, bool | None]) -> list[int]:
    """Those of a record's operations that are answers; none where one of them is a mixture."""
    found = [kinds[place] for place in places]
    return [] if None in found else [at for at, told in zip(places, found, strict=True) if told]


def _cut(doc: Doc) -> Doc:
    kept = {name: one for name, one in doc.fields.items() if name.startswith(_PATH)}
    return Doc(kept, old=True)


def _moving(db: Db, scope: str, left_out: bytearray, held: dict[int, str], keep: Keep) -> None:
    """Keep every operation that is not left out, in the order of the feed."""
    found: list[tuple[str, bytes]] = []
    size, at = 0, 0
    while places := _next(left_out, at):
        at = places[-1]
        for place, data in stored.operations(db, scope, places):
            found.append((held.get(place, ""), data))
            size += len(data)
            if len(found) >= MOST_RECORDS or size >= MOST_BYTES:
                keep(OPERATIONS, _packed(Moving(tuple(found))), len(found), ("", ""))
                found, size = [], 0
    if found:
        keep(OPERATIONS, _packed(Moving(tuple(found))), len(found), ("", ""))


def _next(left_out: bytearray, after: int) -> list[int]:
    """The next places after one that are not left out."""
    found: list[int] = []
    at = left_out.find(0, after + 1)
    while at > 0 and len(found) < stored.PAGE:
        found.append(at)
        at = left_out.find(0, at + 1)
    return found


def _packed(body: Records | Moving) -> bytes:
    return zstd.compress(wire.pack(body), _LEVEL)
