"""The law library: searching, citing, correcting an article.

An article of a table the bureau published stands here as the table that holds has it, whatever the
store keeps of it: one that is not in it is as it is delivered, or is not there at all.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace

from app.services import bureau_words
from app.services.changes import Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.writing import writing
from db.connection import Reader, Store
from db.rows import LawArticle
from db.store import laws, nouns, search
from forms.rules.signs import blank
from resources import rows, schema, tables
from resources.data import load_laws
from resources.tables import TableError

_STATE = "中华人民共和国"
_OF_PRESIDENT = "主席令"
_REPEALED = "（旧）"
_RULE = " TSG "
_OF_STATE = frozenset(
    {
        *("certification-regulation", "consumer-regulation"),
        *("metrology-rules", "production-licence-regulation"),
    }
)
"""Regulations of the State Council whose title begins with the name of the state."""


def get(reader: Reader, key: str) -> LawArticle | None:
    """One article by its key."""
    row = nouns.get(reader, LawArticle, key)
    return None if row is None else next(iter(_holding(reader, (row,))), None)


def listing(
    reader: Reader, *, law_id: str = "", citable_only: bool = False
) -> tuple[LawArticle, ...]:
    """The articles of one law, or of all."""
    return _holding(reader, laws.listing(reader, law_id=law_id, citable_only=citable_only))


def find(reader: Reader, text: str, on: dt.date, limit: int = 30) -> tuple[LawArticle, ...]:
    """Articles in force on a day that mention the text or carry the number."""
    keys = search.keys(reader, "law", text, limit * 2)
    found = _holding(reader, nouns.page(reader, LawArticle, keys))
    return tuple(row for row in found if in_force(row, on) and not is_empty(row))[:limit]


def library(reader: Reader, text: str, limit: int = 60) -> tuple[LawArticle, ...]:
    """Articles for correction: all that fit, those not citable or no longer in force included."""
    if not text.strip():
        return listing(reader)[:limit]
    found = nouns.page(reader, LawArticle, search.keys(reader, "law", text, limit))
    return _holding(reader, found)


def cite(article: LawArticle) -> str:
    """The article as people name it, on the screen: 《产品质量法》第二十七条."""
    return f"《{article.law_name}》{article.article}"


def cite_in_full(article: LawArticle) -> str:
    """The article by its official title, on paper: 《中华人民共和国产品质量法》第二十七条.

    A technical rule carries its code behind the title: 《电梯维护保养规则》（TSG T5002-2017）第五条.
    """
    title, rule, number = official_title(article).partition(_RULE)
    return (
        f"《{title}》（TSG {number}）{article.article}" if rule else f"《{title}》{article.article}"
    )


def official_title(article: LawArticle) -> str:
    """The title as it was promulgated.

    Laws of the National People's Congress (主席令) carry the name of the state, and so do a few
    regulations; a title inside a title stands in 〈〉 (GB/T 15834).
    """
    name = article.law_name.removesuffix(_REPEALED)
    outer, open_mark, rest = name.partition("《")
    if open_mark:
        inner, _, after = rest.partition("》")
        return f"{outer}〈{inner if inner.startswith(_STATE) else _STATE + inner}〉{after}"
    of_state = article.document_number.startswith(_OF_PRESIDENT) or article.law_id in _OF_STATE
    return _STATE + name if of_state and not name.startswith(_STATE) else name


def is_empty(article: LawArticle) -> bool:
    """Whether nothing is left that a paper could cite or an inspector read."""
    unnamed = blank(article.law_name) or blank(article.article)
    return unnamed or (blank(article.summary) and blank(article.text))


def in_force(article: LawArticle, on: dt.date) -> bool:
    """Whether the article is in force on a day."""
    began = article.effective_from is None or article.effective_from <= on
    return began and (article.effective_to is None or on <= article.effective_to)


def require(reader: Reader, key: str) -> LawArticle:
    """An article that may be put on paper.

    Raises:
        Refused: ``law-unknown``, ``law-empty``, ``law-not-citable``.
    """
    article = get(reader, key)
    if article is None:
        raise Refused("law-unknown", law_key=key)
    if is_empty(article):
        raise Refused("law-empty", law_key=key)
    if not article.citable:
        raise Refused("law-not-citable", law_key=key)
    return article


def save(store: Store, act: Acting, article: LawArticle) -> Result[LawArticle]:
    """A bureau's own correction.

    Raises:
        Refused: ``law-empty``: an emptied article would print an empty basis.
    """
    if is_empty(article):
        raise Refused("law-empty", law_key=article.key)
    with writing(store, act):
        nouns.save(store, article)
    return Result(article, touched("law", article.key))


def take(store: Store, act: Acting, table: Sequence[rows.LawArticle]) -> Result[int]:
    """Take articles from a bureau's table; an official text kept already stays where none came."""
    kept = {row.key: row.text for row in laws.listing(store)}
    wanted = [_article(row) for row in table]
    with writing(store, act):
        nouns.save(store, *(replace(row, text=row.text or kept.get(row.key, "")) for row in wanted))
    return Result(len(wanted), touched("law", *(row.key for row in wanted)))


def seed(store: Store) -> Result[int]:
    """Put the bundled library into the store; articles a bureau has changed are left alone."""
    known = {row.key for row in laws.listing(store)}
    wanted = [_article(row) for row in load_laws() if row.key not in known]
    nouns.seed(store, *wanted)
    return Result(len(wanted), touched("law"))


def _article(row: rows.LawArticle) -> LawArticle:
    names = [field.name for field in fields(LawArticle)]
    return LawArticle(**{name: getattr(row, name) for name in names})


def _holding(reader: Reader, found: Sequence[LawArticle]) -> tuple[LawArticle, ...]:
    """The articles as the bureau's table that holds has them; those that do not hold are left out."""
    said = bureau_words.state(reader, schema.LAWS.file)
    if not said:
        return tuple(found)
    holds = _HOLDS.get(said)
    if holds is None:
        holds = _HOLDS[said] = _holds(reader)
    made = (
        replace(one, text=one.text or row.text) if (one := holds.get(row.key)) else row
        for row in found
        if row.key not in holds or holds[row.key] is not None
    )
    return tuple(made)


_HOLDS: dict[str, Mapping[str, LawArticle | None]] = {}
"""What the bureau's tables make of articles, by what stands for its words; read once a run."""


def _holds(reader: Reader) -> Mapping[str, LawArticle | None]:
    """By the keys of all articles the bureau ever published: as it holds, None where it does not."""
    delivered = {row.key: _article(row) for row in load_laws()}
    found: dict[str, LawArticle | None] = {}
    now: dict[str, LawArticle] = {}
    for one, holds in bureau_words.every(reader, schema.LAWS.file):
        try:
            table = tables.parsed(schema.LAWS, one.file, one.text) if one.text else ()
        except TableError:  # of a newer program
            continue
        rows_now = {row.key: _article(row) for row in table}
        found |= {key: delivered.get(key) for key in (*rows_now, *one.gone)}
        now = rows_now if holds else now
    return found | now
