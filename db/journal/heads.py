"""The heads of a record: the operations on it that nobody after them had seen.

They are merged much as the values of a field are, but by the record: more than one head means that
people wrote on it who had not seen each other, and that nobody has looked since. A write takes away
the heads its author had seen and adds itself. An author has always seen what is of the same stream,
and whoever saw one operation of a stream saw all before it; so an operation names the heads of
others, and of these only what the writes it replaces do not tell already. Most name none.

Who has looked at all the heads and leaves what was written as it is says that alone: a look. It is
no head. It stands beside those it names for as long as all of them are heads.

The heads of a record all of whose operations are of one stream are its last one, and are not kept:
such a record costs nothing. What a laptop is delivered with and what the hub writes is nobody's work
that somebody should have seen: it makes no head and takes none away. A deletion neither: who deletes
what another wrote on is told more loudly. A laptop from before there were heads names none, and saw
nothing but its own stream and what it replaces.
"""

from collections.abc import Iterable, Iterator, Mapping

from db.journal.merge import Arrived, Field, Value
from db.journal.operation import Dot, Operation

DELETED = ""
"""The name under which a deletion is kept beside the fields."""
HEADS = "*"
"""The name under which the heads are kept beside the fields, and an operation names those of others.

Its value is None with a write, True with a look.
"""
BESIDE = frozenset({DELETED, HEADS})
"""What stands in a record's document beside the fields."""
SEED = "seed"
"""The kind of an operation that enters what every laptop is delivered with."""
HUB = "hub"
"""What the hub's operations tell as the version of the client."""
SHARED = frozenset(
    ("enterprise", "equipment", "product", "person", "operator", "case", "record", "finding",
     "sample", "test_report", "test_item", "objection", "batch", "follow_up", "visit",
     "appointment")
)  # fmt: skip
"""The nouns that several people write on: only these have heads.

The rest is made once, or written by a machine, or one value.
"""
Fields = Mapping[str, Field]
"""What stands of a record, by name."""


def counts(operation: Operation) -> bool:
    """Whether an operation is on a noun that has heads, and bears on them."""
    return operation.rec_type in SHARED and operation.kind not in {SEED, "delete"}


def by_hub(operation: Operation) -> bool:
    """Whether the hub wrote an operation."""
    return operation.client_ver == HUB


def is_look(operation: Operation) -> bool:
    """Whether an operation changes nothing: its author looked at what stands, and that is all."""
    return operation.fields.keys() == {HEADS} and operation.fields[HEADS][0] is not None


def named(operation: Operation) -> tuple[Dot, ...]:
    """Return what an operation says its author had seen of other streams on its record."""
    every = (seen for name, (_value, seen) in operation.fields.items() if name != DELETED)
    return tuple(dot for seen in every for dot in seen if dot[0] != operation.stream)


def tells(operation: Operation) -> bool:
    """Whether an operation has anything to say of what others wrote on its record."""
    if HEADS in operation.fields:
        return True
    own = operation.stream
    for name, (_value, seen) in operation.fields.items():
        for stream, _seq in seen:
            if stream != own and name != DELETED:
                return True
    return False


def to_name(heads: Field, stream: str, seen: Iterable[Dot]) -> tuple[Dot, ...]:
    """Return the heads of others that a write in a stream names; ``seen`` its fields tell already."""
    told = _reach(seen)
    dots = (one.dot for one in tops(heads))
    return tuple(dot for dot in dots if dot[0] != stream and not _within(dot, told))


def standing(fields: Fields) -> Field:
    """Return a record's heads: what is kept of them, else the last write of its one author."""
    kept = fields.get(HEADS)
    if kept is not None:
        return kept
    last = max(_written(fields), key=lambda one: one.dot[1], default=None)
    return Field(() if last is None else (Value(last.dot, None, last.hlc),))


def follow(fields: Fields, operation: Operation, arrived: Arrived) -> Field | None:
    """Return the heads to keep after an operation that bears on them; None while none are kept.

    ``fields`` are those before it.
    """
    if by_hub(operation):
        return standing(fields)
    if HEADS not in fields and not tells(operation):
        maker = next(_written(fields), None)  # any: while none are kept all are one author's
        if maker is None or maker.dot[0] == operation.stream:
            return None
    return after(standing(fields), operation, arrived)


def after(heads: Field, operation: Operation, arrived: Arrived) -> Field:
    """Return the heads after a write or a look; order-independent, and twice is once."""
    if arrived(operation.dot):
        return heads
    live, gone = heads.live, heads.gone
    if is_look(operation):
        _looks, seen = operation.fields[HEADS]
        live = (*live, Value(operation.dot, _told(seen), operation.hlc))
    else:
        others = named(operation)
        reach = _reach((*others, (operation.stream, operation.seq - 1)))
        live = tuple(one for one in live if one.value is not None or not _within(one.dot, reach))
        if not _within(operation.dot, _reach(gone)):
            live = (*live, Value(operation.dot, None, operation.hlc))
        gone = gone.union(others)
    here = {one.dot for one in live if one.value is None}

    def may_stand(dot: Dot) -> bool:
        return dot in here or not (dot == operation.dot or arrived(dot))

    def stands(one: Value) -> bool:
        dots = looked_at(one) if one.value is not None else frozenset[Dot]()
        return one.value is None or (bool(dots) and all(map(may_stand, dots)))

    return Field(
        tuple(sorted(filter(stands, live), key=lambda one: one.dot)),
        frozenset(dot for dot in gone if dot != operation.dot and not arrived(dot)),
    )


def apart(fields: Fields) -> bool:
    """Whether people wrote different fields without having seen each other, and nobody has looked.

    Not where values of one field differ, for that is told already; and not where what they wrote
    is the same: each must have a value that is not the other's as well.
    """
    heads = fields.get(HEADS)
    if heads is None or len(heads.live) < 2 or left(heads):
        return False
    streams = {one.dot[0] for one in tops(heads)}
    own = set[str]()
    for name, field in fields.items():
        if name not in BESIDE:
            if field.conflict:
                return False
            authors = streams.intersection(one.dot[0] for one in field.live)
            own |= authors if len(authors) == 1 else set()
    return len(own) > 1


def tops(heads: Field) -> tuple[Value, ...]:
    """Return the writes among what is kept of the heads, without the looks."""
    return tuple(one for one in heads.live if one.value is None)


def left(heads: Field) -> bool:
    """Whether somebody looked at all the heads together and left them as they are."""
    writes = {one.dot for one in tops(heads)}
    return any(writes <= looked_at(one) for one in heads.live if one.value is not None)


def looked_at(look: Value) -> frozenset[Dot]:
    """Return the heads a look names."""
    pairs = (word.rpartition(":") for word in str(look.value).split())
    return frozenset((stream, int(seq)) for stream, _colon, seq in pairs if seq.isdecimal())


def since_trunk(written: Iterable[Operation], heads: Field) -> tuple[Operation, ...]:
    """Return of a record's operations those that some head had not seen, in the order given.

    ``written`` are in an order in which causes precede effects.
    """
    known: dict[Dot, dict[str, int]] = {}
    latest: dict[str, list[Dot]] = {}
    every = [one for one in written if counts(one) and not by_hub(one) and not is_look(one)]
    for one in every:
        seen: dict[str, int] = {}
        before = (one.stream, one.seq - 1)
        for stream, seq in (*named(one), before):
            reached = [dot for dot in latest.get(stream, ()) if dot[1] <= seq]
            for other, top in (*known.get(max(reached, default=before), {}).items(), (stream, seq)):
                seen[other] = max(top, seen.get(other, 0))
        known[one.dot] = {**seen, one.stream: one.seq}
        latest.setdefault(one.stream, []).append(one.dot)
    ends = [known.get(one.dot, {}) for one in tops(heads)]
    return tuple(
        one for one in every if any(end.get(one.stream, 0) < one.seq for end in ends) and ends
    )


def _told(dots: Iterable[Dot]) -> str:
    """The heads a look names as one value, in one order for everyone."""
    return " ".join(f"{stream}:{seq}" for stream, seq in sorted(dots))


def _reach(dots: Iterable[Dot]) -> dict[str, int]:
    reach: dict[str, int] = {}
    for stream, seq in dots:
        reach[stream] = max(seq, reach.get(stream, 0))
    return reach


def _within(dot: Dot, reach: Mapping[str, int]) -> bool:
    return dot[1] <= reach.get(dot[0], 0)


def _written(fields: Fields) -> Iterator[Value]:
    """The values that stand and are no seeds."""
    return (
        one
        for name, field in fields.items()
        if name not in BESIDE
        for one in field.live
        if not one.seed
    )
