"""The law library: searching, citing, correcting an article."""

import datetime as dt

from app.services.changes import Result
from app.services.context import Acting
from db.connection import Reader, Store
from db.rows import LawArticle


def get(reader: Reader, key: str) -> LawArticle | None:
    """One article by its key."""
    raise NotImplementedError


def search(reader: Reader, text: str, on: dt.date, limit: int = 30) -> tuple[LawArticle, ...]:
    """Articles in force on a day that mention the text or carry the number."""
    raise NotImplementedError


def cite(article: LawArticle) -> str:
    """The article as a paper names it: 《产品质量法》第二十七条."""
    raise NotImplementedError


def in_force(article: LawArticle, on: dt.date) -> bool:
    """Whether the article is in force on a day."""
    raise NotImplementedError


def save(store: Store, act: Acting, article: LawArticle) -> Result[LawArticle]:
    """A bureau's own correction; an emptied article is refused."""
    raise NotImplementedError
