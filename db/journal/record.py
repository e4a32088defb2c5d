"""A record: the live values of its fields, merged by causality; the hub and the laptops do it alike.

A record's document is msgpack: field → (live, gone), live being (stream, seq, hlc, value) and gone
the (stream, seq) of superseded writes that have not arrived. It can be made again from the
operations at any time. Beside the fields stand the deletion and, where several people wrote, the heads.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from db.journal import heads
from db.journal.heads import BESIDE, DELETED, HEADS, SEED
from db.journal.merge import Arrived, Field, Value, apply
from db.journal.operation import Operation

if TYPE_CHECKING:
    from collections.abc import Callable

Key = tuple[str, str]
"""The identity of a record: (rec_type, rec_id)."""
DECISION = "decision"
"""The noun of the hub's operations that tell what was decided about what it held back."""
PARTY_REPORT = "party_report"
"""The noun of the hub's operations that tell what an inspected party handed in."""
WHOLE = HEADS
"""The field a conflict over the whole record is told under."""


@dataclass(slots=True)
class Doc:
    """One record while a batch is merged into it; ``old`` when it is in the database already.

    Most records of a batch are made by it, in one write. Such a one is ``only`` its operation, and
    its fields are spelled out when someone asks for them.
    """

    kept: dict[str, Field] = field(default_factory=dict)
    old: bool = False
    touched: set[str] = field(default_factory=set)
    only: Operation | None = None

    @property
    def fields(self) -> dict[str, Field]:
        """The fields by name."""
        if self.only is not None:
            one, self.only = self.only, None
            self.kept = {
                name: Field((_written(one, value),)) for name, (value, _seen) in one.fields.items()
            }
        return self.kept

    def shown(self, name: str) -> Any:
        """The provisional value of a field, None when nobody wrote it."""
        if self.only is not None:
            return self.only.fields.get(name, (None,))[0]
        standing = self.kept.get(name)
        found = standing.shown if standing else None
        return found.value if found else None

    @property
    def deleted(self) -> bool:
        """Whether someone who had seen all that stands deleted it."""
        return self._marked and not self._unseen

    @property
    def disputed(self) -> bool:
        """Whether someone deleted it who had not seen all that stands; then it stays."""
        return self._marked and self._unseen

    @property
    def _marked(self) -> bool:
        return any(one.value for one in self.fields.get(DELETED, Field()).live)

    @property
    def _unseen(self) -> bool:
        marks = self.fields[DELETED].live
        seen = {tuple(dot) for mark in marks for dot in mark.value or ()}
        fields = (one for name, one in self.fields.items() if name not in BESIDE)
        standing = {value.dot for one in fields for value in one.live}
        raised = any(not mark.value for mark in marks)
        return raised or not standing <= seen


def read(data: bytes) -> Doc:
    """Return the record in a document's bytes."""
    _write, decode = _coders()
    fields = {
        name: Field(
            tuple(_value(*one) for one in live),
            frozenset((stream, seq) for stream, seq in gone),
        )
        for name, (live, gone) in decode(data).items()
    }
    return Doc(fields, old=True)


def write(doc: Doc) -> bytes:
    """Return a document's bytes."""
    encode, _read = _coders()
    if doc.only is not None:
        one = doc.only
        told = (one.stream, one.seq, -1 - one.hlc if one.kind == SEED else one.hlc)
        return encode(
            {name: (((*told, value),), ()) for name, (value, _seen) in one.fields.items()}
        )
    return encode(
        {
            name: (
                [
                    (*one.dot, -1 - one.hlc if one.seed else one.hlc, one.value)
                    for one in field.live
                ],
                sorted(field.gone) if field.gone else (),
            )
            for name, field in doc.fields.items()
        }
    )


def merge(doc: Doc, operation: Operation, arrived: Arrived) -> None:
    """Apply one operation to its record.

    A deletion is the field ``DELETED`` whose value is what its author had seen of the record; who
    makes the record again writes it as None. The values themselves stay, so that a record whose
    deletion is disputed is whole.
    """
    written = operation.fields
    alone = not (doc.old or doc.only or doc.kept or any(seen for _v, seen in written.values()))
    if alone and _plain(operation) and not arrived(operation.dot):
        doc.only = operation  # nothing stands that it could meet
    else:
        standing = doc.fields
        kept = heads.follow(standing, operation, arrived) if heads.counts(operation) else None
        if kept is not None:
            standing[HEADS] = kept
        for name, (value, seen) in written.items():
            if name == HEADS:
                continue
            before = standing.get(name, Field())
            standing[name] = apply(before, _written(operation, value), seen, arrived)
    doc.touched.update(written)


def conflicts(doc: Doc) -> dict[tuple[str, str], bool]:
    """Return (field, kind) → whether it stands, for what the batch touched."""
    if doc.only is not None and DELETED not in doc.touched:
        return {}
    touched = doc.touched - BESIDE
    found = {(name, "hard"): doc.fields[name].conflict for name in touched}
    found[WHOLE, "edit_vs_delete"] = doc.disputed
    found[WHOLE, "soft"] = unseen(doc)
    return found


def unseen(doc: Doc) -> bool:
    """Whether people wrote beside each other unseen, and no harder conflict is told of it."""
    return heads.apart(doc.fields) and not (doc.deleted or doc.disputed)


def values(doc: Doc) -> Mapping[str, Any]:
    """Return the provisional value of every field."""
    return {
        name: one.shown.value
        for name, one in doc.fields.items()
        if name not in BESIDE and one.shown
    }


def _plain(operation: Operation) -> bool:
    """Whether a record that one operation made needs no word about its heads."""
    return HEADS not in operation.fields and not (
        heads.by_hub(operation) and heads.counts(operation)
    )


def _written(one: Operation, value: Any) -> Value:
    return Value(one.dot, value, one.hlc, one.kind == SEED)


def _value(stream: str, seq: int, hlc: int, value: Any) -> Value:
    """A value as it is kept; a seed's clock is kept as -1 - hlc."""
    return (
        Value((stream, seq), value, hlc)
        if hlc >= 0
        else Value((stream, seq), value, -1 - hlc, True)
    )


@cache
def _coders() -> "tuple[Callable[[Any], bytes], Callable[[bytes], Any]]":
    import msgspec

    return msgspec.msgpack.Encoder().encode, msgspec.msgpack.Decoder().decode
