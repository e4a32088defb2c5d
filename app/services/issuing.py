"""Issuing behind the anchor: a store set back to an earlier state must not use its numbers again."""

from pathlib import Path

from app.services import documents
from app.services.changes import Result
from app.services.context import Acting
from app.services.documents import Ready
from app.services.errors import Refused
from db import anchor
from db.connection import Reader, Store
from db.rows import Document


def issue(store: Store, act: Acting, ready: Ready, anchored: Path) -> Result[Document]:
    """Issue a document from a store that still holds the last one issued here.

    Raises:
        Refused: ``anchor-behind``; otherwise as ``documents.issue``.
    """
    check_anchor(store, anchored)
    return documents.issue(store, act, ready)


def check_anchor(reader: Reader, anchored: Path) -> None:
    """See that the store still holds the last document issued here.

    Raises:
        Refused: ``anchor-behind``.
    """
    last = anchor.read(anchored)
    found = anchor.problem(reader, last)
    if last is not None and found in {"behind", "different"}:
        raise Refused("anchor-behind", expected=last.seq, found=found)


def keep_anchor(store: Store, anchored: Path) -> None:
    """Anchor the journal as it is now; asked for after each issue.

    Raises:
        MachineError: the file cannot be written.
    """
    anchor.write(store, anchored)
