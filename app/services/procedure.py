"""Which procedure a penalty over a finding follows: the simple one, on the spot, or another.

行政处罚法 art. 51: on the spot only a warning, or a fine up to the ceiling of the party.
"""

import datetime as dt
from dataclasses import dataclass

from app.services.orders import penalty_to_cite
from db.connection import Reader
from db.rows import Enterprise, Finding, LawArticle
from db.store import nouns

CEILINGS = {"person": 200, "unit": 3000}
"""行政处罚法 art. 51, 程序规定 art. 66: the highest fine on the spot in yuan, the figure included."""

SIMPLE = "simple"
"""The penalty may be decided on the spot."""
ORDINARY = "ordinary"
"""A case is opened: the least fine is above the ceiling, or goods are confiscated as well."""
ORDER = "order"
"""The article punishes only what was ordered to be corrected and is not."""
UNKNOWN = "unknown"
"""The library names no penalty for the provision."""

_SOLE_TRADER = "92"
"""How the credit code of an 个体工商户 begins (GB 32100)."""
_AFTER_ORDER = ("逾期未改", "逾期不改", "拒不改正")
_TAKEN = "没收"
_GAINS_ONLY = "没收违法所得"
"""Confiscating gains is no bar where there are none, so only goods are."""


@dataclass(frozen=True, slots=True)
class Procedure:
    """What a finding's article allows.

    ``way`` is one of the words of this module; ``penalty`` the article it was read from,
    ``ceiling`` the most the party may be fined on the spot in yuan.
    """

    way: str
    penalty: LawArticle | None
    ceiling: int


def of_finding(reader: Reader, row: Finding, today: dt.date) -> Procedure:
    """The procedure a penalty over a finding follows as it stands today."""
    return of_article(reader, row.law_key, row.enterprise_id, today, late=is_late(row, today))


def of_article(
    reader: Reader, law_key: str, enterprise_id: str, today: dt.date, *, late: bool = False
) -> Procedure:
    """The procedure for a breach of a provision; ``late`` says an order to correct ran out."""
    ceiling = CEILINGS[party_kind(nouns.get(reader, Enterprise, enterprise_id))]
    penalty = penalty_to_cite(reader, law_key, today) if law_key else None
    return Procedure(_way(penalty, ceiling, late=late), penalty, ceiling)


def is_late(row: Finding, today: dt.date) -> bool:
    """Whether what was ordered is not done: its day is over, or a re-check found it undone."""
    over = row.due is not None and row.due < today
    return row.state == "ordered" and (over or row.rechecked is not None)


def party_kind(enterprise: Enterprise | None) -> str:
    """Whose ceiling holds: that of a person also for a sole trader, which is the safe side.

    Whether an 个体工商户 counts as a person is not written in the law; the form lets the inspector
    say otherwise where the bureau does.
    """
    if enterprise is not None and enterprise.uscc.startswith(_SOLE_TRADER):
        return "person"
    return "unit"


def range_words(article: LawArticle) -> str:
    """What an article allows, in words: its condition, and the amounts where that has none."""
    if "元" in article.penalty_condition:
        return article.penalty_condition
    least, most = article.penalty_min, article.penalty_max
    lower = f"{least}元以上" if least is not None else ""
    upper = f"{most}元以下" if most is not None else ""
    return "；".join(part for part in (article.penalty_condition, lower + upper) if part)


def _way(penalty: LawArticle | None, ceiling: int, *, late: bool) -> str:
    if penalty is None or not range_words(penalty):
        return UNKNOWN
    condition = penalty.penalty_condition
    if (penalty.penalty_min or 0) > ceiling or _TAKEN in condition.replace(_GAINS_ONLY, ""):
        return ORDINARY
    if not late and any(words in condition for words in _AFTER_ORDER):
        return ORDER
    return SIMPLE
