"""Taking in a bundle from a stick, and the answer to it: the same calls as online, one by one.

Whoever carries it, the writer is the device whose signature is on it. Taking the same bundle again
changes nothing and is answered alike, so a lost answer is asked for by the stick itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from typing import BinaryIO

from db.journal import bundle, wire
from db.journal.bundle import Blob, Bundle, Head, Opening, Part, Receipt, Writer
from db.journal.ids import new_id
from db.journal.proof import Witness
from hub import blobs, checkpoints, pull, push
from hub.batches import Caller, Diverged, bounded
from hub.pull import Parted, Place
from hub.routing import Hub
from hub.sessions import NoEntry
from hub.sql import people, quarantines, streams
from hub.sql.base import Db
from hub.storage import Away, Full

_MOST_PLACES = 64


@dataclass(slots=True)
class _Found:
    """What came of the parts: how far each stream reached in the bundle, refusals, files kept.

    ``room`` is False once the storage took no more: what else is in the bundle goes on without it.
    """

    reached: dict[str, tuple[int, int]] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    blobs: list[bytes] = field(default_factory=list)
    room: bool = True


def take(hub: Hub, file: BinaryIO, answer: BinaryIO) -> Receipt:
    """Take in a laptop's bundle and write the answer for its stick; returns the receipt in it.

    A file for which there is no room, or that no operation names, is not among what the receipt
    says is kept: the laptop offers it again.

    Raises:
        BadBody: it is no bundle, is damaged, is not signed by the device it names, or is for
            another hub (``receiver``).
        NoEntry: ``device``, which nobody enrolled.
        Busy: the database could not be asked; taking it again goes on where this ended.
    """
    with bundle.opened(file) as found:
        who = _writer(hub, found)
        parts = found.parts(hub.seal.box)
        opening = next(parts, None)
        if not isinstance(opening, Opening) or len(opening.places) > _MOST_PLACES:
            raise wire.BadBody("bundle")
        done = _taken(hub, who, parts)
        after, parted = _place(hub, who, opening.places)
        receipt = _receipt(hub, (who, found.head.id), done, (after, parted))
    _answer(hub, (who, opening), (receipt, answer))
    return receipt


def _writer(hub: Hub, found: Bundle) -> Caller:
    """The device that wrote a bundle, made sure of by its signature over the whole."""
    head = found.head
    if head.kind != bundle.UP:
        raise wire.BadBody("bundle")
    if head.hub != hub.hub_id:
        raise wire.BadBody("receiver")
    device = hub.database.run(lambda db: people.device(db, head.scope, head.device))
    if device is None:
        raise NoEntry("device")
    found.prove(device.public_key)
    return Caller(device.scope, device.device, device.account, device.public_key, device.status)


def _taken(hub: Hub, who: Caller, parts: Iterable[Part]) -> _Found:
    done = _Found()
    whole = bundle.Whole()
    for part in parts:
        if isinstance(part, wire.Batch):
            _push(hub, who, part, done)
        elif isinstance(part, Blob):
            data = whole.add(part)
            if data is not None and done.room:
                _keep(hub, who, data, (part.sha256, done))
        else:
            raise wire.BadBody("bundle")
    return done


def _push(hub: Hub, who: Caller, batch: wire.Batch, done: _Found) -> None:
    """Push a batch; a stream that cannot go on does not keep the others from it."""
    if batch.stream in done.refused:
        return
    try:
        bounded(batch)
        hub.database.run(lambda db: push.push(db, who, batch, hub.clock(), once=False))
    except Diverged as error:
        done.refused[batch.stream] = error.code
    except wire.BadBody as error:
        done.refused[batch.stream] = f"body-{error.code}"
    first, _last = done.reached.get(batch.stream, (batch.first, 0))
    done.reached[batch.stream] = (first, batch.last)


def _keep(hub: Hub, who: Caller, data: bytes, what: tuple[bytes, _Found]) -> None:
    """Keep a file as one that came over the line; its bytes are what the name says."""
    name, done = what
    piece = blobs.Piece(name.hex(), 0, len(data))
    place = blobs.Place(hub.database, hub.storage, hub.clock())
    try:
        here = hub.database.run(lambda db: blobs.known(db, who, piece))
        if here.whole or blobs.take(place, who, piece, data).whole:
            done.blobs.append(name)
    except blobs.Refusal:
        return
    except (Full, Away):
        done.room = False


def _place(hub: Hub, who: Caller, told: tuple[tuple[int, bytes], ...]) -> tuple[Place, bool]:
    """The newest place a laptop told that is one of the feed's, and whether its newest is none."""
    for at, place in enumerate(Place(*one) for one in told):
        try:
            _page(hub, who, place)
        except Parted:
            continue
        return place, at > 0
    return Place(0, wire.feed_root(who.scope)), bool(told)


def _receipt(hub: Hub, what: tuple[Caller, str], done: _Found, at: tuple[Place, bool]) -> Receipt:
    (who, name), (after, parted) = what, at

    def look(db: Db) -> tuple[Mapping[str, tuple[int, bytes]], Mapping[str, Mapping[int, str]]]:
        held = {
            stream: quarantines.reasons(db, who.scope, stream, *reached)
            for stream, reached in done.reached.items()
            if done.refused.get(stream) != "fork"
        }
        return streams.heads(db, who.scope, who.device), held

    heads, held = hub.database.run(look)
    return Receipt(
        name,
        who.status,
        hub.epoch,
        heads,
        {stream: why for stream, why in held.items() if why},
        done.refused,
        tuple(done.blobs),
        (after.seq, after.hash),
        parted,
        hub.public,
    )


def _answer(hub: Hub, receiver: tuple[Caller, Opening], what: tuple[Receipt, BinaryIO]) -> None:
    (who, opening), (receipt, file) = receiver, what
    now = int(hub.clock().timestamp() * 1000)
    head = Head(bundle.ANSWER, new_id(), hub.hub_id, who.scope, who.device, now)
    with closing(Writer(file, head, opening.box)) as writer:
        writer.add(receipt)
        if who.status == "active":
            end = receipt.after[0]
            for page in _pages(hub, who, Place(*receipt.after)):
                if writer.full:
                    break  # the next bundle asks for the rest
                writer.add(page)
                end = page.placed[-1].last
            writer.add(_witness(hub, who, end, opening.witnessed))
        writer.seal(hub.seal.key.sign(writer.claim()))


def _pages(hub: Hub, who: Caller, place: Place) -> Iterator[wire.Page]:
    while (page := _page(hub, who, place)).placed:
        yield page
        last = page.placed[-1]
        place = Place(last.at + len(last.batch.operations) - 1, last.feed)


def _witness(hub: Hub, who: Caller, size: int, before: int) -> Witness:
    return hub.database.run(lambda db: checkpoints.witness(db, hub, who.scope, size, before))


def _page(hub: Hub, who: Caller, place: Place) -> wire.Page:
    return hub.database.run(lambda db: pull.pull(db, (hub.hub_id, hub.epoch), who.scope, place))
