"""Which procedure a penalty over a finding follows, in a sentence for the inspector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.services import laws, procedure

if TYPE_CHECKING:
    from app.services.procedure import Procedure

translate = QCoreApplication.translate


def procedure_words(found: Procedure) -> str:
    """What may be done about a penalty, with the article it is read from."""
    if found.penalty is None or found.way == procedure.UNKNOWN:
        return translate(
            "procedure",
            "The library names no penalty for this article: order it to be corrected. A citation "
            "over another basis is begun from the case.",
        )
    facts = {
        "article": laws.cite(found.penalty),
        "range": procedure.range_words(found.penalty),
        "ceiling": found.ceiling,
        "least": found.penalty.penalty_min or 0,
    }
    return _sentence(found).format(**facts)


def short_words(found: Procedure) -> str:
    """The procedure in two or three words; "" for the simple one, or one not known."""
    return {
        procedure.ORDINARY: translate("procedure", "ordinary procedure applies"),
        procedure.ORDER: translate("procedure", "to be ordered first"),
    }.get(found.way, "")


def _sentence(found: Procedure) -> str:
    if found.way == procedure.SIMPLE:
        return translate(
            "procedure",
            "Simple procedure, up to {ceiling} yuan on the spot. {article}: {range}",
        )
    if found.way == procedure.ORDER:
        return translate(
            "procedure",
            "Ordered first, punished only when it is not corrected by the day set. {article}: {range}",
        )
    if found.penalty is not None and (found.penalty.penalty_min or 0) > found.ceiling:
        return translate(
            "procedure",
            "Ordinary procedure: {article} fines {least} yuan at the least, and on the spot "
            "{ceiling} is the most for this party.",
        )
    return translate(
        "procedure",
        "Ordinary procedure: {article} confiscates as well, which is not done on the spot "
        "({range}).",
    )
