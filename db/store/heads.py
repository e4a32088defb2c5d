"""The heads of records in the tables: beside the dots of a row, and several where values are several.

A row all of whose operations are of one stream says nothing of them. Any other keeps its head under
``HEADS`` among its dots, like that of a field: 0 where there is none, and where there are several
all are in ``field_value``. What was seen before it arrived is in ``superseded``.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import islice

from db.handle import Reader, Store
from db.journal import heads as causal
from db.journal.heads import HEADS
from db.journal.merge import Field, Value
from db.journal.operation import Dot, Operation, decode
from db.store import base, projection, streams

Key = tuple[str, str]
"""The identity of a record: (rec_type, rec_id)."""
_MADE = "made"
"""What stands for the fields that nobody changed since a row was made with them."""


def alone(reader: Reader, dots: Mapping[str, int], stream: str) -> bool:
    """Whether nobody wrote on a row but one stream; ``dots`` are the row's, {} for none."""
    return not dots or (HEADS not in dots and _maker(dots) == streams.id_of(reader, stream))


def named(store: Store, key: Key, dots: Mapping[str, int], seen: Iterable[Dot]) -> tuple[Dot, ...]:
    """Return the heads of others that an own write on a row names; ``seen`` its fields tell already.

    ``dots`` are the row's.
    """
    return causal.to_name(_standing(store, key, dots), store.identity.stream, seen)


def standing(reader: Reader, key: Key) -> Field:
    """Return the heads of a row, looks among them."""
    dots = projection.dots_of(reader, *key)
    return _standing(reader, key, dots) if dots else Field()


def apart(reader: Reader, limit: int = 200) -> tuple[Key, ...]:
    """Return the records on which people wrote beside each other unseen, newest record last."""
    found = reader.rows(
        "SELECT rec_type, rec_id FROM field_value WHERE field = ? AND value IS NULL"
        " AND rec_id NOT IN (SELECT rec_id FROM tombstone)"
        " GROUP BY rec_id HAVING COUNT(*) > 1 ORDER BY rec_id",
        (HEADS,),
    )
    unseen = (key for key in found if _apart(reader, key))
    return tuple(islice(unseen, limit))


def _apart(reader: Reader, key: Key) -> bool:
    """Whether people wrote on a row unseen; most that have several heads somebody has looked at."""
    return not causal.left(standing(reader, key)) and causal.apart(_fields(reader, key))


def live(reader: Reader, key: Key) -> dict[str, set[int]]:
    """Return field → the numbers of the operations whose values stand; "" for those never changed."""
    dots = projection.dots_of(reader, *key)
    found = {name: {n} for name, n in dots.items() if name != HEADS}
    if key[0] == "record":
        rows = reader.rows("SELECT path, n FROM answer WHERE record_id = ?", (key[1],))
        found |= {path: {n} for path, n in rows}
    for name, n in reader.rows(
        "SELECT field, n FROM field_value WHERE rec_id = ? AND field <> ?", (key[1], HEADS)
    ):
        found.setdefault(name, set()).add(n)
    return found


def _fields(reader: Reader, key: Key) -> dict[str, Field]:
    """What stands of a row, as far as its heads need it: values only where there are several."""
    several: dict[str, list[Value]] = {}
    for name, n, hlc, value in reader.rows(
        "SELECT field, n, hlc, value FROM field_value WHERE rec_id = ? AND field <> ?",
        (key[1], HEADS),
    ):
        several.setdefault(name, []).append(Value(streams.dot_of(reader, n), value, hlc))
    kept = live(reader, key)
    made = kept.pop("", set())
    if any(_wrote(reader, key, n) - kept.keys() for n in made):
        kept[_MADE] = made
    alone = {
        name: Field(tuple(Value(streams.dot_of(reader, n), None, 0) for n in numbers))
        for name, numbers in kept.items()
    }
    return (
        alone
        | {name: Field(tuple(one)) for name, one in several.items()}
        | {HEADS: standing(reader, key)}
    )


def _wrote(reader: Reader, key: Key, n: int) -> set[str]:
    """The fields that the operation wrote which made a row; by default a row is made with more."""
    data = reader.value("SELECT bytes FROM op WHERE n = ?", (n,))
    if data is not None:
        return set(decode(data).fields) - causal.BESIDE
    begun, dot = base.doc(reader, key), streams.dot_of(reader, n)
    fields = begun.fields.items() if begun else ()
    return {name for name, one in fields if any(each.dot == dot for each in one.live)}


def follow(store: Store, operation: Operation, arrived: Callable[[Dot], bool]) -> Field | None:
    """Return the heads to keep after an operation that is not in its row yet; None for none."""
    if not causal.counts(operation):
        return None
    key = (operation.rec_type, operation.rec_id)
    dots = projection.dots_of(store, *key)
    if alone(store, dots, operation.stream) and not causal.tells(operation):
        return None
    before = _standing(store, key, dots) if dots else _kept(store, key[1])
    return before if causal.by_hub(operation) else causal.after(before, operation, arrived)


def keep(store: Store, key: Key, heads: Field) -> None:
    """Write down the heads of a row."""
    projection.stand(store, key, HEADS, heads)
    shown = heads.shown
    projection.set_dot(store, key, HEADS, 0 if shown is None else _number(store, shown.dot))


def _standing(reader: Reader, key: Key, dots: Mapping[str, int]) -> Field:
    kept = _kept(reader, key[1])
    if HEADS not in dots:
        last = _last(reader, key, dots)
        return Field(tuple(sorted((*last, *kept.live), key=lambda one: one.dot)), kept.gone)
    if kept.live or not dots[HEADS]:
        return kept
    return Field((_head(reader, dots[HEADS]),), kept.gone)


def _kept(reader: Reader, rec_id: str) -> Field:
    """What is kept of heads outside the row."""
    live = (
        Value(streams.dot_of(reader, n), value, hlc)
        for n, hlc, value in reader.rows(
            "SELECT n, hlc, value FROM field_value WHERE rec_id = ? AND field = ?", (rec_id, HEADS)
        )
    )
    gone = reader.rows(
        "SELECT stream, seq FROM superseded WHERE rec_id = ? AND field = ?", (rec_id, HEADS)
    )
    return Field(
        tuple(sorted(live, key=lambda one: one.dot)),
        frozenset((stream, seq) for stream, seq in gone),
    )


def _last(reader: Reader, key: Key, dots: Mapping[str, int]) -> tuple[Value, ...]:
    """The last write of the one stream that wrote a row, if it is one that counts."""
    maker = _maker(dots)
    first, last = streams.number(maker, 0), streams.number(maker, streams.LAST)
    written = [n for name, n in dots.items() if first <= n <= last and name != HEADS]
    if key[0] == "record":
        n = reader.value(
            "SELECT MAX(n) FROM answer WHERE record_id = ? AND n BETWEEN ? AND ?",
            (key[1], first, last),
        )
        written += [] if n is None else [n]
    top = max(written)
    data = reader.value("SELECT bytes FROM op WHERE n = ?", (top,))
    if data is not None:
        one = decode(data)
        if not causal.counts(one) or causal.by_hub(one):
            return ()
    return (_head(reader, top),)


def _head(reader: Reader, n: int) -> Value:
    hlc = reader.value("SELECT hlc FROM op WHERE n = ?", (n,))
    return Value(streams.dot_of(reader, n), None, int(hlc or 0))


def _maker(dots: Mapping[str, int]) -> int:
    """The row of the stream whose operation made a row."""
    return dots[""] >> streams.SHIFT


def _number(store: Store, dot: Dot) -> int:
    return streams.number(streams.id_of(store, dot[0]), dot[1])
