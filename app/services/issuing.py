"""Issuing behind the anchor: a store set back to an earlier state must not use its numbers again."""

from pathlib import Path

from app.services import documents, settings
from app.services.changes import Result
from app.services.context import Acting
from app.services.documents import Ready
from app.services.errors import Refused
from db import anchor
from db.connection import Reader, Store
from db.rows import Document, NumberBlock
from db.store import numbers


def issue(store: Store, act: Acting, ready: Ready, anchored: Path) -> Result[Document]:
    """Issue a document from a store that still holds the last one issued here.

    Raises:
        Refused: as ``check_anchor`` and ``documents.issue``.
    """
    check_anchor(store, anchored)
    return documents.issue(store, act, ready)


def check_anchor(reader: Reader, anchored: Path) -> None:
    """See that the store still holds the last document issued here.

    An anchor that cannot be read, or is another store's, says nothing: that locks as well.

    Raises:
        Refused: ``anchor-behind``, ``anchor-unreadable``.
    """
    last = anchor.read(anchored)
    found = anchor.problem(reader, last)
    if last is None or not found:
        return
    if found in {"behind", "different"}:
        raise Refused("anchor-behind", expected=last.seq, found=found)
    raise Refused("anchor-unreadable")


def take_block(  # noqa: PLR0913 - the four facts of a block, each named at the call
    store: Store, series: str, year: int, lo: int, hi: int, *, anchored: Path
) -> Result[NumberBlock]:
    """Take in a block the bureau has given; this also unlocks a store that was set back.

    In a store behind its anchor every older block is given back first: which of its numbers are
    out already cannot be known here, so none of the rest may be used.

    Raises:
        Refused: ``number-block-wrong``.
        MachineError: the anchor cannot be written.
    """
    locked = bool(anchor.problem(store, anchor.read(anchored)))
    with store.atomic():
        if locked:
            for block in numbers.blocks(store):
                if block.state == "open":
                    numbers.give_back(store, block.id)
        made = settings.add_block(store, series, year, lo, hi)
    if locked:
        anchor.write(store, anchored)
    return made


def keep_anchor(store: Store, anchored: Path) -> None:
    """Anchor the journal as it is now; asked for after each issue.

    Raises:
        MachineError: the file cannot be written.
    """
    anchor.write(store, anchored)
