"""Operations issued again under another stream, where two machines wrote on under one name.

A laptop set back to an old image, or a copy of it, gives its operations numbers that the hub has
for others. What it wrote is not lost: it is written again word for word at the start of a stream of
its own, and each operation names the one it stands for.
"""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from db.journal import chain
from db.journal.operation import Dot, Operation, Written, decode, encode
from db.journal.record import DELETED


@dataclass(frozen=True, slots=True)
class Reissued(Operation):
    """An operation that stands for another: (stream, number, hash of its bytes)."""

    reissue_of: tuple[str, int, bytes]


def anew(parted: Sequence[bytes], stream: str) -> Iterator[tuple[Operation, bytes]]:
    """Yield operations of one stream again as the first of another one, with their bytes.

    What they say they saw of each other is said of the new ones.
    """
    before = chain.root(stream)
    names: dict[Dot, Dot] = {}
    for seq, data in enumerate(parted, 1):
        old = decode(data)
        names[old.dot] = (stream, seq)
        told: dict[str, Any] = {one.name: getattr(old, one.name) for one in fields(old)}
        told |= {
            "stream": stream,
            "seq": seq,
            "prev": before,
            "fields": {name: _renamed(name, one, names) for name, one in old.fields.items()},
        }
        new = Reissued(**told, reissue_of=(*old.dot, chain.digest(data)))
        written = encode(new)
        before = chain.link(before, chain.digest(written))
        yield new, written


def name_after(stream: str, parted: bytes, *, beside: bool = False) -> str:
    """Return the name of the stream that begins with a parted operation.

    The same operation gives the same name, and so the same bytes: who is set back once more to
    where it parted says the same again, and the hub takes it for a repetition. The name is a UUIDv7
    next after the one given. What others issue again in the author's place goes ``beside`` it,
    under one name for all of them.
    """
    moment = (uuid.UUID(stream).int >> 80) + 1
    drawn = int.from_bytes(chain.digest(b"beside" + parted if beside else parted)[:10])
    bits = moment << 80 | drawn
    bits = bits & ~(0xF << 76) | 7 << 76
    bits = bits & ~(0x3 << 62) | 2 << 62
    return str(uuid.UUID(int=bits))


def _renamed(name: str, written: Written, names: Mapping[Dot, Dot]) -> Written:
    value, seen = written
    if name == DELETED and value is not None:
        value = tuple(names.get(tuple(dot), tuple(dot)) for dot in value)
    return value, tuple(names.get(dot, dot) for dot in seen)
