"""Cuts an expression's text into tokens, each with its place in the text."""

import re
from dataclasses import dataclass
from enum import Enum

from forms.expressions.errors import ExpressionError

MAX_LENGTH = 32_000
_NAME = r"[^\W\d][\w.\-·]*"
_PATTERN = re.compile(
    rf"""
      (?P<space>\s+)
    | (?P<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{{1,4}}(?!\w))?)
    | (?P<string>"[^"]*"|'[^']*')
    | (?P<reference>\$\{{\s*(?P<referred>[^{{}}]*?)\s*\}})
    | (?P<axis>{_NAME}(?=\s*::))
    | (?P<name>{_NAME}(?::(?!:)(?:{_NAME}|\*))?)
    | (?P<symbol>::|//|\.\.|<=|>=|!=|[()\[\]/|,@.*+\-=<>]|\$(?!\{{))
    """,
    re.VERBOSE,
)
_WORD_OPERATOR = re.compile(r"and|or|div|mod")
_BEFORE_OPERAND = frozenset({"@", "::", "(", "[", ",", "/", "//", "|", "+", "-", "=", "!=", "$"})
_COMPARISONS = frozenset({"<", "<=", ">", ">="})


class Kind(Enum):
    """What sort of word a token is."""

    NUMBER = "number"
    STRING = "string"
    REFERENCE = "reference"
    AXIS = "axis"
    NAME = "name"
    SYMBOL = "symbol"
    OPERATOR = "operator"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """One word; ``text`` is its content (a string without quotes, a reference without braces)."""

    kind: Kind
    text: str
    offset: int


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of an expression, closed by one ``END``.

    Follows XPath 1.0 section 3.7: a name or ``*`` after an operand is an operator.

    Raises:
        ExpressionError: a character or a quotation that no expression may contain.
    """
    if len(text) > MAX_LENGTH:
        raise ExpressionError("too-long", MAX_LENGTH, limit=str(MAX_LENGTH))
    tokens: list[Token] = []
    place = 0
    while place < len(text):
        token, place = _next(text, place, operator=_operator_may_stand(tokens))
        if token is not None:
            tokens.append(token)
    tokens.append(Token(Kind.END, "", len(text)))
    return tuple(tokens)


def _next(text: str, place: int, *, operator: bool) -> tuple[Token | None, int]:
    if operator and (word := _WORD_OPERATOR.match(text, place)):
        return Token(Kind.OPERATOR, word.group(), place), word.end()
    match = _PATTERN.match(text, place)
    if match is None:
        raise _stranger(text, place)
    kind, end = str(match.lastgroup), match.end()
    if match["reference"] is not None:
        return Token(Kind.REFERENCE, match["referred"], place), end
    if kind == "space":
        return None, end
    word_text = match.group()
    if kind == "string":
        return Token(Kind.STRING, word_text[1:-1], place), end
    if kind == "symbol" and (operator or word_text != "*") and word_text in _OPERATORS:
        return Token(Kind.OPERATOR, word_text, place), end
    return Token(Kind(kind), word_text, place), end


_OPERATORS = frozenset({"*", "+", "-", "=", "!=", "|"}) | _COMPARISONS


def _operator_may_stand(tokens: list[Token]) -> bool:
    if not tokens:
        return False
    last = tokens[-1]
    if last.kind in (Kind.OPERATOR, Kind.AXIS):
        return False
    return not (last.kind is Kind.SYMBOL and last.text in _BEFORE_OPERAND)


def _stranger(text: str, place: int) -> ExpressionError:
    character = text[place]
    if character in "\"'":
        return ExpressionError("unclosed-string", place, quote=character)
    if text.startswith("${", place):
        return ExpressionError("unclosed-name", place)
    return ExpressionError("unexpected-character", place, found=character)
