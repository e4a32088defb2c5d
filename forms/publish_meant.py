"""Expressions that would run but cannot mean what their writer wants, and signs of other programs.

A condition on a choice there is not is never true: the form works, and what it guards is never
asked. Here such cells are told, and what should stand there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from forms.expressions.errors import ExpressionError
from forms.expressions.tokens import Kind, Token, tokenize
from forms.publish_survey import Survey
from forms.publish_workbook import Book

Names = Mapping[str, str]
"""The names of a list's choices, each with all its labels in one text."""
Chosen = Mapping[str, tuple[str, Names]]
"""For each question of choices its kind (``select_one``) and the names it may hold."""
Found = tuple[str, Mapping[str, object]]

_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_SIGNS: Mapping[str, str] = {
    "<>": "!=", "&&": "and", "||": "or", "并且": "and", "而且": "and", "且": "and",
    "或者": "or", "或": "or",
}  # fmt: skip
_SIGN = re.compile(r"<>|&&|\|\||并且|而且|且|或者|或|\b(?:and|or)\b", re.IGNORECASE)
_LIST = re.compile(r"(select_one|select_multiple|rank) (\S+)")
_COMPARED = frozenset({"=", "!=", "<", "<=", ">", ">="})
_SUM = re.compile(r"(?<![\w.])([12]\d{3})-(\d{1,2})-(\d{1,2})(?![\w.])")
_DAY = re.compile(r"([12]\d{3})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def sign_meant(text: str) -> dict[str, object]:
    """The first sign of a spreadsheet or a program outside of quoted words, and what to write."""
    bare = _QUOTED.sub(lambda match: " " * len(match[0]), text)
    for match in _SIGN.finditer(bare):
        plain = _SIGNS.get(match[0], match[0].lower())
        if plain != match[0]:
            return {"found": match[0], "plain": plain}
    return {}


def chosen_in(book: Book, survey: Survey) -> Chosen:
    """What each question of choices may hold; those with lists from elsewhere are left out."""
    lists: dict[str, dict[str, str]] = {}
    sheet = book.sheets.get("choices")
    for row in sheet.rows if sheet else ():
        labels = [text for head, text in row.cells.items() if head.startswith("label")]
        own = row.cells.get("list_name") or row.cells.get("list name", "")
        lists.setdefault(own, {})[row.cells.get("name", "")] = "\n".join(labels)
    found: dict[str, tuple[str, Names]] = {}
    for name, node in survey.unique().items():
        match = _LIST.fullmatch(" ".join(node.type.split()))
        if match and match[2] in lists:
            found[name] = (match[1], lists[match[2]])
    return found


def check_meant(text: str, own: str, chosen: Chosen) -> Iterator[Found]:
    """What a sound expression of the question ``own`` cannot mean: a choice there is not, a sum."""
    if match := _SUM.search(_QUOTED.sub("''", text)):
        yield "expression-date", {"found": match[0], "day": _iso(match), "expression": text}
        return
    try:
        tokens = [*tokenize(text)]
    except ExpressionError:
        return
    for place, token in enumerate(tokens):
        if token.kind is Kind.STRING:
            yield from _word(tokens, place, own, chosen, text)


def _word(
    tokens: Sequence[Token], place: int, own: str, chosen: Chosen, text: str
) -> Iterator[Found]:
    """A quoted word beside a comparison, or the second argument of ``selected``."""
    word = tokens[place].text
    before, after = _at(tokens, place - 1), _at(tokens, place + 1)
    compared = before.mark in _COMPARED or after.mark in _COMPARED
    if compared and not _ISO.fullmatch(word) and (match := _DAY.fullmatch(word)):
        yield "expression-date", {"found": word, "day": _iso(match), "expression": text}
        return
    asked = _asked(tokens, place)
    kind, names = chosen.get(own if asked.mark == "." else asked.text, ("", {}))
    for one in [word] if kind == "select_one" else word.split():
        if kind and one and one not in names:
            meant = next((name for name, labels in names.items() if one in labels.split("\n")), "")
            facts = {
                "found": one, "name": own if asked.mark == "." else asked.text,
                "known": " ".join(names), "known_zh": "、".join(names), "expression": text,
                "hint": f"; write “{meant}”" if meant else "",
                "hint_zh": f"，要写“{meant}”" if meant else "",
            }  # fmt: skip
            yield "expression-choice", facts
            return


def _asked(tokens: Sequence[Token], place: int) -> Token:
    """The question a quoted word is held against, a token of nothing where it is none alone."""
    before, after = _at(tokens, place - 1), _at(tokens, place + 1)
    if before.mark in {"=", "!="}:
        asked, beside = _at(tokens, place - 2), _at(tokens, place - 3)
        alone = after.kind is Kind.END or after.mark in {")", "and", "or", ",", "]"}
    elif after.mark in {"=", "!="}:
        asked, beside = _at(tokens, place + 2), _at(tokens, place + 3)
        alone = before.kind is Kind.END or before.mark in {"(", "and", "or", ",", "["}
    else:
        asked, beside = _at(tokens, place - 2), _at(tokens, place - 3)
        alone = before.mark == "," and _at(tokens, place - 4).text == "selected"
    alone &= beside.kind is Kind.END or beside.mark in {"(", ")", "and", "or", ",", "[", "]"}
    return asked if alone and (asked.kind is Kind.REFERENCE or asked.mark == ".") else _NOTHING


_NOTHING = Token(Kind.END, "", 0)


def _at(tokens: Sequence[Token], place: int) -> Token:
    return tokens[place] if 0 <= place < len(tokens) else _NOTHING


def _iso(match: re.Match[str]) -> str:
    return f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}"
