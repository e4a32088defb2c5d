"""Cuts an expression's text into tokens, each with its place in the text."""

import re
from enum import Enum
from typing import NamedTuple

from forms.expressions.errors import ExpressionError

MAX_LENGTH = 32_000
_NAME = r"[^\W\d][\w.\-·]*"
_WORDS = rf"""
      (?P<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{{1,4}}(?!\w))?)
    | (?P<string>"[^"]*"|'[^']*')
    | (?P<reference>\$\{{\s*(?P<referred>[^{{}}]*?)\s*\}})
    | (?P<axis>{_NAME}(?=\s*::))
    | (?P<name>{_NAME}(?::(?!:)(?:{_NAME}|\*))?)
    | (?P<symbol>::|//|\.\.|<=|>=|!=|[()\[\]/|,@.*+\-=<>]|\$(?!\{{))
"""
#: A path of nothing but names, taken at once: ``/data/site/place``.
_PLAIN_PATH = rf"(?P<path>(?>(?:/{_NAME})+)(?!\s*[\[(/:]))"
#: A word with the space before it: where an operand must stand, and where an operator may.
_OPERAND = re.compile(rf"\s*(?:{_PLAIN_PATH}|{_WORDS})", re.VERBOSE)
_OPERATOR = re.compile(rf"\s*(?:(?P<operator>and|or|div|mod)|{_WORDS})", re.VERBOSE)
_BEFORE_OPERAND = frozenset({"@", "::", "(", "[", ",", "/", "//", "|", "+", "-", "=", "!=", "$"})
_COMPARISONS = frozenset({"<", "<=", ">", ">="})


class Kind(Enum):
    """What sort of word a token is."""

    NUMBER = "number"
    STRING = "string"
    REFERENCE = "reference"
    PATH = "path"
    AXIS = "axis"
    NAME = "name"
    SYMBOL = "symbol"
    OPERATOR = "operator"
    END = "end"


class Token(NamedTuple):
    """One word; ``text`` is its content (a string without quotes, a reference without braces).

    ``mark`` repeats the text of a symbol or operator and is empty for every other kind.
    """

    kind: Kind
    text: str
    offset: int
    mark: str = ""


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of an expression, closed by one ``END``.

    Follows XPath 1.0 section 3.7: a name or ``*`` after an operand is an operator.

    Raises:
        ExpressionError: a character or a quotation that no expression may contain.
    """
    if len(text) > MAX_LENGTH:
        raise ExpressionError("too-long", MAX_LENGTH, limit=str(MAX_LENGTH))
    tokens: list[Token] = []
    place, length, operator = 0, len(text.rstrip()), False
    while place < length:
        match = (_OPERATOR if operator else _OPERAND).match(text, place)
        if match is None:
            raise _stranger(text, place + len(text[place:]) - len(text[place:].lstrip()))
        token = _token(match, operator=operator)
        tokens.append(token)
        operator = token.kind not in _NEEDS_OPERAND and token.mark not in _BEFORE_OPERAND
        place = match.end()
    tokens.append(Token(Kind.END, "", len(text)))
    return tuple(tokens)


def _token(match: re.Match[str], *, operator: bool) -> Token:
    group = match.lastgroup or ""
    kind, text, place = _KINDS[group], match[group], match.start(group)
    match kind:
        case Kind.NAME | Kind.NUMBER | Kind.AXIS | Kind.PATH:
            return Token(kind, text, place)
        case Kind.STRING:
            return Token(kind, text[1:-1], place)
        case Kind.REFERENCE:
            return Token(kind, match["referred"], place)
        case Kind.SYMBOL if text in _OPERATORS and (operator or text != "*"):
            return Token(Kind.OPERATOR, text, place, text)
        case _:
            return Token(kind, text, place, text)


_OPERATORS = frozenset({"*", "+", "-", "=", "!=", "|"}) | _COMPARISONS
_KINDS = {kind.value: kind for kind in Kind}
_NEEDS_OPERAND = frozenset({Kind.OPERATOR, Kind.AXIS})


def _stranger(text: str, place: int) -> ExpressionError:
    character = text[place]
    if character in "\"'":
        return ExpressionError("unclosed-string", place, quote=character)
    if text.startswith("${", place):
        return ExpressionError("unclosed-name", place)
    return ExpressionError("unexpected-character", place, found=character)
