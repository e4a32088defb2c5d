"""The hub's answer to a bundle, taken in from the stick with the checks of a pull."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.services import bureau_tables, enrolling, handed_in, witnessing
from app.services.bundles import Desk
from app.services.changes import Result, arrived, touched
from app.services.errors import Refused
from db.connection import Store
from db.errors import guard
from db.journal import clock, feed, wire
from db.journal.proof import Witness
from db.store import arrivals, hub_files, sticks, streams
from db.store.arrivals import Broken, Cursor

if TYPE_CHECKING:
    from db.journal.bundle import Bundle, Head, Receipt

_CODES = {"newer": "bundle-newer", "receiver": "bundle-not-ours", "signature": "bundle-forged"}


@dataclass(frozen=True, slots=True)
class Taken:
    """What an answer brought.

    ``sent`` own operations the hub says it has and had not said before, ``held`` of them in
    quarantine, ``files`` it keeps of those on the stick, ``taken`` operations of others. ``refused`` are stream → code of what the hub could
    not take. ``status`` is ``revoked`` where the bureau withdrew this laptop's right; ``witness``
    tells that the hub did not keep its word, see ``witnessing.hold``.
    """

    sent: int
    held: int
    taken: int
    refused: Mapping[str, str]
    status: str
    witness: str = ""
    files: int = 0


def take(desk: Desk, path: Path) -> Taken:
    """Take in the answer to a bundle; taking it again changes nothing.

    Raises:
        Refused: ``bundle-damaged``, ``bundle-newer``, ``bundle-not-ours``, ``bundle-forged``, or
            ``bundle-history`` where the hub tells another history than this laptop knows.
        MachineError: it could not be read or written; what was taken in stays, and taking it
            again goes on from there.
    """
    from db.journal import bundle

    try:
        with guard(path=str(path)), path.open("rb") as file, bundle.opened(file) as found:
            _ours(desk, found)
            return _taken(desk, found)
    except wire.BadBody as error:
        raise Refused(_CODES.get(error.code, "bundle-damaged"), name=path.name) from error
    except Broken as error:
        raise Refused("bundle-history", name=path.name) from error


def _ours(desk: Desk, found: "Bundle") -> None:
    """See that this laptop's hub wrote it, for this laptop."""
    from db.journal.bundle import ANSWER

    head = found.head
    mine = (desk.enrolment.hub, desk.enrolment.scope, streams.device(desk.reader))
    if head.kind != ANSWER or (head.hub, head.scope, head.device) != mine:
        raise wire.BadBody("receiver")
    found.prove(bytes.fromhex(desk.enrolment.key))


def _taken(desk: Desk, found: "Bundle") -> Taken:
    from db.journal.bundle import Receipt

    parts = found.parts(desk.seal.box)
    receipt = next(parts, None)
    if not isinstance(receipt, Receipt):
        raise wire.BadBody("bundle")
    sent = desk.write(
        lambda store: Result(_receipt(store, receipt, found.head), touched("sync"))
    ).value
    enrolling.learn(desk.reader, desk.write, (receipt.public, found.head.at), signed=True)
    taken, witness = 0, ""
    for part in parts:
        if isinstance(part, wire.Page):
            taken += _page(desk, part, (found.head, receipt))
        elif isinstance(part, Witness):
            witness = _witness(desk, part)
        else:
            raise wire.BadBody("bundle")
    now = clock.from_milliseconds(desk.now_ms)
    desk.write(partial(handed_in.take, now=now))  # its photos come when there is a line
    held = sum(len(why) for why in receipt.held.values())
    kept = len(receipt.blobs)
    return Taken(sent, held, taken, dict(receipt.refused), receipt.status, witness, kept)


def _receipt(store: Store, receipt: "Receipt", head: "Head") -> int:
    """Write down what the hub has; it must be what this laptop wrote."""
    sent = 0
    with store.atomic():
        own = arrivals.own_streams(store)
        for stream, (seq, chained) in receipt.streams.items():
            if stream not in own or not seq:
                continue
            if sticks.chain_at(store, stream, seq) != chained:
                raise Broken("fork")
            known = arrivals.hub_has(store, stream)
            if seq > known:  # an old answer does not take back what a newer one said
                arrivals.note_head(store, stream, seq, chained)
                sent += seq - known
        for stream, why in receipt.held.items():
            came = arrivals.fed(store, stream)  # of that the feed has told, and of what was decided
            for at, reason in why.items() if stream in own else ():
                if at > came:
                    arrivals.hold_own(store, stream, at, reason)
        while hub_files.learn(store):
            pass
        hub_files.arrived(store, [name.hex() for name in receipt.blobs], receipt.epoch)
        if receipt.parted:
            arrivals.rewind(store, head.scope, [receipt.after])
        sticks.answered(store, receipt.bundle, clock.to_text(store.clock()))
    return sent


def _page(desk: Desk, page: wire.Page, told: "tuple[Head, Receipt]") -> int:
    head, receipt = told
    if (page.hub, page.scope) != (head.hub, head.scope):
        raise wire.BadBody("receiver")
    at = arrivals.cursor(desk.reader, head.scope) or Cursor(
        head.scope, head.hub, receipt.epoch, 0, wire.feed_root(head.scope)
    )
    new = tuple(one for one in page.placed if one.at + len(one.batch.operations) - 1 > at.seq)
    if not new:
        return 0
    rest = replace(page, placed=new)
    stretch = feed.follow(rest, (at.seq, at.feed))

    def take_in(store: Store) -> Result[int]:
        fresh = arrivals.take(store, stretch, head.at)
        return Result(len(fresh), touched("sync") | arrived(fresh))

    taken = int(desk.write(take_in).value)
    if bureau_tables.due(desk.reader, clock.from_milliseconds(desk.now_ms)):
        desk.write(bureau_tables.settle)
    return taken


def _witness(desk: Desk, told: Witness) -> str:
    """Hold the hub to its word; the head of an old answer says nothing of where this laptop is."""
    at = arrivals.cursor(desk.reader, desk.enrolment.scope)
    if at is None or told.checkpoint.size != at.seq:
        return ""
    key = bytes.fromhex(desk.enrolment.key)
    return witnessing.hold(desk.reader, desk.write, witnessing.Place(at, key), told)
