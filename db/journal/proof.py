"""What the hub signs about a feed, and what shows that an operation is in it; checked by anyone.

A checkpoint is the head of the tree over a feed's first operations. One that does not continue an
earlier one is proof, by the hub's own signatures, that history was written anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from db.journal import chain, tree, wire
from db.journal.operation import BadOperation, Operation, decode

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What the hub says a feed's first ``size`` operations are; ``at`` is its clock, ms in UTC.

    ``feed`` is the feed's chain value there, ``root`` the tree's head.
    """

    hub: str
    epoch: int
    scope: str
    size: int
    root: bytes
    feed: bytes
    at: int
    signature: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Witness:
    """A checkpoint, and the proof that it continues the one that was asked from."""

    checkpoint: Checkpoint
    proof: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """An operation with all that shows where it is from and that it was there.

    ``place`` is its number in the feed, ``path`` leads to the checkpoint. ``later`` are the hashes
    of the operations after it in its batch, ``last`` the number of the batch's last, whose chain
    value ``signature`` is by the device's ``key``.
    """

    operation: bytes
    place: int
    checkpoint: Checkpoint
    path: tuple[bytes, ...]
    later: tuple[bytes, ...]
    last: int
    signature: bytes
    key: bytes


def checkpoint_claim(one: Checkpoint) -> bytes:
    """Return the message the hub signs."""
    head = f"xunjian checkpoint 1\n{one.hub}\n{one.epoch}\n{one.scope}\n{one.size}\n{one.at}\n"
    return head.encode() + one.root + one.feed


def genuine(one: Checkpoint, hub_key: bytes) -> bool:
    """Tell whether the hub of a key signed the checkpoint."""
    return _signed(hub_key, one.signature, checkpoint_claim(one))


def continues(before: Checkpoint, witness: Witness) -> bool:
    """Tell whether a checkpoint continues an earlier one of the same feed."""
    now = witness.checkpoint
    return (before.hub, before.scope) == (now.hub, now.scope) and tree.consistent(
        (before.size, before.root), (now.size, now.root), witness.proof
    )


def checked(one: Proof, hub_key: bytes) -> Operation:
    """Return the operation a proof is about, all of it checked.

    Raises:
        BadBody: ``operation`` (the bytes are none), ``hub`` (not signed by this hub), ``path``
            (it is not in the tree at this place), ``device`` (not signed by the device's key).
    """
    try:
        operation = decode(one.operation)
    except BadOperation as error:
        raise wire.BadBody("operation") from error
    op_hash = chain.digest(one.operation)
    head = one.checkpoint
    if not genuine(head, hub_key):
        raise wire.BadBody("hub")
    if not tree.included(op_hash, one.place - 1, (head.size, head.root), one.path):
        raise wire.BadBody("path")
    if not _by_device(operation, one, (op_hash, *one.later)):
        raise wire.BadBody("device")
    return operation


def _by_device(operation: Operation, one: Proof, hashes: Sequence[bytes]) -> bool:
    end = wire.feed_after(operation.prev, hashes)
    follows = operation.seq + len(hashes) - 1 == one.last
    return follows and _signed(one.key, one.signature, wire.claim(operation.stream, one.last, end))


def _signed(key: bytes, signature: bytes, message: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature

    try:
        _public(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _public(key: bytes) -> "Ed25519PublicKey":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    return Ed25519PublicKey.from_public_bytes(key)
