"""The anchor: proof outside the store of how far its stream had come when a paper was issued.

A store behind its anchor was restored from an old image, or is a copy: its numbers may be out
already, so issuing from old blocks must stop. The anchor is kept in a file the caller names;
``to_text`` is its one line for a second place that a copied folder does not bring along.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from db.blobs import TEMPORARY, write_whole
from db.errors import guard
from db.handle import Reader, Store
from db.store import operations, streams


@dataclass(frozen=True, slots=True)
class Anchor:
    """The end of a stream: its last number and that operation's hash (hex)."""

    stream: str
    seq: int
    hash: str

    def to_text(self) -> str:
        """Return the anchor as one line of JSON."""
        return json.dumps(asdict(self), sort_keys=True)


UNREADABLE = Anchor("", -1, "")
"""In place of an anchor that is there and says nothing: how far the store had come is unknown."""


def from_text(text: str) -> Anchor | None:
    """Return the anchor in a text made by ``to_text``; None for anything else."""
    try:
        found = json.loads(text)
        stream, seq, kept = found["stream"], found["seq"], found["hash"]
    except (ValueError, KeyError, TypeError):
        return None
    if not (isinstance(stream, str) and isinstance(kept, str) and type(seq) is int):
        return None
    if not stream or seq < 0 or bool(seq) != bool(kept):
        return None
    return Anchor(stream, seq, kept)


def write(store: Store, path: Path) -> Anchor:
    """Write the present end of the stream to a file and return it.

    Raises:
        MachineError: the file cannot be written.
    """
    at = operations.head(store, store.identity.stream)
    kept = operations.hash_at(store, store.identity.stream, at.seq)
    anchor = Anchor(store.identity.stream, at.seq, kept)
    with guard(path=str(path)):
        for left in path.parent.glob(f"{path.name}.*{TEMPORARY}"):
            left.unlink(missing_ok=True)
        write_whole(path, anchor.to_text().encode())
    return anchor


def read(path: Path) -> Anchor | None:
    """Return the anchor in a file; None when there is no file, ``UNREADABLE`` for a spoiled one."""
    try:
        text = path.read_bytes().decode(errors="replace")
    except FileNotFoundError:
        return None
    except OSError:
        return UNREADABLE
    return from_text(text) or UNREADABLE


def problem(reader: Reader, anchor: Anchor | None) -> str:
    """Compare a store with an anchor: "" when all is well, else what is wrong.

    ``unreadable``: the anchor was spoiled; ``unknown-stream``: it is another store's;
    ``behind``: the store lacks the anchored operation; ``different``: it has another one under
    that number.
    """
    if anchor is None:
        return ""
    if anchor == UNREADABLE:
        return "unreadable"
    if anchor.stream not in streams.names(reader):
        return "unknown-stream"
    if anchor.seq == 0:
        return ""
    kept = operations.hash_at(reader, anchor.stream, anchor.seq)
    if not kept:
        return "behind"
    return "" if kept == anchor.hash else "different"
