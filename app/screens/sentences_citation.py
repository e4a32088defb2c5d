"""Why a citation cannot be begun or issued, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.shell.noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

CITATION: Final[Mapping[str, tuple[str, str]]] = {
    "citation-above-ceiling": (
        QT_TRANSLATE_NOOP("sentences", "This penalty cannot be decided on the spot"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{amount} yuan is above the {ceiling} yuan this party may be fined on the spot. Open a "
            "case and follow the ordinary procedure; the finding is kept.",
        ),
    ),
    "citation-above-article": (
        QT_TRANSLATE_NOOP("sentences", "The fine is above what its article allows"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{amount} yuan is above the {most} yuan of the article with the penalty. Write a lower "
            "amount; nothing was issued, what you wrote is still here.",
        ),
    ),
    "finding-cited": (
        QT_TRANSLATE_NOOP("sentences", "This was punished already"),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{number} was issued over this finding, and the same act is not fined twice. If it is "
            "wrong, withdraw it first; what an order leaves undone may be cited after its day.",
        ),
    ),
}
