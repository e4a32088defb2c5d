"""Getting back what the hub lost, from laptops that hold it: each operation's author signed it.

A hub set back to an older copy lacks what came later. The authors give theirs again by themselves;
for an author who is gone, whoever has pulled it hands it over.
"""

import datetime as dt
from collections.abc import Mapping

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from db.journal import wire
from hub import push
from hub.batches import Caller
from hub.push import Pushed
from hub.sql import people, streams
from hub.sql.base import Db

MOST_STREAMS = 10_000


def lacking(db: Db, scope: str, offered: Mapping[str, int]) -> dict[str, int]:
    """Return stream → how far the hub has it, of those that someone has further.

    Raises:
        BadBody: ``large``.
    """
    if len(offered) > MOST_STREAMS:
        raise wire.BadBody("large")
    known = streams.head_seqs(db, scope, sorted(offered))
    return {name: known.get(name, 0) for name, seq in offered.items() if seq > known.get(name, 0)}


def give(db: Db, scope: str, batch: wire.Batch, now: dt.datetime) -> Pushed:
    """Take in a batch from someone other than its author, as if the author had sent it.

    Raises:
        BadBody: ``author``, when no device of the scope signed it.
        Diverged: as for a push.
    """
    author = _author(db, scope, batch)
    return push.push(db, author, batch, now)


def _author(db: Db, scope: str, batch: wire.Batch) -> Caller:
    for one in people.devices(db, scope):
        if wire.signed_by(Ed25519PublicKey.from_public_bytes(one.public_key), batch):
            return Caller(one.scope, one.device, one.account, one.public_key, one.status)
    raise wire.BadBody("author")
