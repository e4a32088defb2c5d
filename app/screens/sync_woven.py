"""The words of a text put together from two: whose each part is, and what to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.services import weaving
from app.widgets.woven import FIRST, OUT, SECOND, Strand, Woven

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.disagreeing import Proposal
    from app.services.weaving import Piece
    from app.widgets.conflict import Choice


def woven_of(proposal: Proposal, choices: Sequence[Choice]) -> Woven:
    """The proposal as a choice; ``choices`` are the values in the order of the sides."""
    first, second = (choices[place] for place in proposal.sides)
    pieces = proposal.pieces
    notes = [
        QCoreApplication.translate(
            "sync", "A proposal: read it, change it, and take it only if it says what is true."
        )
    ]
    if any(piece.clash for piece in pieces):
        notes.append(
            QCoreApplication.translate(
                "sync", "Where both changed the same clause, both stand one after the other."
            )
        )
    if not proposal.known:
        notes.append(
            QCoreApplication.translate(
                "sync", "What both had before is not known here; all that differs is kept."
            )
        )
    added = QCoreApplication.translate("sync", "added by {author}")
    legend = [
        Strand(added.format(author=first.author), FIRST),
        Strand(added.format(author=second.author), SECOND),
    ]
    if any(piece.kind == weaving.REMOVED for piece in pieces):
        legend.append(Strand(QCoreApplication.translate("sync", "taken out"), OUT))
    return Woven(
        QCoreApplication.translate("sync", "A text put together from both"),
        "\n".join(notes),
        tuple(legend),
        tuple(Strand(piece.text, _mark(piece)) for piece in pieces),
        weaving.text_of(pieces),
    )


def _mark(piece: Piece) -> str:
    if piece.kind == weaving.REMOVED:
        return OUT
    if piece.kind == weaving.ADDED and piece.side != weaving.BOTH:
        return SECOND if piece.side else FIRST
    return ""
