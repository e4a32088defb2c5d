"""What the hub knows of each record: the live values of its fields, merged by causality.

A record's document is msgpack: field → (live, gone), live being (stream, seq, hlc, value) and gone
the (stream, seq) of superseded writes that have not arrived. It can be made again from the
operations at any time.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from db.journal.merge import Arrived, Field, Value, apply
from db.journal.operation import Operation

if TYPE_CHECKING:
    from collections.abc import Callable

DELETED = ""
"""The name under which a deletion is kept beside the fields."""
WHOLE = "*"
"""The field a conflict over the whole record is told under."""


@dataclass(slots=True)
class Doc:
    """One record while a batch is merged into it; ``old`` when it is in the database already."""

    fields: dict[str, Field] = field(default_factory=dict)
    old: bool = False
    touched: set[str] = field(default_factory=set)

    def shown(self, name: str) -> Any:
        """The provisional value of a field, None when nobody wrote it."""
        found = self.fields.get(name, Field()).shown
        return found.value if found else None

    @property
    def deleted(self) -> bool:
        """Whether it was deleted by someone who had seen all that stands."""
        return bool(self.fields.get(DELETED, Field()).live) and not self.disputed

    @property
    def disputed(self) -> bool:
        """Whether it was deleted by someone who had not seen what another wrote."""
        gone = self.fields.get(DELETED, Field())
        if not gone.live:
            return False
        return any(one.live for name, one in self.fields.items() if name != DELETED)


def read(data: bytes) -> Doc:
    """Return the record in a document's bytes."""
    _write, decode = _coders()
    fields = {
        name: Field(
            tuple(Value((stream, seq), value, hlc) for stream, seq, hlc, value in live),
            frozenset((stream, seq) for stream, seq in gone),
        )
        for name, (live, gone) in decode(data).items()
    }
    return Doc(fields, old=True)


def write(doc: Doc) -> bytes:
    """Return a document's bytes."""
    encode, _read = _coders()
    return encode(
        {
            name: (
                [(*one.dot, one.hlc, one.value) for one in field.live],
                sorted(field.gone),
            )
            for name, field in doc.fields.items()
        }
    )


def merge(doc: Doc, operation: Operation, arrived: Arrived) -> None:
    """Apply one operation to its record."""
    if operation.kind == "delete":
        _delete(doc, operation, arrived)
        return
    mark = doc.fields.get(DELETED)
    late = mark is not None and operation.dot in mark.gone
    for name, (value, seen) in operation.fields.items():
        before = doc.fields.get(name, Field())
        if late:  # who deleted the record had seen this write
            before = replace(before, gone=before.gone | {operation.dot})
        doc.fields[name] = apply(before, Value(operation.dot, value, operation.hlc), seen, arrived)
        doc.touched.add(name)
    if mark is not None and late:
        doc.fields[DELETED] = replace(mark, gone=mark.gone - {operation.dot})


def conflicts(doc: Doc) -> dict[tuple[str, str], bool]:
    """Return (field, kind) → whether it stands, for what the batch touched."""
    found = {(name, "hard"): doc.fields[name].conflict for name in doc.touched if name}
    found[WHOLE, "edit_vs_delete"] = doc.disputed
    return found


def values(doc: Doc) -> Mapping[str, Any]:
    """Return the provisional value of every field."""
    return {name: one.shown.value for name, one in doc.fields.items() if name and one.shown}


def _delete(doc: Doc, operation: Operation, arrived: Arrived) -> None:
    """Take away what the deleting author had seen; what another wrote meanwhile stands."""
    _value, seen = operation.fields.get(DELETED, (None, ()))
    replaced = frozenset(seen)
    for name, one in list(doc.fields.items()):
        if name == DELETED:
            continue
        doc.fields[name] = Field(
            tuple(value for value in one.live if value.dot not in replaced), one.gone
        )
        doc.touched.add(name)
    waiting = frozenset(dot for dot in replaced if not arrived(dot))
    mark = doc.fields.get(DELETED, Field())
    live = mark.live or (Value(operation.dot, True, operation.hlc),)
    doc.fields[DELETED] = Field(live, mark.gone | waiting)


@cache
def _coders() -> "tuple[Callable[[Any], bytes], Callable[[bytes], Any]]":
    import msgspec

    return msgspec.msgpack.Encoder().encode, msgspec.msgpack.Decoder().decode
