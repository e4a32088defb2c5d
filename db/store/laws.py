"""Articles of law, with source and confidence, as the bureau has corrected them."""

import datetime as dt
from collections.abc import Sequence

from db.handle import Reader, Store
from db.journal.operation import Operation
from db.rows import LawArticle
from db.store import nouns


def get(reader: Reader, key: str) -> LawArticle | None:
    """Return one article or None."""
    return nouns.get(reader, LawArticle, key)


def listing(
    reader: Reader, *, law_id: str = "", on: dt.date | None = None, citable_only: bool = False
) -> tuple[LawArticle, ...]:
    """Return the articles of one law, or of all, in force on a day when one is given."""
    day = on.isoformat() if on else None
    where = (
        "WHERE (?1 = '' OR law_id = ?1) AND (?2 = 0 OR citable = 1) AND (?3 IS NULL OR"
        " (COALESCE(effective_from, '') <= ?3 AND COALESCE(effective_to, '9999') >= ?3))"
        " ORDER BY law_id, key"
    )
    return nouns.many(reader, LawArticle, where, (law_id, int(citable_only), day))


def page(reader: Reader, keys: Sequence[str]) -> tuple[LawArticle, ...]:
    """Return the articles with these keys, in their order."""
    return nouns.page(reader, LawArticle, keys)


def count(reader: Reader) -> int:
    """Return how many articles there are."""
    return int(reader.value("SELECT COUNT(*) FROM law_article"))


def save(store: Store, *rows: LawArticle) -> tuple[Operation, ...]:
    """Make or edit articles."""
    return nouns.save(store, *rows)
